/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "remote/signet-answer.h"

G_BEGIN_DECLS

/**
 * SignetOutcome:
 * @SIGNET_OUTCOME_DELIVERED: 2xx; signet_delivery_get_answer() has body, ETag and Location
 * @SIGNET_OUTCOME_REFUSED: the platform refuses for good (4xx with a problem document)
 * @SIGNET_OUTCOME_NOT_NOW: not processed; try again after signet_delivery_get_retry_after()
 * @SIGNET_OUTCOME_UNKNOWN: sent, but no usable answer came: it may have been processed. Send the same bytes
 *   with the same key again
 * @SIGNET_OUTCOME_SIGNED_OUT: not sent, or refused unread, because there is no session; send it again after
 *   the person has signed in
 *
 * What became of one attempt to deliver a submission.
 */
typedef enum
{
  SIGNET_OUTCOME_DELIVERED,
  SIGNET_OUTCOME_REFUSED,
  SIGNET_OUTCOME_NOT_NOW,
  SIGNET_OUTCOME_UNKNOWN,
  SIGNET_OUTCOME_SIGNED_OUT,
} SignetOutcome;

#define SIGNET_TYPE_DELIVERY (signet_delivery_get_type ())
G_DECLARE_FINAL_TYPE (SignetDelivery, signet_delivery, SIGNET, DELIVERY, GObject)

SignetOutcome signet_delivery_get_outcome (SignetDelivery *self);
SignetAnswer *signet_delivery_get_answer (SignetDelivery *self); /* only DELIVERED, else NULL */
const GError *signet_delivery_get_error (SignetDelivery *self);  /* all but DELIVERED */
guint signet_delivery_get_retry_after (SignetDelivery *self);    /* seconds the platform asked for, or 0 */

/* For this room: takes @answer or @error. @sent: the request had left this computer. */
SignetDelivery *signet_delivery_new (SignetAnswer *answer, GError *error, gboolean sent);

G_END_DECLS
