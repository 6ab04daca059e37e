/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-account.h"
#include "desk/signet-one-time-code.h"

G_BEGIN_DECLS

/**
 * SignetOneTimeCodeClass:
 * @send: asks the platform to send a code to @address; ends @task with signet_one_time_code_end_send()
 * @enter: says @code to the platform; ends @task with signet_one_time_code_end_enter()
 *
 * For the desk's own files. Both take @task, which keeps the account alive.
 */
struct _SignetOneTimeCodeClass
{
  GObjectClass parent_class;

  void (*send) (SignetOneTimeCode *self, const char *address, GTask *task);
  void (*enter) (SignetOneTimeCode *self, const char *code, GTask *task);
};

/* Construct-only property "account", which owns the code: held weakly. */
SignetAccount *signet_one_time_code_get_account (SignetOneTimeCode *self);

/* Each takes @task and @error, an error of any room below; NULL where it went well. @resend_after: seconds
 * the platform named. */
void signet_one_time_code_end_send (GTask *task, guint resend_after, GError *error);
void signet_one_time_code_end_enter (GTask *task, GError *error);

G_END_DECLS
