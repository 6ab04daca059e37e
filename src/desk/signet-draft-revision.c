/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-private.h"

#include "desk/signet-revision.h"

/*
 * What a draft that revises a record says of its platform. Main thread.
 */

/**
 * signet_draft_get_certification:
 * @self: a draft
 *
 * #SignetDraft:certification notifies when the platform has said something new; what is open may be other
 * members then.
 *
 * Returns: (transfer none) (nullable): how the record stands with the account's platform, whose findings say
 * what is to be corrected; %NULL if it isn't there, and for something new
 */
SignetCertification *
signet_draft_get_certification (SignetDraft *self)
{
  SignetRevision *revision = signet_draft_get_revision (self);

  return revision != NULL ? signet_revision_get_certification (revision) : NULL;
}

/**
 * signet_draft_is_open:
 * @self: a draft
 * @pointer: JSON Pointer of a member on the wire, such as "/document/number"; a paper's is "/files/" and its
 * slot
 *
 * Returns: whether the member may be changed; in a correction only what the platform's findings point to
 */
gboolean
signet_draft_is_open (SignetDraft *self, const char *pointer)
{
  SignetRevision *revision = signet_draft_get_revision (self);

  return revision == NULL || signet_revision_is_open (revision, pointer);
}

/** signet_draft_get_asked: Returns: (transfer none) (nullable): a live list of #SignetFinding: what the
 * platform wants corrected, %SIGNET_FINDING_CHANGED instead where the draft has something else by now; empty
 * unless it is a correction, %NULL for something new */
GListModel *
signet_draft_get_asked (SignetDraft *self)
{
  SignetRevision *revision = signet_draft_get_revision (self);

  return revision != NULL ? signet_revision_get_asked (revision) : NULL;
}

/** signet_draft_get_refusal: Returns: (transfer none): a problem code, if the platform refused what was sent
 * of this record the last time; else "" */
const char *
signet_draft_get_refusal (SignetDraft *self)
{
  SignetRevision *revision = signet_draft_get_revision (self);

  return revision != NULL ? signet_revision_get_refusal (revision) : "";
}

/** signet_draft_get_conflicts: Returns: (transfer none) (nullable): a live list of #SignetDifference: what
 * the platform has changed since the correction was begun, where the draft says otherwise; %NULL for
 * something new */
GListModel *
signet_draft_get_conflicts (SignetDraft *self)
{
  SignetRevision *revision = signet_draft_get_revision (self);

  return revision != NULL ? signet_revision_get_conflicts (revision) : NULL;
}

/**
 * signet_draft_take_theirs:
 * @self: a correction
 * @pointer: of one of its conflicts
 *
 * Makes that member what the platform holds. What isn't taken stays as it is and is sent.
 */
void
signet_draft_take_theirs (SignetDraft *self, const char *pointer)
{
  SignetRevision *revision = signet_draft_get_revision (self);

  g_return_if_fail (revision != NULL);
  signet_revision_take_theirs (revision, pointer);
}
