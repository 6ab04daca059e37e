/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_LINK_SHAPE (signet_link_shape_get_type ())
G_DECLARE_FINAL_TYPE (SignetLinkShape, signet_link_shape, SIGNET, LINK_SHAPE, SignetRecord)

const char *signet_link_shape_get_host (SignetLinkShape *self);
const char *signet_link_shape_get_path (SignetLinkShape *self);
gboolean signet_link_shape_get_prefix (SignetLinkShape *self);
const char *signet_link_shape_get_id_query (SignetLinkShape *self);
gboolean signet_link_shape_get_id_segment (SignetLinkShape *self);
gboolean signet_link_shape_get_assumed (SignetLinkShape *self);

G_END_DECLS
