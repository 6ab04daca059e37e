/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-holder-row.h"

#include "model/signet-party-row.h"

/*
 * One of any number of parties, chosen by name from a list with a search. SignetHolderRow:party is the local
 * id of the chosen one, "" for nobody.
 */

struct _SignetHolderRow
{
  AdwActionRow parent_instance;

  GListModel *parties;
  GtkDropDown *drop_down;
  char *party;
};

G_DEFINE_FINAL_TYPE (SignetHolderRow, signet_holder_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_PARTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint
find (SignetHolderRow *self, const char *party)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->parties); i++)
    {
      g_autoptr (SignetPartyRow) row = g_list_model_get_item (self->parties, i);

      if (g_str_equal (signet_party_row_get_id (row), party))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
set_party (SignetHolderRow *self, const char *party)
{
  guint position;

  if (g_strcmp0 (self->party, party) == 0)
    return;
  g_free (self->party);
  self->party = g_strdup (party != NULL ? party : "");

  position = find (self, self->party);
  if (gtk_drop_down_get_selected (self->drop_down) != position)
    gtk_drop_down_set_selected (self->drop_down, position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARTY]);
}

static void
selected_cb (SignetHolderRow *self)
{
  SignetPartyRow *row = gtk_drop_down_get_selected_item (self->drop_down);

  if (row != NULL)
    set_party (self, signet_party_row_get_id (row));
}

static gboolean
signet_holder_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SIGNET_HOLDER_ROW (widget)->drop_down));
}

static void
signet_holder_row_finalize (GObject *object)
{
  SignetHolderRow *self = SIGNET_HOLDER_ROW (object);

  g_clear_object (&self->parties);
  g_free (self->party);

  G_OBJECT_CLASS (signet_holder_row_parent_class)->finalize (object);
}

static void
signet_holder_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PARTY:
      g_value_set_string (value, SIGNET_HOLDER_ROW (object)->party);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_holder_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PARTY:
      set_party (SIGNET_HOLDER_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_holder_row_class_init (SignetHolderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = signet_holder_row_finalize;
  object_class->get_property = signet_holder_row_get_property;
  object_class->set_property = signet_holder_row_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = signet_holder_row_grab_focus;

  properties[PROP_PARTY] = g_param_spec_string (
      "party", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_holder_row_init (SignetHolderRow *self)
{
  self->party = g_strdup ("");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * signet_holder_row_new:
 * @parties: of #SignetPartyRow
 *
 * Returns: (transfer floating): a row in which nobody is chosen
 */
GtkWidget *
signet_holder_row_new (GListModel *parties)
{
  SignetHolderRow *self = g_object_new (SIGNET_TYPE_HOLDER_ROW, NULL);

  self->parties = g_object_ref (parties);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (
      g_object_ref (parties), gtk_property_expression_new (SIGNET_TYPE_PARTY_ROW, NULL, "name")));
  gtk_drop_down_set_enable_search (self->drop_down, TRUE);
  gtk_drop_down_set_selected (self->drop_down, GTK_INVALID_LIST_POSITION);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  /* names it by the row's title, too */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
