/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-account-save.h"

#include "desk/signet-explain.h"

/*
 * Brings an account to disk. Called on the main thread; the store's worker writes.
 */

/* What is stored is the record of this account but for the cursor, which belongs to sync. */
static gboolean
save_write (SignetTables *tables, gpointer data, GError **error)
{
  SignetAccountRecord *record = data;
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetAccountRecord) stored = signet_accounts_find (tables, record->id, &missing);

  if (stored != NULL)
    {
      g_free (record->cursor);
      record->cursor = g_steal_pointer (&stored->cursor);
      record->synced_at = stored->synced_at;
    }
  return signet_accounts_save (tables, record, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_store_write_finish (SIGNET_STORE (source), result, &error);
  signet_explain_task (user_data, error);
}

/**
 * signet_account_save:
 * @store: where accounts are
 * @record: the account as it should be on disk; its cursor stays the stored one
 * @task: (transfer full): returns a boolean once it is there, or a SIGNET_DESK_ERROR
 *
 * Stores an account. The worker gets a copy: it must never see one that changes under it.
 */
void
signet_account_save (SignetStore *store, const SignetAccountRecord *record, GTask *task)
{
  SignetAccountRecord *copy = signet_account_record_new ();

  copy->id = g_strdup (record->id);
  copy->platform_id = g_strdup (record->platform_id);
  copy->address = g_strdup (record->address);
  copy->rules = g_strdup (record->rules);
  copy->practice = record->practice;
  copy->hosted = g_strdup (record->hosted);
  copy->phone = g_strdup (record->phone);
  copy->email = g_strdup (record->email);
  copy->platform = record->platform != NULL ? g_bytes_ref (record->platform) : NULL;
  copy->cursor = g_strdup ("");
  copy->created_at = record->created_at;
  signet_store_write_async (store, save_write, copy, (GDestroyNotify) signet_account_record_free, NULL,
                            saved_cb, task);
}
