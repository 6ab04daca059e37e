/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-account-info.h"

#include "api/signet-binding.h"
#include "api/signet-mapping.h"

/**
 * SignetAccountInfo:
 *
 * An account as its platform knows it. Immutable.
 */

struct _SignetAccountInfo
{
  SignetRecord parent_instance;

  char *id;
  char *phone;
  char *email;
  GListModel *bindings;
  gboolean password_set;
  char *created_at;
};

G_DEFINE_FINAL_TYPE (SignetAccountInfo, signet_account_info, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetAccountInfo, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "The platform's id" },
  { "phone", SIGNET_FIELD_TEXT, OFFSET (phone), "Number that signs in" },
  { "email", SIGNET_FIELD_TEXT, OFFSET (email), "Bound address; empty before" },
  { "bindings", SIGNET_FIELD_OBJECT, OFFSET (bindings), "#SignetBinding entries", g_list_model_get_type },
  { "password-set", SIGNET_FIELD_BOOLEAN, OFFSET (password_set), "Whether there is a password" },
  { "created-at", SIGNET_FIELD_TEXT, OFFSET (created_at), "RFC 3339" },
};

static gpointer
decode_binding (JsonNode *node, GError **error)
{
  return signet_binding_new_from_node (node, error);
}

static JsonNode *
encode_binding (gpointer object)
{
  return signet_binding_to_node (object);
}

static const SignetMapping binding_mapping = { .get_type = signet_binding_get_type,
                                               .decode = decode_binding,
                                               .encode = encode_binding };

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/phone", "phone", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/email", "email", SIGNET_IN_ANSWER },
  { "/bindings", "bindings", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &binding_mapping },
  { "/password_set", "password-set", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/created_at", "created-at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};

static const SignetMapping mapping = { signet_account_info_get_type, members, G_N_ELEMENTS (members) };

static void
signet_account_info_class_init (SignetAccountInfoClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_account_info_init (SignetAccountInfo *self)
{
}

/**
 * signet_account_info_new_from_node:
 * @node: the answer of GET /v1/account
 * @error: return location for an error
 *
 * Returns: (transfer full): it, read; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetAccountInfo *
signet_account_info_new_from_node (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_account_info_to_node:
 * @self: to be written
 *
 * Returns: (transfer full): it as JSON
 */
JsonNode *
signet_account_info_to_node (SignetAccountInfo *self)
{
  return signet_mapping_encode (&mapping, self, SIGNET_IN_ANSWER);
}

SIGNET_RECORD_TEXT_GETTER (SignetAccountInfo, signet_account_info, SIGNET_IS_ACCOUNT_INFO, id)
SIGNET_RECORD_TEXT_GETTER (SignetAccountInfo, signet_account_info, SIGNET_IS_ACCOUNT_INFO, phone)
SIGNET_RECORD_TEXT_GETTER (SignetAccountInfo, signet_account_info, SIGNET_IS_ACCOUNT_INFO, email)
SIGNET_RECORD_OBJECT_GETTER (SignetAccountInfo,
                             signet_account_info,
                             SIGNET_IS_ACCOUNT_INFO,
                             GListModel,
                             bindings)
SIGNET_RECORD_BOOLEAN_GETTER (SignetAccountInfo, signet_account_info, SIGNET_IS_ACCOUNT_INFO, password_set)
SIGNET_RECORD_TEXT_GETTER (SignetAccountInfo, signet_account_info, SIGNET_IS_ACCOUNT_INFO, created_at)
