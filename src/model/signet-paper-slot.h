/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "model/signet-label.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAPER_SLOT (signet_paper_slot_get_type ())
G_DECLARE_FINAL_TYPE (SignetPaperSlot, signet_paper_slot, SIGNET, PAPER_SLOT, SignetRecord)

const char *signet_paper_slot_get_slot (SignetPaperSlot *self);
SignetLabel *signet_paper_slot_get_label (SignetPaperSlot *self);
SignetLabel *signet_paper_slot_get_explanation (SignetPaperSlot *self);
gboolean signet_paper_slot_get_required (SignetPaperSlot *self);
const char *const *signet_paper_slot_get_when_documents (SignetPaperSlot *self);
const char *const *signet_paper_slot_get_when_standings (SignetPaperSlot *self);
const char *const *signet_paper_slot_get_alternatives (SignetPaperSlot *self);
gboolean signet_paper_slot_get_assumed (SignetPaperSlot *self);

G_END_DECLS
