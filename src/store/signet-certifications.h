/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetCertificationRecord:
 * @account: local id of the account
 * @kind: party, right or authorisation
 * @subject: its local id
 * @own: whether a party is the account holder's own identity there: as it was submitted, then as the platform
 * has it
 * @remote_id: the platform's id, "" before it has one
 * @status: a word of the wire, or the outbox state before the platform has it
 * @error_code: why it could not be sent, "" if it could
 * @n_findings: how many findings
 * @findings: the findings, encoded
 * @etag: of the resource on the platform
 * @body: the resource as the platform has it
 * @submitted_at: RFC 3339, "" before
 * @updated_at: RFC 3339
 * @due_at: RFC 3339, "" if nothing is due
 * @due_rule: which rule makes it due
 *
 * What one account's platform thinks of a party, right or authorisation.
 */
typedef struct
{
  char *account;
  char *kind;
  char *subject;
  gboolean own;
  char *remote_id;
  char *status;
  char *error_code;
  gint64 n_findings;
  GBytes *findings;
  char *etag;
  GBytes *body;
  char *submitted_at;
  char *updated_at;
  char *due_at;
  char *due_rule;
} SignetCertificationRecord;

SignetCertificationRecord *signet_certification_record_new (void);
void signet_certification_record_free (SignetCertificationRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetCertificationRecord, signet_certification_record_free)

gboolean
signet_certifications_save (SignetTables *tables, const SignetCertificationRecord *record, GError **error);
SignetCertificationRecord *
signet_certifications_find (SignetTables *tables, const char *account, const char *subject, GError **error);
SignetCertificationRecord *signet_certifications_find_remote (SignetTables *tables,
                                                              const char *account,
                                                              const char *remote_id,
                                                              GError **error);
GPtrArray *signet_certifications_list (SignetTables *tables, const char *subject, GError **error);
GPtrArray *signet_certifications_list_own (SignetTables *tables, const char *account, GError **error);

G_END_DECLS
