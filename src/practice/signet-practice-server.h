/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-dispatcher.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_SERVER (signet_practice_server_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeServer, signet_practice_server, SIGNET, PRACTICE_SERVER, GObject)

SignetPracticeServer *
signet_practice_server_new (SignetPracticePlatform *platform, SignetPracticeDispatcher *dispatcher);

gboolean signet_practice_server_listen (SignetPracticeServer *self, guint16 port, GError **error);

G_END_DECLS
