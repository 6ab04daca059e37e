/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"
#include "store/signet-vault.h"

G_BEGIN_DECLS

/**
 * SignetAccountContents:
 * @drafts: unfinished work
 * @unsent: submissions the platform has not got
 * @complaints: complaints
 * @parties: parties no other account knows
 * @rights: rights no other account knows
 * @authorisations: authorisations no other account knows
 * @receipts: proofs of what was submitted
 * @files: files in the vault on which nothing else rests
 * @file_bytes: how much they hold
 *
 * What goes with an account.
 */
typedef struct
{
  gint64 drafts;
  gint64 unsent;
  gint64 complaints;
  gint64 parties;
  gint64 rights;
  gint64 authorisations;
  gint64 receipts;
  gint64 files;
  guint64 file_bytes;
} SignetAccountContents;

gboolean signet_account_removal_weigh (SignetTables *tables,
                                       const char *account,
                                       SignetVault *vault,
                                       SignetAccountContents *contents,
                                       GError **error);
gboolean signet_account_removal_run (SignetTables *tables,
                                     const char *account,
                                     SignetVault *vault,
                                     SignetAccountContents *contents,
                                     GError **error);

G_END_DECLS
