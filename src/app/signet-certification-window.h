/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CERTIFICATION_WINDOW (signet_certification_window_get_type ())
G_DECLARE_FINAL_TYPE (SignetCertificationWindow,
                      signet_certification_window,
                      SIGNET,
                      CERTIFICATION_WINDOW,
                      AdwWindow)

void signet_certification_window_present (SignetDesk *desk,
                                          SignetAccount *account,
                                          const char *kind,
                                          const char *subject,
                                          GtkWidget *parent);

G_END_DECLS
