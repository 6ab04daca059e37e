/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/signet-complaint.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

typedef enum
{
  SIGNET_RECEIPT_NONE,     /* nothing has been received yet */
  SIGNET_RECEIPT_VERIFIED, /* signature and every digest agree with what was sent */
  SIGNET_RECEIPT_WRONG,    /* signature or a digest does not agree: SignetMatter:receipt-problem says which */
  SIGNET_RECEIPT_UNCHECKED, /* the key it names is not known yet */
} SignetReceiptState;

GType signet_receipt_state_get_type (void);
#define SIGNET_TYPE_RECEIPT_STATE (signet_receipt_state_get_type ())

/*
 * A complaint as the person follows it: live while held, filled from the store and again whenever the store
 * changes.
 *
 * Properties (read-only, notify): loaded, complaint, right, events (GListModel of SignetEvent, newest first),
 * receipt-state, receipt-files (how many digests were compared), receipt-at, receipt-problem (word),
 * key-first-seen, waiting (it is still in the outbox), error-code (why it could not be sent, "" if it could).
 */
#define SIGNET_TYPE_MATTER (signet_matter_get_type ())
G_DECLARE_FINAL_TYPE (SignetMatter, signet_matter, SIGNET, MATTER, GObject)

gboolean signet_matter_get_loaded (SignetMatter *self);
SignetComplaint *signet_matter_get_complaint (SignetMatter *self);
SignetRight *signet_matter_get_right (SignetMatter *self);
SignetReceiptState signet_matter_get_receipt_state (SignetMatter *self);
guint signet_matter_get_receipt_files (SignetMatter *self);
gint64 signet_matter_get_receipt_at (SignetMatter *self);
const char *signet_matter_get_receipt_problem (SignetMatter *self);
gint64 signet_matter_get_key_first_seen (SignetMatter *self);
const char *signet_matter_get_awaited (SignetMatter *self, const char **name);

G_END_DECLS
