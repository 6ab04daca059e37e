/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_JWS (signet_jws_get_type ())
G_DECLARE_FINAL_TYPE (SignetJws, signet_jws, SIGNET, JWS, GObject)

SignetJws *signet_jws_new_from_text (const char *text, GError **error);

const char *signet_jws_get_kid (SignetJws *self);
GBytes *signet_jws_get_payload (SignetJws *self);
GBytes *signet_jws_get_signing_input (SignetJws *self);
GBytes *signet_jws_get_signature (SignetJws *self);

GBytes *signet_jws_make_signing_input (const char *kid, GBytes *payload);
char *signet_jws_join (GBytes *signing_input, GBytes *signature);

G_END_DECLS
