/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-target.h"

#include "model/signet-words.h"

#include <string.h>

/**
 * SignetTarget:
 *
 * One thing found in pasted text: a link, a share passcode, or a line with neither. Immutable; may be read
 * from any thread.
 */

struct _SignetTarget
{
  GObject parent_instance;

  char *kind;
  char *normalised;
  char *id;
  char *key;
  char *source;
  int line;
  gboolean own_host;
};

G_DEFINE_FINAL_TYPE (SignetTarget, signet_target, G_TYPE_OBJECT)

static void
signet_target_finalize (GObject *object)
{
  SignetTarget *self = SIGNET_TARGET (object);

  g_free (self->kind);
  g_free (self->normalised);
  g_free (self->id);
  g_free (self->key);
  g_free (self->source);

  G_OBJECT_CLASS (signet_target_parent_class)->finalize (object);
}

static void
signet_target_class_init (SignetTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_target_finalize;
}

static void
signet_target_init (SignetTarget *self)
{
}

/**
 * signet_target_new:
 * @kind: kind of target; "short", "passcode" and "unknown" among them
 * @normalised: the address, the passcode or the text
 * @id: what the platform calls the target, "" if that isn't known
 * @key: equal for two targets that are the same
 * @source: the piece of pasted text it was found in
 * @line: number of the line, from 1; 0 if it came from no text
 * @own_host: whether it is a link to one of the platform's own hosts
 *
 * Returns: (transfer full): a target
 */
SignetTarget *
signet_target_new (const char *kind,
                   const char *normalised,
                   const char *id,
                   const char *key,
                   const char *source,
                   int line,
                   gboolean own_host)
{
  SignetTarget *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (normalised != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_TARGET, NULL);
  self->kind = g_strdup (kind);
  self->normalised = g_strdup (normalised);
  self->id = g_strdup (id);
  self->key = g_strdup (key);
  self->source = g_strdup (source);
  self->line = line;
  self->own_host = own_host;

  return self;
}

/**
 * signet_target_get_kind:
 * @self: a target
 *
 * Returns: its kind; "unknown" for a text without a link and for a link that has no known shape
 */
const char *
signet_target_get_kind (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), "");

  return self->kind;
}

/**
 * signet_target_get_normalised:
 * @self: a target
 *
 * Returns: the address in its normal form, the passcode, or the text of a line that has neither
 */
const char *
signet_target_get_normalised (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), "");

  return self->normalised;
}

/**
 * signet_target_get_id:
 * @self: a target
 *
 * Returns: what the platform calls the target, as far as the link says; "" otherwise
 */
const char *
signet_target_get_id (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), "");

  return self->id;
}

/**
 * signet_target_get_key:
 * @self: a target
 *
 * Two targets of one platform are the same exactly if their keys are equal, however their links were written:
 * same kind and id where the link says them, else the same address (http or https).
 *
 * Returns: the key; safe to store
 */
const char *
signet_target_get_key (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), "");

  return self->key;
}

/**
 * signet_target_get_source:
 * @self: a target
 *
 * Returns: the pasted text it was found in: its line, or its piece of a line with several targets
 */
const char *
signet_target_get_source (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), "");

  return self->source;
}

/**
 * signet_target_get_line:
 * @self: a target
 *
 * Returns: the number of its line in the pasted text, from 1; 0 if it came from no text
 */
int
signet_target_get_line (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), 0);

  return self->line;
}

/**
 * signet_target_is_link:
 * @self: a target
 *
 * Returns: whether it is an address, of known shape or not
 */
gboolean
signet_target_is_link (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), FALSE);

  return g_str_has_prefix (self->key, "link:") ||
         (*self->id != '\0' && strcmp (self->kind, SIGNET_TARGET_KIND_PASSCODE) != 0);
}

/**
 * signet_target_is_on_own_host:
 * @self: a target
 *
 * Returns: whether it is an address on one of the platform's own hosts, so that it may be filed there even if
 *   its shape isn't known
 */
gboolean
signet_target_is_on_own_host (SignetTarget *self)
{
  g_return_val_if_fail (SIGNET_IS_TARGET (self), FALSE);

  return self->own_host;
}
