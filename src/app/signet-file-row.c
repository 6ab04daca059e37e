/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-file-row.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-format.h"
#include "app/signet-width-bin.h"

/*
 * One file: its name, size and digest, a look at it, and a button that takes it out. While it is being copied
 * and hashed the row shows how far that is, and the button stops it; if that failed it says why.
 *
 * Signals: "preview": the person wants to see it. "removed": the person wants it out, or the copying to stop.
 */

struct _SignetFileRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *caption;
  GtkLabel *problem;
  GtkProgressBar *progress_bar;
  GtkLabel *digest;
  GtkWidget *preview_button;
  GtkWidget *remove_button;

  SignetEvidence *evidence;
};

G_DEFINE_FINAL_TYPE (SignetFileRow, signet_file_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PREVIEW,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
describe_type (const char *media_type)
{
  if (g_str_equal (media_type, "application/pdf"))
    return "PDF";
  if (g_str_equal (media_type, "image/png"))
    return "PNG";
  if (g_str_equal (media_type, "image/jpeg"))
    return "JPEG";

  return media_type;
}

/* Takes both texts. */
static void
set_button_names (SignetFileRow *self, char *preview, char *remove)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  preview != NULL ? preview : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
  g_free (preview);
  g_free (remove);
}

static void
preview_clicked_cb (SignetFileRow *self)
{
  g_signal_emit (self, signals[PREVIEW], 0);
}

static void
remove_clicked_cb (SignetFileRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
signet_file_row_dispose (GObject *object)
{
  g_clear_object (&SIGNET_FILE_ROW (object)->evidence);

  G_OBJECT_CLASS (signet_file_row_parent_class)->dispose (object);
}

static void
signet_file_row_class_init (SignetFileRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_file_row_dispose;

  signals[PREVIEW] = g_signal_new ("preview", SIGNET_TYPE_FILE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", SIGNET_TYPE_FILE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-file-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, box);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, name);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, problem);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, digest);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, preview_button);
  gtk_widget_class_bind_template_child (widget_class, SignetFileRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, preview_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
signet_file_row_init (SignetFileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_file_row_new:
 * @evidence: a file of the vault
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
signet_file_row_new (SignetEvidence *evidence)
{
  SignetFileRow *self;
  const char *name;
  g_autofree char *size = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *digest = NULL;

  g_return_val_if_fail (SIGNET_IS_EVIDENCE (evidence), NULL);

  self = g_object_new (SIGNET_TYPE_FILE_ROW, NULL);
  self->evidence = g_object_ref (evidence);
  name = signet_evidence_get_name (evidence);
  size = signet_format_size (signet_evidence_get_bytes (evidence));
  /* Translators: type and size of a file: "PDF · 1.4 MB" */
  caption = g_strdup_printf (C_ ("file", "%s · %s"),
                             describe_type (signet_evidence_get_media_type (evidence)), size);
  digest = signet_format_digest (signet_evidence_get_sha256 (evidence));

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->digest, digest);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->digest), signet_evidence_get_sha256 (evidence));
  if (g_str_has_prefix (signet_evidence_get_media_type (evidence), "image/"))
    gtk_image_set_from_icon_name (self->icon, "image-x-generic-symbolic");
  /* Translators: names of buttons for screen readers, %s is a file's name */
  set_button_names (self, g_strdup_printf (_ ("Preview %s"), name), g_strdup_printf (_ ("Remove %s"), name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * signet_file_row_new_pending:
 * @name: the file's name
 *
 * Returns: (transfer floating): a row for a file that is being copied and hashed
 */
GtkWidget *
signet_file_row_new_pending (const char *name)
{
  SignetFileRow *self = g_object_new (SIGNET_TYPE_FILE_ROW, NULL);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->caption, _ ("Waiting"));
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->digest), FALSE);
  gtk_widget_set_visible (self->preview_button, FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (self->remove_button), "process-stop-symbolic");
  gtk_widget_set_tooltip_text (self->remove_button, _ ("Cancel"));
  /* Translators: name of a button for screen readers, %s is the name of a file that is being read */
  set_button_names (self, NULL, g_strdup_printf (_ ("Cancel %s"), name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * signet_file_row_get_evidence:
 * @self: a file row
 *
 * Returns: (nullable) (transfer none): the file; %NULL while it is being copied
 */
SignetEvidence *
signet_file_row_get_evidence (SignetFileRow *self)
{
  g_return_val_if_fail (SIGNET_IS_FILE_ROW (self), NULL);

  return self->evidence;
}

/**
 * signet_file_row_set_progress:
 * @self: a row of a file that is being copied
 * @done: bytes so far
 * @total: bytes altogether
 */
void
signet_file_row_set_progress (SignetFileRow *self, guint64 done, guint64 total)
{
  g_autofree char *shown_done = signet_format_size (done);
  g_autofree char *shown_total = signet_format_size (total);
  g_autofree char *caption = NULL;

  g_return_if_fail (SIGNET_IS_FILE_ROW (self));

  /* Translators: how much of a file has been read: "12 MB of 40 MB" */
  caption = g_strdup_printf (_ ("%s of %s"), shown_done, shown_total);
  gtk_label_set_label (self->caption, caption);
  gtk_progress_bar_set_fraction (self->progress_bar, total > 0 ? (double) done / (double) total : 0);
}

/**
 * signet_file_row_set_error:
 * @self: a row of a file that was being copied
 * @error: why it can't be used
 *
 * The row stays, so that the person sees which of several files it was.
 */
void
signet_file_row_set_error (SignetFileRow *self, const GError *error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (SIGNET_IS_FILE_ROW (self));
  g_return_if_fail (error != NULL);

  sentence = signet_error_text_sentence (error);
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  gtk_image_set_from_icon_name (self->icon, "dialog-error-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), "error-text");
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (self->remove_button), "window-close-symbolic");
  gtk_widget_set_tooltip_text (self->remove_button, _ ("Dismiss"));
  /* Translators: name of a button for screen readers, %s is the name of a file that couldn't be read */
  set_button_names (self, NULL, g_strdup_printf (_ ("Dismiss %s"), gtk_label_get_label (self->name)));
  description = g_strdup_printf ("%s: %s", gtk_label_get_label (self->name), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}
