/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"
#include "desk/signet-submission.h"
#include "model/signet-link-parser.h"
#include "model/signet-record.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: what is different with each kind of draft, and nowhere else. */
const char *signet_draft_kind_to_word (SignetDraftKind kind);
SignetDraftKind signet_draft_kind_from_word (const char *word);
const char *signet_draft_purpose_to_word (SignetDraftPurpose purpose);
SignetDraftPurpose signet_draft_purpose_from_word (const char *word);

SignetRecord *
signet_draft_subject_new (SignetDraftKind kind, const char *about, const char *account, SignetTables *tables);
SignetRecord *signet_draft_subject_decode (SignetDraftKind kind, GBytes *body, GError **error);
GBytes *signet_draft_subject_encode (SignetDraftKind kind, SignetRecord *subject);
gboolean signet_draft_subject_has_aside (SignetDraftKind kind);
SignetRecord *signet_draft_subject_decode_aside (SignetDraftKind kind, GBytes *body, GError **error);
GBytes *
signet_draft_subject_encode_with_aside (SignetDraftKind kind, SignetRecord *subject, SignetRecord *aside);

const char *signet_draft_subject_get_principal (SignetDraftKind kind, SignetRecord *subject);
void signet_draft_subject_clear_own (SignetRecord *subject);

const char *signet_draft_subject_get_title (SignetDraftKind kind,
                                            SignetRecord *subject,
                                            SignetParty *holder,
                                            SignetRight *right);
GListStore *signet_draft_subject_get_evidence (SignetDraftKind kind, SignetRecord *subject);
SignetSubmission *signet_draft_subject_freeze (SignetDraftKind kind,
                                               SignetDraftPurpose purpose,
                                               SignetRecord *subject,
                                               SignetLinkParser *parser,
                                               SignetTables *tables,
                                               const char *account,
                                               gint64 now,
                                               GError **error);

G_END_DECLS
