/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-pointer-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-format.h"
#include "app/signet-right-fields.h"
#include "app/signet-words.h"
#include "model/signet-country.h"

/*
 * What a JSON pointer into a party, a right or an authorisation is called: the field's name in the forms, and
 * what stands there: as the forms show it, not as the wire has it.
 */

static const struct
{
  const char *pointer;
  const char *name;
} names[] = {
  { "/kind", N_ ("Kind") },
  { "/role", N_ ("Role") },
  { "/holders", N_ ("Holder") },
  { "/standing", N_ ("Held as") },
  { "/other_name", N_ ("Name in another script") },
  { "/country", N_ ("Country or region") },
  { "/document/kind", N_ ("Document") },
  { "/document/number", N_ ("Number") },
  { "/document/valid_until", N_ ("Valid until") },
  { "/legal_representative", N_ ("Legal representative") },
  { "/contact/name", N_ ("Contact person") },
  { "/contact/email", N_ ("E-mail") },
  { "/contact/phone", N_ ("Mobile number") },
  { "/contact/address", N_ ("Address") },
  { "/private_contact/name", N_ ("Contact person (platform only)") },
  { "/private_contact/email", N_ ("E-mail (platform only)") },
  { "/private_contact/phone", N_ ("Mobile number (platform only)") },
  { "/principal", N_ ("Principal") },
  { "/agent", N_ ("Agent") },
  { "/handler/name", N_ ("Handler") },
  { "/handler/document_number", N_ ("Handler’s document number") },
  { "/scope", N_ ("Scope") },
  { "/rights", N_ ("Rights") },
  { "/all_rights", N_ ("All rights") },
  { "/platforms", N_ ("Platforms") },
  { "/all_platforms", N_ ("All platforms") },
  { "/valid_from", N_ ("Valid from") },
  { "/sub_delegation", N_ ("May be passed on") },
  { "/signed_on", N_ ("Signed on") },
  { "/files", N_ ("Papers") },
};

static const char *
describe_country (const char *code)
{
  return signet_country_get_name (code, signet_words_language ());
}

static const char *
describe_boolean (const char *word)
{
  if (g_str_equal (word, "true"))
    return _ ("Yes");

  return g_str_equal (word, "false") ? _ ("No") : word;
}

/* Fields that hold words of the wire, and what makes them readable. */
static const struct
{
  const char *pointer;
  const char *(*describe) (const char *word);
} words[] = {
  { "/role", signet_words_role },
  { "/standing", signet_words_standing },
  { "/country", describe_country },
  { "/territory", signet_right_fields_get_territory_name },
  { "/document/kind", signet_words_document_kind },
  { "/work_kind", signet_words_work_kind },
  { "/author_kind", signet_words_author_kind },
  { "/scope", signet_words_scope },
  { "/own", describe_boolean },
  { "/all_rights", describe_boolean },
  { "/all_platforms", describe_boolean },
  { "/sub_delegation", describe_boolean },
};

static const char *
describe_word (const char *pointer, const char *right_kind, const char *word)
{
  if (g_str_equal (pointer, "/kind"))
    return right_kind != NULL ? signet_words_right_kind (word) : signet_words_party_kind (word);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].pointer, pointer))
      return words[i].describe (word);

  return word;
}

/* Anything else may look like a date by chance. */
static gboolean
is_date (const char *pointer)
{
  static const char *const others[] = { "/document/valid_until", "/valid_from", "/signed_on", NULL };
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].editor == SIGNET_RIGHT_EDITOR_DATE && *pointer == '/' &&
        g_str_equal (fields[i].name, pointer + 1))
      return TRUE;

  return g_strv_contains (others, pointer);
}

/**
 * signet_pointer_text_name:
 * @pointer: a JSON pointer (RFC 6901) into a record, as the wire has it
 * @right_kind: (nullable): kind of the right it points into; %NULL: it is no right
 *
 * Returns: (transfer full): what is there, by name; a member nobody knows by its own
 */
char *
signet_pointer_text_name (const char *pointer, const char *right_kind)
{
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  g_return_val_if_fail (pointer != NULL, NULL);

  if (g_str_has_prefix (pointer, "/files/"))
    return g_strdup (signet_words_slot (pointer + strlen ("/files/")));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].pointer);

      if (strncmp (pointer, names[i].pointer, length) == 0 &&
          (pointer[length] == '\0' || pointer[length] == '/'))
        return g_strdup (_ (names[i].name));
    }
  for (guint i = 0; *pointer == '/' && i < n_fields; i++)
    {
      gsize length = strlen (fields[i].name);

      if (strncmp (pointer + 1, fields[i].name, length) == 0 &&
          (pointer[1 + length] == '\0' || pointer[1 + length] == '/'))
        return g_strdup (signet_right_fields_get_title (&fields[i], right_kind));
    }

  return g_strdup (*pointer == '/' ? pointer + 1 : pointer);
}

/**
 * signet_pointer_text_value:
 * @pointer: a JSON pointer (RFC 6901) into a record, as the wire has it
 * @right_kind: (nullable): kind of the right it points into; %NULL: it is no right
 * @text: what is there, such as one side of a #SignetDifference
 *
 * Returns: (transfer full): the same as a person reads it: a country by its name, a date as the locale writes
 * it; a word nobody knows as it is
 */
char *
signet_pointer_text_value (const char *pointer, const char *right_kind, const char *text)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (is_date (pointer))
    return signet_format_date_text (text);
  if (!g_str_equal (pointer, "/scope"))
    return g_strdup (describe_word (pointer, right_kind, text));
  parts = g_strsplit (text, "; ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *word = describe_word (pointer, right_kind, parts[i]);

      g_free (parts[i]);
      parts[i] = g_strdup (word);
    }

  /* Translators: stands between the parts of an enumeration. Chinese: 、 */
  return g_strjoinv (C_ ("enumeration", ", "), parts);
}

/**
 * signet_pointer_text_is_secret:
 * @pointer: a JSON pointer (RFC 6901) into a record, as the wire has it
 *
 * Returns: whether the number of an identity document is there, which is shown in full only to who asks for
 * it
 */
gboolean
signet_pointer_text_is_secret (const char *pointer)
{
  g_return_val_if_fail (pointer != NULL, TRUE);

  return g_str_equal (pointer, "/document/number") || g_str_equal (pointer, "/handler/document_number");
}
