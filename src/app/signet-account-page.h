/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-form-page.h"
#include "app/signet-practice-phone.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ACCOUNT_PAGE (signet_account_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetAccountPage, signet_account_page, SIGNET, ACCOUNT_PAGE, SignetFormPage)

/**
 * SignetAccountPageClass:
 * @way: (nullable): which way of signing in this page is; the others are offered at its end. %NULL: none
 * @channel: (nullable): "sms" or "email", where the code this page asks for arrives; %NULL: it asks for none
 * @use_code: the person wants the code from the practice phone typed in; %NULL where no code is asked for
 */
struct _SignetAccountPageClass
{
  SignetFormPageClass parent_class;

  const char *way;
  const char *channel;
  void (*use_code) (SignetAccountPage *self, const char *code);
};

SignetAccount *signet_account_page_get_account (SignetAccountPage *self);
SignetPracticePhone *signet_account_page_get_phone (SignetAccountPage *self);
void signet_account_page_set_words (SignetAccountPage *self, const char *heading, const char *text);
void signet_account_page_end (SignetAccountPage *self, GTask *task);

G_END_DECLS
