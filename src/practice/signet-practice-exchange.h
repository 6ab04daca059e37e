/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_EXCHANGE (signet_practice_exchange_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeExchange, signet_practice_exchange, SIGNET, PRACTICE_EXCHANGE, GObject)

SignetPracticeExchange *
signet_practice_exchange_new (const char *method, GUri *uri, SoupMessageHeaders *headers);

/* The request */
const char *signet_practice_exchange_get_method (SignetPracticeExchange *self);
const char *signet_practice_exchange_get_path (SignetPracticeExchange *self);
const char *signet_practice_exchange_get_query (SignetPracticeExchange *self, const char *name);
const char *signet_practice_exchange_get_header (SignetPracticeExchange *self, const char *name);
gboolean signet_practice_exchange_has_type (SignetPracticeExchange *self, const char *media_type);
GBytes *signet_practice_exchange_get_body (SignetPracticeExchange *self);
void signet_practice_exchange_set_body (SignetPracticeExchange *self, GBytes *body);
const char *signet_practice_exchange_get_form (SignetPracticeExchange *self, const char *name);

/* What the platform found out about it */
const char *signet_practice_exchange_get_id (SignetPracticeExchange *self);
void signet_practice_exchange_set_id (SignetPracticeExchange *self, const char *id);
gconstpointer signet_practice_exchange_get_subject (SignetPracticeExchange *self);
void signet_practice_exchange_set_subject (SignetPracticeExchange *self, gconstpointer subject);
gint64 signet_practice_exchange_get_account (SignetPracticeExchange *self);
void signet_practice_exchange_set_account (SignetPracticeExchange *self, gint64 account);
gint64 signet_practice_exchange_get_session (SignetPracticeExchange *self);
void signet_practice_exchange_set_session (SignetPracticeExchange *self, gint64 session);
const char *signet_practice_exchange_get_key (SignetPracticeExchange *self);
void signet_practice_exchange_set_key (SignetPracticeExchange *self, const char *key);
JsonObject *signet_practice_exchange_get_json (SignetPracticeExchange *self);
JsonArray *signet_practice_exchange_get_array (SignetPracticeExchange *self);
void signet_practice_exchange_set_json (SignetPracticeExchange *self, JsonNode *json);

/* The answer */
gboolean signet_practice_exchange_is_answered (SignetPracticeExchange *self);
guint signet_practice_exchange_get_status (SignetPracticeExchange *self);
SoupMessageHeaders *signet_practice_exchange_get_answer_headers (SignetPracticeExchange *self);
GBytes *signet_practice_exchange_get_answer (SignetPracticeExchange *self);
gboolean signet_practice_exchange_get_keep (SignetPracticeExchange *self);
void signet_practice_exchange_set_keep (SignetPracticeExchange *self);

void
signet_practice_exchange_add_header (SignetPracticeExchange *self, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void signet_practice_exchange_answer (SignetPracticeExchange *self,
                                      guint status,
                                      const char *media_type,
                                      GBytes *body);
void signet_practice_exchange_answer_text (SignetPracticeExchange *self, guint status, const char *json);
void signet_practice_exchange_answer_object (SignetPracticeExchange *self, guint status, JsonObject *object);
void signet_practice_exchange_reset (SignetPracticeExchange *self);
void signet_practice_exchange_send (SignetPracticeExchange *self);

G_END_DECLS
