/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/*
 * For probes that are a person at a desk: calls that are waited for, a practice platform that runs already,
 * and what every such person does. Whatever can't be done ends the program.
 */

#include "desk/signet-desk.h"

G_BEGIN_DECLS

typedef struct
{
  const char *url;
  const char *control; /* its control key */
} ProbePractice;

void probe_die (const char *what, GError *error) G_GNUC_NORETURN;

void probe_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *probe_wait_for (GAsyncResult **result);

#define CALL(finish, start, ...)                        \
  G_STMT_START                                          \
  {                                                     \
    GAsyncResult *called = NULL;                        \
    start (__VA_ARGS__, NULL, probe_ready_cb, &called); \
    probe_wait_for (&called);                           \
    finish;                                             \
    g_object_unref (called);                            \
  }                                                     \
  G_STMT_END

SignetDesk *probe_open_desk (const char *data);
void probe_close_desk (SignetDesk *desk);
void probe_wait_for_list (GListModel *list);

/* Faults may be at work: everything is tried again. */
SignetAccount *probe_connect (const ProbePractice *practice, SignetDesk *desk);
void probe_sign_in (const ProbePractice *practice, SignetAccount *account);
void probe_bind_email (const ProbePractice *practice, SignetAccount *account);

SignetDraft *probe_begin (SignetDesk *desk, SignetDraftKind kind, const char *subject);
SignetEvidence *probe_attach (SignetDraft *draft, const char *path, const char *slot);
char *probe_submit (SignetDraft *draft);

G_END_DECLS
