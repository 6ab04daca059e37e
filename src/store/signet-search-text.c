/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-search-text.h"

#include <string.h>

/* Splits text for the search: words as they are, and of Chinese, Japanese and Korean, which have no spaces,
 * each character and each pair of neighbours. SQLite's trigrams would find nothing of fewer than three
 * characters, and most Chinese words have two. The same split on both sides, writing and asking. Pure
 * functions, any thread.
 */

/* Characters; the longest links people paste are shorter. */
#define MAX_QUERY 500

typedef enum
{
  RUN_NONE,
  RUN_WORD,
  RUN_HAN,
} Run;

typedef void (*TokenFunc) (GString *out, const char *token, gsize length, Run run);

static Run
run_of (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
      return g_unichar_isalnum (c) ? RUN_HAN : RUN_NONE;
    default:
      return g_unichar_isalnum (c) || g_unichar_ismark (c) ? RUN_WORD : RUN_NONE;
    }
}

/* Every link begins with these; finding them finds everything and says nothing. */
static gboolean
says_nothing (const char *word, gsize length)
{
  static const char *const words[] = { "http", "https", "www" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == length && strncmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* Full-width letters and digits (１２３) become plain ones, capitals small ones. */
static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed, -1);
}

static void
split (GString *out, const char *text, TokenFunc token)
{
  g_autofree char *plain = normalise (text);
  const char *start = plain;
  Run run = RUN_NONE;

  for (const char *at = plain;; at = g_utf8_next_char (at))
    {
      Run next = *at != '\0' ? run_of (g_utf8_get_char (at)) : RUN_NONE;

      if (next == run)
        {
          if (*at == '\0')
            return;
          continue;
        }
      if (run != RUN_NONE)
        token (out, start, (gsize) (at - start), run);
      if (*at == '\0')
        return;
      start = at;
      run = next;
    }
}

static void
append_tokens (GString *out, const char *token, gsize length, Run run)
{
  const char *end = token + length;

  if (run == RUN_WORD)
    {
      if (!says_nothing (token, length))
        {
          g_string_append_len (out, token, (gssize) length);
          g_string_append_c (out, ' ');
        }
      return;
    }

  for (const char *at = token; at < end; at = g_utf8_next_char (at))
    {
      const char *second = g_utf8_next_char (at);

      g_string_append_len (out, at, second - at);
      g_string_append_c (out, ' ');
      if (second < end)
        {
          g_string_append_len (out, at, g_utf8_next_char (second) - at);
          g_string_append_c (out, ' ');
        }
    }
}

/* Quoted, so that nothing a person types is an operator; a word is the beginning of a word, since it may not
 * be finished. A single character must stand somewhere, of more all pairs. */
static void
append_terms (GString *out, const char *token, gsize length, Run run)
{
  const char *end = token + length;

  if (run == RUN_WORD)
    {
      if (!says_nothing (token, length))
        g_string_append_printf (out, "\"%.*s\"* ", (int) length, token);
      return;
    }

  if (g_utf8_next_char (token) == end)
    {
      g_string_append_printf (out, "\"%.*s\" ", (int) length, token);
      return;
    }
  for (const char *at = token; g_utf8_next_char (at) < end; at = g_utf8_next_char (at))
    {
      const char *pair_end = g_utf8_next_char (g_utf8_next_char (at));

      g_string_append_printf (out, "\"%.*s\" ", (int) (pair_end - at), at);
    }
}

/* Appends what goes into the index for @text. */
void
signet_search_text_append (GString *out, const char *text)
{
  if (text != NULL)
    split (out, text, append_tokens);
}

/* The FTS5 query for what a person typed, NULL if it asks for nothing. Of a whole page pasted by mistake the
 * beginning is searched. */
char *
signet_search_text_to_query (const char *text)
{
  GString *query = g_string_new (NULL);
  g_autofree char *beginning = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (beginning, -1) > MAX_QUERY)
    *g_utf8_offset_to_pointer (beginning, MAX_QUERY) = '\0';
  split (query, beginning, append_terms);
  if (query->len == 0)
    {
      g_string_free (query, TRUE);
      return NULL;
    }
  return g_string_free (query, FALSE);
}
