/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-basis.h"

#include "api/signet-api-authorisation.h"
#include "model/signet-authorisation-chain.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"

/* What a complaint rests on: the right, the party for whom is filed and, where that isn't the account's own,
 * the chain of authorisations from that party to the account's own identity. The chain is followed anew each
 * time: a correction may have joined it otherwise.
 */

/* While a chain is collected. */
typedef struct
{
  SignetPracticePlatform *platform;
  gint64 account;
  GArray *rows; /* gint64, as the links */
  GError *error;
} Collector;

/* What is named, or what renews it. */
static char *
name (Collector *self, const char *kind, const char *id)
{
  g_autoptr (JsonObject) resource = NULL;
  gint64 row = 0;

  if (self->error == NULL && *id != '\0' &&
      signet_practice_certification_find (self->platform, self->account, kind, id, &row, &self->error) &&
      row != 0)
    signet_practice_certification_load (self->platform, row, NULL, &resource, NULL, &self->error);
  return g_strdup (resource != NULL ? signet_practice_json_get_string (resource, "id") : id);
}

/* Chains are compared by ids: all of them are brought to those of today. */
static void
bring_up_to_date (Collector *self, SignetAuthorisation *link)
{
  g_autofree char *principal = name (self, SIGNET_KIND_PARTY, signet_authorisation_get_principal_id (link));
  g_autofree char *agent = name (self, SIGNET_KIND_PARTY, signet_authorisation_get_agent_id (link));
  g_autofree char *follows = name (self, SIGNET_KIND_AUTHORISATION,
                                   signet_authorisation_get_follows_id (link));
  const char *const *rights = signet_authorisation_get_right_ids (link);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; rights[i] != NULL; i++)
    {
      g_autofree char *right = name (self, SIGNET_KIND_RIGHT, rights[i]);

      g_strv_builder_add (builder, right);
    }
  ids = g_strv_builder_end (builder);
  g_object_set (link, "principal-id", principal, "agent-id", agent, "follows-id", follows, "right-ids", ids,
                NULL);
}

static SignetAuthorisation *
load_link (Collector *self, const char *id)
{
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonNode) node = NULL;
  SignetAuthorisation *link;
  gint64 row;

  if (!signet_practice_certification_find (self->platform, self->account, SIGNET_KIND_AUTHORISATION, id, &row,
                                           &self->error) ||
      row == 0 ||
      !signet_practice_certification_load (self->platform, row, NULL, &resource, NULL, &self->error))
    return NULL;
  node = json_node_init_object (json_node_alloc (), resource);
  link = signet_api_authorisation_from_answer (node, NULL, &self->error);
  if (link == NULL)
    return NULL;
  g_array_append_val (self->rows, row);
  bring_up_to_date (self, link);
  return link;
}

static SignetAuthorisation *
lookup (const char *id, gpointer user_data)
{
  Collector *self = user_data;

  return self->error == NULL ? load_link (self, id) : NULL;
}

/* The links, last … first, and their rows. */
static gboolean
collect_chain (SignetPracticePlatform *platform,
               const SignetPracticeBasis *basis,
               GPtrArray **links,
               GArray **rows,
               GError **error)
{
  Collector collector = { .platform = platform, .account = basis->account };
  g_autoptr (JsonObject) last = NULL;

  if (basis->authorisation != 0 &&
      !signet_practice_certification_load (platform, basis->authorisation, NULL, &last, NULL, error))
    return FALSE;
  collector.rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  *links = signet_authorisation_collect_chain (signet_practice_json_get_string (last, "id"), lookup,
                                               &collector);
  *rows = collector.rows;
  if (collector.error == NULL)
    return TRUE;
  g_propagate_error (error, collector.error);
  g_clear_pointer (links, g_ptr_array_unref);
  g_clear_pointer (rows, g_array_unref);
  return FALSE;
}

static void
add (GArray *foundations, gint64 row, const char *pointer)
{
  SignetPracticeFoundation foundation = { .row = row, .pointer = pointer };

  for (guint i = 0; i < foundations->len; i++)
    if (g_array_index (foundations, SignetPracticeFoundation, i).row == row)
      return;
  g_array_append_val (foundations, foundation);
}

/**
 * signet_practice_basis_load:
 * @platform: the platform
 * @complaint: row of a complaint
 * @basis: (out caller-allocates): what it names, or what renews that
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_basis_load (SignetPracticePlatform *platform,
                            gint64 complaint,
                            SignetPracticeBasis *basis,
                            GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (platform), &statement, error,
          "SELECT account, right_n, principal_n, IFNULL (authorisation_n, 0) FROM complaints WHERE n = ?",
          "i", complaint))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  basis->account = signet_statement_get_int64 (statement, 0);
  basis->right = signet_statement_get_int64 (statement, 1);
  basis->principal = signet_statement_get_int64 (statement, 2);
  basis->authorisation = signet_statement_get_int64 (statement, 3);
  return signet_practice_certification_follow (platform, &basis->right, error) &&
         signet_practice_certification_follow (platform, &basis->principal, error) &&
         signet_practice_certification_follow (platform, &basis->authorisation, error);
}

/**
 * signet_practice_basis_list:
 * @platform: the platform
 * @basis: what a complaint names
 * @error: return location
 *
 * Returns: (transfer full) (element-type SignetPracticeFoundation) (nullable): all that must be certified:
 * the principal, the right, each link of the chain and each agent in it
 */
GArray *
signet_practice_basis_list (SignetPracticePlatform *platform,
                            const SignetPracticeBasis *basis,
                            GError **error)
{
  g_autoptr (GArray) foundations = g_array_new (FALSE, FALSE, sizeof (SignetPracticeFoundation));
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GArray) rows = NULL;

  if (!collect_chain (platform, basis, &links, &rows, error))
    return NULL;
  add (foundations, basis->principal, "/principal");
  add (foundations, basis->right, "/right");
  for (guint i = 0; i < links->len; i++)
    {
      gint64 agent;

      add (foundations, g_array_index (rows, gint64, i), "/authorisation");
      if (!signet_practice_certification_find (
              platform, basis->account, SIGNET_KIND_PARTY,
              signet_authorisation_get_agent_id (g_ptr_array_index (links, i)), &agent, error))
        return NULL;
      if (agent != 0)
        add (foundations, agent, "/authorisation");
    }
  return g_steal_pointer (&foundations);
}

/* The agent who files, if it is the account's own identity. */
static gboolean
find_own_agent (SignetPracticePlatform *platform, GPtrArray *links, const char **id, GError **error)
{
  g_autoptr (JsonObject) agent = NULL;
  const char *last;

  *id = "";
  if (links->len == 0)
    return TRUE;
  last = signet_authorisation_get_agent_id (g_ptr_array_index (links, 0));
  if (!signet_practice_certification_load_id (platform, last, NULL, &agent, error))
    return FALSE;
  if (agent != NULL && signet_practice_basis_is_own (agent))
    *id = last;
  return TRUE;
}

/**
 * signet_practice_basis_check_chain:
 * @platform: the platform
 * @basis: what a complaint names
 * @findings: (element-type SignetFinding): gets what is wrong with the chain
 * @error: return location
 *
 * Checks that whoever files may: for the principal, for this right, on this platform, today. Who files for
 * themselves needs no authorisation.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_basis_check_chain (SignetPracticePlatform *platform,
                                   const SignetPracticeBasis *basis,
                                   GPtrArray *findings,
                                   GError **error)
{
  g_autoptr (JsonObject) principal = NULL;
  g_autoptr (JsonObject) right = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GArray) rows = NULL;
  const char *agent;
  GDate today;

  if (!signet_practice_certification_load (platform, basis->principal, NULL, &principal, NULL, error))
    return FALSE;
  if (signet_practice_basis_is_own (principal))
    return TRUE;
  if (!signet_practice_certification_load (platform, basis->right, NULL, &right, NULL, error) ||
      !collect_chain (platform, basis, &links, &rows, error) ||
      !find_own_agent (platform, links, &agent, error))
    return FALSE;
  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (platform)), &today);
  found = signet_authorisation_check_chain (
      links, signet_practice_json_get_string (principal, "id"), agent,
      signet_practice_json_get_string (right, "id"),
      signet_practice_rules_get_name (signet_practice_platform_get_rules (platform)), &today);
  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&found));
  return TRUE;
}

/**
 * signet_practice_basis_is_own:
 * @party: a party as the wire has it
 *
 * Returns: %TRUE if it is who the account's holder is, which is what it is when nothing is said
 */
gboolean
signet_practice_basis_is_own (JsonObject *party)
{
  return json_object_get_boolean_member_with_default (party, "own", TRUE);
}
