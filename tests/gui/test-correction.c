/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A wizard in which a platform wants something corrected. */

#include "agent-fixture.h"

#include "app/signet-finding-row.h"
#include "app/signet-wizards.h"

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

/* The owner abroad is to correct its name. */
static gboolean
save_correction (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (SignetCertification)
      certification = make_certification ("abroad", SIGNET_STATUS_NEEDS_CORRECTION);
  g_autoptr (SignetFinding)
      finding = signet_finding_new ("/name", SIGNET_SEVERITY_ERROR, "owner-differs", NULL);
  g_autoptr (SignetPartyRecord) party = NULL;
  g_autoptr (SignetParty) decoded = NULL;
  static const char told[] = "[{\"pointer\":\"/name\",\"severity\":\"error\",\"code\":\"owner-differs\"}]";
  g_autoptr (GBytes) findings = NULL;
  g_autoptr (GBytes) answer = NULL;
  SignetCertificationRecord record = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) "abroad",
    .remote_id = (char *) "abroad",
    .status = (char *) SIGNET_STATUS_NEEDS_CORRECTION,
    .n_findings = 1,
  };

  if (!save_agent_world (tables, data, error))
    return FALSE;
  party = signet_parties_find (tables, "abroad", error);
  decoded = signet_api_party_from_draft (party->body, error);
  g_list_store_append (signet_certification_get_findings (certification), finding);
  answer = encode_answer (signet_api_party_to_answer (decoded, certification));
  record.body = answer;
  findings = g_bytes_new_static (told, strlen (told));
  record.findings = findings;

  return signet_certifications_save (tables, &record, error);
}

static void
set_up_correction (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  complaint_fixture_open_desk (&self->desk, save_correction);
  signet_desk_begin_revision_async (self->desk.desk, NULL, SIGNET_DRAFT_PARTY, "abroad",
                                    SIGNET_DRAFT_PURPOSE_CORRECT, NULL, result_cb, &result);
  wait_until (is_set, &result);
  self->draft = signet_desk_begin_revision_finish (self->desk.desk, result, &error);
  g_assert_no_error (error);
  g_object_unref (result);
  signet_draft_set_page (self->draft, "details");
  open_wizard (self);
}

typedef gboolean (*Match) (GtkWidget *widget, const char *name);

/* Depth first, in the order of the screen, among what can be seen. */
static GtkWidget *
find (GtkWidget *widget, Match match, const char *name)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (match (widget, name))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_entry (GtkWidget *widget, const char *title)
{
  return ADW_IS_ENTRY_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_finding (GtkWidget *widget, const char *name)
{
  return SIGNET_IS_FINDING_ROW (widget);
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

/* Only what the platform wants corrected can be typed in; why stands beside it. */
static void
test_correction (Fixture *self, gconstpointer data)
{
  GtkWidget *name = find (GTK_WIDGET (self->wizard), is_entry, "Name of the organisation");
  GtkWidget *email = find (GTK_WIDGET (self->wizard), is_entry, "E-mail");
  GtkWidget *finding = find (GTK_WIDGET (self->wizard), is_finding, NULL);

  g_assert_true (gtk_widget_is_sensitive (name));
  g_assert_false (gtk_widget_is_sensitive (email));
  g_assert_nonnull (finding);
  g_assert_true (signet_finding_row_get_field (SIGNET_FINDING_ROW (finding)) == name);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* a blinking cursor is never quiet */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/gui/correction", Fixture, NULL, set_up_correction, test_correction, tear_down);

  return g_test_run ();
}
