/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-matter-private.h"

#include "api/signet-api-complaint.h"
#include "api/signet-json.h"
#include "desk/signet-receipt-check.h"
#include "desk/signet-records.h"
#include "model/signet-words.h"
#include "store/signet-complaints.h"
#include "store/signet-items.h"
#include "store/signet-outbox.h"
#include "store/signet-receipts.h"

/*
 * A complaint as the person follows it: what was sent, what the platform made of it, and the receipt with its
 * verdict, read again whenever the store changes. The page that shows it owns it. Main thread; it reads by
 * key only.
 */
struct _SignetMatter
{
  GObject parent_instance;

  SignetStore *store;
  char *id;

  gboolean loaded;
  SignetComplaint *complaint;
  SignetRight *right;
  SignetReceiptRecord *receipt;
  char *error_code;
  SignetOutboxRecord *awaited;
};

G_DEFINE_FINAL_TYPE (SignetMatter, signet_matter, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SignetReceiptState,
                    signet_receipt_state,
                    G_DEFINE_ENUM_VALUE (SIGNET_RECEIPT_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (SIGNET_RECEIPT_VERIFIED, "verified"),
                    G_DEFINE_ENUM_VALUE (SIGNET_RECEIPT_WRONG, "wrong"),
                    G_DEFINE_ENUM_VALUE (SIGNET_RECEIPT_UNCHECKED, "unchecked"))

enum
{
  PROP_0,
  PROP_LOADED,
  PROP_COMPLAINT,
  PROP_RIGHT,
  PROP_RECEIPT_STATE,
  PROP_RECEIPT_FILES,
  PROP_RECEIPT_AT,
  PROP_RECEIPT_PROBLEM,
  PROP_KEY_FIRST_SEEN,
  PROP_ERROR_CODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What was sent, with what the platform has said about it since. */
static SignetComplaint *
read_complaint (const SignetComplaintRecord *record)
{
  g_autoptr (GError) error = NULL;
  SignetComplaint *complaint = signet_api_complaint_from_draft (record->sent_body, &error);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (SignetComplaint) answer = NULL;

  if (complaint == NULL)
    {
      g_warning ("what was sent of a complaint cannot be read: %s", error->message);
      return NULL;
    }
  signet_complaint_set_id (complaint, record->id);
  signet_complaint_set_status (complaint, record->status);
  signet_complaint_set_number (complaint, record->number);
  signet_complaint_set_filed_at (complaint, record->filed_at);
  signet_complaint_set_decided_at (complaint, record->decided_at);
  node = record->body != NULL ? signet_json_parse (record->body, &error) : NULL;
  answer = node != NULL ? signet_api_complaint_from_answer (node, &error) : NULL;
  if (answer != NULL)
    {
      GListModel *history = G_LIST_MODEL (signet_complaint_get_history (answer));
      GListModel *findings = G_LIST_MODEL (signet_complaint_get_findings (answer));

      for (guint i = 0; i < g_list_model_get_n_items (history); i++)
        {
          g_autoptr (GObject) milestone = g_list_model_get_item (history, i);

          g_list_store_append (signet_complaint_get_history (complaint), milestone);
        }
      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr (GObject) finding = g_list_model_get_item (findings, i);

          g_list_store_append (signet_complaint_get_findings (complaint), finding);
        }
    }
  return complaint;
}

static void
read_items (SignetComplaint *complaint, GPtrArray *records)
{
  GListStore *items = signet_complaint_get_items (complaint);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SignetItemRecord *record = g_ptr_array_index (records, i);
      g_autoptr (JsonNode) node = record->body != NULL ? signet_json_parse (record->body, NULL) : NULL;
      g_autoptr (SignetItem) item = node != NULL ? signet_api_item_from_answer (node, NULL) : NULL;
      g_autoptr (SignetItem) sent = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (item == NULL)
        continue; /* nothing has been said about it yet: what was sent stands */
      signet_item_set_reference (item, record->reference);
      signet_item_set_private_note (item, record->private_note);
      if (sent != NULL)
        g_list_store_splice (items, i, 1, (gpointer *) &item, 1);
      else
        g_list_store_append (items, item);
    }
}

/* What was refused and has to be taken before it can go out itself; NULL if nothing was. */
static SignetOutboxRecord *
find_awaited (SignetTables *tables, const SignetComplaintRecord *record)
{
  g_autoptr (SignetOutboxRecord)
      submission = signet_outbox_find_last (tables, record->account, record->id, NULL);

  while (submission != NULL && *submission->depends != '\0')
    {
      SignetOutboxRecord *before = signet_outbox_find (tables, submission->depends, NULL);

      signet_outbox_record_free (submission);
      submission = before;
      if (submission != NULL && g_str_equal (submission->state, SIGNET_STATUS_FAILED))
        return g_steal_pointer (&submission);
    }

  return NULL;
}

static void
load (SignetMatter *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetComplaintRecord) record = signet_complaints_find (tables, self->id, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (record == NULL)
    {
      g_warning ("a complaint cannot be read: %s", error->message);
      return;
    }
  g_clear_object (&self->complaint);
  g_clear_object (&self->right);
  g_clear_pointer (&self->receipt, signet_receipt_record_free);
  g_free (self->error_code);
  g_clear_pointer (&self->awaited, signet_outbox_record_free);
  self->complaint = read_complaint (record);
  self->awaited = find_awaited (tables, record);
  self->error_code = g_strdup (record->error_code);
  items = signet_items_list (tables, self->id, &error);
  if (self->complaint != NULL)
    read_items (self->complaint, items);
  if (self->complaint != NULL && g_str_equal (record->status, SIGNET_STATUS_FAILED))
    signet_records_read_refusal (tables, record->account, self->id,
                                 signet_complaint_get_findings (self->complaint));
  self->right = signet_records_find_right (tables, record->right_id, NULL);
  self->receipt = signet_receipts_find_last (tables, self->id, NULL);
  self->loaded = self->complaint != NULL;
  for (int i = PROP_LOADED; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
store_changed_cb (SignetMatter *self, SignetChanges *changes)
{
  const char *remote = self->complaint != NULL ? signet_complaint_get_number (self->complaint) : "";

  if (signet_changes_has (changes, SIGNET_SUBJECT_COMPLAINT, self->id) ||
      (*remote == '\0' && signet_changes_has (changes, SIGNET_SUBJECT_OUTBOX, NULL)))
    load (self);
}

static void
signet_matter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetMatter *self = SIGNET_MATTER (object);

  switch (id)
    {
    case PROP_LOADED:
      g_value_set_boolean (value, self->loaded);
      break;
    case PROP_COMPLAINT:
      g_value_set_object (value, self->complaint);
      break;
    case PROP_RIGHT:
      g_value_set_object (value, self->right);
      break;
    case PROP_RECEIPT_STATE:
      g_value_set_enum (value, signet_matter_get_receipt_state (self));
      break;
    case PROP_RECEIPT_FILES:
      g_value_set_uint (value, signet_matter_get_receipt_files (self));
      break;
    case PROP_RECEIPT_AT:
      g_value_set_int64 (value, signet_matter_get_receipt_at (self));
      break;
    case PROP_RECEIPT_PROBLEM:
      g_value_set_string (value, signet_matter_get_receipt_problem (self));
      break;
    case PROP_KEY_FIRST_SEEN:
      g_value_set_int64 (value, signet_matter_get_key_first_seen (self));
      break;
    case PROP_ERROR_CODE:
      g_value_set_string (value, self->error_code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_matter_finalize (GObject *object)
{
  SignetMatter *self = SIGNET_MATTER (object);

  g_clear_object (&self->complaint);
  g_clear_object (&self->right);
  g_clear_pointer (&self->receipt, signet_receipt_record_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->awaited, signet_outbox_record_free);
  g_free (self->error_code);
  g_free (self->id);
  G_OBJECT_CLASS (signet_matter_parent_class)->finalize (object);
}

static void
signet_matter_class_init (SignetMatterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_matter_get_property;
  object_class->finalize = signet_matter_finalize;

  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLAINT] = g_param_spec_object ("complaint", NULL, NULL, SIGNET_TYPE_COMPLAINT, flags);
  properties[PROP_RIGHT] = g_param_spec_object ("right", NULL, NULL, SIGNET_TYPE_RIGHT, flags);
  properties[PROP_RECEIPT_STATE] = g_param_spec_enum ("receipt-state", NULL, NULL, SIGNET_TYPE_RECEIPT_STATE,
                                                      SIGNET_RECEIPT_NONE, flags);
  properties[PROP_RECEIPT_FILES] = g_param_spec_uint ("receipt-files", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RECEIPT_AT] = g_param_spec_int64 ("receipt-at", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_RECEIPT_PROBLEM] = g_param_spec_string ("receipt-problem", NULL, NULL, NULL, flags);
  properties[PROP_KEY_FIRST_SEEN] = g_param_spec_int64 ("key-first-seen", NULL, NULL, 0, G_MAXINT64, 0,
                                                        flags);
  properties[PROP_ERROR_CODE] = g_param_spec_string ("error-code", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_matter_init (SignetMatter *self)
{
}

/**
 * signet_matter_new:
 * @complaint: local id of a complaint
 * @store: where it is
 *
 * Returns: (transfer full): the matter, already loaded if the complaint is there
 */
SignetMatter *
signet_matter_new (const char *complaint, SignetStore *store)
{
  SignetMatter *self = g_object_new (SIGNET_TYPE_MATTER, NULL);

  self->id = g_strdup (complaint);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/** signet_matter_get_loaded: Returns: whether there is something to show */
gboolean
signet_matter_get_loaded (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), FALSE);
  return self->loaded;
}

/** signet_matter_get_complaint: Returns: (transfer none) (nullable): the complaint with its items and history
 */
SignetComplaint *
signet_matter_get_complaint (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), NULL);
  return self->complaint;
}

/** signet_matter_get_right: Returns: (transfer none) (nullable): the right it rests on */
SignetRight *
signet_matter_get_right (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), NULL);
  return self->right;
}

/** signet_matter_get_receipt_state: Returns: whether the receipt agrees with what was sent */
SignetReceiptState
signet_matter_get_receipt_state (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), SIGNET_RECEIPT_NONE);

  if (self->receipt == NULL)
    return SIGNET_RECEIPT_NONE;
  if (g_str_equal (self->receipt->verdict, SIGNET_VERDICT_VERIFIED))
    return SIGNET_RECEIPT_VERIFIED;
  return g_str_equal (self->receipt->verdict, SIGNET_VERDICT_WRONG) ? SIGNET_RECEIPT_WRONG
                                                                    : SIGNET_RECEIPT_UNCHECKED;
}

/** signet_matter_get_receipt_files: Returns: how many files the receipt names */
guint
signet_matter_get_receipt_files (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), 0);
  return self->receipt != NULL ? (guint) self->receipt->n_files : 0;
}

/** signet_matter_get_receipt_at: Returns: when the platform says it received the complaint, µs UTC, 0 unknown
 */
gint64
signet_matter_get_receipt_at (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), 0);
  return self->receipt != NULL ? self->receipt->received_at : 0;
}

/** signet_matter_get_receipt_problem: Returns: (transfer none): what doesn't agree, a word, or "" */
const char *
signet_matter_get_receipt_problem (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), "");
  return self->receipt != NULL ? self->receipt->problem : "";
}

/** signet_matter_get_key_first_seen: Returns: when this desk first saw the key that signed, µs UTC, 0 unknown
 */
gint64
signet_matter_get_key_first_seen (SignetMatter *self)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), 0);
  return self->receipt != NULL ? self->receipt->key_first_seen : 0;
}

/**
 * signet_matter_get_awaited:
 * @self: a matter
 * @name: (out) (transfer none): what it is called
 *
 * A complaint can't go out before what it names. SignetMatter::notify tells when this changes.
 *
 * Returns: (transfer none) (nullable): the kind of what was refused and has to be taken first,
 * %SIGNET_KIND_PARTY and so on; %NULL if nothing was
 */
const char *
signet_matter_get_awaited (SignetMatter *self, const char **name)
{
  g_return_val_if_fail (SIGNET_IS_MATTER (self), NULL);

  if (self->awaited == NULL)
    return NULL;
  *name = self->awaited->title;
  return self->awaited->kind;
}
