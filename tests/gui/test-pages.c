/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The main pages on a real desk whose platform can't be reached: what waits, the list of complaints, what
 * became of one, rights and identity; and that they follow the desk. */

#include "agent-fixture.h"

#include "api/signet-api-complaint.h"
#include "api/signet-json.h"
#include "app/signet-import-window.h"
#include "app/signet-complaint-page.h"
#include "app/signet-complaints-page.h"
#include "app/signet-authorisation-page.h"
#include "app/signet-identity-page.h"
#include "app/signet-party-page.h"
#include "app/signet-page-stack.h"
#include "app/signet-record-page.h"
#include "app/signet-rights-page.h"
#include "app/signet-today-page.h"
#include "desk/signet-incoming.h"
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
make_complaint (void)
{
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();

  g_object_set (complaint, "right-id", "right", "party-id", "party", "reason", "counterfeit", "statement",
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
                const char *number,
                const char *status,
                const char *filed_at,
                GBytes *body,
                GError **error)
{
  g_autoptr (GBytes) sent_body = make_complaint ();
  gboolean decided = body != NULL;
  SignetComplaintRecord record = {
    .id = (char *) id,
    .account = (char *) "account",
    .remote_id = (char *) (*number != '\0' ? id : ""),
    .number = (char *) number,
    .right_id = (char *) "right",
    .party_id = (char *) "party",
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

/* One complaint decided, with its receipt; one refused; one to be corrected; and an unfinished one. */
static gboolean
save_work (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) decided = g_bytes_new_static (decided_body, strlen (decided_body));
  g_autoptr (GBytes) problem = g_bytes_new_static (problem_body, strlen (problem_body));
  g_autoptr (GBytes) draft_body = make_complaint ();
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

  return save_complaint (tables, "decided", "2026-0187", SIGNET_STATUS_PARTLY_UPHELD, "2026-11-19T08:00:00Z",
                         decided, error) &&
         save_complaint (tables, "refused", "", SIGNET_STATUS_QUEUED, "", NULL, error) &&
         save_complaint (tables, "correct", "2026-0203", SIGNET_STATUS_NEEDS_CORRECTION,
                         "2026-11-18T08:00:00Z", NULL, error) &&
         add_submission (tables, "decided", error) &&
         signet_outbox_mark_sent (tables, "decided", 2, &receipt, error) &&
         save_complaint (tables, "decided", "2026-0187", SIGNET_STATUS_PARTLY_UPHELD, "2026-11-19T08:00:00Z",
                         decided, error) &&
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

/* A page in a window that has the actions a page may ask for. */

typedef struct
{
  GtkWidget *window;
  SignetPage *page;
  char *asked; /* the last action, with its target */
} Shown;

static void
asked_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Shown *shown = user_data;

  g_free (shown->asked);
  shown->asked = parameter != NULL ? g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)),
                                                      g_variant_get_string (parameter, NULL))
                                   : g_strdup (g_action_get_name (G_ACTION (action)));
}

static void
show (Shown *shown, SignetPage *page, int width)
{
  static const GActionEntry actions[] = {
    { "open-draft", asked_cb, "s" },
    { "open-complaint", asked_cb, "s" },
    { "open-right", asked_cb, "s" },
    { "open-party", asked_cb, "s" },
    { "open-authorisation", asked_cb, "s" },
    { "new-authorisation", asked_cb, "s" },
    { "new-principal", asked_cb },
    { "new-first-agent", asked_cb },
    { "put-off", asked_cb, "s" },
    { "go", asked_cb, "s" },
    { "complain-about", asked_cb, "s" },
    { "new-complaint", asked_cb },
    { "new-right", asked_cb },
    { "new-identity", asked_cb },
    { "sign-in", asked_cb },
    { "search", asked_cb },
    { "search-complaints", asked_cb },
    { "back", asked_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  shown->asked = NULL;
  shown->page = page;
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), shown);
  shown->window = gtk_window_new ();
  gtk_widget_insert_action_group (shown->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (shown->window), width, 900);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (shown->window));
  signet_page_shown (page);
  settle ();
}

static void
done (Shown *shown)
{
  g_object_ref (shown->page);
  gtk_window_destroy (GTK_WINDOW (shown->window));
  settle ();
  g_assert_finalize_object (shown->page);
  g_free (shown->asked);
}

typedef gboolean (*Match) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Match match, gconstpointer data)
{
  if (match (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count (GtkWidget *widget, Match match, gconstpointer data)
{
  guint n = match (widget, data);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, match, data);

  return n;
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_toggle (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW) != NULL;
}

static gboolean
is_entry (GtkWidget *widget, gconstpointer unused)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

/* What the store's worker has to write first takes its time on a busy machine. */
static gboolean
comes_to_say (Shown *shown, const char *text, gboolean wanted)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  while ((find (GTK_WIDGET (shown->page), says, text) != NULL) != wanted)
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  return TRUE;
}

static void
assert_says (Shown *shown, const char *text)
{
  if (!comes_to_say (shown, text, TRUE))
    g_error ("nothing here says “%s”", text);
}

static void
assert_silent (Shown *shown, const char *text)
{
  if (!comes_to_say (shown, text, FALSE))
    g_error ("something says “%s”", text);
}

static void
press (Shown *shown, const char *label)
{
  GtkWidget *button = find (GTK_WIDGET (shown->page), is_button, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static SignetPage *
make_page (ComplaintFixture *fixture, GType type)
{
  return g_object_new (type, "desk", fixture->desk, NULL);
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
                                 .licence_until = (char *) "2026-12-01" };
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

static void
test_today_expiring (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;

  show (&shown, make_page (fixture, SIGNET_TYPE_TODAY_PAGE), 900);
  assert_says (&shown, "The right 山茶 has expired");
  assert_says (&shown, "The authorisation of 林青 has run out");
  assert_says (&shown, "The licence for 茶杯 runs out");
  assert_says (&shown, "The identity document of 林青 expires");
  press (&shown, "Remind Later");
  g_assert_true (g_str_has_prefix (shown.asked, "put-off expiring-"));
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
  title = find (GTK_WIDGET (shown.page), says, "Complaint about 青云 QINGYUN");
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
  assert_says (&shown, "not sent yet · 杭州青云茶叶有限公司");
  assert_says (&shown, "Partly upheld");
  assert_says (&shown, "2 of 3");
  assert_says (&shown, "correct it");
  assert_says (&shown, "see why");
  assert_says (&shown, "Counterfeit");

  gtk_widget_activate_action (GTK_WIDGET (shown.page), "list.status", "s", SIGNET_STATUS_NEEDS_CORRECTION);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  assert_says (&shown, "1 found");
  assert_says (&shown, "Status: Needs correction");
  assert_silent (&shown, "2 of 3");

  /* the search looks among those only */
  signet_page_search (shown.page);
  entry = find (GTK_WIDGET (shown.page), is_entry, NULL);
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

  gtk_widget_activate_action (GTK_WIDGET (shown->page), "list.complaints-sort", "s", sort);
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
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "list.complaints-sort", "s", "newest");
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
  g_assert_cmpuint (count (page, says, "Removed"), ==, 2);
  g_assert_cmpuint (count (page, says, "Not found"), ==, 1);
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
  link = find (GTK_WIDGET (shown.page), says, HOST "0");
  g_assert_nonnull (link);

  press (&shown, "Try Again");
  assert_silent (&shown, "The platform found something to correct in it.");
  assert_says (&shown, "It is on its way to the platform.");
  /* what didn't change stayed where it was */
  g_assert_true (find (GTK_WIDGET (shown.page), says, HOST "0") == link);

  done (&shown);
}

static gboolean
is_push_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_search (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_SEARCH_ENTRY (widget);
}

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
test_rights (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *title, *search, *view;
  int minimum;

  show (&shown, make_page (fixture, SIGNET_TYPE_RIGHTS_PAGE), 900);
  assert_says (&shown, "Trademark · 68123457");
  assert_says (&shown, "杭州青云茶叶有限公司");
  assert_says (&shown, "27 March 2033");
  assert_says (&shown, "Approved");
  assert_says (&shown, "Rejected");
  /* filtered by what is typed and by what is chosen */
  search = find (GTK_WIDGET (shown.page), is_search, NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "８１２３４５７");
  wait_until (has_one_right, fixture->desk);
  settle ();
  assert_silent (&shown, "青山");
  gtk_widget_activate_action (GTK_WIDGET (shown.page), "list.status", "s", SIGNET_STATUS_REJECTED);
  wait_until (has_no_right, fixture->desk);
  settle ();
  assert_says (&shown, "No Right Matches");
  press (&shown, "Show All");
  wait_until (has_rights, fixture->desk);
  settle ();

  title = find (GTK_WIDGET (shown.page), says, "青云 QINGYUN");
  view = gtk_widget_get_ancestor (title, GTK_TYPE_COLUMN_VIEW);
  g_assert_nonnull (view);
  g_signal_emit_by_name (view, "activate", 1u); /* newest first */
  settle ();
  g_assert_cmpstr (shown.asked, ==, "open-right right");
  done (&shown);

  /* where there is little width, the same in a list */
  show (&shown, make_page (fixture, SIGNET_TYPE_RIGHTS_PAGE), 340);
  assert_says (&shown, "Trademark · 68123457");
  assert_says (&shown, "杭州青云茶叶有限公司 · until 27\u00a0March\u00a02033");
  gtk_widget_measure (GTK_WIDGET (shown.page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  done (&shown);

  show (&shown, signet_record_page_new (fixture->desk, SIGNET_KIND_RIGHT, "right"), 900);
  assert_says (&shown, "Class 30: 茶；茶饮料；蜂蜜；糕点");
  assert_says (&shown, "Approved");
  assert_silent (&shown, "What the Platform Found");
  assert_says (&shown, "Certified On");
  assert_silent (&shown, "Not certified with this account");
  assert_silent (&shown, "No complaint can be filed with it now");
  done (&shown);

  /* what can't carry a complaint says why */
  show (&shown, signet_record_page_new (fixture->desk, SIGNET_KIND_RIGHT, "refused"), 900);
  assert_says (&shown, "The platform didn’t accept this right.");
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
  return find (window, says, "1 Right Imported") != NULL;
}

static gboolean
says_counts (gpointer window)
{
  GtkWidget *button = find (window, is_push_button, "Import 1 Right");

  return button != NULL && gtk_widget_get_sensitive (button);
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
  g_assert_nonnull (find (GTK_WIDGET (window), says, "1 good, 1 with errors, 0 there already"));
  g_assert_nonnull (find (GTK_WIDGET (window), says, "Line 3 · left out"));
  g_assert_true (has_rights (fixture->desk));

  g_signal_emit_by_name (find (GTK_WIDGET (window), is_push_button, "Import 1 Right"), "clicked");
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
  GtkWidget *title = find (GTK_WIDGET (shown->page), says, label);
  GtkWidget *row;

  g_assert_nonnull (title);
  row = gtk_widget_get_parent (gtk_widget_get_ancestor (title, GTK_TYPE_LIST_BOX_ROW));
  gtk_widget_activate (row);
  settle ();
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

  show (&shown, signet_record_page_new (fixture->desk, SIGNET_KIND_RIGHT, "right"), 900);
  assert_says (&shown, "geographical_indication");
  assert_says (&shown, "GI-0001");
  assert_says (&shown, "under_appeal");
  assert_says (&shown, "Something isn’t right here (origin-unclear)");
  done (&shown);

  show (&shown, make_page (fixture, SIGNET_TYPE_IDENTITY_PAGE), 900);
  assert_says (&shown, "西湖区龙井茶产业协会");
  assert_says (&shown, "producers_league · Rights holder");
  assert_says (&shown, "on_parole");
  done (&shown);

  show (&shown, signet_record_page_new (fixture->desk, SIGNET_KIND_PARTY, "party"), 900);
  assert_says (&shown, "producers_league");
  assert_says (&shown, "league_charter");
  assert_says (&shown, "on_parole");
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
  SignetPage *right = signet_record_page_new (fixture->desk, SIGNET_KIND_RIGHT, "right");
  SignetPage *party = signet_record_page_new (fixture->desk, SIGNET_KIND_PARTY, "party");
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
  right = signet_record_page_new (fixture->desk, SIGNET_KIND_RIGHT, "right");
  signet_page_stack_push (stack, g_object_ref_sink (right));
  g_assert_false (signet_page_stack_go (stack, "nowhere"));
  g_assert_true (signet_page_stack_get_page (stack) == right);
  g_assert_true (signet_page_stack_go (stack, "identity"));
  g_assert_true (signet_page_stack_get_page (stack) == identity);
  settle ();
  g_assert_finalize_object (right);
  g_assert_false (signet_page_stack_pop (stack));

  /* and what is opened from there leads back there */
  signet_page_stack_push (stack, signet_record_page_new (fixture->desk, SIGNET_KIND_PARTY, "party"));
  g_assert_true (signet_page_stack_pop (stack));
  g_assert_true (signet_page_stack_get_page (stack) == identity);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
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
  add_test ("/gui/pages/complaints", test_complaints);
  add_test ("/gui/pages/complaints/narrow", test_complaints_narrow);
  add_test ("/gui/pages/complaints/sorted", test_complaints_sorted);
  add_test ("/gui/pages/complaint/decided", test_decided);
  add_test ("/gui/pages/complaint/refused", test_refused);
  add_test ("/gui/pages/rights", test_rights);
  add_test ("/gui/pages/import", test_import);
  add_test ("/gui/pages/identity", test_identity);
  g_test_add ("/gui/pages/new-words", ComplaintFixture, NULL, set_up_new_words, test_new_words,
              complaint_fixture_tear_down);
  g_test_add ("/gui/pages/agent", ComplaintFixture, NULL, set_up_agent, test_agent,
              complaint_fixture_tear_down);

  return g_test_run ();
}
