/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-normalise.h"

#include "model/signet-number.h"
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
 * Normalises the document's number and the contact's phone, and strips the other texts. A landline stays as
 * it is.
 */
void
signet_party_normalise (SignetParty *self)
{
  static const char *const texts[] = {
    "name",          "document-valid-until", "legal-representative", "contact-name",
    "contact-email", "contact-phone",        "contact-address",      NULL
  };
  const char *kind;
  g_autofree char *number = NULL;
  g_autoptr (SignetNumberCheck) phone = NULL;

  g_return_if_fail (SIGNET_IS_PARTY (self));

  strip_properties (self, texts);
  kind = signet_party_get_document_kind (self);
  if (strcmp (kind, SIGNET_DOCUMENT_KIND_RESIDENT_ID) == 0)
    number = normalise_number (SIGNET_NUMBER_RESIDENT_ID, signet_party_get_document_number (self));
  else if (strcmp (kind, SIGNET_DOCUMENT_KIND_CREDIT_CODE) == 0)
    number = normalise_number (SIGNET_NUMBER_CREDIT_CODE, signet_party_get_document_number (self));
  if (number != NULL)
    signet_party_set_document_number (self, number);

  phone = signet_number_check_new (SIGNET_NUMBER_PHONE, signet_party_get_contact_phone (self), NULL);
  if (phone->errors == 0 && phone->warnings == 0)
    signet_party_set_contact_phone (self, phone->normalised);
}

/**
 * signet_right_normalise:
 * @self: a right about to be frozen
 *
 * Normalises the registration number and strips the other texts. The owner stays as it was typed otherwise:
 * it is what the certificate says, brackets included.
 */
void
signet_right_normalise (SignetRight *self)
{
  static const char *const texts[] = { "name", "number", "owner", "registered-on", "valid-until", NULL };

  g_return_if_fail (SIGNET_IS_RIGHT (self));

  strip_properties (self, texts);
  if (strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_TRADEMARK) == 0)
    {
      g_autofree char *number = normalise_number (SIGNET_NUMBER_TRADEMARK, signet_right_get_number (self));

      signet_right_set_number (self, number);
    }
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
