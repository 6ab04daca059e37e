/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-session.h"

#include "api/signet-json.h"
#include "api/signet-mapping.h"

/* Where an account is signed in, as its platform tells it. Any thread. */

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/method", "method", SIGNET_IN_ANSWER },
  { "/device_name", "device", SIGNET_IN_ANSWER },
  { "/device_place", "place", SIGNET_IN_ANSWER },
  { "/created_at", "created-at", SIGNET_IN_ANSWER },
  { "/used_at", "used-at", SIGNET_IN_ANSWER },
  { "/current", "current", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};

static const SignetMapping mapping = { signet_session_row_get_type, members, G_N_ELEMENTS (members) };

/**
 * signet_api_session_from_answer:
 * @node: one of a platform's sessions
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the session; %NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetSessionRow *
signet_api_session_from_answer (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_api_sessions_from_answer:
 * @node: `/v1/account/sessions`
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type SignetSessionRow) (nullable): the sessions in the platform's order
 */
GPtrArray *
signet_api_sessions_from_answer (JsonNode *node, GError **error)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) failure = NULL;
  JsonArray *items = signet_json_get_array (node, "/items", &failure);

  for (guint i = 0; failure == NULL && items != NULL && i < json_array_get_length (items); i++)
    {
      SignetSessionRow *session = signet_api_session_from_answer (json_array_get_element (items, i),
                                                                  &failure);

      if (session != NULL)
        g_ptr_array_add (sessions, session);
    }
  if (failure == NULL)
    return g_steal_pointer (&sessions);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
