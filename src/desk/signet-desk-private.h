/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"
#include "render/signet-renderer.h"
#include "store/signet-store.h"

G_BEGIN_DECLS

/* For the desk's own files. */
SignetStore *signet_desk_get_store (SignetDesk *self);
SignetRenderer *signet_desk_get_renderer (SignetDesk *self);
SignetAccount *signet_desk_find_account (SignetDesk *self, const char *id); /* NULL if there is none */

G_END_DECLS
