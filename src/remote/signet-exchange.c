/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-exchange.h"

#include "api/signet-json.h"
#include "proof/signet-digest.h"
#include "proof/signet-repr-digest.h"
#include "remote/signet-limit.h"
#include "remote/signet-remote-error.h"
#include "remote/signet-wipe.h"

/*
 * One attempt to ask and be answered: a SoupMessage, its body read to the end, length and digest verified,
 * JSON read. An answer arrives whole or not at all. Lives as long as its GTask; belongs to SignetHttp. Main
 * thread; only large JSON is read on a worker.
 */

#define LARGEST_ANSWER (16 * 1024 * 1024)
#define BLOCK (64 * 1024)
/* JSON of this size takes some milliseconds to read, too long for the main thread. */
#define LARGE_JSON (256 * 1024)

/* One attempt. */
typedef struct
{
  SignetRequest *request;
  char *address;
  SoupMessage *message;
  SignetLimit *limit; /* stops the attempt */
  GInputStream *stream;
  GByteArray *body;
  GTlsCertificate *certificate;
  GTlsCertificateFlags certificate_errors;
  gboolean sent;
} Exchange;

static void
exchange_free (Exchange *exchange)
{
  g_clear_pointer (&exchange->limit, signet_limit_free);
  if (exchange->message != NULL)
    g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->request);
  g_clear_object (&exchange->certificate);
  g_byte_array_unref (exchange->body);
  g_free (exchange->address);
  g_free (exchange);
}

static void
stop (Exchange *exchange)
{
  g_cancellable_cancel (signet_limit_get_cancellable (exchange->limit));
}

static GHashTable *
collect_headers (SoupMessageHeaders *headers)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    {
      char *key = g_ascii_strdown (name, -1);
      const char *earlier = g_hash_table_lookup (table, key);

      g_hash_table_replace (table, key,
                            earlier != NULL ? g_strconcat (earlier, ", ", value, NULL) : g_strdup (value));
    }
  return table;
}

static SignetRemoteError
classify_certificate (GTlsCertificate *certificate, GTlsCertificateFlags errors)
{
  g_autofree char *subject = NULL;
  g_autofree char *issuer = NULL;

  if (errors & G_TLS_CERTIFICATE_EXPIRED)
    return SIGNET_REMOTE_ERROR_TLS_EXPIRED;
  if (errors & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return SIGNET_REMOTE_ERROR_TLS_NOT_YET;
  if (errors & G_TLS_CERTIFICATE_UNKNOWN_CA)
    {
      if (certificate != NULL)
        {
          subject = g_tls_certificate_get_subject_name (certificate);
          issuer = g_tls_certificate_get_issuer_name (certificate);
        }
      return subject != NULL && g_strcmp0 (subject, issuer) == 0 ? SIGNET_REMOTE_ERROR_TLS_SELF_SIGNED
                                                                 : SIGNET_REMOTE_ERROR_TLS_ISSUER;
    }
  if (errors & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return SIGNET_REMOTE_ERROR_TLS_NAME;
  return SIGNET_REMOTE_ERROR_TLS;
}

/* GLib's and libsoup's many words in ours. */
static GError *
translate (Exchange *exchange, GError *error)
{
  SignetRemoteError code = SIGNET_REMOTE_ERROR_NETWORK;

  if (error->domain == SIGNET_REMOTE_ERROR)
    return g_error_copy (error);
  if (signet_limit_is_over (exchange->limit))
    return signet_remote_error_new (SIGNET_REMOTE_ERROR_NETWORK, 0, NULL, 0, -1, "no answer within %u s",
                                    signet_request_get_limit (exchange->request));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (error);
  if (exchange->certificate_errors != 0)
    code = classify_certificate (exchange->certificate, exchange->certificate_errors);
  else if (error->domain == G_TLS_ERROR && error->code != G_TLS_ERROR_EOF)
    code = SIGNET_REMOTE_ERROR_TLS;
  else if (g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
           g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    code = SIGNET_REMOTE_ERROR_PROTOCOL;
  return signet_remote_error_new (code, 0, NULL, 0, -1, "%s", error->message);
}

static void
fail (GTask *task, GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_task_return_error (task, translate (exchange, error));
  g_error_free (error);
}

/* Length (RFC 9112, section 6.3) and digest (RFC 9530): what arrived is what was sent, whole. */
static gboolean
verify_body (Exchange *exchange, GBytes *body, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);
  const char *encoding = soup_message_headers_get_one (headers, "Content-Encoding");
  const char *digest = soup_message_headers_get_one (headers, "Repr-Digest");
  guint status = soup_message_get_status (exchange->message);
  g_autofree char *promised = NULL;
  g_autofree char *found = NULL;

  if (encoding != NULL && g_ascii_strcasecmp (encoding, "identity") != 0)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the answer is encoded, which nobody asked for");
      return FALSE;
    }
  if (g_str_equal (signet_request_get_method (exchange->request), "HEAD") || status == SOUP_STATUS_NO_CONTENT)
    return TRUE;
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) != (goffset) g_bytes_get_size (body))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK, "the answer was cut off");
      return FALSE;
    }
  if (digest == NULL || status != SOUP_STATUS_OK)
    return TRUE;
  promised = signet_repr_digest_parse (digest, NULL);
  found = promised != NULL ? signet_digest_of_bytes (body, error) : NULL;
  if (promised != NULL && found == NULL)
    return FALSE;
  if (promised != NULL && !g_str_equal (promised, found))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the answer is not what its digest says");
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_json (Exchange *exchange)
{
  const char *type =
      soup_message_headers_get_content_type (soup_message_get_response_headers (exchange->message), NULL);

  return type != NULL && (g_ascii_strcasecmp (type, "application/json") == 0 ||
                          (g_str_has_prefix (type, "application/") && g_str_has_suffix (type, "+json")));
}

static void
finish_exchange (GTask *task, GBytes *body, JsonNode *root, GError *unreadable)
{
  Exchange *exchange = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (exchange->message);

  g_task_return_pointer (task,
                         signet_answer_new (soup_message_get_status (exchange->message),
                                            collect_headers (headers), g_bytes_ref (body), root, unreadable,
                                            exchange->address),
                         g_object_unref);
}

static void
parse_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  JsonNode *root = signet_json_parse (task_data, &error);

  if (root != NULL)
    g_task_return_pointer (task, root, (GDestroyNotify) json_node_unref);
  else
    g_task_return_error (task, error);
}

static void
parsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  JsonNode *root = g_task_propagate_pointer (G_TASK (result), &error);

  finish_exchange (task, g_task_get_task_data (G_TASK (result)), root, error);
}

static void
take_body (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GTask) parse = NULL;
  guint8 *data;
  gsize size;
  GError *error = NULL;
  JsonNode *root = NULL;

  data = g_byte_array_steal (exchange->body, &size);
  body = g_bytes_new_take (data, size);
  if (!verify_body (exchange, body, &error))
    {
      fail (task, error);
      return;
    }
  if (g_bytes_get_size (body) == 0 || !is_json (exchange))
    {
      finish_exchange (task, body, NULL, NULL);
      return;
    }
  if (g_bytes_get_size (body) < LARGE_JSON)
    {
      root = signet_json_parse (body, &error);
      finish_exchange (task, body, root, error);
      return;
    }
  parse = g_task_new (NULL, NULL, parsed_cb, g_object_ref (task));
  g_task_set_task_data (parse, g_steal_pointer (&body), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (parse, parse_thread);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_input_stream_close_finish (G_INPUT_STREAM (source), result, NULL);
  take_body (task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) block = g_input_stream_read_bytes_finish (exchange->stream, result, &error);
  gsize size;
  const void *data;

  if (block == NULL)
    {
      fail (task, error);
      return;
    }
  data = g_bytes_get_data (block, &size);
  if (size == 0)
    {
      /* Only then is the connection free for whatever the caller asks next. */
      g_input_stream_close_async (exchange->stream, G_PRIORITY_DEFAULT, NULL, closed_cb,
                                  g_steal_pointer (&task));
      return;
    }
  if (exchange->body->len + size > LARGEST_ANSWER)
    {
      /* Closing the stream would read what is left of it: cancelling drops the connection instead. */
      stop (exchange);
      fail (task, g_error_new (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TOO_LARGE,
                               "the answer is larger than %d MiB", LARGEST_ANSWER / 1024 / 1024));
      return;
    }
  g_byte_array_append (exchange->body, data, size);
  g_input_stream_read_bytes_async (exchange->stream, BLOCK, G_PRIORITY_DEFAULT,
                                   signet_limit_get_cancellable (exchange->limit), read_cb,
                                   g_steal_pointer (&task));
}

/* A proxy that refuses to be a tunnel says so in the clear, and libsoup hands that out like any answer:
 * believed, it could sign a person out. The platform's own word comes over TLS. */
static gboolean
is_from_proxy (SoupMessage *message)
{
  return g_str_equal (g_uri_get_scheme (soup_message_get_uri (message)), "https") &&
         soup_message_get_tls_peer_certificate (message) == NULL;
}

static void
send_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  guint status;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (exchange->stream == NULL)
    {
      fail (task, error);
      return;
    }
  status = soup_message_get_status (exchange->message);
  if (is_from_proxy (exchange->message))
    {
      stop (exchange);
      exchange->sent = FALSE;
      fail (task, signet_remote_error_new (SIGNET_REMOTE_ERROR_NETWORK, 0, NULL, 0, -1,
                                           "the proxy lets nobody through (%u)", status));
      return;
    }
  if (status >= 300 && status < 400)
    {
      stop (exchange);
      fail (task, signet_remote_error_new (SIGNET_REMOTE_ERROR_INTERCEPTED, status, NULL, 0, -1,
                                           "redirected (%u), which is never followed", status));
      return;
    }
  g_input_stream_read_bytes_async (exchange->stream, BLOCK, G_PRIORITY_DEFAULT,
                                   signet_limit_get_cancellable (exchange->limit), read_cb,
                                   g_steal_pointer (&task));
}

static gboolean
accept_certificate_cb (SoupMessage *message,
                       GTlsCertificate *certificate,
                       GTlsCertificateFlags errors,
                       gpointer user_data)
{
  Exchange *exchange = user_data;

  g_set_object (&exchange->certificate, certificate);
  exchange->certificate_errors = errors;
  return FALSE;
}

static void
wrote_headers_cb (SoupMessage *message, gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->sent = TRUE;
}

/* An answer that can't have a body needs no length either (RFC 9110, section 8.6), but libsoup 3.2 takes the
 * missing length for a body up to the end of the connection, and closes that. */
static void
got_headers_cb (SoupMessage *message, gpointer user_data)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if ((soup_message_get_status (message) == SOUP_STATUS_NO_CONTENT ||
       soup_message_get_method (message) == SOUP_METHOD_HEAD) &&
      soup_message_headers_get_encoding (headers) == SOUP_ENCODING_EOF)
    soup_message_headers_set_encoding (headers, SOUP_ENCODING_NONE);
}

static void
set_message_body (Exchange *exchange)
{
  GBytes *body = signet_request_get_body (exchange->request);

  if (body != NULL)
    soup_message_set_request_body_from_bytes (exchange->message,
                                              signet_request_get_media_type (exchange->request), body);
}

/* A kept connection turned out to be closed and libsoup starts anew, with an empty body if nobody sets it. If
 * it did so at once on another kept connection, libsoup 3.2 would take the end of the first try for that of
 * the second and use memory it has freed; a new connection takes until the first try is done with. */
static void
restarted_cb (SoupMessage *message, gpointer user_data)
{
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  set_message_body (user_data);
}

static void
add_header (const char *name, const char *value, gpointer user_data)
{
  SoupMessage *message = user_data;

  soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static void
make_message (Exchange *exchange, GUri *uri, const char *token)
{
  SignetRequest *request = exchange->request;
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  /* Without this flag libsoup opens a new connection for everything but reading. */
  if (signet_request_is_repeatable (request))
    flags |= SOUP_MESSAGE_IDEMPOTENT;
  exchange->message = soup_message_new_from_uri (signet_request_get_method (request), uri);
  soup_message_add_flags (exchange->message, flags);
  soup_message_headers_replace (soup_message_get_request_headers (exchange->message), "Accept",
                                "application/json, application/problem+json");
  signet_request_foreach_header (request, add_header, exchange->message);
  if (token != NULL)
    {
      char *authorization = g_strconcat ("Bearer ", token, NULL);

      add_header ("Authorization", authorization, exchange->message);
      signet_wipe (authorization);
    }
  set_message_body (exchange);
  g_signal_connect (exchange->message, "accept-certificate", G_CALLBACK (accept_certificate_cb), exchange);
  g_signal_connect (exchange->message, "wrote-headers", G_CALLBACK (wrote_headers_cb), exchange);
  g_signal_connect (exchange->message, "got-headers", G_CALLBACK (got_headers_cb), exchange);
  g_signal_connect (exchange->message, "restarted", G_CALLBACK (restarted_cb), exchange);
}

/**
 * signet_exchange_async:
 * @source: whose answer it is
 * @session: the connections to use
 * @request: what to ask
 * @address: whom, absolute
 * @token: (nullable): the access token to show
 * @cancellable: (nullable): stops the attempt at any stage
 * @callback: called when the answer is there
 * @user_data: for @callback
 *
 * Makes one attempt.
 */
void
signet_exchange_async (gpointer source,
                       SoupSession *session,
                       SignetRequest *request,
                       const char *address,
                       const char *token,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (GUri) uri = NULL;
  Exchange *exchange = g_new0 (Exchange, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, signet_exchange_async);
  /* That the caller gave up while the answer came in changes nothing about the answer. */
  g_task_set_check_cancellable (task, FALSE);
  exchange->request = g_object_ref (request);
  exchange->address = g_strdup (address);
  exchange->limit = signet_limit_new (cancellable, signet_request_get_limit (request) * 1000);
  exchange->body = g_byte_array_new ();
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);

  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, &error);
  if (uri == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      fail (task, error);
      return;
    }
  make_message (exchange, uri, token);
  soup_session_send_async (session, exchange->message, G_PRIORITY_DEFAULT,
                           signet_limit_get_cancellable (exchange->limit), send_cb, g_steal_pointer (&task));
}

/**
 * signet_exchange_finish:
 * @result: the result
 * @sent: (out) (optional): whether the request may have reached the platform
 * @error: return location: %SIGNET_REMOTE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole answer
 */
SignetAnswer *
signet_exchange_finish (GAsyncResult *result, gboolean *sent, GError **error)
{
  Exchange *exchange = g_task_get_task_data (G_TASK (result));

  if (sent != NULL)
    *sent = exchange->sent;
  return g_task_propagate_pointer (G_TASK (result), error);
}
