/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-complaint.h"
#include "model/signet-link-parser.h"
#include "model/signet-party.h"
#include "model/signet-platform.h"
#include "model/signet-right.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: the self-check of a complaint against everything this desk knows. Nothing is
 * owned. */
typedef struct
{
  SignetTables *tables;
  const char *account;
  SignetPlatform *platform;
  SignetLinkParser *parser;
  SignetRight *right; /* as chosen, or NULL */
  SignetParty *party; /* likewise */
  const GDate *today;
  GHashTable *filed; /* what has been looked up before, for the next check; the caller empties it in time */
} SignetDraftCheck;

/* For what was filed before with the same right: target key → number of the complaint, or NULL. */
GHashTable *signet_draft_check_new_filed (void);
GPtrArray *signet_draft_check_complaint (const SignetDraftCheck *check, SignetComplaint *complaint);

G_END_DECLS
