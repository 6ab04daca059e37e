/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* For the desk's own files: members of resources in the form of a request. A paper's pointer is "/files/" and
 * its slot. */
GListStore *signet_members_list_files (JsonNode *resource);
JsonNode *signet_members_find (JsonNode *resource, const char *pointer);
void signet_members_set (JsonNode *resource, const char *pointer, JsonNode *value);

/* Pointers to what differs. */
GPtrArray *signet_members_compare (JsonNode *one, JsonNode *other);
gboolean signet_members_equal_at (JsonNode *one, JsonNode *other, const char *pointer);

/* A merge patch (RFC 7396) that makes the members that are open in @held what they are in @wanted. */
typedef gboolean (*SignetMembersOpenFunc) (gpointer data, const char *pointer);
JsonNode *
signet_members_make_patch (JsonNode *wanted, JsonNode *held, SignetMembersOpenFunc is_open, gpointer data);

G_END_DECLS
