/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-row-heights.h"

#include <string.h>

/*
 * How high the rows of a #SignetLongList are, of which few were ever made: the others are taken to be as high
 * as those on average. A sum goes over all of them; 100,000 take 50 µs.
 */

/* Before any was measured, px. */
#define FIRST_GUESS 60

struct _SignetRowHeights
{
  GArray *heights; /* of int, px; 0: not known */
  gint64 known;    /* px, all that are known */
  guint n_known;
  int usual; /* px */
};

static void
learn (SignetRowHeights *self, int before, int now)
{
  self->known += now - before;
  self->n_known += (now > 0) - (before > 0);
  if (self->n_known > 0)
    self->usual = MAX (1, (int) (self->known / self->n_known));
}

/** signet_row_heights_new: Returns: (transfer full): of an empty list */
SignetRowHeights *
signet_row_heights_new (void)
{
  SignetRowHeights *self = g_new0 (SignetRowHeights, 1);

  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->usual = FIRST_GUESS;
  return self;
}

/** signet_row_heights_free: Ends @self (transfer full). */
void
signet_row_heights_free (SignetRowHeights *self)
{
  g_array_unref (self->heights);
  g_free (self);
}

/** signet_row_heights_splice: Follows a change of the list. What came is not known. */
void
signet_row_heights_splice (SignetRowHeights *self, guint position, guint removed, guint added)
{
  guint len = self->heights->len;
  int *heights;

  g_return_if_fail (position + removed <= len);

  for (guint i = position; i < position + removed; i++)
    learn (self, g_array_index (self->heights, int, i), 0);
  if (added > removed)
    g_array_set_size (self->heights, len + added - removed);
  heights = (int *) self->heights->data;
  if (len > position + removed)
    memmove (heights + position + added, heights + position + removed,
             (len - position - removed) * sizeof (int));
  if (added > 0)
    memset (heights + position, 0, added * sizeof (int));
  g_array_set_size (self->heights, len + added - removed);
}

/** signet_row_heights_forget: None is known any more, as when the width is another. */
void
signet_row_heights_forget (SignetRowHeights *self)
{
  if (self->heights->len > 0)
    memset (self->heights->data, 0, self->heights->len * sizeof (int));
  self->known = 0;
  self->n_known = 0;
}

/** signet_row_heights_set: The row at @position was measured: @height px. */
void
signet_row_heights_set (SignetRowHeights *self, guint position, int height)
{
  int *known;

  g_return_if_fail (position < self->heights->len);

  known = &g_array_index (self->heights, int, position);
  learn (self, *known, height);
  *known = height;
}

/** signet_row_heights_get: Returns: how high the row at @position is, or is taken to be; px */
int
signet_row_heights_get (SignetRowHeights *self, guint position)
{
  int height;

  g_return_val_if_fail (position < self->heights->len, 0);

  height = g_array_index (self->heights, int, position);
  return height > 0 ? height : self->usual;
}

/** signet_row_heights_get_usual: Returns: how high a row is that was never measured; px, at least 1 */
int
signet_row_heights_get_usual (SignetRowHeights *self)
{
  return self->usual;
}

/** signet_row_heights_sum: Returns: how high the rows from @first to before @end are together, px */
double
signet_row_heights_sum (SignetRowHeights *self, guint first, guint end)
{
  const int *heights = (const int *) self->heights->data;
  gint64 sum = 0;

  g_return_val_if_fail (end <= self->heights->len, 0);

  for (guint i = first; i < end; i++)
    sum += heights[i] > 0 ? heights[i] : self->usual;
  return (double) sum;
}

/**
 * signet_row_heights_find:
 * @self: heights
 * @y: px from the beginning of the list
 * @offset: (out): how far below the upper edge of that row @y is, px
 *
 * Returns: the position of the row at @y, the last one if @y is below all; 0 in an empty list
 */
guint
signet_row_heights_find (SignetRowHeights *self, double y, int *offset)
{
  gint64 rest = (gint64) MAX (y, 0);
  guint position = 0;

  for (; position + 1 < self->heights->len; position++)
    {
      int height = signet_row_heights_get (self, position);

      if (rest < height)
        break;
      rest -= height;
    }
  *offset = (int) MIN (rest, G_MAXINT);
  return position;
}
