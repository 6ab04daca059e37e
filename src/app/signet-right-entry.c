/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-chip.h"
#include "app/signet-format.h"
#include "app/signet-words.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * A right in the list of the rights: its number, its owner, how long it lasts and where it stands; side by
 * side in the columns that signet-rights-page.ui has headings for, or one under the other.
 */

struct _SignetRightEntry
{
  SignetLongRow parent_instance;

  GtkImage *icon;
  GtkLabel *name_label;
  GtkLabel *number_label;
  GtkLabel *owner_label;
  GtkLabel *until_label; /* under the owner */
  SignetChip *chip;
};

G_DEFINE_FINAL_TYPE (SignetRightEntry, signet_right_entry, SIGNET_TYPE_LONG_ROW)

/* A last day that is past waits for the person. Dates of this form compare as text. */
static gboolean
is_past (const char *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return *date != '\0' && strcmp (date, today) < 0;
}

/* In its column a day speaks for itself, and a right without one shows that it has none. */
static void
show_until (SignetRightEntry *self, const char *date, const char *until, const char *sentence)
{
  const char *const waits[] = { "caption", "figures", "waits-text", NULL };
  const char *const plain[] = { "caption", "figures", NULL };
  const char *const quiet[] = { "caption", "dim-label", NULL };
  gboolean narrow = signet_long_row_get_narrow (SIGNET_LONG_ROW (self));

  if (*until == '\0')
    until = "—";
  gtk_label_set_label (self->until_label, narrow ? sentence : until);
  gtk_widget_set_visible (GTK_WIDGET (self->until_label), !narrow || *sentence != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self->until_label), (const char **) (*date == '\0'    ? quiet
                                                                               : is_past (date) ? waits
                                                                                                : plain));
}

static void
signet_right_entry_show (SignetLongRow *row, gpointer item)
{
  SignetRightEntry *self = SIGNET_RIGHT_ENTRY (row);
  const char *kind = signet_right_row_get_kind (item);
  const char *number = signet_right_row_get_number (item);
  const char *owner = signet_right_row_get_owner (item);
  const char *date = signet_right_row_get_valid_until (item);
  const char *status = signet_right_row_get_status (item);
  g_autofree char *until = signet_format_date_text (date);
  g_autofree char *both = NULL;
  g_autofree char *sentence = NULL;

  if (*status == '\0')
    status = SIGNET_STATUS_UNCERTIFIED;
  if (*number != '\0')
    both = g_strdup_printf ("%s · %s", signet_words_right_kind (kind), number);
  /* Translators: %s is the last day of a right */
  sentence = *until != '\0' ? g_strdup_printf (_ ("Valid until %s"), until) : g_strdup ("");

  gtk_image_set_from_icon_name (self->icon, signet_words_right_kind_icon (kind));
  gtk_label_set_label (self->name_label, signet_right_row_get_name (item));
  gtk_label_set_label (self->number_label, both != NULL ? both : signet_words_right_kind (kind));
  gtk_label_set_label (self->owner_label, owner);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->owner_label), owner);
  show_until (self, date, until, sentence);
  signet_chip_set_status (self->chip, status);
  signet_long_row_set_name (row, signet_right_row_get_name (item), gtk_label_get_label (self->number_label),
                            owner, sentence, signet_words_status (status), NULL);
}

static GtkWidget *
make_icon (SignetRightEntry *self)
{
  static const char *const classes[] = { "icon-tile", "small", NULL };

  self->icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_CENTER, "css-classes", classes,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  return GTK_WIDGET (self->icon);
}

static GtkWidget *
make_label (GtkLabel **location, const char *classes)
{
  *location = GTK_LABEL (signet_long_row_new_label (classes));
  return GTK_WIDGET (*location);
}

static GtkWidget *
make_texts (int spacing)
{
  return g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", spacing, "valign",
                       GTK_ALIGN_CENTER, NULL);
}

static void
signet_right_entry_constructed (GObject *object)
{
  SignetRightEntry *self = SIGNET_RIGHT_ENTRY (object);
  SignetLongRow *row = SIGNET_LONG_ROW (self);
  gboolean narrow = signet_long_row_get_narrow (row);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = make_texts (narrow ? 3 : 0);
  GtkWidget *owner = narrow ? texts : make_texts (0);
  GtkWidget *chip = signet_chip_new ();
  GtkWidget *status = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  G_OBJECT_CLASS (signet_right_entry_parent_class)->constructed (object);

  self->chip = SIGNET_CHIP (chip);
  g_object_set (chip, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (status), chip);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (&self->name_label, narrow ? "heading" : ""));
  gtk_box_append (GTK_BOX (texts), make_label (&self->number_label, "caption dim-label figures"));
  gtk_box_append (GTK_BOX (owner), make_label (&self->owner_label, narrow ? "caption dim-label" : ""));
  gtk_box_append (GTK_BOX (owner), make_label (&self->until_label, ""));
  gtk_box_append (GTK_BOX (first), make_icon (self));
  gtk_box_append (GTK_BOX (first), texts);
  signet_long_row_add_cell (row, first, 0);
  if (narrow)
    {
      gtk_box_append (GTK_BOX (texts), status);
      return;
    }
  signet_long_row_add_cell (row, owner, 180);
  signet_long_row_add_cell (row, status, 206);
}

static void
signet_right_entry_class_init (SignetRightEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = signet_right_entry_constructed;
  SIGNET_LONG_ROW_CLASS (klass)->show = signet_right_entry_show;
}

static void
signet_right_entry_init (SignetRightEntry *self)
{
}
