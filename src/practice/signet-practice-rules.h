/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-link-parser.h"
#include "model/signet-platform.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Ways in, as `login_methods` names them. */
#define SIGNET_PRACTICE_METHOD_DEVICE "device"
#define SIGNET_PRACTICE_METHOD_SMS "sms"
#define SIGNET_PRACTICE_METHOD_PASSWORD "password"

#define SIGNET_TYPE_PRACTICE_RULES (signet_practice_rules_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeRules, signet_practice_rules, SIGNET, PRACTICE_RULES, GObject)

SignetPracticeRules *signet_practice_rules_load (const char *name, GError **error);

const char *signet_practice_rules_get_name (SignetPracticeRules *self);
JsonObject *signet_practice_rules_get_json (SignetPracticeRules *self);
SignetPlatform *signet_practice_rules_get_platform (SignetPracticeRules *self);
SignetLinkParser *signet_practice_rules_get_parser (SignetPracticeRules *self);
JsonObject *signet_practice_rules_find_target_kind (SignetPracticeRules *self, const char *kind);
JsonObject *signet_practice_rules_find_reason (SignetPracticeRules *self, const char *code);
gint64 signet_practice_rules_get_limit (SignetPracticeRules *self, const char *name);
gboolean signet_practice_rules_accepts_media_type (SignetPracticeRules *self, const char *media_type);
gboolean signet_practice_rules_has_login_method (SignetPracticeRules *self, const char *method);
gboolean signet_practice_rules_reviews_at_once (SignetPracticeRules *self, const char *what);
const char *signet_practice_rules_get_guarantee_version (SignetPracticeRules *self);

G_END_DECLS
