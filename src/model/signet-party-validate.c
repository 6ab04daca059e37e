/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-party-validate.h"

#include "model/signet-finding-codes.h"
#include "model/signet-party-kind.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* A contact may have a landline: 0, area code and number, ten to twelve digits. Anything else is held to be a
 * mobile number. */
static gboolean
is_landline (const char *text)
{
  gsize digits = 0;

  if (*text != '0')
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      digits++;
    else if (*p != '-' && *p != ' ')
      return FALSE;

  return digits >= 10 && digits <= 12;
}

static void
validate_document (GPtrArray *findings, SignetParty *self, const GDate *today)
{
  const char *kind = signet_party_get_document_kind (self);
  const char *number = signet_party_get_document_number (self);
  const char *valid_until = signet_party_get_document_valid_until (self);
  GDate date;

  if (strcmp (kind, SIGNET_DOCUMENT_KIND_RESIDENT_ID) == 0)
    signet_validate_number (findings, "/document/number", SIGNET_NUMBER_RESIDENT_ID, number, today);
  else if (strcmp (kind, SIGNET_DOCUMENT_KIND_CREDIT_CODE) == 0)
    signet_validate_number (findings, "/document/number", SIGNET_NUMBER_CREDIT_CODE, number, today);
  else
    signet_validate_required (findings, "/document/number", number);

  /* Documents without an end leave it empty. */
  if (!signet_validate_is_empty (valid_until) &&
      signet_validate_date (findings, "/document/valid_until", valid_until, &date) && today != NULL &&
      g_date_compare (&date, today) < 0)
    g_ptr_array_add (findings,
                     signet_finding_new ("/document/valid_until", SIGNET_SEVERITY_ERROR,
                                         SIGNET_FINDING_DOCUMENT_EXPIRED, "date", valid_until, NULL));
}

static void
validate_contact (GPtrArray *findings, SignetParty *self)
{
  const char *phone = signet_party_get_contact_phone (self);

  signet_validate_required (findings, "/contact/name", signet_party_get_contact_name (self));
  signet_validate_email (findings, "/contact/email", signet_party_get_contact_email (self));
  if (!is_landline (phone))
    signet_validate_number (findings, "/contact/phone", SIGNET_NUMBER_PHONE, phone, NULL);
  signet_validate_required (findings, "/contact/address", signet_party_get_contact_address (self));
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
  const char *kind;

  g_return_val_if_fail (SIGNET_IS_PARTY (self), findings);
  g_return_val_if_fail (platform == NULL || SIGNET_IS_PLATFORM (platform), findings);

  kind = signet_party_get_kind (self);
  if (signet_validate_required (findings, "/kind", kind) && platform != NULL &&
      signet_platform_find_party_kind (platform, kind) == NULL)
    g_ptr_array_add (findings, signet_finding_new ("/kind", SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_UNKNOWN_KIND, "kind", kind, NULL));

  signet_validate_required (findings, "/name", signet_party_get_name (self));
  validate_document (findings, self, today);
  if (strcmp (kind, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION) == 0)
    signet_validate_required (findings, "/legal_representative",
                              signet_party_get_legal_representative (self));
  validate_contact (findings, self);
  if (platform != NULL)
    papers = signet_platform_list_party_papers (platform, self);
  signet_validate_files (findings, G_LIST_MODEL (signet_party_get_evidence (self)), papers,
                         platform != NULL ? signet_platform_get_limits (platform) : NULL);

  return findings;
}
