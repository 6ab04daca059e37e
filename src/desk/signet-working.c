/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-working.h"

#include "remote/signet-backoff.h"

/*
 * One account at work: itself, the process behind it if it is a practice platform's, what carries its outbox
 * out and what brings its changes in. A practice platform that couldn't be started, or has died, is started
 * again. The desk owns it. Main thread.
 */

#define RESTART_BASE G_TIME_SPAN_SECOND
#define RESTART_CAP (30 * G_TIME_SPAN_SECOND)
/* A platform that has run this long isn't one that dies at every start. */
#define STABLE G_TIME_SPAN_MINUTE

static gboolean
timer_cb (gpointer user_data)
{
  SignetWorking *self = user_data;

  self->timer = 0;
  signet_working_connect (self);
  return G_SOURCE_REMOVE;
}

static void
connect_later (SignetWorking *self)
{
  gint64 delay = signet_backoff_delay (++self->failures, RESTART_BASE, RESTART_CAP, 0);

  if (self->timer == 0)
    self->timer = g_timeout_add ((guint) (delay / 1000), timer_cb, self);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  SignetWorking *self;

  if (!signet_account_connect_finish (SIGNET_ACCOUNT (source), result, &error) &&
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* nobody works with it any more */

  self = user_data;
  if (error != NULL)
    g_warning ("an account could not be connected: %s", error->message);
  self->connected_at = g_get_monotonic_time ();
  if (self->host != NULL && !signet_practice_host_get_running (self->host))
    connect_later (self);
}

static void
host_ended_cb (SignetWorking *self)
{
  if (g_get_monotonic_time () - self->connected_at > STABLE)
    self->failures = 0;
  signet_account_set_online (self->account, FALSE);
  connect_later (self);
}

/**
 * signet_working_new:
 * @record: (transfer full): the account
 * @store: where everything is
 * @credentials: the keyring
 * @clock: the time
 * @host: (nullable): the practice platform's process
 *
 * Returns: (transfer full): the account with its pump and its sync, which start when it is ready
 */
SignetWorking *
signet_working_new (SignetAccountRecord *record,
                    SignetStore *store,
                    SignetCredentials *credentials,
                    SignetClock *clock,
                    SignetPracticeHost *host)
{
  SignetWorking *self = g_new0 (SignetWorking, 1);

  self->cancellable = g_cancellable_new ();
  g_set_object (&self->host, host);
  if (host != NULL)
    g_signal_connect_swapped (host, "ended", G_CALLBACK (host_ended_cb), self);
  self->account = signet_account_new (record, store, credentials, clock, host);
  self->pump = signet_pump_new (self->account, store, clock);
  self->sync = signet_sync_new (self->account, self->pump, store, clock);
  return self;
}

/**
 * signet_working_connect:
 * @self: an account at work
 *
 * Connects the account, in the background. On a practice platform that can't be started now it goes on
 * trying.
 */
void
signet_working_connect (SignetWorking *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  signet_account_connect_async (self->account, self->cancellable, connected_cb, self);
}

/**
 * signet_working_stop:
 * @self: an account at work
 *
 * Ends what is under way, the practice platform's process too. Nothing is begun any more.
 */
void
signet_working_stop (SignetWorking *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->host != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->host, self);
      signet_practice_host_stop (self->host);
    }
  signet_sync_stop (self->sync);
  signet_pump_stop (self->pump);
}

/**
 * signet_working_free:
 * @self: (transfer full): an account at work
 *
 * Ends what is under way, the practice platform's process too; it goes on with the next start.
 */
void
signet_working_free (SignetWorking *self)
{
  signet_working_stop (self);
  g_object_unref (self->cancellable);
  g_object_unref (self->sync);
  g_object_unref (self->pump);
  g_clear_object (&self->host);
  g_object_unref (self->account);
  g_free (self);
}
