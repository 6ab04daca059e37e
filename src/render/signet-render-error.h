/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SIGNET_RENDER_ERROR_DAMAGED,        /* the document, or this page of it, cannot be read */
  SIGNET_RENDER_ERROR_ENCRYPTED,      /* it wants a password */
  SIGNET_RENDER_ERROR_WRONG_PASSWORD, /* another one */
  SIGNET_RENDER_ERROR_TOO_SLOW,       /* no answer within the time a request has */
  SIGNET_RENDER_ERROR_TOO_BIG,        /* more pages or pixels, or more memory, than is allowed */
  SIGNET_RENDER_ERROR_CRASHED,        /* the viewer died of it, or answered what no viewer answers */
  SIGNET_RENDER_ERROR_UNSUPPORTED,    /* neither PDF nor PNG nor JPEG */
  SIGNET_RENDER_ERROR_SEAL,           /* no viewer, or one that this system cannot seal */
} SignetRenderError;

#define SIGNET_RENDER_ERROR (signet_render_error_quark ())
GQuark signet_render_error_quark (void);

G_END_DECLS
