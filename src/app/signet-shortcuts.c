/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-shortcuts.h"

/*
 * The window that lists the keyboard's shortcuts, written out in its template.
 */

/**
 * signet_shortcuts_new:
 *
 * Returns: (transfer none): the window, which GTK owns until it is closed
 */
GtkShortcutsWindow *
signet_shortcuts_new (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_BASE "/ui/signet-shortcuts.ui");

  return GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
}
