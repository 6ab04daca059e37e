/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-upload-private.h"

#include <string.h>

#include "remote/signet-backoff.h"
#include "remote/signet-chunk.h"
#include "remote/signet-pause.h"
#include "remote/signet-remote-error.h"

/*
 * One run of an upload: creation, then PATCH after PATCH, each with its own checksum (tus 1.0.0). After
 * anything unclear the platform is asked by HEAD how much it has. The file is read and hashed on a worker,
 * one chunk ahead of the one being sent, so that three chunks are the most that is ever in memory. Main
 * thread.
 */

#define SMALLEST_CHUNK (256 * 1024)
/* Up to three are held for a moment: one whose answer has just come, one being sent, one read ahead. */
#define LARGEST_CHUNK (3 * 1024 * 1024)
/* A chunk that takes less is too small, one that takes more too large to show progress. */
#define BRISK G_TIME_SPAN_SECOND
#define SLOW (5 * G_TIME_SPAN_SECOND)
#define CHUNK_LIMIT 600
#define MOST_FAILURES 6
#define MOST_CREATIONS 3
#define BASE_DELAY (G_TIME_SPAN_SECOND / 2)
#define LONGEST_DELAY (10 * G_TIME_SPAN_SECOND)
/* Waiting longer than this is the outbox's business. */
#define LONGEST_RETRY_AFTER 60

typedef struct
{
  GFileInputStream *stream;
  SignetChunk *ahead;
  gboolean reading;
  gboolean waiting; /* nothing is being sent because the chunk isn't read yet */
  gboolean ended;
  gsize chunk_size;
  gint64 chunk_sent; /* monotonic µs */
  gsize in_flight;
  guint failures; /* in a row */
  guint creations;
} Run;

static void head (SignetUpload *self, GTask *task);
static void create (SignetUpload *self, GTask *task);

static void
run_free (Run *run)
{
  g_clear_object (&run->stream);
  g_clear_pointer (&run->ahead, signet_chunk_free);
  g_free (run);
}

static void
end (GTask *task, GError *error)
{
  Run *run = g_task_get_task_data (task);

  run->ended = TRUE;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
get_number (SignetAnswer *answer, const char *name, guint64 *number)
{
  const char *value = signet_answer_get_header (answer, name);

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT64, number, NULL);
}

static void
resumed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_pause_finish (result, &error))
    end (task, error);
  else if (self->url != NULL)
    head (self, task);
  else
    create (self, task);
}

/* After something unclear: asks the platform where it stands, a little later; or gives up for now. */
static void
resume (GTask *task, const GError *error)
{
  Run *run = g_task_get_task_data (task);
  guint retry_after = signet_remote_error_get_retry_after (error);

  if (++run->failures >= MOST_FAILURES || retry_after > LONGEST_RETRY_AFTER)
    {
      end (task, g_error_copy (error));
      return;
    }
  g_debug ("Upload interrupted, going on: %s", error->message);
  signet_pause_async (signet_backoff_delay (run->failures, BASE_DELAY, LONGEST_DELAY, retry_after),
                      g_task_get_cancellable (task), resumed_cb, g_object_ref (task));
}

/* The upload isn't known to the platform any more. */
static void
start_over (SignetUpload *self, GTask *task, const GError *error)
{
  Run *run = g_task_get_task_data (task);

  if (run->creations >= MOST_CREATIONS)
    {
      end (task, g_error_copy (error));
      return;
    }
  signet_upload_set_url (self, NULL);
  signet_upload_set_offset (self, 0);
  create (self, task);
}

static void
protocol_error (GTask *task, const char *message)
{
  end (task, g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, message));
}

/* What doesn't go on by itself: refused for good, signed out, cancelled. */
static gboolean
ended_by (GTask *task, SignetDelivery *delivery)
{
  const GError *error = signet_delivery_get_error (delivery);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      signet_delivery_get_outcome (delivery) == SIGNET_OUTCOME_REFUSED ||
      signet_delivery_get_outcome (delivery) == SIGNET_OUTCOME_SIGNED_OUT)
    {
      end (task, g_error_copy (error));
      return TRUE;
    }
  return FALSE;
}

static void next_chunk (SignetUpload *self, GTask *task);

static void
appended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (self->remote, result);
  const GError *error = signet_delivery_get_error (delivery);
  gint64 took = g_get_monotonic_time () - run->chunk_sent;
  guint64 offset;

  if (error != NULL)
    {
      guint status = signet_remote_error_get_status (error);

      if (signet_upload_is_gone (error))
        start_over (self, task, error);
      /* 409: it has more than we knew, or less. 460: the bytes were damaged on the way. */
      else if (status == 409 || status == 460)
        resume (task, error);
      else if (!ended_by (task, delivery))
        resume (task, error);
      return;
    }
  if (!get_number (signet_delivery_get_answer (delivery), "upload-offset", &offset) ||
      offset != self->offset + run->in_flight)
    {
      protocol_error (task, "the platform counts other bytes than were sent");
      return;
    }
  if (took < BRISK)
    run->chunk_size = MIN (run->chunk_size * 2, LARGEST_CHUNK);
  else if (took > SLOW)
    run->chunk_size = MAX (run->chunk_size / 2, SMALLEST_CHUNK);
  run->failures = 0;
  signet_upload_set_offset (self, offset);
  next_chunk (self, task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  SignetChunk *chunk = signet_chunk_read_finish (result, &error);

  run->reading = FALSE;
  if (run->ended)
    {
      g_clear_pointer (&chunk, signet_chunk_free);
      g_clear_error (&error);
      return;
    }
  if (chunk == NULL && run->waiting)
    {
      end (task, error);
      return;
    }
  /* Read ahead in vain: the same read is tried again when its turn comes. */
  g_clear_error (&error);
  g_clear_pointer (&run->ahead, signet_chunk_free);
  run->ahead = chunk;
  if (run->waiting)
    {
      run->waiting = FALSE;
      next_chunk (self, task);
    }
}

static void
read_chunk (SignetUpload *self, GTask *task, guint64 offset)
{
  Run *run = g_task_get_task_data (task);

  run->reading = TRUE;
  signet_chunk_read_async (run->stream, offset, (gsize) MIN (run->chunk_size, self->total - offset),
                           g_task_get_cancellable (task), read_cb, g_object_ref (task));
}

static void
send_chunk (SignetUpload *self, GTask *task, SignetChunk *chunk)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (SignetRequest) request = signet_upload_make_request ("PATCH", self->url);
  g_autofree char *offset = g_strdup_printf ("%" G_GUINT64_FORMAT, chunk->offset);
  g_autofree char *checksum = g_strconcat ("sha256 ", chunk->checksum, NULL);
  guint64 after = chunk->offset + g_bytes_get_size (chunk->bytes);

  signet_request_set_header (request, "Upload-Offset", offset);
  signet_request_set_header (request, "Upload-Checksum", checksum);
  signet_request_set_body (request, "application/offset+octet-stream", chunk->bytes);
  signet_request_set_limit (request, CHUNK_LIMIT);
  run->in_flight = g_bytes_get_size (chunk->bytes);
  run->chunk_sent = g_get_monotonic_time ();
  signet_remote_send_async (self->remote, request, g_task_get_cancellable (task), appended_cb,
                            g_object_ref (task));
  if (after < self->total)
    read_chunk (self, task, after);
}

static void
next_chunk (SignetUpload *self, GTask *task)
{
  Run *run = g_task_get_task_data (task);
  SignetChunk *chunk;

  if (self->offset == self->total)
    {
      end (task, NULL);
      return;
    }
  if (run->reading)
    {
      run->waiting = TRUE;
      return;
    }
  chunk = g_steal_pointer (&run->ahead);
  if (chunk != NULL && chunk->offset == self->offset)
    {
      send_chunk (self, task, chunk);
    }
  else
    {
      run->waiting = TRUE;
      read_chunk (self, task, self->offset);
    }
  g_clear_pointer (&chunk, signet_chunk_free);
}

static void
headed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = g_task_get_source_object (task);
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (self->remote, result);
  const GError *error = signet_delivery_get_error (delivery);
  guint64 offset, length;

  if (error != NULL)
    {
      if (signet_upload_is_gone (error))
        start_over (self, task, error);
      else if (!ended_by (task, delivery))
        resume (task, error);
      return;
    }
  if (!get_number (signet_delivery_get_answer (delivery), "upload-offset", &offset) || offset > self->total)
    {
      protocol_error (task, "the platform doesn't say how much it has");
      return;
    }
  if (get_number (signet_delivery_get_answer (delivery), "upload-length", &length) && length != self->total)
    {
      g_autoptr (GError) other = g_error_new_literal (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                                                      "the upload belongs to another file");

      start_over (self, task, other);
      return;
    }
  signet_upload_set_offset (self, offset);
  next_chunk (self, task);
}

/* How much has the platform? */
static void
head (SignetUpload *self, GTask *task)
{
  g_autoptr (SignetRequest) request = signet_upload_make_request ("HEAD", self->url);

  signet_remote_send_async (self->remote, request, g_task_get_cancellable (task), headed_cb,
                            g_object_ref (task));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = g_task_get_source_object (task);
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (self->remote, result);
  const GError *error = signet_delivery_get_error (delivery);
  const char *location;

  if (error != NULL)
    {
      /* An upload made in vain by a lost answer holds no bytes, and the platform lets it expire. */
      if (!ended_by (task, delivery))
        resume (task, error);
      return;
    }
  location = signet_answer_get_location (signet_delivery_get_answer (delivery));
  if (location == NULL)
    {
      protocol_error (task, "the platform doesn't say where to send the file");
      return;
    }
  signet_upload_set_url (self, location);
  signet_upload_set_offset (self, 0);
  next_chunk (self, task);
}

static void
create (SignetUpload *self, GTask *task)
{
  Run *run = g_task_get_task_data (task);
  g_autoptr (SignetRequest) request = signet_upload_make_request ("POST", "/v1/files");
  g_autofree char *length = g_strdup_printf ("%" G_GUINT64_FORMAT, self->total);
  g_autofree char *name = g_base64_encode ((const guchar *) self->name, strlen (self->name));
  g_autofree char *type = g_base64_encode ((const guchar *) self->media_type, strlen (self->media_type));
  g_autofree char *sha256 = g_base64_encode ((const guchar *) self->sha256, strlen (self->sha256));
  g_autofree char *metadata = g_strdup_printf ("filename %s,filetype %s,sha256 %s", name, type, sha256);

  run->creations++;
  signet_request_set_header (request, "Upload-Length", length);
  signet_request_set_header (request, "Upload-Metadata", metadata);
  signet_remote_send_async (self->remote, request, g_task_get_cancellable (task), created_cb,
                            g_object_ref (task));
}

static void
open_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SignetUpload *self = source;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (self->file, cancellable, &error);
  g_autoptr (GFileInfo) info = NULL;

  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, &error);
  if (info == NULL)
    g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE, "%s", error->message);
  else if ((guint64) g_file_info_get_size (info) != self->total)
    g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE,
                             "the file has another size than was said");
  else
    g_task_return_pointer (task, g_steal_pointer (&stream), g_object_unref);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = SIGNET_UPLOAD (source);
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->stream = g_task_propagate_pointer (G_TASK (result), &error);
  if (run->stream == NULL)
    end (task, error);
  else if (self->url != NULL)
    head (self, task);
  else
    create (self, task);
}

/**
 * signet_upload_run_async:
 * @self: an upload, not being run
 * @cancellable: (nullable): stops it; it can be run again
 * @callback: called at its end
 * @user_data: for @callback
 *
 * Sends what the platform doesn't have yet. Cuts are gone over as long as there is headway between them;
 * after six failures in a row the run ends, and another may go on from #SignetUpload:url.
 */
void
signet_upload_run_async (SignetUpload *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  Run *run;

  g_return_if_fail (SIGNET_IS_UPLOAD (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_upload_run_async);
  g_task_set_check_cancellable (task, FALSE);
  run = g_new0 (Run, 1);
  run->chunk_size = SMALLEST_CHUNK;
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  work = g_task_new (self, cancellable, opened_cb, g_steal_pointer (&task));
  g_task_run_in_thread (work, open_thread);
}

/**
 * signet_upload_run_finish:
 * @self: an upload
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_REFUSED with findings if the platform doesn't take the file,
 *   %SIGNET_REMOTE_ERROR_FILE, %SIGNET_REMOTE_ERROR_SIGNED_OUT, or why it can't go on now
 *
 * Returns: whether the platform has the whole file
 */
gboolean
signet_upload_run_finish (SignetUpload *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
