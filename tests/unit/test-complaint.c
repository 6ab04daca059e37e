/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-authorisation.h"
#include "model/signet-complaint-validate.h"
#include "model/signet-party-validate.h"
#include "model/signet-right-validate.h"
#include "test-fixtures.h"
#include "test-rules.h"

#include <string.h>

/* The self-check: a complaint with nothing to say about, and then one thing at a time made wrong. */

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
  test_fixtures_attach (signet_complaint_get_evidence (complaint), "evidence", "image/png", 100);
  add_item (complaint, "goods", "https://app.kwaixiaodian.com/p?id=1");
  add_item (complaint, "video", "https://www.kuaishou.com/short-video/3x");
  add_item (complaint, "goods", "https://v.kuaishou.com/a1");

  return complaint;
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
change_co_holder (SignetComplaint *complaint, SignetComplaintContext *context)
{
  const char *others[] = { "party-3", "party-1", NULL };

  signet_right_set_party_id (context->right, "party-2");
  signet_right_set_co_holder_ids (context->right, others);
}

static void
change_no_authorisation (SignetComplaint *complaint, SignetComplaintContext *context)
{
  signet_party_set_own (context->party, FALSE);
}

/* For another right, and not certified. */
static void
change_authorisation (SignetComplaint *complaint, SignetComplaintContext *context)
{
  const char *scope[] = { "enforcement", NULL };
  const char *rights[] = { "right-2", NULL };
  SignetAuthorisation *link = signet_authorisation_new ();

  signet_party_set_own (context->party, FALSE);
  g_object_set (link, "id", "one", "principal-id", "party-1", "agent-id", "agent", "scope", scope,
                "right-ids", rights, "all-platforms", TRUE, NULL);
  context->authorisations = g_ptr_array_new_with_free_func (g_object_unref);
  context->agent_id = "agent";
  g_ptr_array_add (context->authorisations, link);
}

static void
change_good_authorisation (SignetComplaint *complaint, SignetComplaintContext *context)
{
  change_authorisation (complaint, context);
  signet_authorisation_set_all_rights (context->authorisations->pdata[0], TRUE);
}

static void
change_licence (SignetComplaint *complaint, SignetComplaintContext *context)
{
  g_object_set (context->right, "standing", "licensee", "licence-until", "2026-11-20", NULL);
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
    { change_co_holder, "" },
    { change_no_authorisation, "error /authorisation authorisation-missing" },
    { change_authorisation, "error /authorisation authorisation-right link=1 right=right-1" },
    { change_good_authorisation, "" },
    { change_licence, "error /right licence-expired date=2026-11-20" },
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

  test_fixtures_set_today (&today);
  g_hash_table_insert (filed, (gpointer) "video:filed", (gpointer) "2026-0142");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) party = test_fixtures_make_party ();
      g_autoptr (SignetRight) right = test_fixtures_make_right ();
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
      text = test_fixtures_describe (findings);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (text, ==, rows[i].expected);
      g_clear_pointer (&context.authorisations, g_ptr_array_unref);
    }
}

static void
test_check_words (void)
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
  SignetComplaintContext context = { .platform = platform,
                                     .parser = parser,
                                     .find_filed = find_filed,
                                     .find_filed_data = filed,
                                     .mark_items = TRUE };
  g_autoptr (GPtrArray) findings = NULL;

  g_hash_table_insert (filed, (gpointer) "video:filed", (gpointer) "2026-0142");
  change_items (complaint, NULL);
  findings = signet_complaint_validate (complaint, &context);
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, (guint) i);

      g_assert_cmpstr (signet_item_get_check (item), ==, rows[i].check);
      g_assert_cmpstr (signet_item_get_check_note (item), ==, rows[i].note);
      g_assert_cmpstr (signet_item_get_target_id (item), ==, rows[i].target_id);
    }
}

/* Nothing a person can type or paste makes the validators stumble. */
static void
test_any_text (void)
{
  static const char *texts[] = { "",           " ",      "\xff\xfe", "0000-00-00", "9999-12-31",
                                 "2024-02-30", "１２３", "'\"<>",    "\n\n" };
  static const struct
  {
    const char *party;
    const char *right;
  } kinds[] = {
    { "mainland_organisation", "trademark" }, { "mainland_person", "invention" },
    { "hmt_person", "utility_model" },        { "hong_kong_organisation", "design" },
    { "macau_organisation", "work" },         { "taiwan_organisation", "software" },
    { "foreign_person", "original_image" },   { "foreign_organisation", "portrait" },
    { "martian", "plant_variety" },
  };
  g_autoptr (SignetPlatform) platform = test_rules_new_kuaishou ();
  g_autoptr (SignetLinkParser) parser = signet_link_parser_new (platform);
  g_autofree char *longest = g_strnfill (200000, '7');
  GDate today;

  test_fixtures_set_today (&today);
  for (gsize n = 0; n < (G_N_ELEMENTS (texts) + 1) * G_N_ELEMENTS (kinds); n++)
    {
      gsize i = n / G_N_ELEMENTS (kinds);
      const char *value = i < G_N_ELEMENTS (texts) ? texts[i] : longest;
      g_autoptr (SignetParty) party = test_fixtures_make_party ();
      g_autoptr (SignetRight) right = test_fixtures_make_right ();
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
      signet_party_set_kind (party, kinds[n % G_N_ELEMENTS (kinds)].party);
      signet_right_set_kind (right, kinds[n % G_N_ELEMENTS (kinds)].right);
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

  g_test_add_func ("/model/complaint/findings", test_complaint);
  g_test_add_func ("/model/complaint/check-words", test_check_words);
  g_test_add_func ("/model/complaint/any-text", test_any_text);

  return g_test_run ();
}
