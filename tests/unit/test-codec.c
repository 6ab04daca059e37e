/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Resources to JSON and back: drafts that lose nothing, the exact bytes of requests, answers of a stranger.
 * That every form agrees with the contract is test-openapi's. */

#include "api/signet-account-info.h"
#include "api/signet-api-authorisation.h"
#include "api/signet-api-calendar.h"
#include "api/signet-api-complaint.h"
#include "api/signet-api-party.h"
#include "api/signet-api-platform.h"
#include "api/signet-api-registration.h"
#include "api/signet-api-right.h"
#include "api/signet-change.h"
#include "api/signet-json.h"
#include "api/signet-jwk.h"
#include "api/signet-problem.h"
#include "api/signet-receipt.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-measure.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"

#include <string.h>

/* ---- Drafts ---- */

static GObject *make_filled (GType type, guint seed, const char *const *left_out);

/* What a person may well leave half-typed in a field. */
static char *
make_text (const char *name, guint seed)
{
  static const char *const oddities[] = { " 北京",
                                          "\"a\\b/\"",
                                          "2026-0",
                                          "第一行\n\t第二行\r\n",
                                          "\x01\x1f\x7f",
                                          "\xf0\x9f\x98\x80 <b>&amp;",
                                          "\xe2\x80\xa8\xef\xbb\xbf",
                                          "𠮷 ",
                                          "null",
                                          "{\"a\":" };

  return g_strdup_printf ("%s %u %s", name, seed, oddities[seed % G_N_ELEMENTS (oddities)]);
}

static char **
make_texts (const char *name, guint seed)
{
  char **texts = g_new0 (char *, 3);

  texts[0] = make_text (name, seed);
  texts[1] = make_text (name, seed + 1);
  return texts;
}

static void
fill_list (GObject *record, const char *name, guint seed)
{
  g_autoptr (GListStore) list = NULL;
  GType type;

  g_object_get (record, name, &list, NULL);
  type = g_list_model_get_item_type (G_LIST_MODEL (list));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const no_item_members[] = { "id",       "complaint-id", "status", "decided-at",
                                                     "findings", "measures",     NULL };
      g_autoptr (GObject)
          entry = make_filled (type, seed * 7 + i, type == SIGNET_TYPE_ITEM ? no_item_members : NULL);

      g_list_store_append (list, entry);
    }
}

/* A record with every property set that isn't in @left_out. */
static GObject *
make_filled (GType type, guint seed, const char *const *left_out)
{
  static const char *const no_original[] = { "original", NULL };
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  guint n_pspecs;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties ((GObjectClass *) klass, &n_pspecs);
  g_autofree const char **names = g_new0 (const char *, n_pspecs);
  g_autofree GValue *values = g_new0 (GValue, n_pspecs);
  guint n_values = 0;
  GObject *record;

  for (guint i = 0; i < n_pspecs; i++)
    {
      GValue *value = &values[n_values];

      if (!(pspecs[i]->flags & G_PARAM_WRITABLE) ||
          (left_out != NULL && g_strv_contains (left_out, pspecs[i]->name)))
        continue;
      names[n_values++] = pspecs[i]->name;
      g_value_init (value, pspecs[i]->value_type);
      if (G_VALUE_HOLDS_STRING (value))
        g_value_take_string (value, make_text (pspecs[i]->name, seed + i));
      else if (G_VALUE_HOLDS_INT (value))
        g_value_set_int (value, (int) (seed + i + 1));
      else if (G_VALUE_HOLDS_UINT64 (value))
        g_value_set_uint64 (value, G_GUINT64_CONSTANT (1) << 40 | seed);
      else if (G_VALUE_HOLDS_BOOLEAN (value))
        g_value_set_boolean (value, TRUE);
      else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
        g_value_take_boxed (value, make_texts (pspecs[i]->name, seed + i));
      else if (pspecs[i]->value_type == SIGNET_TYPE_EVIDENCE)
        g_value_take_object (value, make_filled (SIGNET_TYPE_EVIDENCE, seed + 100, no_original));
      else
        g_error ("%s:%s has a type this test doesn't fill", g_type_name (type), pspecs[i]->name);
    }
  record = g_object_new_with_properties (type, n_values, names, values);
  for (guint i = 0; i < n_values; i++)
    g_value_unset (&values[i]);

  for (guint i = 0; i < n_pspecs; i++)
    if (!(pspecs[i]->flags & G_PARAM_WRITABLE) &&
        !(left_out != NULL && g_strv_contains (left_out, pspecs[i]->name)))
      fill_list (record, pspecs[i]->name, seed + i);
  return record;
}

static void
assert_same_texts (char **a, char **b)
{
  g_assert_true ((a == NULL) == (b == NULL));
  if (a != NULL)
    g_assert_true (g_strv_equal ((const char *const *) a, (const char *const *) b));
}

static void
assert_same (GObject *a, GObject *b)
{
  guint n_pspecs;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (a), &n_pspecs);

  g_assert_true (G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b));
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) value_a = G_VALUE_INIT;
      g_auto (GValue) value_b = G_VALUE_INIT;

      g_object_get_property (a, pspecs[i]->name, &value_a);
      g_object_get_property (b, pspecs[i]->name, &value_b);
      if (G_VALUE_HOLDS (&value_a, G_TYPE_LIST_MODEL))
        {
          GListModel *list_a = g_value_get_object (&value_a);
          GListModel *list_b = g_value_get_object (&value_b);

          g_assert_cmpuint (g_list_model_get_n_items (list_a), ==, g_list_model_get_n_items (list_b));
          for (guint k = 0; k < g_list_model_get_n_items (list_a); k++)
            {
              g_autoptr (GObject) entry_a = g_list_model_get_item (list_a, k);
              g_autoptr (GObject) entry_b = g_list_model_get_item (list_b, k);

              assert_same (entry_a, entry_b);
            }
        }
      else if (G_VALUE_HOLDS_STRING (&value_a))
        g_assert_cmpstr (g_value_get_string (&value_a), ==, g_value_get_string (&value_b));
      else if (G_VALUE_HOLDS (&value_a, G_TYPE_STRV))
        assert_same_texts (g_value_get_boxed (&value_a), g_value_get_boxed (&value_b));
      else if (G_VALUE_HOLDS_OBJECT (&value_a) && g_value_get_object (&value_a) != NULL &&
               g_value_get_object (&value_b) != NULL)
        assert_same (g_value_get_object (&value_a), g_value_get_object (&value_b));
      else if (!G_VALUE_HOLDS_BOXED (&value_a) && g_param_values_cmp (pspecs[i], &value_a, &value_b) != 0)
        g_error ("%s:%s differs", G_OBJECT_TYPE_NAME (a), pspecs[i]->name);
    }
}

#define CHECK_DRAFT(Type, prefix, TYPE, left_out)                                 \
  for (guint seed = 0; seed < 10; seed++)                                         \
    {                                                                             \
      g_autoptr (GObject) before = make_filled (TYPE, seed, left_out);            \
      g_autoptr (GError) error = NULL;                                            \
      g_autoptr (GBytes) bytes = prefix##_to_draft ((Type *) before);             \
      g_autoptr (GObject) after = G_OBJECT (prefix##_from_draft (bytes, &error)); \
      g_autoptr (GBytes) again = NULL;                                            \
                                                                                  \
      g_assert_no_error (error);                                                  \
      assert_same (before, after);                                                \
      again = prefix##_to_draft ((Type *) after);                                 \
      g_assert_true (g_bytes_equal (bytes, again));                               \
    }

/* A property that is added to a class and forgotten in its draft fails here. */
static void
test_drafts (void)
{
  static const char *const not_drafted[] = { "status",   "number",     "item-count", "counts",
                                             "filed-at", "decided-at", "updated-at", "due-at",
                                             "due-rule", "findings",   "history",    NULL };

  CHECK_DRAFT (SignetParty, signet_api_party, SIGNET_TYPE_PARTY, NULL)
  CHECK_DRAFT (SignetAuthorisation, signet_api_authorisation, SIGNET_TYPE_AUTHORISATION, NULL)
  CHECK_DRAFT (SignetRight, signet_api_right, SIGNET_TYPE_RIGHT, NULL)
  CHECK_DRAFT (SignetRegistration, signet_api_registration, SIGNET_TYPE_REGISTRATION, NULL)
  CHECK_DRAFT (SignetComplaint, signet_api_complaint, SIGNET_TYPE_COMPLAINT, not_drafted)
}

/* What a watermarked copy was made of is nobody's business but this desk's. */
static void
test_original (void)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetEvidence)
      original = signet_evidence_new ("licence", "1.pdf", "application/pdf", "a1", 1, "");
  g_autoptr (SignetEvidence)
      copy = signet_evidence_new_copy (original, "1-watermark.pdf", "application/pdf", "b2", 2);
  g_autoptr (GBytes) draft = NULL;
  g_autoptr (GBytes) request = NULL;

  g_list_store_append (signet_party_get_evidence (party), copy);
  draft = signet_api_party_to_draft (party);
  request = signet_api_party_to_request (party);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (draft, NULL), (gssize) g_bytes_get_size (draft), "a1"));
  g_assert_null (g_strstr_len (g_bytes_get_data (request, NULL), (gssize) g_bytes_get_size (request), "a1"));
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (request, NULL), (gssize) g_bytes_get_size (request), "b2"));
}

static void
test_empty_drafts (void)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();
  g_autoptr (GBytes) party_bytes = signet_api_party_to_draft (party);
  g_autoptr (GBytes) complaint_bytes = signet_api_complaint_to_draft (complaint);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetParty) party_again = signet_api_party_from_draft (party_bytes, &error);
  g_autoptr (SignetComplaint) complaint_again = signet_api_complaint_from_draft (complaint_bytes, &error);

  g_assert_no_error (error);
  assert_same (G_OBJECT (party), G_OBJECT (party_again));
  assert_same (G_OBJECT (complaint), G_OBJECT (complaint_again));
}

static void
test_damaged_draft (void)
{
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();
  g_autoptr (GBytes) whole = NULL;

  signet_complaint_set_statement (complaint, "所售商品并非我司生产。");
  whole = signet_api_complaint_to_draft (complaint);
  for (gsize n = 0; n < g_bytes_get_size (whole); n++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, n);
      g_autoptr (GError) error = NULL;

      g_assert_null (signet_api_complaint_from_draft (part, &error));
      g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MALFORMED);
    }
}

/* ---- Requests ---- */

static void
assert_bytes (GBytes *bytes, const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static SignetEvidence *
make_paper (const char *slot)
{
  return signet_evidence_new (slot, "证书.pdf", "application/pdf",
                              "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 48213,
                              "fil_old");
}

#define PAPER(slot)                                                                                         \
  "{\"slot\":\"" slot "\",\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"," \
  "\"name\":\"证书.pdf\",\"media_type\":\"application/pdf\",\"bytes\":48213}"

static void
test_party_request (void)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetEvidence) paper = make_paper ("id_front");
  g_autoptr (GBytes) bytes = NULL;

  g_object_set (party, "id", "local", "role", "principal", "kind", "mainland_person", "name", "林小满",
                "document-number", "11010519491231002X", "contact-name", "林小满", "contact-email",
                "lin@example.cn", "contact-phone", "13800001234", "contact-address", "福建省", NULL);
  g_list_store_append (signet_party_get_evidence (party), paper);
  bytes = signet_api_party_to_request (party);
  assert_bytes (bytes,
                "{\"role\":\"principal\",\"own\":true,\"kind\":\"mainland_person\",\"name\":\"林小满\","
                "\"document\":{\"kind\":\"resident_id\",\"number\":\"11010519491231002X\"},"
                "\"contact\":{\"name\":\"林小满\",\"email\":\"lin@example.cn\",\"phone\":\"13800001234\","
                "\"address\":\"福建省\"},\"files\":[" PAPER ("id_front") "]}");
}

static void
test_right_request (void)
{
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetNiceClass) nice_class = g_object_new (SIGNET_TYPE_NICE_CLASS, "class-number", 30, NULL);
  g_autoptr (SignetEvidence) paper = make_paper ("certificate");
  g_autoptr (GBytes) bytes = NULL;

  g_object_set (right, "id", "local", "kind", "trademark", "number", "12345678", "name", "云脚坊", "owner",
                "甲公司", "registered-on", "2020-07-01", "valid-until", "2030-06-30", "territory", "CN",
                "party-id", "local party", "standing", "owner", NULL);
  g_list_store_append (signet_right_get_classes (right), nice_class);
  g_list_store_append (signet_right_get_evidence (right), paper);
  bytes = signet_api_right_to_request (right, (const char *const[]){ "pty_1", NULL });
  assert_bytes (
      bytes, "{\"kind\":\"trademark\",\"number\":\"12345678\",\"name\":\"云脚坊\",\"owner\":\"甲公司\","
             "\"classes\":[{\"class\":30}],\"registered_on\":\"2020-07-01\",\"valid_until\":\"2030-06-30\","
             "\"territory\":\"CN\",\"holders\":[\"pty_1\"],\"standing\":\"owner\","
             "\"files\":[" PAPER ("certificate") "]}");
}

static void
test_complaint_request (void)
{
  g_autoptr (SignetComplaint) complaint = signet_complaint_new ();
  g_autoptr (SignetItem) first = signet_item_new ();
  g_autoptr (SignetItem) second = signet_item_new ();
  g_autoptr (SignetEvidence) paper = make_paper ("evidence");
  g_autoptr (GBytes) bytes = NULL;

  g_object_set (complaint, "id", "local", "right-id", "local right", "party-id", "local party", "reason",
                "counterfeit", "statement", "并非我司生产。", "language", "zh-CN", "goods-class", 30,
                "guarantee-given", TRUE, "guarantee-version", "2026-1", "guarantee-name", "林小满",
                "guarantee-given-at", "2026-11-21T08:00:00Z", "pasted", "never sent", "status", "draft",
                NULL);
  g_object_set (first, "local-id", "never sent", "kind", "goods", "link", "https://a.cn/?id=1", "source",
                "看 https://a.cn/?id=1&utm_source=x", "target-id", "1", "title", "礼盒", "seller", "小铺",
                "seller-id", "77", "price", "39.90", "seen-at", "2026-11-20", "note", "见图", "reference",
                "never sent", "private-note", "never sent", "check", "never sent", "status", "pending", NULL);
  g_object_set (second, "kind", "shop", "passcode", "##Ab12Cd34##", "source", "##Ab12Cd34##", "goods-class",
                5, NULL);
  g_list_store_append (signet_complaint_get_items (complaint), first);
  g_list_store_append (signet_complaint_get_items (complaint), second);
  g_list_store_append (signet_complaint_get_evidence (complaint), paper);

  bytes = signet_api_complaint_to_request (complaint, "rgt_1", "pty_1", NULL);
  assert_bytes (
      bytes,
      "{\"right\":\"rgt_1\",\"principal\":\"pty_1\",\"reason\":\"counterfeit\",\"statement\":\"并非我司生产。\","
      "\"language\":\"zh-CN\",\"guarantee\":{\"version\":\"2026-1\",\"language\":\"zh-CN\",\"name\":\"林小满\","
      "\"given_at\":\"2026-11-21T08:00:00Z\"},\"files\":[" PAPER (
          "evidence") "],\"items\":[{\"kind\":\"goods\",\"link\":\"https://a.cn/?id=1\","
                      "\"source\":\"看 https://a.cn/?id=1&utm_source=x\",\"title\":\"礼盒\",\"seller\":\"小铺\","
                      "\"seller_id\":\"77\",\"price\":\"39.90\",\"seen_at\":\"2026-11-20\",\"note\":\"见图\","
                      "\"class\":30},{\"kind\":\"shop\",\"passcode\":\"##Ab12Cd34##\","
                      "\"source\":\"##Ab12Cd34##\",\"class\":5}]}");

  /* making the request has changed nothing */
  g_assert_cmpint (signet_item_get_goods_class (first), ==, 0);
  g_assert_cmpstr (signet_complaint_get_right_id (complaint), ==, "local right");

  /* the guarantee was read in another language than the statement is written in */
  signet_complaint_set_guarantee_language (complaint, "en");
  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = signet_api_complaint_to_request (complaint, "rgt_1", "pty_1", NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  "\"guarantee\":{\"version\":\"2026-1\",\"language\":\"en\""));
}

/* A file's name that is no UTF-8 doesn't make the request unreadable. */
static void
test_invalid_text (void)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  signet_party_set_name (party, "caf\xe9");
  bytes = signet_api_party_to_request (party);
  node = signet_json_parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_json_get_text (node, "/name", &error), ==, "caf\xef\xbf\xbd");
}

/* ---- Answers ---- */

static JsonNode *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = signet_json_parse (bytes, &error);

  g_assert_no_error (error);
  return root;
}

#define FINDING \
  "{\"pointer\":\"/owner\",\"code\":\"owner-differs\",\"severity\":\"error\",\"params\":{\"owner\":\"甲\"}}"

static const char party_answer[] =
    "{\"id\":\"pty_1\",\"role\":\"principal\",\"kind\":\"mainland_organisation\",\"name\":\"甲\","
    "\"document\":{\"kind\":\"credit_code\",\"number\":\"91350100M000100Y43\",\"valid_until\":\"2036-03-01\"},"
    "\"legal_representative\":\"林\",\"contact\":{\"name\":\"林\",\"email\":\"e\",\"phone\":\"1\",\"address\":\"a\"},"
    "\"files\":[{\"slot\":\"licence\",\"sha256\":\"00\",\"name\":\"n\",\"media_type\":\"m\",\"bytes\":1,\"id\":\"f\"}],"
    "\"status\":\"submitted\",\"findings\":[" FINDING
    "],\"due_at\":\"2026-12-21T08:00:00Z\",\"due_rule\":\"r\","
    "\"created_at\":\"2026-11-21T08:00:00Z\",\"updated_at\":\"2026-11-21T08:00:01Z\"}";

static const char right_answer[] =
    "{\"id\":\"rgt_1\",\"kind\":\"trademark\",\"number\":\"1\",\"name\":\"n\",\"owner\":\"o\","
    "\"classes\":[{\"class\":30,\"goods\":\"茶\"}],\"registered_on\":\"2020-07-01\",\"valid_until\":\"2030-06-30\","
    "\"territory\":\"CN\",\"holders\":[\"pty_1\"],\"standing\":\"owner\",\"files\":[],\"status\":\"approved\","
    "\"findings\":[],\"created_at\":\"2026-11-21T08:00:00Z\",\"updated_at\":\"2026-11-21T08:00:01Z\"}";

static const char complaint_answer[] =
    "{\"id\":\"cmp_1\",\"number\":\"2026-0001\",\"right\":\"rgt_1\",\"principal\":\"pty_1\",\"reason\":\"r\","
    "\"statement\":\"s\",\"language\":\"zh-CN\",\"guarantee\":{\"version\":\"v\",\"language\":\"en\",\"name\":\"n\","
    "\"given_at\":\"t\"},\"files\":[],\"status\":\"partly_upheld\",\"item_count\":3,"
    "\"counts\":{\"removed\":2,\"not_found\":1},\"findings\":[],\"history\":[{\"status\":\"submitted\",\"at\":\"t\"}],"
    "\"due_at\":\"d\",\"due_rule\":\"r\",\"created_at\":\"c\",\"updated_at\":\"u\",\"decided_at\":\"x\"}";

static const char item_answer[] =
    "{\"id\":\"itm_1\",\"complaint\":\"cmp_1\",\"position\":0,\"kind\":\"goods\",\"link\":\"l\",\"passcode\":\"p\","
    "\"source\":\"s\",\"target_id\":\"1\",\"title\":\"t\",\"seller\":\"s\",\"seller_id\":\"i\",\"price\":\"1\","
    "\"seen_at\":\"x\",\"class\":30,\"note\":\"n\",\"status\":\"removed\",\"findings\":[" FINDING "],"
    "\"measures\":[{\"measure\":\"delisted\",\"at\":\"t\"}],\"decided_at\":\"d\"}";

static const char account_answer[] =
    "{\"id\":\"acc_1\",\"phone\":\"1\",\"email\":\"e\",\"bindings\":[{\"id\":\"b\",\"kind\":\"email\",\"value\":\"e\","
    "\"status\":\"pending\",\"expires_at\":\"t\",\"resend_after\":60}],\"created_at\":\"t\"}";

static const char receipt_payload[] =
    "{\"receipt\":\"rcp_1\",\"kind\":\"complaint\",\"resource\":\"cmp_1\",\"received_at\":\"t\","
    "\"idempotency_key\":\"k\",\"request_digest\":\"00\",\"files\":[{\"id\":\"f\",\"sha256\":\"00\",\"bytes\":1}],"
    "\"items\":3}";

static const char problem_answer[] =
    "{\"type\":\"urn:signet:problem:invalid\",\"title\":\"t\",\"status\":422,\"detail\":\"d\","
    "\"findings\":[" FINDING "],\"params\":{\"tries_left\":\"4\"}}";

static const char changes_answer[] =
    "{\"changes\":[{\"cursor\":\"17\",\"at\":\"t\",\"kind\":\"item\",\"id\":\"i\",\"resource\":{\"id\":\"i\"}}],"
    "\"cursor\":\"17\"}";

static const char key_set[] =
    "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
    "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\",\"kid\":\"k\"}]}";

static gboolean
read_party (JsonNode *node, GError **error)
{
  g_autoptr (SignetParty) party = signet_api_party_from_answer (node, NULL, error);

  return party != NULL;
}

static gboolean
read_right (JsonNode *node, GError **error)
{
  g_autoptr (SignetRight) right = signet_api_right_from_answer (node, NULL, error);

  return right != NULL;
}

static gboolean
read_complaint (JsonNode *node, GError **error)
{
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_answer (node, error);

  return complaint != NULL;
}

static gboolean
read_item (JsonNode *node, GError **error)
{
  g_autoptr (SignetItem) item = signet_api_item_from_answer (node, error);

  return item != NULL;
}

static gboolean
read_account (JsonNode *node, GError **error)
{
  g_autoptr (SignetAccountInfo) account = signet_account_info_new_from_node (node, error);

  return account != NULL;
}

static gboolean
read_receipt (JsonNode *node, GError **error)
{
  g_autoptr (SignetReceipt) receipt = signet_receipt_new_from_node (node, error);

  return receipt != NULL;
}

static gboolean
read_problem (JsonNode *node, GError **error)
{
  g_autoptr (SignetProblem) problem = signet_problem_new_from_node (node, error);

  return problem != NULL;
}

static gboolean
read_changes (JsonNode *node, GError **error)
{
  g_autofree char *cursor = NULL;
  g_autoptr (GPtrArray) changes = signet_change_list_from_node (node, &cursor, NULL, error);

  return changes != NULL;
}

static gboolean
read_keys (JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) keys = signet_jwk_set_from_node (node, error);

  return keys != NULL;
}

static gboolean
read_platform (JsonNode *node, GError **error)
{
  g_autoptr (SignetPlatform) platform = signet_api_platform_from_node (node, error);

  return platform != NULL;
}

static JsonNode *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  node = signet_json_parse (bytes, &error);
  g_assert_no_error (error);
  return node;
}

/* Where @node holds values, objects and arrays: their JSON Pointers. */
static void
list_pointers (JsonNode *node, const char *pointer, GPtrArray *pointers)
{
  g_ptr_array_add (pointers, g_strdup (pointer));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) names = json_object_get_members (json_node_get_object (node));

      for (GList *l = names; l != NULL; l = l->next)
        {
          g_autofree char *inner = g_strconcat (pointer, "/", l->data, NULL);

          list_pointers (json_object_get_member (json_node_get_object (node), l->data), inner, pointers);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    {
      g_autofree char *inner = g_strconcat (pointer, "/0", NULL);

      list_pointers (json_array_get_element (json_node_get_array (node), 0), inner, pointers);
    }
}

/* A copy of @node with @other in place of what is at @pointer. */
static JsonNode *
replace (JsonNode *node, const char *pointer, const char *at, JsonNode *other)
{
  JsonNode *copy;

  if (strcmp (pointer, at) == 0)
    return json_node_copy (other);
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_object_new ();
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autofree char *inner = g_strconcat (at, "/", name, NULL);

          json_object_set_member (object, name, replace (member, pointer, inner, other));
        }
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, object);
      return copy;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          g_autofree char *inner = g_strdup_printf ("%s/%u", at, i);

          json_array_add_element (
              array, replace (json_array_get_element (json_node_get_array (node), i), pointer, inner, other));
        }
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, array);
      return copy;
    }
  return json_node_copy (node);
}

static gboolean
is_same_type (JsonNode *a, JsonNode *b)
{
  return json_node_get_node_type (a) == json_node_get_node_type (b) &&
         (!JSON_NODE_HOLDS_VALUE (a) || json_node_get_value_type (a) == json_node_get_value_type (b));
}

/* Puts a value of every other type in the place of every member: each is refused and named. */
static void
check_hostile (JsonNode *root, gboolean (*read) (JsonNode *, GError **), const char *const *not_read)
{
  static const char *const others[] = {
    "\"text\"", "-1",        "1",   "1.5",  "true", "{}",
    "[]",       "{\"a\":1}", "[1]", "[[]]", "[{}]", "9223372036854775807"
  };
  g_autoptr (GPtrArray) pointers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  read (root, &error);
  g_assert_no_error (error);
  list_pointers (root, "", pointers);

  for (guint i = 0; i < pointers->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (others); k++)
      {
        const char *pointer = g_ptr_array_index (pointers, i);
        g_autoptr (JsonNode) other = parse (others[k]);
        g_autoptr (JsonNode) changed = replace (root, pointer, "", other);
        g_autoptr (GError) failure = NULL;
        gboolean good = read (changed, &failure);
        g_autofree char *named = failure != NULL ? signet_api_error_dup_pointer (failure) : NULL;

        g_assert_true (good == (failure == NULL));
        if (failure != NULL)
          g_assert_true (failure->domain == SIGNET_API_ERROR);
        if (is_same_type (other, signet_json_find (root, pointer)) ||
            (not_read != NULL && g_strv_contains (not_read, pointer)))
          continue;
        if (good)
          g_error ("%s at %s is taken", others[k], pointer);
        g_assert_error (failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISTYPED);
        if (!g_str_has_prefix (named, pointer))
          g_error ("%s at %s: %s", others[k], pointer, failure->message);
      }
}

static void
test_hostile (void)
{
  static const char *const not_in_party[] = { "/document/kind", NULL };
  static const char *const any_text[] = { "/findings/0/params/owner", NULL };
  static const char *const any_text_of_problem[] = { "/findings/0/params/owner", "/params/tries_left", NULL };
  static const char *const any_resource[] = { "/changes/0/resource/id", NULL };
  const char *party_members[] = { not_in_party[0], any_text[0], NULL };
  g_autoptr (JsonNode) party = parse (party_answer);
  g_autoptr (JsonNode) right = parse (right_answer);
  g_autoptr (JsonNode) complaint = parse (complaint_answer);
  g_autoptr (JsonNode) item = parse (item_answer);
  g_autoptr (JsonNode) account = parse (account_answer);
  g_autoptr (JsonNode) receipt = parse (receipt_payload);
  g_autoptr (JsonNode) problem = parse (problem_answer);
  g_autoptr (JsonNode) changes = parse (changes_answer);
  g_autoptr (JsonNode) keys = parse (key_set);
  g_autoptr (JsonNode) platform = load ("rules/ippro.json");

  check_hostile (party, read_party, party_members);
  check_hostile (right, read_right, NULL);
  check_hostile (complaint, read_complaint, NULL);
  check_hostile (item, read_item, any_text);
  check_hostile (account, read_account, NULL);
  check_hostile (receipt, read_receipt, NULL);
  check_hostile (problem, read_problem, any_text_of_problem);
  check_hostile (changes, read_changes, any_resource);
  check_hostile (keys, read_keys, NULL);
  check_hostile (platform, read_platform, NULL);
}

static void
check_missing (const char *text, gboolean (*read) (JsonNode *, GError **), const char *pointer)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  g_autofree char *named = NULL;

  g_assert_false (read (node, &error));
  g_assert_error (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING);
  named = signet_api_error_dup_pointer (error);
  g_assert_cmpstr (named, ==, pointer);
}

static void
test_missing (void)
{
  check_missing ("{}", read_party, "/id");
  check_missing ("{\"id\":\"i\",\"kind\":\"k\"}", read_party, "/status");
  check_missing ("{\"id\":null,\"status\":\"s\"}", read_right, "/id");
  check_missing ("{\"id\":\"i\"}", read_complaint, "/status");
  check_missing ("{\"id\":\"i\"}", read_item, "/status");
  check_missing ("{\"phone\":\"1\"}", read_account, "/id");
  check_missing ("{\"receipt\":\"r\",\"resource\":\"c\"}", read_receipt, "/request_digest");
  check_missing ("{\"cursor\":\"1\"}", read_changes, "/changes");
  check_missing ("{\"changes\":[]}", read_changes, "/cursor");
  check_missing ("{\"changes\":[{\"cursor\":\"1\",\"kind\":\"k\",\"id\":\"i\"}],\"cursor\":\"1\"}",
                 read_changes, "/changes/0/resource");
  check_missing ("{}", read_keys, "/keys");
  check_missing ("{\"findings\":[{}]}", read_problem, "/findings/0/code");
}

/* What this version doesn't know is passed over, or kept as it is. */
static void
test_unknown (void)
{
  g_autoptr (JsonNode) node = parse (
      "{\"id\":\"i\",\"status\":\"beamed_up\",\"kind\":\"hologram\",\"whatever\":{\"a\":[1]},\"link\":null,"
      "\"measures\":[{\"measure\":\"exorcised\",\"at\":\"t\",\"by\":1}],"
      "\"findings\":[{\"pointer\":\"/x\",\"code\":\"new-code\",\"severity\":\"doom\",\"params\":{\"n\":4}}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetItem) item = signet_api_item_from_answer (node, &error);
  g_autoptr (SignetMeasure) measure = NULL;
  g_autoptr (SignetFinding) finding = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (signet_item_get_status (item), ==, "beamed_up");
  g_assert_cmpstr (signet_item_get_kind (item), ==, "hologram");
  g_assert_cmpstr (signet_item_get_link (item), ==, "");
  measure = g_list_model_get_item (G_LIST_MODEL (signet_item_get_measures (item)), 0);
  g_assert_cmpstr (signet_measure_get_measure (measure), ==, "exorcised");
  finding = g_list_model_get_item (G_LIST_MODEL (signet_item_get_findings (item)), 0);
  g_assert_cmpint (signet_finding_get_severity (finding), ==, SIGNET_SEVERITY_ERROR);
  g_assert_cmpstr (signet_finding_get_param (finding, "n"), ==, "4");
}

static void
test_complaint_answer (void)
{
  g_autoptr (JsonNode) node = parse (complaint_answer);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_answer (node, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (signet_complaint_get_id (complaint), ==, "cmp_1");
  g_assert_cmpint (signet_complaint_get_item_count (complaint), ==, 3);
  g_assert_cmpint (signet_complaint_get_count (complaint, "removed"), ==, 2);
  g_assert_cmpint (signet_complaint_get_count (complaint, "not_found"), ==, 1);
  g_assert_cmpint (signet_complaint_get_count (complaint, "restored"), ==, 0);
  g_assert_true (signet_complaint_get_guarantee_given (complaint));
  g_assert_cmpstr (signet_complaint_get_guarantee_language (complaint), ==, "en");
  g_assert_cmpstr (signet_complaint_get_filed_at (complaint), ==, "c");
}

static void
test_request_positions (void)
{
  g_autoptr (JsonNode) node = parse ("{\"items\":[{\"kind\":\"goods\"},{\"kind\":\"shop\"}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetComplaint) complaint = signet_api_complaint_from_request (node, &error);
  g_autoptr (SignetItem) second = NULL;

  g_assert_no_error (error);
  g_assert_false (signet_complaint_get_guarantee_given (complaint));
  second = g_list_model_get_item (G_LIST_MODEL (signet_complaint_get_items (complaint)), 1);
  g_assert_cmpstr (signet_item_get_kind (second), ==, "shop");
  g_assert_cmpint (signet_item_get_position (second), ==, 1);
}

static void
test_problem (void)
{
  g_autoptr (SignetProblem) problem = signet_problem_new ("wrong-code", 422, "The code is wrong", NULL);
  g_autoptr (JsonNode) blank = parse ("{\"type\":\"https://example.com/x\",\"status\":500}");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (SignetProblem) again = NULL;
  g_autoptr (GError) error = NULL;

  signet_problem_set_param (problem, "tries_left", "5");
  signet_problem_set_param (problem, "tries_left", "4");
  node = signet_problem_to_node (problem);
  again = signet_problem_new_from_node (node, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_problem_get_code (again), ==, "wrong-code");
  g_assert_cmpuint (signet_problem_get_status (again), ==, 422);
  g_assert_cmpstr (signet_problem_get_title (again), ==, "The code is wrong");
  g_assert_cmpstr (signet_problem_get_detail (again), ==, "");
  g_assert_cmpstr (signet_problem_get_param (again, "tries_left"), ==, "4");
  g_assert_cmpstr (signet_problem_get_param (again, "none"), ==, "");

  g_clear_object (&again);
  again = signet_problem_new_from_node (blank, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (signet_problem_get_code (again), ==, "");
  g_assert_cmpstr (signet_problem_get_type_uri (again), ==, "https://example.com/x");
}

static void
test_keys (void)
{
  g_autoptr (JsonNode) node = parse (
      "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"r\",\"n\":\"1\",\"e\":\"AQAB\"},"
      "{\"kty\":\"EC\",\"crv\":\"P-384\",\"kid\":\"big\",\"x\":\"a\",\"y\":\"b\"},"
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"short\",\"x\":\"a\",\"y\":\"b\"},"
      "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"good\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
      "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) keys = signet_jwk_set_from_node (node, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, 1);
  g_assert_cmpstr (signet_jwk_get_kid (keys->pdata[0]), ==, "good");
  g_assert_cmpstr (signet_jwk_get_x (keys->pdata[0]), ==, "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
  g_assert_cmpstr (signet_jwk_get_y (keys->pdata[0]), ==, "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
}

/* ---- Files ---- */

/* What is empty, false or null need not be written. */
static void
drop_empty (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      drop_empty (json_array_get_element (json_node_get_array (node), i));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          JsonNode *member = json_object_get_member (object, l->data);

          drop_empty (member);
          if (JSON_NODE_HOLDS_NULL (member) ||
              (JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_BOOLEAN &&
               !json_node_get_boolean (member)))
            json_object_remove_member (object, l->data);
        }
    }
}

static JsonNode *
make_comparable (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);
  JsonNode *copy = json_from_string (text, NULL);

  drop_empty (copy);
  return copy;
}

static void
check_papers (SignetPlatform *platform)
{
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (GListModel) party_papers = NULL;
  g_autoptr (GListModel) right_papers = NULL;

  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_PERSON);
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  party_papers = signet_platform_list_party_papers (platform, party);
  right_papers = signet_platform_list_right_papers (platform, right);
  g_assert_cmpuint (g_list_model_get_n_items (party_papers), >=, 2);
  g_assert_cmpuint (g_list_model_get_n_items (right_papers), >=, 1);
}

/* Nothing that a rule set says is lost on the way into the program. */
static void
test_rule_set (gconstpointer name)
{
  g_autoptr (JsonNode) node = load (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetPlatform) platform = signet_api_platform_from_node (node, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) expected = make_comparable (node);
  g_autoptr (JsonNode) found = NULL;

  g_assert_no_error (error);
  again = signet_api_platform_to_node (platform);
  found = make_comparable (again);
  if (!json_node_equal (expected, found))
    {
      g_autofree char *was = json_to_string (expected, TRUE);
      g_autofree char *is = json_to_string (found, TRUE);

      g_error ("%s\nbecame %s", was, is);
    }

  g_assert_cmpint (signet_limits_get_items_per_complaint (signet_platform_get_limits (platform)), ==, 100);
  g_assert_nonnull (signet_platform_find_reason (platform, "counterfeit"));
  check_papers (platform);
  g_assert_true (signet_platform_knows_calendar_year (platform, 2026));
  g_assert_false (signet_platform_knows_calendar_year (platform, 2027));
  g_assert_true (signet_platform_is_tracking_parameter (platform, "utm_source"));
}

static void
check_day (SignetCalendar *calendar, guint year, guint month, guint day, gboolean works, const char *holiday)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_assert_true (signet_calendar_is_working_day (calendar, &date) == works);
  g_assert_cmpstr (signet_calendar_get_holiday (calendar, &date), ==, holiday);
}

static void
test_calendar (void)
{
  g_autoptr (JsonNode) year_2025 = load ("calendar/2025.json");
  g_autoptr (JsonNode) year_2026 = load ("calendar/2026.json");
  JsonNode *years[] = { year_2025, year_2026 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetCalendar) calendar = signet_api_calendar_from_nodes (years, 2, &error);

  g_assert_no_error (error);
  g_assert_true (signet_calendar_knows_year (calendar, 2025));
  g_assert_true (signet_calendar_knows_year (calendar, 2026));
  g_assert_false (signet_calendar_knows_year (calendar, 2027));
  check_day (calendar, 2026, 2, 14, TRUE, NULL);    /* a Saturday that is worked */
  check_day (calendar, 2026, 1, 4, TRUE, NULL);     /* a Sunday that is worked */
  check_day (calendar, 2026, 2, 20, FALSE, "春节"); /* a Friday off */
  check_day (calendar, 2026, 3, 6, TRUE, NULL);
  check_day (calendar, 2026, 3, 7, FALSE, NULL);
}

static void
check_broken_calendar (const char *text, const char *pointer)
{
  g_autoptr (JsonNode) node = parse (text);
  g_autoptr (GError) error = NULL;
  g_autofree char *named = NULL;

  g_assert_null (signet_api_calendar_from_nodes (&node, 1, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == SIGNET_API_ERROR);
  named = signet_api_error_dup_pointer (error);
  g_assert_cmpstr (named, ==, pointer);
}

static void
test_broken_calendar (void)
{
  check_broken_calendar ("[]", "/year");
  check_broken_calendar ("{\"days\":[]}", "/year");
  check_broken_calendar ("{\"year\":\"2026\",\"days\":[]}", "/year");
  check_broken_calendar ("{\"year\":2026}", "/days");
  check_broken_calendar ("{\"year\":2026,\"days\":[{\"date\":\"2026-02-29\",\"isOffDay\":true}]}",
                         "/days/0/date");
  check_broken_calendar ("{\"year\":2026,\"days\":[{\"date\":\"2026-2-1\",\"isOffDay\":true}]}",
                         "/days/0/date");
  check_broken_calendar ("{\"year\":2026,\"days\":[{\"date\":\"2026-02-01\"}]}", "/days/0/isOffDay");
  check_broken_calendar ("{\"year\":2026,\"days\":[7]}", "/days/0/date");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/codec/drafts", test_drafts);
  g_test_add_func ("/codec/original", test_original);
  g_test_add_func ("/codec/empty-drafts", test_empty_drafts);
  g_test_add_func ("/codec/damaged-draft", test_damaged_draft);
  g_test_add_func ("/codec/party-request", test_party_request);
  g_test_add_func ("/codec/right-request", test_right_request);
  g_test_add_func ("/codec/complaint-request", test_complaint_request);
  g_test_add_func ("/codec/invalid-text", test_invalid_text);
  g_test_add_func ("/codec/hostile", test_hostile);
  g_test_add_func ("/codec/missing", test_missing);
  g_test_add_func ("/codec/unknown", test_unknown);
  g_test_add_func ("/codec/complaint-answer", test_complaint_answer);
  g_test_add_func ("/codec/request-positions", test_request_positions);
  g_test_add_func ("/codec/problem", test_problem);
  g_test_add_func ("/codec/keys", test_keys);
  g_test_add_data_func ("/codec/rule-set/kuaishou", "rules/kuaishou.json", test_rule_set);
  g_test_add_data_func ("/codec/rule-set/ippro", "rules/ippro.json", test_rule_set);
  g_test_add_func ("/codec/calendar", test_calendar);
  g_test_add_func ("/codec/broken-calendar", test_broken_calendar);

  return g_test_run ();
}
