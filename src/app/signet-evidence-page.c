/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-evidence-page.h"

#include <glib/gi18n.h>

#include "app/signet-document-window.h"
#include "app/signet-file-row.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * The evidence for everything in the batch: what the chosen reason needs, and the files. They are chosen, or
 * dropped anywhere on the page, and copied one after the other; each can be stopped. A file that can't be
 * used stays in the list with its reason until it is dismissed.
 */

typedef struct
{
  SignetEvidencePage *page; /* not owned: the job ends before the page does */
  GFile *file;
  SignetFileRow *row; /* owned by its list */
  GCancellable *cancellable;
} Job;

struct _SignetEvidencePage
{
  SignetFormPage parent_instance;

  GtkWidget *needed_box;
  GtkLabel *needed_title;
  GtkLabel *needed_label;
  GtkLabel *required_label;
  GtkWidget *empty_box;
  GtkListBox *file_list;
  GtkListBox *pending_list;
  GtkWidget *add_button;

  GtkFileChooserNative *chooser;
  GQueue *jobs; /* Job, the first one is running */
};

G_DEFINE_FINAL_TYPE (SignetEvidencePage, signet_evidence_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/files", NULL };

static void start_next (SignetEvidencePage *self);

static SignetDraft *
get_draft (SignetEvidencePage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetPlatform *
get_platform (SignetEvidencePage *self)
{
  return signet_account_get_platform (signet_draft_get_account (get_draft (self)));
}

static GListModel *
get_evidence (SignetEvidencePage *self)
{
  return G_LIST_MODEL (signet_complaint_get_evidence (signet_draft_get_complaint (get_draft (self))));
}

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_object_unref (job->cancellable);
  g_free (job);
}

static void
show_needed (SignetEvidencePage *self)
{
  const char *code = signet_complaint_get_reason (signet_draft_get_complaint (get_draft (self)));
  SignetReason *reason = signet_platform_find_reason (get_platform (self), code);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->needed_box, reason != NULL);
  if (reason == NULL)
    return;

  /* Translators: %s is a reason for a complaint: "Needed for “Counterfeit goods”" */
  title = g_strdup_printf (_ ("Needed for “%s”"), signet_words_label (signet_reason_get_label (reason)));
  gtk_label_set_label (self->needed_title, title);
  gtk_label_set_label (self->needed_label, signet_words_label (signet_reason_get_evidence (reason)));
  gtk_label_set_label (self->required_label, signet_reason_get_evidence_required (reason)
                                                 ? _ ("At least one file is needed.")
                                                 : _ ("You can go on without a file."));
}

static void
preview_cb (SignetEvidencePage *self, SignetFileRow *row)
{
  GtkWindow *window = signet_document_window_new (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)),
                                                  signet_file_row_get_evidence (row));

  g_object_bind_property (signet_draft_get_account (get_draft (self)), "practice", window, "practice",
                          G_BINDING_SYNC_CREATE);
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (window);
}

static void
removed_cb (SignetEvidencePage *self, SignetFileRow *row)
{
  signet_draft_detach (get_draft (self), signet_file_row_get_evidence (row));
}

static void
show_files (SignetEvidencePage *self)
{
  GListModel *evidence = get_evidence (self);
  guint n_files = g_list_model_get_n_items (evidence);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->file_list))) != NULL)
    gtk_list_box_remove (self->file_list, child);
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (SignetEvidence) file = g_list_model_get_item (evidence, i);
      GtkWidget *row = signet_file_row_new (file);

      g_signal_connect_object (row, "preview", G_CALLBACK (preview_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->file_list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->file_list), n_files > 0);
  gtk_widget_set_visible (self->empty_box, n_files == 0 && g_queue_is_empty (self->jobs));
}

static void
show_jobs (SignetEvidencePage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pending_list),
                          gtk_widget_get_first_child (GTK_WIDGET (self->pending_list)) != NULL);
  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), !g_queue_is_empty (self->jobs));
}

static void
evidence_changed_cb (SignetEvidencePage *self)
{
  show_files (self);
}

/* Copying */

static void
progress_cb (goffset done, goffset total, gpointer user_data)
{
  Job *job = user_data;

  if (!g_cancellable_is_cancelled (job->cancellable))
    signet_file_row_set_progress (job->row, (guint64) done, (guint64) total);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetEvidence) evidence = signet_draft_attach_finish (SIGNET_DRAFT (source), result, &error);
  SignetEvidencePage *self = job->page;

  if (self == NULL) /* the window was closed meanwhile */
    {
      job_free (job);
      return;
    }

  g_queue_remove (self->jobs, job);
  if (evidence == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    signet_file_row_set_error (job->row, error);
  else
    gtk_list_box_remove (self->pending_list, GTK_WIDGET (job->row));
  job_free (job);
  show_jobs (self);
  show_files (self);
  start_next (self);
}

static void
start_next (SignetEvidencePage *self)
{
  Job *job = g_queue_peek_head (self->jobs);

  if (job != NULL)
    signet_draft_attach_async (get_draft (self), job->file, SIGNET_SLOT_EVIDENCE, progress_cb, job,
                               job->cancellable, attached_cb, job);
}

static Job *
find_job (SignetEvidencePage *self, SignetFileRow *row)
{
  for (GList *link = self->jobs->head; link != NULL; link = link->next)
    if (((Job *) link->data)->row == row)
      return link->data;

  return NULL;
}

static void
pending_removed_cb (SignetEvidencePage *self, SignetFileRow *row)
{
  Job *job = find_job (self, row);

  if (job != NULL && job == g_queue_peek_head (self->jobs))
    {
      g_cancellable_cancel (job->cancellable); /* attached_cb takes it out */
      return;
    }
  if (job != NULL)
    {
      g_queue_remove (self->jobs, job);
      job_free (job);
    }
  gtk_list_box_remove (self->pending_list, GTK_WIDGET (row));
  show_jobs (self);
  show_files (self);
}

static void
add_file (SignetEvidencePage *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  Job *job = g_new0 (Job, 1);

  job->page = self;
  job->file = g_object_ref (file);
  job->cancellable = g_cancellable_new ();
  job->row = SIGNET_FILE_ROW (signet_file_row_new_pending (name));
  g_signal_connect_object (job->row, "removed", G_CALLBACK (pending_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->pending_list, GTK_WIDGET (job->row));
  g_queue_push_tail (self->jobs, job);
  if (g_queue_get_length (self->jobs) == 1)
    start_next (self);
  show_jobs (self);
  show_files (self);
}

static void
chosen_cb (SignetEvidencePage *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          add_file (self, file);
        }
    }
  g_clear_object (&self->chooser);
}

static void
add_clicked_cb (SignetEvidencePage *self)
{
  SignetLimits *limits = signet_platform_get_limits (get_platform (self));
  const char *const *media_types = signet_limits_get_media_types (limits);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  for (guint i = 0; media_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, media_types[i]);
  gtk_file_filter_set_name (filter, _ ("Documents and pictures"));
  self->chooser = gtk_file_chooser_native_new (_ ("Choose Evidence"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN,
                                               /* Translators: button of the file chooser */
                                               _ ("Add"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
dropped_cb (SignetEvidencePage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *link = files; link != NULL; link = link->next)
    add_file (self, link->data);

  return files != NULL;
}

static void
signet_evidence_page_shown (SignetWizardPage *page)
{
  show_needed (SIGNET_EVIDENCE_PAGE (page)); /* the reason may be another one now */
}

static void
signet_evidence_page_constructed (GObject *object)
{
  SignetEvidencePage *self = SIGNET_EVIDENCE_PAGE (object);

  G_OBJECT_CLASS (signet_evidence_page_parent_class)->constructed (object);

  g_signal_connect_object (get_evidence (self), "items-changed", G_CALLBACK (evidence_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_needed (self);
  show_files (self);
}

static void
signet_evidence_page_dispose (GObject *object)
{
  SignetEvidencePage *self = SIGNET_EVIDENCE_PAGE (object);
  Job *job;

  /* The running one frees itself when its copy has stopped. */
  job = g_queue_pop_head (self->jobs);
  if (job != NULL)
    {
      job->page = NULL;
      g_cancellable_cancel (job->cancellable);
    }
  while ((job = g_queue_pop_head (self->jobs)) != NULL)
    job_free (job);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (signet_evidence_page_parent_class)->dispose (object);
}

static void
signet_evidence_page_finalize (GObject *object)
{
  g_queue_free (SIGNET_EVIDENCE_PAGE (object)->jobs);

  G_OBJECT_CLASS (signet_evidence_page_parent_class)->finalize (object);
}

static void
signet_evidence_page_class_init (SignetEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = signet_evidence_page_constructed;
  object_class->dispose = signet_evidence_page_dispose;
  object_class->finalize = signet_evidence_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_evidence_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, needed_box);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, needed_title);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, needed_label);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, required_label);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, empty_box);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, file_list);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, pending_list);
  gtk_widget_class_bind_template_child (widget_class, SignetEvidencePage, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
signet_evidence_page_init (SignetEvidencePage *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->jobs = g_queue_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}
