/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-platform.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_ASIDE (signet_aside_get_type ())
G_DECLARE_FINAL_TYPE (SignetAside, signet_aside, SIGNET, ASIDE, GObject)

SignetAside *signet_aside_new (SignetRecord *record, SignetRecord *kept);
SignetRecord *signet_aside_get_kept (SignetAside *self);

G_END_DECLS
