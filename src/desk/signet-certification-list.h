/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"

G_BEGIN_DECLS

/* For the desk's own files: how one record stands with each account's platform; a live list of
 * SignetCertificationRow. */
#define SIGNET_TYPE_CERTIFICATION_LIST (signet_certification_list_get_type ())
G_DECLARE_FINAL_TYPE (SignetCertificationList, signet_certification_list, SIGNET, CERTIFICATION_LIST, GObject)

SignetCertificationList *signet_certification_list_new (SignetDesk *desk, const char *subject);

G_END_DECLS
