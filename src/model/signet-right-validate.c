/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-validate.h"

#include "model/signet-finding-codes.h"
#include "model/signet-nice-class.h"
#include "model/signet-right-kind.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* Trademark Law 39 and 40. */
#define TERM_YEARS 10
#define RENEWAL_MONTHS 12
#define GRACE_MONTHS 6

/* How often a mark has been renewed at most: the first registrations in force are of the 1950s. */
#define MOST_TERMS 12

/* The owner as on the certificate and the certified name should be one. If they differ only by the keyboard's
 * width the papers are right and the typing is doubtful; if the names differ, a proof of the change helps. */
static void
validate_owner (GPtrArray *findings, SignetRight *self, SignetParty *party)
{
  g_autofree char *owner = g_strstrip (g_strdup (signet_right_get_owner (self)));
  g_autofree char *name = NULL;
  g_autofree char *folded_owner = NULL;
  g_autofree char *folded_name = NULL;
  gboolean proven;

  if (!signet_validate_required (findings, "/owner", owner) || party == NULL)
    return;
  name = g_strstrip (g_strdup (signet_party_get_name (party)));
  if (*name == '\0' || strcmp (owner, name) == 0)
    return;

  folded_owner = signet_validate_fold_name (owner);
  folded_name = signet_validate_fold_name (name);
  proven = signet_validate_has_file (G_LIST_MODEL (signet_right_get_evidence (self)), SIGNET_SLOT_NAME_PROOF);
  g_ptr_array_add (
      findings, signet_finding_new ("/owner", proven ? SIGNET_SEVERITY_HINT : SIGNET_SEVERITY_WARNING,
                                    SIGNET_FINDING_OWNER_DIFFERS, "owner", owner, "party", name, "difference",
                                    strcmp (folded_owner, folded_name) == 0 ? "width" : "name", NULL));
}

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

      if (signet_validate_is_empty (signet_nice_class_get_goods (nice)))
        g_ptr_array_add (findings, signet_finding_new (goods, SIGNET_SEVERITY_HINT,
                                                       SIGNET_FINDING_GOODS_MISSING, "class", text, NULL));
    }
}

/* The last day of the @n-th term: ten years from registration, less a day (Trademark Law 39). */
static void
compute_term_end (const GDate *registered_on, int n, GDate *end)
{
  *end = *registered_on;
  g_date_add_years (end, (guint) (TERM_YEARS * n));
  g_date_subtract_days (end, 1);
}

static void
validate_term (GPtrArray *findings, SignetRight *self, const GDate *registered_on, const GDate *valid_until)
{
  int n = 1;
  GDate end;

  compute_term_end (registered_on, n, &end);
  while (n < MOST_TERMS && g_date_compare (&end, valid_until) < 0)
    compute_term_end (registered_on, ++n, &end);

  if (g_date_compare (&end, valid_until) != 0)
    {
      g_autofree char *expected = signet_validate_date_to_text (&end);

      g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING,
                                                     SIGNET_FINDING_TERM_LENGTH, "expected", expected, NULL));
    }
  else if (n > 1 &&
           !signet_validate_has_file (G_LIST_MODEL (signet_right_get_evidence (self)), SIGNET_SLOT_RENEWAL))
    g_ptr_array_add (
        findings, signet_finding_new ("/files", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_RENEWAL_PAPER, NULL));
}

/* Trademark Law 40: renewed in the last twelve months, or in the six months after. Warned about, never
 * refused: a renewal may be on its way. */
static void
validate_expiry (GPtrArray *findings, const GDate *valid_until, const GDate *today)
{
  g_autofree char *date = signet_validate_date_to_text (valid_until);
  GDate renewal = *valid_until;
  GDate grace = *valid_until;

  g_date_subtract_months (&renewal, RENEWAL_MONTHS);
  g_date_add_months (&grace, GRACE_MONTHS);
  if (g_date_compare (today, &grace) > 0)
    g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_EXPIRED, "date", date, NULL));
  else if (g_date_compare (today, valid_until) > 0)
    {
      g_autofree char *until = signet_validate_date_to_text (&grace);

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
  gboolean international = *signet_right_get_number (self) == 'G' || *signet_right_get_number (self) == 'g';
  GDate registered_on;
  GDate valid_until;
  gboolean have_registered;
  gboolean have_valid;

  have_registered = signet_validate_required (findings, "/registered_on", registered_text) &&
                    signet_validate_date (findings, "/registered_on", registered_text, &registered_on);
  have_valid = signet_validate_required (findings, "/valid_until", valid_text) &&
               signet_validate_date (findings, "/valid_until", valid_text, &valid_until);

  if (have_registered && today != NULL && g_date_compare (&registered_on, today) > 0)
    g_ptr_array_add (findings,
                     signet_finding_new ("/registered_on", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_DATE_FUTURE,
                                         "date", registered_text, NULL));
  if (have_registered && have_valid && g_date_compare (&valid_until, &registered_on) <= 0)
    {
      g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_ERROR,
                                                     SIGNET_FINDING_DATE_ORDER, "registered_on",
                                                     registered_text, "valid_until", valid_text, NULL));
      return;
    }
  /* International registrations count from the day of the Madrid register, which the notice may not show. */
  if (have_registered && have_valid && !international)
    validate_term (findings, self, &registered_on, &valid_until);
  if (have_valid && today != NULL)
    validate_expiry (findings, &valid_until, today);
}

static void
validate_trademark (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *territory = signet_right_get_territory (self);

  signet_validate_number (findings, "/number", SIGNET_NUMBER_TRADEMARK, signet_right_get_number (self),
                          today);
  validate_classes (findings, self);
  validate_dates (findings, self, today);
  if (*territory != '\0' && strcmp (territory, SIGNET_TERRITORY_CN) != 0)
    g_ptr_array_add (findings, signet_finding_new ("/territory", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_TERRITORY, "territory", territory, NULL));
}

/**
 * signet_right_validate:
 * @self: a right
 * @party: (nullable): the party that holds it, if one is chosen
 * @platform: (nullable): the platform that will certify it, for its kinds, papers and limits
 * @today: (nullable): the day in Asia/Shanghai, or %NULL to leave out what depends on it
 *
 * Checks a right as a reviewer would. For trademarks: number and classes are the key together; ten years from
 * registration (Trademark Law 39), renewed in the last twelve months or six months late (40).
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, with pointers into the right as it
 * goes over the wire
 */
GPtrArray *
signet_right_validate (SignetRight *self, SignetParty *party, SignetPlatform *platform, const GDate *today)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) papers = NULL;
  const char *kind;

  g_return_val_if_fail (SIGNET_IS_RIGHT (self), findings);
  g_return_val_if_fail (party == NULL || SIGNET_IS_PARTY (party), findings);
  g_return_val_if_fail (platform == NULL || SIGNET_IS_PLATFORM (platform), findings);

  kind = signet_right_get_kind (self);
  if (signet_validate_required (findings, "/kind", kind) && platform != NULL &&
      signet_platform_find_right_kind (platform, kind) == NULL)
    g_ptr_array_add (findings, signet_finding_new ("/kind", SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_UNKNOWN_KIND, "kind", kind, NULL));

  signet_validate_required (findings, "/name", signet_right_get_name (self));
  validate_owner (findings, self, party);
  if (strcmp (kind, SIGNET_RIGHT_KIND_TRADEMARK) == 0)
    validate_trademark (findings, self, today);
  else
    signet_validate_required (findings, "/number", signet_right_get_number (self));
  if (platform != NULL)
    papers = signet_platform_list_right_papers (platform, self);
  signet_validate_files (findings, G_LIST_MODEL (signet_right_get_evidence (self)), papers,
                         platform != NULL ? signet_platform_get_limits (platform) : NULL);

  return findings;
}
