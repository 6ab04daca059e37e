/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-message.h"

/*
 * One message on the practice phone. Immutable, so any thread may read it; the phone's list owns it.
 */
struct _SignetMessage
{
  GObject parent_instance;
  guint64 number;
  char *channel;
  char *recipient;
  char *code;
  gint64 at;
};

G_DEFINE_FINAL_TYPE (SignetMessage, signet_message, G_TYPE_OBJECT)

static void
signet_message_finalize (GObject *object)
{
  SignetMessage *self = SIGNET_MESSAGE (object);

  g_free (self->channel);
  g_free (self->recipient);
  g_free (self->code);
  G_OBJECT_CLASS (signet_message_parent_class)->finalize (object);
}

static void
signet_message_class_init (SignetMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_message_finalize;
}

static void
signet_message_init (SignetMessage *self)
{
}

/**
 * signet_message_new:
 * @number: the platform's running number
 * @channel: "sms" or "email"
 * @recipient: the phone number or e-mail address it went to
 * @code: the six digits
 * @at: when it was sent, µs since the epoch, UTC
 *
 * Returns: (transfer full): a new message
 */
SignetMessage *
signet_message_new (guint64 number, const char *channel, const char *recipient, const char *code, gint64 at)
{
  SignetMessage *self = g_object_new (SIGNET_TYPE_MESSAGE, NULL);

  self->number = number;
  self->channel = g_strdup (channel);
  self->recipient = g_strdup (recipient);
  self->code = g_strdup (code);
  self->at = at;
  return self;
}

/** signet_message_get_number: Returns: the platform's running number, rising with time */
guint64
signet_message_get_number (SignetMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_MESSAGE (self), 0);
  return self->number;
}

/** signet_message_get_channel: Returns: (transfer none): "sms" or "email" */
const char *
signet_message_get_channel (SignetMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_MESSAGE (self), NULL);
  return self->channel;
}

/** signet_message_get_recipient: Returns: (transfer none): the phone number or e-mail address */
const char *
signet_message_get_recipient (SignetMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_MESSAGE (self), NULL);
  return self->recipient;
}

/** signet_message_get_code: Returns: (transfer none): the digits to type */
const char *
signet_message_get_code (SignetMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_MESSAGE (self), NULL);
  return self->code;
}

/** signet_message_get_at: Returns: when it was sent, µs since the epoch, UTC */
gint64
signet_message_get_at (SignetMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_MESSAGE (self), 0);
  return self->at;
}
