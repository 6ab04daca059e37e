/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-difference-group.h"

#include <glib/gi18n.h>

#include "app/signet-pointer-text.h"

/*
 * One field that stands differently on this computer and on a platform: both, one under the other, beneath
 * its name.
 */

static void
add_side (AdwPreferencesGroup *group, const char *side, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), side);
  /* Translators: there is nothing in a field */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *text != '\0' ? text : C_ ("field", "Nothing"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
}

/**
 * signet_difference_group_new:
 * @difference: a difference
 * @right_kind: (nullable): kind of the right it is one of
 *
 * Returns: (transfer floating): its group
 */
AdwPreferencesGroup *
signet_difference_group_new (SignetDifference *difference, const char *right_kind)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *name = signet_pointer_text_name (signet_difference_get_pointer (difference), right_kind);
  g_autofree char *title = g_markup_escape_text (name, -1); /* a group's title is markup */

  adw_preferences_group_set_title (group, title);
  add_side (group, _ ("On this computer"), signet_difference_get_mine (difference));
  add_side (group, _ ("On the platform"), signet_difference_get_theirs (difference));

  return group;
}
