/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_ERROR_PAGE (signet_error_page_get_type ())
G_DECLARE_FINAL_TYPE (SignetErrorPage, signet_error_page, SIGNET, ERROR_PAGE, GtkWidget)

GtkWidget *signet_error_page_new (void);
void signet_error_page_set_error (SignetErrorPage *self, const GError *error);
void signet_error_page_set_actions (SignetErrorPage *self, const char *first, const char *second);
void signet_error_page_set_suggested (SignetErrorPage *self, gboolean suggested);
void signet_error_page_set_file (SignetErrorPage *self, const char *description);

G_END_DECLS
