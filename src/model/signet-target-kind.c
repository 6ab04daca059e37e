/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-target-kind.h"

/**
 * SignetTargetKind:
 *
 * A kind of target a complaint may name. Immutable.
 */

struct _SignetTargetKind
{
  SignetRecord parent_instance;

  char *kind;
  SignetLabel *label;
  GListModel *links;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetTargetKind, signet_target_kind, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetTargetKind, field)

static const SignetField fields[] = {
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What it is called", signet_label_get_type },
  { "links", SIGNET_FIELD_OBJECT, OFFSET (links), "#SignetLinkShape entries", g_list_model_get_type },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_target_kind_class_init (SignetTargetKindClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_target_kind_init (SignetTargetKind *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetTargetKind, signet_target_kind, SIGNET_IS_TARGET_KIND, kind)
SIGNET_RECORD_OBJECT_GETTER (SignetTargetKind, signet_target_kind, SIGNET_IS_TARGET_KIND, SignetLabel, label)
SIGNET_RECORD_OBJECT_GETTER (SignetTargetKind, signet_target_kind, SIGNET_IS_TARGET_KIND, GListModel, links)
SIGNET_RECORD_BOOLEAN_GETTER (SignetTargetKind, signet_target_kind, SIGNET_IS_TARGET_KIND, assumed)
