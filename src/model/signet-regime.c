/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-regime.h"

/**
 * SignetRegime:
 *
 * Which law a counter-notice falls under, and its period. Immutable.
 */

struct _SignetRegime
{
  SignetRecord parent_instance;

  char *regime;
  int days;
  char **right_kinds;
  char **target_kinds;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetRegime, signet_regime, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetRegime, field)

static const SignetField fields[] = {
  { "regime", SIGNET_FIELD_TEXT, OFFSET (regime), "ecl43, civil1196 or regulation17" },
  { "days", SIGNET_FIELD_INT, OFFSET (days), "Calendar days of the period; 0 if the platform states it" },
  { "right-kinds", SIGNET_FIELD_TEXTS, OFFSET (right_kinds), "Kinds of right it applies to" },
  { "target-kinds", SIGNET_FIELD_TEXTS, OFFSET (target_kinds), "Kinds of target it applies to" },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_regime_class_init (SignetRegimeClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_regime_init (SignetRegime *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetRegime, signet_regime, SIGNET_IS_REGIME, regime)
SIGNET_RECORD_INT_GETTER (SignetRegime, signet_regime, SIGNET_IS_REGIME, days)
SIGNET_RECORD_TEXTS_GETTER (SignetRegime, signet_regime, SIGNET_IS_REGIME, right_kinds)
SIGNET_RECORD_TEXTS_GETTER (SignetRegime, signet_regime, SIGNET_IS_REGIME, target_kinds)
SIGNET_RECORD_BOOLEAN_GETTER (SignetRegime, signet_regime, SIGNET_IS_REGIME, assumed)
