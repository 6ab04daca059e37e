/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-registration.h"

G_BEGIN_DECLS

GPtrArray *signet_registration_validate (SignetRegistration *self);

G_END_DECLS
