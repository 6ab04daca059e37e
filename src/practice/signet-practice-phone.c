/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding.h"
#include "practice/signet-practice-account.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-user-code.h"

/* The phone that scans a code: `GET /practice/v1/device/{user_code}` is what its app shows, and
 * `POST …/approval {"phone", "approve"}` what its owner answers. A phone that nobody knows registers.
 */

#define VIEW_COLUMNS "user_code, name, place, device_time, requested_at, expires_at, status, n"

static JsonObject *
make_view (SignetStatement *row, gint64 now)
{
  g_autofree char *grouped = signet_practice_user_code_group (signet_statement_get_text (row, 0));
  const char *status = signet_statement_get_text (row, 6);
  gboolean over = signet_statement_get_int64 (row, 5) <= now;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "user_code", grouped);
  json_object_set_string_member (object, "device_name", signet_statement_get_text (row, 1));
  json_object_set_string_member (object, "device_place", signet_statement_get_text (row, 2));
  if (!signet_statement_is_null (row, 3))
    json_object_set_string_member (object, "device_time", signet_statement_get_text (row, 3));
  signet_practice_json_set_time (object, "requested_at", signet_statement_get_int64 (row, 4));
  signet_practice_json_set_time (object, "expires_at", signet_statement_get_int64 (row, 5));
  json_object_set_string_member (object, "status",
                                 over && g_str_equal (status, "pending") ? "expired" : status);
  return object;
}

/* Finds the code in the path, or refuses. */
static gboolean
find_device (SignetPracticeContext *context,
             SignetPracticeExchange *exchange,
             SignetStatement **row,
             GError **error)
{
  g_autofree char *user_code = signet_practice_user_code_read (signet_practice_exchange_get_id (exchange));

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), row, error,
                                   "SELECT " VIEW_COLUMNS " FROM devices WHERE user_code = ?", "s",
                                   user_code))
    return FALSE;
  if (*row == NULL)
    signet_practice_refuse (exchange, "not-found", NULL);
  return TRUE;
}

static gboolean
get_device (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) view = NULL;

  if (!find_device (context, exchange, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  view = make_view (row, signet_practice_platform_now (context->platform));
  signet_practice_exchange_answer_object (exchange, 200, view);
  return TRUE;
}

static gboolean
decide (SignetPracticeContext *context, gint64 device, gboolean approve, const char *phone, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 account = 0;

  if (!approve)
    return signet_practice_store_run (store, error, "UPDATE devices SET status = 'denied' WHERE n = ?", "i",
                                      device);
  return signet_practice_account_find_or_register (context->platform, phone, &account, error) &&
         signet_practice_store_run (store, error,
                                    "UPDATE devices SET status = 'approved', account = ? WHERE n = ?", "ii",
                                    account, device);
}

static gboolean
post_approval (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  JsonObject *json = signet_practice_exchange_get_json (exchange);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (json, "", findings);
  JsonNode *node = json_object_get_member (json, "approve");
  gboolean approve = FALSE;
  const char *phone = NULL;
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (SignetStatement) again = NULL;
  g_autoptr (JsonObject) view = NULL;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    signet_practice_reader_add (reader, "approve", node == NULL ? "required" : "type", NULL);
  else
    approve = json_node_get_boolean (node);
  if (approve)
    phone = signet_practice_reader_need_text (reader, "phone");
  if (phone != NULL && !signet_practice_account_is_phone (phone))
    signet_practice_reader_add (reader, "phone", "phone", NULL);
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  if (!find_device (context, exchange, &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  if (signet_statement_get_int64 (row, 5) <= now)
    {
      signet_practice_refuse (exchange, "code-expired", NULL);
      return TRUE;
    }
  if (!g_str_equal (signet_statement_get_text (row, 6), "pending"))
    {
      signet_practice_refuse (exchange, "locked", "This was decided");
      return TRUE;
    }
  if (!decide (context, signet_statement_get_int64 (row, 7), approve, phone, error) ||
      !find_device (context, exchange, &again, error))
    return FALSE;
  view = make_view (again, now);
  signet_practice_exchange_answer_object (exchange, 200, view);
  return TRUE;
}

#define CONTROL SIGNET_PRACTICE_ROUTE_CONTROL
#define STEERS (CONTROL | SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_phone_routes[] = {
  { "GET", "/practice/v1/device/{id}", CONTROL, get_device },
  { "POST", "/practice/v1/device/{id}/approval", STEERS, post_approval },
  { NULL, NULL, 0, NULL },
};
