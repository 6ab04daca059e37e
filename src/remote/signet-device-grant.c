/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-device-grant.h"

#include "model/signet-clock.h"
#include "remote/signet-pause.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-wipe.h"

/*
 * One code that another device approves (RFC 8628). The platform is asked at the interval it names, slower
 * when it says so, and slower still while it cannot be reached; only its own word or the code's end decides.
 * Owned by the desk while the code is shown. Main thread.
 */

/* Section 3.2: if the platform names none. */
#define USUAL_INTERVAL 5
#define LONGEST_INTERVAL 300
/* Section 3.5: what slow_down adds, for all later questions. */
#define SLOWER 5
/* Whoever stands in front of it wants to know soon that the network is back. */
#define LONGEST_BACKOFF 40
#define SHORTEST_LIFE 1
#define LONGEST_LIFE (24 * 60 * 60)

struct _SignetDeviceGrant
{
  GObject parent_instance;

  SignetDiscovery *discovery;
  char *device_name;
  char *device_place;
  char *device_time;
  char *device_code;
  char *user_code;
  char *uri;
  char *complete_uri;
  guint interval;
  gint64 ends;
  guint failures; /* to get any answer, in a row */
};

G_DEFINE_FINAL_TYPE (SignetDeviceGrant, signet_device_grant, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_INTERVAL,
  PROP_REACHABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void ask (SignetDeviceGrant *self, GTask *task);

static void
set_interval (SignetDeviceGrant *self, guint interval)
{
  if (self->interval == interval)
    return;
  self->interval = interval;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INTERVAL]);
}

static void
set_failures (SignetDeviceGrant *self, guint failures)
{
  gboolean reachable = signet_device_grant_get_reachable (self);

  self->failures = failures;
  if (signet_device_grant_get_reachable (self) != reachable)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REACHABLE]);
}

static void
paused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDeviceGrant *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_pause_finish (result, &error))
    g_task_return_error (task, error);
  else if (signet_clock_boot_time () >= self->ends)
    g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_CODE_EXPIRED,
                             "nobody approved the code in its time");
  else
    ask (self, task);
}

/* Section 3.5: slower after each time without an answer. */
static guint
get_pause (SignetDeviceGrant *self)
{
  guint seconds = self->interval;

  for (guint i = 0; i < self->failures && seconds < LONGEST_BACKOFF; i++)
    seconds *= 2;
  return MAX (MIN (seconds, LONGEST_BACKOFF), self->interval);
}

/* Asks again after the pause that is due, or when the code ends. */
static void
ask_later (SignetDeviceGrant *self, GTask *task, guint retry_after)
{
  gint64 pause = MAX (get_pause (self), retry_after) * G_TIME_SPAN_SECOND;
  gint64 left = MAX (self->ends - signet_clock_boot_time (), 0);

  signet_pause_async (MIN (pause, left), g_task_get_cancellable (task), paused_cb, g_object_ref (task));
}

/* The platform's own word about the code, or %NULL if it didn't say any. */
static const char *
get_word (SignetAnswer *answer)
{
  const char *word = signet_answer_get_member (answer, "error");

  return signet_answer_get_status (answer) == 400 || signet_answer_get_status (answer) == 401 ||
                 signet_answer_get_status (answer) == 403
             ? word
             : NULL;
}

static gboolean
is_pending (SignetDeviceGrant *self, const char *word)
{
  if (g_strcmp0 (word, "slow_down") == 0)
    set_interval (self, MIN (self->interval + SLOWER, LONGEST_INTERVAL));
  else if (g_strcmp0 (word, "authorization_pending") != 0)
    return FALSE;
  return TRUE;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDeviceGrant *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);
  const char *word = answer != NULL ? get_word (answer) : NULL;
  SignetTokens *tokens = NULL;
  guint retry_after;

  if (is_pending (self, word))
    {
      set_failures (self, 0);
      ask_later (self, task, 0);
      return;
    }
  if (answer != NULL && signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_CODE_EXPIRED, &error))
    tokens = signet_tokens_new_from_answer (answer, NULL, &error);
  if (tokens != NULL)
    {
      set_failures (self, 0);
      g_task_return_pointer (task, tokens, (GDestroyNotify) signet_tokens_unref);
    }
  else if (word != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
    }
  else
    {
      /* Whatever came, it wasn't the platform's word about this code. */
      g_debug ("No answer about the code, asking again: %s", error->message);
      retry_after = signet_remote_error_get_retry_after (error);
      g_error_free (error);
      set_failures (self, self->failures + 1);
      ask_later (self, task, retry_after);
    }
}

static void
ask (SignetDeviceGrant *self, GTask *task)
{
  g_autoptr (SignetRequest)
      request = signet_request_new ("POST", signet_discovery_get_token_endpoint (self->discovery));

  signet_request_set_form (request, "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
                           "device_code", self->device_code, "client_id", "signet", NULL);
  signet_http_exchange_async (signet_discovery_get_http (self->discovery), request, NULL,
                              g_task_get_cancellable (task), asked_cb, g_object_ref (task));
}

/* Section 3.2. */
static gboolean
take_codes (SignetDeviceGrant *self, SignetAnswer *answer, GError **error)
{
  const char *device_code = signet_answer_get_member (answer, "device_code");
  const char *user_code = signet_answer_get_member (answer, "user_code");
  const char *uri = signet_answer_get_member (answer, "verification_uri");
  const char *complete_uri = signet_answer_get_member (answer, "verification_uri_complete");
  gint64 life = signet_answer_get_number (answer, "expires_in", 0);

  if (device_code == NULL || user_code == NULL || uri == NULL || life <= 0)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the platform gave no usable code for another device");
      return FALSE;
    }
  signet_wipe (self->device_code);
  self->device_code = g_strdup (device_code);
  g_free (self->user_code);
  self->user_code = g_strdup (user_code);
  g_free (self->uri);
  self->uri = g_strdup (uri);
  g_free (self->complete_uri);
  self->complete_uri = g_strdup (complete_uri != NULL ? complete_uri : uri);
  self->ends = signet_clock_boot_time () + CLAMP (life, SHORTEST_LIFE, LONGEST_LIFE) * G_TIME_SPAN_SECOND;
  set_interval (self, (guint) CLAMP (signet_answer_get_number (answer, "interval", USUAL_INTERVAL), 1,
                                     LONGEST_INTERVAL));
  return TRUE;
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDeviceGrant *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);

  if (answer != NULL && signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_REFUSED, &error) &&
      take_codes (self, answer, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetDiscovery *discovery = SIGNET_DISCOVERY (source);
  g_autoptr (GTask) task = user_data;
  SignetDeviceGrant *self = g_task_get_source_object (task);
  g_autoptr (SignetRequest) request = NULL;
  GError *error = NULL;

  if (!signet_discovery_load_finish (discovery, result, &error) ||
      !signet_discovery_require (discovery, signet_discovery_get_device_endpoint (discovery), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_device_endpoint (discovery));
  signet_request_set_form (request, "client_id", "signet", "device_name", self->device_name, "device_place",
                           self->device_place, "device_time", self->device_time, NULL);
  signet_http_exchange_async (signet_discovery_get_http (discovery), request, NULL,
                              g_task_get_cancellable (task), begun_cb, g_object_ref (task));
}

static void
signet_device_grant_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetDeviceGrant *self = SIGNET_DEVICE_GRANT (object);

  switch (prop_id)
    {
    case PROP_INTERVAL:
      g_value_set_uint (value, self->interval);
      break;
    case PROP_REACHABLE:
      g_value_set_boolean (value, signet_device_grant_get_reachable (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_device_grant_finalize (GObject *object)
{
  SignetDeviceGrant *self = SIGNET_DEVICE_GRANT (object);

  g_clear_object (&self->discovery);
  g_free (self->device_name);
  g_free (self->device_place);
  g_free (self->device_time);
  signet_wipe (self->device_code);
  g_free (self->user_code);
  g_free (self->uri);
  g_free (self->complete_uri);

  G_OBJECT_CLASS (signet_device_grant_parent_class)->finalize (object);
}

static void
signet_device_grant_class_init (SignetDeviceGrantClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_device_grant_get_property;
  object_class->finalize = signet_device_grant_finalize;

  /**
   * SignetDeviceGrant:interval:
   *
   * Seconds between two questions to the platform, while it can be reached.
   */
  properties[PROP_INTERVAL] = g_param_spec_uint ("interval", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * SignetDeviceGrant:reachable:
   *
   * Whether the platform answered the last question.
   */
  properties[PROP_REACHABLE] = g_param_spec_boolean ("reachable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_device_grant_init (SignetDeviceGrant *self)
{
}

/**
 * signet_device_grant_new:
 * @discovery: the platform
 * @device_name: what this computer is called, for the other device to show
 * @device_place: where it is, in words; "" for nothing
 * @device_time: what its clock says, RFC 3339 with its own offset
 *
 * Returns: (transfer full): a code to be asked for
 */
SignetDeviceGrant *
signet_device_grant_new (SignetDiscovery *discovery,
                         const char *device_name,
                         const char *device_place,
                         const char *device_time)
{
  SignetDeviceGrant *self;

  g_return_val_if_fail (SIGNET_IS_DISCOVERY (discovery), NULL);
  g_return_val_if_fail (device_name != NULL, NULL);
  g_return_val_if_fail (device_place != NULL, NULL);
  g_return_val_if_fail (device_time != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_DEVICE_GRANT, NULL);
  self->discovery = g_object_ref (discovery);
  self->device_name = g_strdup (device_name);
  self->device_place = g_strdup (device_place);
  self->device_time = g_strdup (device_time);
  return self;
}

/**
 * signet_device_grant_begin_async:
 * @self: a code to be asked for
 * @cancellable: (nullable): stops it
 * @callback: called when the code can be shown
 * @user_data: for @callback
 *
 * Asks the platform for a code (RFC 8628, section 3.1), in one attempt.
 */
void
signet_device_grant_begin_async (SignetDeviceGrant *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_DEVICE_GRANT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_device_grant_begin_async);
  signet_discovery_load_async (self->discovery, FALSE, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * signet_device_grant_begin_finish:
 * @self: a code that was asked for
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_INCOMPLETE if the platform knows no such way,
 *   %SIGNET_REMOTE_ERROR_THROTTLED if there were too many codes
 *
 * Returns: whether the code can be shown
 */
gboolean
signet_device_grant_begin_finish (SignetDeviceGrant *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_device_grant_get_user_code: Returns: what the person compares or types; %NULL before it is there */
const char *
signet_device_grant_get_user_code (SignetDeviceGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_GRANT (self), NULL);

  return self->user_code;
}

/** signet_device_grant_get_uri: Returns: where the code is typed by hand; %NULL before it is there */
const char *
signet_device_grant_get_uri (SignetDeviceGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_GRANT (self), NULL);

  return self->uri;
}

/**
 * signet_device_grant_get_complete_uri:
 * @self: a code
 *
 * Returns: the address for a picture, which holds the code if the platform offers that (section 3.3.1); %NULL
 *   before it is there
 */
const char *
signet_device_grant_get_complete_uri (SignetDeviceGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_GRANT (self), NULL);

  return self->complete_uri;
}

/** signet_device_grant_get_ends: Returns: when the code ends, µs of signet_clock_boot_time() */
gint64
signet_device_grant_get_ends (SignetDeviceGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_GRANT (self), 0);

  return self->ends;
}

/** signet_device_grant_get_interval: Returns: seconds between two questions to the platform */
guint
signet_device_grant_get_interval (SignetDeviceGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_GRANT (self), 0);

  return self->interval;
}

/** signet_device_grant_get_reachable: Returns: whether the platform answered the last question */
gboolean
signet_device_grant_get_reachable (SignetDeviceGrant *self)
{
  g_return_val_if_fail (SIGNET_IS_DEVICE_GRANT (self), FALSE);

  return self->failures == 0;
}

/**
 * signet_device_grant_wait_async:
 * @self: a code that can be shown
 * @cancellable: (nullable): stops waiting
 * @callback: called when it is decided
 * @user_data: for @callback
 *
 * Asks the platform until the person has answered on the other device, or the code has ended (RFC 8628,
 * sections 3.4 and 3.5). A lost network ends nothing.
 */
void
signet_device_grant_wait_async (SignetDeviceGrant *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_DEVICE_GRANT (self));
  g_return_if_fail (self->device_code != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_device_grant_wait_async);
  ask_later (self, task, 0);
}

/**
 * signet_device_grant_wait_finish:
 * @self: a code
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_DENIED if the person said no,
 * %SIGNET_REMOTE_ERROR_CODE_EXPIRED if nobody answered in time
 *
 * Returns: (transfer full) (nullable): the tokens, for signet_session_start_async()
 */
SignetTokens *
signet_device_grant_wait_finish (SignetDeviceGrant *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
