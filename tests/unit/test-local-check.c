/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What only the desk can see of a party: a brand and its agent have accounts of their own on one desk, and
 * each account says for itself whose own identity a party is. */

#include "api/signet-api-party.h"
#include "desk/signet-local-check.h"
#include "desk/signet-records.h"
#include "model/signet-finding.h"
#include "model/signet-identity.h"
#include "model/signet-normalise.h"
#include "model/signet-words.h"

#include "store-fixture.h"

#define BRAND_NUMBER "91350100M000100Y43"
#define AGENT_NUMBER "91110000600037341L"

static gboolean
save_account (SignetTables *tables, const char *id, const char *platform, GError **error)
{
  SignetAccountRecord account = {
    .id = (char *) id,
    .platform_id = (char *) platform,
    .address = (char *) "http://127.0.0.1:1",
    .rules = (char *) "kuaishou",
    .phone = (char *) id,
    .created_at = 1,
  };

  return signet_accounts_save (tables, &account, error);
}

static SignetParty *
create_party (const char *id, const char *name, const char *number, gboolean own)
{
  SignetParty *party = signet_party_new ();

  signet_party_set_id (party, id);
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  signet_party_set_name (party, name);
  signet_party_set_document_number (party, number);
  signet_party_set_own (party, own);
  return party;
}

static gboolean
save_party (SignetTables *tables, const char *id, const char *name, const char *number, GError **error)
{
  g_autoptr (SignetParty) party = create_party (id, name, number, TRUE);
  g_autofree char *key = signet_party_make_document_key (party);
  g_autoptr (GBytes) body = signet_api_party_to_draft (party);
  SignetPartyRecord record = {
    .id = (char *) id,
    .role = (char *) SIGNET_ROLE_PRINCIPAL,
    .kind = (char *) SIGNET_PARTY_KIND_MAINLAND_ORGANISATION,
    .name = (char *) name,
    .document_number = (char *) number,
    .document_key = key,
    .own = TRUE,
    .body = body,
  };

  return signet_parties_save (tables, &record, error);
}

static gboolean
certify (SignetTables *tables,
         const char *account,
         const char *party,
         gboolean own,
         const char *status,
         GError **error)
{
  SignetCertificationRecord certification = {
    .account = (char *) account,
    .kind = (char *) SIGNET_KIND_PARTY,
    .subject = (char *) party,
    .own = own,
    .status = (char *) status,
  };

  return signet_certifications_save (tables, &certification, error);
}

/* The brand has its account, its agent another one on the same platform, in whose account the brand is a
 * principal. This desk's records are whatever was said last: that both are somebody's own. */
static gboolean
save_world (SignetTables *tables, gpointer data, GError **error)
{
  return save_account (tables, "brand-account", "platform", error) &&
         save_account (tables, "agent-account", "platform", error) &&
         save_party (tables, "brand", "杭州委托茶业有限公司", BRAND_NUMBER, error) &&
         save_party (tables, "agent", "上海代理事务所有限公司", AGENT_NUMBER, error) &&
         certify (tables, "agent-account", "brand", FALSE, data, error) &&
         certify (tables, "agent-account", "agent", TRUE, data, error) &&
         certify (tables, "brand-account", "agent", FALSE, data, error) &&
         certify (tables, "brand-account", "brand", TRUE, data, error);
}

static SignetFinding *
find (GPtrArray *findings, const char *code)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (signet_finding_get_code (g_ptr_array_index (findings, i)), code))
      return g_ptr_array_index (findings, i);
  return NULL;
}

static GPtrArray *
check (StoreFixture *fixture, const char *account, SignetParty *party)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  signet_local_check_party (signet_store_get_tables (fixture->store), account, party, findings);
  return findings;
}

/* @data: how all of them stand. */
static void
test_own (StoreFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *account;
    const char *own;
    const char *name;
    const char *other;
  } sides[] = {
    { "brand-account", "brand", "杭州委托茶业有限公司", "agent" },
    { "agent-account", "agent", "上海代理事务所有限公司", "brand" },
  };
  SignetTables *tables = signet_store_get_tables (fixture->store);

  store_fixture_write (fixture, save_world, (gpointer) data);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autofree char *own = signet_local_check_find_own (tables, sides[i].account);
      g_autoptr (SignetParty)
          mine = signet_records_find_party_on (tables, sides[i].account, sides[i].own, NULL);
      g_autoptr (SignetParty)
          other = signet_records_find_party_on (tables, sides[i].account, sides[i].other, NULL);
      g_autoptr (SignetParty) second = create_party ("", "杭州另一家有限公司", "", TRUE);
      g_autoptr (GPtrArray) findings = check (fixture, sides[i].account, second);
      g_autoptr (GPtrArray) found_of_own = check (fixture, sides[i].account, mine);

      g_assert_cmpstr (own, ==, sides[i].own);
      g_assert_true (signet_party_get_own (mine));
      g_assert_false (signet_party_get_own (other));
      g_assert_nonnull (find (findings, "own-exists"));
      g_assert_cmpstr (signet_finding_get_param (find (findings, "own-exists"), "party"), ==, sides[i].name);
      g_assert_null (find (found_of_own, "own-exists"));
      /* that it is a principal elsewhere hinders nobody */
      g_assert_null (find (found_of_own, "party-elsewhere"));
    }
}

/* Refused, or expired: there is no own identity, whatever this desk's records say. */
static void
test_none (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetParty) second = create_party ("", "杭州另一家有限公司", BRAND_NUMBER, TRUE);
  g_autoptr (GPtrArray) findings = NULL;

  store_fixture_write (fixture, save_world, (gpointer) data);
  g_assert_null (signet_local_check_find_own (signet_store_get_tables (fixture->store), "agent-account"));
  findings = check (fixture, "agent-account", second);
  g_assert_cmpuint (findings->len, ==, 0);
}

static gboolean
save_third (SignetTables *tables, gpointer data, GError **error)
{
  return save_account (tables, "third-account", "platform", error) &&
         save_account (tables, "far-account", "another-platform", error);
}

/* One identity may be somebody's own in one account of a platform, and a principal in many. */
static void
test_elsewhere (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetParty) brand = create_party ("brand", "杭州委托茶业有限公司", BRAND_NUMBER, TRUE);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) principal = NULL;
  g_autoptr (GPtrArray) far_away = NULL;

  store_fixture_write (fixture, save_world, (gpointer) SIGNET_STATUS_APPROVED);
  store_fixture_write (fixture, save_third, NULL);
  own = check (fixture, "third-account", brand);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (signet_finding_get_code (g_ptr_array_index (own, 0)), ==, "party-elsewhere");
  g_assert_cmpstr (signet_finding_get_param (g_ptr_array_index (own, 0), "account"), ==, "brand-account");
  far_away = check (fixture, "far-account", brand);
  g_assert_cmpuint (far_away->len, ==, 0);
  signet_party_set_own (brand, FALSE);
  principal = check (fixture, "third-account", brand);
  g_assert_cmpuint (principal->len, ==, 0);
}

/* However its number is typed, a document stands on an account once. */
static void
test_twice (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (SignetParty) again = create_party ("", "杭州委托茶业有限公司", "91350100m000100y43 ", FALSE);
  g_autoptr (SignetParty) grouped = create_party ("", "杭州委托茶业有限公司", "91350100-M000100Y-43", FALSE);
  g_autoptr (SignetParty) other = create_party ("", "杭州委托茶业有限公司", "91350100M0001TGQXM", FALSE);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) found_grouped = NULL;
  g_autoptr (GPtrArray) found_other = NULL;

  store_fixture_write (fixture, save_world, (gpointer) SIGNET_STATUS_APPROVED);
  found = check (fixture, "agent-account", again);
  g_assert_nonnull (find (found, "certified-twice"));
  found_grouped = check (fixture, "agent-account", grouped);
  g_assert_nonnull (find (found_grouped, "certified-twice"));
  found_other = check (fixture, "agent-account", other);
  g_assert_cmpuint (found_other->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, func) \
  g_test_add ("/local-check/" path, StoreFixture, data, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("own/queued", SIGNET_STATUS_QUEUED, test_own);
  ADD ("own/approved", SIGNET_STATUS_APPROVED, test_own);
  ADD ("none/failed", SIGNET_STATUS_FAILED, test_none);
  ADD ("none/expired", SIGNET_STATUS_EXPIRED, test_none);
  ADD ("elsewhere", NULL, test_elsewhere);
  ADD ("twice", NULL, test_twice);
#undef ADD

  return g_test_run ();
}
