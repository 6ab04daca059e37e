/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The small widgets everything else is made of: what they show, what they say to assistive technology, and
 * that they go away without a trace. */

#include "find-widget.h"

#include "find-widget.h"

#include "app/signet-chip.h"
#include "app/signet-code-entry.h"
#include "app/signet-column-layout.h"
#include "app/signet-day-tile.h"
#include "app/signet-error-text.h"
#include "app/signet-finding-row.h"
#include "app/signet-finding-text.h"
#include "app/signet-finding-tile.h"
#include "app/signet-format.h"
#include "app/signet-list-stack.h"
#include "app/signet-page-layout.h"
#include "app/signet-pointer-text.h"
#include "app/signet-practice-bar.h"
#include "app/signet-step-row.h"
#include "app/signet-target-lines.h"
#include "app/signet-time-left.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "dossier/signet-dossier-error.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"

static void
let_run (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
test_chip (void)
{
  GtkWidget *chip = g_object_ref_sink (signet_chip_new ());

  signet_chip_set_status (SIGNET_CHIP (chip), "upheld");
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Upheld");
  g_assert_true (gtk_widget_has_css_class (chip, "success"));

  /* submitted is no success, and colours don't add up */
  signet_chip_set_status (SIGNET_CHIP (chip), "submitted");
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Submitted, not yet reviewed");
  g_assert_false (gtk_widget_has_css_class (chip, "success"));

  /* a word of a later platform is shown as it is */
  signet_chip_set_status (SIGNET_CHIP (chip), "under_appeal");
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "under_appeal");

  g_assert_finalize_object (chip);
}

static void
test_day_tile (void)
{
  GtkWidget *tile = g_object_ref_sink (signet_day_tile_new ());

  signet_day_tile_set_days (SIGNET_DAY_TILE (tile), 14);
  g_assert_true (gtk_widget_has_css_class (tile, "warning"));
  signet_day_tile_set_days (SIGNET_DAY_TILE (tile), 15);
  g_assert_false (gtk_widget_has_css_class (tile, "warning"));
  signet_day_tile_set_icon (SIGNET_DAY_TILE (tile), "object-select-symbolic", SIGNET_MEANING_SUCCESS);
  g_assert_true (gtk_widget_has_css_class (tile, "success"));

  g_assert_finalize_object (tile);
}

static void
test_practice_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (signet_practice_bar_new ());
  GtkWidget *window = gtk_window_new ();
  int minimum, minimum_for_width;

  g_assert_false (gtk_widget_get_visible (bar));

  /* What is in it is as high with a width as without one. */
  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_widget_set_visible (bar, TRUE);
  gtk_widget_measure (gtk_widget_get_first_child (bar), GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL,
                      NULL);
  gtk_widget_measure (gtk_widget_get_first_child (bar), GTK_ORIENTATION_VERTICAL, 1 << 20, &minimum_for_width,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, minimum_for_width);

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (bar);
}

/* A column has the width it was given, whatever is in it, and more where the text is larger. */
static void
test_column_layout (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "layout-manager", signet_column_layout_new (), NULL);
  GtkWidget *rest = gtk_label_new ("");
  GtkWidget *column = gtk_label_new ("a");

  gtk_widget_set_size_request (column, 100, -1);
  gtk_box_append (GTK_BOX (row), rest);
  gtk_box_append (GTK_BOX (row), column);
  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 100);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  gtk_window_present (GTK_WINDOW (window));
  let_run (100);
  g_assert_cmpint (gtk_widget_get_width (column), ==, 100);
  g_assert_cmpint (gtk_widget_get_width (rest), ==, 280);

  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  gtk_widget_queue_resize (row);
  let_run (100);
  g_assert_cmpint (gtk_widget_get_width (column), ==, 200);
  g_assert_cmpint (gtk_widget_get_width (rest), ==, 180);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where there is too little width for one line, too. */
static void
test_practice_bar_centred (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bar = signet_practice_bar_new ();
  GtkWidget *box;
  graphene_rect_t icon, words;
  double centre;

  gtk_widget_set_visible (bar, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_set_default_size (GTK_WINDOW (window), 240, -1);
  gtk_window_present (GTK_WINDOW (window));
  let_run (100);
  box = find_type (bar, GTK_TYPE_BOX);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_first_child (box), bar, &icon));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (box), bar, &words));
  g_assert_cmpfloat (words.size.height, >, 30);
  centre = (icon.origin.x + words.origin.x + words.size.width) / 2;
  g_assert_cmpfloat_with_epsilon (centre, gtk_widget_get_width (bar) / 2.0, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_list_stack (void)
{
  GtkWidget *stack = g_object_ref_sink (signet_list_stack_new ());

  g_assert_finalize_object (stack);
}

static void
test_step_row (void)
{
  GtkWidget *row = g_object_ref_sink (signet_step_row_new ("Details"));

  signet_step_row_set (SIGNET_STEP_ROW (row), 2, SIGNET_STEP_DONE, "Trademark", TRUE);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_true (gtk_widget_has_css_class (row, "done"));
  signet_step_row_set (SIGNET_STEP_ROW (row), 2, SIGNET_STEP_LATER, NULL, FALSE);
  g_assert_false (gtk_widget_has_css_class (row, "done"));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));

  g_assert_finalize_object (row);
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *entry;
  GtkWidget *row;
  GtkWidget *next;
  GListStore *findings;
} FindingFixture;

static void
set_up_finding (FindingFixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->findings = g_list_store_new (SIGNET_TYPE_FINDING);
  fixture->entry = adw_entry_row_new ();
  fixture->row = signet_finding_row_new ();
  g_object_set (fixture->row, "field", fixture->entry, "pointer", "/number", "findings", fixture->findings,
                NULL);
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->entry);
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->row);
  fixture->next = adw_entry_row_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->next);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), list);
}

static void
tear_down_finding (FindingFixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->row);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->findings);
}

static void
add_finding (FindingFixture *fixture, const char *pointer, SignetSeverity severity, const char *code)
{
  g_autoptr (SignetFinding) finding = signet_finding_new (pointer, severity, code, NULL);

  g_list_store_append (fixture->findings, finding);
}

static void
test_finding_shown (FindingFixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (fixture->row));

  /* somebody else's */
  add_finding (fixture, "/numbers", SIGNET_SEVERITY_ERROR, "length");
  add_finding (fixture, "/name", SIGNET_SEVERITY_ERROR, "length");
  g_assert_false (gtk_widget_get_visible (fixture->row));

  add_finding (fixture, "/number", SIGNET_SEVERITY_WARNING, "series");
  g_assert_true (gtk_widget_get_visible (fixture->row));
  g_assert_true (gtk_widget_has_css_class (fixture->entry, "warning"));
  g_assert_false (signet_finding_row_has_error (SIGNET_FINDING_ROW (fixture->row)));
  gtk_test_accessible_assert_relation (fixture->entry, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, fixture->row,
                                       NULL);

  /* the worst one is shown */
  add_finding (fixture, "/number", SIGNET_SEVERITY_ERROR, "alphabet");
  g_assert_true (gtk_widget_has_css_class (fixture->entry, "error"));
  g_assert_false (gtk_widget_has_css_class (fixture->entry, "warning"));
  g_assert_true (signet_finding_row_has_error (SIGNET_FINDING_ROW (fixture->row)));

  g_list_store_remove_all (fixture->findings);
  g_assert_false (gtk_widget_get_visible (fixture->row));
  g_assert_false (gtk_widget_has_css_class (fixture->entry, "error"));
}

static void
test_finding_empty_field (FindingFixture *fixture, gconstpointer data)
{
  /* a field the person hasn't come to yet is no mistake ... */
  add_finding (fixture, "/number", SIGNET_SEVERITY_ERROR, "required");
  g_assert_false (gtk_widget_get_visible (fixture->row));

  /* ... until Next was refused */
  g_object_set (fixture->row, "revealed", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (fixture->row));
}

/* Tab goes from field to field, whatever was found between them. */
/* A paper's finding is said at the paper; what is of none of those that are asked for, where all are. */
static void
test_finding_slots (FindingFixture *fixture, gconstpointer data)
{
  static const char *const others[] = { "certificate", "renewal", NULL };
  g_autoptr (SignetFinding)
      renewal = signet_finding_new ("/files", SIGNET_SEVERITY_ERROR, "paper-stale", "slot", "renewal", NULL);

  g_object_set (fixture->row, "pointer", "/files", "others", others, "revealed", TRUE, NULL);
  add_finding (fixture, "/files", SIGNET_SEVERITY_ERROR, "paper-stale");
  g_assert_true (gtk_widget_get_visible (fixture->row));
  g_object_set (fixture->row, "others", NULL, "slot", "renewal", NULL);
  g_assert_false (gtk_widget_get_visible (fixture->row));

  g_list_store_remove_all (fixture->findings);
  g_list_store_append (fixture->findings, renewal);
  g_assert_true (gtk_widget_get_visible (fixture->row));
  g_object_set (fixture->row, "others", others, "slot", NULL, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->row));

  /* a paper nobody asks for */
  g_object_set (fixture->row, "others", others + 1, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->row));
  g_object_set (fixture->row, "others", others + 2, NULL);
  g_assert_true (gtk_widget_get_visible (fixture->row));
}

static gboolean
is_titled (GtkWidget *widget, gconstpointer title)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), title);
}

/* Away from its field it names it. */
static void
test_finding_tile (void)
{
  static const struct
  {
    const char *pointer;
    const char *slot;
    const char *right_kind;
    const char *title;
  } vectors[] = {
    { "/files", "translation", NULL, "Chinese translation: The paper is out of date" },
    { "/files", "", NULL, "Papers: The paper is out of date" },
    { "/files/3", "", NULL, "Papers: The paper is out of date" },
    { "/name", "", SIGNET_RIGHT_KIND_TRADEMARK, "Name of the mark: The paper is out of date" },
    { "/holders/1", "", SIGNET_RIGHT_KIND_TRADEMARK, "Holder: The paper is out of date" },
    { "", "", NULL, "The paper is out of date" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autoptr (SignetFinding) finding = signet_finding_new (vectors[i].pointer, SIGNET_SEVERITY_ERROR,
                                                              "paper-stale", "slot", vectors[i].slot, NULL);
      GtkWidget *tile =
          g_object_ref_sink (GTK_WIDGET (signet_finding_tile_new (finding, vectors[i].right_kind)));

      g_assert_nonnull (find (tile, is_titled, vectors[i].title));
      g_object_unref (tile);
    }
}

static void
test_finding_passed_over (FindingFixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_window_get_child (GTK_WINDOW (fixture->window));

  add_finding (fixture, "/number", SIGNET_SEVERITY_ERROR, "length");
  gtk_window_present (GTK_WINDOW (fixture->window));
  let_run (100);
  gtk_widget_grab_focus (fixture->entry);
  g_assert_true (gtk_widget_get_visible (fixture->row));
  g_assert_true (gtk_widget_get_focus_child (list) == fixture->entry);

  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_get_focus_child (list) == fixture->next);
  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_get_focus_child (list) == fixture->entry);
}

/* Everything the desk says has words of its own; only what nobody foresaw shares them. */
static void
test_error_words (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = SIGNET_DESK_ERROR_FAILED; code <= SIGNET_DESK_ERROR_NOT_WRITTEN; code++)
    {
      g_autoptr (GError) error = signet_desk_error_new (code, 0, -1, NULL, "");
      g_autofree char *advice = signet_error_text_advice (error);

      g_assert_cmpstr (advice, !=, "");
      if (!g_hash_table_add (titles, signet_error_text_title (error)))
        g_error ("SignetDeskError %d has the words of another one", code);
    }
}

/* Whatever keeps a paper from being written is no surprise. */
static void
test_error_dossier (void)
{
  g_autoptr (GError) unforeseen = signet_desk_error_new (SIGNET_DESK_ERROR_FAILED, 0, -1, NULL, "");
  g_autofree char *nothing_said = signet_error_text_title (unforeseen);

  for (int code = SIGNET_DOSSIER_ERROR_LANGUAGE; code <= SIGNET_DOSSIER_ERROR_FAILED; code++)
    {
      g_autoptr (GError) error = signet_explain (g_error_new_literal (SIGNET_DOSSIER_ERROR, code, "below"));
      g_autofree char *title = signet_error_text_title (error);

      g_assert_cmpstr (title, !=, nothing_said);
    }
}

static void
test_error_wait (void)
{
  g_autoptr (GError) locked = signet_desk_error_new (SIGNET_DESK_ERROR_LOCKED, 841, -1, NULL, "");
  g_autoptr (GError) busy = signet_desk_error_new (SIGNET_DESK_ERROR_BUSY, 1, -1, NULL, "");
  g_autofree char *long_wait = signet_error_text_advice (locked);
  g_autofree char *short_wait = signet_error_text_advice (busy);

  g_assert_cmpstr (long_wait, ==, "Wait 15 minutes, then try again.");
  g_assert_cmpstr (short_wait, ==, "Wait 1 second, then try again.");
}

/* No line ends in a date, in either language. */
static void
test_unbroken (void)
{
  static const char *const texts[][2] = {
    { "13 February 2032", "13\u00a0February\u00a02032" },
    { "2032年2月", "2032\u2060年\u20602\u2060月" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *unbroken = signet_format_unbroken (texts[i][0]);
      g_autofree PangoLogAttr *breaks = NULL;
      int n = (int) g_utf8_strlen (unbroken, -1) + 1;

      g_assert_cmpstr (unbroken, ==, texts[i][1]);
      breaks = g_new0 (PangoLogAttr, n);
      pango_get_log_attrs (unbroken, -1, 0, pango_language_get_default (), breaks, n);
      for (int at = 0; at < n - 1; at++)
        g_assert_false (breaks[at].is_line_break);
    }
}

static void
test_time_left (void)
{
  GtkWidget *left = g_object_ref_sink (signet_time_left_new ());

  /* said at the beginning, then each minute and near the end, not every second */
  signet_time_left_set_seconds (SIGNET_TIME_LEFT (left), 180);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Valid for 3 minutes");
  signet_time_left_set_seconds (SIGNET_TIME_LEFT (left), 121);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Valid for 3 minutes");
  signet_time_left_set_seconds (SIGNET_TIME_LEFT (left), 120);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Valid for 2 minutes");
  signet_time_left_set_seconds (SIGNET_TIME_LEFT (left), 30);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Valid for 30 seconds");
  signet_time_left_set_seconds (SIGNET_TIME_LEFT (left), 11);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Valid for 30 seconds");

  /* a new code begins anew */
  signet_time_left_set_seconds (SIGNET_TIME_LEFT (left), 300);
  gtk_test_accessible_assert_property (left, GTK_ACCESSIBLE_PROPERTY_LABEL, "Valid for 5 minutes");

  g_assert_finalize_object (left);
}

static void
test_width_bin (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bin = signet_width_bin_new ();
  GtkWidget *wide = gtk_label_new ("wide");

  gtk_widget_set_size_request (wide, 500, 20);
  g_object_bind_property (bin, "narrow", wide, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  signet_width_bin_set_child (SIGNET_WIDTH_BIN (bin), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  gtk_box_append (GTK_BOX (signet_width_bin_get_child (SIGNET_WIDTH_BIN (bin))), wide);
  gtk_window_set_child (GTK_WINDOW (window), bin);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 200);
  gtk_window_present (GTK_WINDOW (window));
  let_run (300);
  g_assert_false (signet_width_bin_get_narrow (SIGNET_WIDTH_BIN (bin)));

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 200);
  let_run (300);
  g_assert_true (signet_width_bin_get_narrow (SIGNET_WIDTH_BIN (bin)));
  g_assert_cmpint (gtk_widget_get_width (bin), <, 400);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* GTK complains where a widget needs more with a width given than it said without one. */
static void
test_width_bin_heights (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bin = signet_width_bin_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *large = gtk_label_new ("large");
  GtkWidget *lines = gtk_label_new ("two\nlines");
  int minimum, minimum_for_width;

  gtk_widget_add_css_class (large, "title-1");
  gtk_label_set_wrap (GTK_LABEL (large), TRUE);
  gtk_widget_set_valign (large, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (lines, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (box), large);
  gtk_box_append (GTK_BOX (box), lines);
  signet_width_bin_set_child (SIGNET_WIDTH_BIN (bin), box);
  gtk_window_set_child (GTK_WINDOW (window), bin);

  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, 1 << 20, &minimum_for_width, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, minimum_for_width);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Whose time is what the test says. */
#define STILL_TYPE_CLOCK (still_clock_get_type ())
G_DECLARE_FINAL_TYPE (StillClock, still_clock, STILL, CLOCK, SignetClock)

struct _StillClock
{
  SignetClock parent_instance;

  gint64 monotonic;
};

G_DEFINE_FINAL_TYPE (StillClock, still_clock, SIGNET_TYPE_CLOCK)

static gint64
still_clock_monotonic (SignetClock *clock)
{
  return STILL_CLOCK (clock)->monotonic;
}

static void
still_clock_class_init (StillClockClass *klass)
{
  SIGNET_CLOCK_CLASS (klass)->monotonic = still_clock_monotonic;
}

static void
still_clock_init (StillClock *self)
{
}

static void
count_full_cb (SignetCodeEntry *entry, guint *n_full)
{
  if (signet_code_entry_is_full (entry))
    *n_full += 1;
}

static void
assert_code (SignetCodeEntry *entry, const char *typed, const char *code)
{
  signet_code_entry_set_code (entry, typed);
  g_assert_cmpstr (signet_code_entry_get_code (entry), ==, code);
}

static void
test_code_entry (void)
{
  SignetCodeEntry *entry = g_object_ref_sink (g_object_new (SIGNET_TYPE_CODE_ENTRY, NULL));
  guint n_full = 0;

  g_signal_connect (entry, "changed", G_CALLBACK (count_full_cb), &n_full);
  assert_code (entry, "123", "123");
  assert_code (entry, "123x4 5", "12345");
  g_assert_cmpuint (n_full, ==, 0);
  assert_code (entry, "123 456", "123456");
  g_assert_cmpuint (n_full, ==, 1);
  assert_code (entry, "", "");

  /* a whole message: the six digits that stand together, not the first ones */
  assert_code (entry, "【知印】95 号通知:验证码 804213,5 分钟内有效。", "804213");
  g_assert_cmpuint (n_full, ==, 2);
  g_assert_true (signet_code_entry_is_full (entry));

  g_assert_finalize_object (entry);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child, text);

      if (label != NULL)
        return label;
    }

  return NULL;
}

static void
test_code_resend (void)
{
  SignetCodeEntry *entry = g_object_ref_sink (g_object_new (SIGNET_TYPE_CODE_ENTRY, NULL));
  g_autoptr (StillClock) clock = g_object_new (STILL_TYPE_CLOCK, NULL);
  GtkWidget *label;

  signet_code_entry_set_tries_left (entry, 1);
  g_assert_nonnull (find_label (GTK_WIDGET (entry), "1 try is left"));
  signet_code_entry_set_tries_left (entry, -1);
  g_assert_null (find_label (GTK_WIDGET (entry), "1 try is left"));

  /* a started second counts: it says 0:00 never */
  clock->monotonic = 100 * G_USEC_PER_SEC;
  signet_code_entry_set_resend_at (entry, SIGNET_CLOCK (clock), 141 * G_USEC_PER_SEC + 1);
  label = find_label (GTK_WIDGET (entry), "New code in 0:42");
  g_assert_nonnull (label);
  g_assert_false (gtk_widget_is_sensitive (label));
  clock->monotonic = 141 * G_USEC_PER_SEC + 1;
  signet_code_entry_set_resend_at (entry, SIGNET_CLOCK (clock), 141 * G_USEC_PER_SEC + 1);
  label = find_label (GTK_WIDGET (entry), "Send a New Code");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_is_sensitive (label));

  g_assert_finalize_object (entry);
}

#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0

static SignetPageLayout *
make_layout (guint n_pages)
{
  SignetPageLayout *layout = signet_page_layout_new ();

  for (guint i = 0; i < n_pages; i++)
    signet_page_layout_add_page (layout, A4_WIDTH, A4_HEIGHT);

  return layout;
}

static void
test_page_layout_places (void)
{
  g_autoptr (SignetPageLayout) layout = make_layout (3);
  const graphene_rect_t *first = NULL, *second = NULL;
  guint from, to;

  /* 595 × 842 points are 793⅓ × 1122⅔ pixels, rounded for each page */
  signet_page_layout_place (layout, 1000, 1);
  first = signet_page_layout_get_area (layout, 0);
  second = signet_page_layout_get_area (layout, 1);
  g_assert_cmpfloat (first->size.width, ==, 793);
  g_assert_cmpfloat (first->size.height, ==, 1123);
  g_assert_cmpfloat (first->origin.x, ==, 103);
  g_assert_cmpfloat (first->origin.y, ==, SIGNET_PAGE_LAYOUT_MARGIN);
  g_assert_cmpfloat (second->origin.y, >, first->origin.y + first->size.height);
  g_assert_cmpfloat (signet_page_layout_get_area (layout, 2)->origin.y + 1123 + SIGNET_PAGE_LAYOUT_MARGIN, ==,
                     signet_page_layout_get_height (layout, 1));

  /* no page is cut off where there is too little width */
  signet_page_layout_place (layout, 100, 1);
  g_assert_cmpfloat (first->origin.x, ==, SIGNET_PAGE_LAYOUT_MARGIN);
  g_assert_cmpfloat (signet_page_layout_get_width (layout, 1), ==, 794 + 2 * SIGNET_PAGE_LAYOUT_MARGIN);

  /* what is looked at, above the first, on the second, and in the gap, where nothing is seen at all */
  g_assert_cmpuint (signet_page_layout_find_nearest (layout, -50), ==, 0);
  g_assert_cmpuint (signet_page_layout_find_nearest (layout, second->origin.y + 1), ==, 1);
  g_assert_cmpuint (signet_page_layout_find_nearest (layout, second->origin.y - 1), ==, 1);
  g_assert_cmpuint (signet_page_layout_find_nearest (layout, 1e6), ==, 2);
  g_assert_true (signet_page_layout_find_seen (layout, 100, second->origin.y, &from, &to));
  g_assert_cmpuint (from, ==, 0);
  g_assert_cmpuint (to, ==, 1);
  g_assert_false (
      signet_page_layout_find_seen (layout, second->origin.y - 2, second->origin.y - 1, &from, &to));
}

static void
test_page_layout_fit (void)
{
  g_autoptr (SignetPageLayout) layout = make_layout (1);
  const double width = A4_WIDTH * 96 / 72, height = A4_HEIGHT * 96 / 72;
  const double margins = 2 * SIGNET_PAGE_LAYOUT_MARGIN;

  g_assert_cmpfloat_with_epsilon (signet_page_layout_fit (layout, width / 2 + margins, 0), .5, 1e-9);
  g_assert_cmpfloat_with_epsilon (signet_page_layout_fit (layout, width + margins, height / 4 + margins), .25,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (signet_page_layout_fit (layout, 1e6, 0), SIGNET_PAGE_LAYOUT_MOST_ZOOM,
                                  1e-9);

  /* turned, its height lies across */
  signet_page_layout_rotate (layout);
  g_assert_cmpuint (signet_page_layout_get_rotation (layout), ==, 1);
  g_assert_cmpfloat_with_epsilon (signet_page_layout_fit (layout, height / 2 + margins, 0), .5, 1e-9);
  signet_page_layout_place (layout, 2000, 1);
  g_assert_cmpfloat (signet_page_layout_get_area (layout, 0)->size.width, ==, 1123);

  /* a page that can't be read has a place like another */
  signet_page_layout_add_page (layout, 0, 0);
  signet_page_layout_place (layout, 2000, 1);
  g_assert_cmpfloat (signet_page_layout_get_area (layout, 1)->size.width, ==, 1123);
}

static void
test_page_layout_scale (void)
{
  g_autoptr (SignetPageLayout) layout = make_layout (1);
  double scale;

  g_assert_cmpfloat_with_epsilon (signet_page_layout_get_scale (layout, 0, 1, 2), 2 * 96.0 / 72, 1e-9);

  /* never more than the viewer draws, neither in all nor along an edge */
  signet_page_layout_add_page (layout, 14400, 14400);
  scale = signet_page_layout_get_scale (layout, 1, 4, 2);
  g_assert_cmpfloat (14400 * scale * 14400 * scale, <=, 40e6);
  signet_page_layout_add_page (layout, 14400, 1);
  scale = signet_page_layout_get_scale (layout, 2, 4, 2);
  g_assert_cmpfloat (14400 * scale, <=, 32767);

  g_assert_cmpfloat (signet_page_layout_find_larger_zoom (.8), ==, .9);
  g_assert_cmpfloat (signet_page_layout_find_larger_zoom (1), ==, 1.25);
  g_assert_cmpfloat (signet_page_layout_find_larger_zoom (4), ==, 4);
  g_assert_cmpfloat (signet_page_layout_find_smaller_zoom (1), ==, .9);
  g_assert_cmpfloat (signet_page_layout_find_smaller_zoom (.1), ==, .1);
}

static void
append_line (GListStore *items, const char *link, const char *check)
{
  g_autoptr (SignetItem) item = signet_item_new ();

  g_object_set (item, "link", link, "source", link, "check", check, NULL);
  g_list_store_append (items, item);
}

static void
assert_lines (GListModel *lines, const char *links)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (lines, i);

      g_string_append_printf (all, "%d %s;", signet_item_get_position (item), signet_item_get_link (item));
    }
  g_assert_cmpstr (all->str, ==, links);
}

static void
test_target_lines (void)
{
  g_autoptr (GListStore) items = g_list_store_new (SIGNET_TYPE_ITEM);
  g_autoptr (GPtrArray) two = g_ptr_array_new_with_free_func (g_object_unref);
  SignetTargetLines *lines = signet_target_lines_new (items);
  g_autoptr (GListModel) shown = g_object_ref (signet_target_lines_get_shown (lines));

  append_line (items, "a", SIGNET_CHECK_NEW);
  append_line (items, "b", SIGNET_CHECK_DUPLICATE);
  append_line (items, "C", SIGNET_CHECK_NEW);
  append_line (items, "d", SIGNET_CHECK_UNKNOWN);
  append_line (items, "e", SIGNET_CHECK_FILED);
  assert_lines (shown, "0 a;1 b;2 C;3 d;4 e;");
  g_assert_cmpuint (signet_target_lines_count (lines, SIGNET_TARGETS_ALL), ==, 5);
  g_assert_cmpuint (signet_target_lines_count (lines, SIGNET_TARGETS_DUPLICATE), ==, 2);

  /* the number is the place in the batch, whatever is shown */
  signet_target_lines_set_filter (lines, SIGNET_TARGETS_DUPLICATE, "");
  assert_lines (shown, "1 b;4 e;");
  signet_target_lines_set_filter (lines, SIGNET_TARGETS_NEW, "c");
  assert_lines (shown, "2 C;");

  /* what is taken out comes back where it stood, not where others have moved to */
  signet_target_lines_set_filter (lines, SIGNET_TARGETS_ALL, NULL);
  g_ptr_array_add (two, g_list_model_get_item (shown, 1));
  g_ptr_array_add (two, g_list_model_get_item (shown, 3));
  g_assert_cmpuint (signet_target_lines_remove (lines, two), ==, 2);
  assert_lines (shown, "0 a;1 C;2 e;");
  signet_target_lines_restore (lines);
  assert_lines (shown, "0 a;1 b;2 C;3 d;4 e;");
  signet_target_lines_restore (lines);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 5);

  g_clear_object (&shown);
  g_assert_finalize_object (lines);
}

/* Every code of the contract has words, and says what to do; what is merely empty speaks for itself. */
static void
test_finding_words (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) codes = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (FINDING_CODES, &text, NULL, &error);
  g_assert_no_error (error);
  codes = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (codes), >, 50);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (SignetFinding) finding = signet_finding_new ("/x", SIGNET_SEVERITY_ERROR, codes[i], NULL);
      g_autofree char *title = signet_finding_text_title (finding);
      g_autofree char *advice = signet_finding_text_advice (finding);

      if (strstr (title, codes[i]) != NULL && g_str_has_prefix (title, "Something"))
        g_error ("no words for %s", codes[i]);
      if (advice == NULL && !g_str_equal (codes[i], SIGNET_FINDING_REQUIRED))
        g_error ("no advice for %s", codes[i]);
    }
}

/* A right is told by its number, if it has one, and "No." stands before it unless it says so itself. */
static void
test_number_words (void)
{
  static const char *const cases[][2] = {
    { "68123457", "No. 68123457 · Qingyun Tea" },
    { "国作登字-2024-F-00123456", "国作登字-2024-F-00123456 · Qingyun Tea" },
    { "", "Qingyun Tea" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = signet_words_number (cases[i][0], "Qingyun Tea");

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

static void
test_finding_words_of_field (void)
{
  g_autoptr (SignetFinding) reason = signet_finding_new ("/reason", SIGNET_SEVERITY_ERROR, "required", NULL);
  g_autoptr (SignetFinding) other = signet_finding_new ("/name", SIGNET_SEVERITY_ERROR, "required", NULL);
  g_autofree char *reason_title = signet_finding_text_title (reason);
  g_autofree char *reason_advice = signet_finding_text_advice (reason);
  g_autofree char *other_title = signet_finding_text_title (other);

  g_assert_cmpstr (reason_title, ==, "A reason is needed");
  g_assert_nonnull (reason_advice);
  g_assert_cmpstr (other_title, ==, "This is needed");
}

/* Where a parameter says more, the sentence does; two kinds stand side by side in words, not as the wire has
 * them. */
static void
test_finding_words_of_value (void)
{
  g_autoptr (SignetFinding) apostille = signet_finding_new (
      "/files", SIGNET_SEVERITY_WARNING, "legalisation-missing", "form", "apostille", NULL);
  g_autoptr (SignetFinding)
      neither = signet_finding_new ("/files", SIGNET_SEVERITY_WARNING, "legalisation-missing", NULL);
  g_autoptr (SignetFinding) kind = signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, "number-kind",
                                                       "kind", "design", "says", "invention", NULL);
  g_autoptr (SignetFinding)
      bare = signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, "number-kind", NULL);
  g_autofree char *apostille_title = signet_finding_text_title (apostille);
  g_autofree char *neither_title = signet_finding_text_title (neither);
  g_autoptr (SignetFinding) twice = signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, "right-twice",
                                                        "right", "r", "line", "7", NULL);
  g_autofree char *twice_advice = signet_finding_text_advice (twice);
  g_autoptr (SignetFinding)
      already = signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, "right-twice", "right", "r", NULL);
  g_autofree char *already_title = signet_finding_text_title (already);
  g_autoptr (SignetFinding)
      portrait = signet_finding_new ("/name", SIGNET_SEVERITY_WARNING, "owner-differs", "owner", "林小满",
                                     "party", "杭州青云茶叶有限公司", "kind", "portrait", NULL);
  g_autofree char *portrait_title = signet_finding_text_title (portrait);
  SignetComparison comparison;

  g_assert_cmpstr (apostille_title, ==, "An apostille is missing");
  g_assert_cmpstr (neither_title, ==, "An apostille or a legalisation is missing");
  g_assert_cmpstr (twice_advice, ==, "It is the same as in line 7 and is left out.");
  g_assert_cmpstr (already_title, ==, "You have this right already");
  g_assert_cmpstr (portrait_title, ==, "The person shown isn’t the holder");
  g_assert_true (signet_finding_text_get_comparison (portrait, &comparison));
  g_assert_cmpstr (comparison.first_name, ==, "Shown");
  g_assert_true (signet_finding_text_get_comparison (kind, &comparison));
  g_assert_cmpstr (comparison.first, ==, "Design patent");
  g_assert_cmpstr (comparison.second, ==, "Invention patent");
  g_assert_false (signet_finding_text_get_comparison (bare, &comparison));
}

/* Of a chain of authorisations it is said which link, or whose identity, the platform doesn't have. */
static void
test_finding_words_of_chain (void)
{
  static const struct
  {
    const char *param;
    const char *status;
    const char *title;
  } rows[] = {
    { "own", "rejected", "Your own identity “Tea” isn’t certified on the platform" },
    { "own", "expired", "Your own identity “Tea” has expired on the platform" },
    { "party", "rejected", "The identity “Tea” isn’t certified on the platform" },
    { "party", "expired", "The identity “Tea” has expired on the platform" },
    { "agent", "rejected", "The authorisation of “Tea” isn’t certified on the platform" },
    { "agent", "expired", "The authorisation of “Tea” has expired on the platform" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetFinding) finding = signet_finding_new (
          "/authorisation", SIGNET_SEVERITY_ERROR, "not-certified", "status", rows[i].status, rows[i].param,
          "Tea", g_str_equal (rows[i].param, "agent") ? "link" : NULL, "1", NULL);
      g_autofree char *title = signet_finding_text_title (finding);
      g_autofree char *advice = signet_finding_text_advice (finding);

      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_null (strchr (advice, '{'));
    }
}

/* What two sides have in a field stands there as the forms show it, not as the wire has it. */
static void
test_pointer_values (void)
{
  static const struct
  {
    const char *pointer;
    const char *right_kind;
    const char *text;
    const char *value;
  } vectors[] = {
    { "/territory", "trademark", "CN", "Mainland China" },
    { "/territory", "trademark", "HK", "Hong Kong, China" },
    { "/territory", "trademark", "EM", "EM" }, /* no country: as it is */
    { "/country", NULL, "US", "United States" },
    { "/kind", NULL, "foreign_person", "Person from another country" },
    { "/kind", "trademark", "invention", "Invention patent" },
    { "/document/kind", NULL, "passport", "Passport" },
    { "/standing", "design", "sole_licensee", "Sole licensee" },
    { "/valid_until", "design", "2030-05-01", "1 May 2030" },
    { "/signed_on", NULL, "2026-01-31", "31 January 2026" },
    { "/name", "work", "2030-05-01", "2030-05-01" }, /* a title */
    { "/scope", NULL, "enforcement; settlement", "Filing complaints, Settling and withdrawing" },
    { "/sub_delegation", NULL, "false", "No" },
    { "/all_rights", NULL, "true", "Yes" },
    { "/standing", "design", "", "" },
    { "", NULL, "anything", "anything" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *value = signet_pointer_text_value (vectors[i].pointer, vectors[i].right_kind,
                                                          vectors[i].text);

      g_assert_cmpstr (value, ==, vectors[i].value);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/gui/chip", test_chip);
  g_test_add_func ("/gui/column-layout", test_column_layout);
  g_test_add_func ("/gui/code-entry/typed", test_code_entry);
  g_test_add_func ("/gui/code-entry/resend", test_code_resend);
  g_test_add_func ("/gui/day-tile", test_day_tile);
  g_test_add_func ("/gui/page-layout/places", test_page_layout_places);
  g_test_add_func ("/gui/page-layout/fit", test_page_layout_fit);
  g_test_add_func ("/gui/page-layout/scale", test_page_layout_scale);
  g_test_add_func ("/gui/number-words", test_number_words);
  g_test_add_func ("/gui/practice-bar/says", test_practice_bar);
  g_test_add_func ("/gui/practice-bar/centred", test_practice_bar_centred);
  g_test_add_func ("/gui/list-stack", test_list_stack);
  g_test_add_func ("/gui/finding-text/codes", test_finding_words);
  g_test_add_func ("/gui/finding-text/fields", test_finding_words_of_field);
  g_test_add_func ("/gui/finding-text/values", test_finding_words_of_value);
  g_test_add_func ("/gui/finding-text/chain", test_finding_words_of_chain);
  g_test_add_func ("/gui/pointer-text/values", test_pointer_values);
  g_test_add_func ("/gui/step-row", test_step_row);
  g_test_add_func ("/gui/target-lines", test_target_lines);
  g_test_add_func ("/gui/error-text/words", test_error_words);
  g_test_add_func ("/gui/error-text/dossier", test_error_dossier);
  g_test_add_func ("/gui/error-text/wait", test_error_wait);
  g_test_add_func ("/gui/format/unbroken", test_unbroken);
  g_test_add_func ("/gui/time-left", test_time_left);
  g_test_add_func ("/gui/width-bin/narrow", test_width_bin);
  g_test_add_func ("/gui/width-bin/heights", test_width_bin_heights);
  g_test_add ("/gui/finding-row/shown", FindingFixture, NULL, set_up_finding, test_finding_shown,
              tear_down_finding);
  g_test_add ("/gui/finding-row/empty-field", FindingFixture, NULL, set_up_finding, test_finding_empty_field,
              tear_down_finding);
  g_test_add_func ("/gui/finding-tile", test_finding_tile);
  g_test_add ("/gui/finding-row/slots", FindingFixture, NULL, set_up_finding, test_finding_slots,
              tear_down_finding);
  g_test_add ("/gui/finding-row/passed-over", FindingFixture, NULL, set_up_finding, test_finding_passed_over,
              tear_down_finding);

  return g_test_run ();
}
