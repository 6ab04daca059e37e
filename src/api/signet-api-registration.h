/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-registration.h"

G_BEGIN_DECLS

GBytes *signet_api_registration_to_draft (SignetRegistration *self);
SignetRegistration *signet_api_registration_from_draft (GBytes *bytes, GError **error);

G_END_DECLS
