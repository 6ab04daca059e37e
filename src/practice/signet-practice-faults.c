/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-faults.h"

#include "model/signet-finding.h"
#include "practice/signet-practice-json.h"

#include <string.h>

/* What goes wrong on purpose, set by `PUT /practice/v1/faults`: rules in order, the first that is due for a
 * request acts on it. Each rule counts the requests that match it, due or not. Owned by the platform.
 */

#define MOST_RULES 100
#define MOST_MILLISECONDS 60000

struct _SignetPracticeFaults
{
  GObject parent_instance;

  GPtrArray *rules; /* SignetPracticeFaultRule */
};

G_DEFINE_FINAL_TYPE (SignetPracticeFaults, signet_practice_faults, G_TYPE_OBJECT)

static const char *const names[] = {
  [SIGNET_PRACTICE_FAULT_DELAY] = "delay",   [SIGNET_PRACTICE_FAULT_STATUS] = "status",
  [SIGNET_PRACTICE_FAULT_CUT] = "cut",       [SIGNET_PRACTICE_FAULT_GARBAGE] = "garbage",
  [SIGNET_PRACTICE_FAULT_RESET] = "reset",   [SIGNET_PRACTICE_FAULT_DROP_ANSWER] = "drop_answer",
  [SIGNET_PRACTICE_FAULT_REPLAY] = "replay",
};

static void
rule_free (gpointer data)
{
  SignetPracticeFaultRule *rule = data;

  g_free (rule->method);
  g_free (rule->path);
  g_free (rule);
}

static void
add_finding (GPtrArray *findings, guint index, const char *member, const char *code)
{
  g_autofree char *pointer = g_strdup_printf ("/%u/%s", index, member);

  g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, code, NULL));
}

static guint
read_number (JsonObject *object,
             const char *name,
             gint64 fallback,
             gint64 least,
             gint64 most,
             GPtrArray *findings,
             guint index)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return (guint) fallback;
  if (json_node_get_value_type (node) != G_TYPE_INT64)
    add_finding (findings, index, name, "type");
  else if (json_node_get_int (node) < least || json_node_get_int (node) > most)
    add_finding (findings, index, name, "range");
  else
    return (guint) json_node_get_int (node);
  return (guint) fallback;
}

static SignetPracticeFaultRule *
read_rule (JsonObject *object, guint index, GPtrArray *findings)
{
  SignetPracticeFaultRule *rule = g_new0 (SignetPracticeFaultRule, 1);
  const char *phase = signet_practice_json_get_string (object, "phase");
  const char *what = signet_practice_json_get_string (object, "do");
  guint fault;

  rule->method = g_strdup (signet_practice_json_get_string (object, "method"));
  rule->path = g_strdup (signet_practice_json_get_string (object, "path"));
  if (rule->path == NULL)
    add_finding (findings, index, "path", "required");
  rule->nth = read_number (object, "nth", 1, 1, G_MAXINT, findings, index);
  rule->count = read_number (object, "count", 0, 0, G_MAXINT, findings, index);
  rule->status = read_number (object, "status", 503, 400, 599, findings, index);
  rule->milliseconds = read_number (object, "milliseconds", 1000, 0, MOST_MILLISECONDS, findings, index);

  if (phase == NULL || g_str_equal (phase, "before"))
    rule->after = FALSE;
  else if (g_str_equal (phase, "after"))
    rule->after = TRUE;
  else
    add_finding (findings, index, "phase", "unsupported");

  for (fault = 0; fault < G_N_ELEMENTS (names); fault++)
    if (g_strcmp0 (names[fault], what) == 0)
      break;
  if (fault == G_N_ELEMENTS (names))
    add_finding (findings, index, "do", what == NULL ? "required" : "unsupported");
  rule->fault = (SignetPracticeFault) fault;
  return rule;
}

static gboolean
matches (const SignetPracticeFaultRule *rule, const char *method, const char *path)
{
  if (rule->method != NULL && !g_str_equal (rule->method, method))
    return FALSE;
  if (strchr (rule->path, '*') != NULL)
    return g_pattern_match_simple (rule->path, path);
  return g_str_has_prefix (path, rule->path);
}

static void
signet_practice_faults_finalize (GObject *object)
{
  SignetPracticeFaults *self = SIGNET_PRACTICE_FAULTS (object);

  g_ptr_array_unref (self->rules);

  G_OBJECT_CLASS (signet_practice_faults_parent_class)->finalize (object);
}

static void
signet_practice_faults_class_init (SignetPracticeFaultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_faults_finalize;
}

static void
signet_practice_faults_init (SignetPracticeFaults *self)
{
  self->rules = g_ptr_array_new_with_free_func (rule_free);
}

/**
 * signet_practice_faults_new:
 *
 * Returns: (transfer full): a platform on which nothing goes wrong
 */
SignetPracticeFaults *
signet_practice_faults_new (void)
{
  return g_object_new (SIGNET_TYPE_PRACTICE_FAULTS, NULL);
}

/**
 * signet_practice_faults_set:
 * @self: the faults
 * @rules: the new rules
 * @findings: (element-type SignetFinding): gets what is wrong with them
 *
 * Replaces all rules; an empty list mends the platform. Nothing changes if there is anything wrong with them.
 *
 * Returns: %TRUE if the rules were taken
 */
gboolean
signet_practice_faults_set (SignetPracticeFaults *self, JsonArray *rules, GPtrArray *findings)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (rule_free);

  if (json_array_get_length (rules) > MOST_RULES)
    g_ptr_array_add (findings, signet_finding_new ("", SIGNET_SEVERITY_ERROR, "too-many", NULL));
  for (guint i = 0; i < MIN (json_array_get_length (rules), MOST_RULES); i++)
    {
      JsonNode *node = json_array_get_element (rules, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (read, read_rule (json_node_get_object (node), i, findings));
      else
        add_finding (findings, i, "", "type");
    }
  if (findings->len > 0)
    return FALSE;
  g_ptr_array_unref (self->rules);
  self->rules = g_steal_pointer (&read);
  return TRUE;
}

/**
 * signet_practice_faults_take:
 * @self: the faults
 * @method: a request's method
 * @path: its path
 *
 * Counts a request. What steers the platform (`/practice/`) stays whole whatever the rules say.
 *
 * Returns: (transfer none) (nullable): what happens to it, valid until the rules are set again
 */
const SignetPracticeFaultRule *
signet_practice_faults_take (SignetPracticeFaults *self, const char *method, const char *path)
{
  SignetPracticeFaultRule *due = NULL;

  if (g_str_has_prefix (path, "/practice/"))
    return NULL;
  for (guint i = 0; i < self->rules->len; i++)
    {
      SignetPracticeFaultRule *rule = g_ptr_array_index (self->rules, i);

      if (!matches (rule, method, path))
        continue;
      rule->seen++;
      if (due == NULL && rule->seen % rule->nth == 0 && (rule->count == 0 || rule->done < rule->count))
        due = rule;
    }
  if (due != NULL)
    due->done++;
  return due;
}
