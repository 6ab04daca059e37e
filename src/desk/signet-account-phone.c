/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-private.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-phone.h"
#include "remote/signet-practice-control.h"

/*
 * The phone of an account on this desk's own practice platform: what it receives, and what scanning with it
 * does. On a real platform the person has a real one. Main thread.
 */

/* NULL on a real platform. */
static SignetPracticeControl *
get_control (SignetAccount *self)
{
  SignetPracticeHost *host = signet_connection_get_host (signet_account_get_connection (self));
  g_autoptr (GFile) file = NULL;

  if (host == NULL)
    return NULL;
  file = g_file_new_build_filename (signet_practice_host_get_folder (host), "practice.json", NULL);
  return signet_practice_control_new (file);
}

static void
refuse (GTask *task)
{
  signet_explain_task (task, g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND,
                                                  "a real platform has no practice phone"));
}

static void
scan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SignetScan *scan = signet_practice_control_look_at_scan_finish (SIGNET_PRACTICE_CONTROL (source), result,
                                                                  &error);

  if (scan != NULL)
    g_task_return_pointer (task, scan, g_object_unref);
  else
    g_task_return_error (task, signet_explain (error));
}

static void
scan_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_practice_control_answer_scan_finish (SIGNET_PRACTICE_CONTROL (source), result, &error);
  signet_explain_task (user_data, error);
}

/** signet_account_has_phone: Returns: whether there is a practice phone: the platform is this desk's own */
gboolean
signet_account_has_phone (SignetAccount *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), FALSE);
  return signet_connection_get_host (signet_account_get_connection (self)) != NULL;
}

/**
 * signet_account_open_phone:
 * @self: an account
 *
 * Returns: (transfer full) (nullable): the practice phone, a list of #SignetMessage; %NULL on a real platform
 */
GListModel *
signet_account_open_phone (SignetAccount *self)
{
  SignetPracticeHost *host;

  g_return_val_if_fail (SIGNET_IS_ACCOUNT (self), NULL);

  host = signet_connection_get_host (signet_account_get_connection (self));
  if (host == NULL)
    return NULL;
  return G_LIST_MODEL (signet_phone_new (signet_practice_host_get_folder (host)));
}

/**
 * signet_account_look_at_scan_async:
 * @self: an account on this desk's own practice platform
 * @user_code: the code that is shown
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks what the phone shows of a code that was scanned.
 */
void
signet_account_look_at_scan_async (SignetAccount *self,
                                   const char *user_code,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (SignetPracticeControl) control = NULL;
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));
  g_return_if_fail (user_code != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_look_at_scan_async);
  control = get_control (self);
  if (control == NULL)
    {
      refuse (task);
      return;
    }
  signet_practice_control_look_at_scan_async (control, user_code, cancellable, scan_cb, task);
}

/** signet_account_look_at_scan_finish: Returns: (transfer full) (nullable): the device, its place and its
 * time; @error: a SIGNET_DESK_ERROR */
SignetScan *
signet_account_look_at_scan_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_account_answer_scan_async:
 * @self: an account on this desk's own practice platform
 * @user_code: the code that is shown
 * @phone: (nullable): the number that signs in; needed to say yes
 * @approve: whether the person says yes
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Does what scanning the code with the phone does.
 */
void
signet_account_answer_scan_async (SignetAccount *self,
                                  const char *user_code,
                                  const char *phone,
                                  gboolean approve,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (SignetPracticeControl) control = NULL;
  GTask *task;

  g_return_if_fail (SIGNET_IS_ACCOUNT (self));
  g_return_if_fail (user_code != NULL);
  g_return_if_fail (phone != NULL || !approve);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_account_answer_scan_async);
  control = get_control (self);
  if (control == NULL)
    {
      refuse (task);
      return;
    }
  signet_practice_control_answer_scan_async (control, user_code, phone, approve, cancellable,
                                             scan_answered_cb, task);
}

/** signet_account_answer_scan_finish: Returns: whether the platform knows; @error: a SIGNET_DESK_ERROR */
gboolean
signet_account_answer_scan_finish (SignetAccount *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
