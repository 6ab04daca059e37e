/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-judge.h"

#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "practice/signet-practice-basis.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"

#include <string.h>

/* What the automatic reviewer thinks: of what is certified, whether papers are in date and complete and names
 * are equal; of agents, whether they may act; of items, whether the link leads to a target of this platform,
 * was filed before, has the evidence its reason asks for. A link can ask for an outcome, so that every branch
 * can be rehearsed.
 */

/* Asked for by a path that holds the word. */
#define WORD_GONE "practice-gone"
#define WORD_LICENSED "practice-licensed"
#define WORD_GRAVE "practice-grave"

static gboolean
is_stop (const SignetPracticeStop *stop, const char *subject, SignetFinding *finding)
{
  return g_str_equal (stop->code, signet_finding_get_code (finding)) &&
         (stop->param == NULL ||
          g_strcmp0 (signet_finding_get_param (finding, stop->param), stop->value) == 0) &&
         (stop->subject == NULL || g_strcmp0 (stop->subject, subject) == 0);
}

/* The finding as an error, with the slot that would mend it. */
static SignetFinding *
make_error (SignetFinding *finding, const char *slot)
{
  GVariant *given = signet_finding_get_params (finding);
  GVariantBuilder params;
  GVariantIter iter;
  const char *name, *value;

  g_variant_builder_init (&params, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, given);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (slot == NULL || !g_str_equal (name, "slot"))
      g_variant_builder_add (&params, "{ss}", name, value);
  if (slot != NULL)
    g_variant_builder_add (&params, "{ss}", "slot", slot);
  return signet_finding_new_with_params (signet_finding_get_pointer (finding), SIGNET_SEVERITY_ERROR,
                                         signet_finding_get_code (finding), g_variant_builder_end (&params));
}

static gboolean
has_slot (GListModel *papers, const char *slot)
{
  guint length = papers != NULL ? g_list_model_get_n_items (papers) : 0;

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, i);

      if (g_str_equal (signet_paper_slot_get_slot (paper), slot))
        return TRUE;
    }
  return papers == NULL;
}

/* An error, or a warning that a reviewer doesn't let pass, and what it opens beside what it points to. */
static void
take_finding (const SignetPracticeKind *kind,
              const char *subject,
              GListModel *papers,
              SignetFinding *finding,
              GPtrArray *findings)
{
  gboolean stops = signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR;
  const char *slot = NULL;
  g_autoptr (GPtrArray) hints = g_ptr_array_new_with_free_func (g_object_unref);

  for (const SignetPracticeStop *stop = kind->stops; stop->code != NULL; stop++)
    {
      if (signet_finding_get_severity (finding) == SIGNET_SEVERITY_HINT || !is_stop (stop, subject, finding))
        continue;
      stops = TRUE;
      if (stop->opens == NULL)
        slot = stop->slot != NULL ? stop->slot : slot;
      else if (stop->slot == NULL || has_slot (papers, stop->slot))
        g_ptr_array_add (hints, signet_finding_new (stop->opens, SIGNET_SEVERITY_HINT, stop->hint,
                                                    stop->slot != NULL ? "slot" : NULL, stop->slot, NULL));
    }
  if (!stops)
    return;
  g_ptr_array_add (findings, make_error (finding, slot));
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&hints));
}

static gboolean
check_resource (SignetPracticePlatform *platform,
                const SignetPracticeKind *kind,
                JsonObject *resource,
                GPtrArray *findings,
                GError **error)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), resource);
  g_autoptr (GObject) model = kind->decode (node, error);
  SignetPlatform *rules = signet_practice_rules_get_platform (signet_practice_platform_get_rules (platform));
  g_autoptr (GListModel) papers = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (model == NULL || !kind->validate (platform, resource, model, TRUE, &found, error))
    return FALSE;
  if (kind->list_papers != NULL)
    papers = kind->list_papers (rules, model);
  for (guint i = 0; i < found->len; i++)
    take_finding (kind, signet_practice_json_get_string (resource, "kind"), papers,
                  g_ptr_array_index (found, i), findings);
  return TRUE;
}

/**
 * signet_practice_judge_certification:
 * @platform: the platform, with a transaction open
 * @row: row of a certification under review
 * @error: return location
 *
 * Approves it, or says what needs correction. One that isn't under review is left alone.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_judge_certification (SignetPracticePlatform *platform, gint64 row, GError **error)
{
  const SignetPracticeKind *kind;
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  if (!signet_practice_certification_load (platform, row, &kind, &resource, NULL, error))
    return FALSE;
  if (g_strcmp0 (signet_practice_json_get_string (resource, "status"), SIGNET_STATUS_IN_REVIEW) != 0)
    return TRUE;
  if (!check_resource (platform, kind, resource, findings, error))
    return FALSE;
  return signet_practice_certification_set_status (
      platform, row, findings->len > 0 ? SIGNET_STATUS_NEEDS_CORRECTION : SIGNET_STATUS_APPROVED, findings,
      error);
}

/* One of the certifications that a complaint rests on. */
static gboolean
check_foundation (SignetPracticePlatform *platform,
                  gint64 row,
                  const char *pointer,
                  GPtrArray *findings,
                  GError **error)
{
  g_autoptr (JsonObject) resource = NULL;
  const char *status;

  if (!signet_practice_judge_certification (platform, row, error) ||
      !signet_practice_certification_load (platform, row, NULL, &resource, NULL, error))
    return FALSE;
  status = signet_practice_json_get_string (resource, "status");
  if (g_strcmp0 (status, SIGNET_STATUS_APPROVED) != 0)
    g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_NOT_CERTIFIED, "status", status, "id",
                                                   signet_practice_json_get_string (resource, "id"), NULL));
  return TRUE;
}

static gboolean
check_foundations (SignetPracticePlatform *platform,
                   const SignetPracticeBasis *basis,
                   GPtrArray *findings,
                   GError **error)
{
  g_autoptr (GArray) foundations = signet_practice_basis_list (platform, basis, error);

  if (foundations == NULL)
    return FALSE;
  for (guint i = 0; i < foundations->len; i++)
    {
      const SignetPracticeFoundation *one = &g_array_index (foundations, SignetPracticeFoundation, i);

      if (!check_foundation (platform, one->row, one->pointer, findings, error))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  SignetPracticePlatform *platform;
  gint64 account;
  gint64 right;
  gboolean lacks_evidence;
} Case;

/* An earlier item for the same right, renewed since or not, and target, unless nothing came of it. */
static gboolean
find_earlier (Case *self, gint64 item, const char *target, char **complaint, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (self->platform), &statement, error,
          SIGNET_PRACTICE_CERTIFICATION_LINE
          "SELECT printf ('%d-%04d', c.year, c.number) FROM line JOIN items i ON i.right_n = line.n"
          " JOIN complaints c ON c.n = i.complaint WHERE i.target = ?2 AND i.n < ?3"
          " AND i.status IN ('pending', 'removed', 'authorised', 'not_infringing') ORDER BY i.n LIMIT 1",
          "isi", self->right, target, item))
    return FALSE;
  *complaint = statement != NULL ? signet_statement_dup_text (statement, 0) : NULL;
  return TRUE;
}

static const char *
measure_for (const char *kind)
{
  if (g_str_equal (kind, SIGNET_TARGET_KIND_GOODS))
    return SIGNET_MEASURE_DELISTED;
  if (g_str_equal (kind, SIGNET_TARGET_KIND_LIVE))
    return SIGNET_MEASURE_STREAM_INTERRUPTED;
  if (g_str_equal (kind, SIGNET_TARGET_KIND_ACCOUNT))
    return SIGNET_MEASURE_TRAFFIC_LIMITED;
  return SIGNET_MEASURE_LINK_REMOVED;
}

static gboolean
is_foreign (Case *self, const char *link)
{
  SignetLinkParser *parser =
      signet_practice_rules_get_parser (signet_practice_platform_get_rules (self->platform));
  g_autoptr (SignetTarget) target = signet_link_parser_parse_link (parser, link);

  return g_str_equal (signet_target_get_kind (target), SIGNET_TARGET_KIND_UNKNOWN) &&
         !signet_target_is_on_own_host (target);
}

static gboolean
decide (Case *self,
        gint64 item,
        const char *status,
        const char *pointer,
        const char *code,
        const char *param,
        const char *value,
        const char *const *measures,
        GError **error)
{
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonArray) array = NULL;

  if (code != NULL)
    g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, code, param, value, NULL));
  array = signet_practice_json_from_findings (findings);
  return signet_practice_complaint_decide_item (self->platform, self->account, item, status, array,
                                                measures != NULL ? measures : none, error);
}

static gboolean
judge_item (Case *self, gint64 item, const char *content_text, const char *target, GError **error)
{
  g_autoptr (JsonObject) content = signet_practice_json_read_object (content_text);
  const char *kind = signet_practice_json_get_string (content, "kind");
  const char *link = signet_practice_json_get_string (content, "link");
  const char *pointer = link != NULL ? "/link" : "/passcode";
  const char *address = link != NULL ? link : "";
  gboolean grave = strstr (address, WORD_GRAVE) != NULL;
  const char *const grave_measures[] = { SIGNET_MEASURE_ACCOUNT_BANNED, SIGNET_MEASURE_HANDED_ON, NULL };
  const char *const measures[] = { measure_for (kind), NULL };
  g_autofree char *complaint = NULL;

  if (strstr (address, WORD_GONE) != NULL)
    return decide (self, item, SIGNET_STATUS_NOT_FOUND, pointer, "link-gone", NULL, NULL, NULL, error);
  if (link != NULL && is_foreign (self, link))
    return decide (self, item, SIGNET_STATUS_NOT_FOUND, pointer, "link-foreign", NULL, NULL, NULL, error);
  if (!find_earlier (self, item, target, &complaint, error))
    return FALSE;
  if (complaint != NULL)
    return decide (self, item, SIGNET_STATUS_DUPLICATE, pointer, SIGNET_FINDING_FILED_BEFORE, "complaint",
                   complaint, NULL, error);
  if (strstr (address, WORD_LICENSED) != NULL)
    return decide (self, item, SIGNET_STATUS_AUTHORISED, pointer, "seller-authorised", NULL, NULL, NULL,
                   error);
  if (self->lacks_evidence)
    return decide (self, item, SIGNET_STATUS_INSUFFICIENT, "", SIGNET_FINDING_EVIDENCE_MISSING, NULL, NULL,
                   NULL, error);
  return decide (self, item, SIGNET_STATUS_REMOVED, pointer, NULL, NULL, NULL,
                 grave ? grave_measures : measures, error);
}

static gboolean
lacks_evidence (SignetPracticePlatform *platform, JsonObject *complaint)
{
  JsonObject *reason = signet_practice_rules_find_reason (
      signet_practice_platform_get_rules (platform), signet_practice_json_get_string (complaint, "reason"));
  JsonArray *files = signet_practice_json_get_array (complaint, "files");

  return reason != NULL && json_object_get_boolean_member_with_default (reason, "evidence_required", FALSE) &&
         json_array_get_length (files) == 0;
}

static gboolean
judge_items (SignetPracticePlatform *platform, gint64 row, gint64 account, gint64 right, GError **error)
{
  g_autoptr (SignetStatement)
      items = signet_practice_store_query (signet_practice_platform_get_store (platform), error,
                                           "SELECT n, content, target FROM items"
                                           " WHERE complaint = ? AND status = 'pending' ORDER BY position",
                                           "i", row);
  g_autoptr (JsonObject) complaint = NULL;
  Case self = { .platform = platform, .account = account, .right = right };
  gboolean found;

  if (items == NULL || !signet_practice_complaint_load (platform, row, &complaint, NULL, error))
    return FALSE;
  self.lacks_evidence = lacks_evidence (platform, complaint);
  while (TRUE)
    {
      g_autofree char *content = NULL;
      g_autofree char *target = NULL;

      if (!signet_practice_store_next (items, &found, error))
        return FALSE;
      if (!found)
        break;
      content = signet_statement_dup_text (items, 1);
      target = signet_statement_dup_text (items, 2);
      if (!judge_item (&self, signet_statement_get_int64 (items, 0), content, target, error))
        return FALSE;
    }
  return signet_practice_complaint_conclude (platform, row, error);
}

/**
 * signet_practice_judge_complaint:
 * @platform: the platform, with a transaction open
 * @row: row of a complaint
 * @error: return location
 *
 * Decides a complaint under review, item by item; where what it rests on can't be approved, or the
 * agent may not file it, it waits for their correction. One that isn't under review is left alone.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_judge_complaint (SignetPracticePlatform *platform, gint64 row, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  SignetPracticeBasis basis;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT 1 FROM complaints WHERE n = ? AND status = 'in_review'", "i", row))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  g_clear_pointer (&statement, signet_statement_free);
  if (!signet_practice_basis_load (platform, row, &basis, error) ||
      !check_foundations (platform, &basis, findings, error) ||
      !signet_practice_basis_check_chain (platform, &basis, findings, error))
    return FALSE;
  if (findings->len > 0)
    return signet_practice_complaint_set_status (platform, row, SIGNET_STATUS_NEEDS_CORRECTION, findings,
                                                 error);
  return judge_items (platform, row, basis.account, basis.right, error);
}
