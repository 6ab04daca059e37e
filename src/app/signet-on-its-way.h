/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

void signet_on_its_way_tell (SignetDesk *desk,
                             SignetDraft *draft,
                             const char *subject,
                             const char *text,
                             AdwToastOverlay *overlay);

G_END_DECLS
