/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-finding.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"

/* `/practice/v1/…/decisions`: playing the reviewer, with the control key. Any status and any code may be
 * given: a platform may have some that nobody here knows.
 *
 * - POST complaints/{id}/decisions {"items": [{"id", "status", "findings", "measures"}]}, or {"status",
 *   "findings"} for the whole
 * - POST certifications/{id}/decisions {"status", "findings"}: a party, a right or an authorisation
 */

/* Everything about one decision that was sent; the texts live as long as the request. */
typedef struct
{
  SignetPracticePlatform *platform;
  SignetPracticeReader *reader;
  gint64 complaint;
  gint64 account;
} Decisions;

static GVariant *
read_params (SignetPracticeReader *finding)
{
  JsonObject *params = signet_practice_json_get_object (signet_practice_reader_get_object (finding),
                                                        "params");
  GVariantBuilder builder;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  if (params != NULL)
    {
      json_object_iter_init (&iter, params);
      while (json_object_iter_next (&iter, &name, &node))
        if (json_node_get_value_type (node) == G_TYPE_STRING)
          g_variant_builder_add (&builder, "{ss}", name, json_node_get_string (node));
        else
          signet_practice_reader_add (finding, "params", "type", NULL);
    }
  return g_variant_builder_end (&builder);
}

static GPtrArray *
read_findings (SignetPracticeReader *reader)
{
  GPtrArray *read = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *array = signet_practice_json_get_array (signet_practice_reader_get_object (reader), "findings");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (SignetPracticeReader) finding = signet_practice_reader_need_element (reader, "findings", i);
      const char *pointer = finding != NULL ? signet_practice_reader_get_text (finding, "pointer") : NULL;
      const char *code = finding != NULL ? signet_practice_reader_need_text (finding, "code") : NULL;

      if (code != NULL)
        g_ptr_array_add (read,
                         signet_finding_new_with_params (pointer != NULL ? pointer : "",
                                                         SIGNET_SEVERITY_ERROR, code, read_params (finding)));
    }
  return read;
}

static gboolean
decide_item (Decisions *self, SignetPracticeReader *item, GError **error)
{
  const char *id = signet_practice_reader_need_text (item, "id");
  const char *status = signet_practice_reader_need_text (item, "status");
  JsonArray *array = signet_practice_json_get_array (signet_practice_reader_get_object (item), "measures");
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) findings = read_findings (item);
  g_autoptr (JsonArray) findings_array = NULL;
  g_autoptr (SignetStatement) row = NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (measures, g_strdup (json_node_get_string (node)));
      else
        signet_practice_reader_add (item, "measures", "type", NULL);
    }
  g_ptr_array_add (measures, NULL);
  if (id == NULL || status == NULL)
    return TRUE;
  if (!signet_practice_store_find (signet_practice_platform_get_store (self->platform), &row, error,
                                   "SELECT n FROM items WHERE id = ? AND complaint = ?", "si", id,
                                   self->complaint))
    return FALSE;
  if (row == NULL)
    {
      signet_practice_reader_add (item, "id", "unknown", NULL);
      return TRUE;
    }
  findings_array = signet_practice_json_from_findings (findings);
  return signet_practice_complaint_decide_item (self->platform, self->account,
                                                signet_statement_get_int64 (row, 0), status, findings_array,
                                                (const char *const *) measures->pdata, error);
}

static gboolean
decide_items (Decisions *self, GError **error)
{
  JsonArray *items = signet_practice_reader_need_array (self->reader, "items");

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      g_autoptr (SignetPracticeReader) item = signet_practice_reader_need_element (self->reader, "items", i);

      if (item != NULL && !decide_item (self, item, error))
        return FALSE;
    }
  return signet_practice_complaint_conclude (self->platform, self->complaint, error);
}

static gboolean
decide_complaint (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  JsonObject *json = signet_practice_exchange_get_json (exchange);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader) reader = signet_practice_reader_new (json, "", problems);
  g_autoptr (SignetStatement) row = NULL;
  g_autoptr (JsonObject) answer = NULL;
  Decisions decisions = { .platform = context->platform, .reader = reader };

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &row, error,
                                   "SELECT n, account FROM complaints WHERE id = ?", "s",
                                   signet_practice_exchange_get_id (exchange)))
    return FALSE;
  if (row == NULL)
    {
      signet_practice_refuse (exchange, "not-found", NULL);
      return TRUE;
    }
  decisions.complaint = signet_statement_get_int64 (row, 0);
  decisions.account = signet_statement_get_int64 (row, 1);

  if (json_object_has_member (json, "items"))
    {
      if (!decide_items (&decisions, error))
        return FALSE;
    }
  else
    {
      const char *status = signet_practice_reader_need_text (reader, "status");
      g_autoptr (GPtrArray) findings = read_findings (reader);

      if (status != NULL && !signet_practice_complaint_set_status (context->platform, decisions.complaint,
                                                                   status, findings, error))
        return FALSE;
    }
  if (problems->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, problems);
      return TRUE;
    }
  if (!signet_practice_complaint_load (context->platform, decisions.complaint, &answer, NULL, error))
    return FALSE;
  signet_practice_exchange_answer_object (exchange, 200, answer);
  return TRUE;
}

static gboolean
decide_certification (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader)
      reader = signet_practice_reader_new (signet_practice_exchange_get_json (exchange), "", problems);
  const char *status = signet_practice_reader_need_text (reader, "status");
  g_autoptr (GPtrArray) findings = read_findings (reader);
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) answer = NULL;
  gint64 row;

  if (!signet_practice_store_find (signet_practice_platform_get_store (context->platform), &statement, error,
                                   "SELECT n FROM certifications WHERE id = ?", "s",
                                   signet_practice_exchange_get_id (exchange)))
    return FALSE;
  if (statement == NULL)
    {
      signet_practice_refuse (exchange, "not-found", NULL);
      return TRUE;
    }
  if (problems->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, problems);
      return TRUE;
    }
  row = signet_statement_get_int64 (statement, 0);
  if (!signet_practice_certification_set_status (context->platform, row, status, findings, error) ||
      !signet_practice_reviewer_resume (context->reviewer, row, error) ||
      !signet_practice_certification_load (context->platform, row, NULL, &answer, NULL, error))
    return FALSE;
  signet_practice_exchange_answer_object (exchange, 200, answer);
  return TRUE;
}

#define DECISION (SIGNET_PRACTICE_ROUTE_CONTROL | SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES)

const SignetPracticeRoute signet_practice_decision_routes[] = {
  { "POST", "/practice/v1/complaints/{id}/decisions", DECISION, decide_complaint },
  { "POST", "/practice/v1/certifications/{id}/decisions", DECISION, decide_certification },
  { NULL, NULL, 0, NULL },
};
