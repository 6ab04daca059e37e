/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-email-code-page.h"

#include <glib/gi18n.h>

/*
 * The code from the e-mail, which binds the address.
 */

struct _SignetEmailCodePage
{
  SignetCodePage parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetEmailCodePage, signet_email_code_page, SIGNET_TYPE_CODE_PAGE)

static SignetOneTimeCode *
signet_email_code_page_get_code (SignetCodePage *page)
{
  return signet_account_get_email_code (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page)));
}

static const char *
signet_email_code_page_get_address (SignetCodePage *page)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (page));

  return signet_registration_get_email (signet_draft_get_registration (draft));
}

static void
signet_email_code_page_shown (SignetWizardPage *page)
{
  /* Translators: %s is an e-mail address */
  g_autofree char *text = g_strdup_printf (_ ("It was sent to %s. Confirming it binds the address for good."),
                                           signet_email_code_page_get_address (SIGNET_CODE_PAGE (page)));

  signet_account_page_set_words (SIGNET_ACCOUNT_PAGE (page), _ ("Type the Code from the E-Mail"), text);

  SIGNET_WIZARD_PAGE_CLASS (signet_email_code_page_parent_class)->shown (page);
}

static void
signet_email_code_page_class_init (SignetEmailCodePageClass *klass)
{
  SignetCodePageClass *code_class = SIGNET_CODE_PAGE_CLASS (klass);

  SIGNET_ACCOUNT_PAGE_CLASS (klass)->channel = "email";
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_email_code_page_shown;
  code_class->get_code = signet_email_code_page_get_code;
  code_class->get_address = signet_email_code_page_get_address;
}

static void
signet_email_code_page_init (SignetEmailCodePage *self)
{
}
