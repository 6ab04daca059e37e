/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ACCOUNT_LEAVER (signet_account_leaver_get_type ())
G_DECLARE_FINAL_TYPE (SignetAccountLeaver, signet_account_leaver, SIGNET, ACCOUNT_LEAVER, GObject)

SignetAccountLeaver *signet_account_leaver_new (GtkWindow *window, SignetDesk *desk);
void signet_account_leaver_sign_out (SignetAccountLeaver *self);
void signet_account_leaver_remove (SignetAccountLeaver *self);

G_END_DECLS
