/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-reason.h"

/**
 * SignetReason:
 *
 * A reason for a complaint, with the rights and targets it is for and the evidence it needs. Immutable.
 */

struct _SignetReason
{
  SignetRecord parent_instance;

  char *code;
  SignetLabel *label;
  SignetLabel *explanation;
  SignetLabel *evidence;
  gboolean evidence_required;
  char **right_kinds;
  char **target_kinds;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetReason, signet_reason, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetReason, field)

static const SignetField fields[] = {
  { "code", SIGNET_FIELD_TEXT, OFFSET (code), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What it is called", signet_label_get_type },
  { "explanation", SIGNET_FIELD_OBJECT, OFFSET (explanation), "When it is the right one",
    signet_label_get_type },
  { "evidence", SIGNET_FIELD_OBJECT, OFFSET (evidence), "What evidence it needs", signet_label_get_type },
  { "evidence-required", SIGNET_FIELD_BOOLEAN, OFFSET (evidence_required),
    "Whether nothing can be filed without evidence" },
  { "right-kinds", SIGNET_FIELD_TEXTS, OFFSET (right_kinds), "Kinds of right it is for" },
  { "target-kinds", SIGNET_FIELD_TEXTS, OFFSET (target_kinds), "Kinds of target it is for" },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_reason_class_init (SignetReasonClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_reason_init (SignetReason *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, code)
SIGNET_RECORD_OBJECT_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, SignetLabel, label)
SIGNET_RECORD_OBJECT_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, SignetLabel, explanation)
SIGNET_RECORD_OBJECT_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, SignetLabel, evidence)
SIGNET_RECORD_BOOLEAN_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, evidence_required)
SIGNET_RECORD_TEXTS_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, right_kinds)
SIGNET_RECORD_TEXTS_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, target_kinds)
SIGNET_RECORD_BOOLEAN_GETTER (SignetReason, signet_reason, SIGNET_IS_REASON, assumed)

/**
 * signet_reason_is_for_right:
 * @self: a reason
 * @right_kind: kind of a right
 *
 * Returns: whether a complaint about such a right may give this reason
 */
gboolean
signet_reason_is_for_right (SignetReason *self, const char *right_kind)
{
  g_return_val_if_fail (right_kind != NULL, FALSE);

  return g_strv_contains (signet_reason_get_right_kinds (self), right_kind);
}

/**
 * signet_reason_is_for_target:
 * @self: a reason
 * @target_kind: kind of a target
 *
 * Returns: whether a complaint about such a target may give this reason
 */
gboolean
signet_reason_is_for_target (SignetReason *self, const char *target_kind)
{
  g_return_val_if_fail (target_kind != NULL, FALSE);

  return g_strv_contains (signet_reason_get_target_kinds (self), target_kind);
}
