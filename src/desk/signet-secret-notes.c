/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-secret-notes.h"

#include "store/signet-settings.h"

/*
 * Notes of secrets that a keyring, locked or gone, has kept although their account was signed out or removed:
 * nobody may be signed in with them again, and they go as soon as the keyring lets them. A note outlives its
 * account. Main thread; the store's worker writes.
 */

/* In the settings; the account's id is behind it. */
#define NOTE "secret-discarded/"

typedef struct
{
  char *key;
  gboolean discarded;
} Note;

static void
note_free (Note *note)
{
  g_free (note->key);
  g_free (note);
}

static gboolean
note_write (SignetTables *tables, gpointer data, GError **error)
{
  Note *note = data;

  return signet_settings_set (tables, note->key, note->discarded ? "1" : NULL, error);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_warning ("what is to leave the keyring could not be noted: %s", error->message);
}

static void
discarded_cb (SignetCredentials *credentials, const char *account, gboolean discarded, SignetStore *store)
{
  Note *note = g_new0 (Note, 1);

  note->key = g_strconcat (NOTE, account, NULL);
  note->discarded = discarded;
  signet_store_write_async (store, note_write, note, (GDestroyNotify) note_free, NULL, noted_cb, NULL);
}

/**
 * signet_secret_notes_keep:
 * @store: an open store, where the notes are
 * @credentials: the keyring
 *
 * Has the keyring go on with what earlier runs could not clear, and notes what is discarded from now on.
 */
void
signet_secret_notes_keep (SignetStore *store, SignetCredentials *credentials)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = signet_settings_list (signet_store_get_tables (store), NOTE, &error);

  if (accounts == NULL)
    g_warning ("what is to leave the keyring is not known: %s", error->message);
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    signet_credentials_discard (credentials, accounts->pdata[i]);
  g_signal_connect_object (credentials, "discarded", G_CALLBACK (discarded_cb), store, 0);
}
