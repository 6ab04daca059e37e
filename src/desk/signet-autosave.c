/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-autosave.h"

#include "desk/signet-explain.h"

/*
 * Brings a draft to disk: SAVE_MILLISECONDS after the first change that isn't there yet, however fast the
 * person types on. What changes while a write is under way is in the next one; what could not be written is
 * tried again by itself. The draft owns it. Main thread; the store's worker writes.
 */
struct _SignetAutosave
{
  GObject parent_instance;

  SignetStore *store;
  SignetAutosaveFunc make_record; /* NULL once closed */
  gpointer data;

  SignetDraftSaving saving;
  GError *error;
  gboolean dirty;
  gboolean writing;
  gboolean ended;
  guint timer;
  GPtrArray *waiting; /* tasks of flush, done when everything is on disk */
};

/* Promise 1 (product.md) is half a second; the write itself has the other half. */
#define SAVE_MILLISECONDS 250
#define RETRY_MILLISECONDS 3000

G_DEFINE_FINAL_TYPE (SignetAutosave, signet_autosave, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SignetDraftSaving,
                    signet_draft_saving,
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_UNSAVED, "unsaved"))

enum
{
  PROP_0,
  PROP_SAVING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The write's callback begins the next write. */
static void write_now (SignetAutosave *self);

static void
set_saving (SignetAutosave *self, SignetDraftSaving saving)
{
  if (self->saving == saving)
    return;
  self->saving = saving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
end_waiting (SignetAutosave *self)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < waiting->len; i++)
    if (self->error != NULL)
      g_task_return_error (g_ptr_array_index (waiting, i), g_error_copy (self->error));
    else
      g_task_return_boolean (g_ptr_array_index (waiting, i), TRUE);
}

static gboolean
timer_cb (gpointer user_data)
{
  SignetAutosave *self = user_data;

  self->timer = 0;
  write_now (self);
  return G_SOURCE_REMOVE;
}

static gboolean
save_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_drafts_save (tables, data, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetAutosave) self = user_data;
  GError *error = NULL;

  self->writing = FALSE;
  g_clear_error (&self->error);
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      self->error = signet_explain (error);
      self->dirty = TRUE;
      g_warning ("a draft could not be saved: %s", self->error->message);
      set_saving (self, SIGNET_DRAFT_UNSAVED);
      end_waiting (self);
      if (self->make_record != NULL && self->timer == 0)
        self->timer = g_timeout_add (RETRY_MILLISECONDS, timer_cb, self);
      return;
    }
  if (self->dirty)
    {
      if (self->timer == 0)
        write_now (self);
      return;
    }
  set_saving (self, SIGNET_DRAFT_SAVED);
  end_waiting (self);
}

static void
write_now (SignetAutosave *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->ended || self->writing || self->make_record == NULL)
    return; /* written_cb goes on */
  self->dirty = FALSE;
  self->writing = TRUE;
  signet_store_write_async (self->store, save_write, self->make_record (self->data),
                            (GDestroyNotify) signet_draft_record_free, NULL, written_cb, g_object_ref (self));
}

static void
signet_autosave_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetAutosave *self = SIGNET_AUTOSAVE (object);

  switch (id)
    {
    case PROP_SAVING:
      g_value_set_enum (value, self->saving);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_autosave_finalize (GObject *object)
{
  SignetAutosave *self = SIGNET_AUTOSAVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->waiting);
  G_OBJECT_CLASS (signet_autosave_parent_class)->finalize (object);
}

static void
signet_autosave_class_init (SignetAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_autosave_get_property;
  object_class->finalize = signet_autosave_finalize;

  properties[PROP_SAVING] = g_param_spec_enum ("saving", NULL, NULL, SIGNET_TYPE_DRAFT_SAVING,
                                               SIGNET_DRAFT_SAVED, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_autosave_init (SignetAutosave *self)
{
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * signet_autosave_new:
 * @store: where drafts are
 * @make_record: makes the record as it should be on disk
 * @data: for @make_record; not owned, see signet_autosave_close()
 *
 * Returns: (transfer full): an autosave with nothing to do
 */
SignetAutosave *
signet_autosave_new (SignetStore *store, SignetAutosaveFunc make_record, gpointer data)
{
  SignetAutosave *self = g_object_new (SIGNET_TYPE_AUTOSAVE, NULL);

  self->store = g_object_ref (store);
  self->make_record = make_record;
  self->data = data;
  return self;
}

/** signet_autosave_get_saving: Returns: whether everything is on disk */
SignetDraftSaving
signet_autosave_get_saving (SignetAutosave *self)
{
  g_return_val_if_fail (SIGNET_IS_AUTOSAVE (self), SIGNET_DRAFT_UNSAVED);
  return self->saving;
}

/** signet_autosave_get_error: Returns: (transfer none) (nullable): why the last write failed */
const GError *
signet_autosave_get_error (SignetAutosave *self)
{
  g_return_val_if_fail (SIGNET_IS_AUTOSAVE (self), NULL);
  return self->error;
}

/** signet_autosave_touch: Something has changed. */
void
signet_autosave_touch (SignetAutosave *self)
{
  g_return_if_fail (SIGNET_IS_AUTOSAVE (self));

  if (self->ended || self->make_record == NULL)
    return;
  self->dirty = TRUE;
  set_saving (self, SIGNET_DRAFT_SAVING);
  if (self->timer == 0)
    self->timer = g_timeout_add (SAVE_MILLISECONDS, timer_cb, self);
}

/**
 * signet_autosave_flush_async:
 * @self: an autosave
 * @cancellable: (nullable): stops waiting, not writing
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes now what is not on disk yet.
 */
void
signet_autosave_flush_async (SignetAutosave *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_AUTOSAVE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_autosave_flush_async);
  if (!self->dirty && !self->writing)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_ptr_array_add (self->waiting, g_steal_pointer (&task));
  write_now (self);
}

/** signet_autosave_flush_finish: Returns: whether everything is on disk */
gboolean
signet_autosave_flush_finish (SignetAutosave *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/** signet_autosave_end: Writes nothing more: the draft's row goes with the next write. */
void
signet_autosave_end (SignetAutosave *self)
{
  g_return_if_fail (SIGNET_IS_AUTOSAVE (self));

  self->ended = TRUE;
  self->dirty = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
}

/** signet_autosave_resume: The draft's row stayed after all: what it was about to lose is written again. */
void
signet_autosave_resume (SignetAutosave *self)
{
  g_return_if_fail (SIGNET_IS_AUTOSAVE (self));

  self->ended = FALSE;
  signet_autosave_touch (self);
}

/** signet_autosave_close: Writes what is not on disk and lets go of the draft. */
void
signet_autosave_close (SignetAutosave *self)
{
  g_return_if_fail (SIGNET_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->dirty && !self->ended && self->make_record != NULL)
    {
      /* Behind the write that may be under way: the worker keeps the order. */
      self->writing = FALSE;
      write_now (self);
    }
  self->dirty = FALSE;
  self->make_record = NULL;
}
