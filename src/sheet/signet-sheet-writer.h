/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SignetSheetWriter SignetSheetWriter;

SignetSheetWriter *signet_sheet_writer_new (GOutputStream *stream);
void signet_sheet_writer_free (SignetSheetWriter *self);

gboolean signet_sheet_writer_add_row (SignetSheetWriter *self,
                                      const char *const *cells,
                                      GCancellable *cancellable,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetSheetWriter, signet_sheet_writer_free)

G_END_DECLS
