/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-hold.h"

#include "store/signet-outbox.h"

/*
 * Signing in and out, as the outbox has it. Main thread; written on the store's worker.
 */
typedef struct
{
  char *account;
  gboolean signed_out;
} Hold;

static void
hold_free (Hold *hold)
{
  g_free (hold->account);
  g_free (hold);
}

static gboolean
hold_write (SignetTables *tables, gpointer data, GError **error)
{
  Hold *hold = data;

  return signet_outbox_hold (tables, hold->account, hold->signed_out, error);
}

static void
held_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_warning ("what the outbox waits for could not be stored: %s", error->message);
}

/**
 * signet_hold_outbox:
 * @store: where the outbox is
 * @account: local id of an account
 * @signed_out: whether nobody is signed in to it
 *
 * What waits says for what, so that the person knows that it waits for them.
 */
void
signet_hold_outbox (SignetStore *store, const char *account, gboolean signed_out)
{
  Hold *data = g_new0 (Hold, 1);

  data->account = g_strdup (account);
  data->signed_out = signed_out;
  signet_store_write_async (store, hold_write, data, (GDestroyNotify) hold_free, NULL, held_cb, NULL);
}
