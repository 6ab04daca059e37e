/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-label.h"
#include "model/signet-limits.h"
#include "model/signet-link-shape.h"
#include "model/signet-paper-slot.h"
#include "model/signet-party-kind.h"
#include "model/signet-party.h"
#include "model/signet-reason.h"
#include "model/signet-record.h"
#include "model/signet-regime.h"
#include "model/signet-right-kind.h"
#include "model/signet-right.h"
#include "model/signet-scope.h"
#include "model/signet-target-kind.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PLATFORM (signet_platform_get_type ())
G_DECLARE_FINAL_TYPE (SignetPlatform, signet_platform, SIGNET, PLATFORM, SignetRecord)

const char *signet_platform_get_id (SignetPlatform *self);
SignetLabel *signet_platform_get_name (SignetPlatform *self);
const char *signet_platform_get_rules (SignetPlatform *self);
gboolean signet_platform_get_practice (SignetPlatform *self);
const char *signet_platform_get_issuer (SignetPlatform *self);
int signet_platform_get_version (SignetPlatform *self);
const char *signet_platform_get_now (SignetPlatform *self);
const char *const *signet_platform_get_login_methods (SignetPlatform *self);
GListModel *signet_platform_get_party_kinds (SignetPlatform *self);
GListModel *signet_platform_get_right_kinds (SignetPlatform *self);
GListModel *signet_platform_get_authorisation_scopes (SignetPlatform *self);
gboolean signet_platform_get_authorisation_all_rights (SignetPlatform *self);
GListModel *signet_platform_get_authorisation_papers (SignetPlatform *self);
gboolean signet_platform_get_authorisation_assumed (SignetPlatform *self);
GListModel *signet_platform_get_target_kinds (SignetPlatform *self);
GListModel *signet_platform_get_reasons (SignetPlatform *self);
GListModel *signet_platform_get_regimes (SignetPlatform *self);
const char *const *signet_platform_get_domains (SignetPlatform *self);
const char *const *signet_platform_get_mobile_hosts (SignetPlatform *self);
const char *const *signet_platform_get_tracking_parameters (SignetPlatform *self);
const char *signet_platform_get_passcode_pattern (SignetPlatform *self);
const char *signet_platform_get_passcode_kind (SignetPlatform *self);
gboolean signet_platform_get_passcode_assumed (SignetPlatform *self);
SignetLimits *signet_platform_get_limits (SignetPlatform *self);
const char *signet_platform_get_review_parties (SignetPlatform *self);
const char *signet_platform_get_review_rights (SignetPlatform *self);
const char *signet_platform_get_review_authorisations (SignetPlatform *self);
SignetLabel *signet_platform_get_review_expected (SignetPlatform *self);
gboolean signet_platform_get_review_assumed (SignetPlatform *self);
const char *signet_platform_get_guarantee_version (SignetPlatform *self);
SignetLabel *signet_platform_get_guarantee_text (SignetPlatform *self);
gboolean signet_platform_get_guarantee_assumed (SignetPlatform *self);
const char *const *signet_platform_get_calendar_years (SignetPlatform *self);

SignetPartyKind *signet_platform_find_party_kind (SignetPlatform *self, const char *kind);
SignetRightKind *signet_platform_find_right_kind (SignetPlatform *self, const char *kind);
SignetTargetKind *signet_platform_find_target_kind (SignetPlatform *self, const char *kind);
SignetReason *signet_platform_find_reason (SignetPlatform *self, const char *code);
SignetRegime *
signet_platform_find_regime (SignetPlatform *self, const char *right_kind, const char *target_kind);
GPtrArray *signet_platform_list_reasons (SignetPlatform *self, const char *right_kind);
GPtrArray *signet_platform_list_reasons_covering (SignetPlatform *self,
                                                  const char *right_kind,
                                                  const char *const *target_kinds);
GListModel *signet_platform_list_party_papers (SignetPlatform *self, SignetParty *party);
GListModel *signet_platform_list_right_papers (SignetPlatform *self, SignetRight *right);
const char *signet_platform_get_desktop_host (SignetPlatform *self, const char *host);
gboolean signet_platform_is_tracking_parameter (SignetPlatform *self, const char *name);
gboolean signet_platform_knows_calendar_year (SignetPlatform *self, int year);

G_END_DECLS
