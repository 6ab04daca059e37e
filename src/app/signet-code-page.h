/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-account-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CODE_PAGE (signet_code_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetCodePage, signet_code_page, SIGNET, CODE_PAGE, SignetAccountPage)

/**
 * SignetCodePageClass:
 * @enter_async: says the code to the platform
 * @enter_finish: its end
 * @resend_async: asks for a new code
 * @resend_finish: its end
 */
struct _SignetCodePageClass
{
  SignetAccountPageClass parent_class;

  void (*enter_async) (SignetCodePage *self,
                       const char *code,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
  gboolean (*enter_finish) (SignetCodePage *self, GAsyncResult *result, GError **error);
  void (*resend_async) (SignetCodePage *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
  gboolean (*resend_finish) (SignetCodePage *self, GAsyncResult *result, GError **error);
};

G_END_DECLS
