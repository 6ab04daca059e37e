/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-password-window.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-practice-bar.h"
#include "desk/signet-desk-error.h"

/*
 * Gives the account a password, or another one. What was typed stays until the platform has taken it, and is
 * wiped with the window. Signal "done": the account has the new password; the window closes itself.
 */

struct _SignetPasswordWindow
{
  AdwWindow parent_instance;

  GtkWidget *practice_bar;
  GtkWidget *set_button;
  GtkWidget *fields;
  GtkEditable *current_row;
  GtkEditable *new_row;
  GtkRevealer *error_revealer;
  GtkWidget *error_box;
  GtkLabel *error_title;
  GtkLabel *error_advice;

  SignetAccount *account;
  GCancellable *cancellable;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SignetPasswordWindow, signet_password_window, ADW_TYPE_WINDOW)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (SignetPasswordWindow *self)
{
  gtk_widget_set_sensitive (self->fields, !self->busy);
  gtk_widget_set_sensitive (self->set_button, !self->busy && *gtk_editable_get_text (self->new_row) != '\0');
}

static void
show_error (SignetPasswordWindow *self, const GError *error)
{
  g_autofree char *title = signet_error_text_title (error);
  g_autofree char *advice = signet_error_text_advice (error);

  gtk_label_set_label (self->error_title, title);
  gtk_label_set_label (self->error_advice, advice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->error_box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice, -1);
  gtk_revealer_set_reveal_child (self->error_revealer, TRUE);
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPasswordWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = signet_account_change_password_finish (SIGNET_ACCOUNT (source), result, &error);

  if (self->cancellable == NULL) /* the window was closed meanwhile */
    return;

  self->busy = FALSE;
  update (self);
  if (done)
    {
      g_signal_emit (self, signals[DONE], 0);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_WRONG_PASSWORD) ||
      g_strcmp0 (signet_desk_error_get_reason (error), "required") == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->current_row), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->current_row));
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->new_row));
  show_error (self, error);
}

static void
set_cb (SignetPasswordWindow *self)
{
  const char *current = gtk_editable_get_text (self->current_row);

  if (!gtk_widget_get_sensitive (self->set_button))
    return;

  self->busy = TRUE;
  gtk_revealer_set_reveal_child (self->error_revealer, FALSE);
  signet_account_change_password_async (self->account, gtk_editable_get_text (self->new_row),
                                        *current != '\0' ? current : NULL, self->cancellable, changed_cb,
                                        g_object_ref (self));
  update (self);
}

static void
typed_cb (SignetPasswordWindow *self)
{
  update (self);
}

static void
signet_password_window_dispose (GObject *object)
{
  SignetPasswordWindow *self = SIGNET_PASSWORD_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (signet_password_window_parent_class)->dispose (object);
}

static void
signet_password_window_class_init (SignetPasswordWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_password_window_dispose;

  signals[DONE] = g_signal_new ("done", SIGNET_TYPE_PASSWORD_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_PRACTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-password-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, practice_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, set_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, current_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, new_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, error_box);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, error_title);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordWindow, error_advice);
  gtk_widget_class_bind_template_callback (widget_class, set_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
signet_password_window_init (SignetPasswordWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  update (self);
}

/**
 * signet_password_window_new:
 * @parent: over which it opens
 * @account: a signed-in account whose e-mail is bound
 *
 * Returns: (transfer none): the window, not yet presented; it owns itself until it is closed
 */
SignetPasswordWindow *
signet_password_window_new (GtkWindow *parent, SignetAccount *account)
{
  SignetPasswordWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SIGNET_IS_ACCOUNT (account), NULL);

  self = g_object_new (SIGNET_TYPE_PASSWORD_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  self->account = g_object_ref (account);
  gtk_widget_set_visible (GTK_WIDGET (self->current_row), signet_account_get_password_set (account));
  g_object_bind_property (account, "practice", self->practice_bar, "visible", G_BINDING_SYNC_CREATE);

  return self;
}
