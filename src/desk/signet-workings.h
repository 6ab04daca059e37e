/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-working.h"

G_BEGIN_DECLS

/**
 * SIGNET_TYPE_WORKINGS:
 *
 * For the desk's own files: every account at work.
 *
 * Signals: synced (SignetWorkings *): a platform has answered for one of them; decided (SignetWorkings *,
 * char *): a complaint, by its local id, was decided; not-kept (SignetWorkings *, GError *why): see
 * SignetPump.
 */
#define SIGNET_TYPE_WORKINGS (signet_workings_get_type ())
G_DECLARE_FINAL_TYPE (SignetWorkings, signet_workings, SIGNET, WORKINGS, GObject)

SignetWorkings *signet_workings_new (const char *data_dir,
                                     const char *practice_program,
                                     SignetStore *store,
                                     SignetCredentials *credentials,
                                     SignetClock *clock);
SignetWorking *signet_workings_take_up (SignetWorkings *self, SignetAccountRecord *record);
SignetWorking *signet_workings_ensure_practice (SignetWorkings *self, const char *rules, GError **error);
SignetWorking *signet_workings_ensure_address (SignetWorkings *self, const char *typed, GError **error);
SignetWorking *signet_workings_find (SignetWorkings *self, const char *account);
void signet_workings_drop (SignetWorkings *self, const char *account);
const char *signet_workings_get_practice_folder (SignetWorkings *self);
GListModel *signet_workings_get_accounts (SignetWorkings *self);
void signet_workings_poke (SignetWorkings *self);
void signet_workings_sync (SignetWorkings *self);
void signet_workings_close (SignetWorkings *self);

G_END_DECLS
