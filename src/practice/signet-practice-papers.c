/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-papers.h"

#include "model/signet-finding-codes.h"
#include "practice/signet-practice-json.h"
#include "proof/signet-digest.h"

/* The papers of a submission. It names them by digest; they must be stored files of the same account. */

static const char *const members[] = { "slot", "sha256", "name", "media_type", "bytes", NULL };

static gboolean
resolve_one (SignetPracticePlatform *platform,
             gint64 account,
             SignetPracticeReader *file,
             JsonArray *resolved,
             GError **error)
{
  const char *slot = signet_practice_reader_need_text (file, "slot");
  const char *digest = signet_practice_reader_need_text (file, "sha256");
  const char *name = signet_practice_reader_need_text (file, "name");
  const char *type = signet_practice_reader_need_text (file, "media_type");
  g_autoptr (SignetStatement) stored = NULL;
  JsonObject *paper;
  gint64 bytes = 0;

  if (!json_object_has_member (signet_practice_reader_get_object (file), "bytes"))
    signet_practice_reader_add (file, "bytes", SIGNET_FINDING_REQUIRED, NULL);
  else if (!signet_practice_reader_get_number (file, "bytes", 1, G_MAXINT64, &bytes))
    return TRUE;
  if (slot == NULL || digest == NULL || name == NULL || type == NULL || bytes == 0)
    return TRUE;
  if (!signet_digest_is_hex (digest))
    {
      signet_practice_reader_add (file, "sha256", "digest", NULL);
      return TRUE;
    }

  if (!signet_practice_store_find (
          signet_practice_platform_get_store (platform), &stored, error,
          "SELECT id, bytes, media_type FROM files WHERE account = ? AND sha256 = ? AND stored ORDER BY n",
          "is", account, digest))
    return FALSE;
  if (stored == NULL)
    signet_practice_reader_add (file, "", "file-missing", "sha256", digest, NULL);
  else if (signet_statement_get_int64 (stored, 1) != bytes)
    signet_practice_reader_add (file, "bytes", "differs", NULL);
  else if (g_strcmp0 (signet_statement_get_text (stored, 2), type) != 0)
    signet_practice_reader_add (file, "media_type", "differs", NULL);
  else
    {
      paper = signet_practice_json_pick (signet_practice_reader_get_object (file), members);
      json_object_set_string_member (paper, "id", signet_statement_get_text (stored, 0));
      json_array_add_object_element (resolved, paper);
    }
  return TRUE;
}

/**
 * signet_practice_papers_resolve:
 * @platform: the platform
 * @account: row of the account
 * @reader: reads the submission; gets the findings
 * @content: what will be stored; its `files` get the stored files' ids
 * @error: return location
 *
 * Looks each paper up by its digest.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_papers_resolve (SignetPracticePlatform *platform,
                                gint64 account,
                                SignetPracticeReader *reader,
                                JsonObject *content,
                                GError **error)
{
  gint64 most = signet_practice_rules_get_limit (signet_practice_platform_get_rules (platform),
                                                 "files_per_submission");
  JsonArray *files = signet_practice_reader_need_array (reader, "files");
  g_autoptr (JsonArray) resolved = NULL;

  if (files == NULL)
    return TRUE;
  if (json_array_get_length (files) > most)
    {
      g_autofree char *count = g_strdup_printf ("%u", json_array_get_length (files));
      g_autofree char *limit = g_strdup_printf ("%" G_GINT64_FORMAT, most);

      signet_practice_reader_add (reader, "files", SIGNET_FINDING_TOO_MANY_FILES, "count", count, "limit",
                                  limit, NULL);
      return TRUE;
    }

  resolved = json_array_new ();
  for (guint i = 0; i < json_array_get_length (files); i++)
    {
      g_autoptr (SignetPracticeReader) file = signet_practice_reader_need_element (reader, "files", i);

      if (file != NULL && !resolve_one (platform, account, file, resolved, error))
        return FALSE;
    }
  /* Last, since the reader may read this very object. */
  json_object_set_array_member (content, "files", g_steal_pointer (&resolved));
  return TRUE;
}

/**
 * signet_practice_papers_add_to_receipt:
 * @files: what a receipt lists
 * @content: a stored submission
 *
 * Adds the submission's papers that aren't in the list yet.
 */
void
signet_practice_papers_add_to_receipt (JsonArray *files, JsonObject *content)
{
  JsonArray *papers = signet_practice_json_get_array (content, "files");
  guint length = papers != NULL ? json_array_get_length (papers) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonObject *paper = json_array_get_object_element (papers, i);
      const char *const names[] = { "id", "sha256", "bytes", NULL };

      if (signet_practice_json_find (files, "id", signet_practice_json_get_string (paper, "id")) == NULL)
        json_array_add_object_element (files, signet_practice_json_pick (paper, names));
    }
}
