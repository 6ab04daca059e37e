/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-import-entry.h"

#include <glib/gi18n.h>

#include "app/signet-finding-text.h"
#include "model/signet-import-row.h"
#include "model/signet-words.h"

/*
 * A row of a table that is about to be imported: what it would become, or why it can't. It is to be read: the
 * keyboard goes through the list, but nothing comes of pressing it.
 */

struct _SignetImportEntry
{
  SignetLongRow parent_instance;

  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *line_label;
  GtkLabel *findings_label;
};

G_DEFINE_FINAL_TYPE (SignetImportEntry, signet_import_entry, SIGNET_TYPE_LONG_ROW)

static void
show_icon (SignetImportEntry *self, const char *state)
{
  const char *icon = "object-select-symbolic";
  const char *classes[] = { "dim-label", NULL };

  if (g_str_equal (state, SIGNET_IMPORT_ERROR))
    {
      icon = "process-stop-symbolic";
      classes[0] = "error";
    }
  else if (g_str_equal (state, SIGNET_IMPORT_WARNING))
    {
      icon = "dialog-warning-symbolic";
      classes[0] = "warning";
    }
  else if (g_str_equal (state, SIGNET_IMPORT_DUPLICATE))
    icon = "edit-copy-symbolic";
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
}

static char *
describe_line (int line, const char *state)
{
  if (g_str_equal (state, SIGNET_IMPORT_ERROR))
    /* Translators: a row of a table, by its line */
    return g_strdup_printf (_ ("Line %d · left out"), line);
  if (g_str_equal (state, SIGNET_IMPORT_DUPLICATE))
    /* Translators: a row of a table, by its line */
    return g_strdup_printf (_ ("Line %d · there already"), line);

  /* Translators: a row of a table, by its line */
  return g_strdup_printf (_ ("Line %d"), line);
}

static char *
describe_findings (GListModel *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *sentence = signet_import_entry_describe_finding (finding, NULL);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
    }

  return g_string_free (text, FALSE);
}

static void
signet_import_entry_show (SignetLongRow *row, gpointer item)
{
  SignetImportEntry *self = SIGNET_IMPORT_ENTRY (row);
  const char *state = signet_import_row_get_state (item);
  g_autofree char *line = describe_line (signet_import_row_get_line (item), state);
  g_autofree char *findings = describe_findings (G_LIST_MODEL (signet_import_row_get_findings (item)));

  show_icon (self, state);
  gtk_label_set_label (self->title_label, signet_import_row_get_title (item));
  gtk_label_set_label (self->line_label, line);
  gtk_label_set_label (self->findings_label, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_label), *findings != '\0');
  signet_long_row_set_name (row, signet_import_row_get_title (item), line, findings, NULL);
}

static void
signet_import_entry_class_init (SignetImportEntryClass *klass)
{
  SIGNET_LONG_ROW_CLASS (klass)->show = signet_import_entry_show;
}

static void
signet_import_entry_init (SignetImportEntry *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_remove_css_class (widget, "activatable");
  gtk_widget_action_set_enabled (widget, "row.press", FALSE);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget)), 12);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "valign", GTK_ALIGN_START, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->title_label = GTK_LABEL (signet_long_row_new_label (""));
  self->line_label = GTK_LABEL (signet_long_row_new_label ("caption dim-label figures"));
  self->findings_label = GTK_LABEL (signet_long_row_new_lines ("small"));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title_label));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->line_label));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->findings_label));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->icon), widget);
  gtk_widget_set_parent (texts, widget);
}

/**
 * signet_import_entry_describe_finding:
 * @finding: what is wrong with a row
 * @data: not used
 *
 * Returns: (transfer full): what is wrong, and what to do about it, as one line
 */
char *
signet_import_entry_describe_finding (SignetFinding *finding, gpointer data)
{
  g_autofree char *title = signet_finding_text_title (finding);
  g_autofree char *advice = signet_finding_text_advice (finding);

  if (advice == NULL || *advice == '\0')
    return g_steal_pointer (&title);

  /* Translators: what is wrong, and what to do about it. Chinese: %s：%s */
  return g_strdup_printf (_ ("%s: %s"), title, advice);
}
