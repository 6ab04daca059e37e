/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-practice-bar.h"

/*
 * The unmistakable bar of a practice account: first child of every window, dragging it moves the window. Its
 * owner binds "visible" to SignetAccount:practice; it is hidden until then.
 */

struct _SignetPracticeBar
{
  GtkWidget parent_instance;

  GtkWidget *handle;
};

G_DEFINE_FINAL_TYPE (SignetPracticeBar, signet_practice_bar, GTK_TYPE_WIDGET)

static void
signet_practice_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_PRACTICE_BAR);

  G_OBJECT_CLASS (signet_practice_bar_parent_class)->dispose (object);
}

static void
signet_practice_bar_class_init (SignetPracticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_practice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-practice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPracticeBar, handle);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "practicebar");
}

static void
signet_practice_bar_init (SignetPracticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_practice_bar_new:
 *
 * Returns: (transfer floating): a hidden bar
 */
GtkWidget *
signet_practice_bar_new (void)
{
  return g_object_new (SIGNET_TYPE_PRACTICE_BAR, NULL);
}
