/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetKeyRecord:
 * @issuer: who signs with it
 * @kid: its name in a receipt
 * @x: coordinate, base64url
 * @y: coordinate, base64url
 * @first_seen: µs UTC when this desk first saw it
 *
 * A public key a platform signs receipts with.
 */
typedef struct
{
  char *issuer;
  char *kid;
  char *x;
  char *y;
  gint64 first_seen;
} SignetKeyRecord;

SignetKeyRecord *signet_key_record_new (void);
void signet_key_record_free (SignetKeyRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetKeyRecord, signet_key_record_free)

gboolean signet_keys_add (SignetTables *tables, const SignetKeyRecord *record, GError **error);
GPtrArray *signet_keys_list (SignetTables *tables, const char *issuer, const char *kid, GError **error);

G_END_DECLS
