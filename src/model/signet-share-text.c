/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-share-text.h"

#include <string.h>

/*
 * Where addresses begin and end in a line that people pasted: Chinese sentences around them, full-width
 * punctuation, two addresses glued together, brackets, no scheme at all. Pure functions; any thread. One pass
 * over the line, whatever stands in it.
 */

/* What an address may hold as it is (RFC 3986, 2.2 and 2.3). */
#define ADDRESS_CHARACTERS \
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"

/* RFC 1035, 2.3.4. */
#define LONGEST_HOST 253

static gboolean
is_zero_width (gunichar c)
{
  return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

/* A Chinese input method writes letters, digits and the signs of an address in full width. Its comma, full
 * stop, brackets and exclamation mark are left: they end the address. */
static gunichar
to_half_width (gunichar c)
{
  gunichar half = c - 0xff01 + '!';

  if (c < 0xff01 || c > 0xff5e)
    return c;
  return g_ascii_isalnum ((char) half) || strchr (":/.?=&_-%#@", (int) half) != NULL ? half : c;
}

/* The line in half width without invisible characters; @offsets tells where each byte came from. */
static GString *
make_plain (const char *line, GArray *offsets)
{
  GString *plain = g_string_sized_new (strlen (line));
  gsize end;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar original = g_utf8_get_char (p);
      gunichar c = to_half_width (original);
      gsize offset = (gsize) (p - line);
      gsize before = plain->len;

      if (is_zero_width (c))
        continue;
      if (c == original)
        g_string_append_len (plain, p, g_utf8_next_char (p) - p);
      else
        g_string_append_unichar (plain, c);
      for (gsize i = before; i < plain->len; i++)
        g_array_append_val (offsets, offset);
    }
  end = strlen (line);
  g_array_append_val (offsets, end);

  return plain;
}

/* Length of "http://" or "https://" at @text, 0 if it stands not there. */
static gsize
span_scheme (const char *text)
{
  if (*text != 'h' && *text != 'H') /* asked at each character */
    return 0;
  if (g_ascii_strncasecmp (text, "http://", 7) == 0)
    return 7;
  if (g_ascii_strncasecmp (text, "https://", 8) == 0)
    return 8;
  return 0;
}

static gboolean
is_host_character (gunichar c)
{
  return c < 0x80 && (g_ascii_isalnum ((char) c) || c == '-' || c == '.');
}

static gboolean
belongs_before_host (char c)
{
  return is_host_character ((guchar) c) || strchr ("@/:%\\", c) != NULL;
}

static gsize
span_host_characters (const char *text)
{
  gsize length = 0;

  while (is_host_character ((guchar) text[length]))
    length++;
  return length;
}

/* Length of the host at @text. Letters of other scripts belong to it (IDNA), unless what stands before them
 * is a host of the platform already: then a sentence goes on there. */
static gsize
span_host (const char *text, SignetKnownHostFunc is_known_host, gpointer data)
{
  gsize ascii = span_host_characters (text);
  const char *p = text + ascii;

  if ((guchar) *p < 0x80)
    return ascii;
  if (ascii > 0 && ascii <= LONGEST_HOST)
    {
      g_autofree char *host = g_ascii_strdown (text, (gssize) ascii);

      if (is_known_host (host, data))
        return ascii;
    }
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 ? !is_host_character (c) : !g_unichar_isalnum (c))
        break;
      p = g_utf8_next_char (p);
    }

  return (gsize) (p - text);
}

/* Length of what is an address's at @text, up to where another one is glued to it. One that is the value of a
 * query parameter isn't glued: it belongs to the address around it. */
static gsize
span_until_glued (const char *text)
{
  gboolean in_query = FALSE;
  gsize i;

  for (i = 0; text[i] != '\0' && strchr (ADDRESS_CHARACTERS, text[i]) != NULL; i++)
    {
      in_query |= text[i] == '?';
      if (span_scheme (text + i) > 0 && !(in_query && text[i - 1] == '='))
        break;
    }

  return i;
}

/* Punctuation at the end belongs to the sentence; a closing bracket does unless it was opened within. */
static gsize
trim_end (const char *text, gsize length)
{
  int open_round = 0;
  int open_square = 0;

  for (gsize i = 0; i < length; i++)
    {
      open_round += (text[i] == '(') - (text[i] == ')');
      open_square += (text[i] == '[') - (text[i] == ']');
    }
  while (length > 0)
    {
      char last = text[length - 1];

      if (last == ')' && open_round < 0)
        open_round++;
      else if (last == ']' && open_square < 0)
        open_square++;
      else if (strchr (".,;:!?'*&~#([", last) == NULL)
        break;
      length--;
    }

  return length;
}

/* Length of the address whose host begins at @text + @scheme. */
static gsize
span_address (const char *text, gsize scheme, SignetKnownHostFunc is_known_host, gpointer data)
{
  const char *host = text + scheme;
  gsize glued = span_until_glued (host);
  gsize host_length = span_host (host, is_known_host, data);

  /* Only a host in another script ends later than the characters an address may hold. */
  if (host_length > glued && (guchar) host[glued] >= 0x80)
    glued = host_length + span_until_glued (host + host_length);

  return scheme + trim_end (host, glued);
}

/* Length of a known host with a slash behind it: people copy addresses without a scheme. */
static gsize
span_bare_host (const char *text, SignetKnownHostFunc is_known_host, gpointer data)
{
  gsize length = span_host_characters (text);
  g_autofree char *host = NULL;

  if (length == 0 || length > LONGEST_HOST || text[length] != '/')
    return 0;
  host = g_ascii_strdown (text, (gssize) length);
  return is_known_host (host, data) ? length : 0;
}

static void
clear_span (gpointer data)
{
  g_free (((SignetAddressSpan *) data)->address);
}

/**
 * signet_share_text_find_addresses:
 * @line: one line of text in UTF-8
 * @is_known_host: (scope call): says whether a host in lower case is the platform's
 * @data: (closure): for @is_known_host
 *
 * Finds every http and https address of a line, and addresses without a scheme on hosts of the platform
 * (they get https). What comes back isn't normalised and may still be none that can be parsed.
 *
 * Returns: (transfer full) (element-type SignetAddressSpan): the addresses, with the bytes of @line they
 * stand in; freeing the array frees them
 */
GArray *
signet_share_text_find_addresses (const char *line, SignetKnownHostFunc is_known_host, gpointer data)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SignetAddressSpan));
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  GString *plain = make_plain (line, offsets);
  gsize at = 0;

  g_array_set_clear_func (spans, clear_span);
  while (at < plain->len)
    {
      const char *text = plain->str + at;
      gsize scheme = span_scheme (text);
      gboolean bare = FALSE;
      gsize length;
      SignetAddressSpan span;

      /* A bare host begins where nothing before it could belong to it. */
      if (scheme == 0 && g_ascii_isalnum (*text) && (at == 0 || !belongs_before_host (plain->str[at - 1])))
        bare = span_bare_host (text, is_known_host, data) > 0;
      if (scheme == 0 && !bare)
        {
          at++;
          continue;
        }

      length = span_address (text, scheme, is_known_host, data);
      if (length > scheme)
        {
          g_autofree char *address = g_strndup (text, length);

          span.start = g_array_index (offsets, gsize, at);
          span.end = g_array_index (offsets, gsize, at + length);
          span.address = bare ? g_strconcat ("https://", address, NULL) : g_steal_pointer (&address);
          g_array_append_val (spans, span);
        }
      at += MAX (length, 1);
    }

  g_string_free (plain, TRUE);
  return spans;
}

/**
 * signet_share_text_collapse:
 * @line: one line of text in UTF-8
 *
 * Returns: (transfer full): the text with every run of white space and control characters as one space and
 * none at its ends
 */
char *
signet_share_text_collapse (const char *line)
{
  GString *collapsed = g_string_sized_new (strlen (line));

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_zero_width (c))
        continue;
      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (collapsed, c);
      else if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] != ' ')
        g_string_append_c (collapsed, ' ');
    }
  if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] == ' ')
    g_string_truncate (collapsed, collapsed->len - 1);

  return g_string_free (collapsed, FALSE);
}
