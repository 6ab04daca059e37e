/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_NICE_CLASS (signet_nice_class_get_type ())
G_DECLARE_FINAL_TYPE (SignetNiceClass, signet_nice_class, SIGNET, NICE_CLASS, SignetRecord)

SignetNiceClass *signet_nice_class_new (void);

int signet_nice_class_get_class_number (SignetNiceClass *self);
void signet_nice_class_set_class_number (SignetNiceClass *self, int class_number);
const char *signet_nice_class_get_goods (SignetNiceClass *self);
void signet_nice_class_set_goods (SignetNiceClass *self, const char *goods);

G_END_DECLS
