/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-target-kind-cell.h"

#include <glib/gi18n.h>

#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * What a pasted target is: icon and word where the link says it, a drop-down where only the person can know
 * (a short link, a passcode, an address of unknown shape on the platform's own hosts).
 *
 * It shows one item at a time and follows its kind; the list that recycles it sets the next one, or none.
 */

struct _SignetTargetKindCell
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  GtkDropDown *drop_down;

  SignetItem *item;
  GPtrArray *kinds; /* what stands in the drop-down, as words of the wire */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SignetTargetKindCell, signet_target_kind_cell, GTK_TYPE_WIDGET)

static void
show_kind (SignetTargetKindCell *self)
{
  const char *kind = signet_item_get_kind (self->item);
  const char *word = signet_words_target_kind (kind);
  guint position;

  gtk_image_set_from_icon_name (self->icon, signet_words_target_kind_icon (kind));
  gtk_label_set_label (self->label, word);

  if (self->kinds == NULL)
    return;
  if (!g_ptr_array_find_with_equal_func (self->kinds, kind, g_str_equal, &position))
    position = GTK_INVALID_LIST_POSITION;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->updating = FALSE;
}

static void
show_line (SignetTargetKindCell *self)
{
  /* Translators: what a drop-down in a table is for, for screen readers */
  g_autofree char *name = g_strdup_printf (_ ("Kind of line %d"), signet_item_get_position (self->item) + 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The platform's kinds; a short link is how a target was named, not what it is. */
static void
fill_drop_down (SignetTargetKindCell *self, SignetPlatform *platform)
{
  GListModel *known = signet_platform_get_target_kinds (platform);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gboolean unknown = g_str_equal (signet_item_get_kind (self->item), SIGNET_TARGET_KIND_UNKNOWN);

  self->kinds = g_ptr_array_new_with_free_func (g_free);
  if (unknown)
    {
      g_ptr_array_add (self->kinds, g_strdup (SIGNET_TARGET_KIND_UNKNOWN));
      gtk_string_list_append (words, signet_words_target_kind (SIGNET_TARGET_KIND_UNKNOWN));
    }
  for (guint i = 0; i < g_list_model_get_n_items (known); i++)
    {
      g_autoptr (SignetTargetKind) entry = g_list_model_get_item (known, i);
      const char *kind = signet_target_kind_get_kind (entry);

      if (g_str_equal (kind, SIGNET_TARGET_KIND_SHORT) || g_str_equal (kind, SIGNET_TARGET_KIND_PASSCODE))
        continue;
      g_ptr_array_add (self->kinds, g_strdup (kind));
      gtk_string_list_append (words, signet_words_target_kind (kind));
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (words));
  self->updating = FALSE;
}

static void
selected_cb (SignetTargetKindCell *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (!self->updating && self->item != NULL && self->kinds != NULL && selected < self->kinds->len)
    signet_item_set_kind (self->item, g_ptr_array_index (self->kinds, selected));
}

static void
kind_changed_cb (SignetTargetKindCell *self)
{
  show_kind (self);
}

static void
position_changed_cb (SignetTargetKindCell *self)
{
  show_line (self);
}

static void
forget (SignetTargetKindCell *self)
{
  if (self->item == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
}

static void
signet_target_kind_cell_dispose (GObject *object)
{
  forget (SIGNET_TARGET_KIND_CELL (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_TARGET_KIND_CELL);

  G_OBJECT_CLASS (signet_target_kind_cell_parent_class)->dispose (object);
}

static void
signet_target_kind_cell_class_init (SignetTargetKindCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_target_kind_cell_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-target-kind-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTargetKindCell, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetKindCell, label);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetKindCell, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
signet_target_kind_cell_init (SignetTargetKindCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_target_kind_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
signet_target_kind_cell_new (void)
{
  return g_object_new (SIGNET_TYPE_TARGET_KIND_CELL, NULL);
}

/**
 * signet_target_kind_cell_set_item:
 * @self: a cell
 * @item: (nullable): what it shows from now on
 * @platform: the platform, whose kinds may be chosen
 * @open: whether the person says what it is
 */
void
signet_target_kind_cell_set_item (SignetTargetKindCell *self,
                                  SignetItem *item,
                                  SignetPlatform *platform,
                                  gboolean open)
{
  g_return_if_fail (SIGNET_IS_TARGET_KIND_CELL (self));
  g_return_if_fail (item == NULL || SIGNET_IS_PLATFORM (platform));

  forget (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "notify::kind", G_CALLBACK (kind_changed_cb), self);
  g_signal_connect_swapped (item, "notify::position", G_CALLBACK (position_changed_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !open);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !open);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), open);
  if (open)
    fill_drop_down (self, platform);
  show_kind (self);
  show_line (self);
}
