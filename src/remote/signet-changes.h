/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-remote.h"

G_BEGIN_DECLS

/*
 * Waits for what happens to the account. One call at a time: the desk stores what came together with its
 * cursor, then asks for what comes after that.
 *
 * Properties: online (read-only, notifies: the last thing heard of the platform was an answer). Signal:
 * contact (SignetChanges *): the platform has just answered, with or without changes.
 */
#define SIGNET_TYPE_CHANGES (signet_changes_get_type ())
G_DECLARE_FINAL_TYPE (SignetChanges, signet_changes, SIGNET, CHANGES, GObject)

SignetChanges *signet_changes_new (SignetRemote *remote);
gboolean signet_changes_get_online (SignetChanges *self);
const GError *signet_changes_get_error (SignetChanges *self);

/* Ends with an answer that holds at least one change after @cursor (NULL: from the beginning), however long
 * that takes. Fails only if cancelled, or for good (REFUSED, PLATFORM, PROTOCOL …). */
void signet_changes_next_async (SignetChanges *self,
                                const char *cursor,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SignetAnswer *signet_changes_next_finish (SignetChanges *self, GAsyncResult *result, GError **error);

/* Asks at once instead of waiting on: the person wants to know, or the network is back. */
void signet_changes_poke (SignetChanges *self);

G_END_DECLS
