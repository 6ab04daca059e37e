/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-validate-private.h"

#include "model/signet-date.h"
#include "model/signet-finding-codes.h"
#include "model/signet-nice-class.h"
#include "model/signet-right-term.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

/* What is checked in a trademark. Pure. */

/* Trademark Law 40. */
#define RENEWAL_MONTHS 12

/* How often a mark has been renewed at most: the first registrations in force are of the 1950s. */
#define MOST_TERMS 12

static void
validate_classes (GPtrArray *findings, SignetRight *self)
{
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (self));
  gboolean seen[46] = { FALSE };

  if (g_list_model_get_n_items (classes) == 0)
    g_ptr_array_add (findings,
                     signet_finding_new ("/classes", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED, NULL));

  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr (SignetNiceClass) nice = g_list_model_get_item (classes, i);
      int number = signet_nice_class_get_class_number (nice);
      g_autofree char *pointer = g_strdup_printf ("/classes/%u/class", i);
      g_autofree char *goods = g_strdup_printf ("/classes/%u/goods", i);
      g_autofree char *text = g_strdup_printf ("%d", number);

      if (number == 0)
        g_ptr_array_add (findings,
                         signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED, NULL));
      else if (number < 0 || number > 45)
        g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, "class-range", NULL));
      else if (seen[number])
        g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING,
                                                       SIGNET_FINDING_CLASS_TWICE, "class", text, NULL));
      else
        seen[number] = TRUE;

      if (number != 0 && signet_validate_is_empty (signet_nice_class_get_goods (nice)))
        g_ptr_array_add (findings, signet_finding_new (goods, SIGNET_SEVERITY_HINT,
                                                       SIGNET_FINDING_GOODS_MISSING, "class", text, NULL));
    }
}

static void
validate_term (GPtrArray *findings, SignetRight *self, const GDate *valid_until)
{
  guint n = 1;
  GDate end;

  if (!signet_right_compute_trademark_term (self, n, &end))
    return;
  while (n < MOST_TERMS && g_date_compare (&end, valid_until) < 0)
    signet_right_compute_trademark_term (self, ++n, &end);

  if (g_date_compare (&end, valid_until) != 0)
    {
      g_autofree char *expected = signet_date_to_text (&end);

      g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING,
                                                     SIGNET_FINDING_TERM_LENGTH, "expected", expected, NULL));
    }
  else if (n > 1 &&
           !signet_validate_has_file (G_LIST_MODEL (signet_right_get_evidence (self)), SIGNET_SLOT_RENEWAL))
    g_ptr_array_add (findings,
                     signet_finding_new ("/files", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_RENEWAL_PAPER,
                                         "slot", SIGNET_SLOT_RENEWAL, NULL));
}

/* Trademark Law 40: renewed in the last twelve months, or in the six months after. Warned about, never
 * refused: a renewal may be on its way. */
static void
validate_expiry (GPtrArray *findings, const GDate *valid_until, const GDate *today)
{
  g_autofree char *date = signet_date_to_text (valid_until);
  GDate renewal = *valid_until;
  GDate grace = *valid_until;

  g_date_subtract_months (&renewal, RENEWAL_MONTHS);
  g_date_add_months (&grace, SIGNET_RIGHT_GRACE_MONTHS);
  if (g_date_compare (today, &grace) > 0)
    g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_EXPIRED, "date", date, NULL));
  else if (g_date_compare (today, valid_until) > 0)
    {
      g_autofree char *until = signet_date_to_text (&grace);

      g_ptr_array_add (findings,
                       signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_IN_GRACE,
                                           "date", date, "until", until, NULL));
    }
  else if (g_date_compare (today, &renewal) >= 0)
    g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_HINT,
                                                   SIGNET_FINDING_RENEWAL_DUE, "date", date, NULL));
}

static void
validate_dates (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *registered_text = signet_right_get_registered_on (self);
  const char *valid_text = signet_right_get_valid_until (self);
  GDate registered_on;
  GDate valid_until;
  gboolean have_registered;
  gboolean have_valid;

  have_registered = signet_right_validate_past_date (findings, "/registered_on", registered_text, TRUE, today,
                                                     &registered_on);
  have_valid = signet_validate_required (findings, "/valid_until", valid_text) &&
               signet_validate_date (findings, "/valid_until", valid_text, &valid_until);

  if (have_registered && have_valid && g_date_compare (&valid_until, &registered_on) <= 0)
    {
      g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_ERROR,
                                                     SIGNET_FINDING_DATE_ORDER, "registered_on",
                                                     registered_text, "valid_until", valid_text, NULL));
      return;
    }
  if (have_valid)
    validate_term (findings, self, &valid_until);
  if (have_valid && today != NULL)
    validate_expiry (findings, &valid_until, today);
}

/* Trademarks: number and classes are the key together. */
void
signet_right_validate_trademark (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  signet_validate_number (findings, "/number", SIGNET_NUMBER_TRADEMARK, signet_right_get_number (self),
                          today);
  validate_classes (findings, self);
  validate_dates (findings, self, today);
  signet_right_validate_territory (findings, self);
}
