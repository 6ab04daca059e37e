/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-secret-discards.h"

/*
 * Whose secrets must leave the keyring, and what is being done about each: so that a secret which has just
 * taken the place of a discarded one is never taken for it. SignetCredentials owns it. Main thread.
 */

struct _SignetSecretDiscards
{
  GHashTable *accounts; /* account -> SignetDiscarding, never NO */
};

/**
 * signet_secret_discards_new:
 *
 * Returns: (transfer full): nobody's yet
 */
SignetSecretDiscards *
signet_secret_discards_new (void)
{
  SignetSecretDiscards *self = g_new0 (SignetSecretDiscards, 1);

  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * signet_secret_discards_free:
 * @self: (transfer full): discards
 */
void
signet_secret_discards_free (SignetSecretDiscards *self)
{
  g_hash_table_unref (self->accounts);
  g_free (self);
}

/**
 * signet_secret_discards_get:
 * @self: discards
 * @account: whose secret
 *
 * Returns: what is being done about it
 */
SignetDiscarding
signet_secret_discards_get (SignetSecretDiscards *self, const char *account)
{
  return (SignetDiscarding) GPOINTER_TO_INT (g_hash_table_lookup (self->accounts, account));
}

/**
 * signet_secret_discards_set:
 * @self: discards
 * @account: whose secret
 * @discarding: what is being done about it
 *
 * Returns: whether it is discarded now and wasn't before, or the other way round
 */
gboolean
signet_secret_discards_set (SignetSecretDiscards *self, const char *account, SignetDiscarding discarding)
{
  gboolean before = signet_secret_discards_get (self, account) != SIGNET_DISCARDING_NO;

  if (discarding == SIGNET_DISCARDING_NO)
    g_hash_table_remove (self->accounts, account);
  else
    g_hash_table_replace (self->accounts, g_strdup (account), GINT_TO_POINTER (discarding));
  return before != (discarding != SIGNET_DISCARDING_NO);
}

/**
 * signet_secret_discards_note_end:
 * @self: discards
 * @verb: what was done
 * @account: with whose secret
 * @done: or wasn't
 *
 * Calls of one account end in the order they were made: what a later one is about to do isn't this one's to
 * say.
 *
 * Returns: as signet_secret_discards_set()
 */
gboolean
signet_secret_discards_note_end (SignetSecretDiscards *self,
                                 SignetSecretVerb verb,
                                 const char *account,
                                 gboolean done)
{
  gboolean replaces = signet_secret_discards_get (self, account) == SIGNET_DISCARDING_REPLACES;

  if ((verb == SIGNET_SECRET_CLEAR && !replaces) || (verb == SIGNET_SECRET_STORE && replaces))
    return signet_secret_discards_set (self, account, done ? SIGNET_DISCARDING_NO : SIGNET_DISCARDING_WAITS);
  return FALSE;
}

/**
 * signet_secret_discards_list_waiting:
 * @self: discards
 *
 * Returns: (transfer full): the accounts about which nothing is being done
 */
GStrv
signet_secret_discards_list_waiting (SignetSecretDiscards *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer account, discarding;

  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, &account, &discarding))
    if (GPOINTER_TO_INT (discarding) == SIGNET_DISCARDING_WAITS)
      g_strv_builder_add (builder, account);
  return g_strv_builder_end (builder);
}
