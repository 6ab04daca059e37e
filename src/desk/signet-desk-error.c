/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-error.h"

G_DEFINE_QUARK (signet - desk - error, signet_desk_error)
