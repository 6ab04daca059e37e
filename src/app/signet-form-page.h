/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_FORM_PAGE (signet_form_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetFormPage, signet_form_page, SIGNET, FORM_PAGE, SignetWizardPage)

/**
 * SignetFormPageClass:
 * @pointers: (array zero-terminated=1): JSON pointers of the fields this page edits; findings under them are
 *   the page's, and an error among them keeps it from being complete
 */
struct _SignetFormPageClass
{
  SignetWizardPageClass parent_class;

  const char *const *pointers;
};

void signet_form_page_set_satisfied (SignetFormPage *self, gboolean satisfied);
gboolean signet_form_page_get_revealed (SignetFormPage *self);
guint signet_form_page_count_findings (SignetFormPage *self, SignetSeverity severity);
GtkWidget *signet_form_page_add_finding (SignetFormPage *self,
                                         AdwPreferencesGroup *group,
                                         GtkWidget *field,
                                         const char *pointer);
gboolean signet_form_page_type_is_open (GType page_type, SignetDraft *draft);

G_END_DECLS
