/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-label.h"
#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SCOPE (signet_scope_get_type ())
G_DECLARE_FINAL_TYPE (SignetScope, signet_scope, SIGNET, SCOPE, SignetRecord)

const char *signet_scope_get_word (SignetScope *self);
SignetLabel *signet_scope_get_label (SignetScope *self);
gboolean signet_scope_get_required (SignetScope *self);

G_END_DECLS
