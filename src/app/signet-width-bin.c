/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-width-bin.h"

/*
 * Holds one child and says whether there is little width for it: what libadwaita 1.4 does with breakpoints.
 * Templates bind "visible" of what stands inside to SignetWidthBin:narrow and "orientation" of a box to
 * SignetWidthBin:orientation (side by side, or one under the other).
 *
 * The threshold is in pixels at the ordinary text size and grows with the person's, since a page that folds
 * at 600 px has to fold at 1200 px when the text is twice as large.
 *
 * While wide it asks for no more than LEAST width, whatever its child needs, so that the window can be made
 * small at all; the child changes its layout in the frame after.
 */

#define LEAST 294

struct _SignetWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int threshold;
  gboolean narrow;
  guint tick;
};

static void signet_width_bin_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetWidthBin,
                               signet_width_bin,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, signet_width_bin_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_NARROW,
  PROP_ORIENTATION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
change_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  SignetWidthBin *self = SIGNET_WIDTH_BIN (widget);

  self->tick = 0;
  self->narrow = !self->narrow;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORIENTATION]);
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

static void
signet_width_bin_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SignetWidthBin *self = SIGNET_WIDTH_BIN (widget);
  int child_minimum_width, child_natural_width;

  if (self->child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
      if (!self->narrow)
        *minimum = MIN (*minimum, LEAST);
      return;
    }

  /* With no width given a box of GTK 4.8 adds its children up in another way than with one, and comes out a
   * pixel lower where their baselines differ: the least height is that at the width it likes best. */
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum_width, &child_natural_width,
                      NULL, NULL);
  gtk_widget_measure (self->child, orientation,
                      for_size < 0 ? child_natural_width : MAX (for_size, child_minimum_width), minimum,
                      natural, NULL, NULL);
}

static void
signet_width_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SignetWidthBin *self = SIGNET_WIDTH_BIN (widget);
  gboolean narrow = width < self->threshold * signet_width_bin_get_text_scale (widget);
  int minimum_width = 0, minimum_height = 0;

  /* Nothing may change its size while sizes are handed out: the change waits for the next frame. */
  if (narrow != self->narrow && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, change_cb, NULL, NULL);
  else if (narrow == self->narrow && self->tick != 0)
    {
      gtk_widget_remove_tick_callback (widget, self->tick);
      self->tick = 0;
    }

  if (self->child == NULL)
    return;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width), &minimum_height,
                      NULL, NULL, NULL);
  gtk_widget_allocate (self->child, MAX (width, minimum_width), MAX (height, minimum_height), baseline, NULL);
}

static GtkSizeRequestMode
signet_width_bin_get_request_mode (GtkWidget *widget)
{
  SignetWidthBin *self = SIGNET_WIDTH_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
signet_width_bin_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (GTK_IS_WIDGET (child))
    signet_width_bin_set_child (SIGNET_WIDTH_BIN (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
signet_width_bin_dispose (GObject *object)
{
  g_clear_pointer (&SIGNET_WIDTH_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (signet_width_bin_parent_class)->dispose (object);
}

static void
signet_width_bin_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetWidthBin *self = SIGNET_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_THRESHOLD:
      g_value_set_int (value, self->threshold);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_ORIENTATION:
      g_value_set_enum (value, self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_width_bin_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetWidthBin *self = SIGNET_WIDTH_BIN (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      signet_width_bin_set_child (self, g_value_get_object (value));
      break;
    case PROP_THRESHOLD:
      self->threshold = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_width_bin_class_init (SignetWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_width_bin_dispose;
  object_class->get_property = signet_width_bin_get_property;
  object_class->set_property = signet_width_bin_set_property;
  widget_class->measure = signet_width_bin_measure;
  widget_class->size_allocate = signet_width_bin_size_allocate;
  widget_class->get_request_mode = signet_width_bin_get_request_mode;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_THRESHOLD] = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 600,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORIENTATION] = g_param_spec_enum ("orientation", NULL, NULL, GTK_TYPE_ORIENTATION,
                                                    GTK_ORIENTATION_HORIZONTAL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_width_bin_init (SignetWidthBin *self)
{
  self->threshold = 600;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
signet_width_bin_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = signet_width_bin_add_child;
}

/**
 * signet_width_bin_new:
 *
 * Returns: (transfer floating): an empty bin that folds under 600 px
 */
GtkWidget *
signet_width_bin_new (void)
{
  return g_object_new (SIGNET_TYPE_WIDTH_BIN, NULL);
}

/**
 * signet_width_bin_get_child:
 * @self: a bin
 *
 * Returns: (nullable) (transfer none): its child
 */
GtkWidget *
signet_width_bin_get_child (SignetWidthBin *self)
{
  g_return_val_if_fail (SIGNET_IS_WIDTH_BIN (self), NULL);

  return self->child;
}

/**
 * signet_width_bin_set_child:
 * @self: a bin
 * @child: (nullable): what it holds from now on
 */
void
signet_width_bin_set_child (SignetWidthBin *self, GtkWidget *child)
{
  g_return_if_fail (SIGNET_IS_WIDTH_BIN (self));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * signet_width_bin_get_narrow:
 * @self: a bin
 *
 * Returns: whether there is less width than its threshold
 */
gboolean
signet_width_bin_get_narrow (SignetWidthBin *self)
{
  g_return_val_if_fail (SIGNET_IS_WIDTH_BIN (self), FALSE);

  return self->narrow;
}

/**
 * signet_width_bin_get_text_scale:
 * @widget: any widget
 *
 * For whatever is given in pixels at the ordinary text size.
 *
 * Returns: how large text is, 1 being ordinary
 */
double
signet_width_bin_get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  /* in 1024ths of a dot per inch; 96 is ordinary, and the setting holds both screen and person's choice */
  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1.0;
}
