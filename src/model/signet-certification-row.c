/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-certification-row.h"

/**
 * SignetCertificationRow:
 *
 * What one account's platform holds of a record, as a list beside the record shows it. Filled by the desk.
 */

struct _SignetCertificationRow
{
  SignetRecord parent_instance;

  char *account_id;
  char *account_name;
  char *platform_name;
  char *status;
  int n_findings;
  char *updated_at;
  gboolean differs;
  gboolean may_edit;
  gboolean may_renew;
};

G_DEFINE_FINAL_TYPE (SignetCertificationRow, signet_certification_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetCertificationRow, field)

static const SignetField fields[] = {
  { "account-id", SIGNET_FIELD_TEXT, OFFSET (account_id), "Local id of the account" },
  { "account-name", SIGNET_FIELD_TEXT, OFFSET (account_name), "What the account is called" },
  { "platform-name", SIGNET_FIELD_TEXT, OFFSET (platform_name), "What the platform is called" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status),
    "queued, submitted … approved; empty if it was never sent there" },
  { "n-findings", SIGNET_FIELD_INT, OFFSET (n_findings), "Number of findings" },
  { "updated-at", SIGNET_FIELD_TEXT, OFFSET (updated_at), "When it changed last, RFC 3339" },
  { "differs", SIGNET_FIELD_BOOLEAN, OFFSET (differs),
    "Whether the platform holds something else than the record says" },
  { "may-edit", SIGNET_FIELD_BOOLEAN, OFFSET (may_edit), "Whether the platform lets it be changed now" },
  { "may-renew", SIGNET_FIELD_BOOLEAN, OFFSET (may_renew), "Whether another can take its place now" },
};

static void
signet_certification_row_class_init (SignetCertificationRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_certification_row_init (SignetCertificationRow *self)
{
}

/**
 * signet_certification_row_new:
 *
 * Returns: (transfer full): an empty certification row
 */
SignetCertificationRow *
signet_certification_row_new (void)
{
  return g_object_new (SIGNET_TYPE_CERTIFICATION_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetCertificationRow, signet_certification_row, SIGNET_IS_CERTIFICATION_ROW, account_id)
SIGNET_RECORD_TEXT (SignetCertificationRow,
                    signet_certification_row,
                    SIGNET_IS_CERTIFICATION_ROW,
                    account_name)
SIGNET_RECORD_TEXT (SignetCertificationRow,
                    signet_certification_row,
                    SIGNET_IS_CERTIFICATION_ROW,
                    platform_name)
SIGNET_RECORD_TEXT (SignetCertificationRow, signet_certification_row, SIGNET_IS_CERTIFICATION_ROW, status)
SIGNET_RECORD_INT (SignetCertificationRow, signet_certification_row, SIGNET_IS_CERTIFICATION_ROW, n_findings)
SIGNET_RECORD_TEXT (SignetCertificationRow, signet_certification_row, SIGNET_IS_CERTIFICATION_ROW, updated_at)
SIGNET_RECORD_BOOLEAN (SignetCertificationRow, signet_certification_row, SIGNET_IS_CERTIFICATION_ROW, differs)
SIGNET_RECORD_BOOLEAN (SignetCertificationRow,
                       signet_certification_row,
                       SIGNET_IS_CERTIFICATION_ROW,
                       may_edit)
SIGNET_RECORD_BOOLEAN (SignetCertificationRow,
                       signet_certification_row,
                       SIGNET_IS_CERTIFICATION_ROW,
                       may_renew)
