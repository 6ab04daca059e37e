/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-row-diff.h"

/* What changed between two arrays of row ids, as few ranges as a list view needs to keep its scroll position
 * and selection. Pure function, any thread.
 */

/* More ranges than this cost a view more than one range over all of them. */
#define MAX_RANGES 64

#define ROW(array, i) g_array_index (array, gint64, i)

/* row → index + 1, of the part of @array in [start, end) */
static GHashTable *
index_rows (GArray *array, guint start, guint end)
{
  GHashTable *index = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = start; i < end; i++)
    g_hash_table_insert (index, GSIZE_TO_POINTER ((gsize) ROW (array, i)), GUINT_TO_POINTER (i + 1));
  return index;
}

/* Index + 1, 0 if it isn't there. */
static guint
look_up (GHashTable *index, gint64 row)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, GSIZE_TO_POINTER ((gsize) row)));
}

/* Walks both arrays side by side. Where they differ a row of @before goes if it isn't to come in @after any
 * more, a row of @after comes if it isn't to come in @before any more; if both are to come one of them was
 * moved, and that is the one that travels further. */
static void
walk (GArray *before, GArray *after, guint start, guint before_end, guint after_end, GArray *ranges)
{
  g_autoptr (GHashTable) in_before = index_rows (before, start, before_end);
  g_autoptr (GHashTable) in_after = index_rows (after, start, after_end);
  guint i = start;
  guint j = start;

  while (i < before_end || j < after_end)
    {
      SignetRowRange range = { .position = j };

      while (i < before_end || j < after_end)
        {
          guint to = i < before_end ? look_up (in_after, ROW (before, i)) : 0;
          guint from = j < after_end ? look_up (in_before, ROW (after, j)) : 0;

          if (i < before_end && j < after_end && ROW (before, i) == ROW (after, j))
            break;
          if (i < before_end && (to <= j || j == after_end || (from > i && to - j > from - i)))
            {
              i++;
              range.removed++;
            }
          else
            {
              j++;
              range.added++;
            }
        }
      if (range.removed > 0 || range.added > 0)
        g_array_append_val (ranges, range);
      while (i < before_end && j < after_end && ROW (before, i) == ROW (after, j))
        {
          i++;
          j++;
        }
    }
}

/**
 * signet_row_diff:
 * @before: row ids (gint64), each once
 * @after: row ids (gint64), each once
 *
 * Returns: (transfer full) (element-type SignetRowRange): what to do, in this order, to make @after of
 * @before; empty if they are equal
 */
GArray *
signet_row_diff (GArray *before, GArray *after)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SignetRowRange));
  guint before_end = before->len;
  guint after_end = after->len;
  guint start = 0;

  while (start < before_end && start < after_end && ROW (before, start) == ROW (after, start))
    start++;
  while (before_end > start && after_end > start &&
         ROW (before, before_end - 1) == ROW (after, after_end - 1))
    {
      before_end--;
      after_end--;
    }

  walk (before, after, start, before_end, after_end, ranges);
  if (ranges->len > MAX_RANGES)
    {
      SignetRowRange all = { start, before_end - start, after_end - start };

      g_array_set_size (ranges, 0);
      g_array_append_val (ranges, all);
    }
  return ranges;
}
