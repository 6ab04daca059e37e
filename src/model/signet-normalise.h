/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-authorisation.h"
#include "model/signet-party.h"
#include "model/signet-registration.h"
#include "model/signet-right.h"

G_BEGIN_DECLS

void signet_party_normalise (SignetParty *self);
char *signet_party_make_document_key (SignetParty *self);
void signet_right_normalise (SignetRight *self);
void signet_authorisation_normalise (SignetAuthorisation *self);
void signet_registration_normalise (SignetRegistration *self);

G_END_DECLS
