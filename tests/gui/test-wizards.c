/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The wizard frame, and the account, identity and right wizards on a real desk whose platform is out of
 * reach: where a refused Next leads, that what is typed is the draft's and the draft's page is kept, what a
 * review page lets through, and that a closed wizard goes away without a trace. */

#include "wizard-hand.h"

#include "api/signet-api-registration.h"
#include "app/signet-finding-row.h"
#include "app/signet-id-row.h"
#include "app/signet-page-thumbnail.h"
#include "app/signet-wizard-launcher.h"
#include "app/signet-wizard-route.h"

static void
test_refused (Fixture *self, gconstpointer data)
{
  GtkWidget *finding;

  signet_party_set_kind (signet_draft_get_party (self->draft), SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  settle ();
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");

  /* nothing is reproached before the person was there */
  g_assert_null (find_type (GTK_WIDGET (self->wizard), SIGNET_TYPE_FINDING_ROW));
  g_assert_false (says (self, "7 things to mend"));

  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
  finding = find_type (GTK_WIDGET (self->wizard), SIGNET_TYPE_FINDING_ROW);
  g_assert_nonnull (finding);
  g_assert_true (says (self, "7 things to mend"));
  g_assert_true (signet_finding_row_get_field (SIGNET_FINDING_ROW (finding)) ==
                 find (GTK_WIDGET (self->wizard), is_entry, "Name of the organisation"));
  /* the focus is in the first bad field */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->wizard)),
                                         signet_finding_row_get_field (SIGNET_FINDING_ROW (finding))));
}

static void
fill_party (Fixture *self)
{
  type_into (self, "Name of the organisation", "成都蜀香源食品有限公司");
  type_into (self, "Unified social credit code", "91510100MA6CX8B276");
  type_into (self, "Legal representative", "王小蜀");
  type_into (self, "Contact person", "王小蜀");
  type_into (self, "E-mail", "brand@example.cn");
  type_into (self, "Mobile number", "13800138000");
  type_into (self, "Address", "四川省成都市锦江区东大街100号");
}

/* An account that has a phone and an e-mail, and no identity of its own yet. */
static gboolean
save_sign_in (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (SignetAccountRecord) account = signet_accounts_find (tables, "account", error);
  g_autoptr (SignetCertificationRecord)
      party = signet_certifications_find (tables, "account", "party", error);

  if (account == NULL || party == NULL)
    return FALSE;
  party->own = FALSE;
  g_free (account->phone);
  g_free (account->email);
  account->phone = g_strdup ("13700137000");
  account->email = g_strdup ("private@example.com");
  return signet_accounts_save (tables, account, error) && signet_certifications_save (tables, party, error);
}

static void
set_up_own (Fixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (&self->desk, save_sign_in);
  self->draft = complaint_fixture_begin (&self->desk, SIGNET_DRAFT_PARTY, NULL);
  signet_party_set_kind (signet_draft_get_party (self->draft), SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  signet_party_set_own (signet_draft_get_party (self->draft), TRUE);
  open_wizard (self);
}

/* What one signs in with is private: the contact that goes to the other side is the one that is typed. */
static void
test_contact (Fixture *self, gconstpointer data)
{
  SignetParty *party = signet_draft_get_party (self->draft);

  g_assert_cmpstr (signet_account_get_phone (signet_draft_get_account (self->draft)), ==, "13700137000");
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
  g_assert_cmpstr (signet_party_get_contact_phone (party), ==, "");
  g_assert_cmpstr (signet_party_get_contact_email (party), ==, "");
  g_assert_cmpstr (signet_party_get_private_contact_phone (party), ==, "");
  g_assert_true (says (self, "Contact Shown to the Other Side"));
}

static GtkText *
find_text (Fixture *self, const char *title)
{
  GtkWidget *entry = find (GTK_WIDGET (self->wizard), is_entry, title);

  g_assert_nonnull (entry);
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
}

static gboolean
is_reveal (GtkWidget *widget, gconstpointer entry)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_is_ancestor (widget, (GtkWidget *) entry);
}

/* A number is readable while it is typed; on the page's next turn it is masked until it is asked for, or
 * typed anew. */
static void
assert_masked (Fixture *self, const char *title)
{
  GtkWidget *entry = find (GTK_WIDGET (self->wizard), is_entry, title);
  GtkWidget *reveal = find (entry, is_reveal, entry);
  g_autofree char *number = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  g_assert_cmpstr (number, !=, "");
  g_assert_false (gtk_text_get_visibility (find_text (self, title)));
  g_assert_nonnull (reveal);
  g_assert_true (gtk_widget_get_visible (reveal));
  gtk_test_accessible_assert_property (reveal, GTK_ACCESSIBLE_PROPERTY_LABEL, "Show the Number");
  gtk_test_accessible_assert_state (reveal, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (reveal), TRUE);
  g_assert_true (gtk_text_get_visibility (find_text (self, title)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (reveal), FALSE);
  g_assert_false (gtk_text_get_visibility (find_text (self, title)));
  type_into (self, title, number);
  g_assert_true (gtk_text_get_visibility (find_text (self, title)));
}

static void
test_identity (Fixture *self, gconstpointer data)
{
  SignetParty *party = signet_draft_get_party (self->draft);
  GtkWidget *choice = find (GTK_WIDGET (self->wizard), is_choice, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);

  g_assert_nonnull (choice);
  g_assert_false (signet_wizard_page_get_complete (get_page (self)));
  gtk_widget_activate (choice);
  settle ();
  g_assert_cmpstr (signet_party_get_kind (party), ==, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  press (self, "wizard.next");
  g_assert_true (gtk_text_get_visibility (find_text (self, "Unified social credit code")));
  fill_party (self);
  g_assert_true (gtk_text_get_visibility (find_text (self, "Unified social credit code")));
  press (self, "wizard.back");
  press (self, "wizard.next");
  assert_masked (self, "Unified social credit code");
  g_assert_cmpstr (signet_party_get_name (party), ==, "成都蜀香源食品有限公司");
  g_assert_cmpstr (signet_party_get_contact_address (party), ==, "四川省成都市锦江区东大街100号");

  /* a doubtful check digit is a warning and lets one go on */
  type_into (self, "Unified social credit code", "91510100MA6CX8B277");
  g_assert_cmpuint (signet_wizard_page_count_findings (get_page (self), SIGNET_SEVERITY_WARNING), ==, 1);
  g_assert_true (says (self, "1 warning, you can go on"));
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");

  /* no paper: the page is refused */
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");
  g_assert_nonnull (find_type (GTK_WIDGET (self->wizard), SIGNET_TYPE_FINDING_ROW));

  press (self, "wizard.back");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
}

static void
test_resumed (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  signet_party_set_kind (signet_draft_get_party (self->draft), SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  settle ();
  press (self, "wizard.next");
  type_into (self, "Name of the organisation", "成都蜀香");
  close_wizard (self);

  /* the same page, the same half-typed name */
  open_wizard (self);
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
  entry = find (GTK_WIDGET (self->wizard), is_entry, "Name of the organisation");
  g_assert_nonnull (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "成都蜀香");
}

static void
test_right (Fixture *self, gconstpointer data)
{
  SignetRight *right = signet_draft_get_right (self->draft);
  g_autoptr (SignetNiceClass) nice = NULL;

  /* with one identity there is nothing to choose, of kinds there are several */
  g_assert_cmpstr (signet_right_get_party_id (right), ==, "party");
  g_assert_cmpstr (signet_right_get_kind (right), ==, "");
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  settle ();
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");

  type_into (self, "Registration number", "68123459"); /* one that isn’t there yet */
  type_into (self, "Name of the mark", "青云 QINGYUN");
  type_into (self, "Owner", "杭州青云茶葉有限公司");
  type_into (self, "Registered on", "2023-03-28");
  type_into (self, "Valid until", "2033-03-27");
  type_into (self, "Class", "46");
  type_into (self, "Goods or services", "茶；蜂蜜");
  nice = g_list_model_get_item (G_LIST_MODEL (signet_right_get_classes (right)), 0);
  g_assert_cmpint (signet_nice_class_get_class_number (nice), ==, 46);
  g_assert_cmpstr (signet_nice_class_get_goods (nice), ==, "茶；蜂蜜");

  /* there is no class 46, and the owner's name has another character than the identity's */
  g_assert_false (signet_wizard_page_get_complete (get_page (self)));
  type_into (self, "Class", "30");
  g_assert_true (signet_wizard_page_get_complete (get_page (self)));
  g_assert_cmpuint (signet_wizard_page_count_findings (get_page (self), SIGNET_SEVERITY_WARNING), ==, 1);

  /* half a date is kept as it is typed */
  type_into (self, "Valid until", "2033-03");
  g_assert_cmpstr (signet_right_get_valid_until (right), ==, "2033-03");
  g_assert_false (signet_wizard_page_get_complete (get_page (self)));
}

static gboolean
says_damaged (gpointer fixture)
{
  return says (fixture, "This document is damaged");
}

static gboolean
says_locked (gpointer fixture)
{
  return says (fixture, "This document wants a password");
}

static gboolean
says_neither (gpointer fixture)
{
  return !says_damaged (fixture) && !says_locked (fixture);
}

/* What can't be opened is said at the paper, by whom opens it: a damaged one may be sent all the same. */
static void
test_bad_papers (Fixture *self, gconstpointer data)
{
  signet_party_set_kind (signet_draft_get_party (self->draft), SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  settle ();
  press (self, "wizard.next");
  fill_party (self);
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");

  attach_file (self->draft, "licence", PAPERS, "damaged.pdf");
  wait_until (says_damaged, self);
  g_assert_true (signet_wizard_page_get_complete (get_page (self)));
  g_assert_true (says (self, "1 warning, you can go on"));

  attach_file (self->draft, "licence", PAPERS, "locked.pdf");
  wait_until (says_locked, self);
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");
  g_assert_true (says (self, "1 thing to mend"));

  attach_file (self->draft, "licence", PAPERS, "good.pdf");
  wait_until (says_neither, self);
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "review");
}

static gboolean
is_thumbnail (GtkWidget *widget, gconstpointer name)
{
  return SIGNET_IS_PAGE_THUMBNAIL (widget);
}

static gboolean
has_page (gpointer fixture)
{
  GtkWidget *thumbnail = find (GTK_WIDGET (((Fixture *) fixture)->wizard), is_thumbnail, NULL);

  return thumbnail != NULL && signet_page_thumbnail_get_drawn (SIGNET_PAGE_THUMBNAIL (thumbnail));
}

/* In a narrow window the certificate is a stamp above the fields. */
static void
test_thumbnail (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetEvidence) certificate = NULL;

  signet_right_set_kind (signet_draft_get_right (self->draft), SIGNET_RIGHT_KIND_TRADEMARK);
  settle ();
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "details");
  attach_file (self->draft, SIGNET_SLOT_CERTIFICATE, PAPERS, "good.pdf");
  settle ();
  g_assert_false (has_page (self)); /* the page itself stands at the side */

  gtk_window_set_default_size (GTK_WINDOW (self->wizard), 360, 720);
  wait_until (has_page, self);
  certificate = g_list_model_get_item (
      G_LIST_MODEL (signet_right_get_evidence (signet_draft_get_right (self->draft))), 0);
  signet_draft_detach (self->draft, certificate);
  settle ();
  g_assert_false (has_page (self));
  attach_file (self->draft, SIGNET_SLOT_CERTIFICATE, PAPERS, "damaged.pdf");
  settle ();
  g_assert_false (has_page (self));
}

static gboolean
is_saved (gpointer fixture)
{
  return says (fixture, "Saved");
}

/* What the bar says, from what matters least to what matters most. */
static void
test_bar (Fixture *self, gconstpointer data)
{
  SignetWizardPage *page = get_page (self);

  g_assert_true (says (self, "Next"));
  g_assert_false (says (self, "Back"));
  signet_wizard_page_set_next_label (page, "Go");
  g_assert_true (says (self, "Go"));
  signet_wizard_page_reveal (page);
  g_assert_true (says (self, "1 thing to mend"));
  signet_wizard_page_set_status (page, "Two files", "3 MB");
  g_assert_true (says (self, "Two files"));
  g_assert_true (says (self, "3 MB"));
  signet_wizard_page_set_blocked (page, "Not yet");
  g_assert_true (says (self, "Not yet"));
  g_assert_false (says (self, "Two files"));

  /* a blocked Next isn't pressed */
  signet_party_set_kind (signet_draft_get_party (self->draft), SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  settle ();
  press (self, "wizard.next");
  g_assert_true (get_page (self) == page);
  signet_wizard_page_set_blocked (page, NULL);
  press (self, "wizard.next");
  g_assert_true (get_page (self) != page);
  g_assert_true (says (self, "Back"));
  wait_until (is_saved, self);
}

static void
use_way (Fixture *self, const char *way)
{
  gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "account.use-way", "s", way);
  settle ();
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, way);
}

/* The three ways of the platform, the QR code first; going from one to another loses nothing that was typed,
 * and a password is in no draft. */
static void
test_account (Fixture *self, gconstpointer data)
{
  SignetRegistration *registration = signet_draft_get_registration (self->draft);
  g_autoptr (GBytes) draft = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "device");
  g_assert_false (signet_wizard_page_get_complete (get_page (self)));
  g_assert_true (says (self, "This phone is elsewhere")); /* nobody here has started the platform */

  use_way (self, "sms");
  type_into (self, "Mobile number", "1380013");
  g_assert_false (signet_wizard_page_get_complete (get_page (self)));
  type_into (self, "Mobile number", "13800138000");
  g_assert_true (signet_wizard_page_get_complete (get_page (self)));
  g_assert_cmpstr (signet_registration_get_phone (registration), ==, "13800138000");

  use_way (self, "password");
  type_into (self, "Mobile number or e-mail", "a@example.com");
  g_assert_false (signet_wizard_page_get_complete (get_page (self)));
  type_into (self, "Password", "not for the disk");
  g_assert_true (signet_wizard_page_get_complete (get_page (self)));

  use_way (self, "sms");
  g_assert_true (signet_wizard_page_get_complete (get_page (self)));
  use_way (self, "device");
  use_way (self, "password");
  g_assert_true (signet_wizard_page_get_complete (get_page (self)));
  g_assert_cmpstr (signet_registration_get_login (registration), ==, "a@example.com");

  draft = signet_api_registration_to_draft (registration);
  kept = g_strndup (g_bytes_get_data (draft, NULL), g_bytes_get_size (draft));
  g_assert_nonnull (strstr (kept, "a@example.com"));
  g_assert_null (strstr (kept, "disk"));
}

/* A way whose second step the person can take out, whose first one can be closed for ever. */
static gboolean
is_organisation (SignetDraft *draft)
{
  return g_strcmp0 (signet_party_get_kind (signet_draft_get_party (draft)),
                    SIGNET_PARTY_KIND_MAINLAND_ORGANISATION) == 0;
}

static gboolean
is_nameless (SignetDraft *draft)
{
  return *signet_party_get_name (signet_draft_get_party (draft)) == '\0';
}

static char *
describe_name (SignetDraft *draft)
{
  return g_strdup (signet_party_get_name (signet_draft_get_party (draft)));
}

static const SignetWizardStep route_steps[] = {
  { .name = "first", .reachable = is_nameless, .result = describe_name },
  { .name = "second", .applies = is_organisation },
  { .name = "third" },
};

static void
test_route (Fixture *self, gconstpointer data)
{
  SignetParty *party = signet_draft_get_party (self->draft);
  g_autoptr (SignetWizardRoute)
      route = signet_wizard_route_new (self->draft, route_steps, G_N_ELEMENTS (route_steps));
  g_autofree char *result = NULL;
  guint n_places;

  /* the second step isn't part of it: it is gone past, and nobody counts it */
  g_assert_false (signet_wizard_route_applies (route, 1));
  g_assert_cmpuint (signet_wizard_route_find_after (route, 0), ==, 2);
  g_assert_cmpuint (signet_wizard_route_find_before (route, 2), ==, 0);
  g_assert_cmpuint (signet_wizard_route_get_place (route, 2, &n_places), ==, 2);
  g_assert_cmpuint (n_places, ==, 2);
  g_assert_cmpuint (signet_wizard_route_find_before (route, 0), ==, SIGNET_WIZARD_ROUTE_NONE);
  g_assert_cmpuint (signet_wizard_route_find_after (route, 2), ==, SIGNET_WIZARD_ROUTE_NONE);

  /* what the person does opens it */
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  g_assert_cmpuint (signet_wizard_route_find_after (route, 0), ==, 1);
  g_assert_cmpuint (signet_wizard_route_get_place (route, 2, &n_places), ==, 3);
  g_assert_cmpuint (n_places, ==, 3);

  /* a step that is closed for ever still counts and says what came of it, but nothing leads back there */
  signet_party_set_name (party, "成都蜀香");
  g_assert_true (signet_wizard_route_applies (route, 0));
  g_assert_false (signet_wizard_route_is_reachable (route, 0));
  g_assert_cmpuint (signet_wizard_route_find_before (route, 2), ==, 1);
  g_assert_cmpuint (signet_wizard_route_find_before (route, 1), ==, SIGNET_WIZARD_ROUTE_NONE);
  result = signet_wizard_route_describe_result (route, 0);
  g_assert_cmpstr (result, ==, "成都蜀香");

  /* a draft is taken up where it was left, or as near to it as one can get */
  signet_draft_set_page (self->draft, "third");
  g_assert_cmpuint (signet_wizard_route_find_start (route), ==, 2);
  signet_draft_set_page (self->draft, "first");
  g_assert_cmpuint (signet_wizard_route_find_start (route), ==, 1);
  signet_draft_set_page (self->draft, "of another version");
  g_assert_cmpuint (signet_wizard_route_find_start (route), ==, 1);
}

static gboolean
is_id_row (GtkWidget *widget, gconstpointer title)
{
  return SIGNET_IS_ID_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_check (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_CHECK_BUTTON (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW) != NULL &&
         gtk_widget_get_mapped (widget);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static void
choose (Fixture *self, const char *value)
{
  GtkWidget *row = find (GTK_WIDGET (self->wizard), is_choice, value);

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  settle ();
}

/* Between whom, what for, and what has to happen with the paper. */
static void
test_authorisation (Fixture *self, gconstpointer data)
{
  SignetAuthorisation *authorisation = signet_draft_get_authorisation (self->draft);
  GtkWidget *principal, *follows, *check;

  /* the own agent stands there; of the owner there are two, and the account's own isn't among them */
  g_assert_cmpstr (signet_authorisation_get_agent_id (authorisation), ==, "agent");
  principal = find (GTK_WIDGET (self->wizard), is_id_row, "Principal");
  g_assert_cmpuint (signet_id_row_get_n_choices (SIGNET_ID_ROW (principal)), ==, 2);
  g_assert_null (find (GTK_WIDGET (self->wizard), is_id_row, "Passed on by"));
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "parties");

  /* of the owner abroad a first agent may have passed it on */
  g_object_set (principal, "chosen", "abroad", NULL);
  settle ();
  g_assert_cmpstr (signet_authorisation_get_principal_id (authorisation), ==, "abroad");
  follows = find (GTK_WIDGET (self->wizard), is_id_row, "Passed on by");
  g_assert_nonnull (follows);
  g_object_set (follows, "chosen", "link", NULL);
  g_assert_cmpstr (signet_authorisation_get_follows_id (authorisation), ==, "link");
  /* but not of another one */
  g_object_set (principal, "chosen", "party", NULL);
  settle ();
  g_assert_cmpstr (signet_authorisation_get_follows_id (authorisation), ==, "");
  type_into (self, "Name of the person", "王小蜀");
  /* born in the thirteenth month */
  type_into (self, "ID card number of the person", "360426199113010079");
  settle ();
  g_assert_true (says (self, "Nobody was born on this day"));
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "parties");
  type_into (self, "ID card number of the person", "440308199901101512");
  settle ();
  press (self, "wizard.next");
  press (self, "wizard.back");
  assert_masked (self, "ID card number of the person");
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "scope");

  /* a year from today; the principal's rights to choose from */
  g_assert_cmpstr (signet_authorisation_get_valid_from (authorisation), ==, "2026-11-21");
  g_assert_cmpstr (signet_authorisation_get_valid_until (authorisation), ==, "2027-11-20");
  g_assert_null (find (GTK_WIDGET (self->wizard), is_check, NULL));
  choose (self, "named");
  g_assert_false (signet_authorisation_get_all_rights (authorisation));
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "scope");
  check = find (GTK_WIDGET (self->wizard), is_check, NULL);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();
  g_assert_cmpuint (g_strv_length ((char **) signet_authorisation_get_right_ids (authorisation)), ==, 1);
  /* for all of them none is named, and the choice isn't forgotten */
  choose (self, "all");
  g_assert_null (*signet_authorisation_get_right_ids (authorisation));
  choose (self, "named");
  g_assert_cmpuint (g_strv_length ((char **) signet_authorisation_get_right_ids (authorisation)), ==, 1);
  check = find (GTK_WIDGET (self->wizard), is_check, NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "form");

  g_assert_nonnull (
      find (GTK_WIDGET (self->wizard), is_row, "杭州青云茶叶有限公司 puts its official seal on it"));
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");
  /* without the paper it is none */
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");
}

/* What comes from abroad is notarised and given an apostille first. */
static void
test_authorisation_abroad (Fixture *self, gconstpointer data)
{
  SignetAuthorisation *authorisation = signet_draft_get_authorisation (self->draft);

  signet_authorisation_set_principal_id (authorisation, "abroad");
  signet_authorisation_set_handler_name (authorisation, "王小蜀");
  settle ();
  press (self, "wizard.next");
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "form");
  g_assert_nonnull (find (GTK_WIDGET (self->wizard), is_row, "The authority there adds an apostille"));

  /* what is missing is said where it goes */
  press (self, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (self->draft), ==, "papers");
  g_assert_true (says (self, "An apostille is missing"));
  g_assert_true (says (self, "A Chinese translation is missing"));
}

typedef struct
{
  ComplaintFixture desk;
  GtkWidget *window;
  SignetWizardLauncher *launcher;
  guint n_kept;
  guint n_failed;
} LauncherFixture;

static void
kept_cb (LauncherFixture *self)
{
  self->n_kept++;
}

static void
failed_cb (LauncherFixture *self)
{
  self->n_failed++;
}

static void
set_up_launcher (LauncherFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (&self->desk, NULL);
  self->window = gtk_window_new ();
  self->launcher = signet_wizard_launcher_new (GTK_WINDOW (self->window), self->desk.desk);
  g_signal_connect_swapped (self->launcher, "kept", G_CALLBACK (kept_cb), self);
  g_signal_connect_swapped (self->launcher, "failed", G_CALLBACK (failed_cb), self);
}

static void
tear_down_launcher (LauncherFixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->launcher);
  complaint_fixture_tear_down (&self->desk, NULL);
}

/* The wizard that is open; never more than one. */
static SignetWizard *
find_wizard (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  SignetWizard *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!SIGNET_IS_WIZARD (window))
        continue;
      g_assert_null (found);
      found = SIGNET_WIZARD (window);
    }

  return found;
}

static gboolean
wizard_is_open (gpointer data)
{
  return find_wizard () != NULL;
}

static gboolean
has_failed (gpointer fixture)
{
  return ((LauncherFixture *) fixture)->n_failed > 0;
}

static gboolean
is_in_today (gpointer desk)
{
  return g_list_model_get_n_items (signet_desk_get_today (desk)) > 0;
}

static void
test_launcher (LauncherFixture *self, gconstpointer data)
{
  g_autofree char *id = NULL;

  /* two clicks open one wizard, and so does one for something else */
  signet_wizard_launcher_begin (self->launcher, SIGNET_DRAFT_PARTY, NULL);
  signet_wizard_launcher_begin (self->launcher, SIGNET_DRAFT_PARTY, NULL);
  wait_until (wizard_is_open, NULL);
  settle ();
  signet_wizard_launcher_begin (self->launcher, SIGNET_DRAFT_RIGHT, NULL);
  settle ();
  id = g_strdup (signet_draft_get_id (signet_wizard_get_draft (find_wizard ())));
  signet_party_set_name (signet_draft_get_party (signet_wizard_get_draft (find_wizard ())), "成都蜀香");
  signet_party_set_own (signet_draft_get_party (signet_wizard_get_draft (find_wizard ())), TRUE);
  gtk_window_close (GTK_WINDOW (find_wizard ()));
  settle ();
  g_assert_null (find_wizard ());
  g_assert_cmpuint (self->n_kept, ==, 1);

  /* what was left is gone on with */
  wait_until (is_in_today, self->desk.desk);
  signet_wizard_launcher_resume (self->launcher, SIGNET_DRAFT_PARTY);
  wait_until (wizard_is_open, NULL);
  g_assert_cmpstr (signet_draft_get_id (signet_wizard_get_draft (find_wizard ())), ==, id);
  signet_party_set_own (signet_draft_get_party (signet_wizard_get_draft (find_wizard ())), FALSE);
  gtk_window_close (GTK_WINDOW (find_wizard ()));
  settle ();
  g_assert_cmpuint (self->n_kept, ==, 2);

  /* but somebody else's identity is not one's own */
  g_assert_null (signet_desk_find_own_draft (self->desk.desk));
  signet_wizard_launcher_resume (self->launcher, SIGNET_DRAFT_PARTY);
  wait_until (wizard_is_open, NULL);
  g_assert_cmpstr (signet_draft_get_id (signet_wizard_get_draft (find_wizard ())), !=, id);
  gtk_window_close (GTK_WINDOW (find_wizard ()));
  settle ();

  /* a draft that is no longer there is said so, and then another one may be opened */
  signet_wizard_launcher_open (self->launcher, "gone");
  wait_until (has_failed, self);
  g_assert_null (find_wizard ());
  signet_wizard_launcher_open (self->launcher, id);
  wait_until (wizard_is_open, NULL);
  gtk_window_close (GTK_WINDOW (find_wizard ()));
  settle ();
}

static gboolean
is_another_open (gpointer data)
{
  SignetWizard *wizard = find_wizard ();

  return wizard != NULL && (gpointer) wizard != data &&
         signet_draft_get_kind (signet_wizard_get_draft (wizard)) == SIGNET_DRAFT_RIGHT;
}

static void
fill_right (SignetRight *right)
{
  g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  signet_right_set_number (right, "68123460");
  signet_right_set_name (right, "青云远山");
  signet_right_set_owner (right, "杭州青云茶叶有限公司");
  signet_right_set_registered_on (right, "2023-03-28");
  signet_right_set_valid_until (right, "2033-03-27");
  signet_nice_class_set_class_number (nice, 30);
  signet_nice_class_set_goods (nice, "茶");
  g_list_store_remove_all (signet_right_get_classes (right));
  g_list_store_append (signet_right_get_classes (right), nice);
}

/* One right after the other: the next begins with what they have in common, and nothing else. */
static void
test_another (LauncherFixture *self, gconstpointer data)
{
  Fixture scene = { .desk = self->desk };
  SignetRight *right;
  GtkWidget *button;

  signet_wizard_launcher_begin (self->launcher, SIGNET_DRAFT_RIGHT, NULL);
  wait_until (wizard_is_open, NULL);
  settle ();
  scene.wizard = find_wizard ();
  scene.draft = signet_wizard_get_draft (scene.wizard);
  fill_right (signet_draft_get_right (scene.draft));
  attach_file (scene.draft, SIGNET_SLOT_CERTIFICATE, PAPERS, "good.pdf");
  settle ();
  press (&scene, "wizard.next");
  press (&scene, "wizard.next");
  press (&scene, "wizard.next");
  g_assert_cmpstr (signet_draft_get_page (scene.draft), ==, "review");
  button = find (GTK_WIDGET (scene.wizard), is_button, "Submit and Add Another");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  wait_until (is_another_open, scene.wizard);
  settle ();

  right = signet_draft_get_right (signet_wizard_get_draft (find_wizard ()));
  g_assert_cmpstr (signet_right_get_kind (right), ==, SIGNET_RIGHT_KIND_TRADEMARK);
  g_assert_cmpstr (signet_right_get_owner (right), ==, "杭州青云茶叶有限公司");
  g_assert_cmpstr (signet_right_get_number (right), ==, "");
  g_assert_cmpstr (signet_right_get_valid_until (right), ==, "");
  gtk_window_close (GTK_WINDOW (find_wizard ()));
  settle ();
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
  ADD ("/gui/wizards/route", SIGNET_DRAFT_PARTY, test_route);
  ADD ("/gui/wizards/bar", SIGNET_DRAFT_PARTY, test_bar);
  ADD ("/gui/wizards/refused", SIGNET_DRAFT_PARTY, test_refused);
  ADD ("/gui/wizards/identity", SIGNET_DRAFT_PARTY, test_identity);
  ADD ("/gui/wizards/resumed", SIGNET_DRAFT_PARTY, test_resumed);
  ADD ("/gui/wizards/right", SIGNET_DRAFT_RIGHT, test_right);
  ADD ("/gui/wizards/thumbnail", SIGNET_DRAFT_RIGHT, test_thumbnail);
  ADD ("/gui/wizards/bad-papers", SIGNET_DRAFT_PARTY, test_bad_papers);
  ADD ("/gui/wizards/account", SIGNET_DRAFT_REGISTRATION, test_account);

#define ADD_AGENT(path, test) \
  g_test_add (path, Fixture, GINT_TO_POINTER (SIGNET_DRAFT_AUTHORISATION), set_up_agent, test, tear_down)
  ADD_AGENT ("/gui/wizards/authorisation", test_authorisation);
  ADD_AGENT ("/gui/wizards/authorisation-abroad", test_authorisation_abroad);

  g_test_add ("/gui/wizards/contact", Fixture, NULL, set_up_own, test_contact, tear_down);
  g_test_add ("/gui/wizards/another", LauncherFixture, NULL, set_up_launcher, test_another,
              tear_down_launcher);
  g_test_add ("/gui/wizards/launcher", LauncherFixture, NULL, set_up_launcher, test_launcher,
              tear_down_launcher);

  return g_test_run ();
}
