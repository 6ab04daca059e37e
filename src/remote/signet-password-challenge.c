/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-password-challenge.h"

#include "remote/signet-code-grant.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-wipe.h"

/*
 * Signing in with a password: the challenge endpoint of draft-ietf-oauth-first-party-apps takes both at once,
 * then the token endpoint. The password is overwritten as soon as its request is. Owned by the desk. Main
 * thread.
 */

struct _SignetPasswordChallenge
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  char *device_name;
  char *device_place;
};

G_DEFINE_FINAL_TYPE (SignetPasswordChallenge, signet_password_challenge, G_TYPE_OBJECT)

/* One attempt. */
typedef struct
{
  char *login;
  char *password; /* until it is sent */
  SignetCodeGrant *grant;
} Attempt;

static void
attempt_free (Attempt *attempt)
{
  g_free (attempt->login);
  signet_wipe (attempt->password);
  g_object_unref (attempt->grant);
  g_free (attempt);
}

static void
challenged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Attempt *attempt = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);

  if (answer != NULL)
    signet_code_grant_end_way (attempt->grant, answer, SIGNET_REMOTE_ERROR_WRONG_PASSWORD, task);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetDiscovery *discovery = SIGNET_DISCOVERY (source);
  g_autoptr (GTask) task = user_data;
  SignetPasswordChallenge *self = g_task_get_source_object (task);
  Attempt *attempt = g_task_get_task_data (task);
  g_autoptr (SignetRequest) request = NULL;
  const char *challenge = NULL;
  GError *error = NULL;

  if (signet_discovery_load_finish (discovery, result, &error) &&
      signet_discovery_require (discovery, signet_discovery_get_challenge_endpoint (discovery), &error))
    challenge = signet_code_grant_renew (attempt->grant, &error);
  if (challenge == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_challenge_endpoint (discovery));
  signet_request_set_form (request, "client_id", "signet", "response_type", "code", "code_challenge",
                           challenge, "code_challenge_method", "S256", "method", "password", "login",
                           attempt->login, "password", attempt->password, "device_name", self->device_name,
                           "device_place", self->device_place, NULL);
  g_clear_pointer (&attempt->password, signet_wipe);
  signet_http_exchange_async (signet_discovery_get_http (discovery), request, NULL,
                              g_task_get_cancellable (task), challenged_cb, g_object_ref (task));
}

static void
signet_password_challenge_finalize (GObject *object)
{
  SignetPasswordChallenge *self = SIGNET_PASSWORD_CHALLENGE (object);

  g_clear_object (&self->discovery);
  g_free (self->device_name);
  g_free (self->device_place);

  G_OBJECT_CLASS (signet_password_challenge_parent_class)->finalize (object);
}

static void
signet_password_challenge_class_init (SignetPasswordChallengeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_password_challenge_finalize;
}

static void
signet_password_challenge_init (SignetPasswordChallenge *self)
{
}

/**
 * signet_password_challenge_new:
 * @discovery: the platform
 * @device_name: what the platform's list of sessions shows for this computer
 * @device_place: and for where it is, "" for nothing
 *
 * Returns: (transfer full): a way to sign in
 */
SignetPasswordChallenge *
signet_password_challenge_new (SignetDiscovery *discovery, const char *device_name, const char *device_place)
{
  SignetPasswordChallenge *self;

  g_return_val_if_fail (SIGNET_IS_DISCOVERY (discovery), NULL);
  g_return_val_if_fail (device_name != NULL, NULL);
  g_return_val_if_fail (device_place != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_PASSWORD_CHALLENGE, NULL);
  self->discovery = g_object_ref (discovery);
  self->device_name = g_strdup (device_name);
  self->device_place = g_strdup (device_place);
  return self;
}

/**
 * signet_password_challenge_enter_async:
 * @self: a way to sign in
 * @login: the person's phone or e-mail
 * @password: the person's password, of which no copy is left when @callback is called
 * @cancellable: (nullable): stops it
 * @callback: called when the tokens are there
 * @user_data: for @callback
 *
 * Trades login and password for tokens.
 */
void
signet_password_challenge_enter_async (SignetPasswordChallenge *self,
                                       const char *login,
                                       const char *password,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Attempt *attempt;

  g_return_if_fail (SIGNET_IS_PASSWORD_CHALLENGE (self));
  g_return_if_fail (login != NULL);
  g_return_if_fail (password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_password_challenge_enter_async);
  attempt = g_new0 (Attempt, 1);
  attempt->login = g_strdup (login);
  attempt->password = g_strdup (password);
  attempt->grant = signet_code_grant_new (self->discovery);
  g_task_set_task_data (task, attempt, (GDestroyNotify) attempt_free);
  signet_discovery_load_async (self->discovery, FALSE, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * signet_password_challenge_enter_finish:
 * @self: a way to sign in
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_WRONG_PASSWORD with the tries left,
 *   %SIGNET_REMOTE_ERROR_LOCKED when there were too many
 *
 * Returns: (transfer full) (nullable): the tokens, for signet_session_start_async()
 */
SignetTokens *
signet_password_challenge_enter_finish (SignetPasswordChallenge *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
