/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-practice-control.h"

#include "api/signet-json.h"
#include "model/signet-message.h"
#include "remote/signet-http.h"
#include "remote/signet-remote-error.h"

/*
 * The one thing the client may ask the practice platform besides what any platform has: what its phone
 * received. The rest of the control calls belong to tests. Owned by the desk. Main thread.
 */

struct _SignetPracticeControl
{
  GObject parent_instance;

  GFile *file;
  SignetHttp *http; /* to the address that stood in the file last */
};

G_DEFINE_FINAL_TYPE (SignetPracticeControl, signet_practice_control, G_TYPE_OBJECT)

static SignetMessage *
read_message (JsonNode *node, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 number = signet_json_get_integer (node, "/n", &failure);
  const char *at = signet_json_get_text (node, "/at", &failure);
  const char *channel = signet_json_get_text (node, "/channel", &failure);
  const char *recipient = signet_json_get_text (node, "/to", &failure);
  const char *code = signet_json_get_text (node, "/code", &failure);
  g_autoptr (GDateTime) time = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  return signet_message_new ((guint64) MAX (number, 0), channel, recipient, code,
                             time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0);
}

static GPtrArray *
read_messages (SignetAnswer *answer, GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  JsonNode *root = signet_answer_get_root (answer);
  JsonArray *array = root != NULL ? signet_json_get_array (root, "/messages", &failure) : NULL;

  for (guint i = 0; failure == NULL && array != NULL && i < json_array_get_length (array); i++)
    {
      SignetMessage *message = read_message (json_array_get_element (array, i), &failure);

      if (message != NULL)
        g_ptr_array_add (messages, message);
    }
  if (failure != NULL || array == NULL)
    {
      g_set_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "no messages: %s",
                   failure != NULL ? failure->message : "none there");
      return NULL;
    }
  return g_steal_pointer (&messages);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);
  GPtrArray *messages = NULL;

  if (answer != NULL && signet_answer_check (answer, &error))
    messages = read_messages (answer, &error);
  if (messages != NULL)
    g_task_return_pointer (task, messages, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Address and key as they stand in the file. Only this computer is ever addressed. */
static gboolean
read_file (SignetPracticeControl *self, GBytes *bytes, char **key, GError **error)
{
  g_autoptr (JsonNode) root = signet_json_parse (bytes, error);
  const char *address, *control_key;

  if (root == NULL)
    return FALSE;
  address = signet_json_require_text (root, "/address", error);
  control_key = *address != '\0' ? signet_json_require_text (root, "/control_key", error) : "";
  if (*control_key == '\0')
    return FALSE;
  if (!g_str_has_prefix (address, "http://"))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS,
                           "the practice platform isn't on this computer");
      return FALSE;
    }
  if (self->http == NULL || !g_str_equal (signet_http_get_address (self->http), address))
    {
      g_clear_object (&self->http);
      self->http = signet_http_new (address, NULL, error);
    }
  if (self->http != NULL)
    *key = g_strdup (control_key);
  return self->http != NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetPracticeControl *self = g_task_get_source_object (task);
  guint64 *after = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autoptr (SignetRequest) request = NULL;
  g_autofree char *key = NULL;
  g_autofree char *address = NULL;
  g_autofree char *authorization = NULL;

  if (bytes == NULL || !read_file (self, bytes, &key, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == SIGNET_REMOTE_ERROR)
        g_task_return_error (task, g_steal_pointer (&error));
      else
        g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE, "%s", error->message);
      return;
    }
  address = g_strdup_printf ("/practice/v1/messages?after=%" G_GUINT64_FORMAT, *after);
  authorization = g_strconcat ("Practice ", key, NULL);
  request = signet_request_new ("GET", address);
  signet_request_set_header (request, "Authorization", authorization);
  signet_http_exchange_async (self->http, request, NULL, g_task_get_cancellable (task), answered_cb,
                              g_object_ref (task));
}

static void
signet_practice_control_finalize (GObject *object)
{
  SignetPracticeControl *self = SIGNET_PRACTICE_CONTROL (object);

  g_clear_object (&self->file);
  g_clear_object (&self->http);

  G_OBJECT_CLASS (signet_practice_control_parent_class)->finalize (object);
}

static void
signet_practice_control_class_init (SignetPracticeControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_control_finalize;
}

static void
signet_practice_control_init (SignetPracticeControl *self)
{
}

/**
 * signet_practice_control_new:
 * @file: the practice platform's practice.json
 *
 * The file is read again for each call, since a platform started anew may have moved.
 *
 * Returns: (transfer full): the control
 */
SignetPracticeControl *
signet_practice_control_new (GFile *file)
{
  SignetPracticeControl *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (SIGNET_TYPE_PRACTICE_CONTROL, NULL);
  self->file = g_object_ref (file);
  return self;
}

/**
 * signet_practice_control_fetch_messages_async:
 * @self: a control
 * @after: the number of the last message known, 0 for none
 * @cancellable: (nullable): stops it
 * @callback: called with the messages
 * @user_data: for @callback
 *
 * Asks what has reached the practice phone since, in one attempt.
 */
void
signet_practice_control_fetch_messages_async (SignetPracticeControl *self,
                                              guint64 after,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_PRACTICE_CONTROL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_practice_control_fetch_messages_async);
  g_task_set_task_data (task, g_memdup2 (&after, sizeof after), g_free);
  g_file_load_bytes_async (self->file, cancellable, loaded_cb, g_steal_pointer (&task));
}

/**
 * signet_practice_control_fetch_messages_finish:
 * @self: a control
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_FILE if practice.json can't be read
 *
 * Returns: (transfer container) (element-type SignetMessage) (nullable): the messages, oldest first
 */
GPtrArray *
signet_practice_control_fetch_messages_finish (SignetPracticeControl *self,
                                               GAsyncResult *result,
                                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
