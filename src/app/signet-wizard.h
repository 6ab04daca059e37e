/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

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

#define SIGNET_TYPE_WIZARD (signet_wizard_get_type ())
G_DECLARE_FINAL_TYPE (SignetWizard, signet_wizard, SIGNET, WIZARD, AdwWindow)

SignetWizard *signet_wizard_new (SignetDesk *desk,
                                 SignetDraft *draft,
                                 const char *title,
                                 const SignetWizardStep *steps,
                                 guint n_steps);
SignetDraft *signet_wizard_get_draft (SignetWizard *self);

G_END_DECLS
