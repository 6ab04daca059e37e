/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the wizards ask of each kind of party and right, and what becomes of what was typed when another is
 * chosen. */

#include "wizard-hand.h"

#include "app/signet-country-row.h"

/* Parties */

static void
choose_party_kind (Fixture *self, const char *kind)
{
  if (g_strcmp0 (signet_draft_get_page (self->draft), "details") == 0)
    press (self, "wizard.back");
  signet_party_set_kind (signet_draft_get_party (self->draft), kind);
  settle ();
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
}

/* What a kind of party doesn't have isn't shown, and is there again with the kind that has it. */
static void
test_party_kinds (Fixture *self, gconstpointer data)
{
  GtkWidget *wizard = GTK_WIDGET (self->wizard);
  GtkWidget *foreign = find (wizard, is_choice, SIGNET_PARTY_KIND_FOREIGN_PERSON);

  /* a card does instead of the passport, not beside it */
  g_assert_cmpstr (
      adw_action_row_get_subtitle (ADW_ACTION_ROW (foreign)), ==,
      "Passport, page with the photograph\n"
      "or Permanent resident card, side with the photograph · Permanent resident card, other side");

  choose_party_kind (self, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  g_assert_null (find (wizard, is_entry, "Legal representative"));
  g_assert_null (find (wizard, is_entry, "Name in another script"));
  type_into (self, "Resident ID number", "11010519491231002X");

  choose_party_kind (self, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  g_assert_cmpstr (
      gtk_editable_get_text (GTK_EDITABLE (find (wizard, is_entry, "Unified social credit code"))), ==, "");
  type_into (self, "Unified social credit code", "91510100MA6CX8B276");
  type_into (self, "Legal representative", "王小蜀");

  choose_party_kind (self, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  g_assert_null (find (wizard, is_entry, "Legal representative"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (wizard, is_entry, "Resident ID number"))), ==,
                   "11010519491231002X");
  g_assert_cmpstr (signet_party_get_legal_representative (signet_draft_get_party (self->draft)), ==, "");

  choose_party_kind (self, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (wizard, is_entry, "Legal representative"))), ==,
                   "王小蜀");
}

/* Rights */

static gboolean
is_combo (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_COMBO_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
has_entry (Fixture *self, const char *title)
{
  return find (GTK_WIDGET (self->wizard), is_entry, title) != NULL;
}

static void
open_details (Fixture *self, const char *kind)
{
  SignetRight *right = signet_draft_get_right (self->draft);

  if (g_strcmp0 (signet_draft_get_page (self->draft), "details") == 0)
    press (self, "wizard.back");
  signet_right_set_kind (right, kind);
  settle ();
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
}

static gboolean
is_country (GtkWidget *widget, gconstpointer name)
{
  return SIGNET_IS_COUNTRY_ROW (widget);
}

/* Each kind has the fields of its rule set, and what is typed is the right's. */
static void
test_right_kinds (Fixture *self, gconstpointer data)
{
  SignetRight *right = signet_draft_get_right (self->draft);
  GtkWidget *row;

  open_details (self, SIGNET_RIGHT_KIND_DESIGN);
  g_assert_true (says (self, "Patent Details"));
  g_assert_false (has_entry (self, "Registered on"));
  g_assert_false (has_entry (self, "Class"));
  type_into (self, "Patent number", "201730033448.8");
  type_into (self, "Title of the design", "茶罐");
  type_into (self, "Patentee", "杭州青云茶叶有限公司");
  type_into (self, "Filed on", "2021-06-01");
  g_assert_cmpstr (signet_right_get_filed_on (right), ==, "2021-06-01");

  /* the term: said, filled in by one press, and compared with what stands there */
  g_assert_true (says (self, "Computed: 31 May 2036"));
  row = find (GTK_WIDGET (self->wizard), is_button, "Fill In");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "clicked");
  settle ();
  g_assert_cmpstr (signet_right_get_valid_until (right), ==, "2036-05-31");
  g_assert_null (find (GTK_WIDGET (self->wizard), is_button, "Fill In"));
  g_assert_cmpuint (signet_wizard_page_count_findings (get_page (self), SIGNET_SEVERITY_WARNING), ==, 0);
  type_into (self, "Valid until", "2046-06-01");
  g_assert_cmpuint (signet_wizard_page_count_findings (get_page (self), SIGNET_SEVERITY_WARNING), ==, 1);
  type_into (self, "Valid until", "");
  type_into (self, "Filed on", "");

  /* it holds where it is registered */
  row = find (GTK_WIDGET (self->wizard), is_country, NULL);
  g_assert_nonnull (row);
  g_assert_cmpstr (signet_right_get_territory (right), ==, "CN");
  g_assert_true (says (self, "Mainland China"));
  g_object_set (row, "code", "DE", NULL);
  g_assert_cmpstr (signet_right_get_territory (right), ==, "DE");
  settle ();
  g_assert_true (says (self, "It isn’t registered for mainland China"));
  g_object_set (row, "code", "CN", NULL);

  open_details (self, SIGNET_RIGHT_KIND_WORK);
  g_assert_true (says (self, "Work Details"));
  g_assert_null (find (GTK_WIDGET (self->wizard), is_country, NULL));
  type_into (self, "Author", "林青云");
  row = find (GTK_WIDGET (self->wizard), is_combo, "Kind of work");
  g_assert_nonnull (row);
  g_object_set (row, "text", SIGNET_WORK_KIND_ART, NULL);
  g_assert_cmpstr (signet_right_get_work_kind (right), ==, SIGNET_WORK_KIND_ART);
  /* of the next kind's words one is no longer among them, and is kept */
  g_object_set (row, "text", "puppetry", NULL);
  g_assert_cmpstr (signet_right_get_work_kind (right), ==, "puppetry");

  g_assert_false (says (self, "Protected while the author lives"));
  signet_right_set_author_kind (right, SIGNET_AUTHOR_KIND_PERSON);
  settle ();
  g_assert_true (says (self, "Protected while the author lives"));
  type_into (self, "Died on (if no longer alive)", "2001-02-03");
  g_assert_true (says (self, "Computed: 31 December 2051"));
  type_into (self, "Died on (if no longer alive)", "");

  open_details (self, SIGNET_RIGHT_KIND_SOFTWARE);
  g_assert_true (has_entry (self, "Version"));
  g_assert_true (has_entry (self, "Died on (if no longer alive)"));
  signet_right_set_author_kind (right, SIGNET_AUTHOR_KIND_ORGANISATION);
  g_assert_false (has_entry (self, "Died on (if no longer alive)"));
  /* what was typed for another kind is neither shown nor sent */
  g_assert_null (find (GTK_WIDGET (self->wizard), is_combo, "Kind of work"));
  g_assert_cmpstr (signet_right_get_work_kind (right), ==, "");
  g_assert_true (has_entry (self, "Author"));

  /* and is there again with its kind */
  open_details (self, SIGNET_RIGHT_KIND_WORK);
  g_assert_nonnull (find (GTK_WIDGET (self->wizard), is_combo, "Kind of work"));
  g_assert_cmpstr (signet_right_get_work_kind (right), ==, "puppetry");
}

/* As the next time one comes to it. */
static void
open_again (Fixture *self)
{
  g_autofree char *id = g_strdup (signet_draft_get_id (self->draft));
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  close_wizard (self);
  g_clear_object (&self->draft);
  signet_desk_open_draft_async (self->desk.desk, id, NULL, result_cb, &result);
  wait_until (is_set, &result);
  self->draft = signet_desk_open_draft_finish (self->desk.desk, result, &error);
  g_assert_no_error (error);
  g_object_unref (result);
  open_wizard (self);
}

/* Lists and papers, too, also after the wizard was closed; and nothing that was typed meanwhile is lost for
 * it. */
static void
test_right_kind_changed (Fixture *self, gconstpointer data)
{
  SignetRight *right = signet_draft_get_right (self->draft);
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (right));
  GListModel *files = G_LIST_MODEL (signet_right_get_evidence (right));
  g_autoptr (SignetNiceClass) tea = signet_nice_class_new ();
  g_autofree char *sha256 = g_strnfill (64, '0');
  g_autoptr (SignetEvidence)
      certificate = signet_evidence_new ("certificate", "1.pdf", "application/pdf", sha256, 1, NULL);
  g_autoptr (SignetEvidence)
      renewal = signet_evidence_new ("renewal", "2.pdf", "application/pdf", sha256, 1, NULL);

  open_details (self, SIGNET_RIGHT_KIND_TRADEMARK);
  g_object_set (tea, "class-number", 30, "goods", "茶", NULL);
  g_list_store_remove_all (signet_right_get_classes (right));
  g_list_store_append (signet_right_get_classes (right), tea);
  g_list_store_append (signet_right_get_evidence (right), certificate);
  g_list_store_append (signet_right_get_evidence (right), renewal);
  type_into (self, "Name of the mark", "青云");
  type_into (self, "Registered on", "2023-03-28");
  type_into (self, "Valid until", "2033-03-27");

  open_details (self, SIGNET_RIGHT_KIND_DESIGN);
  g_assert_cmpstr (signet_right_get_name (right), ==, "青云");
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "");
  g_assert_cmpstr (signet_right_get_valid_until (right), ==, "2033-03-27");
  g_assert_cmpuint (g_list_model_get_n_items (classes), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (files), ==, 1);
  type_into (self, "Title of the design", "茶罐");
  type_into (self, "Filed on", "2021-06-01");

  open_again (self);
  right = signet_draft_get_right (self->draft);
  classes = G_LIST_MODEL (signet_right_get_classes (right));
  files = G_LIST_MODEL (signet_right_get_evidence (right));
  open_details (self, SIGNET_RIGHT_KIND_TRADEMARK);
  g_assert_cmpstr (signet_right_get_name (right), ==, "茶罐");
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "2023-03-28");
  g_assert_cmpstr (signet_right_get_filed_on (right), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (classes), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (files), ==, 2);

  open_details (self, SIGNET_RIGHT_KIND_INVENTION);
  g_assert_cmpstr (signet_right_get_filed_on (right), ==, "2021-06-01");
}

/* A kind that only the platform knows has what any right has. */
static void
test_unknown_kind (Fixture *self, gconstpointer data)
{
  SignetRight *right = signet_draft_get_right (self->draft);

  signet_right_set_author (right, "林青云");
  signet_right_set_kind (right, "plant_variety");
  signet_draft_set_page (self->draft, "details");
  settle ();
  close_wizard (self);
  open_wizard (self);
  if (g_strcmp0 (signet_draft_get_page (self->draft), "details") != 0)
    press (self, "wizard.next");
  g_assert_true (has_entry (self, "Registration number"));
  g_assert_true (has_entry (self, "Rights holder"));
  g_assert_true (has_entry (self, "Valid until"));
  g_assert_true (has_entry (self, "Author"));
}

/* By what title one complains, and who else holds it. */
static void
test_standing (Fixture *self, gconstpointer data)
{
  SignetRight *right = signet_draft_get_right (self->draft);
  GtkWidget *choice = find (GTK_WIDGET (self->wizard), is_choice, SIGNET_STANDING_SOLE_LICENSEE);

  g_assert_cmpstr (signet_right_get_standing (right), ==, SIGNET_STANDING_OWNER);
  g_assert_nonnull (choice);
  gtk_widget_activate (choice);
  settle ();
  g_assert_cmpstr (signet_right_get_standing (right), ==, SIGNET_STANDING_SOLE_LICENSEE);
  open_details (self, SIGNET_RIGHT_KIND_TRADEMARK);
  type_into (self, "Licence valid until", "2030-01-01");
  g_assert_cmpstr (signet_right_get_licence_until (right), ==, "2030-01-01");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

#define ADD(path, kind, test) g_test_add (path, Fixture, GINT_TO_POINTER (kind), set_up, test, tear_down)
  ADD ("/gui/kinds/parties", SIGNET_DRAFT_PARTY, test_party_kinds);
  ADD ("/gui/kinds/rights", SIGNET_DRAFT_RIGHT, test_right_kinds);
  ADD ("/gui/kinds/rights/changed", SIGNET_DRAFT_RIGHT, test_right_kind_changed);
  ADD ("/gui/kinds/unknown", SIGNET_DRAFT_RIGHT, test_unknown_kind);
  ADD ("/gui/kinds/standing", SIGNET_DRAFT_RIGHT, test_standing);

  return g_test_run ();
}
