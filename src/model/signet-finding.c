/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding.h"

/**
 * SignetFinding:
 *
 * Something found in what a person entered, by a validator or by a platform: where (a JSON Pointer, RFC 6901,
 * into the resource as it goes over the wire), how bad, what (a stable code), and the texts a sentence about
 * it needs. The sentence itself is the application's. Immutable; may be read from any thread.
 */

struct _SignetFinding
{
  GObject parent_instance;

  char *pointer;
  SignetSeverity severity;
  char *code;
  GVariant *params;
};

G_DEFINE_FINAL_TYPE (SignetFinding, signet_finding, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_POINTER,
  PROP_SEVERITY,
  PROP_CODE,
  PROP_PARAMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const GEnumValue severity_values[] = {
  { SIGNET_SEVERITY_ERROR, "SIGNET_SEVERITY_ERROR", "error" },
  { SIGNET_SEVERITY_WARNING, "SIGNET_SEVERITY_WARNING", "warning" },
  { SIGNET_SEVERITY_HINT, "SIGNET_SEVERITY_HINT", "hint" },
  { 0, NULL, NULL },
};

static void
signet_finding_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SignetFinding *self = SIGNET_FINDING (object);

  switch (property_id)
    {
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_PARAMS:
      g_value_set_variant (value, self->params);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
signet_finding_finalize (GObject *object)
{
  SignetFinding *self = SIGNET_FINDING (object);

  g_free (self->pointer);
  g_free (self->code);
  g_clear_pointer (&self->params, g_variant_unref);

  G_OBJECT_CLASS (signet_finding_parent_class)->finalize (object);
}

static void
signet_finding_class_init (SignetFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_finding_get_property;
  object_class->finalize = signet_finding_finalize;

  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, "JSON Pointer into the resource", "",
                                                  flags);
  properties[PROP_SEVERITY] = g_param_spec_enum ("severity", NULL, "How bad it is", SIGNET_TYPE_SEVERITY,
                                                 SIGNET_SEVERITY_ERROR, flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, "Stable code", "", flags);
  properties[PROP_PARAMS] = g_param_spec_variant ("params", NULL, "Texts for a sentence about it",
                                                  G_VARIANT_TYPE ("a{ss}"), NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_finding_init (SignetFinding *self)
{
}

/**
 * signet_severity_get_type:
 *
 * Returns: the enum type of #SignetSeverity
 */
GType
signet_severity_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("SignetSeverity", severity_values));
  return type;
}

/**
 * signet_severity_to_text:
 * @severity: a severity
 *
 * Returns: its word on the wire: "error", "warning" or "hint"
 */
const char *
signet_severity_to_text (SignetSeverity severity)
{
  g_return_val_if_fail (severity <= SIGNET_SEVERITY_HINT, "error");

  return severity_values[severity].value_nick;
}

/**
 * signet_severity_from_text:
 * @text: (nullable): a word of the wire
 * @severity: (out): the severity, untouched if the word is none
 *
 * Returns: whether @text is a known severity
 */
gboolean
signet_severity_from_text (const char *text, SignetSeverity *severity)
{
  for (guint i = 0; severity_values[i].value_nick != NULL; i++)
    if (g_strcmp0 (text, severity_values[i].value_nick) == 0)
      {
        *severity = (SignetSeverity) severity_values[i].value;
        return TRUE;
      }
  return FALSE;
}

/**
 * signet_finding_new:
 * @pointer: JSON Pointer into the wire resource, such as "/classes/0/class"
 * @severity: how bad it is
 * @code: stable code, such as "check-digit"
 * @...: name and value of each parameter, then NULL. A value of NULL counts as "".
 *
 * Returns: (transfer full): a finding
 */
SignetFinding *
signet_finding_new (const char *pointer, SignetSeverity severity, const char *code, ...)
{
  GVariantBuilder builder;
  va_list args;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  va_start (args, code);
  for (const char *name = va_arg (args, const char *); name != NULL; name = va_arg (args, const char *))
    {
      const char *value = va_arg (args, const char *);

      g_variant_builder_add (&builder, "{ss}", name, value != NULL ? value : "");
    }
  va_end (args);

  return signet_finding_new_with_params (pointer, severity, code, g_variant_builder_end (&builder));
}

/**
 * signet_finding_new_with_params:
 * @pointer: JSON Pointer into the wire resource
 * @severity: how bad it is
 * @code: stable code
 * @params: (nullable): texts for a sentence, of type a{ss}; a floating reference is taken over
 *
 * Returns: (transfer full): a finding
 */
SignetFinding *
signet_finding_new_with_params (const char *pointer,
                                SignetSeverity severity,
                                const char *code,
                                GVariant *params)
{
  SignetFinding *self = g_object_new (SIGNET_TYPE_FINDING, NULL);

  self->pointer = g_strdup (pointer != NULL ? pointer : "");
  self->severity = severity;
  self->code = g_strdup (code != NULL ? code : "");
  self->params = g_variant_ref_sink (params != NULL ? params : g_variant_new ("a{ss}", NULL));
  return self;
}

/**
 * signet_finding_get_pointer:
 * @self: a finding
 *
 * Returns: JSON Pointer into the wire resource; "" is the whole of it
 */
const char *
signet_finding_get_pointer (SignetFinding *self)
{
  g_return_val_if_fail (SIGNET_IS_FINDING (self), "");

  return self->pointer;
}

/**
 * signet_finding_get_severity:
 * @self: a finding
 *
 * Returns: how bad it is
 */
SignetSeverity
signet_finding_get_severity (SignetFinding *self)
{
  g_return_val_if_fail (SIGNET_IS_FINDING (self), SIGNET_SEVERITY_ERROR);

  return self->severity;
}

/**
 * signet_finding_get_code:
 * @self: a finding
 *
 * Returns: stable code
 */
const char *
signet_finding_get_code (SignetFinding *self)
{
  g_return_val_if_fail (SIGNET_IS_FINDING (self), "");

  return self->code;
}

/**
 * signet_finding_get_params:
 * @self: a finding
 *
 * Returns: (transfer none): the texts for a sentence, of type a{ss}
 */
GVariant *
signet_finding_get_params (SignetFinding *self)
{
  g_return_val_if_fail (SIGNET_IS_FINDING (self), NULL);

  return self->params;
}

/**
 * signet_finding_get_param:
 * @self: a finding
 * @name: name of a parameter
 *
 * Returns: (transfer none): its text, "" if there is none of that name
 */
const char *
signet_finding_get_param (SignetFinding *self, const char *name)
{
  const char *value = "";

  g_return_val_if_fail (SIGNET_IS_FINDING (self), "");

  g_variant_lookup (self->params, name, "&s", &value);
  return value;
}
