/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetEventRecord:
 * @subject: local id of what it happened to
 * @at: µs UTC
 * @kind: what happened: a status, or a word of the desk
 * @n_items: how many items it concerns, 0 for the whole
 * @body: more about it, encoded, or %NULL
 *
 * One step of a time line.
 */
typedef struct
{
  char *subject;
  gint64 at;
  char *kind;
  gint64 n_items;
  GBytes *body;
} SignetEventRecord;

SignetEventRecord *signet_event_record_new (void);
void signet_event_record_free (SignetEventRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetEventRecord, signet_event_record_free)

gboolean
signet_events_save (SignetTables *tables, const char *kind, const SignetEventRecord *record, GError **error);
GPtrArray *signet_events_list (SignetTables *tables, const char *subject, GError **error);

G_END_DECLS
