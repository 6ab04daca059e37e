/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-scope-page.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-rights-list.h"
#include "app/signet-check-button.h"
#include "app/signet-choice-row.h"
#include "app/signet-date-row.h"
#include "app/signet-finding-row.h"
#include "app/signet-words.h"
#include "model/signet-date.h"
#include "model/signet-scope.h"
#include "model/signet-words.h"

/*
 * What an authorisation is for: what may be done, for which rights, on which platforms, from when to when,
 * and whether it may be passed on.
 */

#define ALL "all"
#define NAMED "named"

struct _SignetAuthorisationScopePage
{
  SignetFormPage parent_instance;

  GtkWidget *form;
  AdwPreferencesGroup *scope_group;
  AdwPreferencesGroup *rights_group;
  GtkWidget *rights_frame;
  GtkListView *rights_view;
  AdwPreferencesGroup *platforms_group;
  GtkWidget *valid_from_row;
  GtkWidget *valid_until_row;
  GtkWidget *delegation_row;
  GtkWidget *delegation_switch;

  GtkWidget *no_rights_row;
  GPtrArray *platform_rows; /* of GtkWidget */
  SignetAuthorisationRightsList *rights;
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationScopePage, signet_authorisation_scope_page, SIGNET_TYPE_FORM_PAGE)

enum
{
  PROP_0,
  PROP_RIGHTS,
  PROP_PLATFORMS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const pointers[] = { "/scope",          "/rights",        "/all_rights",
                                        "/platforms",      "/valid_from",    "/valid_until",
                                        "/sub_delegation", "/all_platforms", NULL };

static SignetDraft *
get_draft (SignetAuthorisationScopePage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetAuthorisation *
get_authorisation (SignetAuthorisationScopePage *self)
{
  return signet_draft_get_authorisation (get_draft (self));
}

/* @words with @word in it or not; their order stays. */
static GStrv
change (const char *const *words, const char *word, gboolean wanted)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; words != NULL && *words != NULL; words++)
    if (!g_str_equal (*words, word))
      g_strv_builder_add (builder, *words);
  if (wanted)
    g_strv_builder_add (builder, word);

  return g_strv_builder_end (builder);
}

static void
word_toggled_cb (SignetAuthorisationScopePage *self, GtkCheckButton *button)
{
  const char *property = g_object_get_data (G_OBJECT (button), "signet-property");
  const char *word = g_object_get_data (G_OBJECT (button), "signet-word");
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) words = NULL;

  g_object_get (get_authorisation (self), property, &before, NULL);
  words = change ((const char *const *) before, word, gtk_check_button_get_active (button));
  g_object_set (get_authorisation (self), property, words, NULL);
}

/* A word that is in the authorisation's @property or isn't. */
static GtkWidget *
add_word (SignetAuthorisationScopePage *self,
          AdwPreferencesGroup *group,
          const char *property,
          const char *word,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = signet_check_button_new ();
  g_auto (GStrv) words = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_get (get_authorisation (self), property, &words, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button),
                               words != NULL && g_strv_contains ((const char *const *) words, word));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  g_object_set_data (G_OBJECT (button), "signet-property", (gpointer) property);
  g_object_set_data_full (G_OBJECT (button), "signet-word", g_strdup (word), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (word_toggled_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_scope (SignetAuthorisationScopePage *self, const char *word, const char *label, gboolean required)
{
  add_word (self, self->scope_group, "scope", word, label,
            required ? _ ("Needed: without it no complaint can be filed.") : NULL);
}

/* What the rule set knows, then what the authorisation has besides, so that nothing is lost. */
static void
add_scopes (SignetAuthorisationScopePage *self)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (get_draft (self)));
  const char *const *scope = signet_authorisation_get_scope (get_authorisation (self));
  GListModel *known = platform != NULL ? signet_platform_get_authorisation_scopes (platform) : NULL;
  guint n = known != NULL ? g_list_model_get_n_items (known) : 0;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetScope) item = g_list_model_get_item (known, i);

      g_hash_table_add (seen, g_strdup (signet_scope_get_word (item)));
      add_scope (self, signet_scope_get_word (item), signet_words_label (signet_scope_get_label (item)),
                 signet_scope_get_required (item));
    }
  for (guint i = 0; scope[i] != NULL; i++)
    if (!g_hash_table_contains (seen, scope[i]))
      add_scope (self, scope[i], signet_words_scope (scope[i]),
                 g_str_equal (scope[i], SIGNET_SCOPE_ENFORCEMENT));
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->scope_group, GTK_WIDGET (self->scope_group),
                                "/scope");
}

static void
update_rights (SignetAuthorisationScopePage *self)
{
  gboolean all = signet_authorisation_get_all_rights (get_authorisation (self));
  gboolean any = self->rights != NULL &&
                 g_list_model_get_n_items (signet_authorisation_rights_list_get_model (self->rights)) > 0;

  gtk_widget_set_visible (self->rights_frame, !all && any);
  gtk_widget_set_visible (self->no_rights_row, !all && !any);
  gtk_widget_set_sensitive (self->rights_frame, signet_draft_is_open (get_draft (self), "/rights"));
}

static void
update_platforms (SignetAuthorisationScopePage *self)
{
  gboolean all = signet_authorisation_get_all_platforms (get_authorisation (self));

  for (guint i = 0; i < self->platform_rows->len; i++)
    gtk_widget_set_visible (self->platform_rows->pdata[i], !all);
}

static void
all_rights_changed_cb (SignetAuthorisationScopePage *self)
{
  /* which are named has changed with it */
  if (self->rights != NULL)
    signet_authorisation_rights_list_fill (self->rights, self->rights_view);
  update_rights (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RIGHTS]);
}

static void
check_platforms (SignetAuthorisationScopePage *self)
{
  const char *const *named = signet_authorisation_get_platforms (get_authorisation (self));

  for (guint i = 0; i < self->platform_rows->len; i++)
    {
      GtkWidget *button = adw_action_row_get_activatable_widget (self->platform_rows->pdata[i]);

      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (button),
          g_strv_contains (named, g_object_get_data (G_OBJECT (button), "signet-word")));
    }
}

static void
all_platforms_changed_cb (SignetAuthorisationScopePage *self)
{
  if (!signet_authorisation_get_all_platforms (get_authorisation (self)))
    check_platforms (self); /* which are named has changed with it */
  update_platforms (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLATFORMS]);
}

static void
add_rights (SignetAuthorisationScopePage *self)
{
  GtkWidget *all = signet_choice_row_new (_ ("All rights of the owner"), _ ("Those certified later as well."),
                                          ALL, NULL);
  GtkWidget *named = signet_choice_row_new (_ ("Only these"), NULL, NAMED, all);

  signet_choice_row_bind (SIGNET_CHOICE_ROW (all), G_OBJECT (self), "rights");
  signet_choice_row_bind (SIGNET_CHOICE_ROW (named), G_OBJECT (self), "rights");
  adw_preferences_group_add (self->rights_group, all);
  adw_preferences_group_add (self->rights_group, named);
  self->no_rights_row =
      g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0, "title",
                    _ ("No right of this owner is on this desk yet. Add it first, or choose all."), NULL);
  gtk_widget_set_visible (self->no_rights_row, FALSE);
  adw_preferences_group_add (self->rights_group, self->no_rights_row);
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->rights_group, all, "/rights");
}

static void
add_platform (SignetAuthorisationScopePage *self, const char *word, const char *name)
{
  g_ptr_array_add (self->platform_rows,
                   add_word (self, self->platforms_group, "platforms", word, name, NULL));
}

/* Those one has an account on, then what the authorisation names besides. */
static void
add_platforms (SignetAuthorisationScopePage *self)
{
  GListModel *accounts = signet_desk_get_accounts (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
  const char *const *chosen = signet_authorisation_get_platforms (get_authorisation (self));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *all = signet_choice_row_new (_ ("All platforms"), NULL, ALL, NULL);
  GtkWidget *named = signet_choice_row_new (_ ("Only on these"), NULL, NAMED, all);

  signet_choice_row_bind (SIGNET_CHOICE_ROW (all), G_OBJECT (self), "platforms");
  signet_choice_row_bind (SIGNET_CHOICE_ROW (named), G_OBJECT (self), "platforms");
  adw_preferences_group_add (self->platforms_group, all);
  adw_preferences_group_add (self->platforms_group, named);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (SignetAccount) account = g_list_model_get_item (accounts, i);
      SignetPlatform *platform = signet_account_get_platform (account);

      if (platform != NULL && g_hash_table_add (seen, g_strdup (signet_platform_get_rules (platform))))
        add_platform (self, signet_platform_get_rules (platform),
                      signet_words_label (signet_platform_get_name (platform)));
    }
  for (guint i = 0; chosen[i] != NULL; i++)
    if (g_hash_table_add (seen, g_strdup (chosen[i])))
      add_platform (self, chosen[i], chosen[i]);
  signet_form_page_add_finding (SIGNET_FORM_PAGE (self), self->platforms_group, all, "/platforms");
}

/* From today for a year: what most are given for. */
static void
suggest_period (SignetAuthorisationScopePage *self)
{
  SignetDesk *desk = signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));
  SignetAuthorisation *authorisation = get_authorisation (self);
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  GDate day;

  if (signet_draft_get_purpose (get_draft (self)) != SIGNET_DRAFT_PURPOSE_NEW ||
      *signet_authorisation_get_valid_from (authorisation) != '\0' ||
      *signet_authorisation_get_valid_until (authorisation) != '\0')
    return;
  signet_clock_today (signet_desk_get_clock (desk), &day);
  from = signet_date_to_text (&day);
  signet_authorisation_set_valid_from (authorisation, from);
  g_date_add_years (&day, 1);
  g_date_subtract_days (&day, 1);
  until = signet_date_to_text (&day);
  signet_authorisation_set_valid_until (authorisation, until);
}

/* The principal may have been changed on the page before. */
static void
signet_authorisation_scope_page_shown (SignetWizardPage *page)
{
  SignetAuthorisationScopePage *self = SIGNET_AUTHORISATION_SCOPE_PAGE (page);
  const char *principal = signet_authorisation_get_principal_id (get_authorisation (self));

  if (self->rights == NULL ||
      !g_str_equal (signet_authorisation_rights_list_get_principal (self->rights), principal))
    {
      g_clear_object (&self->rights);
      self->rights = signet_authorisation_rights_list_new (signet_wizard_page_get_desk (page),
                                                           get_authorisation (self), principal);
      g_signal_connect_object (signet_authorisation_rights_list_get_model (self->rights), "items-changed",
                               G_CALLBACK (update_rights), self, G_CONNECT_SWAPPED);
      signet_authorisation_rights_list_fill (self->rights, self->rights_view);
    }
  update_rights (self);
  suggest_period (self);

  SIGNET_WIZARD_PAGE_CLASS (signet_authorisation_scope_page_parent_class)->shown (page);
}

static void
signet_authorisation_scope_page_constructed (GObject *object)
{
  SignetAuthorisationScopePage *self = SIGNET_AUTHORISATION_SCOPE_PAGE (object);
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  GObject *authorisation;

  G_OBJECT_CLASS (signet_authorisation_scope_page_parent_class)->constructed (object);

  authorisation = G_OBJECT (get_authorisation (self));
  add_scopes (self);
  add_rights (self);
  add_platforms (self);
  update_platforms (self);
  g_object_bind_property (authorisation, "valid-from", self->valid_from_row, "text", both);
  g_object_bind_property (authorisation, "valid-until", self->valid_until_row, "text", both);
  g_object_bind_property (authorisation, "sub-delegation", self->delegation_switch, "active", both);
  g_signal_connect_object (authorisation, "notify::all-rights", G_CALLBACK (all_rights_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (authorisation, "notify::all-platforms", G_CALLBACK (all_platforms_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
signet_authorisation_scope_page_dispose (GObject *object)
{
  g_clear_object (&SIGNET_AUTHORISATION_SCOPE_PAGE (object)->rights);

  G_OBJECT_CLASS (signet_authorisation_scope_page_parent_class)->dispose (object);
}

static void
signet_authorisation_scope_page_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_AUTHORISATION_SCOPE_PAGE (object)->platform_rows);

  G_OBJECT_CLASS (signet_authorisation_scope_page_parent_class)->finalize (object);
}

static void
signet_authorisation_scope_page_get_property (GObject *object,
                                              guint prop_id,
                                              GValue *value,
                                              GParamSpec *pspec)
{
  SignetAuthorisation *authorisation = get_authorisation (SIGNET_AUTHORISATION_SCOPE_PAGE (object));

  switch (prop_id)
    {
    case PROP_RIGHTS:
      g_value_set_static_string (value, signet_authorisation_get_all_rights (authorisation) ? ALL : NAMED);
      break;
    case PROP_PLATFORMS:
      g_value_set_static_string (value, signet_authorisation_get_all_platforms (authorisation) ? ALL : NAMED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_authorisation_scope_page_set_property (GObject *object,
                                              guint prop_id,
                                              const GValue *value,
                                              GParamSpec *pspec)
{
  SignetAuthorisation *authorisation = get_authorisation (SIGNET_AUTHORISATION_SCOPE_PAGE (object));
  gboolean all = g_strcmp0 (g_value_get_string (value), ALL) == 0;

  switch (prop_id)
    {
    case PROP_RIGHTS:
      signet_authorisation_set_all_rights (authorisation, all);
      break;
    case PROP_PLATFORMS:
      signet_authorisation_set_all_platforms (authorisation, all);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_authorisation_scope_page_class_init (SignetAuthorisationScopePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = signet_authorisation_scope_page_constructed;
  object_class->dispose = signet_authorisation_scope_page_dispose;
  object_class->finalize = signet_authorisation_scope_page_finalize;
  object_class->get_property = signet_authorisation_scope_page_get_property;
  object_class->set_property = signet_authorisation_scope_page_set_property;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_authorisation_scope_page_shown;

  /* all or named, for the choice rows */
  properties[PROP_RIGHTS] = g_param_spec_string ("rights", NULL, NULL, ALL, flags);
  properties[PROP_PLATFORMS] = g_param_spec_string ("platforms", NULL, NULL, ALL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-authorisation-scope-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, scope_group);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, rights_group);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, rights_frame);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, rights_view);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, platforms_group);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, valid_from_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, valid_until_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, delegation_row);
  gtk_widget_class_bind_template_child (widget_class, SignetAuthorisationScopePage, delegation_switch);
}

static void
signet_authorisation_scope_page_init (SignetAuthorisationScopePage *self)
{
  self->platform_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
