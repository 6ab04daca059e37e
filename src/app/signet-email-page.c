/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-email-page.h"

#include <glib/gi18n.h>

#include "app/signet-check-button.h"

/*
 * The e-mail to bind, which is for ever: the address stands once more in large type, and the person confirms
 * it before a code is sent. Changing the address takes the confirmation back.
 */

struct _SignetEmailPage
{
  SignetAccountPage parent_instance;

  AdwEntryRow *email_row;
  GtkWidget *warning_box;
  GtkLabel *address_label;
  GtkCheckButton *confirm_button;
};

G_DEFINE_FINAL_TYPE (SignetEmailPage, signet_email_page, SIGNET_TYPE_ACCOUNT_PAGE)

static const char *const pointers[] = { "/email", NULL };

static void
update (SignetEmailPage *self)
{
  const char *address = gtk_editable_get_text (GTK_EDITABLE (self->email_row));
  gboolean confirmed = gtk_check_button_get_active (self->confirm_button);

  gtk_label_set_label (self->address_label, *address != '\0' ? address : "—");
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), *address != '\0');
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), *address != '\0' && confirmed);
  signet_wizard_page_set_blocked (SIGNET_WIZARD_PAGE (self),
                                  *address != '\0' && !confirmed ? _ ("Confirm the address first") : NULL);
}

static void
email_changed_cb (SignetEmailPage *self)
{
  gtk_check_button_set_active (self->confirm_button, FALSE);
  update (self);
}

static void
confirm_toggled_cb (SignetEmailPage *self)
{
  update (self);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (signet_one_time_code_send_finish (SIGNET_ONE_TIME_CODE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
signet_email_page_apply_async (SignetWizardPage *page,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);
  SignetRegistration *registration = signet_draft_get_registration (signet_wizard_page_get_draft (page));

  g_task_set_source_tag (task, signet_email_page_apply_async);
  signet_one_time_code_send_async (
      signet_account_get_email_code (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page))),
      signet_registration_get_email (registration), cancellable, sent_cb, task);
}

static gboolean
signet_email_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signet_email_page_constructed (GObject *object)
{
  SignetEmailPage *self = SIGNET_EMAIL_PAGE (object);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  G_OBJECT_CLASS (signet_email_page_parent_class)->constructed (object);

  signet_account_page_set_words (SIGNET_ACCOUNT_PAGE (self), _ ("Bind Your E-Mail"),
                                 _ ("Before anything else the platform wants an address for its decisions."));
  g_object_bind_property (signet_draft_get_registration (draft), "email", self->email_row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  update (self);
}

static void
signet_email_page_class_init (SignetEmailPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_email_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  page_class->apply_async = signet_email_page_apply_async;
  page_class->apply_finish = signet_email_page_apply_finish;

  g_type_ensure (SIGNET_TYPE_CHECK_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-email-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetEmailPage, email_row);
  gtk_widget_class_bind_template_child (widget_class, SignetEmailPage, warning_box);
  gtk_widget_class_bind_template_child (widget_class, SignetEmailPage, address_label);
  gtk_widget_class_bind_template_child (widget_class, SignetEmailPage, confirm_button);
}

static void
signet_email_page_init (SignetEmailPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->email_row, "changed", G_CALLBACK (email_changed_cb), self);
  g_signal_connect_swapped (self->confirm_button, "toggled", G_CALLBACK (confirm_toggled_cb), self);
}
