/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-ending.h"

#include "remote/signet-revocation.h"

/*
 * The end of a session that the person wants: first the secret leaves the keyring, whatever the network says,
 * then the platform is told. Belongs to SignetSession. Main thread.
 */

/* What it has come to so far. */
typedef struct
{
  SignetDiscovery *discovery;
  SignetCredentials *credentials;
  char *account;
  SignetTokens *tokens; /* to be given back, or NULL */
  gboolean revoked;
  GError *error; /* of the keyring */
} Ending;

static void
ending_free (Ending *ending)
{
  g_object_unref (ending->discovery);
  g_object_unref (ending->credentials);
  g_free (ending->account);
  g_clear_pointer (&ending->tokens, signet_tokens_unref);
  g_clear_error (&ending->error);
  g_free (ending);
}

static void
return_ending (GTask *task)
{
  Ending *ending = g_task_get_task_data (task);

  if (ending->error != NULL)
    g_task_return_error (task, g_steal_pointer (&ending->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
revoked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Ending *ending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  ending->revoked = signet_revocation_finish (result, &error);
  if (!ending->revoked)
    g_message ("The platform could not be told that the session is over: %s", error->message);
  return_ending (task);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Ending *ending = g_task_get_task_data (task);
  GError *error = NULL;

  if (!signet_credentials_clear_finish (ending->credentials, result, &error) && ending->error == NULL)
    ending->error = g_steal_pointer (&error);
  g_clear_error (&error);
  /* A secret that stays in a locked keyring is worth nothing once it is revoked. */
  if (ending->tokens != NULL)
    signet_revocation_async (ending->discovery, ending->tokens, g_task_get_cancellable (task), revoked_cb,
                             g_object_ref (task));
  else
    return_ending (task);
}

static void
clear_secret (GTask *task)
{
  Ending *ending = g_task_get_task_data (task);

  signet_credentials_clear_async (ending->credentials, ending->account, g_task_get_cancellable (task),
                                  cleared_cb, g_object_ref (task));
}

/* The session was never taken up in this run: what is to be given back is in the keyring. */
static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Ending *ending = g_task_get_task_data (task);
  char *secret = signet_credentials_lookup_finish (ending->credentials, result, &ending->error);

  if (secret != NULL)
    ending->tokens = signet_tokens_new_from_refresh_token (secret);
  else
    ending->revoked = ending->error == NULL;
  signet_credentials_free_secret (secret);
  clear_secret (task);
}

/**
 * signet_ending_async:
 * @discovery: the platform
 * @credentials: the keyring
 * @account: the name of the secret there
 * @tokens: (nullable): what the session had; %NULL if it was never taken up: then what the keyring has
 * @cancellable: (nullable): stops it
 * @callback: called when it is over
 * @user_data: for @callback
 *
 * Forgets the secret, then gives the refresh token back (RFC 7009).
 */
void
signet_ending_async (SignetDiscovery *discovery,
                     SignetCredentials *credentials,
                     const char *account,
                     SignetTokens *tokens,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Ending *ending = g_new0 (Ending, 1);

  g_task_set_source_tag (task, signet_ending_async);
  g_task_set_check_cancellable (task, FALSE);
  ending->discovery = g_object_ref (discovery);
  ending->credentials = g_object_ref (credentials);
  ending->account = g_strdup (account);
  ending->tokens = tokens != NULL ? signet_tokens_ref (tokens) : NULL;
  g_task_set_task_data (task, ending, (GDestroyNotify) ending_free);
  if (tokens != NULL)
    clear_secret (task);
  else
    signet_credentials_lookup_async (credentials, account, cancellable, found_cb, g_object_ref (task));
}

/**
 * signet_ending_finish:
 * @result: the result
 * @revoked: (out): whether the platform knows that it is over
 * @error: return location: a keyring error: the secret is still there
 *
 * Returns: whether nothing is left on this computer
 */
gboolean
signet_ending_finish (GAsyncResult *result, gboolean *revoked, GError **error)
{
  *revoked = ((Ending *) g_task_get_task_data (G_TASK (result)))->revoked;
  return g_task_propagate_boolean (G_TASK (result), error);
}
