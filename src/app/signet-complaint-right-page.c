/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-right-page.h"

#include <glib/gi18n.h>

#include "app/signet-finding-text.h"
#include "app/signet-format.h"
#include "app/signet-id-row.h"
#include "app/signet-option-row.h"
#include "app/signet-right-use.h"
#include "app/signet-list-stack.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * Which right is infringed: the account's rights, those a complaint can be filed with first; the others say
 * why not. Without any right the one next step is to certify one.
 *
 * An agent has thousands of them: only some have a row, a line says how many have none, and a search finds
 * them.
 */

/* Rows that have a widget: as many as are looked through without searching. */
#define SHOWN 20
/* Of so many the usable come first: all that the list fills in one turn, with a wide margin. */
#define LOOKED_AT 100

struct _SignetComplaintRightPage
{
  SignetFormPage parent_instance;

  GtkWidget *search_bar;
  GtkEditable *search_entry;
  SignetListStack *list_stack;
  GtkStack *empty_stack;
  GtkWidget *no_rights_page;
  GtkWidget *no_match_page;
  GtkLabel *chosen_label;
  GtkListBox *list_box;
  GtkLabel *more_label;

  GtkCheckButton *group; /* never shown; with it nothing may be chosen */
  GListModel *rights;

  GtkWidget *cover_group;
  AdwActionRow *principal_row;
  SignetIdRow *authorisation_row;
  GtkWidget *add_row;
  GListModel *authorisations; /* of SignetAuthorisationRow, the principal's */
  char *principal;            /* whose they are */
};

G_DEFINE_FINAL_TYPE (SignetComplaintRightPage, signet_complaint_right_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/right", "/principal", "/authorisation", NULL };

static SignetComplaint *
get_complaint (SignetComplaintRightPage *self)
{
  return signet_draft_get_complaint (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

static const char *
explain_exclusion (SignetComplaintRightPage *self, SignetRightRow *right)
{
  return signet_right_use_explain (right, signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
}

static gboolean
is_usable (SignetComplaintRightPage *self, SignetRightRow *right)
{
  return explain_exclusion (self, right) == NULL;
}

static void
row_chosen_cb (SignetComplaintRightPage *self, SignetOptionRow *row)
{
  signet_complaint_set_right_id (get_complaint (self), signet_option_row_get_value (row));
}

static GtkWidget *
create_row (SignetComplaintRightPage *self, SignetRightRow *right)
{
  const char *status = signet_right_row_get_status (right);
  const char *why = explain_exclusion (self, right);
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  GtkWidget *row;
  SignetChip *chip;

  /* Translators: a kind of right and its name: "Trademark 青云 QINGYUN" */
  title = g_strdup_printf (C_ ("right", "%s %s"), signet_words_right_kind (signet_right_row_get_kind (right)),
                           signet_right_row_get_name (right));
  description = signet_words_number (signet_right_row_get_number (right), signet_right_row_get_owner (right));
  row = signet_option_row_new (signet_right_row_get_id (right), title, description);
  chip = signet_option_row_get_chip (SIGNET_OPTION_ROW (row));
  signet_chip_set_status (chip, status);
  gtk_widget_set_visible (GTK_WIDGET (chip), TRUE);
  signet_option_row_set_group (SIGNET_OPTION_ROW (row), self->group);
  signet_option_row_set_excluded (SIGNET_OPTION_ROW (row), why);
  if (why == NULL)
    signet_option_row_set_chosen (
        SIGNET_OPTION_ROW (row),
        g_str_equal (signet_complaint_get_right_id (get_complaint (self)), signet_right_row_get_id (right)));
  g_signal_connect_object (row, "chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
is_searched (SignetComplaintRightPage *self)
{
  return *gtk_editable_get_text (self->search_entry) != '\0';
}

/* With one right there is nothing to think about; it still stands there to be seen. */
static void
choose_the_only_one (SignetComplaintRightPage *self)
{
  g_autofree char *only = NULL;

  if (*signet_complaint_get_right_id (get_complaint (self)) != '\0' || is_searched (self) ||
      g_list_model_get_n_items (self->rights) > LOOKED_AT)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (self->rights); i++)
    {
      g_autoptr (SignetRightRow) right = g_list_model_get_item (self->rights, i);

      if (!is_usable (self, right))
        continue;
      if (only != NULL)
        return;
      only = g_strdup (signet_right_row_get_id (right));
    }
  if (only != NULL)
    signet_complaint_set_right_id (get_complaint (self), only);
}

/* What was chosen is said also where it has no row. */
static void
show_chosen (SignetComplaintRightPage *self)
{
  const char *id = signet_complaint_get_right_id (get_complaint (self));
  gboolean listed = *id == '\0';
  g_autoptr (SignetRight) right = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list_box)); row != NULL && !listed;
       row = gtk_widget_get_next_sibling (row))
    listed = g_str_equal (signet_option_row_get_value (SIGNET_OPTION_ROW (row)), id);
  if (!listed)
    right = signet_desk_load_right (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), id, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen_label), right != NULL);
  if (right == NULL)
    return;

  /* Translators: a kind of right and its name: "Trademark 青云 QINGYUN" */
  name = g_strdup_printf (C_ ("right", "%s %s"), signet_words_right_kind (signet_right_get_kind (right)),
                          signet_right_get_name (right));
  /* Translators: the right that is chosen, which the list below doesn't show */
  label = g_strdup_printf (_ ("Chosen: %s"), name);
  gtk_label_set_label (self->chosen_label, label);
}

static void
show_rights (SignetComplaintRightPage *self)
{
  guint n = g_list_model_get_n_items (self->rights);
  guint n_shown = 0;
  GtkWidget *child;

  choose_the_only_one (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, child);

  for (int usable = 1; usable >= 0; usable--)
    for (guint i = 0; i < MIN (n, LOOKED_AT) && n_shown < SHOWN; i++)
      {
        g_autoptr (SignetRightRow) right = g_list_model_get_item (self->rights, i);

        if (is_usable (self, right) != usable)
          continue;
        gtk_list_box_append (self->list_box, create_row (self, right));
        n_shown++;
      }

  if (n > n_shown)
    {
      g_autofree char *shown = signet_format_number (n_shown);
      g_autofree char *all = signet_format_number (n);
      /* Translators: the first %s is how many rights are listed, the second how many there are */
      g_autofree char *more = g_strdup_printf (_ ("%s of %s rights are listed. Search to find the others."),
                                               shown, all);

      gtk_label_set_label (self->more_label, more);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n > n_shown);
  gtk_widget_set_visible (self->search_bar, n > n_shown || is_searched (self));
  gtk_stack_set_visible_child (self->empty_stack,
                               is_searched (self) ? self->no_match_page : self->no_rights_page);
  show_chosen (self);
}

static void
search_changed_cb (SignetComplaintRightPage *self)
{
  signet_desk_search_rights (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), self->rights,
                             gtk_editable_get_text (self->search_entry));
}

static void
show_all_cb (SignetComplaintRightPage *self)
{
  gtk_editable_set_text (self->search_entry, "");
  search_changed_cb (self);
}

static void
rights_changed_cb (SignetComplaintRightPage *self)
{
  show_rights (self);
}

static void
choice_changed_cb (SignetComplaintRightPage *self)
{
  const char *id = signet_complaint_get_right_id (get_complaint (self));

  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), *id != '\0');
  show_chosen (self);
}

static void
offer_authorisations (SignetComplaintRightPage *self)
{
  guint n = self->authorisations != NULL ? g_list_model_get_n_items (self->authorisations) : 0;

  signet_id_row_clear (self->authorisation_row);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetAuthorisationRow) row = g_list_model_get_item (self->authorisations, i);
      g_autofree char *until = signet_format_date_text (signet_authorisation_row_get_valid_until (row));
      /* Translators: %s is the last day of an authorisation */
      g_autofree char *name = g_strdup_printf (_ ("Until %s"), until);

      signet_id_row_add (self->authorisation_row, signet_authorisation_row_get_id (row), name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->authorisation_row), n > 0);
}

/* Of one's own rights nothing is said. */
static void
update_cover (SignetComplaintRightPage *self)
{
  SignetWizardPage *page = SIGNET_WIZARD_PAGE (self);
  SignetParty *principal = signet_draft_get_holder (signet_wizard_page_get_draft (page));
  gboolean shown = principal != NULL && !signet_party_get_own (principal);

  gtk_widget_set_visible (self->cover_group, shown);
  if (!shown)
    return;
  adw_action_row_set_subtitle (self->principal_row, signet_party_get_name (principal));
  if (g_strcmp0 (self->principal, signet_party_get_id (principal)) == 0)
    return;

  g_free (self->principal);
  self->principal = g_strdup (signet_party_get_id (principal));
  if (self->authorisations != NULL)
    g_signal_handlers_disconnect_by_func (self->authorisations, offer_authorisations, self);
  g_clear_object (&self->authorisations);
  self->authorisations = signet_desk_open_authorisations (signet_wizard_page_get_desk (page),
                                                          self->principal);
  g_signal_connect_object (self->authorisations, "items-changed", G_CALLBACK (offer_authorisations), self,
                           G_CONNECT_SWAPPED);
  offer_authorisations (self);
}

/* Only where something is missing is there something to add. */
static void
findings_changed_cb (SignetComplaintRightPage *self)
{
  GListModel *findings = signet_draft_get_findings (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
  gboolean missing = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      missing = missing || signet_finding_text_is_under (finding, "/authorisation");
    }
  gtk_widget_set_visible (self->add_row, missing);
  update_cover (self);
}

static void
row_activated_cb (SignetComplaintRightPage *self, GtkListBoxRow *row)
{
  signet_option_row_set_chosen (SIGNET_OPTION_ROW (row), TRUE);
}

static void
retry_cb (SignetComplaintRightPage *self)
{
  signet_desk_reload (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)), self->rights);
}

static gboolean
open_right_wizard_cb (gpointer user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.new-right", NULL);

  return G_SOURCE_REMOVE;
}

/* The complaint is kept as a draft while the right is certified; only one wizard is open at a time. */
static void
new_right_cb (SignetComplaintRightPage *self)
{
  GtkWindow *wizard = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *parent = gtk_window_get_transient_for (wizard);

  if (parent != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_right_wizard_cb, g_object_ref (parent), g_object_unref);
  gtk_window_close (wizard);
}

static gboolean
open_authorisation_wizard_cb (gpointer user_data)
{
  const char *principal = g_object_get_data (user_data, "signet-principal");

  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.new-authorisation", "s", principal);

  return G_SOURCE_REMOVE;
}

/* As with a right: the complaint waits. */
static void
add_authorisation_cb (SignetComplaintRightPage *self)
{
  GtkWindow *wizard = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWindow *parent = gtk_window_get_transient_for (wizard);

  if (parent != NULL)
    {
      g_object_set_data_full (G_OBJECT (parent), "signet-principal", g_strdup (self->principal), g_free);
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_authorisation_wizard_cb, g_object_ref (parent),
                       g_object_unref);
    }
  gtk_window_close (wizard);
}

static void
signet_complaint_right_page_shown (SignetWizardPage *page)
{
  show_rights (SIGNET_COMPLAINT_RIGHT_PAGE (page)); /* a status may have changed meanwhile */
}

static void
signet_complaint_right_page_constructed (GObject *object)
{
  SignetComplaintRightPage *self = SIGNET_COMPLAINT_RIGHT_PAGE (object);
  SignetDesk *desk;

  G_OBJECT_CLASS (signet_complaint_right_page_parent_class)->constructed (object);

  desk = signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self));
  self->rights = signet_desk_open_rights (desk,
                                          signet_desk_get_principal (desk)); /* the page's may be filtered */
  signet_list_stack_set_list (self->list_stack, self->rights);
  g_signal_connect_object (self->rights, "items-changed", G_CALLBACK (rights_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_complaint (self), "notify::right-id", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_rights (self);
  choice_changed_cb (self);
  g_object_bind_property (get_complaint (self), "authorisation-id", self->authorisation_row, "chosen",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (get_complaint (self), "notify::party-id", G_CALLBACK (update_cover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      signet_draft_get_findings (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self))), "items-changed",
      G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  findings_changed_cb (self);
}

static void
signet_complaint_right_page_dispose (GObject *object)
{
  SignetComplaintRightPage *self = SIGNET_COMPLAINT_RIGHT_PAGE (object);

  g_clear_object (&self->group);
  g_clear_object (&self->rights);
  g_clear_object (&self->authorisations);
  g_clear_pointer (&self->principal, g_free);

  G_OBJECT_CLASS (signet_complaint_right_page_parent_class)->dispose (object);
}

static void
signet_complaint_right_page_class_init (SignetComplaintRightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_complaint_right_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_complaint_right_page_dispose;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_complaint_right_page_shown;

  g_type_ensure (SIGNET_TYPE_ID_ROW);
  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-complaint-right-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, empty_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, no_rights_page);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, no_match_page);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, more_label);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, cover_group);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, principal_row);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, authorisation_row);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintRightPage, add_row);
  gtk_widget_class_bind_template_callback (widget_class, add_authorisation_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_right_cb);
}

static void
signet_complaint_right_page_init (SignetComplaintRightPage *self)
{
  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
}
