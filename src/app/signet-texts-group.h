/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-wizard-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_TEXTS_GROUP (signet_texts_group_get_type ())
G_DECLARE_FINAL_TYPE (SignetTextsGroup, signet_texts_group, SIGNET, TEXTS_GROUP, AdwBin)

GtkWidget *signet_texts_group_new (const char *title,
                                   const char *description,
                                   const char *entry_title,
                                   GObject *subject,
                                   const char *property);

G_END_DECLS
