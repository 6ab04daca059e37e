/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-switcher.h"

#include <glib/gi18n.h>

#include "app/signet-words.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/*
 * At the top of the sidebar: who is working and on which platform. Pressed, it lists the accounts to change
 * to, and what can be done with them. What is chosen is a window action: "win.switch-account" with the
 * account's id, "win.add-account", "win.open-account", "win.sign-out", "win.remove-account".
 */

struct _SignetAccountSwitcher
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget *content; /* of the button */
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *platform_label;
  GtkPopover *popover;
  GtkBox *accounts_box;
  GtkWidget *sign_out_button;

  SignetDesk *desk;
  GListModel *parties; /* of SignetPartyRow, everybody on the account */
  SignetAccount *account;
};

G_DEFINE_FINAL_TYPE (SignetAccountSwitcher, signet_account_switcher, ADW_TYPE_BIN)

static const char *
get_platform_name (SignetAccount *account)
{
  SignetPlatform *platform = signet_account_get_platform (account);

  return platform != NULL ? signet_words_label (signet_platform_get_name (platform))
                          : signet_account_get_address (account);
}

static gboolean
is_signed_in (SignetAccount *account)
{
  SignetAccountState state = signet_account_get_state (account);

  return state == SIGNET_ACCOUNT_READY || state == SIGNET_ACCOUNT_UNBOUND;
}

/* Who the account belongs to, as the person knows it: the identity it is for, or the account's own name. */
/* Whose account it is: the party that is its holder's own. Those it acts for have a switcher of their own. */
static SignetPartyRow *
find_own_party (SignetAccountSwitcher *self)
{
  guint n = g_list_model_get_n_items (self->parties);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetPartyRow) party = g_list_model_get_item (self->parties, i);

      if (signet_party_row_get_own (party))
        return g_steal_pointer (&party);
    }

  return NULL;
}

static char *
describe_person (SignetAccountSwitcher *self, SignetPartyRow *party)
{
  const char *phone = signet_account_get_phone (self->account);

  if (party != NULL && *signet_party_row_get_name (party) != '\0')
    return g_strdup (signet_party_row_get_name (party));
  if (phone == NULL || *phone == '\0')
    return g_strdup (_ ("New Account"));

  return g_strdup (signet_account_get_name (self->account));
}

static char *
describe_place (SignetAccountSwitcher *self, SignetPartyRow *party)
{
  if (party == NULL)
    return g_strdup (get_platform_name (self->account));
  if (g_str_equal (signet_party_row_get_role (party), SIGNET_ROLE_AGENT))
    /* Translators: name of the platform, and what the person is there */
    return g_strdup_printf (_ ("%s · Agent"), get_platform_name (self->account));

  /* Translators: name of the platform, and what the person is there */
  return g_strdup_printf (_ ("%s · Owner"), get_platform_name (self->account));
}

static void
update (SignetAccountSwitcher *self)
{
  g_autoptr (SignetPartyRow) party = NULL;
  g_autofree char *name = NULL;
  g_autofree char *place = NULL;
  g_autofree char *label = NULL;

  if (self->account == NULL)
    return;

  party = find_own_party (self);
  name = describe_person (self, party);
  place = describe_place (self, party);
  /* Translators: for screen readers, a button that changes the account: whose it is, and on which platform */
  label = g_strdup_printf (_ ("Account: %s, %s"), name, place);

  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->platform_label, place);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->sign_out_button, is_signed_in (self->account));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }

  return label;
}

static char *
describe_account (SignetAccount *account)
{
  const char *platform = get_platform_name (account);

  if (is_signed_in (account) || signet_account_get_state (account) == SIGNET_ACCOUNT_CHECKING)
    return g_strdup (platform);

  /* Translators: %s is the name of a platform on which the person isn't signed in */
  return g_strdup_printf (_ ("%s · not signed in"), platform);
}

static GtkWidget *
make_row (SignetAccountSwitcher *self, SignetAccount *account)
{
  gboolean current = account == self->account;
  g_autofree char *where = describe_account (account);
  g_autofree char *label = NULL;
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      signet_account_get_practice (account) ? "applications-science-symbolic" : "network-server-symbolic");
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  if (signet_account_get_practice (account))
    gtk_widget_add_css_class (icon, "practice-text");
  gtk_widget_set_opacity (mark, current ? 1 : 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (signet_account_get_name (account), NULL));
  gtk_box_append (GTK_BOX (words), make_label (where, "dim-label"));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "menu-button");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.switch-account");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", signet_account_get_id (account));
  if (current)
    /* Translators: for screen readers, one of several accounts: its name and platform */
    label = g_strdup_printf (_ ("%s, %s, in use"), signet_account_get_name (account), where);
  else
    label = g_strdup_printf (_ ("%s, %s"), signet_account_get_name (account), where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
chosen_cb (SignetAccountSwitcher *self)
{
  gtk_popover_popdown (self->popover);
}

static void
popover_shown_cb (SignetAccountSwitcher *self)
{
  GListModel *accounts = signet_desk_get_accounts (self->desk);
  GtkWidget *row;
  GtkWidget *current = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->accounts_box))) != NULL)
    gtk_box_remove (self->accounts_box, row);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (SignetAccount) account = g_list_model_get_item (accounts, i);

      row = make_row (self, account);
      g_signal_connect_object (row, "clicked", G_CALLBACK (chosen_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      gtk_box_append (self->accounts_box, row);
      if (account == self->account)
        current = row;
    }
  if (current != NULL)
    gtk_widget_grab_focus (current);
}

static void
account_changed_cb (SignetAccountSwitcher *self)
{
  update (self);
}

static void
desk_account_changed_cb (SignetAccountSwitcher *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, account_changed_cb, self);
  g_set_object (&self->account, account);
  if (account != NULL)
    g_signal_connect_object (account, "notify", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
signet_account_switcher_dispose (GObject *object)
{
  SignetAccountSwitcher *self = SIGNET_ACCOUNT_SWITCHER (object);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, account_changed_cb, self);
  g_clear_object (&self->account);
  g_clear_object (&self->parties);
  g_clear_object (&self->desk); /* its signals were connected with g_signal_connect_object() */

  G_OBJECT_CLASS (signet_account_switcher_parent_class)->dispose (object);
}

static void
signet_account_switcher_class_init (SignetAccountSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_account_switcher_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-account-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, content);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, avatar);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, name_label);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, platform_label);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, popover);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, accounts_box);
  gtk_widget_class_bind_template_child (widget_class, SignetAccountSwitcher, sign_out_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
signet_account_switcher_init (SignetAccountSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GTK puts what a menu button shows into a box of its own, in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->content), GTK_ALIGN_FILL);
  g_signal_connect_swapped (self->popover, "map", G_CALLBACK (popover_shown_cb), self);
}

/**
 * signet_account_switcher_set_desk:
 * @self: a switcher
 * @desk: the desk whose accounts these are; set once
 */
void
signet_account_switcher_set_desk (SignetAccountSwitcher *self, SignetDesk *desk)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT_SWITCHER (self));
  g_return_if_fail (SIGNET_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->parties = signet_desk_open_parties (desk, NULL);
  g_signal_connect_object (desk, "notify::account", G_CALLBACK (desk_account_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parties, "items-changed", G_CALLBACK (account_changed_cb), self,
                           G_CONNECT_SWAPPED);
  desk_account_changed_cb (self);
}
