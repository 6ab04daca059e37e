/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-reason-page.h"

#include <glib/gi18n.h>

#include "app/signet-option-row.h"
#include "app/signet-complaint-summary.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * The reason: one for the whole batch. Offered are the reasons whose targets cover every kind in it, each
 * with what it means and the evidence it needs; the others stand below with what excludes them.
 */

struct _SignetReasonPage
{
  SignetFormPage parent_instance;

  GtkListBox *offered_list;
  GtkWidget *none_label;
  GtkWidget *excluded_box;
  GtkListBox *excluded_list;

  GtkCheckButton *group; /* never shown; with it nothing may be chosen */
};

G_DEFINE_FINAL_TYPE (SignetReasonPage, signet_reason_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/reason", NULL };

static SignetComplaint *
get_complaint (SignetReasonPage *self)
{
  return signet_draft_get_complaint (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

static SignetPlatform *
get_platform (SignetReasonPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  return signet_account_get_platform (signet_draft_get_account (draft));
}

static void
row_chosen_cb (SignetReasonPage *self, SignetOptionRow *row)
{
  signet_complaint_set_reason (get_complaint (self), signet_option_row_get_value (row));
}

/* What keeps @reason from being offered: the kinds in the batch that it isn't about; %NULL if there are none.
 */
static char *
explain_exclusion (SignetReason *reason, const char *const *kinds)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  g_auto (GStrv) uncovered = NULL;
  g_autofree char *has = NULL;
  g_autofree char *is_for = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    if (!signet_reason_is_for_target (reason, kinds[i]))
      g_strv_builder_add (missing, kinds[i]);
  uncovered = g_strv_builder_end (missing);
  if (uncovered[0] == NULL)
    return NULL;

  has = signet_complaint_summary_join_kinds ((const char *const *) uncovered);
  is_for = signet_complaint_summary_join_kinds (signet_reason_get_target_kinds (reason));

  /* Translators: why a reason isn't offered. First %s: kinds of things in the list, second %s: the kinds the
     reason is for ("Your list also has: Video. This reason is for: Goods, Live stream.") */
  return g_strdup_printf (_ ("Your list also has: %s. This reason is for: %s."), has, is_for);
}

static GtkWidget *
create_row (SignetReasonPage *self, SignetReason *reason, const char *why)
{
  const char *code = signet_reason_get_code (reason);
  GtkWidget *row = signet_option_row_new (code, signet_words_label (signet_reason_get_label (reason)),
                                          signet_words_label (signet_reason_get_explanation (reason)));
  g_autofree char *evidence = NULL;

  /* Translators: %s is a sentence that says what is needed */
  evidence = g_strdup_printf (_ ("Evidence needed: %s"),
                              signet_words_label (signet_reason_get_evidence (reason)));
  signet_option_row_set_detail (SIGNET_OPTION_ROW (row), "mail-attachment-symbolic", evidence);
  signet_option_row_set_group (SIGNET_OPTION_ROW (row), self->group);
  signet_option_row_set_excluded (SIGNET_OPTION_ROW (row), why);
  if (why == NULL)
    signet_option_row_set_chosen (SIGNET_OPTION_ROW (row),
                                  g_str_equal (signet_complaint_get_reason (get_complaint (self)), code));
  g_signal_connect_object (row, "chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
clear (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

static void
show_reasons (SignetReasonPage *self)
{
  SignetRight *right =
      signet_draft_get_chosen_right (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
  g_auto (GStrv) kinds = signet_complaint_summary_list_kinds (get_complaint (self));
  g_autoptr (GPtrArray) reasons = NULL;
  guint n_offered = 0;

  clear (self->offered_list);
  clear (self->excluded_list);
  reasons = signet_platform_list_reasons (get_platform (self), right != NULL ? signet_right_get_kind (right)
                                                                             : SIGNET_RIGHT_KIND_TRADEMARK);
  for (guint i = 0; i < reasons->len; i++)
    {
      SignetReason *reason = g_ptr_array_index (reasons, i);
      g_autofree char *why = explain_exclusion (reason, (const char *const *) kinds);

      gtk_list_box_append (why == NULL ? self->offered_list : self->excluded_list,
                           create_row (self, reason, why));
      n_offered += why == NULL;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offered_list), n_offered > 0);
  gtk_widget_set_visible (self->none_label, n_offered == 0);
  gtk_widget_set_visible (self->excluded_box, n_offered < reasons->len);
}

static void
reason_changed_cb (SignetReasonPage *self)
{
  const char *reason = signet_complaint_get_reason (get_complaint (self));

  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), *reason != '\0');
}

static void
row_activated_cb (SignetReasonPage *self, GtkListBoxRow *row)
{
  signet_option_row_set_chosen (SIGNET_OPTION_ROW (row), TRUE);
}

static void
signet_reason_page_shown (SignetWizardPage *page)
{
  show_reasons (SIGNET_REASON_PAGE (page)); /* the batch may have other kinds than before */
}

static void
signet_reason_page_constructed (GObject *object)
{
  SignetReasonPage *self = SIGNET_REASON_PAGE (object);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  G_OBJECT_CLASS (signet_reason_page_parent_class)->constructed (object);

  g_signal_connect_object (get_complaint (self), "notify::reason", G_CALLBACK (reason_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::chosen-right", G_CALLBACK (show_reasons), self, G_CONNECT_SWAPPED);
  reason_changed_cb (self);
}

static void
signet_reason_page_dispose (GObject *object)
{
  g_clear_object (&SIGNET_REASON_PAGE (object)->group);

  G_OBJECT_CLASS (signet_reason_page_parent_class)->dispose (object);
}

static void
signet_reason_page_class_init (SignetReasonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_reason_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_reason_page_dispose;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_reason_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-reason-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetReasonPage, offered_list);
  gtk_widget_class_bind_template_child (widget_class, SignetReasonPage, none_label);
  gtk_widget_class_bind_template_child (widget_class, SignetReasonPage, excluded_box);
  gtk_widget_class_bind_template_child (widget_class, SignetReasonPage, excluded_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
signet_reason_page_init (SignetReasonPage *self)
{
  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
}
