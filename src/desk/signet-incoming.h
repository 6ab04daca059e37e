/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "store/signet-outbox.h"

G_BEGIN_DECLS

/* For the desk's own files: what a platform says of this account's resources, read into plain records that
 * one transaction writes. */
typedef struct _SignetIncoming SignetIncoming;

SignetIncoming *signet_incoming_new_answer (const SignetOutboxRecord *outbox,
                                            JsonNode *resource,
                                            const char *etag,
                                            GError **error);
SignetIncoming *signet_incoming_new_resource (const SignetOutboxRecord *outbox,
                                              JsonNode *resource,
                                              const char *etag,
                                              GError **error);
SignetIncoming *signet_incoming_new_changes (const char *account, gint64 now, JsonNode *root, GError **error);
void signet_incoming_free (SignetIncoming *self);

/* The changes of kind "account", which the account itself takes over: (element-type JsonNode). */
GPtrArray *signet_incoming_get_account_resources (SignetIncoming *self);

/* How many changes of the page can't be read and are left out. */
guint signet_incoming_get_n_unreadable (SignetIncoming *self);

/* After the write: local ids of the complaints that have just been decided. */
GPtrArray *signet_incoming_get_decided (SignetIncoming *self);

/* The transaction: a #SignetStoreWrite. */
gboolean signet_incoming_write (SignetTables *tables, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetIncoming, signet_incoming_free)

G_END_DECLS
