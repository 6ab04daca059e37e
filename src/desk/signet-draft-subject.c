/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-subject.h"

#include "api/signet-api-complaint.h"
#include "api/signet-api-party.h"
#include "api/signet-api-registration.h"
#include "api/signet-api-right.h"
#include "model/signet-words.h"
#include "store/signet-parties.h"

/*
 * What a draft is about: a registration, a party, a right or a complaint. What a new one begins with, how
 * each gets to disk and back, what it is called, where its files are and how it is submitted. Main thread.
 */

static const char *const kind_words[] = { "registration", SIGNET_KIND_PARTY, SIGNET_KIND_RIGHT,
                                          SIGNET_KIND_COMPLAINT };

/** signet_draft_kind_to_word: Returns: (transfer none): what the store calls a kind */
const char *
signet_draft_kind_to_word (SignetDraftKind kind)
{
  return kind_words[kind];
}

/** signet_draft_kind_from_word: Returns: the kind the store calls @word */
SignetDraftKind
signet_draft_kind_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (g_strcmp0 (word, kind_words[i]) == 0)
      return (SignetDraftKind) i;
  return SIGNET_DRAFT_REGISTRATION;
}

/**
 * signet_draft_subject_new:
 * @kind: what is to be written
 * @about: (nullable): for a complaint the right's local id
 * @tables: for reading
 *
 * Returns: (transfer full): a new subject: what goes without saying is filled in
 */
SignetRecord *
signet_draft_subject_new (SignetDraftKind kind, const char *about, SignetTables *tables)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      {
        SignetParty *party = signet_party_new ();

        signet_party_set_role (party, SIGNET_ROLE_PRINCIPAL);
        return SIGNET_RECORD (party);
      }
    case SIGNET_DRAFT_RIGHT:
      {
        SignetRight *right = signet_right_new ();
        g_autoptr (GPtrArray) parties = signet_parties_list (tables, NULL);

        signet_right_set_territory (right, SIGNET_TERRITORY_CN);
        signet_right_set_standing (right, SIGNET_STANDING_OWNER);
        /* With one identity there is nothing to choose. */
        if (parties != NULL && parties->len == 1)
          signet_right_set_party_id (right, ((SignetPartyRecord *) g_ptr_array_index (parties, 0))->id);
        return SIGNET_RECORD (right);
      }
    case SIGNET_DRAFT_COMPLAINT:
      {
        SignetComplaint *complaint = signet_complaint_new ();

        signet_complaint_set_right_id (complaint, about);
        return SIGNET_RECORD (complaint);
      }
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return SIGNET_RECORD (signet_registration_new ());
    }
}

/**
 * signet_draft_subject_decode:
 * @kind: what was written
 * @body: (nullable): as it is stored; %NULL for an empty subject
 * @error: %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): the subject as it was left
 */
SignetRecord *
signet_draft_subject_decode (SignetDraftKind kind, GBytes *body, GError **error)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      return (SignetRecord *) (body != NULL ? signet_api_party_from_draft (body, error)
                                            : signet_party_new ());
    case SIGNET_DRAFT_RIGHT:
      return (SignetRecord *) (body != NULL ? signet_api_right_from_draft (body, error)
                                            : signet_right_new ());
    case SIGNET_DRAFT_COMPLAINT:
      return (SignetRecord *) (body != NULL ? signet_api_complaint_from_draft (body, error)
                                            : signet_complaint_new ());
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return (SignetRecord *) (body != NULL ? signet_api_registration_from_draft (body, error)
                                            : signet_registration_new ());
    }
}

/** signet_draft_subject_encode: Returns: (transfer full): @subject as it is stored */
GBytes *
signet_draft_subject_encode (SignetDraftKind kind, SignetRecord *subject)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      return signet_api_party_to_draft (SIGNET_PARTY (subject));
    case SIGNET_DRAFT_RIGHT:
      return signet_api_right_to_draft (SIGNET_RIGHT (subject));
    case SIGNET_DRAFT_COMPLAINT:
      return signet_api_complaint_to_draft (SIGNET_COMPLAINT (subject));
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return signet_api_registration_to_draft (SIGNET_REGISTRATION (subject));
    }
}

/**
 * signet_draft_subject_get_title:
 * @kind: what is being written
 * @subject: the subject
 * @right: (nullable): the right a complaint is about
 *
 * Returns: (transfer none): what the draft is called in a list, "" if nobody can tell yet
 */
const char *
signet_draft_subject_get_title (SignetDraftKind kind, SignetRecord *subject, SignetRight *right)
{
  const char *title;

  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      return signet_party_get_name (SIGNET_PARTY (subject));
    case SIGNET_DRAFT_RIGHT:
      title = signet_right_get_name (SIGNET_RIGHT (subject));
      return *title != '\0' ? title : signet_right_get_number (SIGNET_RIGHT (subject));
    case SIGNET_DRAFT_COMPLAINT:
      return right != NULL ? signet_right_get_name (right) : "";
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return "";
    }
}

/** signet_draft_subject_get_evidence: Returns: (transfer none) (nullable): the files of @subject, a list of
 * #SignetEvidence; %NULL for a registration, which has none */
GListStore *
signet_draft_subject_get_evidence (SignetDraftKind kind, SignetRecord *subject)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      return signet_party_get_evidence (SIGNET_PARTY (subject));
    case SIGNET_DRAFT_RIGHT:
      return signet_right_get_evidence (SIGNET_RIGHT (subject));
    case SIGNET_DRAFT_COMPLAINT:
      return signet_complaint_get_evidence (SIGNET_COMPLAINT (subject));
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return NULL;
    }
}

/**
 * signet_draft_subject_freeze:
 * @kind: what is submitted, never a registration
 * @subject: the subject, without errors
 * @parser: reads the targets of a complaint
 * @tables: for reading
 * @account: local id of the account it is submitted by
 * @now: µs UTC
 * @error: no randomness, or something it rests on is gone
 *
 * Returns: (transfer full) (nullable): the submission, for the transaction that ends the draft
 */
SignetSubmission *
signet_draft_subject_freeze (SignetDraftKind kind,
                             SignetRecord *subject,
                             SignetLinkParser *parser,
                             SignetTables *tables,
                             const char *account,
                             gint64 now,
                             GError **error)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      return signet_submission_new_party (SIGNET_PARTY (subject), tables, account, now, error);
    case SIGNET_DRAFT_RIGHT:
      return signet_submission_new_right (SIGNET_RIGHT (subject), tables, account, now, error);
    case SIGNET_DRAFT_COMPLAINT:
      return signet_submission_new_complaint (SIGNET_COMPLAINT (subject), parser, tables, account, now,
                                              error);
    case SIGNET_DRAFT_REGISTRATION:
    default:
      g_assert_not_reached ();
    }
}
