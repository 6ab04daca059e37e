/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-right-import-private.h"

#include <string.h>

#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-import-rejects.h"
#include "desk/signet-local-record.h"
#include "desk/signet-right-check.h"
#include "desk/signet-right-columns.h"
#include "desk/signet-slices.h"
#include "model/signet-words.h"
#include "sheet/signet-sheet-error.h"
#include "sheet/signet-sheet-reader.h"

/*
 * The file is read and split on a thread of its own; what its rows make of rights is checked on the main
 * thread, in slices, since a right is a live object. Nothing is on this desk before the commit, which is one
 * transaction. Who began it owns it. Main thread.
 */
struct _SignetRightImport
{
  GObject parent_instance;

  SignetStore *store;
  SignetClock *clock;
  GFile *file;
  char *default_kind; /* or NULL, as all below until the file is read */
  char *default_party;

  char *encoding;
  SignetSheetRow *heads;
  GPtrArray *sheet; /* SignetSheetRow, one for each of the rows */
  SignetRightColumns *columns;
  SignetRightCheck *check;

  GListStore *rows;
  GPtrArray *fresh;             /* rows that aren't in the list yet */
  GPtrArray *made;              /* while committing: what is written */
  SignetImportRejects *rejects; /* while saving, likewise */
  guint n_good;
  guint n_bad;
  guint n_duplicates;
  double progress;
  gboolean busy; /* one thing at a time */
  gboolean read; /* to the end */
  gboolean committed;
};

G_DEFINE_FINAL_TYPE (SignetRightImport, signet_right_import, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ROWS,
  PROP_N_GOOD,
  PROP_N_BAD,
  PROP_N_DUPLICATES,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What the thread hands over. */
typedef struct
{
  char *encoding;
  GPtrArray *rows;
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->encoding);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

static GError *
explain_sheet (GError *error)
{
  SignetDeskError code = SIGNET_DESK_ERROR_FILE_UNREADABLE;
  g_autoptr (GError) below = NULL;

  if ((error->domain != SIGNET_SHEET_ERROR && error->domain != G_IO_ERROR) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return signet_explain (error);
  below = error;
  if (g_error_matches (below, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_TOO_LARGE))
    code = SIGNET_DESK_ERROR_FILE_TOO_LARGE;
  else if (g_error_matches (below, SIGNET_SHEET_ERROR, SIGNET_SHEET_ERROR_WORKBOOK))
    code = SIGNET_DESK_ERROR_FILE_TYPE;
  return g_error_new_literal (SIGNET_DESK_ERROR, code, below->message);
}

static void
set_progress (SignetRightImport *self, guint done, guint all)
{
  self->progress = all > 0 ? (double) done / all : 1;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
notify_counts (SignetRightImport *self)
{
  for (int i = PROP_N_GOOD; i <= PROP_N_DUPLICATES; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static gboolean
check_open (SignetRightImport *self, GError **error)
{
  if (signet_store_get_tables (self->store) != NULL)
    return TRUE;
  g_set_error_literal (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
  return FALSE;
}

/* One thing at a time; until end(). */
static GTask *
begin (SignetRightImport *self,
       gpointer tag,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* What was written must be known as written. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->busy)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the import is busy");
      return NULL;
    }
  self->busy = TRUE;
  set_progress (self, 0, 1);
  return g_steal_pointer (&task);
}

/* Takes both. */
static void
end (GTask *task, GError *error)
{
  SIGNET_RIGHT_IMPORT (g_task_get_source_object (task))->busy = FALSE;
  signet_explain_task (task, error);
}

static void
forget (SignetRightImport *self)
{
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->heads, signet_sheet_row_free);
  g_clear_pointer (&self->sheet, g_ptr_array_unref);
  g_clear_pointer (&self->columns, signet_right_columns_free);
  g_clear_pointer (&self->check, signet_right_check_free);
  g_ptr_array_set_size (self->fresh, 0);
  g_list_store_remove_all (self->rows);
  self->n_good = self->n_bad = self->n_duplicates = 0;
}

/* Reading: the thread. */

static void
read_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  guint line = 0;
  g_autoptr (SignetSheetReader) reader = signet_sheet_reader_open (data, &line, cancellable, &error);
  SignetSheetRow *row;
  Sheet *sheet;

  if (reader == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  sheet = g_new0 (Sheet, 1);
  sheet->encoding = g_strdup (signet_sheet_reader_get_encoding (reader));
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_sheet_row_free);
  while (!g_cancellable_is_cancelled (cancellable) && (row = signet_sheet_reader_next (reader)) != NULL)
    {
      if (signet_sheet_row_is_blank (row))
        signet_sheet_row_free (row);
      else
        g_ptr_array_add (sheet->rows, row);
    }
  g_task_return_pointer (task, sheet, sheet_free);
}

/* Reading: the slices. */

static gboolean
check_row (guint index, gpointer data, GError **error)
{
  SignetRightImport *self = data;
  const SignetSheetRow *cells = g_ptr_array_index (self->sheet, index);
  SignetImportRow *row;
  const char *state;

  if (!check_open (self, error))
    return FALSE;
  row = signet_right_check_row (self->check, cells, self->columns);
  state = signet_import_row_get_state (row);
  g_ptr_array_add (self->fresh, row);
  if (signet_import_row_is_good (row))
    self->n_good++;
  else if (strcmp (state, SIGNET_IMPORT_DUPLICATE) == 0)
    self->n_duplicates++;
  else
    self->n_bad++;
  return TRUE;
}

static void
show_rows (guint done, gpointer data)
{
  SignetRightImport *self = data;

  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0,
                       self->fresh->pdata, self->fresh->len);
  g_ptr_array_set_size (self->fresh, 0);
  notify_counts (self);
  set_progress (self, done, self->sheet->len);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  SIGNET_RIGHT_IMPORT (g_task_get_source_object (user_data))->read = signet_slices_run_finish (result,
                                                                                               &error);
  end (user_data, error);
}

static void
split_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetRightImport *self = SIGNET_RIGHT_IMPORT (source);
  GError *error = NULL;
  Sheet *sheet = g_task_propagate_pointer (G_TASK (result), &error);
  GDate today;

  if (sheet == NULL)
    {
      end (task, explain_sheet (error));
      return;
    }
  forget (self);
  self->encoding = g_steal_pointer (&sheet->encoding);
  self->sheet = g_ptr_array_ref (sheet->rows);
  sheet_free (sheet);
  self->heads = self->sheet->len > 0 ? g_ptr_array_steal_index (self->sheet, 0) : signet_sheet_row_new (1);
  self->columns = signet_right_columns_new (self->heads);
  /* Of a table without a single head that is known every row would be told to lack everything. */
  if (signet_right_columns_get_n_known (self->columns) == 0)
    g_ptr_array_set_size (self->sheet, 0);
  signet_clock_today (self->clock, &today);
  if (check_open (self, &error))
    self->check = signet_right_check_new (signet_store_get_tables (self->store), &today, self->default_kind,
                                          self->default_party, &error);
  if (self->check == NULL)
    end (task, error);
  else
    signet_slices_run_async (self->sheet->len, check_row, show_rows, self, g_task_get_cancellable (task),
                             checked_cb, task);
}

/* Committing. */

static gboolean
make_record (guint index, gpointer data, GError **error)
{
  SignetRightImport *self = data;
  g_autoptr (SignetImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), index);
  SignetLocalRecord *record;

  if (!signet_import_row_is_good (row))
    return TRUE;
  if (!check_open (self, error))
    return FALSE;
  record = signet_local_record_new (SIGNET_KIND_RIGHT, SIGNET_RECORD (signet_import_row_get_right (row)),
                                    signet_store_get_tables (self->store), signet_clock_now (self->clock),
                                    error);
  if (record != NULL)
    g_ptr_array_add (self->made, record);
  return record != NULL;
}

static void
show_progress (guint done, gpointer data)
{
  SignetRightImport *self = data;

  set_progress (self, done, g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
}

static gboolean
commit_write (SignetTables *tables, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!signet_local_record_save (tables, g_ptr_array_index (records, i), error))
      return FALSE;
  return TRUE;
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetRightImport *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->committed = signet_store_write_finish (SIGNET_STORE (source), result, &error);
  end (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetRightImport *self = g_task_get_source_object (task);
  g_autoptr (GPtrArray) made = g_steal_pointer (&self->made);
  GError *error = NULL;

  if (signet_slices_run_finish (result, &error))
    signet_store_write_async (self->store, commit_write, g_steal_pointer (&made),
                              (GDestroyNotify) g_ptr_array_unref, g_task_get_cancellable (task), committed_cb,
                              task);
  else
    end (task, error);
}

/* Saving what isn't imported. */

static gboolean
add_reject (guint index, gpointer data, GError **error)
{
  SignetRightImport *self = data;
  g_autoptr (SignetImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), index);

  if (!signet_import_row_is_good (row))
    signet_import_rejects_add (self->rejects, g_ptr_array_index (self->sheet, index), row);
  return TRUE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_import_rejects_save_finish (result, &error);
  end (user_data, error);
}

static void
rejects_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  SignetRightImport *self = g_task_get_source_object (task);
  g_autoptr (SignetImportRejects) rejects = g_steal_pointer (&self->rejects);
  GError *error = NULL;

  if (signet_slices_run_finish (result, &error))
    signet_import_rejects_save_async (g_steal_pointer (&rejects), g_task_get_task_data (task),
                                      g_task_get_cancellable (task), saved_cb, task);
  else
    end (task, error);
}

static void
signet_right_import_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetRightImport *self = SIGNET_RIGHT_IMPORT (object);

  switch (id)
    {
    case PROP_ROWS:
      g_value_set_object (value, self->rows);
      break;
    case PROP_N_GOOD:
      g_value_set_uint (value, self->n_good);
      break;
    case PROP_N_BAD:
      g_value_set_uint (value, self->n_bad);
      break;
    case PROP_N_DUPLICATES:
      g_value_set_uint (value, self->n_duplicates);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_right_import_finalize (GObject *object)
{
  SignetRightImport *self = SIGNET_RIGHT_IMPORT (object);

  forget (self);
  g_clear_pointer (&self->made, g_ptr_array_unref);
  g_clear_pointer (&self->rejects, signet_import_rejects_free);
  g_ptr_array_unref (self->fresh);
  g_object_unref (self->rows);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->file);
  g_free (self->default_kind);
  g_free (self->default_party);
  G_OBJECT_CLASS (signet_right_import_parent_class)->finalize (object);
}

static void
signet_right_import_class_init (SignetRightImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_right_import_get_property;
  object_class->finalize = signet_right_import_finalize;

  properties[PROP_ROWS] = g_param_spec_object ("rows", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_N_GOOD] = g_param_spec_uint ("n-good", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_BAD] = g_param_spec_uint ("n-bad", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DUPLICATES] = g_param_spec_uint ("n-duplicates", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_right_import_init (SignetRightImport *self)
{
  self->rows = g_list_store_new (SIGNET_TYPE_IMPORT_ROW);
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * signet_right_import_new:
 * @store: an open store
 * @clock: the time
 * @file: a table
 *
 * Returns: (transfer full): an import that hasn't read anything yet
 */
SignetRightImport *
signet_right_import_new (SignetStore *store, SignetClock *clock, GFile *file)
{
  SignetRightImport *self = g_object_new (SIGNET_TYPE_RIGHT_IMPORT, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->file = g_object_ref (file);
  return self;
}

/**
 * signet_right_import_set_defaults:
 * @self: an import
 * @kind: (nullable): kind of the rights whose row has none
 * @party: (nullable): local id of who holds those whose row names nobody; with %NULL the desk's only
 * principal
 *
 * Counts when the file is read, which may be done again.
 */
void
signet_right_import_set_defaults (SignetRightImport *self, const char *kind, const char *party)
{
  char *kind_copy = g_strdup (kind);
  char *party_copy = g_strdup (party);

  g_return_if_fail (SIGNET_IS_RIGHT_IMPORT (self));

  g_free (self->default_kind);
  g_free (self->default_party);
  self->default_kind = kind_copy;
  self->default_party = party_copy;
}

/**
 * signet_right_import_read_async:
 * @self: an import
 * @cancellable: (nullable): stops it; the rows so far stay
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * The dry run: reads the file and says of each row what becomes of it. Rows come while it goes on.
 */
void
signet_right_import_read_async (SignetRightImport *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) reading = NULL;

  g_return_if_fail (SIGNET_IS_RIGHT_IMPORT (self));

  task = begin (self, signet_right_import_read_async, cancellable, callback, user_data);
  if (task == NULL)
    return;
  self->read = self->committed = FALSE;
  reading = g_task_new (self, cancellable, split_cb, task);
  g_task_set_task_data (reading, g_object_ref (self->file), g_object_unref);
  g_task_run_in_thread (reading, read_thread_cb);
}

/** signet_right_import_read_finish: Returns: whether every row was looked at; @error:
 * %SIGNET_DESK_ERROR_FILE_UNREADABLE, _FILE_TYPE (a spreadsheet program's own file), _FILE_TOO_LARGE */
gboolean
signet_right_import_read_finish (SignetRightImport *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_right_import_get_rows: Returns: (transfer none): a list of #SignetImportRow, in the file's order */
GListModel *
signet_right_import_get_rows (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), NULL);
  return G_LIST_MODEL (self->rows);
}

/** signet_right_import_get_n_good: Returns: how many rows become records */
guint
signet_right_import_get_n_good (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), 0);
  return self->n_good;
}

/** signet_right_import_get_n_bad: Returns: how many rows have errors */
guint
signet_right_import_get_n_bad (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), 0);
  return self->n_bad;
}

/** signet_right_import_get_n_duplicates: Returns: how many rows are of rights that are there already */
guint
signet_right_import_get_n_duplicates (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), 0);
  return self->n_duplicates;
}

/** signet_right_import_get_progress: Returns: 0 to 1, of what is under way or was last */
double
signet_right_import_get_progress (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), 0);
  return self->progress;
}

/** signet_right_import_get_encoding: Returns: (nullable): UTF-8, UTF-16LE, UTF-16BE, or GB18030, which is a
 * guess; %NULL before reading */
const char *
signet_right_import_get_encoding (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), NULL);
  return self->encoding;
}

/** signet_right_import_get_n_known_heads: Returns: how many columns are known; with none no row is read */
guint
signet_right_import_get_n_known_heads (SignetRightImport *self)
{
  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), 0);
  return self->columns != NULL ? signet_right_columns_get_n_known (self->columns) : 0;
}

/** signet_right_import_get_unknown_heads: Returns: (transfer none): heads of columns that are left out */
const char *const *
signet_right_import_get_unknown_heads (SignetRightImport *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (SIGNET_IS_RIGHT_IMPORT (self), none);
  return self->columns != NULL ? signet_right_columns_get_unknown (self->columns) : none;
}

/**
 * signet_right_import_commit_async:
 * @self: an import that has been read
 * @cancellable: (nullable): stops it before it is written, not afterwards
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Makes the good rows records of this desk, all or none. Once only: a second time would make them twice.
 */
void
signet_right_import_commit_async (SignetRightImport *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_RIGHT_IMPORT (self));

  task = begin (self, signet_right_import_commit_async, cancellable, callback, user_data);
  if (task == NULL)
    return;
  if (!self->read || self->committed)
    {
      end (task,
           g_error_new_literal (SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "there is nothing to import"));
      return;
    }
  self->made = g_ptr_array_new_with_free_func ((GDestroyNotify) signet_local_record_free);
  signet_slices_run_async (g_list_model_get_n_items (G_LIST_MODEL (self->rows)), make_record, show_progress,
                           self, cancellable, made_cb, task);
}

/** signet_right_import_commit_finish: Returns: whether all the good rows are on disk; @error: a
 * SIGNET_DESK_ERROR, and none of them is */
gboolean
signet_right_import_commit_finish (SignetRightImport *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_right_import_save_bad_async:
 * @self: an import that has been read
 * @file: where to; replaced
 * @reason_head: head of the last column
 * @describe: says why in the person's language
 * @data: for @describe; must live until @callback
 * @cancellable: (nullable): stops it; what was in @file stays
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes the rows that aren't imported, to be mended and read again.
 */
void
signet_right_import_save_bad_async (SignetRightImport *self,
                                    GFile *file,
                                    const char *reason_head,
                                    SignetRightImportDescribe describe,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_RIGHT_IMPORT (self));
  g_return_if_fail (self->heads != NULL);

  task = begin (self, signet_right_import_save_bad_async, cancellable, callback, user_data);
  if (task == NULL)
    return;
  self->rejects = signet_import_rejects_new (self->heads, reason_head, describe, data);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  signet_slices_run_async (g_list_model_get_n_items (G_LIST_MODEL (self->rows)), add_reject, show_progress,
                           self, cancellable, rejects_cb, task);
}

/** signet_right_import_save_bad_finish: Returns: whether the file is written */
gboolean
signet_right_import_save_bad_finish (SignetRightImport *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
