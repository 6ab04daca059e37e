/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-store-error.h"

/* This room's error domain. Any thread. */

G_DEFINE_QUARK (signet - store - error - quark, signet_store_error)
