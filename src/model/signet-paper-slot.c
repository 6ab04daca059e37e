/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-paper-slot.h"

/**
 * SignetPaperSlot:
 *
 * A paper that a party or right of some kind is certified with, or an authorisation. Immutable.
 */

struct _SignetPaperSlot
{
  SignetRecord parent_instance;

  char *slot;
  SignetLabel *label;
  SignetLabel *explanation;
  gboolean required;
  char **when_documents;
  char **when_standings;
  char **alternatives;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetPaperSlot, signet_paper_slot, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetPaperSlot, field)

static const SignetField fields[] = {
  { "slot", SIGNET_FIELD_TEXT, OFFSET (slot), "Name on the wire" },
  { "label", SIGNET_FIELD_OBJECT, OFFSET (label), "What it is called", signet_label_get_type },
  { "explanation", SIGNET_FIELD_OBJECT, OFFSET (explanation), "What it must show", signet_label_get_type },
  { "required", SIGNET_FIELD_BOOLEAN, OFFSET (required), "Whether nothing can be submitted without it" },
  { "when-documents", SIGNET_FIELD_TEXTS, OFFSET (when_documents),
    "Documents of a party that ask for it; empty: whatever the document" },
  { "when-standings", SIGNET_FIELD_TEXTS, OFFSET (when_standings),
    "Standings in a right that ask for it; empty: whatever the standing" },
  { "alternatives", SIGNET_FIELD_TEXTS, OFFSET (alternatives),
    "Slots whose paper stands in for a required one" },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_paper_slot_class_init (SignetPaperSlotClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_paper_slot_init (SignetPaperSlot *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, slot)
SIGNET_RECORD_OBJECT_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, SignetLabel, label)
SIGNET_RECORD_OBJECT_GETTER (SignetPaperSlot,
                             signet_paper_slot,
                             SIGNET_IS_PAPER_SLOT,
                             SignetLabel,
                             explanation)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, required)
SIGNET_RECORD_TEXTS_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, when_documents)
SIGNET_RECORD_TEXTS_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, when_standings)
SIGNET_RECORD_TEXTS_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, alternatives)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPaperSlot, signet_paper_slot, SIGNET_IS_PAPER_SLOT, assumed)
