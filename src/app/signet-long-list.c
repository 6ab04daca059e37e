/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-long-list.h"

#include "app/signet-seen-rows.h"

/*
 * A list of any length with rows for what is on the screen, and no others: GTK 4.8's list and column views
 * keep 200 rows, and make and drop them all in one turn of the main loop whenever the whole list changes,
 * which takes a quarter of a second. Here the twenty rows there are take other items: see #SignetSeenRows.
 *
 * Rows are given items when something was scrolled, or in the frame's update phase: never while sizes are
 * handed out. A list nobody sees does nothing.
 *
 * Signal "activate" (position): a row was pressed.
 */

struct _SignetLongList
{
  GtkWidget parent_instance;

  GListModel *model;
  SignetSeenRows *rows;
  gboolean narrow;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;
  gboolean is_adjusting;

  guint tick;
  SignetLongRow *pressed;
  GObject *pressed_item; /* what @pressed showed then */
  guint lost_focus;      /* where the row was that had it; GTK_INVALID_LIST_POSITION: it has it still */
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

static void
row_activated_cb (SignetLongList *self, SignetLongRow *row)
{
  if (signet_long_row_get_position (row) != GTK_INVALID_LIST_POSITION &&
      gtk_widget_get_focusable (GTK_WIDGET (row)))
    g_signal_emit (self, signals[ACTIVATE], 0, signet_long_row_get_position (row));
}

static SignetLongRow *
get_focus_row (SignetLongList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  SignetLongRow *row = child != NULL ? SIGNET_LONG_ROW (child) : NULL;

  return row != NULL && signet_long_row_get_position (row) != GTK_INVALID_LIST_POSITION ? row : NULL;
}

/* Where the list is */

static void
adjust (SignetLongList *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper = MAX (signet_seen_rows_get_total (self->rows), height);

  self->is_adjusting = TRUE;
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * .1, width * .9, width);
  gtk_adjustment_configure (self->vadjustment, signet_seen_rows_get_y (self->rows), 0, upper, height * .1,
                            height * .9, height);
  self->is_adjusting = FALSE;
}

/* The row with the focus is gone: the one that took its place has it, or the next that takes it. */
static void
restore_focus (SignetLongList *self)
{
  SignetLongRow *row;

  if (self->lost_focus == GTK_INVALID_LIST_POSITION || count (self) == 0)
    return;
  self->lost_focus = MIN (self->lost_focus, count (self) - 1);
  while ((row = signet_seen_rows_find (self->rows, self->lost_focus)) != NULL &&
         !gtk_widget_grab_focus (GTK_WIDGET (row)))
    self->lost_focus++;
  self->lost_focus = GTK_INVALID_LIST_POSITION;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  if (signet_seen_rows_fill (self->rows))
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
fill (SignetLongList *self)
{
  if (signet_seen_rows_fill (self->rows))
    queue_fill (self);
}

static void
scrolled_cb (SignetLongList *self)
{
  if (self->is_adjusting)
    return;

  signet_seen_rows_scroll_to (self->rows, gtk_adjustment_get_value (self->vadjustment));
  fill (self);
}

static void
items_changed_cb (SignetLongList *self, guint position, guint removed, guint added)
{
  guint lost_focus = signet_seen_rows_splice (self->rows, position, removed, added);

  if (lost_focus != GTK_INVALID_LIST_POSITION)
    self->lost_focus = lost_focus;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_fill (self);
}

/* Keys and mouse */

/* Whether there is such a row. Looks on, by @step, where one takes no focus. */
static gboolean
focus_row (SignetLongList *self, gint64 position, int step)
{
  for (; position >= 0 && position < count (self); position += step)
    {
      GtkWidget *row = GTK_WIDGET (signet_seen_rows_provide (self->rows, (guint) position));

      if (!gtk_widget_get_focusable (row))
        continue;
      signet_seen_rows_show (self->rows, (guint) position);
      gtk_widget_grab_focus (row); /* with it, it stays when the others are filled */
      fill (self);
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
  gint64 position = row != NULL ? signet_long_row_get_position (row)
                                : signet_seen_rows_get_first (self->rows, FALSE);

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
  gint64 page = signet_seen_rows_get_page (self->rows);

  return move (self, page * g_variant_get_int32 (arguments));
}

static gboolean
signet_long_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);
  SignetLongRow *last = get_focus_row (self);

  if (last != NULL && signet_long_row_has_focus (last))
    return gtk_widget_child_focus (GTK_WIDGET (last), direction);
  if (last != NULL && signet_long_row_get_position (last) >= signet_seen_rows_get_first (self->rows, FALSE))
    return focus_row (self, signet_long_row_get_position (last), 1);
  return focus_row (self, signet_seen_rows_get_first (self->rows, TRUE), 1);
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
  g_clear_object (&self->pressed_item);
}

static void
drop_rows (SignetLongList *self)
{
  let_go (self);
  signet_seen_rows_drop (self->rows, self->narrow);
}

static void
pressed_cb (SignetLongList *self, int n_press, double x, double y)
{
  self->pressed = pick_row (self, x, y);
  if (self->pressed == NULL)
    return;
  g_set_object (&self->pressed_item, signet_long_row_get_item (self->pressed));
  gtk_widget_set_state_flags (GTK_WIDGET (self->pressed), GTK_STATE_FLAG_ACTIVE, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pressed));
}

/* A row that was given another item meanwhile isn't the one that was pressed. */
static void
released_cb (SignetLongList *self, int n_press, double x, double y)
{
  SignetLongRow *row = pick_row (self, x, y);
  gboolean is_pressed = row != NULL && row == self->pressed &&
                        signet_long_row_get_item (row) == self->pressed_item;

  let_go (self);
  if (is_pressed)
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
      *natural = (int) MIN (signet_seen_rows_get_total (self->rows), G_MAXINT / 2);
      return;
    }
  signet_seen_rows_measure_width (self->rows, minimum, natural);
}

static void
signet_long_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  if (signet_seen_rows_set_size (self->rows, width, height))
    queue_fill (self);
  signet_seen_rows_allocate (self->rows);
  adjust (self);
}

static void
signet_long_list_map (GtkWidget *widget)
{
  SignetLongList *self = SIGNET_LONG_LIST (widget);

  GTK_WIDGET_CLASS (signet_long_list_parent_class)->map (widget);

  fill (self);
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
  signet_seen_rows_free (SIGNET_LONG_LIST (object)->rows);

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
      self->rows = signet_seen_rows_new (GTK_WIDGET (self), g_value_get_gtype (value),
                                         G_CALLBACK (row_activated_cb));
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

  self->lost_focus = GTK_INVALID_LIST_POSITION;
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
  signet_seen_rows_set_model (self->rows, model);
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
  queue_fill (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}
