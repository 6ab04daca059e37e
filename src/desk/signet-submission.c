/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-submission.h"

#include "api/signet-api-complaint.h"
#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-records.h"
#include "model/signet-evidence.h"
#include "model/signet-normalise.h"
#include "model/signet-words.h"
#include "proof/signet-random.h"
#include "store/signet-certifications.h"
#include "store/signet-complaints.h"
#include "store/signet-drafts.h"
#include "store/signet-items.h"
#include "store/signet-outbox-files.h"
#include "store/signet-outbox.h"
#include "store/signet-parties.h"
#include "store/signet-rights.h"

/*
 * What a person submits, at the moment they do: the local record, the exact bytes that go out under one
 * idempotency key, and the files they rest on, all plain so that the store's worker can write them in one
 * transaction. Made on the main thread, written and freed on the worker.
 */
struct _SignetSubmission
{
  SignetOutboxRecord *outbox;
  GPtrArray *files;
  SignetPartyRecord *party;
  SignetRightRecord *right;
  SignetCertificationRecord *certification;
  SignetComplaintRecord *complaint;
  GPtrArray *items;
  char *draft;
};

static void
add_files (SignetSubmission *self, GListStore *evidence)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (evidence));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetEvidence) one = g_list_model_get_item (G_LIST_MODEL (evidence), i);
      SignetOutboxFile *file = signet_outbox_file_new ();

      file->slot = g_strdup (signet_evidence_get_slot (one));
      file->sha256 = g_strdup (signet_evidence_get_sha256 (one));
      file->name = g_strdup (signet_evidence_get_name (one));
      file->media_type = g_strdup (signet_evidence_get_media_type (one));
      file->bytes = (gint64) signet_evidence_get_bytes (one);
      g_ptr_array_add (self->files, file);
    }
}

static SignetSubmission *
create (const char *account,
        const char *kind,
        const char *subject,
        const char *title,
        gint64 now,
        GError **error)
{
  g_autoptr (SignetSubmission) self = g_new0 (SignetSubmission, 1);
  g_autofree char *path = g_strdup_printf ("/v1/%s", g_str_equal (kind, SIGNET_KIND_PARTY)   ? "parties"
                                                     : g_str_equal (kind, SIGNET_KIND_RIGHT) ? "rights"
                                                                                             : "complaints");

  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_outbox_file_free);
  self->outbox = signet_outbox_record_new ();
  self->outbox->id = signet_random_uuid (error);
  self->outbox->idempotency_key = self->outbox->id != NULL ? signet_random_uuid (error) : NULL;
  if (self->outbox->idempotency_key == NULL)
    return NULL;
  self->outbox->account = g_strdup (account);
  self->outbox->kind = g_strdup (kind);
  self->outbox->subject = g_strdup (subject);
  self->outbox->title = g_strdup (title);
  self->outbox->method = g_strdup ("POST");
  self->outbox->path = g_steal_pointer (&path);
  self->outbox->content_type = g_strdup ("application/json");
  self->outbox->created_at = now;
  return g_steal_pointer (&self);
}

static SignetCertificationRecord *
create_certification (const char *account, const char *kind, const char *subject)
{
  SignetCertificationRecord *record = signet_certification_record_new ();

  record->account = g_strdup (account);
  record->kind = g_strdup (kind);
  record->subject = g_strdup (subject);
  record->status = g_strdup (SIGNET_STATUS_QUEUED);
  return record;
}

/* The platform's id of a party or right, or in @outbox the submission that will bring it. */
static char *
find_remote_id (SignetTables *tables, const char *account, const char *subject, char **outbox, GError **error)
{
  g_autoptr (SignetCertificationRecord) record = signet_certifications_find (tables, account, subject, error);
  g_autoptr (SignetOutboxRecord) waiting = NULL;

  if (record == NULL)
    return NULL;
  if (*record->remote_id != '\0')
    return g_strdup (record->remote_id);
  waiting = signet_outbox_find_last (tables, subject, error);
  if (waiting == NULL)
    return NULL;
  if (outbox != NULL)
    *outbox = g_strdup (waiting->id);
  return g_strdup ("");
}

static GBytes *
encode_right (SignetRight *right, SignetTables *tables, const char *account, char **outbox, GError **error)
{
  g_autofree char *holder = find_remote_id (tables, account, signet_right_get_party_id (right), outbox,
                                            error);

  const char *holders[] = { holder, NULL };

  if (holder == NULL || *holder == '\0')
    return NULL;
  return signet_api_right_to_request (right, holders);
}

static GBytes *
encode_complaint (SignetComplaint *complaint,
                  SignetTables *tables,
                  const char *account,
                  char **outbox,
                  GError **error)
{
  g_autofree char *right = find_remote_id (tables, account, signet_complaint_get_right_id (complaint), outbox,
                                           error);
  g_autofree char *party = NULL;

  /* The right's submission rests on the party's, so waiting for the right is enough. */
  if (right == NULL || *right == '\0')
    return NULL;
  party = find_remote_id (tables, account, signet_complaint_get_party_id (complaint), outbox, error);
  if (party == NULL || *party == '\0')
    return NULL;
  return signet_api_complaint_to_request (complaint, right, party, NULL);
}

/* A complaint as it is filed: only its new items, in the order of the request. */
static SignetComplaint *
copy_filed (SignetComplaint *complaint, GError **error)
{
  g_autoptr (GBytes) bytes = signet_api_complaint_to_draft (complaint);
  SignetComplaint *filed = signet_api_complaint_from_draft (bytes, error);
  GListStore *items;
  int position = 0;

  if (filed == NULL)
    return NULL;
  items = signet_complaint_get_items (filed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items));)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (g_str_equal (signet_item_get_check (item), SIGNET_CHECK_NEW))
        {
          signet_item_set_position (item, position++);
          i++;
        }
      else
        g_list_store_remove (items, i);
    }
  signet_complaint_set_pasted (filed, "");
  return filed;
}

static void
add_items (SignetSubmission *self, SignetComplaint *filed, SignetLinkParser *parser)
{
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (filed));

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_item_record_free);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);
      g_autoptr (SignetTarget) target = signet_link_parser_parse_item (parser, item);
      SignetItemRecord *record = signet_item_record_new ();

      record->complaint = g_strdup (self->complaint->id);
      record->position = i;
      record->kind = g_strdup (signet_item_get_kind (item));
      record->link = g_strdup (signet_item_get_link (item));
      record->passcode = g_strdup (signet_item_get_passcode (item));
      record->target_key = g_strdup (target != NULL ? signet_target_get_key (target) : "");
      record->title = g_strdup (signet_item_get_title (item));
      record->seller = g_strdup (signet_item_get_seller (item));
      record->reference = g_strdup (signet_item_get_reference (item));
      record->private_note = g_strdup (signet_item_get_private_note (item));
      g_ptr_array_add (self->items, record);
    }
}

/**
 * signet_submission_new_party:
 * @party: the party to certify; gets a local id if it has none, and is normalised
 * @tables: for reading
 * @account: local id of the account
 * @now: µs UTC
 * @error: no randomness
 *
 * Returns: (transfer full) (nullable): the submission
 */
SignetSubmission *
signet_submission_new_party (SignetParty *party,
                             SignetTables *tables,
                             const char *account,
                             gint64 now,
                             GError **error)
{
  g_autofree char *id = signet_random_uuid (error);
  SignetSubmission *self;

  if (id == NULL)
    return NULL;
  if (*signet_party_get_id (party) == '\0')
    signet_party_set_id (party, id);
  signet_party_normalise (party);
  self = create (account, SIGNET_KIND_PARTY, signet_party_get_id (party), signet_party_get_name (party), now,
                 error);
  if (self == NULL)
    return NULL;
  self->outbox->body = signet_api_party_to_request (party);
  self->certification = create_certification (account, SIGNET_KIND_PARTY, signet_party_get_id (party));
  self->party = signet_party_record_new ();
  self->party->id = g_strdup (signet_party_get_id (party));
  self->party->role = g_strdup (signet_party_get_role (party));
  self->party->kind = g_strdup (signet_party_get_kind (party));
  self->party->name = g_strdup (signet_party_get_name (party));
  self->party->document_number = g_strdup (signet_party_get_document_number (party));
  self->party->body = signet_api_party_to_draft (party);
  self->party->created_at = now;
  self->party->updated_at = now;
  add_files (self, signet_party_get_evidence (party));
  return self;
}

/**
 * signet_submission_new_right:
 * @right: the right to certify; gets a local id if it has none, and is normalised
 * @tables: for reading
 * @account: local id of the account
 * @now: µs UTC
 * @error: %SIGNET_STORE_ERROR if its holder isn't known to the account
 *
 * While the platform doesn't have the holder yet, the bytes wait for its id
 * (signet_submission_encode_waiting()).
 *
 * Returns: (transfer full) (nullable): the submission
 */
SignetSubmission *
signet_submission_new_right (SignetRight *right,
                             SignetTables *tables,
                             const char *account,
                             gint64 now,
                             GError **error)
{
  g_autofree char *id = signet_random_uuid (error);
  g_autoptr (SignetSubmission) self = NULL;

  if (id == NULL)
    return NULL;
  if (*signet_right_get_id (right) == '\0')
    signet_right_set_id (right, id);
  signet_right_normalise (right);
  self = create (account, SIGNET_KIND_RIGHT, signet_right_get_id (right), signet_right_get_name (right), now,
                 error);
  if (self == NULL)
    return NULL;
  self->outbox->body = encode_right (right, tables, account, &self->outbox->depends, error);
  if (self->outbox->body == NULL && self->outbox->depends == NULL)
    return NULL;
  self->certification = create_certification (account, SIGNET_KIND_RIGHT, signet_right_get_id (right));
  self->right = signet_right_record_new ();
  self->right->id = g_strdup (signet_right_get_id (right));
  self->right->kind = g_strdup (signet_right_get_kind (right));
  self->right->number = g_strdup (signet_right_get_number (right));
  self->right->name = g_strdup (signet_right_get_name (right));
  self->right->owner = g_strdup (signet_right_get_owner (right));
  self->right->valid_until = g_strdup (signet_right_get_valid_until (right));
  self->right->party = g_strdup (signet_right_get_party_id (right));
  self->right->body = signet_api_right_to_draft (right);
  self->right->created_at = now;
  self->right->updated_at = now;
  add_files (self, signet_right_get_evidence (right));
  return g_steal_pointer (&self);
}

/**
 * signet_submission_new_complaint:
 * @complaint: what is filed
 * @parser: of the account's platform
 * @tables: for reading
 * @account: local id of the account
 * @now: µs UTC
 * @error: %SIGNET_STORE_ERROR if its right or party isn't known to the account
 *
 * Only items that are new are filed. The submission rests on its own evidence and on the papers of its right
 * and party: the receipt will name them all.
 *
 * Returns: (transfer full) (nullable): the submission
 */
SignetSubmission *
signet_submission_new_complaint (SignetComplaint *complaint,
                                 SignetLinkParser *parser,
                                 SignetTables *tables,
                                 const char *account,
                                 gint64 now,
                                 GError **error)
{
  g_autofree char *id = signet_random_uuid (error);
  g_autoptr (SignetComplaint) filed = id != NULL ? copy_filed (complaint, error) : NULL;
  g_autoptr (SignetRight) right = NULL;
  g_autoptr (SignetParty) party = NULL;
  g_autoptr (SignetSubmission) self = NULL;

  if (filed == NULL)
    return NULL;
  right = signet_records_find_right (tables, signet_complaint_get_right_id (filed), error);
  party = right != NULL ? signet_records_find_party (tables, signet_complaint_get_party_id (filed), error)
                        : NULL;
  if (party == NULL)
    return NULL;
  self = create (account, SIGNET_KIND_COMPLAINT, id, signet_right_get_name (right), now, error);
  if (self == NULL)
    return NULL;
  self->outbox->body = encode_complaint (filed, tables, account, &self->outbox->depends, error);
  if (self->outbox->body == NULL && self->outbox->depends == NULL)
    return NULL;

  self->complaint = signet_complaint_record_new ();
  self->complaint->id = g_strdup (id);
  self->complaint->account = g_strdup (account);
  self->complaint->right_id = g_strdup (signet_complaint_get_right_id (filed));
  self->complaint->party_id = g_strdup (signet_complaint_get_party_id (filed));
  self->complaint->reason = g_strdup (signet_complaint_get_reason (filed));
  self->complaint->statement = g_strdup (signet_complaint_get_statement (filed));
  self->complaint->status = g_strdup (SIGNET_STATUS_QUEUED);
  self->complaint->items_total = g_list_model_get_n_items (G_LIST_MODEL (signet_complaint_get_items (filed)));
  self->complaint->sent_body = signet_api_complaint_to_draft (filed);
  self->complaint->created_at = now;
  add_items (self, filed, parser);
  add_files (self, signet_complaint_get_evidence (filed));
  add_files (self, signet_right_get_evidence (right));
  add_files (self, signet_party_get_evidence (party));
  return g_steal_pointer (&self);
}

/**
 * signet_submission_free:
 * @self: (transfer full): a submission
 *
 * Frees it; any thread.
 */
void
signet_submission_free (SignetSubmission *self)
{
  g_clear_pointer (&self->outbox, signet_outbox_record_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->party, signet_party_record_free);
  g_clear_pointer (&self->right, signet_right_record_free);
  g_clear_pointer (&self->certification, signet_certification_record_free);
  g_clear_pointer (&self->complaint, signet_complaint_record_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->draft);
  g_free (self);
}

/** signet_submission_end_draft: @draft: the draft that ends in the same transaction */
void
signet_submission_end_draft (SignetSubmission *self, const char *draft)
{
  g_free (self->draft);
  self->draft = g_strdup (draft);
}

/** signet_submission_get_subject: Returns: (transfer none): local id of what is submitted */
const char *
signet_submission_get_subject (SignetSubmission *self)
{
  return self->outbox->subject;
}

/**
 * signet_submission_write:
 * @tables: writable tables
 * @data: a #SignetSubmission
 * @error: %SIGNET_STORE_ERROR or %SIGNET_DB_ERROR; %SIGNET_STORE_ERROR_NOT_FOUND if the draft has ended
 * before
 *
 * The transaction that freezes it. Worker.
 *
 * Returns: %TRUE to commit
 */
gboolean
signet_submission_write (SignetTables *tables, gpointer data, GError **error)
{
  SignetSubmission *self = data;
  g_autoptr (SignetDraftRecord) draft = NULL;

  /* A draft ends once: what it became must not be submitted a second time. */
  if (self->draft != NULL && (draft = signet_drafts_find (tables, self->draft, error)) == NULL)
    return FALSE;
  if (self->party != NULL && !signet_parties_save (tables, self->party, error))
    return FALSE;
  if (self->right != NULL && !signet_rights_save (tables, self->right, error))
    return FALSE;
  if (self->certification != NULL && !signet_certifications_save (tables, self->certification, error))
    return FALSE;
  if (self->complaint != NULL && !signet_complaints_save (tables, self->complaint, error))
    return FALSE;
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (!signet_items_save (tables, g_ptr_array_index (self->items, i), error))
      return FALSE;
  if (!signet_outbox_add (tables, self->outbox, self->files, error))
    return FALSE;
  return self->draft == NULL || signet_drafts_delete (tables, self->draft, error);
}

/**
 * signet_submission_encode_waiting:
 * @tables: the tables, of any connection
 * @account: local id of the account
 * @kind: %SIGNET_KIND_RIGHT or %SIGNET_KIND_COMPLAINT
 * @subject: local id of what is submitted
 * @error: %SIGNET_STORE_ERROR, %SIGNET_API_ERROR …
 *
 * Returns: (transfer full) (nullable): the bytes, now that the platform has what they name
 */
GBytes *
signet_submission_encode_waiting (SignetTables *tables,
                                  const char *account,
                                  const char *kind,
                                  const char *subject,
                                  GError **error)
{
  GBytes *body = NULL;

  if (g_str_equal (kind, SIGNET_KIND_RIGHT))
    {
      g_autoptr (SignetRight) right = signet_records_find_right (tables, subject, error);

      body = right != NULL ? encode_right (right, tables, account, NULL, error) : NULL;
    }
  else
    {
      g_autoptr (SignetComplaintRecord) record = signet_complaints_find (tables, subject, error);
      g_autoptr (SignetComplaint)
          complaint = record != NULL ? signet_api_complaint_from_draft (record->sent_body, error) : NULL;

      body = complaint != NULL ? encode_complaint (complaint, tables, account, NULL, error) : NULL;
    }
  if (body == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_INCOMPLETE,
                         "what the submission rests on has not reached the platform");
  return body;
}
