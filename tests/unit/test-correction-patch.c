/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What findings open, what a merge patch then names, and where two versions differ. */

#include <string.h>

#include "api/signet-json.h"
#include "desk/signet-members.h"
#include "desk/signet-opening.h"
#include "desk/signet-resource.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-nice-class.h"
#include "model/signet-right.h"
#include "model/signet-words.h"
#include "store-fixture.h"

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  JsonNode *node = signet_json_parse (bytes, &error);

  g_assert_no_error (error);
  return node;
}

static SignetOpening *
open_by (JsonNode *held, const char *pointer, const char *slot)
{
  g_autoptr (GListStore) findings = g_list_store_new (SIGNET_TYPE_FINDING);
  g_autoptr (SignetFinding) finding = signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, "x",
                                                          slot != NULL ? "slot" : NULL, slot, NULL);

  g_list_store_append (findings, finding);
  return signet_opening_new (G_LIST_MODEL (findings), held);
}

static gboolean
is_open (gpointer opening, const char *pointer)
{
  return signet_opening_has (opening, pointer);
}

#define HELD                                                                                             \
  "{\"name\":\"A\",\"document\":{\"kind\":\"licence\",\"number\":\"1\",\"valid_until\":\"2026-01-01\"}," \
  "\"classes\":[{\"class\":30}],\"files\":[{\"slot\":\"a\",\"sha256\":\"1\",\"name\":\"1.pdf\"},"        \
  "{\"slot\":\"b\",\"sha256\":\"2\",\"name\":\"2.pdf\"}]}"
#define WANTED                                                            \
  "{\"name\":\"B\",\"document\":{\"kind\":\"licence\",\"number\":\"2\"}," \
  "\"classes\":[{\"class\":30},{\"class\":31}],"                          \
  "\"files\":[{\"slot\":\"a\",\"sha256\":\"3\",\"name\":\"3.pdf\"},"      \
  "{\"slot\":\"b\",\"sha256\":\"4\",\"name\":\"4.pdf\"}]}"

typedef struct
{
  const char *pointer;
  const char *slot;
  const char *patch;
} Case;

/* By hand, after RFC 7396 and the contract: only what a finding points to, lists whole, null for what goes.
 */
static const Case cases[] = {
  { "/name", NULL, "{\"name\":\"B\"}" },
  { "/document/number", NULL, "{\"document\":{\"number\":\"2\"}}" },
  { "/document/valid_until", NULL, "{\"document\":{\"valid_until\":null}}" },
  { "/document", NULL, "{\"document\":{\"kind\":\"licence\",\"number\":\"2\",\"valid_until\":null}}" },
  { "/classes/0/class", NULL, "{\"classes\":[{\"class\":30},{\"class\":31}]}" },
  { "/files/1", NULL,
    "{\"files\":[{\"slot\":\"a\",\"sha256\":\"1\",\"name\":\"1.pdf\"},"
    "{\"slot\":\"b\",\"sha256\":\"4\",\"name\":\"4.pdf\"}]}" },
  { "/files", "a",
    "{\"files\":[{\"slot\":\"b\",\"sha256\":\"2\",\"name\":\"2.pdf\"},"
    "{\"slot\":\"a\",\"sha256\":\"3\",\"name\":\"3.pdf\"}]}" },
  { "/files", NULL,
    "{\"files\":[{\"slot\":\"a\",\"sha256\":\"3\",\"name\":\"3.pdf\"},"
    "{\"slot\":\"b\",\"sha256\":\"4\",\"name\":\"4.pdf\"}]}" },
  { "", NULL, "{}" },
  { "/nam", NULL, "{}" },
};

static void
test_patch (void)
{
  g_autoptr (JsonNode) held = parse (HELD);
  g_autoptr (JsonNode) wanted = parse (WANTED);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SignetOpening) opening = open_by (held, cases[i].pointer, cases[i].slot);
      g_autoptr (JsonNode) patch = signet_members_make_patch (wanted, held, is_open, opening);
      g_autoptr (JsonNode) expected = parse (cases[i].patch);

      if (!json_node_equal (patch, expected))
        {
          g_autoptr (GBytes) bytes = signet_json_to_bytes (patch);

          g_error ("%s: %.*s", cases[i].pointer, (int) g_bytes_get_size (bytes),
                   (const char *) g_bytes_get_data (bytes, NULL));
        }
    }
}

static void
test_compare (void)
{
  g_autoptr (JsonNode) held = parse (HELD);
  g_autoptr (JsonNode) wanted = parse (WANTED);
  g_autoptr (GPtrArray) same = signet_members_compare (held, held);
  g_autoptr (GPtrArray) found = signet_members_compare (wanted, held);
  g_autofree char *all = NULL;

  g_assert_cmpuint (same->len, ==, 0);
  g_ptr_array_add (found, NULL);
  all = g_strjoinv (" ", (char **) found->pdata);
  g_assert_cmpstr (all, ==, "/name /document/number /document/valid_until /classes /files/a /files/b");
}

static gboolean
certify_write (SignetTables *tables, gpointer data, GError **error)
{
  SignetCertificationRecord mine = { .account = (char *) "acc",
                                     .kind = (char *) SIGNET_KIND_PARTY,
                                     .subject = (char *) "mine",
                                     .remote_id = (char *) "pty_mine",
                                     .status = (char *) SIGNET_STATUS_APPROVED };
  SignetCertificationRecord theirs = mine;

  theirs.subject = (char *) "theirs";
  theirs.remote_id = (char *) "pty_theirs";
  return store_fixture_add_account (tables, NULL, error) &&
         signet_certifications_save (tables, &mine, error) &&
         signet_certifications_save (tables, &theirs, error);
}

/* What the platform holds is taken member by member, in the desk's own names; the rest stays. */
static void
test_take (StoreFixture *fixture, gconstpointer data)
{
  static const char held[] =
      "{\"kind\":\"trademark\",\"number\":\"2\",\"name\":\"B\",\"owner\":\"B\",\"holders\":[\"pty_theirs\"],"
      "\"standing\":\"owner\",\"classes\":[{\"class\":31,\"goods\":\"x\"}],"
      "\"files\":[{\"slot\":\"certificate\",\"sha256\":\"2\",\"name\":\"2.pdf\",\"media_type\":\"application/pdf\","
      "\"bytes\":1},{\"slot\":\"renewal\",\"sha256\":\"3\",\"name\":\"3.pdf\",\"media_type\":\"application/pdf\","
      "\"bytes\":1}]}";
  static const char *const pointers[] = { "/owner", "/classes", "/files/certificate", "/holders", NULL };
  g_autoptr (JsonNode) theirs = parse (held);
  g_autoptr (SignetRight) right = signet_right_new ();
  g_autoptr (SignetEvidence)
      paper = signet_evidence_new ("certificate", "1.pdf", "application/pdf", "1", 1, "");
  g_autoptr (SignetEvidence) taken = NULL;
  g_autoptr (SignetNiceClass) nice = NULL;
  GListModel *papers = G_LIST_MODEL (signet_right_get_evidence (right));
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (right));
  SignetTables *tables;

  store_fixture_write (fixture, certify_write, NULL);
  tables = signet_store_get_tables (fixture->store);
  g_object_set (right, "id", "right", "kind", "trademark", "number", "1", "name", "A", "owner", "A",
                "party-id", "mine", "standing", "owner", NULL);
  g_list_store_append (signet_right_get_evidence (right), paper);
  for (guint i = 0; pointers[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      signet_resource_take (tables, "acc", SIGNET_KIND_RIGHT, theirs, pointers[i], SIGNET_RECORD (right),
                            &error);
      g_assert_no_error (error);
    }
  g_assert_cmpstr (signet_right_get_owner (right), ==, "B");
  g_assert_cmpstr (signet_right_get_party_id (right), ==, "theirs");
  g_assert_cmpuint (g_list_model_get_n_items (classes), ==, 1);
  nice = g_list_model_get_item (classes, 0);
  g_assert_cmpint (signet_nice_class_get_class_number (nice), ==, 31);
  g_assert_cmpuint (g_list_model_get_n_items (papers), ==, 1);
  taken = g_list_model_get_item (papers, 0);
  g_assert_cmpstr (signet_evidence_get_sha256 (taken), ==, "2");
  g_assert_cmpstr (signet_right_get_number (right), ==, "1");
  g_assert_cmpstr (signet_right_get_name (right), ==, "A");
  g_assert_cmpstr (signet_right_get_id (right), ==, "right");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/correction-patch/patch", test_patch);
  g_test_add_func ("/correction-patch/compare", test_compare);
  g_test_add ("/correction-patch/take", StoreFixture, NULL, store_fixture_set_up, test_take,
              store_fixture_tear_down);
  return g_test_run ();
}
