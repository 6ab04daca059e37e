/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For the desk's own files: what went wrong in a room below, as the application may see it. Takes @error. */
GError *signet_explain (GError *error);

/* Ends a task that returns a boolean: with TRUE, or with @error explained. Takes both. */
void signet_explain_task (GTask *task, GError *error);

G_END_DECLS
