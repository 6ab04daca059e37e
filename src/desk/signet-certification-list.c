/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-certification-list.h"

#include "desk/signet-desk-private.h"
#include "desk/signet-records.h"
#include "desk/signet-members.h"
#include "desk/signet-resource.h"
#include "model/signet-certification-row.h"
#include "model/signet-words.h"
#include "store/signet-certifications.h"
#include "store/signet-outbox.h"

/*
 * A record and the accounts on which it is certified, or on its way: one row each, oldest first. Follows the
 * store. Whoever shows it owns it. Main thread.
 */
struct _SignetCertificationList
{
  GObject parent_instance;

  SignetDesk *desk; /* weak: its lists may outlive it */
  char *subject;
  GPtrArray *rows;
};

static GType
get_item_type (GListModel *list)
{
  return SIGNET_TYPE_CERTIFICATION_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return SIGNET_CERTIFICATION_LIST (list)->rows->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  SignetCertificationList *self = SIGNET_CERTIFICATION_LIST (list);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetCertificationList,
                               signet_certification_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Whether the platform holds something else than this desk. */
static gboolean
differs (SignetTables *tables, const SignetCertificationRecord *record)
{
  g_autoptr (JsonNode)
      held = record->body != NULL
                 ? signet_resource_read_held (tables, record->account, record->kind, record->body, NULL)
                 : NULL;
  g_autoptr (SignetRecord) mine = held != NULL ? signet_records_find_on (tables, record->account,
                                                                         record->kind, record->subject, NULL)
                                               : NULL;
  g_autoptr (JsonNode) encoded = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (mine == NULL)
    return FALSE;
  encoded = signet_resource_encode_known (tables, record->account, mine);
  found = signet_members_compare (encoded, held);
  return found->len > 0;
}

static SignetCertificationRow *
create_row (SignetCertificationList *self, SignetTables *tables, const SignetCertificationRecord *record)
{
  SignetCertificationRow *row = signet_certification_row_new ();
  SignetAccount *account = signet_desk_find_account (self->desk, record->account);
  SignetPlatform *platform = account != NULL ? signet_account_get_platform (account) : NULL;
  g_autoptr (SignetOutboxRecord)
      outbox = signet_outbox_find_last (tables, record->account, record->subject, NULL);
  gboolean unsent = outbox != NULL && !g_str_equal (outbox->state, SIGNET_OUTBOX_SENT);
  gboolean failed = unsent && g_str_equal (outbox->state, SIGNET_STATUS_FAILED);

  signet_certification_row_set_account_id (row, record->account);
  signet_certification_row_set_account_name (row, account != NULL ? signet_account_get_name (account) : "");
  signet_certification_row_set_platform_name (
      row, platform != NULL
               ? signet_label_get (signet_platform_get_name (platform), g_get_language_names ()[0])
               : "");
  /* What is on its way says more than what it is to correct. */
  signet_certification_row_set_status (row, unsent && !failed ? outbox->state : record->status);
  signet_certification_row_set_n_findings (row, (int) record->n_findings);
  signet_certification_row_set_updated_at (row, record->updated_at);
  signet_certification_row_set_differs (row, differs (tables, record));
  signet_certification_row_set_may_edit (
      row, (!unsent || failed) && g_str_equal (record->status, SIGNET_STATUS_NEEDS_CORRECTION));
  signet_certification_row_set_may_renew (row, (!unsent || failed) && signet_records_can_renew (record));
  return row;
}

static GPtrArray *
load (SignetCertificationList *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  SignetTables *tables = self->desk != NULL ? signet_store_get_tables (signet_desk_get_store (self->desk))
                                            : NULL;
  g_autoptr (GPtrArray) records = tables != NULL ? signet_certifications_list (tables, self->subject, NULL)
                                                 : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (rows, create_row (self, tables, g_ptr_array_index (records, i)));
  return rows;
}

static void
reload (SignetCertificationList *self)
{
  guint before = self->rows->len;

  g_ptr_array_unref (self->rows);
  self->rows = load (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->rows->len);
}

static void
store_changed_cb (SignetCertificationList *self, SignetChanges *changes)
{
  if (signet_records_have_changed (changes, self->subject) ||
      signet_changes_has (changes, SIGNET_SUBJECT_OUTBOX, NULL) ||
      signet_changes_has (changes, SIGNET_SUBJECT_ACCOUNT, NULL))
    reload (self);
}

static void
signet_certification_list_finalize (GObject *object)
{
  SignetCertificationList *self = SIGNET_CERTIFICATION_LIST (object);

  g_clear_weak_pointer (&self->desk);
  g_ptr_array_unref (self->rows);
  g_free (self->subject);
  G_OBJECT_CLASS (signet_certification_list_parent_class)->finalize (object);
}

static void
signet_certification_list_class_init (SignetCertificationListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_certification_list_finalize;
}

static void
signet_certification_list_init (SignetCertificationList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * signet_certification_list_new:
 * @desk: an open desk
 * @subject: local id of a party, right or authorisation
 *
 * Returns: (transfer full): where it is certified
 */
SignetCertificationList *
signet_certification_list_new (SignetDesk *desk, const char *subject)
{
  SignetCertificationList *self = g_object_new (SIGNET_TYPE_CERTIFICATION_LIST, NULL);

  g_set_weak_pointer (&self->desk, desk);
  self->subject = g_strdup (subject);
  g_ptr_array_unref (self->rows);
  self->rows = load (self);
  g_signal_connect_object (signet_desk_get_store (desk), "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
