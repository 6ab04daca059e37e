/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SignetStatement SignetStatement;

void signet_statement_free (SignetStatement *self);

void signet_statement_bind_text (SignetStatement *self, int index, const char *value);
void signet_statement_bind_int64 (SignetStatement *self, int index, gint64 value);
void signet_statement_bind_blob (SignetStatement *self, int index, GBytes *value);
void signet_statement_bind_null (SignetStatement *self, int index);

gboolean signet_statement_next (SignetStatement *self, GError **error);
gboolean signet_statement_run (SignetStatement *self, GError **error);
void signet_statement_reset (SignetStatement *self);

gboolean signet_statement_is_null (SignetStatement *self, int column);
const char *signet_statement_get_text (SignetStatement *self, int column);
char *signet_statement_dup_text (SignetStatement *self, int column);
gint64 signet_statement_get_int64 (SignetStatement *self, int column);
GBytes *signet_statement_dup_blob (SignetStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetStatement, signet_statement_free)

G_END_DECLS
