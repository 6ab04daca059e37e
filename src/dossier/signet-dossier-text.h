/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SignetDossierText SignetDossierText;

SignetDossierText *signet_dossier_text_new (const char *paper, const char *language, GError **error);
void signet_dossier_text_free (SignetDossierText *self);

const char *signet_dossier_text_get (SignetDossierText *self, const char *key);
const char *signet_dossier_text_find (SignetDossierText *self, const char *prefix, const char *word);
char *signet_dossier_text_format (SignetDossierText *self, const char *key, ...) G_GNUC_NULL_TERMINATED;
char *signet_dossier_text_format_date (SignetDossierText *self, const GDate *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDossierText, signet_dossier_text_free)

G_END_DECLS
