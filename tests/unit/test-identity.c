/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-country.h"
#include "model/signet-document-kind.h"
#include "model/signet-normalise.h"
#include "model/signet-party-validate.h"
#include "test-fixtures.h"

#include <string.h>

/* Parties of every kind with every document that proves them; countries. */

static SignetParty *
make_party (const char *kind, const char *document, const char *number)
{
  SignetParty *party = test_fixtures_make_party ();

  g_object_set (party, "kind", kind, "document-kind", document, "document-number", number, NULL);
  return party;
}

static void
check (SignetParty *party, SignetPlatform *platform, const char *expected)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;
  GDate today;

  test_fixtures_set_today (&today);
  findings = signet_party_validate (party, platform, &today);
  text = test_fixtures_describe (findings);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_documents (void)
{
  static const struct
  {
    const char *kind;
    const char *document;
    const char *number;
    const char *expected;
  } rows[] = {
    { "mainland_person", "resident_id", "11010519491231002X", "" },
    { "mainland_person", "passport", "E12345678",
      "error /document/kind document-kind document=passport kind=mainland_person" },
    { "hmt_person", "residence_permit", "810000199408230021", "" },
    { "hmt_person", "residence_permit", "11010519491231002X", "warning /document/number region" },
    { "hmt_person", "travel_permit_hk_macau", "h12345678", "" },
    { "hmt_person", "travel_permit_hk_macau", "H1234567801", "" },
    { "hmt_person", "travel_permit_hk_macau", "C12345678", "warning /document/number series" },
    { "hmt_person", "travel_permit_hk_macau", "H1234567", "warning /document/number series" },
    { "hmt_person", "travel_permit_taiwan", "12345678", "" },
    { "hmt_person", "travel_permit_taiwan", "12345678(B)", "warning /document/number series" },
    { "hmt_person", "travel_permit_taiwan", "1234", "error /document/number length" },
    { "hong_kong_organisation", "business_registration", "12345678", "" },
    { "hong_kong_organisation", "business_registration", "12345678-000-11-25-a", "" },
    { "hong_kong_organisation", "business_registration", "1234567", "warning /document/number length" },
    { "hong_kong_organisation", "business_registration", "12345678/1", "warning /document/number alphabet" },
    { "macau_organisation", "registration", "SO 12345", "" },
    { "taiwan_organisation", "registration", "", "error /document/number required" },
    { "foreign_person", "passport", "X1234567", "" },
    { "foreign_person", "passport", "AB-12345", "" },
    { "foreign_person", "passport", "X123", "error /document/number length" },
    { "foreign_person", "permanent_resident_card", "932682198501010017", "" },
    { "foreign_person", "permanent_resident_card", "11010519491231002X", "warning /document/number region" },
    { "foreign_person", "permanent_resident_card", "DEU310012345678", "" },
    { "foreign_person", "permanent_resident_card", "DE3310012345678", "error /document/number alphabet" },
    { "foreign_person", "permanent_resident_card", "DEU31001234567", "error /document/number length" },
    { "foreign_person", "permanent_resident_card", "310012345678901", "error /document/number length" },
    { "martian_person", "crater_card", "7", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = make_party (rows[i].kind, rows[i].document, rows[i].number);

      signet_party_set_country (party, "DE");
      g_test_message ("%s %s %s", rows[i].kind, rows[i].document, rows[i].number);
      check (party, NULL, rows[i].expected);
    }
}

/* The platform says which documents it takes, and which of them must say until when. */
/* Each row is the document of the one before, or another one. */
static void
test_same_document (void)
{
  static const struct
  {
    const char *kind;
    const char *country;
    const char *document;
    const char *number;
    gboolean same;
  } rows[] = {
    { "mainland_person", "", "resident_id", "", FALSE },
    { "mainland_person", "", "resident_id", "440308199901101512", FALSE },
    { "mainland_person", "", "resident_id", " ４４０３０８ 19990110 1512", TRUE },
    { "mainland_person", "", "resident_id", "11010519491231002X", FALSE },
    { "mainland_person", "", "resident_id", "11010519491231002x", TRUE },
    { "mainland_person", "", "resident_id", "110105491231002", TRUE },
    { "mainland_person", "", "resident_id", "810000199408230021", FALSE },
    { "hmt_person", "", "residence_permit", "810000199408230021", TRUE },
    { "foreign_person", "US", "permanent_resident_card", "932682198501010017", FALSE },
    { "mainland_person", "", "resident_id", "932682198501010017", TRUE },
    { "hmt_person", "", "travel_permit_hk_macau", "H12345678", FALSE },
    { "hmt_person", "", "travel_permit_hk_macau", "h-1234 5678", TRUE },
    { "foreign_person", "DE", "passport", "H12345678", FALSE },
    { "foreign_person", "AT", "passport", "H12345678", FALSE },
    { "foreign_person", "AT", "passport", "H-1234.5678", TRUE },
    { "hong_kong_organisation", "", "business_registration", "12345678", FALSE },
    { "hong_kong_organisation", "", "business_registration", "12345678-000", TRUE },
    { "hong_kong_organisation", "", "business_registration", "12345678-000-11-25-A", TRUE },
    { "hong_kong_organisation", "", "business_registration", "12345678 000 11 25 a", TRUE },
    { "hong_kong_organisation", "", "business_registration", "1234567890123", FALSE },
    { "hong_kong_organisation", "", "business_registration", "1234567890124", FALSE },
    { "macau_organisation", "", "registration", "SO 12345", FALSE },
    { "macau_organisation", "", "registration", "so12345", TRUE },
    { "taiwan_organisation", "", "registration", "SO 12345", FALSE },
    { "foreign_organisation", "DE", "registration", "HRB12345", FALSE },
    { "foreign_organisation", "DE", "registration", "HRB-12345", TRUE },
    { "foreign_organisation", "DE", "registration", "hrb 12345", TRUE },
    { "foreign_organisation", "NO", "registration", "HRB 12345", FALSE },
    { "foreign_organisation", "NO", "registration", "第12345号", FALSE },
    { "foreign_organisation", "NO", "registration", "---", FALSE },
  };
  g_autofree char *last = g_strdup ("none");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = make_party (rows[i].kind, rows[i].document, rows[i].number);
      g_autofree char *key = NULL;
      g_autofree char *sent = NULL;

      signet_party_set_country (party, rows[i].country);
      key = signet_party_make_document_key (party);
      g_test_message ("%s %s", rows[i].document, rows[i].number);
      g_assert_cmpint (strcmp (key, last) == 0, ==, rows[i].same);
      g_assert_cmpint (*key == '\0', ==, *rows[i].number == '\0');
      /* and stays what it is when it is sent */
      signet_party_normalise (party);
      sent = signet_party_make_document_key (party);
      g_assert_cmpstr (sent, ==, key);
      g_free (last);
      last = g_steal_pointer (&key);
    }
}

static void
test_rules (void)
{
  g_autoptr (GListStore) documents = g_list_store_new (SIGNET_TYPE_DOCUMENT_KIND);
  g_autoptr (SignetDocumentKind)
      passport = g_object_new (SIGNET_TYPE_DOCUMENT_KIND, "kind", "passport", "expires", TRUE, NULL);
  g_autoptr (GListStore) kinds = g_list_store_new (SIGNET_TYPE_PARTY_KIND);
  g_autoptr (SignetPartyKind) kind = NULL;
  g_autoptr (SignetPlatform) platform = NULL;
  g_autoptr (SignetParty) party = make_party ("foreign_person", "passport", "X1234567");

  g_list_store_append (documents, passport);
  kind = g_object_new (SIGNET_TYPE_PARTY_KIND, "kind", "foreign_person", "documents", documents, NULL);
  g_list_store_append (kinds, kind);
  platform = g_object_new (SIGNET_TYPE_PLATFORM, "party-kinds", kinds, NULL);

  signet_party_set_country (party, "FR");
  check (party, platform, "error /document/valid_until required");
  signet_party_set_document_valid_until (party, "2026-11-21");
  check (party, platform, "");
  signet_party_set_document_valid_until (party, "2026-11-20");
  check (party, platform, "error /document/valid_until document-expired date=2026-11-20");
  signet_party_set_document_valid_until (party, "2030-01-01");
  signet_party_set_document_kind (party, "permanent_resident_card");
  signet_party_set_document_number (party, "932682198501010017");
  check (party, platform,
         "error /document/kind document-kind document=permanent_resident_card kind=foreign_person");
}

static void
test_foreign (void)
{
  static const struct
  {
    const char *country;
    const char *expected;
  } rows[] = {
    { "", "error /country required" },
    { "QQ", "error /country code text=QQ" },
    { "Deutschland", "error /country code text=Deutschland" },
    { "HK", "error /country country-kind country=HK kind=foreign_organisation" },
    { "DE", "warning /files legalisation-missing country=DE form=apostille slot=legalisation\n"
            "warning /files translation-missing slot=translation" },
    { "KY", "warning /files legalisation-missing country=KY form=apostille slot=legalisation\n"
            "warning /files translation-missing slot=translation" },
    { "AE", "warning /files legalisation-missing country=AE form=consular slot=legalisation\n"
            "warning /files translation-missing slot=translation" },
    { "IN", "warning /files legalisation-missing country=IN form=consular slot=legalisation\n"
            "warning /files translation-missing slot=translation" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = make_party ("foreign_organisation", "registration", "HRB 1");

      signet_party_set_country (party, rows[i].country);
      check (party, NULL, rows[i].expected);
      if (strlen (rows[i].country) != 2 || strcmp (rows[i].country, "AE") > 0)
        continue;
      test_fixtures_attach (signet_party_get_evidence (party), "legalisation", "application/pdf", 10);
      check (party, NULL, "warning /files translation-missing slot=translation");
      test_fixtures_attach (signet_party_get_evidence (party), "translation", "application/pdf", 10);
      check (party, NULL, "");
    }
}

static void
test_contacts (void)
{
  static const struct
  {
    const char *property;
    const char *value;
    const char *expected;
  } rows[] = {
    { "contact-phone", "+49 (30) 901820", "" },
    { "contact-phone", "+852 2123 4567", "" },
    { "contact-phone", "0049 30 901820", "" },
    { "contact-phone", "400-800-1234", "" },
    { "contact-phone", "4008-001-234 转 5", "" },
    { "contact-phone", "010-66778899-801", "" },
    { "contact-phone", "（010）66778899", "" },
    { "contact-phone", "+86 (10) 6677 8899 ext. 801", "" },
    { "contact-phone", "+1", "error /contact/phone length" },
    { "contact-phone", "1380", "error /contact/phone length" },
    { "contact-phone", "2123 4567", "warning /contact/phone length" },
    { "contact-phone", "95188", "warning /contact/phone length" },
    { "contact-phone", "138001380OO", "error /contact/phone alphabet" },
    { "private-contact-phone", "+44 20 7946 0000", "" },
    { "private-contact-phone", "12345", "warning /private_contact/phone length" },
    { "private-contact-phone", "010-6677889", "" },
    { "private-contact-phone", "010-667788", "warning /private_contact/phone length" },
    { "private-contact-email", "me", "error /private_contact/email email" },
    { "private-contact-name", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = test_fixtures_make_party ();

      g_object_set (party, rows[i].property, rows[i].value, NULL);
      g_test_message ("%s %s", rows[i].property, rows[i].value);
      check (party, NULL, rows[i].expected);
    }
}

/* 127 contracting parties, of which Kosovo has no code of ISO 3166 and India none with China; the territories
 * of others come on top. */
static void
test_countries (void)
{
  const char *const *codes = signet_country_list ();
  guint n = g_strv_length ((char **) codes);
  guint apostille = 0;

  g_assert_cmpuint (n, ==, 245);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (strlen (codes[i]), ==, 2);
      g_assert_true (i == 0 || strcmp (codes[i - 1], codes[i]) < 0);
      g_assert_true (signet_country_is_known (codes[i]));
      g_assert_cmpstr (signet_country_get_name (codes[i], "en"), !=, codes[i]);
      g_assert_cmpstr (signet_country_get_name (codes[i], "zh-CN"), !=, "");
      apostille += g_str_equal (signet_country_get_legalisation (codes[i]), "apostille");
    }
  g_assert_cmpuint (apostille, ==, 127 - 3 + 33);
  g_assert_cmpstr (signet_country_get_name ("DE", "zh-CN"), ==, "德国");
  g_assert_cmpstr (signet_country_get_name ("QQ", "en"), ==, "QQ");
  g_assert_cmpstr (signet_country_get_legalisation ("CA"), ==, "apostille");
  g_assert_cmpstr (signet_country_get_legalisation ("BD"), ==, "apostille");
  g_assert_cmpstr (signet_country_get_legalisation ("EG"), ==, "consular");
  g_assert_cmpstr (signet_country_get_legalisation ("VN"), ==, "consular");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/identity/documents", test_documents);
  g_test_add_func ("/model/identity/same-document", test_same_document);
  g_test_add_func ("/model/identity/rules", test_rules);
  g_test_add_func ("/model/identity/foreign", test_foreign);
  g_test_add_func ("/model/identity/contacts", test_contacts);
  g_test_add_func ("/model/identity/countries", test_countries);

  return g_test_run ();
}
