/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-right.h"
#include "model/signet-finding.h"
#include "model/signet-right-validate.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-reader.h"

/* `/v1/rights`: what the account's parties own. */

static const char *const members[] = {
  "kind",        "number",    "name",    "owner",    "classes", "registered_on",
  "valid_until", "territory", "holders", "standing", "files",   NULL,
};

static gboolean
check_holders (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               SignetPracticeReader *reader,
               GError **error)
{
  JsonArray *holders = signet_practice_reader_need_array (reader, "holders");
  guint length = holders != NULL ? json_array_get_length (holders) : 0;

  if (holders != NULL && length == 0)
    signet_practice_reader_add (reader, "holders", "required", NULL);
  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (holders, i);
      gboolean text = json_node_get_value_type (node) == G_TYPE_STRING;
      g_autofree char *step = g_strdup_printf ("holders/%u", i);
      gint64 row = 0;

      if (text && !signet_practice_certification_find (
                      context->platform, signet_practice_exchange_get_account (exchange), SIGNET_KIND_PARTY,
                      json_node_get_string (node), &row, error))
        return FALSE;
      if (row == 0)
        signet_practice_reader_add (reader, step, text ? "unknown" : "type", NULL);
    }
  return TRUE;
}

static gboolean
check_right (SignetPracticeContext *context,
             SignetPracticeExchange *exchange,
             JsonObject *content,
             GPtrArray *findings,
             char **document,
             char **valid_until,
             GError **error)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (context->platform);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (content, "", findings);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), content);
  g_autoptr (GError) decode_error = NULL;
  g_autoptr (SignetRight) right = signet_api_right_from_request (node, &decode_error);
  g_autoptr (GPtrArray) found = NULL;
  const char *standing;
  GDate today;

  if (right == NULL)
    {
      signet_practice_reader_add_error (reader, decode_error);
      return TRUE;
    }
  if (!check_holders (context, exchange, reader, error))
    return FALSE;
  standing = signet_practice_reader_need_text (reader, "standing");
  if (standing != NULL && !g_str_equal (standing, SIGNET_STANDING_OWNER))
    signet_practice_reader_add (reader, "standing", "unsupported", NULL);
  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (context->platform)), &today);
  found = signet_right_validate (right, NULL, signet_practice_rules_get_platform (rules), &today);
  signet_practice_reader_add_errors (reader, found);
  if (*signet_right_get_valid_until (right) != '\0')
    *valid_until = g_strdup (signet_right_get_valid_until (right));
  return TRUE;
}

static const SignetPracticeCertificationKind kind = {
  .kind = SIGNET_KIND_RIGHT,
  .prefix = "rgt",
  .collection = "/v1/rights",
  .review = "rights",
  .members = members,
  .check = check_right,
};

static gboolean
list_rights (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_list (&kind, context, exchange, error);
}

static gboolean
get_right (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_get (&kind, context, exchange, error);
}

static gboolean
post_right (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_create (&kind, context, exchange, error);
}

static gboolean
patch_right (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_correct (&kind, context, exchange, error);
}

#define POST (SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY)
#define PATCH (SIGNET_PRACTICE_ROUTE_PATCH | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY_ALLOWED)

const SignetPracticeRoute signet_practice_right_routes[] = {
  { "GET", "/v1/rights", 0, list_rights },
  { "POST", "/v1/rights", POST, post_right },
  { "GET", "/v1/rights/{id}", 0, get_right },
  { "PATCH", "/v1/rights/{id}", PATCH, patch_right },
  { NULL, NULL, 0, NULL },
};
