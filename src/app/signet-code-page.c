/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-code-page.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-format.h"

/*
 * Six digits that were sent somewhere. The sixth one submits; what is pasted may be the whole message. A new
 * code may be asked for when the platform allows it, which a count-down tells. The code is never kept.
 */

#define CODE_LENGTH 6

typedef struct
{
  GtkEntry *code_entry;
  GtkLabel *tries_label;
  GtkWidget *resend_button;
  GtkLabel *resend_label;

  GCancellable *cancellable;
  guint tick;
  gboolean cleaning;
} SignetCodePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetCodePage, signet_code_page, SIGNET_TYPE_ACCOUNT_PAGE)

static SignetOneTimeCode *
get_code (SignetCodePage *self)
{
  return SIGNET_CODE_PAGE_GET_CLASS (self)->get_code (self);
}

/* The digits of what was typed; of a pasted message its first group of six. */
static char *
extract_code (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *start = NULL;

  for (const char *at = text;; at++)
    {
      if (g_ascii_isdigit (*at))
        {
          start = start != NULL ? start : at;
          g_string_append_c (digits, *at);
          continue;
        }
      if (start != NULL && at - start == CODE_LENGTH)
        return g_strndup (start, CODE_LENGTH);
      start = NULL;
      if (*at == '\0')
        break;
    }
  g_string_truncate (digits, MIN (digits->len, CODE_LENGTH));

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static void
code_changed_cb (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (priv->code_entry));
  g_autofree char *code = extract_code (text);
  gboolean full = strlen (code) == CODE_LENGTH;

  if (priv->cleaning)
    return;

  if (!g_str_equal (code, text))
    {
      priv->cleaning = TRUE;
      gtk_editable_set_text (GTK_EDITABLE (priv->code_entry), code);
      gtk_editable_set_position (GTK_EDITABLE (priv->code_entry), -1);
      priv->cleaning = FALSE;
    }

  signet_wizard_page_set_satisfied (SIGNET_WIZARD_PAGE (self), full);
  if (full)
    signet_wizard_page_advance (SIGNET_WIZARD_PAGE (self));
}

static void
show_tries (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  int tries = signet_one_time_code_get_tries_left (get_code (self));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (priv->tries_label), tries >= 0);
  if (tries < 0)
    return;

  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d try is left", "%d tries are left", (gulong) tries), tries);
  gtk_label_set_label (priv->tries_label, text);
}

static void
show_resend (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  SignetClock *clock = signet_desk_get_clock (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));
  gint64 left = signet_one_time_code_get_resend_at (get_code (self)) - signet_clock_monotonic (clock);

  gtk_widget_set_sensitive (priv->resend_button, left <= 0);
  if (left > 0)
    {
      g_autofree char *time =
          signet_format_countdown ((guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC));
      /* Translators: %s is minutes and seconds, "0:42" */
      g_autofree char *text = g_strdup_printf (_ ("New code in %s"), time);

      gtk_label_set_label (priv->resend_label, text);
    }
  else
    gtk_label_set_label (priv->resend_label, _ ("Send a New Code"));
}

static gboolean
tick_cb (gpointer user_data)
{
  show_resend (user_data);

  return G_SOURCE_CONTINUE;
}

static void
code_told_cb (SignetCodePage *self)
{
  show_tries (self);
  show_resend (self);
}

static void
resent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetCodePage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean sent = signet_one_time_code_send_finish (SIGNET_ONE_TIME_CODE (source), result, &error);
  g_autofree char *sentence = NULL;

  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = sent ? g_strdup (_ ("A new code is on its way")) : signet_error_text_sentence (error);
  signet_wizard_page_set_status (SIGNET_WIZARD_PAGE (self), sentence, NULL);
}

static void
resend_clicked_cb (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);

  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (priv->code_entry), "");
  signet_one_time_code_send_async (get_code (self), SIGNET_CODE_PAGE_GET_CLASS (self)->get_address (self),
                                   priv->cancellable, resent_cb, g_object_ref (self));
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *account = signet_draft_submit_finish (SIGNET_DRAFT (source), result, &error);

  if (account != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SignetCodePage *self = g_task_get_source_object (task);
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  GError *error = NULL;

  if (signet_one_time_code_enter_finish (SIGNET_ONE_TIME_CODE (source), result, &error))
    {
      SignetAccount *account = signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (self));

      /* signed in and bound: the account wizard's draft has served */
      if (signet_account_get_state (account) == SIGNET_ACCOUNT_READY)
        signet_draft_submit_async (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)), NULL, ended_cb,
                                   g_steal_pointer (&task));
      else
        g_task_return_boolean (task, TRUE);
      return;
    }

  /* ready to be typed again */
  gtk_editable_set_text (GTK_EDITABLE (priv->code_entry), "");
  g_task_return_error (task, error);
}

static void
signet_code_page_apply_async (SignetWizardPage *page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SignetCodePage *self = SIGNET_CODE_PAGE (page);
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_code_page_apply_async);
  signet_wizard_page_set_status (page, NULL, NULL);
  signet_one_time_code_enter_async (get_code (self), gtk_editable_get_text (GTK_EDITABLE (priv->code_entry)),
                                    cancellable, entered_cb, task);
}

static gboolean
signet_code_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (page));
  gboolean done = g_task_propagate_boolean (G_TASK (result), error);

  if (!done)
    gtk_widget_grab_focus (GTK_WIDGET (priv->code_entry));

  return done;
}

static void
signet_code_page_shown (SignetWizardPage *page)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (page));

  gtk_editable_set_text (GTK_EDITABLE (priv->code_entry), "");
  code_told_cb (SIGNET_CODE_PAGE (page));
  gtk_widget_grab_focus (GTK_WIDGET (priv->code_entry));
}

static void
signet_code_page_use_code (SignetAccountPage *page, const char *code)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (page));

  gtk_editable_set_text (GTK_EDITABLE (priv->code_entry), code);
}

static void
signet_code_page_map (GtkWidget *widget)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (widget));

  GTK_WIDGET_CLASS (signet_code_page_parent_class)->map (widget);

  priv->tick = g_timeout_add_seconds (1, tick_cb, widget);
}

static void
signet_code_page_unmap (GtkWidget *widget)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (widget));

  g_clear_handle_id (&priv->tick, g_source_remove);

  GTK_WIDGET_CLASS (signet_code_page_parent_class)->unmap (widget);
}

static void
signet_code_page_constructed (GObject *object)
{
  SignetCodePage *self = SIGNET_CODE_PAGE (object);

  G_OBJECT_CLASS (signet_code_page_parent_class)->constructed (object);

  g_signal_connect_object (get_code (self), "notify::tries-left", G_CALLBACK (code_told_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_code (self), "notify::resend-at", G_CALLBACK (code_told_cb), self,
                           G_CONNECT_SWAPPED);
  signet_wizard_page_set_satisfied (SIGNET_WIZARD_PAGE (self), FALSE);
}

static void
signet_code_page_dispose (GObject *object)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);

  G_OBJECT_CLASS (signet_code_page_parent_class)->dispose (object);
}

static void
signet_code_page_class_init (SignetCodePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = signet_code_page_constructed;
  object_class->dispose = signet_code_page_dispose;
  widget_class->map = signet_code_page_map;
  widget_class->unmap = signet_code_page_unmap;
  page_class->shown = signet_code_page_shown;
  page_class->apply_async = signet_code_page_apply_async;
  page_class->apply_finish = signet_code_page_apply_finish;
  SIGNET_ACCOUNT_PAGE_CLASS (klass)->use_code = signet_code_page_use_code;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-code-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetCodePage, code_entry);
  gtk_widget_class_bind_template_child_private (widget_class, SignetCodePage, tries_label);
  gtk_widget_class_bind_template_child_private (widget_class, SignetCodePage, resend_button);
  gtk_widget_class_bind_template_child_private (widget_class, SignetCodePage, resend_label);
}

static void
signet_code_page_init (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (priv->code_entry, "changed", G_CALLBACK (code_changed_cb), self);
  g_signal_connect_swapped (priv->resend_button, "clicked", G_CALLBACK (resend_clicked_cb), self);
}
