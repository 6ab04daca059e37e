/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-evidence.h"

/**
 * SignetEvidence:
 *
 * A file that goes along with a party, a right or a complaint, named by its digest: one slot holds one
 * paper, and the bytes lie in the vault under @sha256. Immutable; may be read from any thread.
 */

struct _SignetEvidence
{
  SignetRecord parent_instance;

  char *slot;
  char *name;
  char *media_type;
  char *sha256;
  guint64 bytes;
  char *id;
  SignetEvidence *original;
};

G_DEFINE_FINAL_TYPE (SignetEvidence, signet_evidence, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetEvidence, field)

static const SignetField fields[] = {
  { "slot", SIGNET_FIELD_TEXT, OFFSET (slot), "Which paper it is: certificate, licence, evidence …" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "File name as the person sees it, without a folder" },
  { "media-type", SIGNET_FIELD_TEXT, OFFSET (media_type),
    "Media type found in the content, such as application/pdf" },
  { "sha256", SIGNET_FIELD_TEXT, OFFSET (sha256), "SHA-256 of the bytes, 64 lower-case hexadecimal digits" },
  { "bytes", SIGNET_FIELD_UINT64, OFFSET (bytes), "Size in bytes" },
  { "id", SIGNET_FIELD_TEXT, OFFSET (id),
    "The platform's name for the stored file; empty before it has one" },
  { "original", SIGNET_FIELD_OBJECT, OFFSET (original),
    "Of a copy with a watermark, the paper it was made of; NULL for any other", signet_evidence_get_type },
};

static void
signet_evidence_class_init (SignetEvidenceClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_evidence_init (SignetEvidence *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetEvidence, signet_evidence, SIGNET_IS_EVIDENCE, slot)
SIGNET_RECORD_TEXT_GETTER (SignetEvidence, signet_evidence, SIGNET_IS_EVIDENCE, name)
SIGNET_RECORD_TEXT_GETTER (SignetEvidence, signet_evidence, SIGNET_IS_EVIDENCE, media_type)
SIGNET_RECORD_TEXT_GETTER (SignetEvidence, signet_evidence, SIGNET_IS_EVIDENCE, sha256)
SIGNET_RECORD_UINT64_GETTER (SignetEvidence, signet_evidence, SIGNET_IS_EVIDENCE, bytes)
SIGNET_RECORD_TEXT_GETTER (SignetEvidence, signet_evidence, SIGNET_IS_EVIDENCE, id)

/**
 * signet_evidence_is_watermarked:
 * @self: a piece of evidence
 *
 * The name is all that a draft keeps of it, and all that a platform shows a reviewer.
 *
 * Returns: whether it is called a watermarked copy of a paper
 */
gboolean
signet_evidence_is_watermarked (SignetEvidence *self)
{
  g_return_val_if_fail (SIGNET_IS_EVIDENCE (self), FALSE);

  return g_str_has_suffix (self->name, SIGNET_EVIDENCE_WATERMARK);
}

/**
 * signet_evidence_new:
 * @slot: which paper it is
 * @name: file name as the person sees it
 * @media_type: media type found in the content
 * @sha256: digest, 64 lower-case hexadecimal digits
 * @bytes: size in bytes
 * @id: (nullable): the platform's name for the stored file
 *
 * Returns: (transfer full): a new piece of evidence
 */
SignetEvidence *
signet_evidence_new (const char *slot,
                     const char *name,
                     const char *media_type,
                     const char *sha256,
                     guint64 bytes,
                     const char *id)
{
  return g_object_new (SIGNET_TYPE_EVIDENCE, "slot", slot, "name", name, "media-type", media_type, "sha256",
                       sha256, "bytes", bytes, "id", id, NULL);
}

/**
 * signet_evidence_new_copy:
 * @original: a paper
 * @name: file name of the copy
 * @media_type: its media type
 * @sha256: its digest
 * @bytes: its size
 *
 * Returns: (transfer full): a copy of @original with a watermark, to stand in its place
 */
SignetEvidence *
signet_evidence_new_copy (SignetEvidence *original,
                          const char *name,
                          const char *media_type,
                          const char *sha256,
                          guint64 bytes)
{
  g_return_val_if_fail (SIGNET_IS_EVIDENCE (original), NULL);

  return g_object_new (SIGNET_TYPE_EVIDENCE, "slot", original->slot, "name", name, "media-type", media_type,
                       "sha256", sha256, "bytes", bytes, "original", original, NULL);
}

/**
 * signet_evidence_get_original:
 * @self: a piece of evidence
 *
 * Returns: (transfer none) (nullable): what the copy was made of, which still lies in the vault; only a draft
 * and this desk's record know it
 */
SignetEvidence *
signet_evidence_get_original (SignetEvidence *self)
{
  g_return_val_if_fail (SIGNET_IS_EVIDENCE (self), NULL);

  return self->original;
}

/**
 * signet_evidence_with_slot:
 * @self: a piece of evidence
 * @slot: another slot
 *
 * Returns: (transfer full): the same file as another paper
 */
SignetEvidence *
signet_evidence_with_slot (SignetEvidence *self, const char *slot)
{
  g_return_val_if_fail (SIGNET_IS_EVIDENCE (self), NULL);

  return signet_evidence_new (slot, self->name, self->media_type, self->sha256, self->bytes, self->id);
}
