/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/signet-scan.h"

G_BEGIN_DECLS

/* What the client may ask the practice platform besides what any platform has: what its phone received, what
 * it shows of a scanned code, and to let it answer. */
#define SIGNET_TYPE_PRACTICE_CONTROL (signet_practice_control_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeControl, signet_practice_control, SIGNET, PRACTICE_CONTROL, GObject)

/* @file: DIR/practice.json; it is read again for each call, since a platform started anew may have moved. */
SignetPracticeControl *signet_practice_control_new (GFile *file);

/* #SignetMessage with a number above @after, oldest first. */
void signet_practice_control_fetch_messages_async (SignetPracticeControl *self,
                                                   guint64 after,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
GPtrArray *signet_practice_control_fetch_messages_finish (SignetPracticeControl *self,
                                                          GAsyncResult *result,
                                                          GError **error);

/* Which device wants to sign in with @user_code: name, place and time. */
void signet_practice_control_look_at_scan_async (SignetPracticeControl *self,
                                                 const char *user_code,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
SignetScan *signet_practice_control_look_at_scan_finish (SignetPracticeControl *self,
                                                         GAsyncResult *result,
                                                         GError **error);

/* What scanning @user_code with the phone and saying yes or no does. @phone may be NULL to say no. */
void signet_practice_control_answer_scan_async (SignetPracticeControl *self,
                                                const char *user_code,
                                                const char *phone,
                                                gboolean approve,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
gboolean signet_practice_control_answer_scan_finish (SignetPracticeControl *self,
                                                     GAsyncResult *result,
                                                     GError **error);

G_END_DECLS
