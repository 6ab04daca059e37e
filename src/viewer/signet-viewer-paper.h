/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "render/signet-render-protocol.h"

G_BEGIN_DECLS

typedef struct _SignetViewerPaper SignetViewerPaper;

/* What one request came to. The body is a sealed memfd or -1. */
typedef struct
{
  SignetRenderProtocolStatus status;
  char *message;
  guint flags;
  guint width;
  guint height;
  guint stride;
  int body;
  guint64 bytes;
} SignetViewerAnswer;

void signet_viewer_paper_preload (void);
SignetViewerPaper *signet_viewer_paper_open (int fd, const char *password, SignetViewerAnswer *answer);
void signet_viewer_paper_free (SignetViewerPaper *self);
void signet_viewer_paper_draw (SignetViewerPaper *self, guint page, double scale, SignetViewerAnswer *answer);
void signet_viewer_paper_get_ready (SignetViewerPaper *self);
void signet_viewer_paper_read (SignetViewerPaper *self, guint page, SignetViewerAnswer *answer);
void signet_viewer_paper_search (SignetViewerPaper *self,
                                 guint page,
                                 const char *text,
                                 SignetViewerAnswer *answer);

G_END_DECLS
