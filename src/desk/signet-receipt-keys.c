/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-receipt-keys.h"

#include "api/signet-jwk.h"
#include "desk/signet-explain.h"
#include "desk/signet-receipt-check.h"
#include "store/signet-keys.h"
#include "store/signet-receipts.h"

/*
 * The keys a platform signs its receipts with: fetched at sign-in and whenever a receipt names one that isn't
 * known, kept for ever under the platform's id. Main thread; the store's worker writes.
 */

typedef struct
{
  SignetStore *store;
  SignetClock *clock;
  char *account;
} Fetch;

/* For the worker. */
typedef struct
{
  char *account;
  char *issuer;
  GPtrArray *keys;
} Learnt;

static void
learnt_free (Learnt *learnt)
{
  g_free (learnt->account);
  g_free (learnt->issuer);
  g_ptr_array_unref (learnt->keys);
  g_free (learnt);
}

static void
fetch_free (Fetch *fetch)
{
  g_object_unref (fetch->store);
  g_object_unref (fetch->clock);
  g_free (fetch->account);
  g_free (fetch);
}

static gboolean
keys_write (SignetTables *tables, gpointer data, GError **error)
{
  Learnt *learnt = data;

  for (guint i = 0; i < learnt->keys->len; i++)
    if (!signet_keys_add (tables, g_ptr_array_index (learnt->keys, i), error))
      return FALSE;
  return signet_receipt_check_again (tables, learnt->account, learnt->issuer, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, signet_explain (error));
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDiscovery *discovery = SIGNET_DISCOVERY (source);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_discovery_fetch_keys_finish (discovery, result, &error);
  g_autoptr (GPtrArray) keys = NULL;
  Learnt *learnt;

  if (answer != NULL)
    keys = signet_jwk_set_from_node (signet_answer_get_root (answer), &error);
  if (keys == NULL)
    {
      g_task_return_error (task, signet_explain (error));
      return;
    }
  learnt = g_new0 (Learnt, 1);
  learnt->account = g_strdup (fetch->account);
  learnt->issuer = g_strdup (signet_discovery_get_platform_id (discovery));
  learnt->keys = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_key_record_free);
  for (guint i = 0; i < keys->len; i++)
    {
      SignetJwk *key = g_ptr_array_index (keys, i);
      SignetKeyRecord *record = signet_key_record_new ();

      record->issuer = g_strdup (learnt->issuer);
      record->kid = g_strdup (signet_jwk_get_kid (key));
      record->x = g_strdup (signet_jwk_get_x (key));
      record->y = g_strdup (signet_jwk_get_y (key));
      record->first_seen = signet_clock_now (fetch->clock);
      g_ptr_array_add (learnt->keys, record);
    }
  signet_store_write_async (fetch->store, keys_write, learnt, (GDestroyNotify) learnt_free, NULL, written_cb,
                            g_object_ref (task));
}

/**
 * signet_receipt_keys_are_wanted:
 * @store: an open store
 * @account: local id of an account
 *
 * Returns: whether a receipt of the account waits for a key that could not be asked for when it came
 */
gboolean
signet_receipt_keys_are_wanted (SignetStore *store, const char *account)
{
  SignetTables *tables = signet_store_get_tables (store);
  g_autoptr (GPtrArray)
      receipts = tables != NULL ? signet_receipts_list (tables, SIGNET_VERDICT_UNCHECKED, NULL) : NULL;

  for (guint i = 0; receipts != NULL && i < receipts->len; i++)
    if (g_str_equal (((SignetReceiptRecord *) g_ptr_array_index (receipts, i))->account, account))
      return TRUE;
  return FALSE;
}

/**
 * signet_receipt_keys_fetch_async:
 * @discovery: the platform
 * @store: where keys are kept
 * @clock: says when a key was first seen
 * @account: local id of the account whose receipts are checked
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Asks for the keys as they are now and keeps them; receipts whose key was not known are checked with them.
 */
void
signet_receipt_keys_fetch_async (SignetDiscovery *discovery,
                                 SignetStore *store,
                                 SignetClock *clock,
                                 const char *account,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;
  Fetch *fetch;

  g_return_if_fail (SIGNET_IS_DISCOVERY (discovery));

  task = g_task_new (discovery, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_receipt_keys_fetch_async);
  fetch = g_new0 (Fetch, 1);
  fetch->store = g_object_ref (store);
  fetch->clock = g_object_ref (clock);
  fetch->account = g_strdup (account);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);
  signet_discovery_fetch_keys_async (discovery, cancellable, fetched_cb, task);
}

/** signet_receipt_keys_fetch_finish: Returns: whether they are kept; @error: a SIGNET_DESK_ERROR */
gboolean
signet_receipt_keys_fetch_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
