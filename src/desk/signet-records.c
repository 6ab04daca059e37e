/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-records.h"

#include "api/signet-api-authorisation.h"
#include "api/signet-api-finding.h"
#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "api/signet-json.h"
#include "api/signet-problem.h"
#include "model/signet-words.h"
#include "store/signet-authorisations.h"
#include "store/signet-certifications.h"
#include "store/signet-outbox.h"
#include "store/signet-parties.h"
#include "store/signet-rights.h"
#include "store/signet-store-error.h"

/*
 * The store keeps encoded resources beside the columns it indexes; here they become model objects again.
 */

/**
 * signet_records_read_findings:
 * @findings: a list of #SignetFinding, to which what is found is added
 * @bytes: (nullable): findings, encoded
 */
void
signet_records_read_findings (GListStore *findings, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = bytes != NULL ? signet_json_parse (bytes, &error) : NULL;
  JsonArray *array = root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (SignetFinding)
          finding = signet_api_finding_from_node (json_array_get_element (array, i), NULL);

      if (finding != NULL)
        g_list_store_append (findings, finding);
    }
}

/**
 * signet_records_find_party:
 * @tables: the tables, of any connection
 * @id: local id
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR or %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): the party
 */
SignetParty *
signet_records_find_party (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetPartyRecord) record = signet_parties_find (tables, id, error);
  SignetParty *party;

  if (record == NULL)
    return NULL;
  party = signet_api_party_from_draft (record->body, error);
  if (party != NULL)
    {
      signet_party_set_id (party, record->id);
      /* Older records don't say it in their body. */
      signet_party_set_own (party, record->own);
    }
  return party;
}

/**
 * signet_records_find_party_on:
 * @tables: the tables, of any connection
 * @account: local id of an account
 * @id: local id
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR or %SIGNET_API_ERROR
 *
 * A party may be the holder of one account, and on another somebody an agent acts for.
 *
 * Returns: (transfer full) (nullable): the party as this desk has it, own or not as it is certified, or was
 * submitted, there
 */
SignetParty *
signet_records_find_party_on (SignetTables *tables, const char *account, const char *id, GError **error)
{
  g_autoptr (SignetParty) party = signet_records_find_party (tables, id, error);
  g_autoptr (SignetCertificationRecord) certification = NULL;
  g_autoptr (GError) missing = NULL;

  if (party == NULL)
    return NULL;
  certification = signet_certifications_find (tables, account, id, &missing);
  if (certification != NULL)
    signet_party_set_own (party, certification->own);
  else if (!signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return NULL;
  return g_steal_pointer (&party);
}

/**
 * signet_records_find_right:
 * @tables: the tables, of any connection
 * @id: local id
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR or %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): the right
 */
SignetRight *
signet_records_find_right (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetRightRecord) record = signet_rights_find (tables, id, error);
  SignetRight *right;

  if (record == NULL)
    return NULL;
  right = signet_api_right_from_draft (record->body, error);
  if (right != NULL)
    {
      signet_right_set_id (right, record->id);
      signet_right_set_party_id (right, record->party);
    }
  return right;
}

/**
 * signet_records_find_authorisation:
 * @tables: the tables, of any connection
 * @id: local id
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR or %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): the authorisation
 */
SignetAuthorisation *
signet_records_find_authorisation (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetAuthorisationRecord) record = signet_authorisations_find (tables, id, error);
  SignetAuthorisation *authorisation;

  if (record == NULL)
    return NULL;
  authorisation = signet_api_authorisation_from_draft (record->body, error);
  if (authorisation != NULL)
    signet_authorisation_set_id (authorisation, record->id);
  return authorisation;
}

/**
 * signet_records_find:
 * @tables: the tables, of any connection
 * @kind: %SIGNET_KIND_PARTY, %SIGNET_KIND_RIGHT or %SIGNET_KIND_AUTHORISATION
 * @id: local id
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR or %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): the record
 */
SignetRecord *
signet_records_find (SignetTables *tables, const char *kind, const char *id, GError **error)
{
  if (g_str_equal (kind, SIGNET_KIND_PARTY))
    return (SignetRecord *) signet_records_find_party (tables, id, error);
  if (g_str_equal (kind, SIGNET_KIND_RIGHT))
    return (SignetRecord *) signet_records_find_right (tables, id, error);
  return (SignetRecord *) signet_records_find_authorisation (tables, id, error);
}

/**
 * signet_records_find_on:
 * @tables: the tables, of any connection
 * @account: local id of an account, "" for none
 * @kind: %SIGNET_KIND_PARTY, %SIGNET_KIND_RIGHT or %SIGNET_KIND_AUTHORISATION
 * @id: local id
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR or %SIGNET_API_ERROR
 *
 * Returns: (transfer full) (nullable): the record, a party as signet_records_find_party_on() gives it
 */
SignetRecord *
signet_records_find_on (SignetTables *tables,
                        const char *account,
                        const char *kind,
                        const char *id,
                        GError **error)
{
  if (g_str_equal (kind, SIGNET_KIND_PARTY))
    return (SignetRecord *) signet_records_find_party_on (tables, account, id, error);
  return signet_records_find (tables, kind, id, error);
}

/** signet_records_get_evidence: Returns: (transfer none): the papers of a party or right */
GListStore *
signet_records_get_evidence (SignetRecord *record)
{
  if (SIGNET_IS_PARTY (record))
    return signet_party_get_evidence (SIGNET_PARTY (record));
  if (SIGNET_IS_RIGHT (record))
    return signet_right_get_evidence (SIGNET_RIGHT (record));
  return signet_authorisation_get_evidence (SIGNET_AUTHORISATION (record));
}

/** signet_records_have_changed: Returns: whether a party or right, or a certification of it, is among
 * @changes; @id: its local id */
gboolean
signet_records_have_changed (SignetChanges *changes, const char *id)
{
  return signet_changes_has (changes, SIGNET_SUBJECT_PARTY, id) ||
         signet_changes_has (changes, SIGNET_SUBJECT_RIGHT, id) ||
         signet_changes_has (changes, SIGNET_SUBJECT_AUTHORISATION, id);
}

/**
 * signet_records_read_refusal:
 * @tables: the tables, of any connection
 * @account: local id of the account
 * @subject: local id of a party, right or complaint whose submission was refused
 * @findings: a list of #SignetFinding, to which what the platform found is added
 */
void
signet_records_read_refusal (SignetTables *tables,
                             const char *account,
                             const char *subject,
                             GListStore *findings)
{
  g_autoptr (SignetOutboxRecord) outbox = signet_outbox_find_last (tables, account, subject, NULL);
  g_autoptr (JsonNode)
      node = outbox != NULL && outbox->problem != NULL ? signet_json_parse (outbox->problem, NULL) : NULL;
  g_autoptr (SignetProblem) problem = node != NULL ? signet_problem_new_from_node (node, NULL) : NULL;
  GListModel *found = problem != NULL ? G_LIST_MODEL (signet_problem_get_findings (problem)) : NULL;

  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr (GObject) finding = g_list_model_get_item (found, i);

      g_list_store_append (findings, finding);
    }
}

/**
 * signet_records_find_certification:
 * @tables: the tables, of any connection
 * @account: local id of the account
 * @subject: local id of the party or right
 * @error: %SIGNET_STORE_ERROR or %SIGNET_DB_ERROR
 *
 * Returns: (transfer full) (nullable): how it stands with the account's platform
 */
SignetCertification *
signet_records_find_certification (SignetTables *tables,
                                   const char *account,
                                   const char *subject,
                                   GError **error)
{
  g_autoptr (SignetCertificationRecord) record = signet_certifications_find (tables, account, subject, error);
  SignetCertification *certification;

  if (record == NULL)
    return NULL;
  certification = signet_certification_new ();
  signet_certification_set_account_id (certification, record->account);
  signet_certification_set_remote_id (certification, record->remote_id);
  signet_certification_set_status (certification, record->status);
  signet_certification_set_submitted_at (certification, record->submitted_at);
  signet_certification_set_updated_at (certification, record->updated_at);
  signet_certification_set_due_at (certification, record->due_at);
  signet_certification_set_due_rule (certification, record->due_rule);
  signet_records_read_findings (signet_certification_get_findings (certification), record->findings);
  if (g_str_equal (record->status, SIGNET_STATUS_FAILED))
    signet_records_read_refusal (tables, account, subject, signet_certification_get_findings (certification));
  return certification;
}

/** signet_records_can_renew: Returns: whether another certification can take this one's place: it has
 * expired, or another was refused in its place; @certification: how a record stands with a platform */
gboolean
signet_records_can_renew (const SignetCertificationRecord *certification)
{
  return certification->body != NULL && (g_str_equal (certification->status, SIGNET_STATUS_EXPIRED) ||
                                         g_str_equal (certification->status, SIGNET_STATUS_FAILED));
}
