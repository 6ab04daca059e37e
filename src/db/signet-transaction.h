/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SignetTransaction SignetTransaction;

gboolean signet_transaction_commit (SignetTransaction *self, GError **error);
void signet_transaction_free (SignetTransaction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetTransaction, signet_transaction_free)

G_END_DECLS
