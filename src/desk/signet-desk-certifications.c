/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "desk/signet-certification-list.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-records.h"
#include "desk/signet-members.h"
#include "desk/signet-resource.h"
#include "model/signet-difference.h"
#include "model/signet-milestone.h"
#include "store/signet-certification-events.h"
#include "store/signet-certifications.h"

/*
 * A record and what platforms make of it: where it is certified, what each holds that differs, and how that
 * came about. Main thread.
 */

/**
 * signet_desk_open_certifications:
 * @self: an open desk
 * @subject: local id of a party, right or authorisation
 *
 * Returns: (transfer full): a live list of #SignetCertificationRow, one for each account on which it is
 * certified or on its way
 */
GListModel *
signet_desk_open_certifications (SignetDesk *self, const char *subject)
{
  g_return_val_if_fail (SIGNET_IS_DESK (self), NULL);
  return G_LIST_MODEL (signet_certification_list_new (self, subject));
}

static GListStore *
compare (SignetTables *tables, const char *account, const char *subject, GError **error)
{
  g_autoptr (SignetCertificationRecord) record = signet_certifications_find (tables, account, subject, error);
  g_autoptr (GListStore) differences = g_list_store_new (SIGNET_TYPE_DIFFERENCE);
  g_autoptr (SignetRecord) mine = NULL;
  g_autoptr (JsonNode) held = NULL;
  g_autoptr (JsonNode) encoded = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (record == NULL)
    return NULL;
  if (record->body == NULL)
    return g_steal_pointer (&differences); /* it has not reached the platform */
  mine = signet_records_find_on (tables, account, record->kind, subject, error);
  held = mine != NULL ? signet_resource_read_held (tables, account, record->kind, record->body, error) : NULL;
  if (held == NULL)
    return NULL;
  encoded = signet_resource_encode_known (tables, account, mine);
  found = signet_members_compare (encoded, held);
  for (guint i = 0; i < found->len; i++)
    {
      const char *pointer = g_ptr_array_index (found, i);
      g_autofree char *my_text = signet_resource_describe (tables, account, encoded, pointer);
      g_autofree char *their_text = signet_resource_describe (tables, account, held, pointer);
      g_autoptr (SignetDifference) difference = signet_difference_new (pointer, my_text, their_text);

      g_list_store_append (differences, difference);
    }
  return g_steal_pointer (&differences);
}

/**
 * signet_desk_compare_async:
 * @self: an open desk
 * @account: one of its accounts
 * @subject: local id of a party, right or authorisation that is certified there
 * @cancellable: (nullable): stops waiting
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Compares the record of this desk with what the account's platform holds, as it was last told.
 */
void
signet_desk_compare_async (SignetDesk *self,
                           SignetAccount *account,
                           const char *subject,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SignetTables *tables;
  GListStore *differences;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (SIGNET_IS_ACCOUNT (account));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_compare_async);
  tables = signet_store_get_tables (signet_desk_get_store (self));
  if (tables == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      return;
    }
  differences = compare (tables, signet_account_get_id (account), subject, &error);
  if (differences != NULL)
    g_task_return_pointer (task, differences, g_object_unref);
  else
    g_task_return_error (task, signet_explain (error));
}

/** signet_desk_compare_finish: Returns: (transfer full) (nullable): a list of #SignetDifference, empty if
 * both are the same */
GListModel *
signet_desk_compare_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_desk_open_history:
 * @self: an open desk
 * @account: one of its accounts
 * @subject: local id of a party, right or authorisation
 *
 * Returns: (transfer full): a list of #SignetMilestone, newest first: what the account's platform has made of
 * it until now
 */
GListModel *
signet_desk_open_history (SignetDesk *self, SignetAccount *account, const char *subject)
{
  GListStore *history = g_list_store_new (SIGNET_TYPE_MILESTONE);
  SignetTables *tables;
  g_autoptr (GPtrArray) events = NULL;

  g_return_val_if_fail (SIGNET_IS_DESK (self), G_LIST_MODEL (history));
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (account), G_LIST_MODEL (history));

  tables = signet_store_get_tables (signet_desk_get_store (self));
  if (tables != NULL)
    events = signet_certification_events_list (tables, signet_account_get_id (account), subject, NULL);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      SignetCertificationEventRecord *event = g_ptr_array_index (events, i);
      g_autoptr (SignetMilestone)
          milestone = g_object_new (SIGNET_TYPE_MILESTONE, "status", event->status, "at", event->at, NULL);

      g_list_store_append (history, milestone);
    }
  return G_LIST_MODEL (history);
}
