/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-classes-group.h"

#include <glib/gi18n.h>

#include "app/signet-class-button.h"
#include "app/signet-form-page.h"
#include "model/signet-nice-class.h"

/*
 * The classes of a trademark (Nice classification), each with its goods. It edits the right's own list; there
 * is always at least one line to type in.
 */

struct _SignetClassesGroup
{
  GtkWidget parent_instance;

  AdwPreferencesGroup *group;
  GtkButton *add_button;

  GListStore *classes;
  SignetWizardPage *page; /* not owned: it owns us */
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (SignetClassesGroup, signet_classes_group, GTK_TYPE_WIDGET)

static gboolean
number_to_text (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  int number = g_value_get_int (from);

  g_value_take_string (to, number > 0 ? g_strdup_printf ("%d", number) : g_strdup (""));

  return TRUE;
}

static gboolean
text_to_number (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  guint64 number = 0;

  /* Words count as nothing typed; 46 is kept, and found to be no class. */
  if (!g_ascii_string_to_unsigned (g_value_get_string (from), 10, 0, 9999, &number, NULL))
    number = 0;
  g_value_set_int (to, (int) number);

  return TRUE;
}

static void
remove_clicked_cb (SignetClassesGroup *self, GtkButton *button)
{
  guint position;

  if (g_list_store_find (self->classes, g_object_get_data (G_OBJECT (button), "entry"), &position))
    g_list_store_remove (self->classes, position);
}

static void
add_widget (SignetClassesGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_finding (SignetClassesGroup *self, GtkWidget *field, const char *format, guint position)
{
  g_autofree char *pointer = g_strdup_printf ("/classes/%u/%s", position, format);

  g_ptr_array_add (self->rows,
                   signet_form_page_add_finding (SIGNET_FORM_PAGE (self->page), self->group, field, pointer));
}

static void
add_rows (SignetClassesGroup *self, SignetNiceClass *entry, guint position, guint n_entries)
{
  GtkWidget *number = adw_entry_row_new ();
  GtkWidget *goods = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (number), _ ("Class"));
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (number), GTK_INPUT_PURPOSE_DIGITS);
  g_object_bind_property_full (entry, "class-number", number, "text", G_BINDING_SYNC_CREATE, number_to_text,
                               NULL, NULL, NULL);
  g_object_bind_property_full (number, "text", entry, "class-number", G_BINDING_DEFAULT, text_to_number, NULL,
                               NULL, NULL);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (number), signet_class_button_new (entry));
  if (n_entries > 1)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, _ ("Remove This Class"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Remove This Class"), -1);
      g_object_set_data_full (G_OBJECT (button), "entry", g_object_ref (entry), g_object_unref);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (number), button);
    }
  add_widget (self, number);
  add_finding (self, number, "class", position);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (goods), _ ("Goods or services"));
  g_object_bind_property (entry, "goods", goods, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  add_widget (self, goods);
  add_finding (self, goods, "goods", position);
}

static void
classes_changed_cb (SignetClassesGroup *self)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (self->classes));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < n_entries; i++)
    {
      g_autoptr (SignetNiceClass) entry = g_list_model_get_item (G_LIST_MODEL (self->classes), i);

      add_rows (self, entry, i, n_entries);
    }
}

static void
add_clicked_cb (SignetClassesGroup *self)
{
  g_autoptr (SignetNiceClass) entry = signet_nice_class_new ();

  g_list_store_append (self->classes, entry);
  /* number, finding, goods, finding: the new number */
  if (self->rows->len >= 4)
    gtk_widget_grab_focus (self->rows->pdata[self->rows->len - 4]);
}

static void
signet_classes_group_dispose (GObject *object)
{
  SignetClassesGroup *self = SIGNET_CLASSES_GROUP (object);

  if (self->classes != NULL)
    g_signal_handlers_disconnect_by_func (self->classes, classes_changed_cb, self);
  g_clear_object (&self->classes);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_CLASSES_GROUP);

  G_OBJECT_CLASS (signet_classes_group_parent_class)->dispose (object);
}

static void
signet_classes_group_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_CLASSES_GROUP (object)->rows);

  G_OBJECT_CLASS (signet_classes_group_parent_class)->finalize (object);
}

static void
signet_classes_group_class_init (SignetClassesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_classes_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_classes_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-classes-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetClassesGroup, group);
  gtk_widget_class_bind_template_child (widget_class, SignetClassesGroup, add_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_classes_group_init (SignetClassesGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
}

/**
 * signet_classes_group_set_right:
 * @self: a group
 * @right: the trademark whose classes it edits
 * @page: the page it stands on, for the findings
 */
void
signet_classes_group_set_right (SignetClassesGroup *self, SignetRight *right, SignetWizardPage *page)
{
  g_return_if_fail (SIGNET_IS_CLASSES_GROUP (self));
  g_return_if_fail (self->classes == NULL);

  self->page = page;
  self->classes = g_object_ref (signet_right_get_classes (right));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->classes)) == 0)
    {
      g_autoptr (SignetNiceClass) entry = signet_nice_class_new ();

      g_list_store_append (self->classes, entry);
    }
  g_signal_connect_swapped (self->classes, "items-changed", G_CALLBACK (classes_changed_cb), self);
  classes_changed_cb (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            signet_draft_is_open (signet_wizard_page_get_draft (page), "/classes"));
}
