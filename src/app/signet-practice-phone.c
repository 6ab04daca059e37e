/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-practice-phone.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-format.h"
#include "model/signet-message.h"

/*
 * The panel that stands in for the person's phone and mailbox on a practice platform: the newest message that
 * arrived there, with its code, or what the phone shows of a QR code that is scanned with it. Signal
 * "use-code" (const char *): the person wants the code typed in.
 *
 * The messages are fetched as long as the panel is on screen.
 */

#define PRACTICE_NUMBER "13800138000"

struct _SignetPracticePhone
{
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkLabel *note_title;
  GtkLabel *note_text;
  GtkLabel *code;
  GtkWidget *use_button;
  GtkWidget *approve_button;
  GtkWidget *refuse_button;
  GtkLabel *caption;
  GtkWidget *explanation;

  SignetAccount *account;
  gboolean elsewhere;          /* the account's platform isn't this desk's own */
  const char *channel;         /* static */
  GListModel *messages;        /* held while mapped */
  SignetDeviceSignIn *sign_in; /* what it can scan; NULL where nothing is scanned */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetPracticePhone, signet_practice_phone, GTK_TYPE_WIDGET)

enum
{
  USE_CODE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Somebody else has started the platform. */
static void
show_elsewhere (SignetPracticePhone *self)
{
  gtk_label_set_label (self->note_title, _ ("This phone is elsewhere"));
  gtk_label_set_label (
      self->note_text,
      _ ("Signet didn’t start this practice platform, so it can’t see what it sends. Whoever "
         "started it can tell you the code, or approve the scan."));
}

static void
show_nothing (SignetPracticePhone *self)
{
  gtk_label_set_label (self->note_title, _ ("No message yet"));
  gtk_label_set_label (self->note_text, _ ("The code arrives here."));
  gtk_widget_set_visible (GTK_WIDGET (self->code), FALSE);
  gtk_widget_set_visible (self->use_button, FALSE);
}

/* The newest that came the way this page waits for. */
static SignetMessage *
find_message (SignetPracticePhone *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->messages); i++)
    {
      g_autoptr (SignetMessage) message = g_list_model_get_item (self->messages, i);

      if (g_strcmp0 (signet_message_get_channel (message), self->channel) == 0)
        return g_steal_pointer (&message);
    }

  return NULL;
}

static void
show_newest (SignetPracticePhone *self)
{
  g_autoptr (SignetMessage) message = find_message (self);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (message == NULL)
    {
      show_nothing (self);
      return;
    }

  time = signet_format_time (signet_message_get_at (message));
  if (g_str_equal (signet_message_get_channel (message), "email"))
    gtk_label_set_label (self->note_title, _ ("E-mail with your code"));
  else
    gtk_label_set_label (self->note_title, _ ("Text message with your code"));
  /* Translators: to whom a message went, and the time of day */
  text = g_strdup_printf (_ ("To %s, %s"), signet_message_get_recipient (message), time);
  gtk_label_set_label (self->note_text, text);
  gtk_label_set_label (self->code, signet_message_get_code (message));
  gtk_widget_set_visible (GTK_WIDGET (self->code), TRUE);
  gtk_widget_set_visible (self->use_button, TRUE);
}

/* The time is that of the device's own clock, which the person has before them when it is they who ask. Where
 * it isn't the platform's, the phone says so, and when the platform was asked, which can't be made up: it is
 * most often a clock that is set wrong, but who passes on another's code is seen by it as well.
 */
static char *
describe (SignetScan *scan)
{
  const char *sent = signet_scan_get_time (scan);
  g_autofree char *time = signet_format_time_there (*sent != '\0' ? sent
                                                                  : signet_scan_get_requested_at (scan));
  g_autofree char *asked = NULL;
  g_autofree char *doubt = NULL;
  g_autofree char *who = NULL;
  gint64 at;

  if (*signet_scan_get_place (scan) != '\0')
    /* Translators: what the phone shows of a device that wants to sign in: its name, place and the time */
    who = g_strdup_printf (_ ("Device: %s\nPlace: %s\nTime: %s"), signet_scan_get_device (scan),
                           signet_scan_get_place (scan), time);
  else
    /* Translators: what the phone shows of a device that wants to sign in: its name and the time */
    who = g_strdup_printf (_ ("Device: %s\nTime: %s"), signet_scan_get_device (scan), time);
  if (!signet_scan_get_clock_differs (scan))
    return g_steal_pointer (&who);

  at = signet_format_parse_time (signet_scan_get_requested_at (scan));
  asked = signet_format_day_and_time (at, at);
  /* Translators: what the phone shows after the time of a device that wants to sign in if that isn't right;
   * day and time of day */
  doubt = g_strdup_printf (
      _ ("By the platform’s clock it was %s. Unless this is your own device, refuse it."), asked);
  return g_strconcat (who, "\n", doubt, NULL);
}

/* What the platform told the phone of who asks. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPracticePhone) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetScan) scan = signet_account_look_at_scan_finish (SIGNET_ACCOUNT (source), result, &error);
  g_autofree char *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (scan == NULL)
    {
      g_autofree char *sentence = signet_error_text_sentence (error);

      gtk_label_set_label (self->note_text, sentence);
      return;
    }
  if (g_strcmp0 (signet_scan_get_user_code (scan), gtk_label_get_label (self->code)) != 0)
    return; /* there is another code by now */

  text = describe (scan);
  gtk_label_set_label (self->note_text, text);
}

/* Whoever practises without having typed a number has this one. */
static const char *
get_number (SignetPracticePhone *self)
{
  const char *phone = signet_account_get_phone (self->account);

  return phone != NULL && *phone != '\0' ? phone : PRACTICE_NUMBER;
}

static void
show_scan (SignetPracticePhone *self)
{
  const char *user_code = signet_device_sign_in_get_user_code (self->sign_in);
  gboolean waiting = signet_device_sign_in_get_state (self->sign_in) == SIGNET_DEVICE_SIGN_IN_WAITING &&
                     user_code != NULL;
  g_autofree char *number = g_strdup_printf (_ ("This phone’s number is %s."), get_number (self));
  gtk_label_set_label (self->note_title, waiting ? _ ("Sign in to Signet?") : _ ("Nothing to scan"));
  gtk_label_set_label (self->note_text, waiting ? "" : _ ("Show a QR code to scan it."));
  gtk_label_set_label (self->code, waiting ? user_code : "");
  gtk_label_set_selectable (self->code, FALSE); /* it is only to be looked at */
  gtk_widget_set_visible (GTK_WIDGET (self->code), waiting);
  gtk_widget_set_visible (self->use_button, FALSE);
  gtk_widget_set_visible (self->approve_button, waiting);
  gtk_widget_set_visible (self->refuse_button, waiting);
  gtk_label_set_label (self->caption, number);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), TRUE);
  if (waiting)
    signet_account_look_at_scan_async (self->account, user_code, self->cancellable, looked_cb,
                                       g_object_ref (self));
}

static void
sign_in_changed_cb (SignetPracticePhone *self)
{
  show_scan (self);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPracticePhone) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean answered = signet_account_answer_scan_finish (SIGNET_ACCOUNT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_sensitive (self->approve_button, TRUE);
  gtk_widget_set_sensitive (self->refuse_button, TRUE);
  if (!answered)
    {
      g_autofree char *sentence = signet_error_text_sentence (error);

      gtk_label_set_label (self->note_text, sentence);
    }
}

static void
answer_clicked_cb (SignetPracticePhone *self, GtkWidget *button)
{
  gtk_widget_set_sensitive (self->approve_button, FALSE);
  gtk_widget_set_sensitive (self->refuse_button, FALSE);
  signet_account_answer_scan_async (self->account, signet_device_sign_in_get_user_code (self->sign_in),
                                    get_number (self), button == self->approve_button, self->cancellable,
                                    answered_cb, g_object_ref (self));
}

static void
messages_changed_cb (SignetPracticePhone *self)
{
  show_newest (self);
}

static void
use_clicked_cb (SignetPracticePhone *self)
{
  g_signal_emit (self, signals[USE_CODE], 0, gtk_label_get_label (self->code));
}

static void
drop_messages (SignetPracticePhone *self)
{
  if (self->messages != NULL)
    g_signal_handlers_disconnect_by_func (self->messages, messages_changed_cb, self);
  g_clear_object (&self->messages);
}

static void
signet_practice_phone_map (GtkWidget *widget)
{
  SignetPracticePhone *self = SIGNET_PRACTICE_PHONE (widget);

  GTK_WIDGET_CLASS (signet_practice_phone_parent_class)->map (widget);

  if (self->elsewhere)
    return;
  if (self->sign_in != NULL)
    show_scan (self);
  else if (self->account != NULL && self->messages == NULL)
    self->messages = signet_account_open_phone (self->account);
  if (self->messages != NULL)
    {
      g_signal_connect_swapped (self->messages, "items-changed", G_CALLBACK (messages_changed_cb), self);
      show_newest (self);
    }
}

static void
signet_practice_phone_unmap (GtkWidget *widget)
{
  drop_messages (SIGNET_PRACTICE_PHONE (widget));

  GTK_WIDGET_CLASS (signet_practice_phone_parent_class)->unmap (widget);
}

static void
signet_practice_phone_dispose (GObject *object)
{
  SignetPracticePhone *self = SIGNET_PRACTICE_PHONE (object);

  drop_messages (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sign_in);
  g_clear_object (&self->account);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_PRACTICE_PHONE);

  G_OBJECT_CLASS (signet_practice_phone_parent_class)->dispose (object);
}

static void
signet_practice_phone_class_init (SignetPracticePhoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_practice_phone_dispose;
  widget_class->map = signet_practice_phone_map;
  widget_class->unmap = signet_practice_phone_unmap;

  signals[USE_CODE] = g_signal_new ("use-code", SIGNET_TYPE_PRACTICE_PHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-practice-phone.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, clamp);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, note_title);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, note_text);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, code);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, use_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, approve_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, refuse_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, caption);
  gtk_widget_class_bind_template_child (widget_class, SignetPracticePhone, explanation);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "practicephone");
}

static void
signet_practice_phone_init (SignetPracticePhone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (self->approve_button, "clicked", G_CALLBACK (answer_clicked_cb), self);
  g_signal_connect_swapped (self->refuse_button, "clicked", G_CALLBACK (answer_clicked_cb), self);
  g_signal_connect_swapped (self->use_button, "clicked", G_CALLBACK (use_clicked_cb), self);
  show_nothing (self);
}

/**
 * signet_practice_phone_set_account:
 * @self: the panel
 * @account: an account; the panel is hidden unless it is on a practice platform, and only says so where
 *   somebody else has started that
 */
void
signet_practice_phone_set_account (SignetPracticePhone *self, SignetAccount *account)
{
  g_return_if_fail (SIGNET_IS_PRACTICE_PHONE (self));

  g_set_object (&self->account, account);
  self->elsewhere = !signet_account_has_phone (account);
  gtk_widget_set_visible (GTK_WIDGET (self), signet_account_get_practice (account));
  gtk_widget_set_visible (self->explanation, !self->elsewhere);
  if (self->elsewhere)
    show_elsewhere (self);
}

/**
 * signet_practice_phone_set_channel:
 * @self: the panel
 * @channel: (nullable): "sms" or "email": only messages that came this way are shown; static; %NULL: none
 */
void
signet_practice_phone_set_channel (SignetPracticePhone *self, const char *channel)
{
  g_return_if_fail (SIGNET_IS_PRACTICE_PHONE (self));

  self->channel = channel;
  if (self->messages != NULL)
    show_newest (self);
}

/**
 * signet_practice_phone_set_sign_in:
 * @self: the panel
 * @sign_in: signing in by a QR code: the phone scans what it shows instead of receiving messages
 */
void
signet_practice_phone_set_sign_in (SignetPracticePhone *self, SignetDeviceSignIn *sign_in)
{
  g_return_if_fail (SIGNET_IS_PRACTICE_PHONE (self));
  g_return_if_fail (self->sign_in == NULL);

  if (self->elsewhere)
    return;
  self->sign_in = g_object_ref (sign_in);
  g_signal_connect_object (sign_in, "notify::state", G_CALLBACK (sign_in_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sign_in, "notify::user-code", G_CALLBACK (sign_in_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_scan (self);
}
