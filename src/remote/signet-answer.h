/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "remote/signet-remote-error.h"

G_BEGIN_DECLS

/* A complete answer of a platform. Immutable. */
#define SIGNET_TYPE_ANSWER (signet_answer_get_type ())
G_DECLARE_FINAL_TYPE (SignetAnswer, signet_answer, SIGNET, ANSWER, GObject)

guint signet_answer_get_status (SignetAnswer *self);
GBytes *signet_answer_get_body (SignetAnswer *self);
JsonNode *signet_answer_get_root (SignetAnswer *self);
const char *signet_answer_get_header (SignetAnswer *self, const char *name);
const char *signet_answer_get_etag (SignetAnswer *self);
const char *signet_answer_get_location (SignetAnswer *self);
const char *signet_answer_get_next (SignetAnswer *self);

/* For this room. @headers: names in lower case. @address: what was asked, for relative references. */
SignetAnswer *signet_answer_new (guint status,
                                 GHashTable *headers,
                                 GBytes *body,
                                 JsonNode *root,
                                 GError *unreadable,
                                 const char *address);
const char *signet_answer_get_member (SignetAnswer *self, const char *name);
gint64 signet_answer_get_number (SignetAnswer *self, const char *name, gint64 otherwise);
guint signet_answer_get_retry_after (SignetAnswer *self);
gboolean signet_answer_check (SignetAnswer *self, GError **error);
gboolean signet_answer_check_json (SignetAnswer *self, GError **error);
gboolean signet_answer_check_oauth (SignetAnswer *self, SignetRemoteError on_invalid_grant, GError **error);

G_END_DECLS
