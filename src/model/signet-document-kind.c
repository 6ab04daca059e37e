/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-document-kind.h"

/**
 * SignetDocumentKind:
 *
 * A document that a platform takes as proof of who a party is. Immutable.
 */

struct _SignetDocumentKind
{
  SignetRecord parent_instance;

  char *kind;
  SignetLabel *label;
  gboolean expires;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetDocumentKind, signet_document_kind, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetDocumentKind, field)

static const SignetField fields[] = {
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What its number is called", signet_label_get_type },
  { "expires", SIGNET_FIELD_BOOLEAN, OFFSET (expires), "Whether it must say until when it is valid" },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_document_kind_class_init (SignetDocumentKindClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_document_kind_init (SignetDocumentKind *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetDocumentKind, signet_document_kind, SIGNET_IS_DOCUMENT_KIND, kind)
SIGNET_RECORD_OBJECT_GETTER (SignetDocumentKind,
                             signet_document_kind,
                             SIGNET_IS_DOCUMENT_KIND,
                             SignetLabel,
                             label)
SIGNET_RECORD_BOOLEAN_GETTER (SignetDocumentKind, signet_document_kind, SIGNET_IS_DOCUMENT_KIND, expires)
SIGNET_RECORD_BOOLEAN_GETTER (SignetDocumentKind, signet_document_kind, SIGNET_IS_DOCUMENT_KIND, assumed)
