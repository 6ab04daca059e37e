/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-rights-list.h"

#include <glib/gi18n.h>

#include "app/signet-check-button.h"
#include "app/signet-words.h"
#include "model/signet-right-row.h"

/*
 * The rights of one principal, each with a check mark while an authorisation names it. A list view shows
 * them, since somebody may have thousands. Belongs to the page.
 */

struct _SignetAuthorisationRightsList
{
  GObject parent_instance;

  SignetAuthorisation *authorisation;
  char *principal;
  GListModel *rights; /* of SignetRightRow */
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationRightsList, signet_authorisation_rights_list, G_TYPE_OBJECT)

static gboolean
is_named (SignetAuthorisationRightsList *self, const char *id)
{
  return g_strv_contains (signet_authorisation_get_right_ids (self->authorisation), id);
}

static void
name (SignetAuthorisationRightsList *self, const char *id, gboolean wanted)
{
  const char *const *ids = signet_authorisation_get_right_ids (self->authorisation);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  for (; *ids != NULL; ids++)
    if (!g_str_equal (*ids, id))
      g_strv_builder_add (builder, *ids);
  if (wanted)
    g_strv_builder_add (builder, id);
  changed = g_strv_builder_end (builder);
  signet_authorisation_set_right_ids (self->authorisation, (const char *const *) changed);
}

static void
toggled_cb (SignetAuthorisationRightsList *self, GtkCheckButton *button)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), "signet-list-item");
  SignetRightRow *right = gtk_list_item_get_item (item);
  gboolean active = gtk_check_button_get_active (button);

  if (right != NULL && active != is_named (self, signet_right_row_get_id (right)))
    name (self, signet_right_row_get_id (right), active);
}

static void
setup_cb (SignetAuthorisationRightsList *self, GtkListItem *item)
{
  GtkWidget *button = signet_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  g_object_set_data (G_OBJECT (button), "signet-list-item", item);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (SignetAuthorisationRightsList *self, GtkListItem *item)
{
  SignetRightRow *right = gtk_list_item_get_item (item);
  GtkCheckButton *button = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));
  const char *number = signet_right_row_get_number (right);
  g_autofree char *kind_and_name = NULL;
  g_autofree char *text = NULL;

  /* Translators: a kind of right and its name: "Trademark 青云 QINGYUN" */
  kind_and_name = g_strdup_printf (C_ ("right", "%s %s"),
                                   signet_words_right_kind (signet_right_row_get_kind (right)),
                                   signet_right_row_get_name (right));
  text = *number != '\0' ? g_strdup_printf ("%s · %s", kind_and_name, number) : NULL;
  gtk_label_set_label (GTK_LABEL (gtk_check_button_get_child (button)), text != NULL ? text : kind_and_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : kind_and_name, -1);
  gtk_check_button_set_active (button, is_named (self, signet_right_row_get_id (right)));
}

static void
signet_authorisation_rights_list_dispose (GObject *object)
{
  SignetAuthorisationRightsList *self = SIGNET_AUTHORISATION_RIGHTS_LIST (object);

  g_clear_object (&self->authorisation);
  g_clear_object (&self->rights);

  G_OBJECT_CLASS (signet_authorisation_rights_list_parent_class)->dispose (object);
}

static void
signet_authorisation_rights_list_finalize (GObject *object)
{
  g_free (SIGNET_AUTHORISATION_RIGHTS_LIST (object)->principal);

  G_OBJECT_CLASS (signet_authorisation_rights_list_parent_class)->finalize (object);
}

static void
signet_authorisation_rights_list_class_init (SignetAuthorisationRightsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_authorisation_rights_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_authorisation_rights_list_finalize;
}

static void
signet_authorisation_rights_list_init (SignetAuthorisationRightsList *self)
{
}

/**
 * signet_authorisation_rights_list_new:
 * @desk: the desk
 * @authorisation: what names some of the rights
 * @principal: local id of the party whose rights are listed
 *
 * Returns: (transfer full): the list
 */
SignetAuthorisationRightsList *
signet_authorisation_rights_list_new (SignetDesk *desk,
                                      SignetAuthorisation *authorisation,
                                      const char *principal)
{
  SignetAuthorisationRightsList *self = g_object_new (SIGNET_TYPE_AUTHORISATION_RIGHTS_LIST, NULL);

  self->authorisation = g_object_ref (authorisation);
  self->principal = g_strdup (principal);
  /* without a principal every right would be listed */
  self->rights = *principal != '\0' ? signet_desk_open_rights (desk, principal)
                                    : G_LIST_MODEL (g_list_store_new (SIGNET_TYPE_RIGHT_ROW));

  return self;
}

/** signet_authorisation_rights_list_get_principal: Returns: (transfer none): whose rights they are */
const char *
signet_authorisation_rights_list_get_principal (SignetAuthorisationRightsList *self)
{
  g_return_val_if_fail (SIGNET_IS_AUTHORISATION_RIGHTS_LIST (self), NULL);

  return self->principal;
}

/** signet_authorisation_rights_list_get_model: Returns: (transfer none): the rights, #SignetRightRow */
GListModel *
signet_authorisation_rights_list_get_model (SignetAuthorisationRightsList *self)
{
  g_return_val_if_fail (SIGNET_IS_AUTHORISATION_RIGHTS_LIST (self), NULL);

  return self->rights;
}

/**
 * signet_authorisation_rights_list_fill:
 * @self: a list
 * @view: where its rows go, in place of those that are there
 */
void
signet_authorisation_rights_list_fill (SignetAuthorisationRightsList *self, GtkListView *view)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (self->rights));

  g_return_if_fail (SIGNET_IS_AUTHORISATION_RIGHTS_LIST (self));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_factory (view, factory);
}
