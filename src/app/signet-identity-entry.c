/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-identity-entry.h"

#include <glib/gi18n.h>

#include "app/signet-authorisation-text.h"
#include "app/signet-chip.h"
#include "app/signet-day-tile.h"
#include "app/signet-section-line.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-identity.h"
#include "model/signet-party-row.h"

/*
 * A line of the page of the identities: a party, an authorisation, what can be added to a section, or a
 * section's heading. It has the widgets for both, a tile and a heading, once it showed both.
 */

struct _SignetIdentityEntry
{
  SignetLongRow parent_instance;

  GtkWidget *heading;
  GtkLabel *heading_label;
  GtkLabel *explanation_label;

  GtkWidget *content;
  SignetDayTile *tile;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  SignetChip *chip;
};

G_DEFINE_FINAL_TYPE (SignetIdentityEntry, signet_identity_entry, SIGNET_TYPE_LONG_ROW)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_line (SignetIdentityEntry *self,
           const char *icon,
           const char *title,
           const char *subtitle,
           const char *status)
{
  signet_day_tile_set_icon (self->tile, icon, SIGNET_MEANING_NEUTRAL);
  gtk_label_set_label (self->title_label, title);
  show_text (self->subtitle_label, subtitle);
  if (status != NULL)
    signet_chip_set_status (self->chip, status);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), status != NULL);
  signet_long_row_set_name (SIGNET_LONG_ROW (self), title, subtitle != NULL ? subtitle : "",
                            status != NULL ? signet_words_status (status) : "", NULL);
}

static void
show_party (SignetIdentityEntry *self, SignetPartyRow *row)
{
  const char *kind = signet_party_row_get_kind (row);
  const char *status = signet_party_row_get_status (row);
  const char *icon = signet_identity_is_organisation (kind) ? "system-users-symbolic"
                                                            : "avatar-default-symbolic";
  g_autofree char *both = NULL;

  if (signet_party_row_get_own (row))
    {
      icon = "auth-smartcard-symbolic";
      both = g_strdup_printf ("%s · %s", signet_words_party_kind (kind),
                              signet_words_role (signet_party_row_get_role (row)));
    }
  show_line (self, icon, signet_party_row_get_name (row),
             both != NULL ? both : signet_words_party_kind (kind), *status != '\0' ? status : NULL);
}

static void
show_authorisation (SignetIdentityEntry *self, SignetAuthorisationRow *row)
{
  guint n = (guint) signet_authorisation_row_get_n_rights (row);
  const char *status = signet_authorisation_row_get_status (row);
  g_autofree char *period = signet_authorisation_text_period (signet_authorisation_row_get_valid_from (row),
                                                              signet_authorisation_row_get_valid_until (row));
  g_autofree char *rights = NULL;
  g_autofree char *receiver = NULL;
  g_autofree char *subtitle = NULL;

  rights = signet_authorisation_row_get_all_rights (row)
               ? g_strdup (_ ("All rights"))
               : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u right", "%u rights", n), n);
  /* Translators: who is authorised, and for which rights */
  receiver = g_strdup_printf (_ ("For %s · %s"), signet_authorisation_row_get_agent_name (row), rights);
  subtitle = g_strconcat (receiver, "\n", period, NULL);
  show_line (self, "x-office-document-symbolic", signet_authorisation_row_get_principal_name (row), subtitle,
             *status != '\0' ? status : NULL);
}

static void
show_heading (SignetIdentityEntry *self, SignetSectionLine *line)
{
  gtk_label_set_label (self->heading_label, signet_section_line_get_title (line));
  show_text (self->explanation_label, signet_section_line_get_explanation (line));
  signet_long_row_set_name (SIGNET_LONG_ROW (self), signet_section_line_get_title (line), NULL);
}

static void
append (GtkWidget *box, gpointer child)
{
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (child));
}

static void
build_heading (SignetIdentityEntry *self)
{
  self->heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->heading_label = GTK_LABEL (signet_long_row_new_lines ("heading"));
  self->explanation_label = GTK_LABEL (signet_long_row_new_lines ("caption dim-label"));
  append (self->heading, self->heading_label);
  append (self->heading, self->explanation_label);
  gtk_widget_set_hexpand (self->heading, TRUE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
}

static void
build_content (SignetIdentityEntry *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->tile = SIGNET_DAY_TILE (signet_day_tile_new ());
  self->title_label = GTK_LABEL (signet_long_row_new_lines (""));
  gtk_label_set_lines (self->title_label, 2);
  gtk_label_set_ellipsize (self->title_label, PANGO_ELLIPSIZE_END);
  self->subtitle_label = GTK_LABEL (signet_long_row_new_lines ("caption dim-label"));
  self->chip = SIGNET_CHIP (signet_chip_new ());

  append (texts, self->title_label);
  append (texts, self->subtitle_label);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  append (self->content, self->tile);
  append (self->content, texts);
  if (signet_long_row_get_narrow (SIGNET_LONG_ROW (self)))
    {
      g_object_set (self->chip, "ellipsize", PANGO_ELLIPSIZE_END, "margin-top", 4, NULL);
      append (texts, self->chip);
    }
  else
    append (self->content, self->chip);
  append (self->content, g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (self->content, "tile");
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

static void
style (SignetIdentityEntry *self, const char *class, gboolean wanted)
{
  if (wanted)
    gtk_widget_add_css_class (GTK_WIDGET (self), class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), class);
}

/* A section ends with what can be added; the own identity, when it is there, is all of its section. */
static gboolean
ends_section (gpointer item)
{
  return SIGNET_IS_SECTION_LINE (item) ||
         (SIGNET_IS_PARTY_ROW (item) && signet_party_row_get_own (SIGNET_PARTY_ROW (item)));
}

static void
signet_identity_entry_show (SignetLongRow *row, gpointer item)
{
  SignetIdentityEntry *self = SIGNET_IDENTITY_ENTRY (row);
  gboolean heading = SIGNET_IS_SECTION_LINE (item) && signet_section_line_get_action (item) == NULL;

  if (heading && self->heading == NULL)
    build_heading (self);
  if (!heading && self->content == NULL)
    build_content (self);
  if (self->heading != NULL)
    gtk_widget_set_visible (self->heading, heading);
  if (self->content != NULL)
    gtk_widget_set_visible (self->content, !heading);
  signet_long_row_set_activatable (row, !heading);
  style (self, "section-heading", heading);
  style (self, "section-end", !heading && ends_section (item));

  if (heading)
    show_heading (self, item);
  else if (SIGNET_IS_SECTION_LINE (item))
    show_line (self, "list-add-symbolic", signet_section_line_get_title (item), NULL, NULL);
  else if (SIGNET_IS_PARTY_ROW (item))
    show_party (self, item);
  else
    show_authorisation (self, item);
}

static void
signet_identity_entry_class_init (SignetIdentityEntryClass *klass)
{
  SIGNET_LONG_ROW_CLASS (klass)->show = signet_identity_entry_show;
}

static void
signet_identity_entry_init (SignetIdentityEntry *self)
{
}
