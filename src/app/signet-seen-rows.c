/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-seen-rows.h"

#include "app/signet-row-heights.h"

#include <time.h>

/*
 * The rows of a #SignetLongList: those for what is on the screen and a few besides, which items they show and
 * where they stand. A row that went off the screen shows another item next, and only a few new ones are made
 * in a turn of the main loop.
 *
 * It knows where the list is by one row, the anchor, and how much of it is above the upper edge: what comes
 * and goes further up moves nothing. The height of what has had no row yet is assumed to be the others'.
 *
 * Owned by the list, whose children the rows are.
 */

/* Rows are made and filled in one turn of the main loop for so long, µs of processor time, so that it is over
 * well within a frame whatever a row costs; the rest stays empty for a frame. */
#define AT_ONCE (8 * G_TIME_SPAN_MILLISECOND)

/* Below the lower edge there are rows for as much, px: for the padding, and for scrolling by a little. */
#define BELOW 100

struct _SignetSeenRows
{
  GtkWidget *list;
  GListModel *model;
  GType row_type;
  GCallback activated;
  gboolean narrow;

  SignetRowHeights *heights;
  int width;
  int height;
  guint anchor; /* position of the topmost row that is seen */
  int offset;   /* how much of it is above the edge */

  GPtrArray *rows;  /* that have an item */
  GPtrArray *spare; /* that have none, hidden */
};

static guint
count (SignetSeenRows *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

/* Rows */

static void
release_row (SignetSeenRows *self, guint index)
{
  SignetLongRow *row = g_ptr_array_remove_index_fast (self->rows, index);

  gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_ACTIVE);
  gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  signet_long_row_set_position (row, GTK_INVALID_LIST_POSITION, 0);
  signet_long_row_set_item (row, NULL);
  g_ptr_array_add (self->spare, row);
}

/* The one with the focus stays: the keys go on from there. */
static void
release_others (SignetSeenRows *self, guint first, guint last)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      SignetLongRow *row = self->rows->pdata[i - 1];
      guint position = signet_long_row_get_position (row);

      if ((position < first || position > last) && !signet_long_row_has_focus (row))
        release_row (self, i - 1);
    }
}

static SignetLongRow *
make_row (SignetSeenRows *self)
{
  SignetLongRow *row = g_object_new (self->row_type, "narrow", self->narrow, NULL);

  gtk_widget_set_parent (GTK_WIDGET (row), self->list);
  g_signal_connect_object (row, "activate", self->activated, self->list, G_CONNECT_SWAPPED);
  return row;
}

static void
measure_row (SignetSeenRows *self, SignetLongRow *row)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, self->width > 0 ? self->width : -1, NULL,
                      &natural, NULL, NULL);
  signet_row_heights_set (self->heights, signet_long_row_get_position (row), natural);
}

/* Of this thread, µs: what the machine does beside it doesn't count. */
static gint64
processor_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* The row at @position, which shows its item; %NULL where it has none yet and @end is past. */
static SignetLongRow *
provide_row (SignetSeenRows *self, guint position, gint64 end)
{
  SignetLongRow *row = signet_seen_rows_find (self, position);
  g_autoptr (GObject) item = NULL;

  if (row != NULL || processor_time () > end)
    return row;

  row = self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1)
                             : make_row (self);
  item = g_list_model_get_item (self->model, position);
  g_ptr_array_add (self->rows, row);
  signet_long_row_set_position (row, position, count (self));
  signet_long_row_set_item (row, item);
  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  measure_row (self, row);
  return row;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint first = signet_long_row_get_position (*(SignetLongRow **) a);
  guint second = signet_long_row_get_position (*(SignetLongRow **) b);

  return first < second ? -1 : first > second;
}

/* What is read out, and styled as the first child, goes by the order of the widgets. */
static void
sort_rows (SignetSeenRows *self)
{
  GtkWidget *previous = NULL;

  g_ptr_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_widget_insert_after (row, self->list, previous);
      previous = row;
    }
}

/* The list ends above the lower edge by @gap: shows more of it at the upper one. */
static void
close_gap (SignetSeenRows *self, int gap, gint64 end)
{
  while (gap > 0 && (self->offset > 0 || self->anchor > 0))
    {
      int step = MIN (gap, self->offset);

      gap -= step;
      self->offset -= step;
      if (gap > 0 && self->anchor > 0)
        {
          provide_row (self, --self->anchor, end);
          self->offset = signet_row_heights_get (self->heights, self->anchor);
        }
    }
}

/**
 * signet_seen_rows_new:
 * @list: whose children the rows become; not referenced
 * @row_type: a class derived from #SignetLongRow
 * @activated: called with @list and the row that was activated
 *
 * Returns: (transfer full): of an empty list
 */
SignetSeenRows *
signet_seen_rows_new (GtkWidget *list, GType row_type, GCallback activated)
{
  SignetSeenRows *self = g_new0 (SignetSeenRows, 1);

  self->list = list;
  self->row_type = row_type;
  self->activated = activated;
  self->heights = signet_row_heights_new ();
  self->rows = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  return self;
}

/** signet_seen_rows_free: Ends @self (transfer full), whose rows were dropped. */
void
signet_seen_rows_free (SignetSeenRows *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->spare);
  signet_row_heights_free (self->heights);
  g_free (self);
}

/**
 * signet_seen_rows_set_model:
 * @self: rows
 * @model: (nullable): what they show; not referenced
 *
 * signet_seen_rows_splice() is to follow.
 */
void
signet_seen_rows_set_model (SignetSeenRows *self, GListModel *model)
{
  self->model = model;
}

/**
 * signet_seen_rows_drop:
 * @self: rows
 * @narrow: whether those to come are made for little width
 */
void
signet_seen_rows_drop (SignetSeenRows *self, gboolean narrow)
{
  while (self->rows->len > 0)
    release_row (self, self->rows->len - 1);
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (self->spare->pdata[i]);
  g_ptr_array_set_size (self->spare, 0);
  signet_row_heights_forget (self->heights);
  self->narrow = narrow;
}

/** signet_seen_rows_set_size: Returns: whether @width or @height, px, is another, so that rows may be wanting
 */
gboolean
signet_seen_rows_set_size (SignetSeenRows *self, int width, int height)
{
  if (width == self->width && height == self->height)
    return FALSE;

  if (width != self->width)
    signet_row_heights_forget (self->heights);
  self->width = width;
  self->height = height;
  return TRUE;
}

/**
 * signet_seen_rows_splice:
 * @self: rows
 * @position: where the model changed
 * @removed: how many items went
 * @added: how many came
 *
 * What came has no rows yet.
 *
 * Returns: where the row was that had the focus and is gone, #GTK_INVALID_LIST_POSITION if there is none
 */
guint
signet_seen_rows_splice (SignetSeenRows *self, guint position, guint removed, guint added)
{
  guint lost_focus = GTK_INVALID_LIST_POSITION;
  guint n = count (self);

  for (guint i = self->rows->len; i > 0; i--)
    {
      SignetLongRow *row = self->rows->pdata[i - 1];
      guint at = signet_long_row_get_position (row);

      if (at >= position + removed)
        signet_long_row_set_position (row, at - removed + added, n);
      else if (at < position)
        signet_long_row_set_position (row, at, n);
      else
        {
          if (signet_long_row_has_focus (row))
            lost_focus = at;
          release_row (self, i - 1);
        }
    }
  signet_row_heights_splice (self->heights, position, removed, added);

  /* Who looks at the beginning of a list wants to see what comes to it. */
  if (self->anchor >= position + removed && (self->anchor > 0 || self->offset > 0))
    self->anchor += added - removed;
  else if (self->anchor >= position)
    {
      self->anchor = position;
      self->offset = 0;
    }

  /* One row tells how high the others are about to be. */
  if (n > 0 && self->rows->len + self->spare->len == 0)
    signet_seen_rows_provide (self, 0);
  return lost_focus;
}

/**
 * signet_seen_rows_fill:
 * @self: rows
 *
 * Gives what is seen its rows. Never while sizes are handed out.
 *
 * Returns: whether some are still to be made, in another turn
 */
gboolean
signet_seen_rows_fill (SignetSeenRows *self)
{
  guint n = count (self);
  gint64 end = processor_time () + AT_ONCE;
  guint first, last;
  int y;

  if (n == 0 || self->width <= 0)
    return FALSE;

  self->anchor = MIN (self->anchor, n - 1);
  first = self->anchor > 0 ? self->anchor - 1 : 0;
  last = self->anchor +
         (guint) ((self->height + self->offset) / signet_row_heights_get_usual (self->heights)) + 1;
  release_others (self, first, last);
  y = -self->offset;
  for (last = self->anchor; last < n && y < self->height + BELOW; last++)
    {
      provide_row (self, last, end);
      y += signet_row_heights_get (self->heights, last);
    }
  close_gap (self, self->height - y, end);
  first = self->anchor > 0 ? self->anchor - 1 : 0;
  provide_row (self, first, end);
  release_others (self, first, last - 1);
  sort_rows (self);
  gtk_widget_queue_allocate (self->list);

  for (guint position = first; position < last; position++)
    if (signet_seen_rows_find (self, position) == NULL)
      return TRUE;
  return FALSE;
}

/** signet_seen_rows_scroll_to: What is @y px below the list's beginning is at the upper edge now. */
void
signet_seen_rows_scroll_to (SignetSeenRows *self, double y)
{
  self->anchor = signet_row_heights_find (self->heights, y, &self->offset);
}

/** signet_seen_rows_show: Scrolls by as much as shows the whole row at @position. */
void
signet_seen_rows_show (SignetSeenRows *self, guint position)
{
  gint64 end = processor_time () + AT_ONCE;
  int y = -self->offset;

  for (guint i = self->anchor; i <= position && y <= self->height; i++)
    y += signet_row_heights_get (self->heights, i);
  if (position <= self->anchor)
    {
      self->anchor = position;
      self->offset = 0;
    }
  else if (y > self->height)
    {
      self->anchor = position;
      self->offset = signet_row_heights_get (self->heights, position);
      close_gap (self, self->height, end);
    }
}

/** signet_seen_rows_find: Returns: (nullable) (transfer none): the row that shows the item at @position */
SignetLongRow *
signet_seen_rows_find (SignetSeenRows *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (signet_long_row_get_position (self->rows->pdata[i]) == position)
      return self->rows->pdata[i];
  return NULL;
}

/** signet_seen_rows_provide: Returns: (transfer none): the row for the item at @position, made if need be */
SignetLongRow *
signet_seen_rows_provide (SignetSeenRows *self, guint position)
{
  return provide_row (self, position, G_MAXINT64);
}

/** signet_seen_rows_get_first: Returns: the position of the topmost row that is seen, or seen @whole */
guint
signet_seen_rows_get_first (SignetSeenRows *self, gboolean whole)
{
  return whole && self->offset > 0 ? self->anchor + 1 : self->anchor;
}

/** signet_seen_rows_get_page: Returns: how many rows are seen at a time, about; at least 2 */
guint
signet_seen_rows_get_page (SignetSeenRows *self)
{
  return (guint) MAX (2, self->height / signet_row_heights_get_usual (self->heights));
}

/** signet_seen_rows_get_y: Returns: how far below the list's beginning the upper edge is, px */
double
signet_seen_rows_get_y (SignetSeenRows *self)
{
  return signet_row_heights_sum (self->heights, 0, self->anchor) + self->offset;
}

/** signet_seen_rows_get_total: Returns: how high the list would be with a row for every item, px */
double
signet_seen_rows_get_total (SignetSeenRows *self)
{
  return signet_row_heights_sum (self->heights, 0, count (self));
}

/** signet_seen_rows_measure_width: Raises @minimum and @natural to what the rows there are need, px. */
void
signet_seen_rows_measure_width (SignetSeenRows *self, int *minimum, int *natural)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      int row_minimum, row_natural;

      gtk_widget_measure (self->rows->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, &row_minimum, &row_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, row_minimum);
      *natural = MAX (*natural, row_natural);
    }
}

/** signet_seen_rows_allocate: Gives the rows their places in the list's own coordinates. */
void
signet_seen_rows_allocate (SignetSeenRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, self->rows->pdata[i]); /* its words may be others than when it was filled */
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint position = signet_long_row_get_position (self->rows->pdata[i]);
      double above = signet_row_heights_sum (self->heights, position, self->anchor);
      double below = signet_row_heights_sum (self->heights, self->anchor, position);
      int row_height = signet_row_heights_get (self->heights, position);
      double y = CLAMP (below - above - self->offset, -2 * row_height, self->height + row_height);
      GtkAllocation place = { 0, (int) y, self->width, row_height };

      gtk_widget_size_allocate (self->rows->pdata[i], &place, -1);
    }
}
