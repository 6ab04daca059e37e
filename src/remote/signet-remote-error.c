/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-remote-error.h"

/*
 * The room's error domain. GLib's extended errors carry the platform's own words beside code and message, so
 * that nothing has to be smuggled in the message.
 */

typedef struct
{
  guint status;
  SignetProblem *problem;
  guint retry_after;
  int tries_left;
} SignetRemoteErrorPrivate;

static void
signet_remote_error_private_init (SignetRemoteErrorPrivate *priv)
{
  priv->tries_left = -1;
}

static void
signet_remote_error_private_copy (const SignetRemoteErrorPrivate *source, SignetRemoteErrorPrivate *target)
{
  *target = *source;
  if (target->problem != NULL)
    g_object_ref (target->problem);
}

static void
signet_remote_error_private_clear (SignetRemoteErrorPrivate *priv)
{
  g_clear_object (&priv->problem);
}

G_DEFINE_EXTENDED_ERROR (SignetRemoteError, signet_remote_error)

/**
 * signet_remote_error_get_status:
 * @error: an error of any domain
 *
 * Returns: the HTTP status that led to it, 0 if none did
 */
guint
signet_remote_error_get_status (const GError *error)
{
  return error != NULL && error->domain == SIGNET_REMOTE_ERROR
             ? signet_remote_error_get_private (error)->status
             : 0;
}

/**
 * signet_remote_error_get_problem:
 * @error: an error of any domain
 *
 * Returns: (transfer none) (nullable): the problem document (RFC 9457) that led to it
 */
SignetProblem *
signet_remote_error_get_problem (const GError *error)
{
  return error != NULL && error->domain == SIGNET_REMOTE_ERROR
             ? signet_remote_error_get_private (error)->problem
             : NULL;
}

/**
 * signet_remote_error_get_retry_after:
 * @error: an error of any domain
 *
 * Returns: seconds the platform asked to wait before the next try, 0 if it named none
 */
guint
signet_remote_error_get_retry_after (const GError *error)
{
  return error != NULL && error->domain == SIGNET_REMOTE_ERROR
             ? signet_remote_error_get_private (error)->retry_after
             : 0;
}

/**
 * signet_remote_error_get_tries_left:
 * @error: an error of any domain
 *
 * Returns: how often a code may still be typed, -1 if the platform didn't say
 */
int
signet_remote_error_get_tries_left (const GError *error)
{
  return error != NULL && error->domain == SIGNET_REMOTE_ERROR
             ? signet_remote_error_get_private (error)->tries_left
             : -1;
}

/**
 * signet_remote_error_new:
 * @code: what went wrong
 * @status: the HTTP status, 0 if none
 * @problem: (nullable) (transfer none): the problem document
 * @retry_after: seconds, 0 if none
 * @tries_left: -1 if unknown
 * @format: the message in English, without personal data
 * @...: for @format
 *
 * Returns: (transfer full): an error with all that attached
 */
GError *
signet_remote_error_new (SignetRemoteError code,
                         guint status,
                         SignetProblem *problem,
                         guint retry_after,
                         int tries_left,
                         const char *format,
                         ...)
{
  SignetRemoteErrorPrivate *priv;
  GError *error;
  va_list args;

  va_start (args, format);
  error = g_error_new_valist (SIGNET_REMOTE_ERROR, code, format, args);
  va_end (args);
  priv = signet_remote_error_get_private (error);
  priv->status = status;
  priv->problem = problem != NULL ? g_object_ref (problem) : NULL;
  priv->retry_after = retry_after;
  priv->tries_left = tries_left;
  return error;
}
