/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *signet_property_rows_add (AdwPreferencesGroup *group, const char *name, const char *value);
GtkWidget *signet_property_rows_add_secret (AdwPreferencesGroup *group, const char *name, const char *value);

G_END_DECLS
