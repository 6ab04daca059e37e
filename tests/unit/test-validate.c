/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-complaint-validate.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-nice-class.h"
#include "model/signet-normalise.h"
#include "model/signet-party-validate.h"
#include "model/signet-registration-validate.h"
#include "model/signet-right-validate.h"
#include "model/signet-words.h"
#include "test-rules.h"

#include <string.h>

/* The validators: a submission with nothing to say about, and then one thing at a time made wrong. What is
 * expected stands in each row as "severity pointer code params", a line each. */

#define DIGEST "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

static void
set_today (GDate *today)
{
  g_date_clear (today, 1);
  g_date_set_dmy (today, 21, G_DATE_NOVEMBER, 2026);
}

static char *
describe (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (findings, i);
      GVariantIter iter;
      const char *name;
      const char *value;

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "\n" : "",
                              signet_severity_to_text (signet_finding_get_severity (finding)),
                              signet_finding_get_pointer (finding), signet_finding_get_code (finding));
      g_variant_iter_init (&iter, signet_finding_get_params (finding));
      while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
        g_string_append_printf (text, " %s=%s", name, value);
    }

  return g_string_free (text, FALSE);
}

static void
attach (GListStore *files, const char *slot, const char *type, guint64 bytes)
{
  g_autoptr (SignetEvidence) file = signet_evidence_new (slot, "a.pdf", type, DIGEST, bytes, "");

  g_list_store_append (files, file);
}

static SignetParty *
make_party (void)
{
  SignetParty *party = signet_party_new ();

  g_object_set (party, "id", "party-1", "role", "principal", "kind", "mainland_organisation", "name",
                "杭州青云茶叶有限公司", "document-number", "91350100M000100Y43", "legal-representative",
                "林小满", "contact-name", "林小满", "contact-email", "legal@qingyun.example", "contact-phone",
                "13800138000", "contact-address", "浙江省杭州市示例路 1 号", NULL);
  attach (signet_party_get_evidence (party), "licence", "application/pdf", 100);

  return party;
}

static SignetRight *
make_right (void)
{
  SignetRight *right = signet_right_new ();
  g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

  g_object_set (right, "id", "right-1", "kind", "trademark", "number", "68123457", "name", "青云 QINGYUN",
                "owner", "杭州青云茶叶有限公司", "registered-on", "2023-03-28", "valid-until", "2033-03-27",
                "territory", "CN", "party-id", "party-1", "standing", "owner", NULL);
  g_object_set (nice, "class-number", 30, "goods", "茶；茶饮料", NULL);
  g_list_store_append (signet_right_get_classes (right), nice);
  attach (signet_right_get_evidence (right), "certificate", "application/pdf", 100);

  return right;
}

static void
add_item (SignetComplaint *complaint, const char *kind, const char *link)
{
  g_autoptr (SignetItem) item = signet_item_new ();

  g_object_set (item, "kind", kind, "link", link, "source", link, NULL);
  g_list_store_append (signet_complaint_get_items (complaint), item);
}

static SignetComplaint *
make_complaint (void)
{
  SignetComplaint *complaint = signet_complaint_new ();

  g_object_set (complaint, "right-id", "right-1", "party-id", "party-1", "reason", "same_mark", "statement",
                "未经许可使用商标", "language", "zh-CN", "goods-class", 30, "guarantee-given", TRUE,
                "guarantee-version", "2026-1", "guarantee-name", "林小满", NULL);
  attach (signet_complaint_get_evidence (complaint), "evidence", "image/png", 100);
  add_item (complaint, "goods", "https://app.kwaixiaodian.com/p?id=1");
  add_item (complaint, "video", "https://www.kuaishou.com/short-video/3x");
  add_item (complaint, "goods", "https://v.kuaishou.com/a1");

  return complaint;
}

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
    { "kind", "foreign_person", "error /kind unknown-kind kind=foreign_person" },
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
    { "contact-phone", "1380013800", "error /contact/phone length" },
    { "contact-address", "", "error /contact/address required" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  GDate today;

  set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = make_party ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (party, rows[i].property, rows[i].value, NULL);
      findings = signet_party_validate (party, platform, &today);
      text = describe (findings);
      g_test_message ("%s '%s'", rows[i].property, rows[i].value);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_files (void)
{
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetParty) party = make_party ();
  GListStore *files = signet_party_get_evidence (party);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;

  attach (files, "licence", "application/pdf", 0);
  attach (files, "licence", "image/png", 1001);
  attach (files, "licence", "text/html", 1000);
  g_list_store_remove (files, 0);
  attach (files, "other", "image/png", 1);
  findings = signet_party_validate (party, platform, NULL);
  text = describe (findings);
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
    { "valid-until", "2043-03-27", "warning /files renewal-paper" },
    { "valid-until", "2023-03-28",
      "error /valid_until date-order registered_on=2023-03-28 valid_until=2023-03-28" },
    { "territory", "HK", "warning /territory territory territory=HK" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetParty) party = make_party ();
  GDate today;

  set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRight) right = make_right ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (right, rows[i].property, rows[i].value, NULL);
      findings = signet_right_validate (right, party, platform, &today);
      text = describe (findings);
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
    { "1983-03-01", "2033-02-28", "1", "warning /files renewal-paper" },
    { "2023-03-28", "2031-01-01", "G1234567", "" },
  };
  GDate today;

  set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetRight) right = make_right ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (right, "registered-on", rows[i].registered_on, "valid-until", rows[i].valid_until,
                    "number", rows[i].number, NULL);
      findings = signet_right_validate (right, NULL, NULL, &today);
      text = describe (findings);
      g_test_message ("%s", rows[i].valid_until);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_classes (void)
{
  static const int numbers[] = { 30, 46, 0, 45 };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetRight) right = make_right ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none_text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

      g_object_set (nice, "class-number", numbers[i], "goods", i == 3 ? "" : "茶", NULL);
      g_list_store_append (signet_right_get_classes (right), nice);
    }
  findings = signet_right_validate (right, NULL, platform, NULL);
  text = describe (findings);
  g_assert_cmpstr (text, ==,
                   "warning /classes/1/class class-twice class=30\nerror /classes/2/class class-range\n"
                   "error /classes/3/class required\nhint /classes/4/goods goods-missing class=45");

  g_list_store_remove_all (signet_right_get_classes (right));
  g_list_store_remove_all (signet_right_get_evidence (right));
  none = signet_right_validate (right, NULL, platform, NULL);
  none_text = describe (none);
  g_assert_cmpstr (none_text, ==, "error /classes required\nerror /files paper-missing slot=certificate");
}

/* A proof of the name turns the warning into a hint; full-width brackets are the keyboard's doing. */
static void
test_owner (void)
{
  g_autoptr (SignetParty) party = make_party ();
  g_autoptr (SignetRight) right = make_right ();
  g_autoptr (GPtrArray) width = NULL;
  g_autoptr (GPtrArray) proven = NULL;
  g_autofree char *width_text = NULL;
  g_autofree char *proven_text = NULL;

  signet_party_set_name (party, "青云（杭州）有限公司");
  signet_right_set_owner (right, "青云(杭州)有限公司");
  width = signet_right_validate (right, party, NULL, NULL);
  width_text = describe (width);
  g_assert_cmpstr (
      width_text, ==,
      "warning /owner owner-differs owner=青云(杭州)有限公司 party=青云（杭州）有限公司 difference=width");

  signet_right_set_owner (right, "青云茶厂");
  attach (signet_right_get_evidence (right), "name_proof", "application/pdf", 10);
  proven = signet_right_validate (right, party, NULL, NULL);
  proven_text = describe (proven);
  g_assert_cmpstr (proven_text, ==,
                   "hint /owner owner-differs owner=青云茶厂 party=青云（杭州）有限公司 difference=name");
}

static const char *
find_filed (const char *key, gpointer data)
{
  return g_hash_table_lookup (data, key);
}

typedef void (*Change) (SignetComplaint *complaint, SignetComplaintContext *context);

static void
change_nothing (SignetComplaint *complaint, SignetComplaintContext *context)
{
}

static void
change_no_right (SignetComplaint *complaint, SignetComplaintContext *context)
{
  context->right = NULL;
  context->party = NULL;
}

static void
change_other_holder (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_right_set_party_id (context->right, "party-2");
}

static void
change_states (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_certification_set_status (context->right_certification, "needs_correction");
  signet_certification_set_status (context->party_certification, "draft");
}

static void
change_expiry (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_right_set_valid_until (context->right, "2026-10-01");
  signet_right_set_registered_on (context->right, "2016-10-02");
  signet_party_set_document_valid_until (context->party, "2026-10-01");
}

static void
change_reason (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_reason (complaint, "counterfeit");
}

static void
change_no_reason (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_reason (complaint, "");
}

static void
change_unknown_reason (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_reason (complaint, "portrait");
}

static void
change_right_kind (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_right_set_kind (context->right, "work");
}

static void
change_no_evidence (SignetComplaint *complaint, SignetComplaintContext *context)
{
  g_list_store_remove_all (signet_complaint_get_evidence (complaint));
}

static void
change_statement (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_statement (complaint, "一二三四五六七八九十一二三四五六七八九十一");
}

static void
change_no_statement (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_statement (complaint, "\n ");
}

static void
change_price (SignetComplaint *complaint, SignetComplaintContext *context)
{
  g_autoptr (SignetItem)
      item = g_list_model_get_item (G_LIST_MODEL (signet_complaint_get_items (complaint)), 1);

  signet_complaint_set_statement (complaint, "该店低价销售我方商品");
  signet_item_set_note (item, "A Low Price");
  signet_item_set_seller (item, "杭州青云茶叶有限公司 ");
}

static void
change_guarantee (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_guarantee_version (complaint, "2025-1");
  signet_complaint_set_guarantee_name (complaint, "");
}

static void
change_no_guarantee (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_guarantee_given (complaint, FALSE);
}

static void
change_no_items (SignetComplaint *complaint, SignetComplaintContext *context)
{
  g_list_store_remove_all (signet_complaint_get_items (complaint));
}

static void
change_items (SignetComplaint *complaint, SignetComplaintContext *context)
{
  add_item (complaint, "goods", "https://app.kwaixiaodian.com/other?x=1&id=1");
  add_item (complaint, "unknown", "没有链接");
  add_item (complaint, "video", "http://m.kuaishou.com/short-video/filed");
  add_item (complaint, "unknown", "https://www.kuaishou.com/page");
  add_item (complaint, "goods", "https://example.com/");
}

static void
change_kinds (SignetComplaint *complaint, SignetComplaintContext *context)
{
  add_item (complaint, "shop", "https://www.kuaishou.com/page");
  add_item (complaint, "goods", "https://live.kuaishou.com/u/x");
}

static void
change_many (SignetComplaint *complaint, SignetComplaintContext *context)
{
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *link = g_strdup_printf ("https://v.kuaishou.com/b%d", i);

      add_item (complaint, "goods", link);
    }
}

static void
change_no_class (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_complaint_set_goods_class (complaint, 0);
}

static void
change_class (SignetComplaint *complaint, SignetComplaintContext *context)
{
  g_autoptr (SignetItem)
      item = g_list_model_get_item (G_LIST_MODEL (signet_complaint_get_items (complaint)), 1);

  signet_complaint_set_goods_class (complaint, 25);
  signet_item_set_goods_class (item, 46);
}

static void
test_complaint (void)
{
  static const struct
  {
    Change change;
    const char *expected;
  } rows[] = {
    { change_nothing, "" },
    { change_no_right, "error /right required\nerror /principal required" },
    { change_other_holder, "error /principal other-holder" },
    { change_states, "error /right not-certified status=needs_correction\n"
                     "error /principal not-certified status=draft" },
    { change_expiry, "warning /right in-grace date=2026-10-01 until=2027-04-01\n"
                     "error /principal document-expired date=2026-10-01" },
    { change_reason, "error /reason reason-targets reason=counterfeit kinds=video" },
    { change_no_reason, "error /reason required" },
    { change_unknown_reason, "error /reason unknown-kind kind=portrait" },
    { change_right_kind, "error /reason reason-right reason=same_mark" },
    { change_no_evidence, "error /files evidence-missing reason=same_mark" },
    { change_statement, "error /statement too-long count=21 limit=20" },
    { change_no_statement, "error /statement required" },
    { change_price, "warning /items/1/note price-no-reason word=low price\n"
                    "warning /items/1/seller seller-is-principal seller=杭州青云茶叶有限公司 \n"
                    "warning /statement price-no-reason word=低价" },
    { change_guarantee, "error /guarantee guarantee-changed\nerror /guarantee/name required" },
    { change_no_guarantee, "error /guarantee guarantee-missing" },
    { change_no_items, "error /items items-none" },
    { change_items, "warning /items/3 duplicate line=1\nwarning /items/4 target-unknown text=没有链接\n"
                    "warning /items/5 filed-before complaint=2026-0142\n"
                    "warning /items/6 target-unknown text=https://www.kuaishou.com/page\n"
                    "warning /items/7 target-unknown text=https://example.com/" },
    { change_kinds, "warning /items/3/link link-shape link=https://www.kuaishou.com/page\n"
                    "warning /items/4/link link-kind kind=goods says=live" },
    { change_many, "error /items too-many-items count=6 limit=5" },
    { change_no_class, "hint /items class-missing count=3" },
    { change_class,
      "warning /items/0/class class-not-covered class=25 classes=30\nerror /items/1/class class-range" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
  g_autoptr (GHashTable) filed = g_hash_table_new (g_str_hash, g_str_equal);
  GDate today;

  set_today (&today);
  g_hash_table_insert (filed, (gpointer) "video:filed", (gpointer) "2026-0142");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = make_party ();
      g_autoptr (SignetRight) right = make_right ();
      g_autoptr (SignetComplaint) complaint = make_complaint ();
      g_autoptr (SignetCertification) right_certification = signet_certification_new ();
      g_autoptr (SignetCertification) party_certification = signet_certification_new ();
      SignetComplaintContext context = {
        .platform = platform,
        .parser = parser,
        .right = right,
        .party = party,
        .right_certification = right_certification,
        .party_certification = party_certification,
        .today = &today,
        .find_filed = find_filed,
        .find_filed_data = filed,
      };
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      signet_certification_set_status (right_certification, "submitted");
      signet_certification_set_status (party_certification, "approved");
      rows[i].change (complaint, &context);
      findings = signet_complaint_validate (complaint, &context);
      text = describe (findings);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_check_words (gconstpointer data)
{
  static const struct
  {
    const char *check;
    const char *note;
    const char *target_id;
  } rows[] = {
    { "new", "", "1" },        { "new", "", "3x" },   { "new", "", "a1" },
    { "duplicate", "1", "1" }, { "unknown", "", "" }, { "filed", "2026-0142", "filed" },
    { "unknown", "", "" },     { "unknown", "", "" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
  g_autoptr (GHashTable) filed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (SignetComplaint) complaint = make_complaint ();
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (complaint));

  g_hash_table_insert (filed, (gpointer) "video:filed", (gpointer) "2026-0142");
  change_items (complaint, NULL);
  if (GPOINTER_TO_INT (data) == 0)
    signet_item_check_complaint (complaint, parser, platform, find_filed, filed);
  else
    {
      SignetComplaintContext context = { .platform = platform,
                                         .parser = parser,
                                         .find_filed = find_filed,
                                         .find_filed_data = filed,
                                         .mark_items = TRUE };
      g_autoptr (GPtrArray) findings = signet_complaint_validate (complaint, &context);

      g_assert_cmpuint (findings->len, >, 0);
    }
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, (guint) i);

      g_assert_cmpstr (signet_item_get_check (item), ==, rows[i].check);
      g_assert_cmpstr (signet_item_get_check_note (item), ==, rows[i].note);
      g_assert_cmpstr (signet_item_get_target_id (item), ==, rows[i].target_id);
    }
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
      text = describe (findings);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* What is frozen is what was meant; what can't be right is left for the finding to point at. */
static void
test_normalise (void)
{
  g_autoptr (SignetParty) party = make_party ();
  g_autoptr (SignetRight) right = make_right ();
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

/* Nothing a person can type or paste makes the validators stumble. */
static void
test_any_text (void)
{
  static const char *texts[] = { "",           " ",      "\xff\xfe", "0000-00-00", "9999-12-31",
                                 "2024-02-30", "１２３", "'\"<>",    "\n\n" };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
  g_autofree char *longest = g_strnfill (200000, '7');
  GDate today;

  set_today (&today);
  for (gsize i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      const char *value = i < G_N_ELEMENTS (texts) ? texts[i] : longest;
      g_autoptr (SignetParty) party = make_party ();
      g_autoptr (SignetRight) right = make_right ();
      g_autoptr (SignetComplaint) complaint = make_complaint ();
      GObject *objects[] = { G_OBJECT (party), G_OBJECT (right), G_OBJECT (complaint) };
      SignetComplaintContext context = { .platform = platform,
                                         .parser = parser,
                                         .right = right,
                                         .party = party };
      g_autoptr (GPtrArray) of_party = NULL;
      g_autoptr (GPtrArray) of_right = NULL;
      g_autoptr (GPtrArray) of_complaint = NULL;

      for (gsize j = 0; j < G_N_ELEMENTS (objects); j++)
        {
          guint n_pspecs;
          g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (objects[j]),
                                                                           &n_pspecs);

          for (guint k = 0; k < n_pspecs; k++)
            if ((pspecs[k]->flags & G_PARAM_WRITABLE) != 0 && pspecs[k]->value_type == G_TYPE_STRING &&
                strcmp (pspecs[k]->name, "kind") != 0)
              g_object_set (objects[j], pspecs[k]->name, value, NULL);
        }
      add_item (complaint, value, value);
      context.today = &today;
      of_party = signet_party_validate (party, platform, &today);
      of_right = signet_right_validate (right, party, platform, &today);
      of_complaint = signet_complaint_validate (complaint, &context);
      g_assert_cmpuint (of_party->len, >, 0);
      g_assert_cmpuint (of_right->len, >, 0);
      g_assert_cmpuint (of_complaint->len, >, 0);
    }
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
  g_test_add_func ("/model/validate/complaint", test_complaint);
  g_test_add_data_func ("/model/validate/check-words", GINT_TO_POINTER (0), test_check_words);
  g_test_add_data_func ("/model/validate/check-words-while-validating", GINT_TO_POINTER (1),
                        test_check_words);
  g_test_add_func ("/model/validate/registration", test_registration);
  g_test_add_func ("/model/validate/normalise", test_normalise);
  g_test_add_func ("/model/validate/any-text", test_any_text);

  return g_test_run ();
}
