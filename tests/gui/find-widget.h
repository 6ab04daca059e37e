/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* What is on the screen, found as a person looks for it: depth first, in the order of the screen, among what
 * can be seen. */

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

G_GNUC_UNUSED static GtkWidget *
find (GtkWidget *widget, Match match, gconstpointer data)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (match (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

G_GNUC_UNUSED static guint
count (GtkWidget *widget, Match match, gconstpointer data)
{
  guint n = gtk_widget_get_visible (widget) && match (widget, data);

  for (GtkWidget *child = gtk_widget_get_visible (widget) ? gtk_widget_get_first_child (widget) : NULL;
       child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, match, data);

  return n;
}

G_GNUC_UNUSED static gboolean
is_of_type (GtkWidget *widget, gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

G_GNUC_UNUSED static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  return find (widget, is_of_type, GSIZE_TO_POINTER (type));
}

G_GNUC_UNUSED static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

G_GNUC_UNUSED static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

G_GNUC_UNUSED static gboolean
is_entry (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ENTRY_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}
