/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-certification-window.h"

#include <glib/gi18n.h>

#include "app/signet-difference-group.h"
#include "app/signet-error-text.h"
#include "app/signet-format.h"
#include "app/signet-practice-bar.h"
#include "app/signet-timeline.h"
#include "app/signet-words.h"
#include "model/signet-certification-row.h"
#include "model/signet-milestone.h"
#include "model/signet-words.h"

/*
 * One certification: how it came to stand there as it does, and what the platform holds otherwise than this
 * computer, field by field.
 */

struct _SignetCertificationWindow
{
  AdwWindow parent_instance;

  GtkWidget *practice_bar;
  AdwWindowTitle *window_title;
  SignetTimeline *timeline;
  GtkLabel *comparison;
  GtkBox *differences;
  GtkButton *step_button;

  GListModel *rows; /* all certifications of the record */
  char *account;
  char *kind;
  char *subject;
  GCancellable *cancellable;
  char *right_kind;
  guint step; /* what the button does, of `steps` */
};

G_DEFINE_FINAL_TYPE (SignetCertificationWindow, signet_certification_window, ADW_TYPE_WINDOW)

static void
show_history (SignetCertificationWindow *self, GListModel *history)
{
  gint64 now = g_get_real_time ();

  for (guint i = 0; i < g_list_model_get_n_items (history); i++)
    {
      g_autoptr (SignetMilestone) milestone = g_list_model_get_item (history, i);
      const char *status = signet_milestone_get_status (milestone);
      g_autofree char *when = signet_format_time_text (signet_milestone_get_at (milestone), now);

      signet_timeline_append (self->timeline, i == 0 ? SIGNET_MOMENT_NOW : SIGNET_MOMENT_PAST,
                              signet_words_status_meaning (status), signet_words_status (status), when);
    }
  if (g_list_model_get_n_items (history) == 0)
    signet_timeline_append (self->timeline, SIGNET_MOMENT_NOW, SIGNET_MEANING_NEUTRAL,
                            _ ("The platform has said nothing of it yet"), NULL);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetCertificationWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) differences = signet_desk_compare_finish (SIGNET_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (differences == NULL)
    {
      g_autofree char *sentence = signet_error_text_sentence (error);

      gtk_label_set_label (self->comparison, sentence);
      return;
    }

  gtk_label_set_label (
      self->comparison,
      g_list_model_get_n_items (differences) == 0
          ? _ ("The platform holds what stands on this computer.")
          : _ ("The platform holds something else in these fields. It takes changes only where it "
               "asks for a correction."));
  for (guint i = 0; i < g_list_model_get_n_items (differences); i++)
    {
      g_autoptr (SignetDifference) difference = g_list_model_get_item (differences, i);

      gtk_box_append (self->differences,
                      GTK_WIDGET (signet_difference_group_new (difference, self->right_kind)));
    }
}

/* What can be done with it on the platform, which may change while one looks. */
static const struct
{
  const char *purpose;
  const char *label;
} steps[] = {
  /* Translators: button: correct what the platform asked for */
  { "correct", N_ ("Correct…") },
  /* Translators: button: certify anew what has expired */
  { "renew", N_ ("Renew…") },
  { "certify", N_ ("Certify…") },
};

static guint
find_step (SignetCertificationRow *row)
{
  if (signet_certification_row_get_may_edit (row))
    return 0;
  if (signet_certification_row_get_may_renew (row))
    return 1;

  return g_str_equal (signet_certification_row_get_status (row), SIGNET_STATUS_FAILED) ? 2
                                                                                       : G_N_ELEMENTS (steps);
}

static void
rows_changed_cb (SignetCertificationWindow *self)
{
  self->step = G_N_ELEMENTS (steps);
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (SignetCertificationRow) row = g_list_model_get_item (self->rows, i);

      if (g_str_equal (signet_certification_row_get_account_id (row), self->account))
        self->step = find_step (row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->step_button), self->step < G_N_ELEMENTS (steps));
  if (self->step < G_N_ELEMENTS (steps))
    gtk_button_set_label (self->step_button, _ (steps[self->step].label));
}

static void
step_cb (SignetCertificationWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL && self->step < G_N_ELEMENTS (steps))
    gtk_widget_activate_action (GTK_WIDGET (parent), "draft.revise", "(ssss)", self->account, self->kind,
                                self->subject, steps[self->step].purpose);
  gtk_window_close (GTK_WINDOW (self));
}

static void
signet_certification_window_dispose (GObject *object)
{
  SignetCertificationWindow *self = SIGNET_CERTIFICATION_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (signet_certification_window_parent_class)->dispose (object);
}

static void
signet_certification_window_finalize (GObject *object)
{
  SignetCertificationWindow *self = SIGNET_CERTIFICATION_WINDOW (object);

  g_free (self->right_kind);
  g_free (self->account);
  g_free (self->kind);
  g_free (self->subject);

  G_OBJECT_CLASS (signet_certification_window_parent_class)->finalize (object);
}

static void
signet_certification_window_class_init (SignetCertificationWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_certification_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_certification_window_finalize;

  g_type_ensure (SIGNET_TYPE_PRACTICE_BAR);
  g_type_ensure (SIGNET_TYPE_TIMELINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-certification-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationWindow, practice_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationWindow, comparison);
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationWindow, differences);
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationWindow, step_button);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
signet_certification_window_init (SignetCertificationWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_certification_window_present:
 * @desk: the desk
 * @account: where it is certified
 * @kind: %SIGNET_KIND_PARTY, %SIGNET_KIND_RIGHT or %SIGNET_KIND_AUTHORISATION
 * @subject: its local id
 * @parent: over whose window it comes
 *
 * Opens a window about one certification.
 */
void
signet_certification_window_present (SignetDesk *desk,
                                     SignetAccount *account,
                                     const char *kind,
                                     const char *subject,
                                     GtkWidget *parent)
{
  SignetCertificationWindow *self = g_object_new (SIGNET_TYPE_CERTIFICATION_WINDOW, NULL);
  SignetPlatform *platform = signet_account_get_platform (account);
  g_autoptr (GListModel) history = signet_desk_open_history (desk, account, subject);
  const char *name = signet_account_get_name (account);

  if (g_str_equal (kind, SIGNET_KIND_RIGHT))
    {
      g_autoptr (SignetRight) right = signet_desk_load_right (desk, subject, NULL, NULL);

      if (right != NULL)
        self->right_kind = g_strdup (signet_right_get_kind (right));
    }
  if (platform != NULL)
    name = signet_words_label (signet_platform_get_name (platform));
  self->account = g_strdup (signet_account_get_id (account));
  self->kind = g_strdup (kind);
  self->subject = g_strdup (subject);
  self->rows = signet_desk_open_certifications (desk, subject);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rows_changed_cb (self);
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->window_title, name);
  adw_window_title_set_subtitle (self->window_title, signet_account_get_name (account));
  g_object_bind_property (account, "practice", self->practice_bar, "visible", G_BINDING_SYNC_CREATE);
  show_history (self, history);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  signet_desk_compare_async (desk, account, subject, self->cancellable, compared_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}
