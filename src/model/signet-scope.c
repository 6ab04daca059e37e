/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-scope.h"

/**
 * SignetScope:
 *
 * Something that an authorisation may let its agent do. Immutable.
 */

struct _SignetScope
{
  SignetRecord parent_instance;

  char *word;
  SignetLabel *label;
  gboolean required;
};

G_DEFINE_FINAL_TYPE (SignetScope, signet_scope, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetScope, field)

static const SignetField fields[] = {
  { "word", SIGNET_FIELD_TEXT, OFFSET (word), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What it is called", signet_label_get_type },
  { "required", SIGNET_FIELD_BOOLEAN, OFFSET (required),
    "Whether the platform takes no authorisation without it" },
};

static void
signet_scope_class_init (SignetScopeClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_scope_init (SignetScope *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetScope, signet_scope, SIGNET_IS_SCOPE, word)
SIGNET_RECORD_OBJECT_GETTER (SignetScope, signet_scope, SIGNET_IS_SCOPE, SignetLabel, label)
SIGNET_RECORD_BOOLEAN_GETTER (SignetScope, signet_scope, SIGNET_IS_SCOPE, required)
