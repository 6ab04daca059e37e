/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-authorisation.h"
#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "api/signet-json.h"
#include "model/signet-authorisation-chain.h"
#include "model/signet-authorisation-validate.h"
#include "model/signet-finding.h"
#include "model/signet-right-validate.h"
#include "probe-files.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

/* probe-right [--rules NAME] [--today YYYY-MM-DD] [--party FILE] [--chain FILE]: checks the right on stdin,
 * as JSON of a request or a draft. Per finding, in its order: "SEVERITY POINTER CODE".
 *
 * --party is the holder, likewise. --chain checks too whether an agent may enforce the right (its "id"): an
 * object with "authorisations" (each with its "id"), "authorisation" (id of the last), "principal" and
 * "agent"; for the platform of --platform, or that of --rules. With "parties" (each with its "id") each of
 * the authorisations is checked by itself, too, as signed by one of them. */

static GBytes *
read_bytes (const char *path, GError **error)
{
  char *text;
  gsize length;

  return g_file_get_contents (path, &text, &length, error) ? g_bytes_new_take (text, length) : NULL;
}

/* Without --today the day in Shanghai. */
static gboolean
set_today (const char *text, GDate *today)
{
  g_autoptr (GTimeZone) shanghai = g_time_zone_new_offset (8 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new_now (shanghai);
  g_autofree char *midnight = text != NULL ? g_strconcat (text, "T00:00:00", NULL) : NULL;
  g_autoptr (GDateTime) given = text != NULL ? g_date_time_new_from_iso8601 (midnight, shanghai) : NULL;
  int year, month, day;

  if (text != NULL && given == NULL)
    return FALSE;
  g_date_time_get_ymd (given != NULL ? given : now, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static void
print_findings (GPtrArray *findings, const char *above)
{
  for (guint i = 0; i < findings->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (findings, i);

      printf ("%s %s%s %s\n", signet_severity_to_text (signet_finding_get_severity (finding)), above,
              signet_finding_get_pointer (finding), signet_finding_get_code (finding));
    }
}

static JsonNode *
find_by_id (JsonNode *chain, const char *list, const char *id)
{
  JsonArray *array = signet_json_get_array (chain, list, NULL);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (g_strcmp0 (signet_json_get_text (node, "/id", NULL), id) == 0)
        return node;
    }
  return NULL;
}

static SignetAuthorisation *
look_up (const char *id, gpointer user_data)
{
  JsonNode *node = find_by_id (user_data, "/authorisations", id);
  SignetAuthorisation *link = node != NULL ? signet_api_authorisation_from_request (node, NULL) : NULL;

  if (link != NULL)
    signet_authorisation_set_id (link, id);
  return link;
}

/* Each link by itself, under "/authorisations/" and its id. */
static void
check_links (JsonNode *chain, GPtrArray *links, const GDate *today)
{
  for (guint i = 0; i < links->len; i++)
    {
      SignetAuthorisation *link = g_ptr_array_index (links, i);
      SignetAuthorisation *follows = i + 1 < links->len ? g_ptr_array_index (links, i + 1) : NULL;
      JsonNode *node = find_by_id (chain, "/parties", signet_authorisation_get_giver_id (link, follows));
      g_autoptr (SignetParty) giver = node != NULL ? signet_api_party_from_request (node, NULL) : NULL;
      g_autoptr (GPtrArray)
          findings = signet_authorisation_validate (link, giver, NULL, follows, NULL, today);
      g_autofree char *above = g_strconcat ("/authorisations/", signet_authorisation_get_id (link), NULL);

      print_findings (findings, above);
    }
}

static gboolean
check_chain (const char *path, SignetRight *right, const char *rules, const GDate *today, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (path, error);
  g_autoptr (JsonNode) chain = bytes != NULL ? signet_json_parse (bytes, error) : NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const char *principal;
  const char *agent;

  if (chain == NULL)
    return FALSE;
  principal = signet_json_get_text (chain, "/principal", error);
  agent = signet_json_get_text (chain, "/agent", *error == NULL ? error : NULL);
  if (*error != NULL)
    return FALSE;
  links = signet_authorisation_collect_chain (signet_json_get_text (chain, "/authorisation", NULL), look_up,
                                              chain);
  findings = signet_authorisation_check_chain (links, principal != NULL ? principal : "",
                                               agent != NULL ? agent : "", signet_right_get_id (right), rules,
                                               today);
  print_findings (findings, "");
  if (json_object_has_member (json_node_get_object (chain), "parties"))
    check_links (chain, links, today);
  return TRUE;
}

static int
fail (GError *error)
{
  fprintf (stderr, "probe-right: %s\n", error->message);
  return 2;
}

int
main (int argc, char *argv[])
{
  g_autofree char *rules = NULL;
  g_autofree char *day = NULL;
  g_autofree char *party_path = NULL;
  g_autofree char *chain_path = NULL;
  g_autofree char *platform_name = NULL;
  GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_STRING, &rules, "The rule set: kuaishou or ippro", "NAME" },
    { "today", 0, 0, G_OPTION_ARG_STRING, &day, "The day in Shanghai", "YYYY-MM-DD" },
    { "party", 0, 0, G_OPTION_ARG_FILENAME, &party_path, "The party that holds the right", "FILE" },
    { "chain", 0, 0, G_OPTION_ARG_FILENAME, &chain_path, "Authorisations by which an agent enforces it",
      "FILE" },
    { "platform", 0, 0, G_OPTION_ARG_STRING, &platform_name, "Where, if it isn't the one of the rules",
      "NAME" },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) options = g_option_context_new ("< RIGHT");
  g_autoptr (SignetPlatform) platform = NULL;
  g_autoptr (SignetParty) party = NULL;
  g_autoptr (SignetRight) right = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  GDate today;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    return fail (error);
  if (argc > 1 || !set_today (day, &today))
    {
      fprintf (
          stderr,
          "usage: probe-right [--rules NAME] [--today YYYY-MM-DD] [--party FILE] [--chain FILE] < RIGHT\n");
      return 2;
    }
  if (rules != NULL && (platform = probe_read_rules (rules, &error)) == NULL)
    return fail (error);
  if (party_path != NULL)
    {
      g_autoptr (GBytes) text = read_bytes (party_path, &error);

      party = text != NULL ? signet_api_party_from_draft (text, &error) : NULL;
      if (party == NULL)
        return fail (error);
    }

  bytes = read_bytes ("/dev/stdin", &error);
  right = bytes != NULL ? signet_api_right_from_draft (bytes, &error) : NULL;
  if (right == NULL)
    return fail (error);

  findings = signet_right_validate (right, party, platform, &today);
  print_findings (findings, "");
  if (chain_path != NULL &&
      !check_chain (chain_path, right, platform_name != NULL ? platform_name : rules, &today, &error))
    return fail (error);

  return fflush (stdout) != 0;
}
