/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/signet-platform.h"

G_BEGIN_DECLS

/* Called with the chosen file; not called when the person cancels. */
typedef void (*SignetFileChosen) (GFile *file, gpointer user_data);

void signet_file_choice_open (GtkWidget *parent,
                              const char *title,
                              SignetPlatform *platform,
                              SignetFileChosen chosen,
                              GObject *user_data);

G_END_DECLS
