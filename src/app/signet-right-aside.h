/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-platform.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RIGHT_ASIDE (signet_right_aside_get_type ())
G_DECLARE_FINAL_TYPE (SignetRightAside, signet_right_aside, SIGNET, RIGHT_ASIDE, GObject)

SignetRightAside *signet_right_aside_new (SignetRight *right, SignetPlatform *platform);

G_END_DECLS
