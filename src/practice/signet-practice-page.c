/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-page.h"

#include "practice/signet-practice-refusal.h"

/* Which page of a list is asked for. Cursors are row numbers; clients hold them to be opaque. */

/**
 * signet_practice_page_read:
 * @exchange: an exchange
 * @default_limit: entries in a page if nothing is said
 * @max_limit: the most that may be asked for
 * @limit: (out): entries in the page
 * @after: (out): the cursor, 0 for the beginning
 *
 * Reads `limit` and `after`; refuses with `malformed` what can't be read.
 *
 * Returns: %TRUE if the handler may go on
 */
gboolean
signet_practice_page_read (SignetPracticeExchange *exchange,
                           guint default_limit,
                           guint max_limit,
                           guint *limit,
                           gint64 *after)
{
  const char *limit_text = signet_practice_exchange_get_query (exchange, "limit");
  const char *after_text = signet_practice_exchange_get_query (exchange, "after");
  guint64 number = default_limit;

  *after = 0;
  if (limit_text != NULL && !g_ascii_string_to_unsigned (limit_text, 10, 1, max_limit, &number, NULL))
    {
      signet_practice_refuse (exchange, "malformed", "limit is out of range");
      return FALSE;
    }
  *limit = (guint) number;
  if (after_text != NULL && after_text[0] != '\0' &&
      !g_ascii_string_to_signed (after_text, 10, 0, G_MAXINT64, after, NULL))
    {
      signet_practice_refuse (exchange, "malformed", "after is no cursor of this list");
      return FALSE;
    }
  return TRUE;
}
