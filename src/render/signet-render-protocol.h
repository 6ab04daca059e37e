/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What passes between render (the program) and the sealed viewer: one SOCK_SEQPACKET pair, one GVariant a
 * message, at most one descriptor with it. The viewer speaks first (serial 0, its layers as the message),
 * then answers each request with its serial. Anything large travels in a sealed memfd. */

/* serial, kind, page (from 0), scale (pixels per point), text (OPEN: password; SEARCH: what to look for) */
#define SIGNET_RENDER_PROTOCOL_REQUEST "(uuuds)"

/* serial, status, message (for logs; in the greeting: layers), flags, width, height, stride, bytes in the
 * memfd */
#define SIGNET_RENDER_PROTOCOL_ANSWER "(uusuuuut)"

/* What OPEN (sizes in points) and SEARCH (x, y, width, height in points from the top left) put into the
 * memfd. */
#define SIGNET_RENDER_PROTOCOL_SIZES "a(dd)"
#define SIGNET_RENDER_PROTOCOL_HITS "a(dddd)"

/* The descriptor on which the viewer finds its end of the pair. */
#define SIGNET_RENDER_PROTOCOL_FD 3

#define SIGNET_RENDER_PROTOCOL_MAX_MESSAGE 16384
#define SIGNET_RENDER_PROTOCOL_MAX_STRING 4096
#define SIGNET_RENDER_PROTOCOL_MAX_BODY (256 * 1024 * 1024)
/* A page's words and hits are looked through on the program's main thread: no more than that takes a moment.
 */
#define SIGNET_RENDER_PROTOCOL_MAX_TEXT (4 * 1024 * 1024)
#define SIGNET_RENDER_PROTOCOL_MAX_HITS 10000
#define SIGNET_RENDER_PROTOCOL_MAX_PAGES 20000
/* A4 at 400 % on a screen of scale 2 is 32 million pixels. */
#define SIGNET_RENDER_PROTOCOL_MAX_PIXELS (40 * 1000 * 1000)
#define SIGNET_RENDER_PROTOCOL_MAX_EDGE 32000
/* Added to what the process has used already, before each request. */
#define SIGNET_RENDER_PROTOCOL_CPU_SECONDS 10

typedef enum
{
  SIGNET_RENDER_PROTOCOL_OPEN,
  SIGNET_RENDER_PROTOCOL_PAGE,
  SIGNET_RENDER_PROTOCOL_TEXT,
  SIGNET_RENDER_PROTOCOL_SEARCH,
} SignetRenderProtocolKind;

typedef enum
{
  SIGNET_RENDER_PROTOCOL_OK,
  SIGNET_RENDER_PROTOCOL_DAMAGED,
  SIGNET_RENDER_PROTOCOL_ENCRYPTED,
  SIGNET_RENDER_PROTOCOL_WRONG_PASSWORD,
  SIGNET_RENDER_PROTOCOL_TOO_BIG,
  SIGNET_RENDER_PROTOCOL_UNSUPPORTED,
} SignetRenderProtocolStatus;

/* An allocation was refused on the way: part of what was asked for is left out. */
#define SIGNET_RENDER_PROTOCOL_INCOMPLETE (1u << 0)

guint signet_render_protocol_pixels (double points, double scale);
gboolean signet_render_protocol_send (int socket, GVariant *message, int descriptor, GError **error);
GVariant *signet_render_protocol_receive (int socket, const char *type, int *descriptor, GError **error);

G_END_DECLS
