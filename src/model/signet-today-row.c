/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-today-row.h"

/**
 * SignetTodayRow:
 *
 * One thing that waits for the person, or that happened. Holds what a sentence is made of; the words are
 * the application's. Filled by the store.
 */

struct _SignetTodayRow
{
  SignetRecord parent_instance;

  char *id;
  char *kind;
  char *subject_kind;
  char *subject_id;
  char *name;
  char *number;
  int count;
  int total;
  char *date;
  char *page;
  char *error_code;
  char *what;
  char *step;
  char *awaited_kind;
  char *awaited_id;
  char *awaited_name;
};

G_DEFINE_FINAL_TYPE (SignetTodayRow, signet_today_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetTodayRow, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Stable id of the row" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "draft, failed, queued, correction, expiring or decided" },
  { "subject-kind", SIGNET_FIELD_TEXT, OFFSET (subject_kind), "party, right, authorisation or complaint" },
  { "subject-id", SIGNET_FIELD_TEXT, OFFSET (subject_id),
    "Local id of what it is about; of a draft its own id; empty for several" },
  { "name", SIGNET_FIELD_TEXT, OFFSET (name), "Name for the sentence" },
  { "number", SIGNET_FIELD_TEXT, OFFSET (number), "Number for the sentence" },
  { "count", SIGNET_FIELD_INT, OFFSET (count), "Count for the sentence" },
  { "total", SIGNET_FIELD_INT, OFFSET (total), "What the count is out of; 0 where that says nothing" },
  { "date", SIGNET_FIELD_TEXT, OFFSET (date), "Date or time for the sentence" },
  { "page", SIGNET_FIELD_TEXT, OFFSET (page), "Page of the wizard to open" },
  { "error-code", SIGNET_FIELD_TEXT, OFFSET (error_code), "Why it could not be sent" },
  { "what", SIGNET_FIELD_TEXT, OFFSET (what), "What runs out: right, licence, authorisation or document" },
  { "step", SIGNET_FIELD_TEXT, OFFSET (step), "How near that is: 12m, 6m, 3m, 1m, day or grace" },
  { "awaited-kind", SIGNET_FIELD_TEXT, OFFSET (awaited_kind),
    "What has to be sent before and wasn't taken: party, right or authorisation; empty for nothing" },
  { "awaited-id", SIGNET_FIELD_TEXT, OFFSET (awaited_id), "Local id of that" },
  { "awaited-name", SIGNET_FIELD_TEXT, OFFSET (awaited_name), "Name of that" },
};

static void
signet_today_row_class_init (SignetTodayRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_today_row_init (SignetTodayRow *self)
{
}

/**
 * signet_today_row_new:
 *
 * Returns: (transfer full): an empty row
 */
SignetTodayRow *
signet_today_row_new (void)
{
  return g_object_new (SIGNET_TYPE_TODAY_ROW, NULL);
}

SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, id)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, kind)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, subject_kind)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, subject_id)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, name)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, number)
SIGNET_RECORD_INT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, count)
SIGNET_RECORD_INT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, total)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, date)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, page)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, error_code)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, what)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, step)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, awaited_kind)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, awaited_id)
SIGNET_RECORD_TEXT (SignetTodayRow, signet_today_row, SIGNET_IS_TODAY_ROW, awaited_name)
