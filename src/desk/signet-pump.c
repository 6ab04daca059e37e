/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-pump.h"

#include "api/signet-json.h"
#include "api/signet-problem.h"
#include "desk/signet-account-private.h"
#include "desk/signet-account-session.h"
#include "desk/signet-explain.h"
#include "desk/signet-incoming.h"
#include "desk/signet-receipt-check.h"
#include "desk/signet-submission.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "remote/signet-backoff.h"
#include "remote/signet-delivery.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-upload.h"
#include "store/signet-outbox-files.h"
#include "store/signet-outbox.h"
#include "store/signet-uploads.h"
#include "store/signet-vault.h"

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
  char *unsettled;       /* a submission whose attempt's end could not be stored, or NULL */
  char *uploading_again; /* the submission whose files the platform had lost, or NULL */
  GPtrArray *files;      /* SignetOutboxFile still to be uploaded */
  SignetUpload *upload;
  GCancellable *cancellable;
  gboolean busy;
  gboolean key_unknown; /* the receipt just stored names a key this desk has never seen */
  gboolean hurry;       /* what waits for its next try goes now, until one fails */
  guint timer;
};

#define RETRY_BASE (500 * G_TIME_SPAN_MILLISECOND)
/* Somebody waits for it: when the platform is back, what waits leaves in well under a minute. */
#define RETRY_CAP (20 * G_TIME_SPAN_SECOND)

/* Sending one thing after another must leave the main loop air: the next one starts from idle. */
static void next (SignetPump *self);
static void next_file (SignetPump *self);

G_DEFINE_FINAL_TYPE (SignetPump, signet_pump, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef enum
{
  SETTLE_LATER,
  SETTLE_FAILED,
  SETTLE_SENT,
} SettleKind;

/* How an attempt ended, for the worker. */
typedef struct
{
  SettleKind kind;
  char *id;
  char *error_code;
  gboolean files_lost; /* the platform doesn't have them any more */
  gint64 time;         /* of the next try, or when it was sent */
  GBytes *problem;
  SignetReceiptRecord *receipt;
  SignetIncoming *incoming;
} Settle;

static void
settle_free (Settle *settle)
{
  g_free (settle->id);
  g_free (settle->error_code);
  g_clear_pointer (&settle->problem, g_bytes_unref);
  g_clear_pointer (&settle->receipt, signet_receipt_record_free);
  g_clear_pointer (&settle->incoming, signet_incoming_free);
  g_free (settle);
}

static Settle *
settle_new (SettleKind kind, const char *id)
{
  Settle *settle = g_new0 (Settle, 1);

  settle->kind = kind;
  settle->id = g_strdup (id);
  return settle;
}

/* What the platform says it doesn't have is uploaded before the next try. */
static gboolean
forget_uploads (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetOutboxRecord) record = signet_outbox_find (tables, id, error);
  g_autoptr (GPtrArray) files = record != NULL ? signet_outbox_files_list (tables, id, error) : NULL;

  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      SignetOutboxFile *file = g_ptr_array_index (files, i);

      if (!signet_uploads_delete (tables, record->account, file->sha256, error))
        return FALSE;
    }
  return files != NULL;
}

static gboolean
settle_write (SignetTables *tables, gpointer data, GError **error)
{
  Settle *settle = data;

  if (settle->files_lost && !forget_uploads (tables, settle->id, error))
    return FALSE;
  switch (settle->kind)
    {
    case SETTLE_LATER:
      return signet_outbox_retry_later (tables, settle->id, settle->error_code, settle->time, error);
    case SETTLE_FAILED:
      return signet_outbox_fail (tables, settle->id, settle->error_code, settle->problem, error);
    case SETTLE_SENT:
    default:
      return signet_outbox_mark_sent (tables, settle->id, settle->time, settle->receipt, error) &&
             signet_incoming_write (tables, settle->incoming, error);
    }
}

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
  self->timer = g_timeout_add ((guint) (CLAMP (microseconds, 0, RETRY_CAP) / 1000), timer_cb, self);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      /* The row is still "sending"; nothing is lost, but nothing can be written either: wait. */
      g_warning ("what became of a submission could not be stored: %s", error->message);
      g_free (self->unsettled);
      self->unsettled = g_strdup (self->current->id);
    }
  if (self->key_unknown)
    signet_account_learn_keys (self->account);
  self->key_unknown = FALSE;
  g_clear_pointer (&self->current, signet_outbox_record_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  set_busy (self, FALSE);
  wake_after (self, self->unsettled != NULL ? RETRY_CAP : 0);
}

static gboolean
resume_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_outbox_retry_later (tables, data, "busy", 0, error);
}

static void
resumed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;

  if (signet_store_write_finish (SIGNET_STORE (source), result, &error) ||
      g_error_matches (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT))
    g_clear_pointer (&self->unsettled, g_free);
  else
    g_warning ("a submission could not be queued again: %s", error->message);
  wake_after (self, self->unsettled != NULL ? RETRY_CAP : 0);
}

static void
settle (SignetPump *self, Settle *how)
{
  if (g_cancellable_is_cancelled (self->cancellable) && signet_store_get_tables (self->store) == NULL)
    {
      /* The desk is closed. The row stays as it is; the next start asks again under the same key. */
      settle_free (how);
      return;
    }
  signet_store_write_async (self->store, settle_write, how, (GDestroyNotify) settle_free, NULL, settled_cb,
                            g_object_ref (self));
}

static void
settle_later (SignetPump *self, const GError *why, guint retry_after)
{
  Settle *how = settle_new (SETTLE_LATER, self->current->id);
  guint failures = (guint) MIN (self->current->attempts + 1, 30);

  self->hurry = FALSE;
  how->error_code = g_strdup (why != NULL && why->domain == SIGNET_REMOTE_ERROR &&
                                      why->code == SIGNET_REMOTE_ERROR_NETWORK
                                  ? "offline"
                                  : "busy");
  how->time = signet_clock_now (self->clock) +
              signet_backoff_delay (failures, RETRY_BASE, RETRY_CAP, retry_after);
  settle (self, how);
}

/* Whether it was refused only because the platform has lost a file: refusals aren't remembered, so the same
 * bytes under the same key may come again. */
static gboolean
misses_file (const GError *why)
{
  SignetProblem *problem = signet_remote_error_get_problem (why);
  GListModel *findings = problem != NULL ? G_LIST_MODEL (signet_problem_get_findings (problem)) : NULL;
  guint n = findings != NULL ? g_list_model_get_n_items (findings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (signet_finding_get_code (finding), "file-missing"))
        return TRUE;
    }
  return FALSE;
}

static void
settle_failed (SignetPump *self, const GError *why)
{
  Settle *how = settle_new (SETTLE_FAILED, self->current->id);
  SignetProblem *problem = signet_remote_error_get_problem (why);

  how->files_lost = misses_file (why); /* should the person have it sent once more */
  how->error_code = g_strdup (problem != NULL ? signet_problem_get_code (problem) : "unusable");
  if (problem != NULL)
    {
      g_autoptr (JsonNode) node = signet_problem_to_node (problem);

      how->problem = signet_json_to_bytes (node);
    }
  settle (self, how);
}

static void
settle_refused (SignetPump *self, const GError *why)
{
  Settle *how;

  /* A platform that loses them again isn't helped by more of them. */
  if (!misses_file (why) || g_strcmp0 (self->uploading_again, self->current->id) == 0)
    {
      settle_failed (self, why);
      return;
    }
  g_free (self->uploading_again);
  self->uploading_again = g_strdup (self->current->id);
  how = settle_new (SETTLE_LATER, self->current->id);
  how->files_lost = TRUE;
  how->error_code = g_strdup ("busy");
  settle (self, how);
}

/* Sending */

static void
settle_delivered (SignetPump *self, SignetAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = signet_answer_get_root (answer);
  const char *jws = root != NULL ? signet_json_require_text (root, "/receipt", &error) : NULL;
  const char *id = jws != NULL ? signet_json_require_text (root, "/resource/id", &error) : NULL;
  SignetIncoming *incoming = NULL;
  Settle *how;

  if (id != NULL)
    incoming = signet_incoming_new_answer (self->current, signet_json_find (root, "/resource"),
                                           signet_answer_get_etag (answer), &error);
  if (incoming == NULL)
    {
      /* 2xx without the receipt the contract promises: ask again, the key makes that harmless. */
      g_warning ("the answer to a submission cannot be used: %s", error != NULL ? error->message : "no JSON");
      settle_later (self, NULL, 0);
      return;
    }
  how = settle_new (SETTLE_SENT, self->current->id);
  how->time = signet_clock_now (self->clock);
  how->incoming = incoming;
  how->receipt = signet_receipt_check (signet_store_get_tables (self->store), self->current,
                                       signet_platform_get_id (signet_account_get_platform (self->account)),
                                       jws, id);
  self->key_unknown = g_str_equal (how->receipt->verdict, SIGNET_VERDICT_UNCHECKED);
  settle (self, how);
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
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRequest) request = NULL;
  SignetRemote *remote = signet_account_get_remote (self->account);

  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error) || remote == NULL)
    {
      g_warning ("a submission could not be begun: %s", error != NULL ? error->message : "disconnected");
      g_clear_pointer (&self->current, signet_outbox_record_free);
      g_clear_pointer (&self->files, g_ptr_array_unref);
      set_busy (self, FALSE);
      wake_after (self, RETRY_CAP);
      return;
    }
  request = signet_request_new (self->current->method, self->current->path);
  signet_request_set_body (request, self->current->content_type, self->current->body);
  signet_request_set_idempotency_key (request, self->current->idempotency_key);
  if (*self->current->if_match != '\0')
    signet_request_set_if_match (request, self->current->if_match);
  signet_remote_send_async (remote, request, self->cancellable, sent_cb, g_object_ref (self));
}

/* Files */

static gboolean
upload_write (SignetTables *tables, gpointer data, GError **error)
{
  return signet_uploads_save (tables, data, error);
}

static void
save_upload (SignetPump *self, gboolean complete, GAsyncReadyCallback callback)
{
  SignetOutboxFile *file = g_ptr_array_index (self->files, 0);
  SignetUploadRecord *record = signet_upload_record_new ();

  record->account = g_strdup (signet_account_get_id (self->account));
  record->sha256 = g_strdup (file->sha256);
  record->url = g_strdup (signet_upload_get_url (self->upload));
  record->offset = (gint64) signet_upload_get_offset (self->upload);
  record->bytes = file->bytes;
  record->complete = complete;
  record->updated_at = signet_clock_now (self->clock);
  signet_store_write_async (self->store, upload_write, record, (GDestroyNotify) signet_upload_record_free,
                            NULL, callback, callback != NULL ? g_object_ref (self) : NULL);
}

static void
upload_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->upload);
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    g_warning ("the end of an upload could not be stored: %s", error->message);
  g_ptr_array_remove_index (self->files, 0);
  next_file (self);
}

static void
upload_url_cb (SignetPump *self)
{
  save_upload (self, FALSE, NULL);
}

static void
uploaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (source, upload_url_cb, self);
  if (signet_upload_run_finish (SIGNET_UPLOAD (source), result, &error))
    {
      save_upload (self, TRUE, upload_saved_cb);
      return;
    }
  g_clear_object (&self->upload);
  if (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED) ||
      g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FILE))
    settle_failed (self, error);
  else
    settle_later (self, error, signet_remote_error_get_retry_after (error));
}

static void
start_upload (SignetPump *self, SignetOutboxFile *file, const char *url)
{
  g_autoptr (GFile) stored = signet_vault_dup_file (signet_store_get_vault (self->store), file->sha256);

  self->upload = signet_upload_new (signet_account_get_remote (self->account), stored, file->name,
                                    file->media_type, file->sha256, (guint64) file->bytes, url);
  g_signal_connect_object (self->upload, "notify::url", G_CALLBACK (upload_url_cb), self, G_CONNECT_SWAPPED);
  signet_upload_run_async (self->upload, self->cancellable, uploaded_cb, g_object_ref (self));
}

static void
next_file (SignetPump *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);

  if (!can_send (self))
    {
      settle_later (self, NULL, 0);
      return;
    }
  while (self->files->len > 0)
    {
      SignetOutboxFile *file = g_ptr_array_index (self->files, 0);
      g_autoptr (SignetUploadRecord)
          record = signet_uploads_find (tables, self->current->account, file->sha256, NULL);

      if (record == NULL || !record->complete)
        {
          start_upload (self, file, record != NULL && *record->url != '\0' ? record->url : NULL);
          return;
        }
      g_ptr_array_remove_index (self->files, 0);
    }
  set_busy (self, TRUE);
  signet_store_write_async (self->store, begin_write, g_strdup (self->current->id), g_free, NULL, begun_cb,
                            g_object_ref (self));
}

/* Choosing */

typedef struct
{
  char *id;
  char *path;
  GBytes *body;
} Fill;

static void
fill_free (Fill *fill)
{
  g_free (fill->id);
  g_free (fill->path);
  g_bytes_unref (fill->body);
  g_free (fill);
}

static gboolean
fill_write (SignetTables *tables, gpointer data, GError **error)
{
  Fill *fill = data;

  return signet_outbox_fill (tables, fill->id, fill->path, fill->body, error);
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPump) self = user_data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->current, signet_outbox_record_free);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  if (!signet_store_write_finish (SIGNET_STORE (source), result, &error))
    {
      g_warning ("a submission could not be frozen: %s", error->message);
      wake_after (self, RETRY_CAP);
      return;
    }
  wake_after (self, 0); /* it is read again, now with its bytes and digest */
}

static void
fill (SignetPump *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes)
      body = signet_submission_encode_waiting (signet_store_get_tables (self->store), self->current->account,
                                               self->current->kind, self->current->subject, &error);
  Fill *data;

  if (body == NULL)
    {
      g_warning ("a submission cannot be frozen: %s", error->message);
      settle_later (self, NULL, 0);
      return;
    }
  data = g_new0 (Fill, 1);
  data->id = g_strdup (self->current->id);
  data->path = g_strdup (self->current->path);
  data->body = g_steal_pointer (&body);
  signet_store_write_async (self->store, fill_write, data, (GDestroyNotify) fill_free, NULL, filled_cb,
                            g_object_ref (self));
}

static void
next (SignetPump *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  gint64 now = signet_clock_now (self->clock);
  gint64 next_try_at = 0;
  g_autoptr (GError) error = NULL;

  if (self->current != NULL || !can_send (self))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->unsettled != NULL)
    {
      /* Asked again under the same key it gets the same answer. */
      signet_store_write_async (self->store, resume_write, g_strdup (self->unsettled), g_free, NULL,
                                resumed_cb, g_object_ref (self));
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
        wake_after (self, error != NULL ? RETRY_CAP : next_try_at - now);
      return;
    }
  self->files = signet_outbox_files_list (tables, self->current->id, &error);
  if (self->files == NULL)
    {
      g_warning ("the files of a submission cannot be read: %s", error->message);
      g_clear_pointer (&self->current, signet_outbox_record_free);
      wake_after (self, RETRY_CAP);
    }
  else if (self->current->body == NULL)
    fill (self);
  else
    next_file (self);
}

static void
account_changed_cb (SignetPump *self)
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
  g_free (self->unsettled);
  g_free (self->uploading_again);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_object (&self->upload);
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
  g_signal_connect_object (account, "notify::state", G_CALLBACK (account_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "notify::online", G_CALLBACK (account_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
