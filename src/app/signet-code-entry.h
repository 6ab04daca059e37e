/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/signet-clock.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CODE_ENTRY (signet_code_entry_get_type ())
G_DECLARE_FINAL_TYPE (SignetCodeEntry, signet_code_entry, SIGNET, CODE_ENTRY, AdwBin)

const char *signet_code_entry_get_code (SignetCodeEntry *self);
void signet_code_entry_set_code (SignetCodeEntry *self, const char *code);
gboolean signet_code_entry_is_full (SignetCodeEntry *self);
void signet_code_entry_set_tries_left (SignetCodeEntry *self, int tries_left);
void signet_code_entry_set_resend_at (SignetCodeEntry *self, SignetClock *clock, gint64 resend_at);

G_END_DECLS
