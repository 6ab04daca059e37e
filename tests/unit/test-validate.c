/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-nice-class.h"
#include "model/signet-normalise.h"
#include "model/signet-party-validate.h"
#include "model/signet-registration-validate.h"
#include "model/signet-right-validate.h"
#include "test-fixtures.h"
#include "test-rules.h"

/* The validators of parties, rights and registrations: one that has nothing to say, and then one thing at a
 * time made wrong. */

typedef struct
{
  const char *property;
  const char *value;
  const char *expected;
} Row;

static void
test_party (void)
{
  static const Row rows[] = {
    { "name", "杭州青云茶叶有限公司", "" },
    { "name", " \t", "error /name required" },
    { "kind", "", "error /kind required" },
    { "kind", "mainland_person",
      "error /document/number alphabet\nerror /files paper-missing slot=id_front\n"
      "error /files paper-missing slot=id_back" },
    { "kind", "foreign_person",
      "error /kind unknown-kind kind=foreign_person\nerror /country required\n"
      "error /document/number length" },
    { "document-number", "", "error /document/number required" },
    { "document-number", "91350100M0001TGQXM", "warning /document/number check-digit" },
    { "document-number", "9111000060003IOZSV", "error /document/number alphabet" },
    { "document-number", "B1110000600037341L",
      "warning /document/number check-digit\nwarning /document/number department" },
    { "document-valid-until", "2036-01-01", "" },
    { "document-valid-until", "2026-11-21", "" },
    { "document-valid-until", "2026-11-20", "error /document/valid_until document-expired date=2026-11-20" },
    { "document-valid-until", "2026-02-30", "error /document/valid_until date" },
    { "document-valid-until", "明年", "error /document/valid_until date" },
    { "legal-representative", "", "error /legal_representative required" },
    { "contact-name", "", "error /contact/name required" },
    { "contact-email", "", "error /contact/email required" },
    { "contact-email", "legal@qingyun", "error /contact/email email" },
    { "contact-email", "a b@qingyun.example", "error /contact/email email" },
    { "contact-email", "a@b@qingyun.example", "error /contact/email email" },
    { "contact-email", "@qingyun.example", "error /contact/email email" },
    { "contact-email", "法务@青云.example", "" },
    { "contact-phone", "", "error /contact/phone required" },
    { "contact-phone", "+86 138 0013 8000", "" },
    { "contact-phone", "0571-88888888", "" },
    { "contact-phone", "12800138000", "warning /contact/phone series" },
    { "contact-phone", "1380013800", "warning /contact/phone length" },
    { "contact-address", "", "error /contact/address required" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  GDate today;

  test_fixtures_set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = test_fixtures_make_party ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (party, rows[i].property, rows[i].value, NULL);
      findings = signet_party_validate (party, platform, &today);
      text = test_fixtures_describe (findings);
      g_test_message ("%s '%s'", rows[i].property, rows[i].value);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_files (void)
{
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetParty) party = test_fixtures_make_party ();
  GListStore *files = signet_party_get_evidence (party);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  test_fixtures_attach (files, "licence", "application/pdf", 0);
  test_fixtures_attach (files, "licence", "image/png", 1001);
  test_fixtures_attach (files, "licence", "text/html", 1000);
  g_list_store_remove (files, 0);
  test_fixtures_attach (files, "other", "image/png", 1);
  findings = signet_party_validate (party, platform, NULL);
  text = test_fixtures_describe (findings);
  g_assert_cmpstr (text, ==,
                   "error /files too-many-files count=4 limit=3\n"
                   "error /files/0 zero-bytes name=a.pdf\n"
                   "error /files/1 too-large name=a.pdf bytes=1001 limit=1000\n"
                   "error /files/2 type-not-accepted name=a.pdf media_type=text/html");
}

static void
test_right (void)
{
  static const Row rows[] = {
    { "name", "青云 QINGYUN", "" },
    { "name", "", "error /name required" },
    { "kind", "patent", "error /kind unknown-kind kind=patent" },
    { "number", "", "error /number required" },
    { "number", "第 68123457 号", "" },
    { "number", "1234567890", "warning /number length" },
    { "number", "TM 1", "warning /number alphabet" },
    { "owner", "", "error /owner required" },
    { "owner", " 杭州青云茶叶有限公司 ", "" },
    { "owner", "杭州青云茶葉有限公司",
      "warning /owner owner-differs owner=杭州青云茶葉有限公司 party=杭州青云茶叶有限公司 difference=name" },
    { "owner", "杭州青云 茶叶有限公司",
      "warning /owner owner-differs owner=杭州青云 茶叶有限公司 party=杭州青云茶叶有限公司 difference=width" },
    { "registered-on", "", "error /registered_on required" },
    { "registered-on", " 2023-03-28 ", "" },
    { "registered-on", "2023/03/28", "error /registered_on date" },
    { "registered-on", "2023-3-28", "error /registered_on date" },
    { "registered-on", "2026-11-22",
      "error /registered_on date-future date=2026-11-22\nwarning /valid_until term-length expected=2036-11-21" },
    { "valid-until", "", "error /valid_until required" },
    { "valid-until", "2033-02-29", "error /valid_until date" },
    { "valid-until", "2033-03-28", "warning /valid_until term-length expected=2043-03-27" },
    { "valid-until", "2043-03-27", "warning /files renewal-paper slot=renewal" },
    { "valid-until", "2023-03-28",
      "error /valid_until date-order registered_on=2023-03-28 valid_until=2023-03-28" },
    { "territory", "HK", "warning /territory territory territory=HK" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetParty) party = test_fixtures_make_party ();
  GDate today;

  test_fixtures_set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRight) right = test_fixtures_make_right ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (right, rows[i].property, rows[i].value, NULL);
      findings = signet_right_validate (right, party, platform, &today);
      text = test_fixtures_describe (findings);
      g_test_message ("%s '%s'", rows[i].property, rows[i].value);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Trademark Law 39 and 40 around the end of a term; a leap day as the first day. */
static void
test_terms (void)
{
  static const struct
  {
    const char *registered_on;
    const char *valid_until;
    const char *number;
    const char *expected;
  } rows[] = {
    { "2017-11-22", "2027-11-21", "1", "hint /valid_until renewal-due date=2027-11-21" },
    { "2017-11-23", "2027-11-22", "1", "" },
    { "2016-11-22", "2026-11-21", "1", "hint /valid_until renewal-due date=2026-11-21" },
    { "2016-11-21", "2026-11-20", "1", "warning /valid_until in-grace date=2026-11-20 until=2027-05-20" },
    { "2016-05-22", "2026-05-21", "1", "warning /valid_until in-grace date=2026-05-21 until=2026-11-21" },
    { "2016-05-21", "2026-05-20", "1", "warning /valid_until expired date=2026-05-20" },
    { "2020-02-29", "2030-02-27", "1", "" },
    { "2020-02-29", "2030-02-28", "1", "warning /valid_until term-length expected=2040-02-28" },
    { "1983-03-01", "2033-02-28", "1", "warning /files renewal-paper slot=renewal" },
    { "2023-03-28", "2031-01-01", "G1234567", "" },
  };
  GDate today;

  test_fixtures_set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRight) right = test_fixtures_make_right ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (right, "registered-on", rows[i].registered_on, "valid-until", rows[i].valid_until,
                    "number", rows[i].number, NULL);
      findings = signet_right_validate (right, NULL, NULL, &today);
      text = test_fixtures_describe (findings);
      g_test_message ("%s", rows[i].valid_until);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_classes (void)
{
  static const int numbers[] = { 30, 46, 0, 45, 0 };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetRight) right = test_fixtures_make_right ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none_text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

      g_object_set (nice, "class-number", numbers[i], "goods", i >= 3 ? "" : "茶", NULL);
      g_list_store_append (signet_right_get_classes (right), nice);
    }
  findings = signet_right_validate (right, NULL, platform, NULL);
  text = test_fixtures_describe (findings);
  g_assert_cmpstr (text, ==,
                   "warning /classes/1/class class-twice class=30\nerror /classes/2/class class-range\n"
                   "error /classes/3/class required\nhint /classes/4/goods goods-missing class=45\n"
                   "error /classes/5/class required");

  g_list_store_remove_all (signet_right_get_classes (right));
  g_list_store_remove_all (signet_right_get_evidence (right));
  none = signet_right_validate (right, NULL, platform, NULL);
  none_text = test_fixtures_describe (none);
  g_assert_cmpstr (none_text, ==, "error /classes required\nerror /files paper-missing slot=certificate");
}

/* A proof of the name turns the warning into a hint; full-width brackets are the keyboard's doing. */
static void
test_owner (void)
{
  g_autoptr (SignetParty) party = test_fixtures_make_party ();
  g_autoptr (SignetRight) right = test_fixtures_make_right ();
  g_autoptr (GPtrArray) width = NULL;
  g_autoptr (GPtrArray) proven = NULL;
  g_autofree char *width_text = NULL;
  g_autofree char *proven_text = NULL;

  signet_party_set_name (party, "青云（杭州）有限公司");
  signet_right_set_owner (right, "青云(杭州)有限公司");
  width = signet_right_validate (right, party, NULL, NULL);
  width_text = test_fixtures_describe (width);
  g_assert_cmpstr (
      width_text, ==,
      "warning /owner owner-differs owner=青云(杭州)有限公司 party=青云（杭州）有限公司 difference=width");

  signet_right_set_owner (right, "青云茶厂");
  test_fixtures_attach (signet_right_get_evidence (right), "name_proof", "application/pdf", 10);
  proven = signet_right_validate (right, party, NULL, NULL);
  proven_text = test_fixtures_describe (proven);
  g_assert_cmpstr (proven_text, ==,
                   "hint /owner owner-differs owner=青云茶厂 party=青云（杭州）有限公司 difference=name");
}

static void
test_registration (void)
{
  static const struct
  {
    const char *phone;
    const char *email;
    const char *expected;
  } rows[] = {
    { "13800138000", "legal@qingyun.example", "" },
    { "+86 138 0013 8000", " legal@qingyun.example ", "" },
    { "", "", "error /phone required\nerror /email required" },
    { "0571-88888888", "legal", "error /phone length\nerror /email email" },
    { "12800138000", "a@b.c", "warning /phone series" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRegistration) registration = signet_registration_new ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      signet_registration_set_phone (registration, rows[i].phone);
      signet_registration_set_email (registration, rows[i].email);
      findings = signet_registration_validate (registration);
      text = test_fixtures_describe (findings);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* What is frozen is what was meant; what can't be right is left for the finding to point at. */
static void
test_normalise (void)
{
  g_autoptr (SignetParty) party = test_fixtures_make_party ();
  g_autoptr (SignetRight) right = test_fixtures_make_right ();
  g_autoptr (SignetRegistration) registration = signet_registration_new ();

  g_object_set (party, "name", " 青云（杭州）有限公司\n", "document-number", "９１35 0100 m000 100y 43",
                "contact-phone", "+86 138-0013-8000", "contact-email", " legal@qingyun.example", NULL);
  signet_party_normalise (party);
  g_assert_cmpstr (signet_party_get_name (party), ==, "青云（杭州）有限公司");
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "91350100M000100Y43");
  g_assert_cmpstr (signet_party_get_contact_phone (party), ==, "13800138000");
  g_assert_cmpstr (signet_party_get_contact_email (party), ==, "legal@qingyun.example");

  g_object_set (party, "kind", "mainland_person", "document-number", " 1101051949123100x ", "contact-phone",
                "0571-8888 8888", NULL);
  signet_party_normalise (party);
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "1101051949123100x");
  g_assert_cmpstr (signet_party_get_contact_phone (party), ==, "0571-8888 8888");

  g_object_set (right, "number", "第 68123457 号", "owner", " 青云(杭州)有限公司 ", NULL);
  signet_right_normalise (right);
  g_assert_cmpstr (signet_right_get_number (right), ==, "68123457");
  g_assert_cmpstr (signet_right_get_owner (right), ==, "青云(杭州)有限公司");

  g_object_set (registration, "phone", "１３８ 0013 8000", "email", " a@b.example ", NULL);
  signet_registration_normalise (registration);
  g_assert_cmpstr (signet_registration_get_phone (registration), ==, "13800138000");
  g_assert_cmpstr (signet_registration_get_email (registration), ==, "a@b.example");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/validate/party", test_party);
  g_test_add_func ("/model/validate/files", test_files);
  g_test_add_func ("/model/validate/right", test_right);
  g_test_add_func ("/model/validate/terms", test_terms);
  g_test_add_func ("/model/validate/classes", test_classes);
  g_test_add_func ("/model/validate/owner", test_owner);
  g_test_add_func ("/model/validate/registration", test_registration);
  g_test_add_func ("/model/validate/normalise", test_normalise);

  return g_test_run ();
}
