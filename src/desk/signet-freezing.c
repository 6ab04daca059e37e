/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-freezing.h"

#include "db/signet-db-error.h"
#include "desk/signet-submission.h"
#include "store/signet-store-error.h"

/*
 * What a submission goes out with, now that the platform has named what it rests on; or what it has to wait
 * for instead. Made on the main thread, written and freed on the store's worker.
 */
struct _SignetFreezing
{
  char *id;
  char *path;
  GBytes *body; /* NULL: it waits on */
  char *awaited;
};

/**
 * signet_freezing_new:
 * @tables: for reading
 * @outbox: a submission without bytes
 * @passes: (out): on error, whether it may go better another time
 * @error: %SIGNET_STORE_ERROR, %SIGNET_DB_ERROR, %SIGNET_API_ERROR …
 *
 * Returns: (transfer full) (nullable): what is to be written
 */
SignetFreezing *
signet_freezing_new (SignetTables *tables, const SignetOutboxRecord *outbox, gboolean *passes, GError **error)
{
  g_autoptr (GError) below = NULL;
  g_autofree char *awaited = NULL;
  g_autoptr (GBytes) body = signet_submission_encode_waiting (tables, outbox, &awaited, &below);
  SignetFreezing *self;

  if (body == NULL && awaited == NULL)
    {
      *passes = below->domain == SIGNET_DB_ERROR ||
                g_error_matches (below, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CLOSED);
      g_propagate_error (error, g_steal_pointer (&below));
      return NULL;
    }
  self = g_new0 (SignetFreezing, 1);
  self->id = g_strdup (outbox->id);
  self->path = g_strdup (outbox->path);
  self->body = g_steal_pointer (&body);
  self->awaited = g_steal_pointer (&awaited);
  return self;
}

/** signet_freezing_free: @self: (transfer full): what is to be written; any thread */
void
signet_freezing_free (SignetFreezing *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->awaited);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

/** signet_freezing_write: Returns: %TRUE to commit; @data: a #SignetFreezing. Worker. */
gboolean
signet_freezing_write (SignetTables *tables, gpointer data, GError **error)
{
  SignetFreezing *self = data;

  return self->body != NULL ? signet_outbox_fill (tables, self->id, self->path, self->body, error)
                            : signet_outbox_set_depends (tables, self->id, self->awaited, error);
}
