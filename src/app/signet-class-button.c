/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-class-button.h"

#include <stdlib.h>

#include "app/signet-nice-headings.h"

/*
 * Says what a class of the Nice classification is about, and lets one be chosen by its number or by a word of
 * its short title. The list is made when it is first opened.
 */

struct _SignetClassButton
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkListView *list_view;

  SignetNiceClass *entry;
};

G_DEFINE_FINAL_TYPE (SignetClassButton, signet_class_button, GTK_TYPE_WIDGET)

#define N_CLASSES 45

static void
show_heading (SignetClassButton *self)
{
  const char *heading = signet_nice_headings_get (signet_nice_class_get_class_number (self->entry));

  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  SignetClassButton *self = user_data;
  const char *class = gtk_string_object_get_string (item);
  const char *text = gtk_editable_get_text (self->search_entry);
  g_autofree char *haystack = NULL;
  g_autofree char *needle = NULL;

  if (*text == '\0')
    return TRUE;
  if (g_ascii_isdigit (*text)) /* "3" finds 3 and 30 */
    return g_str_has_prefix (class, text);
  haystack = g_utf8_casefold (class, -1);
  needle = g_utf8_casefold (text, -1);

  return g_strstr_len (haystack, -1, needle) != NULL;
}

static void
search_changed_cb (SignetClassButton *self)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (self->list_view);
  GListModel *filtered;

  if (selection == NULL)
    return;
  filtered = gtk_single_selection_get_model (GTK_SINGLE_SELECTION (selection));
  gtk_filter_changed (gtk_filter_list_model_get_filter (GTK_FILTER_LIST_MODEL (filtered)),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

static void
fill (SignetClassButton *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GtkStringList *classes = gtk_string_list_new (NULL);

  for (int number = 1; number <= N_CLASSES; number++)
    {
      g_autofree char *text = signet_nice_headings_describe (number);

      gtk_string_list_append (classes, text);
    }
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (gtk_filter_list_model_new (
      G_LIST_MODEL (classes), GTK_FILTER (gtk_custom_filter_new (matches, self, NULL))))));
  gtk_list_view_set_model (self->list_view, selection);
}

static void
shown_cb (SignetClassButton *self)
{
  if (gtk_list_view_get_model (self->list_view) == NULL)
    fill (self);
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
choose (SignetClassButton *self, guint position)
{
  g_autoptr (GtkStringObject)
      item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);

  if (item == NULL)
    return;
  signet_nice_class_set_class_number (self->entry, atoi (gtk_string_object_get_string (item)));
  gtk_popover_popdown (self->popover);
}

/* Return in the search takes the first that is found. */
static void
first_chosen_cb (SignetClassButton *self)
{
  choose (self, 0);
}

static void
signet_class_button_dispose (GObject *object)
{
  SignetClassButton *self = SIGNET_CLASS_BUTTON (object);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_CLASS_BUTTON);

  G_OBJECT_CLASS (signet_class_button_parent_class)->dispose (object);
}

static void
signet_class_button_class_init (SignetClassButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_class_button_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-class-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetClassButton, box);
  gtk_widget_class_bind_template_child (widget_class, SignetClassButton, heading);
  gtk_widget_class_bind_template_child (widget_class, SignetClassButton, button);
  gtk_widget_class_bind_template_child (widget_class, SignetClassButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SignetClassButton, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetClassButton, list_view);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_class_button_init (SignetClassButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search_entry, "activate", G_CALLBACK (first_chosen_cb), self);
  g_signal_connect_swapped (self->list_view, "activate", G_CALLBACK (choose), self);
}

/**
 * signet_class_button_new:
 * @entry: a class of a trademark; choosing sets its number
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
signet_class_button_new (SignetNiceClass *entry)
{
  SignetClassButton *self = g_object_new (SIGNET_TYPE_CLASS_BUTTON, NULL);

  self->entry = g_object_ref (entry);
  g_signal_connect_object (entry, "notify::class-number", G_CALLBACK (show_heading), self, G_CONNECT_SWAPPED);
  show_heading (self);

  return GTK_WIDGET (self);
}
