/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-finding-tile.h"

#include <glib/gi18n.h>

#include "app/signet-finding-text.h"
#include "app/signet-pointer-text.h"
#include "app/signet-words.h"

/*
 * What was found about a record, where its fields aren't at hand: which field or paper it is about, what is
 * the matter and what to do.
 */

/* Papers are told by their slots; their places in a platform's list say nothing here. */
static char *
name_place (SignetFinding *finding, const char *right_kind)
{
  const char *pointer = signet_finding_get_pointer (finding);
  const char *slot = signet_finding_get_param (finding, "slot");

  if (!signet_finding_text_is_under (finding, "/files"))
    return *pointer == '/' ? signet_pointer_text_name (pointer, right_kind) : g_strdup ("");
  if (*slot != '\0')
    return g_strdup (signet_words_slot (slot));

  return signet_pointer_text_name ("/files", right_kind);
}

/**
 * signet_finding_tile_new:
 * @finding: a finding
 * @right_kind: (nullable): kind of the right it is about; %NULL: it is no right
 *
 * Returns: (transfer floating): its row
 */
SignetTileRow *
signet_finding_tile_new (SignetFinding *finding, const char *right_kind)
{
  SignetTileRow *self = SIGNET_TILE_ROW (signet_tile_row_new ());
  g_autofree char *place = name_place (finding, right_kind);
  g_autofree char *title = signet_finding_text_title (finding);
  g_autofree char *advice = signet_finding_text_advice (finding);
  /* Translators: what it is, and what it says: "Identity: …". Chinese: %s：%s */
  g_autofree char *both = g_strdup_printf (_ ("%s: %s"), place, title);
  SignetComparison comparison;

  signet_tile_row_set_icon (self, "dialog-warning-symbolic", SIGNET_MEANING_WARNING);
  signet_tile_row_set_title (self, *place != '\0' ? both : title);
  signet_tile_row_set_subtitle (self, advice);
  if (signet_finding_text_get_comparison (finding, &comparison))
    {
      g_autofree char *first = g_strdup_printf (_ ("%s: %s"), comparison.first_name, comparison.first);
      g_autofree char *second = g_strdup_printf (_ ("%s: %s"), comparison.second_name, comparison.second);
      g_autofree char *note = g_strconcat (first, "\n", second, NULL);

      signet_tile_row_set_note (self, note);
    }

  return self;
}
