/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_AUTHORISATION_RIGHTS_LIST (signet_authorisation_rights_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetAuthorisationRightsList,
                      signet_authorisation_rights_list,
                      SIGNET,
                      AUTHORISATION_RIGHTS_LIST,
                      GObject)

SignetAuthorisationRightsList *signet_authorisation_rights_list_new (SignetDesk *desk,
                                                                     SignetAuthorisation *authorisation,
                                                                     const char *principal);
const char *signet_authorisation_rights_list_get_principal (SignetAuthorisationRightsList *self);
GListModel *signet_authorisation_rights_list_get_model (SignetAuthorisationRightsList *self);
void signet_authorisation_rights_list_fill (SignetAuthorisationRightsList *self, GtkListView *view);

G_END_DECLS
