/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-answers.h"

#include "practice/signet-practice-json.h"
#include "practice/signet-practice-refusal.h"
#include "proof/signet-digest.h"

/* Answers by idempotency key (draft-ietf-httpapi-idempotency-key-header): what was accepted once is answered
 * again byte for byte. Refusals aren't kept: a submission refused because a paper was missing can be sent
 * again as it is, once the paper is there.
 */

/* The contract promises 90 days at least; the practice platform forgets nothing. */

static char *
make_request (SignetPracticeExchange *exchange)
{
  return g_strconcat (signet_practice_exchange_get_method (exchange), " ",
                      signet_practice_exchange_get_path (exchange), NULL);
}

static void
replay_headers (SignetPracticeExchange *exchange, const char *text)
{
  g_autoptr (JsonObject) headers = signet_practice_json_read_object (text);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, headers);
  while (json_object_iter_next (&iter, &name, &node))
    signet_practice_exchange_add_header (exchange, name, "%s", json_node_get_string (node));
}

/**
 * signet_practice_answers_recall:
 * @platform: the platform
 * @exchange: a request with an idempotency key
 * @error: return location
 *
 * Answers a request that was accepted before, and refuses one whose key was used for something else.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_answers_recall (SignetPracticePlatform *platform,
                                SignetPracticeExchange *exchange,
                                GError **error)
{
  g_autofree char *request = make_request (exchange);
  g_autofree char *digest = signet_digest_of_bytes (signet_practice_exchange_get_body (exchange), error);
  g_autoptr (SignetStatement) statement = NULL;

  if (digest == NULL ||
      !signet_practice_store_find (
          signet_practice_platform_get_store (platform), &statement, error,
          "SELECT request, digest, status, headers, body FROM answers WHERE account = ? AND idempotency_key = ?",
          "is", signet_practice_exchange_get_account (exchange), signet_practice_exchange_get_key (exchange)))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  if (g_strcmp0 (signet_statement_get_text (statement, 0), request) != 0 ||
      g_strcmp0 (signet_statement_get_text (statement, 1), digest) != 0)
    {
      signet_practice_refuse (exchange, "idempotency-mismatch", NULL);
      return TRUE;
    }
  replay_headers (exchange, signet_statement_get_text (statement, 3));
  signet_practice_exchange_answer (exchange, (guint) signet_statement_get_int64 (statement, 2), NULL,
                                   signet_statement_dup_blob (statement, 4));
  return TRUE;
}

/**
 * signet_practice_answers_remember:
 * @platform: the platform, with a transaction open
 * @exchange: a request with an idempotency key that was accepted
 * @error: return location
 *
 * Keeps the answer with what was stored, in one transaction.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_answers_remember (SignetPracticePlatform *platform,
                                  SignetPracticeExchange *exchange,
                                  GError **error)
{
  g_autofree char *request = make_request (exchange);
  g_autofree char *digest = signet_digest_of_bytes (signet_practice_exchange_get_body (exchange), error);
  g_autoptr (JsonObject) headers = json_object_new ();
  g_autofree char *headers_text = NULL;
  SoupMessageHeadersIter iter;
  const char *name, *value;

  if (digest == NULL)
    return FALSE;
  soup_message_headers_iter_init (&iter, signet_practice_exchange_get_answer_headers (exchange));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    json_object_set_string_member (headers, name, value);
  headers_text = signet_practice_json_print (headers);
  return signet_practice_store_run (
      signet_practice_platform_get_store (platform), error,
      "INSERT INTO answers (account, idempotency_key, request, digest, status, headers, body, at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      "isssisbi", signet_practice_exchange_get_account (exchange),
      signet_practice_exchange_get_key (exchange), request, digest,
      (gint64) signet_practice_exchange_get_status (exchange), headers_text,
      signet_practice_exchange_get_answer (exchange), signet_practice_platform_now (platform));
}
