/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-validate-private.h"

#include "model/signet-finding-codes.h"
#include "model/signet-right-term.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* What is checked in an invention, a utility model or a design. Pure. */

/* A number whose kind digit says another kind is one of somebody else's patents, or the wrong kind was
 * chosen. */
static void
validate_number (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *kind = signet_right_get_kind (self);
  const char *says = signet_number_get_patent_kind (signet_right_get_number (self));

  signet_validate_number (findings, "/number", SIGNET_NUMBER_PATENT, signet_right_get_number (self), today);
  if (says != NULL && strcmp (says, kind) != 0)
    g_ptr_array_add (findings,
                     signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_NUMBER_KIND,
                                         "kind", kind, "says", says, NULL));
}

/* Patent Law 66: utility models and designs are granted unexamined, so courts and platforms want the report.
 */
static void
validate_report (GPtrArray *findings, SignetRight *self)
{
  if (strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_INVENTION) != 0 &&
      !signet_validate_has_file (G_LIST_MODEL (signet_right_get_evidence (self)),
                                 SIGNET_SLOT_EVALUATION_REPORT))
    g_ptr_array_add (findings,
                     signet_finding_new ("/files", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_EVALUATION_REPORT,
                                         "slot", SIGNET_SLOT_EVALUATION_REPORT, NULL));
}

/* Patent Law 43 and 44: without its annuities a patent lapses. */
static void
validate_annuity (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *text = signet_right_get_annuity_paid_until (self);
  GDate paid_until;

  if (!signet_validate_is_empty (text) &&
      signet_validate_date (findings, "/annuity_paid_until", text, &paid_until) && today != NULL &&
      g_date_compare (&paid_until, today) < 0)
    g_ptr_array_add (findings, signet_finding_new ("/annuity_paid_until", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_ANNUITY_DUE, "date", text, NULL));
}

/* Patents: the number's kind digit, the term from filing (Patent Law 42), the evaluation report, the
 * annuities. */
void
signet_right_validate_patent (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *filed_text = signet_right_get_filed_on (self);
  const char *granted_text = signet_right_get_granted_on (self);
  GDate filed_on, granted_on, end;

  validate_number (findings, self, today);
  signet_right_validate_past_date (findings, "/filed_on", filed_text, TRUE, today, &filed_on);
  signet_right_validate_past_date (findings, "/granted_on", granted_text, FALSE, today, &granted_on);
  signet_right_validate_order (findings, "filed_on", filed_text, "granted_on", granted_text);
  signet_right_validate_end (findings, self, signet_right_compute_term (self, FALSE, &end) ? &end : NULL,
                             today);
  validate_annuity (findings, self, today);
  validate_report (findings, self);
  signet_right_validate_territory (findings, self);
}
