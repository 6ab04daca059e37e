/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-practice-host.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "api/signet-json.h"
#include "desk/signet-desk-error.h"

/*
 * The practice platform's process: started with a folder of its own inside the desk's, known by the line it
 * prints when it is ready. It watches its parent and dies with it; the desk owns one host for each rule set.
 * Main thread.
 */
struct _SignetPracticeHost
{
  GObject parent_instance;

  char *program;
  char *folder;
  char *rules;

  GSubprocess *process;
  char *address;
};

G_DEFINE_FINAL_TYPE (SignetPracticeHost, signet_practice_host, G_TYPE_OBJECT)

/* The ready line comes in well under a second; a program that says nothing for this long will not. */
#define READY_TIMEOUT_SECONDS 20

enum
{
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GDataInputStream *output;
  GCancellable *cancellable;
  GCancellable *caller;
  gulong caller_handler;
  guint timeout;
} Start;

static void
start_free (Start *start)
{
  if (start->caller != NULL)
    g_cancellable_disconnect (start->caller, start->caller_handler);
  g_clear_handle_id (&start->timeout, g_source_remove);
  g_clear_object (&start->output);
  g_clear_object (&start->cancellable);
  g_clear_object (&start->caller);
  g_free (start);
}

static void
forget_process (SignetPracticeHost *self)
{
  g_clear_object (&self->process);
  g_clear_pointer (&self->address, g_free);
}

static gboolean
read_ready_line (SignetPracticeHost *self, const char *line, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));
  g_autoptr (JsonNode) node = signet_json_parse (bytes, error);
  JsonObject *object;

  if (node == NULL)
    return FALSE;
  object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  if (object == NULL || json_object_get_string_member_with_default (object, "address", NULL) == NULL)
    {
      g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_PRACTICE_FAILED,
                           "the ready line names no address");
      return FALSE;
    }
  self->address = g_strdup (json_object_get_string_member (object, "address"));
  return TRUE;
}

/* Nothing but this waits for the process, so it must not keep the host. */
static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GWeakRef *host = user_data;
  g_autoptr (SignetPracticeHost) self = g_weak_ref_get (host);

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  if (self != NULL && self->process == G_SUBPROCESS (source))
    {
      g_message ("the practice platform ended by itself");
      forget_process (self);
      g_signal_emit (self, signals[ENDED], 0);
    }
  g_weak_ref_clear (host);
  g_free (host);
}

static void
watch_process (SignetPracticeHost *self)
{
  GWeakRef *host = g_new0 (GWeakRef, 1);

  g_weak_ref_init (host, self);
  g_subprocess_wait_async (self->process, NULL, ended_cb, host);
}

static void
line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetPracticeHost *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  line = g_data_input_stream_read_line_finish_utf8 (G_DATA_INPUT_STREAM (source), result, NULL, &error);
  if (line != NULL && self->process != NULL && read_ready_line (self, line, &error))
    {
      watch_process (self);
      g_task_return_boolean (task, TRUE);
      return;
    }

  if (self->process != NULL) /* not stopped meanwhile */
    g_subprocess_force_exit (self->process);
  forget_process (self);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_PRACTICE_FAILED,
                             "the practice platform did not become ready: %s",
                             error != NULL ? error->message : "it ended");
}

static gboolean
timeout_cb (gpointer user_data)
{
  Start *start = user_data;

  start->timeout = 0;
  g_cancellable_cancel (start->cancellable);
  return G_SOURCE_REMOVE;
}

static void
caller_cancelled_cb (GCancellable *caller, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
signet_practice_host_dispose (GObject *object)
{
  signet_practice_host_stop (SIGNET_PRACTICE_HOST (object));
  G_OBJECT_CLASS (signet_practice_host_parent_class)->dispose (object);
}

static void
signet_practice_host_finalize (GObject *object)
{
  SignetPracticeHost *self = SIGNET_PRACTICE_HOST (object);

  g_free (self->program);
  g_free (self->folder);
  g_free (self->rules);
  G_OBJECT_CLASS (signet_practice_host_parent_class)->finalize (object);
}

static void
signet_practice_host_class_init (SignetPracticeHostClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_practice_host_dispose;
  object_class->finalize = signet_practice_host_finalize;

  /* The process has ended, and nobody here has ended it. */
  signals[ENDED] = g_signal_new ("ended", SIGNET_TYPE_PRACTICE_HOST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
signet_practice_host_init (SignetPracticeHost *self)
{
}

/**
 * signet_practice_host_new:
 * @program: path of `signet-practice`
 * @folder: where it keeps its database; made with mode 0700 at the start
 * @rules: the rule set, "kuaishou" or "ippro"
 *
 * Returns: (transfer full): a host whose platform is not running yet
 */
SignetPracticeHost *
signet_practice_host_new (const char *program, const char *folder, const char *rules)
{
  SignetPracticeHost *self = g_object_new (SIGNET_TYPE_PRACTICE_HOST, NULL);

  self->program = g_strdup (program);
  self->folder = g_strdup (folder);
  self->rules = g_strdup (rules);
  return self;
}

/**
 * signet_practice_host_start_async:
 * @self: a host that is not running
 * @cancellable: (nullable): stops waiting and ends the process
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Starts the platform's process and waits until it says where it listens.
 */
void
signet_practice_host_start_async (SignetPracticeHost *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Start *start;

  g_return_if_fail (SIGNET_IS_PRACTICE_HOST (self));
  g_return_if_fail (self->process == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_practice_host_start_async);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_PRACTICE_FAILED,
                               "the practice folder cannot be made: %s", g_strerror (errno));
      return;
    }
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self->program, "--rules",
                                    self->rules, "--port", "0", "--data", self->folder, NULL);
  if (self->process == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_PRACTICE_FAILED,
                               "the practice platform cannot be started: %s", error->message);
      return;
    }

  start = g_new0 (Start, 1);
  start->cancellable = g_cancellable_new ();
  start->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  start->timeout = g_timeout_add_seconds (READY_TIMEOUT_SECONDS, timeout_cb, start);
  g_task_set_task_data (task, start, (GDestroyNotify) start_free);
  if (cancellable != NULL)
    {
      start->caller = g_object_ref (cancellable);
      start->caller_handler = g_cancellable_connect (cancellable, G_CALLBACK (caller_cancelled_cb),
                                                     start->cancellable, NULL);
    }
  g_data_input_stream_read_line_async (start->output, G_PRIORITY_DEFAULT, start->cancellable, line_cb,
                                       g_object_ref (task));
}

/**
 * signet_practice_host_start_finish:
 * @self: the host
 * @result: what the callback got
 * @error: %SIGNET_DESK_ERROR_PRACTICE_FAILED or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the platform is running
 */
gboolean
signet_practice_host_start_finish (SignetPracticeHost *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_practice_host_stop: Ends the platform's process, whoever still holds the host. */
void
signet_practice_host_stop (SignetPracticeHost *self)
{
  g_return_if_fail (SIGNET_IS_PRACTICE_HOST (self));

  if (self->process != NULL)
    g_subprocess_send_signal (self->process, SIGTERM);
  forget_process (self);
}

/** signet_practice_host_get_running: Returns: whether the platform is there and has said where */
gboolean
signet_practice_host_get_running (SignetPracticeHost *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_HOST (self), FALSE);
  return self->address != NULL;
}

/** signet_practice_host_get_address: Returns: (nullable): its base address, %NULL while it isn't running */
const char *
signet_practice_host_get_address (SignetPracticeHost *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_HOST (self), NULL);
  return self->address;
}

/** signet_practice_host_get_folder: Returns: (transfer none): where it keeps its data */
const char *
signet_practice_host_get_folder (SignetPracticeHost *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_HOST (self), NULL);
  return self->folder;
}

/** signet_practice_host_get_rules: Returns: (transfer none): its rule set */
const char *
signet_practice_host_get_rules (SignetPracticeHost *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_HOST (self), NULL);
  return self->rules;
}
