/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SignetDossierDocument SignetDossierDocument;

SignetDossierDocument *
signet_dossier_document_new (const char *title, const char *footer, const char *language, const GDate *today);
void signet_dossier_document_free (SignetDossierDocument *self);

void signet_dossier_document_add_heading (SignetDossierDocument *self, const char *text);
void signet_dossier_document_add_paragraph (SignetDossierDocument *self, const char *text);
void signet_dossier_document_add_note (SignetDossierDocument *self, const char *text);
void signet_dossier_document_add_field (SignetDossierDocument *self, const char *label, const char *value);
void signet_dossier_document_begin_table (SignetDossierDocument *self,
                                          const double *widths,
                                          const char *const *heads);
void signet_dossier_document_add_row (SignetDossierDocument *self, const char *const *cells);
void signet_dossier_document_add_signature (SignetDossierDocument *self,
                                            const char *who,
                                            const char *name,
                                            const char *const *lines);

GBytes *
signet_dossier_document_write (SignetDossierDocument *self, GCancellable *cancellable, GError **error);
gboolean signet_dossier_document_save (SignetDossierDocument *self,
                                       GFile *file,
                                       GCancellable *cancellable,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDossierDocument, signet_dossier_document_free)

G_END_DECLS
