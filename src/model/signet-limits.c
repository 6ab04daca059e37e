/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-limits.h"

/**
 * SignetLimits:
 *
 * How much one submission may hold. 0 means the platform names no limit. Immutable.
 */

struct _SignetLimits
{
  SignetRecord parent_instance;

  int items_per_complaint;
  guint64 bytes_per_file;
  int files_per_submission;
  int statement_characters;
  char **media_types;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetLimits, signet_limits, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetLimits, field)

static const SignetField fields[] = {
  { "items-per-complaint", SIGNET_FIELD_INT, OFFSET (items_per_complaint), "Items in one complaint" },
  { "bytes-per-file", SIGNET_FIELD_UINT64, OFFSET (bytes_per_file), "Bytes in one file" },
  { "files-per-submission", SIGNET_FIELD_INT, OFFSET (files_per_submission), "Files in one submission" },
  { "statement-characters", SIGNET_FIELD_INT, OFFSET (statement_characters),
    "Unicode characters in a statement" },
  { "media-types", SIGNET_FIELD_TEXTS, OFFSET (media_types), "Media types of files it takes" },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_limits_class_init (SignetLimitsClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_limits_init (SignetLimits *self)
{
}

SIGNET_RECORD_INT_GETTER (SignetLimits, signet_limits, SIGNET_IS_LIMITS, items_per_complaint)
SIGNET_RECORD_UINT64_GETTER (SignetLimits, signet_limits, SIGNET_IS_LIMITS, bytes_per_file)
SIGNET_RECORD_INT_GETTER (SignetLimits, signet_limits, SIGNET_IS_LIMITS, files_per_submission)
SIGNET_RECORD_INT_GETTER (SignetLimits, signet_limits, SIGNET_IS_LIMITS, statement_characters)
SIGNET_RECORD_TEXTS_GETTER (SignetLimits, signet_limits, SIGNET_IS_LIMITS, media_types)
SIGNET_RECORD_BOOLEAN_GETTER (SignetLimits, signet_limits, SIGNET_IS_LIMITS, assumed)
