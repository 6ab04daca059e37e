/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaints-page.h"

#include "app/signet-list-stack.h"

/*
 * The page "Complaints" of the main window.
 */

struct _SignetComplaintsPage
{
  SignetPage parent_instance;

  SignetListStack *list_stack;
};

G_DEFINE_FINAL_TYPE (SignetComplaintsPage, signet_complaints_page, SIGNET_TYPE_PAGE)

static void
retry_cb (SignetComplaintsPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_complaints (desk));
}

static void
signet_complaints_page_constructed (GObject *object)
{
  SignetComplaintsPage *self = SIGNET_COMPLAINTS_PAGE (object);

  G_OBJECT_CLASS (signet_complaints_page_parent_class)->constructed (object);

  signet_list_stack_set_list (self->list_stack,
                              signet_desk_get_complaints (signet_page_get_desk (SIGNET_PAGE (self))));
}

static void
signet_complaints_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_COMPLAINTS_PAGE);

  G_OBJECT_CLASS (signet_complaints_page_parent_class)->dispose (object);
}

static void
signet_complaints_page_class_init (SignetComplaintsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_complaints_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = signet_complaints_page_dispose;

  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-complaints-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintsPage, list_stack);
}

static void
signet_complaints_page_init (SignetComplaintsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
}
