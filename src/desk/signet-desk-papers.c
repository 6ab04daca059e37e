/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-desk-private.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-explain.h"
#include "desk/signet-records.h"
#include "dossier/signet-authorisation-paper.h"

/*
 * Papers the desk writes for people to sign. What is in them is gathered on the main thread; a worker writes
 * the file.
 */

typedef struct
{
  SignetDossierDocument *document;
  GFile *out;
} Writing;

static void
writing_free (Writing *writing)
{
  signet_dossier_document_free (writing->document);
  g_object_unref (writing->out);
  g_free (writing);
}

static void
write_paper (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;

  if (signet_dossier_document_save (writing->document, writing->out, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, signet_explain (error));
}

/* Names of platforms, as their rule sets give them: those of a real one before a practice platform's; the
 * word where no account knows one. */
static GPtrArray *
name_platforms (SignetDesk *self, SignetAuthorisation *authorisation, const char *language)
{
  const char *const *words = signet_authorisation_get_platforms (authorisation);
  GListModel *accounts = signet_desk_get_accounts (self);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *name = words[i];
      gboolean real = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr (SignetAccount) account = g_list_model_get_item (accounts, j);
          SignetPlatform *platform = signet_account_get_platform (account);

          if (platform == NULL || real || !g_str_equal (signet_platform_get_rules (platform), words[i]))
            continue;
          name = signet_label_get (signet_platform_get_name (platform), language);
          real = !signet_platform_get_practice (platform);
        }
      g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return names;
}

static GListStore *
list_rights (SignetTables *tables, SignetAuthorisation *authorisation)
{
  const char *const *ids = signet_authorisation_get_right_ids (authorisation);
  GListStore *rights = g_list_store_new (SIGNET_TYPE_RIGHT);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (SignetRight) right = signet_records_find_right (tables, ids[i], NULL);

      if (right != NULL)
        g_list_store_append (rights, right);
    }
  return rights;
}

static SignetDossierDocument *
compose (SignetDesk *self, SignetAuthorisation *authorisation, const char *language, GError **error)
{
  SignetTables *tables = signet_store_get_tables (signet_desk_get_store (self));
  const char *follows_id = signet_authorisation_get_follows_id (authorisation);
  g_autoptr (SignetParty) principal = NULL;
  g_autoptr (SignetParty) agent = NULL;
  g_autoptr (SignetAuthorisation) follows = NULL;
  g_autoptr (SignetParty) follows_agent = NULL;
  g_autoptr (GListStore) rights = NULL;
  g_autoptr (GPtrArray) platforms = NULL;
  SignetAuthorisationPaper paper = { 0 };
  GDate today;

  principal = signet_records_find_party (tables, signet_authorisation_get_principal_id (authorisation),
                                         error);
  if (principal == NULL)
    return NULL;
  agent = signet_records_find_party (tables, signet_authorisation_get_agent_id (authorisation), error);
  if (agent == NULL)
    return NULL;
  if (*follows_id != '\0')
    {
      follows = signet_records_find_authorisation (tables, follows_id, error);
      if (follows != NULL)
        follows_agent = signet_records_find_party (tables, signet_authorisation_get_agent_id (follows),
                                                   error);
      if (follows_agent == NULL)
        return NULL;
    }
  rights = list_rights (tables, authorisation);
  platforms = name_platforms (self, authorisation, language);
  paper.authorisation = authorisation;
  paper.principal = principal;
  paper.agent = agent;
  paper.follows = follows;
  paper.follows_agent = follows_agent;
  paper.rights = G_LIST_MODEL (rights);
  paper.platforms = (const char *const *) platforms->pdata;
  signet_clock_today (signet_desk_get_clock (self), &today);
  return signet_authorisation_paper_new (&paper, language, &today, error);
}

/**
 * signet_desk_write_authorisation_async:
 * @self: an open desk
 * @draft: a draft of an authorisation whose principal and agent are chosen
 * @language: "zh-CN" or "en": the paper's, not the application's
 * @out: the PDF file, which is replaced
 * @cancellable: (nullable): stops it
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes the authorisation as the paper its giver signs or seals.
 */
void
signet_desk_write_authorisation_async (SignetDesk *self,
                                       SignetDraft *draft,
                                       const char *language,
                                       GFile *out,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SignetDossierDocument *document;
  Writing *writing;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_DESK (self));
  g_return_if_fail (SIGNET_IS_DRAFT (draft));
  g_return_if_fail (G_IS_FILE (out));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_desk_write_authorisation_async);
  if (signet_store_get_tables (signet_desk_get_store (self)) == NULL)
    {
      g_task_return_new_error (task, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FAILED, "the desk is closed");
      return;
    }
  document = compose (self, signet_draft_get_authorisation (draft), language, &error);
  if (document == NULL)
    {
      /* Whoever gives or takes it isn't chosen yet. */
      g_task_return_error (task, signet_explain (error));
      return;
    }
  writing = g_new0 (Writing, 1);
  writing->document = document;
  writing->out = g_object_ref (out);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_paper);
}

/**
 * signet_desk_write_authorisation_finish:
 * @self: the desk
 * @result: what the callback got
 * @error: %SIGNET_DESK_ERROR_NOT_FOUND if principal or agent isn't chosen, %SIGNET_DESK_ERROR_DISK_FULL,
 *   %G_IO_ERROR_CANCELLED …
 *
 * Returns: whether the file is written
 */
gboolean
signet_desk_write_authorisation_finish (SignetDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
