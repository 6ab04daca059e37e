/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-term.h"

#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/*
 * How long rights last, by what their certificates say. Pure; any thread, as long as nobody changes the
 * record meanwhile.
 */

#define TRADEMARK_YEARS 10

/* The amended Patent Law and Copyright Law came into force on this day. */
static void
set_amendment (GDate *day)
{
  g_date_clear (day, 1);
  g_date_set_dmy (day, 1, G_DATE_JUNE, 2021);
}

/* The last day of a term of @years that begins with @first. The day that corresponds to the first is the one
 * on which it is over; where the month has none, the month's last (Patent Law, Implementing Regulations:
 * periods). */
static void
add_term (const GDate *first, guint years, GDate *end)
{
  *end = *first;
  g_date_add_years (end, years);
  g_date_subtract_days (end, 1);
}

/* Patent Law 42: from the day of filing; designs filed before the amendment keep ten years. Compensation for
 * delays is the authority's decision and isn't counted. */
static gboolean
compute_patent (SignetRight *self, GDate *end)
{
  const char *kind = signet_right_get_kind (self);
  GDate filed_on, amendment;
  guint years;

  if (!signet_validate_read_date (signet_right_get_filed_on (self), &filed_on))
    return FALSE;
  set_amendment (&amendment);
  if (strcmp (kind, SIGNET_RIGHT_KIND_INVENTION) == 0)
    years = 20;
  else if (strcmp (kind, SIGNET_RIGHT_KIND_DESIGN) == 0 && g_date_compare (&filed_on, &amendment) >= 0)
    years = 15;
  else
    years = 10;
  add_term (&filed_on, years, end);
  return TRUE;
}

/* Copyright terms end with a year. */
static void
set_year_end (const GDate *from, GDate *end)
{
  g_date_clear (end, 1);
  g_date_set_dmy (end, 31, G_DATE_DECEMBER,
                  (GDateYear) (g_date_get_year (from) + SIGNET_RIGHT_COPYRIGHT_YEARS));
}

/* Copyright Law 23(2) and (3), software regulations 14: to the end of the fiftieth year after first
 * publication; a work that isn't published by the end of the fiftieth year after it was completed is free
 * then. */
static gboolean
compute_from_publication (SignetRight *self, GDate *end)
{
  gboolean image = strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_ORIGINAL_IMAGE) == 0;
  const char *completed_text = image ? signet_right_get_shot_on (self) : signet_right_get_completed_on (self);
  GDate completed_on, published_on, last;
  gboolean completed = signet_validate_read_date (completed_text, &completed_on);
  gboolean published = signet_validate_read_date (signet_right_get_published_on (self), &published_on);

  if (completed)
    set_year_end (&completed_on, &last);
  if (published && (!completed || g_date_compare (&published_on, &last) <= 0))
    set_year_end (&published_on, end);
  else if (completed)
    *end = last;
  return completed || published;
}

/* Copyright Law 65: a photograph whose fifty years were over before the amendment came into force stays free.
 */
static gboolean
is_freed_photograph (SignetRight *self, GDate *end)
{
  gboolean photograph = strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_ORIGINAL_IMAGE) == 0 ||
                        strcmp (signet_right_get_work_kind (self), SIGNET_WORK_KIND_PHOTOGRAPH) == 0;
  GDate amendment;

  set_amendment (&amendment);
  return photograph && compute_from_publication (self, end) && g_date_compare (end, &amendment) < 0;
}

/* Copyright Law 23(1): the author's life and fifty years, to the end of the year. */
static gboolean
compute_work (SignetRight *self, gboolean holder_is_person, GDate *end)
{
  GDate died_on;

  if (!signet_right_lasts_for_life (self, holder_is_person))
    return compute_from_publication (self, end);
  if (is_freed_photograph (self, end))
    return TRUE;
  if (!signet_validate_read_date (signet_right_get_author_died_on (self), &died_on))
    return FALSE;
  set_year_end (&died_on, end);
  return TRUE;
}

/**
 * signet_right_is_patent:
 * @self: a right
 *
 * Returns: whether it is an invention, a utility model or a design
 */
gboolean
signet_right_is_patent (SignetRight *self)
{
  static const char *const patents[] = { SIGNET_RIGHT_KIND_INVENTION, SIGNET_RIGHT_KIND_UTILITY_MODEL,
                                         SIGNET_RIGHT_KIND_DESIGN, NULL };

  return g_strv_contains (patents, signet_right_get_kind (self));
}

/**
 * signet_right_is_copyright:
 * @self: a right
 *
 * Returns: whether it is a work, software or an original image
 */
gboolean
signet_right_is_copyright (SignetRight *self)
{
  static const char *const works[] = { SIGNET_RIGHT_KIND_WORK, SIGNET_RIGHT_KIND_SOFTWARE,
                                       SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, NULL };

  return g_strv_contains (works, signet_right_get_kind (self));
}

/**
 * signet_right_lasts_for_life:
 * @self: a work, software or an original image
 * @holder_is_person: whether the holder is a natural person, for a right that doesn't say what its author is
 *
 * Returns: whether its term follows from the author's life (Copyright Law 23): not if the author is an
 * organisation, and never for audiovisual works
 */
gboolean
signet_right_lasts_for_life (SignetRight *self, gboolean holder_is_person)
{
  const char *author_kind = signet_right_get_author_kind (self);

  if (strcmp (signet_right_get_work_kind (self), SIGNET_WORK_KIND_AUDIOVISUAL) == 0)
    return FALSE;
  return *author_kind != '\0' ? strcmp (author_kind, SIGNET_AUTHOR_KIND_PERSON) == 0 : holder_is_person;
}

/**
 * signet_right_compute_term:
 * @self: a right
 * @holder_is_person: whether the holder is a natural person, for a work that doesn't say what its author is
 * @end: (out caller-allocates): the last day
 *
 * What follows from the dates of a right. Of a trademark it is the first term; renewals aren't known here.
 *
 * Returns: whether anything follows: FALSE while a date is missing or the author may be alive, for an
 * international trademark, for a portrait and for kinds this version doesn't know
 */
gboolean
signet_right_compute_term (SignetRight *self, gboolean holder_is_person, GDate *end)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT (self), FALSE);
  g_return_val_if_fail (end != NULL, FALSE);

  if (signet_right_is_patent (self))
    return compute_patent (self, end);
  if (signet_right_is_copyright (self))
    return compute_work (self, holder_is_person, end);
  if (strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_TRADEMARK) == 0)
    return signet_right_compute_trademark_term (self, 1, end);
  return FALSE;
}

/**
 * signet_right_compute_trademark_term:
 * @self: a trademark
 * @n: which of its terms, from 1
 * @end: (out caller-allocates): the last day
 *
 * Trademark Law 39 and 40: ten years from registration, and ten with each renewal. International
 * registrations count from the day of the Madrid register, which the certificate may not show.
 *
 * Returns: whether it follows from what is known
 */
gboolean
signet_right_compute_trademark_term (SignetRight *self, guint n, GDate *end)
{
  GDate registered_on;

  g_return_val_if_fail (SIGNET_IS_RIGHT (self), FALSE);
  g_return_val_if_fail (end != NULL, FALSE);

  if (g_ascii_toupper (*signet_right_get_number (self)) == 'G' ||
      !signet_validate_read_date (signet_right_get_registered_on (self), &registered_on))
    return FALSE;
  add_term (&registered_on, TRADEMARK_YEARS * n, end);
  return TRUE;
}
