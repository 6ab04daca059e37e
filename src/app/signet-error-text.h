/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *signet_error_text_title (const GError *error);
char *signet_error_text_advice (const GError *error);
char *signet_error_text_sentence (const GError *error);
const char *signet_error_text_icon (const GError *error);
char *signet_error_text_submission (const char *code);
char *signet_error_text_awaited (const char *kind, const char *name);

G_END_DECLS
