/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-link-parser.h"

#include "model/signet-link-shape.h"
#include "model/signet-link.h"
#include "model/signet-share-text.h"
#include "model/signet-target-kind.h"
#include "model/signet-words.h"

#include <string.h>

/**
 * SignetLinkParser:
 *
 * Understands what people paste: finds the links and share passcodes of a text and says what each leads to on
 * one platform. Which hosts and shapes there are is the platform's data; nothing is ever fetched, so a short
 * link stays one. Immutable once made; may be used from any thread.
 */

struct _SignetLinkParser
{
  GObject parent_instance;

  SignetPlatform *platform;
  GHashTable *shapes; /* host -> GPtrArray of Shape */
  GRegex *passcode;
};

typedef struct
{
  char *kind;
  SignetLinkShape *shape;
} Shape;

G_DEFINE_FINAL_TYPE (SignetLinkParser, signet_link_parser, G_TYPE_OBJECT)

/* A passcode is a few words on a line of their own; a pattern comes from the platform and must not be able to
 * hold the program up. */
#define LONGEST_PASSCODE_LINE 2000
#define LONGEST_PASSCODE_PATTERN 500
#define PASSCODE_STEPS "(*LIMIT_MATCH=2000)"

#define LONGEST_ID 200

static void
free_shape (gpointer data)
{
  Shape *shape = data;

  g_free (shape->kind);
  g_object_unref (shape->shape);
  g_free (shape);
}

static void
index_shapes (SignetLinkParser *self)
{
  GListModel *kinds = signet_platform_get_target_kinds (self->platform);

  for (guint i = 0; kinds != NULL && i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetTargetKind) kind = g_list_model_get_item (kinds, i);
      GListModel *links = signet_target_kind_get_links (kind);

      for (guint j = 0; links != NULL && j < g_list_model_get_n_items (links); j++)
        {
          Shape *shape = g_new0 (Shape, 1);
          const char *host;
          GPtrArray *shapes;

          shape->kind = g_strdup (signet_target_kind_get_kind (kind));
          shape->shape = g_list_model_get_item (links, j);
          host = signet_link_shape_get_host (shape->shape);
          shapes = g_hash_table_lookup (self->shapes, host);
          if (shapes == NULL)
            {
              shapes = g_ptr_array_new_with_free_func (free_shape);
              g_hash_table_insert (self->shapes, g_strdup (host), shapes);
            }
          g_ptr_array_add (shapes, shape);
        }
    }
}

static void
compile_passcode (SignetLinkParser *self)
{
  const char *pattern = signet_platform_get_passcode_pattern (self->platform);
  g_autofree char *limited = NULL;
  g_autoptr (GError) error = NULL;

  if (*pattern == '\0' || strlen (pattern) > LONGEST_PASSCODE_PATTERN)
    return;
  limited = g_strconcat (PASSCODE_STEPS, pattern, NULL);
  self->passcode = g_regex_new (limited, 0, 0, &error);
  if (self->passcode == NULL)
    g_message ("The platform's pattern for passcodes can't be used: %s", error->message);
}

static gboolean
is_own_host (SignetLinkParser *self, const char *host)
{
  const char *const *domains = signet_platform_get_domains (self->platform);

  for (; *domains != NULL; domains++)
    {
      gsize length = strlen (host);
      gsize domain = strlen (*domains);

      if (length >= domain && strcmp (host + length - domain, *domains) == 0 &&
          (length == domain || host[length - domain - 1] == '.'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_known_host (const char *host, gpointer data)
{
  SignetLinkParser *self = data;

  return g_hash_table_contains (self->shapes, host) || is_own_host (self, host);
}

static gboolean
is_tracking (const char *name, gpointer data)
{
  return signet_platform_is_tracking_parameter (data, name);
}

static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= LONGEST_ID &&
         strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~") == length;
}

/* The id a link of this shape says, NULL if it hasn't the shape. */
static char *
match_shape (SignetLinkShape *shape, SignetLink *link)
{
  const char *path = signet_link_shape_get_path (shape);
  const char *parameter = signet_link_shape_get_id_query (shape);
  const char *rest;
  g_autofree char *id = NULL;

  if (!g_str_has_prefix (link->path, path))
    return NULL;
  rest = link->path + strlen (path);

  if (*parameter != '\0')
    {
      if (*rest != '\0' && !signet_link_shape_get_prefix (shape))
        return NULL;
      id = signet_link_dup_parameter (link, parameter);
    }
  else if (signet_link_shape_get_id_segment (shape))
    {
      gsize segment = strcspn (rest, "/");

      /* A further segment makes it a page of another kind; a slash at the end doesn't. */
      if (rest[segment] == '/' && rest[segment + 1] != '\0' && !signet_link_shape_get_prefix (shape))
        return NULL;
      id = g_strndup (rest, segment);
    }

  return id != NULL && is_id (id) ? g_steal_pointer (&id) : NULL;
}

/* A link that names a user or a port isn't one the platform hands out: whatever it leads to, it can't be told
 * by its shape. */
static gboolean
is_plain_address (SignetLink *link)
{
  return link->userinfo == NULL && link->port == -1;
}

static SignetTarget *
classify (SignetLinkParser *self, SignetLink *link, const char *source, int line)
{
  gboolean own = is_plain_address (link) && is_own_host (self, link->host);
  GPtrArray *shapes = NULL;
  g_autofree char *normalised = NULL;
  g_autofree char *key = NULL;

  if (is_plain_address (link))
    {
      const char *desktop = signet_platform_get_desktop_host (self->platform, link->host);

      if (desktop != link->host)
        {
          g_free (link->host);
          link->host = g_strdup (desktop);
        }
      shapes = g_hash_table_lookup (self->shapes, link->host);
    }

  for (guint i = 0; shapes != NULL && i < shapes->len; i++)
    {
      Shape *shape = g_ptr_array_index (shapes, i);
      g_autofree char *id = match_shape (shape->shape, link);

      if (id == NULL)
        continue;
      /* An id can't be a tracking parameter, whatever the list of those says. */
      if (!is_tracking (signet_link_shape_get_id_query (shape->shape), self->platform))
        signet_link_drop_parameters (link, is_tracking, self->platform);
      normalised = signet_link_to_string (link);
      key = g_strconcat (shape->kind, ":", id, NULL);
      return signet_target_new (shape->kind, normalised, id, key, source, line, TRUE);
    }

  signet_link_drop_parameters (link, is_tracking, self->platform);
  normalised = signet_link_to_string (link);
  key = g_strconcat ("link:", strstr (normalised, "://") + 3, NULL);
  return signet_target_new (SIGNET_TARGET_KIND_UNKNOWN, normalised, "", key, source, line, own);
}

static SignetTarget *
make_text (const char *text, int line)
{
  g_autofree char *collapsed = signet_share_text_collapse (text);
  g_autofree char *key = g_strconcat ("text:", collapsed, NULL);

  return signet_target_new (SIGNET_TARGET_KIND_UNKNOWN, collapsed, "", key, text, line, FALSE);
}

static SignetTarget *
make_passcode (GMatchInfo *match, const char *source, int line)
{
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *id = g_match_info_fetch (match, 1);
  g_autofree char *code = signet_share_text_collapse (whole);
  g_autofree char *key = NULL;

  if (id == NULL || *id == '\0')
    {
      g_free (id);
      id = g_strdup (code);
    }
  key = g_strconcat (SIGNET_TARGET_KIND_PASSCODE ":", id, NULL);
  return signet_target_new (SIGNET_TARGET_KIND_PASSCODE, code, id, key, source, line, FALSE);
}

/* Adds the passcodes of a line. Returns whether there was one. */
static gboolean
add_passcodes (SignetLinkParser *self, const char *text, int line, GPtrArray *targets)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint before = targets->len;

  if (self->passcode == NULL || strlen (text) > LONGEST_PASSCODE_LINE)
    return FALSE;

  g_regex_match_full (self->passcode, text, -1, 0, 0, &match, NULL);
  while (match != NULL && g_match_info_matches (match))
    {
      int start = 0;
      int end = 0;

      if (g_match_info_fetch_pos (match, 0, &start, &end) && end > start)
        g_ptr_array_add (targets, make_passcode (match, text, line));
      if (!g_match_info_next (match, NULL))
        break;
    }

  return targets->len > before;
}

static gboolean
has_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* The piece of a line that goes with one of its addresses: from the end of the one before to its own end, or
 * to the line's end for the last. Whole lines would be kept once for each address. */
static char *
cut_source (const char *line, GArray *spans, guint i)
{
  gsize start = i == 0 ? 0 : g_array_index (spans, SignetAddressSpan, i - 1).end;
  gsize end = i + 1 == spans->len ? strlen (line) : g_array_index (spans, SignetAddressSpan, i).end;

  return g_strstrip (g_strndup (line + start, end - start));
}

static void
parse_line (SignetLinkParser *self, char *text, int line, GPtrArray *targets)
{
  g_autoptr (GArray) spans = NULL;

  g_strstrip (text);
  if (*text == '\0')
    return;

  spans = signet_share_text_find_addresses (text, is_known_host, self);
  for (guint i = 0; i < spans->len; i++)
    {
      SignetAddressSpan *span = &g_array_index (spans, SignetAddressSpan, i);
      g_autoptr (SignetLink) link = signet_link_new (span->address);
      g_autofree char *source = cut_source (text, spans, i);

      g_ptr_array_add (targets,
                       link != NULL ? classify (self, link, source, line) : make_text (source, line));
    }

  if (spans->len == 0 && !add_passcodes (self, text, line, targets) && has_words (text))
    g_ptr_array_add (targets, make_text (text, line));
}

static void
signet_link_parser_finalize (GObject *object)
{
  SignetLinkParser *self = SIGNET_LINK_PARSER (object);

  g_clear_object (&self->platform);
  g_clear_pointer (&self->shapes, g_hash_table_unref);
  g_clear_pointer (&self->passcode, g_regex_unref);

  G_OBJECT_CLASS (signet_link_parser_parent_class)->finalize (object);
}

static void
signet_link_parser_class_init (SignetLinkParserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_link_parser_finalize;
}

static void
signet_link_parser_init (SignetLinkParser *self)
{
  self->shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * signet_link_parser_new:
 * @platform: the platform whose hosts, shapes and passcodes are understood
 *
 * Returns: (transfer full): a parser
 */
SignetLinkParser *
signet_link_parser_new (SignetPlatform *platform)
{
  SignetLinkParser *self;

  g_return_val_if_fail (SIGNET_IS_PLATFORM (platform), NULL);

  self = g_object_new (SIGNET_TYPE_LINK_PARSER, NULL);
  self->platform = g_object_ref (platform);
  index_shapes (self);
  compile_passcode (self);

  return self;
}

/**
 * signet_link_parser_parse_text:
 * @self: a parser
 * @text: what was pasted; any bytes
 * @length: number of bytes, or -1 if @text ends with a NUL
 *
 * Finds every target of a text, line by line and in its order; the same target twice stands there twice, so
 * that the person can be shown both lines. A line that holds words but neither a link nor a passcode is one
 * target of kind "unknown": nothing that was pasted disappears without a word.
 *
 * Returns: (transfer full) (element-type SignetTarget): the targets
 */
GPtrArray *
signet_link_parser_parse_text (SignetLinkParser *self, const char *text, gssize length)
{
  GPtrArray *targets = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *valid = NULL;
  int number = 1;

  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (self), targets);
  g_return_val_if_fail (text != NULL, targets);

  valid = g_utf8_make_valid (text, length);
  for (char *line = valid; line != NULL; number++)
    {
      char *next = strchr (line, '\n');

      if (next != NULL)
        *next++ = '\0';
      parse_line (self, line, number, targets);
      line = next;
    }

  return targets;
}

/**
 * signet_link_parser_parse_link:
 * @self: a parser
 * @link: one address
 *
 * Returns: (transfer full): what it leads to; kind "unknown" if it has no known shape or is no address
 */
SignetTarget *
signet_link_parser_parse_link (SignetLinkParser *self, const char *link)
{
  g_autofree char *valid = NULL;
  g_autoptr (SignetLink) parsed = NULL;

  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (self), NULL);
  g_return_val_if_fail (link != NULL, NULL);

  valid = g_utf8_make_valid (link, -1);
  parsed = signet_link_new (valid);
  return parsed != NULL ? classify (self, parsed, valid, 0) : make_text (valid, 0);
}

/**
 * signet_link_parser_parse_passcode:
 * @self: a parser
 * @passcode: a share passcode
 *
 * Returns: (transfer full): what it is; kind "unknown" if the platform's passcodes look otherwise
 */
SignetTarget *
signet_link_parser_parse_passcode (SignetLinkParser *self, const char *passcode)
{
  g_autofree char *valid = NULL;
  g_autoptr (GPtrArray) targets = NULL;

  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (self), NULL);
  g_return_val_if_fail (passcode != NULL, NULL);

  valid = g_utf8_make_valid (passcode, -1);
  targets = g_ptr_array_new_with_free_func (g_object_unref);
  if (!add_passcodes (self, valid, 0, targets) || targets->len > 1)
    return make_text (valid, 0);
  return g_object_ref (g_ptr_array_index (targets, 0));
}

/**
 * signet_link_parser_parse_item:
 * @self: a parser
 * @item: an item of a complaint
 *
 * Returns: (transfer full): what its link, or else its passcode, leads to. The kind the person chose is the
 *   item's own.
 */
SignetTarget *
signet_link_parser_parse_item (SignetLinkParser *self, SignetItem *item)
{
  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (self), NULL);
  g_return_val_if_fail (SIGNET_IS_ITEM (item), NULL);

  if (*signet_item_get_link (item) != '\0')
    return signet_link_parser_parse_link (self, signet_item_get_link (item));
  if (*signet_item_get_passcode (item) != '\0')
    return signet_link_parser_parse_passcode (self, signet_item_get_passcode (item));
  return make_text (signet_item_get_source (item), 0);
}

/**
 * signet_link_parser_create_item:
 * @self: a parser
 * @target: a target it found
 *
 * Makes an item of a target. A short link doesn't say what it leads to: such an item starts as goods and the
 * person may change it; a passcode starts as the kind the platform says it stands for.
 *
 * Returns: (transfer full): an item without ids
 */
SignetItem *
signet_link_parser_create_item (SignetLinkParser *self, SignetTarget *target)
{
  SignetItem *item;
  const char *kind;

  g_return_val_if_fail (SIGNET_IS_LINK_PARSER (self), NULL);
  g_return_val_if_fail (SIGNET_IS_TARGET (target), NULL);

  item = signet_item_new ();
  kind = signet_target_get_kind (target);
  if (strcmp (kind, SIGNET_TARGET_KIND_PASSCODE) == 0)
    {
      signet_item_set_passcode (item, signet_target_get_normalised (target));
      kind = signet_platform_get_passcode_kind (self->platform);
      if (*kind == '\0')
        kind = SIGNET_TARGET_KIND_GOODS;
    }
  else if (signet_target_is_link (target))
    signet_item_set_link (item, signet_target_get_normalised (target));
  if (strcmp (kind, SIGNET_TARGET_KIND_SHORT) == 0)
    kind = SIGNET_TARGET_KIND_GOODS;

  signet_item_set_kind (item, kind);
  signet_item_set_source (item, signet_target_get_source (target));
  signet_item_set_target_id (item, signet_target_get_id (target));

  return item;
}
