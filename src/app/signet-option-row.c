/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-option-row.h"

#include "app/signet-check-button.h"

/*
 * One of several things to choose from, with what it means: a radio button, a title, a description, one more
 * line with an icon, and a chip. What can't be chosen now is insensitive and says why.
 *
 * The row's list activates it by signet_option_row_set_chosen(). Signal "chosen": it has become the one.
 */

struct _SignetOptionRow
{
  GtkListBoxRow parent_instance;

  GtkCheckButton *check;
  GtkWidget *words;
  GtkLabel *title;
  GtkLabel *description;
  GtkWidget *detail_box;
  GtkImage *detail_icon;
  GtkLabel *detail;
  GtkWidget *excluded_box;
  GtkLabel *excluded;
  SignetChip *chip;

  char *value;
};

G_DEFINE_FINAL_TYPE (SignetOptionRow, signet_option_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (SignetOptionRow *self)
{
  if (gtk_check_button_get_active (self->check))
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
signet_option_row_finalize (GObject *object)
{
  g_free (SIGNET_OPTION_ROW (object)->value);

  G_OBJECT_CLASS (signet_option_row_parent_class)->finalize (object);
}

static void
signet_option_row_class_init (SignetOptionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_option_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", SIGNET_TYPE_OPTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_CHECK_BUTTON);
  g_type_ensure (SIGNET_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-option-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, check);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, words);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, title);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, description);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, detail_box);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, detail_icon);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, detail);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, excluded_box);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, excluded);
  gtk_widget_class_bind_template_child (widget_class, SignetOptionRow, chip);
}

static void
signet_option_row_init (SignetOptionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

/**
 * signet_option_row_new:
 * @value: what choosing it means, for the page
 * @title: what it is called
 * @description: (nullable): what it means
 *
 * Returns: (transfer floating): a row that can be chosen
 */
GtkWidget *
signet_option_row_new (const char *value, const char *title, const char *description)
{
  SignetOptionRow *self = g_object_new (SIGNET_TYPE_OPTION_ROW, NULL);

  self->value = g_strdup (value);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->description, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description), description != NULL && *description != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "",
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return GTK_WIDGET (self);
}

/**
 * signet_option_row_get_value:
 * @self: a option row
 *
 * Returns: (transfer none): what choosing it means
 */
const char *
signet_option_row_get_value (SignetOptionRow *self)
{
  g_return_val_if_fail (SIGNET_IS_OPTION_ROW (self), NULL);

  return self->value;
}

/**
 * signet_option_row_set_group:
 * @self: a option row
 * @group: one radio button of the group; of all in it one is chosen
 */
void
signet_option_row_set_group (SignetOptionRow *self, GtkCheckButton *group)
{
  g_return_if_fail (SIGNET_IS_OPTION_ROW (self));

  gtk_check_button_set_group (self->check, group);
}

/**
 * signet_option_row_set_detail:
 * @self: a option row
 * @icon_name: what kind of thing @detail is, as a symbolic icon
 * @detail: (nullable): one more line
 */
void
signet_option_row_set_detail (SignetOptionRow *self, const char *icon_name, const char *detail)
{
  g_return_if_fail (SIGNET_IS_OPTION_ROW (self));

  gtk_image_set_from_icon_name (self->detail_icon, icon_name);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail_box, detail != NULL);
}

/**
 * signet_option_row_set_excluded:
 * @self: a option row
 * @why: (nullable): why it can't be chosen now; %NULL: it can
 */
void
signet_option_row_set_excluded (SignetOptionRow *self, const char *why)
{
  g_return_if_fail (SIGNET_IS_OPTION_ROW (self));

  gtk_label_set_label (self->excluded, why != NULL ? why : "");
  gtk_widget_set_visible (self->excluded_box, why != NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), why == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), why == NULL);
  /* Why it is excluded stays at full contrast: only the rest is greyed. */
  gtk_widget_set_sensitive (self->words, why == NULL);
}

/**
 * signet_option_row_get_chip:
 * @self: a option row
 *
 * Returns: (transfer none): the chip at its end, hidden until the caller shows it
 */
SignetChip *
signet_option_row_get_chip (SignetOptionRow *self)
{
  g_return_val_if_fail (SIGNET_IS_OPTION_ROW (self), NULL);

  return self->chip;
}

/**
 * signet_option_row_get_chosen:
 * @self: a option row
 *
 * Returns: whether it is the one
 */
gboolean
signet_option_row_get_chosen (SignetOptionRow *self)
{
  g_return_val_if_fail (SIGNET_IS_OPTION_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * signet_option_row_set_chosen:
 * @self: a option row
 * @chosen: whether it is the one
 */
void
signet_option_row_set_chosen (SignetOptionRow *self, gboolean chosen)
{
  g_return_if_fail (SIGNET_IS_OPTION_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
}
