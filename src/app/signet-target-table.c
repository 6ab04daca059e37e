/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-target-table.h"

#include <glib/gi18n.h>

#include "app/signet-target-kind-cell.h"
#include "app/signet-target-row.h"
#include "app/signet-target-state-cell.h"
#include "model/signet-link-parser.h"
#include "model/signet-words.h"

/*
 * The pasted lines as a table or, where there is little width, as a list: both show the same lines with the
 * same selection.
 *
 * Signals: "selection-changed"; "remove-requested" (the Delete key was pressed).
 */

struct _SignetTargetTable
{
  GtkWidget parent_instance;

  GtkWidget *frame;
  GtkStack *content_stack;
  GtkColumnView *table;
  GtkListView *list;

  SignetTargetLines *lines;
  SignetPlatform *platform;
  SignetLinkParser *parser;
  GtkSelectionModel *selection;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SignetTargetTable, signet_target_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

enum
{
  SELECTION_CHANGED,
  REMOVE_REQUESTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Whether only the person can say what the target is, and why it would be left out otherwise. */
static gboolean
inspect (SignetTargetTable *self, SignetItem *item, const char **unknown_why)
{
  g_autoptr (SignetTarget) target = signet_link_parser_parse_item (self->parser, item);
  const char *says = signet_target_get_kind (target);
  gboolean unknown = g_str_equal (says, SIGNET_TARGET_KIND_UNKNOWN);
  gboolean open = g_str_equal (says, SIGNET_TARGET_KIND_SHORT) ||
                  g_str_equal (says, SIGNET_TARGET_KIND_PASSCODE) ||
                  (unknown && signet_target_is_on_own_host (target));

  if (open)
    *unknown_why = _ ("say what it leads to");
  else if (signet_target_is_link (target))
    *unknown_why = _ ("not on this platform");
  else
    *unknown_why = _ ("no link in this text");

  return open;
}

static void
show_content (SignetTargetTable *self)
{
  guint n_items = g_list_model_get_n_items (signet_target_lines_get_items (self->lines));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const char *name = self->narrow ? "list" : "table";

  if (n_items == 0)
    name = "empty";
  else if (n_shown == 0)
    name = "none";
  gtk_stack_set_visible_child_name (self->content_stack, name);
}

static void
scroll_to (SignetTargetTable *self, guint shown)
{
  gtk_widget_activate_action (GTK_WIDGET (self->table), "list.scroll-to-item", "u", shown);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", shown);
}

static void
items_changed_cb (SignetTargetTable *self)
{
  show_content (self);
}

static void
shown_changed_cb (SignetTargetTable *self)
{
  show_content (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
selection_changed_cb (SignetTargetTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static gboolean
key_pressed_cb (SignetTargetTable *self, guint keyval)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[REMOVE_REQUESTED], 0);

  return GDK_EVENT_STOP;
}

/* Cells */

static gboolean
to_line (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_take_string (to, g_strdup_printf ("%'d", g_value_get_int (from) + 1));

  return TRUE;
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (cell, label);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GBinding *binding = g_object_bind_property_full (gtk_list_item_get_item (cell), "position",
                                                   gtk_list_item_get_child (cell), "label",
                                                   G_BINDING_SYNC_CREATE, to_line, NULL, NULL, NULL);

  g_object_set_data (G_OBJECT (cell), "line", binding); /* belongs to both of its ends */
}

static void
unbind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (cell), "line"));
}

static void
setup_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, signet_target_kind_cell_new ());
}

static void
bind_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, SignetTargetTable *self)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  const char *why;
  gboolean open = inspect (self, item, &why);

  signet_target_kind_cell_set_item (SIGNET_TARGET_KIND_CELL (gtk_list_item_get_child (cell)), item,
                                    self->platform, open);
}

static void
unbind_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  signet_target_kind_cell_set_item (SIGNET_TARGET_KIND_CELL (gtk_list_item_get_child (cell)), NULL, NULL,
                                    FALSE);
}

static void
setup_link_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (cell, label);
}

static void
bind_link_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *link = signet_target_row_describe_link (item);

  gtk_label_set_label (GTK_LABEL (label), link);
  gtk_widget_set_tooltip_text (label, signet_item_get_source (item));
}

static void
setup_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, signet_target_state_cell_new ());
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, SignetTargetTable *self)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  const char *why;

  inspect (self, item, &why);
  signet_target_state_cell_set_item (SIGNET_TARGET_STATE_CELL (gtk_list_item_get_child (cell)), item, why);
}

static void
unbind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  signet_target_state_cell_set_item (SIGNET_TARGET_STATE_CELL (gtk_list_item_get_child (cell)), NULL, NULL);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, signet_target_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, SignetTargetTable *self)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  const char *why;
  gboolean open = inspect (self, item, &why);

  signet_target_row_set_item (SIGNET_TARGET_ROW (gtk_list_item_get_child (cell)), item, self->platform, open,
                              why);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  signet_target_row_set_item (SIGNET_TARGET_ROW (gtk_list_item_get_child (cell)), NULL, NULL, FALSE, NULL);
}

static void
signet_target_table_dispose (GObject *object)
{
  SignetTargetTable *self = SIGNET_TARGET_TABLE (object);

  if (self->table != NULL)
    {
      gtk_column_view_set_model (self->table, NULL);
      gtk_list_view_set_model (self->list, NULL);
    }
  g_clear_object (&self->selection);
  g_clear_object (&self->parser);
  g_clear_object (&self->platform);
  g_clear_object (&self->lines);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_TARGET_TABLE);

  G_OBJECT_CLASS (signet_target_table_parent_class)->dispose (object);
}

static void
signet_target_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SIGNET_TARGET_TABLE (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_target_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetTargetTable *self = SIGNET_TARGET_TABLE (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      if (self->lines != NULL)
        show_content (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-target-table.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTargetTable, frame);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetTable, content_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetTable, table);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetTable, list);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
signet_target_table_class_init (SignetTargetTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_target_table_dispose;
  object_class->get_property = signet_target_table_get_property;
  object_class->set_property = signet_target_table_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", SIGNET_TYPE_TARGET_TABLE, G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE_REQUESTED] = g_signal_new ("remove-requested", SIGNET_TYPE_TARGET_TABLE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
signet_target_table_init (SignetTargetTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_target_table_set_lines:
 * @self: a table
 * @lines: what it shows; set once
 * @platform: where they are to be complained about
 */
void
signet_target_table_set_lines (SignetTargetTable *self, SignetTargetLines *lines, SignetPlatform *platform)
{
  GListModel *shown;

  g_return_if_fail (SIGNET_IS_TARGET_TABLE (self));
  g_return_if_fail (SIGNET_IS_TARGET_LINES (lines) && self->lines == NULL);

  self->lines = g_object_ref (lines);
  self->platform = g_object_ref (platform);
  self->parser = signet_link_parser_new (platform);
  shown = signet_target_lines_get_shown (lines);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (shown)));
  gtk_column_view_set_model (self->table, self->selection);
  gtk_list_view_set_model (self->list, self->selection);

  g_signal_connect_object (signet_target_lines_get_items (lines), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (shown_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_content (self);
}

/**
 * signet_target_table_count_selected:
 * @self: a table
 *
 * Returns: how many lines are selected
 */
guint
signet_target_table_count_selected (SignetTargetTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (SIGNET_IS_TARGET_TABLE (self), 0);

  selected = gtk_selection_model_get_selection (self->selection);

  return (guint) gtk_bitset_get_size (selected);
}

/**
 * signet_target_table_remove_selected:
 * @self: a table
 *
 * Takes the selected lines out; signet_target_lines_restore() brings them back.
 *
 * Returns: how many it took out
 */
guint
signet_target_table_remove_selected (SignetTargetTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_removed;

  g_return_val_if_fail (SIGNET_IS_TARGET_TABLE (self), 0);

  selected = gtk_selection_model_get_selection (self->selection);
  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (
        lines, g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i)));
  n_removed = signet_target_lines_remove (self->lines, lines);
  gtk_selection_model_unselect_all (self->selection);

  return n_removed;
}

/**
 * signet_target_table_show_line:
 * @self: a table
 * @position: place of a line in the batch, from 0
 *
 * Scrolls to the line and selects it, if it is shown at all.
 */
void
signet_target_table_show_line (SignetTargetTable *self, guint position)
{
  GListModel *shown;

  g_return_if_fail (SIGNET_IS_TARGET_TABLE (self));

  shown = G_LIST_MODEL (self->selection);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (shown, i);

      if ((guint) signet_item_get_position (item) != position)
        continue;
      gtk_selection_model_select_item (self->selection, i, TRUE);
      scroll_to (self, i);
      return;
    }
}

/**
 * signet_target_table_show_end:
 * @self: a table
 *
 * Scrolls to the last line, where what was pasted last stands.
 */
void
signet_target_table_show_end (SignetTargetTable *self)
{
  guint n_shown;

  g_return_if_fail (SIGNET_IS_TARGET_TABLE (self));

  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  if (n_shown > 0)
    scroll_to (self, n_shown - 1);
}
