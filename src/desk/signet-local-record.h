/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: a party, right or authorisation in plain records, for the store's worker. */
typedef struct _SignetLocalRecord SignetLocalRecord;

SignetLocalRecord *signet_local_record_new (const char *kind,
                                            SignetRecord *record,
                                            SignetTables *tables,
                                            gint64 now,
                                            GError **error);
void signet_local_record_free (SignetLocalRecord *self);
const char *signet_local_record_get_id (SignetLocalRecord *self);
const char *signet_local_record_get_title (SignetLocalRecord *self);
GBytes *signet_local_record_get_body (SignetLocalRecord *self);
gboolean signet_local_record_save (SignetTables *tables, SignetLocalRecord *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetLocalRecord, signet_local_record_free)

G_END_DECLS
