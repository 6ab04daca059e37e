/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A text or e-mail the practice platform "sent". Immutable. */
#define SIGNET_TYPE_PRACTICE_MESSAGE (signet_practice_message_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeMessage, signet_practice_message, SIGNET, PRACTICE_MESSAGE, GObject)

SignetPracticeMessage *signet_practice_message_new_from_node (JsonNode *node, GError **error);

guint64 signet_practice_message_get_number (SignetPracticeMessage *self);
const char *signet_practice_message_get_at (SignetPracticeMessage *self);      /* RFC 3339 */
const char *signet_practice_message_get_channel (SignetPracticeMessage *self); /* "sms", "email" */
const char *signet_practice_message_get_recipient (SignetPracticeMessage *self);
const char *signet_practice_message_get_code (SignetPracticeMessage *self);

G_END_DECLS
