/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-server.h"

#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-wreck.h"

#include <string.h>

/* The socket side: one SoupServer on the loopback address. It gathers bodies itself, within limits, turns
 * each message into an exchange, lets faults act on it and sends the answer. Owned by main; one thread.
 */

/* Bytes beyond a body's limit that are still read and thrown away, so that the client can read the refusal.
 */
#define PATIENCE (64 * 1024 * 1024)
#define MOST_BODY (2 * 1024 * 1024)
/* A body must keep coming. */
#define IDLE_SECONDS 60

struct _SignetPracticeServer
{
  GObject parent_instance;

  SoupServer *soup;
  SignetPracticePlatform *platform;
  SignetPracticeDispatcher *dispatcher;
};

G_DEFINE_FINAL_TYPE (SignetPracticeServer, signet_practice_server, G_TYPE_OBJECT)

/* A message on its way; the message owns it, and who waits holds the message. */
typedef struct
{
  SignetPracticeServer *server; /* outlives every message */
  SoupServerMessage *message;   /* not owned */
  SignetPracticeExchange *exchange;
  GByteArray *body;
  gsize limit;
  gsize discarded;
  gboolean oversized;
  gboolean complete;
  guint idle_source;
  gboolean paused;
  SignetPracticeFaultRule fault; /* a copy without its texts */
  gboolean faulty;
} Passage;

static void
passage_free (gpointer data)
{
  Passage *passage = data;

  signet_practice_dispatcher_release (passage->server->dispatcher, passage->exchange);
  g_clear_handle_id (&passage->idle_source, g_source_remove);
  g_signal_handlers_disconnect_by_data (passage->exchange, passage);
  g_object_unref (passage->exchange);
  g_byte_array_unref (passage->body);
  g_free (passage);
}

static gboolean
is_upload (SignetPracticeExchange *exchange)
{
  return g_str_equal (signet_practice_exchange_get_method (exchange), "PATCH") &&
         g_str_has_prefix (signet_practice_exchange_get_path (exchange), "/v1/files/");
}

static void
pause_message (Passage *passage)
{
  if (passage->paused)
    return;
  passage->paused = TRUE;
  g_object_ref (passage->message);
  soup_server_message_pause (passage->message);
}

static void
unpause_message (Passage *passage)
{
  SoupServerMessage *message = passage->message;

  if (!passage->paused)
    return;
  passage->paused = FALSE;
  soup_server_message_unpause (message);
  g_object_unref (message);
}

static gboolean
wreck_cb (gpointer user_data)
{
  Passage *passage = user_data;
  SoupServerMessage *message = passage->message;

  passage->paused = FALSE;
  signet_practice_wreck (message, passage->exchange, passage->fault.fault);
  g_object_unref (message);
  return G_SOURCE_REMOVE;
}

/* The connection is taken from libsoup, which it only gives away between two of its own steps. */
static void
wreck (Passage *passage)
{
  /* A cut answer to HEAD is a whole one. */
  signet_practice_dispatcher_add_rate_limit (passage->server->dispatcher, passage->exchange);
  pause_message (passage);
  g_idle_add (wreck_cb, passage);
}

/* An answer without a body has no length (RFC 9110, section 8.6), but libsoup 3.2 takes that for a body up to
 * the end of the connection, and closes it without having said so. */
static void
wrote_empty_cb (SoupServerMessage *message, gpointer user_data)
{
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_NONE);
}

static void
send_answer (Passage *passage)
{
  SoupServerMessage *message = passage->message;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  GBytes *body = signet_practice_exchange_get_answer (passage->exchange);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  signet_practice_dispatcher_add_rate_limit (passage->server->dispatcher, passage->exchange);
  soup_message_headers_iter_init (&iter, signet_practice_exchange_get_answer_headers (passage->exchange));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    soup_message_headers_replace (headers, name, value);
  soup_message_headers_replace (headers, "X-Content-Type-Options", "nosniff");
  if (passage->discarded > 0)
    soup_message_headers_replace (headers, "Connection", "close");

  soup_server_message_set_status (message, signet_practice_exchange_get_status (passage->exchange), NULL);
  if (signet_practice_exchange_get_status (passage->exchange) == SOUP_STATUS_NO_CONTENT)
    g_signal_connect (message, "wrote-headers", G_CALLBACK (wrote_empty_cb), NULL);
  if (body != NULL)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
  unpause_message (passage);
}

static gboolean
send_answer_cb (gpointer user_data)
{
  send_answer (user_data);
  return G_SOURCE_REMOVE;
}

static void
deliver (Passage *passage)
{
  SignetPracticeExchange *exchange = passage->exchange;

  signet_practice_dispatcher_release (passage->server->dispatcher, exchange);
  if (!passage->faulty || !passage->fault.after)
    {
      send_answer (passage);
      return;
    }
  switch (passage->fault.fault)
    {
    case SIGNET_PRACTICE_FAULT_DELAY:
      pause_message (passage);
      g_timeout_add (passage->fault.milliseconds, send_answer_cb, passage);
      break;
    case SIGNET_PRACTICE_FAULT_STATUS:
      signet_practice_exchange_reset (exchange);
      signet_practice_wreck_status (exchange, passage->fault.status);
      send_answer (passage);
      break;
    case SIGNET_PRACTICE_FAULT_GARBAGE:
      signet_practice_wreck_body (exchange);
      send_answer (passage);
      break;
    case SIGNET_PRACTICE_FAULT_CUT:
    case SIGNET_PRACTICE_FAULT_RESET:
    case SIGNET_PRACTICE_FAULT_DROP_ANSWER:
      wreck (passage);
      break;
    case SIGNET_PRACTICE_FAULT_REPLAY:
    default:
      send_answer (passage);
    }
}

static void
answered_cb (SignetPracticeExchange *exchange, gpointer user_data)
{
  deliver (user_data);
}

static void
handle (Passage *passage)
{
  SignetPracticeExchange *exchange = passage->exchange;

  signet_practice_dispatcher_handle (passage->server->dispatcher, exchange);
  if (passage->faulty && passage->fault.fault == SIGNET_PRACTICE_FAULT_REPLAY &&
      signet_practice_exchange_is_answered (exchange))
    {
      signet_practice_exchange_reset (exchange);
      signet_practice_dispatcher_handle (passage->server->dispatcher, exchange);
    }
  if (signet_practice_exchange_is_answered (exchange))
    {
      deliver (passage);
      return;
    }
  pause_message (passage);
  g_signal_connect (exchange, "answered", G_CALLBACK (answered_cb), passage);
}

static gboolean
handle_cb (gpointer user_data)
{
  handle (user_data);
  return G_SOURCE_REMOVE;
}

static void
take_fault (Passage *passage)
{
  const SignetPracticeFaultRule *rule =
      signet_practice_faults_take (signet_practice_platform_get_faults (passage->server->platform),
                                   signet_practice_exchange_get_method (passage->exchange),
                                   signet_practice_exchange_get_path (passage->exchange));

  if (rule == NULL)
    return;
  passage->faulty = TRUE;
  passage->fault = *rule;
  passage->fault.method = NULL;
  passage->fault.path = NULL;
}

/* A fault before: the request never reaches the platform. */
static gboolean
fail_before (Passage *passage)
{
  if (!passage->faulty || passage->fault.after)
    return FALSE;
  switch (passage->fault.fault)
    {
    case SIGNET_PRACTICE_FAULT_STATUS:
      signet_practice_wreck_status (passage->exchange, passage->fault.status);
      send_answer (passage);
      return TRUE;
    case SIGNET_PRACTICE_FAULT_GARBAGE:
      signet_practice_wreck_body (passage->exchange);
      send_answer (passage);
      return TRUE;
    case SIGNET_PRACTICE_FAULT_CUT:
    case SIGNET_PRACTICE_FAULT_RESET:
    case SIGNET_PRACTICE_FAULT_DROP_ANSWER:
      wreck (passage);
      return TRUE;
    case SIGNET_PRACTICE_FAULT_DELAY:
    case SIGNET_PRACTICE_FAULT_REPLAY:
    default:
      return FALSE;
    }
}

static void
handler_cb (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Passage *passage = g_object_get_data (G_OBJECT (message), "signet-practice-passage");
  SignetPracticeExchange *exchange;

  if (passage == NULL)
    {
      soup_server_message_set_status (message, 400, NULL);
      return;
    }
  exchange = passage->exchange;
  passage->complete = TRUE;
  g_clear_handle_id (&passage->idle_source, g_source_remove);

  take_fault (passage);
  if (fail_before (passage))
    return;
  signet_practice_dispatcher_admit (passage->server->dispatcher, exchange);
  if (!signet_practice_exchange_is_answered (exchange) && passage->oversized)
    signet_practice_refuse (exchange, "too-large", NULL);
  if (signet_practice_exchange_is_answered (exchange))
    {
      deliver (passage);
      return;
    }

  signet_practice_exchange_set_body (exchange, g_byte_array_free_to_bytes (g_byte_array_ref (passage->body)));
  if (passage->faulty && !passage->fault.after && passage->fault.fault == SIGNET_PRACTICE_FAULT_DELAY)
    {
      pause_message (passage);
      g_timeout_add (passage->fault.milliseconds, handle_cb, passage);
    }
  else
    handle (passage);
}

static void
shut (SoupServerMessage *message)
{
  GSocket *socket = soup_server_message_get_socket (message);

  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
}

static gboolean
idle_cb (gpointer user_data)
{
  Passage *passage = user_data;

  passage->idle_source = 0;
  shut (passage->message);
  return G_SOURCE_REMOVE;
}

static void
watch_idleness (Passage *passage)
{
  g_clear_handle_id (&passage->idle_source, g_source_remove);
  passage->idle_source = g_timeout_add_seconds (IDLE_SECONDS, idle_cb, passage);
}

static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer user_data)
{
  Passage *passage = user_data;
  gsize size = g_bytes_get_size (chunk);

  watch_idleness (passage);
  if (!passage->oversized && passage->body->len + size <= passage->limit)
    {
      g_byte_array_append (passage->body, g_bytes_get_data (chunk, NULL), (guint) size);
      return;
    }
  passage->oversized = TRUE;
  g_byte_array_set_size (passage->body, 0);
  passage->discarded += size;
  if (passage->discarded > PATIENCE)
    shut (message);
}

/* The client went away in the middle of an upload: what came before that is kept, so that it can go on there
 * (tus core: "the Server SHOULD store as much of the received data as possible"). */
static void
disconnected_cb (SoupServerMessage *message, gpointer user_data)
{
  Passage *passage = user_data;
  SignetPracticeExchange *exchange = passage->exchange;

  if (passage->complete || passage->oversized || passage->body->len == 0 || !is_upload (exchange) ||
      signet_practice_exchange_get_header (exchange, "Upload-Checksum") != NULL)
    return;
  passage->complete = TRUE;
  signet_practice_dispatcher_admit (passage->server->dispatcher, exchange);
  if (signet_practice_exchange_is_answered (exchange))
    return;
  signet_practice_exchange_set_body (exchange, g_byte_array_free_to_bytes (g_byte_array_ref (passage->body)));
  signet_practice_dispatcher_handle (passage->server->dispatcher, exchange);
}

static void
early_cb (SoupServer *soup,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  SignetPracticeServer *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  Passage *passage = g_new0 (Passage, 1);

  passage->server = self;
  passage->message = message;
  passage->body = g_byte_array_new ();
  passage->exchange = signet_practice_exchange_new (soup_server_message_get_method (message),
                                                    soup_server_message_get_uri (message), headers);
  passage->limit = MOST_BODY;
  if (is_upload (passage->exchange))
    passage->limit = (gsize) signet_practice_rules_get_limit (
        signet_practice_platform_get_rules (self->platform), "bytes_per_file");
  g_object_set_data_full (G_OBJECT (message), "signet-practice-passage", passage, passage_free);

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), passage);
  g_signal_connect (message, "disconnected", G_CALLBACK (disconnected_cb), passage);
  watch_idleness (passage);

  if (soup_message_headers_get_encoding (headers) != SOUP_ENCODING_CONTENT_LENGTH ||
      soup_message_headers_get_content_length (headers) <= (goffset) passage->limit)
    return;
  passage->oversized = TRUE;
  /* Who asks first is told before the body is sent. */
  if (soup_message_headers_get_expectations (headers) & SOUP_EXPECTATION_CONTINUE)
    {
      passage->complete = TRUE;
      signet_practice_refuse (passage->exchange, "too-large", NULL);
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection",
                                    "close");
      send_answer (passage);
    }
}

static void
signet_practice_server_finalize (GObject *object)
{
  SignetPracticeServer *self = SIGNET_PRACTICE_SERVER (object);

  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_clear_object (&self->platform);
  g_clear_object (&self->dispatcher);

  G_OBJECT_CLASS (signet_practice_server_parent_class)->finalize (object);
}

static void
signet_practice_server_class_init (SignetPracticeServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_server_finalize;
}

static void
signet_practice_server_init (SignetPracticeServer *self)
{
  self->soup = soup_server_new ("server-header", "signet-practice", NULL);
  soup_server_add_early_handler (self->soup, NULL, early_cb, self, NULL);
  soup_server_add_handler (self->soup, NULL, handler_cb, self, NULL);
}

/**
 * signet_practice_server_new:
 * @platform: the platform
 * @dispatcher: what handles its requests
 *
 * Returns: (transfer full): a server that doesn't listen yet
 */
SignetPracticeServer *
signet_practice_server_new (SignetPracticePlatform *platform, SignetPracticeDispatcher *dispatcher)
{
  SignetPracticeServer *self = g_object_new (SIGNET_TYPE_PRACTICE_SERVER, NULL);

  self->platform = g_object_ref (platform);
  self->dispatcher = g_object_ref (dispatcher);
  return self;
}

/**
 * signet_practice_server_listen:
 * @self: a server
 * @port: the port, 0 for the one it had before or, if there is none or somebody else has it, any
 * @error: return location
 *
 * Listens on 127.0.0.1, and tells the platform where.
 *
 * Returns: %TRUE if it listens
 */
gboolean
signet_practice_server_listen (SignetPracticeServer *self, guint16 port, GError **error)
{
  guint16 before = signet_practice_platform_get_port (self->platform);
  guint16 wanted = port != 0 ? port : before;
  g_autoptr (GError) local_error = NULL;
  GSList *uris;

  if (!soup_server_listen_local (self->soup, wanted, SOUP_SERVER_LISTEN_IPV4_ONLY, &local_error))
    {
      if (port != 0 || wanted == 0 || !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (!soup_server_listen_local (self->soup, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
        return FALSE;
    }
  uris = soup_server_get_uris (self->soup);
  port = (guint16) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return signet_practice_platform_set_port (self->platform, port, error);
}
