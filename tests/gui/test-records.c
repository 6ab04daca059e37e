/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is certified, on a real desk whose platform can't be reached: rights and their import, one's own
 * identity, an agent's principals and authorisations, and words of a platform that is newer than the program.
 */

#include "agent-fixture.h"
#include "shown-page.h"

#include "api/signet-json.h"
#include "app/signet-authorisation-page.h"
#include "app/signet-certifications-group.h"
#include "app/signet-identity-page.h"
#include "app/signet-filter-bar.h"
#include "app/signet-import-window.h"
#include "app/signet-long-list.h"
#include "app/signet-party-page.h"
#include "app/signet-principal-switcher.h"
#include "app/signet-record-page.h"
#include "app/signet-rights-page.h"
#include "app/signet-tile-row.h"
#include "desk/signet-desk-private.h"
#include "desk/signet-incoming.h"
#include "model/signet-words.h"

static gboolean
has_one_right (gpointer desk)
{
  return g_list_model_get_n_items (signet_desk_get_rights (desk)) == 1;
}

static gboolean
has_no_right (gpointer desk)
{
  return g_list_model_get_n_items (signet_desk_get_rights (desk)) == 0;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_rights (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *title, *search, *view;
  guint n_changed = 0;
  int minimum;

  show (&shown, make_page (fixture, SIGNET_TYPE_RIGHTS_PAGE), 900);
  assert_says (&shown, "Trademark · 68123457");
  assert_says (&shown, "杭州青云茶叶有限公司");
  assert_says (&shown, "27 March 2033");
  assert_says (&shown, "Approved");
  assert_says (&shown, "Rejected");
  /* filtered by what is typed and by what is chosen */
  search = find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "８１２３４５７");
  wait_until (has_one_right, fixture->desk);
  settle ();
  assert_silent (&shown, "青山");
  gtk_widget_activate_action (search, "list.status", "s", SIGNET_STATUS_REJECTED);
  wait_until (has_no_right, fixture->desk);
  settle ();
  assert_says (&shown, "No Right Matches");
  /* all at once: the desk is asked but one time */
  g_signal_connect_swapped (find_type (GTK_WIDGET (shown.page), SIGNET_TYPE_FILTER_BAR), "changed",
                            G_CALLBACK (count_cb), &n_changed);
  press (&shown, "Show All");
  g_assert_cmpuint (n_changed, ==, 1);
  wait_until (has_rights, fixture->desk);
  settle ();

  title = find (GTK_WIDGET (shown.page), is_label, "青云 QINGYUN");
  view = gtk_widget_get_ancestor (title, SIGNET_TYPE_LONG_LIST);
  g_assert_nonnull (view);
  g_signal_emit_by_name (view, "activate", 1u); /* newest first */
  settle ();
  g_assert_cmpstr (shown.asked, ==, "open-right right");
  done (&shown);

  /* where there is little width, the same in a list */
  show (&shown, make_page (fixture, SIGNET_TYPE_RIGHTS_PAGE), 340);
  assert_says (&shown, "Trademark · 68123457");
  assert_says (&shown, "杭州青云茶叶有限公司");
  assert_says (&shown, "Valid until 27 March 2033");
  gtk_widget_measure (GTK_WIDGET (shown.page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  done (&shown);

  show (&shown, signet_record_page_new (fixture->desk, "right"), 900);
  assert_says (&shown, "Class 30: 茶；茶饮料；蜂蜜；糕点");
  assert_says (&shown, "Approved");
  assert_silent (&shown, "What the Platform Found");
  assert_says (&shown, "Certified On");
  assert_silent (&shown, "Not certified with this account");
  assert_silent (&shown, "No complaint can be filed with it now");
  done (&shown);

  /* what can't carry a complaint says why */
  show (&shown, signet_record_page_new (fixture->desk, "refused"), 900);
  assert_says (&shown, "The platform didn’t accept this right.");
  done (&shown);
}

static gboolean
save_status (SignetTables *tables, gpointer status, GError **error)
{
  return save_right (tables, "right", "68123457", "青云 QINGYUN", status, error);
}

static void
set_status (ComplaintFixture *fixture, const char *status)
{
  g_autoptr (GError) error = NULL;

  signet_store_write (signet_desk_get_store (fixture->desk), save_status, (gpointer) status, &error);
  g_assert_no_error (error);
  settle ();
}

/* Who goes over the certifications with the keyboard stays where they are when the platform says something.
 */
static void
test_focus (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *group, *row, *button;

  show (&shown, signet_record_page_new (fixture->desk, "right"), 900);
  group = find_type (GTK_WIDGET (shown.page), SIGNET_TYPE_CERTIFICATIONS_GROUP);
  row = find_type (group, SIGNET_TYPE_TILE_ROW);
  g_assert_nonnull (find (row, is_label, "Approved"));
  gtk_widget_grab_focus (row);

  set_status (fixture, SIGNET_STATUS_IN_REVIEW);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == row);
  g_assert_nonnull (find (row, is_label, "Under review"));

  /* what can be done appears below it, and is gone again when it has been done */
  set_status (fixture, SIGNET_STATUS_EXPIRED);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == row);
  button = find (group, is_button, "Renew…");
  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  set_status (fixture, SIGNET_STATUS_SUBMITTED);
  g_assert_null (find (group, is_button, "Renew…"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (shown.window)) == row);
  done (&shown);
}

static gboolean
has_three_rights (gpointer desk)
{
  return g_list_model_get_n_items (signet_desk_get_rights (desk)) == 3;
}

static gboolean
says_imported (gpointer window)
{
  return find (window, is_label, "1 Right Imported") != NULL;
}

static gboolean
says_counts (gpointer window)
{
  GtkWidget *button = find (window, is_button, "Import 1 Right");

  return button != NULL && gtk_widget_get_sensitive (button);
}

static gboolean
says_left_out (gpointer window)
{
  return find (window, is_label, "Line 3 · left out") != NULL;
}

/* A table is read before anything changes; what can't be imported says why. */
static void
test_import (ComplaintFixture *fixture, gconstpointer data)
{
  SignetImportWindow *window = signet_import_window_new (fixture->desk, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "rights.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "kind,number,name,owner,registered_on,valid_until,class,goods\n"
                       "trademark,68123999,远山,杭州青云茶叶有限公司,2023-03-28,2033-03-27,30,茶\n"
                       "trademark,68123998,远水,杭州青云茶叶有限公司,2023-13-28,2033-03-27,30,茶\n",
                       -1, &error);
  g_assert_no_error (error);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  signet_import_window_read (window, file);
  wait_until (says_counts, window);
  settle ();
  g_assert_nonnull (find (GTK_WIDGET (window), is_label, "1 good, 1 with errors, 0 there already"));
  wait_until (says_left_out, window);
  g_assert_true (has_rights (fixture->desk));

  g_signal_emit_by_name (find (GTK_WIDGET (window), is_button, "Import 1 Right"), "clicked");
  wait_until (says_imported, window);
  wait_until (has_three_rights, fixture->desk);

  g_object_ref (window);
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_finalize_object (window);
}

static void
test_identity (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *toggle;

  show (&shown, make_page (fixture, SIGNET_TYPE_IDENTITY_PAGE), 900);
  assert_says (&shown, "杭州青云茶叶有限公司");
  assert_says (&shown, "Submitted, not yet reviewed");
  /* who acts for nobody has one section */
  assert_silent (&shown, "Principals");
  done (&shown);

  /* the number is for those who ask */
  show (&shown, signet_party_page_new (fixture->desk, "party"), 900);
  assert_silent (&shown, "91350100M000100Y43");
  assert_says (&shown, "••••••••••••••0Y43");
  toggle = find (GTK_WIDGET (shown.page), is_toggle, NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  settle ();
  assert_says (&shown, "91350100M000100Y43");
  done (&shown);
}

static void
set_up_agent (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_agent_world);
}

static void
activate_item (Shown *shown, const char *label)
{
  GtkWidget *title = find (GTK_WIDGET (shown->page), is_label, label);

  g_assert_nonnull (title);
  gtk_widget_activate (gtk_widget_get_ancestor (title, SIGNET_TYPE_LONG_ROW));
  settle ();
}

static gboolean
save_expired_authorisation (SignetTables *tables, gpointer data, GError **error)
{
  SignetCertificationRecord certification = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_AUTHORISATION,
    .subject = (char *) "direct",
    .remote_id = (char *) "direct",
    .status = (char *) SIGNET_STATUS_EXPIRED,
  };

  return signet_certifications_save (tables, &certification, error);
}

static void
expire_authorisation (ComplaintFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  signet_store_write (signet_desk_get_store (fixture->desk), save_expired_authorisation, NULL, &error);
  g_assert_no_error (error);
}

/* An agent's: sections, and what is in them; what an authorisation covers today, in words. */
static void
test_agent (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  show (&shown, make_page (fixture, SIGNET_TYPE_IDENTITY_PAGE), 900);
  assert_says (&shown, "Own Identity");
  assert_says (&shown, "上海正源知识产权代理有限公司");
  assert_says (&shown, "Principals");
  assert_says (&shown, "For 上海正源知识产权代理有限公司 · All rights\n1 January 2026 – 31 December 2026");
  assert_says (&shown, "Highland Spice & Tea, Inc.");
  assert_says (&shown, "Authorisations");
  activate_item (&shown, "Add an Authorisation…");
  g_assert_cmpstr (shown.asked, ==, "new-authorisation ");
  activate_item (&shown, "Highland Spice & Tea, Inc.");
  g_assert_cmpstr (shown.asked, ==, "open-party abroad");
  /* the switcher filters it */
  signet_desk_set_principal (fixture->desk, "abroad");
  settle ();
  assert_silent (&shown, "杭州青云茶叶有限公司");
  assert_says (&shown, "Agents Before You");
  assert_says (&shown, "恒信知識產權有限公司");
  signet_desk_set_principal (fixture->desk, NULL);
  settle ();
  done (&shown);

  show (&shown, signet_authorisation_page_new (fixture->desk, "direct"), 900);
  assert_says (&shown, "Yes: complaints can be filed by it");
  /* whatever its dates say, the platform takes nothing under it any more */
  expire_authorisation (fixture);
  assert_silent (&shown, "Yes: complaints can be filed by it");
  assert_says (&shown, "The authorisation of “上海正源知识产权代理有限公司” has expired on the platform");
  done (&shown);
  show (&shown, signet_authorisation_page_new (fixture->desk, "over"), 900);
  assert_silent (&shown, "Yes: complaints can be filed by it");
  done (&shown);

  show (&shown, signet_party_page_new (fixture->desk, "party"), 900);
  assert_says (&shown, "Only the platform sees it.");
  assert_says (&shown, "青云 QINGYUN");
  done (&shown);
}

/* Words that are newer than this program: kinds, and states that come with a change. */

static const char new_words[] =
    "{\"changes\":["
    "{\"cursor\":\"1\",\"at\":\"2026-11-21T00:00:00Z\",\"kind\":\"right\",\"id\":\"rgt_aaaaaaaaaaaaaaaaaaaaaaaaaa\","
    "\"resource\":{\"id\":\"rgt_aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"kind\":\"geographical_indication\",\"appeal\":\"5\","
    "\"status\":\"under_appeal\",\"findings\":[{\"pointer\":\"/name\",\"code\":\"origin-unclear\","
    "\"severity\":\"remark\",\"params\":{\"region\":\"杭州\"}}],"
    "\"created_at\":\"2026-11-20T00:00:00Z\",\"updated_at\":\"2026-11-21T00:00:00Z\"}},"
    "{\"cursor\":\"2\",\"at\":\"2026-11-21T00:00:01Z\",\"kind\":\"party\",\"id\":\"pty_aaaaaaaaaaaaaaaaaaaaaaaaaa\","
    "\"resource\":{\"id\":\"pty_aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"kind\":\"producers_league\",\"seat\":\"7\","
    "\"status\":\"on_parole\",\"findings\":[],"
    "\"created_at\":\"2026-11-20T00:00:00Z\",\"updated_at\":\"2026-11-21T00:00:01Z\"}}],\"cursor\":\"2\"}";

/* Holds that what a platform said of a record is kept whole. */
static void
assert_kept (SignetTables *tables, const char *subject, const char *member, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetCertificationRecord)
      kept = signet_certifications_find (tables, "account", subject, &error);
  g_autoptr (JsonNode) root = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (kept);
  root = signet_json_parse (kept->body, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), member), ==, value);
}

static gboolean
save_new_words (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (new_words, strlen (new_words));
  g_autoptr (JsonNode) root = signet_json_parse (bytes, error);
  g_autoptr (SignetIncoming) incoming = signet_incoming_new_changes ("account", 1, root, error);
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (GBytes) right_body = NULL;
  g_autoptr (GBytes) party_body = NULL;
  SignetRightRecord right_record = {
    .id = (char *) "right",
    .kind = (char *) "geographical_indication",
    .number = (char *) "GI-0001",
    .name = (char *) "西湖龙井",
    .owner = (char *) "西湖区龙井茶产业协会",
    .party = (char *) "party",
    .created_at = 1,
    .updated_at = 1,
  };
  SignetPartyRecord party_record = {
    .id = (char *) "party",
    .role = (char *) "principal",
    .own = TRUE,
    .kind = (char *) "producers_league",
    .name = (char *) "西湖区龙井茶产业协会",
    .document_number = (char *) "LEAGUE-9",
    .created_at = 1,
    .updated_at = 1,
  };

  g_assert_cmpuint (signet_incoming_get_n_unreadable (incoming), ==, 0);
  g_object_set (right, "kind", "geographical_indication", "number", "GI-0001", "name", "西湖龙井", "owner",
                "西湖区龙井茶产业协会", "standing", "custodian", NULL);
  g_object_set (party, "role", "principal", "kind", "producers_league", "name", "西湖区龙井茶产业协会",
                "document-kind", "league_charter", "document-number", "LEAGUE-9", NULL);
  right_record.body = right_body = signet_api_right_to_draft (right);
  party_record.body = party_body = signet_api_party_to_draft (party);
  if (!signet_rights_save (tables, &right_record, error) ||
      !signet_parties_save (tables, &party_record, error) || !signet_incoming_write (tables, incoming, error))
    return FALSE;
  assert_kept (tables, "right", "appeal", "5");
  assert_kept (tables, "party", "seat", "7");
  return TRUE;
}

static void
set_up_new_words (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_new_words);
}

static void
test_new_words (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  show (&shown, make_page (fixture, SIGNET_TYPE_RIGHTS_PAGE), 900);
  assert_says (&shown, "西湖龙井");
  assert_says (&shown, "under_appeal");
  done (&shown);

  show (&shown, signet_record_page_new (fixture->desk, "right"), 900);
  assert_says (&shown, "geographical_indication");
  assert_says (&shown, "GI-0001");
  assert_says (&shown, "under_appeal");
  assert_says (&shown, "Name: Something isn’t right here (origin-unclear)");
  done (&shown);

  show (&shown, make_page (fixture, SIGNET_TYPE_IDENTITY_PAGE), 900);
  assert_says (&shown, "西湖区龙井茶产业协会");
  assert_says (&shown, "producers_league · Rights holder");
  assert_says (&shown, "on_parole");
  done (&shown);

  show (&shown, signet_party_page_new (fixture->desk, "party"), 900);
  assert_says (&shown, "producers_league · Rights holder");
  assert_says (&shown, "league_charter");
  assert_says (&shown, "on_parole");
  done (&shown);
}

static void
set_up (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, NULL);
  wait_until (has_rights, self->desk);
}

#define ADD(path, prepare, test) \
  g_test_add (path, ComplaintFixture, NULL, prepare, test, complaint_fixture_tear_down)

static void
set_up_one (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, NULL);
}

/* Whom the lists are for: nobody sees the switcher with one principal; choosing one filters, and all come
 * back. */
static void
test_switcher (ComplaintFixture *fixture, gconstpointer agent)
{
  GtkWidget *switcher = g_object_new (SIGNET_TYPE_PRINCIPAL_SWITCHER, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view;
  GListModel *rights = signet_desk_get_rights (fixture->desk);

  gtk_window_set_child (GTK_WINDOW (window), switcher);
  signet_principal_switcher_set_desk (SIGNET_PRINCIPAL_SWITCHER (switcher), fixture->desk);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_true (gtk_widget_get_visible (switcher) == (agent != NULL));
  if (agent != NULL)
    {
      g_assert_nonnull (find (switcher, is_label, "All Principals"));
      /* the second is the one abroad, who has no right */
      gtk_menu_button_popup (GTK_MENU_BUTTON (find_type (switcher, GTK_TYPE_MENU_BUTTON)));
      settle ();
      view = find_type (switcher, GTK_TYPE_LIST_VIEW);
      g_signal_emit_by_name (view, "activate", 1);
      settle ();
      g_assert_cmpstr (signet_desk_get_principal (fixture->desk), ==, "abroad");
      g_assert_nonnull (find (switcher, is_label, "Highland Spice & Tea, Inc."));
      g_assert_cmpuint (g_list_model_get_n_items (rights), ==, 0);

      signet_desk_set_principal (fixture->desk, NULL);
      settle ();
      g_assert_nonnull (find (switcher, is_label, "All Principals"));
      g_assert_cmpuint (g_list_model_get_n_items (rights), ==, 2);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/gui/records/rights", set_up, test_rights);
  ADD ("/gui/records/focus", set_up, test_focus);
  ADD ("/gui/records/import", set_up, test_import);
  ADD ("/gui/records/identity", set_up, test_identity);
  ADD ("/gui/records/new-words", set_up_new_words, test_new_words);
  ADD ("/gui/records/agent", set_up_agent, test_agent);
  g_test_add ("/gui/records/switcher/one", ComplaintFixture, NULL, set_up_one, test_switcher,
              complaint_fixture_tear_down);
  g_test_add ("/gui/records/switcher/several", ComplaintFixture, "agent", set_up_agent, test_switcher,
              complaint_fixture_tear_down);

  return g_test_run ();
}
