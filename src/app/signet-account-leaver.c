/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-leaver.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-error-text.h"

/*
 * Signing out of the desk's account and removing it from this computer, each after the person has been told
 * what that means. Belongs to the window. Signal "told" (const char *text): what came of it, in a sentence.
 */

struct _SignetAccountLeaver
{
  GObject parent_instance;

  GtkWindow *window; /* weak */
  SignetDesk *desk;
  SignetAccount *account; /* of the open dialog */
};

G_DEFINE_FINAL_TYPE (SignetAccountLeaver, signet_account_leaver, G_TYPE_OBJECT)

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (SignetAccountLeaver *self, const char *text)
{
  if (self->window != NULL)
    g_signal_emit (self, signals[TOLD], 0, text);
}

static void
tell_error (SignetAccountLeaver *self, const GError *error)
{
  g_autofree char *sentence = signet_error_text_sentence (error);

  g_warning ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  tell (self, sentence);
}

static void
signed_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetAccountLeaver) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean revoked = FALSE;

  if (!signet_account_sign_out_finish (SIGNET_ACCOUNT (source), result, &revoked, &error))
    tell_error (self, error);
  else if (revoked)
    tell (self, _ ("You are signed out"));
  else
    tell (self, _ ("Signed out here; the platform couldn’t be told. End this session from another device"));
}

static void
sign_out_answered_cb (SignetAccountLeaver *self, const char *response)
{
  if (g_str_equal (response, "leave"))
    signet_account_sign_out_async (self->account, NULL, signed_out_cb, g_object_ref (self));
}

static AdwMessageDialog *
make_dialog (SignetAccountLeaver *self, const char *heading, const char *body, const char *verb)
{
  GtkWidget *widget = adw_message_dialog_new (self->window, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  g_set_object (&self->account, signet_desk_get_account (self->desk));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "leave", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");

  return dialog;
}

static void
signet_account_leaver_dispose (GObject *object)
{
  SignetAccountLeaver *self = SIGNET_ACCOUNT_LEAVER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->account);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_account_leaver_parent_class)->dispose (object);
}

static void
signet_account_leaver_class_init (SignetAccountLeaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_account_leaver_dispose;

  signals[TOLD] = g_signal_new ("told", SIGNET_TYPE_ACCOUNT_LEAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
signet_account_leaver_init (SignetAccountLeaver *self)
{
}

/**
 * signet_account_leaver_new:
 * @window: over which is asked
 * @desk: the desk
 *
 * Returns: (transfer full): a leaver
 */
SignetAccountLeaver *
signet_account_leaver_new (GtkWindow *window, SignetDesk *desk)
{
  SignetAccountLeaver *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self = g_object_new (SIGNET_TYPE_ACCOUNT_LEAVER, NULL);
  g_set_weak_pointer (&self->window, window);
  self->desk = g_object_ref (desk);

  return self;
}

/**
 * signet_account_leaver_sign_out:
 * @self: a leaver
 *
 * Asks whether to sign out of the desk's account, and does.
 */
void
signet_account_leaver_sign_out (SignetAccountLeaver *self)
{
  AdwMessageDialog *dialog;
  guint n_waiting;
  g_autoptr (GString) body = NULL;

  g_return_if_fail (SIGNET_IS_ACCOUNT_LEAVER (self));

  body = g_string_new (_ ("Your drafts, papers and receipts stay on this computer."));
  n_waiting = signet_desk_get_n_waiting (self->desk);
  if (n_waiting > 0)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (
          body,
          g_dngettext (GETTEXT_PACKAGE, "%u submission waits and is sent when you have signed in again.",
                       "%u submissions wait and are sent when you have signed in again.", n_waiting),
          n_waiting);
    }
  dialog = make_dialog (self, _ ("Sign Out?"), body->str, _ ("Sign Out"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (sign_out_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
