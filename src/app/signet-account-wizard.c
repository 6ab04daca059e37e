/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-device-page.h"
#include "app/signet-email-code-page.h"
#include "app/signet-email-page.h"
#include "app/signet-password-page.h"
#include "app/signet-phone-page.h"
#include "app/signet-sign-in-ways.h"
#include "app/signet-sms-code-page.h"
#include "model/signet-words.h"

/*
 * The account wizard: signing in, in the way the person chose (a QR code, phone and code, or a password),
 * then e-mail and code. What the platform has bound is done and closed; an account whose e-mail is bound
 * already only signs in.
 */

static gboolean
goes_by (SignetDraft *draft, const char *way)
{
  return g_str_equal (signet_sign_in_ways_get_chosen (draft), way);
}

static gboolean
goes_by_device (SignetDraft *draft)
{
  return goes_by (draft, SIGNET_LOGIN_DEVICE);
}

static gboolean
goes_by_sms (SignetDraft *draft)
{
  return goes_by (draft, SIGNET_LOGIN_SMS);
}

static gboolean
goes_by_password (SignetDraft *draft)
{
  return goes_by (draft, SIGNET_LOGIN_PASSWORD);
}

static gboolean
is_signed_out (SignetDraft *draft)
{
  SignetAccountState state = signet_account_get_state (signet_draft_get_account (draft));

  return state != SIGNET_ACCOUNT_UNBOUND && state != SIGNET_ACCOUNT_READY;
}

static gboolean
is_unbound (SignetDraft *draft)
{
  return signet_account_get_state (signet_draft_get_account (draft)) == SIGNET_ACCOUNT_UNBOUND;
}

static gboolean
has_email (SignetAccount *account)
{
  const char *email = signet_account_get_email (account);

  return email != NULL && *email != '\0';
}

static gboolean
needs_email (SignetDraft *draft)
{
  return signet_account_get_state (signet_draft_get_account (draft)) != SIGNET_ACCOUNT_READY &&
         !has_email (signet_draft_get_account (draft));
}

static char *
describe_phone (SignetDraft *draft)
{
  return g_strdup (signet_registration_get_phone (signet_draft_get_registration (draft)));
}

static char *
describe_signed_in (SignetDraft *draft)
{
  return g_strdup (_ ("Signed in"));
}

static char *
describe_email (SignetDraft *draft)
{
  return g_strdup (signet_registration_get_email (signet_draft_get_registration (draft)));
}

static const SignetWizardStep steps[] = {
  /* A way's first step has its name. */
  { SIGNET_LOGIN_DEVICE, N_ ("Sign In"), signet_device_page_get_type, goes_by_device, is_signed_out,
    describe_signed_in },
  { SIGNET_LOGIN_SMS, N_ ("Phone"), signet_phone_page_get_type, goes_by_sms, is_signed_out, describe_phone },
  { "sms-code", N_ ("Code"), signet_sms_code_page_get_type, goes_by_sms, is_signed_out, describe_signed_in },
  { SIGNET_LOGIN_PASSWORD, N_ ("Sign In"), signet_password_page_get_type, goes_by_password, is_signed_out,
    describe_signed_in },
  { "email", N_ ("E-Mail"), signet_email_page_get_type, needs_email, is_unbound, describe_email },
  { "email-code", N_ ("Confirm"), signet_email_code_page_get_type, needs_email, is_unbound, NULL },
};

/**
 * signet_account_wizard_new:
 * @desk: the desk
 * @draft: a registration
 *
 * Returns: (transfer none): the wizard, not yet presented
 */
SignetWizard *
signet_account_wizard_new (SignetDesk *desk, SignetDraft *draft)
{
  return signet_wizard_new (desk, draft, _ ("Account"), steps, G_N_ELEMENTS (steps));
}
