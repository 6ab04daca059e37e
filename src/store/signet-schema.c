/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-schema.h"

#include "store/signet-store-resources.h"

/* The desk's schema: every migration there ever was, out of resources/migrations. On the connection's thread.
 */

/* "Sgnt": what `file` and SQLite's own tools show. */
#define APPLICATION_ID 0x53676e74u
#define FOLDER "/io/github/signetdesk/Signet/store/migrations/"
/* How many files lie in resources/migrations. */
#define N_MIGRATIONS 9

/**
 * signet_schema_apply:
 * @db: a connection that owns its file
 * @error: return location
 *
 * Brings the file to the newest schema.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_schema_apply (SignetDb *db, GError **error)
{
  SignetMigration migrations[N_MIGRATIONS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  /* Asking for the resource by name keeps the linker from dropping it out of the static library. */
  for (guint i = 0; i < N_MIGRATIONS; i++)
    {
      g_autofree char *path = g_strdup_printf (FOLDER "%03u.sql", i + 1);
      GBytes *text = g_resource_lookup_data (signet_store_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                             error);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (texts, text);
      migrations[i].version = i + 1;
      /* GResource ends its data with a NUL beyond the size. */
      migrations[i].sql = g_bytes_get_data (text, NULL);
    }
  return signet_db_migrate (db, APPLICATION_ID, migrations, N_MIGRATIONS, error);
}
