/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-pointer-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-right-fields.h"
#include "app/signet-words.h"

/*
 * What a JSON pointer into a party, a right or an authorisation is called: the field's name in the forms.
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

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].pointer, pointer))
      return g_strdup (_ (names[i].name));
  if (g_str_has_prefix (pointer, "/files/"))
    return g_strdup (signet_words_slot (pointer + strlen ("/files/")));
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
