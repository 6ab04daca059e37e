/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-phone-page.h"

#include <glib/gi18n.h>

#include "model/signet-words.h"

/*
 * The phone that signs in: Next has a code sent to it.
 */

struct _SignetPhonePage
{
  SignetAccountPage parent_instance;

  AdwEntryRow *phone_row;
};

G_DEFINE_FINAL_TYPE (SignetPhonePage, signet_phone_page, SIGNET_TYPE_ACCOUNT_PAGE)

static const char *const pointers[] = { "/phone", NULL };

static void
phone_changed_cb (SignetPhonePage *self)
{
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self),
                                  *gtk_editable_get_text (GTK_EDITABLE (self->phone_row)) != '\0');
}

static void
entry_activated_cb (SignetPhonePage *self)
{
  signet_wizard_page_advance (SIGNET_WIZARD_PAGE (self));
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
signet_phone_page_apply_async (SignetWizardPage *page,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);
  SignetRegistration *registration = signet_draft_get_registration (signet_wizard_page_get_draft (page));

  g_task_set_source_tag (task, signet_phone_page_apply_async);
  signet_one_time_code_send_async (
      signet_account_get_sign_in_code (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (page))),
      signet_registration_get_phone (registration), cancellable, sent_cb, task);
}

static gboolean
signet_phone_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* An account that was signed in to before takes only its own phone. */
static void
fill_in_phone (SignetPhonePage *self, SignetRegistration *registration)
{
  const char *known = signet_account_get_phone (signet_account_page_get_account (SIGNET_ACCOUNT_PAGE (self)));

  if (*signet_registration_get_phone (registration) == '\0' && known != NULL)
    signet_registration_set_phone (registration, known);
}

static void
signet_phone_page_constructed (GObject *object)
{
  SignetPhonePage *self = SIGNET_PHONE_PAGE (object);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  G_OBJECT_CLASS (signet_phone_page_parent_class)->constructed (object);

  signet_account_page_set_words (
      SIGNET_ACCOUNT_PAGE (self), _ ("Sign In by Text Message"),
      _ ("A code is sent to this number. If it is new to the platform, an account is made for it."));
  fill_in_phone (self, signet_draft_get_registration (draft));
  g_object_bind_property (signet_draft_get_registration (draft), "phone", self->phone_row, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  phone_changed_cb (self);
}

static void
signet_phone_page_class_init (SignetPhonePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_phone_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  page_class->apply_async = signet_phone_page_apply_async;
  page_class->apply_finish = signet_phone_page_apply_finish;
  SIGNET_ACCOUNT_PAGE_CLASS (klass)->way = SIGNET_LOGIN_SMS;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-phone-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPhonePage, phone_row);
}

static void
signet_phone_page_init (SignetPhonePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->phone_row, "changed", G_CALLBACK (phone_changed_cb), self);
  g_signal_connect_swapped (self->phone_row, "entry-activated", G_CALLBACK (entry_activated_cb), self);
}
