/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-settlement.h"
#include "model/signet-clock.h"
#include "remote/signet-remote.h"

G_BEGIN_DECLS

/* For the desk's own files: what the platform holds now decides what becomes of a correction. @outbox must
 * stay until it ends. */
void signet_correction_look_async (SignetRemote *remote,
                                   const SignetOutboxRecord *outbox,
                                   const GError *refusal,
                                   SignetClock *clock,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SignetSettlement *signet_correction_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
