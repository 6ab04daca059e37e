/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-working.h"

/*
 * One account at work: itself, the process behind it if it is a practice platform's, what carries its outbox
 * out and what brings its changes in. The desk owns it. Main thread.
 */

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

  g_set_object (&self->host, host);
  self->account = signet_account_new (record, store, credentials, clock, host);
  self->pump = signet_pump_new (self->account, store, clock);
  self->sync = signet_sync_new (self->account, self->pump, store, clock);
  return self;
}

/**
 * signet_working_free:
 * @self: (transfer full): an account at work
 *
 * Ends what is under way; it goes on with the next start.
 */
void
signet_working_free (SignetWorking *self)
{
  signet_sync_stop (self->sync);
  signet_pump_stop (self->pump);
  g_object_unref (self->sync);
  g_object_unref (self->pump);
  g_clear_object (&self->host);
  g_object_unref (self->account);
  g_free (self);
}
