/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-long-list.h"

#include "app/signet-row-heights.h"

#include <time.h>

/*
 * A list of any length with rows for what is on the screen, and no others: GTK 4.8's list and column views
 * keep 200 rows, and make and drop them all in one turn of the main loop whenever the whole list changes,
 * which takes a quarter of a second. Here the twenty rows there are take other items, and only a few new ones
 * are made in a turn.
 *
 * It knows where the list is by one row, the anchor, and how much of it is above the upper edge: what comes
 * and goes further up moves nothing. The height of what has had no row yet is assumed to be the others'.
 *
 * Rows are given items when something was scrolled, or in the frame's update phase: never while sizes are
 * handed out. A list nobody sees does nothing.
 *
 * Signal "activate" (position): a row was pressed.
 */

/* Rows are made and filled in one turn of the main loop for so long, µs of processor time, so that it is over
 * well within a frame whatever a row costs; the rest stays empty for a frame. */
#define AT_ONCE (8 * G_TIME_SPAN_MILLISECOND)
#define NO_END G_MAXINT64

/* Below the lower edge there are rows for as much, px: for the padding, and for scrolling by a little. */
#define BELOW 100

struct _SignetLongList
{
  GtkWidget parent_instance;

  GListModel *model;
  GType row_type;
  gboolean narrow;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
  gboolean is_adjusting;

  SignetRowHeights *heights;
  int width;
  int height;
  guint anchor; /* position of the topmost row that is seen */
  int offset;   /* how much of it is above the edge */

  GPtrArray *rows;  /* that have an item */
  GPtrArray *spare; /* that have none, hidden */
  guint tick;

  SignetLongRow *pressed; /* in @rows */
  gboolean has_lost_focus;
  guint lost_focus; /* where the row was that had it */
};

static void signet_long_list_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetLongList,
                               signet_long_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, signet_long_list_scrollable_init))

enum
{
  PROP_0,
  PROP_ROW_TYPE,
  PROP_NARROW,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *properties[N_PROPS];

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count (SignetLongList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
}

/* Rows */

static void
row_activated_cb (SignetLongList *self, SignetLongRow *row)
{
  if (signet_long_row_get_position (row) != GTK_INVALID_LIST_POSITION &&
      gtk_widget_get_focusable (GTK_WIDGET (row)))
    g_signal_emit (self, signals[ACTIVATE], 0, signet_long_row_get_position (row));
}

static SignetLongRow *
find_row (SignetLongList *self, guint position)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (signet_long_row_get_position (self->rows->pdata[i]) == position)
      return self->rows->pdata[i];
  return NULL;
}

static SignetLongRow *
get_focus_row (SignetLongList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  SignetLongRow *row = child != NULL ? SIGNET_LONG_ROW (child) : NULL;

  return row != NULL && signet_long_row_get_position (row) != GTK_INVALID_LIST_POSITION ? row : NULL;
}

static gboolean
has_focus (SignetLongRow *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (row));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (row) || gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
}

static void
release_row (SignetLongList *self, guint index)
{
  SignetLongRow *row = g_ptr_array_remove_index_fast (self->rows, index);

  if (row == self->pressed)
    self->pressed = NULL;
  gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_ACTIVE);
  gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  signet_long_row_set_position (row, GTK_INVALID_LIST_POSITION, 0);
  signet_long_row_set_item (row, NULL);
  g_ptr_array_add (self->spare, row);
}

/* The one with the focus stays: the keys go on from there. */
static void
release_others (SignetLongList *self, guint first, guint last)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      SignetLongRow *row = self->rows->pdata[i - 1];
      guint position = signet_long_row_get_position (row);

      if ((position < first || position > last) && !has_focus (row))
        release_row (self, i - 1);
    }
}

static void
drop_rows (SignetLongList *self)
{
  release_others (self, 1, 0);
  while (self->rows->len > 0)
    release_row (self, self->rows->len - 1);
  for (guint i = 0; i < self->spare->len; i++)
    gtk_widget_unparent (self->spare->pdata[i]);
  g_ptr_array_set_size (self->spare, 0);
}

static SignetLongRow *
make_row (SignetLongList *self)
{
  SignetLongRow *row = g_object_new (self->row_type, "narrow", self->narrow, NULL);

  gtk_widget_set_parent (GTK_WIDGET (row), GTK_WIDGET (self));
  g_signal_connect_object (row, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static int
measure_row (SignetLongList *self, SignetLongRow *row)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, self->width > 0 ? self->width : -1, NULL,
                      &natural, NULL, NULL);
  signet_row_heights_set (self->heights, signet_long_row_get_position (row), natural);
  return natural;
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
provide_row (SignetLongList *self, guint position, gint64 end)
{
  SignetLongRow *row = find_row (self, position);
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
sort_rows (SignetLongList *self)
{
  GtkWidget *previous = NULL;

  g_ptr_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (gtk_widget_get_prev_sibling (row) != previous)
        gtk_widget_insert_after (row, GTK_WIDGET (self), previous);
      previous = row;
    }
}

/* Where the list is */

static void
adjust (SignetLongList *self)
{
  double upper = MAX (signet_row_heights_sum (self->heights, 0, count (self)), self->height);
  double value = signet_row_heights_sum (self->heights, 0, self->anchor) + self->offset;

  self->is_adjusting = TRUE;
  gtk_adjustment_configure (self->hadjustment, 0, 0, self->width, self->width * .1, self->width * .9,
                            self->width);
  gtk_adjustment_configure (self->vadjustment, value, 0, upper, self->height * .1, self->height * .9,
                            self->height);
  self->is_adjusting = FALSE;
}

/* The list ends above the lower edge by @gap: shows more of it at the upper one. */
static void
close_gap (SignetLongList *self, int gap, gint64 end)
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

/* Gives what is seen its rows. Returns whether some are still to be made. */
static gboolean
fill (SignetLongList *self)
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
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  for (guint position = first; position < last; position++)
    if (find_row (self, position) == NULL)
      return TRUE;
  return FALSE;
}

/* The row with the focus is gone: the one that took its place has it, or the next that takes it. */
static void
restore_focus (SignetLongList *self)
{
  SignetLongRow *row;

  if (!self->has_lost_focus || count (self) == 0)
    return;
  self->has_lost_focus = FALSE;
  self->lost_focus = MIN (self->lost_focus, count (self) - 1);
  while ((row = find_row (self, self->lost_focus)) != NULL && !gtk_widget_grab_focus (GTK_WIDGET (row)))
    self->lost_focus++;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  if (fill (self))
    return G_SOURCE_CONTINUE;
  restore_focus (self);
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_fill (SignetLongList *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
scrolled_cb (SignetLongList *self)
{
  if (self->is_adjusting)
    return;

  self->anchor = signet_row_heights_find (self->heights, gtk_adjustment_get_value (self->vadjustment),
                                          &self->offset);
  if (fill (self))
    queue_fill (self);
}

static void
items_changed_cb (SignetLongList *self, guint position, guint removed, guint added)
{
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
          if (has_focus (row))
            {
              self->has_lost_focus = TRUE;
              self->lost_focus = at;
            }
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
    provide_row (self, 0, NO_END);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_fill (self);
}

/* Keys and mouse */

/* Scrolls by as much as shows the whole row. */
static void
show_row (SignetLongList *self, guint position)
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

/* Whether there is such a row. Looks on, by @step, where one takes no focus. */
static gboolean
focus_row (SignetLongList *self, gint64 position, int step)
{
  for (; position >= 0 && position < count (self); position += step)
    {
      GtkWidget *row = GTK_WIDGET (provide_row (self, (guint) position, NO_END));

      if (!gtk_widget_get_focusable (row))
        continue;
      show_row (self, (guint) position);
      gtk_widget_grab_focus (row); /* with it, it stays when the others are filled */
      if (fill (self))
        queue_fill (self);
      adjust (self);
      return TRUE;
    }
  return FALSE;
}

/* From the row with the focus. */
static gboolean
move (SignetLongList *self, gint64 step)
{
  SignetLongRow *row = get_focus_row (self);
  gint64 position = row != NULL ? signet_long_row_get_position (row) : self->anchor;

  if (ABS (step) == 1)
    return focus_row (self, position + step, (int) step);
  focus_row (self, CLAMP (position + step, 0, (gint64) count (self) - 1), step < 0 ? 1 : -1);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return move (SIGNET_LONG_LIST (widget), g_variant_get_int32 (arguments));
}

static gboolean
move_page_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);
  int rows = MAX (2, self->height / signet_row_heights_get_usual (self->heights));

  return move (self, rows * g_variant_get_int32 (arguments));
}

static gboolean
signet_long_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);
  SignetLongRow *last = get_focus_row (self);

  if (last != NULL && has_focus (last))
    return gtk_widget_child_focus (GTK_WIDGET (last), direction);
  if (last != NULL && signet_long_row_get_position (last) >= self->anchor)
    return focus_row (self, signet_long_row_get_position (last), 1);
  return focus_row (self, self->offset > 0 ? self->anchor + 1 : self->anchor, 1);
}

static SignetLongRow *
pick_row (SignetLongList *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, SIGNET_TYPE_LONG_ROW) : NULL;

  return row != NULL && gtk_widget_get_focusable (row) ? SIGNET_LONG_ROW (row) : NULL;
}

static void
let_go (SignetLongList *self)
{
  if (self->pressed != NULL)
    gtk_widget_unset_state_flags (GTK_WIDGET (self->pressed), GTK_STATE_FLAG_ACTIVE);
  self->pressed = NULL;
}

static void
pressed_cb (SignetLongList *self, int n_press, double x, double y)
{
  self->pressed = pick_row (self, x, y);
  if (self->pressed == NULL)
    return;
  gtk_widget_set_state_flags (GTK_WIDGET (self->pressed), GTK_STATE_FLAG_ACTIVE, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pressed));
}

static void
released_cb (SignetLongList *self, int n_press, double x, double y)
{
  SignetLongRow *row = self->pressed;

  let_go (self);
  if (row != NULL && row == pick_row (self, x, y))
    gtk_widget_activate (GTK_WIDGET (row));
}

/* Sizes */

static GtkSizeRequestMode
signet_long_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
signet_long_list_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *natural = (int) MIN (signet_row_heights_sum (self->heights, 0, count (self)), G_MAXINT / 2);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      int row_minimum, row_natural;

      gtk_widget_measure (self->rows->pdata[i], orientation, -1, &row_minimum, &row_natural, NULL, NULL);
      *minimum = MAX (*minimum, row_minimum);
      *natural = MAX (*natural, row_natural);
    }
}

static void
signet_long_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  if (width != self->width || height != self->height)
    {
      if (width != self->width)
        signet_row_heights_forget (self->heights);
      self->width = width;
      self->height = height;
      queue_fill (self);
    }
  for (guint i = 0; i < self->rows->len; i++)
    measure_row (self, self->rows->pdata[i]); /* its words may be others than when it was filled */
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint position = signet_long_row_get_position (self->rows->pdata[i]);
      double above = signet_row_heights_sum (self->heights, position, self->anchor);
      double below = signet_row_heights_sum (self->heights, self->anchor, position);
      int row_height = signet_row_heights_get (self->heights, position);
      double y = CLAMP (below - above - self->offset, -2 * row_height, height + row_height);
      GtkAllocation place = { 0, (int) y, width, row_height };

      gtk_widget_size_allocate (self->rows->pdata[i], &place, -1);
    }
  adjust (self);
}

static void
signet_long_list_map (GtkWidget *widget)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  GTK_WIDGET_CLASS (signet_long_list_parent_class)->map (widget);

  if (fill (self))
    queue_fill (self);
}

static void
signet_long_list_unmap (GtkWidget *widget)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;

  GTK_WIDGET_CLASS (signet_long_list_parent_class)->unmap (widget);
}

static void
set_adjustment (SignetLongList *self, GtkAdjustment **location, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) wanted = NULL;

  wanted = g_object_ref_sink (adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  if (*location != NULL)
    g_signal_handlers_disconnect_by_func (*location, scrolled_cb, self);
  g_set_object (location, wanted);
  if (location == &self->vadjustment)
    g_signal_connect_swapped (wanted, "value-changed", G_CALLBACK (scrolled_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
signet_long_list_dispose (GObject *object)
{
  SignetLongList *self = SIGNET_LONG_LIST (object);

  signet_long_list_set_model (self, NULL);
  drop_rows (self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, scrolled_cb, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);

  G_OBJECT_CLASS (signet_long_list_parent_class)->dispose (object);
}

static void
signet_long_list_finalize (GObject *object)
{
  SignetLongList *self = SIGNET_LONG_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->spare);
  signet_row_heights_free (self->heights);

  G_OBJECT_CLASS (signet_long_list_parent_class)->finalize (object);
}

static void
signet_long_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetLongList *self = SIGNET_LONG_LIST (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_long_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetLongList *self = SIGNET_LONG_LIST (object);

  switch (prop_id)
    {
    case PROP_ROW_TYPE:
      self->row_type = g_value_get_gtype (value);
      break;
    case PROP_NARROW:
      signet_long_list_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hscroll_policy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vscroll_policy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_long_list_class_init (SignetLongListClass *klass)
{
  static const struct
  {
    guint key;
    gboolean by_pages;
    int step;
  } keys[] = {
    { GDK_KEY_Up, FALSE, -1 },          { GDK_KEY_KP_Up, FALSE, -1 },
    { GDK_KEY_Down, FALSE, 1 },         { GDK_KEY_KP_Down, FALSE, 1 },
    { GDK_KEY_Home, FALSE, -G_MAXINT }, { GDK_KEY_KP_Home, FALSE, -G_MAXINT },
    { GDK_KEY_End, FALSE, G_MAXINT },   { GDK_KEY_KP_End, FALSE, G_MAXINT },
    { GDK_KEY_Page_Up, TRUE, -1 },      { GDK_KEY_KP_Page_Up, TRUE, -1 },
    { GDK_KEY_Page_Down, TRUE, 1 },     { GDK_KEY_KP_Page_Down, TRUE, 1 },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_long_list_dispose;
  object_class->finalize = signet_long_list_finalize;
  object_class->get_property = signet_long_list_get_property;
  object_class->set_property = signet_long_list_set_property;
  widget_class->focus = signet_long_list_focus;
  widget_class->get_request_mode = signet_long_list_get_request_mode;
  widget_class->measure = signet_long_list_measure;
  widget_class->size_allocate = signet_long_list_size_allocate;
  widget_class->map = signet_long_list_map;
  widget_class->unmap = signet_long_list_unmap;

  properties[PROP_ROW_TYPE] = g_param_spec_gtype ("row-type", NULL, NULL, SIGNET_TYPE_LONG_ROW,
                                                  G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * SignetLongList::activate:
   * @self: the list
   * @position: of the item whose row was pressed
   */
  signals[ACTIVATE] = g_signal_new ("activate", SIGNET_TYPE_LONG_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].by_pages ? move_page_cb : move_cb,
                                  "i", keys[i].step);
  gtk_widget_class_set_css_name (widget_class, "longlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
signet_long_list_init (SignetLongList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->heights = signet_row_heights_new ();
  self->rows = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "cancel", G_CALLBACK (let_go), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
signet_long_list_scrollable_init (GtkScrollableInterface *iface)
{
}

/**
 * signet_long_list_new:
 * @row_type: a class derived from #SignetLongRow
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
signet_long_list_new (GType row_type)
{
  return g_object_new (SIGNET_TYPE_LONG_LIST, "row-type", row_type, NULL);
}

/**
 * signet_long_list_set_model:
 * @self: a list
 * @model: (nullable): what it shows from now on, from the beginning
 */
void
signet_long_list_set_model (SignetLongList *self, GListModel *model)
{
  guint old = count (self);

  g_return_if_fail (SIGNET_IS_LONG_LIST (self));

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self, 0, old, count (self));
}

/**
 * signet_long_list_set_narrow:
 * @self: a list
 * @narrow: whether its rows are made for little width
 */
void
signet_long_list_set_narrow (SignetLongList *self, gboolean narrow)
{
  g_return_if_fail (SIGNET_IS_LONG_LIST (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  drop_rows (self);
  signet_row_heights_forget (self->heights);
  queue_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}
