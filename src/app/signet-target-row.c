/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-target-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-target-kind-cell.h"
#include "app/signet-target-state-cell.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * A pasted target where there is little width: its link, and under it the line and the kind, or why it is
 * left out.
 */

struct _SignetTargetRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkWidget *box;
  GtkLabel *link;
  GtkLabel *caption;
  SignetTargetKindCell *kind_cell;
  SignetTargetStateCell *state_cell;

  SignetItem *item;
  gboolean open;
};

G_DEFINE_FINAL_TYPE (SignetTargetRow, signet_target_row, GTK_TYPE_WIDGET)

static void
show_caption (SignetTargetRow *self)
{
  const char *kind = signet_item_get_kind (self->item);
  gboolean is_new = g_str_equal (signet_item_get_check (self->item), SIGNET_CHECK_NEW);
  int line = signet_item_get_position (self->item) + 1;
  g_autofree char *caption = NULL;

  if (self->open)
    /* Translators: which line of the pasted text this is */
    caption = g_strdup_printf (_ ("Line %d"), line);
  else
    /* Translators: line of the pasted text, and the kind of thing: "Line 4 · Goods" */
    caption = g_strdup_printf (_ ("Line %d · %s"), line, signet_words_target_kind (kind));
  gtk_label_set_label (self->caption, caption);
  gtk_image_set_from_icon_name (self->icon, signet_words_target_kind_icon (kind));
  gtk_widget_set_visible (GTK_WIDGET (self->caption), is_new || self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_cell), self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->state_cell), !is_new);
}

static void
item_changed_cb (SignetTargetRow *self)
{
  show_caption (self);
}

static void
forget (SignetTargetRow *self)
{
  if (self->item == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

static void
signet_target_row_dispose (GObject *object)
{
  forget (SIGNET_TARGET_ROW (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_TARGET_ROW);

  G_OBJECT_CLASS (signet_target_row_parent_class)->dispose (object);
}

static void
signet_target_row_class_init (SignetTargetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_target_row_dispose;

  g_type_ensure (SIGNET_TYPE_TARGET_KIND_CELL);
  g_type_ensure (SIGNET_TYPE_TARGET_STATE_CELL);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-target-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTargetRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetRow, box);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetRow, link);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetRow, kind_cell);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetRow, state_cell);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
signet_target_row_init (SignetTargetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_target_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
signet_target_row_new (void)
{
  return g_object_new (SIGNET_TYPE_TARGET_ROW, NULL);
}

/**
 * signet_target_row_set_item:
 * @self: a row
 * @item: (nullable): what it shows from now on
 * @platform: the platform, whose kinds may be chosen
 * @open: whether the person says what it is
 * @unknown_why: (nullable): why it leads nowhere, should it be said to
 */
void
signet_target_row_set_item (SignetTargetRow *self,
                            SignetItem *item,
                            SignetPlatform *platform,
                            gboolean open,
                            const char *unknown_why)
{
  g_autofree char *link = NULL;

  g_return_if_fail (SIGNET_IS_TARGET_ROW (self));

  forget (self);
  signet_target_kind_cell_set_item (self->kind_cell, open ? item : NULL, platform, open);
  signet_target_state_cell_set_item (self->state_cell, item, unknown_why);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->open = open;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (item_changed_cb), self);
  link = signet_target_row_describe_link (item);
  gtk_label_set_label (self->link, link);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->link), signet_item_get_source (item));
  show_caption (self);
}

/**
 * signet_target_row_describe_link:
 * @item: a pasted target
 *
 * Returns: (transfer full): its address without the scheme, its passcode, or the text it was found in
 */
char *
signet_target_row_describe_link (SignetItem *item)
{
  const char *link;

  g_return_val_if_fail (SIGNET_IS_ITEM (item), NULL);

  link = signet_item_get_link (item);
  if (g_str_has_prefix (link, "https://"))
    return g_strdup (link + strlen ("https://"));
  if (g_str_has_prefix (link, "http://"))
    return g_strdup (link + strlen ("http://"));
  if (*link != '\0')
    return g_strdup (link);
  if (*signet_item_get_passcode (item) != '\0')
    return g_strdup (signet_item_get_passcode (item));

  return g_strdup (signet_item_get_source (item));
}
