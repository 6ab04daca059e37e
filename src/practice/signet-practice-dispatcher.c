/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-dispatcher.h"

#include "api/signet-json.h"
#include "practice/signet-practice-answers.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-sessions.h"
#include "proof/signet-digest.h"

#include <string.h>

/* What every request goes through before and after its handler: throttling, the route, who asks, whether the
 * e-mail is bound, the form of the body, the idempotency key, one transaction. Owned by the server.
 *
 * Admission (signet_practice_dispatcher_admit()) reads only the request's head and claims its idempotency
 * key; the key is claimed until the exchange is released, so a twin that comes meanwhile is told to wait.
 */

#define WINDOW (30 * G_USEC_PER_SEC)

/* JSON bodies are far below this; anything larger is no request of this contract. */
#define MOST_JSON (2 * 1024 * 1024)

struct _SignetPracticeDispatcher
{
  GObject parent_instance;

  SignetPracticeContext context;
  GHashTable *running; /* "account key" claimed by an exchange that isn't released yet → that exchange */

  guint requests_per_window;
  guint requests;
  gint64 window_start;
};

G_DEFINE_FINAL_TYPE (SignetPracticeDispatcher, signet_practice_dispatcher, G_TYPE_OBJECT)

static gboolean
is_steering (SignetPracticeExchange *exchange)
{
  return g_str_has_prefix (signet_practice_exchange_get_path (exchange), "/practice/");
}

/* One window for the whole platform: who practises is alone with it. */
static gboolean
count_request (SignetPracticeDispatcher *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->window_start >= WINDOW)
    {
      self->window_start = now;
      self->requests = 0;
    }
  if (self->requests >= self->requests_per_window)
    return FALSE;
  self->requests++;
  return TRUE;
}

static guint
seconds_left (SignetPracticeDispatcher *self)
{
  gint64 left = self->window_start + WINDOW - g_get_monotonic_time ();

  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

static const SignetPracticeRoute *
find_route (SignetPracticeExchange *exchange)
{
  g_autofree char *id = NULL;
  g_autofree char *allow = NULL;
  const SignetPracticeRoute *route =
      signet_practice_route_find (signet_practice_exchange_get_method (exchange),
                                  signet_practice_exchange_get_path (exchange), &id, &allow);

  signet_practice_exchange_set_id (exchange, id);
  if (route == NULL && allow != NULL)
    {
      signet_practice_exchange_add_header (exchange, "Allow", "%s", allow);
      signet_practice_refuse (exchange, "method", NULL);
    }
  else if (route == NULL)
    signet_practice_refuse (exchange, "not-found", NULL);
  else
    signet_practice_exchange_set_subject (exchange, route->subject);
  return route;
}

static const char *
get_credentials (SignetPracticeExchange *exchange, const char *scheme)
{
  const char *value = signet_practice_exchange_get_header (exchange, "Authorization");
  gsize length = strlen (scheme);

  if (value == NULL || g_ascii_strncasecmp (value, scheme, length) != 0 || value[length] != ' ')
    return NULL;
  return value + length + 1;
}

/* Takes as long for a wrong key as for a right one. */
static gboolean
same_secret (const char *a, const char *b)
{
  gsize length = strlen (a);
  guint8 difference = strlen (b) != length;

  for (gsize i = 0; i < length; i++)
    difference |= (guint8) (a[i] ^ b[MIN (i, strlen (b))]);
  return difference == 0;
}

static gboolean
check_control_key (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange)
{
  const char *key = get_credentials (exchange, "Practice");

  if (key != NULL && same_secret (key, signet_practice_platform_get_control_key (self->context.platform)))
    return TRUE;
  signet_practice_exchange_add_header (exchange, "WWW-Authenticate", "Practice");
  signet_practice_refuse (exchange, "unauthorised", "The control key is asked for");
  return FALSE;
}

static gboolean
check_token (SignetPracticeDispatcher *self,
             SignetPracticeExchange *exchange,
             const SignetPracticeRoute *route,
             GError **error)
{
  const char *token = get_credentials (exchange, "Bearer");
  g_autofree char *digest = token != NULL ? signet_digest_of_text (token, error) : NULL;
  g_autoptr (SignetStatement) statement = NULL;

  if (token != NULL &&
      (digest == NULL ||
       !signet_practice_store_find (
           signet_practice_platform_get_store (self->context.platform), &statement, error,
           "SELECT s.account, s.n, EXISTS (SELECT 1 FROM bindings b WHERE b.account = s.account AND"
           " b.kind = 'email' AND b.status = 'confirmed')"
           " FROM tokens t JOIN sessions s ON s.n = t.session"
           " WHERE t.digest = ? AND t.kind = 'access' AND t.valid_until > ? AND NOT s.revoked",
           "si", digest, signet_practice_platform_now (self->context.platform))))
    return FALSE;
  if (statement == NULL)
    {
      signet_practice_refuse_token (exchange, token != NULL);
      return TRUE;
    }
  signet_practice_exchange_set_account (exchange, signet_statement_get_int64 (statement, 0));
  signet_practice_exchange_set_session (exchange, signet_statement_get_int64 (statement, 1));
  if (signet_statement_get_int64 (statement, 2) == 0 && (route->flags & SIGNET_PRACTICE_ROUTE_UNBOUND) == 0)
    signet_practice_refuse (exchange, "email-not-bound", NULL);
  return signet_practice_sessions_touch (self->context.platform,
                                         signet_practice_exchange_get_session (exchange), error);
}

/* A structured-field string (RFC 8941) that holds a UUID. */
static gboolean
read_key (SignetPracticeExchange *exchange, const SignetPracticeRoute *route)
{
  const char *value = signet_practice_exchange_get_header (exchange, "Idempotency-Key");
  gsize length = value != NULL ? strlen (value) : 0;
  g_autofree char *uuid = NULL;

  if ((route->flags & (SIGNET_PRACTICE_ROUTE_KEY | SIGNET_PRACTICE_ROUTE_KEY_ALLOWED)) == 0)
    return TRUE;
  if (value == NULL && (route->flags & SIGNET_PRACTICE_ROUTE_KEY_ALLOWED) != 0)
    return TRUE;
  if (length == 38 && value[0] == '"' && value[37] == '"')
    uuid = g_ascii_strdown (value + 1, 36);
  if (uuid == NULL || !g_uuid_string_is_valid (uuid))
    {
      signet_practice_refuse (exchange, "idempotency-missing", NULL);
      return FALSE;
    }
  signet_practice_exchange_set_key (exchange, uuid);
  return TRUE;
}

static char *
make_claim (SignetPracticeExchange *exchange)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", signet_practice_exchange_get_account (exchange),
                          signet_practice_exchange_get_key (exchange));
}

static void
claim_key (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange)
{
  g_autofree char *claim = NULL;

  if (signet_practice_exchange_get_key (exchange) == NULL)
    return;
  claim = make_claim (exchange);
  if (g_hash_table_contains (self->running, claim))
    {
      signet_practice_exchange_add_header (exchange, "Retry-After", "1");
      signet_practice_refuse (exchange, "idempotency-in-progress", NULL);
    }
  else
    g_hash_table_insert (self->running, g_steal_pointer (&claim), exchange);
}

static gboolean
check_body (SignetPracticeExchange *exchange, const SignetPracticeRoute *route)
{
  gboolean array = (route->flags & SIGNET_PRACTICE_ROUTE_ARRAY) != 0;
  const char *type = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  if ((route->flags & SIGNET_PRACTICE_ROUTE_FORM) != 0)
    type = "application/x-www-form-urlencoded";
  else if ((route->flags & SIGNET_PRACTICE_ROUTE_PATCH) != 0)
    type = "application/merge-patch+json";
  else if (array || (route->flags & SIGNET_PRACTICE_ROUTE_JSON) != 0)
    type = "application/json";
  if (type == NULL)
    return TRUE;

  if (!signet_practice_exchange_has_type (exchange, type))
    {
      signet_practice_exchange_add_header (
          exchange, (route->flags & SIGNET_PRACTICE_ROUTE_PATCH) != 0 ? "Accept-Patch" : "Accept-Post", "%s",
          type);
      signet_practice_refuse (exchange, "media-type", type);
      return FALSE;
    }
  if ((route->flags & SIGNET_PRACTICE_ROUTE_FORM) != 0)
    return TRUE;

  node = signet_json_parse_up_to (signet_practice_exchange_get_body (exchange), MOST_JSON, &error);
  if (node == NULL)
    signet_practice_refuse (exchange, "malformed", error->message);
  else if (array ? !JSON_NODE_HOLDS_ARRAY (node) : !JSON_NODE_HOLDS_OBJECT (node))
    signet_practice_refuse (exchange, "malformed",
                            array ? "An array is asked for" : "An object is asked for");
  else
    {
      signet_practice_exchange_set_json (exchange, g_steal_pointer (&node));
      return TRUE;
    }
  return FALSE;
}

static gboolean
run_handler (SignetPracticeDispatcher *self,
             SignetPracticeExchange *exchange,
             const SignetPracticeRoute *route,
             GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (self->context.platform);
  gboolean keyed = signet_practice_exchange_get_key (exchange) != NULL;
  g_autoptr (SignetTransaction) transaction = NULL;
  gboolean accepted;

  if ((route->flags & SIGNET_PRACTICE_ROUTE_WRITES) == 0)
    return route->handler (&self->context, exchange, error);

  transaction = signet_db_begin (signet_practice_store_get_db (store), error);
  if (transaction == NULL)
    return FALSE;
  if (keyed)
    {
      if (!signet_practice_answers_recall (self->context.platform, exchange, error))
        goto failed;
      if (signet_practice_exchange_is_answered (exchange))
        {
          signet_practice_store_roll_back (store, g_steal_pointer (&transaction));
          return TRUE;
        }
    }
  if (!route->handler (&self->context, exchange, error))
    goto failed;

  accepted = signet_practice_exchange_get_status (exchange) < 400;
  if (accepted && keyed && !signet_practice_answers_remember (self->context.platform, exchange, error))
    goto failed;
  if (accepted || signet_practice_exchange_get_keep (exchange))
    return signet_practice_store_commit (store, g_steal_pointer (&transaction), error);
  signet_practice_store_roll_back (store, g_steal_pointer (&transaction));
  return TRUE;

failed:
  signet_practice_store_roll_back (store, g_steal_pointer (&transaction));
  return FALSE;
}

static void
fail (SignetPracticeExchange *exchange, const GError *error)
{
  g_warning ("%s %s failed: %s", signet_practice_exchange_get_method (exchange),
             signet_practice_exchange_get_path (exchange), error->message);
  signet_practice_exchange_reset (exchange);
  signet_practice_refuse (exchange, "unavailable", NULL);
}

static void
signet_practice_dispatcher_finalize (GObject *object)
{
  SignetPracticeDispatcher *self = SIGNET_PRACTICE_DISPATCHER (object);

  g_clear_object (&self->context.platform);
  g_clear_object (&self->context.reviewer);
  g_hash_table_unref (self->running);

  G_OBJECT_CLASS (signet_practice_dispatcher_parent_class)->finalize (object);
}

static void
signet_practice_dispatcher_class_init (SignetPracticeDispatcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_dispatcher_finalize;
}

static void
signet_practice_dispatcher_init (SignetPracticeDispatcher *self)
{
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * signet_practice_dispatcher_new:
 * @platform: the platform
 * @reviewer: its reviewer
 * @requests_per_window: how many requests are answered in 30 seconds
 *
 * Returns: (transfer full): a dispatcher
 */
SignetPracticeDispatcher *
signet_practice_dispatcher_new (SignetPracticePlatform *platform,
                                SignetPracticeReviewer *reviewer,
                                guint requests_per_window)
{
  SignetPracticeDispatcher *self = g_object_new (SIGNET_TYPE_PRACTICE_DISPATCHER, NULL);

  self->context.platform = g_object_ref (platform);
  self->context.reviewer = g_object_ref (reviewer);
  self->requests_per_window = requests_per_window;
  self->window_start = g_get_monotonic_time ();
  return self;
}

/**
 * signet_practice_dispatcher_admit:
 * @self: a dispatcher
 * @exchange: a request whose head is here
 *
 * Refuses what needs no body to be refused, and claims the idempotency key.
 */
void
signet_practice_dispatcher_admit (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange)
{
  const SignetPracticeRoute *route;
  g_autoptr (GError) error = NULL;

  if (!is_steering (exchange) && !count_request (self))
    {
      signet_practice_exchange_add_header (exchange, "Retry-After", "%u", MAX (seconds_left (self), 1));
      signet_practice_refuse (exchange, "throttled", NULL);
      return;
    }
  route = find_route (exchange);
  if (route == NULL)
    return;
  if ((route->flags & SIGNET_PRACTICE_ROUTE_CONTROL) != 0)
    check_control_key (self, exchange);
  else if ((route->flags & SIGNET_PRACTICE_ROUTE_PUBLIC) == 0 && !check_token (self, exchange, route, &error))
    fail (exchange, error);
  if (signet_practice_exchange_is_answered (exchange) || !read_key (exchange, route))
    return;
  claim_key (self, exchange);
}

/**
 * signet_practice_dispatcher_handle:
 * @self: a dispatcher
 * @exchange: an admitted request, whole
 *
 * Handles a request. Afterwards it is answered, or its handler holds the answer back.
 */
void
signet_practice_dispatcher_handle (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange)
{
  const SignetPracticeRoute *route = find_route (exchange);
  const char *version = signet_practice_exchange_get_header (exchange, "Tus-Resumable");
  g_autoptr (GError) error = NULL;

  if (route == NULL)
    return;
  if ((route->flags & SIGNET_PRACTICE_ROUTE_TUS) != 0)
    {
      signet_practice_exchange_add_header (exchange, "Tus-Resumable", "1.0.0");
      if (g_strcmp0 (version, "1.0.0") != 0)
        {
          signet_practice_exchange_add_header (exchange, "Tus-Version", "1.0.0");
          signet_practice_refuse (exchange, "tus-version", NULL);
          return;
        }
    }
  if (check_body (exchange, route) && !run_handler (self, exchange, route, &error))
    fail (exchange, error);
}

/**
 * signet_practice_dispatcher_release:
 * @self: a dispatcher
 * @exchange: a request that is over
 *
 * Gives its idempotency key free.
 */
void
signet_practice_dispatcher_release (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange)
{
  g_autofree char *claim = NULL;

  if (signet_practice_exchange_get_key (exchange) == NULL)
    return;
  claim = make_claim (exchange);
  if (g_hash_table_lookup (self->running, claim) == exchange)
    g_hash_table_remove (self->running, claim);
}

/**
 * signet_practice_dispatcher_add_rate_limit:
 * @self: a dispatcher
 * @exchange: a request that is answered
 *
 * Says how many requests are left (draft-ietf-httpapi-ratelimit-headers).
 */
void
signet_practice_dispatcher_add_rate_limit (SignetPracticeDispatcher *self, SignetPracticeExchange *exchange)
{
  signet_practice_exchange_add_header (exchange, "RateLimit", "\"default\";r=%u;t=%u",
                                       self->requests_per_window - self->requests, seconds_left (self));
}
