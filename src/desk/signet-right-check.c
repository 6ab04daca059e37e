/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-right-check.h"

#include <string.h>

#include "desk/signet-records.h"
#include "desk/signet-right-twin.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-normalise.h"
#include "model/signet-right-validate.h"
#include "model/signet-words.h"
#include "store/signet-parties.h"

/*
 * Makes a right of each row of a sheet and says what is wrong with it: as the validator sees it, but for its
 * papers, which no table holds; by whom it is held, who must be on this desk; and whether it is there
 * already, in the file or on the desk. Main thread, while the store is open.
 */
struct _SignetRightCheck
{
  SignetTables *tables;
  GDate today;
  char *default_kind;
  char *default_party; /* or NULL */

  GHashTable *ids;     /* folded name or document number → local id, "" for several */
  GHashTable *parties; /* local id → SignetParty */
  GHashTable *seen;    /* kind and number → GPtrArray of the rows before */
};

/* What a record of this desk may be. Other words are a platform's to bring, not a table's. */
static const char *const known_kinds[] = {
  SIGNET_RIGHT_KIND_TRADEMARK,      SIGNET_RIGHT_KIND_INVENTION, SIGNET_RIGHT_KIND_UTILITY_MODEL,
  SIGNET_RIGHT_KIND_DESIGN,         SIGNET_RIGHT_KIND_WORK,      SIGNET_RIGHT_KIND_SOFTWARE,
  SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, SIGNET_RIGHT_KIND_PORTRAIT,  NULL
};

/* Of a row that can't be read, as many characters. */
#define TITLE_LENGTH 80

static const char *const problems[] = {
  [SIGNET_SHEET_PROBLEM_UNCLOSED_QUOTE] = "unclosed-quote",
  [SIGNET_SHEET_PROBLEM_AFTER_QUOTE] = "after-quote",
  [SIGNET_SHEET_PROBLEM_LONG_CELL] = "long-cell",
  [SIGNET_SHEET_PROBLEM_MANY_CELLS] = "many-cells",
};

static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);

  return g_strstrip (folded);
}

static void
know_party (SignetRightCheck *self, const char *name, const char *id)
{
  g_autofree char *folded = fold_name (name);
  const char *other;

  if (*folded == '\0')
    return;
  other = g_hash_table_lookup (self->ids, folded);
  g_hash_table_insert (self->ids, g_steal_pointer (&folded),
                       g_strdup (other == NULL || strcmp (other, id) == 0 ? id : ""));
}

static gboolean
know_parties (SignetRightCheck *self, GError **error)
{
  g_autoptr (GPtrArray) parties = signet_parties_list (self->tables, error);
  const char *only = NULL;
  guint n_principals = 0;

  if (parties == NULL)
    return FALSE;
  for (guint i = 0; i < parties->len; i++)
    {
      SignetPartyRecord *party = g_ptr_array_index (parties, i);

      know_party (self, party->name, party->id);
      know_party (self, party->document_number, party->id);
      if (strcmp (party->role, SIGNET_ROLE_PRINCIPAL) != 0)
        continue;
      only = party->id;
      n_principals++;
    }
  if (self->default_party == NULL && n_principals == 1)
    self->default_party = g_strdup (only);
  return TRUE;
}

static void
add_finding (SignetImportRow *row, SignetFinding *finding)
{
  g_list_store_append (signet_import_row_get_findings (row), finding);
  g_object_unref (finding);
}

/* The local id of a name or document number; "" with a finding if it isn't one party's. */
static const char *
find_party (SignetRightCheck *self, SignetImportRow *row, const char *pointer, const char *name)
{
  g_autofree char *folded = fold_name (name);
  const char *id = g_hash_table_lookup (self->ids, folded);

  if (id != NULL && *id != '\0')
    return id;
  add_finding (row,
               signet_finding_new (pointer, SIGNET_SEVERITY_ERROR,
                                   id == NULL ? SIGNET_FINDING_PARTY_UNKNOWN : SIGNET_FINDING_PARTY_AMBIGUOUS,
                                   "party", name, NULL));
  return "";
}

static SignetParty *
get_party (SignetRightCheck *self, const char *id)
{
  SignetParty *party = g_hash_table_lookup (self->parties, id);

  if (party == NULL && *id != '\0')
    {
      party = signet_records_find_party (self->tables, id, NULL);
      if (party != NULL)
        g_hash_table_insert (self->parties, g_strdup (id), party);
    }
  return party;
}

static void
set_holders (SignetRightCheck *self,
             SignetImportRow *row,
             const SignetSheetRow *cells,
             SignetRightColumns *columns)
{
  SignetRight *right = signet_import_row_get_right (row);
  g_autofree char *principal = g_strstrip (g_strdup (signet_right_columns_get_principal (columns, cells)));
  g_auto (GStrv) names = signet_right_columns_split_co_holders (columns, cells);
  g_autoptr (GPtrArray) co_holders = g_ptr_array_new ();

  if (*principal != '\0')
    signet_right_set_party_id (right, find_party (self, row, "/holders/0", principal));
  else if (self->default_party != NULL)
    signet_right_set_party_id (right, self->default_party);
  else
    add_finding (row,
                 signet_finding_new ("/holders/0", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED, NULL));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/holders/%u", i + 1);

      g_ptr_array_add (co_holders, (gpointer) find_party (self, row, pointer, names[i]));
    }
  g_ptr_array_add (co_holders, NULL);
  if (co_holders->len > 1)
    signet_right_set_co_holder_ids (right, (const char *const *) co_holders->pdata);
}

static void
validate (SignetRightCheck *self, SignetImportRow *row)
{
  SignetRight *right = signet_import_row_get_right (row);
  SignetParty *party = get_party (self, signet_right_get_party_id (right));
  const char *kind = signet_right_get_kind (right);
  g_autoptr (GPtrArray) findings = signet_right_validate (right, party, NULL, &self->today);

  if (*kind != '\0' && !g_strv_contains (known_kinds, kind))
    add_finding (row, signet_finding_new ("/kind", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_UNKNOWN_KIND, "kind",
                                          kind, NULL));
  for (guint i = 0; i < findings->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_has_prefix (signet_finding_get_pointer (finding), "/files"))
        g_list_store_append (signet_import_row_get_findings (row), finding);
    }
}

/* In the file before, or on the desk. */
static gboolean
find_twin (SignetRightCheck *self, SignetImportRow *row)
{
  SignetRight *right = signet_import_row_get_right (row);
  const char *number = signet_right_get_number (right);
  GPtrArray *before = g_hash_table_lookup (self->seen, number);
  g_autoptr (SignetRightRecord) known = NULL;

  if (*number == '\0')
    return FALSE;
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      SignetImportRow *other = g_ptr_array_index (before, i);
      g_autofree char *line = g_strdup_printf ("%d", signet_import_row_get_line (other));

      if (!signet_right_twin_check (right, signet_import_row_get_right (other)))
        continue;
      add_finding (row, signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_RIGHT_TWICE,
                                            "right", signet_right_get_name (right), "line", line, NULL));
      return TRUE;
    }
  known = signet_right_twin_find (self->tables, right);
  if (known != NULL)
    {
      add_finding (row, signet_finding_new ("/number", SIGNET_SEVERITY_WARNING, SIGNET_FINDING_RIGHT_TWICE,
                                            "right", known->name, NULL));
      return TRUE;
    }
  if (before == NULL)
    {
      before = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->seen, g_strdup (number), before);
    }
  g_ptr_array_add (before, g_object_ref (row));
  return FALSE;
}

static SignetSeverity
find_worst (SignetImportRow *row)
{
  GListModel *findings = G_LIST_MODEL (signet_import_row_get_findings (row));
  SignetSeverity worst = SIGNET_SEVERITY_HINT;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      SignetSeverity severity = signet_finding_get_severity (finding);

      if (severity == SIGNET_SEVERITY_ERROR || worst == SIGNET_SEVERITY_HINT)
        worst = severity;
    }
  return worst;
}

static void
set_title (SignetImportRow *row)
{
  SignetRight *right = signet_import_row_get_right (row);
  const char *name = signet_right_get_name (right);
  const char *number = signet_right_get_number (right);
  g_autofree char *title = g_strdup_printf ("%s%s%s", name, *name != '\0' && *number != '\0' ? " " : "",
                                            number);

  signet_import_row_set_title (row, title);
}

/* Whatever its cells say, they may be in the wrong columns. */
static void
mark_unreadable (SignetImportRow *row, const SignetSheetRow *cells)
{
  g_autofree char *title =
      g_utf8_substring (signet_sheet_row_get_cell (cells, 0), 0,
                        MIN (TITLE_LENGTH, g_utf8_strlen (signet_sheet_row_get_cell (cells, 0), -1)));

  signet_import_row_set_title (row, title);
  signet_import_row_set_state (row, SIGNET_IMPORT_ERROR);
  add_finding (row, signet_finding_new ("", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_ROW_UNREADABLE, "problem",
                                        problems[cells->problem], NULL));
}

/**
 * signet_right_check_new:
 * @tables: for reading; valid while the store is open
 * @today: the day in Asia/Shanghai
 * @default_kind: (nullable): kind of the rights whose row has none
 * @default_party: (nullable): local id of who holds those whose row names nobody; %NULL for the only
 * principal there is
 * @error: %SIGNET_DB_ERROR
 *
 * Returns: (transfer full) (nullable): what checks the rows of one sheet
 */
SignetRightCheck *
signet_right_check_new (SignetTables *tables,
                        const GDate *today,
                        const char *default_kind,
                        const char *default_party,
                        GError **error)
{
  g_autoptr (SignetRightCheck) self = g_new0 (SignetRightCheck, 1);

  self->tables = tables;
  self->today = *today;
  self->default_kind = g_strdup (default_kind);
  self->default_party = g_strdup (default_party);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return know_parties (self, error) ? g_steal_pointer (&self) : NULL;
}

/** signet_right_check_free: @self: (transfer full): what checks rows */
void
signet_right_check_free (SignetRightCheck *self)
{
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->parties);
  g_hash_table_unref (self->seen);
  g_free (self->default_kind);
  g_free (self->default_party);
  g_free (self);
}

/**
 * signet_right_check_row:
 * @self: what checks the rows of one sheet
 * @cells: one of them
 * @columns: what its columns are
 *
 * A row with errors is no twin of a later one: it isn't imported.
 *
 * Returns: (transfer full): what becomes of it
 */
SignetImportRow *
signet_right_check_row (SignetRightCheck *self, const SignetSheetRow *cells, SignetRightColumns *columns)
{
  SignetImportRow *row = signet_import_row_new ();
  g_autoptr (SignetRight) right = signet_right_new ();
  const char *state = SIGNET_IMPORT_OK;
  SignetSeverity worst;

  signet_import_row_set_line (row, (int) cells->line);
  if (cells->problem != SIGNET_SHEET_PROBLEM_NONE)
    {
      mark_unreadable (row, cells);
      return row;
    }
  signet_right_set_kind (right, self->default_kind);
  signet_right_set_standing (right, SIGNET_STANDING_OWNER);
  signet_right_set_territory (right, SIGNET_TERRITORY_CN);
  signet_right_columns_fill (columns, cells, right);
  signet_right_normalise (right);
  signet_import_row_set_right (row, right);
  set_title (row);
  set_holders (self, row, cells, columns);
  validate (self, row);

  worst = find_worst (row);
  if (worst == SIGNET_SEVERITY_ERROR)
    state = SIGNET_IMPORT_ERROR;
  else if (find_twin (self, row))
    state = SIGNET_IMPORT_DUPLICATE;
  else if (worst == SIGNET_SEVERITY_WARNING)
    state = SIGNET_IMPORT_WARNING;
  signet_import_row_set_state (row, state);
  return row;
}
