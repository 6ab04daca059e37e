/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-complaint-validate.h"

#include "model/signet-authorisation-chain.h"
#include "model/signet-finding-codes.h"
#include "model/signet-nice-class.h"
#include "model/signet-party-validate.h"
#include "model/signet-reason.h"
#include "model/signet-right-validate.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/*
 * The self-check before filing. The practice platform's reviewer calls it too, so that nobody is refused for
 * something the self-check didn't say.
 */

typedef struct
{
  SignetComplaint *complaint;
  const SignetComplaintContext *context;
  GPtrArray *findings;
  GArray *checks;
  GPtrArray *kinds; /* of the items that will be filed, each once */
  guint n_filed;
} Check;

/* A low price or a broken dealer agreement is no infringement (the mark is the owner's own; Trademark Law 57
 * lists what is one). These words make it likely that somebody thinks so. */
static const char *const price_words[] = {
  "低价",
  "破价",
  "乱价",
  "控价",
  "窜货",
  "串货",
  "价格过低",
  "低于指导价",
  "经销协议",
  "经销合同",
  "low price",
  "below the price",
  "price floor",
  "minimum price",
  "dealer agreement",
  "distribution agreement",
  "grey market",
  "gray market",
  "parallel import",
  NULL,
};

static void
add (Check *check, SignetFinding *finding)
{
  g_ptr_array_add (check->findings, finding);
}

static SignetItemCheck *
get_check (Check *check, guint i)
{
  return &g_array_index (check->checks, SignetItemCheck, i);
}

static gboolean
is_new (SignetItemCheck *item)
{
  return strcmp (item->word, SIGNET_CHECK_NEW) == 0;
}

static gboolean
is_one_of (const char *text, const char *const *words)
{
  return g_strv_contains (words, text);
}

static void
check_certification (Check *check, const char *pointer, SignetCertification *certification)
{
  const char *status;

  if (certification == NULL)
    return;
  status = signet_certification_get_status (certification);
  if (!signet_certification_can_carry (status))
    add (check, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_NOT_CERTIFIED, "status",
                                    status, NULL));
}

/* What ran out since the papers were certified matters to the complaint; the rest was said then. */
static void
forward_expiry (Check *check, const char *pointer, GPtrArray *found)
{
  static const char *const codes[] = { SIGNET_FINDING_EXPIRED, SIGNET_FINDING_IN_GRACE,
                                       SIGNET_FINDING_LICENCE_EXPIRED, SIGNET_FINDING_DOCUMENT_EXPIRED,
                                       NULL };

  for (guint i = 0; i < found->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (found, i);

      if (is_one_of (signet_finding_get_code (finding), codes))
        add (check, signet_finding_new_with_params (pointer, signet_finding_get_severity (finding),
                                                    signet_finding_get_code (finding),
                                                    signet_finding_get_params (finding)));
    }
}

static gboolean
holds (SignetParty *party, SignetRight *right)
{
  const char *id = signet_party_get_id (party);

  return *signet_right_get_party_id (right) == '\0' || strcmp (signet_right_get_party_id (right), id) == 0 ||
         is_one_of (id, signet_right_get_co_holder_ids (right));
}

/* Who files for another needs leave to; every link of the chain must cover the right, the platform and the
 * day. */
static void
check_authorisation (Check *check)
{
  const SignetComplaintContext *context = check->context;
  g_autoptr (GPtrArray) found = NULL;

  if (context->party == NULL || signet_party_get_own (context->party))
    return;

  found = signet_authorisation_check_chain (context->authorisations, signet_party_get_id (context->party),
                                            context->agent_id != NULL ? context->agent_id : "",
                                            context->right != NULL ? signet_right_get_id (context->right)
                                                                   : NULL,
                                            signet_platform_get_rules (context->platform), context->today);
  for (guint i = 0; i < found->len; i++)
    add (check, g_object_ref (found->pdata[i]));
}

static void
check_parties (Check *check)
{
  const SignetComplaintContext *context = check->context;

  if (context->right == NULL)
    add (check, signet_finding_new ("/right", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED, NULL));
  else
    {
      g_autoptr (GPtrArray)
          found = signet_right_validate (context->right, context->party, NULL, context->today);

      forward_expiry (check, "/right", found);
      check_certification (check, "/right", context->right_certification);
    }

  if (context->party == NULL)
    add (check, signet_finding_new ("/principal", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED, NULL));
  else
    {
      g_autoptr (GPtrArray) found = signet_party_validate (context->party, NULL, context->today);

      forward_expiry (check, "/principal", found);
      check_certification (check, "/principal", context->party_certification);
    }

  if (context->right != NULL && context->party != NULL && !holds (context->party, context->right))
    add (check, signet_finding_new ("/principal", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_OTHER_HOLDER, NULL));
}

static void
check_reason (Check *check)
{
  const char *code = signet_complaint_get_reason (check->complaint);
  GListModel *files = G_LIST_MODEL (signet_complaint_get_evidence (check->complaint));
  SignetReason *reason;
  g_autoptr (GString) excluded = g_string_new (NULL);

  if (!signet_validate_required (check->findings, "/reason", code))
    return;
  reason = signet_platform_find_reason (check->context->platform, code);
  if (reason == NULL)
    {
      add (check, signet_finding_new ("/reason", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_UNKNOWN_KIND, "kind",
                                      code, NULL));
      return;
    }

  if (check->context->right != NULL &&
      !signet_reason_is_for_right (reason, signet_right_get_kind (check->context->right)))
    add (check, signet_finding_new ("/reason", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REASON_RIGHT, "reason",
                                    code, NULL));
  for (guint i = 0; i < check->kinds->len; i++)
    {
      const char *kind = g_ptr_array_index (check->kinds, i);

      if (!signet_reason_is_for_target (reason, kind))
        g_string_append_printf (excluded, "%s%s", excluded->len > 0 ? "," : "", kind);
    }
  if (excluded->len > 0)
    add (check, signet_finding_new ("/reason", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REASON_TARGETS, "reason",
                                    code, "kinds", excluded->str, NULL));
  if (signet_reason_get_evidence_required (reason) && g_list_model_get_n_items (files) == 0)
    add (check, signet_finding_new ("/files", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_EVIDENCE_MISSING,
                                    "reason", code, NULL));
}

/* The first of the words that make a price or an agreement the reason. */
static const char *
find_price_word (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; price_words[i] != NULL; i++)
    if (strstr (folded, price_words[i]) != NULL)
      return price_words[i];

  return NULL;
}

static void
check_statement (Check *check)
{
  g_autofree char *statement = g_utf8_make_valid (signet_complaint_get_statement (check->complaint), -1);
  SignetLimits *limits = signet_platform_get_limits (check->context->platform);
  int limit = limits != NULL ? signet_limits_get_statement_characters (limits) : 0;
  glong length = g_utf8_strlen (statement, -1);
  const char *word;

  if (!signet_validate_required (check->findings, "/statement", statement))
    return;

  if (limit > 0 && length > limit)
    {
      g_autofree char *count = g_strdup_printf ("%ld", length);
      g_autofree char *most = g_strdup_printf ("%d", limit);

      add (check, signet_finding_new ("/statement", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_TOO_LONG, "count",
                                      count, "limit", most, NULL));
    }
  word = find_price_word (statement);
  if (word != NULL)
    add (check, signet_finding_new ("/statement", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_PRICE_NO_REASON,
                                    "word", word, NULL));
}

/* SPC guiding opinions [2020] 32, article 5: a written guarantee of truth, for the text as it stands now. */
static void
check_guarantee (Check *check)
{
  const char *given = signet_complaint_get_guarantee_version (check->complaint);
  const char *asked = signet_platform_get_guarantee_version (check->context->platform);

  if (!signet_complaint_get_guarantee_given (check->complaint))
    {
      add (check,
           signet_finding_new ("/guarantee", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_GUARANTEE_MISSING, NULL));
      return;
    }
  if (strcmp (given, asked) != 0)
    add (check,
         signet_finding_new ("/guarantee", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_GUARANTEE_CHANGED, NULL));
  signet_validate_required (check->findings, "/guarantee/name",
                            signet_complaint_get_guarantee_name (check->complaint));
}

static void
check_item_state (Check *check, guint i)
{
  SignetItemCheck *item = get_check (check, i);
  g_autofree char *pointer = g_strdup_printf ("/items/%u", i);

  if (strcmp (item->word, SIGNET_CHECK_UNKNOWN) == 0)
    add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_TARGET_UNKNOWN, "text",
                                    signet_target_get_normalised (item->target), NULL));
  else if (strcmp (item->word, SIGNET_CHECK_DUPLICATE) == 0)
    add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_DUPLICATE, "line",
                                    item->note, NULL));
  else if (strcmp (item->word, SIGNET_CHECK_FILED) == 0)
    add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_FILED_BEFORE,
                                    "complaint", item->note, NULL));
}

/* What the link itself says against what was chosen. A short link and a passcode say nothing. */
static void
check_item_kind (Check *check, guint i, SignetItem *item)
{
  SignetTarget *target = get_check (check, i)->target;
  const char *says = signet_target_get_kind (target);
  const char *kind = signet_item_get_kind (item);
  g_autofree char *pointer = NULL;

  if (strcmp (says, kind) == 0 || strcmp (says, SIGNET_TARGET_KIND_SHORT) == 0 ||
      strcmp (says, SIGNET_TARGET_KIND_PASSCODE) == 0)
    return;

  pointer = g_strdup_printf ("/items/%u/link", i);
  if (strcmp (says, SIGNET_TARGET_KIND_UNKNOWN) == 0)
    add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_LINK_SHAPE, "link",
                                    signet_target_get_normalised (target), NULL));
  else
    add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_LINK_KIND, "kind", kind,
                                    "says", says, NULL));
}

/* A seller who is the principal: it complains about its own shop. */
static void
check_item_words (Check *check, guint i, SignetItem *item)
{
  const char *note_word = find_price_word (signet_item_get_note (item));
  const char *seller = signet_item_get_seller (item);

  if (note_word != NULL)
    {
      g_autofree char *pointer = g_strdup_printf ("/items/%u/note", i);

      add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_PRICE_NO_REASON,
                                      "word", note_word, NULL));
    }
  if (*seller != '\0' && check->context->party != NULL)
    {
      g_autofree char *one = signet_validate_fold_name (seller);
      g_autofree char *name = signet_validate_fold_name (signet_party_get_name (check->context->party));
      g_autofree char *other =
          signet_validate_fold_name (signet_party_get_other_name (check->context->party));

      if (*one != '\0' && (strcmp (one, name) == 0 || strcmp (one, other) == 0))
        {
          g_autofree char *pointer = g_strdup_printf ("/items/%u/seller", i);

          add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING,
                                          SIGNET_FINDING_SELLER_IS_PRINCIPAL, "seller", seller, NULL));
        }
    }
}

/* The classes of the right as a text, and which they are. */
static char *
list_classes (SignetRight *right, gboolean *covered)
{
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (right));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr (SignetNiceClass) nice = g_list_model_get_item (classes, i);
      int number = signet_nice_class_get_class_number (nice);

      if (number >= 1 && number <= 45)
        covered[number] = TRUE;
      g_string_append_printf (text, "%s%d", i > 0 ? "," : "", number);
    }

  return g_string_free (text, FALSE);
}

/* The class of the accused goods, chosen for a row or else for the batch. Unknown is a hint and never passes
 * in silence; another class than the right's needs similar goods (Trademark Law 57(2)). */
static void
check_classes (Check *check, GListModel *items)
{
  int batch = signet_complaint_get_goods_class (check->complaint);
  gboolean covered[46] = { FALSE };
  g_autofree char *classes = NULL;
  g_autofree char *count = NULL;
  gboolean batch_told = FALSE;
  guint missing = 0;

  if (check->context->right == NULL ||
      strcmp (signet_right_get_kind (check->context->right), SIGNET_RIGHT_KIND_TRADEMARK) != 0)
    return;

  classes = list_classes (check->context->right, covered);
  for (guint i = 0; i < check->checks->len; i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);
      int own = signet_item_get_goods_class (item);
      int number = own != 0 ? own : batch;
      g_autofree char *pointer = NULL;
      g_autofree char *text = NULL;

      if (!is_new (get_check (check, i)))
        continue;
      if (number == 0)
        {
          missing++;
          continue;
        }
      if ((number >= 1 && number <= 45 && covered[number]) || (own == 0 && batch_told))
        continue;

      batch_told |= own == 0; /* said once for the batch, not once a row */
      pointer = g_strdup_printf ("/items/%u/class", i);
      text = g_strdup_printf ("%d", number);
      if (number < 1 || number > 45)
        add (check, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, "class-range", NULL));
      else
        add (check, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING, SIGNET_FINDING_CLASS_NOT_COVERED,
                                        "class", text, "classes", classes, NULL));
    }
  if (missing == 0)
    return;

  count = g_strdup_printf ("%u", missing);
  add (check, signet_finding_new ("/items", SIGNET_SEVERITY_HINT, SIGNET_FINDING_CLASS_MISSING, "count",
                                  count, NULL));
}

static void
check_items (Check *check, GListModel *items)
{
  SignetLimits *limits = signet_platform_get_limits (check->context->platform);
  int limit = limits != NULL ? signet_limits_get_items_per_complaint (limits) : 0;

  if (check->n_filed == 0)
    add (check, signet_finding_new ("/items", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_ITEMS_NONE, NULL));
  else if (limit > 0 && check->n_filed > (guint) limit)
    {
      g_autofree char *count = g_strdup_printf ("%u", check->n_filed);
      g_autofree char *most = g_strdup_printf ("%d", limit);

      add (check, signet_finding_new ("/items", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_TOO_MANY_ITEMS, "count",
                                      count, "limit", most, NULL));
    }

  for (guint i = 0; i < check->checks->len; i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      check_item_state (check, i);
      if (!is_new (get_check (check, i)))
        continue;
      check_item_kind (check, i, item);
      check_item_words (check, i, item);
    }
  check_classes (check, items);
}

static void
count_filed (Check *check, GListModel *items)
{
  for (guint i = 0; i < check->checks->len; i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);
      const char *kind = signet_item_get_kind (item);

      if (!is_new (get_check (check, i)))
        continue;
      check->n_filed++;
      if (!g_ptr_array_find_with_equal_func (check->kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (check->kinds, g_strdup (kind));
    }
}

/**
 * signet_complaint_validate:
 * @self: a complaint that isn't filed yet
 * @context: what it is checked against; platform and parser must be there
 *
 * The self-check: everything a notice needs (SPC guiding opinions [2020] 32, article 5: right and identity,
 * each target pinpointed, prima facie evidence, guarantee of truth) and everything the reviewer looks at.
 *
 * Only items that are new are filed (signet_item_check_list()); of the others a warning says why not.
 * Pointers count the items as they stand in the complaint, the ones that aren't filed among them.
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, in the order of the complaint's
 * members
 */
GPtrArray *
signet_complaint_validate (SignetComplaint *self, const SignetComplaintContext *context)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  Check check = { .complaint = self, .context = context, .findings = findings };
  GListModel *items;

  g_return_val_if_fail (SIGNET_IS_COMPLAINT (self), findings);
  g_return_val_if_fail (context != NULL, findings);
  g_return_val_if_fail (SIGNET_IS_PLATFORM (context->platform), findings);
  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (context->parser), findings);

  items = G_LIST_MODEL (signet_complaint_get_items (self));
  check.checks = signet_item_check_list (items, context->parser, context->platform, context->find_filed,
                                         context->find_filed_data);
  if (context->mark_items)
    signet_item_check_mark (items, check.checks);
  check.kinds = g_ptr_array_new_with_free_func (g_free);
  count_filed (&check, items);

  check_parties (&check);
  check_authorisation (&check);
  check_items (&check, items);
  check_reason (&check);
  signet_validate_files (findings, G_LIST_MODEL (signet_complaint_get_evidence (self)), NULL,
                         signet_platform_get_limits (context->platform));
  check_statement (&check);
  check_guarantee (&check);

  g_ptr_array_unref (check.kinds);
  g_array_unref (check.checks);
  return findings;
}
