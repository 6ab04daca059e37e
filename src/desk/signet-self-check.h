/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "desk/signet-draft.h"
#include "desk/signet-revision.h"
#include "model/signet-clock.h"
#include "model/signet-link-parser.h"
#include "model/signet-record.h"
#include "render/signet-renderer.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: what is wrong with a draft so far, as far as this desk can know before the
 * platform says it.
 *
 * Properties (read-only, notify): holder and chosen-right, see the getters.
 */
#define SIGNET_TYPE_SELF_CHECK (signet_self_check_get_type ())
G_DECLARE_FINAL_TYPE (SignetSelfCheck, signet_self_check, SIGNET, SELF_CHECK, GObject)

SignetSelfCheck *signet_self_check_new (SignetDraftKind kind,
                                        SignetDraftPurpose purpose,
                                        SignetRecord *subject,
                                        SignetAccount *account,
                                        SignetStore *store,
                                        SignetClock *clock);

/* From now on it looks into the subject's files, too. */
void signet_self_check_set_renderer (SignetSelfCheck *self, SignetRenderer *renderer);
SignetRenderer *signet_self_check_get_renderer (SignetSelfCheck *self);

/* From now on it says nothing of what isn't open: nobody could mend it. */
void signet_self_check_set_revision (SignetSelfCheck *self, SignetRevision *revision);

/* Checks at once, not only before the next frame; and not at all any more, until it is active again. */
void signet_self_check_run (SignetSelfCheck *self);
void signet_self_check_set_active (SignetSelfCheck *self, gboolean active);

GListModel *signet_self_check_get_findings (SignetSelfCheck *self);
gboolean signet_self_check_has_errors (SignetSelfCheck *self);

/* What the subject names: the party, a complaint's right; and what reads its targets, once the platform's
 * rules are known. NULL before. */
SignetParty *signet_self_check_get_holder (SignetSelfCheck *self);
SignetRight *signet_self_check_get_chosen_right (SignetSelfCheck *self);
SignetLinkParser *signet_self_check_get_parser (SignetSelfCheck *self);

G_END_DECLS
