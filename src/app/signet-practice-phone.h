/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-account.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_PHONE (signet_practice_phone_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticePhone, signet_practice_phone, SIGNET, PRACTICE_PHONE, GtkWidget)

void signet_practice_phone_set_account (SignetPracticePhone *self, SignetAccount *account);
void signet_practice_phone_set_channel (SignetPracticePhone *self, const char *channel);
void signet_practice_phone_set_sign_in (SignetPracticePhone *self, SignetDeviceSignIn *sign_in);

G_END_DECLS
