/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-binding.h"

#include "api/signet-mapping.h"

/**
 * SignetBinding:
 *
 * A phone or e-mail address bound to an account, or waiting to be. Immutable.
 */

struct _SignetBinding
{
  SignetRecord parent_instance;

  char *id;
  char *kind;
  char *value;
  char *status;
  char *expires_at;
  int resend_after;
};

G_DEFINE_FINAL_TYPE (SignetBinding, signet_binding, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetBinding, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "The platform's id" },
  { "kind", SIGNET_FIELD_TEXT, OFFSET (kind), "phone or email" },
  { "value", SIGNET_FIELD_TEXT, OFFSET (value), "Number or address" },
  { "status", SIGNET_FIELD_TEXT, OFFSET (status), "pending or confirmed" },
  { "expires-at", SIGNET_FIELD_TEXT, OFFSET (expires_at), "Until when the code is good, RFC 3339" },
  { "resend-after", SIGNET_FIELD_INT, OFFSET (resend_after), "Seconds until another code can be asked for" },
};

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/kind", "kind", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/value", "value", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/status", "status", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/expires_at", "expires-at", SIGNET_IN_ANSWER },
  { "/resend_after", "resend-after", SIGNET_IN_ANSWER },
};

static const SignetMapping mapping = { signet_binding_get_type, members, G_N_ELEMENTS (members) };

static void
signet_binding_class_init (SignetBindingClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_binding_init (SignetBinding *self)
{
}

/**
 * signet_binding_new_from_node:
 * @node: a binding
 * @error: return location for an error
 *
 * Returns: (transfer full): it, read; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetBinding *
signet_binding_new_from_node (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_binding_to_node:
 * @self: to be written
 *
 * Returns: (transfer full): it as JSON
 */
JsonNode *
signet_binding_to_node (SignetBinding *self)
{
  return signet_mapping_encode (&mapping, self, SIGNET_IN_ANSWER);
}

SIGNET_RECORD_TEXT_GETTER (SignetBinding, signet_binding, SIGNET_IS_BINDING, id)
SIGNET_RECORD_TEXT_GETTER (SignetBinding, signet_binding, SIGNET_IS_BINDING, kind)
SIGNET_RECORD_TEXT_GETTER (SignetBinding, signet_binding, SIGNET_IS_BINDING, value)
SIGNET_RECORD_TEXT_GETTER (SignetBinding, signet_binding, SIGNET_IS_BINDING, status)
SIGNET_RECORD_TEXT_GETTER (SignetBinding, signet_binding, SIGNET_IS_BINDING, expires_at)
SIGNET_RECORD_INT_GETTER (SignetBinding, signet_binding, SIGNET_IS_BINDING, resend_after)
