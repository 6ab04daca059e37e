/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-words.h"
#include "practice/signet-practice-account.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-page.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-sessions.h"

#include <string.h>

/* `/v1/changes`: everything that happened to the account, in order. An empty answer may be held back until
 * something happens (RFC 7240, `Prefer: wait`).
 */

#define LONGEST_WAIT 60

/* A request that waits. */
typedef struct
{
  SignetPracticePlatform *platform;
  SignetPracticeExchange *exchange;
  gint64 after;
  guint limit;
  guint timeout;
  gulong changed;
} Waiter;

static gboolean
load_resource (SignetPracticePlatform *platform,
               const char *kind,
               gint64 row,
               JsonObject **object,
               GError **error)
{
  if (g_str_equal (kind, SIGNET_KIND_ITEM))
    return signet_practice_complaint_load_item (platform, row, object, error);
  if (g_str_equal (kind, SIGNET_KIND_COMPLAINT))
    return signet_practice_complaint_load (platform, row, object, NULL, error);
  if (g_str_equal (kind, SIGNET_KIND_ACCOUNT))
    return signet_practice_account_load (platform, row, object, error);
  return signet_practice_certification_load (platform, row, NULL, object, NULL, error);
}

static gboolean
add_change (SignetPracticePlatform *platform, SignetStatement *row, JsonArray *changes, GError **error)
{
  const char *kind = signet_statement_get_text (row, 2);
  g_autofree char *cursor = g_strdup_printf ("%" G_GINT64_FORMAT, signet_statement_get_int64 (row, 0));
  JsonObject *resource = NULL;
  JsonObject *change;

  if (!load_resource (platform, kind, signet_statement_get_int64 (row, 3), &resource, error))
    return FALSE;
  change = json_object_new ();
  json_object_set_string_member (change, "cursor", cursor);
  signet_practice_json_set_time (change, "at", signet_statement_get_int64 (row, 1));
  json_object_set_string_member (change, "kind", kind);
  json_object_set_string_member (change, "id", signet_practice_json_get_string (resource, "id"));
  json_object_set_object_member (change, "resource", resource);
  json_array_add_object_element (changes, change);
  return TRUE;
}

/* Answers if there is anything, or if @even_if_none. */
static gboolean
answer (SignetPracticePlatform *platform,
        SignetPracticeExchange *exchange,
        gint64 after,
        guint limit,
        gboolean even_if_none,
        GError **error)
{
  g_autoptr (SignetStatement) rows = signet_practice_store_query (
      signet_practice_platform_get_store (platform), error,
      "SELECT n, at, kind, resource FROM changes WHERE account = ? AND n > ? ORDER BY n LIMIT ?", "iii",
      signet_practice_exchange_get_account (exchange), after, (gint64) limit);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *cursor = NULL;
  JsonArray *changes = json_array_new ();
  gboolean found;

  json_object_set_array_member (object, "changes", changes);
  if (rows == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!signet_practice_store_next (rows, &found, error))
        return FALSE;
      if (!found)
        break;
      after = signet_statement_get_int64 (rows, 0);
      if (!add_change (platform, rows, changes, error))
        return FALSE;
    }
  if (json_array_get_length (changes) == 0 && !even_if_none)
    return TRUE;
  cursor = g_strdup_printf ("%" G_GINT64_FORMAT, after);
  json_object_set_string_member (object, "cursor", cursor);
  signet_practice_exchange_answer_object (exchange, 200, object);
  return TRUE;
}

/* The session may have been ended meanwhile. */
static gboolean
answer_late (Waiter *waiter, GError **error)
{
  gboolean alive;

  if (!signet_practice_sessions_is_alive (
          waiter->platform, signet_practice_exchange_get_session (waiter->exchange), &alive, error))
    return FALSE;
  if (alive)
    return answer (waiter->platform, waiter->exchange, waiter->after, waiter->limit, TRUE, error);
  signet_practice_refuse_token (waiter->exchange, TRUE);
  return TRUE;
}

static void
finish (Waiter *waiter)
{
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&waiter->timeout, g_source_remove);
  g_signal_handler_disconnect (signet_practice_platform_get_store (waiter->platform), waiter->changed);
  if (!answer_late (waiter, &error))
    {
      g_warning ("Changes can't be read: %s", error->message);
      signet_practice_refuse (waiter->exchange, "unavailable", NULL);
    }
  signet_practice_exchange_send (waiter->exchange);
  g_object_unref (waiter->exchange);
  g_object_unref (waiter->platform);
  g_free (waiter);
}

static void
changed_cb (SignetPracticeStore *store, gint64 account, gpointer user_data)
{
  Waiter *waiter = user_data;

  if (account == signet_practice_exchange_get_account (waiter->exchange))
    finish (waiter);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Waiter *waiter = user_data;

  waiter->timeout = 0;
  finish (waiter);
  return G_SOURCE_REMOVE;
}

static guint
read_wait (SignetPracticeExchange *exchange)
{
  const char *value = signet_practice_exchange_get_header (exchange, "Prefer");
  GSList *preferences = value != NULL ? soup_header_parse_list (value) : NULL;
  guint64 wait = 0;

  for (GSList *l = preferences; l != NULL; l = l->next)
    if (g_str_has_prefix (l->data, "wait="))
      g_ascii_string_to_unsigned ((const char *) l->data + strlen ("wait="), 10, 0, G_MAXUINT, &wait, NULL);
  soup_header_free_list (preferences);
  return (guint) MIN (wait, LONGEST_WAIT);
}

static gboolean
get_changes (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  guint wait = read_wait (exchange);
  gint64 after;
  guint limit;
  Waiter *waiter;

  if (!signet_practice_page_read (exchange, 500, 1000, &limit, &after))
    return TRUE;
  if (wait > 0)
    signet_practice_exchange_add_header (exchange, "Preference-Applied", "wait=%u", wait);
  if (!answer (context->platform, exchange, after, limit, wait == 0, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;

  waiter = g_new0 (Waiter, 1);
  waiter->platform = g_object_ref (context->platform);
  waiter->exchange = g_object_ref (exchange);
  waiter->after = after;
  waiter->limit = limit;
  waiter->timeout = g_timeout_add_seconds (wait, timeout_cb, waiter);
  waiter->changed = g_signal_connect (signet_practice_platform_get_store (context->platform), "changed",
                                      G_CALLBACK (changed_cb), waiter);
  return TRUE;
}

const SignetPracticeRoute signet_practice_change_routes[] = {
  { "GET", "/v1/changes", 0, get_changes },
  { NULL, NULL, 0, NULL },
};
