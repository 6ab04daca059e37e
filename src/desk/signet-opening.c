/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-opening.h"

#include <stdlib.h>
#include <string.h>

#include "api/signet-json.h"

/*
 * What needs_correction opens: the members that findings point to, with what is in them and what they are
 * part of. A paper is opened by "/files/" and its place in the platform's list, or by "/files" with a slot;
 * "/files" alone opens all of them. Immutable; any thread.
 */
struct _SignetOpening
{
  GPtrArray *pointers;
};

#define FILES "/files"

static gboolean
is_beneath (const char *pointer, const char *above)
{
  gsize length = strlen (above);

  return strncmp (pointer, above, length) == 0 && (pointer[length] == '/' || pointer[length] == '\0');
}

/**
 * signet_opening_name:
 * @finding: a finding of the platform
 * @held: (nullable): the resource as the platform holds it, for the places of its papers
 *
 * Returns: (transfer full): the member it points to; a paper's is "/files/" and its slot, and "/files" is all
 * of them
 */
char *
signet_opening_name (SignetFinding *finding, JsonNode *held)
{
  const char *pointer = signet_finding_get_pointer (finding);
  const char *slot = signet_finding_get_param (finding, "slot");
  g_auto (GStrv) steps = NULL;

  if (!is_beneath (pointer, FILES))
    return g_strdup (pointer);
  if (slot != NULL && *slot != '\0')
    return g_strconcat (FILES "/", slot, NULL);
  steps = g_strsplit (pointer + 1, "/", -1);
  if (steps[1] != NULL && held != NULL)
    {
      g_autofree char *place = g_strconcat (FILES "/", steps[1], "/slot", NULL);

      slot = signet_json_get_text (held, place, NULL);
      if (slot != NULL && *slot != '\0')
        return g_strconcat (FILES "/", slot, NULL);
    }
  return g_strdup (FILES);
}

/**
 * signet_opening_new:
 * @findings: a list of #SignetFinding, as the platform gave them
 * @held: (nullable): the resource as the platform holds it, for the places of its papers
 *
 * Returns: (transfer full): what they open
 */
SignetOpening *
signet_opening_new (GListModel *findings, JsonNode *held)
{
  SignetOpening *self = g_new0 (SignetOpening, 1);

  self->pointers = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      /* About the whole: that says what is wrong, not what may be changed. */
      if (*signet_finding_get_pointer (finding) == '/')
        g_ptr_array_add (self->pointers, signet_opening_name (finding, held));
    }
  return self;
}

/** signet_opening_free: @self: (transfer full): what was open */
void
signet_opening_free (SignetOpening *self)
{
  g_ptr_array_unref (self->pointers);
  g_free (self);
}

/**
 * signet_opening_has:
 * @self: what is open
 * @pointer: a member; a paper's is "/files/" and its slot
 *
 * Returns: whether it may be changed, or something in it
 */
gboolean
signet_opening_has (SignetOpening *self, const char *pointer)
{
  for (guint i = 0; i < self->pointers->len; i++)
    {
      const char *opened = g_ptr_array_index (self->pointers, i);

      if (is_beneath (pointer, opened) || is_beneath (opened, pointer))
        return TRUE;
    }
  return FALSE;
}
