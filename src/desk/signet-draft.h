/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "desk/signet-account.h"
#include "model/signet-authorisation.h"
#include "model/signet-certification.h"
#include "model/signet-complaint.h"
#include "model/signet-evidence.h"
#include "model/signet-party.h"
#include "model/signet-registration.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

typedef enum
{
  SIGNET_DRAFT_REGISTRATION,
  SIGNET_DRAFT_PARTY,
  SIGNET_DRAFT_RIGHT,
  SIGNET_DRAFT_COMPLAINT,
  SIGNET_DRAFT_AUTHORISATION,
} SignetDraftKind;

/**
 * SignetDraftPurpose:
 * @SIGNET_DRAFT_PURPOSE_NEW: something that isn't on this desk yet
 * @SIGNET_DRAFT_PURPOSE_CERTIFY: a record of this desk, for the first time on this account; also once more
 * after the platform has refused it
 * @SIGNET_DRAFT_PURPOSE_CORRECT: what a platform wants corrected, and only that; see signet_draft_is_open()
 * @SIGNET_DRAFT_PURPOSE_RENEW: a record that has expired on this account: another certification takes the
 * old one's place, wherever the platform knows it
 * @SIGNET_DRAFT_PURPOSE_EDIT: the record on this desk, and nothing that any platform holds
 *
 * What becomes of a draft in the end.
 */
typedef enum
{
  SIGNET_DRAFT_PURPOSE_NEW,
  SIGNET_DRAFT_PURPOSE_CERTIFY,
  SIGNET_DRAFT_PURPOSE_CORRECT,
  SIGNET_DRAFT_PURPOSE_RENEW,
  SIGNET_DRAFT_PURPOSE_EDIT,
} SignetDraftPurpose;

GType signet_draft_purpose_get_type (void);
#define SIGNET_TYPE_DRAFT_PURPOSE (signet_draft_purpose_get_type ())

typedef enum
{
  SIGNET_DRAFT_SAVED,
  SIGNET_DRAFT_SAVING,
  SIGNET_DRAFT_UNSAVED, /* the last write failed, SignetDraft:error says why; it is tried again with the next
                           change */
} SignetDraftSaving;

GType signet_draft_saving_get_type (void);
#define SIGNET_TYPE_DRAFT_SAVING (signet_draft_saving_get_type ())

/*
 * A wizard's work: one subject (the model object its pages edit through property bindings), the page where
 * the person is, and the promise that both are on disk half a second after the last change.
 *
 * Properties: id, kind, subject, account, purpose, page (read-write), saving (read-only), findings (a
 * GListModel of SignetFinding, refreshed in idle after a change), certification and refusal (read-only, see
 * the getters; they notify when the platform has something new to say, and with it what is open).
 */
#define SIGNET_TYPE_DRAFT (signet_draft_get_type ())
G_DECLARE_FINAL_TYPE (SignetDraft, signet_draft, SIGNET, DRAFT, GObject)

const char *signet_draft_get_id (SignetDraft *self);
SignetDraftKind signet_draft_get_kind (SignetDraft *self);
SignetDraftPurpose signet_draft_get_purpose (SignetDraft *self);
SignetAccount *signet_draft_get_account (SignetDraft *self);
GObject *signet_draft_get_subject (SignetDraft *self);
SignetRegistration *signet_draft_get_registration (SignetDraft *self);
SignetParty *signet_draft_get_party (SignetDraft *self);
SignetRight *signet_draft_get_right (SignetDraft *self);
SignetAuthorisation *signet_draft_get_authorisation (SignetDraft *self);
SignetComplaint *signet_draft_get_complaint (SignetDraft *self);
const char *signet_draft_get_page (SignetDraft *self);
void signet_draft_set_page (SignetDraft *self, const char *page);
SignetDraftSaving signet_draft_get_saving (SignetDraft *self);
const GError *signet_draft_get_error (SignetDraft *self);
GListModel *signet_draft_get_findings (SignetDraft *self);

/* Corrections. How the subject stands with the account's platform: its findings are the reviewer's, beside
 * which stands what may be changed. NULL while the platform has never heard of it. */
SignetCertification *signet_draft_get_certification (SignetDraft *self);
/* May the member at @pointer be changed? A paper's pointer is "/files/" and its slot. */
gboolean signet_draft_is_open (SignetDraft *self, const char *pointer);
/* Why the platform refused it the last time, a problem code ("precondition-failed", "locked" ...), or "". */
const char *signet_draft_get_refusal (SignetDraft *self);
/* What the platform's reviewer found, a live list of SignetFinding; NULL for something new. */
GListModel *signet_draft_get_asked (SignetDraft *self);
/* What the platform changed meanwhile, a live list of SignetDifference: mine stays unless theirs is taken. */
GListModel *signet_draft_get_conflicts (SignetDraft *self);
void signet_draft_take_theirs (SignetDraft *self, const char *pointer);

/* For a right or a complaint: the party and the right it names, once chosen; NULL before. */
SignetParty *signet_draft_get_holder (SignetDraft *self);
SignetRight *signet_draft_get_chosen_right (SignetDraft *self);
/* Complaint: who gives the guarantee. */
SignetParty *signet_draft_find_giver (SignetDraft *self);

/* Complaint: reads everything that looks like a target in @text and appends it to the items. Returns how many
 * were new. */
guint signet_draft_add_targets (SignetDraft *self, const char *text);

/* Copies a file into the vault, hashing it on the way, and attaches it to the subject in @slot. */
void signet_draft_attach_async (SignetDraft *self,
                                GFile *file,
                                const char *slot,
                                GFileProgressCallback progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
SignetEvidence *signet_draft_attach_finish (SignetDraft *self, GAsyncResult *result, GError **error);
void signet_draft_detach (SignetDraft *self, SignetEvidence *evidence);

/* Puts a copy in the place of @evidence that says on each page what it is for; @evidence stays in the vault,
 * and exchanging the copy for it brings it back. */
void signet_draft_watermark_async (SignetDraft *self,
                                   SignetEvidence *evidence,
                                   const char *language,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
SignetEvidence *signet_draft_watermark_finish (SignetDraft *self, GAsyncResult *result, GError **error);
void signet_draft_exchange (SignetDraft *self, SignetEvidence *old, SignetEvidence *by);

void signet_draft_flush_async (SignetDraft *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean signet_draft_flush_finish (SignetDraft *self, GAsyncResult *result, GError **error);

/* Freezes the subject: local record, outbox row with the exact bytes and key, and the draft's end, in one
 * transaction; EDIT only keeps the record. Gives the local id of the party, right or complaint. */
void signet_draft_submit_async (SignetDraft *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *signet_draft_submit_finish (SignetDraft *self, GAsyncResult *result, GError **error);

void signet_draft_discard_async (SignetDraft *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean signet_draft_discard_finish (SignetDraft *self, GAsyncResult *result, GError **error);

G_END_DECLS
