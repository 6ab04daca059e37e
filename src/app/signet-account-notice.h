/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ACCOUNT_NOTICE (signet_account_notice_get_type ())
G_DECLARE_FINAL_TYPE (SignetAccountNotice, signet_account_notice, SIGNET, ACCOUNT_NOTICE, GtkWidget)

void signet_account_notice_set_active (SignetAccountNotice *self, gboolean active);
void signet_account_notice_set_sign_in_only (SignetAccountNotice *self, gboolean sign_in_only);
void signet_account_notice_set_desk (SignetAccountNotice *self, SignetDesk *desk);

G_END_DECLS
