/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-sms-sign-in.h"

#include "desk/signet-account-private.h"
#include "desk/signet-account-session.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-this-device.h"
#include "remote/signet-sms-challenge.h"

/*
 * Signing in with a phone and the code sent to it. A phone the platform doesn't know registers; an account
 * that has been signed in to before takes its own phone only. The account owns it. Main thread.
 */
struct _SignetSmsSignIn
{
  SignetOneTimeCode parent_instance;

  SignetDiscovery *discovery;  /* the platform that was asked for the code */
  SignetSmsChallenge *attempt; /* NULL before, and once its code has served */
};

G_DEFINE_FINAL_TYPE (SignetSmsSignIn, signet_sms_sign_in, SIGNET_TYPE_ONE_TIME_CODE)

static SignetDiscovery *
get_discovery (SignetSmsSignIn *self)
{
  SignetAccount *account = signet_one_time_code_get_account (SIGNET_ONE_TIME_CODE (self));

  return signet_connection_get_discovery (signet_account_get_connection (account));
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetSmsChallenge *attempt = SIGNET_SMS_CHALLENGE (source);
  GError *error = NULL;

  signet_sms_challenge_send_code_finish (attempt, result, &error);
  signet_one_time_code_end_send (user_data, signet_sms_challenge_get_resend_after (attempt), error);
}

static void
session_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_account_begin_session_finish (SIGNET_ACCOUNT (source), result, &error);
  signet_one_time_code_end_enter (user_data, error);
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetSmsSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetTokens)
      tokens = signet_sms_challenge_enter_code_finish (SIGNET_SMS_CHALLENGE (source), result, &error);

  if (tokens == NULL)
    {
      signet_one_time_code_end_enter (task, error);
      return;
    }
  g_clear_object (&self->attempt); /* its code has served */
  signet_account_begin_session_async (signet_one_time_code_get_account (SIGNET_ONE_TIME_CODE (self)), tokens,
                                      g_task_get_cancellable (task), session_begun_cb, task);
}

static void
signet_sms_sign_in_send (SignetOneTimeCode *code, const char *phone, GTask *task)
{
  SignetSmsSignIn *self = SIGNET_SMS_SIGN_IN (code);
  SignetDiscovery *discovery = get_discovery (self);

  if (discovery == NULL)
    {
      signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                                      "the platform is not connected"));
      return;
    }
  if (!signet_account_is_own_phone (signet_one_time_code_get_account (code), phone))
    {
      signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OTHER_PHONE,
                                                      "the account belongs to another phone"));
      return;
    }
  if (g_set_object (&self->discovery, discovery))
    g_clear_object (&self->attempt);
  if (self->attempt == NULL)
    {
      g_autofree char *name = signet_this_device_name ();
      g_autofree char *place = signet_this_device_place ();

      self->attempt = signet_sms_challenge_new (discovery, name, place);
    }
  signet_sms_challenge_send_code_async (self->attempt, phone, g_task_get_cancellable (task), sent_cb, task);
}

/* What was begun with the platform at its old address can't be ended there. */
static void
signet_sms_sign_in_enter (SignetOneTimeCode *code, const char *digits, GTask *task)
{
  SignetSmsSignIn *self = SIGNET_SMS_SIGN_IN (code);

  if (self->attempt == NULL || self->discovery != get_discovery (self))
    signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CODE_EXPIRED,
                                                    "no code was asked for"));
  else
    signet_sms_challenge_enter_code_async (self->attempt, digits, g_task_get_cancellable (task), entered_cb,
                                           task);
}

static void
signet_sms_sign_in_finalize (GObject *object)
{
  SignetSmsSignIn *self = SIGNET_SMS_SIGN_IN (object);

  g_clear_object (&self->attempt);
  g_clear_object (&self->discovery);
  G_OBJECT_CLASS (signet_sms_sign_in_parent_class)->finalize (object);
}

static void
signet_sms_sign_in_class_init (SignetSmsSignInClass *klass)
{
  SignetOneTimeCodeClass *code_class = SIGNET_ONE_TIME_CODE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_sms_sign_in_finalize;
  code_class->send = signet_sms_sign_in_send;
  code_class->enter = signet_sms_sign_in_enter;
}

static void
signet_sms_sign_in_init (SignetSmsSignIn *self)
{
}

/** signet_sms_sign_in_new: Returns: (transfer full): signing in to @account, which owns it */
SignetOneTimeCode *
signet_sms_sign_in_new (SignetAccount *account)
{
  return g_object_new (SIGNET_TYPE_SMS_SIGN_IN, "account", account, NULL);
}
