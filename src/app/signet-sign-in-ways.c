/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-sign-in-ways.h"

#include <glib/gi18n.h>

#include "model/signet-words.h"

/*
 * The ways of signing in that Signet knows, and which of them a platform offers. The most convenient one
 * stands first.
 */

static const SignetSignInWay ways[] = {
  { SIGNET_LOGIN_DEVICE, "phone-symbolic", N_ ("Scan a QR Code…") },
  { SIGNET_LOGIN_SMS, "chat-message-new-symbolic", N_ ("Sign In by Text Message…") },
  { SIGNET_LOGIN_PASSWORD, "dialog-password-symbolic", N_ ("Sign In with a Password…") },
};

/**
 * signet_sign_in_ways_list:
 * @account: an account
 *
 * Returns: (transfer container) (element-type SignetSignInWay): what its platform offers and Signet knows, in
 * our order; as long as nothing is known of the platform a text message, which each platform has
 */
GPtrArray *
signet_sign_in_ways_list (SignetAccount *account)
{
  SignetPlatform *platform = signet_account_get_platform (account);
  const char *const *offered = platform != NULL ? signet_platform_get_login_methods (platform) : NULL;
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (offered != NULL ? g_strv_contains (offered, ways[i].way)
                          : g_str_equal (ways[i].way, SIGNET_LOGIN_SMS))
        g_ptr_array_add (list, (gpointer) &ways[i]);
    }

  return list;
}

/**
 * signet_sign_in_ways_get_chosen:
 * @draft: a registration
 *
 * Returns: (transfer none): the way the person chose, or else the first one the platform offers
 */
const char *
signet_sign_in_ways_get_chosen (SignetDraft *draft)
{
  g_autoptr (GPtrArray) offered = signet_sign_in_ways_list (signet_draft_get_account (draft));
  const char *chosen = signet_registration_get_way (signet_draft_get_registration (draft));

  for (guint i = 0; i < offered->len; i++)
    {
      const SignetSignInWay *way = g_ptr_array_index (offered, i);

      if (g_str_equal (way->way, chosen))
        return way->way;
    }

  return offered->len > 0 ? ((const SignetSignInWay *) g_ptr_array_index (offered, 0))->way
                          : SIGNET_LOGIN_SMS;
}
