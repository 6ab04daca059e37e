/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is to be asked: method, where, headers, exact body. Filled by the caller, then sent as often as
 * needed. */
#define SIGNET_TYPE_REQUEST (signet_request_get_type ())
G_DECLARE_FINAL_TYPE (SignetRequest, signet_request, SIGNET, REQUEST, GObject)

SignetRequest *signet_request_new (const char *method, const char *address);
const char *signet_request_get_method (SignetRequest *self);
const char *signet_request_get_address (SignetRequest *self);
void signet_request_set_body (SignetRequest *self, const char *media_type, GBytes *body);
GBytes *signet_request_get_body (SignetRequest *self);
const char *signet_request_get_media_type (SignetRequest *self);
void signet_request_set_form (SignetRequest *self, const char *first_name, ...) G_GNUC_NULL_TERMINATED;
void signet_request_set_header (SignetRequest *self, const char *name, const char *value);
void signet_request_set_idempotency_key (SignetRequest *self, const char *uuid);
void signet_request_set_if_match (SignetRequest *self, const char *etag);
void signet_request_set_limit (SignetRequest *self, guint seconds);
guint signet_request_get_limit (SignetRequest *self);
void signet_request_set_patient (SignetRequest *self, gboolean patient);
gboolean signet_request_get_patient (SignetRequest *self);
gboolean signet_request_is_repeatable (SignetRequest *self);

typedef void (*SignetRequestHeaderFunc) (const char *name, const char *value, gpointer user_data);
void signet_request_foreach_header (SignetRequest *self, SignetRequestHeaderFunc func, gpointer user_data);

G_END_DECLS
