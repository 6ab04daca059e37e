/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizard-bar.h"

#include <glib/gi18n.h>

#include "app/signet-width-bin.h"

/*
 * The bar at the bottom of a wizard: how the page stands, in a line, and the buttons Back and Next, which
 * activate "wizard.back" and "wizard.next". What the line says is, the first that there is: that the page is
 * being applied, why Next can't be pressed, the page's own words, what it found.
 */

struct _SignetWizardBar
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *status;
  GtkLabel *detail;
  GtkWidget *back_button;
  GtkButton *next_button;

  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SignetWizardBar, signet_wizard_bar, ADW_TYPE_BIN)

static void
show_icon (SignetWizardBar *self, const char *icon_name, const char *style)
{
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), "error");
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), style);
}

static void
show_status (SignetWizardBar *self, const char *status, const char *detail)
{
  gtk_label_set_label (self->status, status);
  gtk_widget_set_visible (GTK_WIDGET (self->status), *status != '\0');
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  if (detail != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "heading");
}

static void
show_warnings (SignetWizardBar *self, guint n_warnings, gboolean may_go_on)
{
  g_autofree char *status = NULL;

  if (may_go_on && !self->narrow)
    status = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u warning, you can go on", "%u warnings, you can go on", n_warnings),
        n_warnings);
  else
    status = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", n_warnings),
                              n_warnings);

  show_icon (self, "dialog-warning-symbolic", "warning");
  show_status (self, status, NULL);
}

static void
show_errors (SignetWizardBar *self, guint n_errors)
{
  g_autofree char *status = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u thing to mend", "%u things to mend", n_errors), n_errors);

  show_icon (self, "dialog-error-symbolic", "error");
  show_status (self, status, NULL);
}

static void
show_page (SignetWizardBar *self, SignetWizardPage *page)
{
  const char *blocked = signet_wizard_page_get_blocked (page);
  const char *status = signet_wizard_page_get_status (page);
  guint n_warnings = signet_wizard_page_count_findings (page, SIGNET_SEVERITY_WARNING);
  guint n_errors = signet_wizard_page_count_findings (page, SIGNET_SEVERITY_ERROR);

  show_icon (self, NULL, NULL);
  if (blocked != NULL || status != NULL)
    show_status (self, blocked != NULL ? blocked : status, signet_wizard_page_get_status_detail (page));
  else if (n_errors > 0)
    show_errors (self, n_errors);
  else if (n_warnings > 0)
    show_warnings (self, n_warnings, signet_wizard_page_get_complete (page));
  else
    show_status (self, "", NULL);
}

static const char *
get_next_label (SignetWizardPage *page)
{
  if (signet_wizard_page_get_next_label (page) != NULL)
    return signet_wizard_page_get_next_label (page);

  /* Translators: button to the next page */
  return _ ("Next");
}

static void
signet_wizard_bar_class_init (SignetWizardBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-wizard-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, box);
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, status);
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, detail);
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, back_button);
  gtk_widget_class_bind_template_child (widget_class, SignetWizardBar, next_button);
}

static void
signet_wizard_bar_init (SignetWizardBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_wizard_bar_show:
 * @self: a bar
 * @page: the page above it
 * @applying: whether the person has pressed Next and the page is being applied
 * @back: whether there is a page to go back to
 *
 * Shows how the page stands now. Whether the buttons can be pressed is the wizard's actions' business.
 */
void
signet_wizard_bar_show (SignetWizardBar *self, SignetWizardPage *page, gboolean applying, gboolean back)
{
  g_return_if_fail (SIGNET_IS_WIZARD_BAR (self));
  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (page));

  gtk_widget_set_visible (self->back_button, back);
  gtk_button_set_label (self->next_button, get_next_label (page));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), applying);
  gtk_spinner_set_spinning (self->spinner, applying);
  if (applying)
    {
      show_icon (self, NULL, NULL);
      show_status (self, _ ("One moment…"), NULL);
    }
  else
    show_page (self, page);
}

/**
 * signet_wizard_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is little width
 *
 * What it says fits the new width from the next signet_wizard_bar_show() on.
 */
void
signet_wizard_bar_set_narrow (SignetWizardBar *self, gboolean narrow)
{
  g_return_if_fail (SIGNET_IS_WIZARD_BAR (self));

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (self->box, "narrow");
  else
    gtk_widget_remove_css_class (self->box, "narrow");
}
