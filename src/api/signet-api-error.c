/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-error.h"

/**
 * signet_api_error_quark:
 *
 * Returns: the error domain of the wire format
 */
G_DEFINE_QUARK (signet_api_error, signet_api_error)
