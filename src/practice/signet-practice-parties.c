/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-party.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-normalise.h"
#include "model/signet-party-validate.h"
#include "model/signet-words.h"
#include "practice/signet-practice-basis.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-refusal.h"

#include <string.h>

/* Parties: who is certified, in which role. An account has one identity of its own, and a document certifies
 * one party of an account. The same principal may stand under several agents, and have an account too.
 */

static const char *const members[] = {
  "role",       "own",
  "kind",       "name",
  "other_name", "country",
  "document",   "legal_representative",
  "contact",    "private_contact",
  "renews",     "files",
  NULL,
};

/* Two names that differ in nothing but what a keyboard decides: width, case, spaces around. */
static gboolean
are_same (const char *one, const char *other)
{
  g_autofree char *one_wide = g_utf8_normalize (one, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *other_wide = g_utf8_normalize (other, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *one_folded = one_wide != NULL ? g_utf8_casefold (g_strstrip (one_wide), -1) : NULL;
  g_autofree char *other_folded = other_wide != NULL ? g_utf8_casefold (g_strstrip (other_wide), -1) : NULL;

  return one_folded != NULL && *one_folded != '\0' && g_strcmp0 (one_folded, other_folded) == 0;
}

static gpointer
decode (JsonNode *node, GError **error)
{
  return signet_api_party_from_request (node, error);
}

static gboolean
check (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       SignetPracticeReader *reader,
       gpointer model,
       GError **error)
{
  const char *role = signet_practice_reader_need_text (reader, "role");
  g_autoptr (SignetPracticeReader) document = NULL;

  if (role != NULL && !g_str_equal (role, SIGNET_ROLE_PRINCIPAL) && !g_str_equal (role, SIGNET_ROLE_AGENT))
    signet_practice_reader_add (reader, "role", "unsupported", NULL);
  document = signet_practice_reader_need_object (reader, "document");
  if (document != NULL)
    signet_practice_reader_need_text (document, "kind");
  return TRUE;
}

static gboolean
check_document (SignetPracticeContext *context,
                SignetPracticeExchange *exchange,
                const SignetPracticeClaim *claim,
                GPtrArray *findings,
                GError **error)
{
  g_autoptr (SignetStatement) other = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (context->platform), &other, error,
          "SELECT 1 FROM certifications WHERE kind = 'party' AND document = ? AND id IS NOT ?"
          " AND " SIGNET_PRACTICE_CERTIFICATION_CLAIMS " AND (account = ? OR (own AND ?))",
          "ssii", claim->document, signet_practice_exchange_get_id (exchange),
          signet_practice_exchange_get_account (exchange), (gint64) claim->own))
    return FALSE;
  if (other != NULL)
    g_ptr_array_add (findings, signet_finding_new ("/document/number", SIGNET_SEVERITY_ERROR,
                                                   "party-already-certified", NULL));
  return TRUE;
}

/* There may be more than one of the time when all parties were one's own; they can still be corrected. */
static gboolean
check_own (SignetPracticeContext *context,
           SignetPracticeExchange *exchange,
           const SignetPracticeClaim *claim,
           GPtrArray *findings,
           GError **error)
{
  g_autoptr (SignetStatement) other = NULL;

  if (!claim->own)
    return TRUE;
  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &other, error,
                                   "SELECT content FROM certifications WHERE account = ?1 AND kind = 'party'"
                                   " AND own AND " SIGNET_PRACTICE_CERTIFICATION_CLAIMS " AND id IS NOT ?2"
                                   " AND NOT EXISTS (SELECT 1 FROM certifications WHERE id = ?2 AND own)",
                                   "is", signet_practice_exchange_get_account (exchange),
                                   signet_practice_exchange_get_id (exchange)))
    return FALSE;
  if (other != NULL)
    {
      g_autoptr (JsonObject) party = signet_practice_json_read_object (signet_statement_get_text (other, 0));

      g_ptr_array_add (findings,
                       signet_finding_new ("/own", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_OWN_EXISTS, "party",
                                           signet_practice_json_get_string (party, "name"), NULL));
    }
  return TRUE;
}

static gboolean
claim (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       gpointer model,
       SignetPracticeClaim *claim,
       GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  claim->document = signet_party_make_document_key (model);
  claim->own = signet_party_get_own (model);
  if (!check_document (context, exchange, claim, findings, error) ||
      !check_own (context, exchange, claim, findings, error))
    return FALSE;
  if (findings->len > 0)
    signet_practice_refuse_findings (exchange, "party-already-certified", 0, findings);
  return TRUE;
}

static gboolean
has_name_of (SignetParty *party, JsonObject *other)
{
  const char *const mine[] = { signet_party_get_name (party), signet_party_get_other_name (party) };
  const char *const names[] = { "name", "other_name" };

  for (guint i = 0; i < G_N_ELEMENTS (mine); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        const char *name = signet_practice_json_get_string (other, names[j]);

        if (name != NULL && are_same (mine[i], name))
          return TRUE;
      }
  return FALSE;
}

/* Somebody else may have certified the same document, but under the same name. What its owner has certified
 * as their own decides; they aren't bound by what others, who act for them, have typed. */
static gboolean
compare_with_others (SignetPracticePlatform *platform,
                     JsonObject *resource,
                     SignetParty *party,
                     GPtrArray *found,
                     GError **error)
{
  const char *id = signet_practice_json_get_string (resource, "id");
  g_autoptr (GPtrArray) others = signet_practice_certification_list_others (platform, id, FALSE, error);
  gboolean decided = signet_party_get_own (party);
  gboolean differs = FALSE;

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len && !decided; i++)
    {
      JsonObject *other = g_ptr_array_index (others, i);

      decided = signet_practice_basis_is_own (other);
      differs = (differs && !decided) || !has_name_of (party, other);
    }
  if (differs)
    g_ptr_array_add (found,
                     signet_finding_new ("/document/number", SIGNET_SEVERITY_ERROR, "document-twice", NULL));
  return TRUE;
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
  g_autoptr (GPtrArray) findings = NULL;
  GDate today;

  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (platform)), &today);
  findings = signet_party_validate (model, signet_practice_rules_get_platform (rules), &today);
  if (review && !compare_with_others (platform, resource, model, findings, error))
    return FALSE;
  *found = g_steal_pointer (&findings);
  return TRUE;
}

static gboolean
find_end (SignetPracticePlatform *platform, JsonObject *resource, gpointer model, char **end, GError **error)
{
  *end = g_strdup (signet_party_get_document_valid_until (model));
  return TRUE;
}

static GListModel *
list_papers (SignetPlatform *rules, gpointer model)
{
  return signet_platform_list_party_papers (rules, model);
}

static const SignetPracticeStop stops[] = {
  { .code = SIGNET_FINDING_DOCUMENT_EXPIRED, .opens = "/files", .hint = "paper-stale" },
  { .code = SIGNET_FINDING_LEGALISATION_MISSING, .slot = SIGNET_SLOT_LEGALISATION },
  { .code = SIGNET_FINDING_TRANSLATION_MISSING, .slot = SIGNET_SLOT_TRANSLATION },
  { .code = "document-twice", .opens = "/name", .hint = "document-twice" },
  { NULL },
};

const SignetPracticeKind signet_practice_kind_party = {
  .name = SIGNET_KIND_PARTY,
  .prefix = "pty",
  .collection = "/v1/parties",
  .review = "parties",
  .members = members,
  .stops = stops,
  .decode = decode,
  .check = check,
  .claim = claim,
  .validate = validate,
  .find_end = find_end,
  .list_papers = list_papers,
};
