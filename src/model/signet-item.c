/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-item.h"

#include "model/signet-finding.h"
#include "model/signet-measure.h"

/**
 * SignetItem:
 *
 * One target of a complaint: a link or a passcode, with what the person knows about it. @reference and
 * @private_note are never sent.
 */

struct _SignetItem
{
  SignetRecord parent_instance;

  char *id;
  char *complaint_id;
  char *local_id;
  int position;
  char *kind;
  char *link;
  char *passcode;
  char *source;
  char *target_id;
  char *title;
  char *seller;
  char *seller_id;
  char *price;
  char *seen_at;
  int goods_class;
  char *note;
  char *reference;
  char *private_note;
  char *check;
  char *check_note;
  char *status;
  char *decided_at;
  GListStore *findings;
  GListStore *measures;
};

G_DEFINE_FINAL_TYPE (SignetItem, signet_item, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetItem, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "The platform's id; empty before it has one" },
  { "complaint-id", SIGNET_FIELD_TEXT, OFFSET (complaint_id), "The platform's id of its complaint" },
  { "local-id", SIGNET_FIELD_TEXT, OFFSET (local_id), "Id in the draft" },
  { "position", SIGNET_FIELD_INT, OFFSET (position), "Place in the request, from 0" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "goods, shop, video, live or account" },
  { "link", SIGNET_FIELD_TEXT, OFFSET (link), "Normalised address; empty for a passcode" },
  { "passcode", SIGNET_FIELD_TEXT, OFFSET (passcode), "Share passcode where there is no address" },
  { "source", SIGNET_FIELD_TEXT, OFFSET (source), "The pasted text it was found in" },
  { "target-id", SIGNET_FIELD_TEXT, OFFSET (target_id),
    "Id in the address, where the rule set knows its shape" },
  { "title", SIGNET_FIELD_TEXT, OFFSET (title), "What the page calls it" },
  { "seller", SIGNET_FIELD_TEXT, OFFSET (seller), "Name of the seller" },
  { "seller-id", SIGNET_FIELD_TEXT, OFFSET (seller_id), "The platform's id of the seller" },
  { "price", SIGNET_FIELD_TEXT, OFFSET (price), "Amount as text" },
  { "seen-at", SIGNET_FIELD_TEXT, OFFSET (seen_at), "When it was seen" },
  { "goods-class", SIGNET_FIELD_INT, OFFSET (goods_class), "Nice class of the accused goods; 0 unknown" },
  { "note", SIGNET_FIELD_TEXT, OFFSET (note), "Note to the platform" },
  { "reference", SIGNET_FIELD_TEXT, OFFSET (reference), "Own reference; never sent" },
  { "private-note", SIGNET_FIELD_TEXT, OFFSET (private_note), "Own note; never sent" },
  { "check", SIGNET_FIELD_TEXT, OFFSET (check),
    "What the desk sees in it before it is filed, a SIGNET_CHECK_ word" },
  { "check-note", SIGNET_FIELD_TEXT, OFFSET (check_note), "The line it repeats, or the complaint it is in" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "pending, removed, not_found …" },
  { "decided-at", SIGNET_FIELD_TEXT, OFFSET (decided_at), "When it was decided, RFC 3339" },
  { "findings", SIGNET_FIELD_LIST, OFFSET (findings), "Why it was decided so", signet_finding_get_type },
  { "measures", SIGNET_FIELD_LIST, OFFSET (measures), "What was done", signet_measure_get_type },
};

static void
signet_item_class_init (SignetItemClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_item_init (SignetItem *self)
{
}

/**
 * signet_item_new:
 *
 * Returns: (transfer full): an empty item
 */
SignetItem *
signet_item_new (void)
{
  return g_object_new (SIGNET_TYPE_ITEM, NULL);
}

SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, id)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, complaint_id)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, local_id)
SIGNET_RECORD_INT (SignetItem, signet_item, SIGNET_IS_ITEM, position)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, kind)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, link)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, passcode)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, source)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, target_id)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, title)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, seller)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, seller_id)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, price)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, seen_at)
SIGNET_RECORD_INT (SignetItem, signet_item, SIGNET_IS_ITEM, goods_class)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, note)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, reference)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, private_note)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, check)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, check_note)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, status)
SIGNET_RECORD_TEXT (SignetItem, signet_item, SIGNET_IS_ITEM, decided_at)
SIGNET_RECORD_LIST_GETTER (SignetItem, signet_item, SIGNET_IS_ITEM, findings)
SIGNET_RECORD_LIST_GETTER (SignetItem, signet_item, SIGNET_IS_ITEM, measures)
