/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-party-validate.h"

#include "model/signet-country.h"
#include "model/signet-finding-codes.h"
#include "model/signet-identity.h"
#include "model/signet-party-kind.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* The platform says which documents it takes; without one, or for a kind it doesn't certify, any that fits
 * the kind. */
static gboolean
takes_document (SignetPartyKind *rules, const char *kind, const char *document)
{
  const char *const *usual = signet_identity_list_documents (kind);

  if (rules != NULL && signet_party_kind_get_documents (rules) != NULL)
    return signet_party_kind_find_document (rules, document) != NULL;
  return *usual == NULL || g_strv_contains (usual, document);
}

static void
validate_number (GPtrArray *findings, SignetParty *self, const GDate *today)
{
  const char *number = signet_party_get_document_number (self);
  SignetNumberKind number_kind;

  if (signet_identity_get_number_kind (signet_party_get_document_kind (self), &number_kind))
    signet_validate_number (findings, "/document/number", number_kind, number, today);
  else
    signet_validate_required (findings, "/document/number", number);
}

static void
validate_document (GPtrArray *findings, SignetParty *self, SignetPartyKind *rules, const GDate *today)
{
  const char *kind = signet_party_get_kind (self);
  const char *document = signet_party_get_document_kind (self);
  const char *valid_until = signet_party_get_document_valid_until (self);
  SignetDocumentKind *taken = rules != NULL ? signet_party_kind_find_document (rules, document) : NULL;
  GDate date;

  if (*kind != '\0' && signet_validate_required (findings, "/document/kind", document) &&
      !takes_document (rules, kind, document))
    g_ptr_array_add (findings, signet_finding_new ("/document/kind", SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_DOCUMENT_KIND, "document", document, "kind",
                                                   kind, NULL));
  validate_number (findings, self, today);

  /* Documents without an end leave it empty. */
  if (signet_validate_is_empty (valid_until))
    {
      if (taken != NULL && signet_document_kind_get_expires (taken))
        signet_validate_required (findings, "/document/valid_until", valid_until);
    }
  else if (signet_validate_date (findings, "/document/valid_until", valid_until, &date) && today != NULL &&
           g_date_compare (&date, today) < 0)
    g_ptr_array_add (findings,
                     signet_finding_new ("/document/valid_until", SIGNET_SEVERITY_ERROR,
                                         SIGNET_FINDING_DOCUMENT_EXPIRED, "date", valid_until, NULL));
}

/* A foreign party is of a country; parties of China, Hong Kong, Macau and Taiwan have kinds of their own. */
static void
validate_country (GPtrArray *findings, SignetParty *self)
{
  const char *kind = signet_party_get_kind (self);
  const char *country = signet_party_get_country (self);

  if (!signet_identity_is_foreign (kind) || !signet_validate_required (findings, "/country", country))
    return;
  if (!signet_country_is_known (country))
    g_ptr_array_add (findings, signet_finding_new ("/country", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_CODE,
                                                   "text", country, NULL));
  else if (signet_country_is_china (country))
    g_ptr_array_add (findings,
                     signet_finding_new ("/country", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_COUNTRY_KIND,
                                         "country", country, "kind", kind, NULL));
  else if (signet_identity_is_organisation (kind))
    signet_validate_legalisation (findings, G_LIST_MODEL (signet_party_get_evidence (self)), country);
}

/* The other side is shown the first contact; the second is for the platform alone, and nobody must give one.
 */
static void
validate_contacts (GPtrArray *findings, SignetParty *self)
{
  const char *email = signet_party_get_private_contact_email (self);
  const char *phone = signet_party_get_private_contact_phone (self);

  signet_validate_required (findings, "/contact/name", signet_party_get_contact_name (self));
  signet_validate_email (findings, "/contact/email", signet_party_get_contact_email (self));
  signet_validate_number (findings, "/contact/phone", SIGNET_NUMBER_CONTACT_PHONE,
                          signet_party_get_contact_phone (self), NULL);
  signet_validate_required (findings, "/contact/address", signet_party_get_contact_address (self));
  if (!signet_validate_is_empty (email))
    signet_validate_email (findings, "/private_contact/email", email);
  if (!signet_validate_is_empty (phone))
    signet_validate_number (findings, "/private_contact/phone", SIGNET_NUMBER_CONTACT_PHONE, phone, NULL);
}

/**
 * signet_party_validate:
 * @self: a party
 * @platform: (nullable): the platform that will certify it, for its kinds, papers and limits
 * @today: (nullable): the day in Asia/Shanghai, or %NULL to leave out what depends on it
 *
 * Checks an identity as a reviewer would: who it is (SPC guiding opinions [2020] 32, article 5: the true
 * identity of the holder), a contact that the other side may be shown (dissemination regulation, article 14:
 * name, contact, address), and the papers of its kind.
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, with pointers into the party as it
 * goes over the wire
 */
GPtrArray *
signet_party_validate (SignetParty *self, SignetPlatform *platform, const GDate *today)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) papers = NULL;
  SignetPartyKind *rules = NULL;
  const char *kind;

  g_return_val_if_fail (SIGNET_IS_PARTY (self), findings);
  g_return_val_if_fail (platform == NULL || SIGNET_IS_PLATFORM (platform), findings);

  kind = signet_party_get_kind (self);
  if (platform != NULL)
    rules = signet_platform_find_party_kind (platform, kind);
  if (signet_validate_required (findings, "/kind", kind) && platform != NULL && rules == NULL)
    g_ptr_array_add (findings, signet_finding_new ("/kind", SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_UNKNOWN_KIND, "kind", kind, NULL));

  signet_validate_required (findings, "/name", signet_party_get_name (self));
  validate_country (findings, self);
  validate_document (findings, self, rules, today);
  if (strcmp (kind, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION) == 0)
    signet_validate_required (findings, "/legal_representative",
                              signet_party_get_legal_representative (self));
  validate_contacts (findings, self);
  if (platform != NULL)
    papers = signet_platform_list_party_papers (platform, self);
  signet_validate_files (findings, G_LIST_MODEL (signet_party_get_evidence (self)), papers,
                         platform != NULL ? signet_platform_get_limits (platform) : NULL);

  return findings;
}
