/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-summary.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-words.h"
#include "model/signet-item.h"
#include "model/signet-nice-class.h"
#include "model/signet-words.h"

/*
 * What a complaint that isn't filed yet comes to, in a word or two: for the list of steps, the bottom bar and
 * the review page, which must all say the same. Only what is new is filed, so only that is counted.
 */

static gboolean
is_filed (SignetItem *item)
{
  return g_str_equal (signet_item_get_check (item), SIGNET_CHECK_NEW);
}

static guint
count (SignetComplaint *complaint, gboolean filed, const char *kind)
{
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (complaint));
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      if (is_filed (item) == filed && (kind == NULL || g_str_equal (signet_item_get_kind (item), kind)))
        found++;
    }

  return found;
}

/**
 * signet_complaint_summary_count_filed:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: how many of its items will be filed
 */
guint
signet_complaint_summary_count_filed (SignetComplaint *complaint)
{
  g_return_val_if_fail (SIGNET_IS_COMPLAINT (complaint), 0);

  return count (complaint, TRUE, NULL);
}

/**
 * signet_complaint_summary_count_left_out:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: how many of its lines will not be filed
 */
guint
signet_complaint_summary_count_left_out (SignetComplaint *complaint)
{
  g_return_val_if_fail (SIGNET_IS_COMPLAINT (complaint), 0);

  return count (complaint, FALSE, NULL);
}

/**
 * signet_complaint_summary_list_kinds:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: (transfer full): the kinds of what will be filed, each once, in the order they stand
 */
GStrv
signet_complaint_summary_list_kinds (SignetComplaint *complaint)
{
  GListModel *items;
  g_autoptr (GStrvBuilder) kinds = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (SIGNET_IS_COMPLAINT (complaint), NULL);

  items = G_LIST_MODEL (signet_complaint_get_items (complaint));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      /* the complaint keeps the item, and the item the word */
      if (is_filed (item) && g_hash_table_add (seen, (gpointer) signet_item_get_kind (item)))
        g_strv_builder_add (kinds, signet_item_get_kind (item));
    }

  return g_strv_builder_end (kinds);
}

/**
 * signet_complaint_summary_links:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: (transfer full): how many links will be filed ("3 links")
 */
char *
signet_complaint_summary_links (SignetComplaint *complaint)
{
  guint n_links = signet_complaint_summary_count_filed (complaint);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u link", "%'u links", n_links), n_links);
}

/**
 * signet_complaint_summary_count_of_kind:
 * @kind: kind of a target
 * @count: how many
 *
 * Returns: (transfer full): both in words ("31 videos")
 */
char *
signet_complaint_summary_count_of_kind (const char *kind, guint count)
{
  if (g_str_equal (kind, SIGNET_TARGET_KIND_GOODS))
    /* Translators: offers of goods in a web shop, counted: "1 product", "3 products". Chinese: 件商品 */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u product", "%'u products", count), count);
  if (g_str_equal (kind, SIGNET_TARGET_KIND_SHOP))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u shop", "%'u shops", count), count);
  if (g_str_equal (kind, SIGNET_TARGET_KIND_VIDEO))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u video", "%'u videos", count), count);
  if (g_str_equal (kind, SIGNET_TARGET_KIND_LIVE))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u live stream", "%'u live streams", count),
                            count);
  if (g_str_equal (kind, SIGNET_TARGET_KIND_ACCOUNT))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u account", "%'u accounts", count), count);

  return g_strdup_printf ("%'u %s", count, signet_words_target_kind (kind));
}

/**
 * signet_complaint_summary_kinds:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: (transfer full): how many of each kind will be filed ("2 products, 1 video")
 */
char *
signet_complaint_summary_kinds (SignetComplaint *complaint)
{
  g_auto (GStrv) kinds = signet_complaint_summary_list_kinds (complaint);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *part = signet_complaint_summary_count_of_kind (kinds[i],
                                                                      count (complaint, TRUE, kinds[i]));

      g_strv_builder_add (parts, part);
    }
  words = g_strv_builder_end (parts);

  /* Translators: stands between the parts of an enumeration. Chinese: 、 */
  return g_strjoinv (C_ ("enumeration", ", "), words);
}

/**
 * signet_complaint_summary_join_kinds:
 * @kinds: (array zero-terminated=1): kinds of targets
 *
 * Returns: (transfer full): their names, one after the other ("Goods, Live stream")
 */
char *
signet_complaint_summary_join_kinds (const char *const *kinds)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (joined, C_ ("enumeration", ", "));
      g_string_append (joined, signet_words_target_kind (kinds[i]));
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/**
 * signet_complaint_summary_files:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: (transfer full): how many files are its evidence ("5 files")
 */
char *
signet_complaint_summary_files (SignetComplaint *complaint)
{
  guint n_files;

  g_return_val_if_fail (SIGNET_IS_COMPLAINT (complaint), NULL);

  n_files = g_list_model_get_n_items (G_LIST_MODEL (signet_complaint_get_evidence (complaint)));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
}

/**
 * signet_complaint_summary_statement:
 * @complaint: a complaint that isn't filed yet
 *
 * Returns: (transfer full): how long its statement is ("842 characters")
 */
char *
signet_complaint_summary_statement (SignetComplaint *complaint)
{
  gulong length;

  g_return_val_if_fail (SIGNET_IS_COMPLAINT (complaint), NULL);

  length = (gulong) g_utf8_strlen (signet_complaint_get_statement (complaint), -1);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'lu character", "%'lu characters", length), length);
}

/**
 * signet_complaint_summary_right:
 * @right: a right
 *
 * Returns: (transfer full): what identifies it besides its name ("No. 68123457, class 30 · Qingyun Tea")
 */
char *
signet_complaint_summary_right (SignetRight *right)
{
  GListModel *classes;
  g_autoptr (GString) numbers = g_string_new (NULL);

  g_return_val_if_fail (SIGNET_IS_RIGHT (right), NULL);

  classes = G_LIST_MODEL (signet_right_get_classes (right));
  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr (SignetNiceClass) nice = g_list_model_get_item (classes, i);

      g_string_append_printf (numbers, "%s%d", i > 0 ? C_ ("enumeration", ", ") : "",
                              signet_nice_class_get_class_number (nice));
    }
  if (numbers->len == 0)
    return signet_words_number (signet_right_get_number (right), signet_right_get_owner (right));

  return g_strdup_printf (
      /* Translators: number, class or classes, and owner of a trademark: "No. 68123457, class 30 · Qingyun
         Tea" */
      g_dngettext (GETTEXT_PACKAGE, "No. %s, class %s · %s", "No. %s, classes %s · %s",
                   g_list_model_get_n_items (classes)),
      signet_right_get_number (right), numbers->str, signet_right_get_owner (right));
}
