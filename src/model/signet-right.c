/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right.h"

#include "model/signet-nice-class.h"
#include "model/signet-evidence.h"

/**
 * SignetRight:
 *
 * A right that can be infringed: a trademark, a patent, a work … Which fields a right has follows from its
 * kind; the others stay empty. A local record, as #SignetParty is.
 */

struct _SignetRight
{
  SignetRecord parent_instance;

  char *id;
  char *kind;
  char *number;
  char *second_number;
  char *version;
  char *name;
  char *owner;
  GListStore *classes;
  char *registered_on;
  char *filed_on;
  char *granted_on;
  char *annuity_paid_until;
  char *work_kind;
  char *author;
  char *author_kind;
  char *author_died_on;
  char *completed_on;
  char *published_on;
  char *shot_on;
  char *valid_until;
  char *territory;
  char *party_id;
  char **co_holder_ids;
  char *standing;
  char *licence_until;
  char **accounts;
  GListStore *evidence;
};

G_DEFINE_FINAL_TYPE (SignetRight, signet_right, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetRight, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id; in a decoded answer the platform's" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "trademark, invention, work …" },
  { "number", SIGNET_FIELD_TEXT, OFFSET (number), "Number as on the certificate" },
  { "second-number", SIGNET_FIELD_TEXT, OFFSET (second_number), "The second number of software: YYYYSR…" },
  { "version", SIGNET_FIELD_TEXT, OFFSET (version), "Of software, as on the certificate" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "The mark in words, the title; for a portrait the person" },
  { "owner", SIGNET_FIELD_TEXT, OFFSET (owner), "Owner as on the certificate" },
  { "classes", SIGNET_FIELD_LIST, OFFSET (classes), "Nice classes with their goods",
    signet_nice_class_get_type },
  { "registered-on", SIGNET_FIELD_TEXT, OFFSET (registered_on), "YYYY-MM-DD" },
  { "filed-on", SIGNET_FIELD_TEXT, OFFSET (filed_on), "Of a patent, YYYY-MM-DD" },
  { "granted-on", SIGNET_FIELD_TEXT, OFFSET (granted_on), "Of a patent, YYYY-MM-DD" },
  { "annuity-paid-until", SIGNET_FIELD_TEXT, OFFSET (annuity_paid_until),
    "Of a patent: last day the annuities are paid for, YYYY-MM-DD" },
  { "work-kind", SIGNET_FIELD_TEXT, OFFSET (work_kind), "literary, art, photograph …; of a work" },
  { "author", SIGNET_FIELD_TEXT, OFFSET (author), "Who made the work" },
  { "author-kind", SIGNET_FIELD_TEXT, OFFSET (author_kind), "person or organisation" },
  { "author-died-on", SIGNET_FIELD_TEXT, OFFSET (author_died_on),
    "YYYY-MM-DD; empty while the author lives" },
  { "completed-on", SIGNET_FIELD_TEXT, OFFSET (completed_on), "Of a work, YYYY-MM-DD" },
  { "published-on", SIGNET_FIELD_TEXT, OFFSET (published_on),
    "First publication, YYYY-MM-DD; empty if unpublished" },
  { "shot-on", SIGNET_FIELD_TEXT, OFFSET (shot_on), "Of an original image, YYYY-MM-DD" },
  { "valid-until", SIGNET_FIELD_TEXT, OFFSET (valid_until), "Last day, YYYY-MM-DD" },
  { "territory", SIGNET_FIELD_TEXT, OFFSET (territory), "Where it holds, ISO 3166 code: CN" },
  { "party-id", SIGNET_FIELD_TEXT, OFFSET (party_id),
    "Id of the (first) party that holds it; in a decoded answer the platform's" },
  { "co-holder-ids", SIGNET_FIELD_TEXTS, OFFSET (co_holder_ids),
    "Ids of the other holders; in a decoded answer the platform's" },
  { "standing", SIGNET_FIELD_TEXT, OFFSET (standing), "Standing of the party: owner, exclusive_licensee …" },
  { "licence-until", SIGNET_FIELD_TEXT, OFFSET (licence_until),
    "Last day of the licence, YYYY-MM-DD; of a licensee" },
  { "accounts", SIGNET_FIELD_TEXTS, OFFSET (accounts), "Accounts that may use the portrait" },
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
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, second_number)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, version)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, name)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, owner)
SIGNET_RECORD_LIST_GETTER (SignetRight, signet_right, SIGNET_IS_RIGHT, classes)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, registered_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, filed_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, granted_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, annuity_paid_until)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, work_kind)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, author)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, author_kind)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, author_died_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, completed_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, published_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, shot_on)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, valid_until)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, territory)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, party_id)
SIGNET_RECORD_TEXTS (SignetRight, signet_right, SIGNET_IS_RIGHT, co_holder_ids)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, standing)
SIGNET_RECORD_TEXT (SignetRight, signet_right, SIGNET_IS_RIGHT, licence_until)
SIGNET_RECORD_TEXTS (SignetRight, signet_right, SIGNET_IS_RIGHT, accounts)
SIGNET_RECORD_LIST_GETTER (SignetRight, signet_right, SIGNET_IS_RIGHT, evidence)
