/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list that has rows for what is on the screen only: which these are, where it stands while the list
 * changes, and what the keyboard does. */

#include <adwaita.h>

#include "app/signet-long-list.h"
#include "app/signet-row-heights.h"

#define N_ITEMS 1000
#define ROW_HEIGHT 50
#define HEIGHT 500
#define MOST_ROWS 30

#define TEST_TYPE_ROW (test_row_get_type ())
G_DECLARE_FINAL_TYPE (TestRow, test_row, TEST, ROW, SignetLongRow)

struct _TestRow
{
  SignetLongRow parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TestRow, test_row, SIGNET_TYPE_LONG_ROW)

/* What begins with a # is a heading. */
static void
test_row_show (SignetLongRow *row, gpointer item)
{
  const char *text = gtk_string_object_get_string (item);

  gtk_label_set_label (TEST_ROW (row)->label, text);
  signet_long_row_set_activatable (row, *text != '#');
  signet_long_row_set_name (row, text, NULL);
}

static void
test_row_class_init (TestRowClass *klass)
{
  SIGNET_LONG_ROW_CLASS (klass)->show = test_row_show;
}

static void
test_row_init (TestRow *self)
{
  self->label = GTK_LABEL (signet_long_row_new_label (""));
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), -1, ROW_HEIGHT);
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *list;
  GtkAdjustment *adjustment;
  GListStore *store;
  gint64 activated;
} Fixture;

static void
settle (void)
{
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 100 * 1000)
    if (g_main_context_iteration (NULL, FALSE))
      quiet_since = g_get_monotonic_time ();
    else
      g_usleep (1000);
}

static void
insert (Fixture *self, guint position, const char *text)
{
  g_autoptr (GtkStringObject) item = gtk_string_object_new (text);

  g_list_store_insert (self->store, position, item);
}

static void
fill_store (GListStore *store, const char *format)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *text = g_strconcat (format, number, NULL);

      g_ptr_array_add (items, gtk_string_object_new (text));
    }
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
}

static void
activated_cb (Fixture *self, guint position)
{
  self->activated = position;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->activated = -1;
  self->store = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  fill_store (self->store, "");
  self->list = signet_long_list_new (TEST_TYPE_ROW);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activated_cb), self);
  signet_long_list_set_model (SIGNET_LONG_LIST (self->list), G_LIST_MODEL (self->store));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  self->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 300, HEIGHT);
  gtk_window_present (GTK_WINDOW (self->window));
  settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GtkWidget *list = g_object_ref (self->list);

  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (list);
  g_assert_finalize_object (self->store);
}

/* The row that shows @text within the window, or NULL. */
static GtkWidget *
find_row (Fixture *self, const char *text)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_mapped (row) && g_str_equal (gtk_label_get_label (TEST_ROW (row)->label), text) &&
          gtk_widget_compute_bounds (row, self->list, &bounds) && bounds.origin.y + bounds.size.height > 0 &&
          bounds.origin.y < gtk_widget_get_height (self->list))
        return row;
    }
  return NULL;
}

static guint
count_rows (Fixture *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static double
place_of (Fixture *self, const char *text)
{
  GtkWidget *row = find_row (self, text);
  graphene_rect_t bounds;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_compute_bounds (row, self->list, &bounds));
  return bounds.origin.y;
}

static void
press (Fixture *self, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->list);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, self->list,
                                            gtk_shortcut_get_arguments (shortcut));
              settle ();
              return;
            }
        }
    }
  g_error ("no key %s for %s", gdk_keyval_name (keyval), G_OBJECT_TYPE_NAME (focus));
}

static void
assert_focus (Fixture *self, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_true (TEST_IS_ROW (focus));
  g_assert_cmpstr (gtk_label_get_label (TEST_ROW (focus)->label), ==, text);
  g_assert_true (focus == find_row (self, text));
}

static void
test_rows (Fixture *self, gconstpointer data)
{
  guint n;

  g_assert_nonnull (find_row (self, "0"));
  g_assert_nonnull (find_row (self, "9"));
  g_assert_cmpfloat (gtk_adjustment_get_upper (self->adjustment), ==, N_ITEMS * ROW_HEIGHT);
  gtk_test_accessible_assert_property (find_row (self, "3"), GTK_ACCESSIBLE_PROPERTY_LABEL, "3");
  gtk_test_accessible_assert_relation (find_row (self, "3"), GTK_ACCESSIBLE_RELATION_POS_IN_SET, 4);
  gtk_test_accessible_assert_relation (find_row (self, "3"), GTK_ACCESSIBLE_RELATION_SET_SIZE, N_ITEMS);

  gtk_adjustment_set_value (self->adjustment, 500 * ROW_HEIGHT);
  settle ();
  g_assert_cmpfloat (place_of (self, "500"), ==, 0);
  gtk_adjustment_set_value (self->adjustment, N_ITEMS * ROW_HEIGHT);
  settle ();
  g_assert_cmpfloat (place_of (self, "999"), ==, gtk_widget_get_height (self->list) - ROW_HEIGHT);

  /* another list takes the rows there are, from its beginning */
  n = count_rows (self);
  g_assert_cmpuint (n, <, MOST_ROWS);
  g_list_store_remove_all (self->store);
  settle ();
  g_assert_null (find_row (self, "999"));
  fill_store (self->store, "another ");
  settle ();
  g_assert_cmpfloat (place_of (self, "another 0"), ==, 0);
  g_assert_cmpuint (count_rows (self), ==, n);

  signet_long_list_set_narrow (SIGNET_LONG_LIST (self->list), TRUE);
  settle ();
  g_assert_true (signet_long_row_get_narrow (SIGNET_LONG_ROW (find_row (self, "another 0"))));
}

/* What changes above moves nothing that is seen, but at the beginning of the list one sees what comes. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  insert (self, 0, "first");
  settle ();
  g_assert_cmpfloat (place_of (self, "first"), ==, 0);

  gtk_adjustment_set_value (self->adjustment, 500 * ROW_HEIGHT + 20);
  settle ();
  g_assert_cmpfloat (place_of (self, "499"), ==, -20);
  insert (self, 7, "above");
  insert (self, 503, "within");
  settle ();
  g_assert_cmpfloat (place_of (self, "499"), ==, -20);
  g_assert_cmpfloat (place_of (self, "within"), ==, 2 * ROW_HEIGHT - 20);
  g_list_store_splice (self->store, 0, 100, NULL, 0);
  settle ();
  g_assert_cmpfloat (place_of (self, "499"), ==, -20);

  /* and where little is left, it begins at the top */
  g_list_store_splice (self->store, 3, g_list_model_get_n_items (G_LIST_MODEL (self->store)) - 3, NULL, 0);
  settle ();
  g_assert_cmpfloat (place_of (self, "98"), ==, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (self->adjustment), ==, 0);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  insert (self, 0, "#heading");
  insert (self, 3, "#heading");
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  settle ();
  g_assert_true (gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD));
  assert_focus (self, "0");
  press (self, GDK_KEY_Down);
  press (self, GDK_KEY_Down);
  assert_focus (self, "2");
  press (self, GDK_KEY_Up);
  assert_focus (self, "1");
  press (self, GDK_KEY_End);
  assert_focus (self, "999");
  press (self, GDK_KEY_Page_Up);
  assert_focus (self, "989");
  press (self, GDK_KEY_Home);
  assert_focus (self, "0");
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (self->window)));
  g_assert_cmpint (self->activated, ==, 1);
  /* one key leads out */
  g_assert_false (gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD));

  /* scrolled away, the keys go on from there */
  gtk_adjustment_set_value (self->adjustment, 700 * ROW_HEIGHT);
  settle ();
  g_assert_null (find_row (self, "0"));
  press (self, GDK_KEY_Down);
  assert_focus (self, "1");

  /* what takes its place takes the focus */
  g_list_store_remove (self->store, 2);
  settle ();
  assert_focus (self, "2");
}

static void
emit_click (Fixture *self, const char *signal, const char *text)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->list);
  double y = place_of (self, text) + ROW_HEIGHT / 2.0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, signal, 1, 20.0, y);
    }
}

/* What is pressed and let go on the same item is activated. */
static void
test_mouse (Fixture *self, gconstpointer data)
{
  insert (self, 0, "#heading");
  settle ();
  emit_click (self, "pressed", "3");
  assert_focus (self, "3");
  emit_click (self, "released", "3");
  g_assert_cmpint (self->activated, ==, 4);

  self->activated = -1;
  emit_click (self, "pressed", "3");
  emit_click (self, "released", "5");
  g_assert_cmpint (self->activated, ==, -1);
  emit_click (self, "pressed", "#heading");
  emit_click (self, "released", "#heading");
  g_assert_cmpint (self->activated, ==, -1);

  /* its row may show something else by then, in the same place */
  emit_click (self, "pressed", "3");
  fill_store (self->store, "another ");
  settle ();
  emit_click (self, "released", "another 4");
  g_assert_cmpint (self->activated, ==, -1);
}

static void
test_heights (void)
{
  SignetRowHeights *heights = signet_row_heights_new ();
  int offset;

  signet_row_heights_splice (heights, 0, 0, 100);
  signet_row_heights_set (heights, 10, 20);
  signet_row_heights_set (heights, 11, 40);
  /* what isn't known is as high as the others */
  g_assert_cmpint (signet_row_heights_get_usual (heights), ==, 30);
  g_assert_cmpfloat (signet_row_heights_sum (heights, 0, 12), ==, 10 * 30 + 20 + 40);
  g_assert_cmpuint (signet_row_heights_find (heights, 10 * 30 + 20 + 7, &offset), ==, 11);
  g_assert_cmpint (offset, ==, 7);
  /* they move with their rows */
  signet_row_heights_splice (heights, 5, 2, 4);
  g_assert_cmpint (signet_row_heights_get (heights, 12), ==, 20);
  g_assert_cmpint (signet_row_heights_get (heights, 10), ==, 30);
  signet_row_heights_splice (heights, 12, 1, 0);
  g_assert_cmpint (signet_row_heights_get_usual (heights), ==, 40);
  g_assert_cmpuint (signet_row_heights_find (heights, 1e9, &offset), ==, 100);
  signet_row_heights_forget (heights);
  g_assert_cmpint (signet_row_heights_get (heights, 12), ==, 40);
  signet_row_heights_free (heights);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/gui/long-list/rows", test_rows);
  ADD ("/gui/long-list/changes", test_changes);
  ADD ("/gui/long-list/keys", test_keys);
  ADD ("/gui/long-list/mouse", test_mouse);
  g_test_add_func ("/gui/long-list/heights", test_heights);

  return g_test_run ();
}
