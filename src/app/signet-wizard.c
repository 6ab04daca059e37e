/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizard.h"

#include <glib/gi18n.h>

#include "app/signet-account-notice.h"
#include "app/signet-error-text.h"
#include "app/signet-practice-bar.h"
#include "app/signet-saved-mark.h"
#include "app/signet-step-list.h"
#include "app/signet-width-bin.h"
#include "app/signet-wizard-bar.h"
#include "app/signet-wizard-page.h"

/*
 * The window of every wizard: the steps at the left (a strip on top where there is little width), one page at
 * a time, Back and Next at the bottom, and whether what was typed is saved.
 *
 * It knows no page by name: the order is a table, and a page only says how it stands. All that happens to the
 * buttons, the spinner and the error box happens in set_state(). Saving is the draft's business; closing the
 * window keeps the draft, and the name of the page is kept in it, so that it opens there again.
 *
 * When the session ends while it is open a notice says so, and signing in from there ("win.sign-in") leads
 * back to the same page with everything on it.
 *
 * Signals: "finished" (const char *outcome): the last page was applied; the window closes itself. "kept": it
 * was closed before. "sign-in": the person wants to sign in and go on here.
 */

typedef enum
{
  STATE_IDLE,  /* something on the page is still missing */
  STATE_READY, /* Next may be pressed */
  STATE_BUSY,  /* the page is applied */
  STATE_ERROR, /* applying it failed */
  STATE_DONE,  /* the last page was applied */
} State;

struct _SignetWizard
{
  AdwWindow parent_instance;

  GtkWidget *practice_bar;
  SignetWidthBin *width_bin;
  SignetStepList *step_list;
  AdwWindowTitle *window_title;
  SignetSavedMark *saved_mark;
  GtkLabel *strip_title;
  GtkMenuButton *strip_button;
  GtkPopover *strip_popover;
  SignetStepList *strip_list;
  GtkProgressBar *strip_progress;
  SignetAccountNotice *notice;
  GtkRevealer *error_revealer;
  GtkWidget *error_box;
  GtkLabel *error_title;
  GtkLabel *error_advice;
  GtkStack *page_stack;
  SignetWizardBar *bar;

  SignetDesk *desk;
  SignetDraft *draft;
  SignetWizardRoute *route;
  guint current;
  SignetWizardPage *page; /* of the current step, owned by the stack */
  State state;
  GError *error;
  GCancellable *cancellable;
  GtkWidget *focus; /* weak; where it was before the page was applied */
};

G_DEFINE_FINAL_TYPE (SignetWizard, signet_wizard, ADW_TYPE_WINDOW)

enum
{
  FINISHED,
  KEPT,
  SIGN_IN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SignetWizardStep *
get_step (SignetWizard *self)
{
  return signet_wizard_route_get_step (self->route, self->current);
}

static gboolean
can_go_back (SignetWizard *self)
{
  return signet_wizard_route_find_before (self->route, self->current) != SIGNET_WIZARD_ROUTE_NONE;
}

static void
show_steps (SignetWizard *self)
{
  guint n_places;
  guint place = signet_wizard_route_get_place (self->route, self->current, &n_places);
  /* Translators: where one is in a wizard: step 2 of 4. Chinese: 第 %u 步，共 %u 步 */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), place, n_places);

  signet_step_list_set_current (self->step_list, self->current);
  signet_step_list_set_current (self->strip_list, self->current);
  gtk_menu_button_set_label (self->strip_button, text);
  gtk_label_set_label (self->strip_title, _ (get_step (self)->title));
  gtk_progress_bar_set_fraction (self->strip_progress, n_places > 0 ? (double) place / n_places : 0);
}

static void
show_title (SignetWizard *self)
{
  const char *title = self->page != NULL ? signet_wizard_page_get_title (self->page) : NULL;
  gboolean narrow = signet_width_bin_get_narrow (self->width_bin);

  if (narrow || title == NULL)
    title = gtk_window_get_title (GTK_WINDOW (self));
  adw_window_title_set_title (self->window_title, title);
}

/* A field that is made insensitive under the cursor would not hear that it lost the focus. */
static void
keep_focus (SignetWizard *self)
{
  g_set_weak_pointer (&self->focus, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

static void
return_focus (SignetWizard *self)
{
  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
}

/* The one place that touches Back, Next, what the bar says and the error box. */
static void
set_state (SignetWizard *self, State state)
{
  gboolean busy = state == STATE_BUSY || signet_wizard_page_get_busy (self->page);
  gboolean blocked = signet_wizard_page_get_blocked (self->page) != NULL;
  gboolean was_busy = self->state == STATE_BUSY;
  gboolean back = can_go_back (self);

  if (state == STATE_BUSY && !was_busy)
    keep_focus (self);
  self->state = state;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.back", state != STATE_DONE && back);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.next", !busy && !blocked && state != STATE_DONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page_stack), state != STATE_BUSY && state != STATE_DONE);
  if (was_busy && state != STATE_BUSY && state != STATE_DONE)
    return_focus (self);

  if (state == STATE_ERROR)
    {
      g_autofree char *title = signet_error_text_title (self->error);
      g_autofree char *advice = signet_error_text_advice (self->error);

      gtk_label_set_label (self->error_title, title);
      gtk_label_set_label (self->error_advice, advice);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->error_box), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, advice, -1);
    }
  gtk_revealer_set_reveal_child (self->error_revealer, state == STATE_ERROR);

  signet_wizard_bar_show (self->bar, self->page, state == STATE_BUSY, back);
}

static State
get_resting_state (SignetWizard *self)
{
  return signet_wizard_page_get_complete (self->page) ? STATE_READY : STATE_IDLE;
}

static void
page_changed_cb (SignetWizard *self, GParamSpec *pspec, SignetWizardPage *page)
{
  if (page != self->page || self->state == STATE_BUSY || self->state == STATE_DONE)
    return;

  show_title (self);
  /* The error box stays until the person tries again or goes elsewhere. */
  set_state (self, self->state == STATE_ERROR ? STATE_ERROR : get_resting_state (self));
}

static void go_to (SignetWizard *self, guint step);
static void press_next (SignetWizard *self);

static void
page_advance_cb (SignetWizard *self, SignetWizardPage *page)
{
  if (page == self->page)
    press_next (self);
}

static void
page_go_cb (SignetWizard *self, const char *name, const char *pointer, SignetWizardPage *page)
{
  guint step = signet_wizard_route_find (self->route, name);

  if (step == SIGNET_WIZARD_ROUTE_NONE || !signet_wizard_route_is_reachable (self->route, step) ||
      self->state == STATE_BUSY)
    return;

  go_to (self, step);
  if (pointer != NULL)
    {
      signet_wizard_page_reveal (self->page);
      signet_wizard_page_point_at (self->page, pointer);
    }
}

static SignetWizardPage *
obtain_page (SignetWizard *self)
{
  const SignetWizardStep *step = get_step (self);
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, step->name);

  if (page != NULL)
    return SIGNET_WIZARD_PAGE (page);

  page = g_object_new (step->page_type (), "desk", self->desk, "draft", self->draft, NULL);
  g_signal_connect_object (page, "notify", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "advance", G_CALLBACK (page_advance_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go", G_CALLBACK (page_go_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->page_stack, page, step->name);

  return SIGNET_WIZARD_PAGE (page);
}

/* GTK 4.8 shows assistive technology the pages behind as well, unless they are hidden. */
static void
show_page (SignetWizard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->page), TRUE);
  gtk_stack_set_visible_child (self->page_stack, GTK_WIDGET (self->page));
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == GTK_WIDGET (self->page));
}

/* To the first thing on the page, unless the page has put it somewhere itself. */
static void
focus_page (SignetWizard *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->page)))
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

/* Before the window is there nothing in it takes the focus, and then it would go to Back. */
static void
mapped_cb (SignetWizard *self)
{
  if (self->page != NULL)
    focus_page (self);
}

static void
go_to (SignetWizard *self, guint step)
{
  gboolean forward = step >= self->current;

  g_clear_weak_pointer (&self->focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);

  self->current = step;
  self->page = obtain_page (self);
  g_clear_error (&self->error);
  show_page (self);
  signet_draft_set_page (self->draft, get_step (self)->name);

  show_steps (self);
  show_title (self);
  set_state (self, get_resting_state (self));
  signet_wizard_page_shown (self->page);
  if (forward || gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    focus_page (self);
}

static void
finish (SignetWizard *self)
{
  set_state (self, STATE_DONE);
  g_signal_emit (self, signals[FINISHED], 0, signet_wizard_page_get_outcome (self->page));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWizard) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = signet_wizard_page_apply_finish (SIGNET_WIZARD_PAGE (source), result, &error);
  guint after;

  if (self->cancellable == NULL) /* the window was closed meanwhile */
    return;

  if (!done)
    {
      gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      if (!cancelled)
        g_info ("step %s could not be applied: %s", get_step (self)->name, self->error->message);
      set_state (self, cancelled ? get_resting_state (self) : STATE_ERROR);
      return;
    }

  after = signet_wizard_route_find_after (self->route, self->current);
  if (after != SIGNET_WIZARD_ROUTE_NONE)
    go_to (self, after);
  else
    finish (self);
}

static void
press_next (SignetWizard *self)
{
  if (self->state == STATE_BUSY || self->state == STATE_DONE || signet_wizard_page_get_busy (self->page) ||
      signet_wizard_page_get_blocked (self->page) != NULL)
    return;

  if (get_resting_state (self) == STATE_IDLE)
    {
      signet_wizard_page_reveal (self->page);
      return;
    }

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  set_state (self, STATE_BUSY);
  signet_wizard_page_apply_async (self->page, self->cancellable, applied_cb, g_object_ref (self));
}

static void
next_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  press_next (SIGNET_WIZARD (widget));
}

static void
sign_in_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGN_IN], 0);
}

static void
back_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWizard *self = SIGNET_WIZARD (widget);

  if (self->state == STATE_BUSY)
    g_cancellable_cancel (self->cancellable);
  else if (can_go_back (self))
    go_to (self, signet_wizard_route_find_before (self->route, self->current));
}

/* Back to the page before, and from the first page out: the draft is kept either way. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SignetWizard *self = SIGNET_WIZARD (widget);

  if (self->state == STATE_BUSY || can_go_back (self))
    back_action_cb (widget, NULL, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));

  return TRUE;
}

static void
step_activated_cb (SignetWizard *self, guint step)
{
  gtk_popover_popdown (self->strip_popover);
  if (self->state != STATE_BUSY && step < self->current &&
      signet_wizard_route_is_reachable (self->route, step))
    go_to (self, step);
}

static void
narrow_changed_cb (SignetWizard *self)
{
  gboolean narrow = signet_width_bin_get_narrow (self->width_bin);

  signet_wizard_bar_set_narrow (self->bar, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self->page_stack), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->page_stack), "narrow");
  show_title (self);
  if (self->page != NULL)
    signet_wizard_bar_show (self->bar, self->page, self->state == STATE_BUSY, can_go_back (self));
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* The window is gone; the draft says so in Today when it can't be written. */
  if (!signet_draft_flush_finish (SIGNET_DRAFT (source), result, &error))
    g_warning ("a draft could not be written on closing: %s", error->message);
}

static gboolean
signet_wizard_close_request (GtkWindow *window)
{
  SignetWizard *self = SIGNET_WIZARD (window);

  if (self->state != STATE_DONE)
    {
      g_cancellable_cancel (self->cancellable);
      signet_draft_flush_async (self->draft, NULL, flushed_cb, NULL);
      g_signal_emit (self, signals[KEPT], 0);
    }

  return GTK_WINDOW_CLASS (signet_wizard_parent_class)->close_request (window);
}

static void
signet_wizard_dispose (GObject *object)
{
  SignetWizard *self = SIGNET_WIZARD (object);

  g_clear_weak_pointer (&self->focus);
  self->page = NULL; /* what it says on its way out concerns nobody */
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->draft);
  g_clear_object (&self->route);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (signet_wizard_parent_class)->dispose (object);
}

static void
signet_wizard_class_init (SignetWizardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_wizard_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = signet_wizard_close_request;

  signals[FINISHED] = g_signal_new ("finished", SIGNET_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[KEPT] = g_signal_new ("kept", SIGNET_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  signals[SIGN_IN] = g_signal_new ("sign-in", SIGNET_TYPE_WIZARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_ACCOUNT_NOTICE);
  g_type_ensure (SIGNET_TYPE_PRACTICE_BAR);
  g_type_ensure (SIGNET_TYPE_SAVED_MARK);
  g_type_ensure (SIGNET_TYPE_STEP_LIST);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  g_type_ensure (SIGNET_TYPE_WIZARD_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-wizard.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, practice_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, width_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, step_list);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, window_title);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, saved_mark);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, strip_title);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, strip_button);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, strip_popover);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, strip_list);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, strip_progress);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, notice);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, error_box);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, error_title);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, error_advice);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, page_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetWizard, bar);

  gtk_widget_class_install_action (widget_class, "wizard.next", NULL, next_action_cb);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_action_cb);
  gtk_widget_class_install_action (widget_class, "win.sign-in", NULL, sign_in_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "wizard.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "wizard.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "wizard.back", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
signet_wizard_init (SignetWizard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect_swapped (self->step_list, "step-activated", G_CALLBACK (step_activated_cb), self);
  g_signal_connect_swapped (self->strip_list, "step-activated", G_CALLBACK (step_activated_cb), self);
  g_signal_connect_swapped (self->width_bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}

/**
 * signet_wizard_new:
 * @desk: the desk
 * @draft: what all pages edit
 * @title: what the window is called, translated
 * @steps: (array length=n_steps): the table of pages; static
 * @n_steps: its length
 *
 * Opens at the page the draft was left at.
 *
 * Returns: (transfer none): the window, which owns itself until it is closed
 */
SignetWizard *
signet_wizard_new (SignetDesk *desk,
                   SignetDraft *draft,
                   const char *title,
                   const SignetWizardStep *steps,
                   guint n_steps)
{
  SignetWizard *self;
  guint start;

  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);
  g_return_val_if_fail (SIGNET_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (n_steps > 0, NULL);

  self = g_object_new (SIGNET_TYPE_WIZARD, "title", title, NULL);
  self->desk = g_object_ref (desk);
  self->draft = g_object_ref (draft);
  self->route = signet_wizard_route_new (draft, steps, n_steps);
  signet_step_list_set_route (self->step_list, self->route);
  signet_step_list_set_route (self->strip_list, self->route);
  g_object_bind_property (signet_draft_get_account (draft), "practice", self->practice_bar, "visible",
                          G_BINDING_SYNC_CREATE);
  signet_saved_mark_set_draft (self->saved_mark, draft);
  signet_account_notice_set_sign_in_only (self->notice, TRUE);
  signet_account_notice_set_active (self->notice, TRUE);
  if (signet_draft_get_kind (draft) != SIGNET_DRAFT_REGISTRATION)
    signet_account_notice_set_desk (self->notice, desk);

  start = signet_wizard_route_find_start (self->route);
  g_return_val_if_fail (start != SIGNET_WIZARD_ROUTE_NONE, self);
  go_to (self, start);

  return self;
}

/**
 * signet_wizard_get_draft:
 * @self: a wizard
 *
 * Returns: (transfer none): its draft
 */
SignetDraft *
signet_wizard_get_draft (SignetWizard *self)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD (self), NULL);

  return self->draft;
}

/**
 * signet_wizard_wants_another:
 * @self: a wizard that is done
 *
 * Returns: whether the person wants to go on with the next one of its kind
 */
gboolean
signet_wizard_wants_another (SignetWizard *self)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD (self), FALSE);

  return self->page != NULL && signet_wizard_page_get_another (self->page);
}
