/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables-private.h"

G_BEGIN_DECLS

/* How a plain record struct lies in a table: one place where columns are named, bound and read. Of this room
 * only. */

typedef enum
{
  SIGNET_COLUMN_TEXT,  /* char *; "" in the table for NULL, never NULL when read */
  SIGNET_COLUMN_INT64, /* gint64 */
  SIGNET_COLUMN_BOOL,  /* gboolean */
  SIGNET_COLUMN_BYTES, /* GBytes *, may be NULL */
} SignetColumnType;

typedef struct
{
  const char *name;
  SignetColumnType type;
  gsize offset;
} SignetColumn;

typedef struct
{
  const char *table;
  const char *key; /* the columns that tell one record from another, as in the table's UNIQUE */
  gsize record_size;
  const SignetColumn *columns;
  guint n_columns;
} SignetTableMap;

gpointer signet_table_map_new_record (const SignetTableMap *map);
void signet_table_map_free_record (const SignetTableMap *map, gpointer record);
gboolean
signet_table_map_save (const SignetTableMap *map, SignetTables *tables, gconstpointer record, GError **error);
gpointer signet_table_map_find (const SignetTableMap *map,
                                SignetTables *tables,
                                const char *tail,
                                const char *types,
                                GError **error,
                                ...);
GPtrArray *signet_table_map_list (const SignetTableMap *map,
                                  SignetTables *tables,
                                  GDestroyNotify free_record,
                                  const char *tail,
                                  const char *types,
                                  GError **error,
                                  ...);

/* For the record's .c file: its map, `prefix_free()` and `prefix_new()`. */
#define SIGNET_DEFINE_RECORD(Type, prefix, table_name, key_columns)                    \
  static const SignetTableMap map = { table_name, key_columns, sizeof (Type), columns, \
                                      G_N_ELEMENTS (columns) };                        \
                                                                                       \
  Type *prefix##_new (void)                                                            \
  {                                                                                    \
    return signet_table_map_new_record (&map);                                         \
  }                                                                                    \
                                                                                       \
  void prefix##_free (Type *self)                                                      \
  {                                                                                    \
    signet_table_map_free_record (&map, self);                                         \
  }

G_END_DECLS
