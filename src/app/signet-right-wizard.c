/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-papers-page.h"
#include "app/signet-record-review-page.h"
#include "app/signet-right-details-page.h"
#include "app/signet-right-kind-page.h"
#include "app/signet-words.h"

/*
 * The right wizard: kind, details beside the certificate, papers, review.
 */

static char *
describe_kind (SignetDraft *draft)
{
  return g_strdup (signet_words_right_kind (signet_right_get_kind (signet_draft_get_right (draft))));
}

static char *
describe_details (SignetDraft *draft)
{
  return g_strdup (signet_right_get_name (signet_draft_get_right (draft)));
}

static char *
describe_papers (SignetDraft *draft)
{
  guint n_files =
      g_list_model_get_n_items (G_LIST_MODEL (signet_right_get_evidence (signet_draft_get_right (draft))));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
}

static const SignetWizardStep steps[] = {
  { "kind", N_ ("Kind"), signet_right_kind_page_get_type, NULL, NULL, describe_kind },
  { "details", N_ ("Details"), signet_right_details_page_get_type, NULL, NULL, describe_details },
  { "papers", N_ ("Papers"), signet_papers_page_get_type, NULL, NULL, describe_papers },
  { "review", N_ ("Review"), signet_record_review_page_get_type, NULL, NULL, NULL },
};

/**
 * signet_right_wizard_new:
 * @desk: the desk
 * @draft: a right
 *
 * Returns: (transfer none): the wizard, not yet presented
 */
SignetWizard *
signet_right_wizard_new (SignetDesk *desk, SignetDraft *draft)
{
  return signet_wizard_new (desk, draft, _ ("Add a Right"), steps, G_N_ELEMENTS (steps));
}
