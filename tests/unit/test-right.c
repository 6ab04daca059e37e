/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-nice-class.h"
#include "model/signet-normalise.h"
#include "model/signet-right-term.h"
#include "model/signet-right-validate.h"
#include "test-fixtures.h"

#include <string.h>

/* Rights of every kind: the term that follows from the dates, and what is found in one. "a=b c=d" sets
 * properties. */

static void
set_properties (gpointer record, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++)
    {
      g_auto (GStrv) sides = g_strsplit (*pair, "=", 2);

      g_object_set (record, sides[0], sides[1], NULL);
    }
}

/* Patent Law 42: the examples of the examination guidelines (1999-09-06 and ten years: to 2009-09-05), the
 * amendment's day, and days that the last year doesn't have. Copyright Law 23 and 65. */
static void
test_terms (void)
{
  static const struct
  {
    const char *properties;
    gboolean person;
    const char *expected;
  } rows[] = {
    { "kind=invention filed-on=2006-05-31", FALSE, "2026-05-30" },
    { "kind=invention filed-on=2020-02-29", FALSE, "2040-02-28" },
    { "kind=utility_model filed-on=1999-09-06", FALSE, "2009-09-05" },
    { "kind=utility_model filed-on=2024-02-29", FALSE, "2034-02-27" },
    { "kind=design filed-on=2021-05-31", FALSE, "2031-05-30" },
    { "kind=design filed-on=2021-06-01", FALSE, "2036-05-31" },
    { "kind=design filed-on=2021/06/01", FALSE, NULL },
    { "kind=design", FALSE, NULL },
    { "kind=trademark registered-on=2023-03-28", FALSE, "2033-03-27" },
    { "kind=trademark registered-on=2023-03-28 number=G1234567", FALSE, NULL },
    { "kind=work author-kind=person author-died-on=1970-01-01", FALSE, "2020-12-31" },
    { "kind=work author-died-on=1975-12-31", TRUE, "2025-12-31" },
    { "kind=work author-died-on=1975-12-31", FALSE, NULL },
    { "kind=work author-kind=person completed-on=2020-01-01", FALSE, NULL },
    { "kind=work author-kind=organisation completed-on=1990-05-01 published-on=1991-06-01", TRUE,
      "2041-12-31" },
    { "kind=work author-kind=organisation completed-on=1990-05-01", TRUE, "2040-12-31" },
    { "kind=work author-kind=organisation completed-on=1960-05-01 published-on=2010-12-31", TRUE,
      "2060-12-31" },
    { "kind=work author-kind=organisation completed-on=1960-05-01 published-on=2011-01-01", TRUE,
      "2010-12-31" },
    { "kind=work author-kind=organisation published-on=2011-01-01", TRUE, "2061-12-31" },
    { "kind=work work-kind=audiovisual author-kind=person author-died-on=2000-01-01 published-on=1990-01-01",
      TRUE, "2040-12-31" },
    { "kind=software author-kind=person author-died-on=2001-03-03", FALSE, "2051-12-31" },
    { "kind=software completed-on=2019-03-03 published-on=2019-05-01", FALSE, "2069-12-31" },
    { "kind=original_image author-kind=person author-died-on=2001-03-03 shot-on=1999-01-01", TRUE,
      "2051-12-31" },
    { "kind=original_image author-kind=person author-died-on=2001-03-03 shot-on=1969-01-01 "
      "published-on=1970-01-01",
      TRUE, "2020-12-31" },
    { "kind=original_image author-kind=person author-died-on=2001-03-03 shot-on=1969-01-01 "
      "published-on=1971-01-01",
      TRUE, "2051-12-31" },
    { "kind=work work-kind=photograph author-kind=person completed-on=1960-01-01 published-on=1960-01-01",
      TRUE, "2010-12-31" },
    { "kind=work work-kind=art author-kind=person completed-on=1960-01-01 published-on=1960-01-01", TRUE,
      NULL },
    { "kind=portrait name=x", TRUE, NULL },
    { "kind=plant_variety filed-on=2020-01-01", TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRight) right = signet_right_new ();
      g_autofree char *text = NULL;
      GDate end;

      set_properties (right, rows[i].properties);
      g_test_message ("%s", rows[i].properties);
      if (signet_right_compute_term (right, rows[i].person, &end))
        text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&end), g_date_get_month (&end),
                                g_date_get_day (&end));
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static const struct
{
  const char *properties;
  const char *files;
  const char *expected;
} rows[] = {
  /* patents; today is 2026-11-21 */
  { "kind=invention number=ZL95115608.X filed-on=2010-01-04 standing=owner", "certificate", "" },
  { "kind=invention number=200820009767.0 filed-on=2010-01-04 standing=owner", "",
    "warning /number number-kind kind=invention says=utility_model" },
  { "kind=design number=201730033448.8 filed-on=2017-02-08 standing=owner", "",
    "warning /files evaluation-report slot=evaluation_report" },
  { "kind=design number=201730033448.8 filed-on=2017-02-08 standing=owner valid-until=2027-02-07",
    "evaluation_report", "" },
  { "kind=design number=201730033448.8 filed-on=2017-02-08 standing=owner valid-until=2032-02-07",
    "evaluation_report", "warning /valid_until term-length expected=2027-02-07" },
  { "kind=utility_model number=200820009767.0 filed-on=2008-03-01 standing=owner", "evaluation_report",
    "warning /valid_until expired date=2018-02-28" },
  { "kind=utility_model number=CN106844774A filed-on=2020-03-01 standing=owner", "evaluation_report",
    "error /number publication-number" },
  { "kind=invention number=95115608.X standing=owner", "", "error /filed_on required" },
  { "kind=invention number=95115608.X filed-on=2026-11-22 standing=owner", "",
    "error /filed_on date-future date=2026-11-22" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 granted-on=2014-01-04 standing=owner", "",
    "error /granted_on date-order filed_on=2015-01-04 granted_on=2014-01-04" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 annuity-paid-until=2026-11-20 standing=owner", "",
    "warning /annuity_paid_until annuity-due date=2026-11-20" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 annuity-paid-until=2026-11-21 standing=owner", "",
    "" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=owner territory=DE", "",
    "warning /territory territory territory=DE" },
  /* standing */
  { "kind=invention number=95115608.X filed-on=2015-01-04", "", "error /standing required" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=licensee owner=别人", "", "" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=sole_licensee licence-until=2026-11-20",
    "", "error /licence_until licence-expired date=2026-11-20" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=exclusive_licensee "
    "licence-until=2026-11-21",
    "", "" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=owner licence-until=2026-11-20", "", "" },
  /* owners: in another script, among several */
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=owner owner=QINGYUN", "", "" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=owner owner=林小满；杭州青云茶叶有限公司",
    "", "" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=owner owner=林小满、qingyun", "", "" },
  { "kind=invention number=95115608.X filed-on=2015-01-04 standing=owner owner=林小满", "",
    "warning /owner owner-differs owner=林小满 party=杭州青云茶叶有限公司 difference=name" },
  /* works */
  { "kind=work work-kind=art author=林小满 author-kind=person completed-on=2020-01-01 standing=owner",
    "original", "" },
  { "kind=work number=2020-F work-kind=art author=林小满 author-kind=person completed-on=2020-01-01 "
    "standing=owner",
    "certificate", "warning /number series" },
  { "kind=work author-kind=person standing=owner", "original",
    "error /work_kind required\nerror /author required\nerror /completed_on required\n"
    "hint /author_died_on author-death-missing" },
  { "kind=work work-kind=art author=林小满 author-kind=person completed-on=1960-01-01 standing=owner",
    "original", "hint /author_died_on author-death-missing" },
  { "kind=work work-kind=art author=林小满 author-kind=person completed-on=1960-01-01 "
    "author-died-on=1975-06-01 standing=owner",
    "original", "warning /valid_until expired date=2025-12-31" },
  { "kind=work work-kind=art author=青云 author-kind=organisation completed-on=2020-01-01 standing=owner",
    "original", "hint /published_on unpublished date=2070-12-31" },
  { "kind=work work-kind=art author=青云 completed-on=2020-01-01 published-on=2019-12-31 standing=owner",
    "original", "error /published_on date-order completed_on=2020-01-01 published_on=2019-12-31" },
  /* software, images, portraits */
  { "kind=software number=软著登字第1234567号 second-number=2020SR123456 completed-on=2020-01-01 "
    "published-on=2020-02-01 standing=owner",
    "", "" },
  { "kind=software standing=owner", "", "error /number required" },
  { "kind=software number=2020SR123456 second-number=1 standing=owner", "", "warning /second_number series" },
  { "kind=original_image standing=owner", "", "error /shot_on required" },
  { "kind=original_image author-kind=person shot-on=2024-05-01 standing=owner", "", "" },
  { "kind=original_image author-kind=person shot-on=2024-05-01 valid-until=2070-01-01 standing=owner", "",
    "hint /author_died_on author-death-missing" },
  { "kind=portrait name=杭州青云茶叶有限公司 owner= standing=owner", "", "warning /holders portrait-holder" },
  { "kind=portrait name=林小满 owner= standing=licensee", "", "" },
  { "kind=portrait name=林小满 owner= standing=owner", "",
    "warning /holders portrait-holder\n"
    "warning /name owner-differs owner=林小满 party=杭州青云茶叶有限公司 difference=name kind=portrait" },
  { "kind=plant_variety standing=owner", "", "" },
};

static void
test_findings (void)
{
  g_autoptr (SignetParty) party = test_fixtures_make_party ();
  GDate today;

  test_fixtures_set_today (&today);
  signet_party_set_other_name (party, "Qingyun");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRight) right = signet_right_new ();
      g_auto (GStrv) files = g_strsplit (rows[i].files, " ", -1);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (right, "name", "青云", "owner", "杭州青云茶叶有限公司", NULL);
      set_properties (right, rows[i].properties);
      if (strstr (rows[i].properties, "owner=QINGYUN") != NULL)
        signet_right_set_owner (right, "Qingyun");
      for (char **slot = files; *slot != NULL && **slot != '\0'; slot++)
        test_fixtures_attach (signet_right_get_evidence (right), *slot, "application/pdf", 100);
      findings = signet_right_validate (right, party, NULL, &today);
      text = test_fixtures_describe (findings);
      g_test_message ("%s", rows[i].properties);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Without a party nothing is said about whose term it is. */
static void
test_no_party (void)
{
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;
  GDate today;

  test_fixtures_set_today (&today);
  g_object_set (right, "name", "青云", "owner", "别人", NULL);
  set_properties (right, "kind=software number=2020SR123456 completed-on=1960-01-01 standing=owner");
  findings = signet_right_validate (right, NULL, NULL, &today);
  text = test_fixtures_describe (findings);
  g_assert_cmpstr (text, ==, "");
}

static void
test_normalise (void)
{
  g_autoptr (SignetRight) right = signet_right_new ();

  set_properties (right, "kind=invention filed-on=2010-01-04");
  signet_right_set_number (right, "zl ２０１７ 1060 1862.4");
  signet_right_normalise (right);
  g_assert_cmpstr (signet_right_get_number (right), ==, "201710601862.4");

  signet_right_set_kind (right, "software");
  signet_right_set_number (right, " 软著登字 第1234567号");
  signet_right_set_second_number (right, "2020sr 123456");
  signet_right_normalise (right);
  g_assert_cmpstr (signet_right_get_number (right), ==, "软著登字第1234567号");
  g_assert_cmpstr (signet_right_get_second_number (right), ==, "2020SR123456");

  signet_right_set_kind (right, "plant_variety");
  signet_right_set_number (right, " a b ");
  signet_right_normalise (right);
  g_assert_cmpstr (signet_right_get_number (right), ==, "a b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/right/terms", test_terms);
  g_test_add_func ("/model/right/findings", test_findings);
  g_test_add_func ("/model/right/no-party", test_no_party);
  g_test_add_func ("/model/right/normalise", test_normalise);

  return g_test_run ();
}
