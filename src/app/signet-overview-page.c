/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-overview-page.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-format.h"
#include "app/signet-list-stack.h"
#include "app/signet-password-window.h"
#include "app/signet-property-rows.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-session-row.h"
#include "model/signet-words.h"

/*
 * The account that is worked with: what it is bound to, whether it can be kept signed in, and the devices on
 * which it is signed in, each of which can be ended from here. Follows the desk's account.
 */

struct _SignetOverviewPage
{
  SignetPage parent_instance;

  SignetWidthBin *bin;
  GtkWidget *content;
  AdwBin *facts_bin;
  GtkWidget *sessions_group;
  GtkWidget *end_others_button;
  SignetListStack *list_stack;
  GtkWidget *trouble_box;
  GtkLabel *trouble_label;
  GtkWidget *retry_button;
  GtkListBox *list_box;
  GtkLabel *told_label;
  GtkWidget *sign_out_button;
  GtkWidget *password_button;

  SignetAccount *account;
  SignetSessionList *sessions; /* while signed in */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetOverviewPage, signet_overview_page, SIGNET_TYPE_PAGE)

static gboolean
is_signed_in (SignetOverviewPage *self)
{
  SignetAccountState state = signet_account_get_state (self->account);

  return state == SIGNET_ACCOUNT_READY || state == SIGNET_ACCOUNT_UNBOUND;
}

static const char *
describe_keyring (SignetOverviewPage *self)
{
  if (!is_signed_in (self) && signet_account_get_state (self->account) != SIGNET_ACCOUNT_NO_KEYRING)
    return _ ("Not signed in");

  switch (signet_account_get_keyring (self->account))
    {
    case SIGNET_KEYRING_OPEN:
      return _ ("Kept in your keyring");
    case SIGNET_KEYRING_SESSION_ONLY:
      return _ ("Only for this session, until Signet closes");
    case SIGNET_KEYRING_LOCKED:
      return _ ("Your keyring is locked");
    case SIGNET_KEYRING_ABSENT:
      return _ ("There is no keyring to keep it in");
    case SIGNET_KEYRING_REFUSED:
      return _ ("Your keyring stays closed");
    case SIGNET_KEYRING_UNREACHABLE:
      return _ ("Your keyring doesn’t answer");
    case SIGNET_KEYRING_UNKNOWN:
    default:
      return _ ("Looking into your keyring…");
    }
}

static void
show_facts (SignetOverviewPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  SignetPlatform *platform = signet_account_get_platform (self->account);
  const char *email = signet_account_get_email (self->account);

  if (platform != NULL)
    signet_property_rows_add (group, _ ("Platform"),
                              signet_words_label (signet_platform_get_name (platform)));
  if (!signet_account_get_practice (self->account))
    signet_property_rows_add (group, _ ("Address"), signet_account_get_address (self->account));
  signet_property_rows_add (group, _ ("Mobile number, bound for good"),
                            signet_account_get_phone (self->account));
  if (email != NULL && *email != '\0')
    signet_property_rows_add (group, _ ("E-mail, bound for good"), email);
  else if (is_signed_in (self))
    signet_property_rows_add (group, _ ("E-mail"), _ ("Not bound yet"));
  signet_property_rows_add (group, _ ("Sign-in"), describe_keyring (self));
  adw_bin_set_child (self->facts_bin, GTK_WIDGET (group));
}

/* Where it said it was, and when it was last heard of. */
static char *
describe_session (SignetOverviewPage *self, SignetSessionRow *row)
{
  SignetClock *clock = signet_desk_get_clock (signet_page_get_desk (SIGNET_PAGE (self)));
  g_autofree char *used = signet_format_time_text (signet_session_row_get_used_at (row),
                                                   signet_clock_now (clock));
  const char *place = signet_session_row_get_place (row);
  g_autofree char *when = NULL;

  if (signet_session_row_get_current (row))
    when = g_strdup (_ ("This computer"));
  else
    /* Translators: of a device on which the account is signed in; %s is a day and a time */
    when = g_strdup_printf (_ ("Last used %s"), used);

  if (place == NULL || *place == '\0')
    return g_steal_pointer (&when);

  /* Translators: when a device was last used, and where it said it was */
  return g_strdup_printf (_ ("%s · %s"), when, place);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  SignetOverviewPage *self = user_data;
  SignetSessionRow *row = item;
  GtkWidget *tile_row = signet_tile_row_new ();
  g_autofree char *subtitle = describe_session (self, row);

  signet_tile_row_follow (SIGNET_TILE_ROW (tile_row), G_OBJECT (self->bin));
  signet_tile_row_set_icon (SIGNET_TILE_ROW (tile_row), "computer-symbolic",
                            signet_session_row_get_current (row) ? SIGNET_MEANING_ACCENT
                                                                 : SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (SIGNET_TILE_ROW (tile_row), signet_session_row_get_device (row));
  signet_tile_row_set_subtitle (SIGNET_TILE_ROW (tile_row), subtitle);
  if (!signet_session_row_get_current (row))
    /* Translators: button: sign this device out */
    signet_tile_row_set_button (SIGNET_TILE_ROW (tile_row), _ ("End"), "account.end-session",
                                signet_session_row_get_id (row));

  return tile_row;
}

/* A page of its own, as lists have it, would need more room than stands here. */
static void
show_trouble (SignetOverviewPage *self)
{
  const GError *error = self->sessions != NULL ? signet_session_list_get_error (self->sessions) : NULL;
  g_autofree char *sentence = error != NULL ? signet_error_text_sentence (error) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->list_stack), error == NULL);
  gtk_widget_set_visible (self->trouble_box, error != NULL);
  gtk_label_set_label (self->trouble_label, sentence != NULL ? sentence : "");
}

static void
sessions_changed_cb (SignetOverviewPage *self)
{
  gtk_widget_set_visible (self->end_others_button,
                          self->sessions != NULL &&
                              g_list_model_get_n_items (G_LIST_MODEL (self->sessions)) > 1);
}

static void
drop_sessions (SignetOverviewPage *self)
{
  if (self->sessions == NULL)
    return;

  g_signal_handlers_disconnect_by_func (self->sessions, sessions_changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->sessions, show_trouble, self);
  gtk_list_box_bind_model (self->list_box, NULL, NULL, NULL, NULL);
  signet_list_stack_set_list (self->list_stack, NULL);
  g_clear_object (&self->sessions);
}

static void
show_sessions (SignetOverviewPage *self)
{
  gboolean wanted = is_signed_in (self);

  gtk_widget_set_visible (self->sessions_group, wanted);
  gtk_widget_set_visible (self->sign_out_button, wanted);
  if (!wanted)
    drop_sessions (self);
  else if (self->sessions == NULL)
    {
      self->sessions = signet_account_open_sessions (self->account);
      g_signal_connect_swapped (self->sessions, "items-changed", G_CALLBACK (sessions_changed_cb), self);
      g_signal_connect_swapped (self->sessions, "notify::error", G_CALLBACK (show_trouble), self);
      gtk_list_box_bind_model (self->list_box, G_LIST_MODEL (self->sessions), make_row, self, NULL);
      signet_list_stack_set_list (self->list_stack, G_LIST_MODEL (self->sessions));
    }
  sessions_changed_cb (self);
  show_trouble (self);
}

/* Where the platform knows passwords, and takes one: after the e-mail is bound. */
static void
show_password_button (SignetOverviewPage *self)
{
  SignetPlatform *platform = signet_account_get_platform (self->account);
  gboolean known = platform != NULL &&
                   g_strv_contains (signet_platform_get_login_methods (platform), SIGNET_LOGIN_PASSWORD);

  gtk_widget_set_visible (self->password_button,
                          known && signet_account_get_state (self->account) == SIGNET_ACCOUNT_READY);
  gtk_button_set_label (GTK_BUTTON (self->password_button), signet_account_get_password_set (self->account)
                                                                ? _ ("Change the Password…")
                                                                : _ ("Set a Password…"));
}

static void
account_changed_cb (SignetOverviewPage *self)
{
  show_facts (self);
  show_sessions (self);
  show_password_button (self);
}

static void
desk_account_changed_cb (SignetOverviewPage *self)
{
  SignetAccount *account = signet_desk_get_account (signet_page_get_desk (SIGNET_PAGE (self)));

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, account_changed_cb, self);
  drop_sessions (self);
  g_set_object (&self->account, account);
  if (account == NULL)
    return;

  signet_page_set_subtitle (SIGNET_PAGE (self), signet_account_get_name (account));
  g_signal_connect_object (account, "notify", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  account_changed_cb (self);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetOverviewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean ended = signet_session_list_end_finish (SIGNET_SESSION_LIST (source), result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = ended ? g_strdup (_ ("That device is signed out")) : signet_error_text_sentence (error);
  gtk_label_set_label (self->told_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->told_label), TRUE);
}

static void
end_session (SignetOverviewPage *self, const char *id)
{
  signet_session_list_end_async (self->sessions, id, self->cancellable, ended_cb, g_object_ref (self));
}

static void
end_session_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  end_session (SIGNET_OVERVIEW_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
end_others_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetOverviewPage *self = SIGNET_OVERVIEW_PAGE (widget);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sessions)); i++)
    {
      g_autoptr (SignetSessionRow) row = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);

      if (!signet_session_row_get_current (row))
        g_ptr_array_add (ids, g_strdup (signet_session_row_get_id (row)));
    }
  for (guint i = 0; i < ids->len; i++)
    end_session (self, g_ptr_array_index (ids, i));
}

static void
password_set_cb (SignetOverviewPage *self)
{
  gtk_label_set_label (self->told_label, _ ("The new password is set"));
  gtk_widget_set_visible (GTK_WIDGET (self->told_label), TRUE);
}

static void
set_password_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetOverviewPage *self = SIGNET_OVERVIEW_PAGE (widget);
  SignetPasswordWindow *window = signet_password_window_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                             self->account);

  g_signal_connect_object (window, "done", G_CALLBACK (password_set_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
retry_cb (SignetOverviewPage *self)
{
  if (self->sessions != NULL)
    signet_session_list_reload (self->sessions);
}

static void
narrow_changed_cb (SignetOverviewPage *self)
{
  if (signet_width_bin_get_narrow (self->bin))
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
}

static void
signet_overview_page_constructed (GObject *object)
{
  SignetOverviewPage *self = SIGNET_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (signet_overview_page_parent_class)->constructed (object);

  g_signal_connect_object (signet_page_get_desk (SIGNET_PAGE (self)), "notify::account",
                           G_CALLBACK (desk_account_changed_cb), self, G_CONNECT_SWAPPED);
  desk_account_changed_cb (self);
}

static void
signet_overview_page_dispose (GObject *object)
{
  SignetOverviewPage *self = SIGNET_OVERVIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->sessions != NULL)
    g_signal_handlers_disconnect_by_func (self->sessions, sessions_changed_cb, self);
  g_signal_handlers_disconnect_by_func (self->sessions, show_trouble, self);
  g_clear_object (&self->sessions);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, account_changed_cb, self);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (signet_overview_page_parent_class)->dispose (object);
}

static void
signet_overview_page_class_init (SignetOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = signet_overview_page_constructed;
  object_class->dispose = signet_overview_page_dispose;

  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_install_action (widget_class, "account.end-session", "s", end_session_cb);
  gtk_widget_class_install_action (widget_class, "account.set-password", NULL, set_password_cb);
  gtk_widget_class_install_action (widget_class, "account.end-others", NULL, end_others_cb);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, content);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, facts_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, sessions_group);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, end_others_button);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, trouble_box);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, told_label);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, sign_out_button);
  gtk_widget_class_bind_template_child (widget_class, SignetOverviewPage, password_button);
}

static void
signet_overview_page_init (SignetOverviewPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->retry_button, "clicked", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}

/**
 * signet_overview_page_new:
 * @desk: the desk, which has an account
 *
 * Returns: (transfer floating): the page
 */
SignetPage *
signet_overview_page_new (SignetDesk *desk)
{
  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  return g_object_new (SIGNET_TYPE_OVERVIEW_PAGE, "desk", desk, NULL);
}
