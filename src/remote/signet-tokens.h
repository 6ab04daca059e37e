/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-answer.h"

G_BEGIN_DECLS

/* What the token endpoint gave: one access token with its end and one refresh token. Wiped when freed. */
typedef struct _SignetTokens SignetTokens;

#define SIGNET_TYPE_TOKENS (signet_tokens_get_type ())
GType signet_tokens_get_type (void);

SignetTokens *signet_tokens_new_from_answer (SignetAnswer *answer, SignetTokens *earlier, GError **error);
SignetTokens *signet_tokens_new_from_refresh_token (const char *refresh_token);
SignetTokens *signet_tokens_ref (SignetTokens *self);
void signet_tokens_unref (SignetTokens *self);
const char *signet_tokens_get_access_token (SignetTokens *self); /* NULL if there is none that still works */
const char *signet_tokens_get_refresh_token (SignetTokens *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetTokens, signet_tokens_unref)

G_END_DECLS
