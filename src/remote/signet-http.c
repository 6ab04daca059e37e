/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-http.h"

#include <libsoup/soup.h>
#include <string.h>

#include "remote/signet-exchange.h"
#include "remote/signet-remote-error.h"

/*
 * HTTP as Signet speaks it, to one platform: no redirect is followed, nothing is sniffed, decoded, cached or
 * remembered, nothing goes unencrypted but to this very computer, and an answer either arrives whole or not
 * at all. One attempt a call; who retries is SignetRemote. Owned by SignetDiscovery. Main thread; only large
 * JSON is read on a worker.
 */

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

/* A name that could be anybody's, or a number; whatever else a person typed is no address. */
static gboolean
is_host (const char *host)
{
  g_autofree char *ascii = host != NULL ? g_hostname_to_ascii (host) : NULL;

  if (ascii == NULL || *ascii == '\0')
    return FALSE;
  if (g_hostname_is_ip_address (ascii))
    return TRUE;
  for (const char *at = ascii; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-._", *at) == NULL)
      return FALSE;
  return TRUE;
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
  else if (!is_host (g_uri_get_host (uri)))
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

/* Where a platform is: paths are put behind it. */
static GUri *
parse_platform (const char *address, GError **error)
{
  g_autoptr (GUri) uri = parse_address (address, error);

  if (uri == NULL)
    return NULL;
  if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_ADDRESS,
                           "unusable address: it has a query or fragment");
      return NULL;
    }
  return g_steal_pointer (&uri);
}

/* One spelling of what is the same (RFC 3986, section 6.2): case of scheme and host, the default port, the
 * slash at the end. */
static char *
normalise (GUri *uri)
{
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (uri), -1);
  g_autofree char *path = g_strdup (g_uri_get_path (uri));
  gboolean plain = g_str_equal (g_uri_get_scheme (uri), "http");
  int port = g_uri_get_port (uri);
  g_autoptr (GUri) normal = NULL;

  for (gsize length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';
  if (port == (plain ? 80 : 443))
    port = -1;
  normal = g_uri_build (G_URI_FLAGS_ENCODED, plain ? "http" : "https", NULL, host, port, path, NULL, NULL);
  return g_uri_to_string (normal);
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

  uri = parse_platform (address, error);
  if (uri == NULL)
    return NULL;
  self = g_object_new (SIGNET_TYPE_HTTP, NULL);
  self->address = normalise (uri);
  self->uri = g_steal_pointer (&uri);
  self->loopback = is_loopback (self->uri);
  self->quick = make_session (self, QUICK_TIMEOUT, database);
  self->patient = make_session (self, PATIENT_TIMEOUT, database);
  return self;
}

/**
 * signet_http_normalise:
 * @address: where a platform is, as a person types it
 * @error: return location, %SIGNET_REMOTE_ERROR_ADDRESS
 *
 * `https://X.example:443/` and `https://x.example` are the same platform.
 *
 * Returns: (transfer full) (nullable): the one spelling of it
 */
char *
signet_http_normalise (const char *address, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  uri = parse_platform (address, error);
  return uri != NULL ? normalise (uri) : NULL;
}

/**
 * signet_http_get_address:
 * @self: HTTP to one platform
 *
 * Returns: its address as signet_http_normalise() spells it
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
  g_autofree char *address = NULL;
  GError *error = NULL;

  g_return_if_fail (SIGNET_IS_HTTP (self));
  g_return_if_fail (SIGNET_IS_REQUEST (request));

  address = signet_http_resolve (self, signet_request_get_address (request), &error);
  if (address == NULL)
    g_task_report_error (self, callback, user_data, signet_http_exchange_async, error);
  else
    signet_exchange_async (self, signet_request_get_patient (request) ? self->patient : self->quick, request,
                           address, token, cancellable, callback, user_data);
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
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_async_result_is_tagged (result, signet_http_exchange_async))
    return signet_exchange_finish (result, sent, error);
  if (sent != NULL)
    *sent = FALSE;
  return g_task_propagate_pointer (G_TASK (result), error);
}
