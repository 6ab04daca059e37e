/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"
#include "store/signet-certifications.h"

G_BEGIN_DECLS

/* For the desk's own files: what a correction is made of: the resource as it is held, and what may be changed
 * in it. */
typedef struct _SignetCorrection SignetCorrection;

SignetCorrection *signet_correction_new (const SignetCertificationRecord *certification, GError **error);
void signet_correction_free (SignetCorrection *self);
GBytes *signet_correction_encode (SignetCorrection *self,
                                  SignetRecord *record,
                                  SignetTables *tables,
                                  char **awaited,
                                  GError **error);
GListStore *signet_correction_list_files (SignetCorrection *self, SignetRecord *record);
GListStore *signet_correction_list_held_files (SignetCorrection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetCorrection, signet_correction_free)

G_END_DECLS
