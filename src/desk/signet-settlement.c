/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-settlement.h"

#include "api/signet-json.h"
#include "api/signet-problem.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-incoming.h"
#include "desk/signet-receipt-check.h"
#include "desk/signet-records.h"
#include "desk/signet-members.h"
#include "desk/signet-resource.h"
#include "model/signet-finding.h"
#include "proof/signet-random.h"
#include "remote/signet-backoff.h"
#include "remote/signet-remote-error.h"
#include "store/signet-drafts.h"
#include "store/signet-outbox-files.h"
#include "store/signet-uploads.h"

/*
 * How an attempt at a submission ended, and what follows for its row in the outbox. Made on the main thread,
 * written and freed on the store's worker.
 */

typedef enum
{
  LATER,
  FAILED,
  SENT,
  BASED, /* what a correction rests on is known, or known anew */
} Kind;

struct _SignetSettlement
{
  Kind kind;
  char *id;
  char *error_code;
  gboolean files_lost; /* the platform doesn't have them any more */
  gint64 time;         /* of the next try, or when it was sent */
  GBytes *problem;
  SignetReceiptRecord *receipt;
  SignetIncoming *incoming;
  char *etag;
  SignetDraftRecord *draft; /* a refused correction, for the person to go on with */
};

#define RETRY_BASE (500 * G_TIME_SPAN_MILLISECOND)

/* RFC 9110, 412: the platform holds another version. */
#define PRECONDITION_FAILED "precondition-failed"

static SignetSettlement *
create (Kind kind, const SignetOutboxRecord *outbox)
{
  SignetSettlement *self = g_new0 (SignetSettlement, 1);

  self->kind = kind;
  self->id = g_strdup (outbox->id);
  return self;
}

/* What the platform says it doesn't have is uploaded before the next try. */
static gboolean
forget_uploads (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetOutboxRecord) record = signet_outbox_find (tables, id, error);
  g_autoptr (GPtrArray) files = record != NULL ? signet_outbox_files_list (tables, id, error) : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      SignetOutboxFile *file = g_ptr_array_index (files, i);

      if (!signet_uploads_delete (tables, record->account, file->sha256, error))
        return FALSE;
    }
  return files != NULL;
}

/* What it waits for. To a person it is all the same whether nobody answers or somebody else does. */
static const char *
name_wait (const GError *why)
{
  if (g_error_matches (why, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK) ||
      g_error_matches (why, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INTERCEPTED))
    return "offline";
  return g_error_matches (why, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_SIGNED_OUT) ? SIGNET_OUTBOX_SIGNED_OUT
                                                                                    : "busy";
}

/* Whether the platform still holds what the correction was made for. */
static gboolean
is_untouched (const SignetOutboxRecord *outbox, JsonNode *root, GError **error)
{
  g_autoptr (JsonNode) base = outbox->base != NULL ? signet_resource_read (outbox->kind, outbox->base, error)
                                                   : NULL;
  g_autoptr (JsonNode) held = signet_resource_read_node (outbox->kind, root, error);
  g_autoptr (GPtrArray) changed = NULL;

  if (base == NULL || held == NULL)
    return FALSE;
  changed = signet_members_compare (base, held);
  return changed->len == 0;
}

static gboolean
is_stale (const GError *refusal)
{
  SignetProblem *problem = refusal != NULL ? signet_remote_error_get_problem (refusal) : NULL;

  return problem != NULL && g_strcmp0 (signet_problem_get_code (problem), PRECONDITION_FAILED) == 0;
}

/* Nothing was refused, or only for a tag of which the platform now says nothing. */
static const char *
name_obstacle (gboolean held, gboolean untouched)
{
  if (!held)
    return "unusable";
  return untouched ? SIGNET_OUTBOX_NO_TAG : PRECONDITION_FAILED;
}

static SignetDraftRecord *
create_draft (const SignetOutboxRecord *outbox, gint64 now, GError **error)
{
  g_autoptr (SignetDraftRecord) draft = signet_draft_record_new ();

  draft->id = signet_random_uuid (error);
  if (draft->id == NULL)
    return NULL;
  draft->kind = g_strdup (outbox->kind);
  draft->account = g_strdup (outbox->account);
  draft->subject = g_strdup (outbox->subject);
  draft->purpose = g_strdup (signet_draft_purpose_to_word (SIGNET_DRAFT_PURPOSE_CORRECT));
  draft->title = g_strdup (outbox->title);
  draft->base = outbox->base != NULL ? g_bytes_ref (outbox->base) : NULL;
  draft->created_at = draft->updated_at = now;
  return g_steal_pointer (&draft);
}

/* The record of this desk is what the correction made of it; a draft that is there already is kept. */
static gboolean
write_draft (SignetTables *tables, SignetDraftRecord *draft, GError **error)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetDraftRecord)
      there = signet_drafts_find_purpose (tables, draft->account, draft->subject, draft->purpose, &missing);
  g_autoptr (SignetRecord) record = NULL;
  SignetDraftKind kind = signet_draft_kind_from_word (draft->kind);

  if (there != NULL)
    return TRUE;
  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  record = signet_records_find (tables, draft->kind, draft->subject, error);
  if (record == NULL)
    return FALSE;
  draft->principal = g_strdup (signet_draft_subject_get_principal (kind, record));
  draft->body = signet_draft_subject_encode (kind, record);
  return signet_drafts_save (tables, draft, error);
}

/**
 * signet_settlement_new_later:
 * @outbox: the submission
 * @why: (nullable): what stood in the way; %NULL if nothing did but this desk
 * @now: µs UTC
 * @retry_after: seconds the platform asked to wait, 0 if it didn't
 *
 * Returns: (transfer full): the submission waits for its next try, longer after each failure
 */
SignetSettlement *
signet_settlement_new_later (const SignetOutboxRecord *outbox,
                             const GError *why,
                             gint64 now,
                             guint retry_after)
{
  SignetSettlement *self = create (LATER, outbox);
  guint failures = (guint) MIN (outbox->attempts + 1, 30);

  self->error_code = g_strdup (name_wait (why));
  self->time = now + signet_backoff_delay (failures, RETRY_BASE, SIGNET_RETRY_CAP, retry_after);
  return self;
}

/**
 * signet_settlement_new_not_stored:
 * @outbox: a submission whose attempt's end could not be stored
 * @now: µs UTC
 *
 * Returns: (transfer full): the submission is asked about again, since the platform gives the same answer
 */
SignetSettlement *
signet_settlement_new_not_stored (const SignetOutboxRecord *outbox, gint64 now)
{
  SignetSettlement *self = create (LATER, outbox);

  self->error_code = g_strdup (SIGNET_OUTBOX_NOT_STORED);
  self->time = now + SIGNET_RETRY_CAP;
  return self;
}

/**
 * signet_settlement_new_unreadable:
 * @outbox: a submission whose bytes can't be made any more
 *
 * Returns: (transfer full): the submission waits for the person
 */
SignetSettlement *
signet_settlement_new_unreadable (const SignetOutboxRecord *outbox)
{
  SignetSettlement *self = create (FAILED, outbox);

  self->error_code = g_strdup (SIGNET_OUTBOX_UNREADABLE);
  return self;
}

/**
 * signet_settlement_new_files_lost:
 * @outbox: the submission
 *
 * Returns: (transfer full): the submission goes again at once, with its files before it
 */
SignetSettlement *
signet_settlement_new_files_lost (const SignetOutboxRecord *outbox)
{
  SignetSettlement *self = create (LATER, outbox);

  self->files_lost = TRUE;
  self->error_code = g_strdup ("busy");
  return self;
}

/**
 * signet_settlement_new_failed:
 * @outbox: the submission
 * @why: what the platform, or the file, has against it
 *
 * Returns: (transfer full): the submission waits for the person
 */
SignetSettlement *
signet_settlement_new_failed (const SignetOutboxRecord *outbox, const GError *why)
{
  SignetSettlement *self = create (FAILED, outbox);
  SignetProblem *problem = signet_remote_error_get_problem (why);

  self->files_lost = signet_settlement_misses_file (why); /* should the person have it sent once more */
  self->error_code = g_strdup (problem != NULL ? signet_problem_get_code (problem) : "unusable");
  if (problem != NULL)
    {
      g_autoptr (JsonNode) node = signet_problem_to_node (problem);

      self->problem = signet_json_to_bytes (node);
    }
  return self;
}

/**
 * signet_settlement_new_delivered:
 * @outbox: the submission, with its digest
 * @tables: for reading
 * @issuer: whose keys may have signed the receipt
 * @root: (nullable): the answer
 * @etag: (nullable): the resource's version
 * @now: µs UTC
 * @error: return location: the answer isn't what the contract promises
 *
 * Reads the answer and checks its receipt.
 *
 * Returns: (transfer full) (nullable): the submission is at the platform; %NULL if the answer can't be used
 */
SignetSettlement *
signet_settlement_new_delivered (const SignetOutboxRecord *outbox,
                                 SignetTables *tables,
                                 const char *issuer,
                                 JsonNode *root,
                                 const char *etag,
                                 gint64 now,
                                 GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *jws = NULL;
  const char *id = NULL;
  SignetIncoming *incoming = NULL;
  SignetSettlement *self;

  if (root != NULL)
    {
      jws = signet_json_require_text (root, "/receipt", &local_error);
      id = signet_json_require_text (root, "/resource/id", &local_error);
    }
  if (root != NULL && local_error == NULL)
    incoming = signet_incoming_new_answer (outbox, signet_json_find (root, "/resource"), etag, &local_error);
  if (incoming == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "no JSON");
      return NULL;
    }
  self = create (SENT, outbox);
  self->time = now;
  self->incoming = incoming;
  self->receipt = signet_receipt_check (tables, outbox, issuer, jws, id);
  return self;
}

/**
 * signet_settlement_new_looked:
 * @outbox: a correction, with what the platform held when it was made
 * @refusal: (nullable): what the platform had against it; %NULL before it goes
 * @root: (nullable): the resource as the platform holds it now; %NULL if it doesn't say
 * @etag: (nullable): its entity tag
 * @now: µs UTC
 * @error: return location: the answer isn't what the contract promises
 *
 * If the platform still holds what the person saw, the correction goes, again or at last, for that version: a
 * tag may have gone stale without any member having changed. Otherwise it waits for the person, as the draft
 * it was, beside what the platform holds now; and so it does if the platform names no version
 * (%SIGNET_OUTBOX_NO_TAG), without which it would refuse to change anything.
 *
 * Returns: (transfer full) (nullable): what follows for the correction
 */
SignetSettlement *
signet_settlement_new_looked (const SignetOutboxRecord *outbox,
                              const GError *refusal,
                              JsonNode *root,
                              const char *etag,
                              gint64 now,
                              GError **error)
{
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (SignetSettlement) self = NULL;
  gboolean untouched = root != NULL && (refusal == NULL || is_stale (refusal)) &&
                       is_untouched (outbox, root, &unreadable);

  if (unreadable != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unreadable));
      return NULL;
    }
  if (untouched && etag != NULL && g_strcmp0 (etag, outbox->if_match) != 0)
    {
      self = create (BASED, outbox);
      self->etag = g_strdup (etag);
      if (refusal != NULL)
        self->time = now + signet_backoff_delay ((guint) MIN (outbox->attempts + 1, 30), RETRY_BASE,
                                                 SIGNET_RETRY_CAP, 0);
    }
  else
    {
      self = refusal != NULL && !(untouched && etag == NULL) ? signet_settlement_new_failed (outbox, refusal)
                                                             : create (FAILED, outbox);
      if (self->error_code == NULL)
        self->error_code = g_strdup (name_obstacle (root != NULL, untouched));
      self->draft = create_draft (outbox, now, error);
      if (self->draft == NULL)
        return NULL;
    }
  if (root != NULL)
    {
      self->incoming = signet_incoming_new_resource (outbox, root, etag, error);
      if (self->incoming == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

/** signet_settlement_free: @self: (transfer full): how an attempt ended */
void
signet_settlement_free (SignetSettlement *self)
{
  g_free (self->id);
  g_free (self->error_code);
  g_clear_pointer (&self->problem, g_bytes_unref);
  g_clear_pointer (&self->receipt, signet_receipt_record_free);
  g_clear_pointer (&self->incoming, signet_incoming_free);
  g_clear_pointer (&self->draft, signet_draft_record_free);
  g_free (self->etag);
  g_free (self);
}

/**
 * signet_settlement_misses_file:
 * @why: (nullable): a refusal
 *
 * Refusals aren't remembered, so the same bytes under the same key may come again once the file is there.
 *
 * Returns: whether it was refused only because the platform has lost a file
 */
gboolean
signet_settlement_misses_file (const GError *why)
{
  SignetProblem *problem = signet_remote_error_get_problem (why);
  GListModel *findings = problem != NULL ? G_LIST_MODEL (signet_problem_get_findings (problem)) : NULL;
  guint n = findings != NULL ? g_list_model_get_n_items (findings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (signet_finding_get_code (finding), "file-missing"))
        return TRUE;
    }
  return FALSE;
}

/** signet_settlement_get_key_unknown: Returns: whether there is a receipt with a key that isn't known yet */
gboolean
signet_settlement_get_key_unknown (SignetSettlement *self)
{
  return self->receipt != NULL && g_str_equal (self->receipt->verdict, SIGNET_VERDICT_UNCHECKED);
}

/** signet_settlement_write: Returns: %TRUE to commit; @data: a #SignetSettlement. Worker. */
gboolean
signet_settlement_write (SignetTables *tables, gpointer data, GError **error)
{
  SignetSettlement *self = data;

  if (self->files_lost && !forget_uploads (tables, self->id, error))
    return FALSE;
  switch (self->kind)
    {
    case LATER:
      return signet_outbox_retry_later (tables, self->id, self->error_code, self->time, error);
    case FAILED:
      return signet_outbox_fail (tables, self->id, self->error_code, self->problem, error) &&
             (self->incoming == NULL || signet_incoming_write (tables, self->incoming, error)) &&
             (self->draft == NULL || write_draft (tables, self->draft, error));
    case BASED:
      return signet_outbox_set_if_match (tables, self->id, self->etag, error) &&
             signet_outbox_retry_later (tables, self->id, "", self->time, error) &&
             signet_incoming_write (tables, self->incoming, error);
    case SENT:
    default:
      return signet_outbox_mark_sent (tables, self->id, self->time, self->receipt, error) &&
             signet_incoming_write (tables, self->incoming, error);
    }
}
