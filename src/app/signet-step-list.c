/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-step-list.h"

#include <glib/gi18n.h>

#include "app/signet-step-row.h"

/*
 * The steps of a wizard under each other: which are done, and what came of them, which one it is, which are
 * to come. Steps that don't apply to the draft are hidden.
 *
 * Signal "step-activated" (guint step): the person wants to go back to a step that is done.
 */

struct _SignetStepList
{
  AdwBin parent_instance;

  GtkListBox *list;

  SignetWizardRoute *route;
  guint current;
};

G_DEFINE_FINAL_TYPE (SignetStepList, signet_step_list, ADW_TYPE_BIN)

enum
{
  STEP_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_step (SignetStepList *self, guint step)
{
  SignetStepRow *row = SIGNET_STEP_ROW (gtk_list_box_get_row_at_index (self->list, (int) step));
  SignetStepState state = step < self->current    ? SIGNET_STEP_DONE
                          : step == self->current ? SIGNET_STEP_CURRENT
                                                  : SIGNET_STEP_LATER;
  gboolean shown = signet_wizard_route_applies (self->route, step);
  gboolean done = shown && state == SIGNET_STEP_DONE;
  g_autofree char *result = done ? signet_wizard_route_describe_result (self->route, step) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), shown);
  signet_step_row_set (row, signet_wizard_route_get_place (self->route, step, NULL), state, result,
                       done && signet_wizard_route_is_reachable (self->route, step));
}

static void
row_activated_cb (SignetStepList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[STEP_ACTIVATED], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
signet_step_list_dispose (GObject *object)
{
  g_clear_object (&SIGNET_STEP_LIST (object)->route);

  G_OBJECT_CLASS (signet_step_list_parent_class)->dispose (object);
}

static void
signet_step_list_class_init (SignetStepListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_step_list_dispose;

  signals[STEP_ACTIVATED] = g_signal_new ("step-activated", SIGNET_TYPE_STEP_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-step-list.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetStepList, list);
}

static void
signet_step_list_init (SignetStepList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

/**
 * signet_step_list_set_route:
 * @self: a list
 * @route: the way whose steps it shows; set once
 */
void
signet_step_list_set_route (SignetStepList *self, SignetWizardRoute *route)
{
  g_return_if_fail (SIGNET_IS_STEP_LIST (self));
  g_return_if_fail (SIGNET_IS_WIZARD_ROUTE (route) && self->route == NULL);

  self->route = g_object_ref (route);
  for (guint i = 0; i < signet_wizard_route_get_n_steps (route); i++)
    gtk_list_box_append (self->list,
                         signet_step_row_new (_ (signet_wizard_route_get_step (route, i)->title)));
}

/**
 * signet_step_list_set_current:
 * @self: a list
 * @current: the step the person is at
 */
void
signet_step_list_set_current (SignetStepList *self, guint current)
{
  g_return_if_fail (SIGNET_IS_STEP_LIST (self));
  g_return_if_fail (self->route != NULL);

  self->current = current;
  for (guint i = 0; i < signet_wizard_route_get_n_steps (self->route); i++)
    show_step (self, i);
}
