/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-day-tile.h"

#include <glib/gi18n.h>

/*
 * The square at the start of a row of Today: how many days are left, or an icon in its meaning's colour. The
 * style class "large" makes it the tile of a complaint's page.
 */

#define SOON_DAYS 15

struct _SignetDayTile
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkImage *icon;
  GtkWidget *days_box;
  GtkLabel *number;
  GtkLabel *unit;
};

G_DEFINE_FINAL_TYPE (SignetDayTile, signet_day_tile, GTK_TYPE_WIDGET)

static void
set_meaning (SignetDayTile *self, SignetMeaning meaning)
{
  for (int other = SIGNET_MEANING_NEUTRAL; other <= SIGNET_MEANING_ERROR; other++)
    {
      const char *style = signet_words_meaning_class (other);

      if (style == NULL)
        continue;
      if (other == (int) meaning)
        gtk_widget_add_css_class (GTK_WIDGET (self), style);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), style);
    }
}

static void
signet_day_tile_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_DAY_TILE);

  G_OBJECT_CLASS (signet_day_tile_parent_class)->dispose (object);
}

static void
signet_day_tile_class_init (SignetDayTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_day_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-day-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetDayTile, stack);
  gtk_widget_class_bind_template_child (widget_class, SignetDayTile, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetDayTile, days_box);
  gtk_widget_class_bind_template_child (widget_class, SignetDayTile, number);
  gtk_widget_class_bind_template_child (widget_class, SignetDayTile, unit);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "daytile");
}

static void
signet_day_tile_init (SignetDayTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_day_tile_new:
 *
 * Returns: (transfer floating): an empty tile
 */
GtkWidget *
signet_day_tile_new (void)
{
  return g_object_new (SIGNET_TYPE_DAY_TILE, NULL);
}

/**
 * signet_day_tile_set_days:
 * @self: a tile
 * @days: days left; what is past counts as none
 *
 * Shows a number of days, as a warning when it is less than fifteen.
 */
void
signet_day_tile_set_days (SignetDayTile *self, int days)
{
  g_autofree char *number = g_strdup_printf ("%d", MAX (days, 0));

  g_return_if_fail (SIGNET_IS_DAY_TILE (self));

  gtk_label_set_label (self->number, number);
  /* Translators: stands under a number in a small tile, as short as can be */
  gtk_label_set_label (self->unit, g_dngettext (GETTEXT_PACKAGE, "day", "days", MAX (days, 0)));
  gtk_stack_set_visible_child (self->stack, self->days_box);
  set_meaning (self, days < SOON_DAYS ? SIGNET_MEANING_WARNING : SIGNET_MEANING_NEUTRAL);
}

/**
 * signet_day_tile_set_icon:
 * @self: a tile
 * @icon_name: a symbolic icon
 * @meaning: its colour
 *
 * Shows an icon where there are no days to count.
 */
void
signet_day_tile_set_icon (SignetDayTile *self, const char *icon_name, SignetMeaning meaning)
{
  g_return_if_fail (SIGNET_IS_DAY_TILE (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->icon));
  set_meaning (self, meaning);
}
