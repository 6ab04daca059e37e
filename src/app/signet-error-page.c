/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-error-page.h"

#include <adwaita.h>

#include "app/signet-error-text.h"
#include "app/signet-width-bin.h"

/*
 * A whole page for what went wrong: what, why it matters, the way out, and the details for support at the
 * end.
 *
 * Signals: "activated" (the suggested way out), "second-activated".
 */

struct _SignetErrorPage
{
  GtkWidget parent_instance;

  AdwStatusPage *status_page;
  GtkWidget *buttons;
  GtkButton *button;
  GtkButton *second_button;
  AdwActionRow *reassurance;
  GtkLabel *details;
};

G_DEFINE_FINAL_TYPE (SignetErrorPage, signet_error_page, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  SECOND_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* At twice the size, words in one line are wider than a narrow window. */
static void
set_words (GtkButton *button, const char *words)
{
  GtkLabel *label;

  gtk_widget_set_visible (GTK_WIDGET (button), words != NULL);
  gtk_button_set_label (button, words != NULL ? words : "");
  label = GTK_LABEL (gtk_button_get_child (button));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
clicked_cb (SignetErrorPage *self, GtkButton *button)
{
  g_signal_emit (self, signals[button == self->button ? ACTIVATED : SECOND_ACTIVATED], 0);
}

static void
signet_error_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_ERROR_PAGE);

  G_OBJECT_CLASS (signet_error_page_parent_class)->dispose (object);
}

static void
signet_error_page_class_init (SignetErrorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_error_page_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", SIGNET_TYPE_ERROR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 0);
  signals[SECOND_ACTIVATED] = g_signal_new ("second-activated", SIGNET_TYPE_ERROR_PAGE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-error-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetErrorPage, status_page);
  gtk_widget_class_bind_template_child (widget_class, SignetErrorPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, SignetErrorPage, button);
  gtk_widget_class_bind_template_child (widget_class, SignetErrorPage, second_button);
  gtk_widget_class_bind_template_child (widget_class, SignetErrorPage, reassurance);
  gtk_widget_class_bind_template_child (widget_class, SignetErrorPage, details);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_error_page_init (SignetErrorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (self->second_button, "clicked", G_CALLBACK (clicked_cb), self);
}

/**
 * signet_error_page_new:
 *
 * Returns: (transfer floating): a page with nothing on it yet
 */
GtkWidget *
signet_error_page_new (void)
{
  return g_object_new (SIGNET_TYPE_ERROR_PAGE, NULL);
}

/**
 * signet_error_page_set_error:
 * @self: an error page
 * @error: what went wrong
 */
void
signet_error_page_set_error (SignetErrorPage *self, const GError *error)
{
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *details = NULL;

  g_return_if_fail (SIGNET_IS_ERROR_PAGE (self));
  g_return_if_fail (error != NULL);

  title = signet_error_text_title (error);
  advice = signet_error_text_advice (error);
  escaped = g_markup_escape_text (advice, -1); /* a status page's description is markup */
  details = g_strdup_printf ("%s %d\n%s", g_quark_to_string (error->domain), error->code, error->message);

  adw_status_page_set_icon_name (self->status_page, signet_error_text_icon (error));
  adw_status_page_set_title (self->status_page, title);
  adw_status_page_set_description (self->status_page, escaped);
  gtk_label_set_label (self->details, details);
}

/**
 * signet_error_page_set_actions:
 * @self: an error page
 * @first: (nullable): label of the suggested way out
 * @second: (nullable): label of another one
 */
void
signet_error_page_set_actions (SignetErrorPage *self, const char *first, const char *second)
{
  g_return_if_fail (SIGNET_IS_ERROR_PAGE (self));

  gtk_widget_set_visible (self->buttons, first != NULL || second != NULL);
  set_words (self->button, first);
  set_words (self->second_button, second);
}

/**
 * signet_error_page_set_suggested:
 * @self: an error page
 * @suggested: whether its first button is the window's suggested one, of which there is only one
 */
void
signet_error_page_set_suggested (SignetErrorPage *self, gboolean suggested)
{
  g_return_if_fail (SIGNET_IS_ERROR_PAGE (self));

  if (suggested)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
}

/**
 * signet_error_page_set_file:
 * @self: an error page
 * @description: (nullable): name and size of the file it is about; says that the file is untouched
 */
void
signet_error_page_set_file (SignetErrorPage *self, const char *description)
{
  g_return_if_fail (SIGNET_IS_ERROR_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->reassurance), description != NULL);
  adw_action_row_set_subtitle (self->reassurance, description != NULL ? description : "");
}
