/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-target-state-cell.h"

#include <glib/gi18n.h>

#include "app/signet-chip.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * What the desk sees in a pasted target. The ordinary is quiet: what is new carries no colour; what is left
 * out says so in a chip and why beside it.
 */

struct _SignetTargetStateCell
{
  GtkWidget parent_instance;

  GtkWidget *quiet;
  GtkLabel *quiet_label;
  SignetChip *chip;
  GtkLabel *note;

  SignetItem *item;
  char *unknown_why;
};

G_DEFINE_FINAL_TYPE (SignetTargetStateCell, signet_target_state_cell, GTK_TYPE_WIDGET)

static char *
explain (SignetTargetStateCell *self, const char *check)
{
  const char *note = signet_item_get_check_note (self->item);

  if (g_str_equal (check, SIGNET_CHECK_DUPLICATE))
    /* Translators: beside "Duplicate": %s is the number of the line it repeats */
    return g_strdup_printf (_ ("as line %s"), note);
  if (g_str_equal (check, SIGNET_CHECK_FILED))
    return *note != '\0'
               /* Translators: beside "Duplicate": %s is the number of an earlier complaint */
               ? g_strdup_printf (_ ("filed in %s"), note)
               : g_strdup (_ ("filed before"));
  if (g_str_equal (check, SIGNET_CHECK_UNKNOWN))
    return g_strdup (self->unknown_why);

  return NULL;
}

static void
show_state (SignetTargetStateCell *self)
{
  const char *check = signet_item_get_check (self->item);
  gboolean quiet = g_str_equal (check, SIGNET_CHECK_NEW) || *check == '\0';
  g_autofree char *why = explain (self, check);

  gtk_widget_set_visible (self->quiet, quiet);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), !quiet);
  gtk_label_set_label (self->quiet_label, signet_words_check (check));
  if (g_str_equal (check, SIGNET_CHECK_UNKNOWN) && *signet_item_get_link (self->item) != '\0')
    /* Translators: a pasted link whose kind nobody knows yet, or to another platform */
    signet_chip_set_words (self->chip, C_ ("pasted link", "Unknown"), "dialog-question-symbolic",
                           SIGNET_MEANING_WARNING);
  else if (g_str_equal (check, SIGNET_CHECK_UNKNOWN))
    signet_chip_set_words (self->chip, signet_words_check (check), "process-stop-symbolic",
                           SIGNET_MEANING_ERROR);
  else
    signet_chip_set_words (self->chip, signet_words_check (SIGNET_CHECK_DUPLICATE), "edit-copy-symbolic",
                           SIGNET_MEANING_NEUTRAL);
  gtk_label_set_label (self->note, why != NULL ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), why != NULL);
}

static void
check_changed_cb (SignetTargetStateCell *self)
{
  show_state (self);
}

static void
forget (SignetTargetStateCell *self)
{
  if (self->item == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
  g_clear_pointer (&self->unknown_why, g_free);
}

static void
signet_target_state_cell_dispose (GObject *object)
{
  forget (SIGNET_TARGET_STATE_CELL (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_TARGET_STATE_CELL);

  G_OBJECT_CLASS (signet_target_state_cell_parent_class)->dispose (object);
}

static void
signet_target_state_cell_class_init (SignetTargetStateCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_target_state_cell_dispose;

  g_type_ensure (SIGNET_TYPE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-target-state-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTargetStateCell, quiet);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetStateCell, quiet_label);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetStateCell, chip);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetStateCell, note);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
signet_target_state_cell_init (SignetTargetStateCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_target_state_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
signet_target_state_cell_new (void)
{
  return g_object_new (SIGNET_TYPE_TARGET_STATE_CELL, NULL);
}

/**
 * signet_target_state_cell_set_item:
 * @self: a cell
 * @item: (nullable): what it shows from now on
 * @unknown_why: (nullable): why it leads nowhere, should it be said to
 */
void
signet_target_state_cell_set_item (SignetTargetStateCell *self, SignetItem *item, const char *unknown_why)
{
  g_return_if_fail (SIGNET_IS_TARGET_STATE_CELL (self));

  forget (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  self->unknown_why = g_strdup (unknown_why);
  g_signal_connect_swapped (item, "notify::check", G_CALLBACK (check_changed_cb), self);
  g_signal_connect_swapped (item, "notify::check-note", G_CALLBACK (check_changed_cb), self);
  show_state (self);
}
