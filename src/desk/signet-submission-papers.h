/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/signet-tables.h"

G_BEGIN_DECLS

typedef struct _SignetSubmissionPapers SignetSubmissionPapers;

SignetSubmissionPapers *signet_submission_papers_new (const char *account, gint64 now);
void signet_submission_papers_free (SignetSubmissionPapers *self);
void signet_submission_papers_add (SignetSubmissionPapers *self, GListStore *evidence);
void signet_submission_papers_add_held (SignetSubmissionPapers *self, GListStore *held);
gboolean signet_submission_papers_add_certified (SignetSubmissionPapers *self,
                                                 SignetTables *tables,
                                                 const char *subject,
                                                 GError **error);
gboolean signet_submission_papers_add_chain (SignetSubmissionPapers *self,
                                             SignetTables *tables,
                                             const char *authorisation,
                                             GError **error);
GPtrArray *signet_submission_papers_get_files (SignetSubmissionPapers *self);
gboolean signet_submission_papers_write (SignetTables *tables, SignetSubmissionPapers *self, GError **error);

G_END_DECLS
