/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "desk/signet-document-private.h"
#include "desk/signet-explain.h"
#include "desk/signet-matter-private.h"
#include "desk/signet-records.h"
#include "desk/signet-right-import-private.h"
#include "model/signet-words.h"
#include "store/signet-outbox.h"

/*
 * What the desk has on file: a party or a right and how it stands, a complaint with what becomes of it, a
 * paper of the vault, and a submission that failed. By key, so that it is there at once. Main thread.
 */

typedef struct
{
  char *account;
  char *subject;
} Requeue;

static void
requeue_free (Requeue *requeue)
{
  g_free (requeue->account);
  g_free (requeue->subject);
  g_free (requeue);
}

static gboolean
requeue_write (SignetTables *tables, gpointer data, GError **error)
{
  Requeue *requeue = data;
  g_autoptr (SignetOutboxRecord)
      record = signet_outbox_find_last (tables, requeue->account, requeue->subject, error);

  /* Asked twice, it waits already. */
  return record != NULL && (!g_str_equal (record->state, SIGNET_STATUS_FAILED) ||
                            signet_outbox_requeue (tables, record->id, error));
}

static SignetCertification *
find_certification (SignetDesk *self, const char *subject)
{
  SignetAccount *account = signet_desk_get_account (self);

  if (account == NULL)
    return NULL;
  return signet_records_find_certification (signet_store_get_tables (signet_desk_get_store (self)),
                                            signet_account_get_id (account), subject, NULL);
}

/**
 * signet_desk_load_party:
 * @self: an open desk
 * @id: local id of a party
 * @certification: (out) (optional) (nullable) (transfer full): how it stands with the current account's
 * platform
 * @error: %SIGNET_DESK_ERROR_NOT_FOUND …
 *
 * Returns: (transfer full) (nullable): the party as it is on this desk, own or not as it is on the current
 * account
 */
SignetParty *
signet_desk_load_party (SignetDesk *self, const char *id, SignetCertification **certification, GError **error)
{
  GError *below = NULL;
  SignetAccount *account;
  SignetParty *party;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  account = signet_desk_get_account (self);
  party = signet_records_find_party_on (signet_store_get_tables (signet_desk_get_store (self)),
                                        account != NULL ? signet_account_get_id (account) : "", id, &below);
  if (party == NULL)
    g_propagate_error (error, signet_explain (below));
  else if (certification != NULL)
    *certification = find_certification (self, id);
  return party;
}

/**
 * signet_desk_load_right:
 * @self: an open desk
 * @id: local id of a right
 * @certification: (out) (optional) (nullable) (transfer full): how it stands with the current account's
 * platform
 * @error: %SIGNET_DESK_ERROR_NOT_FOUND …
 *
 * Returns: (transfer full) (nullable): the right as it is on this desk
 */
SignetRight *
signet_desk_load_right (SignetDesk *self, const char *id, SignetCertification **certification, GError **error)
{
  GError *below = NULL;
  SignetRight *right;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  right = signet_records_find_right (signet_store_get_tables (signet_desk_get_store (self)), id, &below);
  if (right == NULL)
    g_propagate_error (error, signet_explain (below));
  else if (certification != NULL)
    *certification = find_certification (self, id);
  return right;
}

/**
 * signet_desk_import_rights:
 * @self: an open desk
 * @file: a CSV file
 *
 * Returns: (transfer full): an import that hasn't read anything yet; rights whose row names nobody will be
 * the chosen principal's
 */
SignetRightImport *
signet_desk_import_rights (SignetDesk *self, GFile *file)
{
  SignetRightImport *import;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  import = signet_right_import_new (signet_desk_get_store (self), signet_desk_get_clock (self), file);
  signet_right_import_set_defaults (import, NULL, signet_desk_get_principal (self));
  return import;
}

/**
 * signet_desk_load_authorisation:
 * @self: an open desk
 * @id: local id of an authorisation
 * @certification: (out) (optional) (nullable) (transfer full): how it stands with the current account's
 * platform
 * @error: %SIGNET_DESK_ERROR_NOT_FOUND …
 *
 * Returns: (transfer full) (nullable): the authorisation as it is on this desk
 */
SignetAuthorisation *
signet_desk_load_authorisation (SignetDesk *self,
                                const char *id,
                                SignetCertification **certification,
                                GError **error)
{
  GError *below = NULL;
  SignetAuthorisation *authorisation;

  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);

  authorisation = signet_records_find_authorisation (signet_store_get_tables (signet_desk_get_store (self)),
                                                     id, &below);
  if (authorisation == NULL)
    g_propagate_error (error, signet_explain (below));
  else if (certification != NULL)
    *certification = find_certification (self, id);
  return authorisation;
}

/**
 * signet_desk_open_matter:
 * @self: an open desk
 * @complaint: local id of a complaint
 *
 * Returns: (transfer full): the complaint with everything that becomes of it, live while held
 */
SignetMatter *
signet_desk_open_matter (SignetDesk *self, const char *complaint)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return signet_matter_new (complaint, signet_desk_get_store (self));
}

/**
 * signet_desk_open_document_async:
 * @self: an open desk
 * @sha256: digest of a file in the vault
 * @password: (nullable): of an encrypted document
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Opens a file of the vault in the sealed viewer.
 */
void
signet_desk_open_document_async (SignetDesk *self,
                                 const char *sha256,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_return_if_fail (SIGNET_IS_DESK (self));
  signet_document_open_async (self, signet_desk_get_renderer (self),
                              signet_store_get_vault (signet_desk_get_store (self)), sha256, password,
                              cancellable, callback, user_data);
}

/** signet_desk_open_document_finish: Returns: (transfer full) (nullable): the document */
SignetDocument *
signet_desk_open_document_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return signet_document_open_finish (result, error);
}

/**
 * signet_desk_retry_submission:
 * @self: an open desk
 * @subject: local id of a party, right or complaint whose submission by the current account failed
 *
 * Lets it go out again as it is.
 */
void
signet_desk_retry_submission (SignetDesk *self, const char *subject)
{
  Requeue *requeue;

  g_return_if_fail (SIGNET_IS_DESK (self));

  if (signet_desk_get_account (self) == NULL)
    return;
  requeue = g_new0 (Requeue, 1);
  requeue->account = g_strdup (signet_account_get_id (signet_desk_get_account (self)));
  requeue->subject = g_strdup (subject);
  signet_desk_keep (self, requeue_write, requeue, (GDestroyNotify) requeue_free);
}
