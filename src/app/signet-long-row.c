/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-long-row.h"

#include "app/signet-column-layout.h"

/*
 * A row of a #SignetLongList. It is used for one item after another: a class puts its widgets into it once,
 * for little width or for much, and writes the item's words into them as often as it is told to.
 *
 * Owned by its list.
 */

typedef struct
{
  GObject *item;
  guint position;
  guint n_items;
  gboolean narrow;
} SignetLongRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetLongRow, signet_long_row, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((SignetLongRowPrivate *) signet_long_row_get_instance_private (self))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
changed_cb (SignetLongRow *self)
{
  SIGNET_LONG_ROW_GET_CLASS (self)->show (self, PRIVATE (self)->item);
}

static void
press_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
signet_long_row_dispose (GObject *object)
{
  SignetLongRow *self = SIGNET_LONG_ROW (object);
  GtkWidget *child;

  signet_long_row_set_item (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (signet_long_row_parent_class)->dispose (object);
}

static void
signet_long_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, PRIVATE (SIGNET_LONG_ROW (object))->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_long_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      PRIVATE (SIGNET_LONG_ROW (object))->narrow = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_long_row_class_init (SignetLongRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint activate;

  object_class->dispose = signet_long_row_dispose;
  object_class->get_property = signet_long_row_get_property;
  object_class->set_property = signet_long_row_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean (
      "narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  activate = g_signal_new ("activate", SIGNET_TYPE_LONG_ROW, G_SIGNAL_RUN_FIRST | G_SIGNAL_ACTION, 0, NULL,
                           NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);
  /* A row has no action for assistive technology in GTK 4.8, but a widget's own actions are offered. */
  gtk_widget_class_install_action (widget_class, "row.press", NULL, press_cb);

  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
signet_long_row_init (SignetLongRow *self)
{
  PRIVATE (self)->position = GTK_INVALID_LIST_POSITION;
  signet_long_row_set_activatable (self, TRUE);
}

/** signet_long_row_get_narrow: Returns: whether @self is made for little width; never changes */
gboolean
signet_long_row_get_narrow (SignetLongRow *self)
{
  g_return_val_if_fail (SIGNET_IS_LONG_ROW (self), FALSE);

  return PRIVATE (self)->narrow;
}

/**
 * signet_long_row_set_activatable:
 * @self: a row
 * @activatable: whether something comes of pressing it; what doesn't, such as a heading, gets no focus
 */
void
signet_long_row_set_activatable (SignetLongRow *self, gboolean activatable)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (SIGNET_IS_LONG_ROW (self));

  gtk_widget_set_focusable (widget, activatable);
  gtk_widget_action_set_enabled (widget, "row.press", activatable);
  if (activatable)
    gtk_widget_add_css_class (widget, "activatable");
  else
    gtk_widget_remove_css_class (widget, "activatable");
}

/**
 * signet_long_row_new_label:
 * @classes: style classes, a space between
 *
 * For the classes. Built by hand: templates, expressions and bindings are most of what a row of GTK costs.
 *
 * Returns: (transfer floating): a line of a row, cut where there is too little width
 */
GtkWidget *
signet_long_row_new_label (const char *classes)
{
  g_auto (GStrv) names = g_strsplit (classes, " ", -1);

  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "css-classes", names,
                       NULL);
}

/**
 * signet_long_row_new_lines:
 * @classes: style classes, a space between
 *
 * For the classes.
 *
 * Returns: (transfer floating): a text of a row, on as many lines as it needs
 */
GtkWidget *
signet_long_row_new_lines (const char *classes)
{
  GtkWidget *label = signet_long_row_new_label (classes);

  /* Without width-chars its least width is found by breaking it into lines of one character, which takes
   * milliseconds. */
  g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "ellipsize", PANGO_ELLIPSIZE_NONE,
                "width-chars", 8, NULL);
  return label;
}

/**
 * signet_long_row_add_cell:
 * @self: a row of a table
 * @cell: (transfer floating): what stands in its next column
 * @width: of the column, px; 0 for what the others leave
 *
 * For the classes. The heading is a box with a #SignetColumnLayout whose labels request the same widths.
 */
void
signet_long_row_add_cell (SignetLongRow *self, GtkWidget *cell, int width)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (SIGNET_IS_LONG_ROW (self));

  if (!SIGNET_IS_COLUMN_LAYOUT (gtk_widget_get_layout_manager (widget)))
    gtk_widget_set_layout_manager (widget, signet_column_layout_new ());
  if (width > 0)
    gtk_widget_set_size_request (cell, width, -1);
  gtk_widget_set_parent (cell, widget);
}

/**
 * signet_long_row_set_name:
 * @self: a row
 * @first: what it shows, in the words a person reads
 * @...: more of it, ended by %NULL; what is empty is left out
 *
 * For the classes: what a screen reader says of the row. GTK 4.8 gives it no name of its own.
 */
void
signet_long_row_set_name (SignetLongRow *self, const char *first, ...)
{
  g_autoptr (GString) name = g_string_new (first);
  const char *more;
  va_list args;

  g_return_if_fail (SIGNET_IS_LONG_ROW (self));

  va_start (args, first);
  while ((more = va_arg (args, const char *)) != NULL)
    if (*more != '\0')
      g_string_append_printf (name, ", %s", more);
  va_end (args);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/** signet_long_row_get_item: Returns: (nullable) (transfer none): what @self shows */
gpointer
signet_long_row_get_item (SignetLongRow *self)
{
  g_return_val_if_fail (SIGNET_IS_LONG_ROW (self), NULL);

  return PRIVATE (self)->item;
}

/**
 * signet_long_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows from now on; if it has a signal "changed", it is followed
 *
 * For the list alone.
 */
void
signet_long_row_set_item (SignetLongRow *self, gpointer item)
{
  SignetLongRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_LONG_ROW (self));

  if (priv->item == item)
    return;

  if (priv->item != NULL)
    g_signal_handlers_disconnect_by_func (priv->item, changed_cb, self);
  g_set_object (&priv->item, item);
  if (item == NULL)
    return;

  if (g_signal_lookup ("changed", G_OBJECT_TYPE (item)) != 0)
    g_signal_connect_swapped (item, "changed", G_CALLBACK (changed_cb), self);
  changed_cb (self);
}

/** signet_long_row_get_position: Returns: where in the list @self stands, #GTK_INVALID_LIST_POSITION if
 * nowhere */
guint
signet_long_row_get_position (SignetLongRow *self)
{
  g_return_val_if_fail (SIGNET_IS_LONG_ROW (self), GTK_INVALID_LIST_POSITION);

  return PRIVATE (self)->position;
}

/**
 * signet_long_row_set_position:
 * @self: a row
 * @position: where in the list it stands, #GTK_INVALID_LIST_POSITION if nowhere
 * @n_items: how many the list has: few of them have a widget that assistive technology could count
 *
 * For the list alone.
 */
void
signet_long_row_set_position (SignetLongRow *self, guint position, guint n_items)
{
  SignetLongRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_LONG_ROW (self));

  if (priv->position == position && priv->n_items == n_items)
    return;

  priv->position = position;
  priv->n_items = n_items;
  if (position == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "first");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "first");
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                    (int) position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_items, -1);
}

/** signet_long_row_has_focus: Returns: whether the keys go to @self or to something in it */
gboolean
signet_long_row_has_focus (SignetLongRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_return_val_if_fail (SIGNET_IS_LONG_ROW (self), FALSE);

  return focus != NULL && (focus == GTK_WIDGET (self) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)));
}
