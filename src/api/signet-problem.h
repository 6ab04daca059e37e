/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define SIGNET_PROBLEM_TYPE_PREFIX "urn:signet:problem:"

#define SIGNET_TYPE_PROBLEM (signet_problem_get_type ())
G_DECLARE_FINAL_TYPE (SignetProblem, signet_problem, SIGNET, PROBLEM, GObject)

SignetProblem *signet_problem_new (const char *code, guint status, const char *title, const char *detail);
SignetProblem *signet_problem_new_from_node (JsonNode *node, GError **error);
JsonNode *signet_problem_to_node (SignetProblem *self);

const char *signet_problem_get_type_uri (SignetProblem *self);
const char *signet_problem_get_code (SignetProblem *self);
guint signet_problem_get_status (SignetProblem *self);
const char *signet_problem_get_title (SignetProblem *self);
const char *signet_problem_get_detail (SignetProblem *self);
GListStore *signet_problem_get_findings (SignetProblem *self);
const char *signet_problem_get_param (SignetProblem *self, const char *name);
void signet_problem_set_param (SignetProblem *self, const char *name, const char *value);

G_END_DECLS
