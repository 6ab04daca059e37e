/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-id-row.h"

/*
 * One of the desk's records to choose by its name, with a search where there are many. SignetIdRow:chosen is
 * its local id, "" before one is chosen; an id that isn't offered is kept until another is chosen.
 */

/* With fewer there is nothing to search for. */
#define SEARCH_FROM 8

struct _SignetIdRow
{
  AdwActionRow parent_instance;

  GtkDropDown *drop_down;
  GPtrArray *ids; /* in the order of the names */
  GtkStringList *names;
  char *chosen;
  gboolean filling; /* what the drop-down selects meanwhile is nobody's choice */
};

G_DEFINE_FINAL_TYPE (SignetIdRow, signet_id_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
select_chosen (SignetIdRow *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->ids->len && position == GTK_INVALID_LIST_POSITION; i++)
    if (g_str_equal (self->ids->pdata[i], self->chosen))
      position = i;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->filling = FALSE;
}

static void
set_chosen (SignetIdRow *self, const char *id)
{
  if (g_strcmp0 (id, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id != NULL ? id : "");
  select_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
selected_cb (SignetIdRow *self)
{
  guint position = gtk_drop_down_get_selected (self->drop_down);

  if (!self->filling && position < self->ids->len)
    set_chosen (self, self->ids->pdata[position]);
}

static gboolean
signet_id_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SIGNET_ID_ROW (widget)->drop_down));
}

static void
signet_id_row_finalize (GObject *object)
{
  SignetIdRow *self = SIGNET_ID_ROW (object);

  g_ptr_array_unref (self->ids);
  g_free (self->chosen);

  G_OBJECT_CLASS (signet_id_row_parent_class)->finalize (object);
}

static void
signet_id_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_string (value, SIGNET_ID_ROW (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_id_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      set_chosen (SIGNET_ID_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_id_row_class_init (SignetIdRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = signet_id_row_finalize;
  object_class->get_property = signet_id_row_get_property;
  object_class->set_property = signet_id_row_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = signet_id_row_grab_focus;

  properties[PROP_CHOSEN] = g_param_spec_string (
      "chosen", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
setup_name_cb (SignetIdRow *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* names differ at either end: whose it is stands at the one, until when at the other */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_list_item_set_child (item, label);
}

/* In the list, which is otherwise as narrow as what is chosen: names that begin alike must be told apart. */
static void
setup_entry_cb (SignetIdRow *self, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (SignetIdRow *self, GtkListItem *item)
{
  const char *name = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
}

static void
signet_id_row_init (SignetIdRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list_factory = gtk_signal_list_item_factory_new ();

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = gtk_string_list_new (NULL);
  self->chosen = g_strdup ("");

  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (
      G_LIST_MODEL (self->names), gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_name_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_name_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list_factory, "setup", G_CALLBACK (setup_entry_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list_factory, "bind", G_CALLBACK (bind_name_cb), self, G_CONNECT_SWAPPED);
  gtk_drop_down_set_factory (self->drop_down, factory);
  gtk_drop_down_set_list_factory (self->drop_down, list_factory);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  /* names it by the row's title, too */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->drop_down));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * signet_id_row_clear:
 * @self: a row
 *
 * Offers nothing any more. What is chosen stays.
 */
void
signet_id_row_clear (SignetIdRow *self)
{
  g_return_if_fail (SIGNET_IS_ID_ROW (self));

  self->filling = TRUE;
  g_ptr_array_set_size (self->ids, 0);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), NULL);
  self->filling = FALSE;
  select_chosen (self);
}

/**
 * signet_id_row_add:
 * @self: a row
 * @id: local id of a record, "" for none
 * @name: what it is called
 *
 * Offers one more.
 */
void
signet_id_row_add (SignetIdRow *self, const char *id, const char *name)
{
  g_return_if_fail (SIGNET_IS_ID_ROW (self));

  self->filling = TRUE;
  g_ptr_array_add (self->ids, g_strdup (id));
  gtk_string_list_append (self->names, name);
  self->filling = FALSE;
  gtk_drop_down_set_enable_search (self->drop_down, self->ids->len >= SEARCH_FROM);
  select_chosen (self);
}

/**
 * signet_id_row_get_n_choices:
 * @self: a row
 *
 * Returns: how many are offered
 */
guint
signet_id_row_get_n_choices (SignetIdRow *self)
{
  g_return_val_if_fail (SIGNET_IS_ID_ROW (self), 0);

  return self->ids->len;
}
