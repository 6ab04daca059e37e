/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-password-sign-in-private.h"

#include "desk/signet-account-private.h"
#include "desk/signet-account-session.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-this-device.h"
#include "remote/signet-password-challenge.h"

/*
 * Signing in with a password: how often it may still be mistyped and how long to wait after that. The account
 * owns it. Main thread.
 */
struct _SignetPasswordSignIn
{
  GObject parent_instance;

  SignetAccount *account; /* weak: it owns this */
  int tries_left;
  gint64 retry_at;
};

G_DEFINE_FINAL_TYPE (SignetPasswordSignIn, signet_password_sign_in, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TRIES_LEFT,
  PROP_RETRY_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_tries_left (SignetPasswordSignIn *self, int tries_left)
{
  if (self->tries_left == tries_left)
    return;
  self->tries_left = tries_left;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIES_LEFT]);
}

static void
set_retry_at (SignetPasswordSignIn *self, gint64 retry_at)
{
  if (self->retry_at == retry_at)
    return;
  self->retry_at = retry_at;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RETRY_AT]);
}

/* Takes @task and @error. */
static void
end (GTask *task, GError *error)
{
  SignetPasswordSignIn *self = g_task_get_source_object (task);
  SignetAccount *account = g_task_get_task_data (task);
  guint wait;

  error = signet_explain (error);
  wait = signet_desk_error_get_retry_after (error);
  set_tries_left (self, signet_desk_error_get_tries_left (error));
  set_retry_at (self, wait > 0 ? signet_clock_monotonic (signet_account_get_clock (account)) +
                                     wait * G_TIME_SPAN_SECOND
                               : 0);
  signet_explain_task (task, error);
}

static void
session_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_account_begin_session_finish (SIGNET_ACCOUNT (source), result, &error);
  end (user_data, error);
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr (SignetTokens)
      tokens = signet_password_challenge_enter_finish (SIGNET_PASSWORD_CHALLENGE (source), result, &error);

  if (tokens == NULL)
    end (task, error);
  else
    signet_account_begin_session_async (g_task_get_task_data (task), tokens, g_task_get_cancellable (task),
                                        session_begun_cb, task);
}

static void
signet_password_sign_in_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetPasswordSignIn *self = SIGNET_PASSWORD_SIGN_IN (object);

  switch (id)
    {
    case PROP_TRIES_LEFT:
      g_value_set_int (value, self->tries_left);
      break;
    case PROP_RETRY_AT:
      g_value_set_int64 (value, self->retry_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_password_sign_in_dispose (GObject *object)
{
  SignetPasswordSignIn *self = SIGNET_PASSWORD_SIGN_IN (object);

  g_clear_weak_pointer (&self->account);
  G_OBJECT_CLASS (signet_password_sign_in_parent_class)->dispose (object);
}

static void
signet_password_sign_in_class_init (SignetPasswordSignInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_password_sign_in_get_property;
  object_class->dispose = signet_password_sign_in_dispose;

  properties[PROP_TRIES_LEFT] = g_param_spec_int ("tries-left", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_RETRY_AT] = g_param_spec_int64 ("retry-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_password_sign_in_init (SignetPasswordSignIn *self)
{
  self->tries_left = -1;
}

/** signet_password_sign_in_new: Returns: (transfer full): signing in to @account, which owns it */
SignetPasswordSignIn *
signet_password_sign_in_new (SignetAccount *account)
{
  SignetPasswordSignIn *self = g_object_new (SIGNET_TYPE_PASSWORD_SIGN_IN, NULL);

  g_set_weak_pointer (&self->account, account);
  return self;
}

/** signet_password_sign_in_get_tries_left: Returns: how often the password may still be typed, -1 if unknown
 */
int
signet_password_sign_in_get_tries_left (SignetPasswordSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_PASSWORD_SIGN_IN (self), -1);
  return self->tries_left;
}

/** signet_password_sign_in_get_retry_at: Returns: µs of signet_clock_monotonic() before which the platform
 * takes no password, 0 if it takes one */
gint64
signet_password_sign_in_get_retry_at (SignetPasswordSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_PASSWORD_SIGN_IN (self), 0);
  return self->retry_at;
}

/**
 * signet_password_sign_in_enter_async:
 * @self: signing in to a connected account
 * @login: the person's phone or e-mail
 * @password: the person's password; what is copied of it is wiped
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Signs in. Afterwards SignetAccount:state says whether the e-mail must be bound.
 */
void
signet_password_sign_in_enter_async (SignetPasswordSignIn *self,
                                     const char *login,
                                     const char *password,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (SignetPasswordChallenge) challenge = NULL;
  g_autofree char *name = signet_this_device_name ();
  g_autofree char *place = signet_this_device_place ();
  SignetDiscovery *discovery;
  GTask *task;

  g_return_if_fail (SIGNET_IS_PASSWORD_SIGN_IN (self));
  g_return_if_fail (self->account != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_password_sign_in_enter_async);
  g_task_set_task_data (task, g_object_ref (self->account), g_object_unref);
  discovery = signet_connection_get_discovery (signet_account_get_connection (self->account));
  if (discovery == NULL)
    {
      end (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                      "the platform is not connected"));
      return;
    }
  challenge = signet_password_challenge_new (discovery, name, place);
  signet_password_challenge_enter_async (challenge, login, password, cancellable, entered_cb, task);
}

/**
 * signet_password_sign_in_enter_finish:
 * @self: signing in
 * @result: what the callback got
 * @error: %SIGNET_DESK_ERROR_WRONG_PASSWORD, %SIGNET_DESK_ERROR_LOCKED, %SIGNET_DESK_ERROR_OTHER_PHONE …
 *
 * Returns: whether the person is signed in
 */
gboolean
signet_password_sign_in_enter_finish (SignetPasswordSignIn *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
