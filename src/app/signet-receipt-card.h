/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-matter.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_RECEIPT_CARD (signet_receipt_card_get_type ())
G_DECLARE_FINAL_TYPE (SignetReceiptCard, signet_receipt_card, SIGNET, RECEIPT_CARD, GtkWidget)

void signet_receipt_card_show (SignetReceiptCard *self, SignetMatter *matter, gint64 now);

G_END_DECLS
