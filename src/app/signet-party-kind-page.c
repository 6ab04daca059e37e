/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-party-kind-page.h"

#include "app/signet-choice-row.h"
#include "app/signet-finding-row.h"
#include "app/signet-words.h"

/*
 * Which kind of party the person is, of those the platform certifies, with the papers each needs.
 */

struct _SignetPartyKindPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (SignetPartyKindPage, signet_party_kind_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/kind", "/role", NULL };

static char *
list_papers (SignetPartyKind *kind)
{
  GListModel *papers = signet_party_kind_get_papers (kind);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (papers, i);

      if (signet_paper_slot_get_required (slot))
        g_strv_builder_add (builder, signet_words_label (signet_paper_slot_get_label (slot)));
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv (" · ", names);
}

static void
signet_party_kind_page_constructed (GObject *object)
{
  SignetPartyKindPage *self = SIGNET_PARTY_KIND_PAGE (object);
  SignetWizardPage *page = SIGNET_WIZARD_PAGE (self);
  SignetDraft *draft = signet_wizard_page_get_draft (page);
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  GtkWidget *first = NULL, *finding;

  G_OBJECT_CLASS (signet_party_kind_page_parent_class)->constructed (object);

  if (platform == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (signet_platform_get_party_kinds (platform)); i++)
    {
      g_autoptr (SignetPartyKind)
          kind = g_list_model_get_item (signet_platform_get_party_kinds (platform), i);
      g_autofree char *papers = list_papers (kind);
      GtkWidget *row = signet_choice_row_new (signet_words_label (signet_party_kind_get_label (kind)), papers,
                                              signet_party_kind_get_kind (kind), first);

      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), signet_draft_get_subject (draft), "kind");
      adw_preferences_group_add (self->group, row);
      first = first != NULL ? first : row;
    }

  finding = signet_finding_row_new ();
  g_object_set (finding, "field", first, "pointer", "/kind", NULL);
  g_object_bind_property (page, "findings", finding, "findings", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "revealed", finding, "revealed", G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (self->group, finding);
}

static void
signet_party_kind_page_class_init (SignetPartyKindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_party_kind_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-party-kind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPartyKindPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyKindPage, group);
}

static void
signet_party_kind_page_init (SignetPartyKindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
