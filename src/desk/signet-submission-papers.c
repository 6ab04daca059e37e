/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-submission-papers.h"

#include "desk/signet-members.h"
#include "desk/signet-resource.h"
#include "model/signet-evidence.h"
#include "model/signet-words.h"
#include "store/signet-authorisations.h"
#include "store/signet-certifications.h"
#include "store/signet-outbox-files.h"
#include "store/signet-outbox.h"
#include "store/signet-store-error.h"
#include "store/signet-uploads.h"

/*
 * The papers a submission rests on: its receipt must name exactly these. Gathered on the main thread, written
 * and freed on the store's worker.
 */
struct _SignetSubmissionPapers
{
  char *account;
  gint64 now;
  GPtrArray *files;
  GPtrArray *held; /* uploads that need not be: the platform has them */
};

static gboolean
names_file (GPtrArray *files, const char *sha256)
{
  for (guint i = 0; i < files->len; i++)
    if (g_strcmp0 (((SignetOutboxFile *) g_ptr_array_index (files, i))->sha256, sha256) == 0)
      return TRUE;
  return FALSE;
}

/* What is on its way brings its own papers. */
static gboolean
add_waiting (SignetSubmissionPapers *self, SignetTables *tables, const char *outbox, GError **error)
{
  g_autoptr (GPtrArray) files = signet_outbox_files_list (tables, outbox, error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      SignetOutboxFile *one = g_ptr_array_index (files, i);
      SignetOutboxFile *file = signet_outbox_file_new ();

      file->slot = g_strdup (one->slot);
      file->sha256 = g_strdup (one->sha256);
      file->name = g_strdup (one->name);
      file->media_type = g_strdup (one->media_type);
      file->bytes = one->bytes;
      g_ptr_array_add (self->files, file);
    }
  return files != NULL;
}

/**
 * signet_submission_papers_new:
 * @account: local id of the account it goes to
 * @now: µs UTC
 *
 * Returns: (transfer full): no papers yet
 */
SignetSubmissionPapers *
signet_submission_papers_new (const char *account, gint64 now)
{
  SignetSubmissionPapers *self = g_new0 (SignetSubmissionPapers, 1);

  self->account = g_strdup (account);
  self->now = now;
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_outbox_file_free);
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_upload_record_free);
  return self;
}

/** signet_submission_papers_free: @self: (transfer full): the papers; any thread */
void
signet_submission_papers_free (SignetSubmissionPapers *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->held);
  g_free (self->account);
  g_free (self);
}

/** signet_submission_papers_add: @evidence: a list of #SignetEvidence it rests on */
void
signet_submission_papers_add (SignetSubmissionPapers *self, GListStore *evidence)
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

/** signet_submission_papers_add_held: @held: a list of #SignetEvidence the platform has, whoever brought
 * them: those among the papers need not be uploaded */
void
signet_submission_papers_add_held (SignetSubmissionPapers *self, GListStore *held)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (held)); i++)
    {
      g_autoptr (SignetEvidence) one = g_list_model_get_item (G_LIST_MODEL (held), i);
      SignetUploadRecord *upload;

      if (!names_file (self->files, signet_evidence_get_sha256 (one)))
        continue;
      upload = signet_upload_record_new ();
      upload->account = g_strdup (self->account);
      upload->sha256 = g_strdup (signet_evidence_get_sha256 (one));
      upload->bytes = (gint64) signet_evidence_get_bytes (one);
      upload->complete = TRUE;
      upload->updated_at = self->now;
      g_ptr_array_add (self->held, upload);
    }
}

/**
 * signet_submission_papers_add_certified:
 * @self: the papers
 * @tables: for reading
 * @subject: local id of a party, right or authorisation the submission names
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if the platform will not have it, %SIGNET_API_ERROR …
 *
 * Adds the papers of a record as the platform has them when the submission gets there. On this desk they may
 * be others by now: edited, or corrected for another platform.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_submission_papers_add_certified (SignetSubmissionPapers *self,
                                        SignetTables *tables,
                                        const char *subject,
                                        GError **error)
{
  g_autoptr (SignetCertificationRecord)
      certification = signet_certifications_find (tables, self->account, subject, error);
  g_autoptr (GError) missing = NULL;
  g_autoptr (SignetOutboxRecord) outbox = NULL;
  g_autoptr (JsonNode) held = NULL;
  g_autoptr (GListStore) files = NULL;

  if (certification == NULL)
    return FALSE;
  outbox = signet_outbox_find_last (tables, self->account, subject, &missing);
  if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return FALSE;
  if (outbox != NULL && !g_str_equal (outbox->state, SIGNET_OUTBOX_SENT) &&
      (certification->body == NULL || !g_str_equal (outbox->state, SIGNET_STATUS_FAILED)))
    return add_waiting (self, tables, outbox->id, error);
  if (certification->body == NULL)
    {
      g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND,
                           "the platform will not have it");
      return FALSE;
    }
  held = signet_resource_read (certification->kind, certification->body, error);
  if (held == NULL)
    return FALSE;
  files = signet_members_list_files (held);
  signet_submission_papers_add (self, files);
  signet_submission_papers_add_held (self, files);
  return TRUE;
}

/**
 * signet_submission_papers_add_chain:
 * @self: the papers
 * @tables: for reading
 * @authorisation: local id of the last authorisation of a chain, or ""
 * @error: as signet_submission_papers_add_certified()
 *
 * Adds the papers of each link and of its agent.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_submission_papers_add_chain (SignetSubmissionPapers *self,
                                    SignetTables *tables,
                                    const char *authorisation,
                                    GError **error)
{
  g_autoptr (GPtrArray)
      links = *authorisation != '\0' ? signet_authorisations_list_chain (tables, authorisation, error) : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      SignetAuthorisationRecord *link = g_ptr_array_index (links, i);

      if (!signet_submission_papers_add_certified (self, tables, link->id, error) ||
          !signet_submission_papers_add_certified (self, tables, link->agent, error))
        return FALSE;
    }
  return links != NULL || *authorisation == '\0';
}

/** signet_submission_papers_get_files: Returns: (transfer none) (element-type SignetOutboxFile): all of them
 */
GPtrArray *
signet_submission_papers_get_files (SignetSubmissionPapers *self)
{
  return self->files;
}

/** signet_submission_papers_write: Returns: %TRUE if it is kept which the platform has already. Worker. */
gboolean
signet_submission_papers_write (SignetTables *tables, SignetSubmissionPapers *self, GError **error)
{
  for (guint i = 0; i < self->held->len; i++)
    if (!signet_uploads_save (tables, g_ptr_array_index (self->held, i), error))
      return FALSE;
  return TRUE;
}
