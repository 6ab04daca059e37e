/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_SECTION_LINE (signet_section_line_get_type ())
G_DECLARE_FINAL_TYPE (SignetSectionLine, signet_section_line, SIGNET, SECTION_LINE, GObject)

SignetSectionLine *signet_section_line_new (const char *title, const char *explanation);
SignetSectionLine *signet_section_line_new_action (const char *title, const char *action, const char *target);
const char *signet_section_line_get_title (SignetSectionLine *self);
const char *signet_section_line_get_explanation (SignetSectionLine *self);
const char *signet_section_line_get_action (SignetSectionLine *self);
const char *signet_section_line_get_target (SignetSectionLine *self);

G_END_DECLS
