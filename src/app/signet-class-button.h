/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "model/signet-nice-class.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CLASS_BUTTON (signet_class_button_get_type ())
G_DECLARE_FINAL_TYPE (SignetClassButton, signet_class_button, SIGNET, CLASS_BUTTON, GtkWidget)

GtkWidget *signet_class_button_new (SignetNiceClass *entry);

G_END_DECLS
