/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-discovery.h"

#include <libsoup/soup.h>

#include "remote/signet-remote-error.h"

/* Of the platform document that this program reads. */
#define VERSION 1

/*
 * What a platform says about itself. The platform's own document names its issuer, which has the address's
 * own origin; that one's metadata (RFC 8414) name every OAuth address, so that none is ever made up here.
 * Held by the desk for each platform and by SignetSession. Main thread.
 */

/* Of the metadata, checked. */
typedef struct
{
  char *token_endpoint;
  char *challenge_endpoint;
  char *device_endpoint;
  char *revocation_endpoint;
  char *jwks_uri;
} Addresses;

struct _SignetDiscovery
{
  GObject parent_instance;

  SignetHttp *http;
  char *platform_id;
  SignetAnswer *platform;
  SignetAnswer *metadata;
  Addresses addresses;
};

G_DEFINE_FINAL_TYPE (SignetDiscovery, signet_discovery, G_TYPE_OBJECT)

static void
addresses_clear (Addresses *addresses)
{
  g_clear_pointer (&addresses->token_endpoint, g_free);
  g_clear_pointer (&addresses->challenge_endpoint, g_free);
  g_clear_pointer (&addresses->device_endpoint, g_free);
  g_clear_pointer (&addresses->revocation_endpoint, g_free);
  g_clear_pointer (&addresses->jwks_uri, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Addresses, addresses_clear)

/* RFC 8414, section 3.1: the well-known part goes between the issuer's host and its path. */
static char *
make_metadata_address (const char *issuer)
{
  const char *host = strstr (issuer, "://");
  const char *path = host != NULL ? strchr (host + 3, '/') : NULL;
  g_autofree char *origin = path != NULL ? g_strndup (issuer, path - issuer) : g_strdup (issuer);
  g_autofree char *rest = path != NULL ? g_strdup (path) : g_strdup ("");

  if (g_str_has_suffix (rest, "/"))
    rest[strlen (rest) - 1] = '\0';
  return g_strconcat (origin, "/.well-known/oauth-authorization-server", rest, NULL);
}

static gboolean
offers_s256 (SignetAnswer *metadata)
{
  JsonObject *object = json_node_get_object (signet_answer_get_root (metadata));
  JsonNode *node = json_object_get_member (object, "code_challenge_methods_supported");
  JsonArray *methods;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  methods = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (methods); i++)
    {
      JsonNode *method = json_array_get_element (methods, i);

      if (json_node_get_value_type (method) == G_TYPE_STRING &&
          g_str_equal (json_node_get_string (method), "S256"))
        return TRUE;
    }
  return FALSE;
}

/* Puts a copy of the address in member @name, checked, into @address, which is NULL. */
static gboolean
take_address (SignetDiscovery *self,
              SignetAnswer *metadata,
              const char *name,
              gboolean required,
              char **address,
              GError **error)
{
  const char *value = signet_answer_get_member (metadata, name);

  if (value == NULL && required)
    {
      g_set_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INCOMPLETE, "the metadata have no %s",
                   name);
      return FALSE;
    }
  if (value != NULL)
    *address = signet_http_resolve (self->http, value, error);
  return value == NULL || *address != NULL;
}

static gboolean
take_metadata (SignetDiscovery *self, SignetAnswer *platform, SignetAnswer *metadata, GError **error)
{
  g_auto (Addresses) addresses = { 0 };

  if (g_strcmp0 (signet_answer_get_member (metadata, "issuer"),
                 signet_answer_get_member (platform, "issuer")) != 0)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PLATFORM,
                           "the metadata belong to another issuer");
      return FALSE;
    }
  if (!offers_s256 (metadata))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INCOMPLETE,
                           "the platform doesn't offer PKCE with S256");
      return FALSE;
    }
  if (!take_address (self, metadata, "token_endpoint", TRUE, &addresses.token_endpoint, error) ||
      !take_address (self, metadata, "authorization_challenge_endpoint", FALSE, &addresses.challenge_endpoint,
                     error) ||
      !take_address (self, metadata, "device_authorization_endpoint", FALSE, &addresses.device_endpoint,
                     error) ||
      !take_address (self, metadata, "jwks_uri", TRUE, &addresses.jwks_uri, error) ||
      !take_address (self, metadata, "revocation_endpoint", FALSE, &addresses.revocation_endpoint, error))
    return FALSE;

  addresses_clear (&self->addresses);
  self->addresses = addresses;
  addresses = (Addresses){ 0 };
  g_set_object (&self->platform, platform);
  g_set_object (&self->metadata, metadata);
  g_free (self->platform_id);
  self->platform_id = g_strdup (signet_answer_get_member (platform, "id"));
  return TRUE;
}

static gboolean
check_platform (SignetDiscovery *self, SignetAnswer *platform, GError **error)
{
  const char *id = signet_answer_get_member (platform, "id");

  if (id == NULL || signet_answer_get_member (platform, "issuer") == NULL)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_FOREIGN,
                           "no platform answers at this address");
      return FALSE;
    }
  if (signet_answer_get_number (platform, "version", VERSION) > VERSION)
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TOO_NEW,
                           "the platform speaks a later version of the contract");
      return FALSE;
    }
  if (self->platform_id != NULL && !g_str_equal (self->platform_id, id))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PLATFORM,
                           "another platform answers at this address");
      return FALSE;
    }
  /* Else the person would sign in at that issuer's, and this platform would be shown the token. */
  if (!signet_http_is_own (self->http, signet_answer_get_member (platform, "issuer")))
    {
      g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PLATFORM,
                           "the platform names an issuer elsewhere");
      return FALSE;
    }
  return TRUE;
}

/* Where no platform has ever been seen, an answer that isn't one's means that there is none. */
static gboolean
is_foreign (SignetDiscovery *self, const GError *error)
{
  return self->platform == NULL && self->platform_id == NULL &&
         (g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL) ||
          g_error_matches (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_REFUSED));
}

/* The finished and checked answer of an exchange, or NULL with the task failed. */
static SignetAnswer *
take_answer (SignetDiscovery *self, GAsyncResult *result, GTask *task)
{
  GError *error = NULL;
  g_autoptr (SignetAnswer) answer = signet_http_exchange_finish (self->http, result, NULL, &error);

  if (answer != NULL && signet_answer_check (answer, &error))
    {
      JsonNode *root = signet_answer_get_root (answer);

      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        return g_steal_pointer (&answer);
      g_set_error_literal (&error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL,
                           "the answer is no object");
    }
  if (is_foreign (self, error))
    error->code = SIGNET_REMOTE_ERROR_FOREIGN;
  g_task_return_error (task, error);
  return NULL;
}

static void
ask (SignetDiscovery *self, const char *address, GTask *task, GAsyncReadyCallback callback)
{
  g_autoptr (SignetRequest) request = signet_request_new ("GET", address);

  signet_http_exchange_async (self->http, request, NULL, g_task_get_cancellable (task), callback,
                              g_object_ref (task));
}

static void
metadata_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDiscovery *self = g_task_get_source_object (task);
  g_autoptr (SignetAnswer) metadata = take_answer (self, result, task);
  GError *error = NULL;

  if (metadata == NULL)
    return;
  if (take_metadata (self, g_task_get_task_data (task), metadata, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
platform_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDiscovery *self = g_task_get_source_object (task);
  g_autoptr (SignetAnswer) platform = take_answer (self, result, task);
  g_autofree char *address = NULL;
  GError *error = NULL;

  if (platform == NULL)
    return;
  if (!check_platform (self, platform, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  address = make_metadata_address (signet_answer_get_member (platform, "issuer"));
  g_task_set_task_data (task, g_steal_pointer (&platform), g_object_unref);
  ask (self, address, task, metadata_cb);
}

static void
keys_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetDiscovery *self = g_task_get_source_object (task);
  SignetAnswer *keys = take_answer (self, result, task);

  if (keys != NULL)
    g_task_return_pointer (task, keys, g_object_unref);
}

static void
loaded_for_keys_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SignetDiscovery *self = SIGNET_DISCOVERY (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_discovery_load_finish (self, result, &error))
    ask (self, self->addresses.jwks_uri, task, keys_cb);
  else
    g_task_return_error (task, error);
}

static void
signet_discovery_finalize (GObject *object)
{
  SignetDiscovery *self = SIGNET_DISCOVERY (object);

  g_clear_object (&self->http);
  g_clear_object (&self->platform);
  g_clear_object (&self->metadata);
  g_free (self->platform_id);
  addresses_clear (&self->addresses);

  G_OBJECT_CLASS (signet_discovery_parent_class)->finalize (object);
}

static void
signet_discovery_class_init (SignetDiscoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_discovery_finalize;
}

static void
signet_discovery_init (SignetDiscovery *self)
{
}

/**
 * signet_discovery_new:
 * @http: HTTP to the platform
 * @platform_id: (nullable): the id the platform had when its account was made, %NULL to take any
 *
 * Returns: (transfer full): a discovery that knows nothing yet
 */
SignetDiscovery *
signet_discovery_new (SignetHttp *http, const char *platform_id)
{
  SignetDiscovery *self;

  g_return_val_if_fail (SIGNET_IS_HTTP (http), NULL);

  self = g_object_new (SIGNET_TYPE_DISCOVERY, NULL);
  self->http = g_object_ref (http);
  self->platform_id = g_strdup (platform_id);
  return self;
}

/**
 * signet_discovery_get_http:
 * @self: a discovery
 *
 * Returns: (transfer none): HTTP to the platform
 */
SignetHttp *
signet_discovery_get_http (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->http;
}

/**
 * signet_discovery_load_async:
 * @self: a discovery
 * @again: fetch also what is known already
 * @cancellable: (nullable): stops it
 * @callback: called when both documents are known
 * @user_data: for @callback
 *
 * Fetches `/v1/platform` and its issuer's metadata, in one attempt each. A failure keeps what was known
 * before.
 */
void
signet_discovery_load_async (SignetDiscovery *self,
                             gboolean again,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_DISCOVERY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_discovery_load_async);
  if (self->metadata != NULL && !again)
    g_task_return_boolean (task, TRUE);
  else
    ask (self, "/v1/platform", task, platform_cb);
}

/**
 * signet_discovery_load_finish:
 * @self: a discovery
 * @result: the result
 * @error: return location: %SIGNET_REMOTE_ERROR_PLATFORM if it is another platform, its issuer is elsewhere,
 * or the metadata are another issuer's (RFC 8414, section 3.3)
 *
 * Returns: whether both documents are known
 */
gboolean
signet_discovery_load_finish (SignetDiscovery *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * signet_discovery_get_platform:
 * @self: a discovery
 *
 * Returns: (transfer none) (nullable): the answer to `/v1/platform`, for the api's decoder; %NULL before the
 *   first load
 */
SignetAnswer *
signet_discovery_get_platform (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->platform;
}

/**
 * signet_discovery_get_platform_id:
 * @self: a discovery
 *
 * Returns: (nullable): the platform's id, expected or seen
 */
const char *
signet_discovery_get_platform_id (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->platform_id;
}

/**
 * signet_discovery_get_token_endpoint:
 * @self: a discovery
 *
 * Returns: (nullable): where tokens come from, %NULL before the first load
 */
const char *
signet_discovery_get_token_endpoint (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->addresses.token_endpoint;
}

/**
 * signet_discovery_get_challenge_endpoint:
 * @self: a discovery
 *
 * Returns: (nullable): where a person proves who they are with a text message or a password
 *   (draft-ietf-oauth-first-party-apps), %NULL if nowhere
 */
const char *
signet_discovery_get_challenge_endpoint (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->addresses.challenge_endpoint;
}

/**
 * signet_discovery_get_device_endpoint:
 * @self: a discovery
 *
 * Returns: (nullable): where codes for another device come from (RFC 8628), %NULL if nowhere
 */
const char *
signet_discovery_get_device_endpoint (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->addresses.device_endpoint;
}

/**
 * signet_discovery_require:
 * @self: a discovery that has been loaded
 * @endpoint: (nullable): one of its addresses
 * @error: return location: %SIGNET_REMOTE_ERROR_INCOMPLETE
 *
 * For who cannot do without one of the addresses that not every platform has.
 *
 * Returns: whether it is there
 */
gboolean
signet_discovery_require (SignetDiscovery *self, const char *endpoint, GError **error)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), FALSE);

  if (endpoint != NULL)
    return TRUE;
  g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INCOMPLETE,
                       "the metadata have no endpoint for this way of signing in");
  return FALSE;
}

/**
 * signet_discovery_get_revocation_endpoint:
 * @self: a discovery
 *
 * Returns: (nullable): where tokens are given back (RFC 7009), %NULL if nowhere
 */
const char *
signet_discovery_get_revocation_endpoint (SignetDiscovery *self)
{
  g_return_val_if_fail (SIGNET_IS_DISCOVERY (self), NULL);

  return self->addresses.revocation_endpoint;
}

/**
 * signet_discovery_fetch_keys_async:
 * @self: a discovery
 * @cancellable: (nullable): stops it
 * @callback: called when the keys are there
 * @user_data: for @callback
 *
 * Fetches the receipt keys as they are now (a JWK Set, RFC 7517), in one attempt.
 */
void
signet_discovery_fetch_keys_async (SignetDiscovery *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_DISCOVERY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_discovery_fetch_keys_async);
  signet_discovery_load_async (self, FALSE, cancellable, loaded_for_keys_cb, g_steal_pointer (&task));
}

/**
 * signet_discovery_fetch_keys_finish:
 * @self: a discovery
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the answer with the keys
 */
SignetAnswer *
signet_discovery_fetch_keys_finish (SignetDiscovery *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
