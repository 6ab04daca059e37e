/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-rights-page.h"

#include "app/signet-list-stack.h"

/*
 * The page "Rights" of the main window.
 */

struct _SignetRightsPage
{
  SignetPage parent_instance;

  SignetListStack *list_stack;
};

G_DEFINE_FINAL_TYPE (SignetRightsPage, signet_rights_page, SIGNET_TYPE_PAGE)

static void
retry_cb (SignetRightsPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_rights (desk));
}

static void
signet_rights_page_constructed (GObject *object)
{
  SignetRightsPage *self = SIGNET_RIGHTS_PAGE (object);

  G_OBJECT_CLASS (signet_rights_page_parent_class)->constructed (object);

  signet_list_stack_set_list (self->list_stack,
                              signet_desk_get_rights (signet_page_get_desk (SIGNET_PAGE (self))));
}

static void
signet_rights_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_RIGHTS_PAGE);

  G_OBJECT_CLASS (signet_rights_page_parent_class)->dispose (object);
}

static void
signet_rights_page_class_init (SignetRightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_rights_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_rights_page_dispose;

  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-rights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetRightsPage, list_stack);
}

static void
signet_rights_page_init (SignetRightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
}
