/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A complete answer with a status of 2xx. Immutable. */
#define SIGNET_TYPE_ANSWER (signet_answer_get_type ())
G_DECLARE_FINAL_TYPE (SignetAnswer, signet_answer, SIGNET, ANSWER, GObject)

guint signet_answer_get_status (SignetAnswer *self);
GBytes *signet_answer_get_body (SignetAnswer *self);   /* exact bytes, maybe empty */
JsonNode *signet_answer_get_root (SignetAnswer *self); /* strictly read; NULL if it isn't JSON */
const char *signet_answer_get_etag (SignetAnswer *self);
const char *signet_answer_get_location (SignetAnswer *self);
const char *
signet_answer_get_next (SignetAnswer *self); /* Link rel="next", absolute; NULL on the last page */
const char *signet_answer_get_header (SignetAnswer *self, const char *name);

G_END_DECLS
