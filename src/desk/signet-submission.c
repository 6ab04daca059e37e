/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-submission.h"

#include "api/signet-api-complaint.h"
#include "api/signet-json.h"
#include "desk/signet-correction.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-local-record.h"
#include "desk/signet-records.h"
#include "desk/signet-resource.h"
#include "desk/signet-submission-papers.h"
#include "model/signet-words.h"
#include "proof/signet-random.h"
#include "store/signet-certifications.h"
#include "store/signet-complaints.h"
#include "store/signet-drafts.h"
#include "store/signet-items.h"
#include "store/signet-outbox.h"
#include "store/signet-store-error.h"

/*
 * What a person submits, at the moment they do: the local record, the exact bytes that go out under one
 * idempotency key, and the files they rest on, all plain so that the store's worker can write them in one
 * transaction. Made on the main thread, written and freed on the worker.
 */
struct _SignetSubmission
{
  SignetOutboxRecord *outbox;
  SignetSubmissionPapers *papers;
  SignetLocalRecord *record;
  SignetCertificationRecord *certification;
  SignetComplaintRecord *complaint;
  GPtrArray *items;
  char *draft;
};

static const struct
{
  const char *kind;
  const char *collection;
} collections[] = { { SIGNET_KIND_PARTY, "parties" },
                    { SIGNET_KIND_RIGHT, "rights" },
                    { SIGNET_KIND_AUTHORISATION, "authorisations" },
                    { SIGNET_KIND_COMPLAINT, "complaints" } };

static const char *
find_collection (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (collections); i++)
    if (g_str_equal (kind, collections[i].kind))
      return collections[i].collection;
  g_assert_not_reached ();
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
  g_autofree char *path = g_strdup_printf ("/v1/%s", find_collection (kind));

  self->papers = signet_submission_papers_new (account, now);
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

/* The path and the tag are of the platform's resource as it was when the person looked at it. */
static void
make_patch (SignetOutboxRecord *outbox, const SignetCertificationRecord *certification)
{
  char *path = g_strdup_printf ("%s/%s", outbox->path, certification->remote_id);

  g_free (outbox->path);
  g_free (outbox->method);
  g_free (outbox->content_type);
  outbox->path = path;
  outbox->method = g_strdup ("PATCH");
  outbox->content_type = g_strdup ("application/merge-patch+json");
  outbox->if_match = g_strdup (certification->etag);
  outbox->base = g_bytes_ref (certification->body);
}

/* What the platform has already must not be certified a second time, unless that has expired. */
static gboolean
check_uncertified (SignetTables *tables, const SignetCertificationRecord *wanted, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetCertificationRecord)
      there = signet_certifications_find (tables, wanted->account, wanted->subject, &missing);

  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  if (there == NULL || *there->remote_id == '\0' || signet_records_can_renew (there))
    return TRUE;
  g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_CERTIFIED,
                       "it is certified on this account already");
  return FALSE;
}

/* Until the platform has taken it, what it renews is what the platform holds. */
static SignetCertificationRecord *
create_certification (const char *account,
                      const char *kind,
                      const char *subject,
                      SignetRecord *wanted,
                      GBytes *renewed)
{
  SignetCertificationRecord *record = signet_certification_record_new ();

  record->account = g_strdup (account);
  record->kind = g_strdup (kind);
  record->subject = g_strdup (subject);
  record->own = SIGNET_IS_PARTY (wanted) && signet_party_get_own (SIGNET_PARTY (wanted));
  record->status = g_strdup (SIGNET_STATUS_QUEUED);
  record->body = renewed != NULL ? g_bytes_ref (renewed) : NULL;
  return record;
}

/* NULL without @error: it must wait for *@awaited. */
static GBytes *
encode_complaint (SignetComplaint *complaint,
                  SignetTables *tables,
                  const char *account,
                  char **awaited,
                  GError **error)
{
  const char *named[] = { signet_complaint_get_right_id (complaint),
                          signet_complaint_get_party_id (complaint),
                          signet_complaint_get_authorisation_id (complaint) };
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      char *id = *named[i] != '\0' ? signet_resource_find_id (tables, account, named[i], awaited, error)
                                   : NULL;

      if (*named[i] != '\0' && (id == NULL || *id == '\0'))
        {
          g_free (id);
          return NULL;
        }
      g_ptr_array_add (ids, id);
    }
  return signet_api_complaint_to_request (complaint, g_ptr_array_index (ids, 0), g_ptr_array_index (ids, 1),
                                          g_ptr_array_index (ids, 2));
}

/* @renewed: (nullable): what the platform holds of it, which has expired. */
static GBytes *
encode_record (SignetRecord *record,
               GBytes *renewed,
               SignetTables *tables,
               const char *account,
               char **awaited,
               GError **error)
{
  g_autoptr (JsonNode) node = signet_resource_encode (tables, account, record, awaited, error);
  g_autoptr (JsonNode) held = NULL;
  const char *id = NULL;

  if (node == NULL)
    return NULL;
  if (renewed != NULL)
    {
      held = signet_json_parse (renewed, error);
      id = held != NULL ? signet_json_require_text (held, "/id", error) : NULL;
      if (id == NULL)
        return NULL;
      json_object_set_string_member (json_node_get_object (node), "renews", id);
    }
  return signet_json_to_bytes (node);
}

/* What the platform holds of a record that is certified again; NULL if it never had it. */
static gboolean
find_renewed (SignetTables *tables,
              const char *account,
              const char *subject,
              GBytes **renewed,
              GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetCertificationRecord)
      there = signet_certifications_find (tables, account, subject, &missing);

  *renewed = there != NULL && there->body != NULL ? g_bytes_ref (there->body) : NULL;
  return signet_store_error_forgive_missing (g_steal_pointer (&missing), error);
}

/* While its bytes wait, what they are made of mustn't change with this desk's record. FALSE if there are none
 * and it can't wait either. */
static gboolean
keep_wanted (SignetOutboxRecord *outbox, SignetLocalRecord *local)
{
  if (outbox->body == NULL && outbox->depends != NULL)
    outbox->wanted = g_bytes_ref (signet_local_record_get_body (local));
  return outbox->body != NULL || outbox->depends != NULL;
}

/* What was submitted; older submissions don't hold it. */
static SignetRecord *
find_wanted (SignetTables *tables, const SignetOutboxRecord *outbox, GError **error)
{
  SignetRecord *record;

  if (outbox->wanted == NULL)
    return signet_records_find (tables, outbox->kind, outbox->subject, error);
  record = signet_draft_subject_decode (signet_draft_kind_from_word (outbox->kind), outbox->wanted, error);
  if (record != NULL)
    g_object_set (record, "id", outbox->subject, NULL);
  return record;
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
 * signet_submission_new_record:
 * @kind: %SIGNET_KIND_PARTY or %SIGNET_KIND_RIGHT
 * @record: what is to be certified; gets a local id if it has none, and is normalised
 * @tables: for reading
 * @account: local id of the account
 * @now: µs UTC
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if it names something that isn't certified there
 *
 * What has expired there is renewed by it. While the platform doesn't have what it names yet, the bytes wait
 * (signet_submission_encode_waiting()).
 *
 * Returns: (transfer full) (nullable): the submission
 */
SignetSubmission *
signet_submission_new_record (const char *kind,
                              SignetRecord *record,
                              SignetTables *tables,
                              const char *account,
                              gint64 now,
                              GError **error)
{
  g_autoptr (SignetLocalRecord) local = signet_local_record_new (kind, record, tables, now, error);
  g_autoptr (SignetSubmission) self = NULL;
  g_autoptr (GBytes) renewed = NULL;

  if (local == NULL || !find_renewed (tables, account, signet_local_record_get_id (local), &renewed, error))
    return NULL;
  self = create (account, kind, signet_local_record_get_id (local), signet_local_record_get_title (local),
                 now, error);
  if (self == NULL)
    return NULL;
  self->outbox->body = encode_record (record, renewed, tables, account, &self->outbox->depends, error);
  if (!keep_wanted (self->outbox, local))
    return NULL;
  self->certification = create_certification (account, kind, signet_local_record_get_id (local), record,
                                              renewed);
  self->record = g_steal_pointer (&local);
  signet_submission_papers_add (self->papers, signet_records_get_evidence (record));
  return g_steal_pointer (&self);
}

/**
 * signet_submission_new_correction:
 * @kind: %SIGNET_KIND_PARTY or %SIGNET_KIND_RIGHT
 * @record: as it is to be; the record of this desk becomes the same
 * @tables: for reading
 * @account: local id of the account
 * @now: µs UTC
 * @error: %SIGNET_DESK_ERROR_NOT_OPEN if the platform doesn't let it be changed now
 *
 * A merge patch of what the platform's findings opened, for the version the person has seen.
 *
 * Returns: (transfer full) (nullable): the submission
 */
SignetSubmission *
signet_submission_new_correction (const char *kind,
                                  SignetRecord *record,
                                  SignetTables *tables,
                                  const char *account,
                                  gint64 now,
                                  GError **error)
{
  g_autoptr (SignetLocalRecord) local = signet_local_record_new (kind, record, tables, now, error);
  g_autoptr (SignetCertificationRecord) certification = NULL;
  g_autoptr (SignetSubmission) self = NULL;
  g_autoptr (SignetCorrection) correction = NULL;
  g_autoptr (GListStore) corrected = NULL;
  g_autoptr (GListStore) held = NULL;

  if (local == NULL)
    return NULL;
  certification = signet_certifications_find (tables, account, signet_local_record_get_id (local), error);
  if (certification == NULL)
    return NULL;
  if (certification->body == NULL || !g_str_equal (certification->status, SIGNET_STATUS_NEEDS_CORRECTION))
    {
      g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_NOT_OPEN,
                           "the platform doesn't let it be changed now");
      return NULL;
    }
  self = create (account, kind, signet_local_record_get_id (local), signet_local_record_get_title (local),
                 now, error);
  if (self == NULL)
    return NULL;
  make_patch (self->outbox, certification);
  correction = signet_correction_new (certification, error);
  if (correction == NULL)
    return NULL;
  self->outbox->body = signet_correction_encode (correction, record, tables, &self->outbox->depends, error);
  if (!keep_wanted (self->outbox, local))
    return NULL;
  self->record = g_steal_pointer (&local);
  corrected = signet_correction_list_files (correction, record);
  held = signet_correction_list_held_files (correction);
  signet_submission_papers_add (self->papers, corrected);
  signet_submission_papers_add_held (self->papers, held);
  return g_steal_pointer (&self);
}

/**
 * signet_submission_new_edit:
 * @kind: %SIGNET_KIND_PARTY or %SIGNET_KIND_RIGHT
 * @record: as this desk keeps it from now on
 * @tables: for reading
 * @now: µs UTC
 * @error: no randomness
 *
 * Returns: (transfer full) (nullable): what is written, and nothing is sent
 */
SignetSubmission *
signet_submission_new_edit (const char *kind,
                            SignetRecord *record,
                            SignetTables *tables,
                            gint64 now,
                            GError **error)
{
  g_autoptr (SignetLocalRecord) local = signet_local_record_new (kind, record, tables, now, error);
  SignetSubmission *self;

  if (local == NULL)
    return NULL;
  self = g_new0 (SignetSubmission, 1);
  self->record = g_steal_pointer (&local);
  return self;
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
 * Only items that are new are filed. The submission rests on its own evidence and on the papers of its right,
 * its parties and its authorisations, as the platform has them: the receipt will name them all.
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
  g_autoptr (SignetSubmission) self = NULL;

  if (filed == NULL)
    return NULL;
  right = signet_records_find_right (tables, signet_complaint_get_right_id (filed), error);
  if (right == NULL)
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
  signet_submission_papers_add (self->papers, signet_complaint_get_evidence (filed));
  if (!signet_submission_papers_add_certified (self->papers, tables, signet_complaint_get_right_id (filed),
                                               error) ||
      !signet_submission_papers_add_certified (self->papers, tables, signet_complaint_get_party_id (filed),
                                               error) ||
      !signet_submission_papers_add_chain (self->papers, tables,
                                           signet_complaint_get_authorisation_id (filed), error))
    return NULL;
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
  g_clear_pointer (&self->papers, signet_submission_papers_free);
  g_clear_pointer (&self->record, signet_local_record_free);
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
  return self->outbox != NULL ? self->outbox->subject : signet_local_record_get_id (self->record);
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
  if (self->record != NULL && !signet_local_record_save (tables, self->record, error))
    return FALSE;
  if (self->certification != NULL && !check_uncertified (tables, self->certification, error))
    return FALSE;
  if (self->certification != NULL && !signet_certifications_save (tables, self->certification, error))
    return FALSE;
  if (self->complaint != NULL && !signet_complaints_save (tables, self->complaint, error))
    return FALSE;
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    if (!signet_items_save (tables, g_ptr_array_index (self->items, i), error))
      return FALSE;
  if (self->outbox != NULL &&
      (!signet_submission_papers_write (tables, self->papers, error) ||
       !signet_outbox_add (tables, self->outbox, signet_submission_papers_get_files (self->papers), error)))
    return FALSE;
  return self->draft == NULL || signet_drafts_delete (tables, self->draft, error);
}

/**
 * signet_submission_encode_waiting:
 * @tables: the tables, of any connection
 * @outbox: a submission without a body
 * @awaited: (out) (transfer full) (nullable): another submission it has to wait for
 * @error: %SIGNET_STORE_ERROR, %SIGNET_API_ERROR …
 *
 * Returns: (transfer full) (nullable): the bytes, now that the platform has what they name; %NULL without
 * @error if they must wait for @awaited
 */
GBytes *
signet_submission_encode_waiting (SignetTables *tables,
                                  const SignetOutboxRecord *outbox,
                                  char **awaited,
                                  GError **error)
{
  g_autoptr (SignetRecord) record = NULL;
  g_autoptr (SignetCertificationRecord) certification = NULL;
  g_autoptr (SignetCorrection) correction = NULL;
  g_autoptr (GBytes) renewed = NULL;

  *awaited = NULL;
  if (g_str_equal (outbox->kind, SIGNET_KIND_COMPLAINT))
    {
      g_autoptr (SignetComplaintRecord) stored = signet_complaints_find (tables, outbox->subject, error);
      g_autoptr (SignetComplaint)
          complaint = stored != NULL ? signet_api_complaint_from_draft (stored->sent_body, error) : NULL;

      return complaint != NULL ? encode_complaint (complaint, tables, outbox->account, awaited, error) : NULL;
    }
  record = find_wanted (tables, outbox, error);
  if (record == NULL)
    return NULL;
  if (g_str_equal (outbox->method, "POST"))
    return find_renewed (tables, outbox->account, outbox->subject, &renewed, error)
               ? encode_record (record, renewed, tables, outbox->account, awaited, error)
               : NULL;
  certification = signet_certifications_find (tables, outbox->account, outbox->subject, error);
  correction = certification != NULL ? signet_correction_new (certification, error) : NULL;
  return correction != NULL ? signet_correction_encode (correction, record, tables, awaited, error) : NULL;
}
