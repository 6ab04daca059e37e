/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "agent-fixture.h"
#include "find-widget.h"

#include "app/signet-complaint-right-page.h"
#include "app/signet-complaints-page.h"
#include "app/signet-filter-bar.h"
#include "app/signet-identity-page.h"
#include "app/signet-list-stack.h"
#include "app/signet-principal-switcher.h"
#include "app/signet-rights-page.h"
#include "app/signet-window.h"
#include "store/signet-complaints.h"

#include <time.h>

/*
 * The program's window with the lists of a large agency: 200 principals, each with an authorisation, 2,000
 * rights and 2,000 complaints. Prints what a person does and how long the longest turn of the main loop was
 * meanwhile, in milliseconds: the processor time of the main thread, which other programs don't lengthen, and
 * the time that passed. A frame is one turn, from layout to paint.
 *
 * usage: bench-lists wide|narrow
 */

#define PRINCIPALS 200
#define RIGHTS 2000
#define QUIET (60 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  gint64 processor;
  gint64 passed;
} Moment;

typedef struct
{
  ComplaintFixture fixture;
  GtkApplication *application;
  GtkWidget *window;
  gboolean narrow;
} Bench;

static gboolean
save_certification (SignetTables *tables,
                    const char *kind,
                    const char *id,
                    const char *status,
                    GError **error)
{
  SignetCertificationRecord certification = { .account = (char *) "account",
                                              .kind = (char *) kind,
                                              .subject = (char *) id,
                                              .remote_id = (char *) id,
                                              .status = (char *) status };

  return signet_certifications_save (tables, &certification, error);
}

static gboolean
save_principal (SignetTables *tables, guint i, GError **error)
{
  g_autofree char *id = g_strdup_printf ("principal-%u", i);
  g_autofree char *name = g_strdup_printf ("山茶文化有限公司%u", i);
  g_autofree char *authorisation_id = g_strdup_printf ("authorisation-%u", i);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  SignetPartyRecord party = { .id = id,
                              .role = (char *) SIGNET_ROLE_PRINCIPAL,
                              .kind = (char *) "mainland_organisation",
                              .name = name,
                              .body = body };
  SignetAuthorisationRecord authorisation = { .id = authorisation_id,
                                              .principal = id,
                                              .agent = (char *) "agent",
                                              .all_rights = TRUE,
                                              .valid_from = (char *) "2026-01-01",
                                              .valid_until = (char *) "2030-12-31",
                                              .body = body };

  return signet_parties_save (tables, &party, error) &&
         save_certification (tables, SIGNET_KIND_PARTY, id, SIGNET_STATUS_APPROVED, error) &&
         signet_authorisations_save (tables, &authorisation, error) &&
         save_certification (tables, SIGNET_KIND_AUTHORISATION, authorisation_id, SIGNET_STATUS_SUBMITTED,
                             error);
}

static gboolean
save_right_and_complaint (SignetTables *tables, guint i, GError **error)
{
  static const char *const kinds[] = { "trademark", "work", "design" };
  static const char *const rights[] = { SIGNET_STATUS_APPROVED, SIGNET_STATUS_SUBMITTED,
                                        SIGNET_STATUS_REJECTED };
  static const char *const complaints[] = { SIGNET_STATUS_UPHELD, SIGNET_STATUS_IN_REVIEW,
                                            SIGNET_STATUS_PARTLY_UPHELD };
  g_autofree char *id = g_strdup_printf ("right-%u", i);
  g_autofree char *number = g_strdup_printf ("%u", 7000000 + i);
  g_autofree char *name = g_strdup_printf ("山茶花%u", i);
  g_autofree char *owner = g_strdup_printf ("山茶文化有限公司%u", i % PRINCIPALS);
  g_autofree char *party = g_strdup_printf ("principal-%u", i % PRINCIPALS);
  g_autofree char *complaint_id = g_strdup_printf ("complaint-%u", i);
  g_autofree char *complaint_number = g_strdup_printf ("2026-%u", 7000 + i);
  g_autofree char *filed_at = g_strdup_printf ("2026-%02u-%02uT08:00:00Z", i % 12 + 1, i % 28 + 1);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  gboolean decided = i % 3 != 1;
  SignetRightRecord right = { .id = id,
                              .kind = (char *) kinds[i % G_N_ELEMENTS (kinds)],
                              .number = number,
                              .name = name,
                              .owner = owner,
                              .valid_until = (char *) "2033-02-28",
                              .party = party,
                              .body = body,
                              .created_at = i };
  SignetComplaintRecord complaint = { .id = complaint_id,
                                      .account = (char *) "account",
                                      .remote_id = complaint_id,
                                      .number = complaint_number,
                                      .right_id = id,
                                      .party_id = party,
                                      .reason = (char *) "counterfeit",
                                      .statement = (char *) "所售商品并非我司生产。",
                                      .status = (char *) complaints[i % G_N_ELEMENTS (complaints)],
                                      .filed_at = filed_at,
                                      .updated_at = filed_at,
                                      .items_total = i % 9 + 1,
                                      .items_decided = decided ? i % 9 + 1 : 0,
                                      .items_upheld = decided ? i % 9 : 0,
                                      .sent_body = body,
                                      .body = body,
                                      .created_at = i };

  return signet_rights_save (tables, &right, error) &&
         save_certification (tables, SIGNET_KIND_RIGHT, id, rights[i % G_N_ELEMENTS (rights)], error) &&
         signet_complaints_save (tables, &complaint, error);
}

static gboolean
save_agency (SignetTables *tables, gpointer data, GError **error)
{
  if (!save_agent_party (tables, "agent", "agent", TRUE, "mainland_organisation",
                         "上海正源知识产权代理有限公司", "91110000600037341L", "", error))
    return FALSE;
  for (guint i = 0; i < PRINCIPALS; i++)
    if (!save_principal (tables, i, error))
      return FALSE;
  for (guint i = 0; i < RIGHTS; i++)
    if (!save_right_and_complaint (tables, i, error))
      return FALSE;
  return TRUE;
}

static Moment
now (void)
{
  Moment moment = { 0, g_get_monotonic_time () };
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  moment.processor = time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
  return moment;
}

static void
keep_longest (Moment *longest, Moment began)
{
  Moment ended = now ();

  longest->processor = MAX (longest->processor, ended.processor - began.processor);
  longest->passed = MAX (longest->passed, ended.passed - began.passed);
}

/* Turns the main loop until nothing has been due for a while. What was done since @began, before the loop
 * turns, is a part of its first turn. */
static void
turn (Moment *longest, Moment began)
{
  gint64 quiet_since = g_get_monotonic_time ();

  keep_longest (longest, began);
  while (g_get_monotonic_time () - quiet_since < QUIET)
    {
      began = now ();
      if (g_main_context_iteration (NULL, FALSE))
        {
          keep_longest (longest, began);
          quiet_since = g_get_monotonic_time ();
        }
      else
        g_usleep (200);
    }
}

static void
print_longest (const char *page, const char *deed, Moment longest)
{
  g_print ("%s %s %.1f %.1f\n", page, deed, (double) longest.processor / G_TIME_SPAN_MILLISECOND,
           (double) longest.passed / G_TIME_SPAN_MILLISECOND);
}

static GtkAdjustment *
find_adjustment (GtkWidget *page)
{
  GtkWidget *scrolled = find_type (page, SIGNET_TYPE_LIST_STACK);

  scrolled = find_type (scrolled, GTK_TYPE_SCROLLABLE);
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (scrolled));
}

/* Page by page, as with the key. */
static void
measure_scrolling (GtkWidget *page, const char *name)
{
  GtkAdjustment *adjustment = find_adjustment (page);
  double step = gtk_adjustment_get_page_size (adjustment);
  Moment longest = { 0 };

  for (guint i = 0; i < 30; i++)
    {
      Moment began = now ();

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      turn (&longest, began);
    }
  print_longest (name, "scroll", longest);
}

/* As when the slider is dragged. */
static void
measure_dragging (GtkWidget *page, const char *name)
{
  static const double places[] = { .5, 1, .25, .75, 0 };
  GtkAdjustment *adjustment = find_adjustment (page);
  Moment longest = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      Moment began = now ();

      gtk_adjustment_set_value (adjustment, places[i] * gtk_adjustment_get_upper (adjustment));
      turn (&longest, began);
    }
  print_longest (name, "drag", longest);
}

static void
measure_search (GtkWidget *page, const char *name)
{
  static const char *const typed[] = { "7", "70", "700", "7001", "700", "70", "7", "山", "山茶", "" };
  GtkEditable *entry = GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY));
  Moment longest = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      Moment began = now ();

      gtk_editable_set_text (entry, typed[i]);
      g_signal_emit_by_name (entry, "search-changed");
      turn (&longest, began);
    }
  print_longest (name, "search", longest);
}

static void
measure_choices (GtkWidget *page, const char *name, const char *deed, const char *const *choices)
{
  GtkWidget *pill = find_type (find_type (page, SIGNET_TYPE_FILTER_BAR), GTK_TYPE_MENU_BUTTON);
  Moment longest = { 0 };

  for (gsize i = 0; choices[i] != NULL; i += 2)
    {
      Moment began = now ();

      gtk_widget_activate_action (pill, choices[i], "s", choices[i + 1]);
      turn (&longest, began);
    }
  print_longest (name, deed, longest);
}

static void
measure_switches (Bench *self, const char *name)
{
  static const char *const principals[] = { "principal-3", "principal-150", NULL, "principal-0", NULL };
  Moment longest = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (principals); i++)
    {
      Moment began = now ();

      signet_desk_set_principal (self->fixture.desk, principals[i]);
      turn (&longest, began);
    }
  print_longest (name, "switch", longest);
}

static void
measure_switcher (Bench *self)
{
  GtkWidget *switcher = find_type (self->window, SIGNET_TYPE_PRINCIPAL_SWITCHER);
  GtkMenuButton *button = GTK_MENU_BUTTON (find_type (switcher, GTK_TYPE_MENU_BUTTON));
  Moment longest = { 0 };

  gtk_menu_button_popup (button);
  turn (&longest, now ());
  gtk_menu_button_popdown (button);
  turn (&longest, now ());
  print_longest ("switcher", "open", longest);
}

static GtkWidget *
measure_going (Bench *self, const char *name, GType type)
{
  Moment longest = { 0 };
  Moment began = now ();

  gtk_widget_activate_action (self->window, "win.go", "s", name);
  turn (&longest, began);
  print_longest (name, "open", longest);
  return find_type (self->window, type);
}

static void
measure_rights (Bench *self)
{
  static const char *const choices[] = { "list.kind", "trademark", "list.status", SIGNET_STATUS_APPROVED,
                                         "list.kind", "",          "list.status", "",
                                         NULL };
  GtkWidget *page = measure_going (self, "rights", SIGNET_TYPE_RIGHTS_PAGE);

  measure_scrolling (page, "rights");
  measure_dragging (page, "rights");
  measure_search (page, "rights");
  measure_choices (page, "rights", "filter", choices);
  measure_switches (self, "rights");
}

static void
measure_complaints (Bench *self)
{
  static const char *const filters[] = {
    "list.status", SIGNET_STATUS_UPHELD, "list.right", "right-7", "list.right", "", "list.status", "", NULL
  };
  static const char *const sorts[] = {
    "list.complaints-sort", "oldest", "list.complaints-sort", "links", "list.complaints-sort", "newest", NULL
  };
  GtkWidget *page = measure_going (self, "complaints", SIGNET_TYPE_COMPLAINTS_PAGE);

  measure_scrolling (page, "complaints");
  measure_dragging (page, "complaints");
  measure_search (page, "complaints");
  measure_choices (page, "complaints", "filter", filters);
  measure_choices (page, "complaints", "sort", sorts);
  measure_switches (self, "complaints");
}

static void
measure_identity (Bench *self)
{
  GtkWidget *page = measure_going (self, "identity", SIGNET_TYPE_IDENTITY_PAGE);

  measure_scrolling (page, "identity");
  measure_dragging (page, "identity");
  measure_switches (self, "identity");
}

static void
measure_wizard (Bench *self)
{
  Moment longest = { 0 };
  Moment began = now ();
  GtkWidget *page = g_object_new (SIGNET_TYPE_COMPLAINT_RIGHT_PAGE, "desk", self->fixture.desk, "draft",
                                  self->fixture.draft, NULL);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 640);
  gtk_window_present (GTK_WINDOW (window));
  signet_wizard_page_shown (SIGNET_WIZARD_PAGE (page));
  turn (&longest, began);
  gtk_window_destroy (GTK_WINDOW (window));
  turn (&longest, now ());
  print_longest ("wizard", "open", longest);
}

static void
activate_cb (Bench *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  Moment longest = { 0 };

  complaint_fixture_open_desk (&self->fixture, save_agency);
  self->fixture.draft = complaint_fixture_begin (&self->fixture, SIGNET_DRAFT_COMPLAINT, NULL);

  g_settings_set_string (settings, "page", "today");
  g_settings_set_int (settings, "window-width", self->narrow ? 360 : 1100);
  g_settings_set_int (settings, "window-height", 900);
  self->window = GTK_WIDGET (signet_window_new (self->application, self->fixture.desk, settings));
  gtk_window_present (GTK_WINDOW (self->window));
  signet_window_show_opened (SIGNET_WINDOW (self->window));
  turn (&longest, now ());

  measure_rights (self);
  measure_complaints (self);
  measure_identity (self);
  if (!self->narrow)
    measure_switcher (self);
  measure_wizard (self);

  gtk_window_destroy (GTK_WINDOW (self->window));
}

int
main (int argc, char *argv[])
{
  Bench self = { .narrow = argc > 1 && g_str_equal (argv[1], "narrow") };
  int status;

  self.application = GTK_APPLICATION (adw_application_new (APP_ID, G_APPLICATION_NON_UNIQUE));
  g_signal_connect_swapped (self.application, "activate", G_CALLBACK (activate_cb), &self);
  status = g_application_run (G_APPLICATION (self.application), 1, argv);
  remove_folder (self.fixture.folder);
  return status;
}
