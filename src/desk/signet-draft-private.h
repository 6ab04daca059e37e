/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"
#include "desk/signet-self-check.h"
#include "model/signet-clock.h"
#include "store/signet-drafts.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files. Takes @record and reads its body; an empty one starts a new subject. */
SignetDraft *signet_draft_new (SignetDraftRecord *record,
                               SignetAccount *account,
                               SignetStore *store,
                               SignetClock *clock,
                               GError **error);

SignetStore *signet_draft_get_store (SignetDraft *self);
SignetClock *signet_draft_get_clock (SignetDraft *self);
SignetSelfCheck *signet_draft_get_check (SignetDraft *self);
SignetRevision *signet_draft_get_revision (SignetDraft *self);
void signet_draft_write_guarantee (SignetDraft *self);
const SignetDraftRecord *signet_draft_get_record (SignetDraft *self);
void signet_draft_set_ended (SignetDraft *self, gboolean ended);
gboolean signet_draft_get_ended (SignetDraft *self);

G_END_DECLS
