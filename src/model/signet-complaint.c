/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-complaint.h"

#include "model/signet-evidence.h"
#include "model/signet-item.h"
#include "model/signet-finding.h"
#include "model/signet-milestone.h"

/**
 * SignetComplaint:
 *
 * A complaint: one right, one reason, a statement and up to a few hundred items. As a draft it holds what
 * was typed; as a decoded answer also what the platform says about it.
 */

struct _SignetComplaint
{
  SignetRecord parent_instance;

  char *id;
  char *right_id;
  char *party_id;
  char *authorisation_id;
  char *reason;
  char *statement;
  char *language;
  int goods_class;
  gboolean guarantee_given;
  char *guarantee_version;
  char *guarantee_language;
  char *guarantee_name;
  char *guarantee_given_at;
  GListStore *evidence;
  GListStore *items;
  char *pasted;
  char *status;
  char *number;
  int item_count;
  char **counts;
  char *filed_at;
  char *decided_at;
  char *updated_at;
  char *due_at;
  char *due_rule;
  GListStore *findings;
  GListStore *history;
};

G_DEFINE_FINAL_TYPE (SignetComplaint, signet_complaint, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetComplaint, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id; in a decoded answer the platform's" },
  { "right-id", SIGNET_FIELD_TEXT, OFFSET (right_id), "Id of the right; in a decoded answer the platform's" },
  { "party-id", SIGNET_FIELD_TEXT, OFFSET (party_id),
    "Id of the party for whom it is filed; in a decoded answer the platform's" },
  { "authorisation-id", SIGNET_FIELD_TEXT, OFFSET (authorisation_id),
    "Id of the authorisation by which an agent files it, empty for one's own rights; in a decoded answer the platform's" },
  { "reason", SIGNET_FIELD_TEXT, OFFSET (reason), "Code of the rule set's reason" },
  { "statement", SIGNET_FIELD_TEXT, OFFSET (statement), "What the person says about it" },
  { "language", SIGNET_FIELD_TEXT, OFFSET (language), "Language of the statement: zh-CN or en" },
  { "goods-class", SIGNET_FIELD_INT, OFFSET (goods_class),
    "Nice class of the accused goods for items without their own; 0 unknown" },
  { "guarantee-given", SIGNET_FIELD_BOOLEAN, OFFSET (guarantee_given),
    "Whether the guarantee of truth was given" },
  { "guarantee-version", SIGNET_FIELD_TEXT, OFFSET (guarantee_version),
    "Version of the text of the guarantee" },
  { "guarantee-language", SIGNET_FIELD_TEXT, OFFSET (guarantee_language),
    "Language in which the guarantee was read: zh-CN or en" },
  { "guarantee-name", SIGNET_FIELD_TEXT, OFFSET (guarantee_name), "Who gave it" },
  { "guarantee-given-at", SIGNET_FIELD_TEXT, OFFSET (guarantee_given_at), "When, RFC 3339" },
  { "evidence", SIGNET_FIELD_LIST, OFFSET (evidence), "Evidence for all items", signet_evidence_get_type },
  { "items", SIGNET_FIELD_LIST, OFFSET (items), "The targets", signet_item_get_type },
  { "pasted", SIGNET_FIELD_TEXT, OFFSET (pasted),
    "Text in the paste field that was not turned into items yet" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "submitted, in_review …; empty for a draft" },
  { "number", SIGNET_FIELD_TEXT, OFFSET (number), "The platform's number for people" },
  { "item-count", SIGNET_FIELD_INT, OFFSET (item_count), "Number of items as the platform counts" },
  { "counts", SIGNET_FIELD_TEXTS, OFFSET (counts), "Items by status, pairs: status, number" },
  { "filed-at", SIGNET_FIELD_TEXT, OFFSET (filed_at), "When the platform received it, RFC 3339" },
  { "decided-at", SIGNET_FIELD_TEXT, OFFSET (decided_at), "When it was decided, RFC 3339" },
  { "updated-at", SIGNET_FIELD_TEXT, OFFSET (updated_at), "When it changed last, RFC 3339" },
  { "due-at", SIGNET_FIELD_TEXT, OFFSET (due_at), "Until when the person must act, RFC 3339" },
  { "due-rule", SIGNET_FIELD_TEXT, OFFSET (due_rule), "The rule that sets due-at" },
  { "findings", SIGNET_FIELD_LIST, OFFSET (findings), "What the platform found", signet_finding_get_type },
  { "history", SIGNET_FIELD_LIST, OFFSET (history), "Statuses with their times", signet_milestone_get_type },
};

static void
signet_complaint_class_init (SignetComplaintClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_complaint_init (SignetComplaint *self)
{
}

/**
 * signet_complaint_new:
 *
 * Returns: (transfer full): an empty complaint
 */
SignetComplaint *
signet_complaint_new (void)
{
  return g_object_new (SIGNET_TYPE_COMPLAINT, NULL);
}

SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, id)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, right_id)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, party_id)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, authorisation_id)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, reason)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, statement)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, language)
SIGNET_RECORD_INT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, goods_class)
SIGNET_RECORD_BOOLEAN (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, guarantee_given)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, guarantee_version)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, guarantee_language)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, guarantee_name)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, guarantee_given_at)
SIGNET_RECORD_LIST_GETTER (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, evidence)
SIGNET_RECORD_LIST_GETTER (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, items)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, pasted)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, status)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, number)
SIGNET_RECORD_INT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, item_count)
SIGNET_RECORD_TEXTS_GETTER (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, counts)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, filed_at)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, decided_at)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, updated_at)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, due_at)
SIGNET_RECORD_TEXT (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, due_rule)
SIGNET_RECORD_LIST_GETTER (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, findings)
SIGNET_RECORD_LIST_GETTER (SignetComplaint, signet_complaint, SIGNET_IS_COMPLAINT, history)

/**
 * signet_complaint_get_count:
 * @self: a complaint
 * @status: status of an item
 *
 * Returns: how many of the items the platform counts under that status
 */
int
signet_complaint_get_count (SignetComplaint *self, const char *status)
{
  g_return_val_if_fail (SIGNET_IS_COMPLAINT (self), 0);

  for (guint i = 0; self->counts != NULL && self->counts[i] != NULL && self->counts[i + 1] != NULL; i += 2)
    if (g_strcmp0 (self->counts[i], status) == 0)
      return (int) CLAMP (g_ascii_strtoll (self->counts[i + 1], NULL, 10), 0, G_MAXINT);
  return 0;
}
