/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-right.h"

G_BEGIN_DECLS

/* Trademark Law 40: for so long after its term a mark may still be renewed, and is protected. */
#define SIGNET_RIGHT_GRACE_MONTHS 6
/* Copyright Law 23. */
#define SIGNET_RIGHT_COPYRIGHT_YEARS 50

gboolean signet_right_is_patent (SignetRight *self);
gboolean signet_right_is_copyright (SignetRight *self);
gboolean signet_right_lasts_for_life (SignetRight *self, gboolean holder_is_person);
gboolean signet_right_compute_term (SignetRight *self, gboolean holder_is_person, GDate *end);
gboolean signet_right_compute_trademark_term (SignetRight *self, guint n, GDate *end);

G_END_DECLS
