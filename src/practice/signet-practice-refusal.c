/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-refusal.h"

#include "practice/signet-practice-clock.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-oauth-answer.h"
#include "practice/signet-practice-problem.h"

#include <string.h>

/* How an exchange is refused: problem details (RFC 9457) in the language asked for. */

/* RFC 9110, 12.5.4, as far as two languages ask for it: whichever of the two is named with the greater
 * weight; English where neither is. */
static gboolean
prefers_chinese (SignetPracticeExchange *exchange)
{
  const char *value = signet_practice_exchange_get_header (exchange, "Accept-Language");
  GSList *languages = value != NULL ? soup_header_parse_quality_list (value, NULL) : NULL;
  gboolean chinese = FALSE;

  for (GSList *l = languages; l != NULL; l = l->next)
    {
      if (g_ascii_strncasecmp (l->data, "zh", 2) == 0)
        chinese = TRUE;
      if (chinese || g_ascii_strncasecmp (l->data, "en", 2) == 0)
        break;
    }
  soup_header_free_list (languages);
  return chinese;
}

static JsonObject *
make_problem (SignetPracticeExchange *exchange, const char *code, guint status, const char *detail)
{
  const SignetPracticeProblem *problem = signet_practice_problem_lookup (code);
  gboolean chinese = prefers_chinese (exchange);
  g_autofree char *type = g_strconcat ("urn:signet:problem:", problem->code, NULL);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);
  json_object_set_string_member (object, "title", chinese ? problem->zh : problem->en);
  json_object_set_int_member (object, "status", status != 0 ? status : problem->status);
  if (detail != NULL)
    json_object_set_string_member (object, "detail", detail);

  signet_practice_exchange_add_header (exchange, "Content-Language", "%s", chinese ? "zh-CN" : "en");
  signet_practice_exchange_add_header (exchange, "Vary", "Accept-Language");
  return object;
}

static void
answer_problem (SignetPracticeExchange *exchange, JsonObject *problem)
{
  guint status = (guint) json_object_get_int_member (problem, "status");
  char *text;

  if ((status == 429 || status == 503) &&
      soup_message_headers_get_one (signet_practice_exchange_get_answer_headers (exchange), "Retry-After") ==
          NULL)
    signet_practice_exchange_add_header (exchange, "Retry-After", "1");

  /* Where the platform as a whole can't answer, its OAuth endpoints say so in their own form. */
  if ((status == 429 || status == 503) &&
      g_str_has_prefix (signet_practice_exchange_get_path (exchange), "/oauth/"))
    {
      g_autoptr (JsonObject) object = signet_practice_oauth_make_error ("temporarily_unavailable", NULL);

      signet_practice_oauth_answer (exchange, status, object);
      return;
    }
  text = signet_practice_json_print (problem);
  signet_practice_exchange_answer (exchange, status, "application/problem+json",
                                   g_bytes_new_take (text, strlen (text)));
}

/**
 * signet_practice_refuse:
 * @exchange: an exchange
 * @code: the problem's stable name
 * @detail: (nullable): for logs
 *
 * Refuses with problem details (RFC 9457).
 */
void
signet_practice_refuse (SignetPracticeExchange *exchange, const char *code, const char *detail)
{
  g_autoptr (JsonObject) problem = make_problem (exchange, code, 0, detail);

  answer_problem (exchange, problem);
}

/**
 * signet_practice_refuse_with_params:
 * @exchange: an exchange
 * @code: the problem's stable name
 * @name: name of the first value
 * @...: the first value, further names and values, %NULL
 *
 * Refuses with values for the client's sentence.
 */
void
signet_practice_refuse_with_params (SignetPracticeExchange *exchange, const char *code, const char *name, ...)
{
  g_autoptr (JsonObject) problem = make_problem (exchange, code, 0, NULL);
  JsonObject *params = json_object_new ();
  va_list values;

  va_start (values, name);
  for (; name != NULL; name = va_arg (values, const char *))
    json_object_set_string_member (params, name, va_arg (values, const char *));
  va_end (values);
  json_object_set_object_member (problem, "params", params);
  answer_problem (exchange, problem);
}

/**
 * signet_practice_refuse_token:
 * @exchange: an exchange
 * @given: whether there was a token at all
 *
 * Refuses because nobody is signed in (RFC 6750, section 3).
 */
void
signet_practice_refuse_token (SignetPracticeExchange *exchange, gboolean given)
{
  signet_practice_exchange_add_header (exchange, "WWW-Authenticate", "Bearer%s",
                                       given ? " error=\"invalid_token\"" : "");
  signet_practice_refuse (exchange, "unauthorised", NULL);
}

/**
 * signet_practice_refuse_for:
 * @exchange: an exchange
 * @code: the problem's stable name
 * @wait: microseconds until it is worth another try
 *
 * Refuses with Retry-After.
 */
void
signet_practice_refuse_for (SignetPracticeExchange *exchange, const char *code, gint64 wait)
{
  signet_practice_exchange_add_header (exchange, "Retry-After", "%" G_GINT64_FORMAT,
                                       signet_practice_clock_count_seconds (wait));
  signet_practice_refuse (exchange, code, NULL);
}

/**
 * signet_practice_refuse_findings:
 * @exchange: an exchange
 * @code: the problem's stable name
 * @status: HTTP status, 0 for the problem's own
 * @findings: (element-type SignetFinding): what is wrong, by pointer
 *
 * Refuses with findings.
 */
void
signet_practice_refuse_findings (SignetPracticeExchange *exchange,
                                 const char *code,
                                 guint status,
                                 GPtrArray *findings)
{
  g_autofree char *detail = g_strdup_printf ("%u finding%s", findings->len, findings->len == 1 ? "" : "s");
  g_autoptr (JsonObject) problem = make_problem (exchange, code, status, detail);

  json_object_set_array_member (problem, "findings", signet_practice_json_from_findings (findings));
  answer_problem (exchange, problem);
}
