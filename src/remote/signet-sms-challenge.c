/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-sms-challenge.h"

#include "remote/signet-code-grant.h"
#include "remote/signet-remote-error.h"

/*
 * One attempt of a person to sign in with phone and code: the challenge endpoint of
 * draft-ietf-oauth-first-party-apps, once with the phone and once with the code that came to it, then the
 * token endpoint. Owned by the desk while the person is at it. Main thread.
 */

struct _SignetSmsChallenge
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  char *device_name;
  char *device_place;
  SignetCodeGrant *grant;
  char *auth_session;
  guint resend_after;
  guint expires_in;
};

G_DEFINE_FINAL_TYPE (SignetSmsChallenge, signet_sms_challenge, G_TYPE_OBJECT)

static void
post (SignetSmsChallenge *self, SignetRequest *request, GTask *task, GAsyncReadyCallback callback)
{
  signet_http_exchange_async (signet_discovery_get_http (self->discovery), request, NULL,
                              g_task_get_cancellable (task), callback, g_object_ref (task));
}

static SignetAnswer *
take_answer (SignetSmsChallenge *self, GAsyncResult *result, GError **error)
{
  return signet_http_exchange_finish (signet_discovery_get_http (self->discovery), result, NULL, error);
}

static guint
get_seconds (SignetAnswer *answer, const char *name)
{
  return (guint) CLAMP (signet_answer_get_number (answer, name, 0), 0, 24 * 60 * 60);
}

static void
challenged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSmsChallenge *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = take_answer (self, result, &error);

  if (answer == NULL)
    ;
  else if (g_strcmp0 (signet_answer_get_member (answer, "error"), "insufficient_authorization") == 0 &&
           signet_answer_get_member (answer, "auth_session") != NULL)
    {
      g_free (self->auth_session);
      self->auth_session = g_strdup (signet_answer_get_member (answer, "auth_session"));
      self->resend_after = get_seconds (answer, "resend_after");
      self->expires_in = get_seconds (answer, "expires_in");
      g_task_return_boolean (task, TRUE);
      return;
    }
  else if (signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_REFUSED, &error))
    g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                         "the platform asks for no code");
  g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSmsChallenge *self = g_task_get_source_object (task);
  g_autoptr (SignetRequest) request = NULL;
  const char *challenge = NULL;
  GError *error = NULL;

  if (signet_discovery_load_finish (self->discovery, result, &error) &&
      signet_discovery_require (self->discovery, signet_discovery_get_challenge_endpoint (self->discovery),
                                &error))
    challenge = signet_code_grant_renew (self->grant, &error);
  if (challenge == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_challenge_endpoint (self->discovery));
  signet_request_set_form (request, "client_id", "signet", "response_type", "code", "code_challenge",
                           challenge, "code_challenge_method", "S256", "method", "sms", "phone",
                           (const char *) g_task_get_task_data (task), "device_name", self->device_name,
                           "device_place", self->device_place, NULL);
  post (self, request, task, challenged_cb);
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSmsChallenge *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = take_answer (self, result, &error);

  if (answer != NULL && signet_answer_get_member (answer, "auth_session") != NULL)
    {
      /* A new one takes the old one's place (section 5.3.1). */
      g_free (self->auth_session);
      self->auth_session = g_strdup (signet_answer_get_member (answer, "auth_session"));
    }
  if (answer != NULL)
    signet_code_grant_end_way (self->grant, answer, SIGNET_REMOTE_ERROR_WRONG_CODE, task);
  else
    g_task_return_error (task, error);
}

static void
signet_sms_challenge_finalize (GObject *object)
{
  SignetSmsChallenge *self = SIGNET_SMS_CHALLENGE (object);

  g_clear_object (&self->discovery);
  g_free (self->device_name);
  g_free (self->device_place);
  g_clear_object (&self->grant);
  g_free (self->auth_session);

  G_OBJECT_CLASS (signet_sms_challenge_parent_class)->finalize (object);
}

static void
signet_sms_challenge_class_init (SignetSmsChallengeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_sms_challenge_finalize;
}

static void
signet_sms_challenge_init (SignetSmsChallenge *self)
{
}

/**
 * signet_sms_challenge_new:
 * @discovery: the platform
 * @device_name: what the platform's list of sessions shows for this computer
 * @device_place: and for where it is, "" for nothing
 *
 * Returns: (transfer full): an attempt to sign in
 */
SignetSmsChallenge *
signet_sms_challenge_new (SignetDiscovery *discovery, const char *device_name, const char *device_place)
{
  SignetSmsChallenge *self;

  g_return_val_if_fail (SIGNET_IS_DISCOVERY (discovery), NULL);
  g_return_val_if_fail (device_name != NULL, NULL);
  g_return_val_if_fail (device_place != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_SMS_CHALLENGE, NULL);
  self->discovery = g_object_ref (discovery);
  self->device_name = g_strdup (device_name);
  self->device_place = g_strdup (device_place);
  self->grant = signet_code_grant_new (discovery);
  return self;
}

/**
 * signet_sms_challenge_send_code_async:
 * @self: an attempt to sign in
 * @phone: the person's phone
 * @cancellable: (nullable): stops it
 * @callback: called when the code is on its way
 * @user_data: for @callback
 *
 * Asks the platform to send a code to @phone; again for another one, which makes the earlier useless.
 */
void
signet_sms_challenge_send_code_async (SignetSmsChallenge *self,
                                      const char *phone,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_SMS_CHALLENGE (self));
  g_return_if_fail (phone != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_sms_challenge_send_code_async);
  g_task_set_task_data (task, g_strdup (phone), g_free);
  signet_discovery_load_async (self->discovery, FALSE, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * signet_sms_challenge_send_code_finish:
 * @self: an attempt to sign in
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_LOCKED after too many wrong codes,
 *   %SIGNET_REMOTE_ERROR_LIMIT after too many codes in a day, %SIGNET_REMOTE_ERROR_REFUSED if the platform
 * doesn't take the phone
 *
 * Returns: whether a code is on its way
 */
gboolean
signet_sms_challenge_send_code_finish (SignetSmsChallenge *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_sms_challenge_get_resend_after:
 * @self: an attempt to sign in
 *
 * Returns: seconds after the code was sent until another may be asked for, 0 if the platform named none
 */
guint
signet_sms_challenge_get_resend_after (SignetSmsChallenge *self)
{
  g_return_val_if_fail (SIGNET_IS_SMS_CHALLENGE (self), 0);

  return self->resend_after;
}

/**
 * signet_sms_challenge_get_expires_in:
 * @self: an attempt to sign in
 *
 * Returns: seconds the code works after it was sent, 0 if the platform named none
 */
guint
signet_sms_challenge_get_expires_in (SignetSmsChallenge *self)
{
  g_return_val_if_fail (SIGNET_IS_SMS_CHALLENGE (self), 0);

  return self->expires_in;
}

/**
 * signet_sms_challenge_enter_code_async:
 * @self: an attempt to sign in, after a code was sent
 * @code: what the person typed
 * @cancellable: (nullable): stops it
 * @callback: called when the tokens are there
 * @user_data: for @callback
 *
 * Trades the code for tokens. Should the network fail after the code was accepted, the next call goes on from
 * there.
 */
void
signet_sms_challenge_enter_code_async (SignetSmsChallenge *self,
                                       const char *code,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SignetRequest) request = NULL;

  g_return_if_fail (SIGNET_IS_SMS_CHALLENGE (self));
  g_return_if_fail (code != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_sms_challenge_enter_code_async);
  if (self->auth_session == NULL)
    {
      g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED,
                               "no code has been sent");
      return;
    }
  if (signet_code_grant_get_code (self->grant) != NULL)
    {
      signet_code_grant_redeem_for (self->grant, task);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_challenge_endpoint (self->discovery));
  signet_request_set_form (request, "client_id", "signet", "auth_session", self->auth_session, "otp", code,
                           NULL);
  post (self, request, task, entered_cb);
}

/**
 * signet_sms_challenge_enter_code_finish:
 * @self: an attempt to sign in
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_WRONG_CODE with the tries left,
 *   %SIGNET_REMOTE_ERROR_CODE_EXPIRED, %SIGNET_REMOTE_ERROR_LOCKED when there were too many tries
 *
 * Returns: (transfer full) (nullable): the tokens, for signet_session_start_async()
 */
SignetTokens *
signet_sms_challenge_enter_code_finish (SignetSmsChallenge *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
