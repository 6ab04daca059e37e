/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-rules.h"

#include "api/signet-api-platform.h"
#include "api/signet-json.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-resources.h"

/* A rule set: what one kind of platform asks for, as data. It travels inside the program, and is what
 * `/v1/platform` answers. Owned by the platform; never changes.
 */

#define FOLDER "/io/github/signetdesk/Signet/practice/"

struct _SignetPracticeRules
{
  GObject parent_instance;

  char *name;
  JsonObject *json;
  SignetPlatform *platform;
  SignetLinkParser *parser;
};

G_DEFINE_FINAL_TYPE (SignetPracticeRules, signet_practice_rules, G_TYPE_OBJECT)

static JsonObject *
find (SignetPracticeRules *self, const char *list, const char *name, const char *value)
{
  return signet_practice_json_find (signet_practice_json_get_array (self->json, list), name, value);
}

static void
signet_practice_rules_finalize (GObject *object)
{
  SignetPracticeRules *self = SIGNET_PRACTICE_RULES (object);

  g_free (self->name);
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_object (&self->platform);
  g_clear_object (&self->parser);

  G_OBJECT_CLASS (signet_practice_rules_parent_class)->finalize (object);
}

static void
signet_practice_rules_class_init (SignetPracticeRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_rules_finalize;
}

static void
signet_practice_rules_init (SignetPracticeRules *self)
{
}

/**
 * signet_practice_rules_load:
 * @name: `kuaishou` or `ippro`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the rule set, %NULL if there is none of that name
 */
SignetPracticeRules *
signet_practice_rules_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".json", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (signet_practice_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonNode) node = bytes != NULL ? signet_json_parse (bytes, error) : NULL;
  g_autoptr (SignetPracticeRules) self = g_object_new (SIGNET_TYPE_PRACTICE_RULES, NULL);

  if (node == NULL)
    return NULL;
  self->name = g_strdup (name);
  self->json = json_node_dup_object (node);
  self->platform = signet_api_platform_from_node (node, error);
  if (self->platform == NULL)
    return NULL;
  self->parser = signet_link_parser_new (self->platform);
  return g_steal_pointer (&self);
}

/**
 * signet_practice_rules_get_name:
 * @self: a rule set
 *
 * Returns: (transfer none): its name
 */
const char *
signet_practice_rules_get_name (SignetPracticeRules *self)
{
  return self->name;
}

/**
 * signet_practice_rules_get_json:
 * @self: a rule set
 *
 * Returns: (transfer none): all of it
 */
JsonObject *
signet_practice_rules_get_json (SignetPracticeRules *self)
{
  return self->json;
}

/**
 * signet_practice_rules_get_platform:
 * @self: a rule set
 *
 * Returns: (transfer none): the rule set as the validators take it
 */
SignetPlatform *
signet_practice_rules_get_platform (SignetPracticeRules *self)
{
  return self->platform;
}

/**
 * signet_practice_rules_get_parser:
 * @self: a rule set
 *
 * Returns: (transfer none): what understands the platform's links
 */
SignetLinkParser *
signet_practice_rules_get_parser (SignetPracticeRules *self)
{
  return self->parser;
}

/**
 * signet_practice_rules_find_target_kind:
 * @self: a rule set
 * @kind: a kind of target
 *
 * Returns: (transfer none) (nullable): what the rule set says of it
 */
JsonObject *
signet_practice_rules_find_target_kind (SignetPracticeRules *self, const char *kind)
{
  return find (self, "target_kinds", "kind", kind);
}

/**
 * signet_practice_rules_find_reason:
 * @self: a rule set
 * @code: a reason
 *
 * Returns: (transfer none) (nullable): what the rule set says of it
 */
JsonObject *
signet_practice_rules_find_reason (SignetPracticeRules *self, const char *code)
{
  return find (self, "reasons", "code", code);
}

/**
 * signet_practice_rules_get_limit:
 * @self: a rule set
 * @name: a member of its limits
 *
 * Returns: the limit
 */
gint64
signet_practice_rules_get_limit (SignetPracticeRules *self, const char *name)
{
  return json_object_get_int_member (signet_practice_json_get_object (self->json, "limits"), name);
}

/**
 * signet_practice_rules_accepts_media_type:
 * @self: a rule set
 * @media_type: a media type
 *
 * Returns: %TRUE if files of this type are taken
 */
gboolean
signet_practice_rules_accepts_media_type (SignetPracticeRules *self, const char *media_type)
{
  JsonObject *limits = signet_practice_json_get_object (self->json, "limits");

  return signet_practice_json_has_string (signet_practice_json_get_array (limits, "media_types"), media_type);
}

/**
 * signet_practice_rules_has_login_method:
 * @self: a rule set
 * @method: a way in
 *
 * Returns: %TRUE if the platform offers it
 */
gboolean
signet_practice_rules_has_login_method (SignetPracticeRules *self, const char *method)
{
  return signet_practice_json_has_string (signet_practice_json_get_array (self->json, "login_methods"),
                                          method);
}

/**
 * signet_practice_rules_reviews_at_once:
 * @self: a rule set
 * @what: `parties` or `rights`
 *
 * Returns: %TRUE if review begins with submission, %FALSE if it waits for the first complaint
 */
gboolean
signet_practice_rules_reviews_at_once (SignetPracticeRules *self, const char *what)
{
  JsonObject *review = signet_practice_json_get_object (self->json, "review");

  return g_strcmp0 (signet_practice_json_get_string (review, what), "submission") == 0;
}

/**
 * signet_practice_rules_get_guarantee_version:
 * @self: a rule set
 *
 * Returns: (transfer none): version of the guarantee's text
 */
const char *
signet_practice_rules_get_guarantee_version (SignetPracticeRules *self)
{
  return signet_practice_json_get_string (signet_practice_json_get_object (self->json, "guarantee"),
                                          "version");
}
