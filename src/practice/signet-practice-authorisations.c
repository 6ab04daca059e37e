/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-authorisation.h"
#include "api/signet-api-party.h"
#include "model/signet-authorisation-validate.h"
#include "model/signet-finding-codes.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"

/* Authorisations: for whom an agent may act, and how far. Each names parties and rights of the account; one
 * that follows another passes on what that one gives. Whether a chain covers a complaint is looked at with
 * the complaint.
 */

static const char *const members[] = {
  "principal", "agent",         "follows",   "handler",    "scope",       "all_rights",
  "rights",    "all_platforms", "platforms", "valid_from", "valid_until", "sub_delegation",
  "signed_on", "renews",        "files",     NULL,
};

static gpointer
decode (JsonNode *node, GError **error)
{
  return signet_api_authorisation_from_request (node, error);
}

/* An authorisation that comes after this one would make it follow itself. */
static gboolean
check_circle (SignetPracticeContext *context,
              SignetPracticeReader *reader,
              const char *follows,
              const char *own,
              GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (context->platform), &statement, error,
          "WITH RECURSIVE chain (id) AS (VALUES (?1) UNION SELECT json_extract (c.content, '$.follows')"
          " FROM certifications c JOIN chain ON chain.id = c.id)"
          " SELECT 1 FROM chain WHERE id = ?2",
          "ss", follows, own))
    return FALSE;
  if (statement != NULL)
    signet_practice_reader_add (reader, "follows", SIGNET_FINDING_CHAIN_LOOP, NULL);
  return TRUE;
}

static gboolean
check_follows (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               SignetPracticeReader *reader,
               SignetAuthorisation *authorisation,
               GError **error)
{
  const char *own = signet_practice_exchange_get_id (exchange);
  const char *follows = signet_practice_reader_get_text (reader, "follows");
  gint64 row;

  if (follows == NULL)
    return TRUE;
  if (!signet_practice_certification_refer (context, exchange, reader, "follows", SIGNET_KIND_AUTHORISATION,
                                            follows, &row, error))
    return FALSE;
  return row == 0 || own == NULL || check_circle (context, reader, follows, own, error);
}

/* The rights of an authorisation are the principal's, who may hold them together with others. */
static gboolean
check_right (SignetPracticeContext *context,
             SignetPracticeExchange *exchange,
             SignetPracticeReader *reader,
             const char *step,
             const char *id,
             gint64 principal,
             GError **error)
{
  g_autoptr (JsonObject) right = NULL;
  gboolean holds;
  gint64 row;

  if (!signet_practice_certification_refer (context, exchange, reader, step, SIGNET_KIND_RIGHT, id, &row,
                                            error))
    return FALSE;
  if (row == 0)
    return TRUE;
  if (!signet_practice_certification_load (context->platform, row, NULL, &right, NULL, error) ||
      !signet_practice_certification_is_named (
          context->platform, principal, signet_practice_exchange_get_account (exchange), SIGNET_KIND_PARTY,
          signet_practice_json_get_array (right, "holders"), &holds, error))
    return FALSE;
  if (!holds)
    signet_practice_reader_add (reader, step, SIGNET_FINDING_OTHER_HOLDER, NULL);
  return TRUE;
}

static gboolean
check (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       SignetPracticeReader *reader,
       gpointer model,
       GError **error)
{
  static const char *const names[] = { "principal", "agent" };
  const char *const *rights = signet_authorisation_get_right_ids (model);
  gint64 rows[G_N_ELEMENTS (names)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *id = signet_practice_reader_need_text (reader, names[i]);

      if (id != NULL && !signet_practice_certification_refer (context, exchange, reader, names[i],
                                                              SIGNET_KIND_PARTY, id, &rows[i], error))
        return FALSE;
    }
  for (guint i = 0; rights[i] != NULL; i++)
    {
      g_autofree char *step = g_strdup_printf ("rights/%u", i);

      if (!check_right (context, exchange, reader, step, rights[i], rows[0], error))
        return FALSE;
    }
  return check_follows (context, exchange, reader, model, error);
}

/* A party or an authorisation that this one names, %NULL if there is none. */
static gboolean
load_model (SignetPracticePlatform *platform, const char *id, GObject **model, GError **error)
{
  const SignetPracticeKind *kind;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!signet_practice_certification_load_id (platform, id, &kind, &resource, error))
    return FALSE;
  if (resource == NULL)
    return TRUE;
  node = json_node_init_object (json_node_alloc (), resource);
  *model = kind->decode (node, error);
  return *model != NULL;
}

static gboolean
validate (SignetPracticePlatform *platform,
          JsonObject *resource,
          gpointer model,
          gboolean review,
          GPtrArray **found,
          GError **error)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (platform);
  g_autoptr (GObject) giver = NULL;
  g_autoptr (GObject) agent = NULL;
  g_autoptr (GObject) loaded = NULL;
  SignetAuthorisation *follows;
  GDate today;

  if (!load_model (platform, signet_authorisation_get_follows_id (model), &loaded, error))
    return FALSE;
  follows = SIGNET_IS_AUTHORISATION (loaded) ? SIGNET_AUTHORISATION (loaded) : NULL;
  if (!load_model (platform, signet_authorisation_get_giver_id (model, follows), &giver, error) ||
      !load_model (platform, signet_authorisation_get_agent_id (model), &agent, error))
    return FALSE;
  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (platform)), &today);
  *found = signet_authorisation_validate (model, SIGNET_IS_PARTY (giver) ? SIGNET_PARTY (giver) : NULL,
                                          SIGNET_IS_PARTY (agent) ? SIGNET_PARTY (agent) : NULL, follows,
                                          signet_practice_rules_get_platform (rules), &today);
  return TRUE;
}

static gboolean
find_end (SignetPracticePlatform *platform, JsonObject *resource, gpointer model, char **end, GError **error)
{
  *end = g_strdup (signet_authorisation_get_valid_until (model));
  return TRUE;
}

/* What it says can only be changed by signing another one. */
static const SignetPracticeStop stops[] = {
  { .code = SIGNET_FINDING_AUTHORISATION_PLATFORM,
    .opens = "/all_platforms",
    .hint = SIGNET_FINDING_AUTHORISATION_PLATFORM },
  { .code = SIGNET_FINDING_AUTHORISATION_PLATFORM,
    .opens = "/files",
    .hint = "paper-stale",
    .slot = SIGNET_SLOT_AUTHORISATION },
  { .code = SIGNET_FINDING_EXPIRED,
    .opens = "/files",
    .hint = "paper-stale",
    .slot = SIGNET_SLOT_AUTHORISATION },
  { .code = SIGNET_FINDING_LEGALISATION_MISSING, .slot = SIGNET_SLOT_LEGALISATION },
  { .code = SIGNET_FINDING_TRANSLATION_MISSING, .slot = SIGNET_SLOT_TRANSLATION },
  { NULL },
};

const SignetPracticeKind signet_practice_kind_authorisation = {
  .name = SIGNET_KIND_AUTHORISATION,
  .prefix = "aut",
  .collection = "/v1/authorisations",
  .review = "authorisations",
  .members = members,
  .stops = stops,
  .decode = decode,
  .check = check,
  .validate = validate,
  .find_end = find_end,
};
