/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-actionable.h"

/* What a button or a row does, where that changes. Main thread. */

/**
 * signet_actionable_set:
 * @actionable: a #GtkActionable
 * @action_name: (nullable): what it does; %NULL: nothing
 * @target: (nullable): the action's parameter, a string
 *
 * Sets both at once. GTK 4.8 sets one after the other, with a detailed name too, and warns of a parameter
 * that isn't for the action the widget has meanwhile.
 */
void
signet_actionable_set (gpointer actionable, const char *action_name, const char *target)
{
  g_return_if_fail (GTK_IS_ACTIONABLE (actionable));

  if (g_strcmp0 (gtk_actionable_get_action_name (actionable), action_name) != 0)
    gtk_actionable_set_action_name (actionable, NULL);
  if (target != NULL)
    gtk_actionable_set_action_target (actionable, "s", target);
  else
    gtk_actionable_set_action_target_value (actionable, NULL);
  gtk_actionable_set_action_name (actionable, action_name);
}
