/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-problem.h"

#include <string.h>

#include "api/signet-api-finding.h"
#include "api/signet-json.h"

/**
 * SignetProblem:
 *
 * Why a platform refuses a request: problem details of RFC 9457, with findings. @code is what the client
 * translates; @detail is for logs. The client reads it and doesn't change it; the practice platform makes
 * one, adds findings and parameters, and writes it.
 */

struct _SignetProblem
{
  GObject parent_instance;

  char *type;
  guint status;
  char *title;
  char *detail;
  GListStore *findings;
  GVariant *params;
};

G_DEFINE_FINAL_TYPE (SignetProblem, signet_problem, G_TYPE_OBJECT)

static void
signet_problem_finalize (GObject *object)
{
  SignetProblem *self = SIGNET_PROBLEM (object);

  g_free (self->type);
  g_free (self->title);
  g_free (self->detail);
  g_object_unref (self->findings);
  g_variant_unref (self->params);

  G_OBJECT_CLASS (signet_problem_parent_class)->finalize (object);
}

static void
signet_problem_class_init (SignetProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_problem_finalize;
}

static void
signet_problem_init (SignetProblem *self)
{
  self->findings = g_list_store_new (SIGNET_TYPE_FINDING);
  self->params = g_variant_ref_sink (g_variant_new ("a{ss}", NULL));
}

/**
 * signet_problem_new:
 * @code: stable code, such as "invalid"
 * @status: HTTP status
 * @title: short sentence in the language asked for
 * @detail: (nullable): words for logs
 *
 * Returns: (transfer full): a problem without findings
 */
SignetProblem *
signet_problem_new (const char *code, guint status, const char *title, const char *detail)
{
  SignetProblem *self = g_object_new (SIGNET_TYPE_PROBLEM, NULL);

  self->type = g_strconcat (SIGNET_PROBLEM_TYPE_PREFIX, code, NULL);
  self->status = status;
  self->title = g_strdup (title != NULL ? title : "");
  self->detail = g_strdup (detail != NULL ? detail : "");
  return self;
}

/**
 * signet_problem_new_from_node:
 * @node: a JSON object
 * @error: return location for an error
 *
 * Returns: (transfer full): the problem, or NULL with %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
SignetProblem *
signet_problem_new_from_node (JsonNode *node, GError **error)
{
  g_autoptr (SignetProblem) self = NULL;
  g_autoptr (GError) failure = NULL;
  JsonArray *findings;
  GVariant *params;
  gint64 status;

  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (SIGNET_TYPE_PROBLEM, NULL);
  signet_json_get_object (node, "", &failure);
  self->type = g_strdup (signet_json_get_text (node, "/type", &failure));
  self->title = g_strdup (signet_json_get_text (node, "/title", &failure));
  self->detail = g_strdup (signet_json_get_text (node, "/detail", &failure));
  status = signet_json_get_integer (node, "/status", &failure);
  if (failure == NULL && (status < 0 || status > 999))
    signet_json_set_mistyped (&failure, "/status", "an HTTP status");
  self->status = (guint) status;

  findings = signet_json_get_array (node, "/findings", &failure);
  for (guint i = 0; failure == NULL && findings != NULL && i < json_array_get_length (findings); i++)
    {
      g_autoptr (SignetFinding)
          finding = signet_api_finding_from_node (json_array_get_element (findings, i), &failure);

      if (finding != NULL)
        g_list_store_append (self->findings, finding);
      else
        g_prefix_error (&failure, "/findings/%u", i);
    }

  params = failure == NULL ? signet_api_params_from_node (node, "/params", &failure) : NULL;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  g_variant_unref (self->params);
  self->params = g_variant_ref_sink (params);
  return g_steal_pointer (&self);
}

/**
 * signet_problem_to_node:
 * @self: a problem
 *
 * Returns: (transfer full): it as a JSON object
 */
JsonNode *
signet_problem_to_node (SignetProblem *self)
{
  JsonNode *node;
  JsonObject *object;
  guint n_findings;

  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "type", self->type);
  json_object_set_string_member (object, "title", self->title);
  json_object_set_int_member (object, "status", self->status);
  if (*self->detail != '\0')
    json_object_set_string_member (object, "detail", self->detail);

  n_findings = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  if (n_findings > 0)
    {
      JsonArray *findings = json_array_new ();

      for (guint i = 0; i < n_findings; i++)
        {
          g_autoptr (SignetFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), i);

          json_array_add_element (findings, signet_api_finding_to_node (finding));
        }
      json_object_set_array_member (object, "findings", findings);
    }
  if (g_variant_n_children (self->params) > 0)
    json_object_set_member (object, "params", signet_api_params_to_node (self->params));

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

/**
 * signet_problem_get_type_uri:
 * @self: a problem
 *
 * Returns: its type, a URI; "about:blank" if it has none (RFC 9457, section 3.1.1)
 */
const char *
signet_problem_get_type_uri (SignetProblem *self)
{
  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), "");

  return *self->type != '\0' ? self->type : "about:blank";
}

/**
 * signet_problem_get_code:
 * @self: a problem
 *
 * Returns: the stable code in its type; "" if the type isn't one of the contract's
 */
const char *
signet_problem_get_code (SignetProblem *self)
{
  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), "");

  return g_str_has_prefix (self->type, SIGNET_PROBLEM_TYPE_PREFIX)
             ? self->type + strlen (SIGNET_PROBLEM_TYPE_PREFIX)
             : "";
}

/**
 * signet_problem_get_status:
 * @self: a problem
 *
 * Returns: the HTTP status it names, 0 if none
 */
guint
signet_problem_get_status (SignetProblem *self)
{
  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), 0);

  return self->status;
}

/**
 * signet_problem_get_title:
 * @self: a problem
 *
 * Returns: a short sentence of the platform's
 */
const char *
signet_problem_get_title (SignetProblem *self)
{
  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), "");

  return self->title;
}

/**
 * signet_problem_get_detail:
 * @self: a problem
 *
 * Returns: words for logs
 */
const char *
signet_problem_get_detail (SignetProblem *self)
{
  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), "");

  return self->detail;
}

/**
 * signet_problem_get_findings:
 * @self: a problem
 *
 * Returns: (transfer none): list of #SignetFinding
 */
GListStore *
signet_problem_get_findings (SignetProblem *self)
{
  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), NULL);

  return self->findings;
}

/**
 * signet_problem_get_param:
 * @self: a problem
 * @name: name of a parameter, such as "tries_left"
 *
 * Returns: (transfer none): its text, "" if there is none of that name
 */
const char *
signet_problem_get_param (SignetProblem *self, const char *name)
{
  const char *value = "";

  g_return_val_if_fail (SIGNET_IS_PROBLEM (self), "");

  g_variant_lookup (self->params, name, "&s", &value);
  return value;
}

/**
 * signet_problem_set_param:
 * @self: a problem that is being made
 * @name: name of a parameter
 * @value: its text
 *
 * Adds a parameter, or replaces it.
 */
void
signet_problem_set_param (SignetProblem *self, const char *name, const char *value)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  const char *text;

  g_return_if_fail (SIGNET_IS_PROBLEM (self));

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, self->params);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &text))
    if (strcmp (other, name) != 0)
      g_variant_builder_add (&builder, "{ss}", other, text);
  g_variant_builder_add (&builder, "{ss}", name, value);
  g_variant_unref (self->params);
  self->params = g_variant_ref_sink (g_variant_builder_end (&builder));
}
