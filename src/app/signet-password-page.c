/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-password-page.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "model/signet-words.h"

/*
 * Signing in with a password. The phone or e-mail is in the draft; the password is in the entry's locked
 * memory alone and is wiped as soon as it has served. After five wrong ones the platform takes none for a
 * while, which is counted down here.
 */

struct _SignetPasswordPage
{
  SignetAccountPage parent_instance;

  AdwEntryRow *login_row;
  AdwPasswordEntryRow *password_row;
  GtkLabel *tries_label;

  SignetPasswordSignIn *sign_in;
  guint tick;
};

G_DEFINE_FINAL_TYPE (SignetPasswordPage, signet_password_page, SIGNET_TYPE_ACCOUNT_PAGE)

static guint
get_wait (SignetPasswordPage *self)
{
  SignetClock *clock = signet_desk_get_clock (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
  gint64 left = signet_password_sign_in_get_retry_at (self->sign_in) - signet_clock_monotonic (clock);

  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

static void
show_tries (SignetPasswordPage *self)
{
  int tries = signet_password_sign_in_get_tries_left (self->sign_in);
  guint wait = get_wait (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->tries_label), wait == 0 && tries >= 0);
  if (wait == 0 && tries >= 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d try is left", "%d tries are left", (gulong) tries), tries);
  if (text != NULL)
    gtk_label_set_label (self->tries_label, text);
}

static void
show_wait (SignetPasswordPage *self)
{
  guint wait = get_wait (self);
  g_autofree char *text = NULL;

  if (wait > 0)
    {
      g_autofree char *time = signet_format_countdown (wait);

      /* Translators: %s is minutes and seconds, "14:32" */
      text = g_strdup_printf (_ ("Too many wrong tries, wait %s"), time);
    }
  signet_wizard_page_set_blocked (SIGNET_WIZARD_PAGE (self), text);
}

static gboolean
tick_cb (gpointer user_data)
{
  SignetPasswordPage *self = user_data;

  show_wait (self);
  if (get_wait (self) > 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  show_tries (self);

  return G_SOURCE_REMOVE;
}

static void
told_cb (SignetPasswordPage *self)
{
  show_tries (self);
  show_wait (self);
  if (get_wait (self) > 0 && self->tick == 0)
    self->tick = g_timeout_add_seconds (1, tick_cb, self);
}

static void
changed_cb (SignetPasswordPage *self)
{
  gboolean full = *gtk_editable_get_text (GTK_EDITABLE (self->login_row)) != '\0' &&
                  *gtk_editable_get_text (GTK_EDITABLE (self->password_row)) != '\0';

  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), full);
}

static void
login_activated_cb (SignetPasswordPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->password_row));
}

static void
password_activated_cb (SignetPasswordPage *self)
{
  signet_wizard_page_advance (SIGNET_WIZARD_PAGE (self));
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetPasswordPage *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!signet_password_sign_in_enter_finish (SIGNET_PASSWORD_SIGN_IN (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  signet_account_page_end (SIGNET_ACCOUNT_PAGE (self), g_steal_pointer (&task));
}

static void
signet_password_page_apply_async (SignetWizardPage *page,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  SignetPasswordPage *self = SIGNET_PASSWORD_PAGE (page);
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_password_page_apply_async);
  signet_password_sign_in_enter_async (self->sign_in, gtk_editable_get_text (GTK_EDITABLE (self->login_row)),
                                       gtk_editable_get_text (GTK_EDITABLE (self->password_row)), cancellable,
                                       entered_cb, task);
}

static gboolean
signet_password_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  SignetPasswordPage *self = SIGNET_PASSWORD_PAGE (page);
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  /* The whole of it selected: typing replaces it, pressing Next again tries it again. */
  if (!done)
    gtk_widget_grab_focus (GTK_WIDGET (self->password_row));

  return done;
}

/* An account that was signed in to before takes only the person it belongs to. */
static void
fill_in_login (SignetPasswordPage *self, SignetRegistration *registration)
{
  SignetAccount *account = signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (self));
  const char *known = signet_account_get_email (account);

  if (known == NULL || *known == '\0')
    known = signet_account_get_phone (account);
  if (*signet_registration_get_login (registration) == '\0' && known != NULL)
    signet_registration_set_login (registration, known);
}

static void
signet_password_page_constructed (GObject *object)
{
  SignetPasswordPage *self = SIGNET_PASSWORD_PAGE (object);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  SignetRegistration *registration = signet_draft_get_registration (draft);

  G_OBJECT_CLASS (signet_password_page_parent_class)->constructed (object);

  signet_account_page_set_words (SIGNET_ACCOUNT_PAGE (self), _ ("Sign In with a Password"),
                                 _ ("The one you have set on the platform. Signet doesn’t keep it."));
  self->sign_in = g_object_ref (signet_account_get_password_sign_in (signet_draft_get_account (draft)));
  g_signal_connect_object (self->sign_in, "notify", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  fill_in_login (self, registration);
  g_object_bind_property (registration, "login", self->login_row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  changed_cb (self);
  told_cb (self);
}

static void
signet_password_page_dispose (GObject *object)
{
  SignetPasswordPage *self = SIGNET_PASSWORD_PAGE (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->password_row != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->password_row), "");
  self->password_row = NULL;
  g_clear_object (&self->sign_in);

  G_OBJECT_CLASS (signet_password_page_parent_class)->dispose (object);
}

static void
signet_password_page_class_init (SignetPasswordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = signet_password_page_constructed;
  object_class->dispose = signet_password_page_dispose;
  page_class->apply_async = signet_password_page_apply_async;
  page_class->apply_finish = signet_password_page_apply_finish;
  SIGNET_ACCOUNT_PAGE_CLASS (klass)->way = SIGNET_LOGIN_PASSWORD;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-password-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordPage, login_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordPage, password_row);
  gtk_widget_class_bind_template_child (widget_class, SignetPasswordPage, tries_label);
}

static void
signet_password_page_init (SignetPasswordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->login_row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->login_row, "entry-activated", G_CALLBACK (login_activated_cb), self);
  g_signal_connect_swapped (self->password_row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->password_row, "entry-activated", G_CALLBACK (password_activated_cb), self);
}
