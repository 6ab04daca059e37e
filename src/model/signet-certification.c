/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-certification.h"

#include "model/signet-finding.h"
#include "model/signet-words.h"

/**
 * SignetCertification:
 *
 * What one platform account thinks of a party or a right: the platform's id for it, status and findings.
 */

struct _SignetCertification
{
  SignetRecord parent_instance;

  char *account_id;
  char *remote_id;
  char *status;
  char *submitted_at;
  char *updated_at;
  char *due_at;
  char *due_rule;
  GListStore *findings;
};

G_DEFINE_FINAL_TYPE (SignetCertification, signet_certification, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetCertification, field)

static const SignetField fields[] = {
  { "account-id", SIGNET_FIELD_TEXT, OFFSET (account_id), "Local id of the account" },
  { "remote-id", SIGNET_FIELD_TEXT, OFFSET (remote_id), "The platform's id" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "submitted, in_review, approved …" },
  { "submitted-at", SIGNET_FIELD_TEXT, OFFSET (submitted_at), "When the platform received it, RFC 3339" },
  { "updated-at", SIGNET_FIELD_TEXT, OFFSET (updated_at), "When it changed last, RFC 3339" },
  { "due-at", SIGNET_FIELD_TEXT, OFFSET (due_at), "Until when the person must act, RFC 3339" },
  { "due-rule", SIGNET_FIELD_TEXT, OFFSET (due_rule), "The rule that sets due-at" },
  { "findings", SIGNET_FIELD_LIST, OFFSET (findings), "What the platform found", signet_finding_get_type },
};

static void
signet_certification_class_init (SignetCertificationClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_certification_init (SignetCertification *self)
{
}

/**
 * signet_certification_new:
 *
 * Returns: (transfer full): an empty certification
 */
SignetCertification *
signet_certification_new (void)
{
  return g_object_new (SIGNET_TYPE_CERTIFICATION, NULL);
}

SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, account_id)
SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, remote_id)
SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, status)
SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, submitted_at)
SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, updated_at)
SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, due_at)
SIGNET_RECORD_TEXT (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, due_rule)
SIGNET_RECORD_LIST_GETTER (SignetCertification, signet_certification, SIGNET_IS_CERTIFICATION, findings)

/**
 * signet_certification_can_carry:
 * @status: where a party, a right or an authorisation stands
 *
 * Draft, refused and expired ones carry no complaint. What waits in the outbox is sent before it.
 *
 * Returns: whether a complaint can be filed with it
 */
gboolean
signet_certification_can_carry (const char *status)
{
  static const char *const good[] = { SIGNET_STATUS_QUEUED,
                                      SIGNET_STATUS_SENDING,
                                      SIGNET_STATUS_PAUSED,
                                      SIGNET_STATUS_SUBMITTED,
                                      SIGNET_STATUS_IN_REVIEW,
                                      SIGNET_STATUS_APPROVED,
                                      NULL };

  g_return_val_if_fail (status != NULL, FALSE);

  return g_strv_contains (good, status);
}
