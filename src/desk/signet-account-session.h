/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "remote/signet-tokens.h"

G_BEGIN_DECLS

/* For the desk's own files: what every way of signing in ends with. The session is begun with @tokens, the
 * platform's receipt keys are learnt and the account is read. */
void signet_account_begin_session_async (SignetAccount *self,
                                         SignetTokens *tokens,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean signet_account_begin_session_finish (SignetAccount *self, GAsyncResult *result, GError **error);

/* Asks the platform what it knows of the account, and stores it. */
void signet_account_read_async (SignetAccount *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean signet_account_read_finish (SignetAccount *self, GAsyncResult *result, GError **error);

/* A receipt names a key this desk has never seen: asks for the keys, checks again. */
void signet_account_learn_keys (SignetAccount *self);

G_END_DECLS
