/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-sync.h"

#include "desk/signet-account-private.h"
#include "desk/signet-incoming.h"
#include "remote/signet-change-feed.h"
#include "store/signet-accounts.h"

/*
 * Waits for what happens to one account and stores each page of changes together with the cursor that follows
 * it. A page that comes while the pump is sending waits for the pump: the platform tells of a new complaint
 * before its answer to the submission has named it here. If that answer was lost, the page is asked for again
 * until there is one. The desk owns it. Main thread; writes go to the
 * store's worker.
 */
struct _SignetSync
{
  GObject parent_instance;

  SignetAccount *account;
  SignetPump *pump;
  SignetStore *store;
  SignetClock *clock;

  SignetChangeFeed *feed;
  SignetRemote *remote; /* the one @feed belongs to */
  SignetIncoming *page; /* waits for the pump */
  GCancellable *cancellable;
  GCancellable *asking; /* of the question under way, NULL outside of one */
  gboolean running;
  gint64 last;
  guint timer;
};

G_DEFINE_FINAL_TYPE (SignetSync, signet_sync, G_TYPE_OBJECT)

/* After an answer that can't be used, or a full disk. */
#define PAUSE_SECONDS 30
/* While the platform may have something of which it hasn't said yet what it calls it. */
#define AWAIT_SECONDS 2

static void ask (SignetSync *self);

enum
{
  PROP_0,
  PROP_LAST,
  N_PROPS
};

enum
{
  DECIDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
timer_cb (gpointer user_data)
{
  SignetSync *self = user_data;

  self->timer = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
rest (SignetSync *self, guint seconds)
{
  self->running = FALSE;
  if (self->timer == 0 && !g_cancellable_is_cancelled (self->cancellable))
    self->timer = g_timeout_add_seconds (seconds, timer_cb, self);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetSync) self = user_data;
  g_autoptr (SignetIncoming) page = g_steal_pointer (&self->page);
  g_autoptr (GError) error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      gboolean awaiting = g_error_matches (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT);

      if (!awaiting)
        g_warning ("changes could not be stored: %s", error->message);
      rest (self, awaiting ? AWAIT_SECONDS : PAUSE_SECONDS);
      return;
    }
  for (guint i = 0; i < signet_incoming_get_decided (page)->len; i++)
    g_signal_emit (self, signals[DECIDED], 0, g_ptr_array_index (signet_incoming_get_decided (page), i));
  self->running = FALSE;
  ask (self);
}

static void
store_page (SignetSync *self)
{
  GPtrArray *resources;

  if (self->page == NULL || signet_pump_get_busy (self->pump))
    return; /* pump_cb comes back */
  g_signal_handlers_disconnect_by_func (self->pump, store_page, self);
  resources = signet_incoming_get_account_resources (self->page);
  for (guint i = 0; i < resources->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!signet_account_take_resource (self->account, g_ptr_array_index (resources, i), &error))
        g_warning ("a change of the account cannot be read: %s", error->message);
    }
  signet_store_write_async (self->store, signet_incoming_write, self->page, NULL, NULL, stored_cb,
                            g_object_ref (self));
}

static void
came_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetSync) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAnswer)
      answer = signet_change_feed_next_finish (SIGNET_CHANGE_FEED (source), result, &error);

  g_clear_object (&self->asking);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* The platform is somewhere else now, or the sync has been stopped. */
      self->running = FALSE;
      ask (self);
      return;
    }
  if (answer != NULL)
    self->page = signet_incoming_new_changes (signet_account_get_id (self->account),
                                              signet_clock_now (self->clock), signet_answer_get_root (answer),
                                              &error);
  if (self->page == NULL)
    {
      g_warning ("changes cannot be read: %s", error->message);
      rest (self, PAUSE_SECONDS);
      return;
    }
  g_signal_connect_object (self->pump, "notify::busy", G_CALLBACK (store_page), self, G_CONNECT_SWAPPED);
  store_page (self);
}

static void
contact_cb (SignetSync *self)
{
  self->last = signet_clock_now (self->clock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST]);
}

static void
online_cb (SignetSync *self)
{
  signet_account_set_online (self->account, signet_change_feed_get_online (self->feed));
}

static void
open_feed (SignetSync *self, SignetRemote *remote)
{
  if (self->remote == remote)
    return;
  g_clear_object (&self->feed);
  g_set_object (&self->remote, remote);
  self->feed = signet_change_feed_new (remote);
  g_signal_connect_object (self->feed, "contact", G_CALLBACK (contact_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->feed, "notify::online", G_CALLBACK (online_cb), self, G_CONNECT_SWAPPED);
}

static void
ask (SignetSync *self)
{
  SignetRemote *remote = signet_account_get_remote (self->account);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAccountRecord) record = NULL;

  if (self->running || remote == NULL || g_cancellable_is_cancelled (self->cancellable) ||
      signet_account_get_state (self->account) != SIGNET_ACCOUNT_READY)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  record = signet_accounts_find (signet_store_get_tables (self->store), signet_account_get_id (self->account),
                                 &error);
  if (record == NULL)
    {
      g_warning ("where to go on with changes cannot be read: %s", error->message);
      rest (self, PAUSE_SECONDS);
      return;
    }
  open_feed (self, remote);
  self->running = TRUE;
  self->asking = g_cancellable_new ();
  signet_change_feed_next_async (self->feed, *record->cursor != '\0' ? record->cursor : NULL, self->asking,
                                 came_cb, g_object_ref (self));
}

static void
address_changed_cb (SignetSync *self)
{
  if (signet_account_get_remote (self->account) != self->remote)
    g_cancellable_cancel (self->asking);
}

static void
signet_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetSync *self = SIGNET_SYNC (object);

  switch (id)
    {
    case PROP_LAST:
      g_value_set_int64 (value, self->last);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_sync_dispose (GObject *object)
{
  SignetSync *self = SIGNET_SYNC (object);

  signet_sync_stop (self);
  G_OBJECT_CLASS (signet_sync_parent_class)->dispose (object);
}

static void
signet_sync_finalize (GObject *object)
{
  SignetSync *self = SIGNET_SYNC (object);

  g_clear_pointer (&self->page, signet_incoming_free);
  g_clear_object (&self->feed);
  g_clear_object (&self->remote);
  g_clear_object (&self->account);
  g_clear_object (&self->pump);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->asking);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (signet_sync_parent_class)->finalize (object);
}

static void
signet_sync_class_init (SignetSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_sync_get_property;
  object_class->dispose = signet_sync_dispose;
  object_class->finalize = signet_sync_finalize;

  properties[PROP_LAST] = g_param_spec_int64 ("last", NULL, NULL, 0, G_MAXINT64, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DECIDED] = g_signal_new ("decided", SIGNET_TYPE_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
signet_sync_init (SignetSync *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * signet_sync_new:
 * @account: whose changes
 * @pump: the account's pump
 * @store: where they go
 * @clock: the time
 *
 * Returns: (transfer full): a sync that runs whenever the account is ready
 */
SignetSync *
signet_sync_new (SignetAccount *account, SignetPump *pump, SignetStore *store, SignetClock *clock)
{
  SignetSync *self = g_object_new (SIGNET_TYPE_SYNC, NULL);
  g_autoptr (SignetAccountRecord) record = NULL;

  self->account = g_object_ref (account);
  self->pump = g_object_ref (pump);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  record = signet_accounts_find (signet_store_get_tables (store), signet_account_get_id (account), NULL);
  self->last = record != NULL ? record->synced_at : 0;
  g_signal_connect_object (account, "notify::state", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "notify::address", G_CALLBACK (address_changed_cb), self,
                           G_CONNECT_SWAPPED);
  ask (self);
  return self;
}

/** signet_sync_get_last: Returns: µs UTC of the platform's last answer, 0 never */
gint64
signet_sync_get_last (SignetSync *self)
{
  g_return_val_if_fail (SIGNET_IS_SYNC (self), 0);
  return self->last;
}

/** signet_sync_poke: Asks at once: the person wants to know, or the network is back. */
void
signet_sync_poke (SignetSync *self)
{
  g_return_if_fail (SIGNET_IS_SYNC (self));

  if (self->running && self->feed != NULL)
    signet_change_feed_poke (self->feed);
  else
    ask (self);
}

/** signet_sync_stop: Ends the waiting; what has come is stored, what has not comes with the next start. */
void
signet_sync_stop (SignetSync *self)
{
  g_return_if_fail (SIGNET_IS_SYNC (self));

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->asking);
  g_clear_handle_id (&self->timer, g_source_remove);
}
