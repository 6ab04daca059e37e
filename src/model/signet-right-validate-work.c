/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-validate-private.h"

#include "model/signet-date.h"
#include "model/signet-finding-codes.h"
#include "model/signet-right-term.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* What is checked in a work, in software and in an original image. Pure. */

static void
add (GPtrArray *findings, const char *pointer, SignetSeverity severity, const char *code, const char *date)
{
  g_ptr_array_add (findings, date != NULL ? signet_finding_new (pointer, severity, code, "date", date, NULL)
                                          : signet_finding_new (pointer, severity, code, NULL));
}

/* Copyright needs no registration, so a work or image may have no number; software is known by its own. */
static void
validate_numbers (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *number = signet_right_get_number (self);
  const char *second = signet_right_get_second_number (self);

  if (strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_SOFTWARE) == 0)
    {
      signet_validate_number (findings, "/number", SIGNET_NUMBER_SOFTWARE, number, today);
      if (!signet_validate_is_empty (second))
        signet_validate_number (findings, "/second_number", SIGNET_NUMBER_SOFTWARE, second, today);
    }
  else if (!signet_validate_is_empty (number))
    signet_validate_number (findings, "/number", SIGNET_NUMBER_WORK, number, today);
}

/* Whether the author was alive less than fifty years ago, so that the work is protected whenever the author
 * died. */
static gboolean
was_made_lately (const char *completed, const GDate *today)
{
  GDate date;

  if (!signet_validate_read_date (completed, &date))
    return FALSE;
  g_date_add_years (&date, SIGNET_RIGHT_COPYRIGHT_YEARS);
  return g_date_compare (&date, today) >= 0;
}

static void
validate_term (GPtrArray *findings,
               SignetRight *self,
               const char *completed,
               gboolean holder_is_person,
               const GDate *today)
{
  gboolean for_life = signet_right_lasts_for_life (self, holder_is_person);
  GDate end;
  gboolean known = signet_right_compute_term (self, holder_is_person, &end);

  signet_right_validate_end (findings, self, known ? &end : NULL, today);
  if (!for_life && known && signet_validate_is_empty (signet_right_get_published_on (self)))
    {
      g_autofree char *date = signet_date_to_text (&end);

      add (findings, "/published_on", SIGNET_SEVERITY_HINT, SIGNET_FINDING_UNPUBLISHED, date);
    }
  if (for_life && !known && signet_validate_is_empty (signet_right_get_author_died_on (self)) &&
      today != NULL &&
      (!was_made_lately (completed, today) ||
       !signet_validate_is_empty (signet_right_get_valid_until (self))))
    add (findings, "/author_died_on", SIGNET_SEVERITY_HINT, SIGNET_FINDING_AUTHOR_DEATH_MISSING, NULL);
}

/* Works, software and original images: numbers, dates and the term (Copyright Law 23). Without @author_known
 * nothing is said about the term. */
void
signet_right_validate_work (GPtrArray *findings,
                            SignetRight *self,
                            gboolean author_known,
                            gboolean holder_is_person,
                            const GDate *today)
{
  const char *kind = signet_right_get_kind (self);
  gboolean image = strcmp (kind, SIGNET_RIGHT_KIND_ORIGINAL_IMAGE) == 0;
  gboolean work = strcmp (kind, SIGNET_RIGHT_KIND_WORK) == 0;
  const char *name = image ? "shot_on" : "completed_on";
  const char *completed = image ? signet_right_get_shot_on (self) : signet_right_get_completed_on (self);
  const char *published = signet_right_get_published_on (self);
  GDate date;

  validate_numbers (findings, self, today);
  if (work)
    {
      signet_validate_required (findings, "/work_kind", signet_right_get_work_kind (self));
      signet_validate_required (findings, "/author", signet_right_get_author (self));
    }
  signet_right_validate_past_date (findings, image ? "/shot_on" : "/completed_on", completed, work || image,
                                   today, &date);
  signet_right_validate_past_date (findings, "/published_on", published, FALSE, today, &date);
  signet_right_validate_order (findings, name, completed, "published_on", published);
  signet_right_validate_past_date (findings, "/author_died_on", signet_right_get_author_died_on (self), FALSE,
                                   today, &date);
  if (author_known)
    validate_term (findings, self, completed, holder_is_person, today);
}
