/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_WIZARD_LAUNCHER (signet_wizard_launcher_get_type ())
G_DECLARE_FINAL_TYPE (SignetWizardLauncher, signet_wizard_launcher, SIGNET, WIZARD_LAUNCHER, GObject)

SignetWizardLauncher *signet_wizard_launcher_new (GtkWindow *window, SignetDesk *desk);
SignetDesk *signet_wizard_launcher_get_desk (SignetWizardLauncher *self);
void signet_wizard_launcher_begin (SignetWizardLauncher *self, SignetDraftKind kind, const char *subject);
void signet_wizard_launcher_begin_other (SignetWizardLauncher *self, const char *role);
void signet_wizard_launcher_revise (SignetWizardLauncher *self,
                                    SignetAccount *account,
                                    SignetDraftKind kind,
                                    const char *subject,
                                    SignetDraftPurpose purpose);
void signet_wizard_launcher_copy (SignetWizardLauncher *self, SignetDraftKind kind, const char *subject);
void signet_wizard_launcher_open (SignetWizardLauncher *self, const char *id);
void signet_wizard_launcher_resume (SignetWizardLauncher *self, SignetDraftKind kind);
void signet_wizard_launcher_drop (SignetWizardLauncher *self, SignetAccount *account);

G_END_DECLS
