/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-explain.h"
#include "desk/signet-records.h"
#include "model/signet-words.h"
#include "store/signet-certifications.h"
#include "store/signet-drafts.h"
#include "store/signet-outbox.h"

/*
 * Drafts about records that are on this desk already: revised for one account, edited for this desk alone, or
 * taken as a pattern. Main thread; the store's worker writes.
 */

/* The platform must not have it, nor may it be on its way there; what was refused may be tried again. */
static gboolean
check_uncertified (SignetTables *tables,
                   const SignetCertificationRecord *certification,
                   const char *account,
                   const char *subject,
                   GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_find_last (tables, account, subject, &missing);

  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  if ((certification == NULL || *certification->remote_id == '\0') &&
      (outbox == NULL || g_str_equal (outbox->state, SIGNET_STATUS_FAILED)))
    return TRUE;
  g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CERTIFIED,
                       "it is certified on this account already, or on its way there");
  return FALSE;
}

/* What the platform wants corrected, and hasn't been sent a correction of yet. */
static gboolean
check_correctable (SignetTables *tables,
                   const SignetCertificationRecord *certification,
                   const char *account,
                   const char *subject,
                   GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_find_last (tables, account, subject, &missing);

  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  if (certification != NULL && certification->body != NULL &&
      g_str_equal (certification->status, SIGNET_STATUS_NEEDS_CORRECTION) &&
      (outbox == NULL || g_str_equal (outbox->state, SIGNET_STATUS_FAILED) ||
       g_str_equal (outbox->state, SIGNET_OUTBOX_SENT)))
    return TRUE;
  g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_OPEN,
                       "the platform doesn't let it be changed now");
  return FALSE;
}

static gboolean
check_expired (const SignetCertificationRecord *certification, GError **error)
{
  if (certification != NULL && signet_records_can_renew (certification))
    return TRUE;
  g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_OPEN,
                       "it hasn't expired there, or is being renewed");
  return FALSE;
}

/* This desk has one record, whichever account is looked at. */
static gboolean
is_same_revision (const SignetDraftRecord *draft, const char *account, SignetDraftPurpose purpose)
{
  return g_str_equal (draft->purpose, signet_draft_purpose_to_word (purpose)) &&
         (purpose == SIGNET_DRAFT_PURPOSE_EDIT || g_str_equal (draft->account, account));
}

/**
 * signet_desk_begin_revision_async:
 * @self: an open desk
 * @account: (nullable): whose platform it is for; %NULL for the current one
 * @kind: a party or a right
 * @subject: its local id
 * @purpose: what for; never %SIGNET_DRAFT_PURPOSE_NEW
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Begins the revision of a record, or opens the one that was begun before and not ended. A record is revised
 * in one draft at a time: each is saved whole, and of two the later would undo what the earlier changed.
 */
void
signet_desk_begin_revision_async (SignetDesk *self,
                                  SignetAccount *account,
                                  SignetDraftKind kind,
                                  const char *subject,
                                  SignetDraftPurpose purpose,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SignetDraftRecord) begun_before = NULL;
  g_autoptr (SignetCertificationRecord) certification = NULL;
  g_autoptr (SignetRecord) record = NULL;
  g_autoptr (GError) missing = NULL;
  SignetTables *tables;
  const char *account_id;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (purpose != SIGNET_DRAFT_PURPOSE_NEW);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_begin_revision_async);
  tables = signet_store_get_tables (signet_desk_get_store (self));
  if (account == NULL)
    account = signet_desk_get_account (self);
  account_id = account != NULL ? signet_account_get_id (account) : "";
  if (tables == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      return;
    }
  begun_before = signet_drafts_find_revision (tables, subject, &missing);
  if (begun_before != NULL)
    {
      if (is_same_revision (begun_before, account_id, purpose))
        signet_desk_reopen_draft (self, begun_before->id, g_steal_pointer (&task));
      else
        g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_BEING_REVISED,
                                 "another draft of this record is open");
      return;
    }
  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), &error) ||
      ((certification = signet_certifications_find (tables, account_id, subject, &missing)) == NULL &&
       !signet_store_error_forgive_missing (g_steal_pointer (&missing), &error)) ||
      (purpose == SIGNET_DRAFT_PURPOSE_CERTIFY &&
       !check_uncertified (tables, certification, account_id, subject, &error)) ||
      (purpose == SIGNET_DRAFT_PURPOSE_CORRECT &&
       !check_correctable (tables, certification, account_id, subject, &error)) ||
      (purpose == SIGNET_DRAFT_PURPOSE_RENEW && !check_expired (certification, &error)))
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  record = signet_records_find_on (tables, account_id, signet_draft_kind_to_word (kind), subject, &error);
  if (record == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_desk_store_draft (self, account, kind, purpose, subject, record,
                           purpose == SIGNET_DRAFT_PURPOSE_CORRECT ? certification->body : NULL,
                           g_steal_pointer (&task));
}

/**
 * signet_desk_begin_revision_finish:
 * @self: the desk
 * @result: what the callback got
 * @error: %SIGNET_DESK_ERROR_BEING_REVISED, %SIGNET_DESK_ERROR_CERTIFIED, %SIGNET_DESK_ERROR_NOT_OPEN,
 * %SIGNET_DESK_ERROR_NOT_FOUND …
 *
 * Returns: (transfer full) (nullable): the draft
 */
SignetDraft *
signet_desk_begin_revision_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_desk_begin_copy_async:
 * @self: an open desk
 * @kind: a party or a right
 * @subject: local id of the record to begin with
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Begins a draft of something new for the current account, like a record that is there.
 */
void
signet_desk_begin_copy_async (SignetDesk *self,
                              SignetDraftKind kind,
                              const char *subject,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SignetRecord) record = NULL;
  SignetTables *tables;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_begin_copy_async);
  tables = signet_store_get_tables (signet_desk_get_store (self));
  if (tables == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      return;
    }
  record = signet_records_find (tables, signet_draft_kind_to_word (kind), subject, &error);
  if (record == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_draft_subject_clear_own (record);
  signet_desk_store_draft (self, signet_desk_get_account (self), kind, SIGNET_DRAFT_PURPOSE_NEW, NULL, record,
                           NULL, g_steal_pointer (&task));
}

/** signet_desk_begin_copy_finish: Returns: (transfer full) (nullable): the draft */
SignetDraft *
signet_desk_begin_copy_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
