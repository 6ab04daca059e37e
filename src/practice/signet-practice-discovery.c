/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-device.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-route.h"

/* What the platform is: the rule set, the OAuth metadata (RFC 8414) and the receipt keys. */

static gboolean
get_platform (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  SignetPracticePlatform *platform = context->platform;
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "id", signet_practice_platform_get_id (platform));
  json_object_set_string_member (object, "issuer", signet_practice_platform_get_issuer (platform));
  json_object_set_boolean_member (object, "practice", TRUE);
  signet_practice_json_set_time (object, "now", signet_practice_platform_now (platform));
  signet_practice_json_add_members (
      object, signet_practice_rules_get_json (signet_practice_platform_get_rules (platform)));
  signet_practice_exchange_answer_object (exchange, 200, object);
  return TRUE;
}

static void
set_address (JsonObject *object, const char *name, SignetPracticeContext *context, const char *path)
{
  g_autofree char *address = g_strconcat (signet_practice_platform_get_issuer (context->platform), path,
                                          NULL);

  json_object_set_string_member (object, name, address);
}

static void
set_words (JsonObject *object, const char *name, const char *const *words)
{
  JsonArray *array = json_array_new ();

  for (; *words != NULL; words++)
    json_array_add_string_element (array, *words);
  json_object_set_array_member (object, name, array);
}

static gboolean
get_metadata (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  const gboolean by_device = signet_practice_rules_has_login_method (
      signet_practice_platform_get_rules (context->platform), SIGNET_PRACTICE_METHOD_DEVICE);
  g_autoptr (JsonObject) object = json_object_new ();

  set_address (object, "issuer", context, "");
  set_address (object, "token_endpoint", context, "/oauth/token");
  set_address (object, "authorization_challenge_endpoint", context, "/oauth/challenge");
  if (by_device)
    set_address (object, "device_authorization_endpoint", context, "/oauth/device");
  set_address (object, "revocation_endpoint", context, "/oauth/revoke");
  set_address (object, "jwks_uri", context, "/.well-known/jwks.json");
  set_words (object, "grant_types_supported",
             (const char *const[]){ "authorization_code", "refresh_token",
                                    by_device ? SIGNET_PRACTICE_GRANT_DEVICE : NULL, NULL });
  set_words (object, "response_types_supported", (const char *const[]){ "code", NULL });
  set_words (object, "code_challenge_methods_supported", (const char *const[]){ "S256", NULL });
  set_words (object, "token_endpoint_auth_methods_supported", (const char *const[]){ "none", NULL });
  set_words (object, "revocation_endpoint_auth_methods_supported", (const char *const[]){ "none", NULL });
  signet_practice_exchange_answer_object (exchange, 200, object);
  return TRUE;
}

static gboolean
get_keys (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (JsonObject)
      keys = signet_practice_receipts_get_keys (signet_practice_platform_get_receipts (context->platform));

  signet_practice_exchange_answer_object (exchange, 200, keys);
  return TRUE;
}

const SignetPracticeRoute signet_practice_discovery_routes[] = {
  { "GET", "/v1/platform", SIGNET_PRACTICE_ROUTE_PUBLIC, get_platform },
  { "GET", "/.well-known/oauth-authorization-server", SIGNET_PRACTICE_ROUTE_PUBLIC, get_metadata },
  { "GET", "/.well-known/jwks.json", SIGNET_PRACTICE_ROUTE_PUBLIC, get_keys },
  { NULL, NULL, 0, NULL },
};
