/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-private.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-watermark-copy.h"

/*
 * Papers of a draft that are exchanged for watermarked copies. Main thread.
 */

/* FALSE if @old isn't among its papers any more. */
static gboolean
exchange (SignetDraft *self, SignetEvidence *old, SignetEvidence *by)
{
  GListStore *list = signet_draft_subject_get_evidence (signet_draft_get_kind (self),
                                                        SIGNET_RECORD (signet_draft_get_subject (self)));
  guint position;

  if (list == NULL || !g_list_store_find (list, old, &position))
    return FALSE;
  g_list_store_splice (list, position, 1, (gpointer *) &by, 1);
  return TRUE;
}

static gboolean
fits (SignetDraft *self, SignetEvidence *copy)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (self));

  return signet_evidence_get_bytes (copy) <=
         signet_limits_get_bytes_per_file (signet_platform_get_limits (platform));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDraft *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (SignetEvidence) copy = signet_watermark_copy_finish (result, &error);

  if (copy == NULL)
    g_task_return_error (task, error);
  else if (!fits (self, copy))
    g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_TOO_LARGE,
                             "the copy is larger than the platform takes");
  else if (!exchange (self, g_task_get_task_data (task), copy))
    g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_FOUND,
                             "the paper was taken out meanwhile");
  else
    g_task_return_pointer (task, g_steal_pointer (&copy), g_object_unref);
}

/**
 * signet_draft_watermark_async:
 * @self: a draft for an account whose platform's rules are known
 * @evidence: one of its papers
 * @language: "zh-CN" or "en": of the words on the copy
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes a copy of the paper that says on each page what it is for, and puts it in the paper's place. The
 * original stays in the vault; signet_draft_exchange() brings it back.
 */
void
signet_draft_watermark_async (SignetDraft *self,
                              SignetEvidence *evidence,
                              const char *language,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SignetAccount *account;
  SignetPlatform *platform;
  SignetRenderer *renderer;
  GDate today;

  g_return_if_fail (SIGNET_IS_DRAFT (self));
  g_return_if_fail (SIGNET_IS_EVIDENCE (evidence));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_draft_watermark_async);
  g_task_set_task_data (task, g_object_ref (evidence), g_object_unref);
  account = signet_draft_get_account (self);
  platform = account != NULL ? signet_account_get_platform (account) : NULL;
  renderer = signet_self_check_get_renderer (signet_draft_get_check (self));
  if (platform == NULL || renderer == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_OFFLINE,
                               "the platform's rules are not known");
      return;
    }
  signet_clock_today (signet_draft_get_clock (self), &today);
  signet_watermark_copy_async (renderer, signet_store_get_vault (signet_draft_get_store (self)), evidence,
                               language, signet_label_get (signet_platform_get_name (platform), language),
                               &today, cancellable, copied_cb, g_steal_pointer (&task));
}

/**
 * signet_draft_watermark_finish:
 * @self: the draft
 * @result: what the callback got
 * @error: a SIGNET_DESK_ERROR_DOCUMENT_ code, %SIGNET_DESK_ERROR_FILE_TOO_LARGE,
 *   %SIGNET_DESK_ERROR_NOT_FOUND if the paper is no longer among the draft's …; the paper is then as it was
 *
 * Returns: (transfer full) (nullable): the copy that stands in its place
 */
SignetEvidence *
signet_draft_watermark_finish (SignetDraft *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_draft_exchange:
 * @self: a draft
 * @old: one of its papers; nothing happens if it isn't any more
 * @by: what stands in its place from now on, a paper that lies in the vault
 *
 * Takes back a watermark, or any other exchange.
 */
void
signet_draft_exchange (SignetDraft *self, SignetEvidence *old, SignetEvidence *by)
{
  g_return_if_fail (SIGNET_IS_DRAFT (self));
  g_return_if_fail (SIGNET_IS_EVIDENCE (old) && SIGNET_IS_EVIDENCE (by));
  exchange (self, old, by);
}
