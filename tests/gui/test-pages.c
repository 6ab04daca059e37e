/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The main pages on a real desk whose platform can't be reached: what waits, the list of complaints, what
 * became of one; and that they follow the desk. */

#include "agent-fixture.h"
#include "shown-page.h"

#include "api/signet-api-complaint.h"
#include "app/signet-complaint-page.h"
#include "app/signet-complaints-page.h"
#include "app/signet-identity-page.h"
#include "app/signet-on-its-way.h"
#include "app/signet-page-stack.h"
#include "app/signet-party-page.h"
#include "app/signet-record-page.h"
#include "app/signet-rights-page.h"
#include "app/signet-today-page.h"
#include "desk/signet-desk-private.h"
#include "model/signet-complaint-row.h"
#include "model/signet-item.h"
#include "store/signet-authorisations.h"
#include "store/signet-complaints.h"
#include "store/signet-drafts.h"
#include "store/signet-items.h"
#include "store/signet-outbox.h"

#define N_ITEMS 3
#define HOST "app.kwaixiaodian.com/merchant/shop/detail?id="

/* What the platform said of the complaint it decided, and of its items. */
static const char decided_body[] =
    "{\"id\":\"cmp_b4c5n7x3mzr4y6k1nahd8wtsfe\",\"number\":\"2026-0187\","
    "\"right\":\"rgt_aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"principal\":\"pty_aaaaaaaaaaaaaaaaaaaaaaaaaa\","
    "\"reason\":\"counterfeit\",\"statement\":\"所售商品并非我司生产。\",\"language\":\"zh-CN\","
    "\"guarantee\":{\"version\":\"2026-1\",\"language\":\"zh-CN\",\"name\":\"林青\","
    "\"given_at\":\"2026-11-19T08:00:00Z\"},\"files\":[],"
    "\"status\":\"partly_upheld\",\"item_count\":3,\"counts\":{\"removed\":2,\"not_found\":1},\"findings\":[],"
    "\"history\":[{\"status\":\"submitted\",\"at\":\"2026-11-19T08:00:00Z\"},"
    "{\"status\":\"in_review\",\"at\":\"2026-11-20T08:00:00Z\"},"
    "{\"status\":\"partly_upheld\",\"at\":\"2026-11-20T09:00:00Z\"}],"
    "\"created_at\":\"2026-11-19T08:00:00Z\",\"updated_at\":\"2026-11-20T09:00:00Z\","
    "\"decided_at\":\"2026-11-20T09:00:00Z\"}";
static const char *const decided_ends[N_ITEMS] = {
  "\"seller\":\"山野茶铺\",\"status\":\"removed\",\"findings\":[],"
  "\"measures\":[{\"measure\":\"delisted\",\"at\":\"2026-11-20T09:00:00Z\"}],"
  "\"decided_at\":\"2026-11-20T09:00:00Z\"}",
  "\"status\":\"not_found\",\"findings\":[{\"pointer\":\"/link\",\"code\":\"link-gone\",\"severity\":\"error\"}],"
  "\"measures\":[],\"decided_at\":\"2026-11-20T09:00:00Z\"}",
  "\"seller\":\"山野茶铺\",\"status\":\"removed\",\"findings\":[],\"measures\":[],"
  "\"decided_at\":\"2026-11-20T09:00:00Z\"}",
};
static const char problem_body[] =
    "{\"type\":\"urn:signet:problem:invalid\",\"title\":\"Invalid\",\"status\":422,\"findings\":["
    "{\"pointer\":\"/files\",\"code\":\"evidence-missing\",\"severity\":\"error\"}]}";

static GBytes *
make_complaint (const char *party)
{
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();

  g_object_set (complaint, "right-id", "right", "party-id", party, "reason", "counterfeit", "statement",
                "所售商品并非我司生产。", "language", "zh-CN", "guarantee-given", TRUE, "guarantee-version",
                "2026-1", "guarantee-language", "zh-CN", "guarantee-name", "林青", "guarantee-given-at",
                "2026-11-19T08:00:00Z", NULL);
  for (int i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (SignetItem) item = signet_item_new ();
      g_autofree char *link = g_strdup_printf ("https://" HOST "%d", i);

      g_object_set (item, "kind", "goods", "link", link, "source", link, NULL);
      g_list_store_append (signet_complaint_get_items (complaint), item);
    }

  return signet_api_complaint_to_draft (complaint);
}

static gboolean
save_complaint (SignetTables *tables,
                const char *id,
                const char *party,
                const char *number,
                const char *status,
                const char *filed_at,
                GBytes *body,
                GError **error)
{
  g_autoptr (GBytes) sent_body = make_complaint (party);
  gboolean decided = body != NULL;
  SignetComplaintRecord record = {
    .id = (char *) id,
    .account = (char *) "account",
    .remote_id = (char *) (*number != '\0' ? id : ""),
    .number = (char *) number,
    .right_id = (char *) "right",
    .party_id = (char *) party,
    .reason = (char *) "counterfeit",
    .statement = (char *) "所售商品并非我司生产。",
    .status = (char *) status,
    .filed_at = (char *) filed_at,
    .decided_at = (char *) (decided ? "2026-11-20T09:00:00Z" : ""),
    .updated_at = (char *) "2026-11-20T09:00:00Z",
    .items_total = N_ITEMS,
    .items_decided = decided ? N_ITEMS : 0,
    .items_upheld = decided ? 2 : 0,
    .sent_body = sent_body,
    .body = body,
    .created_at = 1,
  };

  if (!signet_complaints_save (tables, &record, error))
    return FALSE;

  for (int i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *link = g_strdup_printf ("https://" HOST "%d", i);
      g_autofree char *remote_id = g_strdup_printf ("%s-item-%d", id, i);
      g_autofree char *text = g_strdup_printf (
          "{\"id\":\"%s\",\"complaint\":\"%s\",\"position\":%d,\"kind\":\"goods\",\"link\":\"%s\","
          "\"source\":\"%s\",\"target_id\":\"%d\",%s",
          remote_id, id, i, link, link, i, decided_ends[i]);
      g_autoptr (GBytes) item_body = decided ? g_bytes_new (text, strlen (text)) : NULL;
      SignetItemRecord item = {
        .complaint = (char *) id,
        .position = i,
        .remote_id = decided ? remote_id : (char *) "",
        .kind = (char *) "goods",
        .link = link,
        .status = (char *) (decided ? (i == 1 ? "not_found" : "removed") : ""),
        .body = item_body,
      };

      if (!signet_items_save (tables, &item, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_submission (SignetTables *tables, const char *complaint, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  SignetOutboxRecord record = {
    .id = (char *) complaint,
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_COMPLAINT,
    .subject = (char *) complaint,
    .title = (char *) "青云 QINGYUN",
    .method = (char *) "POST",
    .path = (char *) "/v1/complaints",
    .content_type = (char *) "application/json",
    .body = body,
    .idempotency_key = (char *) complaint,
    .state = (char *) SIGNET_STATUS_QUEUED,
    .created_at = 1,
  };

  return signet_outbox_add (tables, &record, NULL, error) &&
         signet_outbox_mark_sending (tables, complaint, error);
}

static gboolean
save_second_holder (SignetTables *tables, GError **error)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (GBytes) body = NULL;
  SignetPartyRecord record = { .id = (char *) "second",
                               .role = (char *) "principal",
                               .kind = (char *) "mainland_organisation",
                               .name = (char *) "杭州山野茶业有限公司",
                               .created_at = 1,
                               .updated_at = 1 };

  g_object_set (party, "role", "principal", "kind", "mainland_organisation", "name", "杭州山野茶业有限公司",
                NULL);
  record.body = body = signet_api_party_to_draft (party);

  return signet_parties_save (tables, &record, error);
}

/* One complaint decided, with its receipt; one refused, for the second holder of the right; one to be
 * corrected; and an unfinished one. */
static gboolean
save_work (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) decided = g_bytes_new_static (decided_body, strlen (decided_body));
  g_autoptr (GBytes) problem = g_bytes_new_static (problem_body, strlen (problem_body));
  g_autoptr (GBytes) draft_body = make_complaint ("party");
  SignetReceiptRecord receipt = {
    .id = (char *) "rcp_m2c5n7x3mzr4y6k1nahd8wtsfe",
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_COMPLAINT,
    .subject = (char *) "decided",
    .outbox = (char *) "decided",
    .jws = (char *) "e30.e30.AA",
    .verdict = (char *) "verified",
    .problem = (char *) "",
    .kid = (char *) "k",
    .request_digest = (char *) "",
    .n_files = 4,
    .key_first_seen = G_GINT64_CONSTANT (1795046400) * G_USEC_PER_SEC,
    .received_at = G_GINT64_CONSTANT (1795075200) * G_USEC_PER_SEC,
  };
  SignetDraftRecord draft = {
    .id = (char *) "draft",
    .kind = (char *) SIGNET_KIND_COMPLAINT,
    .account = (char *) "account",
    .subject = (char *) "",
    .title = (char *) "青云 QINGYUN",
    .page = (char *) "evidence",
    .n_items = 3,
    .body = draft_body,
    .created_at = 1,
    .updated_at = G_GINT64_CONSTANT (1795212000) * G_USEC_PER_SEC, /* two hours ago */
  };

  return save_second_holder (tables, error) &&
         save_complaint (tables, "decided", "party", "2026-0187", SIGNET_STATUS_PARTLY_UPHELD,
                         "2026-11-19T08:00:00Z", decided, error) &&
         save_complaint (tables, "refused", "second", "", SIGNET_STATUS_QUEUED, "", NULL, error) &&
         save_complaint (tables, "correct", "party", "2026-0203", SIGNET_STATUS_NEEDS_CORRECTION,
                         "2026-11-18T08:00:00Z", NULL, error) &&
         add_submission (tables, "decided", error) &&
         signet_outbox_mark_sent (tables, "decided", 2, &receipt, error) &&
         save_complaint (tables, "decided", "party", "2026-0187", SIGNET_STATUS_PARTLY_UPHELD,
                         "2026-11-19T08:00:00Z", decided, error) &&
         add_submission (tables, "refused", error) &&
         signet_outbox_fail (tables, "refused", "invalid", problem, error) &&
         signet_drafts_save (tables, &draft, error);
}

static gboolean
has_complaints (gpointer data)
{
  return g_list_model_get_n_items (signet_desk_get_complaints (data)) == 3;
}

static gboolean
has_today (gpointer data)
{
  return g_list_model_get_n_items (signet_desk_get_today (data)) > 3;
}

static void
set_up (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_work);
  wait_until (has_complaints, self->desk);
  wait_until (has_today, self->desk);
}

/* Tests */

static void
test_today (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  guint n_today = 0;

  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 900);

  /* what is decided doesn't wait */
  g_object_get (fixture->desk, "n-today", &n_today, NULL);
  g_assert_cmpuint (n_today, ==, 3);
  assert_says (&shown, "Three things wait for you");
  assert_says (&shown, "Complaint about 青云 QINGYUN");
  assert_says (&shown, "Left at “Evidence” 2 hours ago · 3 links");
  assert_says (&shown, "The complaint about 青云 QINGYUN wasn’t taken");
  assert_says (&shown, "The platform found something to correct in it.");
  assert_says (&shown, "Correct complaint 2026-0203");
  assert_says (&shown, "2 of 3 links removed");
  assert_silent (&shown, "Coming Up");

  press (&shown, "Continue");
  g_assert_cmpstr (shown.asked, ==, "open-draft draft");

  /* the page follows what becomes of it */
  press (&shown, "Try Again");
  assert_silent (&shown, "The complaint about 青云 QINGYUN wasn’t taken");
  assert_says (&shown, "1 complaint · 青云 QINGYUN");
  assert_says (&shown, "Two things wait for you");

  done (&shown);
}

/* One of everything that runs out, before it does and afterwards. */
static gboolean
save_expiring (SignetTables *tables, gpointer data, GError **error)
{
  SignetPartyRecord person = { .id = (char *) "lin",
                               .role = (char *) "principal",
                               .kind = (char *) "mainland_person",
                               .name = (char *) "林青",
                               .document_valid_until = (char *) "2027-01-31" };
  SignetRightRecord renewable = { .id = (char *) "grace",
                                  .kind = (char *) "trademark",
                                  .number = (char *) "7654321",
                                  .name = (char *) "山茶",
                                  .party = (char *) "lin",
                                  .valid_until = (char *) "2026-10-31" };
  SignetRightRecord licensed = { .id = (char *) "licensed",
                                 .kind = (char *) "design",
                                 .name = (char *) "茶杯",
                                 .party = (char *) "lin",
                                 .licence_until = (char *) "2026-12-01",
                                 .annuity_paid_until = (char *) "2026-11-19" };
  SignetAuthorisationRecord given = { .id = (char *) "given",
                                      .principal = (char *) "lin",
                                      .valid_until = (char *) "2026-11-01" };

  return signet_parties_save (tables, &person, error) && signet_rights_save (tables, &renewable, error) &&
         signet_rights_save (tables, &licensed, error) && signet_authorisations_save (tables, &given, error);
}

static void
set_up_expiring (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_expiring);
  wait_until (has_today, self->desk);
}

static GtkWidget *
open_put_off (Shown *shown, const char *title)
{
  GtkWidget *label = find (GTK_WIDGET (shown->page), is_label, title);
  GtkWidget *row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *button = find_type (row, GTK_TYPE_MENU_BUTTON);

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static void
choose (GtkWidget *popover, const char *text)
{
  GtkWidget *label = find (popover, is_label, text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  settle ();
}

static void
choose_day (GtkWidget *popover, int month, int day)
{
  g_autoptr (GDateTime) when = g_date_time_new_local (2026, month, day, 0, 0, 0);

  gtk_calendar_select_day (GTK_CALENDAR (find_type (popover, GTK_TYPE_CALENDAR)), when);
  settle ();
}

/* What it runs out of decides which days are offered. */
static void
check_put_off (Shown *shown)
{
  GtkWidget *popover = open_put_off (shown, "The right 山茶 has expired");
  GtkWidget *button;

  g_assert_null (find (popover, is_label, "On the Last Day"));
  g_assert_nonnull (find (popover, is_label, "21 December 2026"));
  choose (popover, "In a Week");
  g_assert_true (g_str_has_prefix (shown->asked, "put-off expiring-"));
  g_assert_true (g_str_has_suffix (shown->asked, " 2026-11-28"));

  popover = open_put_off (shown, "The identity document of 林青 expires");
  choose (popover, "In a Month");
  g_assert_true (g_str_has_suffix (shown->asked, " 2026-12-21"));
  popover = open_put_off (shown, "The licence for 茶杯 runs out");
  g_assert_null (find (popover, is_label, "In a Month"));
  choose (popover, "On the Last Day");
  g_assert_true (g_str_has_suffix (shown->asked, " 2026-12-01"));

  popover = open_put_off (shown, "The licence for 茶杯 runs out");
  choose (popover, "On Another Day…");
  button = find (popover, is_button, "Remind on 22 November 2026");
  g_assert_true (gtk_widget_get_sensitive (button));
  choose_day (popover, 11, 21);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Tomorrow at the Earliest");
  g_assert_false (gtk_widget_get_sensitive (button));
  choose_day (popover, 12, 2);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "1 December 2026 at the Latest");
  g_assert_false (gtk_widget_get_sensitive (button));
  choose_day (popover, 12, 1);
  g_assert_true (gtk_widget_get_sensitive (button));
  choose_day (popover, 11, 25);
  choose (popover, "Remind on 25 November 2026");
  g_assert_true (g_str_has_suffix (shown->asked, " 2026-11-25"));
}

static void
test_today_expiring (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 900);
  assert_says (&shown, "The right 山茶 has expired");
  assert_says (&shown, "The authorisation of 林青 has run out");
  assert_says (&shown, "The licence for 茶杯 runs out");
  assert_says (&shown, "The annuity for 茶杯 is overdue");
  assert_says (&shown,
               "paid until 19 November 2026; for six months from then it may be paid with a surcharge");
  assert_says (&shown, "The identity document of 林青 expires");
  check_put_off (&shown);
  done (&shown);

  /* where there is little width, too */
  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shown.page)), <=, 360);
  check_put_off (&shown);
  done (&shown);
}

/* An agent's desk with two owners it acts for: one has given its authorisation. */
static gboolean
save_agency (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (SignetAccountRecord) account = signet_accounts_find (tables, "account", error);
  SignetPartyRecord agency = { .id = (char *) "party",
                               .role = (char *) "agent",
                               .own = TRUE,
                               .kind = (char *) "mainland_organisation",
                               .name = (char *) "上海正源知识产权代理有限公司" };
  SignetPartyRecord owner = { .id = (char *) "lin",
                              .role = (char *) "principal",
                              .kind = (char *) "mainland_person",
                              .name = (char *) "林青" };
  SignetPartyRecord authorising = { .id = (char *) "mei",
                                    .role = (char *) "principal",
                                    .kind = (char *) "mainland_person",
                                    .name = (char *) "梅雨" };

  if (account == NULL)
    return FALSE;
  g_free (account->email);
  account->email = g_strdup ("lin@example.com");

  return signet_accounts_save (tables, account, error) && signet_parties_save (tables, &agency, error) &&
         signet_parties_save (tables, &owner, error) && signet_parties_save (tables, &authorising, error) &&
         save_agent_authorisation (tables, "direct", "mei", "party", "", FALSE, "2027-01-01", error) &&
         save_work (tables, data, error);
}

static void
set_up_agency (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_agency);
  wait_until (has_today, self->desk);
}

/* The button for the next step changes its action and the action's parameter; the own identity is done for
 * each principal. */
static void
test_today_steps (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  signet_desk_set_principal (fixture->desk, "mei");
  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 900);
  assert_says (&shown, "To Your First Complaint");
  press (&shown, "Add a Right");
  g_assert_cmpstr (shown.asked, ==, "new-right");

  signet_desk_set_principal (fixture->desk, "lin");
  assert_says (&shown, "Add an Authorisation");
  press (&shown, "Add an Authorisation");
  g_assert_cmpstr (shown.asked, ==, "new-authorisation ");

  signet_desk_set_principal (fixture->desk, "mei");
  assert_says (&shown, "Add a Right");
  press (&shown, "Add a Right");
  g_assert_cmpstr (shown.asked, ==, "new-right");

  done (&shown);
}

/* Where the principal stands is followed, not only what comes first in its list. */
static void
test_today_steps_status (ComplaintFixture *fixture, gconstpointer data)
{
  GListModel *parties = signet_desk_get_parties (fixture->desk);
  g_autoptr (GObject) principal = NULL;
  Shown shown;

  signet_desk_set_principal (fixture->desk, "mei");
  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 900);
  assert_says (&shown, "Add a Right");
  principal = g_list_model_get_item (parties, g_list_model_get_n_items (parties) - 1);
  g_object_set (principal, "status", "needs_correction", NULL);
  assert_says (&shown, "Needs correction");
  g_object_set (principal, "status", "approved", NULL);
  assert_says (&shown, "Approved");

  done (&shown);
}

/* An identity that wasn't taken, and what waits for it. */
static gboolean
save_held (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  SignetOutboxRecord party = {
    .id = (char *) "party",
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) "party",
    .title = (char *) "杭州青云茶叶有限公司",
    .method = (char *) "POST",
    .path = (char *) "/v1/parties",
    .content_type = (char *) "application/json",
    .body = body,
    .idempotency_key = (char *) "party",
    .created_at = 1,
  };
  SignetOutboxRecord right = party;

  right.id = (char *) "right";
  right.kind = (char *) SIGNET_KIND_RIGHT;
  right.subject = (char *) "right";
  right.title = (char *) "青云 QINGYUN";
  right.idempotency_key = (char *) "right";
  right.body = NULL;
  right.depends = (char *) "party";

  return signet_outbox_add (tables, &party, NULL, error) && signet_outbox_add (tables, &right, NULL, error) &&
         signet_outbox_fail (tables, "party", "invalid", NULL, error);
}

/* A complaint about that right. */
static gboolean
save_waiting (SignetTables *tables, gpointer data, GError **error)
{
  SignetOutboxRecord complaint = {
    .id = (char *) "waiting",
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_COMPLAINT,
    .subject = (char *) "waiting",
    .title = (char *) "青云 QINGYUN",
    .method = (char *) "POST",
    .path = (char *) "/v1/complaints",
    .content_type = (char *) "application/json",
    .idempotency_key = (char *) "waiting",
    .depends = (char *) "right",
    .created_at = 1,
  };

  return save_held (tables, data, error) &&
         save_complaint (tables, "waiting", "party", "", SIGNET_STATUS_QUEUED, "", NULL, error) &&
         signet_outbox_add (tables, &complaint, NULL, error);
}

static void
set_up_waiting (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_waiting);
}

static gboolean
has_two (gpointer data)
{
  return g_list_model_get_n_items (signet_desk_get_today (data)) == 2;
}

static void
set_up_held (ComplaintFixture *self, gconstpointer data)
{
  complaint_fixture_open_desk (self, save_held);
  wait_until (has_two, self->desk);
}

static void
test_today_held (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *title;

  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 900);
  assert_says (&shown, "One thing waits for you");
  assert_says (&shown, "The identity of 杭州青云茶叶有限公司 wasn’t taken");
  assert_says (&shown, "1 right · 青云 QINGYUN");
  assert_says (&shown, "Waits for the identity of 杭州青云茶叶有限公司, which wasn’t taken. "
                       "Once that is, it is sent by itself.");

  title = find (GTK_WIDGET (shown.page), is_label, "1 right · 青云 QINGYUN");
  gtk_widget_activate (gtk_widget_get_ancestor (title, GTK_TYPE_LIST_BOX_ROW));
  settle ();
  g_assert_cmpstr (shown.asked, ==, "open-party party");

  press (&shown, "Try Again");
  assert_says (&shown, "It is on its way to the platform.");
  assert_silent (&shown, "Waits for the identity of 杭州青云茶叶有限公司, which wasn’t taken. "
                         "Once that is, it is sent by itself.");
  done (&shown);
}

static void
test_today_narrow (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *title;

  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shown.page)), <=, 360);

  /* the row does what the button did */
  g_assert_null (find (GTK_WIDGET (shown.page), is_button, "Continue"));
  title = find (GTK_WIDGET (shown.page), is_label, "Complaint about 青云 QINGYUN");
  gtk_widget_activate (gtk_widget_get_ancestor (title, GTK_TYPE_LIST_BOX_ROW));
  settle ();
  g_assert_cmpstr (shown.asked, ==, "open-draft draft");

  done (&shown);
}

static void
test_complaints (ComplaintFixture *fixture, gconstpointer data)
{
  GListModel *list = signet_desk_get_complaints (fixture->desk);
  Shown shown;
  GtkWidget *entry;

  show (&shown, make_page (fixture, SIGNET_TYPE_COMPLAINTS_PAGE), 900);
  assert_says (&shown, "3 in all");
  assert_says (&shown, "2026-0187 · 杭州青云茶叶有限公司");
  assert_says (&shown, "not sent yet · 杭州山野茶业有限公司");
  assert_says (&shown, "Partly upheld");
  assert_says (&shown, "2 of 3");
  assert_says (&shown, "correct it");
  assert_says (&shown, "see why");
  assert_says (&shown, "Counterfeit");

  entry = find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY);
  gtk_widget_activate_action (entry, "list.status", "s", SIGNET_STATUS_NEEDS_CORRECTION);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  assert_says (&shown, "1 found");
  assert_says (&shown, "Status: Needs correction");
  assert_silent (&shown, "2 of 3");

  /* the search looks among those only */
  signet_page_search (shown.page);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing of the kind");
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  assert_says (&shown, "No Complaint Matches");

  press (&shown, "Show All");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  assert_says (&shown, "3 in all");

  done (&shown);
}

static void
assert_sorted (Shown *shown, GListModel *list, const char *sort, const char *label, gboolean number_first)
{
  g_autoptr (SignetComplaintRow) first = NULL;

  gtk_widget_activate_action (find_type (GTK_WIDGET (shown->page), GTK_TYPE_SEARCH_ENTRY),
                              "list.complaints-sort", "s", sort);
  settle ();
  assert_says (shown, label);
  first = g_list_model_get_item (list, 0);
  g_assert_cmpint (*signet_complaint_row_get_number (first) != '\0', ==, number_first);
}

/* The order is remembered: a page made later has it too. */
static void
test_complaints_sorted (ComplaintFixture *fixture, gconstpointer data)
{
  GListModel *list = signet_desk_get_complaints (fixture->desk);
  Shown shown;

  show (&shown, make_page (fixture, SIGNET_TYPE_COMPLAINTS_PAGE), 900);
  assert_says (&shown, "Sort: Newest First");
  assert_sorted (&shown, list, "status", "Sort: By Status", FALSE);
  assert_sorted (&shown, list, "number", "Sort: By Number", TRUE);
  done (&shown);

  show (&shown, make_page (fixture, SIGNET_TYPE_COMPLAINTS_PAGE), 360);
  assert_says (&shown, "Sort: By Number");
  assert_sorted (&shown, list, "status", "Sort: By Status", FALSE);
  gtk_widget_activate_action (find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY),
                              "list.complaints-sort", "s", "newest");
  done (&shown);
}

static void
test_complaints_narrow (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  show (&shown, make_page (fixture, SIGNET_TYPE_COMPLAINTS_PAGE), 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (shown.page)), <=, 360);
  assert_says (&shown, "2026-0187 · 杭州青云茶叶有限公司 · 2 of 3");
  assert_says (&shown, "Partly upheld");
  done (&shown);
}

static void
test_decided (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *page;

  show (&shown, signet_complaint_page_new (fixture->desk, "decided"), 900);
  page = GTK_WIDGET (shown.page);

  assert_says (&shown, "Complaint 2026-0187");
  assert_says (&shown, "3 Links");
  assert_says (&shown, "Removed 2 · Not found 1");
  g_assert_cmpuint (count (page, is_label, "Removed"), ==, 2);
  g_assert_cmpuint (count (page, is_label, "Not found"), ==, 1);
  assert_says (&shown, HOST "0");
  assert_says (&shown, "Goods · Delisted, 20 November");
  assert_says (&shown, "The link leads nowhere any more. The platform found nothing there. If it is back, "
                       "complain about the new link.");
  /* the seller's two stand together, the unknown one below */
  assert_says (&shown, "山野茶铺 · 2 links");
  assert_says (&shown, "Seller not known · 1 link");
  assert_says (&shown, "20 November, 09:00, 2 of 3 links");
  assert_says (&shown, "Receipt verified");
  assert_says (&shown, "Signed by the platform. All 5 digests match what you sent.");
  assert_says (&shown, "所售商品并非我司生产。");

  done (&shown);
}

static void
test_refused (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *link;

  show (&shown, signet_complaint_page_new (fixture->desk, "refused"), 900);
  assert_says (&shown, "The platform found something to correct in it.");
  assert_says (&shown, "• This reason needs evidence\n   Add at least one file that shows it.");
  assert_says (&shown, "No receipt yet");
  link = find (GTK_WIDGET (shown.page), is_label, HOST "0");
  g_assert_nonnull (link);
  /* for whom it was filed, whoever else holds the right */
  assert_says (&shown, "杭州山野茶业有限公司");
  assert_silent (&shown, "杭州青云茶叶有限公司");

  press (&shown, "Try Again");
  assert_silent (&shown, "The platform found something to correct in it.");
  assert_says (&shown, "It is on its way to the platform.");
  /* what didn't change stayed where it was */
  g_assert_true (find (GTK_WIDGET (shown.page), is_label, HOST "0") == link);

  done (&shown);
}

/* A complaint that can't go out says what it waits for, and that it goes when that does. */
static void
test_waiting (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  show (&shown, signet_complaint_page_new (fixture->desk, "waiting"), 900);
  assert_says (&shown, "Ready to send");
  assert_says (&shown, "Waits for the identity of 杭州青云茶叶有限公司, which wasn’t taken. "
                       "Once that is, it is sent by itself.");
  signet_desk_retry_submission (fixture->desk, "party");
  assert_says (&shown, "It is on its way to the platform.");
  assert_silent (&shown, "Submitted, not yet reviewed");
  done (&shown);
}

/* The window's pages: there and back again, and what is over a page goes with it. */
static void
test_stack (ComplaintFixture *fixture, gconstpointer data)
{
  SignetPageStack *stack = g_object_new (SIGNET_TYPE_PAGE_STACK, NULL);
  GtkWidget *window = gtk_window_new ();
  SignetPage *rights = make_page (fixture, SIGNET_TYPE_RIGHTS_PAGE);
  SignetPage *identity = make_page (fixture, SIGNET_TYPE_IDENTITY_PAGE);
  SignetPage *right = signet_record_page_new (fixture->desk, "right");
  SignetPage *party = signet_party_page_new (fixture->desk, "party");
  GtkWidget *focus;
  gboolean folded = FALSE;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (stack));
  signet_page_stack_add (stack, "rights", rights);
  signet_page_stack_add (stack, "identity", identity);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_true (signet_page_stack_get_page (stack) == rights);
  g_assert_false (signet_page_stack_pop (stack));

  /* back to the page below, and to what had the focus there */
  gtk_widget_child_focus (GTK_WIDGET (rights), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (rights)));
  signet_page_stack_push (stack, g_object_ref_sink (right));
  settle ();
  g_assert_true (signet_page_stack_get_page (stack) == right);
  g_assert_true (signet_page_get_pushed (right));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (rights)));
  gtk_widget_child_focus (GTK_WIDGET (right), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) != focus);
  g_object_set (stack, "folded", TRUE, NULL);
  signet_page_stack_push (stack, g_object_ref_sink (party));
  g_object_get (party, "folded", &folded, NULL);
  g_assert_true (folded);
  settle ();
  g_assert_true (signet_page_stack_pop (stack));
  g_assert_true (signet_page_stack_get_page (stack) == right);
  settle ();
  g_assert_finalize_object (party);
  gtk_window_set_focus (GTK_WINDOW (window), NULL); /* as when what had it there is gone */
  g_assert_true (signet_page_stack_pop (stack));
  g_assert_true (signet_page_stack_get_page (stack) == rights);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == focus);
  settle ();
  g_assert_finalize_object (right);

  /* another main page closes what was opened from this one */
  right = signet_record_page_new (fixture->desk, "right");
  signet_page_stack_push (stack, g_object_ref_sink (right));
  g_assert_false (signet_page_stack_go (stack, "nowhere"));
  g_assert_true (signet_page_stack_get_page (stack) == right);
  g_assert_true (signet_page_stack_go (stack, "identity"));
  g_assert_true (signet_page_stack_get_page (stack) == identity);
  settle ();
  g_assert_finalize_object (right);
  g_assert_false (signet_page_stack_pop (stack));

  /* and what is opened from there leads back there */
  signet_page_stack_push (stack, signet_party_page_new (fixture->desk, "party"));
  g_assert_true (signet_page_stack_pop (stack));
  g_assert_true (signet_page_stack_get_page (stack) == identity);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static gboolean
save_correction (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  SignetOutboxRecord record = {
    .id = (char *) "correction",
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_RIGHT,
    .subject = (char *) "right",
    .title = (char *) "青云 QINGYUN",
    .method = (char *) "PATCH",
    .path = (char *) "/v1/rights/right",
    .content_type = (char *) "application/merge-patch+json",
    .body = body,
    .idempotency_key = (char *) "correction",
    .state = (char *) SIGNET_STATUS_QUEUED,
    .created_at = 1,
  };

  return save_right (tables, "right", "68123457", "青云 QINGYUN", SIGNET_STATUS_NEEDS_CORRECTION, error) &&
         signet_outbox_add (tables, &record, NULL, error);
}

static gboolean
refuse (SignetTables *tables, gpointer submission, GError **error)
{
  return signet_outbox_fail (tables, submission, "locked", NULL, error);
}

static void
write_store (ComplaintFixture *fixture, SignetStoreWrite write, const char *data)
{
  g_autoptr (GError) error = NULL;

  signet_store_write (signet_desk_get_store (fixture->desk), write, (gpointer) data, &error);
  g_assert_no_error (error);
  settle ();
}

/* That it is on its way is said while it is. */
static void
check_on_its_way (ComplaintFixture *fixture,
                  SignetDraftKind kind,
                  const char *subject,
                  const char *submission)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *window = gtk_window_new ();
  g_autoptr (SignetDraft) draft = complaint_fixture_begin (fixture, kind, NULL);

  gtk_window_set_child (GTK_WINDOW (window), overlay);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), gtk_label_new (""));
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  signet_on_its_way_tell (fixture->desk, draft, subject, "On its way", ADW_TOAST_OVERLAY (overlay));
  settle ();
  g_assert_nonnull (find (overlay, is_label, "On its way"));
  write_store (fixture, refuse, submission);
  g_assert_null (find (overlay, is_label, "On its way"));

  /* and isn't where the refusal was faster */
  signet_on_its_way_tell (fixture->desk, draft, subject, "On its way", ADW_TOAST_OVERLAY (overlay));
  settle ();
  g_assert_null (find (overlay, is_label, "On its way"));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static void
test_on_its_way (ComplaintFixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  write_store (fixture, save_correction, NULL);
  check_on_its_way (fixture, SIGNET_DRAFT_RIGHT, "right", "correction");
  signet_desk_retry_submission (fixture->desk, "refused");
  settle ();
  check_on_its_way (fixture, SIGNET_DRAFT_COMPLAINT, "refused", "refused");
}

static void
add_test (const char *path, void (*test) (ComplaintFixture *fixture, gconstpointer data))
{
  g_test_add (path, ComplaintFixture, NULL, set_up, test, complaint_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/gui/pages/stack", test_stack);
  add_test ("/gui/pages/today", test_today);
  add_test ("/gui/pages/today/narrow", test_today_narrow);
  g_test_add ("/gui/pages/today/expiring", ComplaintFixture, NULL, set_up_expiring, test_today_expiring,
              complaint_fixture_tear_down);
  g_test_add ("/gui/pages/today/steps/status", ComplaintFixture, NULL, set_up_agency, test_today_steps_status,
              complaint_fixture_tear_down);
  g_test_add ("/gui/pages/today/steps", ComplaintFixture, NULL, set_up_agency, test_today_steps,
              complaint_fixture_tear_down);
  g_test_add ("/gui/pages/today/held", ComplaintFixture, NULL, set_up_held, test_today_held,
              complaint_fixture_tear_down);
  add_test ("/gui/pages/complaints", test_complaints);
  add_test ("/gui/pages/complaints/narrow", test_complaints_narrow);
  add_test ("/gui/pages/complaints/sorted", test_complaints_sorted);
  add_test ("/gui/pages/complaint/decided", test_decided);
  add_test ("/gui/pages/complaint/refused", test_refused);
  g_test_add ("/gui/pages/complaint/waiting", ComplaintFixture, NULL, set_up_waiting, test_waiting,
              complaint_fixture_tear_down);
  add_test ("/gui/pages/on-its-way", test_on_its_way);

  return g_test_run ();
}
