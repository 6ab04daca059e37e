/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "agent-fixture.h"
#include "find-widget.h"

#include "app/signet-wizards.h"

/* A draft in its wizard. */

typedef struct
{
  ComplaintFixture desk;
  SignetDraft *draft;
  SignetWizard *wizard;
} Fixture;

static void
open_wizard (Fixture *self)
{
  self->wizard = signet_wizards_new (self->desk.desk, self->draft);
  gtk_window_present (GTK_WINDOW (self->wizard));
  settle ();
}

static void
close_wizard (Fixture *self)
{
  g_object_ref (self->wizard);
  gtk_window_close (GTK_WINDOW (self->wizard));
  settle ();
  g_assert_finalize_object (self->wizard);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  close_wizard (self);
  g_clear_object (&self->draft);
  complaint_fixture_tear_down (&self->desk, NULL);
}
