/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-aside FILE…: rule sets. Whatever kind is chosen in between, what was typed for the one before is there
 * again with it, and the other kind's request has nothing of it. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "api/signet-api-party.h"
#include "api/signet-api-platform.h"
#include "api/signet-api-right.h"
#include "api/signet-json.h"
#include "model/signet-aside.h"
#include "model/signet-authorisation.h"
#include "model/signet-evidence.h"
#include "model/signet-identity.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"

static SignetPlatform *
read_platform (const char *path)
{
  g_autofree char *rules = NULL;
  g_autofree char *document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  SignetPlatform *platform;

  g_file_get_contents (path, &rules, NULL, &error);
  g_assert_no_error (error);
  document = g_strconcat ("{\"id\":\"plt_test\",\"issuer\":\"http://127.0.0.1:1\",\"practice\":true,"
                          "\"now\":\"2026-11-21T00:00:00Z\",",
                          strchr (rules, '{') + 1, NULL);
  bytes = g_bytes_new_static (document, strlen (document));
  node = signet_json_parse (bytes, &error);
  g_assert_no_error (error);
  platform = signet_api_platform_from_node (node, &error);
  g_assert_no_error (error);
  return platform;
}

static JsonObject *
parse_request (GBytes *request, JsonNode **node)
{
  g_autoptr (GError) error = NULL;

  *node = signet_json_parse (request, &error);
  g_assert_no_error (error);
  return json_node_get_object (*node);
}

static void
assert_same (GBytes *before, GBytes *after)
{
  g_autofree char *was = g_strndup (g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  g_autofree char *is = g_strndup (g_bytes_get_data (after, NULL), g_bytes_get_size (after));

  g_assert_cmpstr (is, ==, was);
}

static void
attach (GListStore *files, GListModel *slots)
{
  for (guint i = 0; i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (slots, i);
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                               signet_paper_slot_get_slot (slot), -1);
      g_autoptr (SignetEvidence) paper = signet_evidence_new (signet_paper_slot_get_slot (slot), "a.pdf",
                                                              "application/pdf", sha256, 1, NULL);

      g_list_store_append (files, paper);
    }
}

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (signet_evidence_get_slot ((SignetEvidence *) a),
                 signet_evidence_get_slot ((SignetEvidence *) b));
}

/* Every paper that is sent is one the kind has. */
static void
assert_slots (JsonObject *request, GListModel *slots)
{
  JsonArray *files = json_object_get_array_member (request, "files");

  for (guint i = 0; i < json_array_get_length (files); i++)
    {
      const char *sent = json_object_get_string_member (json_array_get_object_element (files, i), "slot");
      gboolean found = FALSE;

      for (guint k = 0; k < g_list_model_get_n_items (slots); k++)
        {
          g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (slots, k);

          found = found || g_str_equal (signet_paper_slot_get_slot (slot), sent);
        }
      if (!found)
        g_error ("%s is sent", sent);
    }
}

/* Rights */

static GBytes *
request_right (SignetRight *right)
{
  static const char *const holders[] = { "pty_1", NULL };

  g_list_store_sort (signet_right_get_evidence (right), compare_slots, NULL); /* the order means nothing */
  return signet_api_right_to_request (right, holders);
}

static void
fill_right (SignetRight *right, SignetPlatform *platform, SignetRightKind *kind)
{
  g_autoptr (GListModel) slots = NULL;

  signet_right_set_kind (right, signet_right_kind_get_kind (kind));
  for (const char *const *field = signet_right_kind_get_fields (kind); *field != NULL; field++)
    {
      g_autofree char *property = g_strdelimit (g_strdup (*field), "_", '-');
      g_autofree char *value = g_strconcat ("the ", *field, NULL);

      if (g_str_equal (*field, "classes"))
        {
          g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

          g_object_set (nice, "class-number", 30, "goods", "茶", NULL);
          g_list_store_append (signet_right_get_classes (right), nice);
        }
      else if (g_str_equal (*field, "accounts"))
        {
          static const char *const accounts[] = { "one", "two", NULL };

          signet_right_set_accounts (right, accounts);
        }
      else
        g_object_set (right, property, value, NULL);
    }
  slots = signet_platform_list_right_papers (platform, right);
  attach (signet_right_get_evidence (right), slots);
}

static void
assert_right (SignetRight *right, SignetPlatform *platform, SignetRightKind *kind)
{
  static const char *const common[] = { "kind", "holders", "standing", "territory", "files", "name", NULL };
  g_autoptr (GBytes) request = request_right (right);
  g_autoptr (GListModel) slots = signet_platform_list_right_papers (platform, right);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = parse_request (request, &node);
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_strv_contains (common, member->data) &&
        !g_strv_contains (signet_right_kind_get_fields (kind), member->data))
      g_error ("%s is sent of %s", (char *) member->data, signet_right_kind_get_kind (kind));
  assert_slots (object, slots);
}

static void
test_right_kinds (gconstpointer data)
{
  g_autoptr (SignetPlatform) platform = read_platform (data);
  GListModel *kinds = signet_platform_get_right_kinds (platform);
  guint n = g_list_model_get_n_items (kinds);

  for (guint i = 0; i < n * n; i++)
    {
      g_autoptr (SignetRightKind) one = g_list_model_get_item (kinds, i / n);
      g_autoptr (SignetRightKind) other = g_list_model_get_item (kinds, i % n);
      g_autoptr (SignetRight) right = signet_right_new ();
      g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (right), NULL);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;

      signet_right_set_standing (right, SIGNET_STANDING_OWNER);
      g_object_set (aside, "platform", platform, NULL);
      fill_right (right, platform, one);
      g_assert_null (signet_aside_get_kept (aside));
      before = request_right (right);
      signet_right_set_kind (right, signet_right_kind_get_kind (other));
      assert_right (right, platform, other);
      signet_right_set_kind (right, signet_right_kind_get_kind (one));
      after = request_right (right);
      assert_same (before, after);
      g_assert_null (signet_aside_get_kept (aside));
    }
}

/* By three kinds and back: what two of them have was last seen in the second. */
static void
test_right_way (gconstpointer data)
{
  g_autoptr (SignetPlatform) platform = read_platform (data);
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (right), NULL);

  g_object_set (aside, "platform", platform, NULL);
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  signet_right_set_registered_on (right, "2023-03-28");
  signet_right_set_name (right, "青云");
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_WORK);
  signet_right_set_author (right, "林");
  signet_right_set_work_kind (right, SIGNET_WORK_KIND_ART);
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_SOFTWARE);
  signet_right_set_author (right, "林青云");
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_DESIGN);
  g_assert_cmpstr (signet_right_get_author (right), ==, "");
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_WORK);
  g_assert_cmpstr (signet_right_get_author (right), ==, "林青云");
  g_assert_cmpstr (signet_right_get_work_kind (right), ==, SIGNET_WORK_KIND_ART);
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "");
  /* of a kind nobody knows anything may be */
  signet_right_set_kind (right, "plant_variety");
  g_assert_cmpstr (signet_right_get_author (right), ==, "林青云");
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  g_assert_cmpstr (signet_right_get_registered_on (right), ==, "2023-03-28");
  g_assert_cmpstr (signet_right_get_name (right), ==, "青云");
}

/* Who owns it sends no licence. */
static void
test_standings (gconstpointer data)
{
  g_autoptr (SignetPlatform) platform = read_platform (data);
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (right), NULL);
  SignetRightKind *kind = signet_platform_find_right_kind (platform, SIGNET_RIGHT_KIND_DESIGN);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  g_object_set (aside, "platform", platform, NULL);
  signet_right_set_standing (right, SIGNET_STANDING_SOLE_LICENSEE);
  fill_right (right, platform, kind);
  signet_right_set_licence_until (right, "2030-01-01");
  before = request_right (right);
  signet_right_set_standing (right, SIGNET_STANDING_OWNER);
  g_assert_cmpstr (signet_right_get_licence_until (right), ==, "");
  assert_right (right, platform, kind);
  signet_right_set_standing (right, SIGNET_STANDING_SOLE_LICENSEE);
  after = request_right (right);
  assert_same (before, after);
}

/* Parties */

static GBytes *
request_party (SignetParty *party)
{
  g_list_store_sort (signet_party_get_evidence (party), compare_slots, NULL);
  return signet_api_party_to_request (party);
}

static void
fill_party (SignetParty *party, SignetPlatform *platform, SignetPartyKind *kind)
{
  const char *word = signet_party_kind_get_kind (kind);
  g_autoptr (GListModel) slots = NULL;

  signet_party_set_kind (party, word);
  g_object_set (party, "name", "何某", "document-number", word, "document-valid-until", "2030-01-01",
                "contact-name", "林青", "contact-email", "lin@example.com", "contact-phone", "13800138000",
                "contact-address", "杭州市", "private-contact-name", "吴桐", NULL);
  if (signet_identity_has_other_name (word))
    signet_party_set_other_name (party, "He");
  if (signet_identity_is_foreign (word))
    signet_party_set_country (party, "DE");
  if (signet_identity_is_organisation (word))
    signet_party_set_legal_representative (party, "林代表");
  slots = signet_platform_list_party_papers (platform, party);
  attach (signet_party_get_evidence (party), slots);
}

static void
assert_party (SignetParty *party, SignetPlatform *platform, const char *left)
{
  const char *kind = signet_party_get_kind (party);
  g_autoptr (GBytes) request = request_party (party);
  g_autoptr (GListModel) slots = signet_platform_list_party_papers (platform, party);
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object = parse_request (request, &node);

  g_assert_true (json_object_has_member (object, "name"));
  if (!signet_identity_is_foreign (kind))
    g_assert_false (json_object_has_member (object, "country"));
  if (!signet_identity_is_organisation (kind))
    g_assert_false (json_object_has_member (object, "legal_representative"));
  if (!signet_identity_has_other_name (kind))
    g_assert_false (json_object_has_member (object, "other_name"));
  if (signet_identity_is_organisation (kind) != signet_identity_is_organisation (left))
    g_assert_cmpstr (signet_party_get_document_number (party), ==, "");
  assert_slots (object, slots);
}

static void
test_party_kinds (gconstpointer data)
{
  g_autoptr (SignetPlatform) platform = read_platform (data);
  GListModel *kinds = signet_platform_get_party_kinds (platform);
  guint n = g_list_model_get_n_items (kinds);

  g_assert_cmpuint (n, ==, 8);
  for (guint i = 0; i < n * n; i++)
    {
      g_autoptr (SignetPartyKind) one = g_list_model_get_item (kinds, i / n);
      g_autoptr (SignetPartyKind) other = g_list_model_get_item (kinds, i % n);
      g_autoptr (SignetParty) party = signet_party_new ();
      g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (party), NULL);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;

      g_object_set (aside, "platform", platform, NULL);
      fill_party (party, platform, one);
      g_assert_null (signet_aside_get_kept (aside));
      before = request_party (party);
      signet_party_set_kind (party, signet_party_kind_get_kind (other));
      assert_party (party, platform, signet_party_kind_get_kind (one));
      signet_party_set_kind (party, signet_party_kind_get_kind (one));
      after = request_party (party);
      assert_same (before, after);
    }
}

/* The number of a person's document is not that of an organisation's; each is there with its kind. */
static void
test_documents (gconstpointer data)
{
  g_autoptr (SignetPlatform) platform = read_platform (data);
  g_autoptr (SignetParty) party = signet_party_new ();
  g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (party), NULL);
  g_autoptr (GListModel) slots = NULL;

  g_object_set (aside, "platform", platform, NULL);
  signet_party_set_kind (party, SIGNET_PARTY_KIND_FOREIGN_PERSON);
  signet_party_set_document_kind (party, SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD);
  signet_party_set_document_number (party, "932682198501010017");
  slots = signet_platform_list_party_papers (platform, party);
  attach (signet_party_get_evidence (party), slots);

  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, SIGNET_DOCUMENT_KIND_CREDIT_CODE);
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "");
  signet_party_set_document_number (party, "91350100M000100Y43");

  signet_party_set_kind (party, SIGNET_PARTY_KIND_FOREIGN_PERSON);
  g_assert_cmpstr (signet_party_get_document_kind (party), ==, SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD);
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "932682198501010017");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_party_get_evidence (party))), ==, 2);

  /* another document of the same person: the number stays in sight, the papers are others */
  signet_party_set_document_kind (party, SIGNET_DOCUMENT_KIND_PASSPORT);
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "932682198501010017");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_party_get_evidence (party))), ==, 0);
  signet_party_set_document_kind (party, SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (signet_party_get_evidence (party))), ==, 2);

  signet_party_set_kind (party, SIGNET_PARTY_KIND_TAIWAN_ORGANISATION);
  g_assert_cmpstr (signet_party_get_document_number (party), ==, "91350100M000100Y43");
}

/* Who authorises for everything names nothing beside it. */
static void
test_authorisation (void)
{
  static const char *const rights[] = { "one", "two", NULL };
  static const char *const platforms[] = { "ippro", NULL };
  g_autoptr (SignetAuthorisation) authorisation = signet_authorisation_new ();
  g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (authorisation), NULL);

  signet_authorisation_set_principal_id (authorisation, "party");
  signet_authorisation_set_right_ids (authorisation, rights);
  signet_authorisation_set_platforms (authorisation, platforms);
  signet_authorisation_set_all_rights (authorisation, TRUE);
  g_assert_null (*signet_authorisation_get_right_ids (authorisation));
  g_assert_cmpstr (*signet_authorisation_get_platforms (authorisation), ==, "ippro");
  signet_authorisation_set_all_platforms (authorisation, TRUE);
  g_assert_null (*signet_authorisation_get_platforms (authorisation));
  signet_authorisation_set_all_rights (authorisation, FALSE);
  g_assert_true (g_strv_equal (signet_authorisation_get_right_ids (authorisation), rights));

  /* another's rights are none of this one's */
  signet_authorisation_set_all_rights (authorisation, TRUE);
  signet_authorisation_set_principal_id (authorisation, "other");
  signet_authorisation_set_all_rights (authorisation, FALSE);
  g_assert_null (*signet_authorisation_get_right_ids (authorisation));
  signet_authorisation_set_all_platforms (authorisation, FALSE);
  g_assert_cmpstr (*signet_authorisation_get_platforms (authorisation), ==, "ippro");
}

/* Without a rule set nobody knows what belongs to which. */
static void
test_no_rules (void)
{
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetAside) aside = signet_aside_new (SIGNET_RECORD (right), NULL);

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_WORK);
  signet_right_set_author (right, "林青云");
  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  g_assert_cmpstr (signet_right_get_author (right), ==, "林青云");
  g_assert_null (signet_aside_get_kept (aside));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *name = g_path_get_basename (argv[i]);
      static const struct
      {
        const char *path;
        GTestDataFunc func;
      } tests[] = {
        { "right-kinds", test_right_kinds }, { "right-way", test_right_way }, { "standings", test_standings },
        { "party-kinds", test_party_kinds }, { "documents", test_documents },
      };

      for (gsize k = 0; k < G_N_ELEMENTS (tests); k++)
        {
          g_autofree char *path = g_strconcat ("/aside/", name, "/", tests[k].path, NULL);

          g_test_add_data_func (path, argv[i], tests[k].func);
        }
    }
  g_test_add_func ("/aside/authorisation", test_authorisation);
  g_test_add_func ("/aside/no-rules", test_no_rules);
  return g_test_run ();
}
