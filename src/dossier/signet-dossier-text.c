/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-dossier-text.h"

#include "dossier/signet-dossier-error.h"
#include "dossier/signet-dossier-resources.h"
#include "model/signet-words.h"

#include <gio/gio.h>
#include <string.h>

/* The words of a paper in one language, out of resources/dossier. Not gettext: an English application writes
 * a Chinese power of attorney. tests/lint holds both languages to the same keys, so a missing one is a defect
 * of the program. Immutable, any thread.
 */

#define ROOT "/io/github/signetdesk/Signet/dossier"

struct _SignetDossierText
{
  char *group;
  GHashTable *texts;
};

static const char *
folder_of (const char *language)
{
  if (g_str_equal (language, SIGNET_LANGUAGE_ZH_CN))
    return "zh";
  return g_str_equal (language, SIGNET_LANGUAGE_EN) ? "en" : NULL;
}

static gboolean
read_keys (SignetDossierText *self, GKeyFile *file, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, self->group, NULL, error);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      char *value = g_key_file_get_string (file, self->group, keys[i], error);

      if (value == NULL)
        return FALSE;
      g_hash_table_insert (self->texts, g_strdup (keys[i]), value);
    }
  return keys != NULL;
}

/* Puts values into the places of a text, in one pass: a value that looks like a place isn't one. */
static char *
fill (const char *text, GHashTable *values)
{
  GString *filled = g_string_new (NULL);

  for (const char *c = text; *c != '\0';)
    {
      const char *end = *c == '{' ? strchr (c, '}') : NULL;
      g_autofree char *name = end != NULL ? g_strndup (c + 1, (gsize) (end - c - 1)) : NULL;
      const char *value = name != NULL ? g_hash_table_lookup (values, name) : NULL;

      if (value != NULL)
        {
          g_string_append (filled, value);
          c = end + 1;
        }
      else
        {
          g_string_append_c (filled, *c++);
        }
    }
  return g_string_free (filled, FALSE);
}

/**
 * signet_dossier_text_new:
 * @paper: a paper's name: "authorisation" or "watermark"
 * @language: "zh-CN" or "en"
 * @error: return location
 *
 * Reads the texts of a paper.
 *
 * Returns: (transfer full) (nullable): the texts; %SIGNET_DOSSIER_ERROR_LANGUAGE for another language
 */
SignetDossierText *
signet_dossier_text_new (const char *paper, const char *language, GError **error)
{
  g_autoptr (SignetDossierText) self = g_new0 (SignetDossierText, 1);
  const char *folder = folder_of (language);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  self->group = g_strdup (paper);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (folder == NULL)
    {
      g_set_error (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_LANGUAGE, "No texts in %s", language);
      return NULL;
    }

  path = g_strdup_printf (ROOT "/%s/%s.ini", folder, paper);
  /* Asking for the resource by name keeps the linker from dropping it out of the static library. */
  bytes = g_resource_lookup_data (signet_dossier_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, error) ||
      !read_keys (self, file, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * signet_dossier_text_free:
 * @self: (transfer full) (nullable): texts
 */
void
signet_dossier_text_free (SignetDossierText *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->texts);
  g_free (self->group);
  g_free (self);
}

/**
 * signet_dossier_text_get:
 * @self: texts
 * @key: a key of this paper
 *
 * Returns: the text
 */
const char *
signet_dossier_text_get (SignetDossierText *self, const char *key)
{
  const char *text = g_hash_table_lookup (self->texts, key);

  g_return_val_if_fail (text != NULL, "");
  return text;
}

/**
 * signet_dossier_text_find:
 * @self: texts
 * @prefix: the family of keys, such as "right"
 * @word: a word of the trade, such as "trademark"
 *
 * Looks up the text of a word out of a family that platforms may add to.
 *
 * Returns: (nullable): the text, %NULL for a word that has none
 */
const char *
signet_dossier_text_find (SignetDossierText *self, const char *prefix, const char *word)
{
  g_autofree char *key = g_strdup_printf ("%s-%s", prefix, word);

  return g_hash_table_lookup (self->texts, key);
}

/**
 * signet_dossier_text_format:
 * @self: texts
 * @key: a key of this paper
 * @...: names of places and their values, %NULL at the end
 *
 * Gets a text with its places `{name}` filled.
 *
 * Returns: (transfer full): the text
 */
char *
signet_dossier_text_format (SignetDossierText *self, const char *key, ...)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  va_list args;
  const char *name;

  va_start (args, key);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_insert (values, (char *) name, va_arg (args, char *));
  va_end (args);
  return fill (signet_dossier_text_get (self, key), values);
}

/**
 * signet_dossier_text_format_date:
 * @self: texts that have `date` and `month-1` to `month-12`
 * @date: a valid day
 *
 * Returns: (transfer full): the day in words nobody takes for another one
 */
char *
signet_dossier_text_format_date (SignetDossierText *self, const GDate *date)
{
  g_autofree char *year = g_strdup_printf ("%u", g_date_get_year (date));
  g_autofree char *month = g_strdup_printf ("month-%d", g_date_get_month (date));
  g_autofree char *day = g_strdup_printf ("%u", g_date_get_day (date));

  return signet_dossier_text_format (self, "date", "year", year, "month",
                                     signet_dossier_text_get (self, month), "day", day, NULL);
}
