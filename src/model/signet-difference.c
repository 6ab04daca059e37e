/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-difference.h"

/**
 * SignetDifference:
 *
 * A member that is one thing here and another there. Immutable.
 */

struct _SignetDifference
{
  SignetRecord parent_instance;

  char *pointer;
  char *mine;
  char *theirs;
};

G_DEFINE_FINAL_TYPE (SignetDifference, signet_difference, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetDifference, field)

static const SignetField fields[] = {
  { "pointer", SIGNET_FIELD_TEXT, OFFSET (pointer), "JSON Pointer of the member in the resource" },
  { "mine", SIGNET_FIELD_TEXT, OFFSET (mine), "What it is here; empty if it is missing" },
  { "theirs", SIGNET_FIELD_TEXT, OFFSET (theirs), "What it is on the platform; empty if it is missing" },
};

static void
signet_difference_class_init (SignetDifferenceClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_difference_init (SignetDifference *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetDifference, signet_difference, SIGNET_IS_DIFFERENCE, pointer)
SIGNET_RECORD_TEXT_GETTER (SignetDifference, signet_difference, SIGNET_IS_DIFFERENCE, mine)
SIGNET_RECORD_TEXT_GETTER (SignetDifference, signet_difference, SIGNET_IS_DIFFERENCE, theirs)

/**
 * signet_difference_new:
 * @pointer: JSON Pointer of the member in the resource
 * @mine: (nullable): what it is here
 * @theirs: (nullable): what it is on the platform
 *
 * Returns: (transfer full): a difference
 */
SignetDifference *
signet_difference_new (const char *pointer, const char *mine, const char *theirs)
{
  return g_object_new (SIGNET_TYPE_DIFFERENCE, "pointer", pointer, "mine", mine, "theirs", theirs, NULL);
}
