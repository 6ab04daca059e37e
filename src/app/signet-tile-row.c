/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-tile-row.h"

#include <adwaita.h>

#include "app/signet-actionable.h"
#include "app/signet-chip.h"
#include "app/signet-day-tile.h"

/*
 * A row of the main pages' lists: a tile with an icon or a number of days, a title, a line or two under it,
 * where it stands as a chip, and what can be done: a button, or the row itself with a chevron. Everything but
 * the title may be left out.
 *
 * Where there is little width (SignetTileRow:narrow) the chip goes under the text, and the button gives way
 * to the row, which then does the same.
 *
 * Owned by its list box. What it does is an action, so it knows nobody.
 */

typedef struct
{
  SignetDayTile *tile;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *note_label;
  SignetChip *chip_below;
  SignetChip *chip_beside;
  GtkButton *button;
  GtkWidget *chevron;
  GtkWidget *end_bin;

  gboolean has_chip;
  gboolean has_button;
  gboolean has_action;
  gboolean narrow;
} SignetTileRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (SignetTileRow, signet_tile_row, GTK_TYPE_LIST_BOX_ROW)

#define PRIVATE(self) ((SignetTileRowPrivate *) signet_tile_row_get_instance_private (self))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
arrange (SignetTileRow *self)
{
  SignetTileRowPrivate *priv = PRIVATE (self);
  gboolean show_button = priv->has_button && (!priv->narrow || !priv->has_action);

  gtk_widget_set_visible (GTK_WIDGET (priv->chip_below), priv->has_chip && priv->narrow);
  gtk_widget_set_visible (GTK_WIDGET (priv->chip_beside), priv->has_chip && !priv->narrow);
  gtk_widget_set_visible (GTK_WIDGET (priv->button), show_button);
  gtk_widget_set_visible (priv->chevron,
                          priv->has_action && !show_button && !gtk_widget_get_visible (priv->end_bin));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), priv->has_action);
  gtk_widget_set_focusable (GTK_WIDGET (self), priv->has_action);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.press", priv->has_action);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* GTK 4.8 gives the row no name of its own. */
static void
name_row (SignetTileRow *self)
{
  SignetTileRowPrivate *priv = PRIVATE (self);
  g_autofree char *name = g_strdup_printf ("%s, %s", gtk_label_get_label (priv->title_label),
                                           gtk_label_get_label (priv->subtitle_label));
  const char *title = gtk_label_get_label (priv->title_label);
  gboolean alone = *gtk_label_get_label (priv->subtitle_label) == '\0';

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, alone ? title : name,
                                  -1);
}

static void
press_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
signet_tile_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, PRIVATE (SIGNET_TILE_ROW (object))->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_tile_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      PRIVATE (SIGNET_TILE_ROW (object))->narrow = g_value_get_boolean (value);
      arrange (SIGNET_TILE_ROW (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_tile_row_class_init (SignetTileRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = signet_tile_row_get_property;
  object_class->set_property = signet_tile_row_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_CHIP);
  g_type_ensure (SIGNET_TYPE_DAY_TILE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-tile-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, tile);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, subtitle_label);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, note_label);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, chip_below);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, chip_beside);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, button);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, chevron);
  gtk_widget_class_bind_template_child_private (widget_class, SignetTileRow, end_bin);
  /* A row has no action for assistive technology in GTK 4.8, but a widget's own actions are offered. */
  gtk_widget_class_install_action (widget_class, "row.press", NULL, press_cb);
}

static void
signet_tile_row_init (SignetTileRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  arrange (self);
}

/**
 * signet_tile_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
signet_tile_row_new (void)
{
  return g_object_new (SIGNET_TYPE_TILE_ROW, NULL);
}

/**
 * signet_tile_row_hold:
 * @self: a row
 * @item: what it shows
 *
 * Keeps @item as long as the row. The desk's lists keep no items, and a #GtkListBox doesn't either: an item
 * nobody holds would be made anew for the next who asks, and this row would hear of no change.
 */
void
signet_tile_row_hold (SignetTileRow *self, gpointer item)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  g_object_set_data_full (G_OBJECT (self), "signet-item", g_object_ref (item), g_object_unref);
}

/**
 * signet_tile_row_set_title:
 * @self: a row
 * @title: what it is about, plain text
 */
void
signet_tile_row_set_title (SignetTileRow *self, const char *title)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  gtk_label_set_label (PRIVATE (self)->title_label, title);
  name_row (self);
}

/**
 * signet_tile_row_set_link:
 * @self: a row
 * @link: a link or another text whose end matters as much as its beginning
 *
 * The title on a single line that gives way in the middle; the whole is in its tooltip.
 */
void
signet_tile_row_set_link (SignetTileRow *self, const char *link)
{
  SignetTileRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  gtk_label_set_wrap (priv->title_label, FALSE);
  gtk_label_set_lines (priv->title_label, 1);
  gtk_label_set_ellipsize (priv->title_label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->title_label), link);
  signet_tile_row_set_title (self, link);
}

/**
 * signet_tile_row_set_subtitle:
 * @self: a row
 * @subtitle: (nullable): a second line
 */
void
signet_tile_row_set_subtitle (SignetTileRow *self, const char *subtitle)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  show_text (PRIVATE (self)->subtitle_label, subtitle);
  name_row (self);
}

/**
 * signet_tile_row_set_note:
 * @self: a row
 * @note: (nullable): what has to be read, so it isn't dim
 */
void
signet_tile_row_set_note (SignetTileRow *self, const char *note)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  show_text (PRIVATE (self)->note_label, note);
}

/**
 * signet_tile_row_set_days:
 * @self: a row
 * @days: days left, shown in the tile
 */
void
signet_tile_row_set_days (SignetTileRow *self, int days)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  signet_day_tile_set_days (PRIVATE (self)->tile, days);
  gtk_widget_set_visible (GTK_WIDGET (PRIVATE (self)->tile), TRUE);
}

/**
 * signet_tile_row_set_icon:
 * @self: a row
 * @icon_name: a symbolic icon for the tile
 * @meaning: its colour
 */
void
signet_tile_row_set_icon (SignetTileRow *self, const char *icon_name, SignetMeaning meaning)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  signet_day_tile_set_icon (PRIVATE (self)->tile, icon_name, meaning);
  gtk_widget_set_visible (GTK_WIDGET (PRIVATE (self)->tile), TRUE);
}

/**
 * signet_tile_row_set_status:
 * @self: a row
 * @status: (nullable): where it stands, a word of the wire
 */
void
signet_tile_row_set_status (SignetTileRow *self, const char *status)
{
  SignetTileRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  priv->has_chip = status != NULL && *status != '\0';
  if (priv->has_chip)
    {
      signet_chip_set_status (priv->chip_below, status);
      signet_chip_set_status (priv->chip_beside, status);
    }
  arrange (self);
}

/**
 * signet_tile_row_set_action:
 * @self: a row
 * @action_name: (nullable): what activating the row does; %NULL: it can't be activated
 * @target: (nullable): the action's parameter, a string
 */
void
signet_tile_row_set_action (SignetTileRow *self, const char *action_name, const char *target)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  signet_actionable_set (self, action_name, target);
  PRIVATE (self)->has_action = action_name != NULL;
  arrange (self);
}

/**
 * signet_tile_row_set_button:
 * @self: a row
 * @label: (nullable): of the button; %NULL: there is none
 * @action_name: (nullable): what it does
 * @target: (nullable): the action's parameter, a string
 */
void
signet_tile_row_set_button (SignetTileRow *self,
                            const char *label,
                            const char *action_name,
                            const char *target)
{
  SignetTileRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  priv->has_button = label != NULL;
  if (label != NULL)
    {
      gtk_button_set_label (priv->button, label);
      signet_actionable_set (priv->button, action_name, target);
      /* Several rows have a button of this name. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      gtk_label_get_label (priv->title_label), -1);
    }
  arrange (self);
}

/**
 * signet_tile_row_set_end:
 * @self: a row with a title
 * @end: a button of its own kind, which stays where there is little width
 */
void
signet_tile_row_set_end (SignetTileRow *self, GtkWidget *end)
{
  SignetTileRowPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  adw_bin_set_child (ADW_BIN (priv->end_bin), end);
  gtk_widget_set_visible (priv->end_bin, TRUE);
  arrange (self);
}

/**
 * signet_tile_row_follow:
 * @self: a row
 * @width_bin: what it stands in, with a property "narrow"
 */
void
signet_tile_row_follow (SignetTileRow *self, GObject *width_bin)
{
  g_return_if_fail (SIGNET_IS_TILE_ROW (self));

  g_object_bind_property (width_bin, "narrow", self, "narrow", G_BINDING_SYNC_CREATE);
}
