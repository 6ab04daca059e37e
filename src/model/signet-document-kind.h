/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "model/signet-label.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_DOCUMENT_KIND (signet_document_kind_get_type ())
G_DECLARE_FINAL_TYPE (SignetDocumentKind, signet_document_kind, SIGNET, DOCUMENT_KIND, SignetRecord)

const char *signet_document_kind_get_kind (SignetDocumentKind *self);
SignetLabel *signet_document_kind_get_label (SignetDocumentKind *self);
gboolean signet_document_kind_get_expires (SignetDocumentKind *self);
gboolean signet_document_kind_get_assumed (SignetDocumentKind *self);

G_END_DECLS
