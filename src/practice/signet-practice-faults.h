/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * SignetPracticeFault:
 * @SIGNET_PRACTICE_FAULT_DELAY: wait
 * @SIGNET_PRACTICE_FAULT_STATUS: answer with an error status
 * @SIGNET_PRACTICE_FAULT_CUT: promise a whole answer, send half of it, close
 * @SIGNET_PRACTICE_FAULT_GARBAGE: send bytes that are no answer's body
 * @SIGNET_PRACTICE_FAULT_RESET: reset the connection
 * @SIGNET_PRACTICE_FAULT_DROP_ANSWER: close the connection without a byte
 * @SIGNET_PRACTICE_FAULT_REPLAY: handle the request twice, as a retrying proxy makes it happen
 *
 * What goes wrong.
 */
typedef enum
{
  SIGNET_PRACTICE_FAULT_DELAY,
  SIGNET_PRACTICE_FAULT_STATUS,
  SIGNET_PRACTICE_FAULT_CUT,
  SIGNET_PRACTICE_FAULT_GARBAGE,
  SIGNET_PRACTICE_FAULT_RESET,
  SIGNET_PRACTICE_FAULT_DROP_ANSWER,
  SIGNET_PRACTICE_FAULT_REPLAY,
} SignetPracticeFault;

/**
 * SignetPracticeFaultRule:
 * @method: (nullable): the HTTP method it is for
 * @path: prefix of the path, or a pattern if there is a `*` in it
 * @nth: acts on every nth request that matches
 * @count: how often it acts, 0 without end
 * @after: %TRUE when the request has been handled, %FALSE before
 * @fault: what happens
 * @status: for %SIGNET_PRACTICE_FAULT_STATUS
 * @milliseconds: for %SIGNET_PRACTICE_FAULT_DELAY
 * @seen: matching requests so far
 * @done: how often it has acted
 */
typedef struct
{
  char *method;
  char *path;
  guint nth;
  guint count;
  gboolean after;
  SignetPracticeFault fault;
  guint status;
  guint milliseconds;
  guint seen;
  guint done;
} SignetPracticeFaultRule;

#define SIGNET_TYPE_PRACTICE_FAULTS (signet_practice_faults_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeFaults, signet_practice_faults, SIGNET, PRACTICE_FAULTS, GObject)

SignetPracticeFaults *signet_practice_faults_new (void);

gboolean signet_practice_faults_set (SignetPracticeFaults *self, JsonArray *rules, GPtrArray *findings);
const SignetPracticeFaultRule *
signet_practice_faults_take (SignetPracticeFaults *self, const char *method, const char *path);

G_END_DECLS
