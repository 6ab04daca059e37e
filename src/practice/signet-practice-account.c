/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-account.h"

#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-messages.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"

#include <string.h>

/* The account and its bindings. The phone is bound by signing in; one e-mail address is bound with a code,
 * and then for good.
 */

#define CODE_LIFE (10 * G_TIME_SPAN_MINUTE)
#define RESEND_AFTER G_TIME_SPAN_MINUTE
#define MOST_TRIES 5

#define BINDING_COLUMNS "id, kind, value, status, code, tries, sent_at, expires_at, n"

enum
{
  ID,
  KIND,
  VALUE,
  STATUS,
  CODE,
  TRIES,
  SENT_AT,
  EXPIRES_AT,
  ROW,
};

static JsonObject *
make_binding (SignetStatement *statement, gint64 now)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", signet_statement_get_text (statement, ID));
  json_object_set_string_member (object, "kind", signet_statement_get_text (statement, KIND));
  json_object_set_string_member (object, "value", signet_statement_get_text (statement, VALUE));
  json_object_set_string_member (object, "status", signet_statement_get_text (statement, STATUS));
  if (g_strcmp0 (signet_statement_get_text (statement, STATUS), SIGNET_STATUS_PENDING) == 0)
    {
      gint64 resend = signet_statement_get_int64 (statement, SENT_AT) + RESEND_AFTER - now;

      signet_practice_json_set_time (object, "expires_at",
                                     signet_statement_get_int64 (statement, EXPIRES_AT));
      json_object_set_int_member (object, "resend_after", signet_practice_clock_count_seconds (resend));
    }
  return object;
}

/**
 * signet_practice_account_load:
 * @platform: the platform
 * @account: row of the account
 * @object: (out) (transfer full): the account as the wire has it
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_account_load (SignetPracticePlatform *platform,
                              gint64 account,
                              JsonObject **object,
                              GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (SignetStatement) binding = NULL;
  g_autoptr (JsonObject) result = json_object_new ();
  JsonArray *bindings = json_array_new ();
  gboolean found;

  json_object_set_array_member (result, "bindings", bindings);
  if (!signet_practice_store_find (
          store, &statement, error,
          "SELECT id, phone, created_at, password IS NOT NULL FROM accounts WHERE n = ?", "i", account))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  json_object_set_string_member (result, "id", signet_statement_get_text (statement, 0));
  json_object_set_string_member (result, "phone", signet_statement_get_text (statement, 1));
  json_object_set_null_member (result, "email");
  json_object_set_boolean_member (result, "password_set", signet_statement_get_int64 (statement, 3) != 0);
  signet_practice_json_set_time (result, "created_at", signet_statement_get_int64 (statement, 2));

  binding = signet_practice_store_query (
      store, error, "SELECT " BINDING_COLUMNS " FROM bindings WHERE account = ? ORDER BY n", "i", account);
  if (binding == NULL)
    return FALSE;
  while (TRUE)
    {
      if (!signet_practice_store_next (binding, &found, error))
        return FALSE;
      if (!found)
        break;
      if (g_strcmp0 (signet_statement_get_text (binding, KIND), "email") == 0 &&
          g_strcmp0 (signet_statement_get_text (binding, STATUS), SIGNET_STATUS_CONFIRMED) == 0)
        json_object_set_string_member (result, "email", signet_statement_get_text (binding, VALUE));
      json_array_add_object_element (bindings,
                                     make_binding (binding, signet_practice_platform_now (platform)));
    }
  *object = g_steal_pointer (&result);
  return TRUE;
}

/**
 * signet_practice_account_is_phone:
 * @text: (nullable): a text
 *
 * Returns: %TRUE if it is written like a mobile number of mainland China
 */
gboolean
signet_practice_account_is_phone (const char *text)
{
  return text != NULL && strlen (text) == 11 && text[0] == '1' && text[1] >= '3' &&
         strspn (text, "0123456789") == 11;
}

/**
 * signet_practice_account_find_or_register:
 * @platform: the platform, with a transaction open
 * @phone: a phone that somebody has shown to be theirs
 * @account: (out): row of its account
 * @error: return location
 *
 * An unknown phone registers.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_account_find_or_register (SignetPracticePlatform *platform,
                                          const char *phone,
                                          gint64 *account,
                                          GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autoptr (SignetStatement) statement = NULL;
  g_autofree char *id = NULL;
  g_autofree char *binding = NULL;

  if (!signet_practice_store_find (store, &statement, error, "SELECT n FROM accounts WHERE phone = ?", "s",
                                   phone))
    return FALSE;
  if (statement != NULL)
    {
      *account = signet_statement_get_int64 (statement, 0);
      return TRUE;
    }
  id = signet_practice_store_make_id ("acc", error);
  binding = id != NULL ? signet_practice_store_make_id ("bnd", error) : NULL;
  if (binding == NULL || !signet_practice_store_run (
                             store, error, "INSERT INTO accounts (id, phone, created_at) VALUES (?, ?, ?)",
                             "ssi", id, phone, now))
    return FALSE;
  *account = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  return signet_practice_store_run (
      store, error,
      "INSERT INTO bindings (id, account, kind, value, status) VALUES (?, ?, 'phone', ?, 'confirmed')", "sis",
      binding, *account, phone);
}

static gboolean
get_account (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (JsonObject) object = NULL;

  if (!signet_practice_account_load (context->platform, signet_practice_exchange_get_account (exchange),
                                     &object, error))
    return FALSE;
  signet_practice_exchange_answer_object (exchange, 200, object);
  return TRUE;
}

/* Enough to catch what can't be an address; whether it is one, the code shows. */
static gboolean
is_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at != NULL && at != text && strchr (at + 1, '@') == NULL && strchr (at + 1, '.') != NULL &&
         strlen (text) <= SIGNET_PRACTICE_MOST_ADDRESS &&
         strcspn (text, " \t\r\n<>(),;:\"") == strlen (text) && !g_str_has_suffix (text, ".") &&
         at[1] != '.' && at[1] != '\0';
}

static gboolean
answer_binding (SignetPracticeContext *context,
                SignetPracticeExchange *exchange,
                const char *id,
                guint status,
                GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) object = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &statement, error,
                                   "SELECT " BINDING_COLUMNS " FROM bindings WHERE id = ?", "s", id))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  object = make_binding (statement, signet_practice_platform_now (context->platform));
  if (status == 201)
    signet_practice_exchange_add_header (exchange, "Location", "/v1/account/bindings/%s", id);
  signet_practice_exchange_answer_object (exchange, status, object);
  return TRUE;
}

static gboolean
send_binding_code (SignetPracticeContext *context,
                   SignetPracticeExchange *exchange,
                   const char *value,
                   GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 account = signet_practice_exchange_get_account (exchange);
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) pending = NULL;
  g_autoptr (SignetStatement) sent = NULL;
  g_autofree char *id = NULL;
  g_autofree char *code = NULL;
  gint64 wait;

  if (!signet_practice_store_find (
          store, &pending, error,
          "SELECT " BINDING_COLUMNS
          " FROM bindings WHERE account = ? AND kind = 'email' AND status = 'pending'",
          "i", account))
    return FALSE;
  if (pending != NULL && g_strcmp0 (signet_statement_get_text (pending, VALUE), value) == 0 &&
      signet_statement_get_int64 (pending, SENT_AT) + RESEND_AFTER > now)
    return answer_binding (context, exchange, signet_statement_get_text (pending, ID), 201, error);
  g_clear_pointer (&pending, signet_statement_free);

  /* One a minute to an address, whoever asks for it. */
  if (!signet_practice_messages_get_wait (context->platform, "email", value, account, &wait, error) ||
      !signet_practice_store_find (store, &sent, error,
                                   "SELECT MAX (at) FROM messages WHERE channel = 'email' AND recipient = ?",
                                   "s", value))
    return FALSE;
  if (!signet_statement_is_null (sent, 0))
    wait = MAX (wait, signet_statement_get_int64 (sent, 0) + RESEND_AFTER - now);
  if (wait > 0)
    {
      signet_practice_refuse_for (exchange, "throttled", wait);
      return TRUE;
    }

  id = signet_practice_store_make_id ("bnd", error);
  return id != NULL &&
         signet_practice_messages_send (context->platform, "email", value, account, &code, error) &&
         signet_practice_store_run (
             store, error, "DELETE FROM bindings WHERE account = ? AND kind = 'email' AND status = 'pending'",
             "i", account) &&
         signet_practice_store_run (
             store, error,
             "INSERT INTO bindings (id, account, kind, value, status, code, sent_at, expires_at)"
             " VALUES (?, ?, 'email', ?, 'pending', ?, ?, ?)",
             "sissii", id, account, value, code, now, now + CODE_LIFE) &&
         answer_binding (context, exchange, id, 201, error);
}

static gboolean
post_binding (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader)
      reader = signet_practice_reader_new (signet_practice_exchange_get_json (exchange), "", findings);
  const char *kind = signet_practice_reader_need_text (reader, "kind");
  const char *value = signet_practice_reader_need_text (reader, "value");
  g_autoptr (SignetStatement) statement = NULL;

  if (kind != NULL && !g_str_equal (kind, "email") && !g_str_equal (kind, "phone"))
    signet_practice_reader_add (reader, "kind", "unsupported", NULL);
  if (kind != NULL && value != NULL && g_str_equal (kind, "email") && !is_address (value))
    signet_practice_reader_add (reader, "value", "email", NULL);
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  if (!signet_practice_store_find (
          signet_practice_platform_get_store (context->platform), &statement, error,
          "SELECT 1 FROM bindings WHERE account = ? AND kind = ? AND status = 'confirmed'", "is",
          signet_practice_exchange_get_account (exchange), kind))
    return FALSE;
  if (statement != NULL)
    {
      signet_practice_refuse (exchange, "binding-fixed", NULL);
      return TRUE;
    }
  return send_binding_code (context, exchange, value, error);
}

static gboolean
confirm (SignetPracticeContext *context, SignetPracticeExchange *exchange, gint64 binding, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  gint64 account = signet_practice_exchange_get_account (exchange);

  return signet_practice_store_run (store, error, "UPDATE bindings SET status = 'confirmed' WHERE n = ?", "i",
                                    binding) &&
         signet_practice_store_add_change (store, account, signet_practice_platform_now (context->platform),
                                           SIGNET_KIND_ACCOUNT, account, error) &&
         answer_binding (context, exchange, signet_practice_exchange_get_id (exchange), 200, error);
}

static gboolean
refuse_wrong_code (SignetPracticeContext *context,
                   SignetPracticeExchange *exchange,
                   gint64 binding,
                   gint64 tries,
                   GError **error)
{
  g_autofree char *left = g_strdup_printf ("%" G_GINT64_FORMAT, MOST_TRIES - tries);

  signet_practice_exchange_set_keep (exchange);
  signet_practice_refuse_with_params (exchange, "wrong-code", "tries_left", left, NULL);
  return signet_practice_store_run (signet_practice_platform_get_store (context->platform), error,
                                    "UPDATE bindings SET tries = ? WHERE n = ?", "ii", tries, binding);
}

static gboolean
post_confirmation (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader)
      reader = signet_practice_reader_new (signet_practice_exchange_get_json (exchange), "", findings);
  const char *code = signet_practice_reader_need_text (reader, "code");
  gint64 now = signet_practice_platform_now (context->platform);
  g_autoptr (SignetStatement) binding = NULL;
  gboolean right;

  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }
  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &binding, error,
                                   "SELECT " BINDING_COLUMNS " FROM bindings WHERE id = ? AND account = ?",
                                   "si", signet_practice_exchange_get_id (exchange),
                                   signet_practice_exchange_get_account (exchange)))
    return FALSE;
  if (binding == NULL)
    {
      signet_practice_refuse (exchange, "not-found", NULL);
      return TRUE;
    }

  right = g_strcmp0 (signet_statement_get_text (binding, CODE), code) == 0;
  if (g_strcmp0 (signet_statement_get_text (binding, STATUS), SIGNET_STATUS_CONFIRMED) == 0)
    {
      /* The answer to the right code may have been lost. */
      if (right)
        return answer_binding (context, exchange, signet_statement_get_text (binding, ID), 200, error);
      signet_practice_refuse (exchange, "binding-fixed", NULL);
    }
  else if (signet_statement_get_int64 (binding, TRIES) >= MOST_TRIES)
    {
      gint64 wait = signet_statement_get_int64 (binding, SENT_AT) + RESEND_AFTER - now;

      signet_practice_refuse_for (exchange, "code-exhausted", wait);
    }
  else if (signet_statement_get_int64 (binding, EXPIRES_AT) <= now)
    signet_practice_refuse (exchange, "code-expired", NULL);
  else if (!right)
    return refuse_wrong_code (context, exchange, signet_statement_get_int64 (binding, ROW),
                              signet_statement_get_int64 (binding, TRIES) + 1, error);
  else
    return confirm (context, exchange, signet_statement_get_int64 (binding, ROW), error);
  return TRUE;
}

#define POST (SIGNET_PRACTICE_ROUTE_UNBOUND | SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_account_routes[] = {
  { "GET", "/v1/account", SIGNET_PRACTICE_ROUTE_UNBOUND, get_account },
  { "POST", "/v1/account/bindings", POST | SIGNET_PRACTICE_ROUTE_KEY, post_binding },
  { "POST", "/v1/account/bindings/{id}/confirmation", POST, post_confirmation },
  { NULL, NULL, 0, NULL },
};
