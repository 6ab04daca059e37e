/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-authorisation-chain.h"
#include "model/signet-authorisation-validate.h"
#include "test-fixtures.h"

/* Authorisations, and the chains they make. */

static SignetAuthorisation *
make_link (const char *id, const char *agent, const char *follows)
{
  const char *scope[] = { "certification", "enforcement", NULL };
  SignetAuthorisation *self = signet_authorisation_new ();

  g_object_set (self, "id", id, "principal-id", "owner", "agent-id", agent, "follows-id", follows,
                "handler-name", "林小满", "all-rights", TRUE, "all-platforms", TRUE, "valid-from",
                "2026-01-01", "valid-until", "2026-12-31", "sub-delegation", TRUE, NULL);
  signet_authorisation_set_scope (self, scope);
  test_fixtures_attach (signet_authorisation_get_evidence (self), "authorisation", "application/pdf", 100);
  return self;
}

static void
set_texts (SignetAuthorisation *self, const char *property, const char *texts)
{
  g_auto (GStrv) list = *texts != '\0' ? g_strsplit (texts, " ", -1) : NULL;

  g_object_set (self, property, list, NULL);
}

static void
test_validate (void)
{
  static const struct
  {
    const char *property;
    const char *value;
    const char *expected;
  } rows[] = {
    { "signed-on", "2025-12-24", "" },
    { "signed-on", "2026-11-22", "error /signed_on date-future date=2026-11-22" },
    { "principal-id", "", "error /principal required" },
    { "agent-id", "", "error /agent required" },
    { "agent-id", "owner", "error /agent same-party" },
    { "follows-id", "one", "error /follows chain-loop" },
    { "handler-name", "", "error /handler/name required" },
    { "handler-document-number", "440308199901101512", "" },
    { "handler-document-number", "440308-19990110-1512", "" },
    { "handler-document-number", "440308199901101513", "warning /handler/document_number check-digit" },
    { "handler-document-number", "360426199113010079", "error /handler/document_number date" },
    { "handler-document-number", "11010519491231002", "error /handler/document_number length" },
    { "handler-document-number", "44O308199901101512", "error /handler/document_number alphabet" },
    { "handler-document-number", "110105201501010017", "warning /handler/document_number under-16" },
    { "handler-document-number", "110105491231002", "warning /handler/document_number old-15" },
    { "handler-document-number", "810000199408230021", "" },
    { "handler-document-number", "932682198501010017", "" },
    { "handler-document-number", "H12345678", "" },
    { "handler-document-number", "AB-12345", "" },
    { "handler-document-number", "DEU310012345678", "" },
    { "handler-document-number", "1234", "error /handler/document_number length" },
    { "handler-document-number", "C01X00T4号", "error /handler/document_number alphabet" },
    { "valid-from", "", "error /valid_from required" },
    { "valid-until", "", "error /valid_until required" },
    { "valid-until", "2026", "error /valid_until date" },
    { "valid-until", "2025-12-31",
      "error /valid_until date-order valid_from=2026-01-01 valid_until=2025-12-31" },
    { "valid-until", "2026-11-20", "error /valid_until expired date=2026-11-20" },
    { "valid-from", "2026-11-22", "warning /valid_from not-begun date=2026-11-22" },
  };
  GDate today;

  test_fixtures_set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetAuthorisation) self = make_link ("one", "agent", "");
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;

      g_object_set (self, rows[i].property, rows[i].value, NULL);
      findings = signet_authorisation_validate (self, NULL, NULL, NULL, NULL, &today);
      text = test_fixtures_describe (findings);
      g_test_message ("%s %s", rows[i].property, rows[i].value);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
check (SignetAuthorisation *self, SignetParty *giver, SignetAuthorisation *follows, const char *expected)
{
  g_autoptr (SignetPlatform) platform = g_object_new (SIGNET_TYPE_PLATFORM, "rules", "kuaishou", NULL);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *text = NULL;
  GDate today;

  test_fixtures_set_today (&today);
  findings = signet_authorisation_validate (self, giver, NULL, follows, platform, &today);
  text = test_fixtures_describe (findings);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_scope (void)
{
  g_autoptr (SignetAuthorisation) self = make_link ("one", "agent", "");
  g_autoptr (SignetParty) principal = test_fixtures_make_party ();

  check (self, NULL, NULL, "");
  g_object_set (self, "all-rights", FALSE, "all-platforms", FALSE, "scope", NULL, NULL);
  check (self, NULL, NULL,
         "error /scope scope-enforcement\nerror /rights required\nerror /platforms required");
  set_texts (self, "scope", "enforcement");
  set_texts (self, "right-ids", "right-1 right-2");
  set_texts (self, "platforms", "ippro");
  check (self, NULL, NULL, "warning /platforms authorisation-platform platform=kuaishou");
  set_texts (self, "platforms", "ippro kuaishou");
  g_list_store_remove_all (signet_authorisation_get_evidence (self));
  check (self, NULL, NULL, "error /files paper-missing slot=authorisation");
  test_fixtures_attach (signet_authorisation_get_evidence (self), "authorisation", "application/pdf", 100);

  g_object_set (principal, "kind", "foreign_organisation", "country", "AE", NULL);
  check (self, principal, NULL,
         "warning /files legalisation-missing country=AE form=consular slot=legalisation\n"
         "warning /files translation-missing slot=translation");
  signet_authorisation_set_follows_id (self, "zero");
  check (self, NULL, NULL, "");
}

/* Whoever signs it abroad has it legalised and translated: the principal, or the agent that passes it on. */
static void
test_giver (void)
{
  static const struct
  {
    const char *kind;
    const char *country;
    const char *expected;
  } rows[] = {
    { "mainland_organisation", "", "" },
    { "hong_kong_organisation", "", "" },
    { "foreign_person", "US",
      "warning /files legalisation-missing country=US form=apostille slot=legalisation\n"
      "warning /files translation-missing slot=translation" },
    { "foreign_organisation", "VN",
      "warning /files legalisation-missing country=VN form=consular slot=legalisation\n"
      "warning /files translation-missing slot=translation" },
  };
  g_autoptr (SignetAuthorisation) first = make_link ("one", "agent", "");
  g_autoptr (SignetAuthorisation) second = make_link ("two", "firm", "one");

  g_assert_cmpstr (signet_authorisation_get_giver_id (first, NULL), ==, "owner");
  g_assert_cmpstr (signet_authorisation_get_giver_id (second, first), ==, "agent");
  g_assert_cmpstr (signet_authorisation_get_giver_id (second, NULL), ==, "");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SignetParty) giver = test_fixtures_make_party ();

      g_object_set (giver, "kind", rows[i].kind, "country", rows[i].country, NULL);
      check (first, giver, NULL, rows[i].expected);
      check (second, giver, first, rows[i].expected);
    }
}

static void
test_follows (void)
{
  g_autoptr (SignetAuthorisation) first = make_link ("one", "agent", "");
  g_autoptr (SignetAuthorisation) second = make_link ("two", "firm", "one");

  check (second, NULL, first, "");
  signet_authorisation_set_sub_delegation (first, FALSE);
  check (second, NULL, first, "error /follows no-sub-delegation");
  signet_authorisation_set_principal_id (first, "another");
  check (second, NULL, first, "error /follows chain-principal\nerror /follows no-sub-delegation");
  g_object_set (first, "principal-id", "owner", "sub-delegation", TRUE, "follows-id", "two", NULL);
  check (second, NULL, first, "error /follows chain-loop");
  g_object_set (first, "follows-id", "", "agent-id", "firm", NULL);
  check (second, NULL, first, "error /agent same-party");
}

/* P to A to B to C: "link property value" of one change. */
static void
test_chains (void)
{
  static const struct
  {
    guint link;
    const char *property;
    const char *value;
    const char *expected;
  } rows[] = {
    { 1, "handler-name", "x", "" },
    { 1, "sub-delegation", NULL, "error /authorisation authorisation-no-sub-delegation link=1" },
    { 2, "sub-delegation", NULL, "error /authorisation authorisation-no-sub-delegation link=2" },
    { 3, "sub-delegation", NULL, "" },
    { 1, "principal-id", "another", "error /authorisation authorisation-broken link=1" },
    { 2, "principal-id", "a", "error /authorisation authorisation-broken link=2" },
    { 1, "follows-id", "zero", "error /authorisation authorisation-broken link=1" },
    { 3, "follows-id", "one", "error /authorisation authorisation-broken link=3" },
    { 3, "agent-id", "d", "error /authorisation authorisation-broken link=3" },
    { 2, "agent-id", "d", "" },
    { 2, "valid-from", "2026-11-22", "error /authorisation authorisation-not-begun link=2 date=2026-11-22" },
    { 2, "valid-from", "2026-11-21", "" },
    { 1, "valid-until", "2026-11-20", "error /authorisation authorisation-expired link=1 date=2026-11-20" },
    { 1, "valid-until", "2026-11-21", "" },
    { 1, "valid-until", "soon", "error /authorisation authorisation-expired link=1 date=soon" },
    { 2, "scope", "certification", "error /authorisation authorisation-scope link=2" },
    { 2, "right-ids", "right-1 right-2", "" },
    { 2, "right-ids", "right-2", "error /authorisation authorisation-right link=2 right=right-1" },
    { 3, "platforms", "ippro", "error /authorisation authorisation-platform link=3 platform=kuaishou" },
    { 3, "platforms", "ippro kuaishou", "" },
  };
  GDate day;

  test_fixtures_set_today (&day);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *text = NULL;
      SignetAuthorisation *link;

      g_ptr_array_add (links, make_link ("three", "c", "two"));
      g_ptr_array_add (links, make_link ("two", "b", "one"));
      g_ptr_array_add (links, make_link ("one", "a", ""));
      link = links->pdata[3 - rows[i].link];
      if (g_str_equal (rows[i].property, "right-ids"))
        g_object_set (link, "all-rights", FALSE, NULL);
      if (g_str_equal (rows[i].property, "platforms"))
        g_object_set (link, "all-platforms", FALSE, NULL);
      if (rows[i].value == NULL)
        g_object_set (link, rows[i].property, FALSE, NULL);
      else if (g_str_equal (rows[i].property, "right-ids") || g_str_equal (rows[i].property, "platforms") ||
               g_str_equal (rows[i].property, "scope"))
        set_texts (link, rows[i].property, rows[i].value);
      else
        g_object_set (link, rows[i].property, rows[i].value, NULL);

      findings = signet_authorisation_check_chain (links, "owner", "c", "right-1", "kuaishou", &day);
      text = test_fixtures_describe (findings);
      g_test_message ("%u %s", rows[i].link, rows[i].property);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static SignetAuthorisation *
look_up (const char *id, gpointer user_data)
{
  SignetAuthorisation *link = g_hash_table_lookup (user_data, id);

  return link != NULL ? g_object_ref (link) : NULL;
}

static void
check_collected (GHashTable *all, const char *id, guint n_links, const char *expected)
{
  g_autoptr (GPtrArray) links = signet_authorisation_collect_chain (id, look_up, all);
  g_autoptr (GPtrArray) findings = signet_authorisation_check_chain (links, "owner", "b", NULL, NULL, NULL);
  g_autofree char *text = test_fixtures_describe (findings);

  g_assert_cmpuint (links->len, ==, n_links);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_collect (void)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  SignetAuthorisation *first = make_link ("one", "a", "");

  g_hash_table_insert (all, (char *) "one", first);
  g_hash_table_insert (all, (char *) "two", make_link ("two", "b", "one"));
  g_hash_table_insert (all, (char *) "orphan", make_link ("orphan", "b", "gone"));

  check_collected (all, "two", 2, "");
  check_collected (all, "one", 1, "error /authorisation authorisation-broken link=1");
  check_collected (all, "orphan", 1, "error /authorisation authorisation-broken link=1");
  check_collected (all, NULL, 0, "error /authorisation authorisation-missing");
  check_collected (all, "gone", 0, "error /authorisation authorisation-missing");
  signet_authorisation_set_follows_id (first, "two");
  check_collected (all, "two", 2, "error /authorisation authorisation-broken link=1");
}

static char *
find_standing (const char *id, gpointer user_data)
{
  const char *standing = g_hash_table_lookup (user_data, id);

  return g_strdup (standing != NULL ? standing : "approved");
}

static char *
find_name (const char *id, gpointer user_data)
{
  return g_ascii_strup (id, -1);
}

/* Each link and each agent must be certified, and it is said which one isn't. */
static void
test_standing (void)
{
  static const struct
  {
    const char *id;
    const char *standing;
    const char *expected;
  } rows[] = {
    { "one", "submitted", "" },
    { "one", "queued", "" },
    { "one", "needs_correction",
      "error /authorisation not-certified status=needs_correction id=one link=1 agent=A" },
    { "two", "expired", "error /authorisation not-certified status=expired id=two link=2 agent=B" },
    { "two", "uncertified", "error /authorisation not-certified status=uncertified id=two link=2 agent=B" },
    { "a", "rejected", "error /authorisation not-certified status=rejected id=a party=A" },
    { "b", "failed", "error /authorisation not-certified status=failed id=b own=B" },
    { "owner", "expired", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GHashTable) standings = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *text = NULL;

      g_ptr_array_add (links, make_link ("two", "b", "one"));
      g_ptr_array_add (links, make_link ("one", "a", ""));
      g_hash_table_insert (standings, (char *) rows[i].id, (char *) rows[i].standing);
      signet_authorisation_check_standing (links, "b", find_standing, find_name, standings, findings);
      text = test_fixtures_describe (findings);
      g_test_message ("%s %s", rows[i].id, rows[i].standing);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* Whatever was typed, something is found and nothing breaks. */
static void
test_any_text (void)
{
  static const char *texts[] = { " ", "\xff\xfe", "0000-00-00", "9999-12-31", "2024-02-30", "\n\n" };
  GDate today;

  test_fixtures_set_today (&today);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *list[] = { texts[i], texts[i], NULL };
      g_autoptr (SignetAuthorisation) self = signet_authorisation_new ();
      g_autoptr (GPtrArray) links = g_ptr_array_new ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GPtrArray) of_chain = NULL;
      guint n_pspecs;
      g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);

      for (guint k = 0; k < n_pspecs; k++)
        if (pspecs[k]->value_type == G_TYPE_STRING)
          g_object_set (self, pspecs[k]->name, texts[i], NULL);
        else if (pspecs[k]->value_type == G_TYPE_STRV)
          g_object_set (self, pspecs[k]->name, list, NULL);
      findings = signet_authorisation_validate (self, NULL, NULL, self, NULL, &today);
      g_assert_cmpuint (findings->len, >, 0);
      g_ptr_array_add (links, self);
      g_ptr_array_add (links, self);
      of_chain = signet_authorisation_check_chain (links, texts[i], texts[i], texts[i], texts[i], &today);
      g_assert_cmpuint (of_chain->len, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/authorisation/validate", test_validate);
  g_test_add_func ("/model/authorisation/scope", test_scope);
  g_test_add_func ("/model/authorisation/giver", test_giver);
  g_test_add_func ("/model/authorisation/follows", test_follows);
  g_test_add_func ("/model/authorisation/chains", test_chains);
  g_test_add_func ("/model/authorisation/collect", test_collect);
  g_test_add_func ("/model/authorisation/standing", test_standing);
  g_test_add_func ("/model/authorisation/any-text", test_any_text);

  return g_test_run ();
}
