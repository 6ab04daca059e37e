/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-local-check.h"

#include "api/signet-api-right.h"
#include "desk/signet-records.h"
#include "desk/signet-right-twin.h"
#include "model/signet-authorisation-chain.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-normalise.h"
#include "model/signet-words.h"
#include "store/signet-accounts.h"
#include "store/signet-authorisations.h"
#include "store/signet-certifications.h"
#include "store/signet-parties.h"

/*
 * What the validators of the trade can't see: the same document or number in another record, a second own
 * identity, records the account's platform doesn't have, and the chain of authorisations a complaint is filed
 * under. By key and index, so the main thread may ask.
 */

/* Whether the account's platform has it, or will: what was refused it never had. */
static gboolean
is_on_account (SignetTables *tables, const char *account, const char *subject)
{
  g_autoptr (SignetCertificationRecord) record = signet_certifications_find (tables, account, subject, NULL);

  return record != NULL && !g_str_equal (record->status, SIGNET_STATUS_FAILED);
}

/* Whether it keeps another of the same sort from being certified: what has expired can be again, renewed. */
static gboolean
claims (const SignetCertificationRecord *record)
{
  return !g_str_equal (record->status, SIGNET_STATUS_FAILED) &&
         !g_str_equal (record->status, SIGNET_STATUS_EXPIRED);
}

static gboolean
claims_on_account (SignetTables *tables, const char *account, const char *subject)
{
  g_autoptr (SignetCertificationRecord) record = signet_certifications_find (tables, account, subject, NULL);

  return record != NULL && claims (record);
}

typedef struct
{
  SignetTables *tables;
  const char *account;
} Place;

static char *
find_standing (const char *id, gpointer user_data)
{
  Place *place = user_data;
  g_autoptr (SignetCertificationRecord)
      record = signet_certifications_find (place->tables, place->account, id, NULL);

  return g_strdup (record != NULL ? record->status : SIGNET_STATUS_UNCERTIFIED);
}

static char *
find_name (const char *id, gpointer user_data)
{
  Place *place = user_data;
  g_autoptr (SignetPartyRecord) record = signet_parties_find (place->tables, id, NULL);

  return g_strdup (record != NULL ? record->name : "");
}

/* What isn't on the account, nor on its way, can't be named there. */
static void
check_named (SignetTables *tables,
             const char *account,
             const char *pointer,
             const char *subject,
             GPtrArray *findings)
{
  if (*subject != '\0' && !is_on_account (tables, account, subject))
    g_ptr_array_add (findings,
                     signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_NOT_CERTIFIED,
                                         "status", SIGNET_STATUS_UNCERTIFIED, "id", subject, NULL));
}

static gboolean
is_same_platform (SignetTables *tables, const char *account, const char *other)
{
  g_autoptr (SignetAccountRecord) mine = signet_accounts_find (tables, account, NULL);
  g_autoptr (SignetAccountRecord) theirs = signet_accounts_find (tables, other, NULL);

  return mine != NULL && theirs != NULL && *mine->platform_id != '\0' &&
         g_str_equal (mine->platform_id, theirs->platform_id);
}

/* Where else on the same platform a record stands as an account's own identity. */
static void
check_elsewhere (SignetTables *tables, const char *account, const char *party, GPtrArray *findings)
{
  g_autoptr (GPtrArray) certifications = signet_certifications_list (tables, party, NULL);

  for (guint i = 0; certifications != NULL && i < certifications->len; i++)
    {
      SignetCertificationRecord *record = g_ptr_array_index (certifications, i);
      g_autoptr (SignetAccountRecord) other = NULL;

      if (g_str_equal (record->account, account) || !record->own || !claims (record) ||
          !is_same_platform (tables, account, record->account))
        continue;
      other = signet_accounts_find (tables, record->account, NULL);
      g_ptr_array_add (findings,
                       signet_finding_new ("/document/number", SIGNET_SEVERITY_WARNING,
                                           SIGNET_FINDING_PARTY_ELSEWHERE, "account",
                                           other != NULL && *other->phone != '\0' ? other->phone : "", NULL));
    }
}

/* What the account says, not this desk's record: that may be of another account of this desk. */
static char *
find_other_own (SignetTables *tables, const char *account, const char *but)
{
  g_autoptr (GPtrArray) own = signet_certifications_list_own (tables, account, NULL);

  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const SignetCertificationRecord *record = g_ptr_array_index (own, i);

      if (!g_str_equal (record->subject, but) && claims (record))
        return g_strdup (record->subject);
    }
  return NULL;
}

static SignetAuthorisation *
look_up (const char *id, gpointer user_data)
{
  return signet_records_find_authorisation (user_data, id, NULL);
}

static GPtrArray *
check_chain (SignetTables *tables,
             const char *authorisation,
             const char *own,
             SignetComplaint *complaint,
             SignetPlatform *platform,
             const GDate *today)
{
  g_autoptr (GPtrArray) links = signet_local_check_collect_chain (tables, authorisation);
  const char *right = signet_complaint_get_right_id (complaint);

  return signet_authorisation_check_chain (links, signet_complaint_get_party_id (complaint), own,
                                           *right != '\0' ? right : NULL,
                                           signet_platform_get_rules (platform), today);
}

/* As it will be kept, so that it can be compared. */
static SignetRight *
copy_right (SignetRight *right)
{
  g_autoptr (GBytes) bytes = signet_api_right_to_draft (right);
  SignetRight *copy = signet_api_right_from_draft (bytes, NULL);

  signet_right_set_id (copy, signet_right_get_id (right));
  signet_right_normalise (copy);
  return copy;
}

/**
 * signet_local_check_find_own:
 * @tables: the tables
 * @account: local id of an account
 *
 * Returns: (transfer full) (nullable): local id of the account's own identity, there or on its way
 */
char *
signet_local_check_find_own (SignetTables *tables, const char *account)
{
  return find_other_own (tables, account, "");
}

/**
 * signet_local_check_party:
 * @tables: the tables
 * @account: local id of the account it is certified on
 * @party: what is to be certified
 * @findings: (element-type SignetFinding): gets what is found
 *
 * The same document in another record of the account, or as the own identity of another account of the same
 * platform; and a second own identity.
 */
void
signet_local_check_party (SignetTables *tables, const char *account, SignetParty *party, GPtrArray *findings)
{
  g_autofree char *document = signet_party_make_document_key (party);
  g_autoptr (GPtrArray) same = *document != '\0' ? signet_parties_list_document (tables, document, NULL)
                                                 : NULL;
  g_autofree char *own = NULL;
  g_autoptr (SignetPartyRecord) first = NULL;

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      SignetPartyRecord *other = g_ptr_array_index (same, i);
      gboolean itself = g_str_equal (other->id, signet_party_get_id (party));

      if (!itself && claims_on_account (tables, account, other->id))
        g_ptr_array_add (findings,
                         signet_finding_new ("/document/number", SIGNET_SEVERITY_ERROR,
                                             SIGNET_FINDING_CERTIFIED_TWICE, "party", other->name, NULL));
      else if (signet_party_get_own (party))
        check_elsewhere (tables, account, other->id, findings);
    }
  if (signet_party_get_own (party))
    own = find_other_own (tables, account, signet_party_get_id (party));
  if (own == NULL)
    return;
  first = signet_parties_find (tables, own, NULL);
  g_ptr_array_add (findings, signet_finding_new ("/own", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_OWN_EXISTS,
                                                 "party", first != NULL ? first->name : "", NULL));
}

/**
 * signet_local_check_right:
 * @tables: the tables
 * @account: local id of the account it is certified on
 * @right: what is to be certified
 * @findings: (element-type SignetFinding): gets what is found
 *
 * The same number in another record (for a trademark in the same class, too), and holders the platform
 * doesn't have.
 */
void
signet_local_check_right (SignetTables *tables, const char *account, SignetRight *right, GPtrArray *findings)
{
  g_autoptr (SignetRight) copy = copy_right (right);
  g_autoptr (SignetRightRecord) twin = signet_right_twin_find (tables, copy);
  const char *const *others = signet_right_get_co_holder_ids (right);

  if (twin != NULL)
    g_ptr_array_add (findings, signet_finding_new ("/number", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_RIGHT_TWICE, "right", twin->name, NULL));
  check_named (tables, account, "/holders/0", signet_right_get_party_id (right), findings);
  for (guint i = 0; others[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/holders/%u", i + 1);

      check_named (tables, account, pointer, others[i], findings);
    }
}

/**
 * signet_local_check_authorisation:
 * @tables: the tables
 * @account: local id of the account it is certified on
 * @authorisation: what is to be certified
 * @findings: (element-type SignetFinding): gets what is found
 *
 * Parties, rights and an authorisation before it that the platform doesn't have.
 */
void
signet_local_check_authorisation (SignetTables *tables,
                                  const char *account,
                                  SignetAuthorisation *authorisation,
                                  GPtrArray *findings)
{
  const char *const *rights = signet_authorisation_get_right_ids (authorisation);

  check_named (tables, account, "/principal", signet_authorisation_get_principal_id (authorisation),
               findings);
  check_named (tables, account, "/agent", signet_authorisation_get_agent_id (authorisation), findings);
  check_named (tables, account, "/follows", signet_authorisation_get_follows_id (authorisation), findings);
  for (guint i = 0; rights[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/rights/%u", i);

      check_named (tables, account, pointer, rights[i], findings);
    }
}

/**
 * signet_local_check_choose_authorisation:
 * @tables: the tables
 * @account: local id of the account it is filed by
 * @complaint: a complaint
 * @principal: (nullable): for whom it is filed
 * @platform: the account's platform
 * @today: the day
 *
 * An owner files for itself. For anybody else an authorisation is needed: if just one covers right, platform
 * and day it is chosen; if none does but there is one at all, that one is, so that it can be said what is
 * wrong with it. What is chosen stays as long as it covers, or nothing else alone would.
 */
void
signet_local_check_choose_authorisation (SignetTables *tables,
                                         const char *account,
                                         SignetComplaint *complaint,
                                         SignetParty *principal,
                                         SignetPlatform *platform,
                                         const GDate *today)
{
  const char *chosen = signet_complaint_get_authorisation_id (complaint);
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *own = NULL;
  const char *only = NULL;
  gboolean is_there = FALSE;
  guint n_good = 0;

  if (principal == NULL || signet_party_get_own (principal))
    {
      signet_complaint_set_authorisation_id (complaint, "");
      return;
    }
  records = signet_authorisations_list (tables, signet_party_get_id (principal), NULL);
  own = signet_local_check_find_own (tables, account);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      SignetAuthorisationRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GPtrArray) found = NULL;
      gboolean good;

      if (own == NULL || !g_str_equal (record->agent, own))
        continue;
      found = check_chain (tables, record->id, own, complaint, platform, today);
      good = found->len == 0 && is_on_account (tables, account, record->id);
      is_there = is_there || g_str_equal (record->id, chosen);
      if (good && g_str_equal (record->id, chosen))
        return;
      n_good += good;
      if (only == NULL || good)
        only = record->id;
    }
  if (n_good == 1 || !is_there)
    signet_complaint_set_authorisation_id (complaint, only != NULL && n_good <= 1 ? only : "");
}

/**
 * signet_local_check_collect_chain:
 * @tables: the tables
 * @authorisation: local id of an authorisation, or ""
 *
 * Returns: (transfer full) (element-type SignetAuthorisation): it and those before it, the last first
 */
GPtrArray *
signet_local_check_collect_chain (SignetTables *tables, const char *authorisation)
{
  return signet_authorisation_collect_chain (authorisation, look_up, tables);
}

/**
 * signet_local_check_complaint:
 * @tables: the tables
 * @account: local id of the account it is filed by
 * @complaint: what is to be filed
 * @findings: (element-type SignetFinding): gets what is found
 *
 * Nothing can be filed for what the platform doesn't have, nor by a chain of authorisations that isn't
 * certified there from its first link to the account's own identity.
 */
void
signet_local_check_complaint (SignetTables *tables,
                              const char *account,
                              SignetComplaint *complaint,
                              GPtrArray *findings)
{
  Place place = { .tables = tables, .account = account };
  const char *authorisation = signet_complaint_get_authorisation_id (complaint);
  g_autoptr (GPtrArray) links = signet_local_check_collect_chain (tables, authorisation);
  g_autofree char *own = signet_local_check_find_own (tables, account);

  check_named (tables, account, "/right", signet_complaint_get_right_id (complaint), findings);
  check_named (tables, account, "/principal", signet_complaint_get_party_id (complaint), findings);
  signet_authorisation_check_standing (links, own != NULL ? own : "", find_standing, find_name, &place,
                                       findings);
}
