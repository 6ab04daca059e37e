/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-check-button.h"

/*
 * A check button that assistive technology can press: GTK 4.8's own offers it no action, but a widget's own
 * actions are offered.
 */

struct _SignetCheckButton
{
  GtkCheckButton parent_instance;
};

G_DEFINE_FINAL_TYPE (SignetCheckButton, signet_check_button, GTK_TYPE_CHECK_BUTTON)

static void
toggle_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (gtk_widget_is_sensitive (widget))
    gtk_widget_activate (widget);
}

static void
signet_check_button_class_init (SignetCheckButtonClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check.toggle", NULL, toggle_cb);
}

static void
signet_check_button_init (SignetCheckButton *self)
{
}

/**
 * signet_check_button_new:
 *
 * Returns: (transfer floating): a button that isn't checked
 */
GtkWidget *
signet_check_button_new (void)
{
  return g_object_new (SIGNET_TYPE_CHECK_BUTTON, NULL);
}
