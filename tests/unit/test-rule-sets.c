/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* test-rule-sets EXAMPLES FILE…: the rule sets that are shipped, and the examples of the OpenAPI document.
 * Each is read as the program reads it; all that a person can meet in it speaks both languages in the trade's
 * manner; every kind the program knows is there, and nothing in it points at what isn't. */

#include "api/signet-api-authorisation.h"
#include "api/signet-api-party.h"
#include "api/signet-api-platform.h"
#include "api/signet-api-right.h"
#include "api/signet-json.h"
#include "model/signet-label.h"
#include "model/signet-authorisation-validate.h"
#include "model/signet-finding.h"
#include "model/signet-paper-slot.h"
#include "model/signet-party-kind.h"
#include "model/signet-party-validate.h"
#include "model/signet-party.h"
#include "model/signet-platform.h"
#include "model/signet-reason.h"
#include "model/signet-regime.h"
#include "model/signet-right-kind.h"
#include "model/signet-right-validate.h"
#include "model/signet-right.h"
#include "model/signet-scope.h"
#include "model/signet-target-kind.h"
#include "model/signet-words.h"

#include <string.h>

static const char *const party_kinds[] = {
  SIGNET_PARTY_KIND_MAINLAND_PERSON,    SIGNET_PARTY_KIND_MAINLAND_ORGANISATION,
  SIGNET_PARTY_KIND_HMT_PERSON,         SIGNET_PARTY_KIND_HONG_KONG_ORGANISATION,
  SIGNET_PARTY_KIND_MACAU_ORGANISATION, SIGNET_PARTY_KIND_TAIWAN_ORGANISATION,
  SIGNET_PARTY_KIND_FOREIGN_PERSON,     SIGNET_PARTY_KIND_FOREIGN_ORGANISATION
};

/* Who is certified with what; the first document is what a form begins with. */
static const struct
{
  const char *party_kind;
  const char *document;
  const char *slots; /* those that must be there */
} required_papers[] = {
  { SIGNET_PARTY_KIND_MAINLAND_PERSON, SIGNET_DOCUMENT_KIND_RESIDENT_ID, "id_front id_back" },
  { SIGNET_PARTY_KIND_MAINLAND_ORGANISATION, SIGNET_DOCUMENT_KIND_CREDIT_CODE, "licence" },
  { SIGNET_PARTY_KIND_HMT_PERSON, SIGNET_DOCUMENT_KIND_RESIDENCE_PERMIT, "permit_front permit_back" },
  { SIGNET_PARTY_KIND_HMT_PERSON, SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_HK_MACAU, "permit_front permit_back" },
  { SIGNET_PARTY_KIND_HMT_PERSON, SIGNET_DOCUMENT_KIND_TRAVEL_PERMIT_TAIWAN, "permit_front permit_back" },
  { SIGNET_PARTY_KIND_HONG_KONG_ORGANISATION, SIGNET_DOCUMENT_KIND_BUSINESS_REGISTRATION,
    "incorporation business_registration" },
  { SIGNET_PARTY_KIND_MACAU_ORGANISATION, SIGNET_DOCUMENT_KIND_REGISTRATION, "registration_proof" },
  { SIGNET_PARTY_KIND_TAIWAN_ORGANISATION, SIGNET_DOCUMENT_KIND_REGISTRATION, "registration_proof" },
  { SIGNET_PARTY_KIND_FOREIGN_PERSON, SIGNET_DOCUMENT_KIND_PASSPORT, "passport_page" },
  { SIGNET_PARTY_KIND_FOREIGN_PERSON, SIGNET_DOCUMENT_KIND_PERMANENT_RESIDENT_CARD, "id_front id_back" },
  { SIGNET_PARTY_KIND_FOREIGN_ORGANISATION, SIGNET_DOCUMENT_KIND_REGISTRATION, "existence_proof" },
};

static const struct
{
  const char *rules;
  const char *right_kinds;
  const char *review_rights;
} platforms[] = {
  { "kuaishou", "trademark invention utility_model design work software", "first_complaint" },
  { "ippro", "trademark invention utility_model design work software original_image portrait", "submission" },
};

static const struct
{
  const char *standing;
  const char *slots;
} standing_papers[] = {
  { SIGNET_STANDING_OWNER, "" },
  { SIGNET_STANDING_EXCLUSIVE_LICENSEE, "licence_contract" },
  { SIGNET_STANDING_SOLE_LICENSEE, "licence_contract owner_consent" },
  { SIGNET_STANDING_LICENSEE, "licence_contract owner_mandate" },
};

/* Reason, rights, targets: the trade's table. Rights a platform doesn't know fall away, and a reason with
 * them. */
static const struct
{
  const char *code;
  const char *right_kinds;
  const char *target_kinds;
} reasons[] = {
  { "counterfeit", "trademark", "goods live" },
  { "same_mark", "trademark", "goods shop video live" },
  { "similar_mark", "trademark", "goods shop video live" },
  { "shop_identity", "trademark work", "shop account" },
  { "forged_licence", "trademark", "shop" },
  { "patent_features", "invention utility_model", "goods" },
  { "design_copied", "design", "goods" },
  { "image_theft", "original_image work", "goods shop" },
  { "work_copied", "work", "goods shop video live account" },
  { "software_piracy", "software", "goods" },
  { "scene_used", "trademark work", "live video" },
  { "portrait", "portrait", "goods shop video live account" },
};

static JsonNode *examples; /* schema to array */

static const char *const targets[] = { "goods", "shop", "video", "live", "account" };

static gsize
find_platform (SignetPlatform *platform)
{
  for (gsize i = 0; i < G_N_ELEMENTS (platforms); i++)
    if (g_str_equal (platforms[i].rules, signet_platform_get_rules (platform)))
      return i;

  g_error ("the test doesn't know the rule set %s", signet_platform_get_rules (platform));
}

/* The same words, in whatever order. */
static void
assert_words (const char *const *words, const char *expected)
{
  g_auto (GStrv) wanted = g_strsplit_set (expected, " ", -1);
  guint n_wanted = *expected != '\0' ? g_strv_length (wanted) : 0;

  for (guint i = 0; i < n_wanted; i++)
    if (!g_strv_contains (words, wanted[i]))
      g_error ("%s isn't there", wanted[i]);
  g_assert_cmpuint (g_strv_length ((char **) words), ==, n_wanted);
}

static void
assert_label (SignetLabel *label, const char *where)
{
  if (label == NULL)
    g_error ("%s says nothing", where);

  {
    const char *zh = signet_label_get_zh (label);
    const char *en = signet_label_get_en (label);
    gboolean has_han = FALSE;

    g_assert_nonnull (zh);
    g_assert_nonnull (en);
    for (const char *p = zh; *p != '\0'; p = g_utf8_next_char (p))
      has_han |= g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN;
    if (!has_han)
      g_error ("%s isn't Chinese: %s", where, zh);
    for (const char *p = en; *p != '\0'; p = g_utf8_next_char (p))
      if (g_unichar_get_script (g_utf8_get_char (p)) == G_UNICODE_SCRIPT_HAN)
        g_error ("%s isn't English: %s", where, en);
    if (strstr (zh, "你") != NULL)
      g_error ("%s says 你: %s", where, zh);
    if (strpbrk (zh, ",;:!?") != NULL)
      g_error ("%s has half-width punctuation: %s", where, zh);
  }
}

static void
assert_paper (SignetPaperSlot *paper, const char *where)
{
  g_autofree char *place = g_strconcat (where, "/", signet_paper_slot_get_slot (paper), NULL);

  assert_label (signet_paper_slot_get_label (paper), place);
  assert_label (signet_paper_slot_get_explanation (paper), place);
}

/* Slots of @papers, those that must be there or all. */
static GStrv
list_slots (GListModel *papers, gboolean only_required)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, i);

      if (!only_required || signet_paper_slot_get_required (paper))
        g_strv_builder_add (builder, signet_paper_slot_get_slot (paper));
    }
  return g_strv_builder_end (builder);
}

static void
test_parties (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;

  g_assert_cmpuint (g_list_model_get_n_items (signet_platform_get_party_kinds (platform)), ==,
                    G_N_ELEMENTS (party_kinds));
  for (gsize i = 0; i < G_N_ELEMENTS (party_kinds); i++)
    {
      SignetPartyKind *kind = signet_platform_find_party_kind (platform, party_kinds[i]);
      GListModel *documents, *papers;

      if (kind == NULL)
        g_error ("%s isn't there", party_kinds[i]);
      assert_label (signet_party_kind_get_label (kind), party_kinds[i]);
      documents = signet_party_kind_get_documents (kind);
      g_assert_cmpuint (g_list_model_get_n_items (documents), >=, 1);
      for (guint j = 0; j < g_list_model_get_n_items (documents); j++)
        {
          g_autoptr (SignetDocumentKind) document = g_list_model_get_item (documents, j);

          assert_label (signet_document_kind_get_label (document), signet_document_kind_get_kind (document));
        }

      papers = signet_party_kind_get_papers (kind);
      for (guint j = 0; j < g_list_model_get_n_items (papers); j++)
        {
          g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, j);
          const char *const *when = signet_paper_slot_get_when_documents (paper);

          assert_paper (paper, party_kinds[i]);
          for (guint k = 0; when[k] != NULL; k++)
            g_assert_nonnull (signet_party_kind_find_document (kind, when[k]));
        }
    }
}

/* Every document a kind may have asks for its papers, as the trade's table says, and the table knows them
 * all. */
static void
test_party_papers (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  guint n_documents = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (party_kinds); i++)
    n_documents += g_list_model_get_n_items (
        signet_party_kind_get_documents (signet_platform_find_party_kind (platform, party_kinds[i])));
  g_assert_cmpuint (n_documents, ==, G_N_ELEMENTS (required_papers));

  for (gsize i = 0; i < G_N_ELEMENTS (required_papers); i++)
    {
      g_autoptr (SignetParty) party = signet_party_new ();
      g_autoptr (GListModel) papers = NULL;
      g_auto (GStrv) slots = NULL;

      signet_party_set_kind (party, required_papers[i].party_kind);
      signet_party_set_document_kind (party, required_papers[i].document);
      g_assert_nonnull (signet_party_kind_find_document (
          signet_platform_find_party_kind (platform, required_papers[i].party_kind),
          required_papers[i].document));
      papers = signet_platform_list_party_papers (platform, party);
      slots = list_slots (papers, TRUE);
      assert_words ((const char *const *) slots, required_papers[i].slots);
    }
}

static void
test_rights (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  gsize at = find_platform (platform);
  GListModel *kinds = signet_platform_get_right_kinds (platform);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  /* What there is to type, by the right's own properties. */
  g_autoptr (GTypeClass) right_class = g_type_class_ref (SIGNET_TYPE_RIGHT);

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetRightKind) kind = g_list_model_get_item (kinds, i);
      const char *word = signet_right_kind_get_kind (kind);
      const char *const *fields = signet_right_kind_get_fields (kind);
      GListModel *papers = signet_right_kind_get_papers (kind);

      g_strv_builder_add (builder, word);
      assert_label (signet_right_kind_get_label (kind), word);
      g_assert_true (g_strv_contains (fields, "name"));
      for (guint j = 0; fields[j] != NULL; j++)
        if (g_object_class_find_property (G_OBJECT_CLASS (right_class), fields[j]) == NULL)
          g_error ("%s: a right has no %s", word, fields[j]);
      for (guint j = 0; j < g_list_model_get_n_items (papers); j++)
        {
          g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, j);

          assert_paper (paper, word);
        }

      /* One paper proves the right, the others the standing. */
      for (gsize j = 0; j < G_N_ELEMENTS (standing_papers); j++)
        {
          g_autoptr (SignetRight) right = signet_right_new ();
          g_autoptr (GListModel) asked = NULL;
          g_auto (GStrv) slots = NULL;
          g_autofree char *expected = NULL;

          signet_right_set_kind (right, word);
          signet_right_set_standing (right, standing_papers[j].standing);
          asked = signet_platform_list_right_papers (platform, right);
          slots = list_slots (asked, TRUE);
          expected = g_strjoin (*standing_papers[j].slots != '\0' ? " " : "",
                                g_str_equal (word, SIGNET_RIGHT_KIND_ORIGINAL_IMAGE) ? "original"
                                : g_str_equal (word, SIGNET_RIGHT_KIND_PORTRAIT)     ? "photograph"
                                                                                     : "certificate",
                                standing_papers[j].slots, NULL);
          assert_words ((const char *const *) slots, expected);
        }
    }

  words = g_strv_builder_end (builder);
  assert_words ((const char *const *) words, platforms[at].right_kinds);
}

/* A work that was never registered is shown by its original. */
static void
test_unregistered_work (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (GListModel) papers = NULL;
  guint n_alternatives = 0;

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_WORK);
  papers = signet_platform_list_right_papers (platform, right);
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, i);
      const char *const *alternatives = signet_paper_slot_get_alternatives (paper);
      g_auto (GStrv) slots = list_slots (papers, FALSE);

      for (guint j = 0; alternatives[j] != NULL; j++, n_alternatives++)
        g_assert_true (g_strv_contains ((const char *const *) slots, alternatives[j]));
    }
  g_assert_cmpuint (n_alternatives, ==, 1);
}

static void
test_authorisations (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  GListModel *scopes = signet_platform_get_authorisation_scopes (platform);
  GListModel *papers = signet_platform_get_authorisation_papers (platform);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) required = g_strv_builder_new ();
  g_auto (GStrv) all_words = NULL;
  g_auto (GStrv) required_words = NULL;
  g_auto (GStrv) required_slots = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (scopes); i++)
    {
      g_autoptr (SignetScope) scope = g_list_model_get_item (scopes, i);

      assert_label (signet_scope_get_label (scope), signet_scope_get_word (scope));
      g_strv_builder_add (all, signet_scope_get_word (scope));
      if (signet_scope_get_required (scope))
        g_strv_builder_add (required, signet_scope_get_word (scope));
    }
  all_words = g_strv_builder_end (all);
  required_words = g_strv_builder_end (required);
  assert_words ((const char *const *) all_words, "enforcement certification settlement litigation");
  assert_words ((const char *const *) required_words, SIGNET_SCOPE_ENFORCEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, i);

      assert_paper (paper, "authorisations");
    }
  required_slots = list_slots (papers, TRUE);
  assert_words ((const char *const *) required_slots, SIGNET_SLOT_AUTHORISATION);
  g_assert_true (signet_platform_get_authorisation_all_rights (platform));
}

static void
test_reasons (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  gsize at = find_platform (platform);
  g_auto (GStrv) known = g_strsplit (platforms[at].right_kinds, " ", -1);
  GListModel *list = signet_platform_get_reasons (platform);
  guint n_found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_auto (GStrv) rights = g_strsplit (reasons[i].right_kinds, " ", -1);
      g_autoptr (GString) expected = g_string_new (NULL);
      gboolean found = FALSE;

      for (guint j = 0; rights[j] != NULL; j++)
        if (g_strv_contains ((const char *const *) known, rights[j]))
          g_string_append_printf (expected, "%s%s", expected->len > 0 ? " " : "", rights[j]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (SignetReason) reason = g_list_model_get_item (list, j);

          if (!g_str_equal (signet_reason_get_code (reason), reasons[i].code))
            continue;
          found = TRUE;
          n_found++;
          assert_words (signet_reason_get_right_kinds (reason), expected->str);
          assert_words (signet_reason_get_target_kinds (reason), reasons[i].target_kinds);
          assert_label (signet_reason_get_label (reason), reasons[i].code);
          assert_label (signet_reason_get_explanation (reason), reasons[i].code);
          assert_label (signet_reason_get_evidence (reason), reasons[i].code);
        }
      g_assert_cmpint (found, ==, expected->len > 0);
    }
  g_assert_cmpuint (n_found, ==, g_list_model_get_n_items (list));
}

/* No right is certified in vain, and for each target there is one way in which the other side answers. */
static void
test_regimes (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  GListModel *kinds = signet_platform_get_right_kinds (platform);
  GListModel *regimes = signet_platform_get_regimes (platform);

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetRightKind) kind = g_list_model_get_item (kinds, i);
      const char *right = signet_right_kind_get_kind (kind);
      g_autoptr (GPtrArray) found = signet_platform_list_reasons (platform, right);

      g_assert_cmpuint (found->len, >, 0);
      for (gsize j = 0; j < G_N_ELEMENTS (targets); j++)
        {
          gboolean goods = j < 2;
          gboolean work =
              g_strv_contains (((const char *const[]){ "work", "software", "original_image", NULL }), right);
          const char *expected = g_str_equal (right, "portrait") ? "civil1196"
                                 : goods                         ? "ecl43"
                                 : work                          ? "regulation17"
                                                                 : "civil1196";
          guint n_regimes = 0;

          for (guint k = 0; k < g_list_model_get_n_items (regimes); k++)
            {
              g_autoptr (SignetRegime) regime = g_list_model_get_item (regimes, k);

              if (g_strv_contains (signet_regime_get_right_kinds (regime), right) &&
                  g_strv_contains (signet_regime_get_target_kinds (regime), targets[j]))
                {
                  n_regimes++;
                  g_assert_cmpstr (signet_regime_get_regime (regime), ==, expected);
                  g_assert_cmpint (signet_regime_get_days (regime), ==,
                                   goods && !g_str_equal (right, "portrait") ? 15 : 0);
                }
            }
          g_assert_cmpuint (n_regimes, ==, 1);
        }
    }
}

static void
test_review (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  gsize at = find_platform (platform);

  g_assert_cmpstr (signet_platform_get_review_rights (platform), ==, platforms[at].review_rights);
  g_assert_cmpstr (signet_platform_get_review_parties (platform), ==, platforms[at].review_rights);
  g_assert_cmpstr (signet_platform_get_review_authorisations (platform), ==, platforms[at].review_rights);
  assert_label (signet_platform_get_review_expected (platform), "review");
}

static JsonNode *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  JsonNode *node;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  node = signet_json_parse (bytes, &error);
  g_assert_no_error (error);
  return node;
}

static SignetPlatform *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = read_file (path);
  SignetPlatform *platform = signet_api_platform_from_node (node, &error);

  g_assert_no_error (error);
  return platform;
}

/* Null and FALSE mean the same as what isn't there. */
static void
drop_unsaid (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      drop_unsaid (json_array_get_element (json_node_get_array (node), i));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          JsonNode *member = json_object_get_member (object, l->data);

          drop_unsaid (member);
          if (JSON_NODE_HOLDS_NULL (member) ||
              (json_node_get_value_type (member) == G_TYPE_BOOLEAN && !json_node_get_boolean (member)))
            json_object_remove_member (object, l->data);
        }
    }
}

/* Read and written again nothing is lost: there is no member in the file that the program doesn't know. */
static void
test_unchanged (gconstpointer data)
{
  g_autoptr (JsonNode) node = read_file (data);
  g_autoptr (SignetPlatform) platform = load (data);
  g_autoptr (JsonNode) again = signet_api_platform_to_node (platform);

  drop_unsaid (node);
  drop_unsaid (again);
  g_assert_true (json_node_equal (node, again));
}

static void
assert_no_error_found (GPtrArray *findings, const char *what)
{
  for (guint i = 0; i < findings->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (findings, i);

      if (signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR)
        g_error ("%s: %s at %s", what, signet_finding_get_code (finding),
                 signet_finding_get_pointer (finding));
    }
}

static JsonArray *
get_examples (const char *schema)
{
  return json_object_get_array_member (json_node_get_object (examples), schema);
}

/* The contract shows a party and a right of every kind, and shows all as a platform would take them. */
static void
test_examples (gconstpointer data)
{
  SignetPlatform *platform = (SignetPlatform *) data;
  gsize at = find_platform (platform);
  g_autoptr (GDate) today = g_date_new_dmy (21, G_DATE_NOVEMBER, 2026);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) right_kinds = g_strsplit (platforms[at].right_kinds, " ", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < json_array_get_length (get_examples ("PartyRequest")); i++)
    {
      g_autoptr (SignetParty) party =
          signet_api_party_from_request (json_array_get_element (get_examples ("PartyRequest"), i), &error);
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_no_error (error);
      findings = signet_party_validate (party, platform, today);
      assert_no_error_found (findings, signet_party_get_kind (party));
      g_hash_table_add (shown, g_strdup (signet_party_get_kind (party)));
    }
  for (guint i = 0; i < json_array_get_length (get_examples ("RightRequest")); i++)
    {
      g_autoptr (SignetRight) right =
          signet_api_right_from_request (json_array_get_element (get_examples ("RightRequest"), i), &error);
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_no_error (error);
      if (!g_strv_contains ((const char *const *) right_kinds, signet_right_get_kind (right)))
        continue;
      findings = signet_right_validate (right, NULL, platform, today);
      assert_no_error_found (findings, signet_right_get_kind (right));
      g_hash_table_add (shown, g_strdup (signet_right_get_kind (right)));
    }

  for (guint i = 0; i < json_array_get_length (get_examples ("AuthorisationRequest")); i++)
    {
      g_autoptr (SignetAuthorisation) authorisation = signet_api_authorisation_from_request (
          json_array_get_element (get_examples ("AuthorisationRequest"), i), &error);
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_no_error (error);
      findings = signet_authorisation_validate (authorisation, NULL, NULL, NULL, platform, today);
      assert_no_error_found (findings, "authorisation");
    }

  for (gsize i = 0; i < G_N_ELEMENTS (party_kinds); i++)
    if (!g_hash_table_contains (shown, party_kinds[i]))
      g_error ("no example of a %s", party_kinds[i]);
  for (guint i = 0; right_kinds[i] != NULL; i++)
    if (!g_hash_table_contains (shown, right_kinds[i]))
      g_error ("no example of a %s", right_kinds[i]);
}

static void
add (const char *rules, const char *name, gconstpointer data, GTestDataFunc function)
{
  g_autofree char *path = g_strdup_printf ("/rule-sets/%s/%s", rules, name);

  g_test_add_data_func (path, data, function);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func (g_object_unref);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2 + (int) G_N_ELEMENTS (platforms));
  examples = read_file (argv[1]);

  for (int i = 2; i < argc; i++)
    {
      SignetPlatform *platform = load (argv[i]);
      const char *rules = signet_platform_get_rules (platform);

      g_ptr_array_add (loaded, platform);
      add (rules, "unchanged", argv[i], test_unchanged);
      add (rules, "parties", platform, test_parties);
      add (rules, "party-papers", platform, test_party_papers);
      add (rules, "rights", platform, test_rights);
      add (rules, "unregistered-work", platform, test_unregistered_work);
      add (rules, "authorisations", platform, test_authorisations);
      add (rules, "reasons", platform, test_reasons);
      add (rules, "regimes", platform, test_regimes);
      add (rules, "review", platform, test_review);
      add (rules, "examples", platform, test_examples);
    }
  status = g_test_run ();
  json_node_unref (examples);
  return status;
}
