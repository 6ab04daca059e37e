/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-sms-code-page.h"

#include <glib/gi18n.h>

/*
 * The code from the text message, which signs in.
 */

struct _SignetSmsCodePage
{
  SignetCodePage parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetSmsCodePage, signet_sms_code_page, SIGNET_TYPE_CODE_PAGE)

static const char *
get_address (SignetCodePage *page)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (page));

  return signet_registration_get_phone (signet_draft_get_registration (draft));
}

static void
signet_sms_code_page_enter_async (SignetCodePage *page,
                                  const char *code,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  signet_account_enter_code_async (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page)), code,
                                   cancellable, callback, user_data);
}

static gboolean
signet_sms_code_page_enter_finish (SignetCodePage *page, GAsyncResult *result, GError **error)
{
  return signet_account_enter_code_finish (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page)),
                                           result, error);
}

static void
signet_sms_code_page_resend_async (SignetCodePage *page,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  signet_account_send_code_async (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page)),
                                  get_address (page), cancellable, callback, user_data);
}

static gboolean
signet_sms_code_page_resend_finish (SignetCodePage *page, GAsyncResult *result, GError **error)
{
  return signet_account_send_code_finish (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page)),
                                          result, error);
}

static void
signet_sms_code_page_shown (SignetWizardPage *page)
{
  /* Translators: %s is a phone number */
  g_autofree char *text = g_strdup_printf (_("It was sent to %s."), get_address (SIGNET_CODE_PAGE (page)));

  signet_account_page_set_words (SIGNET_ACCOUNT_PAGE (page), _("Type the Code"), text);

  SIGNET_WIZARD_PAGE_CLASS (signet_sms_code_page_parent_class)->shown (page);
}

static void
signet_sms_code_page_class_init (SignetSmsCodePageClass *klass)
{
  SignetCodePageClass *code_class = SIGNET_CODE_PAGE_CLASS (klass);

  SIGNET_ACCOUNT_PAGE_CLASS (klass)->channel = "sms";
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_sms_code_page_shown;
  code_class->enter_async = signet_sms_code_page_enter_async;
  code_class->enter_finish = signet_sms_code_page_enter_finish;
  code_class->resend_async = signet_sms_code_page_resend_async;
  code_class->resend_finish = signet_sms_code_page_resend_finish;
}

static void
signet_sms_code_page_init (SignetSmsCodePage *self)
{
}
