/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-keyring-page.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-words.h"
#include "desk/signet-desk-error.h"

/*
 * What to do about a keyring that is locked, absent or stays closed: unlock it, look again, or do without
 * it. Opened from the notice over the other pages; follows the desk's account and leaves as soon as the
 * session can be kept or needs no keyring.
 */

struct _SignetKeyringPage
{
  SignetPage parent_instance;

  AdwStatusPage *status_page;
  GtkBox *box;
  GtkWidget *unlock_button;
  GtkWidget *session_button;
  GtkWidget *retry_button;
  GtkWidget *unchanged_label;

  SignetAccount *account;
  GCancellable *cancellable;
  SignetKeyringState shown;
  gboolean retrying;
};

G_DEFINE_FINAL_TYPE (SignetKeyringPage, signet_keyring_page, SIGNET_TYPE_PAGE)

/* The words of a locked one serve as well before the account has looked. */
static SignetDeskError
get_error_code (SignetKeyringState state)
{
  switch (state)
    {
    case SIGNET_KEYRING_ABSENT:
      return SIGNET_DESK_ERROR_KEYRING_ABSENT;
    case SIGNET_KEYRING_REFUSED:
      return SIGNET_DESK_ERROR_KEYRING_REFUSED;
    case SIGNET_KEYRING_UNREACHABLE:
      return SIGNET_DESK_ERROR_KEYRING_UNREACHABLE;
    case SIGNET_KEYRING_LOCKED:
    case SIGNET_KEYRING_UNKNOWN:
    case SIGNET_KEYRING_OPEN:
    case SIGNET_KEYRING_SESSION_ONLY:
    default:
      return SIGNET_DESK_ERROR_KEYRING_LOCKED;
    }
}

static gboolean
is_settled (SignetKeyringPage *self)
{
  SignetKeyringState state;

  if (self->account == NULL)
    return TRUE;

  state = signet_account_get_keyring (self->account);
  return state == SIGNET_KEYRING_OPEN || state == SIGNET_KEYRING_SESSION_ONLY;
}

/* Where there is no keyring, nothing can be unlocked: looking again is the first and suggested way then. */
static void
set_retry_first (SignetKeyringPage *self, gboolean first)
{
  GtkWidget *button = self->retry_button;

  gtk_box_reorder_child_after (self->box, button, first ? NULL : self->session_button);
  if (first)
    {
      gtk_widget_remove_css_class (button, "flat");
      gtk_widget_add_css_class (button, "suggested-action");
    }
  else
    {
      gtk_widget_remove_css_class (button, "suggested-action");
      gtk_widget_add_css_class (button, "flat");
    }
}

static void
wrap_words (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
show_state (SignetKeyringPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *escaped = NULL;
  gboolean absent;

  self->shown = signet_account_get_keyring (self->account);
  error = g_error_new_literal (SIGNET_DESK_ERROR, get_error_code (self->shown), "");
  title = signet_error_text_title (error);
  advice = signet_error_text_advice (error);
  escaped = g_markup_escape_text (advice, -1); /* a status page's description is markup */

  adw_status_page_set_icon_name (self->status_page, signet_error_text_icon (error));
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, escaped);
  absent = self->shown == SIGNET_KEYRING_ABSENT;
  gtk_widget_set_visible (self->unlock_button, !absent);
  set_retry_first (self, absent);
}

static void
update (SignetKeyringPage *self)
{
  if (!is_settled (self))
    show_state (self);
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* The account tells the end of each look at the keyring, also when it found what it had found before. */
static void
keyring_changed_cb (SignetKeyringPage *self)
{
  gboolean unchanged = self->retrying && signet_account_get_keyring (self->account) == self->shown;

  self->retrying = FALSE;
  gtk_widget_set_visible (self->unchanged_label, unchanged);
  update (self);
}

static void
desk_account_changed_cb (SignetKeyringPage *self)
{
  SignetAccount *account = signet_desk_get_account (signet_page_get_desk (SIGNET_PAGE (self)));
  SignetPlatform *platform;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, keyring_changed_cb, self);
  g_set_object (&self->account, account);
  if (account != NULL)
    {
      platform = signet_account_get_platform (account);
      signet_page_set_subtitle (SIGNET_PAGE (self),
                                platform != NULL ? signet_words_label (signet_platform_get_name (platform))
                                                 : NULL);
      g_signal_connect_object (account, "notify::keyring", G_CALLBACK (keyring_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetKeyringPage) self = user_data;
  g_autoptr (GError) error = NULL;

  /* Whatever came of it shows in the account's state, which this page follows. */
  if (!signet_account_unlock_keyring_finish (SIGNET_ACCOUNT (source), result, &error))
    g_debug ("the keyring stays locked: %s", error->message);
  if (self->cancellable != NULL)
    gtk_widget_set_sensitive (self->unlock_button, TRUE);
}

static void
unlock_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetKeyringPage *self = SIGNET_KEYRING_PAGE (widget);

  /* The system asks in a window of its own; once at a time. */
  gtk_widget_set_sensitive (self->unlock_button, FALSE);
  signet_account_unlock_keyring_async (self->account, self->cancellable, unlocked_cb, g_object_ref (self));
}

static void
retry_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetKeyringPage *self = SIGNET_KEYRING_PAGE (widget);

  self->retrying = TRUE;
  gtk_widget_set_visible (self->unchanged_label, FALSE);
  signet_account_retry_keyring (self->account);
}

static void
session_only_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  signet_account_use_session_only (SIGNET_KEYRING_PAGE (widget)->account);
}

/* It may have been settled while another page was in front. */
static void
signet_keyring_page_shown (SignetPage *page)
{
  update (SIGNET_KEYRING_PAGE (page));
}

static void
signet_keyring_page_constructed (GObject *object)
{
  SignetKeyringPage *self = SIGNET_KEYRING_PAGE (object);

  G_OBJECT_CLASS (signet_keyring_page_parent_class)->constructed (object);

  g_signal_connect_object (signet_page_get_desk (SIGNET_PAGE (self)), "notify::account",
                           G_CALLBACK (desk_account_changed_cb), self, G_CONNECT_SWAPPED);
  desk_account_changed_cb (self);
}

static void
signet_keyring_page_dispose (GObject *object)
{
  SignetKeyringPage *self = SIGNET_KEYRING_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (signet_keyring_page_parent_class)->dispose (object);
}

static void
signet_keyring_page_class_init (SignetKeyringPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetPageClass *page_class = SIGNET_PAGE_CLASS (klass);

  object_class->constructed = signet_keyring_page_constructed;
  object_class->dispose = signet_keyring_page_dispose;
  page_class->shown = signet_keyring_page_shown;
  page_class->without_notice = TRUE;

  gtk_widget_class_install_action (widget_class, "keyring.unlock", NULL, unlock_cb);
  gtk_widget_class_install_action (widget_class, "keyring.retry", NULL, retry_cb);
  gtk_widget_class_install_action (widget_class, "keyring.session-only", NULL, session_only_cb);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-keyring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetKeyringPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, SignetKeyringPage, box);
  gtk_widget_class_bind_template_child (widget_class, SignetKeyringPage, unlock_button);
  gtk_widget_class_bind_template_child (widget_class, SignetKeyringPage, session_button);
  gtk_widget_class_bind_template_child (widget_class, SignetKeyringPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SignetKeyringPage, unchanged_label);
}

static void
signet_keyring_page_init (SignetKeyringPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* At twice the size, words in one line are wider than a narrow window. */
  wrap_words (self->unlock_button);
  wrap_words (self->session_button);
  wrap_words (self->retry_button);
}

/**
 * signet_keyring_page_new:
 * @desk: the desk, whose account has a keyring that can't be used
 *
 * Returns: (transfer floating): the page
 */
SignetPage *
signet_keyring_page_new (SignetDesk *desk)
{
  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  return g_object_new (SIGNET_TYPE_KEYRING_PAGE, "desk", desk, NULL);
}
