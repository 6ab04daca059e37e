/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-complaint-review-page.h"
#include "app/signet-complaint-right-page.h"
#include "app/signet-complaint-summary.h"
#include "app/signet-evidence-page.h"
#include "app/signet-finding-text.h"
#include "app/signet-reason-page.h"
#include "app/signet-self-check-page.h"
#include "app/signet-statement-page.h"
#include "app/signet-targets-page.h"
#include "app/signet-words.h"

/*
 * The complaint wizard: right, what infringes, reason, evidence, statement, self-check, review. Started from
 * a right it begins with what infringes, unless something about the right keeps it from being filed; one can
 * still go back and take another right.
 */

static char *
describe_right (SignetDraft *draft)
{
  SignetRight *right = signet_draft_get_chosen_right (draft);

  return right != NULL ? g_strdup (signet_right_get_name (right)) : NULL;
}

static char *
describe_links (SignetDraft *draft)
{
  return signet_complaint_summary_links (signet_draft_get_complaint (draft));
}

static char *
describe_reason (SignetDraft *draft)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  SignetReason *reason = signet_platform_find_reason (
      platform, signet_complaint_get_reason (signet_draft_get_complaint (draft)));

  return reason != NULL ? g_strdup (signet_words_label (signet_reason_get_label (reason))) : NULL;
}

static char *
describe_evidence (SignetDraft *draft)
{
  return signet_complaint_summary_files (signet_draft_get_complaint (draft));
}

static char *
describe_statement (SignetDraft *draft)
{
  return signet_complaint_summary_statement (signet_draft_get_complaint (draft));
}

static char *
describe_self_check (SignetDraft *draft)
{
  return g_strdup (_ ("No errors"));
}

static const SignetWizardStep steps[] = {
  { "right", N_ ("Right"), signet_complaint_right_page_get_type, NULL, NULL, describe_right },
  { "links", N_ ("What Infringes"), signet_targets_page_get_type, NULL, NULL, describe_links },
  { "reason", N_ ("Reason"), signet_reason_page_get_type, NULL, NULL, describe_reason },
  { "evidence", N_ ("Evidence"), signet_evidence_page_get_type, NULL, NULL, describe_evidence },
  { "statement", N_ ("Statement"), signet_statement_page_get_type, NULL, NULL, describe_statement },
  { "self-check", N_ ("Self-Check"), signet_self_check_page_get_type, NULL, NULL, describe_self_check },
  { "review", N_ ("Review and File"), signet_complaint_review_page_get_type, NULL, NULL, NULL },
};

/* Which step edits what a finding points at; the first that fits. */
static const struct
{
  const char *pointer;
  const char *step;
} places[] = {
  { "/right", "right" },         { "/principal", "right" },    { "/authorisation", "right" },
  { "/items", "links" },         { "/reason", "reason" },      { "/files", "evidence" },
  { "/statement", "statement" }, { "/language", "statement" }, { "", "review" },
};

static const SignetWizardStep *
find_step (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].name, name))
      return &steps[i];

  return NULL;
}

/* A right no complaint can be filed for as things stand, such as one no authorisation covers, is talked about
 * before anything else is typed. */
static gboolean
is_right_settled (SignetDraft *draft)
{
  GListModel *findings = signet_draft_get_findings (draft);

  if (*signet_complaint_get_right_id (signet_draft_get_complaint (draft)) == '\0')
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR &&
          g_str_equal (signet_complaint_wizard_find_step (finding)->name, "right"))
        return FALSE;
    }

  return TRUE;
}

/**
 * signet_complaint_wizard_new:
 * @desk: the desk
 * @draft: a complaint
 *
 * Returns: (transfer none): the wizard, not yet presented
 */
SignetWizard *
signet_complaint_wizard_new (SignetDesk *desk, SignetDraft *draft)
{
  const char *page = signet_draft_get_page (draft);

  if ((page == NULL || *page == '\0') && is_right_settled (draft))
    signet_draft_set_page (draft, "links");

  return signet_wizard_new (desk, draft, _ ("New Complaint"), steps, G_N_ELEMENTS (steps));
}

/**
 * signet_complaint_wizard_find_step:
 * @finding: something found in a complaint
 *
 * Returns: (transfer none): the step where it can be mended
 */
const SignetWizardStep *
signet_complaint_wizard_find_step (SignetFinding *finding)
{
  gsize i = 0;

  g_return_val_if_fail (SIGNET_IS_FINDING (finding), NULL);

  while (i < G_N_ELEMENTS (places) - 1 && !signet_finding_text_is_under (finding, places[i].pointer))
    i++;

  return find_step (places[i].step);
}
