/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-kind-page.h"

#include <glib/gi18n.h>

#include "app/signet-choice-row.h"
#include "app/signet-holder-row.h"
#include "app/signet-words.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/*
 * Which kind of right it is, of those the platform certifies, whose, and by what title. Where there is only
 * one answer it is given already.
 */

/* So many owners stand there to be seen at once; of more, one is chosen from a list with a search. */
#define MAX_SHOWN 6

struct _SignetRightKindPage
{
  SignetFormPage parent_instance;

  AdwPreferencesGroup *kind_group;
  AdwPreferencesGroup *holder_group;
  AdwPreferencesGroup *co_holder_group;
  AdwPreferencesGroup *standing_group;
  GtkWidget *add_row; /* a co-holder */
  GPtrArray *rows;    /* of co-holders */
};

G_DEFINE_FINAL_TYPE (SignetRightKindPage, signet_right_kind_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/kind", "/holders", "/standing", NULL };

/* By what title one may complain, and what it means (SPC interpretation on trademark disputes, 2002 No. 32,
 * articles 3 and 4: who may act instead of the owner, beside the owner, or only with express authority). */
static const struct
{
  const char *word;
  const char *explanation;
} standings[] = {
  { SIGNET_STANDING_OWNER, N_ ("It is registered in this name, or was made by it.") },
  { SIGNET_STANDING_EXCLUSIVE_LICENSEE, N_ ("Nobody else may use it, not even the owner.") },
  { SIGNET_STANDING_SOLE_LICENSEE,
    N_ ("Only the owner may use it, too. Needs the owner’s consent or inaction.") },
  { SIGNET_STANDING_LICENSEE,
    N_ ("Others may use it, too. Needs the owner’s express authority to complain.") },
};

static SignetRight *
get_right (SignetRightKindPage *self)
{
  return signet_draft_get_right (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

static GListModel *
get_principals (SignetRightKindPage *self)
{
  return signet_desk_get_principals (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
}

/* What has to be at hand. */
static char *
list_papers (SignetRightKind *kind)
{
  GListModel *slots = signet_right_kind_get_papers (kind);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (slots, i);

      if (signet_paper_slot_get_required (slot) && *signet_paper_slot_get_when_standings (slot) == NULL &&
          *signet_paper_slot_get_when_documents (slot) == NULL)
        g_strv_builder_add (builder, signet_words_label (signet_paper_slot_get_label (slot)));
    }
  names = g_strv_builder_end (builder);

  /* Translators: between the papers a kind of right needs */
  return g_strjoinv (C_ ("list", ", "), names);
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
      g_autofree char *papers = list_papers (kind);
      GtkWidget *row = signet_choice_row_new (signet_words_label (signet_right_kind_get_label (kind)), papers,
                                              signet_right_kind_get_kind (kind), first);

      if (g_list_model_get_n_items (kinds) == 1 && *signet_right_get_kind (right) == '\0')
        signet_right_set_kind (right, signet_right_kind_get_kind (kind));
      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), G_OBJECT (right), "kind");
      adw_preferences_group_add (self->kind_group, row);
      first = first != NULL ? first : row;
    }
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->kind_group, first, "/kind");
}

static void
add_holder_choices (SignetRightKindPage *self, GListModel *parties)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (SignetPartyRow) party = g_list_model_get_item (parties, i);
      GtkWidget *row = signet_choice_row_new (signet_party_row_get_name (party),
                                              signet_words_party_kind (signet_party_row_get_kind (party)),
                                              signet_party_row_get_id (party), first);

      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), G_OBJECT (get_right (self)), "party-id");
      adw_preferences_group_add (self->holder_group, row);
      first = first != NULL ? first : row;
    }
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->holder_group, first, "/holders");
}

static void
add_holder_search (SignetRightKindPage *self, GListModel *parties)
{
  GtkWidget *row = signet_holder_row_new (parties);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Holder"));
  g_object_bind_property (get_right (self), "party-id", row, "party",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (self->holder_group, row);
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->holder_group, row, "/holders");
}

static void
add_holders (SignetRightKindPage *self)
{
  GListModel *parties = get_principals (self);
  SignetRight *right = get_right (self);
  guint n_parties = g_list_model_get_n_items (parties);
  const char *principal = signet_desk_get_principal (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));

  gtk_widget_set_visible (GTK_WIDGET (self->holder_group), n_parties > 0);
  if (n_parties == 0)
    return;
  if (*signet_right_get_party_id (right) == '\0' && principal != NULL)
    signet_right_set_party_id (right, principal);
  if (*signet_right_get_party_id (right) == '\0' && n_parties == 1)
    {
      g_autoptr (SignetPartyRow) party = g_list_model_get_item (parties, 0);

      signet_right_set_party_id (right, signet_party_row_get_id (party));
    }

  if (n_parties <= MAX_SHOWN)
    add_holder_choices (self, parties);
  else
    add_holder_search (self, parties);
}

/* Co-holders */

static char *
find_name (SignetRightKindPage *self, const char *party)
{
  GListModel *parties = get_principals (self);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (SignetPartyRow) row = g_list_model_get_item (parties, i);

      if (g_str_equal (signet_party_row_get_id (row), party))
        return g_strdup (signet_party_row_get_name (row));
    }

  return g_strdup (_ ("An identity that isn’t here any more"));
}

static void
set_co_holder (SignetRightKindPage *self, const char *party, gboolean is_one)
{
  SignetRight *right = get_right (self);
  const char *const *before = signet_right_get_co_holder_ids (right);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;

  for (; before != NULL && *before != NULL; before++)
    if (!g_str_equal (*before, party))
      g_strv_builder_add (builder, *before);
  if (is_one)
    g_strv_builder_add (builder, party);
  after = g_strv_builder_end (builder);
  signet_right_set_co_holder_ids (right, (const char *const *) after);
}

static void
removed_cb (SignetRightKindPage *self, GtkWidget *button)
{
  set_co_holder (self, g_object_get_data (G_OBJECT (button), "party"), FALSE);
}

static void
add_co_holder_row (SignetRightKindPage *self, const char *party)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = find_name (self, party);
  /* Translators: %s is somebody who owns a right together with others */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "party", g_strdup (party), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->co_holder_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
co_holders_changed_cb (SignetRightKindPage *self)
{
  const char *const *ids = signet_right_get_co_holder_ids (get_right (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->co_holder_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (; ids != NULL && *ids != NULL; ids++)
    add_co_holder_row (self, *ids);
}

static void
co_holder_chosen_cb (SignetRightKindPage *self)
{
  g_autofree char *party = NULL;

  g_object_get (self->add_row, "party", &party, NULL);
  if (*party == '\0')
    return;
  if (!g_str_equal (party, signet_right_get_party_id (get_right (self))))
    set_co_holder (self, party, TRUE);
  g_object_set (self->add_row, "party", "", NULL); /* ready for the next */
}

/* Who became the holder is no co-holder any longer. */
static void
holder_changed_cb (SignetRightKindPage *self)
{
  const char *holder = signet_right_get_party_id (get_right (self));

  if (g_strv_contains (signet_right_get_co_holder_ids (get_right (self)), holder))
    set_co_holder (self, holder, FALSE);
}

static void
add_co_holders (SignetRightKindPage *self)
{
  GListModel *parties = get_principals (self);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->co_holder_group), g_list_model_get_n_items (parties) > 1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->co_holder_group), signet_draft_is_open (draft, "/holders"));
  self->add_row = signet_holder_row_new (parties);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _ ("Another holder"));
  g_signal_connect_object (self->add_row, "notify::party", G_CALLBACK (co_holder_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->co_holder_group, self->add_row);
  g_signal_connect_object (get_right (self), "notify::co-holder-ids", G_CALLBACK (co_holders_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_right (self), "notify::party-id", G_CALLBACK (holder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  co_holders_changed_cb (self);
}

static void
add_standings (SignetRightKindPage *self)
{
  SignetRight *right = get_right (self);
  GtkWidget *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      GtkWidget *row = signet_choice_row_new (signet_words_standing (standings[i].word),
                                              _ (standings[i].explanation), standings[i].word, first);

      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), G_OBJECT (right), "standing");
      adw_preferences_group_add (self->standing_group, row);
      first = first != NULL ? first : row;
    }
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->standing_group, first, "/standing");
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
  add_holders (self);
  add_co_holders (self);
  add_standings (self);
}

static void
signet_right_kind_page_finalize (GObject *object)
{
  SignetRightKindPage *self = SIGNET_RIGHT_KIND_PAGE (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (signet_right_kind_page_parent_class)->finalize (object);
}

static void
signet_right_kind_page_class_init (SignetRightKindPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_right_kind_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = signet_right_kind_page_finalize;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-right-kind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightKindPage, kind_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRightKindPage, holder_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRightKindPage, co_holder_group);
  gtk_widget_class_bind_template_child (widget_class, SignetRightKindPage, standing_group);
}

static void
signet_right_kind_page_init (SignetRightKindPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
