/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *signet_nice_headings_get (int number);
char *signet_nice_headings_describe (int number);

G_END_DECLS
