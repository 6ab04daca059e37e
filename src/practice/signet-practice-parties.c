/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-party.h"
#include "api/signet-json.h"
#include "model/signet-finding.h"
#include "model/signet-identity.h"
#include "model/signet-number.h"
#include "model/signet-party-validate.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"

/* `/v1/parties`: who is certified. One document certifies one party, in this account or any other. */

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

static gboolean
check_document_is_new (SignetPracticeContext *context,
                       SignetPracticeExchange *exchange,
                       const char *document,
                       GError **error)
{
  const char *own = signet_practice_exchange_get_id (exchange);
  g_autoptr (SignetStatement) other = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (context->platform), &other, error,
          "SELECT 1 FROM certifications WHERE kind = 'party' AND document = ? AND id IS NOT ?", "ss",
          document, own))
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

static void
check_words (SignetPracticeReader *reader, SignetParty *party)
{
  const char *role = signet_practice_reader_need_text (reader, "role");
  g_autoptr (SignetPracticeReader) document = NULL;
  const char *kind;

  if (role != NULL && !g_str_equal (role, SIGNET_ROLE_PRINCIPAL))
    signet_practice_reader_add (reader, "role", "unsupported", NULL);
  document = signet_practice_reader_need_object (reader, "document");
  kind = document != NULL ? signet_practice_reader_need_text (document, "kind") : NULL;
  if (kind != NULL && !g_strv_contains (signet_identity_list_documents (signet_party_get_kind (party)), kind))
    signet_practice_reader_add (document, "kind", "unsupported", NULL);
}

static gboolean
check_party (SignetPracticeContext *context,
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
  g_autoptr (SignetParty) party = signet_api_party_from_request (node, &decode_error);
  g_autoptr (GPtrArray) found = NULL;
  GDate today;

  if (party == NULL)
    {
      signet_practice_reader_add_error (reader, decode_error);
      return TRUE;
    }
  check_words (reader, party);
  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (context->platform)), &today);
  found = signet_party_validate (party, signet_practice_rules_get_platform (rules), &today);
  signet_practice_reader_add_errors (reader, found);
  if (findings->len > 0)
    return TRUE;

  *document = normalise_document (party);
  if (*signet_party_get_document_valid_until (party) != '\0')
    *valid_until = g_strdup (signet_party_get_document_valid_until (party));
  return check_document_is_new (context, exchange, *document, error);
}

static const SignetPracticeCertificationKind kind = {
  .kind = SIGNET_KIND_PARTY,
  .prefix = "pty",
  .collection = "/v1/parties",
  .review = "parties",
  .members = members,
  .check = check_party,
};

static gboolean
list_parties (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_list (&kind, context, exchange, error);
}

static gboolean
get_party (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_get (&kind, context, exchange, error);
}

static gboolean
post_party (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_create (&kind, context, exchange, error);
}

static gboolean
patch_party (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  return signet_practice_certification_correct (&kind, context, exchange, error);
}

#define POST (SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY)
#define PATCH (SIGNET_PRACTICE_ROUTE_PATCH | SIGNET_PRACTICE_ROUTE_WRITES | SIGNET_PRACTICE_ROUTE_KEY_ALLOWED)

const SignetPracticeRoute signet_practice_party_routes[] = {
  { "GET", "/v1/parties", 0, list_parties },
  { "POST", "/v1/parties", POST, post_party },
  { "GET", "/v1/parties/{id}", 0, get_party },
  { "PATCH", "/v1/parties/{id}", PATCH, patch_party },
  { NULL, NULL, 0, NULL },
};
