/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One text or e-mail that reached the practice phone. Immutable. */
#define SIGNET_TYPE_MESSAGE (signet_message_get_type ())
G_DECLARE_FINAL_TYPE (SignetMessage, signet_message, SIGNET, MESSAGE, GObject)

SignetMessage *
signet_message_new (guint64 number, const char *channel, const char *recipient, const char *code, gint64 at);
guint64 signet_message_get_number (SignetMessage *self);
const char *signet_message_get_channel (SignetMessage *self);
const char *signet_message_get_recipient (SignetMessage *self);
const char *signet_message_get_code (SignetMessage *self);
gint64 signet_message_get_at (SignetMessage *self);

G_END_DECLS
