/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-draft.h"

G_BEGIN_DECLS

typedef struct
{
  const char *way; /* a word of the platform's login_methods */
  const char *icon_name;
  const char *title; /* marked for translation */
} SignetSignInWay;

GPtrArray *signet_sign_in_ways_list (SignetAccount *account);
const char *signet_sign_in_ways_get_chosen (SignetDraft *draft);

G_END_DECLS
