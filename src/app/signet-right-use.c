/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-use.h"

#include <glib/gi18n.h>

#include "model/signet-certification.h"
#include "model/signet-date.h"
#include "model/signet-right-term.h"
#include "model/signet-words.h"

/*
 * Whether a complaint can rest on a right, and why not: by where it stands with the platform one works with,
 * and by the days until which it and a licence to it are valid. A term that was only computed excludes
 * nothing: it may have been compensated or renewed (trade.md), so the self-check warns of it.
 */

static gboolean
is_past (const char *text, guint grace_months, const GDate *today)
{
  GDate last;

  if (!signet_date_read (text, &last))
    return FALSE;
  g_date_add_months (&last, grace_months);

  return g_date_compare (&last, today) < 0;
}

static gboolean
is_trademark (SignetRightRow *row)
{
  return g_str_equal (signet_right_row_get_kind (row), SIGNET_RIGHT_KIND_TRADEMARK);
}

/* Only trademarks are renewed; the terms of patents and works end for good. */
static const char *
explain_end (SignetRightRow *row, SignetRight *right)
{
  if (is_trademark (row))
    return _ ("It has expired. Renew it first.");
  if (right != NULL && (signet_right_is_patent (right) || signet_right_is_copyright (right)))
    return _ ("Its term has ended, and it can’t be renewed.");
  return _ ("It has expired.");
}

/* What ended, by the record; the row's own date may have been computed. */
static const char *
explain_dates (SignetRightRow *row, SignetRight *right, const GDate *today)
{
  if (is_past (signet_right_get_valid_until (right), is_trademark (row) ? SIGNET_RIGHT_GRACE_MONTHS : 0,
               today))
    return explain_end (row, right);
  if (!g_str_equal (signet_right_get_standing (right), SIGNET_STANDING_OWNER) &&
      is_past (signet_right_get_licence_until (right), 0, today))
    return _ ("Your licence has ended. A new one is needed first.");
  return NULL;
}

/**
 * signet_right_use_explain:
 * @row: a right
 * @desk: the desk
 *
 * Returns: (nullable) (transfer none): why no complaint can be filed with it now; %NULL if one can
 */
const char *
signet_right_use_explain (SignetRightRow *row, SignetDesk *desk)
{
  const char *status = signet_right_row_get_status (row);
  gboolean expired = g_str_equal (status, SIGNET_STATUS_EXPIRED);
  const char *reason = NULL;
  g_autoptr (SignetRight) right = NULL;
  GDate today;

  /* Records are read only where there is something to say. */
  signet_clock_today (signet_desk_get_clock (desk), &today);
  if (expired || is_past (signet_right_row_get_valid_until (row), 0, &today) ||
      is_past (signet_right_row_get_licence_until (row), 0, &today))
    right = signet_desk_load_right (desk, signet_right_row_get_id (row), NULL, NULL);
  if (right != NULL)
    reason = explain_dates (row, right, &today);
  if (reason != NULL)
    return reason;
  if (expired)
    return explain_end (row, right);
  if (signet_certification_can_carry (status))
    return NULL;
  if (g_str_equal (status, SIGNET_STATUS_NEEDS_CORRECTION))
    return _ ("The platform asked for a correction. Make it first.");
  if (g_str_equal (status, SIGNET_STATUS_REJECTED))
    return _ ("The platform didn’t accept this right.");
  if (g_str_equal (status, SIGNET_STATUS_FAILED))
    return _ ("It couldn’t be sent to the platform. Look at it first.");

  return _ ("It isn’t certified on this platform yet.");
}
