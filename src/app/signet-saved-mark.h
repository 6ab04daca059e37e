/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-draft.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_SAVED_MARK (signet_saved_mark_get_type ())
G_DECLARE_FINAL_TYPE (SignetSavedMark, signet_saved_mark, SIGNET, SAVED_MARK, AdwBin)

void signet_saved_mark_set_draft (SignetSavedMark *self, SignetDraft *draft);

G_END_DECLS
