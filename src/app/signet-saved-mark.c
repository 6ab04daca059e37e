/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-saved-mark.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"

/*
 * Whether what was typed into a draft is on disk, in a word. If it can't be written, a tooltip says why.
 */

struct _SignetSavedMark
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *label;

  SignetDraft *draft;
};

G_DEFINE_FINAL_TYPE (SignetSavedMark, signet_saved_mark, ADW_TYPE_BIN)

static void
saving_changed_cb (SignetSavedMark *self)
{
  SignetDraftSaving saving = signet_draft_get_saving (self->draft);
  const char *words[] = { _ ("Saved"), _ ("Saving…"), _ ("Not saved") };
  const char *icon_names[] = { "object-select-symbolic", "content-loading-symbolic",
                               "dialog-warning-symbolic" };

  gtk_label_set_label (self->label, words[saving]);
  gtk_image_set_from_icon_name (self->icon, icon_names[saving]);
  if (saving == SIGNET_DRAFT_UNSAVED)
    {
      const GError *error = signet_draft_get_error (self->draft);
      g_autofree char *sentence = error != NULL ? signet_error_text_sentence (error) : NULL;

      gtk_widget_add_css_class (self->box, "warning");
      gtk_widget_remove_css_class (self->box, "dim-label");
      gtk_widget_set_tooltip_text (self->box, sentence);
    }
  else
    {
      gtk_widget_remove_css_class (self->box, "warning");
      gtk_widget_add_css_class (self->box, "dim-label");
      gtk_widget_set_tooltip_text (self->box, NULL);
    }
}

static void
signet_saved_mark_dispose (GObject *object)
{
  g_clear_object (&SIGNET_SAVED_MARK (object)->draft);

  G_OBJECT_CLASS (signet_saved_mark_parent_class)->dispose (object);
}

static void
signet_saved_mark_class_init (SignetSavedMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_saved_mark_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-saved-mark.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetSavedMark, box);
  gtk_widget_class_bind_template_child (widget_class, SignetSavedMark, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetSavedMark, label);
}

static void
signet_saved_mark_init (SignetSavedMark *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_saved_mark_set_draft:
 * @self: a mark
 * @draft: what it speaks about; set once
 */
void
signet_saved_mark_set_draft (SignetSavedMark *self, SignetDraft *draft)
{
  g_return_if_fail (SIGNET_IS_SAVED_MARK (self));
  g_return_if_fail (SIGNET_IS_DRAFT (draft) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "notify::saving", G_CALLBACK (saving_changed_cb), self, G_CONNECT_SWAPPED);
  saving_changed_cb (self);
}
