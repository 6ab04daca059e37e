/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "desk/signet-account.h"
#include "desk/signet-connection.h"
#include "desk/signet-practice-host.h"
#include "model/signet-clock.h"
#include "remote/signet-credentials.h"
#include "remote/signet-remote.h"
#include "store/signet-accounts.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files. Takes @record; @host is NULL for a platform that isn't Signet's own. */
SignetAccount *signet_account_new (SignetAccountRecord *record,
                                   SignetStore *store,
                                   SignetCredentials *credentials,
                                   SignetClock *clock,
                                   SignetPracticeHost *host);

/* Starts the practice platform if it is one, finds the platform at its address and takes up the session. */
void signet_account_connect_async (SignetAccount *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean signet_account_connect_finish (SignetAccount *self, GAsyncResult *result, GError **error);

/* Whether this account takes @phone: any before the first, its own afterwards. */
gboolean signet_account_is_own_phone (SignetAccount *self, const char *phone);

SignetConnection *signet_account_get_connection (SignetAccount *self);
SignetRemote *signet_account_get_remote (SignetAccount *self); /* NULL until connected once */
SignetStore *signet_account_get_store (SignetAccount *self);
SignetClock *signet_account_get_clock (SignetAccount *self);
void signet_account_set_password_set (SignetAccount *self, gboolean password_set);
void signet_account_set_online (SignetAccount *self, gboolean online);

/* What the platform says of itself, once the connection has found it; the caller stores it. */
gboolean signet_account_take_platform (SignetAccount *self, GError **error);
const char *signet_account_get_platform_id (SignetAccount *self); /* "" before the first contact */

/* The account's resource as the platform has just told it; and bringing that to disk, which takes @task. */
gboolean signet_account_take_resource (SignetAccount *self, JsonNode *resource, GError **error);
void signet_account_store (SignetAccount *self, GTask *task);
void signet_account_close (SignetAccount *self);
gboolean signet_account_get_closed (SignetAccount *self);

G_END_DECLS
