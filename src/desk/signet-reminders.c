/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-reminders.h"

#include "store/signet-deadlines.h"

/*
 * Looks for what has come to its next step when the desk opens, when a deadline changes and when a day begins
 * in Asia/Shanghai. What is told is marked as told in the transaction that finds it, so nothing is told
 * twice; should the program be killed before anybody hears of it, it still stands in Today. The desk owns it.
 * Main thread.
 */
struct _SignetReminders
{
  GObject parent_instance;

  SignetStore *store;
  SignetClock *clock;
  SignetTodayList *list;

  GDate day; /* that the list shows */
  guint timer;
  gboolean looking;
  gboolean again; /* something changed meanwhile */
};

G_DEFINE_FINAL_TYPE (SignetReminders, signet_reminders, G_TYPE_OBJECT)

/* Timers stand still while the computer sleeps, so none is set for midnight. */
#define SECONDS_BETWEEN_LOOKS 60

enum
{
  DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Written on the worker, read when it is done. */
typedef struct
{
  SignetReminders *self;
  GDate today;
  GPtrArray *found;
} Look;

static void
look_free (Look *look)
{
  g_clear_pointer (&look->found, g_ptr_array_unref);
  g_object_unref (look->self);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static gboolean
look_write (SignetTables *tables, gpointer data, GError **error)
{
  Look *look = data;

  look->found = signet_deadlines_list_untold (tables, &look->today, error);
  for (guint i = 0; look->found != NULL && i < look->found->len; i++)
    {
      SignetDeadlineRecord *record = g_ptr_array_index (look->found, i);

      if (!signet_deadlines_set_told (tables, record->subject, record->what, record->told_step, error))
        return FALSE;
    }
  return look->found != NULL;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Look) look = user_data;
  SignetReminders *self = look->self;
  g_autoptr (GError) error = NULL;

  self->looking = FALSE;
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_warning ("what falls due cannot be read: %s", error->message);
  else if (look->found->len > 0)
    g_signal_emit (self, signals[DUE], 0, look->found);
  if (self->again)
    signet_reminders_look (self);
}

static gboolean
timer_cb (gpointer data)
{
  SignetReminders *self = data;
  GDate today;

  signet_clock_today (self->clock, &today);
  if (g_date_compare (&today, &self->day) != 0)
    signet_reminders_look (self);
  return G_SOURCE_CONTINUE;
}

static void
store_changed_cb (SignetReminders *self, SignetChanges *changes)
{
  if (signet_changes_has (changes, SIGNET_SUBJECT_DEADLINE, NULL))
    signet_reminders_look (self);
}

static void
signet_reminders_dispose (GObject *object)
{
  SignetReminders *self = SIGNET_REMINDERS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->again = FALSE;

  G_OBJECT_CLASS (signet_reminders_parent_class)->dispose (object);
}

static void
signet_reminders_finalize (GObject *object)
{
  SignetReminders *self = SIGNET_REMINDERS (object);

  g_object_unref (self->list);
  g_object_unref (self->clock);
  g_object_unref (self->store);

  G_OBJECT_CLASS (signet_reminders_parent_class)->finalize (object);
}

static void
signet_reminders_class_init (SignetRemindersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_reminders_dispose;
  object_class->finalize = signet_reminders_finalize;

  signals[DUE] = g_signal_new ("due", SIGNET_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
signet_reminders_init (SignetReminders *self)
{
}

/**
 * signet_reminders_new:
 * @store: an open store
 * @clock: says what day it is
 * @today: the list that shows what falls due; told when another day begins
 *
 * Returns: (transfer full): looks at once
 */
SignetReminders *
signet_reminders_new (SignetStore *store, SignetClock *clock, SignetTodayList *today)
{
  SignetReminders *self = g_object_new (SIGNET_TYPE_REMINDERS, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->list = g_object_ref (today);
  signet_clock_today (clock, &self->day);
  self->timer = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, timer_cb, self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  signet_reminders_look (self);
  return self;
}

/**
 * signet_reminders_look:
 * @self: reminders of an open store
 *
 * Looks what has come to its next step; `due` follows if anything has.
 */
void
signet_reminders_look (SignetReminders *self)
{
  Look *look;
  GDate today;

  g_return_if_fail (SIGNET_IS_REMINDERS (self));

  signet_clock_today (self->clock, &today);
  if (g_date_compare (&today, &self->day) != 0)
    {
      self->day = today;
      signet_today_list_look_again (self->list);
    }
  self->again = self->looking;
  if (self->looking || signet_store_get_tables (self->store) == NULL)
    return;
  self->looking = TRUE;
  look = g_new0 (Look, 1);
  look->self = g_object_ref (self);
  look->today = today;
  signet_store_write_async (self->store, look_write, look, NULL, NULL, looked_cb, look);
}
