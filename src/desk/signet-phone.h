/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The practice phone: a GListModel of SignetMessage, newest first. */
#define SIGNET_TYPE_PHONE (signet_phone_get_type ())
G_DECLARE_FINAL_TYPE (SignetPhone, signet_phone, SIGNET, PHONE, GObject)

SignetPhone *signet_phone_new (const char *practice_folder);

G_END_DECLS
