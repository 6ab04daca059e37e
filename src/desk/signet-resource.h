/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/signet-record.h"
#include "store/signet-tables.h"

G_BEGIN_DECLS

/* For the desk's own files: a record as it is written on the wire, with the platform's ids in it. Two of them
 * can be compared, and one made into the other. @kind: a SIGNET_KIND_ word. */

char *signet_resource_find_id (SignetTables *tables,
                               const char *account,
                               const char *subject,
                               char **awaited,
                               GError **error);
JsonNode *signet_resource_encode (SignetTables *tables,
                                  const char *account,
                                  SignetRecord *record,
                                  char **awaited,
                                  GError **error);
JsonNode *signet_resource_encode_known (SignetTables *tables, const char *account, SignetRecord *record);
JsonNode *signet_resource_read (const char *kind, GBytes *answer, GError **error);
JsonNode *signet_resource_read_node (const char *kind, JsonNode *answer, GError **error);
JsonNode *signet_resource_read_held (SignetTables *tables,
                                     const char *account,
                                     const char *kind,
                                     GBytes *answer,
                                     GError **error);
gboolean signet_resource_take (SignetTables *tables,
                               const char *account,
                               const char *kind,
                               JsonNode *resource,
                               const char *pointer,
                               SignetRecord *record,
                               GError **error);

char *
signet_resource_describe (SignetTables *tables, const char *account, JsonNode *resource, const char *pointer);

G_END_DECLS
