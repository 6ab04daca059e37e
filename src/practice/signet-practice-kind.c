/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-kind.h"

/* The kinds of what is certified. */

const SignetPracticeKind *const signet_practice_kinds[] = {
  &signet_practice_kind_party,
  &signet_practice_kind_right,
  &signet_practice_kind_authorisation,
  NULL,
};

/**
 * signet_practice_kind_find:
 * @name: `party`, `right` or `authorisation`
 *
 * Returns: (transfer none): the kind
 */
const SignetPracticeKind *
signet_practice_kind_find (const char *name)
{
  for (guint i = 0; signet_practice_kinds[i] != NULL; i++)
    if (g_str_equal (signet_practice_kinds[i]->name, name))
      return signet_practice_kinds[i];
  g_return_val_if_reached (NULL);
}
