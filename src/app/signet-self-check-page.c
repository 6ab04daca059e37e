/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-self-check-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-check-row.h"
#include "app/signet-complaint-wizard.h"
#include "app/signet-finding-text.h"

/*
 * The self-check: the same checks the reviewer makes, before anything is sent. Every finding is listed with a
 * button that goes to its field, the worst first; errors must be mended, the rest is for the person to judge.
 * The guarantee isn't asked here: it is given last, for what was checked.
 */

/* Of the lines left out for one and the same cause only so many get a row each. */
#define ROWS_OF_A_KIND 3

struct _SignetSelfCheckPage
{
  SignetWizardPage parent_instance;

  GtkImage *result_icon;
  GtkLabel *result_title;
  GtkLabel *result_text;
  GtkListBox *list_box;
};

G_DEFINE_FINAL_TYPE (SignetSelfCheckPage, signet_self_check_page, SIGNET_TYPE_WIZARD_PAGE)

static GListModel *
get_findings (SignetSelfCheckPage *self)
{
  return signet_draft_get_findings (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

static gboolean
is_checked_here (SignetFinding *finding)
{
  return !signet_finding_text_is_under (finding, "/guarantee");
}

static guint
count (SignetSelfCheckPage *self, SignetSeverity severity)
{
  GListModel *findings = get_findings (self);
  guint found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (is_checked_here (finding) && signet_finding_get_severity (finding) == severity)
        found++;
    }

  return found;
}

static void
row_go_cb (SignetSelfCheckPage *self, SignetCheckRow *row)
{
  SignetFinding *finding = signet_check_row_get_finding (row);
  const SignetWizardStep *step = signet_complaint_wizard_find_step (finding);

  signet_wizard_page_go (SIGNET_WIZARD_PAGE (self), step->name, signet_finding_get_pointer (finding));
}

static void
append_row (SignetSelfCheckPage *self, SignetFinding *finding, guint n_more)
{
  const SignetWizardStep *step = signet_complaint_wizard_find_step (finding);
  GtkWidget *row = signet_check_row_new (finding, _ (step->title), n_more);

  g_signal_connect_object (row, "go", G_CALLBACK (row_go_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, row);
}

static void
append_rows (SignetSelfCheckPage *self, SignetSeverity severity)
{
  GListModel *findings = get_findings (self);
  g_autoptr (GHashTable) totals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
      {
        g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
        char *code = (char *) signet_finding_get_code (finding); /* the list keeps it */
        guint n_total, n_shown;

        if (!is_checked_here (finding) || signet_finding_get_severity (finding) != severity)
          continue;
        if (pass == 0)
          {
            n_total = GPOINTER_TO_UINT (g_hash_table_lookup (totals, code));
            g_hash_table_insert (totals, code, GUINT_TO_POINTER (n_total + 1));
            continue;
          }
        n_total = GPOINTER_TO_UINT (g_hash_table_lookup (totals, code));
        n_shown = GPOINTER_TO_UINT (g_hash_table_lookup (shown, code)) + 1;
        g_hash_table_insert (shown, code, GUINT_TO_POINTER (n_shown));
        if (n_shown <= ROWS_OF_A_KIND)
          append_row (self, finding, n_shown == ROWS_OF_A_KIND ? n_total - n_shown : 0);
      }
}

static void
show_result (SignetSelfCheckPage *self, guint n_errors, guint n_warnings)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (GTK_WIDGET (self->result_icon), "success-text");
  gtk_widget_remove_css_class (GTK_WIDGET (self->result_icon), "error-text");
  if (n_errors > 0)
    {
      gtk_image_set_from_icon_name (self->result_icon, "dialog-error-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (self->result_icon), "error-text");
      title = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u error to mend", "%u errors to mend", n_errors), n_errors);
      text = g_strdup (_ ("The platform would refuse the complaint as it is."));
    }
  else
    {
      gtk_image_set_from_icon_name (self->result_icon, "object-select-symbolic");
      gtk_widget_add_css_class (GTK_WIDGET (self->result_icon), "success-text");
      title = g_strdup (_ ("Self-check passed"));
      text = n_warnings > 0
                 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "No errors, %u warning to look at",
                                                 "No errors, %u warnings to look at", n_warnings),
                                    n_warnings)
                 : g_strdup (_ ("No errors and no warnings"));
    }
  gtk_label_set_label (self->result_title, title);
  gtk_label_set_label (self->result_text, text);
  signet_wizard_page_set_status (SIGNET_WIZARD_PAGE (self), n_errors > 0 ? title : NULL, NULL);
}

static void
show_findings (SignetSelfCheckPage *self)
{
  guint n_errors = count (self, SIGNET_SEVERITY_ERROR);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list_box))) != NULL)
    gtk_list_box_remove (self->list_box, child);
  append_rows (self, SIGNET_SEVERITY_ERROR);
  append_rows (self, SIGNET_SEVERITY_WARNING);
  append_rows (self, SIGNET_SEVERITY_HINT);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->list_box)) != NULL);

  show_result (self, n_errors, count (self, SIGNET_SEVERITY_WARNING));
  signet_wizard_page_set_complete (SIGNET_WIZARD_PAGE (self), n_errors == 0);
}

static void
findings_changed_cb (SignetSelfCheckPage *self)
{
  show_findings (self);
}

/* Next was refused: to the first error. */
static void
revealed_cb (SignetSelfCheckPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list_box), GTK_DIR_TAB_FORWARD);
}

static void
signet_self_check_page_constructed (GObject *object)
{
  SignetSelfCheckPage *self = SIGNET_SELF_CHECK_PAGE (object);

  G_OBJECT_CLASS (signet_self_check_page_parent_class)->constructed (object);

  g_signal_connect_object (get_findings (self), "items-changed", G_CALLBACK (findings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_findings (self);
}

static void
signet_self_check_page_class_init (SignetSelfCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_self_check_page_constructed;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-self-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetSelfCheckPage, result_icon);
  gtk_widget_class_bind_template_child (widget_class, SignetSelfCheckPage, result_title);
  gtk_widget_class_bind_template_child (widget_class, SignetSelfCheckPage, result_text);
  gtk_widget_class_bind_template_child (widget_class, SignetSelfCheckPage, list_box);
}

static void
signet_self_check_page_init (SignetSelfCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::revealed", G_CALLBACK (revealed_cb), NULL);
}
