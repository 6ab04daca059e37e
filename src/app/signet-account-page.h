/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ACCOUNT_PAGE (signet_account_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetAccountPage, signet_account_page, SIGNET, ACCOUNT_PAGE, SignetFormPage)

/**
 * SignetAccountPageClass:
 * @channel: (nullable): "sms" or "email", where the code this page asks for arrives; %NULL: it asks for none
 * @use_code: the person wants the code from the practice phone typed in; %NULL where no code is asked for
 */
struct _SignetAccountPageClass
{
  SignetFormPageClass parent_class;

  const char *channel;
  void (*use_code) (SignetAccountPage *self, const char *code);
};

SignetAccount *signet_account_page_get_account (SignetAccountPage *self);
void signet_account_page_set_words (SignetAccountPage *self, const char *heading, const char *text);

G_END_DECLS
