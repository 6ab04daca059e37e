/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-outbox.h"

G_BEGIN_DECLS

/* For the desk's own files: the bytes of a submission that had to wait for what it names. */
typedef struct _SignetFreezing SignetFreezing;

SignetFreezing *signet_freezing_new (SignetTables *tables,
                                     const SignetOutboxRecord *outbox,
                                     gboolean *passes,
                                     GError **error);
void signet_freezing_free (SignetFreezing *self);

/* A SignetStoreWrite; @data: a SignetFreezing. */
gboolean signet_freezing_write (SignetTables *tables, gpointer data, GError **error);

G_END_DECLS
