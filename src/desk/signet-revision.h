/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"
#include "model/signet-certification.h"
#include "model/signet-record.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/*
 * For the desk's own files: how a record that is revised stands with the platform it is revised for.
 *
 * Signal: changed (SignetRevision *): the platform has said something new.
 */
#define SIGNET_TYPE_REVISION (signet_revision_get_type ())
G_DECLARE_FINAL_TYPE (SignetRevision, signet_revision, SIGNET, REVISION, GObject)

SignetRevision *signet_revision_new (SignetDraftPurpose purpose,
                                     const char *kind,
                                     const char *account,
                                     SignetRecord *record,
                                     const char *subject,
                                     GBytes *base,
                                     SignetStore *store);
SignetCertification *signet_revision_get_certification (SignetRevision *self);
GListModel *signet_revision_get_asked (SignetRevision *self);
gboolean signet_revision_is_open (SignetRevision *self, const char *pointer);
const char *signet_revision_get_refusal (SignetRevision *self);
GListModel *signet_revision_get_conflicts (SignetRevision *self);
void signet_revision_take_theirs (SignetRevision *self, const char *pointer);
void signet_revision_check_papers (SignetRevision *self, GPtrArray *findings);

G_END_DECLS
