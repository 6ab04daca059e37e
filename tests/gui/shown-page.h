/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "complaint-fixture.h"
#include "find-widget.h"

#include "app/signet-page.h"

/* A page in a window that has the actions a page may ask for. */

typedef struct
{
  GtkWidget *window;
  SignetPage *page;
  char *asked; /* the last action, with its target */
} Shown;

G_GNUC_UNUSED static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Shown *shown = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *id, *more;

  g_free (shown->asked);
  if (parameter == NULL)
    shown->asked = g_strdup (name);
  else if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    shown->asked = g_strdup_printf ("%s %s", name, g_variant_get_string (parameter, NULL));
  else
    {
      g_variant_get (parameter, "(&s&s)", &id, &more);
      shown->asked = g_strdup_printf ("%s %s %s", name, id, more);
    }
}

G_GNUC_UNUSED static void
show (Shown *shown, SignetPage *page, int width)
{
  static const GActionEntry actions[] = {
    { "open-draft", asked_cb, "s" },
    { "open-complaint", asked_cb, "s" },
    { "open-right", asked_cb, "s" },
    { "open-party", asked_cb, "s" },
    { "open-authorisation", asked_cb, "s" },
    { "new-authorisation", asked_cb, "s" },
    { "new-principal", asked_cb },
    { "new-first-agent", asked_cb },
    { "put-off", asked_cb, "(ss)" },
    { "go", asked_cb, "s" },
    { "complain-about", asked_cb, "s" },
    { "new-complaint", asked_cb },
    { "new-right", asked_cb },
    { "new-identity", asked_cb },
    { "sign-in", asked_cb },
    { "search", asked_cb },
    { "search-complaints", asked_cb },
    { "back", asked_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  shown->asked = NULL;
  shown->page = page;
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), shown);
  shown->window = gtk_window_new ();
  gtk_widget_insert_action_group (shown->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 900);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (shown->window));
  signet_page_shown (page);
  settle ();
}

G_GNUC_UNUSED static void
done (Shown *shown)
{
  g_object_ref (shown->page);
  gtk_window_destroy (GTK_WINDOW (shown->window));
  settle ();
  g_assert_finalize_object (shown->page);
  g_free (shown->asked);
}

G_GNUC_UNUSED static gboolean
is_toggle (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW) != NULL;
}

/* What the store's worker has to write first takes its time on a busy machine. */
G_GNUC_UNUSED static gboolean
comes_to_say (Shown *shown, const char *text, gboolean wanted)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while ((find (GTK_WIDGET (shown->page), is_label, text) != NULL) != wanted)
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  return TRUE;
}

G_GNUC_UNUSED static void
assert_says (Shown *shown, const char *text)
{
  if (!comes_to_say (shown, text, TRUE))
    g_error ("nothing here says “%s”", text);
}

G_GNUC_UNUSED static void
assert_silent (Shown *shown, const char *text)
{
  if (!comes_to_say (shown, text, FALSE))
    g_error ("something says “%s”", text);
}

G_GNUC_UNUSED static void
press (Shown *shown, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (shown->page), is_button, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

G_GNUC_UNUSED static SignetPage *
make_page (ComplaintFixture *fixture, GType type)
{
  return g_object_new (type, "desk", fixture->desk, NULL);
}
