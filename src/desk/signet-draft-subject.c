/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-subject.h"

#include "api/signet-api-authorisation.h"
#include "api/signet-api-complaint.h"
#include "api/signet-api-draft.h"
#include "api/signet-api-party.h"
#include "api/signet-api-registration.h"
#include "api/signet-api-right.h"
#include "api/signet-json.h"
#include "desk/signet-local-check.h"
#include "desk/signet-records.h"
#include "model/signet-words.h"
#include "store/signet-parties.h"

/*
 * What a draft is about: a registration, a party, a right, an authorisation or a complaint. What a new one
 * begins with, how each gets to disk and back, what it is called, where its files are and how it is
 * submitted. Main thread.
 */

static const char *const kind_words[] = { "registration", SIGNET_KIND_PARTY, SIGNET_KIND_RIGHT,
                                          SIGNET_KIND_COMPLAINT, SIGNET_KIND_AUTHORISATION };

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

static const char *const purpose_words[] = { "", "certify", "correct", "renew", "edit" };

/** signet_draft_purpose_to_word: Returns: (transfer none): what the store calls a purpose */
const char *
signet_draft_purpose_to_word (SignetDraftPurpose purpose)
{
  return purpose_words[purpose];
}

/** signet_draft_purpose_from_word: Returns: the purpose the store calls @word */
SignetDraftPurpose
signet_draft_purpose_from_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (purpose_words); i++)
    if (g_strcmp0 (word, purpose_words[i]) == 0)
      return (SignetDraftPurpose) i;
  return SIGNET_DRAFT_PURPOSE_NEW;
}

/**
 * signet_draft_subject_new:
 * @kind: what is to be written
 * @about: (nullable): for a complaint the right's local id, for an authorisation the principal's
 * @account: local id of the account it is for, "" for none
 * @tables: for reading
 *
 * Returns: (transfer full): a new subject: what goes without saying is filled in
 */
SignetRecord *
signet_draft_subject_new (SignetDraftKind kind, const char *about, const char *account, SignetTables *tables)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      {
        SignetParty *party = signet_party_new ();
        g_autofree char *own = signet_local_check_find_own (tables, account);

        /* The first is who files; those after it are for whom. */
        signet_party_set_own (party, own == NULL);
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
    case SIGNET_DRAFT_AUTHORISATION:
      {
        static const char *const scope[] = { SIGNET_SCOPE_ENFORCEMENT, NULL };
        SignetAuthorisation *authorisation = signet_authorisation_new ();
        g_autofree char *own = signet_local_check_find_own (tables, account);

        signet_authorisation_set_principal_id (authorisation, about != NULL ? about : "");
        signet_authorisation_set_agent_id (authorisation, own != NULL ? own : "");
        signet_authorisation_set_scope (authorisation, scope);
        signet_authorisation_set_all_rights (authorisation, TRUE);
        signet_authorisation_set_all_platforms (authorisation, TRUE);
        return SIGNET_RECORD (authorisation);
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
    case SIGNET_DRAFT_AUTHORISATION:
      return (SignetRecord *) (body != NULL ? signet_api_authorisation_from_draft (body, error)
                                            : signet_authorisation_new ());
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
    case SIGNET_DRAFT_AUTHORISATION:
      return signet_api_authorisation_to_draft (SIGNET_AUTHORISATION (subject));
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return signet_api_registration_to_draft (SIGNET_REGISTRATION (subject));
    }
}

/* What was put aside stands beside the subject's own members, and only on this disk: what is submitted is
 * made from the subject. */
#define ASIDE "aside"

/** signet_draft_subject_has_aside: Returns: whether a choice in such a draft puts aside what was typed for
 * another, see #SignetAside */
gboolean
signet_draft_subject_has_aside (SignetDraftKind kind)
{
  return kind == SIGNET_DRAFT_PARTY || kind == SIGNET_DRAFT_RIGHT || kind == SIGNET_DRAFT_AUTHORISATION;
}

/**
 * signet_draft_subject_decode_aside:
 * @kind: what was written
 * @body: (nullable): as it is stored
 * @error: %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): what was put aside; %NULL without @error if there is nothing
 */
SignetRecord *
signet_draft_subject_decode_aside (SignetDraftKind kind, GBytes *body, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) aside = NULL;
  JsonNode *found;

  if (body == NULL)
    return NULL;
  node = signet_api_draft_parse (body, error);
  found = node != NULL ? signet_json_find (node, "/" ASIDE) : NULL;
  if (found == NULL)
    return NULL;
  aside = signet_json_to_bytes (found);
  return signet_draft_subject_decode (kind, aside, error);
}

/** signet_draft_subject_encode_with_aside: @aside: (nullable): what was put aside
 *
 * Returns: (transfer full): both as they are stored */
GBytes *
signet_draft_subject_encode_with_aside (SignetDraftKind kind, SignetRecord *subject, SignetRecord *aside)
{
  g_autoptr (GBytes) body = signet_draft_subject_encode (kind, subject);
  g_autoptr (GBytes) beside = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (aside == NULL)
    return g_steal_pointer (&body);
  beside = signet_draft_subject_encode (kind, aside);
  node = signet_api_draft_parse (body, NULL);
  json_object_set_member (json_node_get_object (node), ASIDE, signet_api_draft_parse (beside, NULL));
  return signet_json_to_bytes (node);
}

/** signet_draft_subject_get_principal: Returns: (transfer none): local id of the party it is for, "" while
 * that isn't known */
const char *
signet_draft_subject_get_principal (SignetDraftKind kind, SignetRecord *subject)
{
  switch (kind)
    {
    case SIGNET_DRAFT_PARTY:
      return signet_party_get_id (SIGNET_PARTY (subject));
    case SIGNET_DRAFT_RIGHT:
      return signet_right_get_party_id (SIGNET_RIGHT (subject));
    case SIGNET_DRAFT_COMPLAINT:
      return signet_complaint_get_party_id (SIGNET_COMPLAINT (subject));
    case SIGNET_DRAFT_AUTHORISATION:
      return signet_authorisation_get_principal_id (SIGNET_AUTHORISATION (subject));
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return "";
    }
}

/* What no two records have in common. */
static const char *const own_properties[] = { "id",
                                              "number",
                                              "second-number",
                                              "document-number",
                                              "document-valid-until",
                                              "registered-on",
                                              "valid-until",
                                              "filed-on",
                                              "granted-on",
                                              "annuity-paid-until",
                                              "completed-on",
                                              "published-on",
                                              "licence-until",
                                              "valid-from",
                                              "signed-on" };

/**
 * signet_draft_subject_clear_own:
 * @subject: a copy of a party, right or authorisation
 *
 * Empties what is its own: id, number, dates and papers.
 */
void
signet_draft_subject_clear_own (SignetRecord *subject)
{
  for (guint i = 0; i < G_N_ELEMENTS (own_properties); i++)
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (subject), own_properties[i]) != NULL)
      g_object_set (subject, own_properties[i], "", NULL);
  g_list_store_remove_all (signet_records_get_evidence (subject));
}

/**
 * signet_draft_subject_get_title:
 * @kind: what is being written
 * @subject: the subject
 * @holder: (nullable): who gives an authorisation
 * @right: (nullable): the right a complaint is about
 *
 * Returns: (transfer none): what the draft is called in a list, "" if nobody can tell yet
 */
const char *
signet_draft_subject_get_title (SignetDraftKind kind,
                                SignetRecord *subject,
                                SignetParty *holder,
                                SignetRight *right)
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
    case SIGNET_DRAFT_AUTHORISATION:
      return holder != NULL ? signet_party_get_name (holder) : "";
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
    case SIGNET_DRAFT_AUTHORISATION:
      return signet_authorisation_get_evidence (SIGNET_AUTHORISATION (subject));
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return NULL;
    }
}

/**
 * signet_draft_subject_freeze:
 * @kind: what is submitted, never a registration
 * @purpose: what becomes of it
 * @subject: the subject, without errors
 * @parser: (nullable): reads the targets of a complaint
 * @tables: for reading
 * @account: local id of the account it is submitted by
 * @now: µs UTC
 * @error: no randomness, or something it rests on is gone
 *
 * Returns: (transfer full) (nullable): the submission, for the transaction that ends the draft
 */
SignetSubmission *
signet_draft_subject_freeze (SignetDraftKind kind,
                             SignetDraftPurpose purpose,
                             SignetRecord *subject,
                             SignetLinkParser *parser,
                             SignetTables *tables,
                             const char *account,
                             gint64 now,
                             GError **error)
{
  const char *word = signet_draft_kind_to_word (kind);

  if (kind == SIGNET_DRAFT_COMPLAINT)
    return signet_submission_new_complaint (SIGNET_COMPLAINT (subject), parser, tables, account, now, error);
  switch (purpose)
    {
    case SIGNET_DRAFT_PURPOSE_CORRECT:
      return signet_submission_new_correction (word, subject, tables, account, now, error);
    case SIGNET_DRAFT_PURPOSE_EDIT:
      return signet_submission_new_edit (word, subject, tables, now, error);
    case SIGNET_DRAFT_PURPOSE_NEW:
    case SIGNET_DRAFT_PURPOSE_CERTIFY:
    case SIGNET_DRAFT_PURPOSE_RENEW:
    default:
      return signet_submission_new_record (word, subject, tables, account, now, error);
    }
}
