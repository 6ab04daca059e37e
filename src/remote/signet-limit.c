/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-limit.h"

/*
 * How long something may take: its own cancellable, which is cancelled when the caller's is or when the time
 * is over, so that who waits can tell the two apart. Whoever does the work owns it. The context it was made
 * in.
 */

struct _SignetLimit
{
  GCancellable *cancellable;
  GSource *given_up; /* NULL if nobody can */
  GSource *timer;    /* NULL if it may take for ever */
  gboolean over;
};

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static gboolean
given_up_cb (GCancellable *caller, gpointer user_data)
{
  SignetLimit *self = user_data;

  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
over_cb (gpointer user_data)
{
  SignetLimit *self = user_data;

  self->over = TRUE;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/**
 * signet_limit_new:
 * @caller: (nullable): what the caller gives up with
 * @milliseconds: from now, 0 for no limit
 *
 * Returns: (transfer full): a limit that runs
 */
SignetLimit *
signet_limit_new (GCancellable *caller, guint milliseconds)
{
  SignetLimit *self = g_new0 (SignetLimit, 1);

  self->cancellable = g_cancellable_new ();
  if (caller != NULL)
    {
      self->given_up = g_cancellable_source_new (caller);
      g_source_set_callback (self->given_up, G_SOURCE_FUNC (given_up_cb), self, NULL);
      g_source_attach (self->given_up, g_main_context_get_thread_default ());
    }
  if (milliseconds > 0)
    {
      self->timer = g_timeout_source_new (milliseconds);
      g_source_set_callback (self->timer, over_cb, self, NULL);
      g_source_attach (self->timer, g_main_context_get_thread_default ());
    }
  return self;
}

/**
 * signet_limit_free:
 * @self: (transfer full): a limit
 *
 * Whoever still has its cancellable is not stopped any more.
 */
void
signet_limit_free (SignetLimit *self)
{
  clear_source (&self->given_up);
  clear_source (&self->timer);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * signet_limit_get_cancellable:
 * @self: a limit
 *
 * Returns: (transfer none): for the work; whoever does it may cancel it as well
 */
GCancellable *
signet_limit_get_cancellable (SignetLimit *self)
{
  return self->cancellable;
}

/**
 * signet_limit_is_over:
 * @self: a limit
 *
 * Returns: whether it was the time that stopped the work
 */
gboolean
signet_limit_is_over (SignetLimit *self)
{
  return self->over;
}
