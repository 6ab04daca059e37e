/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-drafts.h"

#include "store/signet-table-map.h"

/* The table `drafts`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, id) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, kind) },
  { "principal", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, principal) },
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, account) },
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, subject) },
  { "purpose", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, purpose) },
  { "title", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, title) },
  { "page", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDraftRecord, page) },
  { "n_items", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetDraftRecord, n_items) },
  { "base", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetDraftRecord, base) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetDraftRecord, body) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetDraftRecord, created_at) },
  { "updated_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetDraftRecord, updated_at) },
};

SIGNET_DEFINE_RECORD (SignetDraftRecord, signet_draft_record, "drafts", "id")

/**
 * signet_drafts_save:
 * @tables: writable tables
 * @record: the draft
 * @error: return location
 *
 * Inserts the draft or replaces the one with its id.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_drafts_save (SignetTables *tables, const SignetDraftRecord *record, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_DRAFT, record->id);
  return signet_table_map_save (&map, tables, record, error);
}

/**
 * signet_drafts_delete:
 * @tables: writable tables
 * @id: a draft
 * @error: return location
 *
 * Ends a draft: it was submitted or discarded. One that is gone already is no error.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_drafts_delete (SignetTables *tables, const char *id, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_DRAFT, id);
  return signet_tables_run (tables, "DELETE FROM drafts WHERE id = ?", "t", error, id);
}

/**
 * signet_drafts_find:
 * @tables: tables
 * @id: a draft
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the draft
 */
SignetDraftRecord *
signet_drafts_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_drafts_find_purpose:
 * @tables: tables
 * @account: local id of an account
 * @subject: local id of a record
 * @purpose: what it is for
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if there is none
 *
 * Returns: (transfer full) (nullable): the draft of that record for that account and purpose
 */
SignetDraftRecord *
signet_drafts_find_purpose (SignetTables *tables,
                            const char *account,
                            const char *subject,
                            const char *purpose,
                            GError **error)
{
  return signet_table_map_find (&map, tables,
                                "WHERE subject = ? AND account = ? AND purpose = ? ORDER BY row LIMIT 1",
                                "ttt", error, subject, account, purpose);
}

/**
 * signet_drafts_find_revision:
 * @tables: tables
 * @subject: local id of a record
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if there is none
 *
 * Returns: (transfer full) (nullable): the draft that revises that record, for whatever account and purpose
 */
SignetDraftRecord *
signet_drafts_find_revision (SignetTables *tables, const char *subject, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE subject = ? AND purpose <> '' ORDER BY row LIMIT 1", "t",
                                error, subject);
}

/**
 * signet_drafts_list_kind:
 * @tables: tables
 * @account: local id of an account
 * @kind: registration, party, right, authorisation or complaint
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetDraftRecord): the account's drafts of that kind,
 * oldest first
 */
GPtrArray *
signet_drafts_list_kind (SignetTables *tables, const char *account, const char *kind, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_draft_record_free,
                                "WHERE account = ? AND kind = ? ORDER BY row", "tt", error, account, kind);
}
