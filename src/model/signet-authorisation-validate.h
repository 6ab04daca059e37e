/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-authorisation.h"
#include "model/signet-party.h"
#include "model/signet-platform.h"

G_BEGIN_DECLS

const char *signet_authorisation_get_giver_id (SignetAuthorisation *self, SignetAuthorisation *follows);
GPtrArray *signet_authorisation_validate (SignetAuthorisation *self,
                                          SignetParty *giver,
                                          SignetParty *agent,
                                          SignetAuthorisation *follows,
                                          SignetPlatform *platform,
                                          const GDate *today);

G_END_DECLS
