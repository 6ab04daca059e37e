/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-party.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-identity.h"
#include "model/signet-number.h"
#include "model/signet-party-validate.h"
#include "model/signet-words.h"
#include "practice/signet-practice-kind.h"
#include "practice/signet-practice-refusal.h"

/* Parties: who is certified. One document certifies one party, in this account or any other. */

static const char *const members[] = {
  "role", "own", "kind", "name", "document", "legal_representative", "contact", "files", NULL,
};

/* The number as it is kept, however it was typed: spaces, width and case don't make it another document. */
static char *
normalise_document (SignetParty *party)
{
  const char *kind = signet_party_get_document_kind (party);
  gboolean person = g_str_equal (kind, SIGNET_DOCUMENT_KIND_RESIDENT_ID);
  g_autoptr (SignetNumberCheck)
      check = signet_number_check_new (person ? SIGNET_NUMBER_RESIDENT_ID : SIGNET_NUMBER_CREDIT_CODE,
                                       signet_party_get_document_number (party), NULL);

  return g_strdup_printf ("%s:%s", kind, check->normalised);
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
  const char *kind;

  if (role != NULL && !g_str_equal (role, SIGNET_ROLE_PRINCIPAL))
    signet_practice_reader_add (reader, "role", "unsupported", NULL);
  document = signet_practice_reader_need_object (reader, "document");
  kind = document != NULL ? signet_practice_reader_need_text (document, "kind") : NULL;
  if (kind != NULL && !g_strv_contains (signet_identity_list_documents (signet_party_get_kind (model)), kind))
    signet_practice_reader_add (document, "kind", "unsupported", NULL);
  return TRUE;
}

static gboolean
claim (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       gpointer model,
       char **document,
       GError **error)
{
  const char *own = signet_practice_exchange_get_id (exchange);
  g_autoptr (SignetStatement) other = NULL;

  *document = normalise_document (model);
  if (!signet_practice_store_find (
          signet_practice_platform_get_store (context->platform), &other, error,
          "SELECT 1 FROM certifications WHERE kind = 'party' AND document = ? AND id IS NOT ?", "ss",
          *document, own))
    return FALSE;
  if (other != NULL)
    {
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (findings, signet_finding_new ("/document/number", SIGNET_SEVERITY_ERROR,
                                                     "party-already-certified", NULL));
      signet_practice_refuse_findings (exchange, "party-already-certified", 0, findings);
    }
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
  GDate today;

  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (platform)), &today);
  *found = signet_party_validate (model, signet_practice_rules_get_platform (rules), &today);
  return TRUE;
}

static const char *
get_valid_until (gpointer model)
{
  return signet_party_get_document_valid_until (model);
}

static const SignetPracticeStop stops[] = {
  { SIGNET_FINDING_EXPIRED, NULL, NULL, "/files", SIGNET_FINDING_RENEWAL_PAPER, NULL },
  { NULL, NULL, NULL, NULL, NULL, NULL },
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
  .get_valid_until = get_valid_until,
};
