/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-time-left.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"

/*
 * How long something is still good for: a ring that empties, and minutes and seconds beside it. Assistive
 * technology hears of it at each minute and near the end, not every second.
 */

#define RING_PIXELS 16
#define RING_WIDTH 3

struct _SignetTimeLeft
{
  GtkWidget parent_instance;

  GtkWidget *ring;
  GtkWidget *label;

  guint seconds;
  guint whole; /* what it began with */
  guint said;  /* what assistive technology was told last */
};

G_DEFINE_FINAL_TYPE (SignetTimeLeft, signet_time_left, GTK_TYPE_WIDGET)

static void
draw_ring (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  SignetTimeLeft *self = user_data;
  double radius = (RING_PIXELS - RING_WIDTH) / 2.0;
  double share = self->whole > 0 ? (double) self->seconds / self->whole : 0;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_set_line_width (cr, RING_WIDTH);
  colour.alpha *= .25;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  colour.alpha *= 4;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, 0, 0, radius, -G_PI_2, -G_PI_2 + 2 * G_PI * share);
  cairo_stroke (cr);
}

/* Each minute, half a minute before the end, and ten seconds before. */
static gboolean
is_worth_saying (SignetTimeLeft *self)
{
  static const guint marks[] = { 30, 10 };

  if (self->said == 0 || self->seconds > self->said || self->said - self->seconds >= 60)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (self->seconds <= marks[i] && self->said > marks[i])
        return TRUE;
    }

  return FALSE;
}

static void
say (SignetTimeLeft *self)
{
  g_autofree char *duration = signet_format_duration (self->seconds);
  /* Translators: of a code; %s is "3:48", and for screen readers "4 minutes" or "30 seconds" */
  g_autofree char *text = g_strdup_printf (_ ("Valid for %s"), duration);

  self->said = self->seconds;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
signet_time_left_dispose (GObject *object)
{
  SignetTimeLeft *self = SIGNET_TIME_LEFT (object);

  g_clear_pointer (&self->ring, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (signet_time_left_parent_class)->dispose (object);
}

static void
signet_time_left_class_init (SignetTimeLeftClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_time_left_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeleft");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
signet_time_left_init (SignetTimeLeft *self)
{
  self->ring = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", RING_PIXELS, "content-height",
                             RING_PIXELS, "valign", GTK_ALIGN_CENTER, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw_ring, self, NULL);
  gtk_widget_add_css_class (self->ring, "ring");
  gtk_widget_set_parent (self->ring, GTK_WIDGET (self));

  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->label, "figures");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * signet_time_left_new:
 *
 * Returns: (transfer floating): nothing left yet
 */
GtkWidget *
signet_time_left_new (void)
{
  return g_object_new (SIGNET_TYPE_TIME_LEFT, NULL);
}

/**
 * signet_time_left_set_seconds:
 * @self: a count-down
 * @seconds: what is left now; more than before begins it anew
 */
void
signet_time_left_set_seconds (SignetTimeLeft *self, guint seconds)
{
  g_autofree char *time = signet_format_countdown (seconds);
  g_autofree char *text = g_strdup_printf (_ ("Valid for %s"), time);

  g_return_if_fail (SIGNET_IS_TIME_LEFT (self));

  if (seconds > self->seconds)
    {
      self->whole = seconds;
      self->said = 0;
    }
  self->seconds = seconds;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  if (is_worth_saying (self))
    say (self);
  gtk_widget_queue_draw (self->ring);
}
