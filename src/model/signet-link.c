/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-link.h"

#include <string.h>

/*
 * SignetLink: an http or https address in its normal form (RFC 3986, 6.2.2 and 6.2.3), without its fragment,
 * which never reaches a server. A plain value; any thread.
 *
 * Normal means: scheme and host in lower case, the host in ASCII (IDNA), no default port, no dot segments,
 * no empty path, percent-encoded only what has to be. The scheme itself stays as it was pasted: http and
 * https are two addresses by the RFC; that they lead to the same target is for whoever compares targets.
 */

/* RFC 3986, 2.3: what never needs percent-encoding. */
static gboolean
is_unreserved (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("-._~", c) != NULL);
}

/* Decodes what is encoded without need and writes the rest in capitals. A lone % is left alone. */
static char *
normalise_encoding (const char *text)
{
  GString *normal = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      int c;

      if (*p != '%' || !g_ascii_isxdigit (p[1]) || !g_ascii_isxdigit (p[2]))
        {
          g_string_append_c (normal, *p);
          continue;
        }
      c = g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]);
      if (c < 0x80 && is_unreserved ((char) c))
        g_string_append_c (normal, (char) c);
      else
        g_string_append_printf (normal, "%%%02X", (guint) c);
      p += 2;
    }

  return g_string_free (normal, FALSE);
}

/* RFC 3986, 5.2.4; @path begins with a slash. */
static char *
remove_dot_segments (const char *path)
{
  g_auto (GStrv) segments = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  gboolean open_end = FALSE;

  if (strstr (path, "/.") == NULL)
    return g_strdup (path);

  segments = g_strsplit (path + 1, "/", -1);
  kept = g_ptr_array_new ();
  for (char **segment = segments; *segment != NULL; segment++)
    {
      gboolean up = strcmp (*segment, "..") == 0;

      open_end = up || strcmp (*segment, ".") == 0;
      if (!open_end)
        g_ptr_array_add (kept, *segment);
      else if (up && kept->len > 0)
        g_ptr_array_set_size (kept, (int) kept->len - 1);
    }
  if (open_end)
    g_ptr_array_add (kept, (gpointer) "");
  g_ptr_array_add (kept, NULL);

  g_autofree char *joined = g_strjoinv ("/", (char **) kept->pdata);
  return g_strconcat ("/", joined, NULL);
}

/* Letters, digits, hyphens in labels that aren't empty (underscores exist), or an address in numbers. */
static gboolean
is_host (const char *host)
{
  if (strchr (host, ':') != NULL)
    return g_hostname_is_ip_address (host);
  return *host != '\0' && *host != '.' && strstr (host, "..") == NULL && !g_str_has_suffix (host, ".") &&
         strspn (host, "abcdefghijklmnopqrstuvwxyz0123456789.-_") == strlen (host);
}

static int
get_default_port (const char *scheme)
{
  return strcmp (scheme, "https") == 0 ? 443 : 80;
}

/**
 * signet_link_new:
 * @address: an address
 *
 * Returns: (transfer full) (nullable): the address in its normal form, or %NULL if it is no http or https
 *   address with a host
 */
SignetLink *
signet_link_new (const char *address)
{
  g_autoptr (SignetLink) self = g_new0 (SignetLink, 1);
  g_autofree char *path = NULL;
  g_autofree char *query = NULL;
  g_autofree char *encoded = NULL;
  gsize length;

  g_return_val_if_fail (address != NULL, NULL);

  if (!g_uri_split (address, G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED, &self->scheme, &self->userinfo,
                    &self->host, &self->port, &path, &query, NULL, NULL))
    return NULL;
  if (self->scheme == NULL || self->host == NULL)
    return NULL;

  for (char *p = self->scheme; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  if (strcmp (self->scheme, "http") != 0 && strcmp (self->scheme, "https") != 0)
    return NULL;

  if (g_hostname_is_non_ascii (self->host))
    {
      char *ascii = g_hostname_to_ascii (self->host);

      if (ascii == NULL)
        return NULL;
      g_free (self->host);
      self->host = ascii;
    }
  for (char *p = self->host; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  length = strlen (self->host);
  if (length > 1 && self->host[length - 1] == '.') /* the root of the name system, RFC 1034, 3.1 */
    self->host[--length] = '\0';
  if (!is_host (self->host))
    return NULL;

  if (self->port == get_default_port (self->scheme))
    self->port = -1;

  encoded = normalise_encoding (*path != '\0' ? path : "/");
  self->path = remove_dot_segments (encoded);
  if (query != NULL && *query != '\0')
    self->query = normalise_encoding (query);

  return g_steal_pointer (&self);
}

/**
 * signet_link_free:
 * @self: (nullable) (transfer full): a link
 *
 * Frees @self.
 */
void
signet_link_free (SignetLink *self)
{
  if (self == NULL)
    return;
  g_free (self->scheme);
  g_free (self->userinfo);
  g_free (self->host);
  g_free (self->path);
  g_free (self->query);
  g_free (self);
}

/**
 * signet_link_to_string:
 * @self: a link
 *
 * Returns: (transfer full): the address
 */
char *
signet_link_to_string (SignetLink *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_uri_join (G_URI_FLAGS_ENCODED, self->scheme, self->userinfo, self->host, self->port, self->path,
                     self->query, NULL);
}

/**
 * signet_link_dup_parameter:
 * @self: a link
 * @name: name of a query parameter
 *
 * Returns: (transfer full) (nullable): the value of the first parameter of that name, still percent-encoded
 *   where it has to be
 */
char *
signet_link_dup_parameter (SignetLink *self, const char *name)
{
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  length = strlen (name);
  for (const char *p = self->query; p != NULL && *p != '\0';)
    {
      gsize pair = strcspn (p, "&");

      if (pair > length && p[length] == '=' && strncmp (p, name, length) == 0)
        return g_strndup (p + length + 1, pair - length - 1);
      p += pair;
      p += *p == '&';
    }

  return NULL;
}

/**
 * signet_link_drop_parameters:
 * @self: a link
 * @is_dropped: (scope call): says whether a parameter of a name is dropped
 * @data: (closure): for @is_dropped
 *
 * Drops query parameters; the order of the others stays. A query with none left is dropped itself.
 */
void
signet_link_drop_parameters (SignetLink *self, SignetLinkParameterFunc is_dropped, gpointer data)
{
  GString *kept;

  g_return_if_fail (self != NULL);
  g_return_if_fail (is_dropped != NULL);

  if (self->query == NULL)
    return;

  kept = g_string_sized_new (strlen (self->query));
  for (const char *p = self->query; *p != '\0';)
    {
      gsize pair = strcspn (p, "&");
      g_autofree char *name = g_strndup (p, MIN (pair, strcspn (p, "=&")));

      if (pair > 0 && !is_dropped (name, data))
        {
          if (kept->len > 0)
            g_string_append_c (kept, '&');
          g_string_append_len (kept, p, (gssize) pair);
        }
      p += pair;
      p += *p == '&';
    }

  g_free (self->query);
  self->query = g_string_free (kept, kept->len == 0);
}
