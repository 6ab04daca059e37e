/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_IMPORT_WINDOW (signet_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SignetImportWindow, signet_import_window, SIGNET, IMPORT_WINDOW, AdwWindow)

SignetImportWindow *signet_import_window_new (SignetDesk *desk, GtkWindow *parent);
void signet_import_window_read (SignetImportWindow *self, GFile *file);

G_END_DECLS
