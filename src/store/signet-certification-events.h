/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-certifications.h"

G_BEGIN_DECLS

/**
 * SignetCertificationEventRecord:
 * @account: local id of the account
 * @subject: local id of the party, right or authorisation
 * @remote_id: the platform's id of what it gave the state: another one since it was renewed
 * @at: when, as the platform dates it (RFC 3339, UTC)
 * @status: the status it was given
 * @n_findings: how many findings with it
 * @findings: (nullable): those, encoded
 *
 * One state a platform has given something.
 */
typedef struct
{
  char *account;
  char *subject;
  char *remote_id;
  char *at;
  char *status;
  gint64 n_findings;
  GBytes *findings;
} SignetCertificationEventRecord;

SignetCertificationEventRecord *signet_certification_event_record_new (void);
void signet_certification_event_record_free (SignetCertificationEventRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetCertificationEventRecord, signet_certification_event_record_free)

GPtrArray *signet_certification_events_list (SignetTables *tables,
                                             const char *account,
                                             const char *subject,
                                             GError **error);
char *signet_certification_events_find_subject (SignetTables *tables,
                                                const char *account,
                                                const char *remote_id,
                                                GError **error);

/* Of this room only. */
gboolean signet_certification_events_follow (SignetTables *tables,
                                             const SignetCertificationRecord *certification,
                                             GError **error);

G_END_DECLS
