/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-device-page.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-qr-code.h"
#include "app/signet-time-left.h"
#include "model/signet-words.h"

/*
 * Signing in by a QR code that is scanned with the platform's phone app (RFC 8628). The same code stands
 * under it in words, to be compared with the phone's; a code can't be scanned any more once it is too old,
 * refused or used. What goes on is #SignetDeviceSignIn's business: this page shows it, goes on when it comes
 * to the front and stops when it is left.
 */

struct _SignetDevicePage
{
  SignetAccountPage parent_instance;

  SignetQrCode *qr_code;
  GtkImage *mark;
  GtkSpinner *spinner;
  GtkLabel *user_code;
  SignetTimeLeft *time_left;
  GtkWidget *offline_box;
  GtkWidget *state_box;
  GtkLabel *state_title;
  GtkLabel *state_text;
  GtkWidget *new_button;

  SignetDeviceSignIn *sign_in;
};

G_DEFINE_FINAL_TYPE (SignetDevicePage, signet_device_page, SIGNET_TYPE_ACCOUNT_PAGE)

/* The icon on the empty card, and what is said under it. */
static void
show_words (SignetDevicePage *self, const char *icon_name, const char *title, const char *text)
{
  gtk_image_set_from_icon_name (self->mark, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), icon_name != NULL);
  gtk_widget_set_visible (self->state_box, title != NULL);
  gtk_label_set_label (self->state_title, title != NULL ? title : "");
  gtk_label_set_label (self->state_text, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_text), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
show_error (SignetDevicePage *self, const GError *error)
{
  g_autofree char *title = signet_error_text_title (error);
  g_autofree char *advice = signet_error_text_advice (error);

  show_words (self, signet_error_text_icon (error), title, advice);
}

static const char *
get_way_on (SignetDevicePage *self)
{
  return signet_device_sign_in_get_codes_left (self->sign_in) > 0
             ? _ ("Ask for a new one.")
             : _ ("That was the third code. Sign in another way, or close this and begin again later.");
}

static void
show_state (SignetDevicePage *self)
{
  SignetDeviceSignInState state = signet_device_sign_in_get_state (self->sign_in);

  switch (state)
    {
    case SIGNET_DEVICE_SIGN_IN_APPROVED:
    case SIGNET_DEVICE_SIGN_IN_DONE:
      show_words (self, "object-select-symbolic", _ ("You approved it on the phone"), _ ("Signing in…"));
      break;
    case SIGNET_DEVICE_SIGN_IN_EXPIRED:
      show_words (self, "preferences-system-time-symbolic", _ ("This code is too old"), get_way_on (self));
      break;
    case SIGNET_DEVICE_SIGN_IN_DENIED:
      show_words (self, "action-unavailable-symbolic", _ ("You refused it on the phone"), get_way_on (self));
      break;
    case SIGNET_DEVICE_SIGN_IN_FAILED:
      show_error (self, signet_device_sign_in_get_error (self->sign_in));
      break;
    case SIGNET_DEVICE_SIGN_IN_IDLE:
    case SIGNET_DEVICE_SIGN_IN_ASKING:
    case SIGNET_DEVICE_SIGN_IN_WAITING:
    default:
      show_words (self, NULL, NULL, NULL);
      break;
    }
}

static void
show_code (SignetDevicePage *self, gboolean waiting)
{
  const char *uri = signet_device_sign_in_get_uri (self->sign_in);
  const char *user_code = signet_device_sign_in_get_user_code (self->sign_in);

  if (!signet_qr_code_set_text (self->qr_code, waiting ? uri : NULL))
    g_warning ("the platform's address is too long for a QR code");
  gtk_widget_set_visible (GTK_WIDGET (self->user_code), waiting);
  gtk_label_set_label (self->user_code, waiting && user_code != NULL ? user_code : "");
}

static void
state_changed_cb (SignetDevicePage *self)
{
  SignetDeviceSignInState state = signet_device_sign_in_get_state (self->sign_in);
  gboolean waiting = state == SIGNET_DEVICE_SIGN_IN_WAITING;
  gboolean asking = state == SIGNET_DEVICE_SIGN_IN_ASKING || state == SIGNET_DEVICE_SIGN_IN_IDLE;
  gboolean over = !waiting && !asking && state != SIGNET_DEVICE_SIGN_IN_APPROVED &&
                  state != SIGNET_DEVICE_SIGN_IN_DONE;
  gboolean done = state == SIGNET_DEVICE_SIGN_IN_DONE;

  show_code (self, waiting);
  show_state (self);
  gtk_spinner_set_spinning (self->spinner, asking);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), asking);
  gtk_widget_set_visible (GTK_WIDGET (self->time_left), waiting);
  gtk_widget_set_visible (self->offline_box, waiting && !signet_device_sign_in_get_online (self->sign_in));
  gtk_widget_set_visible (self->new_button,
                          (waiting || over) && signet_device_sign_in_get_codes_left (self->sign_in) > 0);

  signet_wizard_page_set_blocked (SIGNET_WIZARD_PAGE (self), waiting ? _ ("Waiting for your phone")
                                                             : done  ? NULL
                                                                     : "");
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), done);
  if (done && gtk_widget_get_mapped (GTK_WIDGET (self)))
    signet_wizard_page_advance (SIGNET_WIZARD_PAGE (self));
}

static void
seconds_changed_cb (SignetDevicePage *self)
{
  signet_time_left_set_seconds (self->time_left, signet_device_sign_in_get_seconds_left (self->sign_in));
}

static void
new_clicked_cb (SignetDevicePage *self)
{
  signet_device_sign_in_start (self->sign_in);
}

static void
signet_device_page_apply_async (SignetWizardPage *page,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (page, cancellable, callback, user_data);

  g_task_set_source_tag (task, signet_device_page_apply_async);
  signet_account_page_end (SIGNET_ACCOUNT_PAGE (page), task);
}

static gboolean
signet_device_page_apply_finish (SignetWizardPage *page, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
signet_device_page_map (GtkWidget *widget)
{
  SignetDevicePage *self = SIGNET_DEVICE_PAGE (widget);

  GTK_WIDGET_CLASS (signet_device_page_parent_class)->map (widget);

  signet_device_sign_in_resume (self->sign_in);
}

/* Nobody can scan what isn't shown. */
static void
signet_device_page_unmap (GtkWidget *widget)
{
  SignetDevicePage *self = SIGNET_DEVICE_PAGE (widget);

  GTK_WIDGET_CLASS (signet_device_page_parent_class)->unmap (widget);

  signet_device_sign_in_stop (self->sign_in);
}

static void
signet_device_page_constructed (GObject *object)
{
  SignetDevicePage *self = SIGNET_DEVICE_PAGE (object);
  SignetAccountPage *page = SIGNET_ACCOUNT_PAGE (object);

  G_OBJECT_CLASS (signet_device_page_parent_class)->constructed (object);

  signet_account_page_set_words (page, _ ("Scan with the Platform’s App"),
                                 _ ("Then compare the code on the phone with this one."));
  self->sign_in = g_object_ref (signet_account_get_device_sign_in (signet_account_page_get_account (page)));
  /* A wizard has one such page: three codes for each way through it. */
  signet_device_sign_in_reset (self->sign_in);
  signet_practice_phone_set_sign_in (signet_account_page_get_phone (page), self->sign_in);
  g_signal_connect_object (self->sign_in, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sign_in, "notify::online", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sign_in, "notify::codes-left", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sign_in, "notify::seconds-left", G_CALLBACK (seconds_changed_cb), self,
                           G_CONNECT_SWAPPED);
  state_changed_cb (self);
}

static void
signet_device_page_dispose (GObject *object)
{
  g_clear_object (&SIGNET_DEVICE_PAGE (object)->sign_in);

  G_OBJECT_CLASS (signet_device_page_parent_class)->dispose (object);
}

static void
signet_device_page_class_init (SignetDevicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);

  object_class->constructed = signet_device_page_constructed;
  object_class->dispose = signet_device_page_dispose;
  widget_class->map = signet_device_page_map;
  widget_class->unmap = signet_device_page_unmap;
  page_class->apply_async = signet_device_page_apply_async;
  page_class->apply_finish = signet_device_page_apply_finish;
  SIGNET_ACCOUNT_PAGE_CLASS (klass)->way = SIGNET_LOGIN_DEVICE;

  g_type_ensure (SIGNET_TYPE_QR_CODE);
  g_type_ensure (SIGNET_TYPE_TIME_LEFT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-device-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, qr_code);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, mark);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, user_code);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, time_left);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, offline_box);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, state_box);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, state_title);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, state_text);
  gtk_widget_class_bind_template_child (widget_class, SignetDevicePage, new_button);
}

static void
signet_device_page_init (SignetDevicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->new_button, "clicked", G_CALLBACK (new_clicked_cb), self);
}
