/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-authorisation.h"

G_BEGIN_DECLS

/**
 * SignetAuthorisationLookup:
 * @id: id of an authorisation
 * @user_data: what signet_authorisation_collect_chain() was given
 *
 * Returns: (transfer full) (nullable): the authorisation, NULL if there is none
 */
typedef SignetAuthorisation *(*SignetAuthorisationLookup) (const char *id, gpointer user_data);

GPtrArray *
signet_authorisation_collect_chain (const char *id, SignetAuthorisationLookup lookup, gpointer user_data);
GPtrArray *signet_authorisation_check_chain (GPtrArray *links,
                                             const char *principal_id,
                                             const char *agent_id,
                                             const char *right_id,
                                             const char *rules,
                                             const GDate *day);

G_END_DECLS
