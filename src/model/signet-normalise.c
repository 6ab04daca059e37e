/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-normalise.h"

#include "model/signet-identity.h"
#include "model/signet-number.h"
#include "model/signet-right-term.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/*
 * From what was typed to what is sent: no spaces around names, numbers half-width, upper case and without the
 * spaces people group them by. For the copy that is frozen, never for the draft: nobody's typing is rewritten
 * under their fingers. A number with an error in it stays as it was typed.
 */

static char *
normalise_number (SignetNumberKind kind, const char *text)
{
  g_autoptr (SignetNumberCheck) check = signet_number_check_new (kind, text, NULL);

  return check->errors == 0 ? g_steal_pointer (&check->normalised) : g_strstrip (g_strdup (text));
}

/* A mobile number; a landline or one abroad stays as it is. */
static void
normalise_phone (SignetParty *self, const char *property)
{
  g_autofree char *text = NULL;
  g_autoptr (SignetNumberCheck) phone = NULL;

  g_object_get (self, property, &text, NULL);
  if (text == NULL)
    return;
  phone = signet_number_check_new (SIGNET_NUMBER_PHONE, text, NULL);
  if (phone->errors == 0 && phone->warnings == 0)
    g_object_set (self, property, phone->normalised, NULL);
}

/* Strips white space off the ends of text properties. */
static void
strip_properties (gpointer record, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      g_autofree char *text = NULL;

      g_object_get (record, *names, &text, NULL);
      if (text != NULL)
        g_object_set (record, *names, g_strstrip (text), NULL);
    }
}

/**
 * signet_party_normalise:
 * @self: a party about to be frozen
 *
 * Normalises the document's number, the country's code and the contacts' phones, and strips the other texts.
 * A landline or a number abroad stays as it is.
 */
void
signet_party_normalise (SignetParty *self)
{
  static const char *const texts[] = { "name",
                                       "other-name",
                                       "document-valid-until",
                                       "legal-representative",
                                       "contact-name",
                                       "contact-email",
                                       "contact-phone",
                                       "contact-address",
                                       "private-contact-name",
                                       "private-contact-email",
                                       "private-contact-phone",
                                       "document-number",
                                       NULL };
  SignetNumberKind kind;
  g_autofree char *country = NULL;

  g_return_if_fail (SIGNET_IS_PARTY (self));

  strip_properties (self, texts);
  country = g_strstrip (g_ascii_strup (signet_party_get_country (self), -1));
  signet_party_set_country (self, country);
  if (signet_identity_get_number_kind (signet_party_get_document_kind (self), &kind))
    {
      g_autofree char *number = normalise_number (kind, signet_party_get_document_number (self));

      signet_party_set_document_number (self, number);
    }
  normalise_phone (self, "contact-phone");
  normalise_phone (self, "private-contact-phone");
}

/* What @number is whoever writes it: without the case, the width, and all that isn't a letter or a digit. */
static char *
squeeze (const char *number)
{
  g_autofree char *folded = signet_validate_fold_name (number);
  g_autofree char *upper = g_utf8_strup (folded, -1);
  GString *tight = g_string_sized_new (strlen (upper));

  for (const char *p = upper; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (tight, g_utf8_get_char (p));
  return g_string_free (tight, FALSE);
}

/* Of a Hong Kong business the first eight digits are its number; branch, period and a check character are the
 * certificate's. */
#define BUSINESS_DIGITS 8
#define BUSINESS_CERTIFICATE "^\\d{8}\\d{3}(\\d{4}[A-Z0-9]?)?$"

/**
 * signet_party_make_document_key:
 * @self: a party
 *
 * Two parties with the same key have the same document, however its number was typed and whatever it was
 * called: residence permits and the permanent resident card have the numbers of resident IDs (GB 11643). The
 * numbers of passports and registers are each country's, or place's, own.
 *
 * Returns: (transfer full): the key, "" without a number
 */
char *
signet_party_make_document_key (SignetParty *self)
{
  static const char *const resident[] = { SIGNET_DOCUMENT_KIND_RESIDENT_ID,
                                          SIGNET_DOCUMENT_KIND_RESIDENCE_PERMIT,
                                          SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD, NULL };
  const char *document;
  const char *place = "";
  SignetNumberKind kind;
  g_autofree char *number = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (SIGNET_IS_PARTY (self), NULL);

  document = signet_party_get_document_kind (self);
  number = g_strdup (signet_party_get_document_number (self));
  if (signet_identity_get_number_kind (document, &kind))
    {
      g_autofree char *typed = g_steal_pointer (&number);

      number = normalise_number (kind, typed);
    }
  key = squeeze (number);
  if (*key == '\0')
    return g_strstrip (g_steal_pointer (&number));
  if (g_strv_contains (resident, document))
    document = SIGNET_DOCUMENT_KIND_RESIDENT_ID;
  else if (strcmp (document, SIGNET_DOCUMENT_KIND_BUSINESS_REGISTRATION) == 0 &&
           g_regex_match_simple (BUSINESS_CERTIFICATE, key, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    key[BUSINESS_DIGITS] = '\0';
  else if (signet_identity_is_foreign (signet_party_get_kind (self)))
    place = signet_party_get_country (self);
  else if (strcmp (document, SIGNET_DOCUMENT_KIND_REGISTRATION) == 0)
    place = signet_party_get_kind (self);
  return *place != '\0' ? g_strdup_printf ("%s:%s:%s", document, place, key)
                        : g_strdup_printf ("%s:%s", document, key);
}

static gboolean
find_number_kind (SignetRight *self, const char *kind, SignetNumberKind *number_kind)
{
  if (strcmp (kind, SIGNET_RIGHT_KIND_TRADEMARK) == 0)
    *number_kind = SIGNET_NUMBER_TRADEMARK;
  else if (signet_right_is_patent (self))
    *number_kind = SIGNET_NUMBER_PATENT;
  else if (strcmp (kind, SIGNET_RIGHT_KIND_SOFTWARE) == 0)
    *number_kind = SIGNET_NUMBER_SOFTWARE;
  else if (signet_right_is_copyright (self))
    *number_kind = SIGNET_NUMBER_WORK;
  else
    return FALSE;
  return TRUE;
}

static void
set_number (SignetRight *self, const char *property, SignetNumberKind kind, const char *text)
{
  g_autofree char *number = normalise_number (kind, text);

  g_object_set (self, property, number, NULL);
}

/**
 * signet_right_normalise:
 * @self: a right about to be frozen
 *
 * Normalises the numbers and strips the other texts. The owner stays as it was typed otherwise:
 * it is what the certificate says, brackets included.
 */
void
signet_right_normalise (SignetRight *self)
{
  static const char *const texts[] = { "name",     "number",        "second-number",  "version",
                                       "owner",    "author",        "registered-on",  "valid-until",
                                       "filed-on", "granted-on",    "completed-on",   "published-on",
                                       "shot-on",  "licence-until", "author-died-on", "annuity-paid-until",
                                       NULL };
  const char *kind;
  const char *number;

  g_return_if_fail (SIGNET_IS_RIGHT (self));

  strip_properties (self, texts);
  kind = signet_right_get_kind (self);
  number = signet_right_get_number (self);
  if (*number != '\0')
    {
      SignetNumberKind number_kind;

      if (find_number_kind (self, kind, &number_kind))
        set_number (self, "number", number_kind, number);
    }
  if (*signet_right_get_second_number (self) != '\0')
    set_number (self, "second-number", SIGNET_NUMBER_SOFTWARE, signet_right_get_second_number (self));
}

/**
 * signet_authorisation_normalise:
 * @self: an authorisation about to be frozen
 *
 * Normalises the number of the handler's document and strips the other texts. What is for all rights or all
 * platforms names none.
 */
void
signet_authorisation_normalise (SignetAuthorisation *self)
{
  static const char *const texts[] = { "handler-name", "handler-document-number",
                                       "valid-from",   "valid-until",
                                       "signed-on",    NULL };

  g_return_if_fail (SIGNET_IS_AUTHORISATION (self));

  strip_properties (self, texts);
  if (*signet_authorisation_get_handler_document_number (self) != '\0')
    {
      g_autofree char *number = normalise_number (SIGNET_NUMBER_PERSON,
                                                  signet_authorisation_get_handler_document_number (self));

      signet_authorisation_set_handler_document_number (self, number);
    }
  if (signet_authorisation_get_all_rights (self))
    signet_authorisation_set_right_ids (self, NULL);
  if (signet_authorisation_get_all_platforms (self))
    signet_authorisation_set_platforms (self, NULL);
}

/**
 * signet_registration_normalise:
 * @self: a registration about to be sent
 *
 * Normalises the phone number and strips the e-mail address.
 */
void
signet_registration_normalise (SignetRegistration *self)
{
  static const char *const texts[] = { "email", NULL };
  g_autofree char *phone = NULL;

  g_return_if_fail (SIGNET_IS_REGISTRATION (self));

  strip_properties (self, texts);
  phone = normalise_number (SIGNET_NUMBER_PHONE, signet_registration_get_phone (self));
  signet_registration_set_phone (self, phone);
}
