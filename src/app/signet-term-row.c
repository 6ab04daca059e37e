/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-term-row.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "model/signet-date.h"
#include "model/signet-identity.h"
#include "model/signet-right-term.h"
#include "model/signet-words.h"

/*
 * What the law says about a right's last day, from the dates that are typed, with the rule it follows from.
 * One press puts it into the field; as long as nothing follows, not even that it lasts for the author's life,
 * the row isn't there.
 */

struct _SignetTermRow
{
  AdwActionRow parent_instance;

  SignetDraft *draft;
  GtkWidget *button;
  gboolean fillable; /* there is a field for it */
  char *end;         /* YYYY-MM-DD */
};

G_DEFINE_FINAL_TYPE (SignetTermRow, signet_term_row, ADW_TYPE_ACTION_ROW)

/* Patent Law 42, Trademark Law 39, Copyright Law 23. */
static const char *
get_rule (SignetRight *right, gboolean holder_is_person)
{
  const char *kind = signet_right_get_kind (right);

  if (g_str_equal (kind, SIGNET_RIGHT_KIND_TRADEMARK))
    return _ ("Ten years from registration, without renewals");
  if (g_str_equal (kind, SIGNET_RIGHT_KIND_INVENTION))
    return _ ("Twenty years from filing, without compensation of the term");
  if (g_str_equal (kind, SIGNET_RIGHT_KIND_UTILITY_MODEL))
    return _ ("Ten years from filing");
  if (g_str_equal (kind, SIGNET_RIGHT_KIND_DESIGN))
    return g_strcmp0 (signet_right_get_filed_on (right), "2021-06-01") < 0
               ? _ ("Ten years from filing, as it was filed before June 2021")
               : _ ("Fifteen years from filing");
  if (signet_right_lasts_for_life (right, holder_is_person))
    return _ ("The author’s life and fifty years, to the end of the year");

  return _ ("Fifty years from first publication, or from completion, to the end of the year");
}

static gboolean
is_holder_person (SignetTermRow *self)
{
  SignetParty *holder = signet_draft_get_holder (self->draft);

  return holder != NULL && !signet_identity_is_organisation (signet_party_get_kind (holder));
}

/* Of a living author nobody can tell the day. */
static void
show_life (SignetTermRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Protected while the author lives"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               _ ("And for fifty years after, to the end of the year"));
  gtk_widget_set_visible (self->button, FALSE);
}

static void
update (SignetTermRow *self)
{
  SignetRight *right = signet_draft_get_right (self->draft);
  gboolean person = is_holder_person (self);
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;
  GDate end;
  gboolean known = signet_right_compute_term (right, person, &end);

  gboolean lives = !known && signet_right_is_copyright (right) &&
                   signet_right_lasts_for_life (right, person) &&
                   *signet_right_get_author_died_on (right) == '\0';

  gtk_widget_set_visible (GTK_WIDGET (self), known || lives);
  g_clear_pointer (&self->end, g_free);
  if (lives)
    show_life (self);
  if (!known)
    return;

  self->end = signet_date_to_text (&end);
  shown = signet_format_date_text (self->end);
  /* Translators: the last day of a right, worked out from its other dates */
  title = g_strdup_printf (_ ("Computed: %s"), shown);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), get_rule (right, person));
  gtk_widget_set_visible (self->button, self->fillable &&
                                            signet_draft_is_open (self->draft, "/valid_until") &&
                                            !g_str_equal (signet_right_get_valid_until (right), self->end));
}

static void
fill_cb (SignetTermRow *self)
{
  if (self->end != NULL)
    signet_right_set_valid_until (signet_draft_get_right (self->draft), self->end);
}

static void
signet_term_row_dispose (GObject *object)
{
  g_clear_object (&SIGNET_TERM_ROW (object)->draft);

  G_OBJECT_CLASS (signet_term_row_parent_class)->dispose (object);
}

static void
signet_term_row_finalize (GObject *object)
{
  g_free (SIGNET_TERM_ROW (object)->end);

  G_OBJECT_CLASS (signet_term_row_parent_class)->finalize (object);
}

static void
signet_term_row_class_init (SignetTermRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_term_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_term_row_finalize;
}

static void
signet_term_row_init (SignetTermRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);

  /* Translators: button: put the computed date into the field above */
  self->button = gtk_button_new_with_label (_ ("Fill In"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (fill_cb), self, G_CONNECT_SWAPPED);
}

/**
 * signet_term_row_new:
 * @draft: of a right
 * @fillable: whether the form has a field for its last day
 *
 * Returns: (transfer floating): a row that follows the right's dates
 */
GtkWidget *
signet_term_row_new (SignetDraft *draft, gboolean fillable)
{
  SignetTermRow *self = g_object_new (SIGNET_TYPE_TERM_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->fillable = fillable;
  g_signal_connect_object (signet_draft_get_right (draft), "notify", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::holder", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::certification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
