/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-change-feed.h"

#include "remote/signet-backoff.h"
#include "remote/signet-pause.h"
#include "remote/signet-remote-error.h"

/*
 * Waits for what happens to the account: asks with "Prefer: wait" (RFC 7240), so that news come at once
 * without asking all the time. The first question, and one after poking, is without it: its answer tells
 * whether the platform can be reached. Owned by the desk. Main thread.
 */

#define WAIT "wait=25"
#define WAIT_LIMIT 45
/* A platform that doesn't hold back empty answers isn't asked more often than this. */
#define LEAST_INTERVAL (5 * G_TIME_SPAN_SECOND)
#define BASE_DELAY (2 * G_TIME_SPAN_SECOND)
#define LONGEST_DELAY (5 * G_TIME_SPAN_MINUTE)

struct _SignetChangeFeed
{
  GObject parent_instance;

  SignetRemote *remote;
  gboolean online;
  gboolean known; /* whether @online comes from a question */
  GError *error;
  guint failures;
  GCancellable *stage; /* cancelled to leave the wait that is on, NULL outside of one */
  gboolean poked;
};

G_DEFINE_FINAL_TYPE (SignetChangeFeed, signet_change_feed, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ONLINE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CONTACT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  char *cursor;
  gint64 asked; /* monotonic µs */
  GSource *cancelled;
} Next;

static void
next_free (Next *next)
{
  if (next->cancelled != NULL)
    g_source_destroy (next->cancelled);
  g_clear_pointer (&next->cancelled, g_source_unref);
  g_free (next->cursor);
  g_free (next);
}

static void ask (SignetChangeFeed *self, GTask *task);

static void
set_online (SignetChangeFeed *self, gboolean online, const GError *error)
{
  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  if (self->known && self->online == online)
    return;
  self->known = TRUE;
  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

/* What only the person, or another program, can mend. All else passes. */
static gboolean
is_final (const GError *error)
{
  return g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PLATFORM) ||
         g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS);
}

/* The number of changes in @answer, -1 if it has none of that kind. */
static int
count_changes (SignetAnswer *answer)
{
  JsonNode *root = signet_answer_get_root (answer);
  JsonNode *node;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || signet_answer_get_member (answer, "cursor") == NULL)
    return -1;
  node = json_object_get_member (json_node_get_object (root), "changes");
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return -1;
  return (int) json_array_get_length (json_node_get_array (node));
}

/* A stage that was left because somebody poked, and not because the caller gave up. */
static gboolean
was_poked (SignetChangeFeed *self, GTask *task, const GError *error)
{
  g_clear_object (&self->stage);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->poked &&
         !g_cancellable_is_cancelled (g_task_get_cancellable (task));
}

static void
paused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetChangeFeed *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (signet_pause_finish (result, &error) || was_poked (self, task, error))
    {
      g_clear_error (&error);
      g_clear_object (&self->stage);
      ask (self, task);
    }
  else
    g_task_return_error (task, error);
}

static void
pause_for (SignetChangeFeed *self, GTask *task, gint64 duration)
{
  self->stage = g_cancellable_new ();
  signet_pause_async (duration, self->stage, paused_cb, g_object_ref (task));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetChangeFeed *self = g_task_get_source_object (task);
  Next *next = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAnswer) answer = signet_remote_call_finish (self->remote, result, &error);
  int n_changes = answer != NULL ? count_changes (answer) : -1;
  gint64 took = g_get_monotonic_time () - next->asked;

  if (was_poked (self, task, error))
    {
      ask (self, task);
      return;
    }
  if (answer != NULL && n_changes < 0)
    g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                         "the answer holds no changes");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (error != NULL)
    {
      set_online (self, FALSE, error);
      if (is_final (error))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_debug ("No changes for now: %s", error->message);
      pause_for (self, task,
                 signet_backoff_delay (++self->failures, BASE_DELAY, LONGEST_DELAY,
                                       signet_remote_error_get_retry_after (error)));
      return;
    }

  self->failures = 0;
  set_online (self, TRUE, NULL);
  g_signal_emit (self, signals[CONTACT], 0);
  if (n_changes > 0)
    g_task_return_pointer (task, g_steal_pointer (&answer), g_object_unref);
  else if (next->asked > 0 && took < G_TIME_SPAN_SECOND)
    pause_for (self, task, LEAST_INTERVAL);
  else
    ask (self, task);
}

static void
ask (SignetChangeFeed *self, GTask *task)
{
  Next *next = g_task_get_task_data (task);
  g_autoptr (SignetRequest) request = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *address = NULL;
  gboolean wait = self->online && !self->poked;
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  escaped = g_uri_escape_string (next->cursor, NULL, FALSE);
  address = *escaped != '\0' ? g_strconcat ("/v1/changes?after=", escaped, NULL) : g_strdup ("/v1/changes");
  request = signet_request_new ("GET", address);
  if (wait)
    {
      signet_request_set_header (request, "Prefer", WAIT);
      signet_request_set_patient (request, TRUE);
      signet_request_set_limit (request, WAIT_LIMIT);
    }
  /* Only a question that was to be held back and wasn't counts as answered too soon. */
  next->asked = wait ? g_get_monotonic_time () : 0;
  self->poked = FALSE;
  self->stage = g_cancellable_new ();
  signet_remote_call_async (self->remote, request, self->stage, answered_cb, g_object_ref (task));
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  SignetChangeFeed *self = user_data;

  g_cancellable_cancel (self->stage);
  return G_SOURCE_REMOVE;
}

static void
network_changed_cb (GNetworkMonitor *monitor, gboolean available, gpointer user_data)
{
  SignetChangeFeed *self = user_data;

  if (available && !self->online)
    signet_change_feed_poke (self);
}

static void
signet_change_feed_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetChangeFeed *self = SIGNET_CHANGE_FEED (object);

  switch (prop_id)
    {
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_change_feed_finalize (GObject *object)
{
  SignetChangeFeed *self = SIGNET_CHANGE_FEED (object);

  g_clear_object (&self->remote);
  g_clear_object (&self->stage);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (signet_change_feed_parent_class)->finalize (object);
}

static void
signet_change_feed_class_init (SignetChangeFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_change_feed_get_property;
  object_class->finalize = signet_change_feed_finalize;

  /**
   * SignetChangeFeed:online:
   *
   * Whether the last thing heard of the platform was an answer. Told after the first question in any case.
   */
  properties[PROP_ONLINE] = g_param_spec_boolean (
      "online", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SignetChangeFeed::contact:
   * @self: changes
   *
   * The platform has just answered, with changes or without.
   */
  signals[CONTACT] = g_signal_new ("contact", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
signet_change_feed_init (SignetChangeFeed *self)
{
}

/**
 * signet_change_feed_new:
 * @remote: the account
 *
 * Returns: (transfer full): its changes
 */
SignetChangeFeed *
signet_change_feed_new (SignetRemote *remote)
{
  SignetChangeFeed *self;

  g_return_val_if_fail (SIGNET_IS_REMOTE (remote), NULL);

  self = g_object_new (SIGNET_TYPE_CHANGE_FEED, NULL);
  self->remote = g_object_ref (remote);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb), self, 0);
  return self;
}

/**
 * signet_change_feed_get_online:
 * @self: changes
 *
 * Returns: whether the last thing heard of the platform was an answer
 */
gboolean
signet_change_feed_get_online (SignetChangeFeed *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE_FEED (self), FALSE);

  return self->online;
}

/**
 * signet_change_feed_get_error:
 * @self: changes
 *
 * Returns: (transfer none) (nullable): why the platform can't be reached
 */
const GError *
signet_change_feed_get_error (SignetChangeFeed *self)
{
  g_return_val_if_fail (SIGNET_IS_CHANGE_FEED (self), NULL);

  return self->error;
}

/**
 * signet_change_feed_next_async:
 * @self: changes, nobody else waiting for them
 * @cursor: (nullable): the cursor that came with the last ones, %NULL to begin at the beginning
 * @cancellable: (nullable): stops waiting
 * @callback: called with the changes
 * @user_data: for @callback
 *
 * Waits for changes after @cursor, however long that takes: over failures it goes on asking, ever more seldom
 * up to every few minutes, and while nobody is signed in it waits for that.
 */
void
signet_change_feed_next_async (SignetChangeFeed *self,
                               const char *cursor,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Next *next;

  g_return_if_fail (SIGNET_IS_CHANGE_FEED (self));
  g_return_if_fail (self->stage == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_change_feed_next_async);
  next = g_new0 (Next, 1);
  next->cursor = g_strdup (cursor != NULL ? cursor : "");
  g_task_set_task_data (task, next, (GDestroyNotify) next_free);
  if (cancellable != NULL)
    {
      next->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (next->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (next->cancelled, g_main_context_get_thread_default ());
    }
  ask (self, task);
}

/**
 * signet_change_feed_next_finish:
 * @self: changes
 * @result: the result
 * @error: return location: %G_IO_ERROR_CANCELLED, or what doesn't pass by itself:
 *   %SIGNET_REMOTE_ERROR_REFUSED, %SIGNET_REMOTE_ERROR_PLATFORM
 *
 * Returns: (transfer full) (nullable): an answer with at least one change and a cursor
 */
SignetAnswer *
signet_change_feed_next_finish (SignetChangeFeed *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * signet_change_feed_poke:
 * @self: changes
 *
 * Asks at once instead of waiting on: the person wants to know, or something was sent.
 */
void
signet_change_feed_poke (SignetChangeFeed *self)
{
  g_return_if_fail (SIGNET_IS_CHANGE_FEED (self));

  self->poked = TRUE;
  if (self->stage != NULL)
    g_cancellable_cancel (self->stage);
}
