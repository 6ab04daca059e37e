/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-one-time-code-private.h"

#include "desk/signet-account-private.h"
#include "desk/signet-explain.h"
#include "remote/signet-remote-error.h"

/*
 * What every code for one use has in common: it is sent, then typed, and the platform says how long to wait
 * for another and how often it may be mistyped. The account owns it, whether a code is on its way or not.
 * Main thread.
 */
typedef struct
{
  SignetAccount *account; /* weak: it owns this */
  int tries_left;
  gint64 resend_at;
} SignetOneTimeCodePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetOneTimeCode, signet_one_time_code, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT,
  PROP_TRIES_LEFT,
  PROP_RESEND_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_tries_left (SignetOneTimeCode *self, int tries_left)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);

  if (priv->tries_left == tries_left)
    return;
  priv->tries_left = tries_left;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIES_LEFT]);
}

static void
set_resend_after (SignetOneTimeCode *self, guint seconds)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);
  SignetClock *clock = signet_account_get_clock (priv->account);

  priv->resend_at = signet_clock_monotonic (clock) + seconds * G_TIME_SPAN_SECOND;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESEND_AT]);
}

/* The account stays alive until the platform has answered. */
static GTask *
create_task (SignetOneTimeCode *self,
             gpointer tag,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_object_ref (priv->account), g_object_unref);
  return task;
}

static void
signet_one_time_code_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetOneTimeCode *self = SIGNET_ONE_TIME_CODE (object);

  switch (id)
    {
    case PROP_TRIES_LEFT:
      g_value_set_int (value, signet_one_time_code_get_tries_left (self));
      break;
    case PROP_RESEND_AT:
      g_value_set_int64 (value, signet_one_time_code_get_resend_at (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_one_time_code_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (SIGNET_ONE_TIME_CODE (object));

  switch (id)
    {
    case PROP_ACCOUNT:
      g_set_weak_pointer (&priv->account, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_one_time_code_dispose (GObject *object)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (SIGNET_ONE_TIME_CODE (object));

  g_clear_weak_pointer (&priv->account);
  G_OBJECT_CLASS (signet_one_time_code_parent_class)->dispose (object);
}

static void
signet_one_time_code_class_init (SignetOneTimeCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_one_time_code_get_property;
  object_class->set_property = signet_one_time_code_set_property;
  object_class->dispose = signet_one_time_code_dispose;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, SIGNET_TYPE_ACCOUNT,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  properties[PROP_TRIES_LEFT] = g_param_spec_int ("tries-left", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_RESEND_AT] = g_param_spec_int64 ("resend-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_one_time_code_init (SignetOneTimeCode *self)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);

  priv->tries_left = -1;
}

/** signet_one_time_code_get_account: Returns: (transfer none): whose code it is */
SignetAccount *
signet_one_time_code_get_account (SignetOneTimeCode *self)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_ONE_TIME_CODE (self), NULL);
  return priv->account;
}

/**
 * signet_one_time_code_end_send:
 * @task: (transfer full): what @send of the class got
 * @resend_after: seconds the platform named, 0 if none
 * @error: (transfer full) (nullable): why no code is on its way
 *
 * Ends the sending of a code.
 */
void
signet_one_time_code_end_send (GTask *task, guint resend_after, GError *error)
{
  SignetOneTimeCode *self = g_task_get_source_object (task);

  set_resend_after (self, error != NULL ? signet_remote_error_get_retry_after (error) : resend_after);
  if (error == NULL)
    set_tries_left (self, -1);
  signet_explain_task (task, error);
}

/**
 * signet_one_time_code_end_enter:
 * @task: (transfer full): what @enter of the class got
 * @error: (transfer full) (nullable): why the code didn't do
 *
 * Ends the entering of a code.
 */
void
signet_one_time_code_end_enter (GTask *task, GError *error)
{
  set_tries_left (g_task_get_source_object (task), signet_remote_error_get_tries_left (error));
  signet_explain_task (task, error);
}

/** signet_one_time_code_get_tries_left: Returns: how often the code may still be typed, -1 if unknown */
int
signet_one_time_code_get_tries_left (SignetOneTimeCode *self)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_ONE_TIME_CODE (self), -1);
  return priv->tries_left;
}

/** signet_one_time_code_get_resend_at: Returns: monotonic µs after which another code may be asked for */
gint64
signet_one_time_code_get_resend_at (SignetOneTimeCode *self)
{
  SignetOneTimeCodePrivate *priv = signet_one_time_code_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_ONE_TIME_CODE (self), 0);
  return priv->resend_at;
}

/**
 * signet_one_time_code_send_async:
 * @self: a code of a connected account
 * @address: where to send it
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks the platform to send a code to @address; again for another one.
 */
void
signet_one_time_code_send_async (SignetOneTimeCode *self,
                                 const char *address,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (SIGNET_IS_ONE_TIME_CODE (self));
  g_return_if_fail (signet_one_time_code_get_account (self) != NULL);

  SIGNET_ONE_TIME_CODE_GET_CLASS (self)->send (
      self, address, create_task (self, signet_one_time_code_send_async, cancellable, callback, user_data));
}

/** signet_one_time_code_send_finish: Returns: whether a code is on its way; @error: a SIGNET_DESK_ERROR */
gboolean
signet_one_time_code_send_finish (SignetOneTimeCode *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_one_time_code_enter_async:
 * @self: a code that was sent
 * @code: the digits the person typed
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Says the code to the platform and does what the right one is for.
 */
void
signet_one_time_code_enter_async (SignetOneTimeCode *self,
                                  const char *code,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (SIGNET_IS_ONE_TIME_CODE (self));
  g_return_if_fail (signet_one_time_code_get_account (self) != NULL);

  SIGNET_ONE_TIME_CODE_GET_CLASS (self)->enter (
      self, code, create_task (self, signet_one_time_code_enter_async, cancellable, callback, user_data));
}

/** signet_one_time_code_enter_finish: Returns: whether it was right and did its work; @error: a
 * SIGNET_DESK_ERROR */
gboolean
signet_one_time_code_enter_finish (SignetOneTimeCode *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
