/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For the desk's own files: what went wrong in a room below, as the application may see it. Takes @error. */
GError *signet_explain (GError *error);

G_END_DECLS
