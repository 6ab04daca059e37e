/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "db/signet-db.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* Of this room only. */

/**
 * SignetLaneFunc:
 * @tables: the lane's tables
 * @data: what was handed over with it
 * @cancellable: (nullable): to look at in long loops
 * @error: return location
 *
 * What a lane does next, on its thread.
 *
 * Returns: (transfer full) (nullable): a result; %NULL may be one, too
 */
typedef gpointer (*SignetLaneFunc) (SignetTables *tables,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

#define SIGNET_TYPE_LANE (signet_lane_get_type ())
G_DECLARE_FINAL_TYPE (SignetLane, signet_lane, SIGNET, LANE, GObject)

SignetLane *signet_lane_new (const char *path, SignetDbFlags flags, GMainContext *context, GError **error);
gpointer signet_lane_run (SignetLane *self, SignetLaneFunc func, gpointer data, GError **error);
void signet_lane_push (SignetLane *self,
                       GTask *task,
                       SignetLaneFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       GDestroyNotify free_result);
gboolean signet_lane_is_current (SignetLane *self);
void signet_lane_close (SignetLane *self);
void signet_lane_tell (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
