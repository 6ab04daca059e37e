/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "complaint-fixture.h"

#include "api/signet-api-authorisation.h"
#include "model/signet-authorisation.h"
#include "store/signet-authorisations.h"

/* The world of an agent, on top of the complaint fixture's: the account's own identity is an agency, the tea
 * company of the fixture is one of its principals, a company abroad is another, and a first agent stands
 * between the agency and it. */

static gboolean
save_agent_party (SignetTables *tables,
                  const char *id,
                  const char *role,
                  gboolean own,
                  const char *kind,
                  const char *name,
                  const char *number,
                  const char *country,
                  GError **error)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (GBytes) body = NULL;
  SignetPartyRecord record = {
    .id = (char *) id,
    .role = (char *) role,
    .own = own,
    .kind = (char *) kind,
    .name = (char *) name,
    .document_number = (char *) number,
    .country = (char *) country,
    .created_at = 1,
    .updated_at = 1,
  };
  SignetCertificationRecord certification = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) id,
    .own = own,
    .remote_id = (char *) id,
    .status = (char *) SIGNET_STATUS_SUBMITTED,
  };

  g_object_set (party, "role", role, "own", own, "kind", kind, "name", name, "document-number", number,
                "country", country, "contact-name", "林青", "contact-email", "lin@example.com",
                "contact-phone", "13800138000", "contact-address", "杭州市样本路 1 号",
                "private-contact-phone", "13900139000", NULL);
  body = signet_api_party_to_draft (party);
  record.body = body;

  return signet_parties_save (tables, &record, error) &&
         signet_certifications_save (tables, &certification, error);
}

static gboolean
save_agent_authorisation (SignetTables *tables,
                          const char *id,
                          const char *principal,
                          const char *agent,
                          const char *follows,
                          gboolean sub_delegation,
                          const char *valid_until,
                          GError **error)
{
  static const char *const scope[] = { "enforcement", NULL };
  g_autoptr (SignetAuthorisation) authorisation = signet_authorisation_new ();
  g_autoptr (GBytes) body = NULL;
  SignetAuthorisationRecord record = {
    .id = (char *) id,
    .principal = (char *) principal,
    .agent = (char *) agent,
    .follows = (char *) follows,
    .all_rights = TRUE,
    .valid_from = (char *) "2026-01-01",
    .valid_until = (char *) valid_until,
    .created_at = 1,
    .updated_at = 1,
  };
  SignetCertificationRecord certification = {
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_AUTHORISATION,
    .subject = (char *) id,
    .remote_id = (char *) id,
    .status = (char *) SIGNET_STATUS_SUBMITTED,
  };

  g_object_set (authorisation, "principal-id", principal, "agent-id", agent, "follows-id", follows, "scope",
                scope, "all-rights", TRUE, "all-platforms", TRUE, "handler-name", "王小蜀", "valid-from",
                "2026-01-01", "valid-until", valid_until, "sub-delegation", sub_delegation, NULL);
  body = signet_api_authorisation_to_draft (authorisation);
  record.body = body;

  return signet_authorisations_save (tables, &record, error) &&
         signet_certifications_save (tables, &certification, error);
}

G_GNUC_UNUSED static gboolean
save_agent_world (SignetTables *tables, gpointer data, GError **error)
{
  return save_agent_party (tables, "agent", "agent", TRUE, "mainland_organisation",
                           "上海正源知识产权代理有限公司", "91110000600037341L", "", error) &&
         save_agent_party (tables, "party", "principal", FALSE, "mainland_organisation",
                           "杭州青云茶叶有限公司", "91350100M000100Y43", "", error) &&
         save_agent_party (tables, "abroad", "principal", FALSE, "foreign_organisation",
                           "Highland Spice & Tea, Inc.", "C1234567", "US", error) &&
         save_agent_party (tables, "first", "agent", FALSE, "hong_kong_organisation", "恒信知識產權有限公司",
                           "12345678", "", error) &&
         save_agent_authorisation (tables, "direct", "party", "agent", "", FALSE, "2026-12-31", error) &&
         save_agent_authorisation (tables, "over", "party", "agent", "", FALSE, "2026-03-31", error) &&
         save_agent_authorisation (tables, "link", "abroad", "first", "", TRUE, "2027-12-31", error);
}
