/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-complaint.h"
#include "model/signet-link-parser.h"
#include "model/signet-record.h"
#include "store/signet-outbox.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files: one submission, frozen into plain records that one transaction writes. */
typedef struct _SignetSubmission SignetSubmission;

SignetSubmission *signet_submission_new_record (const char *kind,
                                                SignetRecord *record,
                                                SignetTables *tables,
                                                const char *account,
                                                gint64 now,
                                                GError **error);
SignetSubmission *signet_submission_new_correction (const char *kind,
                                                    SignetRecord *record,
                                                    SignetTables *tables,
                                                    const char *account,
                                                    gint64 now,
                                                    GError **error);
SignetSubmission *signet_submission_new_edit (const char *kind,
                                              SignetRecord *record,
                                              SignetTables *tables,
                                              gint64 now,
                                              GError **error);
SignetSubmission *signet_submission_new_complaint (SignetComplaint *complaint,
                                                   SignetLinkParser *parser,
                                                   SignetTables *tables,
                                                   const char *account,
                                                   gint64 now,
                                                   GError **error);
void signet_submission_free (SignetSubmission *self);
void signet_submission_end_draft (SignetSubmission *self, const char *draft);
const char *signet_submission_get_subject (SignetSubmission *self);

/* The transaction: a #SignetStoreWrite. */
gboolean signet_submission_write (SignetTables *tables, gpointer data, GError **error);

/* The exact bytes of a submission that had to wait for the platform's id of what it names. */
GBytes *signet_submission_encode_waiting (SignetTables *tables,
                                          const SignetOutboxRecord *outbox,
                                          char **awaited,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetSubmission, signet_submission_free)

G_END_DECLS
