/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-long-row.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT_ENTRY (signet_right_entry_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightEntry, signet_right_entry, SIGNET, RIGHT_ENTRY, SignetLongRow)

G_END_DECLS
