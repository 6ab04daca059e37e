/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-window.h"

#include <glib/gi18n.h>

#include "app/signet-account-leaver.h"
#include "app/signet-authorisation-page.h"
#include "app/signet-complaint-page.h"
#include "app/signet-complaints-page.h"
#include "app/signet-draft-actions.h"
#include "app/signet-error-text.h"
#include "app/signet-identity-page.h"
#include "app/signet-import-window.h"
#include "app/signet-keyring-page.h"
#include "app/signet-main-stack.h"
#include "app/signet-on-its-way.h"
#include "app/signet-overview-page.h"
#include "app/signet-page-stack.h"
#include "app/signet-party-page.h"
#include "app/signet-put-off.h"
#include "app/signet-record-page.h"
#include "app/signet-rights-page.h"
#include "app/signet-shortcuts.h"
#include "app/signet-sidebar.h"
#include "app/signet-today-page.h"
#include "app/signet-wizard-launcher.h"

/*
 * The main window: in a SignetMainStack sidebar and page side by side or, under 600 px, one after the other.
 *
 * It owns the pages. They, and every widget in them, reach it by its actions alone (see class_init and
 * signet-draft-actions.c), so a page knows neither the window nor another page.
 *
 * Signal "retry": the desk couldn't be opened and the person wants to try again.
 */

struct _SignetWindow
{
  AdwApplicationWindow parent_instance;

  SignetMainStack *main_stack;
  AdwToastOverlay *toast_overlay;
  AdwLeaflet *leaflet;
  SignetSidebar *sidebar;
  SignetPageStack *page_stack;

  SignetDesk *desk;
  GSettings *settings;
  char *account_id;               /* whose pages are shown; NULL without one */
  SignetWizardLauncher *launcher; /* once the desk is open */
  SignetAccountLeaver *leaver;    /* likewise */
  gboolean opened;
};

G_DEFINE_FINAL_TYPE (SignetWindow, signet_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The pages of the sidebar, in its order. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} pages[] = {
  { "today", signet_today_page_get_type },
  { "complaints", signet_complaints_page_get_type },
  { "rights", signet_rights_page_get_type },
  { "identity", signet_identity_page_get_type },
};

/* Where what was submitted stands. A revision was begun on the page of its record, and leads back there. */
static const char *
find_page (SignetDraft *draft)
{
  switch (signet_draft_get_purpose (draft))
    {
    case SIGNET_DRAFT_PURPOSE_CORRECT:
    case SIGNET_DRAFT_PURPOSE_RENEW:
      return NULL;
    case SIGNET_DRAFT_PURPOSE_NEW:
    case SIGNET_DRAFT_PURPOSE_CERTIFY:
    case SIGNET_DRAFT_PURPOSE_EDIT:
    default:
      break;
    }
  switch (signet_draft_get_kind (draft))
    {
    case SIGNET_DRAFT_RIGHT:
      return "rights";
    case SIGNET_DRAFT_COMPLAINT:
      return "complaints";
    case SIGNET_DRAFT_PARTY:
    case SIGNET_DRAFT_AUTHORISATION:
    default:
      return "identity";
    }
}

static const char *
describe_sent (SignetDraft *draft)
{
  switch (signet_draft_get_purpose (draft))
    {
    case SIGNET_DRAFT_PURPOSE_CORRECT:
      return _ ("Your correction is on its way");
    case SIGNET_DRAFT_PURPOSE_RENEW:
      return _ ("Your renewal is on its way");
    case SIGNET_DRAFT_PURPOSE_NEW:
    case SIGNET_DRAFT_PURPOSE_CERTIFY:
    case SIGNET_DRAFT_PURPOSE_EDIT:
    default:
      break;
    }
  switch (signet_draft_get_kind (draft))
    {
    case SIGNET_DRAFT_PARTY:
      return signet_party_get_own (signet_draft_get_party (draft)) ? _ ("Your identity is on its way")
                                                                   : _ ("The identity is on its way");
    case SIGNET_DRAFT_AUTHORISATION:
      return _ ("The authorisation is on its way");
    case SIGNET_DRAFT_RIGHT:
      return _ ("Your right is on its way");
    case SIGNET_DRAFT_COMPLAINT:
    default:
      return signet_account_get_online (signet_draft_get_account (draft))
                 ? _ ("Your complaint is on its way")
                 : _ ("Your complaint is ready and leaves as soon as the platform can be reached");
    }
}

static void
wizard_finished_cb (SignetWindow *self, SignetDraft *draft, const char *outcome)
{
  const char *page;

  if (signet_draft_get_kind (draft) == SIGNET_DRAFT_REGISTRATION)
    {
      signet_window_go (self, "today");
      signet_window_toast (self, _ ("You are signed in"));
      return;
    }
  if (signet_draft_get_purpose (draft) == SIGNET_DRAFT_PURPOSE_EDIT)
    {
      signet_window_toast (self, _ ("Changed on this computer"));
      return;
    }
  page = find_page (draft);
  if (page != NULL)
    signet_window_go (self, page);
  /* It lies over the page, which a narrow window may have behind its sidebar. */
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  signet_on_its_way_tell (self->desk, draft, outcome, describe_sent (draft), self->toast_overlay);
  if (signet_draft_get_kind (draft) == SIGNET_DRAFT_COMPLAINT)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-complaint", "s", outcome);
}

static void
wizard_kept_cb (SignetWindow *self)
{
  signet_window_toast (self, _ ("Kept as a draft, continue it from Today"));
}

static void
failed_cb (SignetWindow *self, const GError *error)
{
  g_autofree char *sentence = signet_error_text_sentence (error);

  g_warning ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  signet_window_toast (self, sentence);
}

/* Goes on with the account that was just found: in it, or to its door. */
static void
enter_account_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);
  SignetAccount *account = signet_desk_get_account (self->desk);

  if (account == NULL)
    return;

  signet_main_stack_show_desk (self->main_stack);
  switch (signet_account_get_state (account))
    {
    case SIGNET_ACCOUNT_NEW:
    case SIGNET_ACCOUNT_UNBOUND:
    case SIGNET_ACCOUNT_SIGNED_OUT:
      gtk_widget_activate_action (widget, "win.sign-in", NULL);
      break;
    case SIGNET_ACCOUNT_CHECKING:
    case SIGNET_ACCOUNT_READY:
    case SIGNET_ACCOUNT_NO_KEYRING:
    default:
      break;
    }
}

static void
go_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  signet_window_go (self, g_variant_get_string (parameter, NULL));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
open_complaint_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);
  SignetPage *page = signet_page_stack_get_page (self->page_stack);
  const char *id = g_variant_get_string (parameter, NULL);

  /* A notification may speak of the one that is looked at. */
  if (SIGNET_IS_COMPLAINT_PAGE (page) &&
      g_strcmp0 (signet_complaint_page_get_id (SIGNET_COMPLAINT_PAGE (page)), id) == 0)
    return;
  if (self->opened)
    signet_window_push (self, signet_complaint_page_new (self->desk, id));
}

static void
open_record_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  if (!self->opened)
    return;
  if (g_str_equal (action_name, "win.open-right"))
    signet_window_push (self, signet_record_page_new (self->desk, id));
  else if (g_str_equal (action_name, "win.open-authorisation"))
    signet_window_push (self, signet_authorisation_page_new (self->desk, id));
  else
    signet_window_push (self, signet_party_page_new (self->desk, id));
}

static void
put_off_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);
  const char *id, *until;

  g_variant_get (parameter, "(&s&s)", &id, &until);
  if (self->opened)
    signet_put_off (self->desk, id, until, self->toast_overlay);
}

static void
import_rights_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened)
    gtk_window_present (GTK_WINDOW (signet_import_window_new (self->desk, GTK_WINDOW (self))));
}

static void
open_keyring_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened && !SIGNET_IS_KEYRING_PAGE (signet_page_stack_get_page (self->page_stack)))
    signet_window_push (self, signet_keyring_page_new (self->desk));
}

static void
add_account_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened)
    signet_main_stack_show_welcome (self->main_stack);
}

static void
switch_account_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);
  SignetAccount *account = signet_desk_find_account (self->desk, g_variant_get_string (parameter, NULL));

  if (account != NULL && account != signet_desk_get_account (self->desk))
    signet_desk_choose_account (self->desk, account);
}

static void
open_account_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened && !SIGNET_IS_OVERVIEW_PAGE (signet_page_stack_get_page (self->page_stack)))
    signet_window_push (self, signet_overview_page_new (self->desk));
}

static void
sign_out_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened && signet_desk_get_account (self->desk) != NULL)
    signet_account_leaver_sign_out (self->leaver);
}

static void
remove_account_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened && signet_desk_get_account (self->desk) != NULL)
    signet_account_leaver_remove (self->leaver);
}

static void
connect_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (self->opened)
    signet_main_stack_show_connect (self->main_stack);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  if (signet_main_stack_back (self->main_stack))
    return;
  if (!signet_page_stack_pop (self->page_stack))
    adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);
  SignetPage *page = signet_page_stack_get_page (self->page_stack);

  if (page != NULL)
    signet_page_search (page);
}

static void
show_shortcuts_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GtkWindow *shortcuts = GTK_WINDOW (signet_shortcuts_new ());

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

static void
search_complaints_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWindow *self = SIGNET_WINDOW (widget);

  signet_window_go (self, "complaints");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  signet_page_search (signet_page_stack_get_page (self->page_stack));
}

static void
sync_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  signet_desk_sync (SIGNET_WINDOW (widget)->desk);
}

static void
retry_cb (SignetWindow *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

/* Remembers whose pages are shown. Returns whether it is somebody else now. */
static gboolean
note_account (SignetWindow *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);
  const char *id = account != NULL ? signet_account_get_id (account) : NULL;

  if (g_strcmp0 (self->account_id, id) == 0)
    return FALSE;
  g_free (self->account_id);
  self->account_id = g_strdup (id);

  return TRUE;
}

static void
account_changed_cb (SignetWindow *self)
{
  /* What is open belongs to the account that is left. */
  if (note_account (self))
    signet_window_go (self, "today");
  signet_main_stack_show_desk (self->main_stack);
}

static gboolean
signet_window_close_request (GtkWindow *window)
{
  SignetWindow *self = SIGNET_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));

  return GTK_WINDOW_CLASS (signet_window_parent_class)->close_request (window);
}

static void
signet_window_dispose (GObject *object)
{
  SignetWindow *self = SIGNET_WINDOW (object);

  g_clear_object (&self->launcher);
  g_clear_object (&self->leaver);
  g_clear_pointer (&self->account_id, g_free);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (signet_window_parent_class)->dispose (object);
}

static void
signet_window_class_init (SignetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = signet_window_close_request;

  signals[RETRY] = g_signal_new ("retry", SIGNET_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_MAIN_STACK);
  g_type_ensure (SIGNET_TYPE_PAGE_STACK);
  g_type_ensure (SIGNET_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SignetWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, SignetWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, SignetWindow, page_stack);

  gtk_widget_class_install_action (widget_class, "win.go", "s", go_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.sync", NULL, sync_cb);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, add_account_cb);
  gtk_widget_class_install_action (widget_class, "win.connect", NULL, connect_cb);
  gtk_widget_class_install_action (widget_class, "win.switch-account", "s", switch_account_cb);
  gtk_widget_class_install_action (widget_class, "win.open-account", NULL, open_account_cb);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, sign_out_cb);
  gtk_widget_class_install_action (widget_class, "win.remove-account", NULL, remove_account_cb);
  gtk_widget_class_install_action (widget_class, "win.enter-account", NULL, enter_account_cb);
  gtk_widget_class_install_action (widget_class, "win.open-complaint", "s", open_complaint_cb);
  gtk_widget_class_install_action (widget_class, "win.open-right", "s", open_record_cb);
  gtk_widget_class_install_action (widget_class, "win.open-party", "s", open_record_cb);
  gtk_widget_class_install_action (widget_class, "win.open-authorisation", "s", open_record_cb);
  gtk_widget_class_install_action (widget_class, "win.put-off", "(ss)", put_off_cb);
  gtk_widget_class_install_action (widget_class, "win.import-rights", NULL, import_rights_cb);
  gtk_widget_class_install_action (widget_class, "win.open-keyring", NULL, open_keyring_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.search-complaints", NULL, search_complaints_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
}

static void
signet_window_init (SignetWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->main_stack, "retry", G_CALLBACK (retry_cb), self);
}

/**
 * signet_window_new:
 * @application: the application
 * @desk: the desk, which need not be open yet
 * @settings: the application's settings
 *
 * Returns: (transfer none): the window, which the application owns
 */
SignetWindow *
signet_window_new (GtkApplication *application, SignetDesk *desk, GSettings *settings)
{
  SignetWindow *self = g_object_new (SIGNET_TYPE_WINDOW, "application", application, NULL);

  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self->desk = g_object_ref (desk);
  self->settings = g_object_ref (settings);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  return self;
}

/**
 * signet_window_show_opened:
 * @self: the window
 *
 * The desk is open and well: its pages are made, the first time, and shown.
 */
void
signet_window_show_opened (SignetWindow *self)
{
  g_autofree char *last = NULL;

  g_return_if_fail (SIGNET_IS_WINDOW (self));

  if (self->opened)
    {
      if (signet_main_stack_has_failed (self->main_stack))
        signet_main_stack_show_desk (self->main_stack);
      return;
    }
  self->opened = TRUE;
  signet_main_stack_set_desk (self->main_stack, self->desk);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    signet_page_stack_add (self->page_stack, pages[i].name,
                           g_object_new (pages[i].get_type (), "desk", self->desk, NULL));

  self->launcher = signet_wizard_launcher_new (GTK_WINDOW (self), self->desk);
  g_signal_connect_object (self->launcher, "finished", G_CALLBACK (wizard_finished_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->launcher, "kept", G_CALLBACK (wizard_kept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->launcher, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  signet_draft_actions_add (GTK_APPLICATION_WINDOW (self), self->launcher);
  self->leaver = signet_account_leaver_new (GTK_WINDOW (self), self->desk);
  g_signal_connect_object (self->leaver, "removing", G_CALLBACK (signet_wizard_launcher_drop), self->launcher,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->leaver, "told", G_CALLBACK (signet_window_toast), self, G_CONNECT_SWAPPED);
  signet_sidebar_set_desk (self->sidebar, self->desk);
  g_signal_connect_object (self->desk, "not-kept", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "notify::account", G_CALLBACK (account_changed_cb), self,
                           G_CONNECT_SWAPPED);
  last = g_settings_get_string (self->settings, "page");
  signet_window_go (self, last);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  note_account (self);
  signet_main_stack_show_desk (self->main_stack);
}

/**
 * signet_window_show_failed:
 * @self: the window
 * @error: why the desk can't be opened
 */
void
signet_window_show_failed (SignetWindow *self, const GError *error)
{
  g_return_if_fail (SIGNET_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  signet_main_stack_show_failed (self->main_stack, error);
}

/**
 * signet_window_go:
 * @self: the window
 * @page: name of one of the sidebar's pages
 *
 * Shows a page; what was opened from another one is closed.
 */
void
signet_window_go (SignetWindow *self, const char *page)
{
  g_return_if_fail (SIGNET_IS_WINDOW (self));

  if (!signet_page_stack_go (self->page_stack, page))
    return;

  signet_sidebar_select (self->sidebar, page);
  g_settings_set_string (self->settings, "page", page);
}

/**
 * signet_window_push:
 * @self: the window
 * @page: (transfer floating): a page opened from the one that is shown; Back returns there, and to what had
 * the focus
 */
void
signet_window_push (SignetWindow *self, SignetPage *page)
{
  g_return_if_fail (SIGNET_IS_WINDOW (self));
  g_return_if_fail (SIGNET_IS_PAGE (page));

  signet_page_stack_push (self->page_stack, page);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/**
 * signet_window_toast:
 * @self: the window
 * @text: one event, in a sentence without a full stop
 */
void
signet_window_toast (SignetWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1); /* a toast's title is markup */

  g_return_if_fail (SIGNET_IS_WINDOW (self));

  /* It lies over the page, which a narrow window may have behind its sidebar. */
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}
