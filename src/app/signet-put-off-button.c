/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-put-off-button.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "model/signet-date.h"
#include "model/signet-reminder.h"

/*
 * A button on a reminder that puts it off: for a week, for a month, until the last day, or until a day chosen
 * in a calendar, none of them before tomorrow or after the last day. It asks for "win.put-off" with the
 * reminder's id and the day.
 *
 * Property: narrow, whether it stands where there is little width.
 */

struct _SignetPutOffButton
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkStack *stack;
  GtkWidget *choices;
  GtkWidget *week_button;
  GtkLabel *week_label;
  GtkWidget *month_button;
  GtkLabel *month_label;
  GtkWidget *last_button;
  GtkLabel *last_label;
  GtkWidget *day_page;
  GtkCalendar *calendar;
  GtkButton *day_button;

  SignetClock *clock;
  char *id;
  GDate last_day;
  GDate from, to; /* what can be chosen, as of when the popover was opened */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (SignetPutOffButton, signet_put_off_button, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
arrange (SignetPutOffButton *self)
{
  if (self->narrow)
    gtk_menu_button_set_icon_name (self->button, "preferences-system-time-symbolic");
  else
    gtk_menu_button_set_label (self->button, _ ("Remind Later"));
}

static void
put_off (SignetPutOffButton *self, const GDate *day)
{
  g_autofree char *text = signet_date_to_text (day);

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.put-off", "(ss)", self->id, text);
}

static GDate
get_week (SignetPutOffButton *self)
{
  GDate day = self->from;

  g_date_add_days (&day, 6);

  return day;
}

/* In a month without such a day, its last (Civil Code 202). */
static GDate
get_month (SignetPutOffButton *self)
{
  GDate day = self->from;

  g_date_subtract_days (&day, 1);
  g_date_add_months (&day, 1);

  return day;
}

static void
week_clicked_cb (SignetPutOffButton *self)
{
  GDate day = get_week (self);

  put_off (self, &day);
}

static void
month_clicked_cb (SignetPutOffButton *self)
{
  GDate day = get_month (self);

  put_off (self, &day);
}

static void
last_clicked_cb (SignetPutOffButton *self)
{
  put_off (self, &self->last_day);
}

static GDate
get_chosen (SignetPutOffButton *self)
{
  g_autoptr (GDateTime) when = gtk_calendar_get_date (self->calendar);
  int year, month, day;
  GDate chosen;

  g_date_time_get_ymd (when, &year, &month, &day);
  g_date_clear (&chosen, 1);
  g_date_set_dmy (&chosen, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return chosen;
}

/* GtkCalendar offers every day; the button says whether this one can be had. */
static void
day_selected_cb (SignetPutOffButton *self)
{
  GDate day = get_chosen (self);
  gboolean early = g_date_compare (&day, &self->from) < 0;
  gboolean late = g_date_compare (&day, &self->to) > 0;
  g_autofree char *iso = signet_date_to_text (late ? &self->to : &day);
  g_autofree char *date = signet_format_date_text (iso);
  g_autofree char *label = NULL;

  if (early)
    label = g_strdup (_ ("Tomorrow at the Earliest"));
  else if (late)
    /* Translators: a button that can't be pressed; %s is a date */
    label = g_strdup_printf (_ ("%s at the Latest"), date);
  else
    /* Translators: button; %s is a date */
    label = g_strdup_printf (_ ("Remind on %s"), date);
  gtk_button_set_label (self->day_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->day_button), !early && !late);
}

static void
choose_day_clicked_cb (SignetPutOffButton *self)
{
  g_autoptr (GDateTime)
      first = g_date_time_new_local (g_date_get_year (&self->from), (int) g_date_get_month (&self->from),
                                     g_date_get_day (&self->from), 0, 0, 0);

  gtk_calendar_select_day (self->calendar, first);
  day_selected_cb (self);
  gtk_stack_set_visible_child (self->stack, self->day_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->calendar));
}

static void
day_clicked_cb (SignetPutOffButton *self)
{
  GDate day = get_chosen (self);

  put_off (self, &day);
}

static void
show_choice (GtkWidget *button, GtkLabel *label, const GDate *day, gboolean visible)
{
  g_autofree char *iso = signet_date_to_text (day);
  g_autofree char *date = signet_format_date_text (iso);

  gtk_label_set_label (label, date);
  gtk_widget_set_visible (button, visible);
}

/* It may be another day than when the row was made. */
static void
popover_shown_cb (SignetPutOffButton *self)
{
  GDate today, week, month;

  signet_clock_today (self->clock, &today);
  signet_reminder_find_put_off (&self->last_day, &today, &self->from, &self->to);
  week = get_week (self);
  month = get_month (self);
  show_choice (self->week_button, self->week_label, &week, g_date_compare (&week, &self->to) < 0);
  show_choice (self->month_button, self->month_label, &month, g_date_compare (&month, &self->to) < 0);
  show_choice (self->last_button, self->last_label, &self->last_day,
               g_date_compare (&self->last_day, &self->from) >= 0);
  gtk_stack_set_visible_child (self->stack, self->choices);
}

static void
signet_put_off_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, SIGNET_PUT_OFF_BUTTON (object)->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_put_off_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NARROW:
      SIGNET_PUT_OFF_BUTTON (object)->narrow = g_value_get_boolean (value);
      arrange (SIGNET_PUT_OFF_BUTTON (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_put_off_button_dispose (GObject *object)
{
  SignetPutOffButton *self = SIGNET_PUT_OFF_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_PUT_OFF_BUTTON);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (signet_put_off_button_parent_class)->dispose (object);
}

static void
signet_put_off_button_class_init (SignetPutOffButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_put_off_button_dispose;
  object_class->get_property = signet_put_off_button_get_property;
  object_class->set_property = signet_put_off_button_set_property;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-put-off-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, button);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, popover);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, stack);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, choices);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, week_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, week_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, month_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, month_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, last_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, last_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, day_page);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, SignetPutOffButton, day_button);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, week_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, month_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, last_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_day_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_put_off_button_init (SignetPutOffButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  arrange (self);
}

/**
 * signet_put_off_button_new:
 * @clock: says what day it is
 *
 * Returns: (transfer floating): a button for no reminder yet
 */
GtkWidget *
signet_put_off_button_new (SignetClock *clock)
{
  SignetPutOffButton *self = g_object_new (SIGNET_TYPE_PUT_OFF_BUTTON, NULL);

  self->clock = g_object_ref (clock);

  return GTK_WIDGET (self);
}

/**
 * signet_put_off_button_set:
 * @self: a button
 * @id: of the row of Today that it puts off
 * @title: what it says: several rows have such a button
 * @last_day: when what it reminds of runs out; a valid day
 */
void
signet_put_off_button_set (SignetPutOffButton *self, const char *id, const char *title, const GDate *last_day)
{
  g_return_if_fail (SIGNET_IS_PUT_OFF_BUTTON (self));
  g_return_if_fail (g_date_valid (last_day));

  g_free (self->id);
  self->id = g_strdup (id);
  self->last_day = *last_day;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title,
                                  -1);
}
