/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetAccountRecord:
 * @id: local id
 * @platform_id: what the platform calls itself; an address may change, this does not
 * @address: where it is, `https://…`
 * @rules: name of its rule set
 * @practice: it is a practice platform, as it says itself
 * @hosted: the rules of the practice platform this desk starts for it, which name its folder; "" if the
 * platform is somebody else's
 * @phone: the phone the person signed in with, "" before
 * @email: the bound e-mail, "" before
 * @platform: the platform document as last received
 * @cursor: the last change that was taken over, "" before the first
 * @synced_at: µs UTC of the last successful sync, 0 never
 * @created_at: µs UTC
 *
 * One account on one platform. No secret is in it: those are in the keyring.
 */
typedef struct
{
  char *id;
  char *platform_id;
  char *address;
  char *rules;
  gboolean practice;
  char *hosted;
  char *phone;
  char *email;
  GBytes *platform;
  char *cursor;
  gint64 synced_at;
  gint64 created_at;
} SignetAccountRecord;

SignetAccountRecord *signet_account_record_new (void);
void signet_account_record_free (SignetAccountRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetAccountRecord, signet_account_record_free)

gboolean signet_accounts_save (SignetTables *tables, const SignetAccountRecord *record, GError **error);
gboolean signet_accounts_set_cursor (SignetTables *tables,
                                     const char *id,
                                     const char *cursor,
                                     gint64 synced_at,
                                     GError **error);
SignetAccountRecord *signet_accounts_find (SignetTables *tables, const char *id, GError **error);
SignetAccountRecord *
signet_accounts_find_platform (SignetTables *tables, const char *platform_id, GError **error);
GPtrArray *signet_accounts_list (SignetTables *tables, GError **error);

G_END_DECLS
