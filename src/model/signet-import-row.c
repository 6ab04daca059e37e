/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-import-row.h"

#include "model/signet-finding.h"
#include "model/signet-words.h"

/**
 * SignetImportRow:
 *
 * A line of a table that is being imported, with what became of it.
 */

struct _SignetImportRow
{
  SignetRecord parent_instance;

  int line;
  char *state;
  char *title;
  GListStore *findings;
  SignetRight *right;
};

G_DEFINE_FINAL_TYPE (SignetImportRow, signet_import_row, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetImportRow, field)

static const SignetField fields[] = {
  { "line", SIGNET_FIELD_INT, OFFSET (line), "Line of the file on which it begins, from 1" },
  { "state", SIGNET_FIELD_TEXT, OFFSET (state), "ok, warning, error or duplicate" },
  { "title", SIGNET_FIELD_TEXT, OFFSET (title), "What the line is about, for people" },
  { "findings", SIGNET_FIELD_LIST, OFFSET (findings), "What was found in it", signet_finding_get_type },
  { "right", SIGNET_FIELD_OBJECT, OFFSET (right), "The right it makes; NULL if nothing can be made of it",
    signet_right_get_type },
};

static void
signet_import_row_class_init (SignetImportRowClass *klass)
{
  signet_record_class_install (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_import_row_init (SignetImportRow *self)
{
}

/**
 * signet_import_row_new:
 *
 * Returns: (transfer full): an empty import row
 */
SignetImportRow *
signet_import_row_new (void)
{
  return g_object_new (SIGNET_TYPE_IMPORT_ROW, NULL);
}

SIGNET_RECORD_INT (SignetImportRow, signet_import_row, SIGNET_IS_IMPORT_ROW, line)
SIGNET_RECORD_TEXT (SignetImportRow, signet_import_row, SIGNET_IS_IMPORT_ROW, state)
SIGNET_RECORD_TEXT (SignetImportRow, signet_import_row, SIGNET_IS_IMPORT_ROW, title)
SIGNET_RECORD_LIST_GETTER (SignetImportRow, signet_import_row, SIGNET_IS_IMPORT_ROW, findings)
SIGNET_RECORD_OBJECT_GETTER (SignetImportRow, signet_import_row, SIGNET_IS_IMPORT_ROW, SignetRight, right)

/**
 * signet_import_row_set_right:
 * @self: a row
 * @right: (nullable): the right the line makes
 */
void
signet_import_row_set_right (SignetImportRow *self, SignetRight *right)
{
  g_return_if_fail (SIGNET_IS_IMPORT_ROW (self));

  g_object_set (self, "right", right, NULL);
}

/** signet_import_row_is_good: Returns: whether it is imported: there is nothing against it, warnings at most
 */
gboolean
signet_import_row_is_good (SignetImportRow *self)
{
  g_return_val_if_fail (SIGNET_IS_IMPORT_ROW (self), FALSE);

  return g_strcmp0 (self->state, SIGNET_IMPORT_OK) == 0 ||
         g_strcmp0 (self->state, SIGNET_IMPORT_WARNING) == 0;
}
