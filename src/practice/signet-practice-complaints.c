/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding-codes.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-clock.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-page.h"
#include "practice/signet-practice-papers.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-record.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"

#include <string.h>

/* `/v1/complaints`. Filing checks the form: what the contract and the rule set say must be there. Whether the
 * complaint holds is the reviewer's business. These checks are written apart from the client's validators on
 * purpose: each shows the other's mistakes.
 */

#define LONGEST_TEXT 4000

static const char *const members[] = {
  "right", "principal", "authorisation", "reason", "statement", "language", "guarantee", "files", NULL,
};
static const char *const guarantee_members[] = { "version", "language", "name", "given_at", NULL };
static const char *const item_members[] = {
  "kind",      "link",  "passcode", "source", "title", "seller",
  "seller_id", "price", "seen_at",  "class",  "note",  NULL,
};

typedef struct
{
  SignetPracticeContext *context;
  SignetPracticeExchange *exchange;
  SignetPracticeReader *reader;
  SignetPracticeComplaintDraft draft;
  JsonObject *right;     /* as it now is */
  JsonObject *principal; /* as it now is */
  JsonObject *reason;    /* of the rule set */
} Filing;

/* One of the certifications that the complaint names. */
static gboolean
check_named (Filing *filing,
             const char *name,
             const char *kind,
             const char *id,
             gint64 *row,
             JsonObject **object,
             GError **error)
{
  if (!signet_practice_certification_refer (filing->context, filing->exchange, filing->reader, name, kind, id,
                                            row, error))
    return FALSE;
  if (*row == 0)
    return TRUE;
  if (!signet_practice_certification_load (filing->context->platform, *row, NULL, object, NULL, error))
    return FALSE;
  if (g_strcmp0 (signet_practice_json_get_string (*object, "status"), SIGNET_STATUS_EXPIRED) == 0)
    signet_practice_reader_add (filing->reader, name, SIGNET_FINDING_EXPIRED, NULL);
  return TRUE;
}

static gboolean
check_right (Filing *filing, GError **error)
{
  const char *id = signet_practice_reader_need_text (filing->reader, "right");

  return id == NULL || check_named (filing, "right", SIGNET_KIND_RIGHT, id, &filing->draft.basis.right,
                                    &filing->right, error);
}

static gboolean
check_principal (Filing *filing, GError **error)
{
  const char *id = signet_practice_reader_need_text (filing->reader, "principal");
  gboolean holds;

  if (id == NULL)
    return TRUE;
  if (!check_named (filing, "principal", SIGNET_KIND_PARTY, id, &filing->draft.basis.principal,
                    &filing->principal, error))
    return FALSE;
  if (filing->principal == NULL || filing->right == NULL)
    return TRUE;
  if (!signet_practice_certification_is_named (
          filing->context->platform, filing->draft.basis.principal,
          signet_practice_exchange_get_account (filing->exchange), SIGNET_KIND_PARTY,
          signet_practice_json_get_array (filing->right, "holders"), &holds, error))
    return FALSE;
  if (!holds)
    signet_practice_reader_add (filing->reader, "principal", SIGNET_FINDING_OTHER_HOLDER, NULL);
  return TRUE;
}

/* Whoever acts for somebody else names the authorisation. Whether it covers the complaint is the reviewer's
 * business. */
static gboolean
check_authorisation (Filing *filing, GError **error)
{
  const char *id = signet_practice_reader_get_text (filing->reader, "authorisation");
  g_autoptr (JsonObject) authorisation = NULL;

  if (id != NULL)
    return check_named (filing, "authorisation", SIGNET_KIND_AUTHORISATION, id,
                        &filing->draft.basis.authorisation, &authorisation, error);
  if (filing->principal != NULL && !signet_practice_basis_is_own (filing->principal))
    signet_practice_reader_add (filing->reader, "authorisation", SIGNET_FINDING_AUTHORISATION_MISSING, NULL);
  return TRUE;
}

static void
check_reason (Filing *filing)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (filing->context->platform);
  const char *code = signet_practice_reader_need_text (filing->reader, "reason");

  if (code == NULL)
    return;
  filing->reason = signet_practice_rules_find_reason (rules, code);
  if (filing->reason == NULL)
    signet_practice_reader_add (filing->reader, "reason", "unsupported", NULL);
  else if (filing->right != NULL &&
           !signet_practice_json_has_string (signet_practice_json_get_array (filing->reason, "right_kinds"),
                                             signet_practice_json_get_string (filing->right, "kind")))
    signet_practice_reader_add (filing->reader, "reason", SIGNET_FINDING_REASON_RIGHT, "reason", code, NULL);
}

static gboolean
is_language (const char *text)
{
  return g_str_equal (text, SIGNET_LANGUAGE_ZH_CN) || g_str_equal (text, SIGNET_LANGUAGE_EN);
}

static void
check_words (Filing *filing)
{
  gint64 most = signet_practice_rules_get_limit (
      signet_practice_platform_get_rules (filing->context->platform), "statement_characters");
  const char *statement = signet_practice_reader_need_text (filing->reader, "statement");
  const char *language = signet_practice_reader_need_text (filing->reader, "language");

  if (statement != NULL && g_utf8_strlen (statement, -1) > most)
    {
      g_autofree char *count = g_strdup_printf ("%ld", g_utf8_strlen (statement, -1));
      g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, most);

      signet_practice_reader_add (filing->reader, "statement", SIGNET_FINDING_TOO_LONG, "count", count,
                                  "limit", limit, NULL);
    }
  if (language != NULL && !is_language (language))
    signet_practice_reader_add (filing->reader, "language", "unsupported", NULL);
}

static void
check_guarantee (Filing *filing)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (filing->context->platform);
  g_autoptr (SignetPracticeReader)
      guarantee = signet_practice_reader_need_object (filing->reader, "guarantee");
  g_autoptr (GDateTime) time = NULL;
  const char *version, *language, *given_at;

  if (guarantee == NULL)
    return;
  version = signet_practice_reader_need_text (guarantee, "version");
  language = signet_practice_reader_need_text (guarantee, "language");
  signet_practice_reader_need_text (guarantee, "name");
  given_at = signet_practice_reader_need_text (guarantee, "given_at");
  if (version != NULL && g_strcmp0 (version, signet_practice_rules_get_guarantee_version (rules)) != 0)
    signet_practice_reader_add (guarantee, "version", SIGNET_FINDING_GUARANTEE_CHANGED, NULL);
  if (language != NULL && !is_language (language))
    signet_practice_reader_add (guarantee, "language", "unsupported", NULL);
  if (given_at != NULL && (time = signet_practice_clock_read_time (given_at)) == NULL)
    signet_practice_reader_add (guarantee, "given_at", SIGNET_FINDING_DATE, NULL);
  json_object_set_object_member (
      filing->draft.content, "guarantee",
      signet_practice_json_pick (signet_practice_reader_get_object (guarantee), guarantee_members));
}

static gboolean
is_web_link (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0' &&
         (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https"));
}

static void
check_item_texts (SignetPracticeReader *item)
{
  static const char *const names[] = {
    "link", "passcode", "source", "title", "seller", "seller_id", "price", "seen_at", "note",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = signet_practice_reader_get_text (item, names[i]);

      if (text != NULL && g_utf8_strlen (text, -1) > LONGEST_TEXT)
        signet_practice_reader_add (item, names[i], SIGNET_FINDING_TOO_LONG, NULL);
    }
}

static void
check_item (Filing *filing, SignetPracticeReader *item)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (filing->context->platform);
  JsonObject *object = signet_practice_reader_get_object (item);
  const char *kind = signet_practice_reader_need_text (item, "kind");
  const char *link = signet_practice_json_get_string (object, "link");
  const char *passcode = signet_practice_json_get_string (object, "passcode");
  gint64 class;

  check_item_texts (item);
  signet_practice_reader_get_number (item, "class", 1, 45, &class);
  if (!json_object_has_member (object, "source"))
    signet_practice_reader_add (item, "source", SIGNET_FINDING_REQUIRED, NULL);
  /* What a short link or passcode leads to, the person says. */
  if (kind != NULL &&
      (g_str_equal (kind, SIGNET_TARGET_KIND_SHORT) || g_str_equal (kind, SIGNET_TARGET_KIND_PASSCODE) ||
       signet_practice_rules_find_target_kind (rules, kind) == NULL))
    signet_practice_reader_add (item, "kind", "unsupported", NULL);
  else if (kind != NULL && filing->reason != NULL &&
           !signet_practice_json_has_string (signet_practice_json_get_array (filing->reason, "target_kinds"),
                                             kind))
    signet_practice_reader_add (item, "kind", SIGNET_FINDING_REASON_TARGETS, "kind", kind, "reason",
                                signet_practice_json_get_string (filing->reason, "code"), NULL);
  if (link == NULL && passcode == NULL)
    signet_practice_reader_add (item, "link", SIGNET_FINDING_REQUIRED, NULL);
  else if (link != NULL && !is_web_link (link))
    signet_practice_reader_add (item, "link", "link", NULL);
}

static void
check_items (Filing *filing)
{
  gint64 most = signet_practice_rules_get_limit (
      signet_practice_platform_get_rules (filing->context->platform), "items_per_complaint");
  JsonArray *items = signet_practice_reader_need_array (filing->reader, "items");
  guint length = items != NULL ? json_array_get_length (items) : 0;

  if (items != NULL && length == 0)
    signet_practice_reader_add (filing->reader, "items", SIGNET_FINDING_ITEMS_NONE, NULL);
  if (length > most)
    {
      g_autofree char *count = g_strdup_printf ("%u", length);
      g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, most);

      signet_practice_reader_add (filing->reader, "items", SIGNET_FINDING_TOO_MANY_ITEMS, "count", count,
                                  "limit", limit, NULL);
      return;
    }
  for (guint i = 0; i < length; i++)
    {
      g_autoptr (SignetPracticeReader)
          item = signet_practice_reader_need_element (filing->reader, "items", i);

      if (item == NULL)
        continue;
      check_item (filing, item);
      json_array_add_object_element (
          filing->draft.items,
          signet_practice_json_pick (signet_practice_reader_get_object (item), item_members));
    }
}

/* The papers of everything it rests on. */
static gboolean
add_foundations (Filing *filing, JsonArray *files, GError **error)
{
  SignetPracticePlatform *platform = filing->context->platform;
  g_autoptr (GArray) foundations = signet_practice_basis_list (platform, &filing->draft.basis, error);

  if (foundations == NULL)
    return FALSE;
  for (guint i = 0; i < foundations->len; i++)
    {
      g_autoptr (JsonObject) resource = NULL;

      if (!signet_practice_certification_load (platform,
                                               g_array_index (foundations, SignetPracticeFoundation, i).row,
                                               NULL, &resource, NULL, error))
        return FALSE;
      signet_practice_papers_add_to_receipt (files, resource);
    }
  return TRUE;
}

static gboolean
answer_filed (Filing *filing, gint64 row, GError **error)
{
  SignetPracticePlatform *platform = filing->context->platform;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonArray) files = json_array_new ();
  g_autofree char *tag = NULL;

  if (!signet_practice_complaint_load (platform, row, &resource, &tag, error))
    return FALSE;
  signet_practice_papers_add_to_receipt (files, resource);
  if (!add_foundations (filing, files, error))
    return FALSE;
  return signet_practice_record_answer_accepted (filing->context, filing->exchange, 201,
                                                 &(const SignetPracticeAcceptance){
                                                     .kind = SIGNET_KIND_COMPLAINT,
                                                     .collection = "/v1/complaints",
                                                     .resource = resource,
                                                     .tag = tag,
                                                     .received_at = signet_practice_platform_now (platform),
                                                     .files = files,
                                                     .items = json_array_get_length (filing->draft.items),
                                                 },
                                                 error);
}

static gboolean
file_complaint (Filing *filing, GPtrArray *findings, GError **error)
{
  gint64 row;

  if (!check_right (filing, error) || !check_principal (filing, error) ||
      !check_authorisation (filing, error))
    return FALSE;
  check_reason (filing);
  check_words (filing);
  check_guarantee (filing);
  if (!signet_practice_papers_resolve (filing->context->platform, filing->draft.basis.account, filing->reader,
                                       filing->draft.content, error))
    return FALSE;
  check_items (filing);
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (filing->exchange, "invalid", 0, findings);
      return TRUE;
    }
  if (!signet_practice_complaint_insert (filing->context->platform, &filing->draft, &row, error))
    return FALSE;
  signet_practice_reviewer_add_complaint (filing->context->reviewer, row);
  return answer_filed (filing, row, error);
}

static gboolean
post_complaint (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  JsonObject *json = signet_practice_exchange_get_json (exchange);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (json, "", findings);
  g_autoptr (JsonObject) content = signet_practice_json_pick (json, members);
  g_autoptr (JsonArray) items = json_array_new ();
  Filing filing = {
    .context = context,
    .exchange = exchange,
    .reader = reader,
    .draft = { .basis = { .account = signet_practice_exchange_get_account (exchange) },
               .content = content,
               .items = items },
  };
  gboolean good = file_complaint (&filing, findings, error);

  g_clear_pointer (&filing.right, json_object_unref);
  g_clear_pointer (&filing.principal, json_object_unref);
  return good;
}

static gboolean
make_complaint (SignetPracticePlatform *platform, SignetStatement *row, JsonObject **object, GError **error)
{
  return signet_practice_complaint_load (platform, signet_statement_get_int64 (row, 0), object, NULL, error);
}

static gboolean
list_complaints (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) rows = NULL;
  gint64 after;
  guint limit;

  if (!signet_practice_page_read (exchange, 100, 500, &limit, &after))
    return TRUE;
  rows = signet_practice_store_query (
      signet_practice_platform_get_store (context->platform), error,
      "SELECT n FROM complaints WHERE account = ? AND n > ? ORDER BY n LIMIT ?", "iii",
      signet_practice_exchange_get_account (exchange), after, (gint64) limit + 1);
  return rows != NULL &&
         signet_practice_page_answer (context->platform, exchange, limit, rows, 0, make_complaint, error);
}

static gboolean
find_own (SignetPracticeContext *context, SignetPracticeExchange *exchange, gint64 *row, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &statement, error,
                                   "SELECT n FROM complaints WHERE id = ? AND account = ?", "si",
                                   signet_practice_exchange_get_id (exchange),
                                   signet_practice_exchange_get_account (exchange)))
    return FALSE;
  *row = statement != NULL ? signet_statement_get_int64 (statement, 0) : 0;
  if (*row == 0)
    signet_practice_refuse (exchange, "not-found", NULL);
  return TRUE;
}

static gboolean
get_complaint (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (JsonObject) object = NULL;
  g_autofree char *tag = NULL;
  gint64 row;

  if (!find_own (context, exchange, &row, error))
    return FALSE;
  if (row == 0)
    return TRUE;
  if (!signet_practice_complaint_load (context->platform, row, &object, &tag, error))
    return FALSE;
  signet_practice_record_answer (exchange, object, tag);
  return TRUE;
}

static gboolean
make_item (SignetPracticePlatform *platform, SignetStatement *row, JsonObject **object, GError **error)
{
  *object = signet_practice_complaint_make_item (row);
  return TRUE;
}

/* The cursor is the position of the last item plus one, so that no cursor and the beginning are the same. */
static gboolean
list_items (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) rows = NULL;
  gint64 row, after;
  guint limit;

  if (!find_own (context, exchange, &row, error))
    return FALSE;
  if (row == 0 || !signet_practice_page_read (exchange, 100, 500, &limit, &after))
    return TRUE;
  rows =
      signet_practice_store_query (signet_practice_platform_get_store (context->platform), error,
                                   "SELECT " SIGNET_PRACTICE_ITEM_COLUMNS ", i.position + 1"
                                   " FROM items i JOIN complaints c ON c.n = i.complaint"
                                   " WHERE i.complaint = ? AND i.position >= ? ORDER BY i.position LIMIT ?",
                                   "iii", row, after, (gint64) limit + 1);
  return rows != NULL && signet_practice_page_answer (context->platform, exchange, limit, rows,
                                                      SIGNET_PRACTICE_N_ITEM_COLUMNS, make_item, error);
}

#define POST (SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY)

const SignetPracticeRoute signet_practice_complaint_routes[] = {
  { "GET", "/v1/complaints", 0, list_complaints },
  { "POST", "/v1/complaints", POST, post_complaint },
  { "GET", "/v1/complaints/{id}", 0, get_complaint },
  { "GET", "/v1/complaints/{id}/items", 0, list_items },
  { NULL, NULL, 0, NULL },
};
