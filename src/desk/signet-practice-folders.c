/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-practice-folders.h"

#include <errno.h>
#include <glib/gstdio.h>

/*
 * Folders of practice platforms whose account was removed: set aside at once, so that a new one may stand in
 * their place, then deleted by a worker; what a kill leaves is deleted by the next sweep. Main thread but for
 * the deleting.
 */

#define RETIRED ".removed-"

/* Follows no link: a platform's folder is this desk's own, but what it names need not be. */
static void
delete_tree (GFile *file)
{
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
      file, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  g_autoptr (GError) error = NULL;
  GFile *child;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_DIRECTORY)
    while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
           child != NULL)
      delete_tree (child);
  if (!g_file_delete (file, NULL, &error))
    g_warning ("a file of a removed practice platform stays: %s", error->message);
}

static void
sweep_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const char *folder = task_data;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, RETIRED))
      {
        g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);

        delete_tree (file);
      }
  g_task_return_boolean (task, TRUE);
}

/**
 * signet_practice_folders_retire:
 * @folder: (type filename): where practice platforms have their folders
 * @rules: the one to set aside; nobody uses it any more
 * @error: return location
 *
 * Returns: whether it isn't there any more
 */
gboolean
signet_practice_folders_retire (const char *folder, const char *rules, GError **error)
{
  g_autofree char *from = g_build_filename (folder, rules, NULL);
  g_autofree char *name = g_strdup_printf (RETIRED "%s-XXXXXX", rules);
  g_autofree char *to = g_build_filename (folder, name, NULL);

  /* A folder takes the place of an empty one. */
  if (!g_file_test (from, G_FILE_TEST_IS_DIR) ||
      (g_mkdtemp_full (to, 0700) != NULL && g_rename (from, to) == 0))
    return TRUE;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               "the practice platform's folder can't be set aside: %s", g_strerror (errno));
  return FALSE;
}

/**
 * signet_practice_folders_sweep:
 * @folder: (type filename): where practice platforms have their folders
 *
 * Deletes what was set aside, in the background.
 */
void
signet_practice_folders_sweep (const char *folder)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, signet_practice_folders_sweep);
  g_task_set_task_data (task, g_strdup (folder), g_free);
  g_task_run_in_thread (task, sweep_thread);
}
