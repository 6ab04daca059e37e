/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-private.h"

#include "desk/signet-attachment.h"
#include "desk/signet-draft-subject.h"
#include "store/signet-vault.h"

/*
 * What comes into a draft from outside: files, which go into the vault, and pasted text, which becomes
 * targets. Main thread; files are copied on one of their own.
 */

static GListStore *
get_evidence (SignetDraft *self)
{
  return signet_draft_subject_get_evidence (signet_draft_get_kind (self),
                                            SIGNET_RECORD (signet_draft_get_subject (self)));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDraft *self = g_task_get_source_object (task);
  GError *error = NULL;
  SignetEvidence *evidence = signet_attachment_import_finish (result, &error);

  if (evidence == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  signet_attachment_put (get_evidence (self), evidence);
  g_task_return_pointer (task, evidence, g_object_unref);
}

/**
 * signet_draft_add_targets:
 * @self: a draft of a complaint
 * @text: anything: links, share texts, one or many
 *
 * Reads every target in @text and appends it to the items; SignetItem:check then says what the desk sees in
 * each.
 *
 * Returns: how many items were added
 */
guint
signet_draft_add_targets (SignetDraft *self, const char *text)
{
  SignetSelfCheck *check;
  SignetLinkParser *parser;
  GListStore *items;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) added = NULL;

  g_return_val_if_fail (SIGNET_IS_DRAFT (self), 0);
  check = signet_draft_get_check (self);
  parser = signet_self_check_get_parser (check);
  g_return_val_if_fail (signet_draft_get_kind (self) == SIGNET_DRAFT_COMPLAINT && parser != NULL, 0);

  items = signet_complaint_get_items (signet_draft_get_complaint (self));
  targets = signet_link_parser_parse_text (parser, text, -1);
  added = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < targets->len; i++)
    g_ptr_array_add (added, signet_link_parser_create_item (parser, g_ptr_array_index (targets, i)));
  g_list_store_splice (items, g_list_model_get_n_items (G_LIST_MODEL (items)), 0, added->pdata, added->len);
  signet_self_check_run (check);
  return added->len;
}

/**
 * signet_draft_attach_async:
 * @self: a draft of a party, right or complaint
 * @file: what the person chose
 * @slot: which paper it is
 * @progress: (nullable) (scope async): called on the main thread with bytes done and total
 * @progress_data: for @progress
 * @cancellable: (nullable): stops the copy
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Copies the file into the vault, hashing it on the way, and attaches the copy: what is filed later is what
 * was chosen now, whatever happens to the original.
 */
void
signet_draft_attach_async (SignetDraft *self,
                           GFile *file,
                           const char *slot,
                           GFileProgressCallback progress,
                           gpointer progress_data,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  SignetAccount *account;
  SignetPlatform *platform;
  GTask *task;

  g_return_if_fail (SIGNET_IS_DRAFT (self));
  g_return_if_fail (get_evidence (self) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_draft_attach_async);
  account = signet_draft_get_account (self);
  platform = account != NULL ? signet_account_get_platform (account) : NULL;
  signet_attachment_import_async (signet_store_get_vault (signet_draft_get_store (self)),
                                  platform != NULL ? signet_platform_get_limits (platform) : NULL, file, slot,
                                  progress, progress_data, cancellable, imported_cb, task);
}

/**
 * signet_draft_attach_finish:
 * @self: the draft
 * @result: what the callback got
 * @error: a SIGNET_DESK_ERROR_FILE_ code, %SIGNET_DESK_ERROR_DISK_FULL or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was attached
 */
SignetEvidence *
signet_draft_attach_finish (SignetDraft *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_draft_detach:
 * @self: a draft
 * @evidence: one of its files
 *
 * Takes the file out of the draft. The vault keeps it.
 */
void
signet_draft_detach (SignetDraft *self, SignetEvidence *evidence)
{
  GListStore *list;
  guint position;

  g_return_if_fail (SIGNET_IS_DRAFT (self));

  list = get_evidence (self);
  if (list != NULL && g_list_store_find (list, evidence, &position))
    g_list_store_remove (list, position);
}
