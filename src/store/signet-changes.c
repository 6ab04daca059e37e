/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-changes.h"

/* What was changed since somebody last looked: ids by subject. Built on the worker, handed to the main thread
 * when nobody adds to it any more; the reference count may be touched on both.
 */

struct _SignetChanges
{
  GHashTable *ids[SIGNET_N_SUBJECTS]; /* sets of owned ids, NULL while empty */
};

G_DEFINE_BOXED_TYPE (SignetChanges, signet_changes, signet_changes_ref, signet_changes_unref)

static void
clear (gpointer data)
{
  SignetChanges *self = data;

  for (guint i = 0; i < SIGNET_N_SUBJECTS; i++)
    g_clear_pointer (&self->ids[i], g_hash_table_unref);
}

/**
 * signet_changes_new:
 *
 * Returns: (transfer full): no changes yet
 */
SignetChanges *
signet_changes_new (void)
{
  return g_atomic_rc_box_new0 (SignetChanges);
}

/**
 * signet_changes_ref:
 * @self: changes
 *
 * Returns: (transfer full): @self
 */
SignetChanges *
signet_changes_ref (SignetChanges *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * signet_changes_unref:
 * @self: (transfer full): changes
 *
 * Drops one reference.
 */
void
signet_changes_unref (SignetChanges *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * signet_changes_add:
 * @self: changes
 * @subject: what it is about
 * @id: which one
 *
 * Adds a change.
 */
void
signet_changes_add (SignetChanges *self, SignetSubject subject, const char *id)
{
  if (self->ids[subject] == NULL)
    self->ids[subject] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_contains (self->ids[subject], id))
    g_hash_table_add (self->ids[subject], g_strdup (id));
}

/**
 * signet_changes_add_all:
 * @self: changes
 * @other: other changes
 *
 * Adds all of @other to @self.
 */
void
signet_changes_add_all (SignetChanges *self, SignetChanges *other)
{
  for (guint i = 0; i < SIGNET_N_SUBJECTS; i++)
    {
      GHashTableIter iter;
      gpointer id;

      if (other->ids[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, other->ids[i]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        signet_changes_add (self, i, id);
    }
}

/**
 * signet_changes_is_empty:
 * @self: changes
 *
 * Returns: %TRUE if nothing changed
 */
gboolean
signet_changes_is_empty (SignetChanges *self)
{
  for (guint i = 0; i < SIGNET_N_SUBJECTS; i++)
    if (self->ids[i] != NULL)
      return FALSE;
  return TRUE;
}

/**
 * signet_changes_has:
 * @self: changes
 * @subject: what it is about
 * @id: (nullable): which one, %NULL for any
 *
 * Returns: %TRUE if it changed
 */
gboolean
signet_changes_has (SignetChanges *self, SignetSubject subject, const char *id)
{
  if (self->ids[subject] == NULL)
    return FALSE;
  return id == NULL || g_hash_table_contains (self->ids[subject], id);
}
