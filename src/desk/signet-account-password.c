/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-private.h"

#include <string.h>

#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "remote/signet-delivery.h"

/*
 * Giving an account a password. The request holds it in a body that is overwritten when it is freed;
 * JSON-GLib keeps no copy, since the two texts are escaped here. Main thread.
 */

static void
free_body (gpointer data)
{
  GString *body = data;

  explicit_bzero (body->str, body->allocated_len);
  g_string_free (body, TRUE);
}

/* A JSON string (RFC 8259, section 7). There is room for it: it never makes @body grow. */
static void
append_text (GString *body, const char *text)
{
  g_string_append_c (body, '"');
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text < 0x20)
        g_string_append_printf (body, "\\u%04x", (guint) (guchar) *text);
      else if (*text == '"' || *text == '\\')
        g_string_append_printf (body, "\\%c", *text);
      else
        g_string_append_c (body, *text);
    }
  g_string_append_c (body, '"');
}

static GBytes *
create_body (const char *password, const char *current)
{
  GString *body =
      g_string_sized_new (64 + 6 * (strlen (password) + (current != NULL ? strlen (current) : 0)));

  g_string_append (body, "{\"password\":");
  append_text (body, password);
  if (current != NULL)
    {
      g_string_append (body, ",\"current_password\":");
      append_text (body, current);
    }
  g_string_append_c (body, '}');
  return g_bytes_new_with_free_func (body->str, body->len, free_body, body);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (SIGNET_REMOTE (source), result);
  const GError *error = signet_delivery_get_error (delivery);

  if (error == NULL)
    signet_account_set_password_set (g_task_get_source_object (task), TRUE);
  signet_explain_task (task, error != NULL ? g_error_copy (error) : NULL);
}

/**
 * signet_account_change_password_async:
 * @self: a signed-in account
 * @password: the new one; what is copied of it is wiped
 * @current: (nullable): the one that works now
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Gives the account a password, with which it can be signed in to then, or another one. In one attempt:
 * should the answer be lost, the person tries again.
 */
void
signet_account_change_password_async (SignetAccount *self,
                                      const char *password,
                                      const char *current,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (SignetRequest) request = NULL;
  g_autoptr (GBytes) body = NULL;
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));
  g_return_if_fail (password != NULL && g_utf8_validate (password, -1, NULL));
  g_return_if_fail (current == NULL || g_utf8_validate (current, -1, NULL));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_change_password_async);
  if (signet_account_get_remote (self) == NULL)
    {
      signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                                      "the platform is not connected"));
      return;
    }
  body = create_body (password, current);
  request = signet_request_new ("PUT", "/v1/account/password");
  signet_request_set_body (request, "application/json", body);
  signet_remote_send_async (signet_account_get_remote (self), request, cancellable, changed_cb, task);
}

/** signet_account_change_password_finish: Returns: whether it is the password now; @error: a
 * SIGNET_DESK_ERROR */
gboolean
signet_account_change_password_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
