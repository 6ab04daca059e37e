/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account-private.h"
#include "desk/signet-pump.h"
#include "desk/signet-sync.h"

G_BEGIN_DECLS

/* For the desk's own files: one account at work. */
typedef struct
{
  SignetAccount *account;
  SignetPracticeHost *host; /* NULL on a real platform */
  SignetPump *pump;
  SignetSync *sync;

  GCancellable *cancellable;
  gint64 connected_at; /* monotonic µs, 0 before */
  guint failures;      /* of the practice platform, in a row */
  guint timer;
} SignetWorking;

SignetWorking *signet_working_new (SignetAccountRecord *record,
                                   SignetStore *store,
                                   SignetCredentials *credentials,
                                   SignetClock *clock,
                                   SignetPracticeHost *host);
void signet_working_connect (SignetWorking *self);
void signet_working_stop (SignetWorking *self);
void signet_working_free (SignetWorking *self);

G_END_DECLS
