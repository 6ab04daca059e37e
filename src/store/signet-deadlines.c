/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-deadlines.h"

#include "model/signet-date.h"
#include "store/signet-table-map.h"

#include <string.h>

/* The table `deadlines`: when rights, licences, authorisations and documents run out. A row is kept by
 * whoever saves the record it belongs to, in the same transaction. On the connection's thread.
 */

/* Dates farther away than this are at no step, whatever the months' lengths; the exact answer is the
 * model's. */
#define MONTHS_BEFORE 13
#define MONTHS_AFTER 7

static const SignetColumn columns[] = {
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDeadlineRecord, subject) },
  { "what", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDeadlineRecord, what) },
  { "party", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDeadlineRecord, party) },
  { "date", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDeadlineRecord, date) },
  { "grace", SIGNET_COLUMN_BOOL, G_STRUCT_OFFSET (SignetDeadlineRecord, grace) },
  { "put_off_until", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDeadlineRecord, put_off_until) },
  { "told_step", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetDeadlineRecord, told_step) },
};

SIGNET_DEFINE_RECORD (SignetDeadlineRecord, signet_deadline_record, "deadlines", "subject, what")

/* Parameters: the first and the last date, today, and in one whose they are. */
#define NEAR "date BETWEEN ?1 AND ?2 AND put_off_until <= ?3"

static void
find_range (const GDate *today, char **first, char **last)
{
  GDate date = *today;

  g_date_subtract_months (&date, MONTHS_AFTER);
  *first = signet_date_to_text (&date);
  date = *today;
  g_date_add_months (&date, MONTHS_BEFORE);
  *last = signet_date_to_text (&date);
}

/**
 * signet_deadlines_compute_step:
 * @what: what runs out
 * @date: when it runs out
 * @grace: whether it may still be renewed afterwards
 * @today: the day it is in Asia/Shanghai
 *
 * An annuity, due each year, would be at a step for ever: it is at none before it is near.
 *
 * Returns: (nullable): the step it is at, %NULL for none
 */
const char *
signet_deadlines_compute_step (const char *what, const char *date, gboolean grace, const GDate *today)
{
  const char *step;
  GDate last;

  if (!signet_date_read (date, &last))
    return NULL;
  step = signet_reminder_compute (&last, grace, today, NULL);
  if (step != NULL && strcmp (what, SIGNET_REMINDER_ANNUITY) == 0 && !signet_reminder_is_near (step))
    return NULL;
  return step;
}

/**
 * signet_deadlines_keep:
 * @tables: writable tables
 * @subject: local id of a right, an authorisation or a party
 * @what: what of it runs out
 * @party: (nullable): local id of whose it is
 * @date: (nullable): when, as the person typed it
 * @grace: whether it may still be renewed afterwards
 * @error: return location
 *
 * Remembers when something runs out, or forgets it if there is no date. With a new date it is neither put off
 * nor told any more.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_deadlines_keep (SignetTables *tables,
                       const char *subject,
                       const char *what,
                       const char *party,
                       const char *date,
                       gboolean grace,
                       GError **error)
{
  GDate last;

  signet_tables_mark (tables, SIGNET_SUBJECT_DEADLINE, subject);
  if (!signet_date_read (date, &last))
    return signet_tables_run (tables, "DELETE FROM deadlines WHERE subject = ? AND what = ?", "tt", error,
                              subject, what);
  return signet_tables_run (
      tables,
      "INSERT INTO deadlines (subject, what, party, date, grace, put_off_until, told_step)"
      " VALUES (?, ?, ?, ?, ?, '', '') ON CONFLICT (subject, what) DO UPDATE SET"
      " party = excluded.party, grace = excluded.grace, date = excluded.date,"
      " put_off_until = iif (date = excluded.date, put_off_until, ''),"
      " told_step = iif (date = excluded.date, told_step, '')",
      "tttti", error, subject, what, party, date, (gint64) grace);
}

/**
 * signet_deadlines_find:
 * @tables: tables
 * @subject: local id of a right, an authorisation or a party
 * @what: what of it runs out
 * @error: return location
 *
 * Returns: (transfer full) (nullable): when it does
 */
SignetDeadlineRecord *
signet_deadlines_find (SignetTables *tables, const char *subject, const char *what, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE subject = ? AND what = ?", "tt", error, subject, what);
}

/**
 * signet_deadlines_list_untold:
 * @tables: tables
 * @today: the day it is in Asia/Shanghai
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SignetDeadlineRecord): what is at a step that nobody was
 * told of yet, and isn't put off, the soonest first; `told_step` is the step it is at
 */
GPtrArray *
signet_deadlines_list_untold (SignetTables *tables, const GDate *today, GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *now = signet_date_to_text (today);
  g_autoptr (GPtrArray) records = NULL;

  find_range (today, &first, &last);
  records = signet_table_map_list (&map, tables, (GDestroyNotify) signet_deadline_record_free,
                                   "WHERE " NEAR " ORDER BY date, row", "ttt", error, first, last, now);
  for (guint i = 0; records != NULL && i < records->len;)
    {
      SignetDeadlineRecord *record = g_ptr_array_index (records, i);
      const char *step = signet_deadlines_compute_step (record->what, record->date, record->grace, today);

      if (step == NULL || strcmp (step, record->told_step) == 0)
        {
          g_ptr_array_remove_index (records, i);
          continue;
        }
      g_free (record->told_step);
      record->told_step = g_strdup (step);
      i++;
    }
  return g_steal_pointer (&records);
}

/**
 * signet_deadlines_collect:
 * @tables: tables
 * @party: whose; "" for everybody's
 * @today: the day it is in Asia/Shanghai
 * @near: what is set in the row id of what is near (see signet_reminder_is_near())
 * @far: what is set in every other one
 * @rows: (element-type gint64): to which the ids of those that are at a step and not put off are added, the
 * soonest first
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * For the lists.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_deadlines_collect (SignetTables *tables,
                          const char *party,
                          const GDate *today,
                          gint64 near,
                          gint64 far,
                          GArray *rows,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *now = signet_date_to_text (today);
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;

  find_range (today, &first, &last);
  stmt = signet_tables_prepare (
      tables,
      "SELECT row, date, grace, what FROM deadlines WHERE " NEAR
      " AND (?4 = '' OR party = ?4 OR EXISTS (SELECT 1 FROM rights AS r WHERE"
      " r.id = deadlines.subject AND instr (r.co_holders, ?4) > 0)) ORDER BY date, row",
      "tttt", error, first, last, now, party);
  if (stmt == NULL)
    return FALSE;
  while (signet_statement_next (stmt, &local_error))
    {
      gint64 row = signet_statement_get_int64 (stmt, 0);
      const char *step = signet_deadlines_compute_step (signet_statement_get_text (stmt, 3),
                                                        signet_statement_get_text (stmt, 1),
                                                        signet_statement_get_int64 (stmt, 2) != 0, today);

      if (step != NULL)
        {
          row |= signet_reminder_is_near (step) ? near : far;
          g_array_append_val (rows, row);
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * signet_deadlines_put_off:
 * @tables: writable tables
 * @subject: local id of a right, an authorisation or a party
 * @what: what of it runs out
 * @until: (nullable): the first day on which it may be shown again; %NULL for at once
 * @told_step: (nullable): the last step that counts as told: with %NULL it is told again when it is shown
 * again
 * @error: return location
 *
 * Returns: %TRUE on success; %SIGNET_STORE_ERROR_CONFLICT if there is no such deadline any more
 */
gboolean
signet_deadlines_put_off (SignetTables *tables,
                          const char *subject,
                          const char *what,
                          const char *until,
                          const char *told_step,
                          GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_DEADLINE, subject);
  return signet_tables_run (
             tables, "UPDATE deadlines SET put_off_until = ?, told_step = ? WHERE subject = ? AND what = ?",
             "tttt", error, until, told_step, subject, what) &&
         signet_tables_changed_one (tables, "putting it off", error);
}

/**
 * signet_deadlines_set_told:
 * @tables: writable tables
 * @subject: local id of a right, an authorisation or a party
 * @what: what of it runs out
 * @step: of which a person is told
 * @error: return location
 *
 * Nobody who shows deadlines hears of this: it changes nothing of them. One that has gone meanwhile is no
 * error.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_deadlines_set_told (SignetTables *tables,
                           const char *subject,
                           const char *what,
                           const char *step,
                           GError **error)
{
  return signet_tables_run (tables, "UPDATE deadlines SET told_step = ? WHERE subject = ? AND what = ?",
                            "ttt", error, step, subject, what);
}
