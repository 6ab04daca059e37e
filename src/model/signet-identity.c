/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-identity.h"

#include "model/signet-words.h"

#include <string.h>

/* What a kind of party means, whatever a platform's rules say of it: who it is and which documents prove it.
 * Any thread. */

static const struct
{
  const char *kind;
  const char *documents[4];
} rows[] = {
  { SIGNET_PARTY_KIND_MAINLAND_PERSON, { SIGNET_DOCUMENT_KIND_RESIDENT_ID } },
  { SIGNET_PARTY_KIND_MAINLAND_ORGANISATION, { SIGNET_DOCUMENT_KIND_CREDIT_CODE } },
  { SIGNET_PARTY_KIND_HMT_PERSON,
    { SIGNET_DOCUMENT_KIND_RESIDENCE_PERMIT, SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_HK_MACAU,
      SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_TAIWAN } },
  { SIGNET_PARTY_KIND_HONG_KONG_ORGANISATION, { SIGNET_DOCUMENT_KIND_BUSINESS_REGISTRATION } },
  { SIGNET_PARTY_KIND_MACAU_ORGANISATION, { SIGNET_DOCUMENT_KIND_REGISTRATION } },
  { SIGNET_PARTY_KIND_TAIWAN_ORGANISATION, { SIGNET_DOCUMENT_KIND_REGISTRATION } },
  { SIGNET_PARTY_KIND_FOREIGN_PERSON,
    { SIGNET_DOCUMENT_KIND_PASSPORT, SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD } },
  { SIGNET_PARTY_KIND_FOREIGN_ORGANISATION, { SIGNET_DOCUMENT_KIND_REGISTRATION } },
};

/* Documents whose numbers can be checked; the others' are as they come. */
static const struct
{
  const char *document;
  SignetNumberKind number;
} numbers[] = {
  { SIGNET_DOCUMENT_KIND_RESIDENT_ID, SIGNET_NUMBER_RESIDENT_ID },
  { SIGNET_DOCUMENT_KIND_CREDIT_CODE, SIGNET_NUMBER_CREDIT_CODE },
  { SIGNET_DOCUMENT_KIND_RESIDENCE_PERMIT, SIGNET_NUMBER_RESIDENCE_PERMIT },
  { SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_HK_MACAU, SIGNET_NUMBER_HONG_KONG_MACAU_PERMIT },
  { SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_TAIWAN, SIGNET_NUMBER_TAIWAN_PERMIT },
  { SIGNET_DOCUMENT_KIND_BUSINESS_REGISTRATION, SIGNET_NUMBER_BUSINESS_REGISTRATION },
  { SIGNET_DOCUMENT_KIND_PASSPORT, SIGNET_NUMBER_PASSPORT },
  { SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD, SIGNET_NUMBER_PERMANENT_RESIDENT },
};

static const char *const no_documents[] = { NULL };

/**
 * signet_identity_list_documents:
 * @party_kind: a kind of party
 *
 * Returns: (transfer none) (array zero-terminated=1): the kinds of document that prove such a party, the
 * usual one first; empty for a kind this version doesn't know
 */
const char *const *
signet_identity_list_documents (const char *party_kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].kind, party_kind) == 0)
      return rows[i].documents;
  return no_documents;
}

/**
 * signet_identity_get_number_kind:
 * @document_kind: a kind of document
 * @number_kind: (out): how its number is checked
 *
 * Returns: whether the number of such a document can be checked
 */
gboolean
signet_identity_get_number_kind (const char *document_kind, SignetNumberKind *number_kind)
{
  g_return_val_if_fail (number_kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_strcmp0 (numbers[i].document, document_kind) == 0)
      {
        *number_kind = numbers[i].number;
        return TRUE;
      }
  return FALSE;
}

/**
 * signet_identity_is_organisation:
 * @party_kind: a kind of party
 *
 * Returns: whether it is an organisation; of a kind this version doesn't know its name tells
 */
gboolean
signet_identity_is_organisation (const char *party_kind)
{
  g_return_val_if_fail (party_kind != NULL, FALSE);

  return g_str_has_suffix (party_kind, "_organisation");
}

/**
 * signet_identity_is_foreign:
 * @party_kind: a kind of party
 *
 * Returns: whether it is of another country than China, Hong Kong, Macau or Taiwan: then it has a country and
 * its papers need an apostille or legalisation
 */
gboolean
signet_identity_is_foreign (const char *party_kind)
{
  g_return_val_if_fail (party_kind != NULL, FALSE);

  return g_str_has_prefix (party_kind, "foreign_");
}

/**
 * signet_identity_has_other_name:
 * @party_kind: a kind of party
 *
 * Returns: whether its documents may have its name in another script than Chinese certificates
 */
gboolean
signet_identity_has_other_name (const char *party_kind)
{
  g_return_val_if_fail (party_kind != NULL, FALSE);

  return !g_str_has_prefix (party_kind, "mainland_");
}
