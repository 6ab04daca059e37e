/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-http.h"

#include <libsoup/soup.h>

#include "api/signet-json.h"
#include "proof/signet-digest.h"
#include "proof/signet-repr-digest.h"
#include "remote/signet-remote-error.h"

/*
 * HTTP as Signet speaks it, to one platform: no redirect is followed, nothing is sniffed, decoded, cached or
 * remembered, nothing goes unencrypted but to this very computer, and an answer either arrives whole or not
 * at all. One attempt a call; who retries is SignetRemote. Owned by SignetDiscovery. Main thread; only large
 * JSON is read on a worker.
 */

#define LARGEST_ANSWER (16 * 1024 * 1024)
#define BLOCK (64 * 1024)
/* JSON of this size takes some milliseconds to read, too long for the main thread. */
#define LARGE_JSON (256 * 1024)
/* Seconds without a byte in either direction. */
#define QUICK_TIMEOUT 30
#define PATIENT_TIMEOUT 60
/* Shorter than the 60 s after which common servers close an idle connection, so that few requests meet one
 * that is just being closed. */
#define IDLE_TIMEOUT 50

struct _SignetHttp
{
  GObject parent_instance;

  char *address;
  GUri *uri;
  gboolean loopback;
  SoupSession *quick;
  SoupSession *patient;
};

G_DEFINE_FINAL_TYPE (SignetHttp, signet_http, G_TYPE_OBJECT)

/* One attempt. */
typedef struct
{
  SignetRequest *request;
  char *address;
  SoupMessage *message;
  GCancellable *inner; /* stops the attempt: cancelled by the caller or by the limit */
  GSource *cancelled;
  GSource *limit;
  GInputStream *stream;
  GByteArray *body;
  GTlsCertificate *certificate;
  GTlsCertificateFlags certificate_errors;
  gboolean sent;
  gboolean out_of_time;
} Exchange;

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
exchange_free (Exchange *exchange)
{
  clear_source (&exchange->cancelled);
  clear_source (&exchange->limit);
  if (exchange->message != NULL)
    g_signal_handlers_disconnect_by_data (exchange->message, exchange);
  g_clear_object (&exchange->stream);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->request);
  g_clear_object (&exchange->inner);
  g_clear_object (&exchange->certificate);
  g_byte_array_unref (exchange->body);
  g_free (exchange->address);
  g_free (exchange);
}

static gboolean
is_loopback (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  g_autoptr (GInetAddress) address = NULL;

  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/* https, or http to this computer; no user name, which would end up in logs. */
static GUri *
parse_address (const char *address, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, &local_error);
  const char *why = NULL;

  if (uri == NULL)
    why = local_error->message;
  else if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    why = "no host";
  else if (g_uri_get_userinfo (uri) != NULL)
    why = "a user name stands in it";
  else if (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 &&
           !(g_strcmp0 (g_uri_get_scheme (uri), "http") == 0 && is_loopback (uri)))
    why = "not https";
  if (why != NULL)
    {
      g_set_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS, "unusable address: %s", why);
      return NULL;
    }
  return g_steal_pointer (&uri);
}

static SoupSession *
make_session (SignetHttp *self, guint timeout, GTlsDatabase *database)
{
  SoupSession *session = soup_session_new_with_options (
      "timeout", timeout, "idle-timeout", (guint) IDLE_TIMEOUT, "max-conns", 16, "max-conns-per-host", 4,
      "accept-language-auto", TRUE, "user-agent", "Signet/" SIGNET_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  if (database != NULL)
    soup_session_set_tls_database (session, database);
  /* What stays on this computer must not travel to a proxy and back. */
  if (self->loopback)
    soup_session_set_proxy_resolver (session, NULL);
  return session;
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

  if (errors & (G_TLS_CERTIFICATE_EXPIRED | G_TLS_CERTIFICATE_NOT_ACTIVATED))
    return SIGNET_REMOTE_ERROR_TLS_EXPIRED;
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
  if (exchange->out_of_time)
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
  SignetHttp *self = g_task_get_source_object (task);
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
  parse = g_task_new (self, NULL, parsed_cb, g_object_ref (task));
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
      g_cancellable_cancel (exchange->inner);
      fail (task, g_error_new (SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TOO_LARGE,
                               "the answer is larger than %d MiB", LARGEST_ANSWER / 1024 / 1024));
      return;
    }
  g_byte_array_append (exchange->body, data, size);
  g_input_stream_read_bytes_async (exchange->stream, BLOCK, G_PRIORITY_DEFAULT, exchange->inner, read_cb,
                                   g_steal_pointer (&task));
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
  if (status >= 300 && status < 400)
    {
      g_cancellable_cancel (exchange->inner);
      fail (task, signet_remote_error_new (SIGNET_REMOTE_ERROR_PROTOCOL, status, NULL, 0, -1,
                                           "redirected (%u), which is never followed", status));
      return;
    }
  g_input_stream_read_bytes_async (exchange->stream, BLOCK, G_PRIORITY_DEFAULT, exchange->inner, read_cb,
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

/* A kept connection turned out to be closed and libsoup starts anew, with an empty body if nobody sets it. */
static void
restarted_cb (SoupMessage *message, gpointer user_data)
{
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
      g_autofree char *authorization = g_strconcat ("Bearer ", token, NULL);

      add_header ("Authorization", authorization, exchange->message);
    }
  set_message_body (exchange);
  g_signal_connect (exchange->message, "accept-certificate", G_CALLBACK (accept_certificate_cb), exchange);
  g_signal_connect (exchange->message, "wrote-headers", G_CALLBACK (wrote_headers_cb), exchange);
  g_signal_connect (exchange->message, "got-headers", G_CALLBACK (got_headers_cb), exchange);
  g_signal_connect (exchange->message, "restarted", G_CALLBACK (restarted_cb), exchange);
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Exchange *exchange = user_data;

  g_cancellable_cancel (exchange->inner);
  return G_SOURCE_REMOVE;
}

static gboolean
limit_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  exchange->out_of_time = TRUE;
  g_cancellable_cancel (exchange->inner);
  return G_SOURCE_REMOVE;
}

static void
watch (Exchange *exchange, GCancellable *cancellable)
{
  guint limit = signet_request_get_limit (exchange->request);

  if (cancellable != NULL)
    {
      exchange->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (exchange->cancelled, G_SOURCE_FUNC (cancelled_cb), exchange, NULL);
      g_source_attach (exchange->cancelled, g_main_context_get_thread_default ());
    }
  if (limit > 0)
    {
      exchange->limit = g_timeout_source_new_seconds (limit);
      g_source_set_callback (exchange->limit, limit_cb, exchange, NULL);
      g_source_attach (exchange->limit, g_main_context_get_thread_default ());
    }
}

static void
signet_http_finalize (GObject *object)
{
  SignetHttp *self = SIGNET_HTTP (object);

  if (self->quick != NULL)
    soup_session_abort (self->quick);
  if (self->patient != NULL)
    soup_session_abort (self->patient);
  g_clear_object (&self->quick);
  g_clear_object (&self->patient);
  g_clear_pointer (&self->uri, g_uri_unref);
  g_free (self->address);

  G_OBJECT_CLASS (signet_http_parent_class)->finalize (object);
}

static void
signet_http_class_init (SignetHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_http_finalize;
}

static void
signet_http_init (SignetHttp *self)
{
}

/**
 * signet_http_new:
 * @address: where the platform is, "https://host" or "http://127.0.0.1:port", maybe with a path before /v1
 * @database: (nullable): whom to trust instead of the system's authorities
 * @error: return location
 *
 * Opens no connection. Fails with %SIGNET_REMOTE_ERROR_ADDRESS if @address isn't one Signet talks to.
 *
 * Returns: (transfer full) (nullable): HTTP to one platform
 */
SignetHttp *
signet_http_new (const char *address, GTlsDatabase *database, GError **error)
{
  g_autoptr (GUri) uri = NULL;
  SignetHttp *self;

  g_return_val_if_fail (address != NULL, NULL);
  g_return_val_if_fail (database == NULL || G_IS_TLS_DATABASE (database), NULL);

  uri = parse_address (address, error);
  if (uri == NULL)
    return NULL;
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS,
                           "unusable address: it has a query or fragment");
      return NULL;
    }
  self = g_object_new (SIGNET_TYPE_HTTP, NULL);
  self->address = g_strdup (address);
  while (g_str_has_suffix (self->address, "/"))
    self->address[strlen (self->address) - 1] = '\0';
  self->uri = g_steal_pointer (&uri);
  self->loopback = is_loopback (self->uri);
  self->quick = make_session (self, QUICK_TIMEOUT, database);
  self->patient = make_session (self, PATIENT_TIMEOUT, database);
  return self;
}

/**
 * signet_http_get_address:
 * @self: HTTP to one platform
 *
 * Returns: its address without a slash at the end
 */
const char *
signet_http_get_address (SignetHttp *self)
{
  g_return_val_if_fail (SIGNET_IS_HTTP (self), NULL);

  return self->address;
}

/**
 * signet_http_resolve:
 * @self: HTTP to one platform
 * @address: a path on the platform, or an absolute address it named
 * @error: return location
 *
 * Fails with %SIGNET_REMOTE_ERROR_ADDRESS if it isn't one Signet talks to; a platform elsewhere can't send
 * the client to a service on this computer either.
 *
 * Returns: (transfer full) (nullable): an absolute address
 */
char *
signet_http_resolve (SignetHttp *self, const char *address, GError **error)
{
  g_autofree char *absolute = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (SIGNET_IS_HTTP (self), NULL);
  g_return_val_if_fail (address != NULL, NULL);

  absolute = address[0] == '/' ? g_strconcat (self->address, address, NULL) : g_strdup (address);
  uri = parse_address (absolute, error);
  if (uri == NULL)
    return NULL;
  if (!self->loopback && is_loopback (uri))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS,
                           "the platform points at this computer");
      return NULL;
    }
  return g_steal_pointer (&absolute);
}

/**
 * signet_http_is_own:
 * @self: HTTP to one platform
 * @address: an absolute address
 *
 * Returns: whether @address has the platform's own origin, so that it may see access tokens
 */
gboolean
signet_http_is_own (SignetHttp *self, const char *address)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (SIGNET_IS_HTTP (self), FALSE);

  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  return uri != NULL && g_strcmp0 (g_uri_get_scheme (uri), g_uri_get_scheme (self->uri)) == 0 &&
         g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (self->uri)) == 0 &&
         g_uri_get_port (uri) == g_uri_get_port (self->uri);
}

/**
 * signet_http_exchange_async:
 * @self: HTTP to one platform
 * @request: what to ask
 * @token: (nullable): the access token to show (RFC 6750)
 * @cancellable: (nullable): stops the attempt at any stage
 * @callback: called when the answer is there
 * @user_data: for @callback
 *
 * Makes one attempt. Every status but a redirect is an answer; see signet_answer_check().
 */
void
signet_http_exchange_async (SignetHttp *self,
                            SignetRequest *request,
                            const char *token,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GUri) uri = NULL;
  Exchange *exchange;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_HTTP (self));
  g_return_if_fail (SIGNET_IS_REQUEST (request));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_http_exchange_async);
  /* That the caller gave up while the answer came in changes nothing about the answer. */
  g_task_set_check_cancellable (task, FALSE);
  exchange = g_new0 (Exchange, 1);
  exchange->request = g_object_ref (request);
  exchange->inner = g_cancellable_new ();
  exchange->body = g_byte_array_new ();
  g_task_set_task_data (task, exchange, (GDestroyNotify) exchange_free);

  if (g_cancellable_set_error_if_cancelled (cancellable, &error) ||
      (exchange->address = signet_http_resolve (self, signet_request_get_address (request), &error)) == NULL)
    {
      fail (task, error);
      return;
    }
  uri = g_uri_parse (exchange->address, SOUP_HTTP_URI_FLAGS, NULL);
  make_message (exchange, uri, token);
  watch (exchange, cancellable);
  soup_session_send_async (signet_request_get_patient (request) ? self->patient : self->quick,
                           exchange->message, G_PRIORITY_DEFAULT, exchange->inner, send_cb,
                           g_steal_pointer (&task));
}

/**
 * signet_http_exchange_finish:
 * @self: HTTP to one platform
 * @result: the result
 * @sent: (out) (optional): whether the request may have reached the platform
 * @error: return location: %SIGNET_REMOTE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole answer
 */
SignetAnswer *
signet_http_exchange_finish (SignetHttp *self, GAsyncResult *result, gboolean *sent, GError **error)
{
  Exchange *exchange;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  exchange = g_task_get_task_data (G_TASK (result));
  if (sent != NULL)
    *sent = exchange->sent;
  return g_task_propagate_pointer (G_TASK (result), error);
}
