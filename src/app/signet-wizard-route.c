/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizard-route.h"

#include "app/signet-form-page.h"

/*
 * The way one draft takes through a wizard's table: which steps are part of it, where Back and Next lead, and
 * where it is taken up again. It asks the table anew each time, since what the person does on one page can
 * open or close others. Belongs to the wizard.
 */

struct _SignetWizardRoute
{
  GObject parent_instance;

  SignetDraft *draft;
  const SignetWizardStep *steps;
  guint n_steps;
};

G_DEFINE_FINAL_TYPE (SignetWizardRoute, signet_wizard_route, G_TYPE_OBJECT)

static void
signet_wizard_route_dispose (GObject *object)
{
  g_clear_object (&SIGNET_WIZARD_ROUTE (object)->draft);

  G_OBJECT_CLASS (signet_wizard_route_parent_class)->dispose (object);
}

static void
signet_wizard_route_class_init (SignetWizardRouteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_wizard_route_dispose;
}

static void
signet_wizard_route_init (SignetWizardRoute *self)
{
}

/**
 * signet_wizard_route_new:
 * @draft: what the wizard edits
 * @steps: (array length=n_steps): the table of pages; static
 * @n_steps: its length
 *
 * Returns: (transfer full): the way of this draft
 */
SignetWizardRoute *
signet_wizard_route_new (SignetDraft *draft, const SignetWizardStep *steps, guint n_steps)
{
  SignetWizardRoute *self;

  g_return_val_if_fail (SIGNET_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (n_steps > 0, NULL);

  self = g_object_new (SIGNET_TYPE_WIZARD_ROUTE, NULL);
  self->draft = g_object_ref (draft);
  self->steps = steps;
  self->n_steps = n_steps;

  return self;
}

/**
 * signet_wizard_route_get_n_steps:
 * @self: a route
 *
 * Returns: how many steps the table has, those that don't apply among them
 */
guint
signet_wizard_route_get_n_steps (SignetWizardRoute *self)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), 0);

  return self->n_steps;
}

/**
 * signet_wizard_route_get_step:
 * @self: a route
 * @step: place in the table, from 0
 *
 * Returns: (transfer none): the table's line
 */
const SignetWizardStep *
signet_wizard_route_get_step (SignetWizardRoute *self, guint step)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), NULL);
  g_return_val_if_fail (step < self->n_steps, NULL);

  return &self->steps[step];
}

/**
 * signet_wizard_route_describe_result:
 * @self: a route
 * @step: place in the table
 *
 * Returns: (transfer full) (nullable): what came of the step, in a word or two
 */
char *
signet_wizard_route_describe_result (SignetWizardRoute *self, guint step)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), NULL);
  g_return_val_if_fail (step < self->n_steps, NULL);

  return self->steps[step].result != NULL ? self->steps[step].result (self->draft) : NULL;
}

/**
 * signet_wizard_route_applies:
 * @self: a route
 * @step: place in the table
 *
 * Returns: whether the step is part of this draft's way, now
 */
gboolean
signet_wizard_route_applies (SignetWizardRoute *self, guint step)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), FALSE);
  g_return_val_if_fail (step < self->n_steps, FALSE);

  return self->steps[step].applies == NULL || self->steps[step].applies (self->draft);
}

/**
 * signet_wizard_route_is_reachable:
 * @self: a route
 * @step: place in the table
 *
 * Returns: whether the person can go there now
 */
gboolean
signet_wizard_route_is_reachable (SignetWizardRoute *self, guint step)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), FALSE);
  g_return_val_if_fail (step < self->n_steps, FALSE);

  return signet_wizard_route_applies (self, step) &&
         (self->steps[step].reachable == NULL || self->steps[step].reachable (self->draft));
}

/**
 * signet_wizard_route_get_place:
 * @self: a route
 * @step: place in the table
 * @n_places: (out) (optional): how many steps apply
 *
 * Returns: the how manieth of the steps that apply this is, from 1: what the person counts
 */
guint
signet_wizard_route_get_place (SignetWizardRoute *self, guint step, guint *n_places)
{
  guint place = 0, count = 0;

  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), 0);
  g_return_val_if_fail (step < self->n_steps, 0);

  for (guint i = 0; i < self->n_steps; i++)
    {
      count += signet_wizard_route_applies (self, i) ? 1 : 0;
      if (i == step)
        place = count;
    }
  if (n_places != NULL)
    *n_places = count;

  return place;
}

/**
 * signet_wizard_route_find:
 * @self: a route
 * @name: (nullable): name of a step
 *
 * Returns: its place in the table, or %SIGNET_WIZARD_ROUTE_NONE
 */
guint
signet_wizard_route_find (SignetWizardRoute *self, const char *name)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), SIGNET_WIZARD_ROUTE_NONE);

  for (guint i = 0; i < self->n_steps; i++)
    {
      if (g_strcmp0 (self->steps[i].name, name) == 0)
        return i;
    }

  return SIGNET_WIZARD_ROUTE_NONE;
}

/**
 * signet_wizard_route_find_before:
 * @self: a route
 * @step: place in the table
 *
 * Returns: where Back leads, or %SIGNET_WIZARD_ROUTE_NONE
 */
guint
signet_wizard_route_find_before (SignetWizardRoute *self, guint step)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), SIGNET_WIZARD_ROUTE_NONE);
  g_return_val_if_fail (step < self->n_steps, SIGNET_WIZARD_ROUTE_NONE);

  for (guint i = step; i > 0; i--)
    {
      if (signet_wizard_route_is_reachable (self, i - 1))
        return i - 1;
    }

  return SIGNET_WIZARD_ROUTE_NONE;
}

/**
 * signet_wizard_route_find_after:
 * @self: a route
 * @step: place in the table
 *
 * Returns: where Next leads, or %SIGNET_WIZARD_ROUTE_NONE: it was the last one
 */
guint
signet_wizard_route_find_after (SignetWizardRoute *self, guint step)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), SIGNET_WIZARD_ROUTE_NONE);
  g_return_val_if_fail (step < self->n_steps, SIGNET_WIZARD_ROUTE_NONE);

  for (guint i = step + 1; i < self->n_steps; i++)
    {
      if (signet_wizard_route_is_reachable (self, i))
        return i;
    }

  return SIGNET_WIZARD_ROUTE_NONE;
}

/* A correction is about a few fields, and what comes before them is locked. */
static guint
find_first_open (SignetWizardRoute *self)
{
  if (signet_draft_get_purpose (self->draft) != SIGNET_DRAFT_PURPOSE_CORRECT)
    return 0;

  for (guint i = 0; i < self->n_steps; i++)
    {
      if (signet_wizard_route_is_reachable (self, i) &&
          signet_form_page_type_is_open (self->steps[i].page_type (), self->draft))
        return i;
    }

  return 0;
}

/**
 * signet_wizard_route_find_start:
 * @self: a route
 *
 * Returns: where the person left the draft, or the nearest step that can still be reached; the first one of a
 * new draft, and of a new correction the first one with something to correct; %SIGNET_WIZARD_ROUTE_NONE if
 * none can be reached at all
 */
guint
signet_wizard_route_find_start (SignetWizardRoute *self)
{
  guint left, nearest;

  g_return_val_if_fail (SIGNET_IS_WIZARD_ROUTE (self), SIGNET_WIZARD_ROUTE_NONE);

  left = signet_wizard_route_find (self, signet_draft_get_page (self->draft));
  if (left == SIGNET_WIZARD_ROUTE_NONE)
    left = find_first_open (self);
  if (signet_wizard_route_is_reachable (self, left))
    return left;

  nearest = signet_wizard_route_find_after (self, left);

  return nearest != SIGNET_WIZARD_ROUTE_NONE ? nearest : signet_wizard_route_find_before (self, left);
}
