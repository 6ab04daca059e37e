/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-today-page.h"

#include <glib/gi18n.h>

#include "app/signet-actionable.h"
#include "app/signet-first-steps.h"
#include "app/signet-format.h"
#include "app/signet-list-stack.h"
#include "app/signet-new-button.h"
#include "app/signet-today-group.h"
#include "app/signet-width-bin.h"

/*
 * Today: what waits for the person, by kind and soonest first, then what is on its way and what has been
 * decided. Until the first complaint is filed the four steps to it stand below, with a button for the next
 * one; when there is nothing else, they are all there is.
 */

struct _SignetTodayPage
{
  SignetPage parent_instance;

  GtkWidget *new_button;
  GObject *bin;
  SignetListStack *list_stack;
  GtkWidget *content;
  GtkLabel *headline;
  GtkLabel *date_label;
  SignetTodayGroup *draft_group;
  SignetTodayGroup *failed_group;
  SignetTodayGroup *correction_group;
  SignetTodayGroup *expiring_group;
  SignetTodayGroup *queued_group;
  SignetTodayGroup *decided_group;
  GtkWidget *next_box;
  SignetFirstSteps *first_steps;
  GtkButton *next_button;
  AdwStatusPage *empty_page;
  GtkButton *empty_button;
  GtkWidget *empty_steps;
};

G_DEFINE_FINAL_TYPE (SignetTodayPage, signet_today_page, SIGNET_TYPE_PAGE)

/* What to do next, by the first step that isn't done. */
static const struct
{
  const char *label;
  const char *action_name;
  const char *description;
} next_steps[] = {
  [SIGNET_FIRST_STEP_ACCOUNT] = { N_ ("Sign In"), "win.sign-in",
                                  N_ ("Next: sign in with your phone and bind your e-mail. It takes about three minutes.") },
  [SIGNET_FIRST_STEP_IDENTITY] = { N_ ("Certify Your Identity"), "win.new-identity",
                                   N_ ("Next: certify who you are. Have your licence or identity card at hand; it takes about five minutes.") },
  [SIGNET_FIRST_STEP_PRINCIPAL] = { N_ ("Add a Principal"), "win.new-principal",
                                    N_ ("Next: certify the owner you act for. Have the owner’s licence or identity card at hand.") },
  [SIGNET_FIRST_STEP_AUTHORISATION] = { N_ ("Add an Authorisation"), "win.new-authorisation",
                                        N_ ("Next: the owner’s authorisation. Signet writes the form to sign, or takes the one you have.") },
  [SIGNET_FIRST_STEP_RIGHT] = { N_ ("Add a Right"), "win.new-right",
                                N_ ("Next: certify your first right. Have the certificate at hand; it takes about ten minutes.") },
  [SIGNET_FIRST_STEP_COMPLAINT] = { N_ ("New Complaint"), "win.new-complaint",
                                    N_ ("Next: file your first complaint. Have the links at hand; Signet leads you through it.") },
  [SIGNET_FIRST_STEP_NONE] = { N_ ("New Complaint"), "win.new-complaint",
                               N_ ("What waits for you will stand here, soonest first.") },
};

static const char *const headlines[] = {
  /* Translators: the headline of the page "Today" */
  N_ ("Nothing waits for you"),     N_ ("One thing waits for you"),   N_ ("Two things wait for you"),
  N_ ("Three things wait for you"), N_ ("Four things wait for you"),  N_ ("Five things wait for you"),
  N_ ("Six things wait for you"),   N_ ("Seven things wait for you"), N_ ("Eight things wait for you"),
  N_ ("Nine things wait for you"),  N_ ("Ten things wait for you"),
};

static void
update_headline (SignetTodayPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  gint64 now = signet_clock_now (signet_desk_get_clock (desk));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) today = g_date_time_to_local (utc);
  g_autofree char *date = signet_format_weekday (today);
  guint n_today = 0;

  g_object_get (desk, "n-today", &n_today, NULL);
  if (n_today < G_N_ELEMENTS (headlines))
    gtk_label_set_label (self->headline, _ (headlines[n_today]));
  else
    {
      g_autofree char *headline = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u thing waits for you", "%u things wait for you", n_today),
          n_today);

      gtk_label_set_label (self->headline, headline);
    }
  gtk_label_set_label (self->date_label, date);
}

static void
set_button (GtkButton *button, SignetFirstStep step)
{
  /* the principal is chosen in the wizard */
  const char *target = step == SIGNET_FIRST_STEP_AUTHORISATION ? "" : NULL;

  gtk_button_set_label (button, _ (next_steps[step].label));
  signet_actionable_set (button, next_steps[step].action_name, target);
}

/* Also when the list's state has changed. */
static void
next_changed_cb (SignetTodayPage *self)
{
  SignetFirstStep next = signet_first_steps_get_next (self->first_steps);
  GListModel *list = signet_desk_get_today (signet_page_get_desk (SIGNET_PAGE (self)));

  gtk_widget_set_visible (self->next_box, next != SIGNET_FIRST_STEP_NONE);
  gtk_widget_set_visible (self->empty_steps, next != SIGNET_FIRST_STEP_NONE);
  /* Before that it could only say what is missing, which the steps do; an empty page has its own. */
  gtk_widget_set_visible (self->new_button,
                          next >= SIGNET_FIRST_STEP_COMPLAINT && g_list_model_get_n_items (list) > 0);
  set_button (self->next_button, next);
  set_button (self->empty_button, next);
  adw_status_page_set_description (self->empty_page, _ (next_steps[next].description));
}

static void
narrow_changed_cb (SignetTodayPage *self)
{
  gboolean narrow = signet_width_bin_get_narrow (SIGNET_WIDTH_BIN (self->bin));

  gtk_widget_remove_css_class (GTK_WIDGET (self->headline), narrow ? "title-1" : "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->headline), narrow ? "title-2" : "title-1");
  if (narrow)
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
}

static void
retry_cb (SignetTodayPage *self)
{
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));

  signet_desk_reload (desk, signet_desk_get_today (desk));
}

static void
retry_submission_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  signet_desk_retry_submission (signet_page_get_desk (SIGNET_PAGE (widget)),
                                g_variant_get_string (parameter, NULL));
}

static void
signet_today_page_shown (SignetPage *page)
{
  update_headline (SIGNET_TODAY_PAGE (page)); /* it may be another day */
}

/* What is searched are complaints. */
static void
signet_today_page_search (SignetPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.search-complaints", NULL);
}

static void
signet_today_page_constructed (GObject *object)
{
  SignetTodayPage *self = SIGNET_TODAY_PAGE (object);
  SignetDesk *desk = signet_page_get_desk (SIGNET_PAGE (self));
  SignetTodayGroup *const groups[] = { self->draft_group,    self->failed_group, self->correction_group,
                                       self->expiring_group, self->queued_group, self->decided_group };

  G_OBJECT_CLASS (signet_today_page_parent_class)->constructed (object);

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    signet_today_group_fill (groups[i], desk, self->bin);
  signet_first_steps_set_desk (self->first_steps, desk);
  signet_first_steps_set_desk (SIGNET_FIRST_STEPS (self->empty_steps), desk);
  g_signal_connect_object (signet_desk_get_today (desk), "items-changed", G_CALLBACK (next_changed_cb), self,
                           G_CONNECT_SWAPPED);
  next_changed_cb (self);
  g_signal_connect_object (desk, "notify::n-today", G_CALLBACK (update_headline), self, G_CONNECT_SWAPPED);
  update_headline (self);
  signet_list_stack_set_list (self->list_stack, signet_desk_get_today (desk));
}

static void
signet_today_page_class_init (SignetTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_today_page_constructed;
  SIGNET_PAGE_CLASS (klass)->shown = signet_today_page_shown;
  SIGNET_PAGE_CLASS (klass)->search = signet_today_page_search;

  g_type_ensure (SIGNET_TYPE_FIRST_STEPS);
  g_type_ensure (SIGNET_TYPE_LIST_STACK);
  g_type_ensure (SIGNET_TYPE_NEW_BUTTON);
  g_type_ensure (SIGNET_TYPE_TODAY_GROUP);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, content);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, headline);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, date_label);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, draft_group);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, failed_group);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, correction_group);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, expiring_group);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, queued_group);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, decided_group);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, next_box);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, first_steps);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, SignetTodayPage, empty_steps);
  gtk_widget_class_install_action (widget_class, "page.retry", "s", retry_submission_cb);
}

static void
signet_today_page_init (SignetTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->list_stack, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect_swapped (self->first_steps, "notify::next", G_CALLBACK (next_changed_cb), self);
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}
