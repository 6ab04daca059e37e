/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-practice-message.h"

#include "api/signet-json.h"

/*
 * A text or e-mail the practice platform "sent". Immutable. Made by SignetPracticeControl.
 */

struct _SignetPracticeMessage
{
  GObject parent_instance;

  guint64 number;
  char *at;
  char *channel;
  char *recipient;
  char *code;
};

G_DEFINE_FINAL_TYPE (SignetPracticeMessage, signet_practice_message, G_TYPE_OBJECT)

static void
signet_practice_message_finalize (GObject *object)
{
  SignetPracticeMessage *self = SIGNET_PRACTICE_MESSAGE (object);

  g_free (self->at);
  g_free (self->channel);
  g_free (self->recipient);
  g_free (self->code);

  G_OBJECT_CLASS (signet_practice_message_parent_class)->finalize (object);
}

static void
signet_practice_message_class_init (SignetPracticeMessageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_message_finalize;
}

static void
signet_practice_message_init (SignetPracticeMessage *self)
{
}

/**
 * signet_practice_message_new_from_node:
 * @node: one of the messages of `GET /practice/v1/messages`
 * @error: return location, of the api's domain
 *
 * Returns: (transfer full) (nullable): the message
 */
SignetPracticeMessage *
signet_practice_message_new_from_node (JsonNode *node, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gint64 number = signet_json_get_integer (node, "/n", &failure);
  const char *at = signet_json_get_text (node, "/at", &failure);
  const char *channel = signet_json_get_text (node, "/channel", &failure);
  const char *recipient = signet_json_get_text (node, "/to", &failure);
  const char *code = signet_json_get_text (node, "/code", &failure);
  SignetPracticeMessage *self;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  self = g_object_new (SIGNET_TYPE_PRACTICE_MESSAGE, NULL);
  self->number = (guint64) MAX (number, 0);
  self->at = g_strdup (at);
  self->channel = g_strdup (channel);
  self->recipient = g_strdup (recipient);
  self->code = g_strdup (code);
  return self;
}

/**
 * signet_practice_message_get_number:
 * @self: a message
 *
 * Returns: its number; later ones have higher numbers
 */
guint64
signet_practice_message_get_number (SignetPracticeMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_MESSAGE (self), 0);

  return self->number;
}

/**
 * signet_practice_message_get_at:
 * @self: a message
 *
 * Returns: when it was sent (RFC 3339)
 */
const char *
signet_practice_message_get_at (SignetPracticeMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_MESSAGE (self), NULL);

  return self->at;
}

/**
 * signet_practice_message_get_channel:
 * @self: a message
 *
 * Returns: "sms", "email"
 */
const char *
signet_practice_message_get_channel (SignetPracticeMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_MESSAGE (self), NULL);

  return self->channel;
}

/**
 * signet_practice_message_get_recipient:
 * @self: a message
 *
 * Returns: the phone or e-mail address it went to
 */
const char *
signet_practice_message_get_recipient (SignetPracticeMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_MESSAGE (self), NULL);

  return self->recipient;
}

/**
 * signet_practice_message_get_code:
 * @self: a message
 *
 * Returns: the code it brings
 */
const char *
signet_practice_message_get_code (SignetPracticeMessage *self)
{
  g_return_val_if_fail (SIGNET_IS_PRACTICE_MESSAGE (self), NULL);

  return self->code;
}
