/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-authorisation-row.h"

/**
 * SignetAuthorisationRow:
 *
 * An authorisation as a list shows it, with its status for the current account. Filled by the store.
 */

struct _SignetAuthorisationRow
{
  SignetRecord parent_instance;

  char *id;
  char *principal_name;
  char *agent_name;
  char *handler;
  char *valid_from;
  char *valid_until;
  gboolean all_rights;
  int n_rights;
  gboolean sub_delegation;
  char *status;
  int n_findings;
};

G_DEFINE_FINAL_TYPE (SignetAuthorisationRow, signet_authorisation_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetAuthorisationRow, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Local id" },
  { "principal-name", SIGNET_FIELD_TEXT, OFFSET (principal_name), "Who gives it" },
  { "agent-name", SIGNET_FIELD_TEXT, OFFSET (agent_name), "Who receives it" },
  { "handler", SIGNET_FIELD_TEXT, OFFSET (handler), "The person who acts for the agent" },
  { "valid-from", SIGNET_FIELD_TEXT, OFFSET (valid_from), "YYYY-MM-DD" },
  { "valid-until", SIGNET_FIELD_TEXT, OFFSET (valid_until), "YYYY-MM-DD" },
  { "all-rights", SIGNET_FIELD_BOOLEAN, OFFSET (all_rights),
    "Whether it is for every right of the principal" },
  { "n-rights", SIGNET_FIELD_INT, OFFSET (n_rights), "Number of rights it is for" },
  { "sub-delegation", SIGNET_FIELD_BOOLEAN, OFFSET (sub_delegation), "Whether the agent may pass it on" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "For the current account; draft, queued … approved" },
  { "n-findings", SIGNET_FIELD_INT, OFFSET (n_findings), "Number of findings" },
};

static void
signet_authorisation_row_class_init (SignetAuthorisationRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_authorisation_row_init (SignetAuthorisationRow *self)
{
}

/**
 * signet_authorisation_row_new:
 *
 * Returns: (transfer full): an empty authorisation row
 */
SignetAuthorisationRow *
signet_authorisation_row_new (void)
{
  return g_object_new (SIGNET_TYPE_AUTHORISATION_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, id)
SIGNET_RECORD_TEXT (SignetAuthorisationRow,
                    signet_authorisation_row,
                    SIGNET_IS_AUTHORISATION_ROW,
                    principal_name)
SIGNET_RECORD_TEXT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, agent_name)
SIGNET_RECORD_TEXT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, handler)
SIGNET_RECORD_TEXT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, valid_from)
SIGNET_RECORD_TEXT (SignetAuthorisationRow,
                    signet_authorisation_row,
                    SIGNET_IS_AUTHORISATION_ROW,
                    valid_until)
SIGNET_RECORD_BOOLEAN (SignetAuthorisationRow,
                       signet_authorisation_row,
                       SIGNET_IS_AUTHORISATION_ROW,
                       all_rights)
SIGNET_RECORD_INT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, n_rights)
SIGNET_RECORD_BOOLEAN (SignetAuthorisationRow,
                       signet_authorisation_row,
                       SIGNET_IS_AUTHORISATION_ROW,
                       sub_delegation)
SIGNET_RECORD_TEXT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, status)
SIGNET_RECORD_INT (SignetAuthorisationRow, signet_authorisation_row, SIGNET_IS_AUTHORISATION_ROW, n_findings)
