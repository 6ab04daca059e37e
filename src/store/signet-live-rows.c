/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-live-rows.h"

/* The one object of each row that somebody holds, filled when it is made and again when the store has
 * changed: at once as far as a screen needs it, page by page beyond. It holds no row itself, so a row goes
 * with the last who looks at it. A SignetRowList owns it. Main thread.
 */

/* Rows filled in the call that asks for them, in one turn of the main loop: far more than are on a screen,
 * far less than a stall. A view binds rows while it is laid out, so one that is filled a turn later is drawn
 * empty once; who walks the whole list gets the rest filled page by page. */
#define FILL_AT_ONCE 512

/* Rows filled in one go later: well under a millisecond. */
#define PAGE 200

struct _SignetLiveRows
{
  GType type;
  SignetLiveRowsFill fill;
  gpointer data;

  GHashTable *rows; /* id → owned Live */

  guint n_filled;    /* in this turn of the main loop */
  guint turn_source; /* counts anew */
  guint fill_source; /* fills stale rows */
};

typedef struct
{
  SignetLiveRows *rows;
  gint64 id;
  GObject *row; /* not owned: told when it goes */
  gboolean stale;
} Live;

static void
fill (SignetLiveRows *self, Live *live)
{
  live->stale = FALSE;
  self->fill (live->id, live->row, self->data);
}

static void
release_row (gpointer data)
{
  g_object_unref (((Live *) data)->row);
}

static gboolean
fill_page_cb (gpointer data)
{
  SignetLiveRows *self = data;
  g_autoptr (GPtrArray) page = g_ptr_array_new_with_free_func (release_row);
  GHashTableIter iter;
  gpointer value;

  /* Filling notifies, and who hears it may let rows go: hold them first. */
  g_hash_table_iter_init (&iter, self->rows);
  while (page->len < PAGE && g_hash_table_iter_next (&iter, NULL, &value))
    if (((Live *) value)->stale)
      {
        g_object_ref (((Live *) value)->row);
        g_ptr_array_add (page, value);
      }
  for (guint i = 0; i < page->len; i++)
    fill (self, page->pdata[i]);

  if (page->len == PAGE)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
new_turn_cb (gpointer data)
{
  SignetLiveRows *self = data;

  self->n_filled = 0;
  self->turn_source = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule_fill (SignetLiveRows *self)
{
  /* Before the next frame is laid out (GTK_PRIORITY_RESIZE is G_PRIORITY_HIGH_IDLE + 10). */
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_page_cb, self, NULL);
}

static void
row_gone_cb (gpointer data, GObject *where)
{
  Live *live = data;

  g_hash_table_remove (live->rows->rows, &live->id);
}

static Live *
make_live (SignetLiveRows *self, gint64 id)
{
  Live *live = g_new0 (Live, 1);

  live->rows = self;
  live->id = id;
  live->row = g_object_new (self->type, NULL);
  g_object_weak_ref (live->row, row_gone_cb, live);
  g_hash_table_insert (self->rows, &live->id, live);
  return live;
}

/**
 * signet_live_rows_new:
 * @type: of the rows
 * @fill_row: fills one
 * @data: for @fill
 *
 * Returns: (transfer full): no rows yet
 */
SignetLiveRows *
signet_live_rows_new (GType type, SignetLiveRowsFill fill_row, gpointer data)
{
  SignetLiveRows *self = g_new0 (SignetLiveRows, 1);

  self->type = type;
  self->fill = fill_row;
  self->data = data;
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

/**
 * signet_live_rows_free:
 * @self: (transfer full): live rows
 *
 * Rows outlive it in the hands of whoever holds them, and stay as they are.
 */
void
signet_live_rows_free (SignetLiveRows *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (((Live *) value)->row, row_gone_cb, value);
  g_hash_table_unref (self->rows);
  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_free (self);
}

/**
 * signet_live_rows_get:
 * @self: live rows
 * @id: of a row
 *
 * Returns: (transfer full): its one object, filled; or to be before the next frame, where more are asked for
 * in one turn of the main loop than anybody sees
 */
GObject *
signet_live_rows_get (SignetLiveRows *self, gint64 id)
{
  Live *live = g_hash_table_lookup (self->rows, &id);

  if (live != NULL)
    return g_object_ref (live->row);

  live = make_live (self, id);
  if (self->n_filled++ < FILL_AT_ONCE)
    fill (self, live);
  else
    {
      live->stale = TRUE;
      schedule_fill (self);
    }
  if (self->turn_source == 0)
    self->turn_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, new_turn_cb, self, NULL);
  return live->row;
}

/**
 * signet_live_rows_refill:
 * @self: live rows
 *
 * What they show has changed: fills all of them again before the next frame.
 */
void
signet_live_rows_refill (SignetLiveRows *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((Live *) value)->stale = TRUE;
  if (g_hash_table_size (self->rows) > 0)
    schedule_fill (self);
}
