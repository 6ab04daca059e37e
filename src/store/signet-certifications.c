/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-certifications.h"

#include "store/signet-certification-events.h"
#include "store/signet-table-map.h"
#include "store/signet-subjects.h"

/* The table `certifications`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, account) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, kind) },
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationRecord, subject) },
  { "own", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetCertificationRecord, own) },
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
 * Inserts the certification or replaces the one of the same account and subject. A new state that the
 * platform gave it is remembered in its history.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_certifications_save (SignetTables *tables, const SignetCertificationRecord *record, GError **error)
{
  signet_subjects_mark (tables, record->kind, record->subject);
  return signet_table_map_save (&map, tables, record, error) &&
         signet_certification_events_follow (tables, record, error);
}

/**
 * signet_certifications_find:
 * @tables: tables
 * @account: an account
 * @subject: local id of a party, right or authorisation
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
 * @remote_id: the platform's id of a party, right or authorisation, not ""
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

/**
 * signet_certifications_list:
 * @tables: tables
 * @subject: local id of a party, right or authorisation
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetCertificationRecord): what each account's platform
 * thinks of it, the first one first
 */
GPtrArray *
signet_certifications_list (SignetTables *tables, const char *subject, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_certification_record_free,
                                "WHERE subject = ? ORDER BY row", "t", error, subject);
}

/**
 * signet_certifications_list_own:
 * @tables: tables
 * @account: an account
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetCertificationRecord): the account holder's own
 * identities there, the first one first, whatever their state
 */
GPtrArray *
signet_certifications_list_own (SignetTables *tables, const char *account, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_certification_record_free,
                                "WHERE account = ? AND own = 1 ORDER BY row", "t", error, account);
}
