/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-session-list-private.h"

#include "api/signet-api-session.h"
#include "desk/signet-account-private.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "remote/signet-delivery.h"
#include "remote/signet-remote-error.h"

/*
 * Where an account is signed in. It is the platform's to know, so nothing of it is stored: it is read when
 * somebody looks. Whoever shows it owns it. Main thread.
 */
struct _SignetSessionList
{
  GObject parent_instance;

  SignetAccount *account;
  GPtrArray *sessions; /* SignetSessionRow, the current one first */
  SignetListState state;
  GError *error;
  GCancellable *cancellable;
};

static void signet_session_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetSessionList,
                               signet_session_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, signet_session_list_model_init))

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ERROR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Takes @error. */
static void
set_state (SignetSessionList *self, SignetListState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
show (SignetSessionList *self, GPtrArray *sessions)
{
  guint n = self->sessions->len;

  g_ptr_array_set_size (self->sessions, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
  for (guint i = 0; i < sessions->len; i++)
    {
      SignetSessionRow *session = g_ptr_array_index (sessions, i);

      g_ptr_array_insert (self->sessions, signet_session_row_get_current (session) ? 0 : -1,
                          g_object_ref (session));
    }
  if (self->sessions->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, self->sessions->len);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (SIGNET_REMOTE (source), result);
  SignetAnswer *answer = signet_delivery_get_answer (delivery);
  const GError *failure = signet_delivery_get_error (delivery);
  g_autoptr (GPtrArray) sessions = NULL;
  SignetSessionList *self;
  GError *error = NULL;

  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nobody shows it any more, or it is read again */
  self = user_data;
  if (failure != NULL)
    error = g_error_copy (failure);
  else
    sessions = signet_api_sessions_from_answer (signet_answer_get_root (answer), &error);
  if (sessions == NULL)
    {
      set_state (self, SIGNET_LIST_ERROR, signet_explain (error));
      return;
    }
  show (self, sessions);
  set_state (self, sessions->len > 0 ? SIGNET_LIST_ROWS : SIGNET_LIST_EMPTY, NULL);
}

static SignetSessionRow *
find (SignetSessionList *self, const char *id, guint *position)
{
  for (guint i = 0; i < self->sessions->len; i++)
    if (g_strcmp0 (signet_session_row_get_id (g_ptr_array_index (self->sessions, i)), id) == 0)
      {
        *position = i;
        return g_ptr_array_index (self->sessions, i);
      }
  return NULL;
}

static void
remove_session (SignetSessionList *self, const char *id)
{
  guint position;

  if (find (self, id, &position) == NULL)
    return;
  g_ptr_array_remove_index (self->sessions, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetSessionList *self = g_task_get_source_object (task);
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (SIGNET_REMOTE (source), result);
  const GError *failure = signet_delivery_get_error (delivery);

  /* One that isn't there any more has ended: on its own device, or an answer was lost. */
  if (failure != NULL && signet_remote_error_get_status (failure) != 404)
    {
      signet_explain_task (task, g_error_copy (failure));
      return;
    }
  remove_session (self, g_task_get_task_data (task));
  signet_explain_task (task, NULL);
}

static void
signed_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (signet_account_sign_out_finish (SIGNET_ACCOUNT (source), result, NULL, &error))
    remove_session (g_task_get_source_object (task), g_task_get_task_data (task));
  signet_explain_task (task, error);
}

static GType
signet_session_list_get_item_type (GListModel *model)
{
  return SIGNET_TYPE_SESSION_ROW;
}

static guint
signet_session_list_get_n_items (GListModel *model)
{
  return SIGNET_SESSION_LIST (model)->sessions->len;
}

static gpointer
signet_session_list_get_item (GListModel *model, guint position)
{
  SignetSessionList *self = SIGNET_SESSION_LIST (model);

  return position < self->sessions->len ? g_object_ref (g_ptr_array_index (self->sessions, position)) : NULL;
}

static void
signet_session_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = signet_session_list_get_item_type;
  iface->get_n_items = signet_session_list_get_n_items;
  iface->get_item = signet_session_list_get_item;
}

static void
signet_session_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetSessionList *self = SIGNET_SESSION_LIST (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_session_list_dispose (GObject *object)
{
  SignetSessionList *self = SIGNET_SESSION_LIST (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (signet_session_list_parent_class)->dispose (object);
}

static void
signet_session_list_finalize (GObject *object)
{
  SignetSessionList *self = SIGNET_SESSION_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->sessions);
  G_OBJECT_CLASS (signet_session_list_parent_class)->finalize (object);
}

static void
signet_session_list_class_init (SignetSessionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_session_list_get_property;
  object_class->dispose = signet_session_list_dispose;
  object_class->finalize = signet_session_list_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SIGNET_TYPE_LIST_STATE,
                                              SIGNET_LIST_LOADING, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_session_list_init (SignetSessionList *self)
{
  self->sessions = g_ptr_array_new_with_free_func (g_object_unref);
}

/** signet_session_list_new: Returns: (transfer full): where @account is signed in, being read */
SignetSessionList *
signet_session_list_new (SignetAccount *account)
{
  SignetSessionList *self = g_object_new (SIGNET_TYPE_SESSION_LIST, NULL);

  self->account = g_object_ref (account);
  signet_session_list_reload (self);
  return self;
}

/** signet_session_list_get_state: Returns: whether there are rows, and if not, why */
SignetListState
signet_session_list_get_state (SignetSessionList *self)
{
  g_return_val_if_fail (SIGNET_IS_SESSION_LIST (self), SIGNET_LIST_LOADING);
  return self->state;
}

/** signet_session_list_get_error: Returns: (nullable): a SIGNET_DESK_ERROR in the state ERROR */
const GError *
signet_session_list_get_error (SignetSessionList *self)
{
  g_return_val_if_fail (SIGNET_IS_SESSION_LIST (self), NULL);
  return self->error;
}

/** signet_session_list_reload: Asks the platform again. */
void
signet_session_list_reload (SignetSessionList *self)
{
  g_autoptr (SignetRequest) request = NULL;
  SignetRemote *remote;

  g_return_if_fail (SIGNET_IS_SESSION_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  remote = signet_account_get_remote (self->account);
  if (remote == NULL)
    {
      set_state (self, SIGNET_LIST_ERROR,
                 g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                      "the platform is not connected"));
      return;
    }
  if (self->sessions->len == 0)
    set_state (self, SIGNET_LIST_LOADING, NULL);
  self->cancellable = g_cancellable_new ();
  request = signet_request_new ("GET", "/v1/account/sessions");
  signet_remote_send_async (remote, request, self->cancellable, read_cb, self);
}

/**
 * signet_session_list_end_async:
 * @self: the sessions
 * @id: of one of them
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Ends a session at the platform; whoever uses it has to sign in again. This computer's own is ended by
 * signing out.
 */
void
signet_session_list_end_async (SignetSessionList *self,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (SignetRequest) request = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;
  SignetSessionRow *session;
  SignetRemote *remote;
  GTask *task;
  guint position;

  g_return_if_fail (SIGNET_IS_SESSION_LIST (self));
  g_return_if_fail (id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_session_list_end_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  session = find (self, id, &position);
  remote = signet_account_get_remote (self->account);
  if (session != NULL && signet_session_row_get_current (session))
    {
      signet_account_sign_out_async (self->account, cancellable, signed_out_cb, task);
      return;
    }
  if (remote == NULL)
    {
      signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                                                      "the platform is not connected"));
      return;
    }
  escaped = g_uri_escape_string (id, NULL, FALSE);
  path = g_strconcat ("/v1/account/sessions/", escaped, NULL);
  request = signet_request_new ("DELETE", path);
  signet_remote_send_async (remote, request, cancellable, ended_cb, task);
}

/** signet_session_list_end_finish: Returns: whether it has ended; @error: a SIGNET_DESK_ERROR */
gboolean
signet_session_list_end_finish (SignetSessionList *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
