/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-step-marker.h"

#include <glib/gi18n.h>

/*
 * The round sign before a step: a tick when it is done, else its number. Done is accent-tinted, not green:
 * green is a decision of the platform.
 */

struct _SignetStepMarker
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *image;
};

G_DEFINE_FINAL_TYPE (SignetStepMarker, signet_step_marker, GTK_TYPE_WIDGET)

static const char *const state_classes[] = { "done", "current", "later" };

static void
signet_step_marker_dispose (GObject *object)
{
  SignetStepMarker *self = SIGNET_STEP_MARKER (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->image, gtk_widget_unparent);

  G_OBJECT_CLASS (signet_step_marker_parent_class)->dispose (object);
}

static void
signet_step_marker_class_init (SignetStepMarkerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_step_marker_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stepmarker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
signet_step_marker_init (SignetStepMarker *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->label = gtk_label_new ("");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "icon-name", "object-select-symbolic", "halign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));
}

/**
 * signet_step_marker_new:
 *
 * Returns: (transfer floating): a marker without a number
 */
GtkWidget *
signet_step_marker_new (void)
{
  return g_object_new (SIGNET_TYPE_STEP_MARKER, NULL);
}

/**
 * signet_step_marker_set:
 * @self: a marker
 * @number: number of the step, from 1
 * @state: where the person is with it
 */
void
signet_step_marker_set (SignetStepMarker *self, guint number, SignetStepState state)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  const char *const words[] = { C_ ("step", "Done"), C_ ("step", "Current"), C_ ("step", "Later") };

  g_return_if_fail (SIGNET_IS_STEP_MARKER (self));

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->label, state != SIGNET_STEP_DONE);
  gtk_widget_set_visible (self->image, state == SIGNET_STEP_DONE);
  for (guint i = 0; i < G_N_ELEMENTS (state_classes); i++)
    {
      if (i == state)
        gtk_widget_add_css_class (GTK_WIDGET (self), state_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), state_classes[i]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words[state], -1);
}
