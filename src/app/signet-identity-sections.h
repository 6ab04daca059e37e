/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_IDENTITY_SECTIONS (signet_identity_sections_get_type ())
G_DECLARE_FINAL_TYPE (SignetIdentitySections, signet_identity_sections, SIGNET, IDENTITY_SECTIONS, GObject)

SignetIdentitySections *signet_identity_sections_new (SignetDesk *desk);
GListModel *signet_identity_sections_get_model (SignetIdentitySections *self);

G_END_DECLS
