/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"

G_BEGIN_DECLS

char *signet_authorisation_text_scope (SignetAuthorisation *authorisation);
char *signet_authorisation_text_rights (SignetAuthorisation *authorisation, SignetDesk *desk);
char *signet_authorisation_text_platforms (SignetAuthorisation *authorisation, SignetDesk *desk);
char *signet_authorisation_text_follows (SignetAuthorisation *authorisation, SignetDesk *desk);
char *signet_authorisation_text_period (const char *from, const char *until);

G_END_DECLS
