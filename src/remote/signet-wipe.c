/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-wipe.h"

#include <string.h>

/*
 * Secrets in memory that leave nothing behind: passwords, codes and tokens are overwritten before their
 * memory goes back, and are never built in a buffer that grows, since what it grew out of is not overwritten.
 * What libsoup, the TLS library, the JSON reader and the kernel copy on the way is theirs. Pure functions.
 */

typedef struct
{
  gsize size;
  char data[];
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  explicit_bzero (form->data, form->size);
  g_free (form);
}

/* HTML's application/x-www-form-urlencoded serialiser (RFC 6749, appendix B). */
static char *
append (char *at, const char *text)
{
  static const char digits[] = "0123456789ABCDEF";

  for (; *text != '\0'; text++)
    {
      guchar c = (guchar) *text;

      if (g_ascii_isalnum (c) || strchr ("*-._", c) != NULL)
        {
          *at++ = (char) c;
        }
      else if (c == ' ')
        {
          *at++ = '+';
        }
      else
        {
          *at++ = '%';
          *at++ = digits[c >> 4];
          *at++ = digits[c & 0xf];
        }
    }
  return at;
}

/**
 * signet_wipe:
 * @secret: (transfer full) (nullable): what nobody may find any more
 *
 * Overwrites a secret, then frees it.
 */
void
signet_wipe (char *secret)
{
  if (secret != NULL)
    explicit_bzero (secret, strlen (secret));
  g_free (secret);
}

/**
 * signet_wipe_form:
 * @first_name: a field's name
 * @args: its value and further pairs up to %NULL
 *
 * Returns: (transfer full): an application/x-www-form-urlencoded body, which is overwritten when freed
 */
GBytes *
signet_wipe_form (const char *first_name, va_list args)
{
  gsize size = 0;
  const char *name;
  Form *form;
  char *at;
  va_list again;

  va_copy (again, args);
  for (name = first_name; name != NULL; name = va_arg (again, const char *))
    size += 3 * (strlen (name) + strlen (va_arg (again, const char *))) + 2;
  va_end (again);

  form = g_malloc (sizeof (Form) + size);
  form->size = size;
  at = form->data;
  for (name = first_name; name != NULL; name = va_arg (args, const char *))
    {
      if (at != form->data)
        *at++ = '&';
      at = append (at, name);
      *at++ = '=';
      at = append (at, va_arg (args, const char *));
    }
  return g_bytes_new_with_free_func (form->data, (gsize) (at - form->data), form_free, form);
}
