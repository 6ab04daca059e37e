/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-messages.h"

#include "practice/signet-practice-json.h"
#include "practice/signet-practice-page.h"
#include "practice/signet-practice-route.h"
#include "proof/signet-random.h"

/* The codes that the platform "sends" by SMS and e-mail, and how many of them. They arrive at the practice
 * phone and mailbox: `GET /practice/v1/messages?after=N`.
 */

/* What the practice phone and mailbox get. */
#define SMS_ZH "【知印练习平台】验证码 %s，10 分钟内有效。请勿告诉他人。"
#define SMS_EN "Signet practice platform: your code is %s. It is valid for 10 minutes; tell it to nobody."
#define EMAIL_ZH "您正在把这个邮箱绑定到知印练习平台，绑定后不可更改。验证码 %s，10 分钟内有效。"
#define EMAIL_EN                                                                                             \
  "You are binding this mailbox to the Signet practice platform; it can't be changed afterwards. Your code " \
  "is %s. It is valid for 10 minutes."

/* Assumed; what Chinese carriers and platforms usually allow. */
#define MOST_A_DAY 10

/**
 * signet_practice_messages_get_wait:
 * @platform: the platform
 * @channel: `sms` or `email`
 * @recipient: phone or address
 * @account: row of the account that asks, 0 if nobody is signed in
 * @wait: (out): microseconds until another message may go out, 0 or less for now
 * @error: return location
 *
 * Counts the messages of the last 24 hours to this recipient, and those that the account asked for.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_messages_get_wait (SignetPracticePlatform *platform,
                                   const char *channel,
                                   const char *recipient,
                                   gint64 account,
                                   gint64 *wait,
                                   GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  /* Whose tenth message is younger than a day waits until it isn't. */
  *wait = 0;
  if (!signet_practice_store_find (
          signet_practice_platform_get_store (platform), &statement, error,
          "SELECT MAX (at) FROM ("
          " SELECT * FROM (SELECT at FROM messages WHERE channel = ?1 AND recipient = ?2"
          "                ORDER BY at DESC LIMIT 1 OFFSET ?4)"
          " UNION ALL"
          " SELECT * FROM (SELECT at FROM messages WHERE channel = ?1 AND account = ?3"
          "                ORDER BY at DESC LIMIT 1 OFFSET ?4))",
          "ssii", channel, recipient, account, (gint64) MOST_A_DAY - 1))
    return FALSE;
  if (statement != NULL && !signet_statement_is_null (statement, 0))
    *wait = signet_statement_get_int64 (statement, 0) + G_TIME_SPAN_DAY -
            signet_practice_platform_now (platform);
  return TRUE;
}

/**
 * signet_practice_messages_send:
 * @platform: the platform, with a transaction open
 * @channel: `sms` or `email`
 * @recipient: phone or address
 * @account: row of the account that asks, 0 if nobody is signed in
 * @code: (out) (transfer full): the six digits that were sent
 * @error: return location
 *
 * Makes a code and "sends" it.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_messages_send (SignetPracticePlatform *platform,
                               const char *channel,
                               const char *recipient,
                               gint64 account,
                               char **code,
                               GError **error)
{
  gboolean sms = g_str_equal (channel, "sms");
  g_autofree char *digits = NULL;
  g_autofree char *zh = NULL;
  g_autofree char *en = NULL;
  guint64 random;

  if (!signet_random_fill (&random, sizeof random, error))
    return FALSE;
  digits = g_strdup_printf ("%06u", (guint) (random % 1000000));
  zh = sms ? g_strdup_printf (SMS_ZH, digits) : g_strdup_printf (EMAIL_ZH, digits);
  en = sms ? g_strdup_printf (SMS_EN, digits) : g_strdup_printf (EMAIL_EN, digits);
  if (!signet_practice_store_run (signet_practice_platform_get_store (platform), error,
                                  "INSERT INTO messages (at, channel, recipient, code, zh, en, account)"
                                  " VALUES (?, ?, ?, ?, ?, ?, NULLIF (?, 0))",
                                  "isssssi", signet_practice_platform_now (platform), channel, recipient,
                                  digits, zh, en, account))
    return FALSE;
  *code = g_steal_pointer (&digits);
  return TRUE;
}

static gboolean
get_messages (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (SignetStatement) rows = NULL;
  g_autoptr (JsonObject) answer = json_object_new ();
  JsonArray *messages = json_array_new ();
  guint limit;
  gint64 after;
  gboolean found;

  json_object_set_array_member (answer, "messages", messages);
  if (!signet_practice_page_read (exchange, 1000, 1000, &limit, &after))
    return TRUE;
  rows = signet_practice_store_query (
      signet_practice_platform_get_store (context->platform), error,
      "SELECT n, at, channel, recipient, code, zh, en FROM messages WHERE n > ? ORDER BY n LIMIT ?", "ii",
      after, (gint64) limit);
  if (rows == NULL)
    return FALSE;
  while (TRUE)
    {
      JsonObject *message, *text;

      if (!signet_practice_store_next (rows, &found, error))
        return FALSE;
      if (!found)
        break;
      message = json_object_new ();
      json_object_set_int_member (message, "n", signet_statement_get_int64 (rows, 0));
      signet_practice_json_set_time (message, "at", signet_statement_get_int64 (rows, 1));
      json_object_set_string_member (message, "channel", signet_statement_get_text (rows, 2));
      json_object_set_string_member (message, "to", signet_statement_get_text (rows, 3));
      json_object_set_string_member (message, "code", signet_statement_get_text (rows, 4));
      text = json_object_new ();
      json_object_set_string_member (text, "zh-CN", signet_statement_get_text (rows, 5));
      json_object_set_string_member (text, "en", signet_statement_get_text (rows, 6));
      json_object_set_object_member (message, "text", text);
      json_array_add_object_element (messages, message);
    }
  signet_practice_exchange_answer_object (exchange, 200, answer);
  return TRUE;
}

const SignetPracticeRoute signet_practice_message_routes[] = {
  { "GET", "/practice/v1/messages", SIGNET_PRACTICE_ROUTE_CONTROL, get_messages },
  { NULL, NULL, 0, NULL },
};
