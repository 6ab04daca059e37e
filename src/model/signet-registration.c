/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-registration.h"

/**
 * SignetRegistration:
 *
 * What a person types to come in: how, the phone that signs in and the e-mail that will be bound. It is the
 * subject of the account wizard's draft; codes and passwords are no part of it, so they never reach the disk.
 */

struct _SignetRegistration
{
  SignetRecord parent_instance;

  char *way;
  char *phone;
  char *login;
  char *email;
};

G_DEFINE_FINAL_TYPE (SignetRegistration, signet_registration, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetRegistration, field)

static const SignetField fields[] = {
  { "way", SIGNET_FIELD_TEXT, OFFSET (way), "How the person signs in, a word of login_methods, or empty" },
  { "phone", SIGNET_FIELD_TEXT, OFFSET (phone), "Mobile phone that gets the sign-in code, as typed" },
  { "login", SIGNET_FIELD_TEXT, OFFSET (login), "Phone or e-mail that signs in with a password, as typed" },
  { "email", SIGNET_FIELD_TEXT, OFFSET (email), "E-mail address to bind, as typed" },
};

static void
signet_registration_class_init (SignetRegistrationClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_registration_init (SignetRegistration *self)
{
}

/**
 * signet_registration_new:
 *
 * Returns: (transfer full): an empty registration
 */
SignetRegistration *
signet_registration_new (void)
{
  return g_object_new (SIGNET_TYPE_REGISTRATION, NULL);
}

SIGNET_RECORD_TEXT (SignetRegistration, signet_registration, SIGNET_IS_REGISTRATION, way)
SIGNET_RECORD_TEXT (SignetRegistration, signet_registration, SIGNET_IS_REGISTRATION, phone)
SIGNET_RECORD_TEXT (SignetRegistration, signet_registration, SIGNET_IS_REGISTRATION, login)
SIGNET_RECORD_TEXT (SignetRegistration, signet_registration, SIGNET_IS_REGISTRATION, email)
