/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SignetPracticeProblem:
 * @code: the stable name in `urn:signet:problem:CODE`
 * @status: HTTP status
 * @en: title in English
 * @zh: title in Chinese
 *
 * One kind of refusal.
 */
typedef struct
{
  const char *code;
  guint status;
  const char *en;
  const char *zh;
} SignetPracticeProblem;

const SignetPracticeProblem *signet_practice_problem_lookup (const char *code);

G_END_DECLS
