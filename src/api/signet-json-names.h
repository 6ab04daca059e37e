/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SignetJsonNames SignetJsonNames;

SignetJsonNames *signet_json_names_new (void);
void signet_json_names_free (SignetJsonNames *self);

void signet_json_names_begin (SignetJsonNames *self);
gboolean signet_json_names_add (SignetJsonNames *self, const char *name, gsize length);

G_END_DECLS
