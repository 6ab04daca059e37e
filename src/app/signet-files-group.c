/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-files-group.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-words.h"
#include "model/signet-evidence.h"
#include "model/signet-words.h"

/*
 * The files that will be sent or were sent, each with what it is, its size and digest, as it stands on every
 * review page.
 */

struct _SignetFilesGroup
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwPreferencesGroup *group;
  GtkWidget *copy_button;

  GListModel *files;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SignetFilesGroup, signet_files_group, GTK_TYPE_WIDGET)

/* Which paper it is, and that it is a copy; what is evidence is just that. */
static char *
describe (SignetEvidence *evidence)
{
  const char *slot = signet_evidence_get_slot (evidence);
  char *text = signet_format_size (signet_evidence_get_bytes (evidence));
  const char *parts[] = { signet_evidence_is_watermarked (evidence) ? _ ("Watermarked copy") : "",
                          g_str_equal (slot, SIGNET_SLOT_EVIDENCE) ? "" : signet_words_slot (slot) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      {
        /* Translators: what a file is, and its size: "Watermarked copy · 1.4 MB" */
        char *longer = g_strdup_printf (C_ ("file", "%s · %s"), parts[i], text);

        g_free (text);
        text = longer;
      }

  return text;
}

static GtkWidget *
make_row (SignetEvidence *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *digest = signet_format_digest (signet_evidence_get_sha256 (evidence));
  g_autofree char *text = describe (evidence);
  GtkWidget *label = gtk_label_new (digest);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), signet_evidence_get_name (evidence));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_add_css_class (label, "digest");
  gtk_widget_set_tooltip_text (label, signet_evidence_get_sha256 (evidence));
  /* assistive technology gets the whole digest */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  signet_evidence_get_sha256 (evidence), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
files_changed_cb (SignetFilesGroup *self)
{
  guint n_files = self->files != NULL ? g_list_model_get_n_items (self->files) : 0;
  guint64 bytes = 0;
  g_autofree char *size = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (self->files, i);
      GtkWidget *row = make_row (evidence);

      bytes += signet_evidence_get_bytes (evidence);
      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }

  size = signet_format_size (bytes);
  /* Translators: heading of a list of files; %s is their size together */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u File, %s", "%u Files, %s", n_files), n_files,
                           size);
  adw_preferences_group_set_title (self->group, title);
  gtk_widget_set_visible (GTK_WIDGET (self), n_files > 0);
}

static void
copy_clicked_cb (SignetFilesGroup *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* as sha256sum writes and checks it */
  for (guint i = 0; self->files != NULL && i < g_list_model_get_n_items (self->files); i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (self->files, i);

      g_string_append_printf (text, "%s  %s\n", signet_evidence_get_sha256 (evidence),
                              signet_evidence_get_name (evidence));
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
signet_files_group_dispose (GObject *object)
{
  SignetFilesGroup *self = SIGNET_FILES_GROUP (object);

  if (self->files != NULL)
    g_signal_handlers_disconnect_by_func (self->files, files_changed_cb, self);
  g_clear_object (&self->files);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_FILES_GROUP);

  G_OBJECT_CLASS (signet_files_group_parent_class)->dispose (object);
}

static void
signet_files_group_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_FILES_GROUP (object)->rows);

  G_OBJECT_CLASS (signet_files_group_parent_class)->finalize (object);
}

static void
signet_files_group_class_init (SignetFilesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_files_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_files_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-files-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetFilesGroup, box);
  gtk_widget_class_bind_template_child (widget_class, SignetFilesGroup, group);
  gtk_widget_class_bind_template_child (widget_class, SignetFilesGroup, copy_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_files_group_init (SignetFilesGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->copy_button, "clicked", G_CALLBACK (copy_clicked_cb), self);
}

/**
 * signet_files_group_set_files:
 * @self: a group
 * @files: (nullable): a list of #SignetEvidence, followed from now on
 */
void
signet_files_group_set_files (SignetFilesGroup *self, GListModel *files)
{
  g_return_if_fail (SIGNET_IS_FILES_GROUP (self));

  if (self->files != NULL)
    g_signal_handlers_disconnect_by_func (self->files, files_changed_cb, self);
  g_set_object (&self->files, files);
  if (files != NULL)
    g_signal_connect_swapped (files, "items-changed", G_CALLBACK (files_changed_cb), self);
  files_changed_cb (self);
}
