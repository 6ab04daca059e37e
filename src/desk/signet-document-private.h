/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-document.h"
#include "render/signet-render-document.h"

G_BEGIN_DECLS

/* For the desk's own files: takes @document. */
SignetDocument *signet_document_new (SignetRenderDocument *document);

G_END_DECLS
