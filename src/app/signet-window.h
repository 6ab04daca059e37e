/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/signet-page.h"
#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_WINDOW (signet_window_get_type ())
G_DECLARE_FINAL_TYPE (SignetWindow, signet_window, SIGNET, WINDOW, AdwApplicationWindow)

SignetWindow *signet_window_new (GtkApplication *application, SignetDesk *desk, GSettings *settings);
void signet_window_show_opened (SignetWindow *self);
void signet_window_show_failed (SignetWindow *self, const GError *error);
void signet_window_go (SignetWindow *self, const char *page);
void signet_window_push (SignetWindow *self, SignetPage *page);
void signet_window_toast (SignetWindow *self, const char *text);

G_END_DECLS
