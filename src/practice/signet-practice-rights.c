/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "model/signet-finding-codes.h"
#include "model/signet-right-validate.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"

/* Rights: what the account's parties own. */

static const char *const members[] = {
  "kind",        "number",    "name",    "owner",    "classes", "registered_on",
  "valid_until", "territory", "holders", "standing", "files",   NULL,
};

static gpointer
decode (JsonNode *node, GError **error)
{
  return signet_api_right_from_request (node, error);
}

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
check (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       SignetPracticeReader *reader,
       gpointer model,
       GError **error)
{
  const char *standing;

  if (!check_holders (context, exchange, reader, error))
    return FALSE;
  standing = signet_practice_reader_need_text (reader, "standing");
  if (standing != NULL && !g_str_equal (standing, SIGNET_STANDING_OWNER))
    signet_practice_reader_add (reader, "standing", "unsupported", NULL);
  return TRUE;
}

/* The certificate's owner must be one of the holders; which of them, the names tell. */
static gboolean
find_holder (SignetPracticePlatform *platform, JsonObject *right, SignetParty **holder, GError **error)
{
  JsonArray *holders = signet_practice_json_get_array (right, "holders");
  const char *owner = signet_practice_json_get_string (right, "owner");

  for (guint i = 0; i < json_array_get_length (holders); i++)
    {
      g_autoptr (SignetStatement) statement = NULL;
      g_autoptr (JsonObject) resource = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (SignetParty) party = NULL;

      if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                       "SELECT n FROM certifications WHERE id = ?", "s",
                                       json_array_get_string_element (holders, i)))
        return FALSE;
      g_return_val_if_fail (statement != NULL, FALSE);
      if (!signet_practice_certification_load (platform, signet_statement_get_int64 (statement, 0), NULL,
                                               &resource, NULL, error))
        return FALSE;
      node = json_node_init_object (json_node_alloc (), resource);
      party = signet_api_party_from_request (node, error);
      if (party == NULL)
        return FALSE;
      if (*holder == NULL || g_strcmp0 (signet_party_get_name (party), owner) == 0)
        g_set_object (holder, party);
    }
  return TRUE;
}

/* Whether the names agree is the reviewer's business, not the form's. */
static gboolean
validate (SignetPracticePlatform *platform,
          JsonObject *resource,
          gpointer model,
          gboolean review,
          GPtrArray **found,
          GError **error)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (platform);
  g_autoptr (SignetParty) holder = NULL;
  GDate today;

  if (review && !find_holder (platform, resource, &holder, error))
    return FALSE;
  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (platform)), &today);
  *found = signet_right_validate (model, holder, signet_practice_rules_get_platform (rules), &today);
  return TRUE;
}

static const char *
get_valid_until (gpointer model)
{
  return signet_right_get_valid_until (model);
}

/* A paper that proves the change of name mends it as well, so the papers may be changed too. */
static const SignetPracticeStop stops[] = {
  { SIGNET_FINDING_OWNER_DIFFERS, "difference", "name", "/files", "name-proof", SIGNET_SLOT_NAME_PROOF },
  { SIGNET_FINDING_EXPIRED, NULL, NULL, "/files", SIGNET_FINDING_RENEWAL_PAPER, NULL },
  { NULL, NULL, NULL, NULL, NULL, NULL },
};

const SignetPracticeKind signet_practice_kind_right = {
  .name = SIGNET_KIND_RIGHT,
  .prefix = "rgt",
  .collection = "/v1/rights",
  .review = "rights",
  .members = members,
  .stops = stops,
  .decode = decode,
  .check = check,
  .validate = validate,
  .get_valid_until = get_valid_until,
};
