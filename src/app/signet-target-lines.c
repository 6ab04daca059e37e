/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-target-lines.h"

#include <string.h>

#include "model/signet-words.h"

/*
 * The lines the person pasted into a complaint, without a widget: it numbers them, says which of them a
 * filter shows, takes some out and brings back the ones it took out last. Belongs to the targets page.
 */

struct _SignetTargetLines
{
  GObject parent_instance;

  GListStore *items; /* of SignetItem, the complaint's */
  GListModel *shown;
  GtkFilter *filter;
  SignetTargetGroup group;
  char *search;       /* case folded; NULL for all */
  GPtrArray *removed; /* SignetItem, those taken out last, in the order they went */
  GArray *removed_at; /* guint, where each stood then */
};

G_DEFINE_FINAL_TYPE (SignetTargetLines, signet_target_lines, G_TYPE_OBJECT)

static SignetTargetGroup
get_group (SignetItem *item)
{
  const char *check = signet_item_get_check (item);

  if (g_str_equal (check, SIGNET_CHECK_UNKNOWN))
    return SIGNET_TARGETS_UNKNOWN;
  if (g_str_equal (check, SIGNET_CHECK_DUPLICATE) || g_str_equal (check, SIGNET_CHECK_FILED))
    return SIGNET_TARGETS_DUPLICATE;

  return SIGNET_TARGETS_NEW;
}

static gboolean
holds (const char *text, const char *search)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, search) != NULL;
}

static gboolean
is_shown (gpointer object, gpointer user_data)
{
  SignetTargetLines *self = user_data;
  SignetItem *item = object;

  if (self->group != SIGNET_TARGETS_ALL && get_group (item) != self->group)
    return FALSE;

  return self->search == NULL || holds (signet_item_get_link (item), self->search) ||
         holds (signet_item_get_source (item), self->search);
}

/* What stands in front of a line is its place in the batch, also while some are filtered out. */
static void
number_lines (SignetTargetLines *self, guint from)
{
  GListModel *items = G_LIST_MODEL (self->items);

  for (guint i = from; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      signet_item_set_position (item, (int) i);
    }
}

static void
items_changed_cb (SignetTargetLines *self, guint position)
{
  number_lines (self, position);
}

static void
signet_target_lines_dispose (GObject *object)
{
  SignetTargetLines *self = SIGNET_TARGET_LINES (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (signet_target_lines_parent_class)->dispose (object);
}

static void
signet_target_lines_finalize (GObject *object)
{
  SignetTargetLines *self = SIGNET_TARGET_LINES (object);

  g_free (self->search);
  g_ptr_array_unref (self->removed);
  g_array_unref (self->removed_at);

  G_OBJECT_CLASS (signet_target_lines_parent_class)->finalize (object);
}

static void
signet_target_lines_class_init (SignetTargetLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_target_lines_dispose;
  object_class->finalize = signet_target_lines_finalize;
}

static void
signet_target_lines_init (SignetTargetLines *self)
{
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed_at = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * signet_target_lines_new:
 * @items: (element-type SignetItem): the items of a complaint
 *
 * Returns: (transfer full): its lines, all shown
 */
SignetTargetLines *
signet_target_lines_new (GListStore *items)
{
  SignetTargetLines *self;

  g_return_val_if_fail (G_IS_LIST_STORE (items), NULL);

  self = g_object_new (SIGNET_TYPE_TARGET_LINES, NULL);
  self->items = g_object_ref (items);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  number_lines (self, 0);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = G_LIST_MODEL (
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (items)), g_object_ref (self->filter)));

  return self;
}

/**
 * signet_target_lines_get_items:
 * @self: lines
 *
 * Returns: (transfer none) (element-type SignetItem): all of them
 */
GListModel *
signet_target_lines_get_items (SignetTargetLines *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET_LINES (self), NULL);

  return G_LIST_MODEL (self->items);
}

/**
 * signet_target_lines_get_shown:
 * @self: lines
 *
 * Returns: (transfer none) (element-type SignetItem): those the filter shows; it follows
 */
GListModel *
signet_target_lines_get_shown (SignetTargetLines *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET_LINES (self), NULL);

  return self->shown;
}

/**
 * signet_target_lines_set_filter:
 * @self: lines
 * @group: which ones to show
 * @search: (nullable): only those that hold this text; %NULL or "" for all
 */
void
signet_target_lines_set_filter (SignetTargetLines *self, SignetTargetGroup group, const char *search)
{
  g_return_if_fail (SIGNET_IS_TARGET_LINES (self));

  self->group = group;
  g_clear_pointer (&self->search, g_free);
  if (search != NULL && *search != '\0')
    self->search = g_utf8_casefold (search, -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * signet_target_lines_refresh:
 * @self: lines
 *
 * The desk has looked at them again: one may belong to another group now.
 */
void
signet_target_lines_refresh (SignetTargetLines *self)
{
  g_return_if_fail (SIGNET_IS_TARGET_LINES (self));

  if (self->group != SIGNET_TARGETS_ALL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * signet_target_lines_count:
 * @self: lines
 * @group: which ones
 *
 * Returns: how many there are, shown or not
 */
guint
signet_target_lines_count (SignetTargetLines *self, SignetTargetGroup group)
{
  GListModel *items;
  guint count = 0;

  g_return_val_if_fail (SIGNET_IS_TARGET_LINES (self), 0);

  items = G_LIST_MODEL (self->items);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      count += group == SIGNET_TARGETS_ALL || get_group (item) == group;
    }

  return count;
}

/**
 * signet_target_lines_remove:
 * @self: lines
 * @lines: (element-type SignetItem): those to take out
 *
 * Takes them out and keeps them for signet_target_lines_restore(), in place of those it kept before.
 *
 * Returns: how many it took out
 */
guint
signet_target_lines_remove (SignetTargetLines *self, GPtrArray *lines)
{
  g_return_val_if_fail (SIGNET_IS_TARGET_LINES (self), 0);

  if (lines->len == 0)
    return 0;

  g_ptr_array_set_size (self->removed, 0);
  g_array_set_size (self->removed_at, 0);
  for (guint i = lines->len; i > 0; i--)
    {
      SignetItem *item = g_ptr_array_index (lines, i - 1);
      guint position;

      if (!g_list_store_find (self->items, item, &position))
        continue;
      g_ptr_array_add (self->removed, g_object_ref (item));
      g_array_append_val (self->removed_at, position);
      g_list_store_remove (self->items, position);
    }

  return self->removed->len;
}

/**
 * signet_target_lines_restore:
 * @self: lines
 *
 * Puts the ones that were taken out last back where they stood.
 */
void
signet_target_lines_restore (SignetTargetLines *self)
{
  g_return_if_fail (SIGNET_IS_TARGET_LINES (self));

  for (guint i = self->removed->len; i > 0; i--)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
      guint position = g_array_index (self->removed_at, guint, i - 1);

      g_list_store_insert (self->items, MIN (position, n_items), g_ptr_array_index (self->removed, i - 1));
    }
  g_ptr_array_set_size (self->removed, 0);
  g_array_set_size (self->removed_at, 0);
}
