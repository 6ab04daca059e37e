/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-exchange.h"

#include "practice/signet-practice-json.h"

#include <string.h>

/* One request and the answer to it, apart from the connection they travel on: so a request can be handled
 * twice, and an answer can be held back, damaged or lost, without the handlers knowing. The server makes it
 * and hears ::answered when a handler that waited sends its answer after all.
 */

struct _SignetPracticeExchange
{
  GObject parent_instance;

  char *method;
  char *path;
  GHashTable *query;
  GHashTable *form;
  SoupMessageHeaders *headers;
  GBytes *body;

  char *id;
  gconstpointer subject; /* static */
  char *key;
  gint64 account;
  gint64 session;
  JsonNode *json;

  guint status;
  SoupMessageHeaders *answer_headers;
  GBytes *answer;
  gboolean keep;
};

G_DEFINE_FINAL_TYPE (SignetPracticeExchange, signet_practice_exchange, G_TYPE_OBJECT)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
signet_practice_exchange_finalize (GObject *object)
{
  SignetPracticeExchange *self = SIGNET_PRACTICE_EXCHANGE (object);

  g_free (self->method);
  g_free (self->path);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_clear_pointer (&self->form, g_hash_table_unref);
  soup_message_headers_unref (self->headers);
  g_bytes_unref (self->body);
  g_free (self->id);
  g_free (self->key);
  g_clear_pointer (&self->json, json_node_unref);
  soup_message_headers_unref (self->answer_headers);
  g_clear_pointer (&self->answer, g_bytes_unref);

  G_OBJECT_CLASS (signet_practice_exchange_parent_class)->finalize (object);
}

static void
signet_practice_exchange_class_init (SignetPracticeExchangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_exchange_finalize;

  /**
   * SignetPracticeExchange::answered:
   * @self: the exchange
   *
   * An answer that was held back is there.
   */
  signals[ANSWERED] = g_signal_new ("answered", SIGNET_TYPE_PRACTICE_EXCHANGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
signet_practice_exchange_init (SignetPracticeExchange *self)
{
  self->body = g_bytes_new_static ("", 0);
  self->answer_headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
}

/**
 * signet_practice_exchange_new:
 * @method: HTTP method
 * @uri: what was asked for
 * @headers: the request's
 *
 * Returns: (transfer full): an exchange without body or answer
 */
SignetPracticeExchange *
signet_practice_exchange_new (const char *method, GUri *uri, SoupMessageHeaders *headers)
{
  SignetPracticeExchange *self = g_object_new (SIGNET_TYPE_PRACTICE_EXCHANGE, NULL);

  self->method = g_strdup (method);
  self->path = g_strdup (g_uri_get_path (uri));
  if (g_uri_get_query (uri) != NULL)
    self->query = soup_form_decode (g_uri_get_query (uri));
  self->headers = soup_message_headers_ref (headers);
  return self;
}

/**
 * signet_practice_exchange_get_method:
 * @self: an exchange
 *
 * Returns: (transfer none): the HTTP method
 */
const char *
signet_practice_exchange_get_method (SignetPracticeExchange *self)
{
  return self->method;
}

/**
 * signet_practice_exchange_get_path:
 * @self: an exchange
 *
 * Returns: (transfer none): the path asked for
 */
const char *
signet_practice_exchange_get_path (SignetPracticeExchange *self)
{
  return self->path;
}

/**
 * signet_practice_exchange_get_query:
 * @self: an exchange
 * @name: name of a parameter
 *
 * Returns: (transfer none) (nullable): the query parameter
 */
const char *
signet_practice_exchange_get_query (SignetPracticeExchange *self, const char *name)
{
  return self->query != NULL ? g_hash_table_lookup (self->query, name) : NULL;
}

/**
 * signet_practice_exchange_get_header:
 * @self: an exchange
 * @name: name of a request header
 *
 * Returns: (transfer none) (nullable): the header's value, all of its lines joined by commas
 */
const char *
signet_practice_exchange_get_header (SignetPracticeExchange *self, const char *name)
{
  return soup_message_headers_get_list (self->headers, name);
}

/**
 * signet_practice_exchange_has_type:
 * @self: an exchange
 * @media_type: `application/json` for instance
 *
 * Returns: %TRUE if the request's body says that it is of this type
 */
gboolean
signet_practice_exchange_has_type (SignetPracticeExchange *self, const char *media_type)
{
  const char *type = soup_message_headers_get_content_type (self->headers, NULL);

  return type != NULL && g_ascii_strcasecmp (type, media_type) == 0;
}

/**
 * signet_practice_exchange_get_body:
 * @self: an exchange
 *
 * Returns: (transfer none): the request's exact bytes
 */
GBytes *
signet_practice_exchange_get_body (SignetPracticeExchange *self)
{
  return self->body;
}

/**
 * signet_practice_exchange_set_body:
 * @self: an exchange
 * @body: (transfer full): the request's exact bytes
 */
void
signet_practice_exchange_set_body (SignetPracticeExchange *self, GBytes *body)
{
  g_bytes_unref (self->body);
  self->body = body;
}

/**
 * signet_practice_exchange_get_form:
 * @self: an exchange
 * @name: name of a field
 *
 * Reads a field of a body sent as `application/x-www-form-urlencoded`.
 *
 * Returns: (transfer none) (nullable): the field's value, %NULL if it is missing or empty
 */
const char *
signet_practice_exchange_get_form (SignetPracticeExchange *self, const char *name)
{
  const char *value;

  if (self->form == NULL)
    {
      gsize size;
      const char *bytes = g_bytes_get_data (self->body, &size);
      g_autofree char *text = g_strndup (bytes != NULL ? bytes : "", size);

      self->form = soup_form_decode (text);
    }
  value = g_hash_table_lookup (self->form, name);
  return value != NULL && value[0] != '\0' && g_utf8_validate (value, -1, NULL) ? value : NULL;
}

/**
 * signet_practice_exchange_get_id:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): what stands for `{id}` in the path
 */
const char *
signet_practice_exchange_get_id (SignetPracticeExchange *self)
{
  return self->id;
}

/**
 * signet_practice_exchange_set_id:
 * @self: an exchange
 * @id: (nullable): what stands for `{id}` in the path
 */
void
signet_practice_exchange_set_id (SignetPracticeExchange *self, const char *id)
{
  g_free (self->id);
  self->id = g_strdup (id);
}

/**
 * signet_practice_exchange_get_subject:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): what the route says of the collection
 */
gconstpointer
signet_practice_exchange_get_subject (SignetPracticeExchange *self)
{
  return self->subject;
}

/**
 * signet_practice_exchange_set_subject:
 * @self: an exchange
 * @subject: (nullable): what the route says of the collection; static
 */
void
signet_practice_exchange_set_subject (SignetPracticeExchange *self, gconstpointer subject)
{
  self->subject = subject;
}

/**
 * signet_practice_exchange_get_account:
 * @self: an exchange
 *
 * Returns: row of the account signed in, 0 for none
 */
gint64
signet_practice_exchange_get_account (SignetPracticeExchange *self)
{
  return self->account;
}

/**
 * signet_practice_exchange_set_account:
 * @self: an exchange
 * @account: row of the account signed in
 */
void
signet_practice_exchange_set_account (SignetPracticeExchange *self, gint64 account)
{
  self->account = account;
}

/**
 * signet_practice_exchange_get_session:
 * @self: an exchange
 *
 * Returns: row of the session that the access token belongs to, 0 for none
 */
gint64
signet_practice_exchange_get_session (SignetPracticeExchange *self)
{
  return self->session;
}

/**
 * signet_practice_exchange_set_session:
 * @self: an exchange
 * @session: row of the session that the access token belongs to
 */
void
signet_practice_exchange_set_session (SignetPracticeExchange *self, gint64 session)
{
  self->session = session;
}

/**
 * signet_practice_exchange_get_key:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): the idempotency key without its quotes
 */
const char *
signet_practice_exchange_get_key (SignetPracticeExchange *self)
{
  return self->key;
}

/**
 * signet_practice_exchange_set_key:
 * @self: an exchange
 * @key: the idempotency key without its quotes
 */
void
signet_practice_exchange_set_key (SignetPracticeExchange *self, const char *key)
{
  g_free (self->key);
  self->key = g_strdup (key);
}

/**
 * signet_practice_exchange_get_json:
 * @self: an exchange whose route takes JSON
 *
 * Returns: (transfer none): the object that was sent
 */
JsonObject *
signet_practice_exchange_get_json (SignetPracticeExchange *self)
{
  return json_node_get_object (self->json);
}

/**
 * signet_practice_exchange_get_array:
 * @self: an exchange whose route takes a JSON array
 *
 * Returns: (transfer none): the array that was sent
 */
JsonArray *
signet_practice_exchange_get_array (SignetPracticeExchange *self)
{
  return json_node_get_array (self->json);
}

/**
 * signet_practice_exchange_set_json:
 * @self: an exchange
 * @json: (transfer full): the object or array that was sent
 */
void
signet_practice_exchange_set_json (SignetPracticeExchange *self, JsonNode *json)
{
  g_clear_pointer (&self->json, json_node_unref);
  self->json = json;
}

/**
 * signet_practice_exchange_is_answered:
 * @self: an exchange
 *
 * Returns: %TRUE if there is an answer
 */
gboolean
signet_practice_exchange_is_answered (SignetPracticeExchange *self)
{
  return self->status != 0;
}

/**
 * signet_practice_exchange_get_status:
 * @self: an exchange
 *
 * Returns: the answer's status, 0 as long as there is none
 */
guint
signet_practice_exchange_get_status (SignetPracticeExchange *self)
{
  return self->status;
}

/**
 * signet_practice_exchange_get_answer_headers:
 * @self: an exchange
 *
 * Returns: (transfer none): the answer's headers
 */
SoupMessageHeaders *
signet_practice_exchange_get_answer_headers (SignetPracticeExchange *self)
{
  return self->answer_headers;
}

/**
 * signet_practice_exchange_get_answer:
 * @self: an exchange
 *
 * Returns: (transfer none) (nullable): the answer's body
 */
GBytes *
signet_practice_exchange_get_answer (SignetPracticeExchange *self)
{
  return self->answer;
}

/**
 * signet_practice_exchange_get_keep:
 * @self: an exchange
 *
 * Returns: %TRUE if what the handler stored is kept although it refused
 */
gboolean
signet_practice_exchange_get_keep (SignetPracticeExchange *self)
{
  return self->keep;
}

/**
 * signet_practice_exchange_set_keep:
 * @self: an exchange
 *
 * Keeps what the handler stored although it refuses: a wrong code that is counted, for instance. Otherwise a
 * refusal leaves no trace.
 */
void
signet_practice_exchange_set_keep (SignetPracticeExchange *self)
{
  self->keep = TRUE;
}

/**
 * signet_practice_exchange_add_header:
 * @self: an exchange
 * @name: name of an answer header
 * @format: its value, as for printf()
 * @...: values
 */
void
signet_practice_exchange_add_header (SignetPracticeExchange *self, const char *name, const char *format, ...)
{
  g_autofree char *value = NULL;
  va_list values;

  va_start (values, format);
  value = g_strdup_vprintf (format, values);
  va_end (values);
  soup_message_headers_replace (self->answer_headers, name, value);
}

/**
 * signet_practice_exchange_answer:
 * @self: an exchange
 * @status: HTTP status
 * @media_type: (nullable): the body's type
 * @body: (transfer full) (nullable): the body
 *
 * Answers.
 */
void
signet_practice_exchange_answer (SignetPracticeExchange *self,
                                 guint status,
                                 const char *media_type,
                                 GBytes *body)
{
  self->status = status;
  g_clear_pointer (&self->answer, g_bytes_unref);
  self->answer = body;
  if (media_type != NULL)
    soup_message_headers_replace (self->answer_headers, "Content-Type", media_type);
}

/**
 * signet_practice_exchange_answer_text:
 * @self: an exchange
 * @status: HTTP status
 * @json: JSON text
 *
 * Answers with JSON that is written already.
 */
void
signet_practice_exchange_answer_text (SignetPracticeExchange *self, guint status, const char *json)
{
  signet_practice_exchange_answer (self, status, "application/json", g_bytes_new (json, strlen (json)));
}

/**
 * signet_practice_exchange_answer_object:
 * @self: an exchange
 * @status: HTTP status
 * @object: what to answer
 *
 * Answers with JSON.
 */
void
signet_practice_exchange_answer_object (SignetPracticeExchange *self, guint status, JsonObject *object)
{
  char *text = signet_practice_json_print (object);

  signet_practice_exchange_answer (self, status, "application/json", g_bytes_new_take (text, strlen (text)));
}

/**
 * signet_practice_exchange_reset:
 * @self: an exchange
 *
 * Forgets the answer, so that the request can be handled again.
 */
void
signet_practice_exchange_reset (SignetPracticeExchange *self)
{
  self->status = 0;
  self->keep = FALSE;
  g_clear_pointer (&self->answer, g_bytes_unref);
  soup_message_headers_clear (self->answer_headers);
}

/**
 * signet_practice_exchange_send:
 * @self: an exchange that is answered
 *
 * Sends an answer that was held back.
 */
void
signet_practice_exchange_send (SignetPracticeExchange *self)
{
  g_return_if_fail (self->status != 0);

  g_signal_emit (self, signals[ANSWERED], 0);
}
