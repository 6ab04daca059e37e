/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "render/signet-render-error.h"

/* One sealed viewer: starts it, asks it one thing at a time, gives it as much time as it was told and no
 * more, and believes nothing it says without looking. Owned by the document;
 * lives on the main context that was the thread's default when it was made, and never blocks it. */

struct _SignetRenderProcess
{
  GObject parent_instance;

  GSubprocess *subprocess;
  pid_t pid;
  int socket;
  GSource *watch;
  GSource *clock;
  char *layers;
  guint64 peak;
  GTask *task; /* the request it works on */
  GVariant *request;
  int document; /* to be handed over with it, or -1 */
  guint serial;
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (SignetRenderProcess, signet_render_process, G_TYPE_OBJECT)

static void
close_descriptor (int *fd)
{
  if (*fd >= 0)
    close (*fd);
  *fd = -1;
}

static void
stop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* What the kernel says the process used at its worst, not what it says itself. */
static void
note_peak (SignetRenderProcess *self)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) self->pid);
  g_autofree char *status = NULL;
  const char *line;

  if (self->pid <= 0 || !g_file_get_contents (path, &status, NULL, NULL))
    return;
  line = strstr (status, "\nVmHWM:");
  if (line != NULL)
    self->peak = MAX (self->peak, g_ascii_strtoull (line + strlen ("\nVmHWM:"), NULL, 10));
}

/* Ends the process for good; what it was asked is answered by the caller. */
static void
end (SignetRenderProcess *self)
{
  if (self->ended)
    return;
  note_peak (self);
  self->ended = TRUE;
  stop_source (&self->watch);
  stop_source (&self->clock);
  close_descriptor (&self->socket);
  close_descriptor (&self->document);
  g_clear_pointer (&self->request, g_variant_unref);
  if (self->subprocess != NULL)
    g_subprocess_force_exit (self->subprocess);
}

static void
fail (SignetRenderProcess *self, SignetRenderError code, const char *message)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  end (self);
  if (task != NULL)
    g_task_return_new_error (task, SIGNET_RENDER_ERROR, code, "%s", message);
}

/* The CPU limit counts over the process's life: it is moved on before each request. */
static void
move_cpu_limit (SignetRenderProcess *self)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };
  struct timespec used;
  clockid_t clock;

  if (clock_getcpuclockid (self->pid, &clock) == 0 && clock_gettime (clock, &used) == 0 &&
      prlimit (self->pid, RLIMIT_CPU, NULL, &limit) == 0)
    {
      limit.rlim_cur = (rlim_t) used.tv_sec + SIGNET_RENDER_PROTOCOL_CPU_SECONDS;
      if (prlimit (self->pid, RLIMIT_CPU, &limit, NULL) == 0)
        return;
    }
  g_debug ("The viewer's CPU limit could not be moved: %s", g_strerror (errno));
}

static void
send_request (SignetRenderProcess *self)
{
  g_autoptr (GVariant) request = g_steal_pointer (&self->request);
  g_autoptr (GError) error = NULL;

  move_cpu_limit (self);
  if (!signet_render_protocol_send (self->socket, request, self->document, &error))
    fail (self, SIGNET_RENDER_ERROR_CRASHED, error->message);
  else
    close_descriptor (&self->document);
}

static SignetRenderError
code_of (guint status)
{
  switch (status)
    {
    case SIGNET_RENDER_PROTOCOL_DAMAGED:
      return SIGNET_RENDER_ERROR_DAMAGED;
    case SIGNET_RENDER_PROTOCOL_ENCRYPTED:
      return SIGNET_RENDER_ERROR_ENCRYPTED;
    case SIGNET_RENDER_PROTOCOL_WRONG_PASSWORD:
      return SIGNET_RENDER_ERROR_WRONG_PASSWORD;
    case SIGNET_RENDER_PROTOCOL_TOO_BIG:
      return SIGNET_RENDER_ERROR_TOO_BIG;
    case SIGNET_RENDER_PROTOCOL_UNSUPPORTED:
      return SIGNET_RENDER_ERROR_UNSUPPORTED;
    default:
      return SIGNET_RENDER_ERROR_CRASHED;
    }
}

static char *
harmless (const char *message)
{
  return g_strcanon (g_strndup (message, 200), G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS " .,:;'()/%+-_", '?');
}

/* Maps what came along, once it can no longer change or shrink under our hands. */
static GBytes *
map_body (int fd, guint64 bytes)
{
  const int needed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  GMappedFile *file;
  GBytes *body;
  struct stat status;
  int seals = fcntl (fd, F_GET_SEALS);

  if (seals < 0 || (seals & needed) != needed || fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) ||
      bytes == 0 || bytes > SIGNET_RENDER_PROTOCOL_MAX_BODY || (guint64) status.st_size != bytes)
    return NULL;
  file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  if (file == NULL)
    return NULL;
  body = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);
  return body;
}

static void
take_greeting (SignetRenderProcess *self, GVariant *message)
{
  const char *layers;
  guint serial;

  g_variant_get (message, "(uu&suuuut)", &serial, NULL, &layers, NULL, NULL, NULL, NULL, NULL);
  if (serial != 0)
    {
      fail (self, SIGNET_RENDER_ERROR_CRASHED, "The viewer did not greet");
      return;
    }
  self->layers = harmless (layers);
  if (!g_regex_match_simple ("(^|,)seccomp(,|$)", layers, 0, 0))
    {
      fail (self, SIGNET_RENDER_ERROR_SEAL, "The viewer has no system call filter");
      return;
    }
  if (self->task != NULL)
    send_request (self);
}

static void
take_answer (SignetRenderProcess *self, GVariant *message, int fd)
{
  g_autoptr (SignetRenderAnswer) answer = g_new0 (SignetRenderAnswer, 1);
  g_autoptr (GTask) task = NULL;
  const char *text;
  guint serial, status, flags;
  guint64 bytes;

  g_variant_get (message, "(uu&suuuut)", &serial, &status, &text, &flags, &answer->width, &answer->height,
                 &answer->stride, &bytes);
  if (fd >= 0)
    answer->body = map_body (fd, bytes);
  if (self->task == NULL || serial != self->serial || (fd >= 0) != (bytes > 0) ||
      (fd >= 0) != (answer->body != NULL) || status > SIGNET_RENDER_PROTOCOL_UNSUPPORTED)
    {
      fail (self, SIGNET_RENDER_ERROR_CRASHED, "The viewer answered what no viewer answers");
      return;
    }
  answer->incomplete = (flags & SIGNET_RENDER_PROTOCOL_INCOMPLETE) != 0;

  stop_source (&self->clock);
  task = g_steal_pointer (&self->task);
  if (status == SIGNET_RENDER_PROTOCOL_OK)
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) signet_render_answer_free);
  else
    {
      g_autofree char *reason = harmless (text);

      g_task_return_new_error (task, SIGNET_RENDER_ERROR, code_of (status), "%s", reason);
    }
}

static void
reaped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GSubprocess *subprocess = G_SUBPROCESS (source);
  g_autoptr (GTask) task = user_data;

  g_subprocess_wait_finish (subprocess, result, NULL);
  if (g_subprocess_get_if_signaled (subprocess) && g_subprocess_get_term_sig (subprocess) == SIGXCPU)
    g_task_return_new_error (task, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_TOO_SLOW, "CPU time used up");
  else if (g_subprocess_get_if_signaled (subprocess))
    g_task_return_new_error (task, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED,
                             "The viewer died of signal %d", g_subprocess_get_term_sig (subprocess));
  else
    g_task_return_new_error (task, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED,
                             "The viewer ended with %d", g_subprocess_get_exit_status (subprocess));
}

/* It has gone by itself: of what, its parent is told. */
static void
take_end (SignetRenderProcess *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  end (self);
  if (task != NULL)
    g_subprocess_wait_async (self->subprocess, NULL, reaped_cb, g_steal_pointer (&task));
}

static gboolean
readable_cb (int fd, GIOCondition condition, gpointer user_data)
{
  g_autoptr (SignetRenderProcess) self = g_object_ref (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) message = NULL;
  int body;

  message = signet_render_protocol_receive (fd, SIGNET_RENDER_PROTOCOL_ANSWER, &body, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    fail (self, SIGNET_RENDER_ERROR_CRASHED, error->message);
  else if (message == NULL)
    take_end (self);
  else if (self->layers == NULL)
    take_greeting (self, message);
  else
    take_answer (self, message, body);
  close_descriptor (&body);
  return self->ended ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static gboolean
time_up_cb (gpointer user_data)
{
  g_autoptr (SignetRenderProcess) self = g_object_ref (user_data);

  fail (self, SIGNET_RENDER_ERROR_TOO_SLOW, "No answer within its time");
  return G_SOURCE_REMOVE;
}

static gboolean
start (SignetRenderProcess *self, const char *viewer, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  const char *nothing[] = { NULL };
  const char *argv[] = { viewer, NULL };
  int pair[2];

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
    {
      g_set_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_SEAL, "socketpair: %s",
                   g_strerror (errno));
      return FALSE;
    }
  self->socket = pair[0];
  fcntl (self->socket, F_SETFL, O_NONBLOCK);
  /* Nothing of the person's surroundings goes along, not even where their home is. */
  g_subprocess_launcher_set_environ (launcher, (char **) nothing);
  g_subprocess_launcher_take_fd (launcher, pair[1], SIGNET_RENDER_PROTOCOL_FD);
  self->subprocess = g_subprocess_launcher_spawnv (launcher, argv, error);
  if (self->subprocess == NULL)
    {
      g_autofree char *why = g_strdup ((*error)->message);

      g_clear_error (error);
      g_set_error_literal (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_SEAL, why);
      return FALSE;
    }
  if (g_subprocess_get_identifier (self->subprocess) != NULL)
    self->pid = atoi (g_subprocess_get_identifier (self->subprocess));
  self->watch = g_unix_fd_source_new (self->socket, G_IO_IN | G_IO_HUP | G_IO_ERR);
  g_source_set_callback (self->watch, G_SOURCE_FUNC (readable_cb), self, NULL);
  g_source_attach (self->watch, g_main_context_get_thread_default ());
  return TRUE;
}

static void
signet_render_process_finalize (GObject *object)
{
  SignetRenderProcess *self = SIGNET_RENDER_PROCESS (object);

  end (self);
  g_clear_object (&self->subprocess);
  g_free (self->layers);
  G_OBJECT_CLASS (signet_render_process_parent_class)->finalize (object);
}

static void
signet_render_process_class_init (SignetRenderProcessClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_render_process_finalize;
}

static void
signet_render_process_init (SignetRenderProcess *self)
{
  self->socket = self->document = -1;
}

/**
 * signet_render_process_new:
 * @viewer: the path of `signet-viewer`
 * @error: %SIGNET_RENDER_ERROR_SEAL when it can't be started
 *
 * Starts a viewer, which seals itself and then waits. Doesn't wait for that.
 *
 * Returns: (transfer full) (nullable): the process
 */
SignetRenderProcess *
signet_render_process_new (const char *viewer, GError **error)
{
  g_autoptr (SignetRenderProcess) self = g_object_new (SIGNET_TYPE_RENDER_PROCESS, NULL);
  g_autoptr (GError) local = NULL;

  if (!start (self, viewer, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * signet_render_process_is_alive:
 * @self: a process
 *
 * Returns: whether it can be asked something
 */
gboolean
signet_render_process_is_alive (SignetRenderProcess *self)
{
  return !self->ended;
}

/**
 * signet_render_process_get_layers:
 * @self: a process
 *
 * Returns: (nullable): the layers of its seal, comma-separated, or %NULL while it hasn't said
 */
const char *
signet_render_process_get_layers (SignetRenderProcess *self)
{
  return self->layers;
}

/**
 * signet_render_process_get_peak:
 * @self: a process
 *
 * Returns: the most memory it had at a time, in KiB, until now or until it was ended; 0 if it ended by itself
 */
guint64
signet_render_process_get_peak (SignetRenderProcess *self)
{
  if (!self->ended)
    note_peak (self);
  return self->peak;
}

/**
 * signet_render_process_ask_async:
 * @self: a process that is alive and has nothing to do
 * @kind: what to ask
 * @page: which page, from 0
 * @scale: pixels per point
 * @text: password or search text, at most %SIGNET_RENDER_PROTOCOL_MAX_STRING bytes of UTF-8
 * @document: the document to hand over (duplicated), or -1
 * @time_limit: milliseconds until the process is killed for not answering, its start included
 * @callback: called on this thread's main context
 * @user_data: for @callback
 *
 * A request cannot be taken back, only waited for; whoever no longer wants the answer ignores it.
 */
void
signet_render_process_ask_async (SignetRenderProcess *self,
                                 SignetRenderProtocolKind kind,
                                 guint page,
                                 double scale,
                                 const char *text,
                                 int document,
                                 guint time_limit,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, signet_render_process_ask_async);
  if (self->ended)
    {
      g_task_return_new_error (task, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED, "The viewer is gone");
      return;
    }
  g_return_if_fail (self->task == NULL);

  if (document >= 0)
    {
      self->document = fcntl (document, F_DUPFD_CLOEXEC, 0);
      if (self->document < 0)
        {
          g_task_return_new_error (task, G_IO_ERROR, g_io_error_from_errno (errno),
                                   "The document can't be handed over");
          return;
        }
    }
  self->task = g_steal_pointer (&task);
  self->request = g_variant_ref_sink (
      g_variant_new (SIGNET_RENDER_PROTOCOL_REQUEST, ++self->serial, (guint) kind, page, scale, text));
  self->clock = g_timeout_source_new (time_limit);
  g_source_set_callback (self->clock, time_up_cb, self, NULL);
  g_source_attach (self->clock, g_main_context_get_thread_default ());
  if (self->layers != NULL)
    send_request (self);
}

/**
 * signet_render_process_ask_finish:
 * @self: a process
 * @result: what the callback got
 * @error: #SignetRenderError; when the process is to blame it is no longer alive
 *
 * Returns: (transfer full) (nullable): the answer
 */
SignetRenderAnswer *
signet_render_process_ask_finish (SignetRenderProcess *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_render_process_stop:
 * @self: a process
 *
 * Ends it. What it was working on comes back with %G_IO_ERROR_CANCELLED.
 */
void
signet_render_process_stop (SignetRenderProcess *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  end (self);
  if (task != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The viewer was stopped");
}
