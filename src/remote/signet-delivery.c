/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-delivery.h"

#include "remote/signet-remote-error.h"

/*
 * What became of one attempt to deliver a submission, sorted by what the outbox has to do next. Made by
 * SignetRemote; immutable. Main thread.
 */

struct _SignetDelivery
{
  GObject parent_instance;

  SignetOutcome outcome;
  SignetAnswer *answer;
  GError *error;
};

G_DEFINE_FINAL_TYPE (SignetDelivery, signet_delivery, G_TYPE_OBJECT)

static SignetOutcome
judge (const GError *error, gboolean sent)
{
  if (error->domain == SIGNET_REMOTE_ERROR)
    switch ((SignetRemoteError) error->code)
      {
      case SIGNET_REMOTE_ERROR_REFUSED:
      case SIGNET_REMOTE_ERROR_WRONG_CODE:
      case SIGNET_REMOTE_ERROR_CODE_EXPIRED:
      case SIGNET_REMOTE_ERROR_WRONG_PASSWORD:
      case SIGNET_REMOTE_ERROR_DENIED:
        return SIGNET_OUTCOME_REFUSED;
      case SIGNET_REMOTE_ERROR_SIGNED_OUT:
        return SIGNET_OUTCOME_SIGNED_OUT;
      case SIGNET_REMOTE_ERROR_THROTTLED:
      case SIGNET_REMOTE_ERROR_UNAVAILABLE:
      case SIGNET_REMOTE_ERROR_LOCKED:
      case SIGNET_REMOTE_ERROR_LIMIT:
      case SIGNET_REMOTE_ERROR_FOREIGN:
      case SIGNET_REMOTE_ERROR_TOO_NEW:
      case SIGNET_REMOTE_ERROR_INCOMPLETE:
        return SIGNET_OUTCOME_NOT_NOW;
      case SIGNET_REMOTE_ERROR_PROTOCOL:
        /* Someone in between refused: the platform has never seen it. */
        if (signet_remote_error_get_status (error) >= 400)
          return SIGNET_OUTCOME_NOT_NOW;
        break;
      case SIGNET_REMOTE_ERROR_ADDRESS:
      case SIGNET_REMOTE_ERROR_NETWORK:
      case SIGNET_REMOTE_ERROR_TLS:
      case SIGNET_REMOTE_ERROR_TLS_EXPIRED:
      case SIGNET_REMOTE_ERROR_TLS_NOT_YET:
      case SIGNET_REMOTE_ERROR_TLS_NAME:
      case SIGNET_REMOTE_ERROR_TLS_SELF_SIGNED:
      case SIGNET_REMOTE_ERROR_TLS_ISSUER:
      case SIGNET_REMOTE_ERROR_TOO_LARGE:
      case SIGNET_REMOTE_ERROR_PLATFORM:
      case SIGNET_REMOTE_ERROR_KEYRING_LOCKED:
      case SIGNET_REMOTE_ERROR_KEYRING_ABSENT:
      case SIGNET_REMOTE_ERROR_KEYRING_REFUSED:
      case SIGNET_REMOTE_ERROR_KEYRING_UNREACHABLE:
      case SIGNET_REMOTE_ERROR_FILE:
      case SIGNET_REMOTE_ERROR_INTERCEPTED:
        break;
      }
  return sent ? SIGNET_OUTCOME_UNKNOWN : SIGNET_OUTCOME_NOT_NOW;
}

static void
signet_delivery_finalize (GObject *object)
{
  SignetDelivery *self = SIGNET_DELIVERY (object);

  g_clear_object (&self->answer);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (signet_delivery_parent_class)->finalize (object);
}

static void
signet_delivery_class_init (SignetDeliveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_delivery_finalize;
}

static void
signet_delivery_init (SignetDelivery *self)
{
}

/**
 * signet_delivery_get_outcome:
 * @self: a delivery
 *
 * Returns: what became of it
 */
SignetOutcome
signet_delivery_get_outcome (SignetDelivery *self)
{
  g_return_val_if_fail (SIGNET_IS_DELIVERY (self), SIGNET_OUTCOME_UNKNOWN);

  return self->outcome;
}

/**
 * signet_delivery_get_answer:
 * @self: a delivery
 *
 * Returns: (transfer none) (nullable): the platform's answer if the outcome is %SIGNET_OUTCOME_DELIVERED
 */
SignetAnswer *
signet_delivery_get_answer (SignetDelivery *self)
{
  g_return_val_if_fail (SIGNET_IS_DELIVERY (self), NULL);

  return self->answer;
}

/**
 * signet_delivery_get_error:
 * @self: a delivery
 *
 * Returns: (transfer none) (nullable): what went wrong if the outcome is any other;
 *   signet_remote_error_get_problem() has the findings of a refusal
 */
const GError *
signet_delivery_get_error (SignetDelivery *self)
{
  g_return_val_if_fail (SIGNET_IS_DELIVERY (self), NULL);

  return self->error;
}

/**
 * signet_delivery_get_retry_after:
 * @self: a delivery
 *
 * Returns: seconds the platform asked to wait, 0 if it named none: then see signet_backoff_delay()
 */
guint
signet_delivery_get_retry_after (SignetDelivery *self)
{
  g_return_val_if_fail (SIGNET_IS_DELIVERY (self), 0);

  return signet_remote_error_get_retry_after (self->error);
}

/**
 * signet_delivery_new:
 * @answer: (transfer full) (nullable): a 2xx with a body that can be used
 * @error: (transfer full) (nullable): why there is none
 * @sent: whether the request had left this computer
 *
 * Returns: (transfer full): a delivery
 */
SignetDelivery *
signet_delivery_new (SignetAnswer *answer, GError *error, gboolean sent)
{
  SignetDelivery *self;

  g_return_val_if_fail ((answer != NULL) != (error != NULL), NULL);

  self = g_object_new (SIGNET_TYPE_DELIVERY, NULL);
  self->answer = answer;
  self->error = error;
  self->outcome = answer != NULL ? SIGNET_OUTCOME_DELIVERED : judge (error, sent);
  return self;
}
