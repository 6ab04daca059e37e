/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-account.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PASSWORD_WINDOW (signet_password_window_get_type ())
G_DECLARE_FINAL_TYPE (SignetPasswordWindow, signet_password_window, SIGNET, PASSWORD_WINDOW, AdwWindow)

SignetPasswordWindow *signet_password_window_new (GtkWindow *parent, SignetAccount *account);

G_END_DECLS
