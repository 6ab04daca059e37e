/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-main-stack.h"

#include <adwaita.h>

#include "app/signet-connect-page.h"
#include "app/signet-error-page.h"
#include "app/signet-practice-bar.h"
#include "app/signet-welcome-page.h"

/*
 * What the main window shows: nothing before the desk is open, why it can't be opened, the welcome page or
 * the connect page for who has no account or wants another one, or the desk, which the window puts into it as
 * `<child type="desk">`. The practice bar stands over it while the account is one for practice.
 *
 * Most starts show the desk alone, so each other page is made when it is asked for.
 *
 * Signal "retry": the desk couldn't be opened and the person wants to try again.
 */

#define SPINNER_SECONDS 3

struct _SignetMainStack
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *practice_bar;
  GtkStack *stack;
  GtkSpinner *opening_spinner;
  SignetErrorPage *failed_page; /* in the stack; NULL as long as nothing failed */

  SignetDesk *desk; /* once it is open */
  GBinding *practice_binding;
  guint spinner_timeout;
};

static void signet_main_stack_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetMainStack,
                               signet_main_stack,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, signet_main_stack_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* GTK 4.8 shows assistive technology what is behind as well, unless it is hidden. */
static void
show_place (SignetMainStack *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->stack, name);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->stack, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}

static void
stop_waiting (SignetMainStack *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->opening_spinner);
}

static gboolean
opening_slowly_cb (gpointer user_data)
{
  SignetMainStack *self = user_data;

  self->spinner_timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->opening_spinner), TRUE);
  gtk_spinner_start (self->opening_spinner);

  return G_SOURCE_REMOVE;
}

static void
failed_activated_cb (SignetMainStack *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
make_failed_page (SignetMainStack *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header_bar = adw_header_bar_new ();
  GtkWidget *page = signet_error_page_new ();

  gtk_widget_add_css_class (header_bar, "flat");
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), header_bar);
  gtk_box_append (GTK_BOX (box), page);
  gtk_stack_add_named (self->stack, box, "failed");
  self->failed_page = SIGNET_ERROR_PAGE (page);
  g_signal_connect_swapped (page, "activated", G_CALLBACK (failed_activated_cb), self);
}

/* Of the pages that need the open desk alone. */
static GtkWidget *
ensure_page (SignetMainStack *self, const char *name, GtkWidget *(*make) (SignetDesk *) )
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  if (page == NULL)
    {
      page = make (self->desk);
      gtk_stack_add_named (self->stack, page, name);
    }

  return page;
}

static void
signet_main_stack_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (g_strcmp0 (type, "desk") == 0)
    gtk_stack_add_named (SIGNET_MAIN_STACK (buildable)->stack, GTK_WIDGET (child), "desk");
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
signet_main_stack_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = signet_main_stack_add_child;
}

static void
signet_main_stack_dispose (GObject *object)
{
  SignetMainStack *self = SIGNET_MAIN_STACK (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_clear_pointer (&self->practice_binding, g_binding_unbind);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_MAIN_STACK);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_main_stack_parent_class)->dispose (object);
}

static void
signet_main_stack_class_init (SignetMainStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_main_stack_dispose;

  signals[RETRY] = g_signal_new ("retry", SIGNET_TYPE_MAIN_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_PRACTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-main-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetMainStack, box);
  gtk_widget_class_bind_template_child (widget_class, SignetMainStack, practice_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetMainStack, stack);
  gtk_widget_class_bind_template_child (widget_class, SignetMainStack, opening_spinner);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_main_stack_init (SignetMainStack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->spinner_timeout = g_timeout_add_seconds (SPINNER_SECONDS, opening_slowly_cb, self);
}

/**
 * signet_main_stack_set_desk:
 * @self: the stack
 * @desk: the desk, which is open now; set once
 *
 * What is shown stays until one of the pages is asked for.
 */
void
signet_main_stack_set_desk (SignetMainStack *self, SignetDesk *desk)
{
  g_return_if_fail (SIGNET_IS_MAIN_STACK (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  stop_waiting (self);
}

/**
 * signet_main_stack_show_desk:
 * @self: the stack, with a desk
 *
 * Shows the desk, or the welcome page as long as there is no account.
 */
void
signet_main_stack_show_desk (SignetMainStack *self)
{
  SignetAccount *account;

  g_return_if_fail (SIGNET_IS_MAIN_STACK (self));
  g_return_if_fail (self->desk != NULL);

  account = signet_desk_get_account (self->desk);
  g_clear_pointer (&self->practice_binding, g_binding_unbind);
  gtk_widget_set_visible (self->practice_bar, FALSE);
  if (account != NULL)
    {
      show_place (self, "desk");
      self->practice_binding = g_object_bind_property (account, "practice", self->practice_bar, "visible",
                                                       G_BINDING_SYNC_CREATE);
    }
  else
    signet_main_stack_show_welcome (self);
}

/**
 * signet_main_stack_show_welcome:
 * @self: the stack, with a desk
 *
 * Shows the welcome page, for a newcomer or to add another account.
 */
void
signet_main_stack_show_welcome (SignetMainStack *self)
{
  GtkWidget *page;

  g_return_if_fail (SIGNET_IS_MAIN_STACK (self));
  g_return_if_fail (self->desk != NULL);

  page = ensure_page (self, "welcome", signet_welcome_page_new);
  signet_welcome_page_set_adding (SIGNET_WELCOME_PAGE (page), signet_desk_get_account (self->desk) != NULL);
  show_place (self, "welcome");
}

/**
 * signet_main_stack_show_connect:
 * @self: the stack, with a desk
 *
 * Shows the page that asks for a platform's address.
 */
void
signet_main_stack_show_connect (SignetMainStack *self)
{
  GtkWidget *page;

  g_return_if_fail (SIGNET_IS_MAIN_STACK (self));
  g_return_if_fail (self->desk != NULL);

  page = ensure_page (self, "connect", signet_connect_page_new);
  show_place (self, "connect");
  signet_connect_page_shown (SIGNET_CONNECT_PAGE (page));
}

/**
 * signet_main_stack_show_failed:
 * @self: the stack
 * @error: why the desk can't be opened
 */
void
signet_main_stack_show_failed (SignetMainStack *self, const GError *error)
{
  g_return_if_fail (SIGNET_IS_MAIN_STACK (self));

  stop_waiting (self);
  if (self->failed_page == NULL)
    make_failed_page (self);
  signet_error_page_set_error (self->failed_page, error);
  show_place (self, "failed");
}

/**
 * signet_main_stack_has_failed:
 * @self: the stack
 *
 * Returns: whether it says why the desk can't be opened
 */
gboolean
signet_main_stack_has_failed (SignetMainStack *self)
{
  g_return_val_if_fail (SIGNET_IS_MAIN_STACK (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "failed") == 0;
}

/**
 * signet_main_stack_back:
 * @self: the stack
 *
 * From the connect page to the welcome page, from there to the desk, if there is an account.
 *
 * Returns: %FALSE if neither is shown
 */
gboolean
signet_main_stack_back (SignetMainStack *self)
{
  GtkWidget *page;

  g_return_val_if_fail (SIGNET_IS_MAIN_STACK (self), FALSE);

  page = gtk_stack_get_visible_child (self->stack);
  if (SIGNET_IS_CONNECT_PAGE (page))
    {
      signet_connect_page_stop (SIGNET_CONNECT_PAGE (page));
      signet_main_stack_show_welcome (self);
    }
  else if (SIGNET_IS_WELCOME_PAGE (page))
    signet_main_stack_show_desk (self);
  else
    return FALSE;

  return TRUE;
}
