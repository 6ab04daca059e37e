/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-events.h"

#include "store/signet-table-map.h"
#include "store/signet-subjects.h"

/* The table `events`. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetEventRecord, subject) },
  { "at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetEventRecord, at) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetEventRecord, kind) },
  { "n_items", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetEventRecord, n_items) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetEventRecord, body) },
};

SIGNET_DEFINE_RECORD (SignetEventRecord, signet_event_record, "events", "subject, at, kind")

/**
 * signet_events_save:
 * @tables: writable tables
 * @kind: what the subject is: party, right or complaint
 * @record: the event
 * @error: return location
 *
 * Adds a step to a time line. The same step a second time (a change taken over again after a kill) replaces
 * the first.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_events_save (SignetTables *tables, const char *kind, const SignetEventRecord *record, GError **error)
{
  signet_subjects_mark (tables, kind, record->subject);
  return signet_table_map_save (&map, tables, record, error);
}

/**
 * signet_events_list:
 * @tables: tables
 * @subject: local id
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetEventRecord): the time line, newest first
 */
GPtrArray *
signet_events_list (SignetTables *tables, const char *subject, GError **error)
{
  return signet_table_map_list (&map, tables, (GDestroyNotify) signet_event_record_free,
                                "WHERE subject = ? ORDER BY at DESC, row DESC", "t", error, subject);
}
