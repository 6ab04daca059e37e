/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-correction-look.h"

#include "remote/signet-remote-error.h"

/*
 * Looks what a platform holds of something that is corrected. A task owns it. Main thread.
 */
typedef struct
{
  const SignetOutboxRecord *outbox;
  GError *refusal; /* or NULL */
  SignetClock *clock;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_clear_error (&look->refusal);
  g_object_unref (look->clock);
  g_free (look);
}

static void
got_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const Look *look = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_get_finish (SIGNET_REMOTE (source), result, &error);
  SignetSettlement *how = NULL;

  if (answer != NULL && signet_answer_get_root (answer) != NULL)
    how = signet_settlement_new_looked (look->outbox, look->refusal, signet_answer_get_root (answer),
                                        signet_answer_get_etag (answer), signet_clock_now (look->clock),
                                        &error);
  else if (answer != NULL)
    g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "no JSON");
  else if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED))
    {
      g_autoptr (GError) refused = g_steal_pointer (&error);

      how = signet_settlement_new_looked (look->outbox, look->refusal != NULL ? look->refusal : refused, NULL,
                                          NULL, signet_clock_now (look->clock), &error);
    }
  if (how != NULL)
    g_task_return_pointer (task, how, (GDestroyNotify) signet_settlement_free);
  else
    g_task_return_error (task, error);
}

/**
 * signet_correction_look_async:
 * @remote: the platform
 * @outbox: a correction; must stay until it ends
 * @refusal: (nullable): what the platform had against it; %NULL before it goes
 * @clock: the time
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks for what the correction is of.
 */
void
signet_correction_look_async (SignetRemote *remote,
                              const SignetOutboxRecord *outbox,
                              const GError *refusal,
                              SignetClock *clock,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (remote, cancellable, callback, user_data);
  Look *look = g_new0 (Look, 1);

  g_task_set_source_tag (task, signet_correction_look_async);
  g_task_set_check_cancellable (task, FALSE);
  look->outbox = outbox;
  look->refusal = refusal != NULL ? g_error_copy (refusal) : NULL;
  look->clock = g_object_ref (clock);
  g_task_set_task_data (task, look, look_free);
  signet_remote_get_async (remote, outbox->path, cancellable, got_cb, task);
}

/** signet_correction_look_finish: Returns: (transfer full) (nullable): what becomes of the correction;
 * @error: nobody knows yet */
SignetSettlement *
signet_correction_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
