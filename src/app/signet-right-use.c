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
 * and by the day until which it is valid.
 */

static gboolean
is_over (SignetRightRow *row, SignetDesk *desk)
{
  GDate today, last;

  if (!signet_date_read (signet_right_row_get_valid_until (row), &last))
    return FALSE;
  if (g_str_equal (signet_right_row_get_kind (row), SIGNET_RIGHT_KIND_TRADEMARK))
    g_date_add_months (&last, SIGNET_RIGHT_GRACE_MONTHS);
  signet_clock_today (signet_desk_get_clock (desk), &today);

  return g_date_compare (&last, &today) < 0;
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

  if (is_over (row, desk) || g_str_equal (status, SIGNET_STATUS_EXPIRED))
    return _ ("It has expired. Renew it first.");
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
