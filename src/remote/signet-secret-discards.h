/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "remote/signet-secret-queue.h"

G_BEGIN_DECLS

/* What is being done about a discarded secret. */
typedef enum
{
  SIGNET_DISCARDING_NO, /* it isn't discarded */
  SIGNET_DISCARDING_WAITS,
  SIGNET_DISCARDING_CLEARS,
  SIGNET_DISCARDING_REPLACES, /* a new one is on its way */
} SignetDiscarding;

/* For SignetCredentials: whose secrets must leave the keyring. Setting says whether that has changed. */
typedef struct _SignetSecretDiscards SignetSecretDiscards;

SignetSecretDiscards *signet_secret_discards_new (void);
void signet_secret_discards_free (SignetSecretDiscards *self);
SignetDiscarding signet_secret_discards_get (SignetSecretDiscards *self, const char *account);
gboolean
signet_secret_discards_set (SignetSecretDiscards *self, const char *account, SignetDiscarding discarding);
gboolean signet_secret_discards_note_end (SignetSecretDiscards *self,
                                          SignetSecretVerb verb,
                                          const char *account,
                                          gboolean done);
GStrv signet_secret_discards_list_waiting (SignetSecretDiscards *self);

G_END_DECLS
