/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-email-binding.h"

#include "api/signet-json.h"
#include "desk/signet-desk-error.h"
#include "proof/signet-random.h"

/*
 * The binding of one e-mail address: the platform sends a code to it, the person types the code, and from
 * then on it can't be changed. The account owns it, while it lasts. Main thread. Errors are remote's: they
 * carry the tries left.
 */
struct _SignetEmailBinding
{
  GObject parent_instance;

  SignetRemote *remote;
  char *id; /* the platform's, of the binding that waits for its code */
  guint resend_after;
};

G_DEFINE_FINAL_TYPE (SignetEmailBinding, signet_email_binding, G_TYPE_OBJECT)

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetEmailBinding *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_call_finish (SIGNET_REMOTE (source), result, &error);
  const char *id = NULL;

  if (answer != NULL)
    id = signet_json_require_text (signet_answer_get_root (answer), "/id", &error);
  if (id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_free (self->id);
  self->id = g_strdup (id);
  self->resend_after = (guint) CLAMP (
      signet_json_get_integer (signet_answer_get_root (answer), "/resend_after", NULL), 0, G_MAXINT);
  g_task_return_boolean (task, TRUE);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_call_finish (SIGNET_REMOTE (source), result, &error);

  if (answer != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static SignetRequest *
create_request (const char *path, JsonObject *members, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GBytes) body = NULL;
  g_autofree char *key = signet_random_uuid (error);
  SignetRequest *request;

  json_node_set_object (root, members);
  if (key == NULL)
    return NULL;
  body = signet_json_to_bytes (root);
  request = signet_request_new ("POST", path);
  signet_request_set_body (request, "application/json", body);
  signet_request_set_idempotency_key (request, key);
  return request;
}

static void
signet_email_binding_finalize (GObject *object)
{
  SignetEmailBinding *self = SIGNET_EMAIL_BINDING (object);

  g_clear_object (&self->remote);
  g_free (self->id);
  G_OBJECT_CLASS (signet_email_binding_parent_class)->finalize (object);
}

static void
signet_email_binding_class_init (SignetEmailBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_email_binding_finalize;
}

static void
signet_email_binding_init (SignetEmailBinding *self)
{
}

/**
 * signet_email_binding_new:
 * @remote: a signed-in account's platform
 *
 * Returns: (transfer full): a binding that has not begun
 */
SignetEmailBinding *
signet_email_binding_new (SignetRemote *remote)
{
  SignetEmailBinding *self = g_object_new (SIGNET_TYPE_EMAIL_BINDING, NULL);

  self->remote = g_object_ref (remote);
  return self;
}

/**
 * signet_email_binding_begin_async:
 * @self: a binding
 * @email: the address
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks the platform to send a code to @email; again for another code.
 */
void
signet_email_binding_begin_async (SignetEmailBinding *self,
                                  const char *email,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (JsonObject) members = json_object_new ();
  g_autoptr (SignetRequest) request = NULL;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_EMAIL_BINDING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_email_binding_begin_async);
  json_object_set_string_member (members, "kind", "email");
  json_object_set_string_member (members, "value", email);
  request = create_request ("/v1/account/bindings", members, &error);
  if (request == NULL)
    g_task_return_error (task, error);
  else
    signet_remote_call_async (self->remote, request, cancellable, begun_cb, g_steal_pointer (&task));
}

/** signet_email_binding_begin_finish: Returns: whether a code is on its way; @error: %SIGNET_REMOTE_ERROR */
gboolean
signet_email_binding_begin_finish (SignetEmailBinding *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_email_binding_get_resend_after: Returns: seconds after which another code may be asked for */
guint
signet_email_binding_get_resend_after (SignetEmailBinding *self)
{
  g_return_val_if_fail (SIGNET_IS_EMAIL_BINDING (self), 0);
  return self->resend_after;
}

/**
 * signet_email_binding_confirm_async:
 * @self: a binding that has begun
 * @code: the digits the person typed
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Binds the address, which cannot be changed afterwards.
 */
void
signet_email_binding_confirm_async (SignetEmailBinding *self,
                                    const char *code,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (JsonObject) members = json_object_new ();
  g_autoptr (SignetRequest) request = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_EMAIL_BINDING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_email_binding_confirm_async);
  if (self->id == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CODE_EXPIRED,
                               "no code was asked for");
      return;
    }
  json_object_set_string_member (members, "code", code);
  id = g_uri_escape_string (self->id, NULL, FALSE);
  path = g_strconcat ("/v1/account/bindings/", id, "/confirmation", NULL);
  request = create_request (path, members, &error);
  if (request == NULL)
    g_task_return_error (task, error);
  else
    signet_remote_call_async (self->remote, request, cancellable, confirmed_cb, g_steal_pointer (&task));
}

/** signet_email_binding_confirm_finish: Returns: whether the address is bound */
gboolean
signet_email_binding_confirm_finish (SignetEmailBinding *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
