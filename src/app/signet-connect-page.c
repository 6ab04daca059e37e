/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-connect-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-error-text.h"

/*
 * Connecting to a platform by its address. What stands in the way, a bad certificate among it, is said with
 * what can be done about it; there is nothing to click it away with. The address stays as it was typed.
 *
 * It reaches the rest by "win.enter-account", which goes on with the account that was found.
 */

struct _SignetConnectPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  AdwEntryRow *address_row;
  GtkRevealer *error_revealer;
  GtkWidget *error_box;
  GtkImage *error_icon;
  GtkLabel *error_title;
  GtkLabel *error_advice;
  GtkWidget *connect_button;
  GtkStack *connect_stack;
  GtkWidget *connect_label;
  GtkSpinner *spinner;

  SignetDesk *desk;
  GCancellable *cancellable; /* while it connects */
};

G_DEFINE_FINAL_TYPE (SignetConnectPage, signet_connect_page, GTK_TYPE_WIDGET)

static void
update (SignetConnectPage *self)
{
  gboolean busy = self->cancellable != NULL;
  gboolean empty = *gtk_editable_get_text (GTK_EDITABLE (self->address_row)) == '\0';

  gtk_widget_set_sensitive (self->connect_button, !busy && !empty);
  gtk_widget_set_sensitive (GTK_WIDGET (self->address_row), !busy);
  gtk_stack_set_visible_child (self->connect_stack, busy ? GTK_WIDGET (self->spinner) : self->connect_label);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
show_error (SignetConnectPage *self, const GError *error)
{
  g_autofree char *title = error != NULL ? signet_error_text_title (error) : g_strdup ("");
  g_autofree char *advice = error != NULL ? signet_error_text_advice (error) : g_strdup ("");

  if (error != NULL)
    {
      gtk_image_set_from_icon_name (self->error_icon, signet_error_text_icon (error));
      gtk_label_set_label (self->error_title, title);
      gtk_label_set_label (self->error_advice, advice);
      gtk_widget_add_css_class (GTK_WIDGET (self->address_row), "error");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->error_box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->address_row), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_revealer_set_reveal_child (self->error_revealer, error != NULL);
}

/* A bare host name is meant to be reached safely. */
static char *
complete_address (const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  return strstr (text, "://") != NULL ? g_steal_pointer (&text) : g_strconcat ("https://", text, NULL);
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetConnectPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetAccount) account = signet_desk_connect_finish (SIGNET_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the page was left */

  g_clear_object (&self->cancellable);
  update (self);
  if (account == NULL)
    {
      g_info ("no platform could be connected to: %s", error->message);
      show_error (self, error);
      gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->address_row), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-account", NULL);
}

static void
connect_cb (SignetConnectPage *self)
{
  g_autofree char *address = complete_address (gtk_editable_get_text (GTK_EDITABLE (self->address_row)));

  if (self->cancellable != NULL || !gtk_widget_get_sensitive (self->connect_button))
    return;

  show_error (self, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  signet_desk_connect_async (self->desk, address, self->cancellable, connected_cb, g_object_ref (self));
}

static void
address_changed_cb (SignetConnectPage *self)
{
  show_error (self, NULL);
  update (self);
}

static void
signet_connect_page_dispose (GObject *object)
{
  SignetConnectPage *self = SIGNET_CONNECT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_CONNECT_PAGE);

  G_OBJECT_CLASS (signet_connect_page_parent_class)->dispose (object);
}

static void
signet_connect_page_class_init (SignetConnectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_connect_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, box);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, address_row);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, error_box);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, error_icon);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, error_title);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, error_advice);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, connect_button);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, connect_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, connect_label);
  gtk_widget_class_bind_template_child (widget_class, SignetConnectPage, spinner);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_connect_page_init (SignetConnectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->address_row, "changed", G_CALLBACK (address_changed_cb), self);
  g_signal_connect_swapped (self->address_row, "entry-activated", G_CALLBACK (connect_cb), self);
  g_signal_connect_swapped (self->connect_button, "clicked", G_CALLBACK (connect_cb), self);
  update (self);
}

/**
 * signet_connect_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
signet_connect_page_new (SignetDesk *desk)
{
  SignetConnectPage *self = g_object_new (SIGNET_TYPE_CONNECT_PAGE, NULL);

  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self->desk = g_object_ref (desk);

  return GTK_WIDGET (self);
}

/**
 * signet_connect_page_shown:
 * @self: the page, which has come to the front
 */
void
signet_connect_page_shown (SignetConnectPage *self)
{
  g_return_if_fail (SIGNET_IS_CONNECT_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
}

/**
 * signet_connect_page_stop:
 * @self: the page, which is left
 *
 * Gives up connecting, if it does.
 */
void
signet_connect_page_stop (SignetConnectPage *self)
{
  g_return_if_fail (SIGNET_IS_CONNECT_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  update (self);
}
