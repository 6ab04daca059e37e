/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-certification.h"

#include "model/signet-words.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-record.h"

/* Certifications as they are stored and as the wire has them. */

/**
 * signet_practice_certification_follow:
 * @platform: the platform
 * @row: (inout): row of a certification; afterwards of the newest that was filed to renew it, if any was
 * @error: return location
 *
 * What renews an expired certification takes its place wherever that is named.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_follow (SignetPracticePlatform *platform, gint64 *row, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (platform), &statement, error,
          "WITH RECURSIVE line (n, next) AS (SELECT n, renewed_by FROM certifications WHERE n = ?"
          " UNION ALL SELECT c.n, c.renewed_by FROM line JOIN certifications c ON c.n = line.next)"
          " SELECT n FROM line WHERE next IS NULL",
          "i", *row))
    return FALSE;
  if (statement != NULL)
    *row = signet_statement_get_int64 (statement, 0);
  return TRUE;
}

/**
 * signet_practice_certification_find:
 * @platform: the platform
 * @account: row of the account
 * @kind: `party`, `right` or `authorisation`
 * @id: its id
 * @row: (out): its row, or the one of what renews it; 0 if the account has none of that id
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_find (SignetPracticePlatform *platform,
                                    gint64 account,
                                    const char *kind,
                                    const char *id,
                                    gint64 *row,
                                    GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT n FROM certifications WHERE id = ? AND account = ? AND kind = ?",
                                   "sis", id, account, kind))
    return FALSE;
  *row = statement != NULL ? signet_statement_get_int64 (statement, 0) : 0;
  return *row == 0 || signet_practice_certification_follow (platform, row, error);
}

/**
 * signet_practice_certification_is_named:
 * @platform: the platform
 * @row: row of a certification
 * @account: row of its account
 * @kind: `party`, `right` or `authorisation`
 * @ids: (nullable): ids of such certifications
 * @named: (out): whether it is among them, or renews one of them
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_is_named (SignetPracticePlatform *platform,
                                        gint64 row,
                                        gint64 account,
                                        const char *kind,
                                        JsonArray *ids,
                                        gboolean *named,
                                        GError **error)
{
  guint length = ids != NULL ? json_array_get_length (ids) : 0;

  *named = FALSE;
  for (guint i = 0; i < length && !*named; i++)
    {
      gint64 one;

      if (!signet_practice_certification_find (platform, account, kind,
                                               json_array_get_string_element (ids, i), &one, error))
        return FALSE;
      *named = one != 0 && one == row;
    }
  return TRUE;
}

/**
 * signet_practice_certification_refer:
 * @context: the platform
 * @exchange: the submission
 * @reader: reads it; gets the findings
 * @step: the member that names a certification
 * @kind: of which kind it must be
 * @id: (nullable): the id that stands there
 * @row: (out): its row, 0 if the account has none of that id
 * @error: return location
 *
 * Looks up what a submission names; what the account hasn't is unknown.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_refer (SignetPracticeContext *context,
                                     SignetPracticeExchange *exchange,
                                     SignetPracticeReader *reader,
                                     const char *step,
                                     const char *kind,
                                     const char *id,
                                     gint64 *row,
                                     GError **error)
{
  if (!signet_practice_certification_find (context->platform, signet_practice_exchange_get_account (exchange),
                                           kind, id, row, error))
    return FALSE;
  if (*row == 0)
    signet_practice_reader_add (reader, step, "unknown", NULL);
  return TRUE;
}

/**
 * signet_practice_certification_load_id:
 * @platform: the platform
 * @id: its id
 * @kind: (out) (optional) (transfer none): its kind
 * @object: (out) (transfer full) (nullable): the certification, or what renews it, as the wire has it; %NULL
 * if there is none
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_load_id (SignetPracticePlatform *platform,
                                       const char *id,
                                       const SignetPracticeKind **kind,
                                       JsonObject **object,
                                       GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  gint64 row;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT n FROM certifications WHERE id = ?", "s", id))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  row = signet_statement_get_int64 (statement, 0);
  return signet_practice_certification_follow (platform, &row, error) &&
         signet_practice_certification_load (platform, row, kind, object, NULL, error);
}

/**
 * signet_practice_certification_load:
 * @platform: the platform
 * @row: its row
 * @kind: (out) (optional) (transfer none): its kind
 * @object: (out) (transfer full): the certification as the wire has it
 * @tag: (out) (optional) (transfer full): its entity tag
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_load (SignetPracticePlatform *platform,
                                    gint64 row,
                                    const SignetPracticeKind **kind,
                                    JsonObject **object,
                                    char **tag,
                                    GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (platform), &statement, error,
          "SELECT " SIGNET_PRACTICE_RECORD_COLUMNS ", kind FROM certifications WHERE n = ?", "i", row))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  if (kind != NULL)
    *kind =
        signet_practice_kind_find (signet_statement_get_text (statement, SIGNET_PRACTICE_RECORD_N_COLUMNS));
  if (tag != NULL)
    *tag = signet_practice_record_make_tag (statement);
  *object = signet_practice_record_make (statement);
  return TRUE;
}

/**
 * signet_practice_certification_list_others:
 * @platform: the platform
 * @id: its id
 * @same_account: whether the others of its account are asked for, or those of other accounts
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type JsonObject): what was sent of the approved ones that are
 *   of the same kind and known by the same document, oldest first; none whose place was taken by another
 */
GPtrArray *
signet_practice_certification_list_others (SignetPracticePlatform *platform,
                                           const char *id,
                                           gboolean same_account,
                                           GError **error)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_autoptr (SignetStatement) rows = signet_practice_store_query (
      signet_practice_platform_get_store (platform), error,
      "SELECT o.content FROM certifications o JOIN certifications c ON c.id = ?"
      " WHERE o.kind = c.kind AND o.document = c.document AND o.n <> c.n AND (o.account = c.account) = ?"
      " AND o.status = 'approved' AND o.renewed_by IS NULL ORDER BY o.n",
      "si", id, (gint64) same_account);
  gboolean found;

  if (rows == NULL)
    return NULL;
  while (signet_practice_store_next (rows, &found, error))
    {
      if (!found)
        return g_steal_pointer (&others);
      g_ptr_array_add (others, signet_practice_json_read_object (signet_statement_get_text (rows, 0)));
    }
  return NULL;
}

/**
 * signet_practice_certification_set_status:
 * @platform: the platform, with a transaction open
 * @row: its row
 * @status: what became of it
 * @findings: (nullable) (element-type SignetFinding): why
 * @error: return location
 *
 * Writes down what review or time made of a certification.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_set_status (SignetPracticePlatform *platform,
                                          gint64 row,
                                          const char *status,
                                          GPtrArray *findings,
                                          GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *text = findings != NULL ? signet_practice_json_print_findings (findings) : g_strdup ("[]");
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (store, &statement, error,
                                   "SELECT account, kind FROM certifications WHERE n = ?", "i", row))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  return signet_practice_store_run (store, error,
                                    "UPDATE certifications SET status = ?, findings = ?,"
                                    " due_at = NULLIF (?, 0), version = version + 1, updated_at = ?"
                                    " WHERE n = ?",
                                    "ssiii", status, text, signet_practice_record_get_due (status, now), now,
                                    row) &&
         signet_practice_store_add_change (store, signet_statement_get_int64 (statement, 0), now,
                                           signet_statement_get_text (statement, 1), row, error);
}
