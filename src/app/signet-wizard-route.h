/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"

G_BEGIN_DECLS

/* No step leads there. */
#define SIGNET_WIZARD_ROUTE_NONE G_MAXUINT

/**
 * SignetWizardStep:
 * @name: kept in the draft, so that it opens here again
 * @title: the step's name in the list, marked for translation
 * @page_type: type of its #SignetWizardPage
 * @applies: (nullable): whether the step is part of this draft's way at all
 * @reachable: (nullable): whether one can (still) go there; what is bound for ever is done and closed
 * @result: (nullable): (transfer full): what came of the step, in a word or two
 *
 * One line in a wizard's table. The table is all that knows the order of pages.
 */
typedef struct
{
  const char *name;
  const char *title;
  GType (*page_type) (void);
  gboolean (*applies) (SignetDraft *draft);
  gboolean (*reachable) (SignetDraft *draft);
  char *(*result) (SignetDraft *draft);
} SignetWizardStep;

#define SIGNET_TYPE_WIZARD_ROUTE (signet_wizard_route_get_type ())
G_DECLARE_FINAL_TYPE (SignetWizardRoute, signet_wizard_route, SIGNET, WIZARD_ROUTE, GObject)

SignetWizardRoute *signet_wizard_route_new (SignetDraft *draft, const SignetWizardStep *steps, guint n_steps);
guint signet_wizard_route_get_n_steps (SignetWizardRoute *self);
const SignetWizardStep *signet_wizard_route_get_step (SignetWizardRoute *self, guint step);
char *signet_wizard_route_describe_result (SignetWizardRoute *self, guint step);
gboolean signet_wizard_route_applies (SignetWizardRoute *self, guint step);
gboolean signet_wizard_route_is_reachable (SignetWizardRoute *self, guint step);
guint signet_wizard_route_get_place (SignetWizardRoute *self, guint step, guint *n_places);
guint signet_wizard_route_find (SignetWizardRoute *self, const char *name);
guint signet_wizard_route_find_before (SignetWizardRoute *self, guint step);
guint signet_wizard_route_find_after (SignetWizardRoute *self, guint step);
guint signet_wizard_route_find_start (SignetWizardRoute *self);

G_END_DECLS
