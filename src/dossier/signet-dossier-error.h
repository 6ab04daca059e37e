/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SIGNET_DOSSIER_ERROR (signet_dossier_error_quark ())

/**
 * SignetDossierError:
 * @SIGNET_DOSSIER_ERROR_LANGUAGE: there are no texts in that language
 * @SIGNET_DOSSIER_ERROR_FONT: no font on this system has a character of the paper
 * @SIGNET_DOSSIER_ERROR_PAGE: a page has no size, or one no PDF can have
 * @SIGNET_DOSSIER_ERROR_FAILED: cairo refused; the message has its words
 */
typedef enum
{
  SIGNET_DOSSIER_ERROR_LANGUAGE,
  SIGNET_DOSSIER_ERROR_FONT,
  SIGNET_DOSSIER_ERROR_PAGE,
  SIGNET_DOSSIER_ERROR_FAILED,
} SignetDossierError;

GQuark signet_dossier_error_quark (void);

G_END_DECLS
