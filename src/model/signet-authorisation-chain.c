/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-authorisation-chain.h"

#include "model/signet-certification.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-validate-private.h"

#include <string.h>

/*
 * Chains of authorisations: from the principal to the agent who files, each agent passing on what it was
 * given. Every link must hold by itself, for the scope, the right, the platform and the day, and every link
 * but the last must allow that it is passed on (Civil Code 169: sub-delegation needs the principal's
 * consent).
 *
 * Pure functions; any thread, as long as nobody changes the records meanwhile.
 */

#define POINTER "/authorisation"

/* Nobody passes anything on so often; a longer chain is a circle that the ids hide. */
#define MOST_LINKS 32

static void
add (GPtrArray *findings, const char *code, guint number, const char *name, const char *value)
{
  g_autofree char *link = g_strdup_printf ("%u", number);

  g_ptr_array_add (
      findings, signet_finding_new (POINTER, SIGNET_SEVERITY_ERROR, code, "link", link, name, value, NULL));
}

/* Links count from the principal's, 1; in the array they stand from the last to the first. */
static SignetAuthorisation *
get_link (GPtrArray *links, guint number)
{
  return g_ptr_array_index (links, links->len - number);
}

/* Whether the link joins the one before it, or for the first, the principal itself. */
static gboolean
joins (GPtrArray *links, guint number, const char *principal_id)
{
  SignetAuthorisation *link = get_link (links, number);
  const char *before = number > 1 ? signet_authorisation_get_id (get_link (links, number - 1)) : "";

  return strcmp (signet_authorisation_get_principal_id (link), principal_id) == 0 &&
         strcmp (signet_authorisation_get_follows_id (link), before) == 0;
}

/* A day that isn't given doesn't bound it; one that can't be read bounds it always. */
static void
check_day (GPtrArray *findings, SignetAuthorisation *link, guint number, const GDate *day)
{
  const char *from = signet_authorisation_get_valid_from (link);
  const char *until = signet_authorisation_get_valid_until (link);
  GDate date;

  if (!signet_validate_is_empty (from) &&
      (!signet_validate_read_date (from, &date) || g_date_compare (&date, day) > 0))
    add (findings, SIGNET_FINDING_AUTHORISATION_NOT_BEGUN, number, "date", from);
  if (!signet_validate_is_empty (until) &&
      (!signet_validate_read_date (until, &date) || g_date_compare (&date, day) < 0))
    add (findings, SIGNET_FINDING_AUTHORISATION_EXPIRED, number, "date", until);
}

static void
check_link (GPtrArray *findings,
            GPtrArray *links,
            guint number,
            const char *right_id,
            const char *rules,
            const GDate *day)
{
  SignetAuthorisation *link = get_link (links, number);

  if (!signet_authorisation_is_for_enforcement (link))
    add (findings, SIGNET_FINDING_AUTHORISATION_SCOPE, number, NULL, NULL);
  if (right_id != NULL && !signet_authorisation_is_for_right (link, right_id))
    add (findings, SIGNET_FINDING_AUTHORISATION_RIGHT, number, "right", right_id);
  if (rules != NULL && !signet_authorisation_is_for_platform (link, rules))
    add (findings, SIGNET_FINDING_AUTHORISATION_PLATFORM, number, "platform", rules);
  if (day != NULL)
    check_day (findings, link, number, day);
  if (number < links->len && !signet_authorisation_get_sub_delegation (link))
    add (findings, SIGNET_FINDING_AUTHORISATION_NO_SUB_DELEGATION, number, NULL, NULL);
}

/**
 * signet_authorisation_collect_chain:
 * @id: (nullable): id of the last authorisation, the one given to the agent who files
 * @lookup: (scope call): finds an authorisation
 * @user_data: for @lookup
 *
 * Goes from an authorisation to those it follows. Ends at one that follows none, whose predecessor isn't
 * found, or that stood in the chain already: signet_authorisation_check_chain() then says that the chain is
 * broken.
 *
 * Returns: (transfer full) (element-type SignetAuthorisation): the chain, last … first; empty if @id isn't
 * found
 */
GPtrArray *
signet_authorisation_collect_chain (const char *id, SignetAuthorisationLookup lookup, gpointer user_data)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (id != NULL && *id != '\0' && links->len < MOST_LINKS && g_hash_table_add (seen, g_strdup (id)))
    {
      SignetAuthorisation *link = lookup (id, user_data);

      if (link == NULL)
        break;
      g_ptr_array_add (links, link);
      id = signet_authorisation_get_follows_id (link);
    }
  return links;
}

/**
 * signet_authorisation_check_chain:
 * @links: (nullable) (element-type SignetAuthorisation): the chain, last … first
 * @principal_id: id of the party for whom is filed
 * @agent_id: id of the party that files, the account's own
 * @right_id: (nullable): id of the right that is enforced, or %NULL to leave it out
 * @rules: (nullable): name of the rule set of the platform, or %NULL to leave it out
 * @day: (nullable): the day in Asia/Shanghai, or %NULL to leave it out
 *
 * Checks that the agent may file for the principal. All ids are of the same sort, local or the platform's.
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, at "/authorisation"; empty if the
 * agent may
 */
GPtrArray *
signet_authorisation_check_chain (GPtrArray *links,
                                  const char *principal_id,
                                  const char *agent_id,
                                  const char *right_id,
                                  const char *rules,
                                  const GDate *day)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (principal_id != NULL, findings);
  g_return_val_if_fail (agent_id != NULL, findings);

  if (links == NULL || links->len == 0)
    {
      g_ptr_array_add (findings, signet_finding_new (POINTER, SIGNET_SEVERITY_ERROR,
                                                     SIGNET_FINDING_AUTHORISATION_MISSING, NULL));
      return findings;
    }

  for (guint number = 1; number <= links->len; number++)
    {
      SignetAuthorisation *link = get_link (links, number);

      if (!joins (links, number, principal_id) ||
          (number == links->len && strcmp (signet_authorisation_get_agent_id (link), agent_id) != 0))
        add (findings, SIGNET_FINDING_AUTHORISATION_BROKEN, number, NULL, NULL);
      check_link (findings, links, number, right_id, rules, day);
    }
  return findings;
}

/**
 * signet_authorisation_check_standing:
 * @links: (element-type SignetAuthorisation): the chain, last … first
 * @agent_id: id of the party that files, the account's own
 * @find_standing: (scope call): finds where an authorisation or a party stands with the platform
 * @find_name: (scope call): finds what a party is called
 * @user_data: for both
 * @findings: (element-type SignetFinding): gets what is found, at "/authorisation"
 *
 * A platform takes a complaint only if every link is certified there, and every agent in the chain, the one
 * who files among them. A finding about a link has its number and who is authorised by it ("link", "agent"),
 * one about an agent its name ("own" if it is the account's own identity, else "party").
 */
void
signet_authorisation_check_standing (GPtrArray *links,
                                     const char *agent_id,
                                     SignetStandingFunc find_standing,
                                     SignetNameFunc find_name,
                                     gpointer user_data,
                                     GPtrArray *findings)
{
  g_return_if_fail (links != NULL);
  g_return_if_fail (agent_id != NULL);
  g_return_if_fail (findings != NULL);

  for (guint number = 1; number <= links->len; number++)
    {
      SignetAuthorisation *link = get_link (links, number);
      const char *id = signet_authorisation_get_id (link);
      const char *agent = signet_authorisation_get_agent_id (link);
      g_autofree char *standing = find_standing (id, user_data);
      g_autofree char *agent_standing = find_standing (agent, user_data);
      g_autofree char *name = find_name (agent, user_data);
      g_autofree char *place = g_strdup_printf ("%u", number);

      if (!signet_certification_can_carry (standing))
        g_ptr_array_add (findings, signet_finding_new (POINTER, SIGNET_SEVERITY_ERROR,
                                                       SIGNET_FINDING_NOT_CERTIFIED, "status", standing, "id",
                                                       id, "link", place, "agent", name, NULL));
      if (!signet_certification_can_carry (agent_standing))
        g_ptr_array_add (findings,
                         signet_finding_new (POINTER, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_NOT_CERTIFIED,
                                             "status", agent_standing, "id", agent,
                                             strcmp (agent, agent_id) == 0 ? "own" : "party", name, NULL));
    }
}
