/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-filed-before.h"

#include "store/signet-complaints.h"
#include "store/signet-items.h"
#include "store/signet-store-error.h"

/*
 * Which targets an account has complained about for one right. What was looked up is kept until something is
 * filed, since a complaint of thousands of items asks again after each change. A self-check owns it. Main
 * thread.
 */
struct _SignetFiledBefore
{
  SignetStore *store;
  char *account;
  char *right;
  GHashTable *numbers; /* target key → number of the complaint, or NULL */
};

/* FALSE with @error if that can't be read; NULL in @number if there was none. */
static gboolean
look_up (SignetFiledBefore *self, const char *key, char **number, GError **error)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  g_autoptr (GPtrArray) items = signet_items_list_target (tables, self->account, key, error);

  for (guint i = 0; items != NULL && *number == NULL && i < items->len; i++)
    {
      SignetItemRecord *item = g_ptr_array_index (items, i);
      g_autoptr (GError) missing = NULL;
      g_autoptr (SignetComplaintRecord)
          complaint = signet_complaints_find (tables, item->complaint, &missing);

      if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
        return FALSE;
      if (complaint != NULL && g_str_equal (complaint->right_id, self->right))
        *number = g_strdup (complaint->number);
    }
  return items != NULL;
}

/**
 * signet_filed_before_new:
 * @store: where complaints are
 * @account: local id of the account
 *
 * Returns: (transfer full): knows nothing yet
 */
SignetFiledBefore *
signet_filed_before_new (SignetStore *store, const char *account)
{
  SignetFiledBefore *self = g_new0 (SignetFiledBefore, 1);

  self->store = g_object_ref (store);
  self->account = g_strdup (account);
  self->right = g_strdup ("");
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

/** signet_filed_before_free: @self: (transfer full): what was filed */
void
signet_filed_before_free (SignetFiledBefore *self)
{
  g_hash_table_unref (self->numbers);
  g_object_unref (self->store);
  g_free (self->account);
  g_free (self->right);
  g_free (self);
}

/** signet_filed_before_set_right: @right: local id of the right it is asked about from now on */
void
signet_filed_before_set_right (SignetFiledBefore *self, const char *right)
{
  if (g_str_equal (self->right, right))
    return;
  g_free (self->right);
  self->right = g_strdup (right);
  signet_filed_before_forget (self);
}

/** signet_filed_before_forget: something was filed */
void
signet_filed_before_forget (SignetFiledBefore *self)
{
  g_hash_table_remove_all (self->numbers);
}

/**
 * signet_filed_before_find:
 * @key: of a target
 * @user_data: a #SignetFiledBefore
 *
 * As #SignetComplaintContext asks. What can't be read counts as filed: it may have been.
 *
 * Returns: (transfer none) (nullable): the number of the complaint about it, "" while it has none; %NULL if
 * there is no complaint
 */
const char *
signet_filed_before_find (const char *key, gpointer user_data)
{
  SignetFiledBefore *self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer found = NULL;
  char *number = NULL;

  if (g_hash_table_lookup_extended (self->numbers, key, NULL, &found))
    return found;
  if (!look_up (self, key, &number, &error))
    {
      g_free (number);
      g_warning ("what was filed before cannot be read: %s", error->message);
      return "";
    }
  g_hash_table_insert (self->numbers, g_strdup (key), number);
  return number;
}
