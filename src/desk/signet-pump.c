/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-pump.h"

#include "desk/signet-account-private.h"
#include "desk/signet-account-session.h"
#include "desk/signet-explain.h"
#include "desk/signet-files-upload.h"
#include "desk/signet-freezing.h"
#include "desk/signet-hold.h"
#include "desk/signet-correction-look.h"
#include "desk/signet-settlement.h"
#include "remote/signet-delivery.h"
#include "remote/signet-remote-error.h"
#include "store/signet-outbox.h"

/*
 * Carries one account's outbox to its platform, oldest first, one submission at a time: its files, then its
 * exact bytes under its one key, then receipt and status in one transaction. An attempt whose answer was lost
 * is made again with the same bytes and key until there is an answer. The desk owns it. Main thread; writes
 * go to the store's worker.
 */
struct _SignetPump
{
  GObject parent_instance;

  SignetAccount *account;
  SignetStore *store;
  SignetClock *clock;

  SignetOutboxRecord *current;
  SignetOutboxRecord *unsettled; /* one whose attempt's end could not be stored, or NULL */
  char *uploading_again;         /* the submission whose files the platform had lost, or NULL */
  SignetFilesUpload *files;
  GCancellable *cancellable;
  gboolean busy;
  gboolean resuming;    /* the unsettled one is being put back into the queue */
  gboolean told;        /* that something can't be stored */
  gboolean key_unknown; /* the receipt just stored names a key this desk has never seen */
  gboolean hurry;       /* what waits for its next try goes now, until one fails */
  gint64 started; /* µs UTC, by the time of day when it was last looked at, of the monotonic clock's 0 */
  guint timer;
};

/* The network's time steps by less. */
#define SET_BACK (5 * G_TIME_SPAN_SECOND)

/* Sending one thing after another must leave the main loop air: the next one starts from idle. */
static void next (SignetPump *self);

G_DEFINE_FINAL_TYPE (SignetPump, signet_pump, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  NOT_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_busy (SignetPump *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
can_send (SignetPump *self)
{
  return signet_account_get_state (self->account) == SIGNET_ACCOUNT_READY &&
         signet_account_get_remote (self->account) != NULL && !g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
timer_cb (gpointer user_data)
{
  SignetPump *self = user_data;

  self->timer = 0;
  next (self);
  return G_SOURCE_REMOVE;
}

static void
wake_after (SignetPump *self, gint64 microseconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) (CLAMP (microseconds, 0, SIGNET_RETRY_CAP) / 1000), timer_cb, self);
}

/* Takes @error. Nothing is lost by it, but the person should know: once, until something is settled again.
 * Not of a submission that was settled otherwise meanwhile, nor of a desk that was closed: the next start
 * goes on. */
static void
tell (SignetPump *self, const char *what, GError *error)
{
  g_autoptr (GError) explained = NULL;
  gboolean closed_or_settled = error->domain == SIGNET_STORE_ERROR;

  g_warning ("%s: %s", what, error->message);
  explained = signet_explain (error);
  if (self->told || closed_or_settled)
    return;
  self->told = TRUE;
  g_signal_emit (self, signals[NOT_KEPT], 0, explained);
}

static void
resumed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  GError *error = NULL;

  self->resuming = FALSE;
  if (signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_clear_pointer (&self->unsettled, signet_outbox_record_free);
  else if (error->domain == SIGNET_STORE_ERROR && error->code != SIGNET_STORE_ERROR_CLOSED)
    {
      /* It is gone, or has been settled otherwise. */
      g_clear_pointer (&self->unsettled, signet_outbox_record_free);
      g_error_free (error);
    }
  else
    tell (self, "a submission could not be queued again", error);
  wake_after (self, self->unsettled != NULL ? SIGNET_RETRY_CAP : 0);
}

/* Asked again under the same key it gets the same answer. */
static void
resume (SignetPump *self)
{
  if (self->resuming)
    return;
  self->resuming = TRUE;
  signet_store_write_async (
      self->store, signet_settlement_write,
      signet_settlement_new_not_stored (self->unsettled, signet_clock_now (self->clock)),
      (GDestroyNotify) signet_settlement_free, NULL, resumed_cb, g_object_ref (self));
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  GError *error = NULL;
  gboolean stored = signet_store_write_finish (SIGNET_STORE (source), result, &error);

  if (self->key_unknown)
    signet_account_learn_keys (self->account);
  self->key_unknown = FALSE;
  if (!stored)
    self->unsettled = g_steal_pointer (&self->current); /* the row is still "sending" */
  g_clear_pointer (&self->current, signet_outbox_record_free);
  set_busy (self, FALSE);
  if (stored)
    {
      self->told = FALSE;
      wake_after (self, 0);
      return;
    }
  self->hurry = FALSE;
  tell (self, "what became of a submission could not be stored", error);
  resume (self);
}

/* Takes @how. */
static void
settle (SignetPump *self, SignetSettlement *how)
{
  if (g_cancellable_is_cancelled (self->cancellable) && signet_store_get_tables (self->store) == NULL)
    {
      /* The desk is closed. The row stays as it is; the next start asks again under the same key. */
      signet_settlement_free (how);
      return;
    }
  self->key_unknown = signet_settlement_get_key_unknown (how);
  signet_store_write_async (self->store, signet_settlement_write, how,
                            (GDestroyNotify) signet_settlement_free, NULL, settled_cb, g_object_ref (self));
}

static void
settle_later (SignetPump *self, const GError *why, guint retry_after)
{
  self->hurry = FALSE;
  settle (self,
          signet_settlement_new_later (self->current, why, signet_clock_now (self->clock), retry_after));
}

/* What the platform holds now decides what becomes of a correction. */

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;
  SignetSettlement *how = signet_correction_look_finish (result, &error);

  if (how != NULL)
    {
      settle (self, how);
      return;
    }
  if (error->domain != SIGNET_REMOTE_ERROR)
    g_warning ("what a platform holds cannot be used: %s", error->message);
  settle_later (self, error, signet_remote_error_get_retry_after (error));
}

static void
look (SignetPump *self, const GError *refusal)
{
  SignetRemote *remote = signet_account_get_remote (self->account);

  if (remote == NULL)
    settle_later (self, NULL, 0);
  else
    signet_correction_look_async (remote, self->current, refusal, self->clock, self->cancellable, looked_cb,
                                  g_object_ref (self));
}

static gboolean
is_correction (const SignetOutboxRecord *outbox)
{
  return g_str_equal (outbox->method, "PATCH");
}

static void
settle_refused (SignetPump *self, const GError *why)
{
  if (is_correction (self->current) && !signet_settlement_misses_file (why))
    {
      look (self, why);
      return;
    }

  /* A platform that loses them again isn't helped by more of them. */
  if (!signet_settlement_misses_file (why) || g_strcmp0 (self->uploading_again, self->current->id) == 0)
    {
      settle (self, signet_settlement_new_failed (self->current, why));
      return;
    }
  g_free (self->uploading_again);
  self->uploading_again = g_strdup (self->current->id);
  settle (self, signet_settlement_new_files_lost (self->current));
}

/* Sending */

static void
settle_delivered (SignetPump *self, SignetAnswer *answer)
{
  SignetPlatform *platform = signet_account_get_platform (self->account);
  g_autoptr (GError) error = NULL;
  SignetSettlement *how = signet_settlement_new_delivered (
      self->current, signet_store_get_tables (self->store), signet_platform_get_id (platform),
      signet_answer_get_root (answer), signet_answer_get_etag (answer), signet_clock_now (self->clock),
      &error);

  if (how != NULL)
    {
      settle (self, how);
      return;
    }
  /* 2xx without the receipt the contract promises: ask again, the key makes that harmless. */
  g_warning ("the answer to a submission cannot be used: %s", error->message);
  settle_later (self, NULL, 0);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (SIGNET_REMOTE (source), result);
  const GError *error = signet_delivery_get_error (delivery);

  switch (signet_delivery_get_outcome (delivery))
    {
    case SIGNET_OUTCOME_DELIVERED:
      if (signet_store_get_tables (self->store) == NULL)
        break; /* the desk was closed while the answer came: the next start gets the same again */
      signet_account_set_online (self->account, TRUE);
      settle_delivered (self, signet_delivery_get_answer (delivery));
      break;
    case SIGNET_OUTCOME_REFUSED:
      signet_account_set_online (self->account, TRUE);
      settle_refused (self, error);
      break;
    case SIGNET_OUTCOME_NOT_NOW:
    case SIGNET_OUTCOME_UNKNOWN:
    case SIGNET_OUTCOME_SIGNED_OUT:
    default:
      settle_later (self, error, signet_delivery_get_retry_after (delivery));
      break;
    }
}

static gboolean
begin_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_mark_sending (tables, data, error);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (SignetRequest) request = NULL;
  SignetRemote *remote = signet_account_get_remote (self->account);

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      tell (self, "a submission could not be begun", error);
      g_clear_pointer (&self->current, signet_outbox_record_free);
      set_busy (self, FALSE);
      wake_after (self, SIGNET_RETRY_CAP);
      return;
    }
  if (remote == NULL)
    {
      settle_later (self, NULL, 0);
      return;
    }
  request = signet_request_new (self->current->method, self->current->path);
  signet_request_set_body (request, self->current->content_type, self->current->body);
  signet_request_set_idempotency_key (request, self->current->idempotency_key);
  if (*self->current->if_match != '\0')
    signet_request_set_if_match (request, self->current->if_match);
  signet_remote_send_async (remote, request, self->cancellable, sent_cb, g_object_ref (self));
}

static void
files_uploaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;

  if (signet_files_upload_run_finish (SIGNET_FILES_UPLOAD (source), result, &error))
    {
      if (is_correction (self->current) && *self->current->if_match == '\0')
        {
          /* A change doesn't tell the tag of what changed. */
          look (self, NULL);
          return;
        }
      set_busy (self, TRUE);
      signet_store_write_async (self->store, begin_write, g_strdup (self->current->id), g_free, NULL,
                                begun_cb, g_object_ref (self));
    }
  else if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED) ||
           g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE))
    settle (self, signet_settlement_new_failed (self->current, error));
  else
    settle_later (self, error, signet_remote_error_get_retry_after (error));
}

/* Choosing */

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  g_autoptr (SignetPump) self = user_data;

  g_clear_pointer (&self->current, signet_outbox_record_free);
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      tell (self, "a submission could not be frozen", error);
      wake_after (self, SIGNET_RETRY_CAP);
      return;
    }
  wake_after (self, 0); /* it is read again, now with its bytes and digest */
}

static void
fill (SignetPump *self)
{
  g_autoptr (GError) error = NULL;
  gboolean passes = FALSE;
  SignetFreezing *data = signet_freezing_new (signet_store_get_tables (self->store), self->current, &passes,
                                              &error);

  if (data != NULL)
    {
      signet_store_write_async (self->store, signet_freezing_write, data,
                                (GDestroyNotify) signet_freezing_free, NULL, filled_cb, g_object_ref (self));
      return;
    }
  g_warning ("a submission cannot be frozen: %s", error->message);
  if (passes)
    settle_later (self, NULL, 0);
  else
    settle (self, signet_settlement_new_unreadable (self->current));
}

/* When the next try is due is noted as a time of day, for the next start: set back, it would be far away. */
static gboolean
is_set_back (SignetPump *self, gint64 now)
{
  gint64 started = now - signet_clock_monotonic (self->clock);
  gboolean back = self->started - started > SET_BACK;

  self->started = started;
  return back;
}

static void
next (SignetPump *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  gint64 now = signet_clock_now (self->clock);
  gint64 next_try_at = 0;
  g_autoptr (GError) error = NULL;

  if (self->current != NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (signet_account_get_state (self->account) == SIGNET_ACCOUNT_SIGNED_OUT)
    signet_hold_outbox (self->store, signet_account_get_id (self->account), TRUE);
  if (!can_send (self))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (is_set_back (self, now))
    self->hurry = TRUE;
  if (self->unsettled != NULL)
    {
      resume (self);
      return;
    }
  self->current = signet_outbox_next_due (tables, signet_account_get_id (self->account),
                                          self->hurry ? G_MAXINT64 : now, &next_try_at, &error);
  if (self->current == NULL)
    {
      self->hurry = FALSE;
      if (error != NULL)
        g_warning ("the outbox cannot be read: %s", error->message);
      if (next_try_at > 0 || error != NULL)
        wake_after (self, error != NULL ? SIGNET_RETRY_CAP : next_try_at - now);
      return;
    }
  if (self->current->body == NULL)
    fill (self);
  else
    signet_files_upload_run_async (self->files, self->current, self->cancellable, files_uploaded_cb,
                                   g_object_ref (self));
}

static void
state_cb (SignetPump *self)
{
  if (can_send (self))
    signet_hold_outbox (self->store, signet_account_get_id (self->account), FALSE);
  signet_pump_poke (self, signet_account_get_online (self->account));
}

static void
online_cb (SignetPump *self)
{
  if (can_send (self))
    signet_pump_poke (self, signet_account_get_online (self->account));
}

static void
signet_pump_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetPump *self = SIGNET_PUMP (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_pump_dispose (GObject *object)
{
  SignetPump *self = SIGNET_PUMP (object);

  signet_pump_stop (self);
  G_OBJECT_CLASS (signet_pump_parent_class)->dispose (object);
}

static void
signet_pump_finalize (GObject *object)
{
  SignetPump *self = SIGNET_PUMP (object);

  g_clear_pointer (&self->current, signet_outbox_record_free);
  g_clear_pointer (&self->unsettled, signet_outbox_record_free);
  g_free (self->uploading_again);
  g_clear_object (&self->files);
  g_clear_object (&self->account);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (signet_pump_parent_class)->finalize (object);
}

static void
signet_pump_class_init (SignetPumpClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_pump_get_property;
  object_class->dispose = signet_pump_dispose;
  object_class->finalize = signet_pump_finalize;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[NOT_KEPT] = g_signal_new ("not-kept", SIGNET_TYPE_PUMP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
signet_pump_init (SignetPump *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * signet_pump_new:
 * @account: whose outbox
 * @store: where the outbox is
 * @clock: the time
 *
 * Returns: (transfer full): a pump that starts when the account is ready
 */
SignetPump *
signet_pump_new (SignetAccount *account, SignetStore *store, SignetClock *clock)
{
  SignetPump *self = g_object_new (SIGNET_TYPE_PUMP, NULL);

  self->account = g_object_ref (account);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->started = signet_clock_now (clock) - signet_clock_monotonic (clock);
  self->files = signet_files_upload_new (account, store, clock);
  g_signal_connect_object (account, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "notify::online", G_CALLBACK (online_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** signet_pump_get_busy: Returns: whether an attempt is under way whose answer isn't stored yet */
gboolean
signet_pump_get_busy (SignetPump *self)
{
  g_return_val_if_fail (SIGNET_IS_PUMP (self), FALSE);
  return self->busy;
}

/**
 * signet_pump_poke:
 * @self: a pump
 * @now: also what waits for its next try
 *
 * Something may be ready to go.
 */
void
signet_pump_poke (SignetPump *self, gboolean now)
{
  g_return_if_fail (SIGNET_IS_PUMP (self));

  self->hurry = self->hurry || now;
  if (self->current == NULL)
    wake_after (self, 0);
}

/**
 * signet_pump_stop:
 * @self: a pump
 *
 * Ends what is under way; the outbox knows how to go on.
 */
void
signet_pump_stop (SignetPump *self)
{
  g_return_if_fail (SIGNET_IS_PUMP (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
}
