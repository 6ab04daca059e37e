/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "render/signet-render-protocol.h"

G_BEGIN_DECLS

/* For SignetRenderDocument: what waits for its viewer. */
typedef struct _SignetRenderQueue SignetRenderQueue;

/* What somebody asks the viewer for. */
typedef struct
{
  SignetRenderProtocolKind kind;
  guint page;
  double scale;
  char *text;
  GTask *task; /* NULL once nobody waits for it any more */

  SignetRenderQueue *queue; /* it was put into */
  GSource *cancelled;
} SignetRenderRequest;

void signet_render_request_free (SignetRenderRequest *self);
void signet_render_request_fail (SignetRenderRequest *self, const GError *error);

SignetRenderQueue *signet_render_queue_new (void);
void signet_render_queue_free (SignetRenderQueue *self);
void signet_render_queue_add (SignetRenderQueue *self, SignetRenderRequest *request);
const SignetRenderRequest *signet_render_queue_peek_first (SignetRenderQueue *self);
SignetRenderRequest *signet_render_queue_take_nearest (SignetRenderQueue *self, guint focus);
void signet_render_queue_fail_all (SignetRenderQueue *self, const GError *error);

G_END_DECLS
