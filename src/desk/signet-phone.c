/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-phone.h"

#include "model/signet-message.h"
#include "remote/signet-practice-control.h"

/*
 * The practice phone: what the practice platform "sent", newest first. It asks as long as somebody holds it,
 * and not a moment longer; whoever shows the panel owns it. Main thread.
 */
struct _SignetPhone
{
  GObject parent_instance;

  SignetPracticeControl *control;
  GPtrArray *messages; /* oldest first, as they come */
  GCancellable *cancellable;
  guint timer;
};

/* A person who has just asked for a code should not wait for it. */
#define POLL_MILLISECONDS 400

static void signet_phone_list_model_init (GListModelInterface *iface);
static void fetch (SignetPhone *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetPhone,
                               signet_phone,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, signet_phone_list_model_init))

static gboolean
timer_cb (gpointer user_data)
{
  SignetPhone *self = user_data;

  self->timer = 0;
  fetch (self);
  return G_SOURCE_REMOVE;
}

static void
take_messages (SignetPhone *self, GPtrArray *fetched)
{
  for (guint i = 0; i < fetched->len; i++)
    g_ptr_array_add (self->messages, g_object_ref (g_ptr_array_index (fetched, i)));
  if (fetched->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, fetched->len);
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetPhone *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fetched = NULL;

  fetched = signet_practice_control_fetch_messages_finish (SIGNET_PRACTICE_CONTROL (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the phone is gone */

  self = user_data;
  if (fetched != NULL)
    take_messages (self, fetched);
  else
    g_debug ("the practice phone heard nothing: %s", error->message);
  self->timer = g_timeout_add (POLL_MILLISECONDS, timer_cb, self);
}

static void
fetch (SignetPhone *self)
{
  guint64 after = 0;

  if (self->messages->len > 0)
    after = signet_message_get_number (g_ptr_array_index (self->messages, self->messages->len - 1));
  signet_practice_control_fetch_messages_async (self->control, after, self->cancellable, fetched_cb, self);
}

static GType
signet_phone_get_item_type (GListModel *list)
{
  return SIGNET_TYPE_MESSAGE;
}

static guint
signet_phone_get_n_items (GListModel *list)
{
  return SIGNET_PHONE (list)->messages->len;
}

static gpointer
signet_phone_get_item (GListModel *list, guint position)
{
  GPtrArray *messages = SIGNET_PHONE (list)->messages;

  return position < messages->len ? g_object_ref (g_ptr_array_index (messages, messages->len - 1 - position))
                                  : NULL;
}

static void
signet_phone_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = signet_phone_get_item_type;
  iface->get_n_items = signet_phone_get_n_items;
  iface->get_item = signet_phone_get_item;
}

static void
signet_phone_dispose (GObject *object)
{
  SignetPhone *self = SIGNET_PHONE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->control);
  G_OBJECT_CLASS (signet_phone_parent_class)->dispose (object);
}

static void
signet_phone_finalize (GObject *object)
{
  SignetPhone *self = SIGNET_PHONE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->messages);
  G_OBJECT_CLASS (signet_phone_parent_class)->finalize (object);
}

static void
signet_phone_class_init (SignetPhoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_phone_dispose;
  object_class->finalize = signet_phone_finalize;
}

static void
signet_phone_init (SignetPhone *self)
{
  self->messages = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * signet_phone_new:
 * @practice_folder: the practice platform's data folder, where `practice.json` says how to ask it
 *
 * Returns: (transfer full): a phone that is already listening
 */
SignetPhone *
signet_phone_new (const char *practice_folder)
{
  SignetPhone *self = g_object_new (SIGNET_TYPE_PHONE, NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (practice_folder, "practice.json", NULL);

  self->control = signet_practice_control_new (file);
  fetch (self);
  return self;
}
