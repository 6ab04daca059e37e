/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-today-list.h"

#include "model/signet-today-row.h"
#include "model/signet-words.h"
#include "store/signet-deadlines.h"
#include "store/signet-outbox-private.h"
#include "store/signet-tables-private.h"

/* What waits for the person, and what has just been decided, out of several tables: unfinished drafts,
 * submissions that failed, those that wait for one of these, those on their way, corrections asked for, what
 * runs out, recent decisions, in this order. A row's id says which table it is from. Used on the main thread.
 */

/* Id of a row = source << SOURCE_SHIFT | row of its table; for what is on its way its kind's place, for what
 * waits row << 3 | place, with the row of the submission that failed. */
#define SOURCE_SHIFT 48
#define ROW_MASK ((G_GINT64_CONSTANT (1) << SOURCE_SHIFT) - 1)

#define KIND_PLACE "CASE kind WHEN 'party' THEN 1 WHEN 'authorisation' THEN 2 WHEN 'right' THEN 3 ELSE 4 END"

typedef enum
{
  SOURCE_DRAFT = 1,
  SOURCE_FAILED,
  SOURCE_QUEUED,
  SOURCE_CERTIFICATION,
  SOURCE_COMPLAINT,
  SOURCE_EXPIRING,
  SOURCE_DECIDED,
  SOURCE_EXPIRING_FAR, /* not before long */
  SOURCE_HELD,
} Source;

/* A decision is news for a week, and no more than fit on a page. */
#define DAYS_OF_NEWS 7
#define MAX_NEWS 20

typedef struct
{
  char *account;
  char *principal;
  GDate today;
  char *news_from;
} Question;

struct _SignetTodayList
{
  SignetRowList parent_instance;

  SignetClock *clock;
  char *account; /* "" for all, as below */
  char *principal;
};

enum
{
  PROP_0,
  PROP_CLOCK,
};

G_DEFINE_FINAL_TYPE (SignetTodayList, signet_today_list, SIGNET_TYPE_ROW_LIST)

/* Two parameters, the account and the principal; an account's list has the drafts that belong to none, too,
 * and a principal's those of which it isn't known yet. */
static const char drafts_sql[] = "SELECT 1 << 48 | row FROM drafts WHERE (?1 = '' OR account IN ('', ?1))"
                                 " AND (?2 = '' OR principal IN ('', ?2)) ORDER BY updated_at DESC, row DESC";
/* What was refused and is open as a draft again isn't there twice: the draft says why. */
static const char outbox_sql[] =
    "SELECT 2 << 48 | row FROM outbox AS o WHERE state = 'failed' AND state <> 'sent' AND (?1 = '' OR account = ?1)"
    " AND NOT EXISTS (SELECT 1 FROM drafts AS d WHERE d.purpose = 'correct' AND d.subject = o.subject"
    "  AND d.account = o.account)"
    " AND (?2 = '' OR principal = ?2) ORDER BY row DESC";
static const char held_sql[] = SIGNET_OUTBOX_WITH_HELD
    "SELECT DISTINCT 9 << 48 | (root << 3) | " KIND_PLACE " FROM held JOIN outbox USING (row)"
    " WHERE " SIGNET_OUTBOX_UNSENT
    " AND (?1 = '' OR account = ?1) AND (?2 = '' OR principal = ?2) ORDER BY 1";
static const char queued_sql[] = SIGNET_OUTBOX_WITH_HELD
    "SELECT DISTINCT 3 << 48 | " KIND_PLACE " FROM outbox WHERE " SIGNET_OUTBOX_UNSENT
    " AND row NOT IN (SELECT row FROM held)"
    " AND (?1 = '' OR account = ?1) AND (?2 = '' OR principal = ?2) ORDER BY 1";
/* What is being corrected already isn't asked for twice. */
static const char corrections_sql[] =
    "SELECT id FROM ("
    " SELECT 4 << 48 | c.row AS id, c.due_at AS due_at, c.account AS account, CASE c.kind"
    "   WHEN 'party' THEN c.subject"
    "   WHEN 'right' THEN (SELECT party FROM rights WHERE id = c.subject)"
    "   WHEN 'authorisation' THEN (SELECT principal FROM authorisations WHERE id = c.subject)"
    "  END AS principal FROM certifications AS c"
    "  WHERE c.status = 'needs_correction'"
    "  AND NOT EXISTS (SELECT 1 FROM drafts AS d WHERE d.subject = c.subject AND d.kind = c.kind)"
    "  AND NOT EXISTS (SELECT 1 FROM outbox AS o WHERE o.subject = c.subject AND o.state <> 'sent')"
    " UNION ALL"
    " SELECT 5 << 48 | row, next_date, account, party_id FROM complaints WHERE status = 'needs_correction')"
    " WHERE (?1 = '' OR account = ?1) AND (?2 = '' OR principal = ?2) ORDER BY due_at = '', due_at, id";
static const char decided_sql[] =
    "SELECT 7 << 48 | row FROM complaints WHERE decided_at >= ?3 AND decided_at <> '' AND (?1 = '' OR account = ?1)"
    " AND (?2 = '' OR party_id = ?2) ORDER BY decided_at DESC, row DESC LIMIT ?4";

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->account);
  g_free (question->principal);
  g_free (question->news_from);
  g_free (question);
}

static gpointer
snapshot (SignetRowList *list)
{
  SignetTodayList *self = SIGNET_TODAY_LIST (list);
  Question *question = g_new0 (Question, 1);

  question->account = g_strdup (self->account);
  question->principal = g_strdup (self->principal);
  signet_clock_today (self->clock, &question->today);
  question->news_from =
      signet_clock_text_at (signet_clock_now (self->clock) - DAYS_OF_NEWS * G_TIME_SPAN_DAY);
  return question;
}

static gboolean
collect (SignetTables *tables,
         const char *sql,
         const Question *question,
         GArray *ids,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, sql, "tt", error, question->account, question->principal);

  return stmt != NULL && signet_tables_collect (tables, stmt, ids, cancellable, error);
}

static GArray *
list_rows (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement) decided = NULL;

  /* What runs out is the desk's, whatever the account. */
  if (!collect (tables, drafts_sql, question, ids, cancellable, error) ||
      !collect (tables, outbox_sql, question, ids, cancellable, error) ||
      !collect (tables, held_sql, question, ids, cancellable, error) ||
      !collect (tables, queued_sql, question, ids, cancellable, error) ||
      !collect (tables, corrections_sql, question, ids, cancellable, error) ||
      !signet_deadlines_collect (tables, question->principal != NULL ? question->principal : "",
                                 &question->today, (gint64) SOURCE_EXPIRING << SOURCE_SHIFT,
                                 (gint64) SOURCE_EXPIRING_FAR << SOURCE_SHIFT, ids, cancellable, error))
    return NULL;

  decided = signet_tables_prepare (tables, decided_sql, "ttti", error, question->account, question->principal,
                                   question->news_from, (gint64) MAX_NEWS);
  if (decided == NULL || !signet_tables_collect (tables, decided, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

#define EXPIRING_SQL                                                                                                                    \
  "SELECT CASE d.what WHEN 'document' THEN 'party' WHEN 'licence' THEN 'right' WHEN 'annuity' THEN 'right' ELSE d.what END, d.subject," \
  " coalesce(r.name, p.name, ''), coalesce(r.number, ''), 0, 0, d.date, '', '', d.what, d.grace"                                        \
  " FROM deadlines AS d LEFT JOIN rights AS r ON r.id = d.subject AND d.what IN ('right', 'licence', 'annuity')"                        \
  " LEFT JOIN parties AS p ON p.id = d.party WHERE d.row = ?1"

/* Columns: subject kind, subject id, name, number, count, total, date, page, error code; of what runs out
 * also what of it, and whether there is grace; of what waits also kind, id and name of what it waits for. */
static const char *const fill_sql[] = {
  [SOURCE_DRAFT] =
      "SELECT kind, id, title, '', n_items, 0, updated_at, page, iif (purpose = 'correct',"
      " coalesce ((SELECT error_code FROM outbox AS o WHERE o.subject = drafts.subject AND o.account = drafts.account"
      "  AND o.state = 'failed' AND o.state <> 'sent'), ''), '') FROM drafts WHERE row = ?1",
  [SOURCE_FAILED] =
      "SELECT kind, subject, title, '', 1, 0, created_at, '', error_code FROM outbox WHERE row = ?1",
  /* Counted in the index alone: thousands may be on their way, and each that is sent fills the row again. */
  [SOURCE_QUEUED] = SIGNET_OUTBOX_WITH_HELD
  "SELECT o.kind, iif (n = 1, o.subject, ''), iif (n = 1, o.title, ''), '', n, 0, o.created_at, '', o.error_code"
  " FROM (SELECT count(*) AS n, min(row) AS first FROM outbox WHERE " SIGNET_OUTBOX_UNSENT
  "  AND row NOT IN (SELECT row FROM held) AND " KIND_PLACE " = ?1"
  "  AND (?2 = '' OR account = ?2) AND (?3 = '' OR principal = ?3))"
  " JOIN outbox AS o ON o.row = first",
  [SOURCE_HELD] = SIGNET_OUTBOX_WITH_HELD
  "SELECT o.kind, iif (n = 1, o.subject, ''), iif (n = 1, o.title, ''), '', n, 0, o.created_at, '', '',"
  " f.kind, f.subject, f.title"
  " FROM (SELECT count(*) AS n, min(row) AS first FROM held JOIN outbox USING (row) WHERE " SIGNET_OUTBOX_UNSENT
  "  AND root = ?1 >> 3 AND " KIND_PLACE " = (?1 & 7)"
  "  AND (?2 = '' OR account = ?2) AND (?3 = '' OR principal = ?3))"
  " JOIN outbox AS o ON o.row = first JOIN outbox AS f ON f.row = ?1 >> 3",
  [SOURCE_CERTIFICATION] =
      "SELECT c.kind, c.subject, coalesce(r.name, p.name, g.name, ''), coalesce(r.number, ''), c.n_findings, 0, c.due_at, '',"
      " '' FROM certifications AS c LEFT JOIN rights AS r ON r.id = c.subject"
      " LEFT JOIN parties AS p ON p.id = c.subject LEFT JOIN authorisations AS a ON a.id = c.subject"
      " LEFT JOIN parties AS g ON g.id = a.principal WHERE c.row = ?1",
  [SOURCE_COMPLAINT] =
      "SELECT 'complaint', c.id, coalesce(r.name, ''), c.number, 0, c.items_total, c.next_date, '', ''"
      " FROM complaints AS c LEFT JOIN rights AS r ON r.id = c.right_id WHERE c.row = ?1",
  [SOURCE_EXPIRING] = EXPIRING_SQL,
  [SOURCE_EXPIRING_FAR] = EXPIRING_SQL,
  [SOURCE_DECIDED] =
      "SELECT 'complaint', c.id, coalesce(r.name, ''), c.number, c.items_upheld, c.items_total, c.decided_at, '', ''"
      " FROM complaints AS c LEFT JOIN rights AS r ON r.id = c.right_id WHERE c.row = ?1",
};

static const char *const today_kinds[] = {
  [SOURCE_DRAFT] = SIGNET_TODAY_DRAFT,          [SOURCE_FAILED] = SIGNET_TODAY_FAILED,
  [SOURCE_QUEUED] = SIGNET_TODAY_QUEUED,        [SOURCE_CERTIFICATION] = SIGNET_TODAY_CORRECTION,
  [SOURCE_COMPLAINT] = SIGNET_TODAY_CORRECTION, [SOURCE_EXPIRING] = SIGNET_TODAY_EXPIRING,
  [SOURCE_DECIDED] = SIGNET_TODAY_DECIDED,      [SOURCE_EXPIRING_FAR] = SIGNET_TODAY_EXPIRING,
  [SOURCE_HELD] = SIGNET_TODAY_QUEUED,
};

static void
fill_step (SignetTodayRow *row, SignetClock *clock, SignetStatement *stmt)
{
  GDate today;

  signet_clock_today (clock, &today);
  signet_today_row_set_what (row, signet_statement_get_text (stmt, 9));
  signet_today_row_set_step (row, signet_deadlines_compute_step (signet_statement_get_text (stmt, 9),
                                                                 signet_statement_get_text (stmt, 6),
                                                                 signet_statement_get_int64 (stmt, 10) != 0,
                                                                 &today));
}

static void
fill_awaited (SignetTodayRow *row, SignetStatement *stmt)
{
  signet_today_row_set_awaited_kind (row, signet_statement_get_text (stmt, 9));
  signet_today_row_set_awaited_id (row, signet_statement_get_text (stmt, 10));
  signet_today_row_set_awaited_name (row, signet_statement_get_text (stmt, 11));
}

static void
fill_from (SignetTodayRow *row, Source source, gint64 id, SignetStatement *stmt)
{
  gboolean local_time = source == SOURCE_DRAFT || source == SOURCE_FAILED || source == SOURCE_QUEUED ||
                        source == SOURCE_HELD;
  g_autofree char *own_id = g_strdup_printf ("%s-%" G_GINT64_FORMAT, today_kinds[source], id);
  g_autofree char *date = local_time ? signet_clock_text_at (signet_statement_get_int64 (stmt, 6))
                                     : signet_statement_dup_text (stmt, 6);

  signet_today_row_set_id (row, own_id);
  signet_today_row_set_kind (row, today_kinds[source]);
  signet_today_row_set_subject_kind (row, signet_statement_get_text (stmt, 0));
  signet_today_row_set_subject_id (row, signet_statement_get_text (stmt, 1));
  signet_today_row_set_name (row, signet_statement_get_text (stmt, 2));
  signet_today_row_set_number (row, signet_statement_get_text (stmt, 3));
  signet_today_row_set_count (row, (int) signet_statement_get_int64 (stmt, 4));
  signet_today_row_set_total (row, (int) signet_statement_get_int64 (stmt, 5));
  signet_today_row_set_date (row, date);
  signet_today_row_set_page (row, signet_statement_get_text (stmt, 7));
  signet_today_row_set_error_code (row, signet_statement_get_text (stmt, 8));
}

static gboolean
fill (SignetRowList *list, SignetTables *tables, gint64 id, GObject *object, GError **error)
{
  SignetTodayList *self = SIGNET_TODAY_LIST (list);
  Source source = (Source) (id >> SOURCE_SHIFT);
  g_autoptr (SignetStatement)
      stmt = source == SOURCE_QUEUED || source == SOURCE_HELD
                 ? signet_tables_prepare (tables, fill_sql[source], "itt", error, id & ROW_MASK,
                                          self->account, self->principal)
                 : signet_tables_prepare (tables, fill_sql[source], "i", error, id & ROW_MASK);

  if (stmt == NULL || !signet_statement_next (stmt, error))
    return FALSE;
  g_object_freeze_notify (object);
  fill_from (SIGNET_TODAY_ROW (object), source, id, stmt);
  if (source == SOURCE_EXPIRING || source == SOURCE_EXPIRING_FAR)
    fill_step (SIGNET_TODAY_ROW (object), self->clock, stmt);
  if (source == SOURCE_HELD)
    fill_awaited (SIGNET_TODAY_ROW (object), stmt);
  g_object_thaw_notify (object);
  return TRUE;
}

static void
signet_today_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CLOCK:
      SIGNET_TODAY_LIST (object)->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_today_list_finalize (GObject *object)
{
  SignetTodayList *self = SIGNET_TODAY_LIST (object);

  g_object_unref (self->clock);
  g_free (self->account);
  g_free (self->principal);

  G_OBJECT_CLASS (signet_today_list_parent_class)->finalize (object);
}

static void
signet_today_list_class_init (SignetTodayListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SignetRowListClass *list_class = SIGNET_ROW_LIST_CLASS (klass);

  object_class->set_property = signet_today_list_set_property;
  object_class->finalize = signet_today_list_finalize;
  g_object_class_install_property (
      object_class, PROP_CLOCK,
      g_param_spec_object ("clock", NULL, "What day it is", SIGNET_TYPE_CLOCK,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  list_class->row_type = SIGNET_TYPE_TODAY_ROW;
  list_class->subjects = 1u << SIGNET_SUBJECT_DRAFT | 1u << SIGNET_SUBJECT_OUTBOX |
                         1u << SIGNET_SUBJECT_PARTY | 1u << SIGNET_SUBJECT_RIGHT |
                         1u << SIGNET_SUBJECT_COMPLAINT | 1u << SIGNET_SUBJECT_AUTHORISATION |
                         1u << SIGNET_SUBJECT_DEADLINE;
  list_class->snapshot = snapshot;
  list_class->free_snapshot = question_free;
  list_class->list_rows = list_rows;
  list_class->fill = fill;
}

static void
signet_today_list_init (SignetTodayList *self)
{
}

/**
 * signet_today_list_new:
 * @store: an open store
 * @clock: says what day it is
 *
 * Returns: (transfer full): a list of #SignetTodayRow, being loaded
 */
SignetTodayList *
signet_today_list_new (SignetStore *store, SignetClock *clock)
{
  return g_object_new (SIGNET_TYPE_TODAY_LIST, "store", store, "clock", clock, NULL);
}

/**
 * signet_today_list_set_account:
 * @self: the list
 * @account: (nullable): whose; %NULL for all accounts
 *
 * Chooses the account.
 */
void
signet_today_list_set_account (SignetTodayList *self, const char *account)
{
  g_return_if_fail (SIGNET_IS_TODAY_LIST (self));

  if (g_strcmp0 (account, self->account) == 0)
    return;
  g_free (self->account);
  self->account = g_strdup (account);
  signet_row_list_start_over (SIGNET_ROW_LIST (self));
}

/**
 * signet_today_list_set_principal:
 * @self: the list
 * @principal: (nullable): local id of a party; %NULL for all
 *
 * Chooses for whom.
 */
void
signet_today_list_set_principal (SignetTodayList *self, const char *principal)
{
  g_return_if_fail (SIGNET_IS_TODAY_LIST (self));

  if (g_strcmp0 (principal, self->principal) == 0)
    return;
  g_free (self->principal);
  self->principal = g_strdup (principal);
  signet_row_list_ask_again (SIGNET_ROW_LIST (self));
}

/**
 * signet_today_list_look_again:
 * @self: the list
 *
 * Another day has begun, and with it what runs out is nearer and what is news has aged.
 */
void
signet_today_list_look_again (SignetTodayList *self)
{
  g_return_if_fail (SIGNET_IS_TODAY_LIST (self));

  signet_row_list_refill (SIGNET_ROW_LIST (self));
  signet_row_list_ask_again (SIGNET_ROW_LIST (self));
}

/**
 * signet_today_list_count_waiting:
 * @self: the list
 *
 * Returns: how many things wait for the person: what is on its way, waits for one of them or has been decided
 * doesn't, nor yet what runs out in more than three months
 */
guint
signet_today_list_count_waiting (SignetTodayList *self)
{
  guint n = 0;

  g_return_val_if_fail (SIGNET_IS_TODAY_LIST (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      Source source = (Source) (signet_row_list_get_id (SIGNET_ROW_LIST (self), i) >> SOURCE_SHIFT);

      n += source != SOURCE_QUEUED && source != SOURCE_HELD && source != SOURCE_DECIDED &&
           source != SOURCE_EXPIRING_FAR;
    }
  return n;
}
