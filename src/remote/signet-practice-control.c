/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-practice-control.h"

#include "api/signet-json.h"
#include "model/signet-message.h"
#include "model/signet-scan.h"
#include "remote/signet-http.h"
#include "remote/signet-remote-error.h"

/*
 * What the client may ask the practice platform besides what any platform has: what its phone received, what
 * it shows of a scanned code, and to let it answer. The rest of the control calls belong to tests. Owned by
 * the desk. Main thread.
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

/* What to ask once the file has been read; the answer comes to @callback, which gets the task. */
typedef struct
{
  SignetRequest *request;
  GAsyncReadyCallback callback;
} Call;

static void
call_free (Call *call)
{
  g_object_unref (call->request);
  g_free (call);
}

static void
messages_cb (GObject *source, GAsyncResult *result, gpointer user_data)
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

static SignetScan *
read_scan (SignetAnswer *answer, GError **error)
{
  g_autoptr (SignetScan) scan = signet_scan_new ();
  g_autoptr (GError) failure = NULL;
  JsonNode *root = signet_answer_get_root (answer);

  if (root == NULL)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "no scan");
      return NULL;
    }
  signet_scan_set_user_code (scan, signet_json_get_text (root, "/user_code", &failure));
  signet_scan_set_device (scan, signet_json_get_text (root, "/device_name", &failure));
  signet_scan_set_place (scan, signet_json_get_text (root, "/device_place", &failure));
  signet_scan_set_time (scan, signet_json_get_text (root, "/device_time", &failure));
  signet_scan_set_requested_at (scan, signet_json_get_text (root, "/requested_at", &failure));
  signet_scan_set_clock_differs (scan, signet_json_get_boolean (root, "/clock_differs", &failure));
  if (failure == NULL)
    return g_steal_pointer (&scan);
  g_set_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "no scan: %s", failure->message);
  return NULL;
}

static void
scan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);
  SignetScan *scan = NULL;

  if (answer != NULL && signet_answer_check (answer, &error))
    scan = read_scan (answer, &error);
  if (scan != NULL)
    g_task_return_pointer (task, scan, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
scan_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);

  if (answer != NULL && signet_answer_check (answer, &error))
    g_task_return_boolean (task, TRUE);
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
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *key = NULL;
  g_autofree char *authorization = NULL;

  if (bytes == NULL || !read_file (self, bytes, &key, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || error->domain == SIGNET_REMOTE_ERROR)
        g_task_return_error (task, g_steal_pointer (&error));
      else
        g_task_return_new_error (task, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE, "%s", error->message);
      return;
    }
  authorization = g_strconcat ("Practice ", key, NULL);
  signet_request_set_header (call->request, "Authorization", authorization);
  signet_http_exchange_async (self->http, call->request, NULL, g_task_get_cancellable (task), call->callback,
                              g_object_ref (task));
}

/* Takes @request and @task. */
static void
begin (SignetPracticeControl *self, SignetRequest *request, GAsyncReadyCallback callback, GTask *task)
{
  Call *call = g_new0 (Call, 1);

  call->request = request;
  call->callback = callback;
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  g_file_load_bytes_async (self->file, g_task_get_cancellable (task), loaded_cb, task);
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
  g_autofree char *path = g_strdup_printf ("/practice/v1/messages?after=%" G_GUINT64_FORMAT, after);
  GTask *task;

  g_return_if_fail (SIGNET_IS_PRACTICE_CONTROL (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_practice_control_fetch_messages_async);
  begin (self, signet_request_new ("GET", path), messages_cb, task);
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

/**
 * signet_practice_control_look_at_scan_async:
 * @self: a control
 * @user_code: the code that was scanned
 * @cancellable: (nullable): stops it
 * @callback: called with what the phone shows
 * @user_data: for @callback
 *
 * Asks which device wants to sign in with the code, in one attempt.
 */
void
signet_practice_control_look_at_scan_async (SignetPracticeControl *self,
                                            const char *user_code,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;
  GTask *task;

  g_return_if_fail (SIGNET_IS_PRACTICE_CONTROL (self));
  g_return_if_fail (user_code != NULL);

  escaped = g_uri_escape_string (user_code, NULL, FALSE);
  path = g_strconcat ("/practice/v1/device/", escaped, NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_practice_control_look_at_scan_async);
  begin (self, signet_request_new ("GET", path), scan_cb, task);
}

/** signet_practice_control_look_at_scan_finish: Returns: (transfer full) (nullable): who asks, where and
 * when;
 * @error: %SIGNET_REMOTE_ERROR_REFUSED if the code is unknown */
SignetScan *
signet_practice_control_look_at_scan_finish (SignetPracticeControl *self,
                                             GAsyncResult *result,
                                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_practice_control_answer_scan_async:
 * @self: a control
 * @user_code: the code that was scanned
 * @phone: the phone that scans it, and signs in
 * @approve: whether the person says yes
 * @cancellable: (nullable): stops it
 * @callback: called when the platform knows
 * @user_data: for @callback
 *
 * Does what scanning a code with the phone does, in one attempt.
 */
void
signet_practice_control_answer_scan_async (SignetPracticeControl *self,
                                           const char *user_code,
                                           const char *phone,
                                           gboolean approve,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) members = json_object_new ();
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) body = NULL;
  SignetRequest *request;
  GTask *task;

  g_return_if_fail (SIGNET_IS_PRACTICE_CONTROL (self));
  g_return_if_fail (user_code != NULL);
  g_return_if_fail (phone != NULL || !approve);

  if (approve)
    json_object_set_string_member (members, "phone", phone);
  json_object_set_boolean_member (members, "approve", approve);
  json_node_set_object (root, members);
  body = signet_json_to_bytes (root);
  escaped = g_uri_escape_string (user_code, NULL, FALSE);
  path = g_strconcat ("/practice/v1/device/", escaped, "/approval", NULL);
  request = signet_request_new ("POST", path);
  signet_request_set_body (request, "application/json", body);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_practice_control_answer_scan_async);
  begin (self, request, scan_answered_cb, task);
}

/** signet_practice_control_answer_scan_finish: Returns: whether the platform knows; @error:
 * %SIGNET_REMOTE_ERROR_REFUSED if the code is unknown, too old or answered already */
gboolean
signet_practice_control_answer_scan_finish (SignetPracticeControl *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
