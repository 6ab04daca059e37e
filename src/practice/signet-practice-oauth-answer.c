/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-oauth-answer.h"

#include "practice/signet-practice-clock.h"

/* What the endpoints under `/oauth` have in common: errors in RFC 6749's form (section 5.2), the one public
 * client, and the words by which people know a device again.
 */

#define MOST_LABEL 128

/**
 * signet_practice_oauth_make_error:
 * @error: the error's stable name
 * @description: (nullable): for logs
 *
 * Returns: (transfer full): an error to which members can be added
 */
JsonObject *
signet_practice_oauth_make_error (const char *error, const char *description)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "error", error);
  if (description != NULL)
    json_object_set_string_member (object, "error_description", description);
  return object;
}

/**
 * signet_practice_oauth_answer:
 * @exchange: an exchange
 * @status: HTTP status
 * @object: what to answer
 *
 * Answers with JSON that nothing on the way may keep (RFC 6749, 5.1).
 */
void
signet_practice_oauth_answer (SignetPracticeExchange *exchange, guint status, JsonObject *object)
{
  signet_practice_exchange_add_header (exchange, "Cache-Control", "no-store");
  signet_practice_exchange_answer_object (exchange, status, object);
}

/**
 * signet_practice_oauth_refuse:
 * @exchange: an exchange
 * @error: the error's stable name
 * @description: (nullable): for logs
 *
 * Refuses with 400.
 */
void
signet_practice_oauth_refuse (SignetPracticeExchange *exchange, const char *error, const char *description)
{
  g_autoptr (JsonObject) object = signet_practice_oauth_make_error (error, description);

  signet_practice_oauth_answer (exchange, 400, object);
}

/**
 * signet_practice_oauth_refuse_for:
 * @exchange: an exchange
 * @reason: `locked` after too many wrong tries, `daily_limit` or `too_many_codes`
 * @wait: microseconds until it is worth another try
 *
 * Refuses with 429 and Retry-After.
 */
void
signet_practice_oauth_refuse_for (SignetPracticeExchange *exchange, const char *reason, gint64 wait)
{
  g_autoptr (JsonObject) object = signet_practice_oauth_make_error ("temporarily_unavailable", NULL);

  json_object_set_string_member (object, "reason", reason);
  if (g_str_equal (reason, "locked"))
    json_object_set_int_member (object, "tries_left", 0);
  signet_practice_exchange_add_header (exchange, "Retry-After", "%" G_GINT64_FORMAT,
                                       signet_practice_clock_count_seconds (wait));
  signet_practice_oauth_answer (exchange, 429, object);
}

/**
 * signet_practice_oauth_check_client:
 * @exchange: an exchange with a form
 *
 * Returns: %TRUE if the client is Signet; otherwise the exchange is refused
 */
gboolean
signet_practice_oauth_check_client (SignetPracticeExchange *exchange)
{
  if (g_strcmp0 (signet_practice_exchange_get_form (exchange, "client_id"), "signet") == 0)
    return TRUE;
  signet_practice_oauth_refuse (exchange, "invalid_client", "client_id must be signet");
  return FALSE;
}

/**
 * signet_practice_oauth_read_label:
 * @exchange: an exchange with a form
 * @name: name of a field
 * @label: (out) (transfer none): its value, "" if it is missing
 *
 * Reads words that a person is going to judge a device by, on a phone or in the list of sessions: what could
 * make them look like others (line breaks, other controls, marks that turn the direction of writing) isn't
 * taken.
 *
 * Returns: %TRUE if they can be shown; otherwise the exchange is refused
 */
gboolean
signet_practice_oauth_read_label (SignetPracticeExchange *exchange, const char *name, const char **label)
{
  const char *value = signet_practice_exchange_get_form (exchange, name);
  gboolean good = TRUE;

  *label = value != NULL ? value : "";
  for (const char *p = *label; *p != '\0'; p = g_utf8_next_char (p))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

      good = good && type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT &&
             type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR;
    }
  if (good && g_utf8_strlen (*label, -1) <= MOST_LABEL)
    return TRUE;
  signet_practice_oauth_refuse (exchange, "invalid_request",
                                "device_name and device_place are one line of at most 128 characters");
  return FALSE;
}
