/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A wizard in which a platform wants something corrected. */

#include "shown-wizard.h"

#include "app/signet-finding-row.h"
#include "app/signet-paper-row.h"
#include "app/signet-secret-row.h"
#include "store/signet-drafts.h"

#define BEFORE "Highland Spice & Tea, Inc."
#define CHANGED "Changed; the reviewer looks at it again after you submit"
#define MINE "Highland Spice & Tea Company, Inc."
#define THEIR_NUMBER "C7654321"
#define THEIRS "Highland Spice & Tea (Delaware), Inc."

#define NAME_AND_TRANSLATION                                                   \
  "{\"pointer\":\"/name\",\"severity\":\"error\",\"code\":\"owner-differs\"}," \
  "{\"pointer\":\"/files\",\"severity\":\"error\",\"code\":\"paper-stale\",\"params\":{\"slot\":\"translation\"}}"
#define FILES_AT_LARGE "{\"pointer\":\"/files\",\"severity\":\"error\",\"code\":\"too-dark\"}"

/* How the owner abroad stands with the platform, which has it under @name and wants corrected what was @told.
 */
static gboolean
save_certification (SignetTables *tables,
                    const char *name,
                    const char *number,
                    const char *told,
                    GBytes **answer,
                    GError **error)
{
  g_autoptr (SignetCertification)
      certification = make_certification ("abroad", SIGNET_STATUS_NEEDS_CORRECTION);
  g_autoptr (SignetFinding)
      finding = signet_finding_new ("/name", SIGNET_SEVERITY_ERROR, "owner-differs", NULL);
  g_autoptr (SignetPartyRecord) party = signet_parties_find (tables, "abroad", error);
  g_autoptr (SignetParty) held = NULL;
  g_autoptr (GBytes) findings = NULL;
  SignetCertificationRecord record = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) "abroad",
    .remote_id = (char *) "abroad",
    .status = (char *) SIGNET_STATUS_NEEDS_CORRECTION,
    .n_findings = 1,
  };

  if (party == NULL)
    return FALSE;
  held = signet_api_party_from_draft (party->body, error);
  if (held == NULL)
    return FALSE;
  g_object_set (held, "name", name, "document-number", number, NULL);
  g_list_store_append (signet_certification_get_findings (certification), finding);
  *answer = encode_answer (signet_api_party_to_answer (held, certification));
  record.body = *answer;
  findings = g_bytes_new_static (told, strlen (told));
  record.findings = findings;

  return signet_certifications_save (tables, &record, error);
}

/* The owner abroad is to correct its name. */
static gboolean
save_correction (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) answer = NULL;

  return save_agent_world (tables, data, error) &&
         save_certification (tables, BEFORE, "C1234567", "[" NAME_AND_TRANSLATION "]", &answer, error);
}

/* Its papers, too, as they are. */
static gboolean
save_correction_of_papers (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) answer = NULL;

  return save_agent_world (tables, data, error) &&
         save_certification (tables, BEFORE, "C1234567", "[" NAME_AND_TRANSLATION "," FILES_AT_LARGE "]",
                             &answer, error);
}

/* It was corrected here, and meanwhile elsewhere. */
static gboolean
save_conflict (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) base = NULL;
  g_autoptr (GBytes) theirs = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (SignetPartyRecord) party = NULL;
  g_autoptr (SignetParty) mine = NULL;
  SignetDraftRecord draft = {
    .id = (char *) "correction",
    .kind = (char *) SIGNET_KIND_PARTY,
    .principal = (char *) "abroad",
    .account = (char *) "account",
    .subject = (char *) "abroad",
    .purpose = (char *) "correct",
    .title = (char *) MINE,
    .page = (char *) "review",
    .created_at = 1,
    .updated_at = 1,
  };

  if (!save_agent_world (tables, data, error) ||
      !save_certification (tables, BEFORE, "C1234567", "[" NAME_AND_TRANSLATION "]", &base, error) ||
      !save_certification (tables, THEIRS, THEIR_NUMBER, "[" NAME_AND_TRANSLATION "]", &theirs, error))
    return FALSE;
  party = signet_parties_find (tables, "abroad", error);
  mine = signet_api_party_from_draft (party->body, error);
  g_object_set (mine, "name", MINE, NULL);
  body = signet_api_party_to_draft (mine);
  draft.base = base;
  draft.body = body;

  return signet_drafts_save (tables, &draft, error);
}

static void
open_correction (Fixture *self, SignetStoreWrite world)
{
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  complaint_fixture_open_desk (&self->desk, world);
  signet_desk_begin_revision_async (self->desk.desk, NULL, SIGNET_DRAFT_PARTY, "abroad",
                                    SIGNET_DRAFT_PURPOSE_CORRECT, NULL, result_cb, &result);
  wait_until (is_set, &result);
  self->draft = signet_desk_begin_revision_finish (self->desk.desk, result, &error);
  g_assert_no_error (error);
  g_object_unref (result);
}

static void
set_up_correction (Fixture *self, gconstpointer data)
{
  open_correction (self, save_correction);
  open_wizard (self);
}

static void
set_up_papers (Fixture *self, gconstpointer data)
{
  open_correction (self, save_correction_of_papers);
  open_wizard (self);
}

static void
set_up_conflict (Fixture *self, gconstpointer data)
{
  open_correction (self, save_conflict);
  open_wizard (self);
}

static gboolean
is_property (GtkWidget *widget, gconstpointer text)
{
  return ADW_IS_ACTION_ROW (widget) &&
         g_strcmp0 (adw_action_row_get_subtitle (ADW_ACTION_ROW (widget)), text) == 0;
}

static gboolean
begins (GtkWidget *widget, gconstpointer start)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (widget)), start);
}

/* It opens where there is something to correct, and one can go back to what comes before. Only what the
 * platform wants corrected can be typed in; why stands beside it. */
static void
test_correction (Fixture *self, gconstpointer data)
{
  GtkWidget *name = find (GTK_WIDGET (self->wizard), is_entry, "Name of the organisation");
  GtkWidget *email = find (GTK_WIDGET (self->wizard), is_entry, "E-mail");
  GtkWidget *finding = find_type (GTK_WIDGET (self->wizard), SIGNET_TYPE_FINDING_ROW);
  GtkWidget *number = find_type (GTK_WIDGET (self->wizard), SIGNET_TYPE_SECRET_ROW);

  /* a number that is locked can be looked at, once asked for */
  g_assert_nonnull (number);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (number)));
  g_assert_false (gtk_text_get_visibility (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (number)))));
  g_assert_true (gtk_widget_is_sensitive (number));
  g_assert_true (gtk_widget_is_sensitive (name));
  g_assert_false (gtk_widget_is_sensitive (email));
  g_assert_nonnull (finding);
  g_assert_true (signet_finding_row_get_field (SIGNET_FINDING_ROW (finding)) == name);
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
  gtk_widget_activate_action (GTK_WIDGET (self->wizard), "wizard.back", NULL);
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "kind");
}

static gboolean
is_reveal (GtkWidget *widget, gconstpointer value)
{
  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Show the Number") == 0 &&
         find (gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW), is_property, value) != NULL;
}

/* Who looks over the shoulder reads no document's number, unless one shows it. */
static void
test_secret (Fixture *self, gconstpointer data)
{
  GtkWidget *wizard = GTK_WIDGET (self->wizard);
  GtkWidget *reveal = find (wizard, is_reveal, "••••4321");

  g_assert_null (find (wizard, is_property, "C1234567"));
  g_assert_null (find (wizard, is_property, THEIR_NUMBER));
  g_assert_nonnull (find (wizard, is_property, "••••4567"));
  g_assert_nonnull (reveal);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (reveal), TRUE);
  g_assert_nonnull (find (wizard, is_property, THEIR_NUMBER));
  g_assert_null (find (wizard, is_property, "C1234567"));
}

/* Wherever it was left, it opens where both stand, by whose they are; what is taken over stands in the draft,
 * and nothing is left to decide. */
static void
test_conflict (Fixture *self, gconstpointer data)
{
  GtkWidget *wizard = GTK_WIDGET (self->wizard);
  GtkWidget *mine = find (wizard, is_property, MINE);
  GtkWidget *theirs = find (wizard, is_property, THEIRS);
  GtkWidget *take = find (wizard, is_button, "Take the Platform’s");

  g_assert_nonnull (mine);
  g_assert_nonnull (theirs);
  g_assert_nonnull (take);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (mine)), ==, "On this computer");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (theirs)), ==, "On the platform");
  g_assert_null (find (wizard, is_property, BEFORE));
  g_assert_null (find (wizard, begins, "Nothing is left to decide"));

  g_signal_emit_by_name (take, "clicked");
  settle ();
  g_assert_cmpstr (signet_party_get_name (signet_draft_get_party (self->draft)), ==, THEIRS);
  g_assert_null (find (wizard, begins, "Nothing is left to decide"));
  g_signal_emit_by_name (find (wizard, is_button, "Take the Platform’s"), "clicked");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (signet_draft_get_conflicts (self->draft)), ==, 0);
  g_assert_null (find (wizard, is_property, MINE));
  g_assert_null (find (wizard, is_button, "Take the Platform’s"));
  g_assert_nonnull (find (wizard, begins, "Nothing is left to decide"));
}

static void
assert_asked (Fixture *self, guint position, const char *code)
{
  g_autoptr (SignetFinding) finding = g_list_model_get_item (signet_draft_get_asked (self->draft), position);

  g_assert_cmpstr (signet_finding_get_code (finding), ==, code);
}

/* What was changed is no error any more and says who looks at it next; as it was, it is one again. */
static void
test_changed (Fixture *self, gconstpointer data)
{
  GtkWidget *wizard = GTK_WIDGET (self->wizard);
  GtkWidget *name = find (wizard, is_entry, "Name of the organisation");
  g_autofree char *sha256 = g_strnfill (64, '0');
  g_autoptr (SignetEvidence)
      paper = signet_evidence_new ("translation", "translation.pdf", "application/pdf", sha256, 1, NULL);

  g_assert_true (gtk_widget_has_css_class (name, "error"));
  g_assert_null (find (wizard, begins, CHANGED));
  gtk_editable_set_text (GTK_EDITABLE (name), MINE);
  settle ();
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_nonnull (find (wizard, begins, CHANGED));
  g_assert_nonnull (find (wizard, begins, "The reviewer found: Differs from your certified identity"));
  assert_asked (self, 1, "paper-stale");
  g_list_store_append (signet_party_get_evidence (signet_draft_get_party (self->draft)), paper);
  settle ();
  assert_asked (self, 1, "changed");

  gtk_editable_set_text (GTK_EDITABLE (name), BEFORE);
  settle ();
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  g_assert_null (find (wizard, begins, CHANGED));
  assert_asked (self, 1, "changed");
}

static gboolean
is_named (GtkWidget *widget, gconstpointer tooltip)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0;
}

static gboolean
is_paper (GtkWidget *widget, gconstpointer title)
{
  return SIGNET_IS_PAPER_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

/* A paper the platform doesn't want anew can be looked at and nothing else; the one it wants is chosen. */
static void
test_papers (Fixture *self, gconstpointer data)
{
  GtkWidget *wizard = GTK_WIDGET (self->wizard);
  g_autofree char *sha256 = g_strnfill (64, '0');
  g_autoptr (SignetEvidence)
      paper = signet_evidence_new ("existence_proof", "existence.pdf", "application/pdf", sha256, 1, NULL);
  GtkWidget *row, *missing, *asked;

  g_list_store_append (signet_party_get_evidence (signet_draft_get_party (self->draft)), paper);
  gtk_widget_activate_action (wizard, "wizard.next", NULL);
  settle ();
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");

  row = find (wizard, is_paper, "Proof of existence");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "existence.pdf"));
  g_assert_true (gtk_widget_is_sensitive (find (row, is_named, "Look at It")));
  g_assert_null (find (row, is_named, "Remove"));
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_widget_activate_action (row, "paper.watermark", NULL);
  g_assert_false (signet_paper_row_get_busy (SIGNET_PAPER_ROW (row)));

  missing = find (wizard, is_paper, "Apostille or consular legalisation");
  g_assert_false (gtk_widget_is_sensitive (missing));
  asked = find (wizard, is_paper, "Chinese translation");
  g_assert_true (gtk_widget_is_sensitive (asked));
}

/* What is of no paper there is a row for stands above all of them. */
static void
test_papers_at_large (Fixture *self, gconstpointer data)
{
  GtkWidget *wizard = GTK_WIDGET (self->wizard);

  g_assert_null (find (wizard, is_label, "Something isn’t right here (too-dark)"));
  signet_draft_set_page (self->draft, "papers");
  close_wizard (self);
  open_wizard (self);
  wizard = GTK_WIDGET (self->wizard);
  if (g_strcmp0 (signet_draft_get_page (self->draft), "papers") != 0)
    gtk_widget_activate_action (wizard, "wizard.next", NULL);
  settle ();
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");
  g_assert_cmpuint (count (wizard, is_label, "Something isn’t right here (too-dark)"), ==, 1);
  g_assert_cmpuint (count (wizard, is_label, "The paper is out of date"), ==, 1);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/gui/correction/open", Fixture, NULL, set_up_correction, test_correction, tear_down);
  g_test_add ("/gui/correction/changed", Fixture, NULL, set_up_correction, test_changed, tear_down);
  g_test_add ("/gui/correction/conflict", Fixture, NULL, set_up_conflict, test_conflict, tear_down);
  g_test_add ("/gui/correction/secret", Fixture, NULL, set_up_conflict, test_secret, tear_down);
  g_test_add ("/gui/correction/papers-at-large", Fixture, NULL, set_up_papers, test_papers_at_large,
              tear_down);
  g_test_add ("/gui/correction/papers", Fixture, NULL, set_up_correction, test_papers, tear_down);

  return g_test_run ();
}
