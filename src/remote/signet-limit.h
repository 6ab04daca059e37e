/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For this room: a cancellable for work that ends when the caller gives up, or when its time is over. */
typedef struct _SignetLimit SignetLimit;

SignetLimit *signet_limit_new (GCancellable *caller, guint milliseconds);
void signet_limit_free (SignetLimit *self);
GCancellable *signet_limit_get_cancellable (SignetLimit *self);
gboolean signet_limit_is_over (SignetLimit *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetLimit, signet_limit_free)

G_END_DECLS
