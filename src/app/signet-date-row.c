/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-date-row.h"

/*
 * An entry for a date as it stands on a paper (YYYY-MM-DD), with a calendar to choose it from. What is typed
 * stays as it is, half-typed too: it is the draft's.
 */

struct _SignetDateRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (SignetDateRow, signet_date_row, ADW_TYPE_ENTRY_ROW)

static void
day_selected_cb (SignetDateRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_popover_popdown (self->popover);
}

static void
popover_shown_cb (SignetDateRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *midnight = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (midnight, zone);

  if (day == NULL)
    return;
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
signet_date_row_class_init (SignetDateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetDateRow, button);
  gtk_widget_class_bind_template_child (widget_class, SignetDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, SignetDateRow, calendar);
}

static void
signet_date_row_init (SignetDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
}

/**
 * signet_date_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
signet_date_row_new (void)
{
  return g_object_new (SIGNET_TYPE_DATE_ROW, NULL);
}
