/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For the desk's own files: folders of practice platforms whose account was removed. */
gboolean signet_practice_folders_retire (const char *folder, const char *rules, GError **error);
void signet_practice_folders_sweep (const char *folder);

G_END_DECLS
