/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-store.h"

G_BEGIN_DECLS

typedef struct _SignetFiledBefore SignetFiledBefore;

SignetFiledBefore *signet_filed_before_new (SignetStore *store, const char *account);
void signet_filed_before_free (SignetFiledBefore *self);
void signet_filed_before_set_right (SignetFiledBefore *self, const char *right);
void signet_filed_before_forget (SignetFiledBefore *self);
const char *signet_filed_before_find (const char *key, gpointer self);

G_END_DECLS
