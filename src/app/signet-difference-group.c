/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-difference-group.h"

#include <glib/gi18n.h>

#include "app/signet-pointer-text.h"
#include "app/signet-property-rows.h"

/*
 * One field that stands differently on this computer and on a platform: both, one under the other, beneath
 * its name.
 */

static void
add_side (AdwPreferencesGroup *group,
          const char *side,
          const char *text,
          SignetDifference *difference,
          const char *right_kind)
{
  const char *pointer = signet_difference_get_pointer (difference);
  g_autofree char *value = signet_pointer_text_value (pointer, right_kind, text);

  if (*text == '\0')
    /* Translators: there is nothing in a field */
    signet_property_rows_add (group, side, C_ ("field", "Nothing"));
  else if (signet_pointer_text_is_secret (pointer))
    signet_property_rows_add_secret (group, side, text);
  else
    signet_property_rows_add (group, side, value);
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
  add_side (group, _ ("On this computer"), signet_difference_get_mine (difference), difference, right_kind);
  add_side (group, _ ("On the platform"), signet_difference_get_theirs (difference), difference, right_kind);

  return group;
}
