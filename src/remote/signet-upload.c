/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-upload-private.h"

#include "proof/signet-digest.h"
#include "remote/signet-remote-error.h"

/*
 * One file on its way to the platform by tus 1.0.0 (https://tus.io/protocols/resumable-upload): what is sent,
 * where to, and how much of it is there. Sending is in signet-upload-run.c. Made by the desk for each run of
 * an upload. Main thread.
 */

G_DEFINE_FINAL_TYPE (SignetUpload, signet_upload, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_URL,
  PROP_OFFSET,
  PROP_TOTAL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
terminated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetUpload *self = g_task_get_source_object (task);
  g_autoptr (SignetDelivery) delivery = signet_remote_send_finish (self->remote, result);
  const GError *error = signet_delivery_get_error (delivery);

  if (error != NULL && !signet_upload_is_gone (error))
    {
      g_task_return_error (task, g_error_copy (error));
      return;
    }
  signet_upload_set_url (self, NULL);
  signet_upload_set_offset (self, 0);
  g_task_return_boolean (task, TRUE);
}

static void
signet_upload_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetUpload *self = SIGNET_UPLOAD (object);

  switch (prop_id)
    {
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_OFFSET:
      g_value_set_uint64 (value, self->offset);
      break;
    case PROP_TOTAL:
      g_value_set_uint64 (value, self->total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_upload_finalize (GObject *object)
{
  SignetUpload *self = SIGNET_UPLOAD (object);

  g_clear_object (&self->remote);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->media_type);
  g_free (self->sha256);
  g_free (self->url);

  G_OBJECT_CLASS (signet_upload_parent_class)->finalize (object);
}

static void
signet_upload_class_init (SignetUploadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_upload_get_property;
  object_class->finalize = signet_upload_finalize;

  /**
   * SignetUpload:url:
   *
   * Where the platform takes the file; %NULL before it said so. To be kept for the next run.
   */
  properties[PROP_URL] = g_param_spec_string (
      "url", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * SignetUpload:offset:
   *
   * How many bytes the platform is known to have.
   */
  properties[PROP_OFFSET] = g_param_spec_uint64 ("offset", NULL, NULL, 0, G_MAXUINT64, 0,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                     G_PARAM_STATIC_STRINGS);
  /**
   * SignetUpload:total:
   *
   * How many bytes the file has.
   */
  properties[PROP_TOTAL] = g_param_spec_uint64 ("total", NULL, NULL, 0, G_MAXUINT64, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_upload_init (SignetUpload *self)
{
}

/**
 * signet_upload_new:
 * @remote: the account
 * @file: what to send; it must not change any more
 * @name: what it is called
 * @media_type: what it is
 * @sha256: its digest, 64 hexadecimal digits
 * @total: its size in bytes
 * @url: (nullable): where an earlier run was sending it
 *
 * Returns: (transfer full): an upload that hasn't begun
 */
SignetUpload *
signet_upload_new (SignetRemote *remote,
                   GFile *file,
                   const char *name,
                   const char *media_type,
                   const char *sha256,
                   guint64 total,
                   const char *url)
{
  SignetUpload *self;

  g_return_val_if_fail (SIGNET_IS_REMOTE (remote), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL && media_type != NULL, NULL);
  g_return_val_if_fail (sha256 != NULL && signet_digest_is_hex (sha256), NULL);

  self = g_object_new (SIGNET_TYPE_UPLOAD, NULL);
  self->remote = g_object_ref (remote);
  self->file = g_object_ref (file);
  self->name = g_strdup (name);
  self->media_type = g_strdup (media_type);
  self->sha256 = g_strdup (sha256);
  self->total = total;
  self->url = g_strdup (url);
  return self;
}

/**
 * signet_upload_get_url:
 * @self: an upload
 *
 * Returns: (nullable): where the platform takes the file
 */
const char *
signet_upload_get_url (SignetUpload *self)
{
  g_return_val_if_fail (SIGNET_IS_UPLOAD (self), NULL);

  return self->url;
}

/**
 * signet_upload_get_offset:
 * @self: an upload
 *
 * Returns: how many bytes the platform is known to have
 */
guint64
signet_upload_get_offset (SignetUpload *self)
{
  g_return_val_if_fail (SIGNET_IS_UPLOAD (self), 0);

  return self->offset;
}

/**
 * signet_upload_get_total:
 * @self: an upload
 *
 * Returns: how many bytes the file has
 */
guint64
signet_upload_get_total (SignetUpload *self)
{
  g_return_val_if_fail (SIGNET_IS_UPLOAD (self), 0);

  return self->total;
}

/**
 * signet_upload_terminate_async:
 * @self: an upload, not being run
 * @cancellable: (nullable): stops it
 * @callback: called at its end
 * @user_data: for @callback
 *
 * Tells the platform to forget an unfinished upload. One it doesn't know is forgotten already.
 */
void
signet_upload_terminate_async (SignetUpload *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SignetRequest) request = NULL;

  g_return_if_fail (SIGNET_IS_UPLOAD (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_upload_terminate_async);
  g_task_set_check_cancellable (task, FALSE);
  if (self->url == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  request = signet_upload_make_request ("DELETE", self->url);
  signet_remote_send_async (self->remote, request, cancellable, terminated_cb, g_steal_pointer (&task));
}

/**
 * signet_upload_terminate_finish:
 * @self: an upload
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_REFUSED if the file is stored already
 *
 * Returns: whether the platform has nothing of it any more
 */
gboolean
signet_upload_terminate_finish (SignetUpload *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_upload_set_url:
 * @self: an upload
 * @url: (nullable): where the platform takes the file
 */
void
signet_upload_set_url (SignetUpload *self, const char *url)
{
  g_return_if_fail (SIGNET_IS_UPLOAD (self));

  if (g_strcmp0 (self->url, url) == 0)
    return;
  g_free (self->url);
  self->url = g_strdup (url);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_URL]);
}

/**
 * signet_upload_set_offset:
 * @self: an upload
 * @offset: how many bytes the platform has
 */
void
signet_upload_set_offset (SignetUpload *self, guint64 offset)
{
  g_return_if_fail (SIGNET_IS_UPLOAD (self));

  if (self->offset == offset)
    return;
  self->offset = offset;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OFFSET]);
}

/**
 * signet_upload_make_request:
 * @method: of HTTP
 * @address: where to
 *
 * Returns: (transfer full): a request of tus 1.0.0
 */
SignetRequest *
signet_upload_make_request (const char *method, const char *address)
{
  SignetRequest *request = signet_request_new (method, address);

  signet_request_set_header (request, "Tus-Resumable", "1.0.0");
  return request;
}

/**
 * signet_upload_is_gone:
 * @error: what the platform answered
 *
 * Returns: whether it doesn't know the upload any more
 */
gboolean
signet_upload_is_gone (const GError *error)
{
  guint status = signet_remote_error_get_status (error);

  return status == 404 || status == 410;
}
