/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAPER_ROW (signet_paper_row_get_type ())
G_DECLARE_FINAL_TYPE (SignetPaperRow, signet_paper_row, SIGNET, PAPER_ROW, AdwActionRow)

GtkWidget *signet_paper_row_new (SignetDesk *desk,
                                 SignetDraft *draft,
                                 const char *slot,
                                 const char *title,
                                 const char *explanation);
void signet_paper_row_show_page (SignetPaperRow *self);
gboolean signet_paper_row_get_busy (SignetPaperRow *self);

G_END_DECLS
