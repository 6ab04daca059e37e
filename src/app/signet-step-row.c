/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-step-row.h"

/*
 * One step in a wizard's list: marker, title and, once it is done, what came of it.
 */

struct _SignetStepRow
{
  GtkListBoxRow parent_instance;

  SignetStepMarker *marker;
  GtkLabel *title;
  GtkLabel *result;
};

G_DEFINE_FINAL_TYPE (SignetStepRow, signet_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
signet_step_row_class_init (SignetStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SIGNET_TYPE_STEP_MARKER);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetStepRow, marker);
  gtk_widget_class_bind_template_child (widget_class, SignetStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, SignetStepRow, result);
}

static void
signet_step_row_init (SignetStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_step_row_new:
 * @title: the step's name, translated
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
signet_step_row_new (const char *title)
{
  SignetStepRow *self = g_object_new (SIGNET_TYPE_STEP_ROW, NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * signet_step_row_set:
 * @self: a row
 * @number: its number, from 1
 * @state: where the person is with it
 * @result: (nullable): what came of it, shown once it is done
 * @reachable: whether a click goes there
 */
void
signet_step_row_set (SignetStepRow *self,
                     guint number,
                     SignetStepState state,
                     const char *result,
                     gboolean reachable)
{
  static const char *const classes[] = { "done", "current", "later" };
  gboolean has_result = state == SIGNET_STEP_DONE && result != NULL && *result != '\0';

  g_return_if_fail (SIGNET_IS_STEP_ROW (self));

  signet_step_marker_set (self->marker, number, state);
  gtk_label_set_label (self->result, has_result ? result : "");
  gtk_widget_set_visible (GTK_WIDGET (self->result), has_result);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), reachable);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (i == state)
        gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
    }
}
