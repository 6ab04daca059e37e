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
} SignetDraftCheck;

GPtrArray *signet_draft_check_complaint (const SignetDraftCheck *check, SignetComplaint *complaint);

G_END_DECLS
