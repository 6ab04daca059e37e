/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_EVIDENCE (signet_evidence_get_type ())
G_DECLARE_FINAL_TYPE (SignetEvidence, signet_evidence, SIGNET, EVIDENCE, SignetRecord)

/* How the name of a watermarked copy ends. */
#define SIGNET_EVIDENCE_WATERMARK "-watermark.pdf"

const char *signet_evidence_get_slot (SignetEvidence *self);
const char *signet_evidence_get_name (SignetEvidence *self);
const char *signet_evidence_get_media_type (SignetEvidence *self);
const char *signet_evidence_get_sha256 (SignetEvidence *self);
guint64 signet_evidence_get_bytes (SignetEvidence *self);
const char *signet_evidence_get_id (SignetEvidence *self);

gboolean signet_evidence_is_watermarked (SignetEvidence *self);

SignetEvidence *signet_evidence_new (const char *slot,
                                     const char *name,
                                     const char *media_type,
                                     const char *sha256,
                                     guint64 bytes,
                                     const char *id);
SignetEvidence *signet_evidence_new_copy (SignetEvidence *original,
                                          const char *name,
                                          const char *media_type,
                                          const char *sha256,
                                          guint64 bytes);
SignetEvidence *signet_evidence_get_original (SignetEvidence *self);
SignetEvidence *signet_evidence_with_slot (SignetEvidence *self, const char *slot);

G_END_DECLS
