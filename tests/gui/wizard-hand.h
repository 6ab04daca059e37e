/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "shown-wizard.h"

#include "app/signet-choice-row.h"
#include "app/signet-wizard-page.h"

/* What a person does in a wizard and sees of it. */

G_GNUC_UNUSED static void
set_up (Fixture *self, gconstpointer kind)
{
  complaint_fixture_set_up (&self->desk, NULL);
  self->draft = complaint_fixture_begin (&self->desk, (SignetDraftKind) GPOINTER_TO_INT (kind), NULL);
  open_wizard (self);
}

/* As @set_up, for an agent with principals. */
G_GNUC_UNUSED static void
set_up_agent (Fixture *self, gconstpointer kind)
{
  complaint_fixture_open_desk (&self->desk, save_agent_world);
  self->draft = complaint_fixture_begin (&self->desk, (SignetDraftKind) GPOINTER_TO_INT (kind), NULL);
  open_wizard (self);
}

G_GNUC_UNUSED static gboolean
is_choice (GtkWidget *widget, gconstpointer value)
{
  return SIGNET_IS_CHOICE_ROW (widget) &&
         g_str_equal (signet_choice_row_get_value (SIGNET_CHOICE_ROW (widget)), value);
}

G_GNUC_UNUSED static gboolean
is_page (GtkWidget *widget, gconstpointer name)
{
  return SIGNET_IS_WIZARD_PAGE (widget);
}

G_GNUC_UNUSED static gboolean
says (Fixture *self, const char *text)
{
  return find (GTK_WIDGET (self->wizard), is_label, text) != NULL;
}

G_GNUC_UNUSED static SignetWizardPage *
get_page (Fixture *self)
{
  GtkWidget *page = find (GTK_WIDGET (self->wizard), is_page, NULL);

  g_assert_nonnull (page);

  return SIGNET_WIZARD_PAGE (page);
}

G_GNUC_UNUSED static void
type_into (Fixture *self, const char *title, const char *text)
{
  GtkWidget *entry = find (GTK_WIDGET (self->wizard), is_entry, title);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  settle ();
}

G_GNUC_UNUSED static void
press (Fixture *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->wizard), action, NULL);
  settle ();
}
