/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-reader.h"

#include "api/signet-json.h"
#include "model/signet-finding.h"

#include <stdio.h>

/* Reads members of an object that a stranger sent, and notes each that is missing or of the wrong type as a
 * finding with its JSON Pointer, so that a refusal names all of them at once. A reader lives as long as one
 * handler; it borrows the object and the findings.
 */

struct _SignetPracticeReader
{
  JsonObject *object;
  char *pointer;
  GPtrArray *findings;
};

static SignetPracticeReader *
reader_new_take (JsonObject *object, char *pointer, GPtrArray *findings)
{
  SignetPracticeReader *self = g_new0 (SignetPracticeReader, 1);

  self->object = object;
  self->pointer = pointer;
  self->findings = findings;
  return self;
}

/* `null` and missing mean the same. */
static JsonNode *
get_node (SignetPracticeReader *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * signet_practice_reader_new:
 * @object: what was sent; borrowed
 * @pointer: JSON Pointer to it, empty for the whole
 * @findings: (element-type SignetFinding): gets the findings; borrowed
 *
 * Returns: (transfer full): a reader
 */
SignetPracticeReader *
signet_practice_reader_new (JsonObject *object, const char *pointer, GPtrArray *findings)
{
  return reader_new_take (object, g_strdup (pointer), findings);
}

/**
 * signet_practice_reader_free:
 * @self: (transfer full): a reader
 */
void
signet_practice_reader_free (SignetPracticeReader *self)
{
  g_free (self->pointer);
  g_free (self);
}

/**
 * signet_practice_reader_get_object:
 * @self: a reader
 *
 * Returns: (transfer none): what it reads
 */
JsonObject *
signet_practice_reader_get_object (SignetPracticeReader *self)
{
  return self->object;
}

/**
 * signet_practice_reader_add:
 * @self: a reader
 * @name: a member, empty for the object itself
 * @code: what is wrong with it
 * @...: names and values for the sentence, %NULL
 *
 * Notes an error.
 */
void
signet_practice_reader_add (SignetPracticeReader *self, const char *name, const char *code, ...)
{
  g_autofree char *pointer = name[0] != '\0' ? g_strconcat (self->pointer, "/", name, NULL)
                                             : g_strdup (self->pointer);
  GVariantBuilder params;
  const char *param;
  va_list values;

  g_variant_builder_init (&params, G_VARIANT_TYPE ("a{ss}"));
  va_start (values, code);
  while ((param = va_arg (values, const char *)) != NULL)
    g_variant_builder_add (&params, "{ss}", param, va_arg (values, const char *));
  va_end (values);
  g_ptr_array_add (self->findings, signet_finding_new_with_params (pointer, SIGNET_SEVERITY_ERROR, code,
                                                                   g_variant_builder_end (&params)));
}

/**
 * signet_practice_reader_add_error:
 * @self: a reader of the whole
 * @error: what a decoder of the room `api` says
 *
 * Notes a member that is missing or of the wrong type.
 */
void
signet_practice_reader_add_error (SignetPracticeReader *self, const GError *error)
{
  g_autofree char *pointer = signet_api_error_dup_pointer (error);

  signet_practice_reader_add (
      self, pointer != NULL && pointer[0] == '/' ? pointer + 1 : "",
      g_error_matches (error, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING) ? "required" : "type", NULL);
}

/**
 * signet_practice_reader_add_errors:
 * @self: a reader
 * @found: (element-type SignetFinding): what a validator found
 *
 * Notes the errors among the findings; warnings and hints are no reason to refuse. A member that has a
 * finding already gets no second one.
 */
void
signet_practice_reader_add_errors (SignetPracticeReader *self, GPtrArray *found)
{
  guint before = self->findings->len;

  for (guint i = 0; i < found->len; i++)
    {
      SignetFinding *finding = g_ptr_array_index (found, i);
      gboolean known = FALSE;

      for (guint j = 0; j < before; j++)
        known |= g_str_equal (signet_finding_get_pointer (g_ptr_array_index (self->findings, j)),
                              signet_finding_get_pointer (finding));
      if (!known && signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR)
        g_ptr_array_add (self->findings, g_object_ref (finding));
    }
}

/**
 * signet_practice_reader_get_text:
 * @self: a reader
 * @name: a member
 *
 * Returns: (transfer none) (nullable): the text, %NULL if it is missing
 */
const char *
signet_practice_reader_get_text (SignetPracticeReader *self, const char *name)
{
  JsonNode *node = get_node (self, name);

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  signet_practice_reader_add (self, name, "type", NULL);
  return NULL;
}

/**
 * signet_practice_reader_need_text:
 * @self: a reader
 * @name: a member that must be there and not be blank
 *
 * Returns: (transfer none) (nullable): the text
 */
const char *
signet_practice_reader_need_text (SignetPracticeReader *self, const char *name)
{
  const char *text = signet_practice_reader_get_text (self, name);
  const char *p;

  for (p = text; p != NULL && *p != '\0' && g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    ;
  if (p != NULL && *p != '\0')
    return text;
  if (text != NULL || get_node (self, name) == NULL)
    signet_practice_reader_add (self, name, "required", NULL);
  return NULL;
}

/**
 * signet_practice_reader_get_number:
 * @self: a reader
 * @name: a member
 * @least: smallest value
 * @most: largest value
 * @value: (out): the number
 *
 * Returns: %TRUE if there is a number in this range
 */
gboolean
signet_practice_reader_get_number (SignetPracticeReader *self,
                                   const char *name,
                                   gint64 least,
                                   gint64 most,
                                   gint64 *value)
{
  JsonNode *node = get_node (self, name);

  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    signet_practice_reader_add (self, name, "type", NULL);
  else if (json_node_get_int (node) < least || json_node_get_int (node) > most)
    signet_practice_reader_add (self, name, "range", NULL);
  else
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  return FALSE;
}

/**
 * signet_practice_reader_need_array:
 * @self: a reader
 * @name: a member that must be there
 *
 * Returns: (transfer none) (nullable): the array
 */
JsonArray *
signet_practice_reader_need_array (SignetPracticeReader *self, const char *name)
{
  JsonNode *node = get_node (self, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  signet_practice_reader_add (self, name, node == NULL ? "required" : "type", NULL);
  return NULL;
}

/**
 * signet_practice_reader_need_object:
 * @self: a reader
 * @name: a member that must be there
 *
 * Returns: (transfer full) (nullable): a reader of the object
 */
SignetPracticeReader *
signet_practice_reader_need_object (SignetPracticeReader *self, const char *name)
{
  JsonNode *node = get_node (self, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return reader_new_take (json_node_get_object (node), g_strconcat (self->pointer, "/", name, NULL),
                            self->findings);
  signet_practice_reader_add (self, name, node == NULL ? "required" : "type", NULL);
  return NULL;
}

/**
 * signet_practice_reader_need_element:
 * @self: a reader
 * @name: a member that is an array
 * @index: an element of it
 *
 * Returns: (transfer full) (nullable): a reader of the element, which must be an object
 */
SignetPracticeReader *
signet_practice_reader_need_element (SignetPracticeReader *self, const char *name, guint index)
{
  JsonNode *node = json_array_get_element (json_object_get_array_member (self->object, name), index);
  g_autofree char *step = g_strdup_printf ("%s/%u", name, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return reader_new_take (json_node_get_object (node), g_strconcat (self->pointer, "/", step, NULL),
                            self->findings);
  signet_practice_reader_add (self, step, "type", NULL);
  return NULL;
}
