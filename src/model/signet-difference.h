/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_DIFFERENCE (signet_difference_get_type ())
G_DECLARE_FINAL_TYPE (SignetDifference, signet_difference, SIGNET, DIFFERENCE, SignetRecord)

const char *signet_difference_get_pointer (SignetDifference *self);
const char *signet_difference_get_mine (SignetDifference *self);
const char *signet_difference_get_theirs (SignetDifference *self);

SignetDifference *signet_difference_new (const char *pointer, const char *mine, const char *theirs);

G_END_DECLS
