/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-code-page.h"

#include <glib/gi18n.h>

#include "app/signet-code-entry.h"
#include "app/signet-error-text.h"

/*
 * A page for a code that was sent somewhere: the last digit submits. The code is never kept.
 */

typedef struct
{
  SignetCodeEntry *code_entry;

  GCancellable *cancellable;
} SignetCodePagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetCodePage, signet_code_page, SIGNET_TYPE_ACCOUNT_PAGE)

static SignetOneTimeCode *
get_code (SignetCodePage *self)
{
  return SIGNET_CODE_PAGE_GET_CLASS (self)->get_code (self);
}

static void
code_changed_cb (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  gboolean full = signet_code_entry_is_full (priv->code_entry);

  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), full);
  if (full)
    signet_wizard_page_advance (SIGNET_WIZARD_PAGE (self));
}

static void
code_told_cb (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);
  SignetClock *clock = signet_desk_get_clock (signet_wizard_page_get_desk (SIGNET_WIZARD_PAGE (self)));

  signet_code_entry_set_tries_left (priv->code_entry, signet_one_time_code_get_tries_left (get_code (self)));
  signet_code_entry_set_resend_at (priv->code_entry, clock,
                                   signet_one_time_code_get_resend_at (get_code (self)));
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
resend_cb (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);

  signet_wizard_page_set_busy (SIGNET_WIZARD_PAGE (self), TRUE);
  signet_code_entry_set_code (priv->code_entry, "");
  signet_one_time_code_send_async (get_code (self), SIGNET_CODE_PAGE_GET_CLASS (self)->get_address (self),
                                   priv->cancellable, resent_cb, g_object_ref (self));
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
      signet_account_page_end (SIGNET_ACCOUNT_PAGE (self), g_steal_pointer (&task));
      return;
    }

  /* ready to be typed again */
  signet_code_entry_set_code (priv->code_entry, "");
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
  signet_one_time_code_enter_async (get_code (self), signet_code_entry_get_code (priv->code_entry),
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

  signet_code_entry_set_code (priv->code_entry, "");
  code_told_cb (SIGNET_CODE_PAGE (page));
  gtk_widget_grab_focus (GTK_WIDGET (priv->code_entry));
}

static void
signet_code_page_use_code (SignetAccountPage *page, const char *code)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (SIGNET_CODE_PAGE (page));

  signet_code_entry_set_code (priv->code_entry, code);
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
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), FALSE);
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
  page_class->shown = signet_code_page_shown;
  page_class->apply_async = signet_code_page_apply_async;
  page_class->apply_finish = signet_code_page_apply_finish;
  SIGNET_ACCOUNT_PAGE_CLASS (klass)->use_code = signet_code_page_use_code;

  g_type_ensure (SIGNET_TYPE_CODE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-code-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetCodePage, code_entry);
}

static void
signet_code_page_init (SignetCodePage *self)
{
  SignetCodePagePrivate *priv = signet_code_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (priv->code_entry, "changed", G_CALLBACK (code_changed_cb), self);
  g_signal_connect_swapped (priv->code_entry, "resend", G_CALLBACK (resend_cb), self);
}
