/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-entry.h"

#include <glib/gi18n.h>

#include "app/signet-chip.h"
#include "app/signet-format.h"
#include "app/signet-words.h"
#include "model/signet-complaint-row.h"
#include "model/signet-words.h"

/*
 * A complaint in the list of the complaints: where it stands, for whom it was filed and how much of it was
 * upheld; side by side in the columns that signet-complaints-page.ui has headings for, or one under the
 * other.
 */

struct _SignetComplaintEntry
{
  SignetLongRow parent_instance;

  SignetChip *chip;
  GtkLabel *right_label;
  GtkLabel *number_label; /* where there is little width, with how many were upheld */
  GtkLabel *next_label;   /* there, or with the day it was filed; else under that */
  /* NULL there */
  GtkLabel *reason_label;
  GtkLabel *count_label;
  GtkProgressBar *upheld_bar;
  GtkLabel *filed_label;
};

G_DEFINE_FINAL_TYPE (SignetComplaintEntry, signet_complaint_entry, SIGNET_TYPE_LONG_ROW)

static char *
describe_number (SignetComplaintRow *row)
{
  const char *number = signet_complaint_row_get_number (row);
  const char *principal = signet_complaint_row_get_principal_name (row);

  if (*number == '\0')
    number = _ ("not sent yet");

  return *principal != '\0' ? g_strdup_printf ("%s · %s", number, principal) : g_strdup (number);
}

static char *
describe_count (SignetComplaintRow *row)
{
  guint n = (guint) signet_complaint_row_get_items_total (row);

  if (signet_complaint_row_get_items_decided (row) > 0)
    /* Translators: how many of all links were upheld: "11 of 14" */
    return g_strdup_printf (_ ("%d of %d"), signet_complaint_row_get_items_upheld (row), (int) n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n), n);
}

static char *
describe_filed (SignetComplaintRow *row)
{
  const char *filed_at = signet_complaint_row_get_filed_at (row);

  return *filed_at != '\0' ? signet_format_brief_day_of (filed_at, g_get_real_time ()) : g_strdup ("—");
}

static const char *
describe_next (const char *status)
{
  if (g_str_equal (status, SIGNET_STATUS_NEEDS_CORRECTION))
    /* Translators: what comes next for a complaint, in a narrow column */
    return _ ("correct it");
  if (g_str_equal (status, SIGNET_STATUS_FAILED))
    /* Translators: what comes next for a complaint, in a narrow column */
    return _ ("see why");
  if (g_str_equal (status, SIGNET_STATUS_QUEUED))
    /* Translators: what comes next for a complaint, in a narrow column: it is sent without further ado */
    return _ ("by itself");

  return "";
}

static void
style (GtkLabel *label, const char *class, const char *other)
{
  const char *const classes[] = { class, other, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (label), (const char **) classes);
}

static void
show_columns (SignetComplaintEntry *self, SignetComplaintRow *row, const char *count, const char *filed)
{
  int n = signet_complaint_row_get_items_total (row);
  int n_upheld = signet_complaint_row_get_items_upheld (row);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->number_label),
                               signet_complaint_row_get_principal_name (row));
  gtk_label_set_label (self->reason_label, signet_words_reason (signet_complaint_row_get_reason (row)));
  gtk_label_set_label (self->count_label, count);
  style (self->count_label, "figures", signet_complaint_row_get_items_decided (row) > 0 ? NULL : "dim-label");
  gtk_widget_set_visible (GTK_WIDGET (self->upheld_bar), n_upheld > 0);
  gtk_progress_bar_set_fraction (self->upheld_bar, n > 0 ? CLAMP ((double) n_upheld / n, 0, 1) : 0);
  gtk_label_set_label (self->filed_label, filed);
}

static void
signet_complaint_entry_show (SignetLongRow *entry, gpointer item)
{
  SignetComplaintEntry *self = SIGNET_COMPLAINT_ENTRY (entry);
  const char *status = signet_complaint_row_get_status (item);
  const char *right = signet_complaint_row_get_right_name (item);
  const char *next = describe_next (status);
  gboolean waits = g_str_equal (status, SIGNET_STATUS_NEEDS_CORRECTION) ||
                   g_str_equal (status, SIGNET_STATUS_FAILED);
  g_autofree char *number = describe_number (item);
  g_autofree char *count = describe_count (item);
  g_autofree char *filed = describe_filed (item);
  g_autofree char *both = NULL;

  signet_chip_set_status (self->chip, status);
  gtk_label_set_label (self->right_label, right);
  style (self->next_label, waits ? "waits-text" : "dim-label",
         signet_long_row_get_narrow (entry) ? NULL : "caption");
  if (signet_long_row_get_narrow (entry))
    {
      both = g_strdup_printf ("%s · %s", number, count);
      gtk_label_set_label (self->number_label, both);
      gtk_label_set_label (self->next_label,
                           *next != '\0' || *signet_complaint_row_get_filed_at (item) == '\0' ? next : filed);
    }
  else
    {
      gtk_label_set_label (self->number_label, number);
      gtk_label_set_label (self->next_label, next);
      gtk_widget_set_visible (GTK_WIDGET (self->next_label), *next != '\0');
      gtk_widget_set_visible (GTK_WIDGET (self->filed_label),
                              *next == '\0' || *signet_complaint_row_get_filed_at (item) != '\0');
      show_columns (self, item, count, filed);
    }
  signet_long_row_set_name (entry, right, number, signet_words_status (status), count, next, NULL);
}

static GtkWidget *
make_label (GtkLabel **location, const char *classes)
{
  *location = GTK_LABEL (signet_long_row_new_label (classes));
  return GTK_WIDGET (*location);
}

/* Where there is little width: the right and what comes next, the number, where it stands. */
static void
build_list (SignetComplaintEntry *self, GtkWidget *status)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (first), make_label (&self->right_label, "heading"));
  gtk_box_append (GTK_BOX (first), make_label (&self->next_label, ""));
  gtk_label_set_ellipsize (self->next_label, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->right_label), TRUE);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_box_append (GTK_BOX (texts), make_label (&self->number_label, "caption dim-label figures"));
  gtk_box_append (GTK_BOX (texts), status);
  signet_long_row_add_cell (SIGNET_LONG_ROW (self), texts, 0);
}

static void
build_columns (SignetComplaintEntry *self, GtkWidget *status)
{
  SignetLongRow *row = SIGNET_LONG_ROW (self);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *upheld = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *filed = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->upheld_bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->upheld_bar), "upheld-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->upheld_bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Share of upheld links"), -1);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), make_label (&self->right_label, ""));
  gtk_box_append (GTK_BOX (texts), make_label (&self->number_label, "caption dim-label figures"));
  gtk_widget_set_valign (upheld, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (upheld), make_label (&self->count_label, "figures"));
  gtk_box_append (GTK_BOX (upheld), GTK_WIDGET (self->upheld_bar));
  gtk_widget_set_valign (filed, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (filed), make_label (&self->filed_label, "figures"));
  gtk_box_append (GTK_BOX (filed), make_label (&self->next_label, ""));

  signet_long_row_add_cell (row, status, 206);
  signet_long_row_add_cell (row, texts, 0);
  signet_long_row_add_cell (row, make_label (&self->reason_label, ""), 110);
  signet_long_row_add_cell (row, upheld, 84);
  signet_long_row_add_cell (row, filed, 96);
}

static void
signet_complaint_entry_constructed (GObject *object)
{
  SignetComplaintEntry *self = SIGNET_COMPLAINT_ENTRY (object);
  GtkWidget *status = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *chip = signet_chip_new ();

  G_OBJECT_CLASS (signet_complaint_entry_parent_class)->constructed (object);

  self->chip = SIGNET_CHIP (chip);
  g_object_set (chip, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_box_append (GTK_BOX (status), chip);
  if (signet_long_row_get_narrow (SIGNET_LONG_ROW (self)))
    build_list (self, status);
  else
    build_columns (self, status);
}

static void
signet_complaint_entry_class_init (SignetComplaintEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = signet_complaint_entry_constructed;
  SIGNET_LONG_ROW_CLASS (klass)->show = signet_complaint_entry_show;
}

static void
signet_complaint_entry_init (SignetComplaintEntry *self)
{
}
