/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-link-shape.h"

/**
 * SignetLinkShape:
 *
 * What addresses of a target look like. The id lies in a query parameter or in the path segment after
 * @path. Immutable.
 */

struct _SignetLinkShape
{
  SignetRecord parent_instance;

  char *host;
  char *path;
  gboolean prefix;
  char *id_query;
  gboolean id_segment;
  gboolean assumed;
};

G_DEFINE_FINAL_TYPE (SignetLinkShape, signet_link_shape, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetLinkShape, field)

static const SignetField fields[] = {
  { "host", SIGNET_FIELD_TEXT, OFFSET (host), "Host in lower case" },
  { "path", SIGNET_FIELD_TEXT, OFFSET (path), "The path, or its beginning" },
  { "prefix", SIGNET_FIELD_BOOLEAN, OFFSET (prefix), "Whether any path that begins with path counts" },
  { "id-query", SIGNET_FIELD_TEXT, OFFSET (id_query), "Query parameter that holds the id" },
  { "id-segment", SIGNET_FIELD_BOOLEAN, OFFSET (id_segment),
    "Whether the path segment after path is the id" },
  { "assumed", SIGNET_FIELD_BOOLEAN, OFFSET (assumed),
    "The platform publishes nothing about this; the rule set assumes it" },
};

static void
signet_link_shape_class_init (SignetLinkShapeClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_link_shape_init (SignetLinkShape *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetLinkShape, signet_link_shape, SIGNET_IS_LINK_SHAPE, host)
SIGNET_RECORD_TEXT_GETTER (SignetLinkShape, signet_link_shape, SIGNET_IS_LINK_SHAPE, path)
SIGNET_RECORD_BOOLEAN_GETTER (SignetLinkShape, signet_link_shape, SIGNET_IS_LINK_SHAPE, prefix)
SIGNET_RECORD_TEXT_GETTER (SignetLinkShape, signet_link_shape, SIGNET_IS_LINK_SHAPE, id_query)
SIGNET_RECORD_BOOLEAN_GETTER (SignetLinkShape, signet_link_shape, SIGNET_IS_LINK_SHAPE, id_segment)
SIGNET_RECORD_BOOLEAN_GETTER (SignetLinkShape, signet_link_shape, SIGNET_IS_LINK_SHAPE, assumed)
