/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-party-row.h"

/**
 * SignetPartyRow:
 *
 * A party as a list shows it, with its status for the current account. Filled by the store.
 */

struct _SignetPartyRow
{
  SignetRecord parent_instance;

  char *id;
  char *role;
  char *kind;
  char *name;
  char *document_number;
  gboolean own;
  char *status;
  int findings;
};

G_DEFINE_FINAL_TYPE (SignetPartyRow, signet_party_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetPartyRow, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id" },
  { "role", SIGNET_FIELD_TEXT, OFFSET (role), "principal or agent" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "mainland_person …" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "Name as on the document" },
  { "document-number", SIGNET_FIELD_TEXT, OFFSET (document_number), "Number of the document" },
  { "own", SIGNET_FIELD_BOOLEAN, OFFSET (own), "Whether it is the account's own identity" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "For the current account" },
  { "findings", SIGNET_FIELD_INT, OFFSET (findings), "Number of findings" },
};

static void
signet_party_row_class_init (SignetPartyRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_party_row_init (SignetPartyRow *self)
{
}

/**
 * signet_party_row_new:
 *
 * Returns: (transfer full): an empty row
 */
SignetPartyRow *
signet_party_row_new (void)
{
  return g_object_new (SIGNET_TYPE_PARTY_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, id)
SIGNET_RECORD_TEXT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, role)
SIGNET_RECORD_TEXT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, kind)
SIGNET_RECORD_TEXT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, name)
SIGNET_RECORD_TEXT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, document_number)
SIGNET_RECORD_BOOLEAN (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, own)
SIGNET_RECORD_TEXT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, status)
SIGNET_RECORD_INT (SignetPartyRow, signet_party_row, SIGNET_IS_PARTY_ROW, findings)
