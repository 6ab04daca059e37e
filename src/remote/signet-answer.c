/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-answer.h"

#include <libsoup/soup.h>

/*
 * One complete answer: length and digest have been verified and JSON has been through the strict reader by
 * the time it exists. Made by SignetHttp; immutable. Main thread.
 */

/* A platform that asks for more than a day is asked again after one. */
#define LONGEST_RETRY_AFTER (24 * 60 * 60)

struct _SignetAnswer
{
  GObject parent_instance;

  guint status;
  GHashTable *headers;
  GBytes *body;
  JsonNode *root;
  GError *unreadable;
  char *address;
  char *location;
  char *next;
};

G_DEFINE_FINAL_TYPE (SignetAnswer, signet_answer, G_TYPE_OBJECT)

static char *
resolve (SignetAnswer *self, const char *reference)
{
  return g_uri_resolve_relative (self->address, reference, SOUP_HTTP_URI_FLAGS, NULL);
}

/* The target of the first link with rel="next" in a Link header (RFC 8288), as it stands there. */
static char *
find_next (const char *link)
{
  const char *at = link;

  while ((at = strchr (at, '<')) != NULL)
    {
      const char *end = strchr (at, '>');
      const char *params, *stop;
      gboolean quoted = FALSE;
      g_autofree char *text = NULL;

      if (end == NULL)
        return NULL;
      params = end + 1;
      for (stop = params; *stop != '\0' && (quoted || *stop != ','); stop++)
        if (*stop == '"')
          quoted = !quoted;
      text = g_strndup (params, stop - params);
      if (g_regex_match_simple (";\\s*rel\\s*=\\s*(?:next\\b|\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\")", text,
                                G_REGEX_CASELESS, 0))
        return g_strndup (at + 1, end - at - 1);
      at = stop;
    }
  return NULL;
}

static gboolean
is_media_type (SignetAnswer *self, const char *wanted)
{
  const char *value = signet_answer_get_header (self, "content-type");
  gsize length;

  if (value == NULL)
    return FALSE;
  length = strcspn (value, "; \t");
  return length == strlen (wanted) && g_ascii_strncasecmp (value, wanted, length) == 0;
}

/* What a network that wants a person to sign in first puts in place of every answer. */
static gboolean
is_page (SignetAnswer *self)
{
  return is_media_type (self, "text/html") || is_media_type (self, "application/xhtml+xml");
}

static gboolean
is_success (SignetAnswer *self)
{
  return self->status >= 200 && self->status < 300;
}

/* Statuses that say "later". That a fresh token is refused is nothing a person can mend. */
static gboolean
is_temporary (SignetAnswer *self, SignetRemoteError *code)
{
  if (self->status == 429)
    *code = SIGNET_REMOTE_ERROR_THROTTLED;
  else if (self->status == 511) /* RFC 6585, section 6 */
    *code = SIGNET_REMOTE_ERROR_INTERCEPTED;
  else if (self->status == 401 || self->status == 408 || self->status == 425 || self->status >= 500)
    *code = SIGNET_REMOTE_ERROR_UNAVAILABLE;
  else
    return FALSE;
  return TRUE;
}

static int
count_tries_left (SignetAnswer *self, SignetProblem *problem)
{
  const char *text = problem != NULL ? signet_problem_get_param (problem, "tries_left") : "";
  guint64 tries;

  if (g_ascii_string_to_unsigned (text, 10, 0, 1000, &tries, NULL))
    return (int) tries;
  return (int) CLAMP (signet_answer_get_number (self, "tries_left", -1), -1, 1000);
}

static void
signet_answer_finalize (GObject *object)
{
  SignetAnswer *self = SIGNET_ANSWER (object);

  g_hash_table_unref (self->headers);
  g_bytes_unref (self->body);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_error (&self->unreadable);
  g_free (self->address);
  g_free (self->location);
  g_free (self->next);

  G_OBJECT_CLASS (signet_answer_parent_class)->finalize (object);
}

static void
signet_answer_class_init (SignetAnswerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_answer_finalize;
}

static void
signet_answer_init (SignetAnswer *self)
{
}

/**
 * signet_answer_get_status:
 * @self: an answer
 *
 * Returns: the HTTP status; outside this room always 2xx
 */
guint
signet_answer_get_status (SignetAnswer *self)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), 0);

  return self->status;
}

/**
 * signet_answer_get_body:
 * @self: an answer
 *
 * Returns: (transfer none): the exact bytes, maybe none
 */
GBytes *
signet_answer_get_body (SignetAnswer *self)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), NULL);

  return self->body;
}

/**
 * signet_answer_get_root:
 * @self: an answer
 *
 * Returns: (transfer none) (nullable): the body read as JSON, strictly; %NULL if there is no body
 */
JsonNode *
signet_answer_get_root (SignetAnswer *self)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), NULL);

  return self->root;
}

/**
 * signet_answer_get_header:
 * @self: an answer
 * @name: in lower case
 *
 * Returns: (nullable): the header's value, several joined by commas
 */
const char *
signet_answer_get_header (SignetAnswer *self, const char *name)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), NULL);

  return g_hash_table_lookup (self->headers, name);
}

/**
 * signet_answer_get_etag:
 * @self: an answer
 *
 * Returns: (nullable): the version of the resource, quotes included, for If-Match
 */
const char *
signet_answer_get_etag (SignetAnswer *self)
{
  return signet_answer_get_header (self, "etag");
}

/**
 * signet_answer_get_location:
 * @self: an answer
 *
 * Returns: (nullable): the absolute address of what was made
 */
const char *
signet_answer_get_location (SignetAnswer *self)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), NULL);

  return self->location;
}

/**
 * signet_answer_get_next:
 * @self: an answer
 *
 * Returns: (nullable): the absolute address of the next page (RFC 8288), %NULL on the last one
 */
const char *
signet_answer_get_next (SignetAnswer *self)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), NULL);

  return self->next;
}

/**
 * signet_answer_new:
 * @status: the HTTP status
 * @headers: (transfer full): names in lower case
 * @body: (transfer full): verified bytes
 * @root: (transfer full) (nullable): the body as JSON
 * @unreadable: (transfer full) (nullable): why the body, though said to be JSON, couldn't be read as that
 * @address: what was asked
 *
 * Returns: (transfer full): an answer
 */
SignetAnswer *
signet_answer_new (guint status,
                   GHashTable *headers,
                   GBytes *body,
                   JsonNode *root,
                   GError *unreadable,
                   const char *address)
{
  SignetAnswer *self = g_object_new (SIGNET_TYPE_ANSWER, NULL);
  const char *value;

  self->status = status;
  self->headers = headers;
  self->body = body;
  self->root = root;
  self->unreadable = unreadable;
  self->address = g_strdup (address);
  if ((value = signet_answer_get_header (self, "location")) != NULL)
    self->location = resolve (self, value);
  if ((value = signet_answer_get_header (self, "link")) != NULL)
    {
      g_autofree char *target = find_next (value);

      if (target != NULL)
        self->next = resolve (self, target);
    }
  return self;
}

/**
 * signet_answer_get_member:
 * @self: an answer
 * @name: a member of its JSON object
 *
 * Returns: (nullable): the member if it is there and a string
 */
const char *
signet_answer_get_member (SignetAnswer *self, const char *name)
{
  JsonNode *node;

  g_return_val_if_fail (SIGNET_IS_ANSWER (self), NULL);

  if (self->root == NULL || !JSON_NODE_HOLDS_OBJECT (self->root))
    return NULL;
  node = json_object_get_member (json_node_get_object (self->root), name);
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/**
 * signet_answer_get_number:
 * @self: an answer
 * @name: a member of its JSON object
 * @otherwise: what to say if it isn't there or no integer
 *
 * Returns: the member or @otherwise
 */
gint64
signet_answer_get_number (SignetAnswer *self, const char *name, gint64 otherwise)
{
  JsonNode *node;

  g_return_val_if_fail (SIGNET_IS_ANSWER (self), otherwise);

  if (self->root == NULL || !JSON_NODE_HOLDS_OBJECT (self->root))
    return otherwise;
  node = json_object_get_member (json_node_get_object (self->root), name);
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;
  return json_node_get_int (node);
}

/**
 * signet_answer_get_retry_after:
 * @self: an answer
 *
 * Both forms of Retry-After (RFC 9110, section 10.2.3); a date counts from the platform's own Date, so that a
 * wrong clock here does no harm.
 *
 * Returns: seconds the platform asks to wait, 0 if it doesn't
 */
guint
signet_answer_get_retry_after (SignetAnswer *self)
{
  const char *value = signet_answer_get_header (self, "retry-after");
  const char *date = signet_answer_get_header (self, "date");
  g_autoptr (GDateTime) then = NULL;
  g_autoptr (GDateTime) now = NULL;
  guint64 seconds;

  if (value == NULL)
    return 0;
  if (g_ascii_isdigit (value[0]) && g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT64, &seconds, NULL))
    return (guint) MIN (seconds, LONGEST_RETRY_AFTER);
  then = soup_date_time_new_from_http_string (value);
  now = date != NULL ? soup_date_time_new_from_http_string (date) : g_date_time_new_now_utc ();
  if (then == NULL || now == NULL)
    return 0;
  return (guint) CLAMP (g_date_time_difference (then, now) / G_TIME_SPAN_SECOND, 0, LONGEST_RETRY_AFTER);
}

/**
 * signet_answer_check_json:
 * @self: an answer
 * @error: return location
 *
 * Sets %SIGNET_REMOTE_ERROR_PROTOCOL if there is a body and it isn't sound JSON.
 *
 * Returns: whether the body can be used
 */
gboolean
signet_answer_check_json (SignetAnswer *self, GError **error)
{
  g_return_val_if_fail (SIGNET_IS_ANSWER (self), FALSE);

  if (self->unreadable != NULL)
    g_set_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "unreadable answer: %s",
                 self->unreadable->message);
  else if (self->root == NULL && g_bytes_get_size (self->body) > 0 && is_page (self))
    g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_INTERCEPTED,
                         "the answer is a web page");
  else if (self->root == NULL && g_bytes_get_size (self->body) > 0)
    g_set_error_literal (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_PROTOCOL, "the answer is not JSON");
  else
    return TRUE;
  return FALSE;
}

/**
 * signet_answer_check:
 * @self: an answer of the API
 * @error: return location, extended with what the platform said
 *
 * Sorts the statuses (RFC 9110) and problem documents (RFC 9457) into what can be done about them. A 4xx
 * without a problem document doesn't come from the platform but from something in between (a captive portal,
 * a proxy), and refuses nothing for good.
 *
 * Returns: whether it is a 2xx with a body that can be used
 */
gboolean
signet_answer_check (SignetAnswer *self, GError **error)
{
  g_autoptr (SignetProblem) problem = NULL;
  SignetRemoteError code;
  const char *word;

  g_return_val_if_fail (SIGNET_IS_ANSWER (self), FALSE);

  if (is_success (self))
    return signet_answer_check_json (self, error);

  if (self->root != NULL && is_media_type (self, "application/problem+json"))
    problem = signet_problem_new_from_node (self->root, NULL);
  word = problem != NULL ? signet_problem_get_code (problem) : "";

  if (g_str_equal (word, "code-exhausted") || g_str_equal (word, "password-locked"))
    code = SIGNET_REMOTE_ERROR_LOCKED;
  else if (is_temporary (self, &code))
    ;
  else if (g_str_equal (word, "idempotency-in-progress"))
    code = SIGNET_REMOTE_ERROR_UNAVAILABLE;
  else if (problem == NULL)
    code = SIGNET_REMOTE_ERROR_PROTOCOL;
  else if (g_str_equal (word, "wrong-password"))
    code = SIGNET_REMOTE_ERROR_WRONG_PASSWORD;
  else if (g_str_equal (word, "wrong-code"))
    code = SIGNET_REMOTE_ERROR_WRONG_CODE;
  else if (g_str_equal (word, "code-expired"))
    code = SIGNET_REMOTE_ERROR_CODE_EXPIRED;
  else
    code = SIGNET_REMOTE_ERROR_REFUSED;

  g_propagate_error (error, signet_remote_error_new (code, self->status, problem,
                                                     signet_answer_get_retry_after (self),
                                                     count_tries_left (self, problem), "HTTP status %u%s%s",
                                                     self->status, *word != '\0' ? ", problem " : "", word));
  return FALSE;
}

/**
 * signet_answer_check_oauth:
 * @self: an answer of an OAuth endpoint
 * @on_invalid_grant: what "invalid_grant" means to the caller
 * @error: return location
 *
 * The same for the errors of RFC 6749, section 5.2, and draft-ietf-oauth-first-party-apps.
 *
 * Returns: whether it is a 2xx with a body that can be used
 */
gboolean
signet_answer_check_oauth (SignetAnswer *self, SignetRemoteError on_invalid_grant, GError **error)
{
  SignetRemoteError code;
  const char *word;

  g_return_val_if_fail (SIGNET_IS_ANSWER (self), FALSE);

  if (is_success (self))
    return signet_answer_check_json (self, error);

  word = signet_answer_get_member (self, "error");
  if (g_strcmp0 (word, "invalid_grant") == 0)
    code = on_invalid_grant;
  else if (g_strcmp0 (word, "invalid_session") == 0 || g_strcmp0 (word, "expired_token") == 0)
    code = SIGNET_REMOTE_ERROR_CODE_EXPIRED;
  else if (g_strcmp0 (word, "access_denied") == 0)
    code = SIGNET_REMOTE_ERROR_DENIED;
  else if (self->status == 429 && g_strcmp0 (signet_answer_get_member (self, "reason"), "locked") == 0)
    code = SIGNET_REMOTE_ERROR_LOCKED;
  else if (self->status == 429 && g_strcmp0 (signet_answer_get_member (self, "reason"), "daily_limit") == 0)
    code = SIGNET_REMOTE_ERROR_LIMIT;
  else if (is_temporary (self, &code))
    ;
  else
    code = word != NULL ? SIGNET_REMOTE_ERROR_REFUSED : SIGNET_REMOTE_ERROR_PROTOCOL;

  g_propagate_error (error,
                     signet_remote_error_new (code, self->status, NULL, signet_answer_get_retry_after (self),
                                              count_tries_left (self, NULL), "HTTP status %u, %s",
                                              self->status, word != NULL ? word : "no reason"));
  return FALSE;
}
