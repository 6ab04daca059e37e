/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_COMPLAINT_LINKS (signet_complaint_links_get_type ())
G_DECLARE_FINAL_TYPE (SignetComplaintLinks, signet_complaint_links, SIGNET, COMPLAINT_LINKS, GtkWidget)

void signet_complaint_links_show (SignetComplaintLinks *self, GListModel *items, gint64 now);

G_END_DECLS
