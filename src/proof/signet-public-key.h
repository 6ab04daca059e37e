/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_PUBLIC_KEY (signet_public_key_get_type ())
G_DECLARE_FINAL_TYPE (SignetPublicKey, signet_public_key, SIGNET, PUBLIC_KEY, GObject)

SignetPublicKey *signet_public_key_new (const char *x, const char *y, GError **error);
const char *signet_public_key_get_x (SignetPublicKey *self);
const char *signet_public_key_get_y (SignetPublicKey *self);
gboolean signet_public_key_verify (SignetPublicKey *self, GBytes *input, GBytes *signature, GError **error);

G_END_DECLS
