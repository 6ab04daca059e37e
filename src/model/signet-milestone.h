/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_MILESTONE (signet_milestone_get_type ())
G_DECLARE_FINAL_TYPE (SignetMilestone, signet_milestone, SIGNET, MILESTONE, SignetRecord)

const char *signet_milestone_get_status (SignetMilestone *self);
const char *signet_milestone_get_at (SignetMilestone *self);

G_END_DECLS
