/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_CERTIFICATIONS_GROUP (signet_certifications_group_get_type ())
G_DECLARE_FINAL_TYPE (SignetCertificationsGroup,
                      signet_certifications_group,
                      SIGNET,
                      CERTIFICATIONS_GROUP,
                      GtkWidget)

void signet_certifications_group_show (SignetCertificationsGroup *self,
                                       SignetDesk *desk,
                                       const char *kind,
                                       const char *subject,
                                       GObject *width_bin);

G_END_DECLS
