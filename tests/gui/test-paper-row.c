/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A paper of a draft on a real desk with the real viewer: a watermarked copy goes in its place and the
 * original comes back; a paper no copy can be made of stays as it is and the row says why. */

#include "complaint-fixture.h"

#include "app/signet-error-text.h"
#include "app/signet-files-group.h"
#include "app/signet-paper-row.h"
#include "app/signet-words.h"
#include "desk/signet-desk-error.h"

#define SLOT "licence"

typedef struct
{
  ComplaintFixture desk;
  SignetDraft *draft;
  GtkWidget *window;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (&self->desk, NULL);
  self->draft = complaint_fixture_begin (&self->desk, SIGNET_DRAFT_PARTY, NULL);
  self->window = gtk_window_new ();
  self->row = signet_paper_row_new (self->desk.desk, self->draft, SLOT, "Business licence", "All of it.");
  gtk_window_set_child (GTK_WINDOW (self->window), self->row);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_ref (self->row);
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->row);
  g_clear_object (&self->draft);
  complaint_fixture_tear_down (&self->desk, NULL);
}

static void
attach (Fixture *self, const char *name)
{
  attach_file (self->draft, SLOT, PAPERS, name);
  settle ();
}

static GListModel *
get_papers (Fixture *self)
{
  return G_LIST_MODEL (signet_party_get_evidence (signet_draft_get_party (self->draft)));
}

static SignetEvidence *
get_paper (Fixture *self)
{
  g_assert_cmpuint (g_list_model_get_n_items (get_papers (self)), ==, 1);

  return g_list_model_get_item (get_papers (self), 0);
}

static gboolean
detail_has (Fixture *self, const char *text)
{
  return strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (self->row)), text) != NULL;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_idle (gpointer row)
{
  return !signet_paper_row_get_busy (row);
}

/* Asks for a copy and waits for it; FALSE if the row doesn't let one ask. */
static gboolean
watermark (Fixture *self)
{
  gboolean offered;

  gtk_widget_activate_action (self->row, "paper.watermark", NULL);
  offered = signet_paper_row_get_busy (SIGNET_PAPER_ROW (self->row));
  wait_until (is_idle, self->row);

  return offered;
}

/* What the review page shows of the files. */
static gboolean
review_says (Fixture *self, const char *text)
{
  GtkWidget *group = g_object_ref_sink (g_object_new (SIGNET_TYPE_FILES_GROUP, NULL));
  gboolean found;

  signet_files_group_set_files (SIGNET_FILES_GROUP (group), get_papers (self));
  found = says (group, text);
  g_object_unref (group);

  return found;
}

static void
test_watermark (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetEvidence) original = NULL;
  g_autoptr (SignetEvidence) copy = NULL;
  g_autoptr (SignetEvidence) back = NULL;
  GtkWidget *other;

  attach (self, "good.pdf");
  original = get_paper (self);
  g_assert_false (signet_evidence_is_watermarked (original));
  g_assert_false (review_says (self, "Watermarked copy"));
  g_assert_true (review_says (self, signet_words_slot (SLOT))); /* which paper it is */

  g_assert_true (watermark (self));
  copy = get_paper (self);
  g_assert_cmpstr (signet_evidence_get_sha256 (copy), !=, signet_evidence_get_sha256 (original));
  g_assert_cmpstr (signet_evidence_get_slot (copy), ==, SLOT);
  g_assert_true (signet_evidence_is_watermarked (copy));
  g_assert_true (detail_has (self, "Watermarked copy"));
  g_assert_true (review_says (self, "Watermarked copy"));

  /* once is enough, and another row of the draft brings the original back as well */
  g_assert_false (watermark (self));
  other = g_object_ref_sink (signet_paper_row_new (self->desk.desk, self->draft, SLOT, "The same", ""));
  gtk_widget_activate_action (other, "paper.original", NULL);
  g_object_unref (other);
  back = get_paper (self);
  g_assert_cmpstr (signet_evidence_get_sha256 (back), ==, signet_evidence_get_sha256 (original));
  g_assert_false (detail_has (self, "Watermarked copy"));
}

/* The draft left, and taken up again as it lies on the disk. */
static SignetDraft *
reopen (Fixture *self)
{
  g_autofree char *id = g_strdup (signet_draft_get_id (self->draft));
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  SignetDraft *draft;

  signet_draft_flush_async (self->draft, NULL, result_cb, &result);
  wait_until (is_set, &result);
  signet_draft_flush_finish (self->draft, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  signet_desk_open_draft_async (self->desk.desk, id, NULL, result_cb, &result);
  wait_until (is_set, &result);
  draft = signet_desk_open_draft_finish (self->desk.desk, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);

  return draft;
}

static void
test_reopened (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetEvidence) original = NULL;
  g_autoptr (SignetEvidence) back = NULL;
  g_autoptr (SignetDraft) draft = NULL;
  GtkWidget *row;

  attach (self, "good.pdf");
  original = get_paper (self);
  g_assert_true (watermark (self));

  draft = reopen (self);
  row = g_object_ref_sink (signet_paper_row_new (self->desk.desk, draft, SLOT, "Business licence", ""));
  gtk_widget_activate_action (row, "paper.original", NULL);
  g_object_unref (row);
  back = g_list_model_get_item (G_LIST_MODEL (signet_party_get_evidence (signet_draft_get_party (draft))), 0);
  g_assert_cmpstr (signet_evidence_get_sha256 (back), ==, signet_evidence_get_sha256 (original));
  g_assert_cmpstr (signet_evidence_get_name (back), ==, "good.pdf");
  g_assert_cmpstr (signet_evidence_get_media_type (back), ==, "application/pdf");
  g_assert_cmpuint (signet_evidence_get_bytes (back), ==, signet_evidence_get_bytes (original));
  g_assert_null (signet_evidence_get_original (back));
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetEvidence) original = NULL;
  g_autoptr (SignetEvidence) kept = NULL;
  g_autoptr (GError)
      locked = g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED, "locked");
  g_autofree char *sentence = signet_error_text_sentence (locked);

  /* of nothing there is no copy */
  g_assert_false (watermark (self));

  attach (self, "locked.pdf");
  original = get_paper (self);
  g_assert_true (watermark (self));
  kept = get_paper (self);
  g_assert_true (kept == original);
  g_assert_true (detail_has (self, sentence));
  g_assert_true (detail_has (self, "locked.pdf"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/gui/paper-row/watermark", test_watermark);
  ADD ("/gui/paper-row/reopened", test_reopened);
  ADD ("/gui/paper-row/refused", test_refused);

  return g_test_run ();
}
