/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-kind.h"

/**
 * SignetRightKind:
 *
 * A kind of right a platform certifies. Immutable.
 */

struct _SignetRightKind
{
  SignetRecord parent_instance;

  char *kind;
  SignetLabel *label;
  char **fields;
  GListModel *papers;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetRightKind, signet_right_kind, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetRightKind, field)

static const SignetField fields[] = {
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What it is called", signet_label_get_type },
  { "fields", SIGNET_FIELD_TEXTS, OFFSET (fields), "Members of the resource it has" },
  { "papers", SIGNET_FIELD_OBJECT, OFFSET (papers), "#SignetPaperSlot entries", g_list_model_get_type },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_right_kind_class_init (SignetRightKindClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_right_kind_init (SignetRightKind *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetRightKind, signet_right_kind, SIGNET_IS_RIGHT_KIND, kind)
SIGNET_RECORD_OBJECT_GETTER (SignetRightKind, signet_right_kind, SIGNET_IS_RIGHT_KIND, SignetLabel, label)
SIGNET_RECORD_TEXTS_GETTER (SignetRightKind, signet_right_kind, SIGNET_IS_RIGHT_KIND, fields)
SIGNET_RECORD_OBJECT_GETTER (SignetRightKind, signet_right_kind, SIGNET_IS_RIGHT_KIND, GListModel, papers)
SIGNET_RECORD_BOOLEAN_GETTER (SignetRightKind, signet_right_kind, SIGNET_IS_RIGHT_KIND, assumed)
