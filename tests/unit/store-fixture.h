/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "store/signet-accounts.h"
#include "store/signet-authorisations.h"
#include "store/signet-certification-events.h"
#include "store/signet-certifications.h"
#include "store/signet-complaints.h"
#include "store/signet-deadlines.h"
#include "store/signet-drafts.h"
#include "store/signet-events.h"
#include "store/signet-items.h"
#include "store/signet-keys.h"
#include "store/signet-outbox-files.h"
#include "store/signet-outbox.h"
#include "store/signet-parties.h"
#include "store/signet-receipts.h"
#include "store/signet-rights.h"
#include "store/signet-settings.h"
#include "store/signet-store.h"
#include "store/signet-uploads.h"
#include "store/signet-vault-files.h"

/* A store in a folder of its own, for the tests of the room `store`. */

typedef struct
{
  char *folder;
  SignetStore *store;
} StoreFixture;

static inline void
store_fixture_open (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = g_build_filename (fixture->folder, "data", NULL);

  fixture->store = signet_store_new (data);
  signet_store_open (fixture->store, &error);
  g_assert_no_error (error);
}

static inline void
store_fixture_close (StoreFixture *fixture)
{
  signet_store_close (fixture->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->store);
  fixture->store = NULL;
}

static inline void
store_fixture_remove (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        store_fixture_remove (child);
      else
        g_unlink (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

static inline void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("signet-test-XXXXXX", &error);
  g_assert_no_error (error);
  store_fixture_open (fixture);
}

static inline void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    store_fixture_close (fixture);
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static inline void
store_fixture_write (StoreFixture *fixture, SignetStoreWrite func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  signet_store_write (fixture->store, func, data, &error);
  g_assert_no_error (error);
}

/* The account "acc", which most tables refer to. */
static inline gboolean
store_fixture_add_account (SignetTables *tables, gpointer data, GError **error)
{
  SignetAccountRecord account = {
    .id = (char *) "acc",
    .platform_id = (char *) "practice-1",
    .address = (char *) "http://127.0.0.1:1",
    .rules = (char *) "kuaishou",
    .practice = TRUE,
    .created_at = 1,
  };

  return signet_accounts_save (tables, &account, error);
}
