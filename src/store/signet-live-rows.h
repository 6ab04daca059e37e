/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Of this room only: the rows of a list that somebody looks at, one object for each id. */
typedef struct _SignetLiveRows SignetLiveRows;

/* Fills @row with what @id shows now. */
typedef void (*SignetLiveRowsFill) (gint64 id, GObject *row, gpointer data);

SignetLiveRows *signet_live_rows_new (GType type, SignetLiveRowsFill fill_row, gpointer data);
void signet_live_rows_free (SignetLiveRows *self);
GObject *signet_live_rows_get (SignetLiveRows *self, gint64 id);
void signet_live_rows_refill (SignetLiveRows *self);

G_END_DECLS
