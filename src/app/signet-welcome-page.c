/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-welcome-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-check-button.h"
#include "app/signet-error-text.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"

/*
 * What a newcomer sees first: start the practice platform, the safe place to rehearse everything, or connect
 * to a platform. Once there is an account the window shows the desk instead, and this page again to add
 * another one.
 *
 * It reaches the rest by "win.enter-account", which goes on with the account that was found, and
 * "win.connect".
 */

struct _SignetWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *back_button;
  GtkLabel *heading;
  GtkWidget *card;
  GtkCheckButton *kuaishou_button;
  GtkCheckButton *ippro_button;
  SignetTileRow *connect_row;
  GtkButton *start_button;
  GtkStack *start_stack;
  GtkWidget *start_label;
  GtkSpinner *spinner;
  GtkRevealer *error_revealer;
  GtkLabel *error_label;

  SignetDesk *desk;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetWelcomePage, signet_welcome_page, GTK_TYPE_WIDGET)

static void
set_busy (SignetWelcomePage *self, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->start_button), !busy);
  gtk_stack_set_visible_child (self->start_stack, busy ? GTK_WIDGET (self->spinner) : self->start_label);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  SignetAccount *account = signet_desk_start_practice_finish (SIGNET_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_busy (self, FALSE);
  if (account == NULL)
    {
      g_autofree char *sentence = signet_error_text_sentence (error);

      g_warning ("the practice platform did not start: %s", error->message);
      gtk_label_set_label (self->error_label, sentence);
      gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
      return;
    }

  g_object_unref (account);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-account", NULL);
}

static void
start_clicked_cb (SignetWelcomePage *self)
{
  set_busy (self, TRUE);
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  signet_desk_start_practice_async (self->desk,
                                    gtk_check_button_get_active (self->ippro_button) ? "ippro" : "kuaishou",
                                    self->cancellable, started_cb, g_object_ref (self));
}

static void
signet_welcome_page_dispose (GObject *object)
{
  SignetWelcomePage *self = SIGNET_WELCOME_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (signet_welcome_page_parent_class)->dispose (object);
}

static void
signet_welcome_page_class_init (SignetWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_welcome_page_dispose;

  g_type_ensure (SIGNET_TYPE_CHECK_BUTTON);
  g_type_ensure (SIGNET_TYPE_TILE_ROW);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, box);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, back_button);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, heading);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, card);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, kuaishou_button);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, ippro_button);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, connect_row);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, start_button);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, start_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, start_label);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, SignetWelcomePage, error_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_welcome_page_init (SignetWelcomePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->start_button, "clicked", G_CALLBACK (start_clicked_cb), self);
  signet_tile_row_set_icon (self->connect_row, "network-server-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (self->connect_row, _ ("Connect to a Platform…"));
  signet_tile_row_set_subtitle (self->connect_row, _ ("You have an account, or want to register one"));
  signet_tile_row_set_action (self->connect_row, "win.connect", NULL);
}

/**
 * signet_welcome_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
signet_welcome_page_new (SignetDesk *desk)
{
  SignetWelcomePage *self = g_object_new (SIGNET_TYPE_WELCOME_PAGE, NULL);

  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

/**
 * signet_welcome_page_set_adding:
 * @self: the page
 * @adding: whether the person has an account and wants another one, and may also go back
 */
void
signet_welcome_page_set_adding (SignetWelcomePage *self, gboolean adding)
{
  g_return_if_fail (SIGNET_IS_WELCOME_PAGE (self));

  gtk_widget_set_visible (self->back_button, adding);
  gtk_label_set_label (self->heading, adding ? _ ("Add an Account") : _ ("Welcome to Signet"));
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
}
