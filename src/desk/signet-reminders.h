/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"
#include "store/signet-store.h"
#include "store/signet-today-list.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: notices when something comes to its next step, and that another day has begun.
 *
 * Signal: due (SignetReminders *, GPtrArray *SignetDeadlineRecord), never empty, the soonest first: each is
 * told once a step.
 */
#define SIGNET_TYPE_REMINDERS (signet_reminders_get_type ())
G_DECLARE_FINAL_TYPE (SignetReminders, signet_reminders, SIGNET, REMINDERS, GObject)

SignetReminders *signet_reminders_new (SignetStore *store, SignetClock *clock, SignetTodayList *today);
void signet_reminders_look (SignetReminders *self);

G_END_DECLS
