/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SIGNET_TYPE_PRACTICE_HOST:
 *
 * Signal `ended` (SignetPracticeHost *): a platform that was running has ended without being stopped.
 */
#define SIGNET_TYPE_PRACTICE_HOST (signet_practice_host_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeHost, signet_practice_host, SIGNET, PRACTICE_HOST, GObject)

SignetPracticeHost *signet_practice_host_new (const char *program, const char *folder, const char *rules);
void signet_practice_host_start_async (SignetPracticeHost *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean signet_practice_host_start_finish (SignetPracticeHost *self, GAsyncResult *result, GError **error);
void signet_practice_host_stop (SignetPracticeHost *self);
gboolean signet_practice_host_get_running (SignetPracticeHost *self);
const char *signet_practice_host_get_address (SignetPracticeHost *self);
const char *signet_practice_host_get_folder (SignetPracticeHost *self);
const char *signet_practice_host_get_rules (SignetPracticeHost *self);

G_END_DECLS
