/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-document-kind.h"
#include "model/signet-label.h"
#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PARTY_KIND (signet_party_kind_get_type ())
G_DECLARE_FINAL_TYPE (SignetPartyKind, signet_party_kind, SIGNET, PARTY_KIND, SignetRecord)

const char *signet_party_kind_get_kind (SignetPartyKind *self);
SignetLabel *signet_party_kind_get_label (SignetPartyKind *self);
GListModel *signet_party_kind_get_documents (SignetPartyKind *self);
GListModel *signet_party_kind_get_papers (SignetPartyKind *self);
gboolean signet_party_kind_get_assumed (SignetPartyKind *self);

SignetDocumentKind *signet_party_kind_find_document (SignetPartyKind *self, const char *document_kind);

G_END_DECLS
