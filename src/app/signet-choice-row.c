/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-choice-row.h"

#include "app/signet-check-button.h"

/*
 * One of several things to choose from: a radio button with a title and what it means. Bound to a text
 * property of a draft's subject, it is set while the property has its value, and choosing it sets the
 * property.
 */

struct _SignetChoiceRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *button;
  GtkWidget *company; /* without another row: a button alone would look like a check box */
  char *value;
};

G_DEFINE_FINAL_TYPE (SignetChoiceRow, signet_choice_row, ADW_TYPE_ACTION_ROW)

static gboolean
value_to_active (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_strcmp0 (g_value_get_string (from), SIGNET_CHOICE_ROW (user_data)->value) == 0);

  return TRUE;
}

static gboolean
active_to_value (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  if (!g_value_get_boolean (from))
    return FALSE; /* the one that was chosen instead sets it */
  g_value_set_string (to, SIGNET_CHOICE_ROW (user_data)->value);

  return TRUE;
}

static gboolean
signet_choice_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SIGNET_CHOICE_ROW (widget)->button));
}

static void
signet_choice_row_dispose (GObject *object)
{
  g_clear_object (&SIGNET_CHOICE_ROW (object)->company);

  G_OBJECT_CLASS (signet_choice_row_parent_class)->dispose (object);
}

static void
signet_choice_row_finalize (GObject *object)
{
  g_free (SIGNET_CHOICE_ROW (object)->value);

  G_OBJECT_CLASS (signet_choice_row_parent_class)->finalize (object);
}

static void
signet_choice_row_class_init (SignetChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_choice_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = signet_choice_row_grab_focus;
}

static void
signet_choice_row_init (SignetChoiceRow *self)
{
  self->button = GTK_CHECK_BUTTON (signet_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  /* names the button by the row's title and describes it by its subtitle, too */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

/**
 * signet_choice_row_new:
 * @title: what can be chosen
 * @explanation: what it means
 * @value: what the property is set to
 * @group: (nullable): another row of the same choice
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
signet_choice_row_new (const char *title, const char *explanation, const char *value, GtkWidget *group)
{
  SignetChoiceRow *self = g_object_new (SIGNET_TYPE_CHOICE_ROW, "title", title, "subtitle", explanation,
                                        NULL);

  self->value = g_strdup (value);
  if (group == NULL)
    self->company = g_object_ref_sink (gtk_check_button_new ());
  gtk_check_button_set_group (self->button, group != NULL ? SIGNET_CHOICE_ROW (group)->button
                                                          : GTK_CHECK_BUTTON (self->company));

  return GTK_WIDGET (self);
}

/**
 * signet_choice_row_bind:
 * @self: a row
 * @subject: the draft's subject
 * @property: a text property of it
 */
void
signet_choice_row_bind (SignetChoiceRow *self, GObject *subject, const char *property)
{
  g_return_if_fail (SIGNET_IS_CHOICE_ROW (self));

  g_object_bind_property_full (subject, property, self->button, "active",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE, value_to_active,
                               active_to_value, self, NULL);
}

/**
 * signet_choice_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none): what the property is set to
 */
const char *
signet_choice_row_get_value (SignetChoiceRow *self)
{
  g_return_val_if_fail (SIGNET_IS_CHOICE_ROW (self), NULL);

  return self->value;
}
