/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-sign-in.h"

#include "proof/signet-pkce.h"
#include "remote/signet-pause.h"
#include "remote/signet-backoff.h"
#include "remote/signet-remote-error.h"

/*
 * One attempt of a person to sign in with phone and code: the challenge endpoint of
 * draft-ietf-oauth-first-party-apps, then the token endpoint with PKCE (RFC 7636, S256). Owned by the desk
 * while the person is at it. Main thread.
 */

#define TOKEN_ATTEMPTS 3

struct _SignetSignIn
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  char *device_name;
  char *verifier;
  char *auth_session;
  char *authorization_code; /* got, but not yet traded for tokens */
  guint resend_after;
  guint expires_in;
};

G_DEFINE_FINAL_TYPE (SignetSignIn, signet_sign_in, G_TYPE_OBJECT)

/* What a task of either kind carries. */
typedef struct
{
  char *secret; /* the phone, or the code */
  guint attempts;
} Step;

static void
step_free (Step *step)
{
  g_free (step->secret);
  g_free (step);
}

static GTask *
make_task (SignetSignIn *self,
           const char *secret,
           gpointer tag,
           GCancellable *cancellable,
           GAsyncReadyCallback callback,
           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Step *step = g_new0 (Step, 1);

  g_task_set_source_tag (task, tag);
  step->secret = g_strdup (secret);
  g_task_set_task_data (task, step, (GDestroyNotify) step_free);
  return task;
}

static void
post (SignetSignIn *self, SignetRequest *request, GTask *task, GAsyncReadyCallback callback)
{
  signet_http_exchange_async (signet_discovery_get_http (self->discovery), request, NULL,
                              g_task_get_cancellable (task), callback, g_object_ref (task));
}

static SignetAnswer *
take_answer (SignetSignIn *self, GAsyncResult *result, GError **error)
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
  SignetSignIn *self = g_task_get_source_object (task);
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
  SignetSignIn *self = g_task_get_source_object (task);
  Step *step = g_task_get_task_data (task);
  g_autoptr (SignetRequest) request = NULL;
  g_autofree char *challenge = NULL;
  GError *error = NULL;

  if (!signet_discovery_load_finish (self->discovery, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_clear_pointer (&self->authorization_code, g_free);
  g_free (self->verifier);
  self->verifier = signet_pkce_make_verifier (&error);
  if (self->verifier != NULL)
    challenge = signet_pkce_challenge (self->verifier, &error);
  if (challenge == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_challenge_endpoint (self->discovery));
  signet_request_set_form (request, "client_id", "signet", "response_type", "code", "code_challenge",
                           challenge, "code_challenge_method", "S256", "method", "sms", "phone", step->secret,
                           "device_name", self->device_name, NULL);
  post (self, request, task, challenged_cb);
}

static void trade_code (SignetSignIn *self, GTask *task);

static void
paused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_pause_finish (result, &error))
    trade_code (g_task_get_source_object (task), task);
  else
    g_task_return_error (task, error);
}

static void
traded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSignIn *self = g_task_get_source_object (task);
  Step *step = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = take_answer (self, result, &error);
  SignetTokens *tokens = NULL;

  if (answer != NULL && signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_CODE_EXPIRED, &error))
    tokens = signet_tokens_new_from_answer (answer, NULL, &error);
  if (tokens != NULL)
    {
      g_clear_pointer (&self->authorization_code, g_free);
      g_task_return_pointer (task, tokens, (GDestroyNotify) signet_tokens_unref);
      return;
    }
  if (++step->attempts < TOKEN_ATTEMPTS &&
      (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK) ||
       g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_UNAVAILABLE)))
    {
      g_clear_error (&error);
      signet_pause_async (
          signet_backoff_delay (step->attempts, G_TIME_SPAN_SECOND / 2, G_TIME_SPAN_SECOND, 0),
          g_task_get_cancellable (task), paused_cb, g_object_ref (task));
      return;
    }
  if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED))
    g_clear_pointer (&self->authorization_code, g_free);
  g_task_return_error (task, error);
}

static void
trade_code (SignetSignIn *self, GTask *task)
{
  g_autoptr (SignetRequest)
      request = signet_request_new ("POST", signet_discovery_get_token_endpoint (self->discovery));

  signet_request_set_form (request, "grant_type", "authorization_code", "client_id", "signet", "code",
                           self->authorization_code, "code_verifier", self->verifier, NULL);
  post (self, request, task, traded_cb);
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = take_answer (self, result, &error);

  if (answer != NULL && signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_WRONG_CODE, &error))
    {
      self->authorization_code = g_strdup (signet_answer_get_member (answer, "authorization_code"));
      if (self->authorization_code != NULL)
        {
          trade_code (self, task);
          return;
        }
      g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the platform gave no authorization code");
    }
  g_task_return_error (task, error);
}

static void
signet_sign_in_finalize (GObject *object)
{
  SignetSignIn *self = SIGNET_SIGN_IN (object);

  g_clear_object (&self->discovery);
  g_free (self->device_name);
  g_free (self->verifier);
  g_free (self->auth_session);
  g_free (self->authorization_code);

  G_OBJECT_CLASS (signet_sign_in_parent_class)->finalize (object);
}

static void
signet_sign_in_class_init (SignetSignInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_sign_in_finalize;
}

static void
signet_sign_in_init (SignetSignIn *self)
{
}

/**
 * signet_sign_in_new:
 * @discovery: the platform
 * @device_name: what the platform's list of sessions shows for this computer
 *
 * Returns: (transfer full): an attempt to sign in
 */
SignetSignIn *
signet_sign_in_new (SignetDiscovery *discovery, const char *device_name)
{
  SignetSignIn *self;

  g_return_val_if_fail (SIGNET_IS_DISCOVERY (discovery), NULL);
  g_return_val_if_fail (device_name != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_SIGN_IN, NULL);
  self->discovery = g_object_ref (discovery);
  self->device_name = g_strdup (device_name);
  return self;
}

/**
 * signet_sign_in_send_code_async:
 * @self: an attempt to sign in
 * @phone: the person's phone
 * @cancellable: (nullable): stops it
 * @callback: called when the code is on its way
 * @user_data: for @callback
 *
 * Asks the platform to send a code to @phone; again for another one, which makes the earlier useless.
 */
void
signet_sign_in_send_code_async (SignetSignIn *self,
                                const char *phone,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_SIGN_IN (self));
  g_return_if_fail (phone != NULL);

  task = make_task (self, phone, signet_sign_in_send_code_async, cancellable, callback, user_data);
  signet_discovery_load_async (self->discovery, FALSE, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * signet_sign_in_send_code_finish:
 * @self: an attempt to sign in
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_THROTTLED if it is too soon for another code or the phone is
 *   locked, %SIGNET_REMOTE_ERROR_REFUSED if the platform doesn't take the phone
 *
 * Returns: whether a code is on its way
 */
gboolean
signet_sign_in_send_code_finish (SignetSignIn *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_sign_in_get_resend_after:
 * @self: an attempt to sign in
 *
 * Returns: seconds after the code was sent until another may be asked for, 0 if the platform named none
 */
guint
signet_sign_in_get_resend_after (SignetSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_SIGN_IN (self), 0);

  return self->resend_after;
}

/**
 * signet_sign_in_get_expires_in:
 * @self: an attempt to sign in
 *
 * Returns: seconds the code works after it was sent, 0 if the platform named none
 */
guint
signet_sign_in_get_expires_in (SignetSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_SIGN_IN (self), 0);

  return self->expires_in;
}

/**
 * signet_sign_in_enter_code_async:
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
signet_sign_in_enter_code_async (SignetSignIn *self,
                                 const char *code,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SignetRequest) request = NULL;

  g_return_if_fail (SIGNET_IS_SIGN_IN (self));
  g_return_if_fail (code != NULL);

  task = make_task (self, code, signet_sign_in_enter_code_async, cancellable, callback, user_data);
  if (self->auth_session == NULL)
    {
      g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED,
                               "no code has been sent");
      return;
    }
  if (self->authorization_code != NULL)
    {
      trade_code (self, task);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_challenge_endpoint (self->discovery));
  signet_request_set_form (request, "client_id", "signet", "auth_session", self->auth_session, "otp", code,
                           NULL);
  post (self, request, task, entered_cb);
}

/**
 * signet_sign_in_enter_code_finish:
 * @self: an attempt to sign in
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_WRONG_CODE with the tries left,
 *   %SIGNET_REMOTE_ERROR_CODE_EXPIRED, %SIGNET_REMOTE_ERROR_THROTTLED when there were too many tries
 *
 * Returns: (transfer full) (nullable): the tokens, for signet_session_start_async()
 */
SignetTokens *
signet_sign_in_enter_code_finish (SignetSignIn *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
