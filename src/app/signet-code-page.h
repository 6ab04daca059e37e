/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-account-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CODE_PAGE (signet_code_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetCodePage, signet_code_page, SIGNET, CODE_PAGE, SignetAccountPage)

/**
 * SignetCodePageClass:
 * @get_code: (transfer none): the code the page is about
 * @get_address: (transfer none): where it is sent
 */
struct _SignetCodePageClass
{
  SignetAccountPageClass parent_class;

  SignetOneTimeCode *(*get_code) (SignetCodePage *self);
  const char *(*get_address) (SignetCodePage *self);
};

G_END_DECLS
