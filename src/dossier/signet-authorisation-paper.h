/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dossier/signet-dossier-document.h"
#include "model/signet-authorisation.h"
#include "model/signet-party.h"

G_BEGIN_DECLS

/**
 * SignetAuthorisationPaper:
 * @authorisation: what is authorised
 * @principal: whose rights they are
 * @agent: who is authorised
 * @follows: (nullable): the authorisation this one follows in a chain
 * @follows_agent: (nullable): its agent, who gives this one; set if @follows is
 * @rights: (element-type SignetRight) (nullable): the rights it names; not read where it is for all
 * @platforms: (array zero-terminated=1) (nullable): names of its platforms; not read where it is for all
 *
 * What a paper is written from. Read by signet_authorisation_paper_new() only.
 */
typedef struct
{
  SignetAuthorisation *authorisation;
  SignetParty *principal;
  SignetParty *agent;
  SignetAuthorisation *follows;
  SignetParty *follows_agent;
  GListModel *rights;
  const char *const *platforms;
} SignetAuthorisationPaper;

SignetDossierDocument *signet_authorisation_paper_new (const SignetAuthorisationPaper *paper,
                                                       const char *language,
                                                       const GDate *today,
                                                       GError **error);

G_END_DECLS
