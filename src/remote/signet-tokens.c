/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-tokens.h"

#include "model/signet-clock.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-wipe.h"

/*
 * Tokens as the token endpoint gives them (RFC 6749, section 5.1). Immutable, reference counted, wiped when
 * freed. Main thread.
 */

/* An access token isn't used in its last seconds, so that it doesn't end on the way. */
#define MARGIN (20 * G_TIME_SPAN_SECOND)
#define USUAL_LIFE 600
/* Whatever the platform says: a token that is never good enough would be renewed for ever. */
#define SHORTEST_LIFE 30

struct _SignetTokens
{
  char *access_token;
  char *refresh_token;
  gint64 ends; /* µs since the computer started, suspended or not: no clock anybody can set */
};

G_DEFINE_BOXED_TYPE (SignetTokens, signet_tokens, signet_tokens_ref, signet_tokens_unref)

static void
clear (gpointer data)
{
  SignetTokens *self = data;

  signet_wipe (self->access_token);
  signet_wipe (self->refresh_token);
}

/**
 * signet_tokens_new_from_answer:
 * @answer: a 2xx of the token endpoint
 * @earlier: (nullable): tokens whose refresh token stays in use if @answer has none
 * @error: return location
 *
 * Fails with %SIGNET_REMOTE_ERROR_PROTOCOL if a token is missing or isn't a bearer token.
 *
 * Returns: (transfer full) (nullable): the tokens
 */
SignetTokens *
signet_tokens_new_from_answer (SignetAnswer *answer, SignetTokens *earlier, GError **error)
{
  const char *access_token = signet_answer_get_member (answer, "access_token");
  const char *refresh_token = signet_answer_get_member (answer, "refresh_token");
  const char *type = signet_answer_get_member (answer, "token_type");
  gint64 life = CLAMP (signet_answer_get_number (answer, "expires_in", USUAL_LIFE), SHORTEST_LIFE, G_MAXINT);
  SignetTokens *self;

  if (refresh_token == NULL && earlier != NULL)
    refresh_token = earlier->refresh_token;
  if (access_token == NULL || refresh_token == NULL || type == NULL ||
      g_ascii_strcasecmp (type, "Bearer") != 0)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the token endpoint gave no usable tokens");
      return NULL;
    }
  self = signet_tokens_new_from_refresh_token (refresh_token);
  self->access_token = g_strdup (access_token);
  self->ends = signet_clock_boot_time () + life * G_TIME_SPAN_SECOND;
  return self;
}

/**
 * signet_tokens_new_from_refresh_token:
 * @refresh_token: from the keyring
 *
 * Returns: (transfer full): tokens without an access token
 */
SignetTokens *
signet_tokens_new_from_refresh_token (const char *refresh_token)
{
  SignetTokens *self;

  g_return_val_if_fail (refresh_token != NULL, NULL);

  self = g_rc_box_new0 (SignetTokens);
  self->refresh_token = g_strdup (refresh_token);
  return self;
}

/**
 * signet_tokens_ref:
 * @self: tokens
 *
 * Returns: (transfer full): @self
 */
SignetTokens *
signet_tokens_ref (SignetTokens *self)
{
  return g_rc_box_acquire (self);
}

/**
 * signet_tokens_unref:
 * @self: (transfer full): tokens
 */
void
signet_tokens_unref (SignetTokens *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * signet_tokens_get_access_token:
 * @self: tokens
 *
 * Returns: (nullable): the access token, %NULL if there is none or it is about to end
 */
const char *
signet_tokens_get_access_token (SignetTokens *self)
{
  return self->access_token != NULL && signet_clock_boot_time () < self->ends - MARGIN ? self->access_token
                                                                                       : NULL;
}

/**
 * signet_tokens_get_refresh_token:
 * @self: tokens
 *
 * Returns: the refresh token
 */
const char *
signet_tokens_get_refresh_token (SignetTokens *self)
{
  return self->refresh_token;
}
