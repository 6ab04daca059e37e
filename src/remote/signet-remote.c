/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-remote.h"

#include "remote/signet-backoff.h"
#include "remote/signet-pace.h"
#include "remote/signet-pause.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-wipe.h"

/*
 * One platform account over HTTP. Puts together what the others can: an access token from the session, one
 * attempt by SignetHttp, the pace the platform wants, and for everything but the outbox a few tries. Owned by
 * the desk. Main thread.
 */

#define ATTEMPTS 4
#define BASE_DELAY (G_TIME_SPAN_SECOND / 2)
#define LONGEST_DELAY (8 * G_TIME_SPAN_SECOND)
/* Whoever has to wait longer than this is told so instead. */
#define LONGEST_WAIT (30 * G_TIME_SPAN_SECOND)

struct _SignetRemote
{
  GObject parent_instance;

  SignetSession *session;
  SignetHttp *http;
  SignetPace pace;
};

G_DEFINE_FINAL_TYPE (SignetRemote, signet_remote, G_TYPE_OBJECT)

typedef struct
{
  SignetRequest *request;
  gboolean once; /* for the outbox: one attempt, and no waiting for somebody to sign in */
  guint failures;
  gboolean renewed; /* the token has been renewed for this attempt */
  char *token;
  gboolean sent;
} Call;

static void
call_free (Call *call)
{
  g_object_unref (call->request);
  signet_wipe (call->token);
  g_free (call);
}

static void attempt (SignetRemote *self, GTask *task);
static void get_token (SignetRemote *self, GTask *task);

/* A body that can't be read was cut or damaged, most likely: libsoup doesn't notice the end of a chunked one.
 */
static gboolean
is_transient (const GError *error)
{
  return (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL) &&
          signet_remote_error_get_status (error) == 0) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INTERCEPTED) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_THROTTLED) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_UNAVAILABLE);
}

static void
paused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_pause_finish (result, &error))
    get_token (g_task_get_source_object (task), task);
  else
    g_task_return_error (task, error);
}

/* Tries again if that is allowed and likely to help, else ends the task. Takes @error. */
static void
fail (GTask *task, GError *error)
{
  Call *call = g_task_get_task_data (task);
  gint64 delay;

  call->failures++;
  delay = signet_backoff_delay (call->failures, BASE_DELAY, LONGEST_DELAY,
                                signet_remote_error_get_retry_after (error));
  if (call->once || !is_transient (error) || call->failures >= ATTEMPTS || delay > LONGEST_WAIT ||
      (call->sent && !signet_request_is_repeatable (call->request)))
    {
      g_task_return_error (task, error);
      return;
    }
  g_debug ("Attempt %u failed, trying again: %s", call->failures, error->message);
  g_error_free (error);
  call->renewed = FALSE;
  signet_pause_async (delay, g_task_get_cancellable (task), paused_cb, g_object_ref (task));
}

static void
exchanged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetRemote *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = NULL;

  answer = signet_http_exchange_finish (self->http, result, &call->sent, &error);
  if (answer != NULL)
    {
      signet_pace_note (&self->pace, signet_answer_get_header (answer, "ratelimit"),
                        signet_answer_get_retry_after (answer), g_get_monotonic_time ());
      if (signet_answer_get_status (answer) == 401 && !call->renewed)
        {
          call->renewed = TRUE;
          call->sent = FALSE;
          get_token (self, task);
          return;
        }
      if (signet_answer_check (answer, &error))
        {
          g_task_return_pointer (task, g_steal_pointer (&answer), g_object_unref);
          return;
        }
    }
  fail (task, error);
}

static void
attempt (SignetRemote *self, GTask *task)
{
  Call *call = g_task_get_task_data (task);

  signet_http_exchange_async (self->http, call->request, call->token, g_task_get_cancellable (task),
                              exchanged_cb, g_object_ref (task));
}

static void
in_turn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_pause_finish (result, &error))
    attempt (g_task_get_source_object (task), task);
  else
    g_task_return_error (task, error);
}

static void
token_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetRemote *self = g_task_get_source_object (task);
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 wait;

  signet_wipe (call->token);
  call->token = signet_token_source_get_token_finish (signet_session_get_token_source (self->session), result,
                                                      &error);
  if (call->token == NULL)
    {
      fail (task, error);
      return;
    }
  wait = signet_pace_take (&self->pace, LONGEST_WAIT, g_get_monotonic_time ());
  if (wait > LONGEST_WAIT)
    g_task_return_error (task, signet_remote_error_new (SIGNET_REMOTE_ERROR_THROTTLED, 0, NULL,
                                                        (guint) (wait / G_TIME_SPAN_SECOND) + 1, -1,
                                                        "the platform wants to be left alone"));
  else if (wait > 0)
    signet_pause_async (wait, g_task_get_cancellable (task), in_turn_cb, g_object_ref (task));
  else
    attempt (self, task);
}

static void
get_token (SignetRemote *self, GTask *task)
{
  Call *call = g_task_get_task_data (task);

  signet_token_source_get_token_async (signet_session_get_token_source (self->session),
                                       call->renewed ? call->token : NULL, !call->once,
                                       g_task_get_cancellable (task), token_cb, g_object_ref (task));
}

static void
begin (SignetRemote *self,
       SignetRequest *request,
       gboolean once,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *address = NULL;
  GError *error = NULL;
  Call *call = g_new0 (Call, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  call->request = g_object_ref (request);
  call->once = once;
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);

  address = signet_http_resolve (self->http, signet_request_get_address (request), &error);
  if (address == NULL)
    g_task_return_error (task, error);
  else if (!signet_http_is_own (self->http, address))
    g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS,
                             "the address belongs to somebody else than the platform");
  else
    get_token (self, task);
}

static void
signet_remote_finalize (GObject *object)
{
  SignetRemote *self = SIGNET_REMOTE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->http);

  G_OBJECT_CLASS (signet_remote_parent_class)->finalize (object);
}

static void
signet_remote_class_init (SignetRemoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_remote_finalize;
}

static void
signet_remote_init (SignetRemote *self)
{
}

/**
 * signet_remote_new:
 * @session: whose account, on which platform
 *
 * Returns: (transfer full): the account over HTTP
 */
SignetRemote *
signet_remote_new (SignetSession *session)
{
  SignetRemote *self;

  g_return_val_if_fail (SIGNET_IS_SESSION (session), NULL);

  self = g_object_new (SIGNET_TYPE_REMOTE, NULL);
  self->session = g_object_ref (session);
  self->http = g_object_ref (signet_discovery_get_http (signet_session_get_discovery (session)));
  return self;
}

/**
 * signet_remote_call_async:
 * @self: an account
 * @request: what to ask
 * @cancellable: (nullable): stops it at any stage
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * Asks until there is an answer or no hope. While nobody is signed in it waits, for as long as that takes.
 * Transient failures are tried again up to four times over some seconds, if the request may be repeated or
 * had not left this computer.
 */
void
signet_remote_call_async (SignetRemote *self,
                          SignetRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (SIGNET_IS_REMOTE (self));
  g_return_if_fail (SIGNET_IS_REQUEST (request));

  begin (self, request, FALSE, signet_remote_call_async, cancellable, callback, user_data);
}

/**
 * signet_remote_call_finish:
 * @self: an account
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): an answer with a status of 2xx, its body sound JSON or empty
 */
SignetAnswer *
signet_remote_call_finish (SignetRemote *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_remote_get_async:
 * @self: an account
 * @address: a path ("/v1/account") or an address the platform gave (signet_answer_get_next())
 * @cancellable: (nullable): stops it at any stage
 * @callback: called with the answer
 * @user_data: for @callback
 *
 * signet_remote_call_async() for a plain GET.
 */
void
signet_remote_get_async (SignetRemote *self,
                         const char *address,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (SignetRequest) request = signet_request_new ("GET", address);

  g_return_if_fail (SIGNET_IS_REMOTE (self));

  begin (self, request, FALSE, signet_remote_get_async, cancellable, callback, user_data);
}

/**
 * signet_remote_get_finish:
 * @self: an account
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): see signet_remote_call_finish()
 */
SignetAnswer *
signet_remote_get_finish (SignetRemote *self, GAsyncResult *result, GError **error)
{
  return signet_remote_call_finish (self, result, error);
}

/**
 * signet_remote_send_async:
 * @self: an account
 * @request: the submission: exact bytes, idempotency key
 * @cancellable: (nullable): stops it at any stage
 * @callback: called when it is known what became of it
 * @user_data: for @callback
 *
 * Makes exactly one attempt. (A token the platform takes no more is renewed once on the way: the platform has
 * not read the request then.) When to try again, over restarts too, is the outbox's business.
 */
void
signet_remote_send_async (SignetRemote *self,
                          SignetRequest *request,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (SIGNET_IS_REMOTE (self));
  g_return_if_fail (SIGNET_IS_REQUEST (request));

  begin (self, request, TRUE, signet_remote_send_async, cancellable, callback, user_data);
}

/**
 * signet_remote_send_finish:
 * @self: an account
 * @result: the result
 *
 * Being cancelled is an outcome too: %SIGNET_OUTCOME_UNKNOWN if the request had left this computer, else
 * %SIGNET_OUTCOME_NOT_NOW.
 *
 * Returns: (transfer full): what became of it
 */
SignetDelivery *
signet_remote_send_finish (SignetRemote *self, GAsyncResult *result)
{
  Call *call;
  GError *error = NULL;
  SignetAnswer *answer;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  call = g_task_get_task_data (G_TASK (result));
  answer = g_task_propagate_pointer (G_TASK (result), &error);
  return signet_delivery_new (answer, error, call->sent);
}
