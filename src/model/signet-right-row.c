/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-row.h"

/**
 * SignetRightRow:
 *
 * A right as a list shows it, with its status for the current account. Filled by the store.
 */

struct _SignetRightRow
{
  SignetRecord parent_instance;

  char *id;
  char *kind;
  char *number;
  char *name;
  char *owner;
  char *valid_until;
  char *licence_until;
  char *party_id;
  char *status;
  int findings;
};

G_DEFINE_FINAL_TYPE (SignetRightRow, signet_right_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetRightRow, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "trademark …" },
  { "number", SIGNET_FIELD_TEXT, OFFSET (number), "Registration number" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "The mark in words" },
  { "owner", SIGNET_FIELD_TEXT, OFFSET (owner), "Owner as on the certificate" },
  { "valid-until", SIGNET_FIELD_TEXT, OFFSET (valid_until), "YYYY-MM-DD, as typed or computed" },
  { "licence-until", SIGNET_FIELD_TEXT, OFFSET (licence_until), "YYYY-MM-DD, of a licensee" },
  { "party-id", SIGNET_FIELD_TEXT, OFFSET (party_id), "Local id of the holder" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "For the current account; draft, queued … approved" },
  { "findings", SIGNET_FIELD_INT, OFFSET (findings), "Number of findings" },
};

static void
signet_right_row_class_init (SignetRightRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_right_row_init (SignetRightRow *self)
{
}

/**
 * signet_right_row_new:
 *
 * Returns: (transfer full): an empty row
 */
SignetRightRow *
signet_right_row_new (void)
{
  return g_object_new (SIGNET_TYPE_RIGHT_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, id)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, kind)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, number)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, name)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, owner)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, valid_until)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, licence_until)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, party_id)
SIGNET_RECORD_TEXT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, status)
SIGNET_RECORD_INT (SignetRightRow, signet_right_row, SIGNET_IS_RIGHT_ROW, findings)
