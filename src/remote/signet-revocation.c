/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-revocation.h"

#include "remote/signet-limit.h"
#include "remote/signet-remote-error.h"

/*
 * Gives tokens back to the platform (RFC 7009): the refresh token, with which everything that was ever made
 * of it ends. Whoever signs out waits for it, so it is given a few seconds and no second attempt. Belongs to
 * SignetSession. Main thread.
 */

#define LIMIT_MS 5000

typedef struct
{
  SignetTokens *tokens;
  SignetLimit *limit;
} Revocation;

static void
revocation_free (Revocation *revocation)
{
  signet_limit_free (revocation->limit);
  signet_tokens_unref (revocation->tokens);
  g_free (revocation);
}

static void
revoked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (SIGNET_HTTP (source), result, NULL, &error);

  /* Section 2.2: 200 says it, whatever stands in the body; but a page is somebody else's. */
  if (answer != NULL && (signet_answer_check_oauth (answer, SIGNET_REMOTE_ERROR_REFUSED, &error) ||
                         (signet_answer_get_status (answer) == 200 &&
                          !g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INTERCEPTED))))
    {
      g_clear_error (&error);
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetDiscovery *discovery = SIGNET_DISCOVERY (source);
  g_autoptr (GTask) task = user_data;
  Revocation *revocation = g_task_get_task_data (task);
  g_autoptr (SignetRequest) request = NULL;
  GError *error = NULL;

  if (!signet_discovery_load_finish (discovery, result, &error) ||
      !signet_discovery_require (discovery, signet_discovery_get_revocation_endpoint (discovery), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  request = signet_request_new ("POST", signet_discovery_get_revocation_endpoint (discovery));
  signet_request_set_form (request, "client_id", "signet", "token_type_hint", "refresh_token", "token",
                           signet_tokens_get_refresh_token (revocation->tokens), NULL);
  signet_http_exchange_async (signet_discovery_get_http (discovery), request, NULL,
                              signet_limit_get_cancellable (revocation->limit), revoked_cb,
                              g_object_ref (task));
}

/**
 * signet_revocation_async:
 * @discovery: the platform
 * @tokens: what is to end
 * @cancellable: (nullable): stops it
 * @callback: called within some seconds
 * @user_data: for @callback
 *
 * Gives the refresh token back, in one attempt. The platform is asked about itself first if it has not been
 * reached in this run.
 */
void
signet_revocation_async (SignetDiscovery *discovery,
                         SignetTokens *tokens,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (discovery, NULL, callback, user_data);
  Revocation *revocation = g_new0 (Revocation, 1);

  g_task_set_source_tag (task, signet_revocation_async);
  revocation->tokens = signet_tokens_ref (tokens);
  revocation->limit = signet_limit_new (cancellable, LIMIT_MS);
  g_task_set_task_data (task, revocation, (GDestroyNotify) revocation_free);
  signet_discovery_load_async (discovery, FALSE, signet_limit_get_cancellable (revocation->limit), loaded_cb,
                               g_steal_pointer (&task));
}

/**
 * signet_revocation_finish:
 * @result: the result
 * @error: return location: why the session may go on at the platform
 *
 * Returns: whether the platform has ended the session
 */
gboolean
signet_revocation_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
