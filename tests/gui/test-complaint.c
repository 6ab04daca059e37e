/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The complaint wizard, page by page and from its first page to its last, on a real desk whose platform can't
 * be reached: what is filed then waits in the outbox. */

#include "agent-fixture.h"
#include "find-widget.h"

#include "app/signet-check-row.h"
#include "app/signet-complaint-review-page.h"
#include "app/signet-complaint-right-page.h"
#include "app/signet-complaint-wizard.h"
#include "app/signet-evidence-page.h"
#include "app/signet-file-row.h"
#include "app/signet-id-row.h"
#include "app/signet-option-row.h"
#include "app/signet-reason-page.h"
#include "app/signet-self-check-page.h"
#include "app/signet-statement-page.h"
#include "app/signet-statement-template.h"
#include "app/signet-targets-page.h"
#include "app/signet-wizard-page.h"
#include "model/signet-item.h"

#define GOODS "https://app.kwaixiaodian.com/goods?id="

/* Two goods, one of them twice, a video, a short link, and words. */
#define PASTED                                                              \
  GOODS "739201846\n" GOODS "739201977&utm_source=share\n"                  \
        "https://www.kuaishou.com/short-video/3xkq83Zf\n"                   \
        "3.21 复制打开快手 https://v.kuaishou.com/AbCdEf 来看看\n" \
        "看这个 " GOODS "739201846&from=share\n"                            \
        "高山绿茶 礼盒 同款"

static gboolean
is_option (GtkWidget *widget, gconstpointer value)
{
  return SIGNET_IS_OPTION_ROW (widget) &&
         g_str_equal (signet_option_row_get_value (SIGNET_OPTION_ROW (widget)), value);
}

static void
press (GtkWidget *root, const char *label)
{
  GtkWidget *button = find (root, is_button, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
assert_says (GtkWidget *root, const char *text)
{
  if (find (root, is_label, text) == NULL)
    g_error ("nothing here says “%s”", text);
}

typedef struct
{
  GtkWidget *window;
  SignetWizardPage *page;
} Shown;

static void
show (Shown *shown, ComplaintFixture *fixture, GType type)
{
  shown->page = g_object_new (type, "desk", fixture->desk, "draft", fixture->draft, NULL);
  shown->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (shown->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (shown->window), GTK_WIDGET (shown->page));
  gtk_window_present (GTK_WINDOW (shown->window));
  signet_wizard_page_shown (shown->page);
  settle ();
}

static void
done (Shown *shown)
{
  g_object_ref (shown->page);
  gtk_window_destroy (GTK_WINDOW (shown->window));
  settle ();
  g_assert_finalize_object (shown->page);
}

static SignetComplaint *
get_complaint (ComplaintFixture *fixture)
{
  return signet_draft_get_complaint (fixture->draft);
}

/* Pages */

static void
test_right (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *option;

  show (&shown, fixture, SIGNET_TYPE_COMPLAINT_RIGHT_PAGE);

  /* the only one that can be used is chosen already, the other says why not */
  option = find (GTK_WIDGET (shown.page), is_option, "right");
  g_assert_true (signet_option_row_get_chosen (SIGNET_OPTION_ROW (option)));
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (option)), ==, 0);
  g_assert_cmpstr (signet_complaint_get_right_id (get_complaint (fixture)), ==, "right");
  g_assert_true (signet_wizard_page_get_complete (shown.page));
  option = find (GTK_WIDGET (shown.page), is_option, "refused");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (option)));
  assert_says (option, "The platform didn’t accept this right.");
  assert_says (option, "Rejected");

  done (&shown);
}

/* The authorisations of an agent's principal have ended. */
static gboolean
save_uncovered (SignetTables *tables, gpointer data, GError **error)
{
  return save_agent_world (tables, data, error) &&
         save_agent_authorisation (tables, "direct", "party", "agent", "", FALSE, "2026-02-28", error);
}

static void
set_up_agent (ComplaintFixture *self, gconstpointer uncovered)
{
  complaint_fixture_open_desk (self, uncovered != NULL ? save_uncovered : save_agent_world);
  self->draft = complaint_fixture_begin (self, SIGNET_DRAFT_COMPLAINT, "right");
}

/* The authorisation that covers is chosen by itself; where none does the reason is said, with a way on. */
static void
test_authorisation (ComplaintFixture *fixture, gconstpointer uncovered)
{
  Shown shown;
  GtkWidget *row;

  show (&shown, fixture, SIGNET_TYPE_COMPLAINT_RIGHT_PAGE);
  assert_says (GTK_WIDGET (shown.page), "杭州青云茶叶有限公司");
  row = find_type (GTK_WIDGET (shown.page), SIGNET_TYPE_ID_ROW);
  g_assert_true (gtk_widget_get_mapped (row));
  if (uncovered == NULL)
    {
      g_assert_cmpstr (signet_complaint_get_authorisation_id (get_complaint (fixture)), ==, "direct");
      g_assert_true (signet_wizard_page_get_complete (shown.page));
    }
  else
    {
      g_assert_false (signet_wizard_page_get_complete (shown.page));
      assert_says (GTK_WIDGET (shown.page), "The authorisation has ended");
      assert_says (GTK_WIDGET (shown.page), "Add an Authorisation…");
    }
  done (&shown);
}

static void
test_links (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *entry, *filter;
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (get_complaint (fixture)));

  show (&shown, fixture, SIGNET_TYPE_TARGETS_PAGE);
  g_assert_false (signet_wizard_page_get_complete (shown.page));
  assert_says (GTK_WIDGET (shown.page), "Nothing Here Yet");

  /* what is typed is kept before it is taken into the table */
  entry = find_type (GTK_WIDGET (shown.page), GTK_TYPE_ENTRY);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Links or share text");
  gtk_editable_set_text (GTK_EDITABLE (entry), PASTED);
  g_assert_cmpstr (signet_complaint_get_pasted (get_complaint (fixture)), ==, PASTED);
  press (GTK_WIDGET (shown.page), "Add");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 6);
  g_assert_nonnull (find (GTK_WIDGET (shown.page), is_button, "All 6"));
  g_assert_nonnull (find (GTK_WIDGET (shown.page), is_button, "New 4"));
  g_assert_nonnull (find (GTK_WIDGET (shown.page), is_button, "Duplicate 1"));
  g_assert_nonnull (find (GTK_WIDGET (shown.page), is_button, "Unknown 1"));
  g_assert_cmpstr (signet_wizard_page_get_status (shown.page), ==, "4 links will be filed");
  g_assert_cmpstr (signet_wizard_page_get_status_detail (shown.page), ==, "2 left out");
  g_assert_true (signet_wizard_page_get_complete (shown.page));
  assert_says (GTK_WIDGET (shown.page), "as line 1");
  assert_says (GTK_WIDGET (shown.page), "no link in this text");
  assert_says (GTK_WIDGET (shown.page), "v.kuaishou.com/AbCdEf");

  /* pills and filter show less and change nothing */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (GTK_WIDGET (shown.page), is_button, "Duplicate 1")),
                                TRUE);
  settle ();
  g_assert_null (find (GTK_WIDGET (shown.page), is_label, "v.kuaishou.com/AbCdEf"));
  assert_says (GTK_WIDGET (shown.page), "5"); /* its line is still its line */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find (GTK_WIDGET (shown.page), is_button, "All 6")), TRUE);
  filter = find_type (GTK_WIDGET (shown.page), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (filter), "高山");
  g_signal_emit_by_name (filter, "search-changed");
  settle ();
  g_assert_null (find (GTK_WIDGET (shown.page), is_label, "v.kuaishou.com/AbCdEf"));
  gtk_editable_set_text (GTK_EDITABLE (filter), "nowhere");
  g_signal_emit_by_name (filter, "search-changed");
  settle ();
  assert_says (GTK_WIDGET (shown.page), "No line matches the filter");
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 6);

  done (&shown);
}

static void
test_links_kind (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *table, *cell;
  g_autoptr (SignetItem) item = NULL;

  signet_draft_add_targets (fixture->draft, "https://v.kuaishou.com/AbCdEf");
  show (&shown, fixture, SIGNET_TYPE_TARGETS_PAGE);

  /* a short link is goods until the person says otherwise */
  item = g_list_model_get_item (G_LIST_MODEL (signet_complaint_get_items (get_complaint (fixture))), 0);
  g_assert_cmpstr (signet_item_get_kind (item), ==, SIGNET_TARGET_KIND_GOODS);
  table = find_type (GTK_WIDGET (shown.page), GTK_TYPE_COLUMN_VIEW);
  cell = find_type (table, GTK_TYPE_DROP_DOWN);
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Kind of line 1");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (cell), 2);
  settle ();
  g_assert_cmpstr (signet_item_get_kind (item), ==, SIGNET_TARGET_KIND_VIDEO);

  done (&shown);
}

static void
test_links_remove (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *table;
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (get_complaint (fixture)));
  g_autoptr (SignetItem) first = NULL;
  g_autoptr (SignetItem) now_first = NULL;

  signet_draft_add_targets (fixture->draft, PASTED);
  show (&shown, fixture, SIGNET_TYPE_TARGETS_PAGE);
  first = g_list_model_get_item (items, 0);

  table = find_type (GTK_WIDGET (shown.page), GTK_TYPE_COLUMN_VIEW);
  gtk_selection_model_select_range (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)), 0, 2, TRUE);
  settle ();
  press (GTK_WIDGET (shown.page), "Remove 2 Lines");
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 4);

  /* the one that repeated the first is the first now */
  g_assert_nonnull (find (GTK_WIDGET (shown.page), is_button, "Duplicate 0"));

  press (GTK_WIDGET (shown.page), "Undo");
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 6);
  now_first = g_list_model_get_item (items, 0);
  g_assert_true (first == now_first);
  g_assert_nonnull (find (GTK_WIDGET (shown.page), is_button, "Duplicate 1"));

  done (&shown);
}

static void
test_links_too_many (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 101; i++)
    g_string_append_printf (text, GOODS "%d\n", 1000 + i);
  signet_draft_add_targets (fixture->draft, text->str);
  show (&shown, fixture, SIGNET_TYPE_TARGETS_PAGE);

  assert_says (GTK_WIDGET (shown.page), "There are too many links");
  assert_says (GTK_WIDGET (shown.page), "There are 101; a complaint takes 100.");
  g_assert_false (signet_wizard_page_get_complete (shown.page));

  done (&shown);
}

static void
test_reason (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *option;

  /* goods and a video */
  signet_draft_add_targets (fixture->draft, PASTED);
  settle ();
  show (&shown, fixture, SIGNET_TYPE_REASON_PAGE);
  g_assert_false (signet_wizard_page_get_complete (shown.page));

  option = find (GTK_WIDGET (shown.page), is_option, "counterfeit");
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (option)));
  assert_says (option, "Your list also has: Video. This reason is for: Goods, Live stream.");

  option = find (GTK_WIDGET (shown.page), is_option, "same_mark");
  assert_says (option,
               "Evidence needed: A screenshot that shows where the sign is used, and the class of the "
               "accused goods.");
  signet_option_row_set_chosen (SIGNET_OPTION_ROW (option), TRUE);
  settle ();
  g_assert_cmpstr (signet_complaint_get_reason (get_complaint (fixture)), ==, "same_mark");
  g_assert_true (signet_wizard_page_get_complete (shown.page));

  done (&shown);
}

static void
drop (GtkWidget *page, const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_auto (GValue) value = G_VALUE_INIT;
      gboolean taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;
      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_set_boxed (&value, &files);
      g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
      g_assert_true (taken);
    }
}

static gboolean
is_idle (gpointer page)
{
  return !signet_wizard_page_get_busy (page);
}

static void
test_evidence (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GListModel *files = G_LIST_MODEL (signet_complaint_get_evidence (get_complaint (fixture)));
  g_autofree char *good = g_build_filename (fixture->folder, "Shop & screenshot.pdf", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "Empty.pdf", NULL);
  GtkWidget *row;

  g_file_set_contents (good, "%PDF-1.4\n%%EOF\n", -1, NULL);
  g_file_set_contents (empty, "", 0, NULL);
  signet_draft_add_targets (fixture->draft, GOODS "1");
  signet_complaint_set_reason (get_complaint (fixture), "counterfeit");
  settle ();
  show (&shown, fixture, SIGNET_TYPE_EVIDENCE_PAGE);
  assert_says (GTK_WIDGET (shown.page), "Needed for “Counterfeit goods”");
  assert_says (GTK_WIDGET (shown.page), "At least one file is needed.");
  g_assert_false (signet_wizard_page_get_complete (shown.page));

  drop (GTK_WIDGET (shown.page), good);
  g_assert_true (signet_wizard_page_get_busy (shown.page));
  wait_until (is_idle, shown.page);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (files), ==, 1);
  assert_says (GTK_WIDGET (shown.page), "Shop & screenshot.pdf");
  g_assert_true (signet_wizard_page_get_complete (shown.page));

  /* one that can't be used stays with its reason, and changes nothing */
  drop (GTK_WIDGET (shown.page), empty);
  wait_until (is_idle, shown.page);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (files), ==, 1);
  g_assert_cmpuint (count (GTK_WIDGET (shown.page), is_of_type, GSIZE_TO_POINTER (SIGNET_TYPE_FILE_ROW)), ==,
                    2);
  assert_says (GTK_WIDGET (shown.page), "Empty.pdf");

  row = find_type (GTK_WIDGET (shown.page), SIGNET_TYPE_FILE_ROW);
  g_assert_nonnull (signet_file_row_get_evidence (SIGNET_FILE_ROW (row)));
  g_signal_emit_by_name (row, "removed");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (files), ==, 0);
  g_assert_false (signet_wizard_page_get_complete (shown.page));

  done (&shown);
}

static void
test_statement (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  SignetComplaint *complaint = get_complaint (fixture);
  SignetRight *right;
  GtkWidget *language;
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;
  g_autofree char *similar = NULL;

  signet_complaint_set_reason (complaint, "same_mark");
  settle ();
  right = signet_draft_get_chosen_right (fixture->draft);
  english = signet_statement_template_fill ("en", "same_mark", right);
  chinese = signet_statement_template_fill ("zh-CN", "same_mark", right);
  similar = signet_statement_template_fill ("zh-CN", "similar_mark", right);
  g_assert_nonnull (strstr (english, "68123457"));
  g_assert_nonnull (strstr (chinese, "青云 QINGYUN"));
  g_assert_nonnull (strstr (english, "valid until 27 March 2033."));
  g_assert_nonnull (strstr (chinese, "有效期至2033年3月27日。"));

  show (&shown, fixture, SIGNET_TYPE_STATEMENT_PAGE);
  g_assert_cmpstr (signet_complaint_get_statement (complaint), ==, english);
  g_assert_true (signet_wizard_page_get_complete (shown.page));

  /* its language is its own, and it follows the reason ... */
  language = find_type (GTK_WIDGET (shown.page), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (language), 0);
  g_assert_cmpstr (signet_complaint_get_language (complaint), ==, "zh-CN");
  g_assert_cmpstr (signet_complaint_get_statement (complaint), ==, chinese);
  signet_complaint_set_reason (complaint, "similar_mark");
  signet_wizard_page_shown (shown.page);
  g_assert_cmpstr (signet_complaint_get_statement (complaint), ==, similar);

  /* ... until the person writes in it */
  signet_complaint_set_statement (complaint, "我自己的说明");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (language), 1);
  signet_wizard_page_shown (shown.page);
  g_assert_cmpstr (signet_complaint_get_statement (complaint), ==, "我自己的说明");
  assert_says (GTK_WIDGET (shown.page), "1994 characters left");
  press (GTK_WIDGET (shown.page), "Use Template");
  g_assert_cmpstr (signet_complaint_get_language (complaint), ==, "en");
  g_assert_nonnull (strstr (signet_complaint_get_statement (complaint), "likely to take it"));

  done (&shown);
}

static void
go_cb (SignetWizardPage *page, const char *step, const char *pointer, gpointer user_data)
{
  char **place = user_data;

  g_free (*place);
  *place = g_strdup_printf ("%s %s", step, pointer);
}

static void
test_self_check (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  SignetComplaint *complaint = get_complaint (fixture);
  g_autofree char *went = NULL;
  g_autoptr (SignetEvidence)
      file = signet_evidence_new ("evidence", "a.pdf", "application/pdf",
                                  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 9, "");

  signet_draft_add_targets (fixture->draft, PASTED);
  signet_complaint_set_reason (complaint, "same_mark");
  signet_complaint_set_statement (complaint, "They use our mark.");
  settle ();
  show (&shown, fixture, SIGNET_TYPE_SELF_CHECK_PAGE);
  g_signal_connect (shown.page, "go", G_CALLBACK (go_cb), &went);

  assert_says (GTK_WIDGET (shown.page), "1 error to mend");
  assert_says (GTK_WIDGET (shown.page), "This reason needs evidence");
  g_assert_false (signet_wizard_page_get_complete (shown.page));
  press (GTK_WIDGET (shown.page), "Evidence");
  g_assert_cmpstr (went, ==, "evidence /files");
  press (GTK_WIDGET (shown.page), "What Infringes, line 5");
  g_assert_cmpstr (went, ==, "links /items/4");

  /* without errors it has passed; warnings are the person's to judge */
  g_list_store_append (signet_complaint_get_evidence (complaint), file);
  settle ();
  assert_says (GTK_WIDGET (shown.page), "Self-check passed");
  assert_says (GTK_WIDGET (shown.page), "No errors, 2 warnings to look at");
  g_assert_true (signet_wizard_page_get_complete (shown.page));

  done (&shown);
}

/* A wizard from its first page to its last */

static GtkWidget *
find_next (GtkWidget *wizard, const char *label)
{
  GtkWidget *button = find (wizard, is_button, label);

  g_assert_nonnull (button);

  return button;
}

static void
fill (ComplaintFixture *fixture)
{
  SignetComplaint *complaint = get_complaint (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "evidence.pdf", NULL);

  g_file_set_contents (path, "%PDF-1.4\n%%EOF\n", -1, NULL);
  attach_file (fixture->draft, SIGNET_SLOT_EVIDENCE, fixture->folder, "evidence.pdf");
  signet_draft_add_targets (fixture->draft, PASTED);
  signet_complaint_set_goods_class (complaint, 30);
  signet_complaint_set_reason (complaint, "same_mark");
  signet_complaint_set_language (complaint, "en");
  signet_complaint_set_statement (complaint, "They use our mark.");
  settle ();
}

/* The agent answers for what it files, in the name of its principal. */
static void
test_giver (ComplaintFixture *fixture, gconstpointer data)
{
  Shown shown;
  GtkWidget *check;

  show (&shown, fixture, SIGNET_TYPE_COMPLAINT_REVIEW_PAGE);
  check = find_type (GTK_WIDGET (shown.page), GTK_TYPE_CHECK_BUTTON);
  assert_says (GTK_WIDGET (shown.page), "Given by 上海正源知识产权代理有限公司 for 杭州青云茶叶有限公司");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpstr (signet_complaint_get_guarantee_name (get_complaint (fixture)), ==,
                   "上海正源知识产权代理有限公司");
  g_assert_cmpstr (signet_complaint_get_guarantee_version (get_complaint (fixture)), ==, "2026-1");
  done (&shown);
}

static void
finished_cb (SignetWizard *wizard, const char *outcome, gpointer user_data)
{
  *(char **) user_data = g_strdup (outcome);
}

/* Begun from a right, it says at once that no authorisation covers it, not only at the self-check. */
static void
test_begun (ComplaintFixture *fixture, gconstpointer uncovered)
{
  GtkWidget *wizard = GTK_WIDGET (signet_complaint_wizard_new (fixture->desk, fixture->draft));

  g_object_ref (wizard);
  gtk_window_present (GTK_WINDOW (wizard));
  settle ();
  g_assert_cmpstr (signet_draft_get_page (fixture->draft), ==, uncovered != NULL ? "right" : "links");
  if (uncovered != NULL)
    assert_says (wizard, "The authorisation has ended");
  gtk_window_close (GTK_WINDOW (wizard));
  settle ();
  g_assert_finalize_object (wizard);
}

static void
test_file (ComplaintFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "links", "reason", "evidence", "statement", "self-check", "review" };
  GtkWidget *wizard;
  GtkWidget *guarantee;
  g_autofree char *outcome = NULL;

  fill (fixture);
  wizard = GTK_WIDGET (signet_complaint_wizard_new (fixture->desk, fixture->draft));
  g_object_ref (wizard);
  g_signal_connect (wizard, "finished", G_CALLBACK (finished_cb), &outcome);
  gtk_window_present (GTK_WINDOW (wizard));
  settle ();

  /* begun with a right it opens behind it, ready to type */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (wizard)),
                                         find_type (wizard, SIGNET_TYPE_TARGETS_PAGE)));
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_cmpstr (signet_draft_get_page (fixture->draft), ==, pages[i]);
      if (i + 1 < G_N_ELEMENTS (pages))
        gtk_widget_activate_action (wizard, "wizard.next", NULL);
      settle ();
    }

  /* no guarantee, no filing */
  g_assert_false (gtk_widget_is_sensitive (find_next (wizard, "File Complaint About 4 Links")));
  assert_says (wizard, "Give your guarantee first");
  guarantee = find_type (find_type (wizard, SIGNET_TYPE_COMPLAINT_REVIEW_PAGE), GTK_TYPE_CHECK_BUTTON);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (guarantee)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (guarantee), TRUE);
  settle ();
  g_assert_cmpstr (signet_complaint_get_guarantee_version (get_complaint (fixture)), ==, "2026-1");
  g_assert_cmpstr (signet_complaint_get_guarantee_name (get_complaint (fixture)), ==, "杭州青云茶叶有限公司");
  g_assert_cmpstr (signet_complaint_get_guarantee_given_at (get_complaint (fixture)), ==,
                   "2026-11-21T00:00:00Z");
  g_assert_true (gtk_widget_is_sensitive (find_next (wizard, "File Complaint About 4 Links")));

  /* it was given for what the complaint was */
  gtk_widget_activate_action (wizard, "wizard.back", NULL);
  settle ();
  signet_complaint_set_statement (get_complaint (fixture), "They use our mark on tea.");
  gtk_widget_activate_action (wizard, "wizard.next", NULL);
  settle ();
  g_assert_false (signet_complaint_get_guarantee_given (get_complaint (fixture)));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (guarantee)));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (guarantee), TRUE);
  settle ();
  gtk_widget_activate_action (wizard, "wizard.next", NULL);
  wait_until (is_set, &outcome);
  settle ();
  g_assert_cmpstr (outcome, !=, "");
  g_assert_cmpuint (g_list_model_get_n_items (signet_desk_get_complaints (fixture->desk)), ==, 1);
  g_assert_finalize_object (wizard);
}

/* Closed in the middle and taken up again: where it was left, with everything in it. */
static void
test_continue (ComplaintFixture *fixture, gconstpointer data)
{
  GtkWidget *wizard;
  g_autofree char *id = g_strdup (signet_draft_get_id (fixture->draft));
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  fill (fixture);
  signet_complaint_set_pasted (get_complaint (fixture), "half a li");
  signet_draft_set_page (fixture->draft, "statement");
  wizard = g_object_ref (GTK_WIDGET (signet_complaint_wizard_new (fixture->desk, fixture->draft)));
  gtk_window_present (GTK_WINDOW (wizard));
  settle ();
  gtk_window_close (GTK_WINDOW (wizard));
  settle ();
  g_assert_finalize_object (wizard);
  g_clear_object (&fixture->draft);

  signet_desk_open_draft_async (fixture->desk, id, NULL, result_cb, &result);
  wait_until (is_set, &result);
  fixture->draft = signet_desk_open_draft_finish (fixture->desk, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);

  wizard = g_object_ref (GTK_WIDGET (signet_complaint_wizard_new (fixture->desk, fixture->draft)));
  gtk_window_present (GTK_WINDOW (wizard));
  settle ();
  g_assert_cmpstr (signet_draft_get_page (fixture->draft), ==, "statement");
  g_assert_cmpstr (signet_complaint_get_statement (get_complaint (fixture)), ==, "They use our mark.");
  g_assert_cmpstr (signet_complaint_get_pasted (get_complaint (fixture)), ==, "half a li");
  g_assert_cmpstr (signet_complaint_get_reason (get_complaint (fixture)), ==, "same_mark");
  g_assert_cmpint (signet_complaint_get_goods_class (get_complaint (fixture)), ==, 30);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (signet_complaint_get_items (get_complaint (fixture)))), ==, 6);
  g_assert_cmpuint (
      g_list_model_get_n_items (G_LIST_MODEL (signet_complaint_get_evidence (get_complaint (fixture)))), ==,
      1);
  gtk_window_close (GTK_WINDOW (wizard));
  settle ();
  g_assert_finalize_object (wizard);
}

/* Both languages have a sentence for every reason there is. */
static void
test_sentences (ComplaintFixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "zh-CN", "en" };
  GListModel *reasons =
      signet_platform_get_reasons (signet_account_get_platform (signet_draft_get_account (fixture->draft)));
  SignetRight *right;

  settle ();
  right = signet_draft_get_chosen_right (fixture->draft);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *other = signet_statement_template_fill (languages[i], "not-a-reason", right);

      for (guint k = 0; k < g_list_model_get_n_items (reasons); k++)
        {
          g_autoptr (SignetReason) reason = g_list_model_get_item (reasons, k);
          g_autofree char *text = signet_statement_template_fill (languages[i],
                                                                  signet_reason_get_code (reason), right);

          g_assert_cmpstr (text, !=, other);
          g_assert_null (strchr (text, '{'));
        }
    }
}

static void
add (const char *name, gconstpointer right, void (*test) (ComplaintFixture *, gconstpointer))
{
  g_test_add (name, ComplaintFixture, right, complaint_fixture_set_up, test, complaint_fixture_tear_down);
}

/* As the application does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/signetdesk/Signet/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  /* or drawing keeps the main loop from what is done when it is idle */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  add ("/gui/complaint/right", NULL, test_right);
  g_test_add ("/gui/complaint/authorisation", ComplaintFixture, NULL, set_up_agent, test_authorisation,
              complaint_fixture_tear_down);
  g_test_add ("/gui/complaint/giver", ComplaintFixture, NULL, set_up_agent, test_giver,
              complaint_fixture_tear_down);
  g_test_add ("/gui/complaint/begun", ComplaintFixture, NULL, set_up_agent, test_begun,
              complaint_fixture_tear_down);
  g_test_add ("/gui/complaint/begun/uncovered", ComplaintFixture, "uncovered", set_up_agent, test_begun,
              complaint_fixture_tear_down);
  g_test_add ("/gui/complaint/authorisation/none", ComplaintFixture, "uncovered", set_up_agent,
              test_authorisation, complaint_fixture_tear_down);
  add ("/gui/complaint/links", "right", test_links);
  add ("/gui/complaint/links/kind", "right", test_links_kind);
  add ("/gui/complaint/links/remove", "right", test_links_remove);
  add ("/gui/complaint/links/too-many", "right", test_links_too_many);
  add ("/gui/complaint/reason", "right", test_reason);
  add ("/gui/complaint/evidence", "right", test_evidence);
  add ("/gui/complaint/statement", "right", test_statement);
  add ("/gui/complaint/statement/sentences", "right", test_sentences);
  add ("/gui/complaint/self-check", "right", test_self_check);
  add ("/gui/complaint/file", "right", test_file);
  add ("/gui/complaint/continue", "right", test_continue);

  return g_test_run ();
}
