/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-party.h"

#include "model/signet-words.h"
#include "model/signet-evidence.h"

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
  char *kind;
  char *name;
  char *document_number;
  char *document_valid_until;
  char *legal_representative;
  char *contact_name;
  char *contact_email;
  char *contact_phone;
  char *contact_address;
  GListStore *evidence;
};

G_DEFINE_FINAL_TYPE (SignetParty, signet_party, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetParty, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id; in a decoded answer the platform's" },
  { "role", SIGNET_FIELD_TEXT, OFFSET (role), "principal or agent" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind),
    "mainland_person, mainland_organisation …; decides the document" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "Name as on the document" },
  { "document-number", SIGNET_FIELD_TEXT, OFFSET (document_number),
    "Number of the identity card, credit code …" },
  { "document-valid-until", SIGNET_FIELD_TEXT, OFFSET (document_valid_until),
    "Last day of the document, YYYY-MM-DD; empty if it has none" },
  { "legal-representative", SIGNET_FIELD_TEXT, OFFSET (legal_representative), "Of an organisation" },
  { "contact-name", SIGNET_FIELD_TEXT, OFFSET (contact_name), "Who is named to the other side" },
  { "contact-email", SIGNET_FIELD_TEXT, OFFSET (contact_email), "Shown to the other side" },
  { "contact-phone", SIGNET_FIELD_TEXT, OFFSET (contact_phone), "Shown to the other side" },
  { "contact-address", SIGNET_FIELD_TEXT, OFFSET (contact_address), "Shown to the other side" },
  { "evidence", SIGNET_FIELD_LIST, OFFSET (evidence), "The papers", signet_evidence_get_type },
};

static void
signet_party_class_init (SignetPartyClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_party_init (SignetParty *self)
{
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
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, kind)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, name)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, document_number)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, document_valid_until)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, legal_representative)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_name)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_email)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_phone)
SIGNET_RECORD_TEXT (SignetParty, signet_party, SIGNET_IS_PARTY, contact_address)
SIGNET_RECORD_LIST_GETTER (SignetParty, signet_party, SIGNET_IS_PARTY, evidence)

/**
 * signet_party_get_document_kind:
 * @self: a party
 *
 * The document that proves a party of this kind. Hong Kong, Macau, Taiwan and foreign parties have several
 * and aren't served yet.
 *
 * Returns: "resident_id", "credit_code", or "" for a kind whose document isn't decided by it
 */
const char *
signet_party_get_document_kind (SignetParty *self)
{
  g_return_val_if_fail (SIGNET_IS_PARTY (self), "");

  if (g_strcmp0 (self->kind, SIGNET_PARTY_KIND_MAINLAND_PERSON) == 0)
    return SIGNET_DOCUMENT_KIND_RESIDENT_ID;
  if (g_strcmp0 (self->kind, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION) == 0)
    return SIGNET_DOCUMENT_KIND_CREDIT_CODE;
  return "";
}
