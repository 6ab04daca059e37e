/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-error.h"

/* What can go wrong with a document. Messages are for logs; they may come from a hostile document and are cut
 * down to harmless characters before they get here. */

/**
 * signet_render_error_quark:
 *
 * Returns: the domain of #SignetRenderError
 */
G_DEFINE_QUARK (signet - render - error - quark, signet_render_error)
