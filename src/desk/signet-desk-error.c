/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-error.h"

/*
 * The one error domain the application sees. GLib's extended errors carry the two numbers a person wants to
 * know beside code and message, so that nothing has to be read out of the message.
 */

typedef struct
{
  guint retry_after;
  int tries_left;
  char *reason;
} SignetDeskErrorPrivate;

static void
signet_desk_error_private_init (SignetDeskErrorPrivate *priv)
{
  priv->tries_left = -1;
}

static void
signet_desk_error_private_copy (const SignetDeskErrorPrivate *source, SignetDeskErrorPrivate *target)
{
  *target = *source;
  target->reason = g_strdup (source->reason);
}

static void
signet_desk_error_private_clear (SignetDeskErrorPrivate *priv)
{
  g_free (priv->reason);
}

G_DEFINE_EXTENDED_ERROR (SignetDeskError, signet_desk_error)

/**
 * signet_desk_error_get_retry_after:
 * @error: (nullable): an error of any domain
 *
 * Returns: seconds the platform wants to be left alone, counted from when the error came; 0 if it didn't say
 */
guint
signet_desk_error_get_retry_after (const GError *error)
{
  return error != NULL && error->domain == SIGNET_DESK_ERROR
             ? signet_desk_error_get_private (error)->retry_after
             : 0;
}

/**
 * signet_desk_error_get_tries_left:
 * @error: (nullable): an error of any domain
 *
 * Returns: how often the person may still try before having to wait, -1 if the platform didn't say
 */
int
signet_desk_error_get_tries_left (const GError *error)
{
  return error != NULL && error->domain == SIGNET_DESK_ERROR
             ? signet_desk_error_get_private (error)->tries_left
             : -1;
}

/**
 * signet_desk_error_get_reason:
 * @error: (nullable): an error of any domain
 *
 * Returns: (nullable): the platform's own word for it: the code of the first finding, or of the problem
 */
const char *
signet_desk_error_get_reason (const GError *error)
{
  return error != NULL && error->domain == SIGNET_DESK_ERROR ? signet_desk_error_get_private (error)->reason
                                                             : NULL;
}

/**
 * signet_desk_error_new:
 * @code: what it means for a person
 * @retry_after: seconds to wait, 0 if unknown
 * @tries_left: how often one may still try, -1 if unknown
 * @reason: (nullable): the platform's own word
 * @message: English, for the log
 *
 * Returns: (transfer full): an error for the application
 */
GError *
signet_desk_error_new (SignetDeskError code,
                       guint retry_after,
                       int tries_left,
                       const char *reason,
                       const char *message)
{
  GError *error = g_error_new_literal (SIGNET_DESK_ERROR, (int) code, message);
  SignetDeskErrorPrivate *priv = signet_desk_error_get_private (error);

  priv->retry_after = retry_after;
  priv->tries_left = tries_left;
  priv->reason = g_strdup (reason);
  return error;
}
