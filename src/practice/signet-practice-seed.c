/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-seed.h"

#include "model/signet-words.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-kind.h"

/* Makes complaints in bulk, decided as if the reviewer had been there, so that scale can be tried. They rest
 * on a party and a right of their own, have no papers and no receipts, and stand in no ledger: nobody filed
 * them.
 */

#define SEED_STATEMENT "所售商品并非我司生产，亦未经我司许可。"

static const char *const outcomes[] = {
  SIGNET_STATUS_REMOVED, SIGNET_STATUS_REMOVED,   SIGNET_STATUS_REMOVED,        SIGNET_STATUS_REMOVED,
  SIGNET_STATUS_REMOVED, SIGNET_STATUS_NOT_FOUND, SIGNET_STATUS_NOT_INFRINGING, SIGNET_STATUS_AUTHORISED,
};

static gboolean
add_certification (SignetPracticePlatform *platform,
                   gint64 account,
                   const SignetPracticeKind *kind,
                   JsonObject *content,
                   gint64 *row,
                   char **id,
                   GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *text = signet_practice_json_print (content);

  *id = signet_practice_store_make_id (kind->prefix, error);
  if (*id == NULL ||
      !signet_practice_store_run (
          store, error,
          "INSERT INTO certifications (id, account, kind, content, status, created_at, updated_at)"
          " VALUES (?, ?, ?, ?, 'approved', ?, ?)",
          "sissii", *id, account, kind->name, text, now, now))
    return FALSE;
  *row = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  return signet_practice_store_add_change (store, account, now, kind->name, *row, error);
}

static JsonObject *
make_party (void)
{
  return signet_practice_json_read_object (
      "{\"role\":\"principal\",\"kind\":\"mainland_organisation\",\"name\":\"建瓯市云脚坊茶业有限公司\","
      "\"document\":{\"kind\":\"credit_code\",\"number\":\"91350100M000100Y43\"},"
      "\"legal_representative\":\"林小满\",\"contact\":{\"name\":\"林小满\",\"email\":\"legal@yunjiaofang.example\","
      "\"phone\":\"13800001234\",\"address\":\"福建省建瓯市云脚路 8 号\"},\"files\":[]}");
}

static JsonObject *
make_right (const char *holder)
{
  JsonObject *right = signet_practice_json_read_object (
      "{\"kind\":\"trademark\",\"number\":\"12345678\",\"name\":\"云脚坊\",\"owner\":\"建瓯市云脚坊茶业有限公司\","
      "\"classes\":[{\"class\":30,\"goods\":\"茶；茶饮料\"}],\"registered_on\":\"2020-07-01\","
      "\"valid_until\":\"2030-06-30\",\"territory\":\"CN\",\"standing\":\"owner\",\"files\":[]}");
  JsonArray *holders = json_array_new ();

  json_array_add_string_element (holders, holder);
  json_object_set_array_member (right, "holders", holders);
  return right;
}

static JsonObject *
make_complaint (const char *right, const char *principal, SignetPracticePlatform *platform)
{
  JsonObject *object = json_object_new ();
  JsonObject *guarantee = json_object_new ();

  json_object_set_string_member (object, "right", right);
  json_object_set_string_member (object, "principal", principal);
  json_object_set_string_member (object, "reason", "counterfeit");
  json_object_set_string_member (object, "statement", SEED_STATEMENT);
  json_object_set_string_member (object, "language", SIGNET_LANGUAGE_ZH_CN);
  json_object_set_string_member (
      guarantee, "version",
      signet_practice_rules_get_guarantee_version (signet_practice_platform_get_rules (platform)));
  json_object_set_string_member (guarantee, "language", SIGNET_LANGUAGE_ZH_CN);
  json_object_set_string_member (guarantee, "name", "林小满");
  signet_practice_json_set_time (guarantee, "given_at", signet_practice_platform_now (platform));
  json_object_set_object_member (object, "guarantee", guarantee);
  json_object_set_array_member (object, "files", json_array_new ());
  return object;
}

/* The host and shape of the first goods link that the rule set knows. */
static char *
make_link (SignetPracticePlatform *platform, guint number)
{
  JsonObject *goods = signet_practice_rules_find_target_kind (signet_practice_platform_get_rules (platform),
                                                              "goods");
  JsonObject *shape = json_array_get_object_element (signet_practice_json_get_array (goods, "links"), 0);

  return g_strdup_printf ("https://%s%sgoods?id=%u", signet_practice_json_get_string (shape, "host"),
                          signet_practice_json_get_string (shape, "path"), number);
}

static JsonArray *
make_items (SignetPracticePlatform *platform, guint first, guint count)
{
  JsonArray *items = json_array_sized_new (count);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *link = make_link (platform, first + i);
      g_autofree char *title = g_strdup_printf ("云脚坊岩茶礼盒 %u", first + i);
      g_autofree char *seller = g_strdup_printf ("山里小铺 %u", (first + i) % 977);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "kind", SIGNET_TARGET_KIND_GOODS);
      json_object_set_string_member (item, "link", link);
      json_object_set_string_member (item, "source", link);
      json_object_set_string_member (item, "title", title);
      json_object_set_string_member (item, "seller", seller);
      json_object_set_int_member (item, "class", 30);
      json_array_add_object_element (items, item);
    }
  return items;
}

static gboolean
decide (SignetPracticePlatform *platform, gint64 account, gint64 complaint, guint first, GError **error)
{
  static const char *const delisted[] = { SIGNET_MEASURE_DELISTED, NULL };
  static const char *const none[] = { NULL };
  g_autoptr (JsonArray) findings = json_array_new ();
  g_autoptr (GArray) rows = signet_practice_store_collect (
      signet_practice_platform_get_store (platform), error,
      "SELECT n FROM items WHERE complaint = ? ORDER BY position", "i", complaint);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *status = outcomes[(first + i) % G_N_ELEMENTS (outcomes)];

      if (!signet_practice_complaint_decide_item (
              platform, account, g_array_index (rows, gint64, i), status, findings,
              g_str_equal (status, SIGNET_STATUS_REMOVED) ? delisted : none, error))
        return FALSE;
    }
  return signet_practice_complaint_conclude (platform, complaint, error);
}

/**
 * signet_practice_seed:
 * @platform: the platform, with a transaction open
 * @account: row of the account they are made for
 * @complaints: how many
 * @items: with how many items each
 * @error: return location
 *
 * Makes decided complaints.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_seed (SignetPracticePlatform *platform,
                      gint64 account,
                      guint complaints,
                      guint items,
                      GError **error)
{
  g_autoptr (JsonObject) party = make_party ();
  g_autoptr (JsonObject) right = NULL;
  g_autoptr (JsonObject) content = NULL;
  g_autofree char *party_id = NULL;
  g_autofree char *right_id = NULL;
  SignetPracticeComplaintDraft draft = { .basis = { .account = account } };

  if (!add_certification (platform, account, &signet_practice_kind_party, party, &draft.basis.principal,
                          &party_id, error))
    return FALSE;
  right = make_right (party_id);
  if (!add_certification (platform, account, &signet_practice_kind_right, right, &draft.basis.right,
                          &right_id, error))
    return FALSE;
  content = make_complaint (right_id, party_id, platform);
  draft.content = content;
  for (guint i = 0; i < complaints; i++)
    {
      g_autoptr (JsonArray) array = make_items (platform, 1000000 + i * items, items);
      gint64 row;

      draft.items = array;
      if (!signet_practice_complaint_insert (platform, &draft, &row, error) ||
          !decide (platform, account, row, i * items, error))
        return FALSE;
    }
  return TRUE;
}
