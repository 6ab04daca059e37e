/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-certified-list.h"

#include "store/signet-tables-private.h"

#include <string.h>

/* A list of what platforms certify, filtered and searched. Used on the main thread; the rows are listed on a
 * worker.
 */

/* Rows between two looks at the cancellable. */
#define STRIDE 1024

typedef struct
{
  const char *sql; /* of the class */
  char *account;   /* whose status is shown, "" for the last one that has one; as all below never NULL */
  char *principal;
  char *role;
  char *kind;
  char *status;
} Choice;

typedef struct
{
  Choice choice;
} SignetCertifiedListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetCertifiedList, signet_certified_list, SIGNET_TYPE_ROW_LIST)

#define CHOICE(self)                                                             \
  (&((SignetCertifiedListPrivate *) signet_certified_list_get_instance_private ( \
         SIGNET_CERTIFIED_LIST (self)))                                          \
        ->choice)

static void
choice_clear (Choice *choice)
{
  g_free (choice->account);
  g_free (choice->principal);
  g_free (choice->role);
  g_free (choice->kind);
  g_free (choice->status);
}

static void
choice_free (gpointer data)
{
  choice_clear (data);
  g_free (data);
}

static gpointer
snapshot (SignetRowList *list)
{
  const Choice *choice = CHOICE (list);
  Choice *copy = g_new (Choice, 1);

  copy->sql = SIGNET_CERTIFIED_LIST_GET_CLASS (list)->list_sql;
  copy->account = g_strdup (choice->account);
  copy->principal = g_strdup (choice->principal);
  copy->role = g_strdup (choice->role);
  copy->kind = g_strdup (choice->kind);
  copy->status = g_strdup (choice->status);
  return copy;
}

static GArray *
list_rows (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  const Choice *choice = data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, choice->sql, "ttttt", error, choice->account, choice->principal,
                                    choice->kind, choice->role, choice->status);

  if (stmt == NULL || !signet_tables_collect (tables, stmt, ids, cancellable, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static void
tell_changed (SignetRowList *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    if (signet_row_list_get_id (self, i) == id)
      {
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
        return;
      }
}

static gboolean
fill (SignetRowList *list, SignetTables *tables, gint64 id, GObject *row, GError **error)
{
  SignetCertifiedListClass *klass = SIGNET_CERTIFIED_LIST_GET_CLASS (list);
  g_autofree char *section = klass->get_section != NULL ? g_strdup (klass->get_section (row)) : NULL;
  g_autoptr (SignetStatement)
      stmt = signet_tables_prepare (tables, klass->fill_sql, "ti", error, CHOICE (list)->account, id);

  if (stmt == NULL || !signet_statement_next (stmt, error))
    return FALSE;
  g_object_freeze_notify (row);
  klass->fill (row, stmt);
  g_object_thaw_notify (row);
  if (section != NULL && *section != '\0' && strcmp (section, klass->get_section (row)) != 0)
    tell_changed (list, id);
  return TRUE;
}

/* Full-width and half-width, upper and lower case are the same to who searches. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal, -1);
}

static gboolean
has_all (const char *text, char **words)
{
  g_autofree char *folded = fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
set_text (char **field, const char *value)
{
  if (value == NULL)
    value = "";
  if (strcmp (*field, value) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

static void
signet_certified_list_finalize (GObject *object)
{
  choice_clear (CHOICE (object));

  G_OBJECT_CLASS (signet_certified_list_parent_class)->finalize (object);
}

static void
signet_certified_list_class_init (SignetCertifiedListClass *klass)
{
  SignetRowListClass *list_class = SIGNET_ROW_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_certified_list_finalize;
  list_class->snapshot = snapshot;
  list_class->free_snapshot = choice_free;
  list_class->list_rows = list_rows;
  list_class->fill = fill;
}

static void
signet_certified_list_init (SignetCertifiedList *self)
{
  Choice *choice = CHOICE (self);

  choice->account = g_strdup ("");
  choice->principal = g_strdup ("");
  choice->role = g_strdup ("");
  choice->kind = g_strdup ("");
  choice->status = g_strdup ("");
}

/**
 * signet_certified_list_set_account:
 * @self: a list
 * @account: (nullable): whose status is shown; %NULL for the last account that has one
 *
 * Chooses the account.
 */
void
signet_certified_list_set_account (SignetCertifiedList *self, const char *account)
{
  g_return_if_fail (SIGNET_IS_CERTIFIED_LIST (self));

  if (!set_text (&CHOICE (self)->account, account))
    return;
  signet_row_list_refill (SIGNET_ROW_LIST (self));
  /* With a principal comes the account's own identity. */
  if (*CHOICE (self)->status != '\0' || *CHOICE (self)->principal != '\0')
    signet_row_list_start_over (SIGNET_ROW_LIST (self));
}

/**
 * signet_certified_list_set_filter:
 * @self: a list
 * @filter: which are listed; copied
 *
 * Chooses which of them are listed. Set again to what it is, nothing happens.
 */
void
signet_certified_list_set_filter (SignetCertifiedList *self, const SignetCertifiedFilter *filter)
{
  Choice *choice = CHOICE (self);
  gboolean changed = FALSE;

  g_return_if_fail (SIGNET_IS_CERTIFIED_LIST (self));

  changed |= set_text (&choice->principal, filter->principal);
  changed |= set_text (&choice->role, filter->role);
  changed |= set_text (&choice->kind, filter->kind);
  changed |= set_text (&choice->status, filter->status);
  if (changed)
    signet_row_list_ask_again (SIGNET_ROW_LIST (self));
}

/**
 * signet_certified_list_set_text:
 * @self: a list of a class that has a search
 * @text: (nullable): words that must all be found, anywhere in a row's text; %NULL for all
 *
 * Searches among those the filter leaves.
 */
void
signet_certified_list_set_text (SignetCertifiedList *self, const char *text)
{
  g_return_if_fail (SIGNET_IS_CERTIFIED_LIST (self));

  signet_row_list_set_text (SIGNET_ROW_LIST (self), text);
}

/**
 * signet_certified_list_find_text:
 * @tables: tables
 * @sql: gives the id of every row and its text, ascending
 * @text: what is searched
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * For the classes' `find_rows`: an agent has some thousands of these, which are looked through in a few
 * milliseconds, so they need no index of their own.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the rows; %NULL without @error if @text asks for
 * nothing
 */
GArray *
signet_certified_list_find_text (SignetTables *tables,
                                 const char *sql,
                                 const char *text,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (folded), " \t\n", -1);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (SignetStatement) stmt = NULL;
  g_autoptr (GError) local_error = NULL;
  guint n = 0;

  if (*folded == '\0')
    return NULL;
  stmt = signet_tables_prepare (tables, sql, "", error);
  if (stmt == NULL)
    return NULL;
  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (signet_statement_next (stmt, &local_error))
    {
      gint64 row = signet_statement_get_int64 (stmt, 0);

      if (has_all (signet_statement_get_text (stmt, 1), words))
        g_array_append_val (rows, row);
      if (++n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
