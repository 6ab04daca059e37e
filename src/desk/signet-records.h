/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-certification.h"
#include "model/signet-party.h"
#include "model/signet-right.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: model objects out of the store's rows. By primary key only, so the main thread
 * may ask. */
SignetParty *signet_records_find_party (SignetTables *tables, const char *id, GError **error);
SignetRight *signet_records_find_right (SignetTables *tables, const char *id, GError **error);
void signet_records_read_refusal (SignetTables *tables, const char *subject, GListStore *findings);
SignetCertification *signet_records_find_certification (SignetTables *tables,
                                                        const char *account,
                                                        const char *subject,
                                                        GError **error);

G_END_DECLS
