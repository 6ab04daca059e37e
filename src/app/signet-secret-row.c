/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-secret-row.h"

#include <glib/gi18n.h>

/*
 * An entry for the number of an identity document: readable while it is being typed, masked once its page has
 * been left, until the person asks for it or goes on typing. No password row: those say so, and never show
 * what is typed.
 */

struct _SignetSecretRow
{
  AdwEntryRow parent_instance;

  GtkToggleButton *reveal_button;
};

G_DEFINE_FINAL_TYPE (SignetSecretRow, signet_secret_row, ADW_TYPE_ENTRY_ROW)

static GtkText *
get_text (SignetSecretRow *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self)));
}

static gboolean
is_empty (SignetSecretRow *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0';
}

static void
toggled_cb (SignetSecretRow *self)
{
  gtk_text_set_visibility (get_text (self), gtk_toggle_button_get_active (self->reveal_button));
}

/* What is typed has to be read; what comes from elsewhere doesn't. */
static void
changed_cb (SignetSecretRow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reveal_button), !is_empty (self));
  if (is_empty (self) || gtk_widget_has_focus (GTK_WIDGET (get_text (self))))
    gtk_toggle_button_set_active (self->reveal_button, TRUE);
}

static void
signet_secret_row_class_init (SignetSecretRowClass *klass)
{
}

static void
signet_secret_row_init (SignetSecretRow *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  self->reveal_button = GTK_TOGGLE_BUTTON (button);
  gtk_button_set_icon_name (GTK_BUTTON (button), "view-reveal-symbolic");
  gtk_toggle_button_set_active (self->reveal_button, TRUE);
  gtk_widget_set_tooltip_text (button, _ ("Show the Number"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show the Number"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/**
 * signet_secret_row_hide:
 * @self: a row
 *
 * Masks what stands in it. An empty row has nothing to mask: what is typed next is readable.
 */
void
signet_secret_row_hide (SignetSecretRow *self)
{
  g_return_if_fail (SIGNET_IS_SECRET_ROW (self));

  gtk_toggle_button_set_active (self->reveal_button, is_empty (self));
}
