/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-certification.h"
#include "model/signet-complaint.h"
#include "model/signet-item-check.h"
#include "model/signet-link-parser.h"
#include "model/signet-party.h"
#include "model/signet-platform.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

/**
 * SignetComplaintContext:
 * @platform: the platform it will be filed with
 * @parser: the platform's parser
 * @right: (nullable): the right it rests on, if one is chosen
 * @party: (nullable): the principal, if one is chosen
 * @right_certification: (nullable): how the right stands with the platform, %NULL if that doesn't matter
 * @party_certification: (nullable): how the principal stands with the platform
 * @authorisations: (nullable) (element-type SignetAuthorisation): the chain by which the account files for a
 * principal that isn't itself, last … first (signet_authorisation_collect_chain()); without one it may not
 * @agent_id: (nullable): id of the account's own party, which files
 * @today: (nullable): the day in Asia/Shanghai
 * @find_filed: (nullable): finds earlier complaints for the same right
 * @find_filed_data: for @find_filed
 * @mark_items: whether to write into each item what was seen in it (signet_item_check_mark()), while the
 * links are read anyway
 *
 * All a complaint is checked against. Nothing in it is owned.
 */
typedef struct
{
  SignetPlatform *platform;
  SignetLinkParser *parser;
  SignetRight *right;
  SignetParty *party;
  SignetCertification *right_certification;
  SignetCertification *party_certification;
  GPtrArray *authorisations;
  const char *agent_id;
  const GDate *today;
  SignetFiledFunc find_filed;
  gpointer find_filed_data;
  gboolean mark_items;
} SignetComplaintContext;

GPtrArray *signet_complaint_validate (SignetComplaint *self, const SignetComplaintContext *context);

G_END_DECLS
