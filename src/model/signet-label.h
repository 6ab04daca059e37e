/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_LABEL (signet_label_get_type ())
G_DECLARE_FINAL_TYPE (SignetLabel, signet_label, SIGNET, LABEL, SignetRecord)

const char *signet_label_get_zh (SignetLabel *self);
const char *signet_label_get_en (SignetLabel *self);

SignetLabel *signet_label_new (const char *zh, const char *en);
const char *signet_label_get (SignetLabel *self, const char *language);

G_END_DECLS
