/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-row-list.h"

#include "store/signet-live-rows.h"
#include "store/signet-row-diff.h"
#include "store/signet-store-private.h"

#include <time.h>

/* An array of row ids, and the live rows of those somebody looks at. The array is made on the store's
 * reading worker and swapped in here: as a whole after a new question, range by range after the store
 * changed, so that scroll position and selection stay. Owned by the desk, used on the main thread.
 */

/* While changes keep coming, a list whose ids take long to make rests this many times as long in between, so
 * that it never takes more than a fifth of a processor from what makes the changes; one that is quick follows
 * each. */
#define REST 4
#define QUICK (3 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  SignetStore *store;
  GArray *ids;  /* what the list holds */
  GArray *base; /* owned, or NULL: all that is asked for, before the text; shared with the worker, never
                   changed */
  SignetLiveRows *live;
  char *text;

  GCancellable *cancellable; /* of the query under way, NULL if none is */
  guint serial;              /* counts what made a base worthless */
  gboolean again;            /* the store changed while a query was under way */
  gint64 rest_until;         /* monotonic; before, no change is followed */
  guint rest_source;         /* follows it then */

  SignetListState state;
  GError *error;
} SignetRowListPrivate;

typedef struct
{
  SignetRowListClass *klass;
  gpointer snapshot;
  char *text;
  GArray *base; /* or NULL: to be made */
} Question;

typedef struct
{
  GArray *base;
  GArray *ids;
  gint64 took; /* processor time, µs */
} Answer;

typedef struct
{
  SignetRowList *list;
  guint serial;
  gboolean whole; /* a new question: swap everything */
} Asked;

enum
{
  PROP_0,
  PROP_STORE,
  PROP_STATE,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void signet_row_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SignetRowList,
                                  signet_row_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (SignetRowList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, signet_row_list_model_init))

#define PRIVATE(self) ((SignetRowListPrivate *) signet_row_list_get_instance_private (self))

static void
question_free (gpointer data)
{
  Question *question = data;

  question->klass->free_snapshot (question->snapshot);
  g_free (question->text);
  g_clear_pointer (&question->base, g_array_unref);
  g_free (question);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->base, g_array_unref);
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer);
}

/* Those of @base that are in @found, in the order of @base. @found is ascending. */
static GArray *
intersect (GArray *base, GArray *found)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = found->len > 0 ? g_array_index (found, gint64, found->len - 1) : 0;
  g_autofree guint8 *bits = g_malloc0 ((gsize) last / 8 + 1);

  for (guint i = 0; i < found->len; i++)
    {
      gint64 id = g_array_index (found, gint64, i);

      bits[id / 8] |= (guint8) (1 << (id % 8));
    }
  for (guint i = 0; i < base->len; i++)
    {
      gint64 id = g_array_index (base, gint64, i);

      if (id <= last && (bits[id / 8] & (1 << (id % 8))) != 0)
        g_array_append_val (ids, id);
    }
  return ids;
}

/* Of this thread, µs: what the machine does beside it doesn't count. */
static gint64
processor_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* On the reading worker. */
static gpointer
answer_question (SignetTables *tables, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  g_autoptr (GArray) base = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 start = processor_time ();
  Answer *answer;

  base = question->base != NULL ? g_array_ref (question->base)
                                : question->klass->list_rows (tables, question->snapshot, cancellable, error);
  if (base == NULL)
    return NULL;
  if (question->text != NULL)
    found = question->klass->find_rows (tables, question->text, cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  answer = g_new0 (Answer, 1);
  answer->ids = found != NULL ? intersect (base, found) : g_array_ref (base);
  answer->base = g_steal_pointer (&base);
  answer->took = processor_time () - start;
  return answer;
}

static void
set_state (SignetRowList *self, SignetListState state, GError *error)
{
  SignetRowListPrivate *priv = PRIVATE (self);

  if (priv->error != NULL || error != NULL)
    {
      g_clear_error (&priv->error);
      priv->error = error;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR]);
    }
  if (priv->state != state)
    {
      priv->state = state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
}

/* All out, then all in: for one change of everything GTK 4.8 fetches every row. */
static void
swap_all (SignetRowList *self, GArray *ids)
{
  SignetRowListPrivate *priv = PRIVATE (self);
  guint removed = priv->ids->len;

  g_array_set_size (priv->ids, 0);
  if (removed > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, removed, 0);
  g_array_append_vals (priv->ids, ids->data, ids->len);
  if (ids->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, ids->len);
}

static void
swap_ranges (SignetRowList *self, GArray *ids)
{
  SignetRowListPrivate *priv = PRIVATE (self);
  g_autoptr (GArray) ranges = signet_row_diff (priv->ids, ids);

  for (guint i = 0; i < ranges->len; i++)
    {
      const SignetRowRange *range = &g_array_index (ranges, SignetRowRange, i);

      if (range->removed > 0)
        g_array_remove_range (priv->ids, range->position, range->removed);
      if (range->added > 0)
        g_array_insert_vals (priv->ids, range->position, &g_array_index (ids, gint64, range->position),
                             range->added);
      g_list_model_items_changed (G_LIST_MODEL (self), range->position, range->removed, range->added);
    }
}

static void ask (SignetRowList *self, gboolean whole);

static gboolean
rested_cb (gpointer data)
{
  PRIVATE (SIGNET_ROW_LIST (data))->rest_source = 0;
  ask (data, FALSE);
  return G_SOURCE_REMOVE;
}

/* The store has changed and no query is under way. */
static void
follow (SignetRowList *self)
{
  SignetRowListPrivate *priv = PRIVATE (self);
  gint64 rest = priv->rest_until - g_get_monotonic_time ();

  if (rest <= 0)
    ask (self, FALSE);
  else if (priv->rest_source == 0)
    priv->rest_source = g_timeout_add ((guint) (rest / G_TIME_SPAN_MILLISECOND) + 1, rested_cb, self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SignetRowList) self = asked->list;
  SignetRowListPrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  Answer *answer = signet_store_query_finish (SIGNET_STORE (source), result, &error);

  /* Overtaken by a later question, which has its own callback. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&priv->cancellable);
  if (answer == NULL)
    {
      set_state (self, SIGNET_LIST_ERROR, g_steal_pointer (&error));
      return;
    }

  if (asked->serial == priv->serial)
    {
      g_clear_pointer (&priv->base, g_array_unref);
      priv->base = g_array_ref (answer->base);
    }
  if (asked->whole)
    swap_all (self, answer->ids);
  else
    swap_ranges (self, answer->ids);
  set_state (self, priv->ids->len > 0 ? SIGNET_LIST_ROWS : SIGNET_LIST_EMPTY, NULL);
  priv->rest_until = answer->took > QUICK ? g_get_monotonic_time () + REST * answer->took : 0;
  answer_free (answer);

  if (priv->again)
    follow (self);
}

/* Puts the question; one that is under way already is dropped. */
static void
ask (SignetRowList *self, gboolean whole)
{
  SignetRowListPrivate *priv = PRIVATE (self);
  SignetRowListClass *klass = SIGNET_ROW_LIST_GET_CLASS (self);
  Question *question = g_new0 (Question, 1);
  Asked *asked = g_new (Asked, 1);

  question->klass = klass;
  question->snapshot = klass->snapshot (self);
  question->text = g_strdup (priv->text);
  question->base = priv->base != NULL ? g_array_ref (priv->base) : NULL;
  asked->list = g_object_ref (self);
  asked->serial = priv->serial;
  asked->whole = whole;

  if (priv->cancellable != NULL)
    g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  priv->cancellable = g_cancellable_new ();
  priv->again = FALSE;
  g_clear_handle_id (&priv->rest_source, g_source_remove);
  signet_store_query_async (priv->store, answer_question, question, question_free, answer_free,
                            priv->cancellable, answered_cb, asked);
}

static void
forget_base (SignetRowList *self)
{
  SignetRowListPrivate *priv = PRIVATE (self);

  priv->serial++;
  g_clear_pointer (&priv->base, g_array_unref);
}

static void
fill_cb (gint64 id, GObject *row, gpointer data)
{
  SignetRowList *self = data;
  SignetTables *tables = signet_store_get_tables (PRIVATE (self)->store);
  g_autoptr (GError) error = NULL;

  /* A row whose record went meanwhile stays as it was until the list hears of it. */
  if (tables != NULL && !SIGNET_ROW_LIST_GET_CLASS (self)->fill (self, tables, id, row, &error))
    g_debug ("Filling a row: %s", error != NULL ? error->message : "no such record");
}

static void
changed_cb (SignetStore *store, SignetChanges *changes, SignetRowList *self)
{
  SignetRowListPrivate *priv = PRIVATE (self);
  guint subjects = SIGNET_ROW_LIST_GET_CLASS (self)->subjects;
  gboolean concerned = FALSE;

  for (guint i = 0; i < SIGNET_N_SUBJECTS; i++)
    concerned |= (subjects & (1u << i)) != 0 && signet_changes_has (changes, i, NULL);
  if (!concerned)
    return;

  signet_row_list_refill (self);
  forget_base (self);
  /* A query under way is let finish: with changes coming all the time there would never be an answer. */
  if (priv->cancellable != NULL)
    priv->again = TRUE;
  else
    follow (self);
}

static GType
signet_row_list_get_item_type (GListModel *model)
{
  return SIGNET_ROW_LIST_GET_CLASS (model)->row_type;
}

static guint
signet_row_list_get_n_items (GListModel *model)
{
  return PRIVATE (SIGNET_ROW_LIST (model))->ids->len;
}

static gpointer
signet_row_list_get_item (GListModel *model, guint position)
{
  SignetRowListPrivate *priv = PRIVATE (SIGNET_ROW_LIST (model));

  if (position >= priv->ids->len)
    return NULL;
  return signet_live_rows_get (priv->live, g_array_index (priv->ids, gint64, position));
}

static void
signet_row_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = signet_row_list_get_item_type;
  iface->get_n_items = signet_row_list_get_n_items;
  iface->get_item = signet_row_list_get_item;
}

static void
signet_row_list_constructed (GObject *object)
{
  SignetRowList *self = SIGNET_ROW_LIST (object);

  G_OBJECT_CLASS (signet_row_list_parent_class)->constructed (object);

  PRIVATE (self)->live = signet_live_rows_new (SIGNET_ROW_LIST_GET_CLASS (self)->row_type, fill_cb, self);
  g_signal_connect_object (PRIVATE (self)->store, "changed", G_CALLBACK (changed_cb), self, 0);
  ask (self, TRUE);
}

static void
signet_row_list_finalize (GObject *object)
{
  SignetRowListPrivate *priv = PRIVATE (SIGNET_ROW_LIST (object));

  signet_live_rows_free (priv->live);
  g_clear_handle_id (&priv->rest_source, g_source_remove);
  g_clear_object (&priv->cancellable);
  g_clear_pointer (&priv->base, g_array_unref);
  g_array_unref (priv->ids);
  g_free (priv->text);
  g_clear_error (&priv->error);
  g_object_unref (priv->store);

  G_OBJECT_CLASS (signet_row_list_parent_class)->finalize (object);
}

static void
signet_row_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetRowListPrivate *priv = PRIVATE (SIGNET_ROW_LIST (object));

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, priv->store);
      break;
    case PROP_STATE:
      g_value_set_enum (value, priv->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, priv->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_row_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetRowListPrivate *priv = PRIVATE (SIGNET_ROW_LIST (object));

  switch (prop_id)
    {
    case PROP_STORE:
      priv->store = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_row_list_class_init (SignetRowListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = signet_row_list_constructed;
  object_class->finalize = signet_row_list_finalize;
  object_class->get_property = signet_row_list_get_property;
  object_class->set_property = signet_row_list_set_property;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, "Where the rows come from", SIGNET_TYPE_STORE,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                               G_PARAM_STATIC_STRINGS);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, "What to show in the list's place",
                                         SIGNET_TYPE_LIST_STATE, SIGNET_LIST_LOADING,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_ERROR] = g_param_spec_boxed ("error", NULL, "Why it couldn't be read", G_TYPE_ERROR,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
signet_row_list_init (SignetRowList *self)
{
  PRIVATE (self)->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * signet_row_list_get_state:
 * @self: a list
 *
 * Returns: what to show in its place
 */
SignetListState
signet_row_list_get_state (SignetRowList *self)
{
  g_return_val_if_fail (SIGNET_IS_ROW_LIST (self), SIGNET_LIST_LOADING);

  return PRIVATE (self)->state;
}

/**
 * signet_row_list_get_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why its state is %SIGNET_LIST_ERROR
 */
const GError *
signet_row_list_get_error (SignetRowList *self)
{
  g_return_val_if_fail (SIGNET_IS_ROW_LIST (self), NULL);

  return PRIVATE (self)->error;
}

/**
 * signet_row_list_reload:
 * @self: a list
 *
 * Reads the list again, after an error.
 */
void
signet_row_list_reload (SignetRowList *self)
{
  g_return_if_fail (SIGNET_IS_ROW_LIST (self));

  if (PRIVATE (self)->state == SIGNET_LIST_ERROR)
    signet_row_list_start_over (self);
  else
    signet_row_list_ask_again (self);
}

/**
 * signet_row_list_set_text:
 * @self: a list whose class has a search
 * @text: (nullable): what is searched; %NULL or "" for everything
 *
 * Searches anew. What is asked for beside the text isn't read again.
 */
void
signet_row_list_set_text (SignetRowList *self, const char *text)
{
  SignetRowListPrivate *priv = PRIVATE (self);

  g_return_if_fail (SIGNET_ROW_LIST_GET_CLASS (self)->find_rows != NULL);

  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_strcmp0 (text, priv->text) == 0)
    return;
  g_free (priv->text);
  priv->text = g_strdup (text);
  ask (self, TRUE);
}

/**
 * signet_row_list_ask_again:
 * @self: a list
 *
 * For the classes: what is asked for has changed.
 */
void
signet_row_list_ask_again (SignetRowList *self)
{
  forget_base (self);
  ask (self, TRUE);
}

/**
 * signet_row_list_start_over:
 * @self: a list
 *
 * For the classes: it is about somebody else now. What it held isn't theirs, and it is loading until it has
 * been read.
 */
void
signet_row_list_start_over (SignetRowList *self)
{
  set_state (self, SIGNET_LIST_LOADING, NULL);
  signet_row_list_ask_again (self);
}

/**
 * signet_row_list_refill:
 * @self: a list
 *
 * For the classes: what the rows show has changed, not which rows there are.
 */
void
signet_row_list_refill (SignetRowList *self)
{
  signet_live_rows_refill (PRIVATE (self)->live);
}

/**
 * signet_row_list_get_id:
 * @self: a list
 * @position: of a row
 *
 * For the classes: what can be told from a row's id needs no object for it.
 *
 * Returns: the row's id
 */
gint64
signet_row_list_get_id (SignetRowList *self, guint position)
{
  SignetRowListPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (position < priv->ids->len, 0);

  return g_array_index (priv->ids, gint64, position);
}
