/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "model/signet-finding.h"

G_BEGIN_DECLS

/* For the desk's own files: which members of a resource a platform's findings open for correction. */
typedef struct _SignetOpening SignetOpening;

SignetOpening *signet_opening_new (GListModel *findings, JsonNode *held);
void signet_opening_free (SignetOpening *self);
char *signet_opening_name (SignetFinding *finding, JsonNode *held);
gboolean signet_opening_has (SignetOpening *self, const char *pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetOpening, signet_opening_free)

G_END_DECLS
