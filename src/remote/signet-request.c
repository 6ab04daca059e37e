/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-request.h"

#include <libsoup/soup.h>

#include "remote/signet-wipe.h"

/*
 * What is to be asked, apart from any attempt to ask it: each attempt makes a new SoupMessage from it, since
 * a message that has been sent can't be sent again. Made and filled by the caller, not changed once handed
 * over. Main thread.
 */

#define DEFAULT_LIMIT 60

struct _SignetRequest
{
  GObject parent_instance;

  char *method;
  char *address;
  char *media_type;
  GBytes *body;
  GHashTable *headers;
  guint limit;
  gboolean patient;
};

G_DEFINE_FINAL_TYPE (SignetRequest, signet_request, G_TYPE_OBJECT)

static void
signet_request_finalize (GObject *object)
{
  SignetRequest *self = SIGNET_REQUEST (object);

  g_free (self->method);
  g_free (self->address);
  g_free (self->media_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_hash_table_unref (self->headers);

  G_OBJECT_CLASS (signet_request_parent_class)->finalize (object);
}

static void
signet_request_class_init (SignetRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_request_finalize;
}

static void
signet_request_init (SignetRequest *self)
{
  self->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->limit = DEFAULT_LIMIT;
}

/**
 * signet_request_new:
 * @method: "GET", "POST" …
 * @address: a path on the platform ("/v1/account") or an absolute address it gave
 *
 * Returns: (transfer full): a request without body or headers
 */
SignetRequest *
signet_request_new (const char *method, const char *address)
{
  SignetRequest *self;

  g_return_val_if_fail (method != NULL, NULL);
  g_return_val_if_fail (address != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_REQUEST, NULL);
  self->method = g_strdup (method);
  self->address = g_strdup (address);
  return self;
}

/**
 * signet_request_get_method:
 * @self: a request
 *
 * Returns: the method
 */
const char *
signet_request_get_method (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), NULL);

  return self->method;
}

/**
 * signet_request_get_address:
 * @self: a request
 *
 * Returns: path or address as given
 */
const char *
signet_request_get_address (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), NULL);

  return self->address;
}

/**
 * signet_request_set_body:
 * @self: a request
 * @media_type: what @body is
 * @body: the exact bytes to be sent
 *
 * The bytes go out as they are: the platform's receipt is over their digest.
 */
void
signet_request_set_body (SignetRequest *self, const char *media_type, GBytes *body)
{
  g_return_if_fail (SIGNET_IS_REQUEST (self));
  g_return_if_fail (media_type != NULL);
  g_return_if_fail (body != NULL);

  g_free (self->media_type);
  self->media_type = g_strdup (media_type);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_ref (body);
}

/**
 * signet_request_get_body:
 * @self: a request
 *
 * Returns: (nullable): the body
 */
GBytes *
signet_request_get_body (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), NULL);

  return self->body;
}

/**
 * signet_request_get_media_type:
 * @self: a request
 *
 * Returns: (nullable): what the body is
 */
const char *
signet_request_get_media_type (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), NULL);

  return self->media_type;
}

/**
 * signet_request_set_form:
 * @self: a request
 * @first_name: a field's name, followed by its value and further pairs up to %NULL
 *
 * Sets an application/x-www-form-urlencoded body, as OAuth wants it (RFC 6749, appendix B). Such forms hold
 * secrets, so it is overwritten when the request is freed.
 */
void
signet_request_set_form (SignetRequest *self, const char *first_name, ...)
{
  g_autoptr (GBytes) body = NULL;
  va_list args;

  g_return_if_fail (SIGNET_IS_REQUEST (self));
  g_return_if_fail (first_name != NULL);

  va_start (args, first_name);
  body = signet_wipe_form (first_name, args);
  va_end (args);
  signet_request_set_body (self, "application/x-www-form-urlencoded", body);
}

/**
 * signet_request_set_header:
 * @self: a request
 * @name: a header's name
 * @value: its value, in place of an earlier one
 */
void
signet_request_set_header (SignetRequest *self, const char *name, const char *value)
{
  g_return_if_fail (SIGNET_IS_REQUEST (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  g_hash_table_replace (self->headers, g_strdup (name), g_strdup (value));
}

/**
 * signet_request_set_idempotency_key:
 * @self: a request
 * @uuid: the submission's key, the same for every attempt ever made
 *
 * With it the platform processes the request once, however often it comes; it is a structured-field string,
 * so it goes out in quotes.
 */
void
signet_request_set_idempotency_key (SignetRequest *self, const char *uuid)
{
  g_autofree char *quoted = NULL;

  g_return_if_fail (SIGNET_IS_REQUEST (self));
  g_return_if_fail (uuid != NULL && strpbrk (uuid, "\"\\") == NULL);

  quoted = g_strdup_printf ("\"%s\"", uuid);
  signet_request_set_header (self, "Idempotency-Key", quoted);
}

/**
 * signet_request_set_if_match:
 * @self: a request
 * @etag: the ETag of the version that is to be changed, quotes included
 */
void
signet_request_set_if_match (SignetRequest *self, const char *etag)
{
  signet_request_set_header (self, "If-Match", etag);
}

/**
 * signet_request_set_limit:
 * @self: a request
 * @seconds: how long one attempt may take altogether; 0 for no limit of its own
 */
void
signet_request_set_limit (SignetRequest *self, guint seconds)
{
  g_return_if_fail (SIGNET_IS_REQUEST (self));

  self->limit = seconds;
}

/**
 * signet_request_get_limit:
 * @self: a request
 *
 * Returns: seconds one attempt may take
 */
guint
signet_request_get_limit (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), 0);

  return self->limit;
}

/**
 * signet_request_set_patient:
 * @self: a request
 * @patient: whether the platform is expected to take its time before it answers
 *
 * Patient requests have connections of their own, so that those who wait never stand in the way of those who
 * have something to say.
 */
void
signet_request_set_patient (SignetRequest *self, gboolean patient)
{
  g_return_if_fail (SIGNET_IS_REQUEST (self));

  self->patient = patient;
}

/**
 * signet_request_get_patient:
 * @self: a request
 *
 * Returns: see signet_request_set_patient()
 */
gboolean
signet_request_get_patient (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), FALSE);

  return self->patient;
}

/**
 * signet_request_is_repeatable:
 * @self: a request
 *
 * Returns: whether sending it twice does no more than sending it once: it only reads, it has an idempotency
 *   key, or it appends to an upload at a stated place (tus refuses the second with 409)
 */
gboolean
signet_request_is_repeatable (SignetRequest *self)
{
  g_return_val_if_fail (SIGNET_IS_REQUEST (self), FALSE);

  return g_str_equal (self->method, "GET") || g_str_equal (self->method, "HEAD") ||
         g_hash_table_contains (self->headers, "Idempotency-Key") ||
         g_hash_table_contains (self->headers, "Upload-Offset");
}

/**
 * signet_request_foreach_header:
 * @self: a request
 * @func: (scope call): called for each header
 * @user_data: for @func
 */
void
signet_request_foreach_header (SignetRequest *self, SignetRequestHeaderFunc func, gpointer user_data)
{
  GHashTableIter iter;
  gpointer name, value;

  g_return_if_fail (SIGNET_IS_REQUEST (self));

  g_hash_table_iter_init (&iter, self->headers);
  while (g_hash_table_iter_next (&iter, &name, &value))
    func (name, value, user_data);
}
