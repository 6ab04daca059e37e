/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-private.h"

#include "api/signet-api-platform.h"
#include "api/signet-json.h"
#include "desk/signet-account-save.h"
#include "desk/signet-connection.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-email-binding.h"
#include "desk/signet-explain.h"
#include "desk/signet-phone.h"
#include "desk/signet-receipt-keys.h"
#include "model/signet-number.h"
#include "remote/signet-discovery.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-sign-in.h"

/*
 * One account on one platform: signing in, binding, and what the person can do next. It knows everything the
 * last run stored before it has asked anybody, so the first frame waits for neither network nor keyring. The
 * desk owns it. Main thread.
 */
struct _SignetAccount
{
  GObject parent_instance;

  SignetStore *store;
  SignetClock *clock;
  SignetConnection *connection;

  SignetAccountRecord *record;
  SignetPlatform *platform;
  SignetAccountState state;
  gboolean online;
  int tries_left;
  gint64 resend_at;

  SignetSignIn *sign_in;
  SignetEmailBinding *binding;
};

G_DEFINE_FINAL_TYPE (SignetAccount, signet_account, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SignetAccountState,
                    signet_account_state,
                    G_DEFINE_ENUM_VALUE (SIGNET_ACCOUNT_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (SIGNET_ACCOUNT_CHECKING, "checking"),
                    G_DEFINE_ENUM_VALUE (SIGNET_ACCOUNT_UNBOUND, "unbound"),
                    G_DEFINE_ENUM_VALUE (SIGNET_ACCOUNT_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SIGNET_ACCOUNT_SIGNED_OUT, "signed-out"),
                    G_DEFINE_ENUM_VALUE (SIGNET_ACCOUNT_NO_KEYRING, "no-keyring"))

G_DEFINE_ENUM_TYPE (SignetKeyringState,
                    signet_keyring_state,
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_REFUSED, "refused"),
                    G_DEFINE_ENUM_VALUE (SIGNET_KEYRING_SESSION_ONLY, "session-only"))

enum
{
  PROP_0,
  PROP_ID,
  PROP_ADDRESS,
  PROP_RULES,
  PROP_PRACTICE,
  PROP_STATE,
  PROP_KEYRING,
  PROP_PHONE,
  PROP_EMAIL,
  PROP_PLATFORM,
  PROP_TRIES_LEFT,
  PROP_RESEND_AT,
  PROP_ONLINE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_text (SignetAccount *self, char **field, const char *value, int property)
{
  if (g_strcmp0 (*field, value) == 0)
    return;
  g_free (*field);
  *field = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_state (SignetAccount *self, SignetAccountState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_tries_left (SignetAccount *self, int tries_left)
{
  if (self->tries_left == tries_left)
    return;
  self->tries_left = tries_left;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRIES_LEFT]);
}

static void
set_resend_after (SignetAccount *self, guint seconds)
{
  self->resend_at = signet_clock_monotonic (self->clock) + seconds * G_TIME_SPAN_SECOND;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESEND_AT]);
}

/* Where the account stands follows from the session and from the binding the platform last told. */
static void
update_state (SignetAccount *self)
{
  switch (signet_connection_get_session_state (self->connection))
    {
    case SIGNET_SESSION_SIGNED_IN:
      set_state (self, *self->record->email != '\0' ? SIGNET_ACCOUNT_READY : SIGNET_ACCOUNT_UNBOUND);
      break;
    case SIGNET_SESSION_SIGNED_OUT:
      set_state (self, *self->record->phone != '\0' ? SIGNET_ACCOUNT_SIGNED_OUT : SIGNET_ACCOUNT_NEW);
      break;
    case SIGNET_SESSION_UNREADABLE:
      set_state (self, *self->record->phone != '\0' ? SIGNET_ACCOUNT_NO_KEYRING : SIGNET_ACCOUNT_NEW);
      break;
    case SIGNET_SESSION_UNKNOWN:
    default:
      set_state (self, *self->record->phone != '\0' ? SIGNET_ACCOUNT_CHECKING : SIGNET_ACCOUNT_NEW);
      break;
    }
}

static void
fail (GTask *task, GError *error)
{
  g_task_return_error (task, signet_explain (error));
  g_object_unref (task);
}

/* Connecting. */

static gboolean
take_platform (SignetAccount *self, GError **error)
{
  SignetAnswer *answer = signet_discovery_get_platform (signet_connection_get_discovery (self->connection));
  g_autoptr (SignetPlatform)
      platform = signet_api_platform_from_node (signet_answer_get_root (answer), error);

  if (platform == NULL)
    return FALSE;
  g_set_object (&self->platform, platform);
  g_clear_pointer (&self->record->platform, g_bytes_unref);
  self->record->platform = g_bytes_ref (signet_answer_get_body (answer));
  g_free (self->record->platform_id);
  self->record->platform_id = g_strdup (signet_platform_get_id (platform));
  self->record->practice = signet_platform_get_practice (platform);
  set_text (self, &self->record->rules, signet_platform_get_rules (platform), PROP_RULES);
  if (g_strcmp0 (self->record->address, signet_connection_get_address (self->connection)) != 0)
    {
      /* What was begun with the platform at its old address can't be ended there. */
      g_clear_object (&self->sign_in);
      g_clear_object (&self->binding);
    }
  set_text (self, &self->record->address, signet_connection_get_address (self->connection), PROP_ADDRESS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLATFORM]);
  return TRUE;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean opened = signet_connection_open_finish (SIGNET_CONNECTION (source), result, &error);

  if (opened && take_platform (self, &error) &&
      signet_receipt_keys_are_wanted (self->store, self->record->id))
    signet_account_learn_keys (self);
  signet_account_set_online (self, opened);
  /* With what the last run knew, everything that needs no network works. */
  if (!opened && self->platform != NULL)
    {
      g_message ("a platform is out of reach: %s", error->message);
      g_clear_error (&error);
    }

  if (error != NULL)
    fail (task, error);
  else
    signet_account_save (self->store, self->record, task);
}

static void
connection_changed_cb (SignetAccount *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYRING]);
}

/* What waits here was written for one account of the platform, which belongs to one phone for good. */
static gboolean
is_own_phone (SignetAccount *self, const char *phone)
{
  g_autoptr (SignetNumberCheck) typed = signet_number_check_new (SIGNET_NUMBER_PHONE, phone, NULL);
  g_autoptr (SignetNumberCheck)
      own = signet_number_check_new (SIGNET_NUMBER_PHONE, self->record->phone, NULL);

  return *self->record->phone == '\0' || g_strcmp0 (typed->normalised, own->normalised) == 0;
}

/* Signing in: the code becomes tokens, the tokens a session, the session says whose account it is. */

static void
account_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_get_finish (SIGNET_REMOTE (source), result, &error);

  if (answer == NULL || !signet_account_take_resource (self, signet_answer_get_root (answer), &error))
    fail (task, error);
  else
    signet_account_save (self->store, self->record, task);
}

static void
keys_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_receipt_keys_fetch_finish (result, &error))
    fail (task, error);
  else
    signet_remote_get_async (signet_account_get_remote (self), "/v1/account", g_task_get_cancellable (task),
                             account_read_cb, task);
}

static void
session_started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_session_start_finish (SIGNET_SESSION (source), result, &error))
    {
      fail (task, error);
      return;
    }
  g_clear_object (&self->sign_in);
  signet_receipt_keys_fetch_async (signet_connection_get_discovery (self->connection), self->store,
                                   self->clock, self->record->id, g_task_get_cancellable (task), keys_read_cb,
                                   task);
}

static void
code_entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetTokens)
      tokens = signet_sign_in_enter_code_finish (SIGNET_SIGN_IN (source), result, &error);

  if (tokens == NULL)
    {
      set_tries_left (self, signet_remote_error_get_tries_left (error));
      fail (task, error);
      return;
    }
  set_tries_left (self, -1);
  signet_session_start_async (signet_connection_get_session (self->connection), tokens,
                              g_task_get_cancellable (task), session_started_cb, task);
}

static void
code_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_sign_in_send_code_finish (SIGNET_SIGN_IN (source), result, &error))
    {
      set_resend_after (self, signet_remote_error_get_retry_after (error));
      fail (g_steal_pointer (&task), error);
      return;
    }
  set_tries_left (self, -1);
  set_resend_after (self, signet_sign_in_get_resend_after (self->sign_in));
  g_task_return_boolean (task, TRUE);
}

/* Binding the e-mail. */

static void
binding_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_email_binding_begin_finish (SIGNET_EMAIL_BINDING (source), result, &error))
    {
      set_resend_after (self, signet_remote_error_get_retry_after (error));
      fail (g_steal_pointer (&task), error);
      return;
    }
  set_tries_left (self, -1);
  set_resend_after (self, signet_email_binding_get_resend_after (SIGNET_EMAIL_BINDING (source)));
  g_task_return_boolean (task, TRUE);
}

static void
binding_confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetAccount *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_email_binding_confirm_finish (SIGNET_EMAIL_BINDING (source), result, &error))
    {
      set_tries_left (self, signet_remote_error_get_tries_left (error));
      fail (task, error);
      return;
    }
  g_clear_object (&self->binding);
  set_tries_left (self, -1);
  signet_remote_get_async (signet_account_get_remote (self), "/v1/account", g_task_get_cancellable (task),
                           account_read_cb, task);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_connection_restore_finish (SIGNET_CONNECTION (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
signet_account_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetAccount *self = SIGNET_ACCOUNT (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->record->id);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->record->address);
      break;
    case PROP_RULES:
      g_value_set_string (value, self->record->rules);
      break;
    case PROP_PRACTICE:
      g_value_set_boolean (value, self->record->practice);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_KEYRING:
      g_value_set_enum (value, signet_account_get_keyring (self));
      break;
    case PROP_PHONE:
      g_value_set_string (value, self->record->phone);
      break;
    case PROP_EMAIL:
      g_value_set_string (value, self->record->email);
      break;
    case PROP_PLATFORM:
      g_value_set_object (value, self->platform);
      break;
    case PROP_TRIES_LEFT:
      g_value_set_int (value, self->tries_left);
      break;
    case PROP_RESEND_AT:
      g_value_set_int64 (value, self->resend_at);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_account_finalize (GObject *object)
{
  SignetAccount *self = SIGNET_ACCOUNT (object);

  g_clear_object (&self->sign_in);
  g_clear_object (&self->binding);
  g_clear_object (&self->platform);
  g_clear_object (&self->connection);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  signet_account_record_free (self->record);
  G_OBJECT_CLASS (signet_account_parent_class)->finalize (object);
}

static void
signet_account_class_init (SignetAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_account_get_property;
  object_class->finalize = signet_account_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_RULES] = g_param_spec_string ("rules", NULL, NULL, NULL, flags);
  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SIGNET_TYPE_ACCOUNT_STATE,
                                              SIGNET_ACCOUNT_NEW, flags);
  properties[PROP_KEYRING] = g_param_spec_enum ("keyring", NULL, NULL, SIGNET_TYPE_KEYRING_STATE,
                                                SIGNET_KEYRING_UNKNOWN, flags);
  properties[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, NULL, flags);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, NULL, flags);
  properties[PROP_PLATFORM] = g_param_spec_object ("platform", NULL, NULL, SIGNET_TYPE_PLATFORM, flags);
  properties[PROP_TRIES_LEFT] = g_param_spec_int ("tries-left", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_RESEND_AT] = g_param_spec_int64 ("resend-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_account_init (SignetAccount *self)
{
  self->tries_left = -1;
}

/**
 * signet_account_new:
 * @record: (transfer full): what is known of it; the id must be there
 * @store: where it is remembered
 * @credentials: the keyring
 * @clock: the time
 * @host: (nullable): the practice platform's process, if it is one
 *
 * Returns: (transfer full): an account that has not talked to its platform yet
 */
SignetAccount *
signet_account_new (SignetAccountRecord *record,
                    SignetStore *store,
                    SignetCredentials *credentials,
                    SignetClock *clock,
                    SignetPracticeHost *host)
{
  SignetAccount *self = g_object_new (SIGNET_TYPE_ACCOUNT, NULL);

  self->record = record;
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->connection = signet_connection_new (record->id, credentials, host);
  g_signal_connect_object (self->connection, "changed", G_CALLBACK (connection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (record->platform != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = signet_json_parse (record->platform, &error);

      if (node != NULL)
        self->platform = signet_api_platform_from_node (node, &error);
      if (self->platform == NULL)
        g_warning ("what was stored of a platform cannot be read: %s", error->message);
    }
  update_state (self);
  return self;
}

/**
 * signet_account_connect_async:
 * @self: an account
 * @cancellable: (nullable): stops waiting, not connecting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Starts the practice platform if it is one, asks the platform about itself and takes up the session of the
 * last run. With what the last run stored, an unreachable platform is no failure: the account is then
 * offline.
 */
void
signet_account_connect_async (SignetAccount *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_connect_async);
  signet_connection_open_async (self->connection, self->record->address, self->record->platform_id,
                                cancellable, opened_cb, task);
}

/** signet_account_connect_finish: Returns: whether the platform is known; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_connect_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_account_get_remote: Returns: (transfer none) (nullable): how to talk to it, %NULL before connecting
 */
SignetRemote *
signet_account_get_remote (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return signet_connection_get_remote (self->connection);
}

static void
keys_learnt_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!signet_receipt_keys_fetch_finish (result, &error))
    g_warning ("the platform's receipt keys could not be fetched: %s", error->message);
}

/** signet_account_learn_keys: A receipt names a key this desk has never seen: asks for the keys, checks
 * again. */
void
signet_account_learn_keys (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (signet_connection_get_discovery (self->connection) != NULL)
    signet_receipt_keys_fetch_async (signet_connection_get_discovery (self->connection), self->store,
                                     self->clock, self->record->id, NULL, keys_learnt_cb, NULL);
}

/** signet_account_set_online: @online: whether the platform answered the last time it was asked */
void
signet_account_set_online (SignetAccount *self, gboolean online)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (self->online == online)
    return;
  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

/**
 * signet_account_take_resource:
 * @self: an account
 * @resource: `/v1/account`, or a change of kind "account"
 * @error: %SIGNET_API_ERROR
 *
 * Takes over what the platform says of the account. The caller stores it.
 *
 * Returns: whether it could be read
 */
gboolean
signet_account_take_resource (SignetAccount *self, JsonNode *resource, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *phone;
  const char *email;

  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);

  phone = signet_json_require_text (resource, "/phone", &local_error);
  email = local_error == NULL ? signet_json_get_text (resource, "/email", &local_error) : NULL;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  set_text (self, &self->record->phone, phone, PROP_PHONE);
  set_text (self, &self->record->email, email != NULL ? email : "", PROP_EMAIL);
  update_state (self);
  return TRUE;
}

/** signet_account_get_id: Returns: (transfer none): local id */
const char *
signet_account_get_id (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->record->id;
}

/** signet_account_get_address: Returns: (transfer none): where the platform is */
const char *
signet_account_get_address (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->record->address;
}

/** signet_account_get_rules: Returns: (transfer none): name of the rule set */
const char *
signet_account_get_rules (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->record->rules;
}

/** signet_account_get_practice: Returns: whether nothing leaves this computer */
gboolean
signet_account_get_practice (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);
  return self->record->practice;
}

/** signet_account_get_state: Returns: where it stands */
SignetAccountState
signet_account_get_state (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), SIGNET_ACCOUNT_NEW);
  return self->state;
}

/** signet_account_get_keyring: Returns: whether the session can be kept, and why not */
SignetKeyringState
signet_account_get_keyring (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), SIGNET_KEYRING_UNKNOWN);
  return signet_connection_get_keyring (self->connection);
}

/** signet_account_get_phone: Returns: (transfer none): the phone that signed in, "" before */
const char *
signet_account_get_phone (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->record->phone;
}

/** signet_account_get_email: Returns: (transfer none): the bound e-mail, "" before */
const char *
signet_account_get_email (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->record->email;
}

/** signet_account_get_platform: Returns: (transfer none) (nullable): its rules, %NULL before the first
 * contact */
SignetPlatform *
signet_account_get_platform (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->platform;
}

/** signet_account_get_tries_left: Returns: how often the code may still be typed, -1 if unknown */
int
signet_account_get_tries_left (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), -1);
  return self->tries_left;
}

/** signet_account_get_resend_at: Returns: monotonic µs after which another code may be asked for */
gint64
signet_account_get_resend_at (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), 0);
  return self->resend_at;
}

/** signet_account_get_online: Returns: whether the platform answered the last time it was asked */
gboolean
signet_account_get_online (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);
  return self->online;
}

/**
 * signet_account_send_code_async:
 * @self: a connected account
 * @phone: the mobile phone to send a code to
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks the platform to send a sign-in code. A phone it doesn't know registers. An account that has been
 * signed in to before takes its own phone only (%SIGNET_DESK_ERROR_OTHER_PHONE).
 */
void
signet_account_send_code_async (SignetAccount *self,
                                const char *phone,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_send_code_async);
  if (signet_connection_get_discovery (self->connection) == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                               "the platform is not connected");
      return;
    }
  if (!is_own_phone (self, phone))
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OTHER_PHONE,
                               "the account belongs to another phone");
      return;
    }
  if (self->sign_in == NULL)
    self->sign_in = signet_sign_in_new (signet_connection_get_discovery (self->connection),
                                        g_get_host_name ());
  signet_sign_in_send_code_async (self->sign_in, phone, cancellable, code_sent_cb, g_steal_pointer (&task));
}

/** signet_account_send_code_finish: Returns: whether a code is on its way; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_send_code_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_enter_code_async:
 * @self: an account a code was asked for
 * @code: the digits the person typed
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Signs in with the code. Afterwards SignetAccount:state says whether the e-mail must be bound.
 */
void
signet_account_enter_code_async (SignetAccount *self,
                                 const char *code,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_enter_code_async);
  if (self->sign_in == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CODE_EXPIRED,
                               "no code was asked for");
      return;
    }
  signet_sign_in_enter_code_async (self->sign_in, code, cancellable, code_entered_cb,
                                   g_steal_pointer (&task));
}

/** signet_account_enter_code_finish: Returns: whether the person is signed in; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_enter_code_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_bind_email_async:
 * @self: a signed-in account without an e-mail
 * @email: the address
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks the platform to send a code to @email. Nothing is bound before that code is confirmed.
 */
void
signet_account_bind_email_async (SignetAccount *self,
                                 const char *email,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_bind_email_async);
  if (signet_account_get_remote (self) == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                               "the platform is not connected");
      return;
    }
  if (self->binding == NULL)
    self->binding = signet_email_binding_new (signet_account_get_remote (self));
  signet_email_binding_begin_async (self->binding, email, cancellable, binding_begun_cb,
                                    g_steal_pointer (&task));
}

/** signet_account_bind_email_finish: Returns: whether a code is on its way; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_bind_email_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_confirm_email_async:
 * @self: an account whose e-mail is being bound
 * @code: the digits the person typed
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Binds the e-mail, which cannot be changed afterwards.
 */
void
signet_account_confirm_email_async (SignetAccount *self,
                                    const char *code,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_confirm_email_async);
  if (self->binding == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CODE_EXPIRED,
                               "no code was asked for");
      return;
    }
  signet_email_binding_confirm_async (self->binding, code, cancellable, binding_confirmed_cb,
                                      g_steal_pointer (&task));
}

/** signet_account_confirm_email_finish: Returns: whether the e-mail is bound; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_confirm_email_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_unlock_keyring_async:
 * @self: a connected account
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Has the system ask the person to unlock the keyring, then takes up or keeps the session.
 */
void
signet_account_unlock_keyring_async (SignetAccount *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));
  g_return_if_fail (signet_account_get_remote (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_unlock_keyring_async);
  signet_connection_restore_async (self->connection, TRUE, cancellable, restored_cb, task);
}

/** signet_account_unlock_keyring_finish: Returns: whether the session is kept; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_unlock_keyring_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_account_retry_keyring:
 * @self: an account
 *
 * Looks at the keyring again, without asking the person for anything.
 */
void
signet_account_retry_keyring (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (signet_account_get_remote (self) != NULL)
    signet_connection_restore_async (self->connection, FALSE, NULL, NULL, NULL);
}

/**
 * signet_account_use_session_only:
 * @self: an account
 *
 * The person chose to do without the keyring: the session lives as long as the program.
 */
void
signet_account_use_session_only (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  signet_credentials_set_session_only (signet_connection_get_credentials (self->connection), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYRING]);
  /* What the keyring holds isn't waited for any more: the person signs in anew. */
  if (signet_connection_get_session_state (self->connection) == SIGNET_SESSION_UNREADABLE)
    signet_account_retry_keyring (self);
  else
    update_state (self);
}

/**
 * signet_account_open_phone:
 * @self: an account
 *
 * Returns: (transfer full) (nullable): the practice phone, a list of #SignetMessage; %NULL on a real platform
 */
GListModel *
signet_account_open_phone (SignetAccount *self)
{
  SignetPracticeHost *host;

  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);

  host = signet_connection_get_host (self->connection);
  if (host == NULL)
    return NULL;
  return G_LIST_MODEL (signet_phone_new (signet_practice_host_get_folder (host)));
}
