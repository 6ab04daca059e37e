/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"
#include "store/signet-complaint-list.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: everything there is to do and to follow, in lists that follow the store.
 *
 * Properties (read-only, notify): n-today (what waits for the person), n-waiting (submissions to be sent to
 * their platform, of every account).
 */
#define SIGNET_TYPE_DOCKET (signet_docket_get_type ())
G_DECLARE_FINAL_TYPE (SignetDocket, signet_docket, SIGNET, DOCKET, GObject)

SignetDocket *signet_docket_new (SignetStore *store, SignetClock *clock);

/* Whose things are listed; nothing before the first account. */
void signet_docket_set_account (SignetDocket *self, const char *account);
/* Of which principal; NULL for all. */
void signet_docket_set_principal (SignetDocket *self, const char *principal);
const char *signet_docket_get_principal (SignetDocket *self);
void
signet_docket_filter_complaints (SignetDocket *self, const char *status, const char *right, const char *text);
void signet_docket_filter_rights (SignetDocket *self, const char *kind, const char *status, const char *text);
void signet_docket_sort_complaints (SignetDocket *self, const char *sort);

GListModel *signet_docket_get_today (SignetDocket *self);
GListModel *signet_docket_get_complaints (SignetDocket *self);
GListModel *signet_docket_get_rights (SignetDocket *self);
GListModel *signet_docket_get_parties (SignetDocket *self);
GListModel *signet_docket_get_principals (SignetDocket *self);
GListModel *signet_docket_get_authorisations (SignetDocket *self);
guint signet_docket_get_n_today (SignetDocket *self);
guint signet_docket_get_n_waiting (SignetDocket *self);

G_END_DECLS
