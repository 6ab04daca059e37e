/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-notice.h"

#include <glib/gi18n.h>

#include "app/signet-width-bin.h"

/*
 * The box under a page's header that says what keeps the account from working: offline, signed out, or a
 * keyring that can't be opened (which has a page of its own), each with the one way on. Hidden while all is
 * well; offline is neutral, nothing is wrong then.
 */

typedef enum
{
  CASE_NONE,
  CASE_OFFLINE,
  CASE_SIGN_IN,
  CASE_SIGNED_OUT,
  CASE_UNBOUND,
  CASE_KEYRING_LOCKED,
  CASE_KEYRING_ABSENT,
  CASE_KEYRING_REFUSED,
  CASE_KEYRING_UNREACHABLE,
} Case;

struct _SignetAccountNotice
{
  GtkWidget parent_instance;

  GtkWidget *width_bin;
  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
  GtkButton *button;

  SignetDesk *desk;
  SignetAccount *account;
  Case shown;
  gboolean active;
  gboolean sign_in_only;
};

G_DEFINE_FINAL_TYPE (SignetAccountNotice, signet_account_notice, GTK_TYPE_WIDGET)

/* A session that can't be kept is said first: it is lost with the window. */
static Case
find_keyring_case (SignetAccount *account)
{
  switch (signet_account_get_keyring (account))
    {
    case SIGNET_KEYRING_LOCKED:
      return CASE_KEYRING_LOCKED;
    case SIGNET_KEYRING_ABSENT:
      return CASE_KEYRING_ABSENT;
    case SIGNET_KEYRING_REFUSED:
      return CASE_KEYRING_REFUSED;
    case SIGNET_KEYRING_UNREACHABLE:
      return CASE_KEYRING_UNREACHABLE;
    case SIGNET_KEYRING_UNKNOWN:
    case SIGNET_KEYRING_OPEN:
    case SIGNET_KEYRING_SESSION_ONLY:
    default:
      return CASE_NONE;
    }
}

static Case
find_case (SignetAccountNotice *self)
{
  Case keyring;

  if (self->account == NULL)
    return CASE_NONE;
  if (self->sign_in_only && signet_account_get_state (self->account) != SIGNET_ACCOUNT_SIGNED_OUT)
    return CASE_NONE;

  keyring = find_keyring_case (self->account);
  switch (signet_account_get_state (self->account))
    {
    case SIGNET_ACCOUNT_NO_KEYRING:
      return keyring != CASE_NONE ? keyring : CASE_KEYRING_LOCKED;
    case SIGNET_ACCOUNT_SIGNED_OUT:
      return CASE_SIGNED_OUT;
    case SIGNET_ACCOUNT_NEW:
      return CASE_SIGN_IN;
    case SIGNET_ACCOUNT_UNBOUND:
      return keyring != CASE_NONE ? keyring : CASE_UNBOUND;
    case SIGNET_ACCOUNT_READY:
      if (keyring != CASE_NONE)
        return keyring;
      return signet_account_get_online (self->account) ? CASE_NONE : CASE_OFFLINE;
    case SIGNET_ACCOUNT_CHECKING:
    default:
      return CASE_NONE;
    }
}

static void
show_words (SignetAccountNotice *self,
            const char *icon_name,
            const char *title,
            const char *text,
            const char *button)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->text, text);
  gtk_button_set_label (self->button, button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
show_offline (SignetAccountNotice *self)
{
  guint n_waiting = signet_desk_get_n_waiting (self->desk);
  g_autofree char *text = NULL;

  if (n_waiting == 0)
    text = g_strdup (_ ("Go on working. Everything is kept safe here."));
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "Go on working. %u submission is kept safe here and sent when the network is back.",
                     "Go on working. %u submissions are kept safe here and sent when the network is back.",
                     n_waiting),
        n_waiting);
  show_words (self, "network-offline-symbolic", _ ("You are offline"), text, _ ("Try Again"));
}

static void
update (SignetAccountNotice *self)
{
  self->shown = find_case (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->active && self->shown != CASE_NONE);

  switch (self->shown)
    {
    case CASE_OFFLINE:
      show_offline (self);
      break;
    case CASE_SIGN_IN:
      show_words (self, "dialog-password-symbolic", _ ("You aren’t signed in yet"),
                  _ ("Sign in to this platform to certify who you are and what is yours."), _ ("Sign In…"));
      break;
    case CASE_SIGNED_OUT:
      show_words (self, "dialog-password-symbolic", _ ("You are signed out"),
                  _ ("Go on working; what is ready is sent when you have signed in again."),
                  _ ("Sign In Again…"));
      break;
    case CASE_UNBOUND:
      show_words (self, "mail-unread-symbolic", _ ("Your e-mail isn’t bound yet"),
                  _ ("The platform takes nothing before that."), _ ("Bind E-Mail…"));
      break;
    case CASE_KEYRING_LOCKED:
      show_words (self, "system-lock-screen-symbolic", _ ("Signet can’t keep you signed in"),
                  _ ("Your keyring is locked. Your drafts and papers are all here."), _ ("What to Do"));
      break;
    case CASE_KEYRING_ABSENT:
      show_words (self, "dialog-password-symbolic", _ ("Signet can’t keep you signed in"),
                  _ ("There is no keyring. Your drafts and papers are all here."), _ ("What to Do"));
      break;
    case CASE_KEYRING_REFUSED:
      show_words (self, "dialog-password-symbolic", _ ("Signet can’t keep you signed in"),
                  _ ("Your keyring stays closed. Your drafts and papers are all here."), _ ("What to Do"));
      break;
    case CASE_KEYRING_UNREACHABLE:
      show_words (self, "dialog-password-symbolic", _ ("Signet can’t keep you signed in"),
                  _ ("Your keyring doesn’t answer. Your drafts and papers are all here."), _ ("What to Do"));
      break;
    case CASE_NONE:
    default:
      break;
    }
}

static void
button_clicked_cb (SignetAccountNotice *self)
{
  switch (self->shown)
    {
    case CASE_OFFLINE:
      signet_desk_sync (self->desk);
      break;
    case CASE_SIGN_IN:
    case CASE_SIGNED_OUT:
    case CASE_UNBOUND:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.sign-in", NULL);
      break;
    case CASE_KEYRING_LOCKED:
    case CASE_KEYRING_ABSENT:
    case CASE_KEYRING_REFUSED:
    case CASE_KEYRING_UNREACHABLE:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-keyring", NULL);
      break;
    case CASE_NONE:
    default:
      break;
    }
}

static void
account_changed_cb (SignetAccountNotice *self)
{
  update (self);
}

static void
desk_account_changed_cb (SignetAccountNotice *self)
{
  SignetAccount *account = self->desk != NULL ? signet_desk_get_account (self->desk) : NULL;

  if (self->account != account)
    {
      if (self->account != NULL)
        g_signal_handlers_disconnect_by_func (self->account, account_changed_cb, self);
      g_set_object (&self->account, account);
      if (account != NULL)
        g_signal_connect_object (account, "notify", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
signet_account_notice_dispose (GObject *object)
{
  SignetAccountNotice *self = SIGNET_ACCOUNT_NOTICE (object);

  signet_account_notice_set_desk (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_ACCOUNT_NOTICE);

  G_OBJECT_CLASS (signet_account_notice_parent_class)->dispose (object);
}

static void
signet_account_notice_class_init (SignetAccountNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_account_notice_dispose;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-account-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetAccountNotice, width_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountNotice, box);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountNotice, title);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountNotice, text);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountNotice, button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_account_notice_init (SignetAccountNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
}

/**
 * signet_account_notice_set_active:
 * @self: a notice
 * @active: whether its page is in front
 *
 * GTK 4.8 shows assistive technology the pages behind as well, where the same notice would stand once more.
 */
void
signet_account_notice_set_active (SignetAccountNotice *self, gboolean active)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT_NOTICE (self));

  self->active = active;
  update (self);
}

/**
 * signet_account_notice_set_sign_in_only:
 * @self: a notice
 * @sign_in_only: whether it says nothing but that the session is over: a wizard goes on without the rest
 */
void
signet_account_notice_set_sign_in_only (SignetAccountNotice *self, gboolean sign_in_only)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT_NOTICE (self));

  self->sign_in_only = sign_in_only;
  update (self);
}

/**
 * signet_account_notice_set_desk:
 * @self: a notice
 * @desk: (nullable): the desk whose account it follows
 */
void
signet_account_notice_set_desk (SignetAccountNotice *self, SignetDesk *desk)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT_NOTICE (self));

  if (self->desk == desk)
    return;

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_func (self->desk, desk_account_changed_cb, self);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    {
      g_signal_connect_object (desk, "notify::account", G_CALLBACK (desk_account_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (desk, "notify::n-waiting", G_CALLBACK (desk_account_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else if (self->account != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->account, account_changed_cb, self);
      g_clear_object (&self->account);
    }
  if (desk != NULL)
    desk_account_changed_cb (self);
}
