/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SIGNET_TYPE_FILES_GROUP (signet_files_group_get_type ())
G_DECLARE_FINAL_TYPE (SignetFilesGroup, signet_files_group, SIGNET, FILES_GROUP, GtkWidget)

void signet_files_group_set_files (SignetFilesGroup *self, GListModel *files);

G_END_DECLS
