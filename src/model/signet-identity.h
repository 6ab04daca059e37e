/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-number.h"

G_BEGIN_DECLS

const char *const *signet_identity_list_documents (const char *party_kind);
gboolean signet_identity_get_number_kind (const char *document_kind, SignetNumberKind *number_kind);
gboolean signet_identity_is_organisation (const char *party_kind);
gboolean signet_identity_is_foreign (const char *party_kind);
gboolean signet_identity_has_other_name (const char *party_kind);

G_END_DECLS
