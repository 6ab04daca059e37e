/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

/**
 * SignetPracticeBasis:
 * @account: row of the account
 * @right: row of the right
 * @principal: row of the party for whom is filed
 * @authorisation: row of the authorisation given to the account's own identity, 0 for none
 *
 * What a complaint names.
 */
typedef struct
{
  gint64 account;
  gint64 right;
  gint64 principal;
  gint64 authorisation;
} SignetPracticeBasis;

/**
 * SignetPracticeFoundation:
 * @row: row of a certification
 * @pointer: JSON Pointer to the member of the complaint that leads to it
 *
 * Something that must be certified for a complaint to stand.
 */
typedef struct
{
  gint64 row;
  const char *pointer;
} SignetPracticeFoundation;

gboolean signet_practice_basis_load (SignetPracticePlatform *platform,
                                     gint64 complaint,
                                     SignetPracticeBasis *basis,
                                     GError **error);
GArray *signet_practice_basis_list (SignetPracticePlatform *platform,
                                    const SignetPracticeBasis *basis,
                                    GError **error);
gboolean signet_practice_basis_check_chain (SignetPracticePlatform *platform,
                                            const SignetPracticeBasis *basis,
                                            GPtrArray *findings,
                                            GError **error);

gboolean signet_practice_basis_is_own (JsonObject *party);

G_END_DECLS
