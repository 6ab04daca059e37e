/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-incoming.h"

#include "api/signet-api-certification.h"
#include "api/signet-api-complaint.h"
#include "api/signet-api-finding.h"
#include "api/signet-change.h"
#include "api/signet-json.h"
#include "model/signet-words.h"
#include "store/signet-accounts.h"
#include "store/signet-certification-events.h"
#include "store/signet-certifications.h"
#include "store/signet-complaints.h"
#include "store/signet-items.h"
#include "store/signet-outbox.h"
#include "store/signet-store-error.h"

/*
 * The way in: the answer to a submission, or a page of changes. Read on the main thread, where an answer
 * that is broken can still be refused as a whole, and a broken change left out, then written by the store's
 * worker in one transaction. An older state never overwrites a newer one: the answer that a repeated
 * submission gets may be older than the changes that overtook it.
 */

typedef struct
{
  char *kind;
  char *subject; /* local id, or NULL to find it by remote_id */
  char *remote_id;
  char *complaint_remote_id; /* of an item */
  GBytes *base;              /* of the answer to a correction: what was corrected */
  SignetCertificationRecord *certification;
  SignetComplaintRecord *complaint;
  SignetItemRecord *item;
} Entry;

struct _SignetIncoming
{
  char *account;
  char *cursor; /* NULL for an answer */
  gint64 now;
  guint n_unreadable;
  GPtrArray *entries;
  GPtrArray *account_resources;
  GPtrArray *decided;
};

static const char *const known_kinds[] = { SIGNET_KIND_PARTY,         SIGNET_KIND_RIGHT,
                                           SIGNET_KIND_AUTHORISATION, SIGNET_KIND_COMPLAINT,
                                           SIGNET_KIND_ITEM,          NULL };

static void
entry_free (Entry *entry)
{
  g_free (entry->kind);
  g_free (entry->subject);
  g_free (entry->remote_id);
  g_free (entry->complaint_remote_id);
  g_clear_pointer (&entry->base, g_bytes_unref);
  g_clear_pointer (&entry->certification, signet_certification_record_free);
  g_clear_pointer (&entry->complaint, signet_complaint_record_free);
  g_clear_pointer (&entry->item, signet_item_record_free);
  g_free (entry);
}

static SignetIncoming *
create (const char *account, gint64 now)
{
  SignetIncoming *self = g_new0 (SignetIncoming, 1);

  self->account = g_strdup (account);
  self->now = now;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->account_resources = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->decided = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static GBytes *
encode_findings (GListModel *findings)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (JsonArray) array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      json_array_add_element (array, signet_api_finding_to_node (finding));
    }
  json_node_set_array (root, array);
  return signet_json_to_bytes (root);
}

/* The contract: missing it is true. */
static gboolean
read_own (JsonNode *party)
{
  JsonNode *own = signet_json_find (party, "/own");

  return own == NULL || json_node_get_value_type (own) != G_TYPE_BOOLEAN || json_node_get_boolean (own);
}

static gboolean
read_certification (Entry *entry, JsonNode *resource, const char *etag, GError **error)
{
  g_autoptr (SignetCertification) certification = signet_api_certification_from_answer (resource, error);
  GListModel *findings;
  SignetCertificationRecord *record;

  if (certification == NULL)
    return FALSE;
  findings = G_LIST_MODEL (signet_certification_get_findings (certification));
  record = entry->certification = signet_certification_record_new ();
  record->kind = g_strdup (entry->kind);
  record->own = g_str_equal (entry->kind, SIGNET_KIND_PARTY) && read_own (resource);
  record->remote_id = g_strdup (signet_certification_get_remote_id (certification));
  record->status = g_strdup (signet_certification_get_status (certification));
  record->n_findings = g_list_model_get_n_items (findings);
  record->findings = encode_findings (findings);
  record->etag = g_strdup (etag);
  record->body = signet_json_to_bytes (resource);
  record->submitted_at = g_strdup (signet_certification_get_submitted_at (certification));
  record->updated_at = g_strdup (signet_certification_get_updated_at (certification));
  record->due_at = g_strdup (signet_certification_get_due_at (certification));
  record->due_rule = g_strdup (signet_certification_get_due_rule (certification));
  return TRUE;
}

static gboolean
read_complaint (Entry *entry, JsonNode *resource, GError **error)
{
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_answer (resource, error);
  SignetComplaintRecord *record;

  if (complaint == NULL)
    return FALSE;
  record = entry->complaint = signet_complaint_record_new ();
  record->remote_id = g_strdup (entry->remote_id);
  record->number = g_strdup (signet_complaint_get_number (complaint));
  record->status = g_strdup (signet_complaint_get_status (complaint));
  record->filed_at = g_strdup (signet_complaint_get_filed_at (complaint));
  record->decided_at = g_strdup (signet_complaint_get_decided_at (complaint));
  record->updated_at = g_strdup (signet_complaint_get_updated_at (complaint));
  record->next_date = g_strdup (signet_complaint_get_due_at (complaint));
  record->body = signet_json_to_bytes (resource);
  return TRUE;
}

static gboolean
read_item (Entry *entry, JsonNode *resource, GError **error)
{
  g_autoptr (SignetItem) item = signet_api_item_from_answer (resource, error);
  const char *complaint = item != NULL ? signet_json_require_text (resource, "/complaint", error) : "";
  SignetItemRecord *record;

  if (*complaint == '\0')
    return FALSE;
  entry->complaint_remote_id = g_strdup (complaint);
  record = entry->item = signet_item_record_new ();
  record->remote_id = g_strdup (entry->remote_id);
  record->position = signet_item_get_position (item);
  record->status = g_strdup (signet_item_get_status (item));
  record->decided_at = g_strdup (signet_item_get_decided_at (item));
  record->body = signet_json_to_bytes (resource);
  return TRUE;
}

/* A kind of resource this version doesn't know is no error: the contract's enums are open. */
static gboolean
read_entry (SignetIncoming *self,
            const char *kind,
            const char *subject,
            JsonNode *resource,
            const char *etag,
            GError **error)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autoptr (GError) missing = NULL;

  entry->kind = g_strdup (kind);
  entry->subject = g_strdup (subject);
  entry->remote_id = g_strdup (signet_json_require_text (resource, "/id", &missing));
  g_ptr_array_add (self->entries, entry);
  if (g_str_equal (kind, SIGNET_KIND_ACCOUNT))
    {
      g_ptr_array_add (self->account_resources, json_node_ref (resource));
      return TRUE;
    }
  if (!g_strv_contains (known_kinds, kind))
    {
      g_debug ("a change of a kind this version doesn't know");
      return TRUE;
    }
  if (missing != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  if (g_str_equal (kind, SIGNET_KIND_COMPLAINT))
    return read_complaint (entry, resource, error);
  if (g_str_equal (kind, SIGNET_KIND_ITEM))
    return read_item (entry, resource, error);
  return read_certification (entry, resource, etag, error);
}

/* RFC 3339 in UTC sorts as text. */
static gboolean
is_older (const char *incoming, const char *stored)
{
  return *stored != '\0' && g_strcmp0 (incoming, stored) < 0;
}

static void
take (char **field, char **value)
{
  g_free (*field);
  *field = g_steal_pointer (value);
}

static void
take_bytes (GBytes **field, GBytes **value)
{
  g_clear_pointer (field, g_bytes_unref);
  *field = g_steal_pointer (value);
}

/* Whether it can go on without the record: this desk has no such one, and that is for certain. But the
 * platform may have taken what was sent from here, and the answer that names it be lost: then the page is
 * heard again after the next answer. */
static gboolean
forgive_missing (SignetIncoming *self,
                 const char *kind,
                 SignetTables *tables,
                 GError *missing,
                 GError **error)
{
  gint64 unanswered;

  if (!signet_store_error_forgive_missing (missing, error))
    return FALSE;
  unanswered = self->cursor != NULL ? signet_outbox_count_unanswered (tables, self->account, kind, error) : 0;
  if (unanswered < 0)
    return FALSE;
  if (unanswered > 0)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT,
                           "a change may be of something whose answer is awaited");
      return FALSE;
    }
  g_debug ("a change of something that isn't on this desk");
  return TRUE;
}

/* The answer to a correction that had to be asked for again is as old as the correction. Times have no more
 * than seconds: whatever changed within that one was heard after the correction, unless it is what was
 * corrected. */
static gboolean
is_overtaken (const Entry *entry, const SignetCertificationRecord *stored)
{
  return entry->base != NULL && g_strcmp0 (entry->certification->updated_at, stored->updated_at) == 0 &&
         (stored->body == NULL || !g_bytes_equal (entry->base, stored->body));
}

/* Something else has taken its place since: nothing it becomes matters any more. */
static gboolean
is_renewed (SignetIncoming *self, Entry *entry, SignetTables *tables, gboolean *renewed, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autofree char *subject = signet_certification_events_find_subject (tables, self->account,
                                                                       entry->remote_id, &missing);

  *renewed = subject != NULL;
  return signet_store_error_forgive_missing (g_steal_pointer (&missing), error);
}

static gboolean
write_certification (SignetIncoming *self, Entry *entry, SignetTables *tables, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetCertificationRecord)
      stored = entry->subject != NULL
                   ? signet_certifications_find (tables, self->account, entry->subject, &missing)
                   : signet_certifications_find_remote (tables, self->account, entry->remote_id, &missing);
  gboolean renewed = FALSE;

  if (stored == NULL && entry->subject == NULL && !is_renewed (self, entry, tables, &renewed, error))
    return FALSE;
  if (renewed)
    return TRUE;
  if (stored == NULL)
    return forgive_missing (self, entry->kind, tables, g_steal_pointer (&missing), error);
  if (is_older (entry->certification->updated_at, stored->updated_at) || is_overtaken (entry, stored))
    return TRUE;
  entry->certification->account = g_strdup (self->account);
  take (&entry->certification->subject, &stored->subject);
  /* A change doesn't tell the tag of what changed; the one that is known is of another version then. */
  if (entry->certification->etag == NULL &&
      g_strcmp0 (entry->certification->updated_at, stored->updated_at) == 0)
    take (&entry->certification->etag, &stored->etag);
  return signet_certifications_save (tables, entry->certification, error);
}

static gboolean
write_complaint (SignetIncoming *self, Entry *entry, SignetTables *tables, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetComplaintRecord)
      stored = entry->subject != NULL
                   ? signet_complaints_find (tables, entry->subject, &missing)
                   : signet_complaints_find_remote (tables, self->account, entry->remote_id, &missing);
  SignetComplaintRecord *incoming = entry->complaint;

  if (stored == NULL)
    return forgive_missing (self, entry->kind, tables, g_steal_pointer (&missing), error);
  if (is_older (incoming->updated_at, stored->updated_at))
    return TRUE;
  if (*stored->decided_at == '\0' && *incoming->decided_at != '\0')
    g_ptr_array_add (self->decided, g_strdup (stored->id));
  take (&stored->remote_id, &incoming->remote_id);
  take (&stored->number, &incoming->number);
  take (&stored->status, &incoming->status);
  take (&stored->filed_at, &incoming->filed_at);
  take (&stored->decided_at, &incoming->decided_at);
  take (&stored->updated_at, &incoming->updated_at);
  take (&stored->next_date, &incoming->next_date);
  take_bytes (&stored->body, &incoming->body);
  return signet_complaints_save (tables, stored, error);
}

/* The items of one complaint come one after another: they are read once. */
typedef struct
{
  char *complaint_remote_id;
  char *complaint;
  GPtrArray *items;
} Items;

static void
items_clear (Items *items)
{
  g_clear_pointer (&items->complaint_remote_id, g_free);
  g_clear_pointer (&items->complaint, g_free);
  g_clear_pointer (&items->items, g_ptr_array_unref);
}

static gboolean
open_items (SignetIncoming *self, Items *items, const char *remote_id, SignetTables *tables, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetComplaintRecord) complaint = NULL;

  if (g_strcmp0 (items->complaint_remote_id, remote_id) == 0)
    return TRUE;
  if (items->complaint != NULL && !signet_complaints_count_items (tables, items->complaint, error))
    return FALSE;
  items_clear (items);
  if (remote_id == NULL)
    return TRUE;
  items->complaint_remote_id = g_strdup (remote_id);
  complaint = signet_complaints_find_remote (tables, self->account, remote_id, &missing);
  if (complaint == NULL)
    return forgive_missing (self, SIGNET_KIND_COMPLAINT, tables, g_steal_pointer (&missing), error);
  items->complaint = g_strdup (complaint->id);
  items->items = signet_items_list (tables, complaint->id, error);
  return items->items != NULL;
}

static gboolean
write_item (Entry *entry, Items *items, SignetTables *tables, GError **error)
{
  for (guint i = 0; items->items != NULL && i < items->items->len; i++)
    {
      SignetItemRecord *stored = g_ptr_array_index (items->items, i);

      if (stored->position != entry->item->position)
        continue;
      take (&stored->remote_id, &entry->item->remote_id);
      take (&stored->status, &entry->item->status);
      take (&stored->decided_at, &entry->item->decided_at);
      take_bytes (&stored->body, &entry->item->body);
      return signet_items_save (tables, stored, error);
    }
  return TRUE;
}

/**
 * signet_incoming_new_answer:
 * @outbox: the submission
 * @resource: what the platform answered to it, perhaps for a second time
 * @etag: (nullable): its entity tag
 * @error: %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): what is to be stored
 */
SignetIncoming *
signet_incoming_new_answer (const SignetOutboxRecord *outbox,
                            JsonNode *resource,
                            const char *etag,
                            GError **error)
{
  g_autoptr (SignetIncoming) self = create (outbox->account, 0);

  if (!read_entry (self, outbox->kind, outbox->subject, resource, etag, error))
    return NULL;
  if (outbox->base != NULL)
    ((Entry *) g_ptr_array_index (self->entries, 0))->base = g_bytes_ref (outbox->base);
  return g_steal_pointer (&self);
}

/**
 * signet_incoming_new_resource:
 * @outbox: a submission
 * @resource: what it is about, as the platform holds it now
 * @etag: (nullable): its entity tag
 * @error: %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): what is to be stored
 */
SignetIncoming *
signet_incoming_new_resource (const SignetOutboxRecord *outbox,
                              JsonNode *resource,
                              const char *etag,
                              GError **error)
{
  g_autoptr (SignetIncoming) self = create (outbox->account, 0);

  if (!read_entry (self, outbox->kind, outbox->subject, resource, etag, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * signet_incoming_new_changes:
 * @account: local id of the account
 * @now: µs UTC
 * @root: a page of `/v1/changes`
 * @error: %SIGNET_API_ERROR
 *
 * A change that can't be read is left out, and said in the log: waiting for a better one would hold up all
 * that come after it for ever. What it was about comes again, as a whole, with its next change.
 *
 * Returns: (transfer full) (nullable): what is to be stored, with the cursor that goes with it
 */
SignetIncoming *
signet_incoming_new_changes (const char *account, gint64 now, JsonNode *root, GError **error)
{
  g_autoptr (SignetIncoming) self = create (account, now);
  g_autoptr (GPtrArray)
      changes = signet_change_list_from_node (root, &self->cursor, &self->n_unreadable, error);

  if (changes == NULL)
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    {
      SignetChange *change = g_ptr_array_index (changes, i);
      g_autoptr (GError) unreadable = NULL;

      if (read_entry (self, signet_change_get_kind (change), NULL, signet_change_get_resource (change), NULL,
                      &unreadable))
        continue;
      g_warning ("a change of kind %s cannot be read and is left out: %s", signet_change_get_kind (change),
                 unreadable->message);
      g_ptr_array_set_size (self->entries, (int) self->entries->len - 1);
      self->n_unreadable++;
    }
  return g_steal_pointer (&self);
}

/**
 * signet_incoming_free:
 * @self: (transfer full): what came in
 *
 * Frees it.
 */
void
signet_incoming_free (SignetIncoming *self)
{
  g_free (self->account);
  g_free (self->cursor);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->account_resources);
  g_ptr_array_unref (self->decided);
  g_free (self);
}

/** signet_incoming_get_account_resources: Returns: (transfer none) (element-type JsonNode): the account's own
 * changes */
GPtrArray *
signet_incoming_get_account_resources (SignetIncoming *self)
{
  return self->account_resources;
}

/** signet_incoming_get_n_unreadable: Returns: how many changes of the page were left out */
guint
signet_incoming_get_n_unreadable (SignetIncoming *self)
{
  return self->n_unreadable;
}

/** signet_incoming_get_decided: Returns: (transfer none) (element-type utf8): complaints decided by this
 * write */
GPtrArray *
signet_incoming_get_decided (SignetIncoming *self)
{
  return self->decided;
}

/**
 * signet_incoming_write:
 * @tables: writable tables
 * @data: a #SignetIncoming; what it holds is used up
 * @error: %SIGNET_DB_ERROR; %SIGNET_STORE_ERROR_CONFLICT if the page must be asked for again, after what has
 * been sent has been answered
 *
 * The transaction that stores it, cursor included. Worker.
 *
 * Returns: %TRUE to commit
 */
gboolean
signet_incoming_write (SignetTables *tables, gpointer data, GError **error)
{
  SignetIncoming *self = data;
  Items items = { 0 };
  gboolean written = TRUE;

  for (guint i = 0; written && i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->certification != NULL)
        written = write_certification (self, entry, tables, error);
      else if (entry->complaint != NULL)
        written = write_complaint (self, entry, tables, error);
      else if (entry->item != NULL)
        written = open_items (self, &items, entry->complaint_remote_id, tables, error) &&
                  write_item (entry, &items, tables, error);
    }
  written = written && open_items (self, &items, NULL, tables, error);
  items_clear (&items);
  return written && (self->cursor == NULL ||
                     signet_accounts_set_cursor (tables, self->account, self->cursor, self->now, error));
}
