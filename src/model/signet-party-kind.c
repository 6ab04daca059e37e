/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-party-kind.h"

/**
 * SignetPartyKind:
 *
 * A kind of party a platform certifies. Immutable.
 */

struct _SignetPartyKind
{
  SignetRecord parent_instance;

  char *kind;
  SignetLabel *label;
  GListModel *documents;
  GListModel *papers;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetPartyKind, signet_party_kind, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetPartyKind, field)

static const SignetField fields[] = {
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What it is called", signet_label_get_type },
  { "documents", SIGNET_FIELD_OBJECT, OFFSET (documents),
    "#SignetDocumentKind entries: any of them proves it", g_list_model_get_type },
  { "papers", SIGNET_FIELD_OBJECT, OFFSET (papers), "#SignetPaperSlot entries", g_list_model_get_type },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_party_kind_class_init (SignetPartyKindClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_party_kind_init (SignetPartyKind *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetPartyKind, signet_party_kind, SIGNET_IS_PARTY_KIND, kind)
SIGNET_RECORD_OBJECT_GETTER (SignetPartyKind, signet_party_kind, SIGNET_IS_PARTY_KIND, SignetLabel, label)
SIGNET_RECORD_OBJECT_GETTER (SignetPartyKind, signet_party_kind, SIGNET_IS_PARTY_KIND, GListModel, documents)
SIGNET_RECORD_OBJECT_GETTER (SignetPartyKind, signet_party_kind, SIGNET_IS_PARTY_KIND, GListModel, papers)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPartyKind, signet_party_kind, SIGNET_IS_PARTY_KIND, assumed)

/**
 * signet_party_kind_find_document:
 * @self: a kind of party
 * @document_kind: (nullable): a kind of document
 *
 * Returns: (transfer none) (nullable): what the platform says about it, NULL if it doesn't take that document
 * from such a party
 */
SignetDocumentKind *
signet_party_kind_find_document (SignetPartyKind *self, const char *document_kind)
{
  g_return_val_if_fail (SIGNET_IS_PARTY_KIND (self), NULL);

  for (guint i = 0; self->documents != NULL && i < g_list_model_get_n_items (self->documents); i++)
    {
      g_autoptr (SignetDocumentKind) document = g_list_model_get_item (self->documents, i);

      /* the list keeps it alive */
      if (g_strcmp0 (signet_document_kind_get_kind (document), document_kind) == 0)
        return document;
    }
  return NULL;
}
