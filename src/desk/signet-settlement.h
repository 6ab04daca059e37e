/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "store/signet-outbox.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* What waits for its next try waits no longer than this. Somebody waits for it: when the platform is back, it
 * leaves in well under a minute. */
#define SIGNET_RETRY_CAP (20 * G_TIME_SPAN_SECOND)

/* For the desk's own files: how an attempt at a submission ended, in plain records that one transaction
 * writes.
 */
typedef struct _SignetSettlement SignetSettlement;

/* It goes again under the same key: later, because of @why (or NULL), or at once with its files. */
SignetSettlement *signet_settlement_new_later (const SignetOutboxRecord *outbox,
                                               const GError *why,
                                               gint64 now,
                                               guint retry_after);
SignetSettlement *signet_settlement_new_not_stored (const SignetOutboxRecord *outbox, gint64 now);
SignetSettlement *signet_settlement_new_unreadable (const SignetOutboxRecord *outbox);
SignetSettlement *signet_settlement_new_files_lost (const SignetOutboxRecord *outbox);

/* It failed for good. */
SignetSettlement *signet_settlement_new_failed (const SignetOutboxRecord *outbox, const GError *why);

/* The platform has it. @root: its answer's JSON, or NULL if there is none; @issuer: who signs its receipts.
 */
SignetSettlement *signet_settlement_new_delivered (const SignetOutboxRecord *outbox,
                                                   SignetTables *tables,
                                                   const char *issuer,
                                                   JsonNode *root,
                                                   const char *etag,
                                                   gint64 now,
                                                   GError **error);

/* A correction for which the platform's resource was looked at: before it goes, or (@refusal) after it was
 * refused. @root, @etag: what the platform holds; NULL if it doesn't say. */
SignetSettlement *signet_settlement_new_looked (const SignetOutboxRecord *outbox,
                                                const GError *refusal,
                                                JsonNode *root,
                                                const char *etag,
                                                gint64 now,
                                                GError **error);
void signet_settlement_free (SignetSettlement *self);

/* Whether @why refuses only because the platform has lost a file; whether the receipt names a key this desk
 * has never seen. */
gboolean signet_settlement_misses_file (const GError *why);
gboolean signet_settlement_get_key_unknown (SignetSettlement *self);

/* The transaction: a #SignetStoreWrite. */
gboolean signet_settlement_write (SignetTables *tables, gpointer data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetSettlement, signet_settlement_free)

G_END_DECLS
