/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-platform.h"

#include "api/signet-json.h"
#include "api/signet-mapping.h"

/* Platforms: the answer of GET /v1/platform, and the rule-set files, which are the same without what only a
 * running platform knows (id, issuer, practice, now). Any thread. */

#define MEMBERS(name) name, G_N_ELEMENTS (name)

static const SignetMember label_members[] = {
  { "/zh-CN", "zh", SIGNET_IN_ANSWER },
  { "/en", "en", SIGNET_IN_ANSWER },
};
static const SignetMapping label_mapping = { signet_label_get_type, MEMBERS (label_members) };

static const SignetMember paper_members[] = {
  { "/slot", "slot", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/explanation", "explanation", SIGNET_IN_ANSWER, &label_mapping },
  { "/required", "required", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/when/documents", "when-documents", SIGNET_IN_ANSWER },
  { "/when/standings", "when-standings", SIGNET_IN_ANSWER },
  { "/or", "alternatives", SIGNET_IN_ANSWER },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping paper_mapping = { signet_paper_slot_get_type, MEMBERS (paper_members) };

static const SignetMember document_members[] = {
  { "/kind", "kind", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/expires", "expires", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping document_mapping = { signet_document_kind_get_type, MEMBERS (document_members) };

static const SignetMember party_kind_members[] = {
  { "/kind", "kind", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/documents", "documents", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &document_mapping },
  { "/papers", "papers", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &paper_mapping },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping party_kind_mapping = { signet_party_kind_get_type, MEMBERS (party_kind_members) };

static const SignetMember right_kind_members[] = {
  { "/kind", "kind", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/fields", "fields", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/papers", "papers", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &paper_mapping },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping right_kind_mapping = { signet_right_kind_get_type, MEMBERS (right_kind_members) };

static const SignetMember scope_members[] = {
  { "/word", "word", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/required", "required", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};
static const SignetMapping scope_mapping = { signet_scope_get_type, MEMBERS (scope_members) };

static const SignetMember shape_members[] = {
  { "/host", "host", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/path", "path", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/prefix", "prefix", SIGNET_IN_ANSWER },
  { "/id/query", "id-query", SIGNET_IN_ANSWER },
  { "/id/segment", "id-segment", SIGNET_IN_ANSWER },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping shape_mapping = { signet_link_shape_get_type, MEMBERS (shape_members) };

static const SignetMember target_kind_members[] = {
  { "/kind", "kind", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/links", "links", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &shape_mapping },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping target_kind_mapping = { signet_target_kind_get_type,
                                                   MEMBERS (target_kind_members) };

static const SignetMember reason_members[] = {
  { "/code", "code", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/label", "label", SIGNET_IN_ANSWER, &label_mapping },
  { "/explanation", "explanation", SIGNET_IN_ANSWER, &label_mapping },
  { "/evidence", "evidence", SIGNET_IN_ANSWER, &label_mapping },
  { "/evidence_required", "evidence-required", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/right_kinds", "right-kinds", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/target_kinds", "target-kinds", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping reason_mapping = { signet_reason_get_type, MEMBERS (reason_members) };

static const SignetMember limits_members[] = {
  { "/items_per_complaint", "items-per-complaint", SIGNET_IN_ANSWER },
  { "/bytes_per_file", "bytes-per-file", SIGNET_IN_ANSWER },
  { "/files_per_submission", "files-per-submission", SIGNET_IN_ANSWER },
  { "/statement_characters", "statement-characters", SIGNET_IN_ANSWER },
  { "/media_types", "media-types", SIGNET_IN_ANSWER },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping limits_mapping = { signet_limits_get_type, MEMBERS (limits_members) };

static const SignetMember regime_members[] = {
  { "/regime", "regime", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/days", "days", SIGNET_IN_ANSWER },
  { "/right_kinds", "right-kinds", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/target_kinds", "target-kinds", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/assumed", "assumed", SIGNET_IN_ANSWER },
};
static const SignetMapping regime_mapping = { signet_regime_get_type, MEMBERS (regime_members) };

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER },
  { "/name", "name", SIGNET_IN_ANSWER, &label_mapping },
  { "/rules", "rules", SIGNET_IN_ANSWER | SIGNET_REQUIRED },
  { "/practice", "practice", SIGNET_IN_ANSWER },
  { "/issuer", "issuer", SIGNET_IN_ANSWER },
  { "/now", "now", SIGNET_IN_ANSWER },
  { "/version", "version", SIGNET_IN_ANSWER },
  { "/login_methods", "login-methods", SIGNET_IN_ANSWER },
  { "/party_kinds", "party-kinds", SIGNET_IN_ANSWER, &party_kind_mapping },
  { "/right_kinds", "right-kinds", SIGNET_IN_ANSWER, &right_kind_mapping },
  { "/authorisations/scopes", "authorisation-scopes", SIGNET_IN_ANSWER, &scope_mapping },
  { "/authorisations/all_rights", "authorisation-all-rights", SIGNET_IN_ANSWER },
  { "/authorisations/papers", "authorisation-papers", SIGNET_IN_ANSWER, &paper_mapping },
  { "/authorisations/assumed", "authorisation-assumed", SIGNET_IN_ANSWER },
  { "/target_kinds", "target-kinds", SIGNET_IN_ANSWER, &target_kind_mapping },
  { "/domains", "domains", SIGNET_IN_ANSWER },
  { "/mobile_hosts", "mobile-hosts", SIGNET_IN_ANSWER, NULL, SIGNET_SHAPE_PAIRS },
  { "/tracking_parameters", "tracking-parameters", SIGNET_IN_ANSWER },
  { "/passcode/kind", "passcode-kind", SIGNET_IN_ANSWER },
  { "/passcode/pattern", "passcode-pattern", SIGNET_IN_ANSWER },
  { "/passcode/assumed", "passcode-assumed", SIGNET_IN_ANSWER },
  { "/reasons", "reasons", SIGNET_IN_ANSWER, &reason_mapping },
  { "/limits", "limits", SIGNET_IN_ANSWER, &limits_mapping },
  { "/review/parties", "review-parties", SIGNET_IN_ANSWER },
  { "/review/rights", "review-rights", SIGNET_IN_ANSWER },
  { "/review/authorisations", "review-authorisations", SIGNET_IN_ANSWER },
  { "/review/expected", "review-expected", SIGNET_IN_ANSWER, &label_mapping },
  { "/review/assumed", "review-assumed", SIGNET_IN_ANSWER },
  { "/regimes", "regimes", SIGNET_IN_ANSWER, &regime_mapping },
  { "/guarantee/version", "guarantee-version", SIGNET_IN_ANSWER },
  { "/guarantee/text", "guarantee-text", SIGNET_IN_ANSWER, &label_mapping },
  { "/guarantee/assumed", "guarantee-assumed", SIGNET_IN_ANSWER },
  { "/calendar_years", "calendar-years", SIGNET_IN_ANSWER, NULL, SIGNET_SHAPE_NUMBERS },
};
static const SignetMapping mapping = { signet_platform_get_type, MEMBERS (members) };

/**
 * signet_api_platform_from_node:
 * @node: a platform's description of itself, or a rule set
 * @error: return location for an error
 *
 * Returns: (transfer full): the platform; NULL with %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
SignetPlatform *
signet_api_platform_from_node (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_api_platform_to_node:
 * @self: a platform
 *
 * Returns: (transfer full): it as JSON; what is empty, FALSE or 0 and need not be there is left out
 */
JsonNode *
signet_api_platform_to_node (SignetPlatform *self)
{
  return signet_mapping_encode (&mapping, self, SIGNET_IN_ANSWER);
}
