/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-discovery.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* For this room: an authorization code and its exchange for tokens with PKCE. */
#define SIGNET_TYPE_CODE_GRANT (signet_code_grant_get_type ())
G_DECLARE_FINAL_TYPE (SignetCodeGrant, signet_code_grant, SIGNET, CODE_GRANT, GObject)

SignetCodeGrant *signet_code_grant_new (SignetDiscovery *discovery);

/* Starts anew with a verifier of its own; the challenge for it goes to the platform. */
const char *signet_code_grant_renew (SignetCodeGrant *self, GError **error);

/* The code the platform gave for it; NULL before, and once it has served. */
void signet_code_grant_set_code (SignetCodeGrant *self, const char *code);
const char *signet_code_grant_get_code (SignetCodeGrant *self);

void signet_code_grant_redeem_async (SignetCodeGrant *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
SignetTokens *signet_code_grant_redeem_finish (SignetCodeGrant *self, GAsyncResult *result, GError **error);

/* The same for a way's own task, with the code it has or that the platform's answer brings. */
void signet_code_grant_redeem_for (SignetCodeGrant *self, GTask *task);
void signet_code_grant_end_way (SignetCodeGrant *self,
                                SignetAnswer *answer,
                                SignetRemoteError refusal,
                                GTask *task);

G_END_DECLS
