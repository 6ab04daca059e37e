/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-papers-page.h"

#include <glib/gi18n.h>

#include "app/signet-paper-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"

/*
 * The papers the platform wants for the draft's kind of party or right: one row for each slot of its rule
 * set, the needed ones first. What was found about the papers and is of none of those slots stands above
 * them.
 */

struct _SignetPapersPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwPreferencesGroup *head_group;
  AdwPreferencesGroup *required_group;
  AdwPreferencesGroup *optional_group;
  GtkWidget *head;   /* a finding row */
  GPtrArray *rows;   /* of GtkWidget, in either group */
  GListModel *slots; /* what they were made for */
};

G_DEFINE_FINAL_TYPE (SignetPapersPage, signet_papers_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/files", NULL };

/* What is asked for may follow from what was chosen on the pages before. */
static GListModel *
list_slots (SignetDraft *draft)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));

  if (platform == NULL)
    return NULL;
  switch (signet_draft_get_kind (draft))
    {
    case SIGNET_DRAFT_PARTY:
      return signet_platform_list_party_papers (platform, signet_draft_get_party (draft));
    case SIGNET_DRAFT_RIGHT:
      return signet_platform_list_right_papers (platform, signet_draft_get_right (draft));
    case SIGNET_DRAFT_AUTHORISATION:
      return g_object_ref (signet_platform_get_authorisation_papers (platform));
    case SIGNET_DRAFT_REGISTRATION:
    case SIGNET_DRAFT_COMPLAINT:
    default:
      return NULL;
    }
}

static void
row_busy_cb (SignetPapersPage *self)
{
  gboolean busy = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (SIGNET_IS_PAPER_ROW (self->rows->pdata[i]) && signet_paper_row_get_busy (self->rows->pdata[i]))
        busy = TRUE;
    }
  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), busy);
}

static void
add_row (SignetPapersPage *self, SignetPaperSlot *slot)
{
  SignetWizardPage *page = SIGNET_WIZARD_PAGE (self);
  SignetDraft *draft = signet_wizard_page_get_draft (page);
  AdwPreferencesGroup *group = signet_paper_slot_get_required (slot) ? self->required_group
                                                                     : self->optional_group;
  g_autoptr (GListModel) files = NULL;
  GtkWidget *row, *finding;

  row = signet_paper_row_new (signet_wizard_page_get_desk (page), draft, signet_paper_slot_get_slot (slot),
                              signet_words_label (signet_paper_slot_get_label (slot)),
                              signet_words_label (signet_paper_slot_get_explanation (slot)));
  g_signal_connect_object (row, "notify::busy", G_CALLBACK (row_busy_cb), self, G_CONNECT_SWAPPED);
  g_object_get (signet_draft_get_subject (draft), "evidence", &files, NULL);

  adw_preferences_group_add (group, row);
  finding = signet_form_page_add_finding (SIGNET_FORM_PAGE (self), group, row, "/files");
  g_object_set (finding, "slot", signet_paper_slot_get_slot (slot), "files", files, NULL);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->rows, finding);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
clear_rows (SignetPapersPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      gboolean required = gtk_widget_is_ancestor (row, GTK_WIDGET (self->required_group));

      adw_preferences_group_remove (required ? self->required_group : self->optional_group, row);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->required_group), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->optional_group), FALSE);
}

static gboolean
same_slots (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (a);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (a, i);
      g_autoptr (SignetPaperSlot) other = g_list_model_get_item (b, i);

      if (slot != other)
        return FALSE;
    }
  return n == g_list_model_get_n_items (b);
}

static void
show_slots (SignetPapersPage *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (self->slots); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (self->slots, i);

      g_strv_builder_add (builder, signet_paper_slot_get_slot (slot));
      add_row (self, slot);
    }
  words = g_strv_builder_end (builder);
  g_object_set (self->head, "others", words, NULL);
}

/* The kind may have been changed on the page before. */
static void
signet_papers_page_shown (SignetWizardPage *page)
{
  SignetPapersPage *self = SIGNET_PAPERS_PAGE (page);
  SignetDraft *draft = signet_wizard_page_get_draft (page);
  g_autoptr (GListModel) slots = list_slots (draft);

  if (slots != NULL && (self->slots == NULL || !same_slots (self->slots, slots)))
    {
      g_set_object (&self->slots, slots);
      clear_rows (self);
      show_slots (self);
    }

  SIGNET_WIZARD_PAGE_CLASS (signet_papers_page_parent_class)->shown (page);
}

static void
signet_papers_page_constructed (GObject *object)
{
  SignetPapersPage *self = SIGNET_PAPERS_PAGE (object);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  g_autoptr (GListModel) files = NULL;

  G_OBJECT_CLASS (signet_papers_page_parent_class)->constructed (object);

  g_object_get (signet_draft_get_subject (draft), "evidence", &files, NULL);
  self->head = signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->head_group, NULL, "/files");
  g_object_set (self->head, "files", files, "others", signet_record_no_texts (), NULL);
  g_object_bind_property (self->head, "visible", self->head_group, "visible", G_BINDING_SYNC_CREATE);
}

static void
signet_papers_page_finalize (GObject *object)
{
  SignetPapersPage *self = SIGNET_PAPERS_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->slots);

  G_OBJECT_CLASS (signet_papers_page_parent_class)->finalize (object);
}

static void
signet_papers_page_class_init (SignetPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_papers_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = signet_papers_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_papers_page_shown;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPapersPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetPapersPage, head_group);
  gtk_widget_class_bind_template_child (widget_class, SignetPapersPage, required_group);
  gtk_widget_class_bind_template_child (widget_class, SignetPapersPage, optional_group);
}

static void
signet_papers_page_init (SignetPapersPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_papers_page_describe:
 * @draft: a draft of a party, a right or an authorisation
 *
 * Returns: (transfer full): what came of the page, for a list of steps
 */
char *
signet_papers_page_describe (SignetDraft *draft)
{
  g_autoptr (GListModel) files = NULL;
  guint n_files;

  g_object_get (signet_draft_get_subject (draft), "evidence", &files, NULL);
  n_files = g_list_model_get_n_items (files);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
}
