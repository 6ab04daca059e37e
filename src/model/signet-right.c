/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right.h"

#include "model/signet-nice-class.h"
#include "model/signet-evidence.h"

/**
 * SignetRight:
 *
 * A right that can be infringed; so far a trademark. A local record, as #SignetParty is.
 */

struct _SignetRight
{
  SignetRecord parent_instance;

  char *id;
  char *kind;
  char *number;
  char *name;
  char *owner;
  GListStore *classes;
  char *registered_on;
  char *valid_until;
  char *territory;
  char *party_id;
  char *standing;
  GListStore *evidence;
};

G_DEFINE_FINAL_TYPE (SignetRight, signet_right, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetRight, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id; in a decoded answer the platform's" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "trademark …" },
  { "number", SIGNET_FIELD_TEXT, OFFSET (number), "Registration number as on the certificate" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "The mark in words" },
  { "owner", SIGNET_FIELD_TEXT, OFFSET (owner), "Owner as on the certificate" },
  { "classes", SIGNET_FIELD_LIST, OFFSET (classes), "Nice classes with their goods",
    signet_nice_class_get_type },
  { "registered-on", SIGNET_FIELD_TEXT, OFFSET (registered_on), "YYYY-MM-DD" },
  { "valid-until", SIGNET_FIELD_TEXT, OFFSET (valid_until), "Last day, YYYY-MM-DD" },
  { "territory", SIGNET_FIELD_TEXT, OFFSET (territory), "Where it holds, ISO 3166 code: CN" },
  { "party-id", SIGNET_FIELD_TEXT, OFFSET (party_id),
    "Id of the party that holds it; in a decoded answer the platform's" },
  { "standing", SIGNET_FIELD_TEXT, OFFSET (standing), "Standing of the party: owner …" },
  { "evidence", SIGNET_FIELD_LIST, OFFSET (evidence), "The papers", signet_evidence_get_type },
};

static void
signet_right_class_init (SignetRightClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_right_init (SignetRight *self)
{
}

/**
 * signet_right_new:
 *
 * Returns: (transfer full): an empty right
 */
SignetRight *
signet_right_new (void)
{
  return g_object_new (SIGNET_TYPE_RIGHT, NULL);
}

SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, id)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, kind)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, number)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, name)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, owner)
SIGNET_RECORD_LIST_GETTER (SignetRight, signet_right, SIGNET_IS_RIGHT, classes)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, registered_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, valid_until)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, territory)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, party_id)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, standing)
SIGNET_RECORD_LIST_GETTER (SignetRight, signet_right, SIGNET_IS_RIGHT, evidence)
