/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SignetDossierOutput SignetDossierOutput;

SignetDossierOutput *signet_dossier_output_new (GOutputStream *stream,
                                                const char *title,
                                                const GDate *today,
                                                GCancellable *cancellable);
void signet_dossier_output_free (SignetDossierOutput *self);

cairo_t *signet_dossier_output_begin_page (SignetDossierOutput *self, double width, double height);
gboolean signet_dossier_output_end_page (SignetDossierOutput *self, cairo_t *cr, GError **error);
gboolean signet_dossier_output_finish (SignetDossierOutput *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDossierOutput, signet_dossier_output_free)

G_END_DECLS
