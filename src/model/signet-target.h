/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_TARGET (signet_target_get_type ())
G_DECLARE_FINAL_TYPE (SignetTarget, signet_target, SIGNET, TARGET, GObject)

SignetTarget *signet_target_new (const char *kind,
                                 const char *normalised,
                                 const char *id,
                                 const char *key,
                                 const char *source,
                                 int line,
                                 gboolean own_host);

const char *signet_target_get_kind (SignetTarget *self);
const char *signet_target_get_normalised (SignetTarget *self);
const char *signet_target_get_id (SignetTarget *self);
const char *signet_target_get_key (SignetTarget *self);
const char *signet_target_get_source (SignetTarget *self);
int signet_target_get_line (SignetTarget *self);
gboolean signet_target_is_link (SignetTarget *self);
gboolean signet_target_is_on_own_host (SignetTarget *self);

G_END_DECLS
