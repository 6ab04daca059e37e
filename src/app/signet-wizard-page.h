/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"
#include "model/signet-finding.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_WIZARD_PAGE (signet_wizard_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetWizardPage, signet_wizard_page, SIGNET, WIZARD_PAGE, AdwBin)

/**
 * SignetWizardPageClass:
 * @shown: the page has come to the front
 * @count_findings: how many findings the person is to be told of; %NULL: none
 * @reveal: Next was refused: shows why; %NULL: nothing to show
 * @point_at: brings what a JSON pointer names to the person's eyes, with the focus on it if it can have it;
 *   %NULL: no pointer names anything here
 * @apply_async: does what Next means on this page; %NULL: nothing to do
 * @apply_finish: its end
 */
struct _SignetWizardPageClass
{
  AdwBinClass parent_class;

  void (*shown) (SignetWizardPage *self);
  guint (*count_findings) (SignetWizardPage *self, SignetSeverity severity);
  void (*reveal) (SignetWizardPage *self);
  void (*point_at) (SignetWizardPage *self, const char *pointer);
  void (*apply_async) (SignetWizardPage *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data);
  gboolean (*apply_finish) (SignetWizardPage *self, GAsyncResult *result, GError **error);
};

SignetDesk *signet_wizard_page_get_desk (SignetWizardPage *self);
SignetDraft *signet_wizard_page_get_draft (SignetWizardPage *self);
const char *signet_wizard_page_get_title (SignetWizardPage *self);
gboolean signet_wizard_page_get_complete (SignetWizardPage *self);
void signet_wizard_page_set_complete (SignetWizardPage *self, gboolean complete);
gboolean signet_wizard_page_get_busy (SignetWizardPage *self);
void signet_wizard_page_set_busy (SignetWizardPage *self, gboolean busy);
void signet_wizard_page_set_status (SignetWizardPage *self, const char *status, const char *detail);
const char *signet_wizard_page_get_status (SignetWizardPage *self);
const char *signet_wizard_page_get_status_detail (SignetWizardPage *self);
void signet_wizard_page_set_blocked (SignetWizardPage *self, const char *reason);
const char *signet_wizard_page_get_blocked (SignetWizardPage *self);
void signet_wizard_page_set_next_label (SignetWizardPage *self, const char *label);
const char *signet_wizard_page_get_next_label (SignetWizardPage *self);
void signet_wizard_page_set_another (SignetWizardPage *self, gboolean another);
gboolean signet_wizard_page_get_another (SignetWizardPage *self);
void signet_wizard_page_set_outcome (SignetWizardPage *self, const char *outcome);
const char *signet_wizard_page_get_outcome (SignetWizardPage *self);
guint signet_wizard_page_count_findings (SignetWizardPage *self, SignetSeverity severity);
void signet_wizard_page_reveal (SignetWizardPage *self);
void signet_wizard_page_advance (SignetWizardPage *self);
void signet_wizard_page_go (SignetWizardPage *self, const char *step, const char *pointer);
void signet_wizard_page_point_at (SignetWizardPage *self, const char *pointer);
void signet_wizard_page_shown (SignetWizardPage *self);
void signet_wizard_page_apply_async (SignetWizardPage *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean signet_wizard_page_apply_finish (SignetWizardPage *self, GAsyncResult *result, GError **error);

G_END_DECLS
