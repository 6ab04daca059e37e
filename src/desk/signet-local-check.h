/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-authorisation.h"
#include "model/signet-complaint.h"
#include "model/signet-party.h"
#include "model/signet-platform.h"
#include "model/signet-right.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: what a record is checked against that only this desk knows: its other records,
 * and how they stand with the account's platform. Each adds to @findings. */
void
signet_local_check_party (SignetTables *tables, const char *account, SignetParty *party, GPtrArray *findings);
void
signet_local_check_right (SignetTables *tables, const char *account, SignetRight *right, GPtrArray *findings);
void signet_local_check_authorisation (SignetTables *tables,
                                       const char *account,
                                       SignetAuthorisation *authorisation,
                                       GPtrArray *findings);
void signet_local_check_complaint (SignetTables *tables,
                                   const char *account,
                                   SignetComplaint *complaint,
                                   GPtrArray *findings);

/* The account's own identity, a local id, or NULL. */
char *signet_local_check_find_own (SignetTables *tables, const char *account);
GPtrArray *signet_local_check_collect_chain (SignetTables *tables, const char *authorisation);
/* The authorisation to file under, if there is just one that can be. */
void signet_local_check_choose_authorisation (SignetTables *tables,
                                              const char *account,
                                              SignetComplaint *complaint,
                                              SignetParty *principal,
                                              SignetPlatform *platform,
                                              const GDate *today);

G_END_DECLS
