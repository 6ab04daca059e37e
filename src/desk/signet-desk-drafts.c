/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "api/signet-api-party.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-draft-private.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-explain.h"
#include "desk/signet-records.h"
#include "model/signet-words.h"
#include "proof/signet-random.h"

/*
 * Drafts at the desk: begun, and opened as they were left. One is on disk before anybody gets it. Main
 * thread; the store's worker writes.
 */

static gboolean
draft_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_drafts_save (tables, data, error);
}

static void
draft_reopened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  SignetDraft *draft = signet_desk_open_draft_finish (SIGNET_DESK (source), result, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, g_object_unref);
  else
    g_task_return_error (task, error);
}

/** signet_desk_reopen_draft: @task: (transfer full): gets the draft @id, or why it can't be opened */
void
signet_desk_reopen_draft (SignetDesk *self, const char *id, GTask *task)
{
  signet_desk_open_draft_async (self, id, g_task_get_cancellable (task), draft_reopened_cb, task);
}

static void
draft_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  signet_desk_reopen_draft (self, g_task_get_task_data (task), g_object_ref (task));
}

/**
 * signet_desk_store_draft:
 * @self: an open desk
 * @account: (nullable): whose platform it is for
 * @kind: what is written
 * @purpose: what becomes of it
 * @subject: (nullable): local id of what it is about
 * @begun: what it begins with
 * @base: (nullable): what the platform holds
 * @task: (transfer full): gets the #SignetDraft, or why there is none
 *
 * Brings a draft to disk, then hands it out.
 */
void
signet_desk_store_draft (SignetDesk *self,
                         SignetAccount *account,
                         SignetDraftKind kind,
                         SignetDraftPurpose purpose,
                         const char *subject,
                         SignetRecord *begun,
                         GBytes *base,
                         GTask *task)
{
  g_autoptr (GTask) owned = task;
  g_autoptr (SignetDraftRecord) record = signet_draft_record_new ();
  g_autoptr (SignetParty) holder = NULL;
  GError *error = NULL;

  record->id = signet_random_uuid (&error);
  if (record->id == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  record->kind = g_strdup (signet_draft_kind_to_word (kind));
  record->account = g_strdup (account != NULL ? signet_account_get_id (account) : "");
  record->subject = g_strdup (subject != NULL ? subject : "");
  record->principal = g_strdup (signet_draft_subject_get_principal (kind, begun));
  record->purpose = g_strdup (signet_draft_purpose_to_word (purpose));
  holder = signet_records_find_party (signet_store_get_tables (signet_desk_get_store (self)),
                                      record->principal, NULL);
  record->title = g_strdup (signet_draft_subject_get_title (kind, begun, holder, NULL));
  record->page = g_strdup ("");
  record->body = signet_draft_subject_encode (kind, begun);
  record->base = base != NULL ? g_bytes_ref (base) : NULL;
  record->created_at = record->updated_at = signet_clock_now (signet_desk_get_clock (self));
  g_task_set_task_data (task, g_strdup (record->id), g_free);
  signet_store_write_async (signet_desk_get_store (self), draft_write, g_steal_pointer (&record),
                            (GDestroyNotify) signet_draft_record_free, g_task_get_cancellable (task),
                            draft_begun_cb, g_steal_pointer (&owned));
}

/**
 * signet_desk_begin_draft_async:
 * @self: an open desk
 * @kind: what is to be written
 * @subject: (nullable): for a complaint the right's local id, for an authorisation the principal's
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Begins a draft for the current account. It is on disk before it is handed out.
 */
void
signet_desk_begin_draft_async (SignetDesk *self,
                               SignetDraftKind kind,
                               const char *subject,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (SignetRecord) begun = NULL;
  SignetAccount *account;
  GTask *task;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_begin_draft_async);
  if (signet_store_get_tables (signet_desk_get_store (self)) == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      g_object_unref (task);
      return;
    }
  account = signet_desk_get_account (self);
  begun = signet_draft_subject_new (kind, subject, account != NULL ? signet_account_get_id (account) : "",
                                    signet_store_get_tables (signet_desk_get_store (self)));
  signet_desk_store_draft (self, account, kind, SIGNET_DRAFT_PURPOSE_NEW, subject, begun, NULL, task);
}

/** signet_desk_begin_draft_finish: Returns: (transfer full) (nullable): the draft */
SignetDraft *
signet_desk_begin_draft_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_desk_open_draft_async:
 * @self: an open desk
 * @id: of a draft
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens a draft as it was left.
 */
void
signet_desk_open_draft_async (SignetDesk *self,
                              const char *id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  SignetTables *tables;
  SignetDraftRecord *record;
  SignetDraft *draft;

  g_return_if_fail (SIGNET_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_open_draft_async);
  tables = signet_store_get_tables (signet_desk_get_store (self));
  if (tables == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      return;
    }
  record = signet_drafts_find (tables, id, &error);
  if (record == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  draft = signet_draft_new (record, signet_desk_find_account (self, record->account),
                            signet_desk_get_store (self), signet_desk_get_clock (self), &error);
  if (draft == NULL)
    g_task_return_error (task, signet_explain (error));
  else
    {
      signet_self_check_set_renderer (signet_draft_get_check (draft), signet_desk_get_renderer (self));
      g_task_return_pointer (task, draft, g_object_unref);
    }
}

/** signet_desk_open_draft_finish: Returns: (transfer full) (nullable): the draft */
SignetDraft *
signet_desk_open_draft_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_desk_find_own_draft:
 * @self: an open desk
 *
 * Returns: (transfer full) (nullable): id of the draft in which the current account's own identity is being
 * written; %NULL if there is none
 */
char *
signet_desk_find_own_draft (SignetDesk *self)
{
  SignetTables *tables;
  SignetAccount *account;
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  tables = signet_store_get_tables (signet_desk_get_store (self));
  account = signet_desk_get_account (self);
  if (tables != NULL && account != NULL)
    drafts = signet_drafts_list_kind (tables, signet_account_get_id (account), SIGNET_KIND_PARTY, NULL);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const SignetDraftRecord *draft = g_ptr_array_index (drafts, i);
      SignetDraftPurpose purpose = signet_draft_purpose_from_word (draft->purpose);
      g_autoptr (SignetParty) party = signet_api_party_from_draft (draft->body, NULL);

      if (party != NULL && signet_party_get_own (party) &&
          (purpose == SIGNET_DRAFT_PURPOSE_NEW || purpose == SIGNET_DRAFT_PURPOSE_CERTIFY))
        return g_strdup (draft->id);
    }
  return NULL;
}
