/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-private.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-explain.h"
#include "model/signet-words.h"
#include "store/signet-outbox.h"

/*
 * How a draft ends: it is submitted, or thrown away, once. Main thread; the store's worker writes.
 */

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetDraft *self = g_task_get_source_object (task);
  GError *error = NULL;

  /* A draft that isn't there any more must not come back by being written again. */
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error) &&
      !g_error_matches (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND))
    signet_draft_set_ended (self, FALSE);
  signet_explain_task (task, error);
}

typedef struct
{
  char *draft;
  char *account;
  char *subject; /* of a correction, "" otherwise */
} Discard;

static void
discard_free (Discard *discard)
{
  g_free (discard->draft);
  g_free (discard->account);
  g_free (discard->subject);
  g_free (discard);
}

/* With a correction goes what the platform refused of it: nobody wants that sent any more. */
static gboolean
discard_write (SignetTables *tables, gpointer data, GError **error)
{
  Discard *discard = data;
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetOutboxRecord) refused = NULL;

  if (*discard->subject != '\0')
    refused = signet_outbox_find_last (tables, discard->account, discard->subject, &missing);
  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  if (refused != NULL && g_str_equal (refused->method, "PATCH") &&
      g_str_equal (refused->state, SIGNET_STATUS_FAILED) &&
      !signet_outbox_discard (tables, refused->id, error))
    return FALSE;
  return signet_drafts_delete (tables, discard->draft, error);
}

static Discard *
create_discard (SignetDraft *self)
{
  const SignetDraftRecord *record = signet_draft_get_record (self);
  Discard *discard = g_new0 (Discard, 1);

  discard->draft = g_strdup (record->id);
  discard->account = g_strdup (record->account);
  discard->subject =
      g_strdup (signet_draft_get_purpose (self) == SIGNET_DRAFT_PURPOSE_CORRECT ? record->subject : "");
  return discard;
}

/* The record on this desk may be anything; what goes to a platform must be right first. */
static gboolean
check_ready (SignetDraft *self, GError **error)
{
  SignetSelfCheck *check = signet_draft_get_check (self);

  if (signet_store_get_tables (signet_draft_get_store (self)) == NULL)
    {
      g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      return FALSE;
    }
  if (signet_draft_get_purpose (self) == SIGNET_DRAFT_PURPOSE_EDIT)
    return TRUE;
  if (signet_self_check_get_parser (check) == NULL)
    {
      g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                           "the platform's rules are not known");
      return FALSE;
    }
  if (signet_self_check_has_errors (check))
    {
      g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_INCOMPLETE, "the draft has errors");
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_draft_submit_async:
 * @self: a draft without errors
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Freezes the subject: the local record, the outbox row with the exact bytes and their key, and the end of
 * the draft are one transaction. The outbox does the rest, now or when the platform can be reached. An
 * account wizard's draft just ends, and one that edits only keeps the record, whatever is wrong with it.
 */
void
signet_draft_submit_async (SignetDraft *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  const SignetDraftRecord *record;
  SignetStore *store;
  SignetSubmission *submission;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_draft_submit_async);
  record = signet_draft_get_record (self);
  store = signet_draft_get_store (self);
  if (signet_draft_get_ended (self))
    {
      /* Whatever asks twice, one thing is filed. */
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND, "the draft has ended");
      return;
    }
  signet_self_check_run (signet_draft_get_check (self));
  if (signet_draft_get_kind (self) == SIGNET_DRAFT_REGISTRATION)
    {
      g_task_set_task_data (task, g_strdup (record->account), g_free);
      signet_draft_set_ended (self, TRUE);
      signet_store_write_async (store, discard_write, create_discard (self), (GDestroyNotify) discard_free,
                                cancellable, ended_cb, g_steal_pointer (&task));
      return;
    }
  if (!check_ready (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  submission = signet_draft_subject_freeze (signet_draft_get_kind (self), signet_draft_get_purpose (self),
                                            SIGNET_RECORD (signet_draft_get_subject (self)),
                                            signet_self_check_get_parser (signet_draft_get_check (self)),
                                            signet_store_get_tables (store), record->account,
                                            signet_clock_now (signet_draft_get_clock (self)), &error);
  if (submission == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_draft_set_ended (self, TRUE);
  signet_submission_end_draft (submission, record->id);
  g_task_set_task_data (task, g_strdup (signet_submission_get_subject (submission)), g_free);
  signet_store_write_async (store, signet_submission_write, submission,
                            (GDestroyNotify) signet_submission_free, cancellable, ended_cb,
                            g_steal_pointer (&task));
}

/**
 * signet_draft_submit_finish:
 * @self: the draft
 * @result: what the callback got
 * @error: %SIGNET_DESK_ERROR_INCOMPLETE, %SIGNET_DESK_ERROR_DISK_FULL …; the draft is then as it was.
 *   %SIGNET_DESK_ERROR_NOT_OPEN for a correction of what the platform doesn't let be changed any more,
 *   %SIGNET_DESK_ERROR_CERTIFIED if the platform has it already.
 *   %SIGNET_DESK_ERROR_NOT_FOUND if it has been submitted or thrown away before
 *
 * Returns: (transfer full) (nullable): the local id of the party, right, complaint or account
 */
char *
signet_draft_submit_finish (SignetDraft *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_strdup (g_task_get_task_data (G_TASK (result)));
}

/**
 * signet_draft_discard_async:
 * @self: a draft
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Throws the draft away, and with a correction what the platform refused of it.
 */
void
signet_draft_discard_async (SignetDraft *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_draft_discard_async);
  signet_draft_set_ended (self, TRUE);
  signet_store_write_async (signet_draft_get_store (self), discard_write, create_discard (self),
                            (GDestroyNotify) discard_free, cancellable, ended_cb, task);
}

/** signet_draft_discard_finish: Returns: whether it is gone */
gboolean
signet_draft_discard_finish (SignetDraft *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
