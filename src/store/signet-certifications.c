/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-certifications.h"

#include "store/signet-table-map.h"
#include "store/signet-subjects.h"

/* The table `certifications`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, account) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, kind) },
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, subject) },
  { "remote_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, remote_id) },
  { "status", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, status) },
  { "error_code", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, error_code) },
  { "n_findings", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetCertificationRecord, n_findings) },
  { "findings", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetCertificationRecord, findings) },
  { "etag", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, etag) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetCertificationRecord, body) },
  { "submitted_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, submitted_at) },
  { "updated_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, updated_at) },
  { "due_at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, due_at) },
  { "due_rule", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, due_rule) },
};

SIGNET_DEFINE_RECORD (SignetCertificationRecord,
                      signet_certification_record,
                      "certifications",
                      "account, subject")

/**
 * signet_certifications_save:
 * @tables: writable tables
 * @record: the certification
 * @error: return location
 *
 * Inserts the certification or replaces the one of the same account and subject.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_certifications_save (SignetTables *tables, const SignetCertificationRecord *record, GError **error)
{
  signet_subjects_mark (tables, record->kind, record->subject);
  return signet_table_map_save (&map, tables, record, error);
}

/**
 * signet_certifications_find:
 * @tables: tables
 * @account: an account
 * @subject: local id of a party or right
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the certification
 */
SignetCertificationRecord *
signet_certifications_find (SignetTables *tables, const char *account, const char *subject, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE account = ? AND subject = ?", "tt", error, account,
                                subject);
}

/**
 * signet_certifications_find_remote:
 * @tables: tables
 * @account: an account
 * @remote_id: the platform's id of a party or right, not ""
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the certification
 */
SignetCertificationRecord *
signet_certifications_find_remote (SignetTables *tables,
                                   const char *account,
                                   const char *remote_id,
                                   GError **error)
{
  g_return_val_if_fail (remote_id != NULL && remote_id[0] != '\0', NULL);

  return signet_table_map_find (&map, tables, "WHERE account = ? AND remote_id = ?", "tt", error, account,
                                remote_id);
}
