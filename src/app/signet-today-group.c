/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-today-group.h"

#include "app/signet-today-entry.h"

/*
 * What there is of one kind on Today, under a heading; gone while there is nothing. It follows the desk's
 * list.
 */

struct _SignetTodayGroup
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title_label;
  GtkListBox *list_box;

  SignetDesk *desk;
  GObject *width_bin;
  GListModel *rows; /* those of the kind */
  char *kind;
};

G_DEFINE_FINAL_TYPE (SignetTodayGroup, signet_today_group, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_of_kind (gpointer item, gpointer user_data)
{
  SignetTodayGroup *self = user_data;

  return g_str_equal (signet_today_row_get_kind (item), self->kind);
}

static GtkWidget *
make_entry (gpointer item, gpointer user_data)
{
  SignetTodayGroup *self = user_data;
  GtkWidget *entry = signet_today_entry_new (self->desk, item);

  signet_tile_row_follow (SIGNET_TILE_ROW (entry), self->width_bin);

  return entry;
}

static void
rows_changed_cb (SignetTodayGroup *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->rows) > 0);
}

static void
signet_today_group_dispose (GObject *object)
{
  SignetTodayGroup *self = SIGNET_TODAY_GROUP (object);

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, rows_changed_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_TODAY_GROUP);
  g_clear_object (&self->rows);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_today_group_parent_class)->dispose (object);
}

static void
signet_today_group_finalize (GObject *object)
{
  g_free (SIGNET_TODAY_GROUP (object)->kind);

  G_OBJECT_CLASS (signet_today_group_parent_class)->finalize (object);
}

static void
signet_today_group_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetTodayGroup *self = SIGNET_TODAY_GROUP (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_free (self->kind);
      self->kind = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_today_group_class_init (SignetTodayGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = signet_today_group_dispose;
  object_class->finalize = signet_today_group_finalize;
  object_class->set_property = signet_today_group_set_property;

  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-today-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTodayGroup, box);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayGroup, title_label);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayGroup, list_box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_today_group_init (SignetTodayGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_today_group_fill:
 * @self: a group whose kind is set
 * @desk: the desk whose list it follows
 * @width_bin: what it stands in
 *
 * To be called once.
 */
void
signet_today_group_fill (SignetTodayGroup *self, SignetDesk *desk, GObject *width_bin)
{
  GtkFilter *filter;

  g_return_if_fail (SIGNET_IS_TODAY_GROUP (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->width_bin = width_bin;
  filter = GTK_FILTER (gtk_custom_filter_new (is_of_kind, self, NULL));
  self->rows = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (signet_desk_get_today (desk)), filter));
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
  gtk_list_box_bind_model (self->list_box, self->rows, make_entry, self, NULL);
  rows_changed_cb (self);
}
