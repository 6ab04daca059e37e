/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-email-binding.h"

#include "api/signet-json.h"
#include "desk/signet-account-private.h"
#include "desk/signet-account-session.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "proof/signet-random.h"

/*
 * The binding of an account's e-mail address: the platform sends a code to it, the person types the code, and
 * from then on it can't be changed. Nothing is bound before. The account owns it. Main thread.
 */
struct _SignetEmailBinding
{
  SignetOneTimeCode parent_instance;

  SignetRemote *remote; /* the platform that was asked for the code */
  char *id;             /* the platform's, of the binding that waits for its code, or NULL */
};

G_DEFINE_FINAL_TYPE (SignetEmailBinding, signet_email_binding, SIGNET_TYPE_ONE_TIME_CODE)

static SignetRemote *
get_remote (SignetEmailBinding *self)
{
  return signet_account_get_remote (signet_one_time_code_get_account (SIGNET_ONE_TIME_CODE (self)));
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
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetEmailBinding *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_call_finish (SIGNET_REMOTE (source), result, &error);
  JsonNode *root = answer != NULL ? signet_answer_get_root (answer) : NULL;
  const char *id = answer != NULL ? signet_json_require_text (root, "/id", &error) : NULL;
  gint64 resend_after = 0;

  if (error == NULL)
    {
      g_free (self->id);
      self->id = g_strdup (id);
      resend_after = signet_json_get_integer (root, "/resend_after", NULL);
    }
  signet_one_time_code_end_send (task, (guint) CLAMP (resend_after, 0, G_MAXINT), error);
}

static void
account_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_account_read_finish (SIGNET_ACCOUNT (source), result, &error);
  signet_one_time_code_end_enter (user_data, error);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetEmailBinding *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_call_finish (SIGNET_REMOTE (source), result, &error);

  if (answer == NULL)
    {
      signet_one_time_code_end_enter (task, error);
      return;
    }
  g_clear_pointer (&self->id, g_free);
  signet_account_read_async (signet_one_time_code_get_account (SIGNET_ONE_TIME_CODE (self)),
                             g_task_get_cancellable (task), account_read_cb, task);
}

static void
signet_email_binding_send (SignetOneTimeCode *code, const char *email, GTask *task)
{
  SignetEmailBinding *self = SIGNET_EMAIL_BINDING (code);
  SignetRemote *remote = get_remote (self);
  g_autoptr (JsonObject) members = json_object_new ();
  g_autoptr (SignetRequest) request = NULL;
  GError *error = NULL;

  if (remote == NULL)
    {
      signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                                      "the platform is not connected"));
      return;
    }
  if (g_set_object (&self->remote, remote))
    g_clear_pointer (&self->id, g_free);
  json_object_set_string_member (members, "kind", "email");
  json_object_set_string_member (members, "value", email);
  request = create_request ("/v1/account/bindings", members, &error);
  if (request == NULL)
    signet_one_time_code_end_send (task, 0, error);
  else
    signet_remote_call_async (remote, request, g_task_get_cancellable (task), begun_cb, task);
}

/* What was begun with the platform at its old address can't be ended there. */
static void
signet_email_binding_enter (SignetOneTimeCode *code, const char *digits, GTask *task)
{
  SignetEmailBinding *self = SIGNET_EMAIL_BINDING (code);
  g_autoptr (JsonObject) members = json_object_new ();
  g_autoptr (SignetRequest) request = NULL;
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  if (self->id == NULL || self->remote != get_remote (self))
    {
      signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CODE_EXPIRED,
                                                      "no code was asked for"));
      return;
    }
  json_object_set_string_member (members, "code", digits);
  id = g_uri_escape_string (self->id, NULL, FALSE);
  path = g_strconcat ("/v1/account/bindings/", id, "/confirmation", NULL);
  request = create_request (path, members, &error);
  if (request == NULL)
    signet_one_time_code_end_enter (task, error);
  else
    signet_remote_call_async (self->remote, request, g_task_get_cancellable (task), confirmed_cb, task);
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
  SignetOneTimeCodeClass *code_class = SIGNET_ONE_TIME_CODE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_email_binding_finalize;
  code_class->send = signet_email_binding_send;
  code_class->enter = signet_email_binding_enter;
}

static void
signet_email_binding_init (SignetEmailBinding *self)
{
}

/** signet_email_binding_new: Returns: (transfer full): the binding of @account's e-mail, which owns it */
SignetOneTimeCode *
signet_email_binding_new (SignetAccount *account)
{
  return g_object_new (SIGNET_TYPE_EMAIL_BINDING, "account", account, NULL);
}
