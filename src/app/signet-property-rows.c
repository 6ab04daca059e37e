/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-property-rows.h"

#include <glib/gi18n.h>

/*
 * Rows that show a field's name and its value, for reading. The number of an identity document is shown in
 * full only when one asks for it.
 */

/* Characters that stay readable. */
#define SHOWN_CHARACTERS 4

static char *
mask (const char *value)
{
  glong length = g_utf8_strlen (value, -1);
  GString *masked = g_string_new (NULL);

  for (glong i = 0; i < length; i++, value = g_utf8_next_char (value))
    {
      if (i + SHOWN_CHARACTERS < length)
        g_string_append (masked, "•");
      else
        g_string_append_unichar (masked, g_utf8_get_char (value));
    }

  return g_string_free (masked, FALSE);
}

static void
revealed_cb (GtkToggleButton *button, AdwActionRow *row)
{
  const char *value = g_object_get_data (G_OBJECT (button), "signet-value");
  g_autofree char *masked = mask (value);

  adw_action_row_set_subtitle (row, gtk_toggle_button_get_active (button) ? value : masked);
}

/**
 * signet_property_rows_add:
 * @group: where the row goes
 * @name: what it is
 * @value: (nullable): plain text
 *
 * Adds a row, unless there is no value.
 *
 * Returns: (transfer none) (nullable): the row
 */
GtkWidget *
signet_property_rows_add (AdwPreferencesGroup *group, const char *name, const char *value)
{
  GtkWidget *row;

  if (value == NULL || *value == '\0')
    return NULL;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);

  return row;
}

/**
 * signet_property_rows_add_secret:
 * @group: where the row goes
 * @name: what it is
 * @value: (nullable): plain text, such as a document's number
 *
 * Adds a row that shows the value's last characters, and all of them when asked, unless there is no value.
 *
 * Returns: (transfer none) (nullable): the row
 */
GtkWidget *
signet_property_rows_add_secret (AdwPreferencesGroup *group, const char *name, const char *value)
{
  g_autofree char *masked = value != NULL ? mask (value) : NULL;
  GtkWidget *row = signet_property_rows_add (group, name, masked);
  GtkWidget *button;

  if (row == NULL)
    return NULL;

  button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (button), "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Show the Number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the Number"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "signet-value", g_strdup (value), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (revealed_cb), row, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}
