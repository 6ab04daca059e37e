/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-long-row.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_IDENTITY_ENTRY (signet_identity_entry_get_type ())
G_DECLARE_FINAL_TYPE (SignetIdentityEntry, signet_identity_entry, SIGNET, IDENTITY_ENTRY, SignetLongRow)

G_END_DECLS
