/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-email-code-page.h"
#include "app/signet-email-page.h"
#include "app/signet-phone-page.h"
#include "app/signet-sms-code-page.h"

/*
 * The account wizard: phone, code, e-mail, code. What the platform has bound is done and closed; an account
 * whose e-mail is bound already only signs in.
 */

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
describe_code (SignetDraft *draft)
{
  return g_strdup (_ ("Signed in"));
}

static char *
describe_email (SignetDraft *draft)
{
  return g_strdup (signet_registration_get_email (signet_draft_get_registration (draft)));
}

static const SignetWizardStep steps[] = {
  { "phone", N_ ("Phone"), signet_phone_page_get_type, NULL, is_signed_out, describe_phone },
  { "sms-code", N_ ("Code"), signet_sms_code_page_get_type, NULL, is_signed_out, describe_code },
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
