/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-server.h"

#include <libsoup/soup.h>
#include <string.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

typedef struct
{
  TestManner manner;
  char *raw;
  TestHandler handler;
  gpointer user_data;
} Step;

typedef struct
{
  GPtrArray *steps;
  guint next;
  guint count;
  TestRequest *last;
} Script;

struct _TestServer
{
  GSocketService *service;
  GTlsCertificate *certificate;
  char *address;
  GCancellable *over;
  GMutex lock;
  GHashTable *scripts;
};

static void
request_free (TestRequest *request)
{
  if (request == NULL)
    return;
  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  g_clear_pointer (&request->headers, g_hash_table_unref);
  g_clear_pointer (&request->body, g_bytes_unref);
  g_free (request);
}

static void
step_free (Step *step)
{
  g_free (step->raw);
  g_free (step);
}

static void
script_free (Script *script)
{
  g_ptr_array_unref (script->steps);
  request_free (script->last);
  g_free (script);
}

static Script *
ensure_script (TestServer *self, const char *what)
{
  Script *script = g_hash_table_lookup (self->scripts, what);

  if (script == NULL)
    {
      script = g_new0 (Script, 1);
      script->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
      g_hash_table_insert (self->scripts, g_strdup (what), script);
    }
  return script;
}

static TestRequest *
read_request (GDataInputStream *input, GCancellable *cancellable)
{
  g_autofree char *line = g_data_input_stream_read_line (input, NULL, cancellable, NULL);
  g_auto (GStrv) words = line != NULL ? g_strsplit (g_strchomp (line), " ", 3) : NULL;
  TestRequest *request;
  const char *length, *question;
  gsize size = 0, got = 0;
  guint8 *body;

  if (words == NULL || g_strv_length (words) != 3)
    return NULL;
  request = g_new0 (TestRequest, 1);
  request->method = g_strdup (words[0]);
  question = strchr (words[1], '?');
  request->path = question != NULL ? g_strndup (words[1], question - words[1]) : g_strdup (words[1]);
  request->query = question != NULL ? g_strdup (question + 1) : NULL;
  request->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (;;)
    {
      g_autofree char *header = g_data_input_stream_read_line (input, NULL, cancellable, NULL);
      char *colon = header != NULL ? strchr (g_strchomp (header), ':') : NULL;

      if (header == NULL || *header == '\0' || colon == NULL)
        break;
      *colon = '\0';
      g_hash_table_replace (request->headers, g_ascii_strdown (header, -1),
                            g_strdup (g_strstrip (colon + 1)));
    }
  length = g_hash_table_lookup (request->headers, "content-length");
  if (length != NULL)
    size = (gsize) g_ascii_strtoull (length, NULL, 10);
  body = g_malloc (size + 1);
  g_input_stream_read_all (G_INPUT_STREAM (input), body, size, &got, cancellable, NULL);
  if (got != size)
    {
      g_free (body);
      request_free (request);
      return NULL;
    }
  request->body = g_bytes_new_take (body, size);
  return request;
}

/* Decides what to do about @request, under the lock. */
static char *
choose (TestServer *self, TestRequest *request, TestManner *manner)
{
  g_autofree char *what = g_strconcat (request->method, " ", request->path, NULL);
  Script *script;
  Step *step;
  char *raw;

  g_mutex_lock (&self->lock);
  script = ensure_script (self, what);
  script->count++;
  *manner = TEST_ANSWER;
  if (script->steps->len == 0)
    {
      raw = test_problem (404, "not-found", NULL, NULL);
    }
  else
    {
      step = g_ptr_array_index (script->steps, MIN (script->next, script->steps->len - 1));
      script->next++;
      *manner = step->manner;
      raw = step->handler != NULL ? step->handler (request, step->user_data) : g_strdup (step->raw);
    }
  request_free (script->last);
  script->last = request;
  g_mutex_unlock (&self->lock);
  return raw;
}

static void
wait_for_client (TestServer *self, GIOStream *stream, gboolean talk)
{
  static char blanks[65536];
  char byte;

  memset (blanks, ' ', sizeof blanks);
  while (talk && g_output_stream_write_all (g_io_stream_get_output_stream (stream), blanks, sizeof blanks,
                                            NULL, self->over, NULL))
    ;
  while (!talk && g_input_stream_read (g_io_stream_get_input_stream (stream), &byte, 1, self->over, NULL) > 0)
    ;
}

static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  TestServer *self = user_data;
  g_autoptr (GIOStream) stream = g_object_ref (G_IO_STREAM (connection));
  g_autoptr (GDataInputStream) input = NULL;
  TestManner manner = TEST_ANSWER;

  g_socket_set_option (g_socket_connection_get_socket (connection), IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  if (self->certificate != NULL)
    {
      g_object_unref (stream);
      stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
      if (!g_tls_connection_handshake (G_TLS_CONNECTION (stream), self->over, NULL))
        return TRUE;
    }
  input = g_data_input_stream_new (g_io_stream_get_input_stream (stream));
  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_LF);
  while (manner == TEST_ANSWER)
    {
      TestRequest *request = read_request (input, self->over);
      g_autofree char *raw = NULL;

      if (request == NULL)
        break;
      raw = choose (self, request, &manner);
      if (!g_output_stream_write_all (g_io_stream_get_output_stream (stream), raw, strlen (raw), NULL,
                                      self->over, NULL))
        break;
    }
  if (manner == TEST_STALL || manner == TEST_ENDLESS)
    wait_for_client (self, stream, manner == TEST_ENDLESS);
  if (manner == TEST_RESET)
    {
      struct linger linger = { 1, 0 };

      setsockopt (g_socket_get_fd (g_socket_connection_get_socket (connection)), SOL_SOCKET, SO_LINGER,
                  &linger, sizeof linger);
    }
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

TestServer *
test_server_new (GTlsCertificate *certificate)
{
  TestServer *self = g_new0 (TestServer, 1);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  GError *error = NULL;

  g_mutex_init (&self->lock);
  self->scripts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) script_free);
  self->over = g_cancellable_new ();
  self->certificate = certificate != NULL ? g_object_ref (certificate) : NULL;
  self->service = g_threaded_socket_service_new (-1);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL, &bound, &error);
  g_assert_no_error (error);
  self->address = g_strdup_printf ("%s://127.0.0.1:%u", certificate != NULL ? "https" : "http",
                                   g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
  g_signal_connect (self->service, "run", G_CALLBACK (run_cb), self);
  g_socket_service_start (self->service);
  return self;
}

void
test_server_free (TestServer *self)
{
  GWeakRef service;
  GObject *alive;

  g_cancellable_cancel (self->over);
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  /* Each connection's thread holds the service, and so does its pending accept. */
  g_weak_ref_init (&service, self->service);
  g_clear_object (&self->service);
  while ((alive = g_weak_ref_get (&service)) != NULL)
    {
      g_object_unref (alive);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
  g_weak_ref_clear (&service);
  g_clear_object (&self->certificate);
  g_clear_object (&self->over);
  g_hash_table_unref (self->scripts);
  g_mutex_clear (&self->lock);
  g_free (self->address);
  g_free (self);
}

const char *
test_server_get_address (TestServer *self)
{
  return self->address;
}

static void
add_step (TestServer *self,
          const char *what,
          TestManner manner,
          const char *raw,
          TestHandler handler,
          gpointer user_data)
{
  Step *step = g_new0 (Step, 1);

  step->manner = manner;
  step->raw = g_strdup (raw);
  step->handler = handler;
  step->user_data = user_data;
  g_mutex_lock (&self->lock);
  g_ptr_array_add (ensure_script (self, what)->steps, step);
  g_mutex_unlock (&self->lock);
}

void
test_server_script (TestServer *self, const char *what, TestManner manner, const char *raw)
{
  add_step (self, what, manner, raw, NULL, NULL);
}

void
test_server_handle (TestServer *self, const char *what, TestHandler handler, gpointer user_data)
{
  add_step (self, what, TEST_ANSWER, NULL, handler, user_data);
}

void
test_server_forget (TestServer *self, const char *what)
{
  g_mutex_lock (&self->lock);
  g_hash_table_remove (self->scripts, what);
  g_mutex_unlock (&self->lock);
}

guint
test_server_count (TestServer *self, const char *what)
{
  guint count;

  g_mutex_lock (&self->lock);
  count = ensure_script (self, what)->count;
  g_mutex_unlock (&self->lock);
  return count;
}

char *
test_server_dup_header (TestServer *self, const char *what, const char *name)
{
  Script *script;
  char *value;

  g_mutex_lock (&self->lock);
  script = ensure_script (self, what);
  value = script->last != NULL ? g_strdup (g_hash_table_lookup (script->last->headers, name)) : NULL;
  g_mutex_unlock (&self->lock);
  return value;
}

GBytes *
test_server_get_body (TestServer *self, const char *what)
{
  Script *script;
  GBytes *body;

  g_mutex_lock (&self->lock);
  script = ensure_script (self, what);
  body = script->last != NULL ? g_bytes_ref (script->last->body) : NULL;
  g_mutex_unlock (&self->lock);
  return body;
}

char *
test_answer (guint status, const char *type, const char *extra, const char *body)
{
  return g_strdup_printf ("HTTP/1.1 %u Whatever\r\nContent-Type: %s\r\nContent-Length: %zu\r\n%s\r\n%s",
                          status, type, strlen (body), extra != NULL ? extra : "", body);
}

char *
test_problem (guint status, const char *code, const char *extra, const char *findings)
{
  g_autofree char *body =
      g_strdup_printf ("{\"type\":\"urn:signet:problem:%s\",\"title\":\"No\",\"status\":%u,\"findings\":%s}",
                       code, status, findings != NULL ? findings : "[]");

  return test_answer (status, "application/problem+json", extra, body);
}

char *
test_form_value (TestRequest *request, const char *name)
{
  g_autofree char *form = g_strndup (g_bytes_get_data (request->body, NULL),
                                     g_bytes_get_size (request->body));
  g_autoptr (GHashTable) table = soup_form_decode (form);

  return g_strdup (g_hash_table_lookup (table, name));
}
