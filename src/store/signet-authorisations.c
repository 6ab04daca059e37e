/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-authorisations.h"

#include "store/signet-deadlines.h"
#include "store/signet-table-map.h"

/* The table `authorisations`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, id) },
  { "principal", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, principal) },
  { "agent", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, agent) },
  { "follows", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, follows) },
  { "handler", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, handler) },
  { "valid_from", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, valid_from) },
  { "valid_until", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, valid_until) },
  { "all_rights", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetAuthorisationRecord, all_rights) },
  { "rights", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetAuthorisationRecord, rights) },
  { "n_rights", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetAuthorisationRecord, n_rights) },
  { "sub_delegation", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetAuthorisationRecord, sub_delegation) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetAuthorisationRecord, body) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetAuthorisationRecord, created_at) },
  { "updated_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetAuthorisationRecord, updated_at) },
};

SIGNET_DEFINE_RECORD (SignetAuthorisationRecord, signet_authorisation_record, "authorisations", "id")

static gboolean
is_in (GPtrArray *links, const char *id)
{
  for (guint i = 0; i < links->len; i++)
    if (g_strcmp0 (((SignetAuthorisationRecord *) g_ptr_array_index (links, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * signet_authorisations_save:
 * @tables: writable tables
 * @record: the authorisation
 * @error: return location
 *
 * Inserts the authorisation or replaces the one with its id. When it runs out is remembered with it.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_authorisations_save (SignetTables *tables, const SignetAuthorisationRecord *record, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_AUTHORISATION, record->id);
  return signet_table_map_save (&map, tables, record, error) &&
         signet_deadlines_keep (tables, record->id, SIGNET_REMINDER_AUTHORISATION, record->principal,
                                record->valid_until, FALSE, error);
}

/**
 * signet_authorisations_find:
 * @tables: tables
 * @id: local id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the authorisation
 */
SignetAuthorisationRecord *
signet_authorisations_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_authorisations_list:
 * @tables: tables
 * @principal: (nullable): local id of who gave them, %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetAuthorisationRecord): authorisations, oldest first
 */
GPtrArray *
signet_authorisations_list (SignetTables *tables, const char *principal, GError **error)
{
  GDestroyNotify free_record = (GDestroyNotify) signet_authorisation_record_free;

  if (principal == NULL)
    return signet_table_map_list (&map, tables, free_record, "ORDER BY row", "", error);
  return signet_table_map_list (&map, tables, free_record, "WHERE principal = ? ORDER BY row", "t", error,
                                principal);
}

/**
 * signet_authorisations_list_chain:
 * @tables: tables
 * @id: local id of the last link
 * @error: return location
 *
 * Follows an authorisation to the one the principal gave first. A chain whose next link isn't on this desk,
 * or has been met before, ends there: what is wrong with it is the validator's business.
 *
 * Returns: (transfer full) (nullable) (element-type SignetAuthorisationRecord): the links, the last one first
 */
GPtrArray *
signet_authorisations_list_chain (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (GPtrArray)
      links = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_authorisation_record_free);
  SignetAuthorisationRecord *link = signet_authorisations_find (tables, id, error);

  if (link == NULL)
    return NULL;
  while (link != NULL)
    {
      g_autoptr (GError) missing = NULL;

      g_ptr_array_add (links, link);
      if (*link->follows == '\0' || is_in (links, link->follows))
        break;
      link = signet_authorisations_find (tables, link->follows, &missing);
      if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
        return NULL;
    }
  return g_steal_pointer (&links);
}
