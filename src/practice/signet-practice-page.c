/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-page.h"

#include "practice/signet-practice-refusal.h"

/* A list, a page at a time. Cursors are row numbers; clients hold them to be opaque. */

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

/**
 * signet_practice_page_answer:
 * @platform: the platform
 * @exchange: GET of a list
 * @limit: entries in the page
 * @rows: the list from its cursor on, one entry longer than the page at most
 * @cursor: the column that holds an entry's cursor
 * @entry: makes an entry
 * @error: return location
 *
 * Answers with a page, and with a link to the next one (RFC 8288) if there is more.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_page_answer (SignetPracticePlatform *platform,
                             SignetPracticeExchange *exchange,
                             guint limit,
                             SignetStatement *rows,
                             int cursor,
                             SignetPracticePageEntry entry,
                             GError **error)
{
  g_autoptr (JsonObject) answer = json_object_new ();
  JsonArray *items = json_array_new ();
  gint64 last = 0;
  gboolean found;

  json_object_set_array_member (answer, "items", items);
  while (TRUE)
    {
      JsonObject *object = NULL;

      if (!signet_practice_store_next (rows, &found, error))
        return FALSE;
      if (!found)
        break;
      if (json_array_get_length (items) == limit)
        {
          signet_practice_exchange_add_header (exchange, "Link",
                                               "<%s?limit=%u&after=%" G_GINT64_FORMAT ">; rel=\"next\"",
                                               signet_practice_exchange_get_path (exchange), limit, last);
          break;
        }
      last = signet_statement_get_int64 (rows, cursor);
      if (!entry (platform, rows, &object, error))
        return FALSE;
      json_array_add_object_element (items, object);
    }
  signet_practice_exchange_answer_object (exchange, 200, answer);
  return TRUE;
}
