/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-party-kind-page.h"

#include <glib/gi18n.h>

#include "app/signet-choice-row.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * In what capacity somebody is certified, and which kind of party it is, of those the platform certifies,
 * with the papers each needs.
 */

/* A party's role and whether it is the account's own, as one choice: the values of
 * SignetPartyKindPage:capacity. */
typedef struct
{
  const char *word;
  const char *role;
  gboolean own;
  const char *title;
  const char *explanation;
} Capacity;

static const Capacity capacities[] = {
  { "owner", SIGNET_ROLE_PRINCIPAL, TRUE, N_ ("You, the owner"),
    N_ ("You complain about copies of what is yours.") },
  { "agent", SIGNET_ROLE_AGENT, TRUE, N_ ("You, an agent"),
    N_ ("You act for owners. Each needs an identity and an authorisation, too.") },
  { "principal", SIGNET_ROLE_PRINCIPAL, FALSE, N_ ("An owner you act for"),
    N_ ("Certified under your account, by an authorisation that names you.") },
  { "first-agent", SIGNET_ROLE_AGENT, FALSE, N_ ("An agent who passed the task on to you"),
    N_ ("Stands between the owner’s authorisation and yours.") },
};

struct _SignetPartyKindPage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwPreferencesGroup *capacity_group;
  AdwPreferencesGroup *group;
};

enum
{
  PROP_0,
  PROP_CAPACITY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SignetPartyKindPage, signet_party_kind_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/kind", "/role", "/own", NULL };

static SignetParty *
get_party (SignetPartyKindPage *self)
{
  return signet_draft_get_party (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

static const Capacity *
find_capacity (SignetParty *party)
{
  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    if (g_str_equal (capacities[i].role, signet_party_get_role (party)) &&
        capacities[i].own == signet_party_get_own (party))
      return &capacities[i];

  return NULL;
}

static const char *
get_capacity (SignetPartyKindPage *self)
{
  const Capacity *capacity = find_capacity (get_party (self));

  return capacity != NULL ? capacity->word : "";
}

static void
set_capacity (SignetPartyKindPage *self, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    if (g_strcmp0 (capacities[i].word, word) == 0)
      {
        signet_party_set_role (get_party (self), capacities[i].role);
        signet_party_set_own (get_party (self), capacities[i].own);
      }
}

static void
party_changed_cb (SignetPartyKindPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPACITY]);
}

static void
add_capacities (SignetPartyKindPage *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    {
      GtkWidget *row = signet_choice_row_new (_ (capacities[i].title), _ (capacities[i].explanation),
                                              capacities[i].word, first);

      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), G_OBJECT (self), "capacity");
      adw_preferences_group_add (self->capacity_group, row);
      first = first != NULL ? first : row;
    }
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->capacity_group, first, "/own");
}

/* What proves such a party with one of its documents. */
static char *
list_papers_with (SignetPlatform *platform, SignetPartyKind *kind, const char *document)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (GListModel) papers = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  signet_party_set_kind (party, signet_party_kind_get_kind (kind));
  signet_party_set_document_kind (party, document);
  papers = signet_platform_list_party_papers (platform, party);
  for (guint i = 0; papers != NULL && i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (papers, i);

      if (signet_paper_slot_get_required (slot))
        g_strv_builder_add (builder, signet_words_label (signet_paper_slot_get_label (slot)));
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv (" · ", names);
}

/* With some documents they are others: a line for each. */
static char *
list_papers (SignetPlatform *platform, SignetPartyKind *kind)
{
  GListModel *documents = signet_party_kind_get_documents (kind);
  guint n = documents != NULL ? g_list_model_get_n_items (documents) : 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (n == 0)
    return list_papers_with (platform, kind, "");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetDocumentKind) document = g_list_model_get_item (documents, i);
      g_autofree char *papers = list_papers_with (platform, kind, signet_document_kind_get_kind (document));

      if (!g_hash_table_add (seen, g_strdup (papers)))
        continue;
      if (text->len == 0)
        g_string_append (text, papers);
      else
        /* Translators: before papers that do instead of those of the line above: "or passport" */
        g_string_append_printf (g_string_append_c (text, '\n'), C_ ("papers", "or %s"), papers);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
signet_party_kind_page_constructed (GObject *object)
{
  SignetPartyKindPage *self = SIGNET_PARTY_KIND_PAGE (object);
  SignetWizardPage *page = SIGNET_WIZARD_PAGE (self);
  SignetDraft *draft = signet_wizard_page_get_draft (page);
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (draft));
  GtkWidget *first = NULL;

  G_OBJECT_CLASS (signet_party_kind_page_parent_class)->constructed (object);

  g_signal_connect_object (signet_draft_get_subject (draft), "notify::role", G_CALLBACK (party_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (signet_draft_get_subject (draft), "notify::own", G_CALLBACK (party_changed_cb),
                           self, G_CONNECT_SWAPPED);
  add_capacities (self);

  if (platform == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (signet_platform_get_party_kinds (platform)); i++)
    {
      g_autoptr (SignetPartyKind)
          kind = g_list_model_get_item (signet_platform_get_party_kinds (platform), i);
      g_autofree char *papers = list_papers (platform, kind);
      GtkWidget *row = signet_choice_row_new (signet_words_label (signet_party_kind_get_label (kind)), papers,
                                              signet_party_kind_get_kind (kind), first);

      signet_choice_row_bind (SIGNET_CHOICE_ROW (row), signet_draft_get_subject (draft), "kind");
      adw_preferences_group_add (self->group, row);
      first = first != NULL ? first : row;
    }

  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->group, first, "/kind");
}

static void
signet_party_kind_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPACITY:
      g_value_set_string (value, get_capacity (SIGNET_PARTY_KIND_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_party_kind_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAPACITY:
      set_capacity (SIGNET_PARTY_KIND_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_party_kind_page_class_init (SignetPartyKindPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = signet_party_kind_page_constructed;
  object_class->get_property = signet_party_kind_page_get_property;
  object_class->set_property = signet_party_kind_page_set_property;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;

  properties[PROP_CAPACITY] = g_param_spec_string (
      "capacity", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-party-kind-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPartyKindPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyKindPage, capacity_group);
  gtk_widget_class_bind_template_child (widget_class, SignetPartyKindPage, group);
}

static void
signet_party_kind_page_init (SignetPartyKindPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** signet_party_kind_page_name_capacity: Returns: (transfer none): in what capacity @party is certified, as
 * it was chosen; "" for one that can't be chosen */
const char *
signet_party_kind_page_name_capacity (SignetParty *party)
{
  const Capacity *capacity = find_capacity (party);

  return capacity != NULL ? _ (capacity->title) : "";
}
