/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-authorisation.h"
#include "model/signet-certification.h"
#include "model/signet-party.h"
#include "model/signet-right.h"
#include "store/signet-certifications.h"
#include "store/signet-changes.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: model objects out of the store's rows. By primary key only, so the main thread
 * may ask. */
SignetParty *signet_records_find_party (SignetTables *tables, const char *id, GError **error);
SignetParty *
signet_records_find_party_on (SignetTables *tables, const char *account, const char *id, GError **error);
SignetRight *signet_records_find_right (SignetTables *tables, const char *id, GError **error);
SignetAuthorisation *signet_records_find_authorisation (SignetTables *tables, const char *id, GError **error);
SignetRecord *signet_records_find (SignetTables *tables, const char *kind, const char *id, GError **error);
SignetRecord *signet_records_find_on (SignetTables *tables,
                                      const char *account,
                                      const char *kind,
                                      const char *id,
                                      GError **error);
GListStore *signet_records_get_evidence (SignetRecord *record);
void signet_records_read_findings (GListStore *findings, GBytes *bytes);
gboolean signet_records_have_changed (SignetChanges *changes, const char *id);
void signet_records_read_refusal (SignetTables *tables,
                                  const char *account,
                                  const char *subject,
                                  GListStore *findings);
SignetCertification *signet_records_find_certification (SignetTables *tables,
                                                        const char *account,
                                                        const char *subject,
                                                        GError **error);
gboolean signet_records_can_renew (const SignetCertificationRecord *certification);

G_END_DECLS
