/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-route.h"

#include <string.h>

/* Which handler answers which method and path. */

static const SignetPracticeRoute *const tables[] = {
  signet_practice_change_routes,        signet_practice_complaint_routes, signet_practice_file_routes,
  signet_practice_certification_routes, signet_practice_account_routes,   signet_practice_password_routes,
  signet_practice_session_routes,       signet_practice_challenge_routes, signet_practice_device_routes,
  signet_practice_oauth_routes,         signet_practice_discovery_routes, signet_practice_message_routes,
  signet_practice_control_routes,       signet_practice_decision_routes,
};

static gboolean
matches (const char *pattern, const char *path, char **id)
{
  const char *brace = strchr (pattern, '{');
  const char *end;

  if (brace == NULL)
    return g_str_equal (pattern, path);
  if (strncmp (pattern, path, (gsize) (brace - pattern)) != 0)
    return FALSE;
  path += brace - pattern;
  end = strchrnul (path, '/');
  if (end == path || !g_str_equal (end, brace + strlen ("{id}")))
    return FALSE;
  g_free (*id);
  *id = g_strndup (path, (gsize) (end - path));
  return TRUE;
}

/**
 * signet_practice_route_find:
 * @method: HTTP method
 * @path: path
 * @id: (out) (transfer full) (nullable): what stands for `{id}`
 * @allow: (out) (transfer full) (nullable): methods served at the path, %NULL if nothing is
 *
 * Finds the route; HEAD is served wherever GET is.
 *
 * Returns: (transfer none) (nullable): the route
 */
const SignetPracticeRoute *
signet_practice_route_find (const char *method, const char *path, char **id, char **allow)
{
  const SignetPracticeRoute *found = NULL;
  const SignetPracticeRoute *get = NULL;
  g_autoptr (GString) methods = g_string_new (NULL);

  *id = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SignetPracticeRoute *route = tables[i]; route->method != NULL; route++)
      {
        if (!matches (route->path, path, id))
          continue;
        g_string_append_printf (methods, "%s%s", methods->len > 0 ? ", " : "", route->method);
        if (g_str_equal (route->method, "GET"))
          {
            g_string_append (methods, ", HEAD");
            get = route;
          }
        if (g_str_equal (route->method, method))
          found = route;
      }
  if (found == NULL && g_str_equal (method, "HEAD"))
    found = get;
  *allow = methods->len > 0 ? g_strdup (methods->str) : NULL;
  return found;
}
