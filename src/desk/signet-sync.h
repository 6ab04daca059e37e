/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "desk/signet-pump.h"
#include "model/signet-clock.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: what brings an account's changes into the store.
 *
 * Properties: last (read-only, notifies: µs UTC of the platform's last answer, 0 never).
 * Signal: decided (SignetSync *, const char *complaint).
 */
#define SIGNET_TYPE_SYNC (signet_sync_get_type ())
G_DECLARE_FINAL_TYPE (SignetSync, signet_sync, SIGNET, SYNC, GObject)

SignetSync *
signet_sync_new (SignetAccount *account, SignetPump *pump, SignetStore *store, SignetClock *clock);
gint64 signet_sync_get_last (SignetSync *self);
void signet_sync_poke (SignetSync *self);
void signet_sync_stop (SignetSync *self);

G_END_DECLS
