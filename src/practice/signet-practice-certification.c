/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-certification.h"

#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-merge.h"
#include "practice/signet-practice-page.h"
#include "practice/signet-practice-papers.h"
#include "practice/signet-practice-record.h"
#include "practice/signet-practice-refusal.h"

/* What is certified: parties and rights. Submitted and locked at once; reviewed at once or with the first
 * complaint, as the rule set says; corrected only in what a finding names.
 */

#define COLUMNS SIGNET_PRACTICE_RECORD_COLUMNS

static gboolean
find_by_id (const SignetPracticeCertificationKind *kind,
            SignetPracticeContext *context,
            SignetPracticeExchange *exchange,
            SignetStatement **row,
            GError **error)
{
  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), row, error,
                                   "SELECT " COLUMNS
                                   " FROM certifications WHERE id = ? AND account = ? AND kind = ?",
                                   "sis", signet_practice_exchange_get_id (exchange),
                                   signet_practice_exchange_get_account (exchange), kind->kind))
    return FALSE;
  if (*row == NULL)
    signet_practice_refuse (exchange, "not-found", NULL);
  return TRUE;
}

static gboolean
answer_accepted (const SignetPracticeCertificationKind *kind,
                 SignetPracticeContext *context,
                 SignetPracticeExchange *exchange,
                 gint64 row,
                 guint status,
                 GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonArray) files = json_array_new ();
  g_autofree char *tag = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &statement, error,
                                   "SELECT " COLUMNS " FROM certifications WHERE n = ?", "i", row))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  resource = signet_practice_record_make (statement);
  tag = signet_practice_record_make_tag (statement);
  signet_practice_papers_add_to_receipt (files, resource);
  return signet_practice_record_answer_accepted (
      context, exchange, status,
      &(const SignetPracticeAcceptance){
          .kind = kind->kind,
          .collection = kind->collection,
          .resource = resource,
          .tag = tag,
          .received_at = signet_statement_get_int64 (statement, SIGNET_PRACTICE_RECORD_UPDATED_AT),
          .files = files,
      },
      error);
}

static gboolean
make_entry (SignetPracticePlatform *platform, SignetStatement *row, JsonObject **object, GError **error)
{
  *object = signet_practice_record_make (row);
  return TRUE;
}

/**
 * signet_practice_certification_list:
 * @kind: parties or rights
 * @context: the platform
 * @exchange: GET of the collection
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_list (const SignetPracticeCertificationKind *kind,
                                    SignetPracticeContext *context,
                                    SignetPracticeExchange *exchange,
                                    GError **error)
{
  g_autoptr (SignetStatement) rows = NULL;
  gint64 after;
  guint limit;

  if (!signet_practice_page_read (exchange, 100, 500, &limit, &after))
    return TRUE;
  rows = signet_practice_store_query (signet_practice_platform_get_store (context->platform), error,
                                      "SELECT " COLUMNS " FROM certifications"
                                      " WHERE account = ? AND kind = ? AND n > ? ORDER BY n LIMIT ?",
                                      "isii", signet_practice_exchange_get_account (exchange), kind->kind,
                                      after, (gint64) limit + 1);
  return rows != NULL && signet_practice_page_answer (context->platform, exchange, limit, rows,
                                                      SIGNET_PRACTICE_RECORD_ROW, make_entry, error);
}

/**
 * signet_practice_certification_get:
 * @kind: parties or rights
 * @context: the platform
 * @exchange: GET of one
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_get (const SignetPracticeCertificationKind *kind,
                                   SignetPracticeContext *context,
                                   SignetPracticeExchange *exchange,
                                   GError **error)
{
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) resource = NULL;
  g_autofree char *tag = NULL;

  if (!find_by_id (kind, context, exchange, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  resource = signet_practice_record_make (row);
  tag = signet_practice_record_make_tag (row);
  signet_practice_record_answer (exchange, resource, tag);
  return TRUE;
}

/* Checks a submission; afterwards either the exchange is refused or @content is good. */
static gboolean
check (const SignetPracticeCertificationKind *kind,
       SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       JsonObject *content,
       char **document,
       char **valid_until,
       GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (content, "", findings);

  if (!kind->check (context, exchange, content, findings, document, valid_until, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  if (!signet_practice_papers_resolve (context->platform, signet_practice_exchange_get_account (exchange),
                                       reader, content, error))
    return FALSE;
  if (findings->len > 0)
    signet_practice_refuse_findings (exchange, "invalid", 0, findings);
  return TRUE;
}

/**
 * signet_practice_certification_create:
 * @kind: parties or rights
 * @context: the platform
 * @exchange: POST to the collection
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_create (const SignetPracticeCertificationKind *kind,
                                      SignetPracticeContext *context,
                                      SignetPracticeExchange *exchange,
                                      GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 account = signet_practice_exchange_get_account (exchange);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (JsonObject)
      content = signet_practice_json_pick (signet_practice_exchange_get_json (exchange), kind->members);
  g_autofree char *document = NULL;
  g_autofree char *valid_until = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  gint64 row;

  if (!check (kind, context, exchange, content, &document, &valid_until, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  id = signet_practice_store_make_id (kind->prefix, error);
  text = signet_practice_json_print (content);
  if (id == NULL ||
      !signet_practice_store_run (
          store, error,
          "INSERT INTO certifications (id, account, kind, content, document, valid_until, status, created_at,"
          " updated_at) VALUES (?, ?, ?, ?, ?, ?, 'submitted', ?, ?)",
          "sissssii", id, account, kind->kind, text, document, valid_until, now, now))
    return FALSE;
  row = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  if (!signet_practice_store_add_change (store, account, now, kind->kind, row, error))
    return FALSE;
  if (signet_practice_rules_reviews_at_once (signet_practice_platform_get_rules (context->platform),
                                             kind->review))
    signet_practice_reviewer_add_certification (context->reviewer, row);
  return answer_accepted (kind, context, exchange, row, 201, error);
}

/* The stored files' ids are the platform's own; what a client sends has none. */
static JsonObject *
strip (const SignetPracticeCertificationKind *kind, JsonObject *resource)
{
  JsonObject *content = signet_practice_json_pick (resource, kind->members);
  JsonArray *files = signet_practice_json_get_array (content, "files");
  guint length = files != NULL ? json_array_get_length (files) : 0;

  for (guint i = 0; i < length; i++)
    json_object_remove_member (json_array_get_object_element (files, i), "id");
  return content;
}

static gboolean
may_correct (SignetPracticeExchange *exchange, SignetStatement *row)
{
  const char *match = signet_practice_exchange_get_header (exchange, "If-Match");
  g_autofree char *tag = signet_practice_record_make_tag (row);

  if (match == NULL)
    signet_practice_refuse (exchange, "precondition-required", NULL);
  else if (g_strcmp0 (match, tag) != 0 && g_strcmp0 (match, "*") != 0)
    signet_practice_refuse (exchange, "precondition-failed", NULL);
  else if (g_strcmp0 (signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_STATUS),
                      SIGNET_STATUS_NEEDS_CORRECTION) != 0)
    signet_practice_refuse (exchange, "locked", NULL);
  return !signet_practice_exchange_is_answered (exchange);
}

static void
refuse_locked_members (SignetPracticeExchange *exchange, GPtrArray *changed, SignetStatement *row)
{
  g_autoptr (JsonArray) named =
      signet_practice_json_read_array (signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_FINDINGS));
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < changed->len; i++)
    if (!signet_practice_merge_may_change (g_ptr_array_index (changed, i), named))
      g_ptr_array_add (findings, signet_finding_new (g_ptr_array_index (changed, i), SIGNET_SEVERITY_ERROR,
                                                     "locked", NULL));
  if (findings->len > 0)
    signet_practice_refuse_findings (exchange, "locked", 0, findings);
}

/**
 * signet_practice_certification_correct:
 * @kind: parties or rights
 * @context: the platform
 * @exchange: PATCH of one
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_correct (const SignetPracticeCertificationKind *kind,
                                       SignetPracticeContext *context,
                                       SignetPracticeExchange *exchange,
                                       GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) merged = NULL;
  g_autoptr (JsonObject) content = NULL;
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *document = NULL;
  g_autofree char *valid_until = NULL;
  g_autofree char *text = NULL;
  gint64 n;

  if (!find_by_id (kind, context, exchange, &row, error))
    return FALSE;
  if (row == NULL || !may_correct (exchange, row))
    return TRUE;

  n = signet_statement_get_int64 (row, SIGNET_PRACTICE_RECORD_ROW);
  resource = signet_practice_record_make (row);
  before = strip (kind, resource);
  merged = signet_practice_merge (before, signet_practice_exchange_get_json (exchange), changed);
  refuse_locked_members (exchange, changed, row);
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  content = signet_practice_json_pick (merged, kind->members);
  if (!check (kind, context, exchange, content, &document, &valid_until, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  text = signet_practice_json_print (content);
  if (!signet_practice_store_run (store, error,
                                  "UPDATE certifications SET content = ?, document = ?, valid_until = ?,"
                                  " status = 'in_review', findings = '[]', due_at = NULL,"
                                  " version = version + 1, updated_at = ? WHERE n = ?",
                                  "sssii", text, document, valid_until, now, n) ||
      !signet_practice_store_add_change (store, signet_practice_exchange_get_account (exchange), now,
                                         kind->kind, n, error))
    return FALSE;
  signet_practice_reviewer_add_certification (context->reviewer, n);
  return answer_accepted (kind, context, exchange, n, 200, error);
}

/**
 * signet_practice_certification_find:
 * @platform: the platform
 * @account: row of the account
 * @kind: `party` or `right`
 * @id: its id
 * @row: (out): its row, 0 if the account has none of that id
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
  return TRUE;
}

/**
 * signet_practice_certification_load:
 * @platform: the platform
 * @row: its row
 * @object: (out) (transfer full): the party or right as the wire has it
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_certification_load (SignetPracticePlatform *platform,
                                    gint64 row,
                                    JsonObject **object,
                                    GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT " COLUMNS " FROM certifications WHERE n = ?", "i", row))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  *object = signet_practice_record_make (statement);
  return TRUE;
}

/**
 * signet_practice_certification_set_status:
 * @platform: the platform, with a transaction open
 * @row: its row
 * @status: what became of it
 * @findings: (nullable) (element-type SignetFinding): why
 * @error: return location
 *
 * Writes down what review or time made of a party or right.
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
