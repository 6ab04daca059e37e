/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-column-layout.h"

#include "app/signet-width-bin.h"

/*
 * Puts the cells of a table's row, and of its heading, side by side. A cell that requests a width gets
 * exactly that, whatever it would need for itself; the others share what remains. So the columns of all rows
 * begin at the same place.
 *
 * The widths are those at the ordinary text size and grow with the person's.
 */

/* Between two columns, px. */
#define SPACING 20

struct _SignetColumnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetColumnLayout, signet_column_layout, GTK_TYPE_LAYOUT_MANAGER)

/* 0 for one that shares the rest. */
static int
get_fixed_width (GtkWidget *cell, double scale)
{
  int width;

  gtk_widget_get_size_request (cell, &width, NULL);
  return width > 0 ? (int) (width * MAX (scale, 1)) : 0;
}

/* What each of those that share gets of @width. */
static int
share (GtkWidget *widget, int width, double scale)
{
  int n_sharing = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int fixed = get_fixed_width (cell, scale);

      width -= fixed + (gtk_widget_get_prev_sibling (cell) != NULL ? SPACING : 0);
      n_sharing += fixed == 0;
    }
  return n_sharing > 0 ? MAX (0, width / n_sharing) : 0;
}

static void
signet_column_layout_measure (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  double scale = signet_width_bin_get_text_scale (widget);
  int each = orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 ? share (widget, for_size, scale) : -1;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int fixed = get_fixed_width (cell, scale);
      int cell_minimum, cell_natural, width;

      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
          if (fixed > 0 || each >= 0)
            width = MAX (width, fixed > 0 ? fixed : each);
          gtk_widget_measure (cell, orientation, width, &cell_minimum, &cell_natural, NULL, NULL);
          *minimum = MAX (*minimum, cell_minimum);
          *natural = MAX (*natural, cell_natural);
          continue;
        }

      gtk_widget_measure (cell, orientation, -1, &cell_minimum, &cell_natural, NULL, NULL);
      width = gtk_widget_get_prev_sibling (cell) != NULL ? SPACING : 0;
      *minimum += width + (fixed > 0 ? fixed : cell_minimum);
      *natural += width + (fixed > 0 ? fixed : cell_natural);
    }
}

static void
signet_column_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double scale = signet_width_bin_get_text_scale (widget);
  int each = share (widget, width, scale);
  int x = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      int fixed = get_fixed_width (cell, scale);
      int column = fixed > 0 ? fixed : each;
      int minimum;

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      gtk_widget_size_allocate (
          cell, &(GtkAllocation){ from_right ? width - x - column : x, 0, MAX (column, minimum), height },
          -1);
      x += column + SPACING;
    }
}

static void
signet_column_layout_class_init (SignetColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = signet_column_layout_measure;
  layout_class->allocate = signet_column_layout_allocate;
}

static void
signet_column_layout_init (SignetColumnLayout *self)
{
}

/** signet_column_layout_new: Returns: (transfer full): for one widget */
GtkLayoutManager *
signet_column_layout_new (void)
{
  return g_object_new (SIGNET_TYPE_COLUMN_LAYOUT, NULL);
}
