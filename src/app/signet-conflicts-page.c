/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-conflicts-page.h"

#include <glib/gi18n.h>

#include "app/signet-difference-group.h"
#include "app/signet-pointer-text.h"

/*
 * A correction met a change that was made on the platform meanwhile: both stand here for each field, and the
 * person takes over what is to stand. What isn't taken over is sent as it stands here.
 */

struct _SignetConflictsPage
{
  SignetWizardPage parent_instance;

  GtkWidget *form;
  GtkBox *box;
  GtkWidget *settled;
};

G_DEFINE_FINAL_TYPE (SignetConflictsPage, signet_conflicts_page, SIGNET_TYPE_WIZARD_PAGE)

static void
take_cb (SignetConflictsPage *self, GtkWidget *button)
{
  g_autofree char *pointer = g_strdup (g_object_get_data (G_OBJECT (button), "pointer"));

  signet_draft_take_theirs (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)), pointer);
}

static void
add_conflict (SignetConflictsPage *self, SignetDifference *difference, const char *right_kind)
{
  AdwPreferencesGroup *group = signet_difference_group_new (difference, right_kind);
  /* Translators: button: of two versions of a field take the one the platform has */
  GtkWidget *button = gtk_button_new_with_label (_ ("Take the Platform’s"));
  g_autofree char *field = signet_pointer_text_name (signet_difference_get_pointer (difference), right_kind);
  g_autofree char *label = g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (button)), field);

  /* Every field has one, and they look alike. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "pointer", g_strdup (signet_difference_get_pointer (difference)),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, button);
  gtk_box_append (self->box, GTK_WIDGET (group));
}

static void
show_conflicts (SignetConflictsPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  GListModel *conflicts = signet_draft_get_conflicts (draft);
  guint n_conflicts = conflicts != NULL ? g_list_model_get_n_items (conflicts) : 0;
  const char *right_kind = signet_draft_get_kind (draft) == SIGNET_DRAFT_RIGHT
                               ? signet_right_get_kind (signet_draft_get_right (draft))
                               : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  for (guint i = 0; i < n_conflicts; i++)
    {
      g_autoptr (SignetDifference) difference = g_list_model_get_item (conflicts, i);

      add_conflict (self, difference, right_kind);
    }
  gtk_widget_set_visible (self->settled, n_conflicts == 0);
}

static void
signet_conflicts_page_constructed (GObject *object)
{
  SignetConflictsPage *self = SIGNET_CONFLICTS_PAGE (object);
  GListModel *conflicts =
      signet_draft_get_conflicts (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));

  G_OBJECT_CLASS (signet_conflicts_page_parent_class)->constructed (object);

  if (conflicts != NULL)
    g_signal_connect_object (conflicts, "items-changed", G_CALLBACK (show_conflicts), self,
                             G_CONNECT_SWAPPED);
  show_conflicts (self);
}

static void
signet_conflicts_page_class_init (SignetConflictsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_conflicts_page_constructed;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-conflicts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetConflictsPage, form);
  gtk_widget_class_bind_template_child (widget_class, SignetConflictsPage, box);
  gtk_widget_class_bind_template_child (widget_class, SignetConflictsPage, settled);
}

static void
signet_conflicts_page_init (SignetConflictsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_conflicts_page_applies:
 * @draft: a draft
 *
 * Returns: whether the page is part of its way: its last correction met another change on the platform (412
 * Precondition Failed, RFC 9110 section 15.5.13)
 */
gboolean
signet_conflicts_page_applies (SignetDraft *draft)
{
  GListModel *conflicts = signet_draft_get_conflicts (draft);

  return (conflicts != NULL && g_list_model_get_n_items (conflicts) > 0) ||
         g_strcmp0 (signet_draft_get_refusal (draft), "precondition-failed") == 0;
}
