/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_DOCUMENT_WINDOW (signet_document_window_get_type ())
G_DECLARE_FINAL_TYPE (SignetDocumentWindow, signet_document_window, SIGNET, DOCUMENT_WINDOW, AdwWindow)

GtkWindow *signet_document_window_new (SignetDesk *desk, SignetEvidence *evidence);

G_END_DECLS
