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
 * contact (SignetChangeFeed *): the platform has just answered, with or without changes.
 */
#define SIGNET_TYPE_CHANGE_FEED (signet_change_feed_get_type ())
G_DECLARE_FINAL_TYPE (SignetChangeFeed, signet_change_feed, SIGNET, CHANGE_FEED, GObject)

SignetChangeFeed *signet_change_feed_new (SignetRemote *remote);
gboolean signet_change_feed_get_online (SignetChangeFeed *self);
const GError *signet_change_feed_get_error (SignetChangeFeed *self);

/* Ends with an answer that holds at least one change after @cursor (NULL: from the beginning), however long
 * that takes. Fails only if cancelled, or for good (REFUSED, PLATFORM, PROTOCOL …). */
void signet_change_feed_next_async (SignetChangeFeed *self,
                                    const char *cursor,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SignetAnswer *signet_change_feed_next_finish (SignetChangeFeed *self, GAsyncResult *result, GError **error);

/* Asks at once instead of waiting on: the person wants to know, or the network is back. */
void signet_change_feed_poke (SignetChangeFeed *self);

G_END_DECLS
