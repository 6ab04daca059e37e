/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The day of the list of contracting parties that is built in. */
#define SIGNET_COUNTRY_APOSTILLE_AS_OF "2025-04-30"

/* How a foreign public document is made good for use in China. */
#define SIGNET_LEGALISATION_APOSTILLE "apostille"
#define SIGNET_LEGALISATION_CONSULAR "consular"

const char *const *signet_country_list (void);
gboolean signet_country_is_known (const char *code);
const char *const *signet_country_list_china (void);
gboolean signet_country_is_china (const char *code);
const char *signet_country_get_name (const char *code, const char *language);
const char *signet_country_get_legalisation (const char *code);

G_END_DECLS
