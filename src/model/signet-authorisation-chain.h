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

/**
 * SignetStandingFunc:
 * @id: id of an authorisation or a party
 * @user_data: what signet_authorisation_check_standing() was given
 *
 * Returns: (transfer full): where it stands with the platform, as a word of status
 */
typedef char *(*SignetStandingFunc) (const char *id, gpointer user_data);

/**
 * SignetNameFunc:
 * @id: id of a party
 * @user_data: what signet_authorisation_check_standing() was given
 *
 * Returns: (transfer full): its name
 */
typedef char *(*SignetNameFunc) (const char *id, gpointer user_data);

GPtrArray *
signet_authorisation_collect_chain (const char *id, SignetAuthorisationLookup lookup, gpointer user_data);
GPtrArray *signet_authorisation_check_chain (GPtrArray *links,
                                             const char *principal_id,
                                             const char *agent_id,
                                             const char *right_id,
                                             const char *rules,
                                             const GDate *day);
void signet_authorisation_check_standing (GPtrArray *links,
                                          const char *agent_id,
                                          SignetStandingFunc find_standing,
                                          SignetNameFunc find_name,
                                          gpointer user_data,
                                          GPtrArray *findings);

G_END_DECLS
