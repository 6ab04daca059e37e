/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef void (*SignetWorkerFunc) (gpointer data);

#define SIGNET_TYPE_WORKER (signet_worker_get_type ())
G_DECLARE_FINAL_TYPE (SignetWorker, signet_worker, SIGNET, WORKER, GObject)

SignetWorker *signet_worker_new (GError **error);
void signet_worker_push (SignetWorker *self, SignetWorkerFunc func, gpointer data);
void signet_worker_run (SignetWorker *self, SignetWorkerFunc func, gpointer data);
gboolean signet_worker_is_current (SignetWorker *self);
void signet_worker_stop (SignetWorker *self);

G_END_DECLS
