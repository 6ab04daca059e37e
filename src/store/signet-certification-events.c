/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-certification-events.h"

#include "store/signet-table-map.h"

/* The table `certification_events`: how each certification came to stand where it does. Kept by
 * signet_certifications_save(). On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationEventRecord, account) },
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationEventRecord, subject) },
  { "remote_id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationEventRecord, remote_id) },
  { "at", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationEventRecord, at) },
  { "status", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetCertificationEventRecord, status) },
  { "n_findings", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetCertificationEventRecord, n_findings) },
  { "findings", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetCertificationEventRecord, findings) },
};

SIGNET_DEFINE_RECORD (SignetCertificationEventRecord,
                      signet_certification_event_record,
                      "certification_events",
                      "row")

static SignetCertificationEventRecord *
find_last (SignetTables *tables, const SignetCertificationRecord *certification, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE subject = ? AND account = ? ORDER BY row DESC LIMIT 1",
                                "tt", error, certification->subject, certification->account);
}

static gboolean
is_same (GBytes *one, GBytes *other)
{
  return one == other || (one != NULL && other != NULL && g_bytes_equal (one, other));
}

/* A state that says the same as the last one isn't a new one: an answer and the change that tells of it both
 * come. What the platform doesn't know of yet has no history. */
gboolean
signet_certification_events_follow (SignetTables *tables,
                                    const SignetCertificationRecord *certification,
                                    GError **error)
{
  g_autoptr (SignetCertificationEventRecord) last = NULL;
  g_autoptr (GError) missing = NULL;

  if (certification->remote_id == NULL || *certification->remote_id == '\0')
    return TRUE;
  last = find_last (tables, certification, &missing);
  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  if (last != NULL && g_strcmp0 (last->remote_id, certification->remote_id) == 0 &&
      g_strcmp0 (last->status, certification->status) == 0 && last->n_findings == certification->n_findings &&
      is_same (last->findings, certification->findings))
    return TRUE;
  return signet_tables_run (
      tables,
      "INSERT INTO certification_events (account, subject, remote_id, at, status, n_findings, findings)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)",
      "tttttib", error, certification->account, certification->subject, certification->remote_id,
      certification->updated_at, certification->status, certification->n_findings, certification->findings);
}

/**
 * signet_certification_events_list:
 * @tables: tables
 * @account: local id of an account
 * @subject: local id of a party, right or authorisation
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetCertificationEventRecord): its states, newest first
 */
GPtrArray *
signet_certification_events_list (SignetTables *tables,
                                  const char *account,
                                  const char *subject,
                                  GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_certification_event_record_free,
                                "WHERE account = ? AND subject = ? ORDER BY row DESC", "tt", error, account,
                                subject);
}

/**
 * signet_certification_events_find_subject:
 * @tables: tables
 * @account: local id of an account
 * @remote_id: the platform's id of a party, right or authorisation, or of one that was renewed since
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if it isn't of this desk
 *
 * Returns: (transfer full) (nullable): its local id
 */
char *
signet_certification_events_find_subject (SignetTables *tables,
                                          const char *account,
                                          const char *remote_id,
                                          GError **error)
{
  g_autoptr (SignetCertificationEventRecord) event =
      signet_table_map_find (&map, tables, "WHERE account = ? AND remote_id = ? ORDER BY row DESC LIMIT 1",
                             "tt", error, account, remote_id);

  return event != NULL ? g_strdup (event->subject) : NULL;
}
