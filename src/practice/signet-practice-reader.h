/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _SignetPracticeReader SignetPracticeReader;

SignetPracticeReader *
signet_practice_reader_new (JsonObject *object, const char *pointer, GPtrArray *findings);
void signet_practice_reader_free (SignetPracticeReader *self);

JsonObject *signet_practice_reader_get_object (SignetPracticeReader *self);
void signet_practice_reader_add (SignetPracticeReader *self, const char *name, const char *code, ...)
    G_GNUC_NULL_TERMINATED;

void signet_practice_reader_add_error (SignetPracticeReader *self, const GError *error);
void signet_practice_reader_add_errors (SignetPracticeReader *self, GPtrArray *found);

const char *signet_practice_reader_get_text (SignetPracticeReader *self, const char *name);
const char *signet_practice_reader_need_text (SignetPracticeReader *self, const char *name);
gboolean signet_practice_reader_get_number (SignetPracticeReader *self,
                                            const char *name,
                                            gint64 least,
                                            gint64 most,
                                            gint64 *value);
JsonArray *signet_practice_reader_need_array (SignetPracticeReader *self, const char *name);
SignetPracticeReader *signet_practice_reader_need_object (SignetPracticeReader *self, const char *name);
SignetPracticeReader *
signet_practice_reader_need_element (SignetPracticeReader *self, const char *name, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetPracticeReader, signet_practice_reader_free)

G_END_DECLS
