/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-clock.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PUT_OFF_BUTTON (signet_put_off_button_get_type ())
G_DECLARE_FINAL_TYPE (SignetPutOffButton, signet_put_off_button, SIGNET, PUT_OFF_BUTTON, GtkWidget)

GtkWidget *signet_put_off_button_new (SignetClock *clock);
void signet_put_off_button_set (SignetPutOffButton *self,
                                const char *id,
                                const char *title,
                                const GDate *last_day);

G_END_DECLS
