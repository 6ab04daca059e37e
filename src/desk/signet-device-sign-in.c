/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-device-sign-in-private.h"

#include "desk/signet-account-private.h"
#include "desk/signet-account-session.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-this-device.h"
#include "remote/signet-device-grant.h"
#include "remote/signet-remote-error.h"

/*
 * Signing in by scanning a code with a phone: one code after another, three at most, each shown until the
 * person has answered or it is too old. Only set_state() changes where it stands. The account owns it. Main
 * thread.
 */

/* RFC 10027 asks for a limit, the number is ours. */
#define MOST_CODES 3

struct _SignetDeviceSignIn
{
  GObject parent_instance;

  SignetAccount *account; /* weak: it owns this */
  SignetDeviceSignInState state;
  SignetDeviceGrant *grant; /* the code that is shown, or NULL */
  GCancellable *cancellable;
  guint codes_left;
  guint seconds_left;
  guint timer;
  GError *error;
};

G_DEFINE_FINAL_TYPE (SignetDeviceSignIn, signet_device_sign_in, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SignetDeviceSignInState,
                    signet_device_sign_in_state,
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_ASKING, "asking"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_APPROVED, "approved"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_DONE, "done"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_EXPIRED, "expired"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_DENIED, "denied"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DEVICE_SIGN_IN_FAILED, "failed"))

enum
{
  PROP_0,
  PROP_STATE,
  PROP_USER_CODE,
  PROP_URI,
  PROP_PLAIN_URI,
  PROP_SECONDS_LEFT,
  PROP_INTERVAL,
  PROP_ONLINE,
  PROP_CODES_LEFT,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
notify (SignetDeviceSignIn *self, int property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_seconds_left (SignetDeviceSignIn *self)
{
  gint64 left = self->state == SIGNET_DEVICE_SIGN_IN_WAITING
                    ? signet_device_grant_get_ends (self->grant) - signet_clock_boot_time ()
                    : 0;
  guint seconds = (guint) ((MAX (left, 0) + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND);

  if (self->seconds_left == seconds)
    return;
  self->seconds_left = seconds;
  notify (self, PROP_SECONDS_LEFT);
}

static gboolean
tick_cb (gpointer user_data)
{
  update_seconds_left (user_data);
  return G_SOURCE_CONTINUE;
}

/* Takes @error. */
static void
set_state (SignetDeviceSignIn *self, SignetDeviceSignInState state, GError *error)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (error != NULL || self->error != NULL)
    {
      g_clear_error (&self->error);
      self->error = error;
      notify (self, PROP_ERROR);
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->state != state)
    {
      self->state = state;
      notify (self, PROP_STATE);
    }
  update_seconds_left (self);
  if (state == SIGNET_DEVICE_SIGN_IN_WAITING)
    self->timer = g_timeout_add_seconds (1, tick_cb, self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_codes_left (SignetDeviceSignIn *self, guint codes_left)
{
  if (self->codes_left == codes_left)
    return;
  self->codes_left = codes_left;
  notify (self, PROP_CODES_LEFT);
}

static void
notify_code (SignetDeviceSignIn *self)
{
  notify (self, PROP_USER_CODE);
  notify (self, PROP_URI);
  notify (self, PROP_PLAIN_URI);
  notify (self, PROP_INTERVAL);
  notify (self, PROP_ONLINE);
}

static void
interval_cb (SignetDeviceSignIn *self)
{
  notify (self, PROP_INTERVAL);
}

static void
reachable_cb (SignetDeviceSignIn *self)
{
  notify (self, PROP_ONLINE);
}

/* Ends what is under way; nothing of it is heard of any more. */
static void
drop (SignetDeviceSignIn *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->grant != NULL)
    g_signal_handlers_disconnect_by_data (self->grant, self);
  g_clear_object (&self->grant);
}

/* Takes @error. */
static void
end (SignetDeviceSignIn *self, GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return; /* whoever cancelled it has said where it stands now */
    }
  if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED))
    {
      g_error_free (error);
      set_state (self, SIGNET_DEVICE_SIGN_IN_EXPIRED, NULL);
    }
  else if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_DENIED))
    {
      g_error_free (error);
      set_state (self, SIGNET_DEVICE_SIGN_IN_DENIED, NULL);
    }
  else
    {
      set_state (self, SIGNET_DEVICE_SIGN_IN_FAILED, signet_explain (error));
    }
}

static void
session_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetDeviceSignIn) self = user_data;
  GError *error = NULL;

  if (signet_account_begin_session_finish (SIGNET_ACCOUNT (source), result, &error))
    set_state (self, SIGNET_DEVICE_SIGN_IN_DONE, NULL);
  else
    end (self, error);
}

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetDeviceSignIn) self = user_data;
  GError *error = NULL;
  g_autoptr (SignetTokens)
      tokens = signet_device_grant_wait_finish (SIGNET_DEVICE_GRANT (source), result, &error);

  if (tokens == NULL || self->account == NULL)
    {
      if (error != NULL)
        end (self, error);
      return;
    }
  set_state (self, SIGNET_DEVICE_SIGN_IN_APPROVED, NULL);
  signet_account_begin_session_async (self->account, tokens, self->cancellable, session_begun_cb,
                                      g_object_ref (self));
}

static void
wait (SignetDeviceSignIn *self)
{
  set_state (self, SIGNET_DEVICE_SIGN_IN_WAITING, NULL);
  signet_device_grant_wait_async (self->grant, self->cancellable, decided_cb, g_object_ref (self));
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetDeviceSignIn) self = user_data;
  SignetDeviceGrant *grant = SIGNET_DEVICE_GRANT (source);
  GError *error = NULL;

  if (!signet_device_grant_begin_finish (grant, result, &error))
    {
      end (self, error);
      return;
    }
  if (grant != self->grant)
    return;
  notify_code (self);
  set_codes_left (self, self->codes_left - 1);
  wait (self);
}

static void
signet_device_sign_in_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetDeviceSignIn *self = SIGNET_DEVICE_SIGN_IN (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_USER_CODE:
      g_value_set_string (value, signet_device_sign_in_get_user_code (self));
      break;
    case PROP_URI:
      g_value_set_string (value, signet_device_sign_in_get_uri (self));
      break;
    case PROP_PLAIN_URI:
      g_value_set_string (value, signet_device_sign_in_get_plain_uri (self));
      break;
    case PROP_SECONDS_LEFT:
      g_value_set_uint (value, self->seconds_left);
      break;
    case PROP_INTERVAL:
      g_value_set_uint (value, signet_device_sign_in_get_interval (self));
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, signet_device_sign_in_get_online (self));
      break;
    case PROP_CODES_LEFT:
      g_value_set_uint (value, self->codes_left);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_device_sign_in_dispose (GObject *object)
{
  SignetDeviceSignIn *self = SIGNET_DEVICE_SIGN_IN (object);

  drop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_weak_pointer (&self->account);
  G_OBJECT_CLASS (signet_device_sign_in_parent_class)->dispose (object);
}

static void
signet_device_sign_in_finalize (GObject *object)
{
  SignetDeviceSignIn *self = SIGNET_DEVICE_SIGN_IN (object);

  g_clear_error (&self->error);
  G_OBJECT_CLASS (signet_device_sign_in_parent_class)->finalize (object);
}

static void
signet_device_sign_in_class_init (SignetDeviceSignInClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_device_sign_in_get_property;
  object_class->dispose = signet_device_sign_in_dispose;
  object_class->finalize = signet_device_sign_in_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SIGNET_TYPE_DEVICE_SIGN_IN_STATE,
                                              SIGNET_DEVICE_SIGN_IN_IDLE, flags);
  properties[PROP_USER_CODE] = g_param_spec_string ("user-code", NULL, NULL, NULL, flags);
  properties[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  properties[PROP_PLAIN_URI] = g_param_spec_string ("plain-uri", NULL, NULL, NULL, flags);
  properties[PROP_SECONDS_LEFT] = g_param_spec_uint ("seconds-left", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_INTERVAL] = g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, TRUE, flags);
  properties[PROP_CODES_LEFT] = g_param_spec_uint ("codes-left", NULL, NULL, 0, MOST_CODES, MOST_CODES,
                                                   flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_device_sign_in_init (SignetDeviceSignIn *self)
{
  self->codes_left = MOST_CODES;
}

/** signet_device_sign_in_new: Returns: (transfer full): signing in to @account, which owns it */
SignetDeviceSignIn *
signet_device_sign_in_new (SignetAccount *account)
{
  SignetDeviceSignIn *self = g_object_new (SIGNET_TYPE_DEVICE_SIGN_IN, NULL);

  g_set_weak_pointer (&self->account, account);
  return self;
}

/**
 * signet_device_sign_in_start:
 * @self: signing in to a connected account
 *
 * Asks for a code and waits for the person's answer on the phone. Again for another code, which takes the
 * place of the one shown; three are given at most until signet_device_sign_in_reset(). Everything that
 * follows shows in the properties.
 */
void
signet_device_sign_in_start (SignetDeviceSignIn *self)
{
  SignetDiscovery *discovery;
  g_autofree char *name = signet_this_device_name ();
  g_autofree char *place = signet_this_device_place ();
  g_autofree char *time = NULL;

  g_return_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self));
  g_return_if_fail (self->account != NULL);

  if (self->codes_left == 0)
    return;
  drop (self);
  discovery = signet_connection_get_discovery (signet_account_get_connection (self->account));
  if (discovery == NULL)
    {
      set_state (self, SIGNET_DEVICE_SIGN_IN_FAILED,
                 g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                      "the platform is not connected"));
      return;
    }
  time = signet_this_device_time (signet_account_get_clock (self->account));
  self->cancellable = g_cancellable_new ();
  self->grant = signet_device_grant_new (discovery, name, place, time);
  g_signal_connect_swapped (self->grant, "notify::interval", G_CALLBACK (interval_cb), self);
  g_signal_connect_swapped (self->grant, "notify::reachable", G_CALLBACK (reachable_cb), self);
  set_state (self, SIGNET_DEVICE_SIGN_IN_ASKING, NULL);
  signet_device_grant_begin_async (self->grant, self->cancellable, begun_cb, g_object_ref (self));
}

/**
 * signet_device_sign_in_stop:
 * @self: signing in
 *
 * Waits no more: the person has left the page. A session that is just being begun is begun all the same. The
 * code that was shown is kept for signet_device_sign_in_resume().
 */
void
signet_device_sign_in_stop (SignetDeviceSignIn *self)
{
  g_return_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self));

  switch (self->state)
    {
    case SIGNET_DEVICE_SIGN_IN_WAITING:
      g_cancellable_cancel (self->cancellable);
      g_clear_object (&self->cancellable);
      set_state (self, SIGNET_DEVICE_SIGN_IN_IDLE, NULL);
      break;
    case SIGNET_DEVICE_SIGN_IN_ASKING:
      drop (self);
      set_state (self, SIGNET_DEVICE_SIGN_IN_IDLE, NULL);
      break;
    case SIGNET_DEVICE_SIGN_IN_IDLE:
    case SIGNET_DEVICE_SIGN_IN_APPROVED:
    case SIGNET_DEVICE_SIGN_IN_DONE:
    case SIGNET_DEVICE_SIGN_IN_EXPIRED:
    case SIGNET_DEVICE_SIGN_IN_DENIED:
    case SIGNET_DEVICE_SIGN_IN_FAILED:
    default:
      break; /* nothing is under way that could be stopped */
    }
}

/**
 * signet_device_sign_in_resume:
 * @self: signing in
 *
 * The person is at the page, for the first time or again: asks for the first code, or goes on with the one
 * that was left. How a code ended stands until another one is asked for: coming back gives none for nothing.
 */
void
signet_device_sign_in_resume (SignetDeviceSignIn *self)
{
  g_return_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self));

  if (self->state != SIGNET_DEVICE_SIGN_IN_IDLE)
    return;
  if (self->grant == NULL && self->codes_left > 0)
    {
      signet_device_sign_in_start (self);
    }
  else if (self->grant != NULL && signet_device_grant_get_ends (self->grant) > signet_clock_boot_time ())
    {
      self->cancellable = g_cancellable_new ();
      wait (self);
    }
  else
    {
      set_state (self, SIGNET_DEVICE_SIGN_IN_EXPIRED, NULL);
    }
}

/**
 * signet_device_sign_in_reset:
 * @self: signing in
 *
 * The person begins anew, in another wizard: none of the three codes has been asked for. Only they can, so
 * the limit still keeps the program from asking for one code after another.
 */
void
signet_device_sign_in_reset (SignetDeviceSignIn *self)
{
  g_return_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self));

  if (self->state == SIGNET_DEVICE_SIGN_IN_APPROVED)
    return;
  drop (self);
  set_state (self, SIGNET_DEVICE_SIGN_IN_IDLE, NULL);
  set_codes_left (self, MOST_CODES);
}

/** signet_device_sign_in_get_state: Returns: where it stands */
SignetDeviceSignInState
signet_device_sign_in_get_state (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), SIGNET_DEVICE_SIGN_IN_IDLE);
  return self->state;
}

/** signet_device_sign_in_get_user_code: Returns: (nullable): what the phone shows too, %NULL before a code is
 * there */
const char *
signet_device_sign_in_get_user_code (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), NULL);
  return self->grant != NULL ? signet_device_grant_get_user_code (self->grant) : NULL;
}

/** signet_device_sign_in_get_uri: Returns: (nullable): what the picture holds, %NULL before a code is there
 */
const char *
signet_device_sign_in_get_uri (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), NULL);
  return self->grant != NULL ? signet_device_grant_get_complete_uri (self->grant) : NULL;
}

/** signet_device_sign_in_get_plain_uri: Returns: (nullable): where the code can be typed, %NULL before a code
 * is there */
const char *
signet_device_sign_in_get_plain_uri (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), NULL);
  return self->grant != NULL ? signet_device_grant_get_uri (self->grant) : NULL;
}

/** signet_device_sign_in_get_seconds_left: Returns: how long the code still works, 0 if none is shown */
guint
signet_device_sign_in_get_seconds_left (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), 0);
  return self->seconds_left;
}

/** signet_device_sign_in_get_interval: Returns: seconds between two questions to the platform, 0 if none is
 * shown */
guint
signet_device_sign_in_get_interval (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), 0);
  return self->grant != NULL ? signet_device_grant_get_interval (self->grant) : 0;
}

/** signet_device_sign_in_get_online: Returns: whether the platform answered the last question about the code
 */
gboolean
signet_device_sign_in_get_online (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), FALSE);
  return self->grant == NULL || signet_device_grant_get_reachable (self->grant);
}

/** signet_device_sign_in_get_codes_left: Returns: how many more codes may be asked for */
guint
signet_device_sign_in_get_codes_left (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), 0);
  return self->codes_left;
}

/** signet_device_sign_in_get_error: Returns: (nullable): a SIGNET_DESK_ERROR in the state FAILED */
const GError *
signet_device_sign_in_get_error (SignetDeviceSignIn *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_SIGN_IN (self), NULL);
  return self->error;
}
