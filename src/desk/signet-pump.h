/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "model/signet-clock.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: what carries one account's outbox to its platform.
 *
 * Properties: busy (read-only, notifies: an attempt is under way whose answer isn't stored yet). Signal:
 * not-kept (SignetPump *, GError *why): what becomes of a submission can't be stored; it is tried again.
 */
#define SIGNET_TYPE_PUMP (signet_pump_get_type ())
G_DECLARE_FINAL_TYPE (SignetPump, signet_pump, SIGNET, PUMP, GObject)

SignetPump *signet_pump_new (SignetAccount *account, SignetStore *store, SignetClock *clock);
gboolean signet_pump_get_busy (SignetPump *self);

/* Something may be ready to go: a new submission, a session, a platform that answers again. With @now what
 * waits for its next try goes at once. */
void signet_pump_poke (SignetPump *self, gboolean now);
void signet_pump_stop (SignetPump *self);

G_END_DECLS
