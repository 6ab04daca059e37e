/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/signet-list-state.h"

G_BEGIN_DECLS

/*
 * Where an account is signed in: a list of SignetSessionRow (model room), this computer's first. It is read
 * when made; whoever shows it owns it.
 *
 * Properties (read-only, notify on the main thread): state (SignetListState), error (why state is "error").
 */
#define SIGNET_TYPE_SESSION_LIST (signet_session_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetSessionList, signet_session_list, SIGNET, SESSION_LIST, GObject)

SignetListState signet_session_list_get_state (SignetSessionList *self);
const GError *signet_session_list_get_error (SignetSessionList *self);
void signet_session_list_reload (SignetSessionList *self);

/* Ends the session with @id, which then leaves the list. Ending this computer's own is signing out. */
void signet_session_list_end_async (SignetSessionList *self,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean signet_session_list_end_finish (SignetSessionList *self, GAsyncResult *result, GError **error);

G_END_DECLS
