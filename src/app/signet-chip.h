/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/signet-words.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CHIP (signet_chip_get_type ())
G_DECLARE_FINAL_TYPE (SignetChip, signet_chip, SIGNET, CHIP, GtkWidget)

GtkWidget *signet_chip_new (void);
void signet_chip_set_status (SignetChip *self, const char *status);
void
signet_chip_set_words (SignetChip *self, const char *label, const char *icon_name, SignetMeaning meaning);

G_END_DECLS
