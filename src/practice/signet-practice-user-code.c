/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-user-code.h"

#include "proof/signet-random.h"

/* Codes that people compare on two screens, or type from one to the other (RFC 8628, 6.1). */

/* No vowels, so no words, and nothing that is mistaken for something else: 34.5 bits in eight letters. */
#define ALPHABET "BCDFGHJKLMNPQRSTVWXZ"
#define LENGTH 8

/**
 * signet_practice_user_code_make:
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a code nobody can guess, as it is stored
 */
char *
signet_practice_user_code_make (GError **error)
{
  const guint letters = sizeof ALPHABET - 1;
  const guint fair = 256 / letters * letters;
  g_autoptr (GString) code = g_string_new (NULL);

  while (code->len < LENGTH)
    {
      guint8 random;

      if (!signet_random_fill (&random, sizeof random, error))
        return NULL;
      if (random < fair)
        g_string_append_c (code, ALPHABET[random % letters]);
    }
  return g_string_free (g_steal_pointer (&code), FALSE);
}

/**
 * signet_practice_user_code_group:
 * @user_code: a code as it is stored
 *
 * Returns: (transfer full): the code in two groups, as people read and compare it
 */
char *
signet_practice_user_code_group (const char *user_code)
{
  return g_strdup_printf ("%.4s-%s", user_code, user_code + LENGTH / 2);
}

/**
 * signet_practice_user_code_read:
 * @text: a code as somebody typed it
 *
 * Case and what stands between the letters don't count.
 *
 * Returns: (transfer full): the code as it would be stored
 */
char *
signet_practice_user_code_read (const char *text)
{
  GString *code = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (code, g_ascii_toupper (*text));
  return g_string_free (code, FALSE);
}
