/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_QR_CODE (signet_qr_code_get_type ())
G_DECLARE_FINAL_TYPE (SignetQrCode, signet_qr_code, SIGNET, QR_CODE, GtkWidget)

GtkWidget *signet_qr_code_new (void);
gboolean signet_qr_code_set_text (SignetQrCode *self, const char *text);
void signet_qr_code_set_small (SignetQrCode *self, gboolean small);
int signet_qr_code_get_module_size (SignetQrCode *self);

G_END_DECLS
