/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-words.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-page.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-seed.h"

#include <string.h>

/* `/practice/v1`: steering the platform, with the control key. What the phone and the mailbox get stands with
 * the messages, what the phone scans with the device codes, playing the reviewer with the decisions.
 *
 * - POST clock {"advance": seconds}: moves the clock forward
 * - PUT reviewer {"automatic": bool}: sends the automatic reviewer away, or calls it back
 * - PUT faults [rules]: what goes wrong (signet-practice-faults.h)
 * - POST seed {"complaints", "items", "account"}
 * - GET ledger?after=N&limit=N: everything ever accepted
 */

/* Hundred years. */
#define MOST_ADVANCE (G_GINT64_CONSTANT (36525) * 24 * 3600)

static gboolean
post_clock (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader)
      reader = signet_practice_reader_new (signet_practice_exchange_get_json (exchange), "", findings);
  g_autoptr (JsonObject) answer = json_object_new ();
  gint64 advance = 0;

  if (!signet_practice_reader_get_number (reader, "advance", 0, MOST_ADVANCE, &advance) && findings->len == 0)
    signet_practice_reader_add (reader, "advance", "required", NULL);
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  if (!signet_practice_platform_advance_clock (context->platform, advance, error) ||
      !signet_practice_reviewer_follow_clock (context->reviewer, error))
    return FALSE;
  signet_practice_json_set_time (answer, "now", signet_practice_platform_now (context->platform));
  signet_practice_exchange_answer_object (exchange, 200, answer);
  return TRUE;
}

static gboolean
put_reviewer (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  JsonObject *json = signet_practice_exchange_get_json (exchange);
  JsonNode *node = json_object_get_member (json, "automatic");

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      signet_practice_refuse (exchange, "malformed", "automatic is true or false");
      return TRUE;
    }
  if (!signet_practice_reviewer_set_automatic (context->reviewer, json_node_get_boolean (node), error))
    return FALSE;
  signet_practice_exchange_answer_object (exchange, 200, json);
  return TRUE;
}

static gboolean
put_faults (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  if (signet_practice_faults_set (signet_practice_platform_get_faults (context->platform),
                                  signet_practice_exchange_get_array (exchange), findings))
    signet_practice_exchange_answer (exchange, 204, NULL, NULL);
  else
    signet_practice_refuse_findings (exchange, "invalid", 0, findings);
  return TRUE;
}

static gboolean
post_seed (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader)
      reader = signet_practice_reader_new (signet_practice_exchange_get_json (exchange), "", findings);
  const char *account = signet_practice_reader_get_text (reader, "account");
  gint64 complaints = 1, items = 1, row = 0;
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) answer = json_object_new ();

  signet_practice_reader_get_number (reader, "complaints", 1, 100000, &complaints);
  signet_practice_reader_get_number (reader, "items", 1, 1000, &items);
  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &statement, error,
                                   "SELECT n FROM accounts WHERE ?1 IS NULL OR id = ?1 ORDER BY n LIMIT 1",
                                   "s", account))
    return FALSE;
  if (statement == NULL)
    signet_practice_reader_add (reader, "account", "unknown", NULL);
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  row = signet_statement_get_int64 (statement, 0);
  if (!signet_practice_seed (context->platform, row, (guint) complaints, (guint) items, error))
    return FALSE;
  json_object_set_int_member (answer, "complaints", complaints);
  json_object_set_int_member (answer, "items", complaints * items);
  signet_practice_exchange_answer_object (exchange, 201, answer);
  return TRUE;
}

static gboolean
load_ledger_items (SignetPracticePlatform *platform, const char *complaint, JsonArray *items, GError **error)
{
  const char *const names[] = { "kind", "link", "passcode", "source", NULL };
  g_autoptr (SignetStatement) rows = signet_practice_store_query (
      signet_practice_platform_get_store (platform), error,
      "SELECT i.content, i.target_id FROM items i JOIN complaints c ON c.n = i.complaint"
      " WHERE c.id = ? ORDER BY i.position",
      "s", complaint);
  gboolean found;

  if (rows == NULL)
    return FALSE;
  while (signet_practice_store_next (rows, &found, error))
    {
      g_autoptr (JsonObject) content = NULL;
      JsonObject *item;

      if (!found)
        return TRUE;
      content = signet_practice_json_read_object (signet_statement_get_text (rows, 0));
      item = signet_practice_json_pick (content, names);
      if (!signet_statement_is_null (rows, 1))
        json_object_set_string_member (item, "target_id", signet_statement_get_text (rows, 1));
      json_array_add_object_element (items, item);
    }
  return FALSE;
}

/* An entry is text: bodies of any size go into the answer as they came. */
static gboolean
append_entry (SignetPracticePlatform *platform, SignetStatement *row, GString *text, GError **error)
{
  g_autoptr (JsonObject) entry = json_object_new ();
  g_autofree char *head = NULL;
  g_autoptr (GBytes) body = signet_statement_dup_blob (row, 6);
  JsonArray *items = json_array_new ();

  json_object_set_int_member (entry, "n", signet_statement_get_int64 (row, 0));
  json_object_set_string_member (entry, "idempotency_key", signet_statement_get_text (row, 1));
  json_object_set_string_member (entry, "kind", signet_statement_get_text (row, 2));
  json_object_set_string_member (entry, "resource", signet_statement_get_text (row, 3));
  signet_practice_json_set_time (entry, "received_at", signet_statement_get_int64 (row, 4));
  json_object_set_string_member (entry, "request_digest", signet_statement_get_text (row, 5));
  signet_practice_json_set_array_text (entry, "files", signet_statement_get_text (row, 7));
  json_object_set_string_member (entry, "receipt", signet_statement_get_text (row, 8));
  json_object_set_array_member (entry, "items", items);
  if (g_str_equal (signet_statement_get_text (row, 2), SIGNET_KIND_COMPLAINT) &&
      !load_ledger_items (platform, signet_statement_get_text (row, 3), items, error))
    return FALSE;

  head = signet_practice_json_print (entry);
  g_string_append_len (text, head, (gssize) strlen (head) - 1);
  g_string_append (text, ",\"body\":");
  g_string_append_len (text, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  g_string_append_c (text, '}');
  return TRUE;
}

static gboolean
get_ledger (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) rows = NULL;
  g_autoptr (GString) text = g_string_new ("{\"entries\":[");
  guint limit;
  gint64 after;
  gboolean found, first = TRUE;

  if (!signet_practice_page_read (exchange, G_MAXINT, G_MAXINT, &limit, &after))
    return TRUE;
  rows = signet_practice_store_query (
      signet_practice_platform_get_store (context->platform), error,
      "SELECT n, idempotency_key, kind, resource, received_at, request_digest, body, files, receipt"
      " FROM ledger WHERE n > ? ORDER BY n LIMIT ?",
      "ii", after, (gint64) limit);
  if (rows == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!signet_practice_store_next (rows, &found, error))
        return FALSE;
      if (!found)
        break;
      if (!first)
        g_string_append_c (text, ',');
      first = FALSE;
      if (!append_entry (context->platform, rows, text, error))
        return FALSE;
    }
  g_string_append (text, "]}");
  signet_practice_exchange_answer_text (exchange, 200, text->str);
  return TRUE;
}

#define CONTROL SIGNET_PRACTICE_ROUTE_CONTROL
#define JSON SIGNET_PRACTICE_ROUTE_JSON
#define WRITES SIGNET_PRACTICE_ROUTE_WRITES

const SignetPracticeRoute signet_practice_control_routes[] = {
  { "POST", "/practice/v1/clock", CONTROL | JSON, post_clock },
  { "PUT", "/practice/v1/reviewer", CONTROL | JSON, put_reviewer },
  { "PUT", "/practice/v1/faults", CONTROL | SIGNET_PRACTICE_ROUTE_ARRAY, put_faults },
  { "POST", "/practice/v1/seed", CONTROL | JSON | WRITES, post_seed },
  { "GET", "/practice/v1/ledger", CONTROL, get_ledger },
  { NULL, NULL, 0, NULL },
};
