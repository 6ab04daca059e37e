/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-kind-page.h"

#include "app/signet-choice-row.h"
#include "app/signet-finding-row.h"
#include "app/signet-words.h"
#include "model/signet-party-row.h"

/*
 * Which kind of right it is, of those the platform certifies, and whose. Where there is only one answer it is
 * given already.
 */

struct _SignetRightKindPage
{
  SignetFormPage parent_instance;

  AdwPreferencesGroup *kind_group;
  AdwPreferencesGroup *holder_group;
};

G_DEFINE_FINAL_TYPE (SignetRightKindPage, signet_right_kind_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/kind", "/holders", "/standing", NULL };

static void
add_finding_row (SignetRightKindPage *self, AdwPreferencesGroup *group, GtkWidget *field, const char *pointer)
{
  GtkWidget *finding = signet_finding_row_new ();

  g_object_set (finding, "field", field, "pointer", pointer, NULL);
  g_object_bind_property (self, "findings", finding, "findings", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "revealed", finding, "revealed", G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (group, finding);
}

static void
add_kinds (SignetRightKindPage *self, SignetDraft *draft, SignetPlatform *platform)
{
  GListModel *kinds = signet_platform_get_right_kinds (platform);
  SignetRight *right = signet_draft_get_right (draft);
  GtkWidget *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetRightKind) kind = g_list_model_get_item (kinds, i);
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (signet_right_kind_get_papers (kind), 0);
      const char *explanation = paper != NULL ? signet_words_label (signet_paper_slot_get_label (paper)) : "";
      GtkWidget *row = signet_choice_row_new (signet_words_label (signet_right_kind_get_label (kind)),
                                              explanation, signet_right_kind_get_kind (kind), first);

      if (g_list_model_get_n_items (kinds) == 1 && *signet_right_get_kind (right) == '\0')
        signet_right_set_kind (right, signet_right_kind_get_kind (kind));
      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), G_OBJECT (right), "kind");
      adw_preferences_group_add (self->kind_group, row);
      first = first != NULL ? first : row;
    }
  add_finding_row (self, self->kind_group, first, "/kind");
}

static void
add_holders (SignetRightKindPage *self, SignetDraft *draft)
{
  GListModel *parties = signet_desk_get_parties (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
  SignetRight *right = signet_draft_get_right (draft);
  guint n_parties = g_list_model_get_n_items (parties);
  GtkWidget *first = NULL;

  for (guint i = 0; i < n_parties; i++)
    {
      g_autoptr (SignetPartyRow) party = g_list_model_get_item (parties, i);
      GtkWidget *row = signet_choice_row_new (signet_party_row_get_name (party),
                                              signet_party_row_get_document_number (party),
                                              signet_party_row_get_id (party), first);

      if (n_parties == 1 && *signet_right_get_party_id (right) == '\0')
        signet_right_set_party_id (right, signet_party_row_get_id (party));
      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), G_OBJECT (right), "party-id");
      adw_preferences_group_add (self->holder_group, row);
      first = first != NULL ? first : row;
    }
  add_finding_row (self, self->holder_group, first, "/holders");
  gtk_widget_set_visible (GTK_WIDGET (self->holder_group), n_parties > 0);
}

static void
signet_right_kind_page_constructed (GObject *object)
{
  SignetRightKindPage *self = SIGNET_RIGHT_KIND_PAGE (object);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));

  G_OBJECT_CLASS (signet_right_kind_page_parent_class)->constructed (object);

  if (platform != NULL)
    add_kinds (self, draft, platform);
  add_holders (self, draft);
}

static void
signet_right_kind_page_class_init (SignetRightKindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_right_kind_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-right-kind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightKindPage, kind_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRightKindPage, holder_group);
}

static void
signet_right_kind_page_init (SignetRightKindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
