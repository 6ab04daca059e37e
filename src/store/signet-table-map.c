/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-table-map.h"

#include <stdarg.h>

/* Reads and writes plain records by their map. Pure functions on the connection's thread. */

static char *
make_save_sql (const SignetTableMap *map)
{
  GString *sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO %s (", map->table);
  for (guint i = 0; i < map->n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", map->columns[i].name);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < map->n_columns; i++)
    g_string_append (sql, i > 0 ? ", ?" : "?");
  g_string_append_printf (sql, ") ON CONFLICT (%s) DO UPDATE SET ", map->key);
  for (guint i = 0; i < map->n_columns; i++)
    g_string_append_printf (sql, "%s%s = excluded.%s", i > 0 ? ", " : "", map->columns[i].name,
                            map->columns[i].name);
  return g_string_free (sql, FALSE);
}

static char *
make_select_sql (const SignetTableMap *map, const char *tail)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < map->n_columns; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", map->columns[i].name);
  g_string_append_printf (sql, " FROM %s %s", map->table, tail);
  return g_string_free (sql, FALSE);
}

static void
bind_column (SignetStatement *stmt, int index, const SignetColumn *column, gconstpointer record)
{
  gconstpointer location = G_STRUCT_MEMBER_P (record, column->offset);

  switch (column->type)
    {
    case SIGNET_COLUMN_TEXT:
      {
        const char *text = *(char *const *) location;

        signet_statement_bind_text (stmt, index, text != NULL ? text : "");
        break;
      }
    case SIGNET_COLUMN_INT64:
      signet_statement_bind_int64 (stmt, index, *(const gint64 *) location);
      break;
    case SIGNET_COLUMN_BOOL:
      signet_statement_bind_int64 (stmt, index, *(const gboolean *) location);
      break;
    case SIGNET_COLUMN_BYTES:
    default:
      signet_statement_bind_blob (stmt, index, *(GBytes *const *) location);
      break;
    }
}

static gpointer
read_record (const SignetTableMap *map, SignetStatement *stmt)
{
  gpointer record = signet_table_map_new_record (map);

  for (guint i = 0; i < map->n_columns; i++)
    {
      gpointer location = G_STRUCT_MEMBER_P (record, map->columns[i].offset);

      switch (map->columns[i].type)
        {
        case SIGNET_COLUMN_TEXT:
          *(char **) location = signet_statement_dup_text (stmt, (int) i);
          break;
        case SIGNET_COLUMN_INT64:
          *(gint64 *) location = signet_statement_get_int64 (stmt, (int) i);
          break;
        case SIGNET_COLUMN_BOOL:
          *(gboolean *) location = signet_statement_get_int64 (stmt, (int) i) != 0;
          break;
        case SIGNET_COLUMN_BYTES:
        default:
          *(GBytes **) location = signet_statement_dup_blob (stmt, (int) i);
          break;
        }
    }
  return record;
}

static SignetStatement *
prepare_select (const SignetTableMap *map,
                SignetTables *tables,
                const char *tail,
                const char *types,
                GError **error,
                va_list values)
{
  g_autofree char *sql = make_select_sql (map, tail);
  SignetStatement *stmt = signet_db_prepare (tables->db, sql, error);

  if (stmt == NULL)
    return NULL;
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        signet_statement_bind_int64 (stmt, i + 1, va_arg (values, gint64));
      else
        {
          const char *text = va_arg (values, const char *);

          signet_statement_bind_text (stmt, i + 1, text != NULL ? text : "");
        }
    }
  return stmt;
}

gpointer
signet_table_map_new_record (const SignetTableMap *map)
{
  return g_malloc0 (map->record_size);
}

void
signet_table_map_free_record (const SignetTableMap *map, gpointer record)
{
  if (record == NULL)
    return;

  for (guint i = 0; i < map->n_columns; i++)
    {
      gpointer location = G_STRUCT_MEMBER_P (record, map->columns[i].offset);

      if (map->columns[i].type == SIGNET_COLUMN_TEXT)
        g_free (*(char **) location);
      else if (map->columns[i].type == SIGNET_COLUMN_BYTES && *(GBytes **) location != NULL)
        g_bytes_unref (*(GBytes **) location);
    }
  g_free (record);
}

/* Inserts the record, or replaces the one with the same key. */
gboolean
signet_table_map_save (const SignetTableMap *map, SignetTables *tables, gconstpointer record, GError **error)
{
  g_autofree char *sql = make_save_sql (map);
  g_autoptr (SignetStatement) stmt = signet_db_prepare (tables->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  for (guint i = 0; i < map->n_columns; i++)
    bind_column (stmt, (int) i + 1, &map->columns[i], record);
  return signet_statement_run (stmt, error);
}

/* The first record the query finds; SIGNET_STORE_ERROR_NOT_FOUND if it finds none. @types as in
 * signet_tables_prepare(), t and i only. */
gpointer
signet_table_map_find (const SignetTableMap *map,
                       SignetTables *tables,
                       const char *tail,
                       const char *types,
                       GError **error,
                       ...)
{
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;
  va_list values;

  va_start (values, error);
  stmt = prepare_select (map, tables, tail, types, error, values);
  va_end (values);
  if (stmt == NULL)
    return NULL;

  if (signet_statement_next (stmt, &local_error))
    return read_record (map, stmt);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_NOT_FOUND, "No such record in %s", map->table);
  return NULL;
}

/* All records the query finds, none being no error. */
GPtrArray *
signet_table_map_list (const SignetTableMap *map,
                       SignetTables *tables,
                       GDestroyNotify free_record,
                       const char *tail,
                       const char *types,
                       GError **error,
                       ...)
{
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  g_autoptr (GError) local_error = NULL;
  va_list values;

  va_start (values, error);
  stmt = prepare_select (map, tables, tail, types, error, values);
  va_end (values);
  if (stmt == NULL)
    return NULL;

  while (signet_statement_next (stmt, &local_error))
    g_ptr_array_add (records, read_record (map, stmt));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&records);
}
