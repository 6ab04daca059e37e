/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "complaint-fixture.h"

#include "app/signet-complaint-right-page.h"
#include "app/signet-complaints-page.h"
#include "app/signet-principal-switcher.h"
#include "app/signet-rights-page.h"

/*
 * The page of the rights on the screen, with 2,000 rights of 200 principals: prints the longest turn of the
 * main loop, in milliseconds, while it opens, is scrolled to its end, is searched and filtered, while the
 * principal is switched, while the switcher opens its list, while the page of the complaints opens, and while
 * the complaint wizard asks which right is infringed. A frame is one turn, from layout to paint.
 *
 * usage: GSK_RENDERER=cairo xvfb-run bench-rights-page
 */

#define PRINCIPALS 200
#define RIGHTS 2000
#define QUIET (60 * G_TIME_SPAN_MILLISECOND)

static gboolean
save_many (SignetTables *tables, gpointer data, GError **error)
{
  static const char *const kinds[] = { "trademark", "work", "design" };
  static const char *const statuses[] = { SIGNET_STATUS_APPROVED, SIGNET_STATUS_SUBMITTED,
                                          SIGNET_STATUS_REJECTED, SIGNET_STATUS_NEEDS_CORRECTION };

  for (guint i = 0; i < PRINCIPALS; i++)
    {
      g_autofree char *id = g_strdup_printf ("principal-%u", i);
      g_autofree char *name = g_strdup_printf ("山茶文化有限公司%u", i);
      g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
      SignetPartyRecord party = { .id = id,
                                  .role = (char *) SIGNET_ROLE_PRINCIPAL,
                                  .name = name,
                                  .body = body };

      if (!signet_parties_save (tables, &party, error))
        return FALSE;
    }
  for (guint i = 0; i < RIGHTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("right-%u", i);
      g_autofree char *number = g_strdup_printf ("%u", 7000000 + i);
      g_autofree char *name = g_strdup_printf ("山茶花%u", i);
      g_autofree char *owner = g_strdup_printf ("山茶文化有限公司%u", i % PRINCIPALS);
      g_autofree char *party = g_strdup_printf ("principal-%u", i % PRINCIPALS);
      g_autofree char *remote = g_strdup_printf ("rgt_%026u", i);
      g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
      SignetRightRecord right = { .id = id,
                                  .kind = (char *) kinds[i % G_N_ELEMENTS (kinds)],
                                  .number = number,
                                  .name = name,
                                  .owner = owner,
                                  .valid_until = (char *) "2030-02-28",
                                  .party = party,
                                  .body = body };
      SignetCertificationRecord certification = { .account = (char *) "account",
                                                  .kind = (char *) SIGNET_KIND_RIGHT,
                                                  .subject = id,
                                                  .remote_id = remote,
                                                  .status = (char *) statuses[i % G_N_ELEMENTS (statuses)],
                                                  .body = body };

      if (!signet_rights_save (tables, &right, error) ||
          !signet_certifications_save (tables, &certification, error))
        return FALSE;
    }
  return TRUE;
}

/* Turns the main loop until nothing has been due for a while; gives the longest turn in milliseconds. */
static double
turn (gint64 start)
{
  gint64 longest = g_get_monotonic_time () - start; /* what was done before the loop turns is a part of it */
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < QUIET)
    {
      gint64 began = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        {
          quiet_since = g_get_monotonic_time ();
          longest = MAX (longest, quiet_since - began);
        }
      else
        g_usleep (200);
    }
  return (double) longest / G_TIME_SPAN_MILLISECOND;
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static double
measure_scrolling (GtkWidget *page)
{
  GtkScrollable *view = GTK_SCROLLABLE (find_type (page, GTK_TYPE_COLUMN_VIEW));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (view);
  double step = gtk_adjustment_get_page_size (adjustment);
  double longest = 0;

  while (gtk_adjustment_get_value (adjustment) + step < gtk_adjustment_get_upper (adjustment))
    {
      double value = gtk_adjustment_get_value (adjustment);
      gint64 start = g_get_monotonic_time ();

      gtk_adjustment_set_value (adjustment, value + step);
      longest = MAX (longest, turn (start));
      if (gtk_adjustment_get_value (adjustment) <= value)
        break;
    }
  return longest;
}

static double
measure_search (GtkWidget *page)
{
  static const char *const typed[] = { "7", "70", "700", "7001", "700", "70", "7", "" };
  GtkEditable *entry = GTK_EDITABLE (find_type (page, GTK_TYPE_SEARCH_ENTRY));
  double longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_editable_set_text (entry, typed[i]);
      g_signal_emit_by_name (entry, "search-changed");
      longest = MAX (longest, turn (start));
    }
  return longest;
}

static double
measure_filters (GtkWidget *page)
{
  static const char *const choices[][2] = { { "list.kind", "trademark" },
                                            { "list.status", SIGNET_STATUS_APPROVED },
                                            { "list.kind", "" },
                                            { "list.status", "" } };
  double longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      gint64 start = g_get_monotonic_time ();

      gtk_widget_activate_action (page, choices[i][0], "s", choices[i][1]);
      longest = MAX (longest, turn (start));
    }
  return longest;
}

static double
measure_switches (SignetDesk *desk)
{
  static const char *const principals[] = { "principal-3", "principal-150", NULL, "principal-0", NULL };
  double longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (principals); i++)
    {
      gint64 start = g_get_monotonic_time ();

      signet_desk_set_principal (desk, principals[i]);
      longest = MAX (longest, turn (start));
    }
  return longest;
}

static double
measure_switcher (GtkWidget *switcher)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find_type (switcher, GTK_TYPE_MENU_BUTTON));
  gint64 start = g_get_monotonic_time ();
  double longest;

  gtk_menu_button_popup (button);
  longest = turn (start);
  gtk_menu_button_popdown (button);
  turn (g_get_monotonic_time ());
  return longest;
}

static GtkWidget *
open_window (GtkWidget *page, GtkWidget *switcher)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_vexpand (page, TRUE);
  if (switcher != NULL)
    gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), page);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 900);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static double
measure_page (ComplaintFixture *fixture, GType type, const char *property, gpointer value)
{
  gint64 start = g_get_monotonic_time ();
  GtkWidget *page = g_object_new (type, "desk", fixture->desk, property, value, NULL);
  GtkWidget *window = open_window (page, NULL);
  double longest;

  if (SIGNET_IS_WIZARD_PAGE (page))
    signet_wizard_page_shown (SIGNET_WIZARD_PAGE (page));
  longest = turn (start);
  gtk_window_destroy (GTK_WINDOW (window));
  turn (g_get_monotonic_time ());
  return longest;
}

int
main (int argc, char *argv[])
{
  ComplaintFixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;
  GtkWidget *window, *page, *switcher;
  gint64 start;
  double open;

  gtk_init ();
  adw_init ();
  complaint_fixture_open_desk (&fixture, save_many);
  signet_desk_begin_draft_async (fixture.desk, SIGNET_DRAFT_COMPLAINT, NULL, NULL, result_cb, &result);
  wait_until (is_set, &result);
  fixture.draft = signet_desk_begin_draft_finish (fixture.desk, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);

  /* What every window pays once: fonts, icons and the theme. */
  window = open_window (gtk_label_new ("山茶花 0123456789"), NULL);
  turn (g_get_monotonic_time ());
  gtk_window_destroy (GTK_WINDOW (window));

  switcher = g_object_new (SIGNET_TYPE_PRINCIPAL_SWITCHER, NULL);
  signet_principal_switcher_set_desk (SIGNET_PRINCIPAL_SWITCHER (switcher), fixture.desk);
  start = g_get_monotonic_time ();
  page = g_object_new (SIGNET_TYPE_RIGHTS_PAGE, "desk", fixture.desk, NULL);
  window = open_window (page, switcher);
  open = turn (start);
  g_print ("open %.1f\n", open);
  g_print ("scroll %.1f\n", measure_scrolling (page));
  g_print ("search %.1f\n", measure_search (page));
  g_print ("filter %.1f\n", measure_filters (page));
  g_print ("switch %.1f\n", measure_switches (fixture.desk));
  g_print ("switcher %.1f\n", measure_switcher (switcher));
  gtk_window_destroy (GTK_WINDOW (window));
  g_print ("complaints %.1f\n", measure_page (&fixture, SIGNET_TYPE_COMPLAINTS_PAGE, NULL, NULL));
  g_print ("wizard %.1f\n",
           measure_page (&fixture, SIGNET_TYPE_COMPLAINT_RIGHT_PAGE, "draft", fixture.draft));
  complaint_fixture_tear_down (&fixture, NULL);
  return 0;
}
