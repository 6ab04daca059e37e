/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding.h"
#include "model/signet-finding-codes.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-merge.h"
#include "practice/signet-practice-page.h"
#include "practice/signet-practice-papers.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-record.h"
#include "practice/signet-practice-refusal.h"

/* `/v1/parties`, `/v1/rights` and `/v1/authorisations`: what is certified. Submitted and locked at once;
 * reviewed at once or with the first complaint, as the rule set says; corrected only in what a finding names.
 * What a kind has of its own stands in its SignetPracticeKind.
 */

static gboolean
find_own (SignetPracticeContext *context,
          SignetPracticeExchange *exchange,
          SignetStatement **row,
          GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), row, error,
                                   "SELECT " SIGNET_PRACTICE_RECORD_COLUMNS
                                   " FROM certifications WHERE id = ? AND account = ? AND kind = ?",
                                   "sis", signet_practice_exchange_get_id (exchange),
                                   signet_practice_exchange_get_account (exchange), kind->name))
    return FALSE;
  if (*row == NULL)
    signet_practice_refuse (exchange, "not-found", NULL);
  return TRUE;
}

static gboolean
answer_accepted (SignetPracticeContext *context,
                 SignetPracticeExchange *exchange,
                 gint64 row,
                 guint status,
                 gint64 received_at,
                 GError **error)
{
  const SignetPracticeKind *kind;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonArray) files = json_array_new ();
  g_autofree char *tag = NULL;

  if (!signet_practice_certification_load (context->platform, row, &kind, &resource, &tag, error))
    return FALSE;
  signet_practice_papers_add_to_receipt (files, resource);
  return signet_practice_record_answer_accepted (context, exchange, status,
                                                 &(const SignetPracticeAcceptance){
                                                     .kind = kind->name,
                                                     .collection = kind->collection,
                                                     .resource = resource,
                                                     .tag = tag,
                                                     .received_at = received_at,
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

static gboolean
list_certifications (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);
  g_autoptr (SignetStatement) rows = NULL;
  gint64 after;
  guint limit;

  if (!signet_practice_page_read (exchange, 100, 500, &limit, &after))
    return TRUE;
  rows = signet_practice_store_query (signet_practice_platform_get_store (context->platform), error,
                                      "SELECT " SIGNET_PRACTICE_RECORD_COLUMNS " FROM certifications"
                                      " WHERE account = ? AND kind = ? AND n > ? ORDER BY n LIMIT ?",
                                      "isii", signet_practice_exchange_get_account (exchange), kind->name,
                                      after, (gint64) limit + 1);
  return rows != NULL && signet_practice_page_answer (context->platform, exchange, limit, rows,
                                                      SIGNET_PRACTICE_RECORD_ROW, make_entry, error);
}

static gboolean
get_certification (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) resource = NULL;
  g_autofree char *tag = NULL;

  if (!find_own (context, exchange, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  resource = signet_practice_record_make (row);
  tag = signet_practice_record_make_tag (row);
  signet_practice_record_answer (exchange, resource, tag);
  return TRUE;
}

/* What stands beside a certification's content, to find it by. */
typedef struct
{
  SignetPracticeClaim claim;
  char *end;      /* the day after which it has expired, empty or NULL for never */
  gint64 renewed; /* row of the one whose place it takes, 0 for none */
} Keys;

static void
keys_clear (Keys *keys)
{
  g_free (keys->claim.document);
  g_free (keys->end);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)

/* Notes what is wrong with the form of a submission. */
static gboolean
check_form (SignetPracticeContext *context,
            SignetPracticeExchange *exchange,
            SignetPracticeReader *reader,
            JsonObject *content,
            gpointer model,
            GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);
  g_autoptr (GPtrArray) found = NULL;

  if (!kind->check (context, exchange, reader, model, error) ||
      !kind->validate (context->platform, content, model, FALSE, &found, error))
    return FALSE;
  signet_practice_reader_add_errors (reader, found);
  return TRUE;
}

static gboolean
has_same (JsonObject *one, JsonObject *other, const char *member)
{
  const char *text = signet_practice_json_get_string (one, member);
  const char *other_text = signet_practice_json_get_string (other, member);

  return text != NULL && *text != '\0' && other_text != NULL && g_ascii_strcasecmp (text, other_text) == 0;
}

/* Whatever names the expired one means the other from then on, so it must be the same: somebody under a new
 * document or a new name, but not both; a right under its number, or its name where it has none. What an
 * authorisation says is read on its papers. */
static gboolean
is_same (const SignetPracticeKind *kind, JsonObject *content, JsonObject *expired)
{
  const char *number = signet_practice_json_get_string (expired, "number");

  if (g_str_equal (kind->name, SIGNET_KIND_AUTHORISATION))
    return TRUE;
  if (!has_same (content, expired, "kind"))
    return FALSE;
  if (g_str_equal (kind->name, SIGNET_KIND_RIGHT))
    return has_same (content, expired, number != NULL && *number != '\0' ? "number" : "name");
  return has_same (content, expired, "name") ||
         has_same (signet_practice_json_get_object (content, "document"),
                   signet_practice_json_get_object (expired, "document"), "number");
}

/* Only what has expired can be renewed, once: what renews it is the one to renew then. */
static gboolean
check_renewed (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               SignetPracticeReader *reader,
               JsonObject *content,
               gint64 *renewed,
               GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);
  const char *id = signet_practice_reader_get_text (reader, "renews");
  g_autoptr (JsonObject) expired = NULL;

  if (id == NULL || signet_practice_exchange_get_id (exchange) != NULL)
    return TRUE;
  if (!signet_practice_certification_refer (context, exchange, reader, "renews", kind->name, id, renewed,
                                            error) ||
      (*renewed != 0 &&
       !signet_practice_certification_load (context->platform, *renewed, NULL, &expired, NULL, error)))
    return FALSE;
  if (expired == NULL)
    return TRUE;
  if (g_strcmp0 (signet_practice_json_get_string (expired, "status"), SIGNET_STATUS_EXPIRED) != 0)
    signet_practice_reader_add (reader, "renews", SIGNET_FINDING_NOT_EXPIRED, NULL);
  else if (!is_same (kind, content, expired))
    signet_practice_reader_add (reader, "renews", "differs", NULL);
  return TRUE;
}

/* Checks a submission; afterwards either the exchange is refused or @content is good. */
static gboolean
check (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       JsonObject *content,
       Keys *keys,
       GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (content, "", findings);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), content);
  g_autoptr (GError) decode_error = NULL;
  g_autoptr (GObject) model = kind->decode (node, &decode_error);

  if (model == NULL)
    signet_practice_reader_add_error (reader, decode_error);
  else if (!check_form (context, exchange, reader, content, model, error))
    return FALSE;
  if (!check_renewed (context, exchange, reader, content, &keys->renewed, error) ||
      !signet_practice_papers_resolve (context->platform, signet_practice_exchange_get_account (exchange),
                                       reader, content, error))
    return FALSE;
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  return kind->find_end (context->platform, content, model, &keys->end, error) &&
         (kind->claim == NULL || kind->claim (context, exchange, model, &keys->claim, error));
}

static gboolean
post_certification (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 account = signet_practice_exchange_get_account (exchange);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (JsonObject)
      content = signet_practice_json_pick (signet_practice_exchange_get_json (exchange), kind->members);
  g_auto (Keys) keys = { { NULL } };
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  gint64 row;

  if (!check (context, exchange, content, &keys, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  id = signet_practice_store_make_id (kind->prefix, error);
  text = signet_practice_json_print (content);
  if (id == NULL ||
      !signet_practice_store_run (
          store, error,
          "INSERT INTO certifications (id, account, kind, content, document, own, valid_until, status,"
          " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, NULLIF (?, ''), 'submitted', ?, ?)",
          "sisssisii", id, account, kind->name, text, keys.claim.document, (gint64) keys.claim.own, keys.end,
          now, now))
    return FALSE;
  row = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  if (!signet_practice_store_run (store, error, "UPDATE certifications SET renewed_by = ? WHERE n = ?", "ii",
                                  row, keys.renewed) ||
      !signet_practice_store_add_change (store, account, now, kind->name, row, error))
    return FALSE;
  if (signet_practice_rules_reviews_at_once (signet_practice_platform_get_rules (context->platform),
                                             kind->review))
    signet_practice_reviewer_add_certification (context->reviewer, row);
  else if (keys.renewed != 0 && !signet_practice_reviewer_add_renewal (context->reviewer, row, error))
    return FALSE;
  return answer_accepted (context, exchange, row, 201, now, error);
}

/* The stored files' ids are the platform's own; what a client sends has none. */
static JsonObject *
strip (const SignetPracticeKind *kind, JsonObject *resource)
{
  JsonObject *content = signet_practice_json_pick (resource, kind->members);
  JsonArray *files = signet_practice_json_get_array (content, "files");
  guint length = files != NULL ? json_array_get_length (files) : 0;

  for (guint i = 0; i < length; i++)
    json_object_remove_member (json_array_get_object_element (files, i), "id");
  return content;
}

static gboolean
meets_precondition (SignetPracticeExchange *exchange, SignetStatement *row)
{
  const char *match = signet_practice_exchange_get_header (exchange, "If-Match");
  g_autofree char *tag = signet_practice_record_make_tag (row);

  if (match == NULL)
    signet_practice_refuse (exchange, "precondition-required", NULL);
  else if (g_strcmp0 (match, tag) != 0 && g_strcmp0 (match, "*") != 0)
    signet_practice_refuse (exchange, "precondition-failed", NULL);
  return !signet_practice_exchange_is_answered (exchange);
}

static void
add_locked (GPtrArray *findings, const char *pointer, const char *slot)
{
  g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, "locked",
                                                 slot != NULL ? "slot" : NULL, slot, NULL));
}

/* Outside of a correction everything is locked, else what no finding points to. */
static void
refuse_locked_members (SignetPracticeExchange *exchange,
                       SignetStatement *row,
                       JsonObject *before,
                       JsonObject *after,
                       GPtrArray *changed)
{
  gboolean corrects = g_strcmp0 (signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_STATUS),
                                 SIGNET_STATUS_NEEDS_CORRECTION) == 0;
  g_autoptr (JsonArray) named =
      signet_practice_json_read_array (signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_FINDINGS));
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) slots =
      signet_practice_merge_list_closed_slots (signet_practice_json_get_array (before, "files"),
                                               signet_practice_json_get_array (after, "files"), named);

  for (guint i = 0; i < changed->len; i++)
    {
      const char *pointer = g_ptr_array_index (changed, i);

      if (!corrects || !signet_practice_merge_may_change (pointer, named))
        add_locked (findings, pointer, NULL);
      else if (g_str_equal (pointer, "/files"))
        for (guint j = 0; j < slots->len; j++)
          add_locked (findings, pointer, g_ptr_array_index (slots, j));
    }
  if (findings->len > 0 || !corrects)
    signet_practice_refuse_findings (exchange, "locked", 0, findings);
}

static gboolean
patch_certification (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const SignetPracticeKind *kind = signet_practice_exchange_get_subject (exchange);
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonObject) before = NULL;
  g_autoptr (JsonObject) merged = NULL;
  g_autoptr (JsonObject) content = NULL;
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_free);
  g_auto (Keys) keys = { { NULL } };
  g_autofree char *text = NULL;
  gint64 n;

  if (!find_own (context, exchange, &row, error))
    return FALSE;
  if (row == NULL || !meets_precondition (exchange, row))
    return TRUE;

  n = signet_statement_get_int64 (row, SIGNET_PRACTICE_RECORD_ROW);
  resource = signet_practice_record_make (row);
  before = strip (kind, resource);
  merged = signet_practice_merge (before, signet_practice_exchange_get_json (exchange), changed);
  refuse_locked_members (exchange, row, before, merged, changed);
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  content = signet_practice_json_pick (merged, kind->members);
  if (!check (context, exchange, content, &keys, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  text = signet_practice_json_print (content);
  if (!signet_practice_store_run (store, error,
                                  "UPDATE certifications SET content = ?, document = ?, own = ?,"
                                  " valid_until = NULLIF (?, ''), status = 'in_review', findings = '[]',"
                                  " due_at = NULL, version = version + 1, updated_at = ? WHERE n = ?",
                                  "ssisii", text, keys.claim.document, (gint64) keys.claim.own, keys.end, now,
                                  n) ||
      !signet_practice_store_add_change (store, signet_practice_exchange_get_account (exchange), now,
                                         kind->name, n, error))
    return FALSE;
  signet_practice_reviewer_add_certification (context->reviewer, n);
  return answer_accepted (context, exchange, n, 200, now, error);
}

#define POST (SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY)
#define PATCH (SIGNET_PRACTICE_ROUTE_PATCH | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY_ALLOWED)
#define PARTY &signet_practice_kind_party
#define RIGHT &signet_practice_kind_right
#define AUTHORISATION &signet_practice_kind_authorisation

const SignetPracticeRoute signet_practice_certification_routes[] = {
  { "GET", "/v1/parties", 0, list_certifications, PARTY },
  { "POST", "/v1/parties", POST, post_certification, PARTY },
  { "GET", "/v1/parties/{id}", 0, get_certification, PARTY },
  { "PATCH", "/v1/parties/{id}", PATCH, patch_certification, PARTY },
  { "GET", "/v1/rights", 0, list_certifications, RIGHT },
  { "POST", "/v1/rights", POST, post_certification, RIGHT },
  { "GET", "/v1/rights/{id}", 0, get_certification, RIGHT },
  { "PATCH", "/v1/rights/{id}", PATCH, patch_certification, RIGHT },
  { "GET", "/v1/authorisations", 0, list_certifications, AUTHORISATION },
  { "POST", "/v1/authorisations", POST, post_certification, AUTHORISATION },
  { "GET", "/v1/authorisations/{id}", 0, get_certification, AUTHORISATION },
  { "PATCH", "/v1/authorisations/{id}", PATCH, patch_certification, AUTHORISATION },
  { NULL, NULL, 0, NULL },
};
