/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-party.h"

#include "model/signet-evidence.h"
#include "model/signet-identity.h"

/**
 * SignetParty:
 *
 * Someone who is certified: a principal or an agent, a person or an organisation. A local record; what a
 * platform thinks of it is its #SignetCertification with each account. Fields hold what was typed, half-
 * typed included.
 */

struct _SignetParty
{
  SignetRecord parent_instance;

  char *id;
  char *role;
  gboolean own;
  char *kind;
  char *name;
  char *other_name;
  char *country;
  char *document_kind;
  char *document_number;
  char *document_valid_until;
  char *legal_representative;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
  char *contact_address;
  char *private_contact_name;
  char *private_contact_email;
  char *private_contact_phone;
  GListStore *evidence;
};

G_DEFINE_FINAL_TYPE (SignetParty, signet_party, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetParty, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id; in a decoded answer the platform's" },
  { "role", SIGNET_FIELD_TEXT, OFFSET (role), "principal or agent" },
  { "own", SIGNET_FIELD_BOOLEAN, OFFSET (own), "Whether it is the account holder's own identity" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind),
    "mainland_person, foreign_organisation …; decides which documents prove it" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "Name as on the document" },
  { "other-name", SIGNET_FIELD_TEXT, OFFSET (other_name),
    "Name in another script, as on Chinese certificates" },
  { "country", SIGNET_FIELD_TEXT, OFFSET (country), "ISO 3166-1 alpha-2 code, of a foreign party" },
  { "document-kind", SIGNET_FIELD_TEXT, OFFSET (document_kind), "resident_id, credit_code, passport …" },
  { "document-number", SIGNET_FIELD_TEXT, OFFSET (document_number),
    "Number of the identity card, credit code …" },
  { "document-valid-until", SIGNET_FIELD_TEXT, OFFSET (document_valid_until),
    "Last day of the document, YYYY-MM-DD; empty if it has none" },
  { "legal-representative", SIGNET_FIELD_TEXT, OFFSET (legal_representative), "Of an organisation" },
  { "contact-name", SIGNET_FIELD_TEXT, OFFSET (contact_name), "Who is named to the other side" },
  { "contact-email", SIGNET_FIELD_TEXT, OFFSET (contact_email), "Shown to the other side" },
  { "contact-phone", SIGNET_FIELD_TEXT, OFFSET (contact_phone), "Shown to the other side" },
  { "contact-address", SIGNET_FIELD_TEXT, OFFSET (contact_address), "Shown to the other side" },
  { "private-contact-name", SIGNET_FIELD_TEXT, OFFSET (private_contact_name),
    "Whom the platform asks for; never shown to the other side" },
  { "private-contact-email", SIGNET_FIELD_TEXT, OFFSET (private_contact_email),
    "Never shown to the other side" },
  { "private-contact-phone", SIGNET_FIELD_TEXT, OFFSET (private_contact_phone),
    "Never shown to the other side" },
  { "evidence", SIGNET_FIELD_LIST, OFFSET (evidence), "The papers", signet_evidence_get_type },
};

/* A document that doesn't fit another kind gives way to that kind's first. */
static void
signet_party_text_set (SignetRecord *record, gsize offset)
{
  SignetParty *self = SIGNET_PARTY (record);
  const char *const *documents;

  if (offset != OFFSET (kind))
    return;
  documents = signet_identity_list_documents (signet_party_get_kind (self));
  if (!g_strv_contains (documents, signet_party_get_document_kind (self)))
    signet_party_set_document_kind (self, documents[0]);
}

static void
signet_party_class_init (SignetPartyClass *klass)
{
  SIGNET_RECORD_CLASS (klass)->text_set = signet_party_text_set;
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_party_init (SignetParty *self)
{
  /* who says nothing else speaks of themselves */
  self->own = TRUE;
}

/**
 * signet_party_new:
 *
 * Returns: (transfer full): an empty party
 */
SignetParty *
signet_party_new (void)
{
  return g_object_new (SIGNET_TYPE_PARTY, NULL);
}

SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, id)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, role)
SIGNET_RECORD_BOOLEAN (SignetParty, signet_party, SIGNET_IS_PARTY, own)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, kind)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, name)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, other_name)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, country)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, document_kind)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, document_number)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, document_valid_until)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, legal_representative)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_name)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_email)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_phone)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_address)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, private_contact_name)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, private_contact_email)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, private_contact_phone)
SIGNET_RECORD_LIST_GETTER (SignetParty, signet_party, SIGNET_IS_PARTY, evidence)
