/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-clock.h"

G_BEGIN_DECLS

/* For the desk's own files: what a platform is told of this computer when somebody signs in. */
char *signet_this_device_name (void);
char *signet_this_device_place (void);
char *signet_this_device_time (SignetClock *clock);

G_END_DECLS
