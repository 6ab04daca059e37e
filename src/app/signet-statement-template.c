/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-statement-template.h"

#include <string.h>

#include "model/signet-nice-class.h"
#include "model/signet-words.h"

/*
 * What a statement starts from: sentences of resources/statement, filled from the right and the reason. It
 * says nothing that isn't in the complaint, so it can stand as it is; the person adds what is particular.
 *
 * The statement's language is chosen apart from the interface's, so its words don't come from gettext.
 */

static const char *const languages[] = { SIGNET_LANGUAGE_ZH_CN, SIGNET_LANGUAGE_EN };

static GKeyFile *
load_sentences (const char *language)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_BASE "/statement/%s.ini", language);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) sentences = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  /* They are compiled in: nothing a person does can make this fail. */
  if (bytes == NULL || !g_key_file_load_from_bytes (sentences, bytes, G_KEY_FILE_NONE, &error))
    {
      g_critical ("no sentences for a statement in %s: %s", language, error != NULL ? error->message : path);
      return NULL;
    }

  return g_steal_pointer (&sentences);
}

static char *
list_classes (SignetRight *right)
{
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (right));
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr (SignetNiceClass) nice = g_list_model_get_item (classes, i);

      g_string_append_printf (numbers, "%s%d", i > 0 ? ", " : "", signet_nice_class_get_class_number (nice));
    }

  return g_string_free (g_steal_pointer (&numbers), FALSE);
}

static void
append (GString *text, GKeyFile *sentences, const char *group, const char *key, const char *between)
{
  g_autofree char *sentence = g_key_file_get_string (sentences, group, key, NULL);

  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, between);
  g_string_append (text, sentence);
}

/* The sentence that fits best: @word alone or with @more behind it. FALSE: there is none. */
static gboolean
append_for (GString *text,
            GKeyFile *sentences,
            const char *group,
            const char *word,
            const char *more,
            const char *between)
{
  g_autofree char *both = g_strconcat (word, "-", more, NULL);
  const char *key = g_key_file_has_key (sentences, group, both, NULL) ? both : word;

  if (*key == '\0' || !g_key_file_has_key (sentences, group, key, NULL))
    return FALSE;
  append (text, sentences, group, key, between);

  return TRUE;
}

typedef struct
{
  const char *brace;
  const char *text;
} Word;

/* All words at once, so that braces in a name are left alone. */
static char *
replace_words (const char *text, const Word *words, gsize n_words)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize i = 0;

      while (i < n_words && !g_str_has_prefix (text, words[i].brace))
        i++;
      if (i < n_words)
        {
          g_string_append (filled, words[i].text);
          text += strlen (words[i].brace);
        }
      else
        g_string_append_c (filled, *text++);
    }

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/* As the statement's language writes it, which needn't be the interface's; half a date as it is typed. */
static char *
write_date (GKeyFile *sentences, const char *date)
{
  g_autofree char *pattern = g_key_file_get_string (sentences, "statement", "date", NULL);
  g_auto (GStrv) months = g_key_file_get_string_list (sentences, "statement", "months", NULL, NULL);
  g_autofree char *time = g_strconcat (date, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) parsed = g_date_time_new_from_iso8601 (time, NULL);
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;

  if (pattern == NULL || months == NULL || g_strv_length (months) != 12 || parsed == NULL)
    return g_strdup (date);

  year = g_strdup_printf ("%d", g_date_time_get_year (parsed));
  day = g_strdup_printf ("%d", g_date_time_get_day_of_month (parsed));

  return replace_words (pattern,
                        (const Word[]){ { "{year}", year },
                                        { "{month}", months[g_date_time_get_month (parsed) - 1] },
                                        { "{day}", day } },
                        3);
}

static char *
fill_in (const char *text, SignetRight *right, const char *classes, const char *until)
{
  const Word words[] = {
    { "{owner}", signet_right_get_owner (right) },
    { "{name}", signet_right_get_name (right) },
    { "{number}", signet_right_get_number (right) },
    { "{classes}", classes },
    { "{until}", until },
  };

  return replace_words (text, words, G_N_ELEMENTS (words));
}

/**
 * signet_statement_template_fill:
 * @language: "zh-CN" or "en"
 * @reason: code of the chosen reason; "" before there is one
 * @right: the right it is about
 *
 * Returns: (transfer full): a statement to start from
 */
char *
signet_statement_template_fill (const char *language, const char *reason, SignetRight *right)
{
  g_autoptr (GKeyFile) sentences = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *classes = NULL;
  g_autofree char *until = NULL;
  const char *between;

  g_return_val_if_fail (language != NULL && reason != NULL, NULL);
  g_return_val_if_fail (SIGNET_IS_RIGHT (right), NULL);

  sentences = load_sentences (language);
  if (sentences == NULL)
    return g_strdup ("");

  classes = list_classes (right);
  between = g_str_equal (language, SIGNET_LANGUAGE_ZH_CN) ? "" : " ";
  if (!append_for (text, sentences, "rights", signet_right_get_kind (right),
                   *signet_right_get_number (right) == '\0' ? "unregistered" : "", ""))
    append (text, sentences, "statement", "right", "");
  if (*classes != '\0')
    append (text, sentences, "statement", "classes", between);
  if (*signet_right_get_valid_until (right) != '\0')
    append (text, sentences, "statement", "until", between);
  if (!append_for (text, sentences, "reasons", reason, signet_right_get_kind (right), "\n\n"))
    append (text, sentences, "statement", "other", "\n\n");
  append (text, sentences, "statement", "request", "\n\n");

  until = write_date (sentences, signet_right_get_valid_until (right));

  return fill_in (text->str, right, classes, until);
}

/**
 * signet_statement_template_is_unchanged:
 * @text: a statement
 * @platform: the platform
 * @right: the right it is about
 *
 * Returns: whether @text is empty or as a template gave it, in whichever language and for whichever reason,
 * so that nothing the person wrote is lost when another takes its place
 */
gboolean
signet_statement_template_is_unchanged (const char *text, SignetPlatform *platform, SignetRight *right)
{
  GListModel *reasons;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (SIGNET_IS_PLATFORM (platform), FALSE);
  g_return_val_if_fail (SIGNET_IS_RIGHT (right), FALSE);

  if (*text == '\0')
    return TRUE;

  reasons = signet_platform_get_reasons (platform);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint k = 0; k < g_list_model_get_n_items (reasons); k++)
      {
        g_autoptr (SignetReason) reason = g_list_model_get_item (reasons, k);
        g_autofree char *filled = signet_statement_template_fill (languages[i],
                                                                  signet_reason_get_code (reason), right);

        if (g_str_equal (filled, text))
          return TRUE;
      }

  return FALSE;
}
