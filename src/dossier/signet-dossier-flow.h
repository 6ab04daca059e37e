/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/signet-dossier-output.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A page of A4 with the same margin on all sides, in points. */
#define SIGNET_DOSSIER_PAGE_WIDTH (210 / 25.4 * 72)
#define SIGNET_DOSSIER_PAGE_HEIGHT (297 / 25.4 * 72)
#define SIGNET_DOSSIER_MARGIN 68.0
#define SIGNET_DOSSIER_TEXT_WIDTH (SIGNET_DOSSIER_PAGE_WIDTH - 2 * SIGNET_DOSSIER_MARGIN)

/**
 * SignetDossierCell:
 * @text: plain text, never markup
 * @x: its left edge, from the margin, in points
 * @width: its width, in points
 * @size: of its letters, in points
 * @bold: heavier
 * @centred: in the middle of its width
 *
 * A text beside others; each is broken into lines of its own.
 */
typedef struct
{
  const char *text;
  double x;
  double width;
  double size;
  gboolean bold;
  gboolean centred;
} SignetDossierCell;

typedef struct _SignetDossierFlow SignetDossierFlow;

/* (transfer full): what stands below page @page, counted from 1. */
typedef char *(*SignetDossierFooter) (guint page, gpointer data);

SignetDossierFlow *signet_dossier_flow_new (SignetDossierOutput *output, const char *language);
void signet_dossier_flow_free (SignetDossierFlow *self);

void signet_dossier_flow_set_footer (SignetDossierFlow *self, SignetDossierFooter footer, gpointer data);
void signet_dossier_flow_set_head (SignetDossierFlow *self, const SignetDossierCell *cells, guint n_cells);

double signet_dossier_flow_measure (SignetDossierFlow *self, const SignetDossierCell *cells, guint n_cells);
void signet_dossier_flow_add_cells (SignetDossierFlow *self, const SignetDossierCell *cells, guint n_cells);
void signet_dossier_flow_add_space (SignetDossierFlow *self, double height);
void signet_dossier_flow_add_rule (SignetDossierFlow *self, double x, double width);
void signet_dossier_flow_keep (SignetDossierFlow *self, double height);
gboolean signet_dossier_flow_finish (SignetDossierFlow *self, guint *n_pages, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetDossierFlow, signet_dossier_flow_free)

G_END_DECLS
