/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-import-rejects.h"

#include "sheet/signet-sheet-writer.h"

/*
 * A table of the rows that aren't imported: their cells as they stand in the file that was read, under its
 * heads, and a last column that says why, so that they can be mended and read again. Filled on the main
 * thread, written on one of its own; SignetRightImport owns it until then.
 */
struct _SignetImportRejects
{
  guint n_columns; /* without the reasons */
  SignetRightImportDescribe describe;
  gpointer data;
  GPtrArray *lines; /* of GStrv, the heads first */
  GFile *file;      /* once it is being saved */
};

static void
add_line (SignetImportRejects *self, const SignetSheetRow *cells, const char *last)
{
  char **line = g_new0 (char *, self->n_columns + 2);

  for (guint i = 0; i < self->n_columns; i++)
    line[i] = g_strdup (signet_sheet_row_get_cell (cells, i));
  line[self->n_columns] = g_strdup (last);
  g_ptr_array_add (self->lines, line);
}

static void
save_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SignetImportRejects *self = data;
  GError *error = NULL;
  g_autoptr (GFileOutputStream)
      stream = g_file_replace (self->file, NULL, FALSE, G_FILE_CREATE_PRIVATE, cancellable, &error);
  g_autoptr (SignetSheetWriter) writer = stream != NULL ? signet_sheet_writer_new (G_OUTPUT_STREAM (stream))
                                                        : NULL;
  gboolean written = writer != NULL;

  for (guint i = 0; written && i < self->lines->len; i++)
    written = signet_sheet_writer_add_row (writer, g_ptr_array_index (self->lines, i), cancellable, &error);
  if (written)
    written = g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &error);
  else if (stream != NULL)
    {
      g_autoptr (GCancellable) stop = g_cancellable_new ();

      /* A stream that is closed while cancelled leaves what was there before. */
      g_cancellable_cancel (stop);
      g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
    }
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * signet_import_rejects_new:
 * @heads: those of the file that was read
 * @reason_head: head of the last column
 * @describe: says why in the person's language
 * @data: for @describe; must live as long as rows are added
 *
 * Returns: (transfer full): the heads alone
 */
SignetImportRejects *
signet_import_rejects_new (const SignetSheetRow *heads,
                           const char *reason_head,
                           SignetRightImportDescribe describe,
                           gpointer data)
{
  SignetImportRejects *self = g_new0 (SignetImportRejects, 1);

  self->n_columns = heads->cells->len;
  self->describe = describe;
  self->data = data;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  add_line (self, heads, reason_head);
  return self;
}

/** signet_import_rejects_free: @self: (transfer full): nothing of it is in a file unless it was saved */
void
signet_import_rejects_free (SignetImportRejects *self)
{
  g_clear_object (&self->file);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * signet_import_rejects_add:
 * @self: rejects
 * @cells: a row as it stands in the file
 * @row: what was found in it; hints are no reason
 */
void
signet_import_rejects_add (SignetImportRejects *self, const SignetSheetRow *cells, SignetImportRow *row)
{
  GListModel *findings = G_LIST_MODEL (signet_import_row_get_findings (row));
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *text = NULL;

      if (signet_finding_get_severity (finding) == SIGNET_SEVERITY_HINT)
        continue;
      text = self->describe (finding, self->data);
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "\n" : "", text);
    }
  add_line (self, cells, reasons->str);
}

/**
 * signet_import_rejects_save_async:
 * @self: (transfer full): rejects
 * @file: where to; replaced, readable by this person alone
 * @cancellable: (nullable): stops it; what was in @file stays
 * @callback: called on the main thread
 * @user_data: for @callback
 */
void
signet_import_rejects_save_async (SignetImportRejects *self,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  self->file = g_object_ref (file);
  g_task_set_source_tag (task, signet_import_rejects_save_async);
  g_task_set_task_data (task, self, (GDestroyNotify) signet_import_rejects_free);
  g_task_run_in_thread (task, save_thread_cb);
}

/** signet_import_rejects_save_finish: Returns: whether the file is written; @error: of the file, not
 * explained */
gboolean
signet_import_rejects_save_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
