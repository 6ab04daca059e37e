/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-private.h"

#include "api/signet-api-platform.h"
#include "api/signet-json.h"
#include "desk/signet-account-save.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-device-sign-in-private.h"
#include "desk/signet-email-binding.h"
#include "desk/signet-explain.h"
#include "desk/signet-password-sign-in-private.h"
#include "desk/signet-session-list-private.h"
#include "desk/signet-sms-sign-in.h"
#include "model/signet-number.h"

/*
 * One account on one platform: where it stands, its platform and its session, and what the person can do
 * next. It knows everything the last run stored before it has asked anybody, so the first frame waits for
 * neither network nor keyring. The desk owns it. Main thread.
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
  gboolean password_set;
  gboolean closed; /* removed: nothing of it is stored any more */

  SignetDeviceSignIn *device_sign_in;
  SignetOneTimeCode *sign_in_code;
  SignetPasswordSignIn *password_sign_in;
  SignetOneTimeCode *email_code;
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

enum
{
  PROP_0,
  PROP_ID,
  PROP_ADDRESS,
  PROP_RULES,
  PROP_PRACTICE,
  PROP_STATE,
  PROP_KEYRING,
  PROP_NAME,
  PROP_PHONE,
  PROP_EMAIL,
  PROP_PASSWORD_SET,
  PROP_PLATFORM,
  PROP_ONLINE,
  PROP_CLOSED,
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
  if (property == PROP_PHONE || property == PROP_EMAIL || property == PROP_ADDRESS)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

static void
set_state (SignetAccount *self, SignetAccountState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Where nothing leaves this computer: at a practice platform of this desk's own, and at one that says it is
 * one and is here. A platform elsewhere may say what it likes. Only on this computer may a platform be spoken
 * to without TLS (signet_http_normalise()). */
static gboolean
is_practice (SignetAccount *self)
{
  return *self->record->hosted != '\0' ||
         (self->record->practice && g_str_has_prefix (self->record->address, "http://"));
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
connection_changed_cb (SignetAccount *self)
{
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYRING]);
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
      g_value_set_boolean (value, is_practice (self));
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_KEYRING:
      g_value_set_enum (value, signet_account_get_keyring (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, signet_account_get_name (self));
      break;
    case PROP_PHONE:
      g_value_set_string (value, self->record->phone);
      break;
    case PROP_EMAIL:
      g_value_set_string (value, self->record->email);
      break;
    case PROP_PASSWORD_SET:
      g_value_set_boolean (value, self->password_set);
      break;
    case PROP_PLATFORM:
      g_value_set_object (value, self->platform);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    case PROP_CLOSED:
      g_value_set_boolean (value, self->closed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_account_finalize (GObject *object)
{
  SignetAccount *self = SIGNET_ACCOUNT (object);

  g_clear_object (&self->device_sign_in);
  g_clear_object (&self->password_sign_in);
  g_clear_object (&self->sign_in_code);
  g_clear_object (&self->email_code);
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
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, NULL, flags);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, NULL, flags);
  properties[PROP_PASSWORD_SET] = g_param_spec_boolean ("password-set", NULL, NULL, FALSE, flags);
  properties[PROP_PLATFORM] = g_param_spec_object ("platform", NULL, NULL, SIGNET_TYPE_PLATFORM, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, FALSE, flags);
  properties[PROP_CLOSED] = g_param_spec_boolean ("closed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_account_init (SignetAccount *self)
{
  self->device_sign_in = signet_device_sign_in_new (self);
  self->password_sign_in = signet_password_sign_in_new (self);
  self->sign_in_code = signet_sms_sign_in_new (self);
  self->email_code = signet_email_binding_new (self);
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

/** signet_account_get_remote: Returns: (transfer none) (nullable): how to talk to it, %NULL before connecting
 */
SignetRemote *
signet_account_get_remote (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return signet_connection_get_remote (self->connection);
}

/** signet_account_get_connection: Returns: (transfer none): the way to its platform */
SignetConnection *
signet_account_get_connection (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->connection;
}

/** signet_account_get_store: Returns: (transfer none): where it is remembered */
SignetStore *
signet_account_get_store (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->store;
}

/** signet_account_get_clock: Returns: (transfer none): the time */
SignetClock *
signet_account_get_clock (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->clock;
}

/**
 * signet_account_is_own_phone:
 * @self: an account
 * @phone: as typed, or as the platform says
 *
 * What waits here was written for one account of the platform, which belongs to one phone for good.
 *
 * Returns: whether this account takes @phone: any before the first, its own afterwards
 */
gboolean
signet_account_is_own_phone (SignetAccount *self, const char *phone)
{
  g_autoptr (SignetNumberCheck) given = NULL;
  g_autoptr (SignetNumberCheck) own = NULL;

  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);

  if (*self->record->phone == '\0')
    return TRUE;
  given = signet_number_check_new (SIGNET_NUMBER_PHONE, phone, NULL);
  own = signet_number_check_new (SIGNET_NUMBER_PHONE, self->record->phone, NULL);
  return g_strcmp0 (given->normalised, own->normalised) == 0;
}

/** signet_account_set_password_set: @password_set: whether the account has a password */
void
signet_account_set_password_set (SignetAccount *self, gboolean password_set)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (self->password_set == password_set)
    return;
  self->password_set = password_set;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PASSWORD_SET]);
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
 * signet_account_take_platform:
 * @self: an account whose platform has answered
 * @error: %SIGNET_API_ERROR
 *
 * Takes over what the platform says of itself. The caller stores it.
 *
 * Returns: whether it could be read
 */
gboolean
signet_account_take_platform (SignetAccount *self, GError **error)
{
  SignetAnswer *answer;
  g_autoptr (SignetPlatform) platform = NULL;

  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);

  answer = signet_discovery_get_platform (signet_connection_get_discovery (self->connection));
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
  set_text (self, &self->record->address, signet_connection_get_address (self->connection), PROP_ADDRESS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRACTICE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLATFORM]);
  return TRUE;
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
  signet_account_set_password_set (self, signet_json_get_boolean (resource, "/password_set", NULL));
  set_text (self, &self->record->phone, phone, PROP_PHONE);
  set_text (self, &self->record->email, email != NULL ? email : "", PROP_EMAIL);
  update_state (self);
  return TRUE;
}

/**
 * signet_account_store:
 * @self: an account
 * @task: (transfer full): returns a boolean once it is on disk, or a SIGNET_DESK_ERROR
 *
 * Brings what is known of the account to disk.
 */
void
signet_account_store (SignetAccount *self, GTask *task)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  if (self->closed)
    signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND,
                                                    "the account was removed"));
  else
    signet_account_save (self->store, self->record, task);
}

/** signet_account_close: It is being removed: whatever comes of what is under way, it isn't stored any more,
 * and neither are its drafts. */
void
signet_account_close (SignetAccount *self)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT (self));

  self->closed = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLOSED]);
}

/** signet_account_get_closed: Returns: whether it is being removed, or has been */
gboolean
signet_account_get_closed (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), TRUE);
  return self->closed;
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

/** signet_account_get_platform_id: Returns: (transfer none): what the platform calls itself, "" before the
 * first contact */
const char *
signet_account_get_platform_id (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->record->platform_id;
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
  return is_practice (self);
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

/** signet_account_get_name: Returns: (transfer none): what to call it beside the platform's name: the e-mail,
 * the phone before that is bound, the address before anybody has signed in */
const char *
signet_account_get_name (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);

  if (*self->record->email != '\0')
    return self->record->email;
  return *self->record->phone != '\0' ? self->record->phone : self->record->address;
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

/** signet_account_get_password_set: Returns: whether the account has a password, as far as the platform has
 * said in this run */
gboolean
signet_account_get_password_set (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);
  return self->password_set;
}

/** signet_account_get_platform: Returns: (transfer none) (nullable): its rules, %NULL before the first
 * contact */
SignetPlatform *
signet_account_get_platform (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->platform;
}

/** signet_account_get_online: Returns: whether the platform answered the last time it was asked */
gboolean
signet_account_get_online (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);
  return self->online;
}

/** signet_account_get_device_sign_in: Returns: (transfer none): what signs in by a code that a phone scans */
SignetDeviceSignIn *
signet_account_get_device_sign_in (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->device_sign_in;
}

/** signet_account_get_password_sign_in: Returns: (transfer none): what signs in with a password */
SignetPasswordSignIn *
signet_account_get_password_sign_in (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->password_sign_in;
}

/** signet_account_get_sign_in_code: Returns: (transfer none): what signs in by text message: a code sent to a
 * phone. A phone the platform doesn't know registers; an account that has been signed in to before takes its
 * own phone only (%SIGNET_DESK_ERROR_OTHER_PHONE) */
SignetOneTimeCode *
signet_account_get_sign_in_code (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->sign_in_code;
}

/** signet_account_get_email_code: Returns: (transfer none): what binds the e-mail, for good, once the person
 * is signed in: a code sent to it */
SignetOneTimeCode *
signet_account_get_email_code (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return self->email_code;
}

/** signet_account_open_sessions: Returns: (transfer full): where the account is signed in, being read */
SignetSessionList *
signet_account_open_sessions (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);
  return signet_session_list_new (self);
}
