/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-wreck.h"

#include "practice/signet-practice-refusal.h"

#include <string.h>
#include <sys/socket.h>

/* How faults look on the wire. */

/* No JSON, no text, and a NUL in it. */
static const char garbage[] = "\x1f\x8b{\"resource\": {\"id\": \"\xff\xfe\0\x80\", \"status\":: 1e400, nul";

static void
reset_connection (GSocket *socket)
{
  struct linger now = { .l_onoff = 1, .l_linger = 0 };

  /* Closing with a lingering time of zero sends RST instead of FIN. */
  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

/* Says how much comes and sends half of it. */
static void
send_half (GIOStream *stream, SignetPracticeExchange *exchange)
{
  GOutputStream *out = g_io_stream_get_output_stream (stream);
  GBytes *body = signet_practice_exchange_get_answer (exchange);
  gsize size = body != NULL ? g_bytes_get_size (body) : 0;
  guint status = signet_practice_exchange_get_status (exchange);
  g_autoptr (GString) head = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name, *value;

  g_string_append_printf (head, "HTTP/1.1 %u %s\r\n", status != 0 ? status : 200,
                          soup_status_get_phrase (status != 0 ? status : 200));
  soup_message_headers_iter_init (&iter, signet_practice_exchange_get_answer_headers (exchange));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    g_string_append_printf (head, "%s: %s\r\n", name, value);
  g_string_append_printf (head, "Content-Length: %" G_GSIZE_FORMAT "\r\n\r\n", MAX (size, 2));

  /* A few hundred bytes into an empty socket buffer: this doesn't block. */
  g_output_stream_write_all (out, head->str, head->len, NULL, NULL, NULL);
  if (size > 1)
    g_output_stream_write_all (out, g_bytes_get_data (body, NULL), size / 2, NULL, NULL, NULL);
  else
    g_output_stream_write_all (out, "{", 1, NULL, NULL, NULL);
}

/**
 * signet_practice_wreck:
 * @message: a paused message
 * @exchange: its exchange; what it was answered is lost
 * @fault: cut, reset or drop_answer
 *
 * Takes the connection away and ends it as the fault says.
 */
void
signet_practice_wreck (SoupServerMessage *message,
                       SignetPracticeExchange *exchange,
                       SignetPracticeFault fault)
{
  g_autoptr (GSocket) socket = soup_server_message_get_socket (message);
  g_autoptr (GIOStream) stream = NULL;

  if (socket != NULL)
    g_object_ref (socket);
  stream = soup_server_message_steal_connection (message);
  if (stream == NULL)
    return;
  if (fault == SIGNET_PRACTICE_FAULT_CUT)
    send_half (stream, exchange);
  else if (fault == SIGNET_PRACTICE_FAULT_RESET && socket != NULL)
    reset_connection (socket);
  g_io_stream_close (stream, NULL, NULL);
}

/**
 * signet_practice_wreck_status:
 * @exchange: an exchange without answer
 * @status: HTTP status
 *
 * Answers as something on the way would: with a status and no problem details, except where the contract has
 * one for it.
 */
void
signet_practice_wreck_status (SignetPracticeExchange *exchange, guint status)
{
  if (status == 429)
    signet_practice_refuse (exchange, "throttled", "A fault");
  else if (status == 503)
    signet_practice_refuse (exchange, "unavailable", "A fault");
  else
    {
      const char *phrase = soup_status_get_phrase (status);

      signet_practice_exchange_answer (exchange, status, "text/plain", g_bytes_new (phrase, strlen (phrase)));
    }
}

/**
 * signet_practice_wreck_body:
 * @exchange: an exchange
 *
 * Puts bytes in the answer's place that nobody can read.
 */
void
signet_practice_wreck_body (SignetPracticeExchange *exchange)
{
  guint status = signet_practice_exchange_get_status (exchange);

  signet_practice_exchange_answer (exchange, status != 0 && status != 204 ? status : 200, "application/json",
                                   g_bytes_new_static (garbage, sizeof garbage - 1));
}
