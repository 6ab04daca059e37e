/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-item-check.h"

#include "model/signet-target-kind.h"
#include "model/signet-words.h"

#include <string.h>

/*
 * Which items of a batch may be filed: those that lead somewhere on the platform, stand in it once, and
 * haven't been filed for the same right before. Repeated wrong notices are a sign of malice (E-Commerce Law
 * 42), so a duplicate is never sent along to see what happens.
 */

static void
clear_check (gpointer data)
{
  SignetItemCheck *check = data;

  g_free (check->note);
  g_clear_object (&check->target);
}

/* The kinds an item may have. A short link or a passcode is how a target was named, not what it is. */
static GHashTable *
list_kinds (SignetPlatform *platform)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *list = signet_platform_get_target_kinds (platform);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (SignetTargetKind) kind = g_list_model_get_item (list, i);
      const char *name = signet_target_kind_get_kind (kind);

      if (strcmp (name, SIGNET_TARGET_KIND_SHORT) != 0 && strcmp (name, SIGNET_TARGET_KIND_PASSCODE) != 0)
        g_hash_table_add (kinds, g_strdup (name));
    }

  return kinds;
}

/* A link of unknown shape is fine on the platform's own hosts, once the person has said what it leads to. */
static gboolean
is_usable (SignetTarget *target, const char *kind, GHashTable *kinds)
{
  gboolean known = strcmp (signet_target_get_kind (target), SIGNET_TARGET_KIND_UNKNOWN) != 0;

  return (known || signet_target_is_on_own_host (target)) && g_hash_table_contains (kinds, kind);
}

/**
 * signet_item_check_list:
 * @items: (element-type SignetItem): the items of a batch
 * @parser: the platform's parser
 * @platform: the platform
 * @find_filed: (nullable) (scope call): finds earlier complaints for the same right
 * @data: (closure): for @find_filed
 *
 * Checks the items of a batch, in their order: of several that are the same the first is new.
 *
 * Returns: (transfer full) (element-type SignetItemCheck): a check for each item; freeing the array frees
 * them
 */
GArray *
signet_item_check_list (GListModel *items,
                        SignetLinkParser *parser,
                        SignetPlatform *platform,
                        SignetFiledFunc find_filed,
                        gpointer data)
{
  GArray *checks = g_array_new (FALSE, TRUE, sizeof (SignetItemCheck));
  g_autoptr (GHashTable) kinds = NULL;
  g_autoptr (GHashTable) rows = NULL;

  g_array_set_clear_func (checks, clear_check);
  g_return_val_if_fail (G_IS_LIST_MODEL (items), checks);
  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (parser), checks);
  g_return_val_if_fail (SIGNET_IS_PLATFORM (platform), checks);

  kinds = list_kinds (platform);
  rows = g_hash_table_new (g_str_hash, g_str_equal); /* keys live as long as the checks' targets */
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);
      SignetItemCheck check = { .word = SIGNET_CHECK_NEW };
      const char *key;
      const char *complaint;
      guint row;

      check.target = signet_link_parser_parse_item (parser, item);
      key = signet_target_get_key (check.target);
      complaint = find_filed != NULL ? find_filed (key, data) : NULL;
      row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));

      if (!is_usable (check.target, signet_item_get_kind (item), kinds))
        check.word = SIGNET_CHECK_UNKNOWN;
      else if (complaint != NULL)
        {
          check.word = SIGNET_CHECK_FILED;
          check.note = g_strdup (complaint);
        }
      else if (row != 0)
        {
          check.word = SIGNET_CHECK_DUPLICATE;
          check.note = g_strdup_printf ("%u", row);
        }
      else
        g_hash_table_insert (rows, (gpointer) key, GUINT_TO_POINTER (i + 1));

      g_array_append_val (checks, check);
    }

  return checks;
}

/**
 * signet_item_check_mark:
 * @items: (element-type SignetItem): the items of a batch
 * @checks: (element-type SignetItemCheck): the check of each
 *
 * Writes into each item what was seen in it, and the id its link says.
 */
void
signet_item_check_mark (GListModel *items, GArray *checks)
{
  g_return_if_fail (G_IS_LIST_MODEL (items));
  g_return_if_fail (checks != NULL);

  for (guint i = 0; i < MIN (checks->len, g_list_model_get_n_items (items)); i++)
    {
      SignetItemCheck *check = &g_array_index (checks, SignetItemCheck, i);
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      signet_item_set_check (item, check->word);
      signet_item_set_check_note (item, check->note);
      signet_item_set_target_id (item, signet_target_get_id (check->target));
    }
}
