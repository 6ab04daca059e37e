/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "render/signet-render-protocol.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RENDER_QUEUE (signet_render_queue_get_type ())
G_DECLARE_FINAL_TYPE (SignetRenderQueue, signet_render_queue, SIGNET, RENDER_QUEUE, GObject)

/* For the render room's own files. One thing somebody wants of a document; @task is %NULL once nobody waits
 * for it any more. */
typedef struct
{
  SignetRenderQueue *queue; /* which it was added to */
  SignetRenderProtocolKind kind;
  guint page;
  double scale;
  char *text;
  GTask *task;
  GSource *cancelled;
} SignetRenderRequest;

void signet_render_request_fail (SignetRenderRequest *self, const GError *error);
void signet_render_request_free (SignetRenderRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetRenderRequest, signet_render_request_free)

SignetRenderQueue *signet_render_queue_new (void);
void signet_render_queue_add (SignetRenderQueue *self,
                              SignetRenderProtocolKind kind,
                              guint page,
                              double scale,
                              const char *text,
                              GTask *task);
const SignetRenderRequest *signet_render_queue_peek (SignetRenderQueue *self);
SignetRenderRequest *signet_render_queue_take_nearest (SignetRenderQueue *self, guint focus);
void signet_render_queue_fail (SignetRenderQueue *self, const GError *error);

G_END_DECLS
