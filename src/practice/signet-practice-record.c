/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-record.h"

#include "model/signet-words.h"
#include "practice/signet-practice-json.h"

/* What all resources have beside what was sent: an id, a status with its findings and its time limit, a
 * version, and a receipt for each submission. Certifications and complaints are made of it.
 */

/* How long a correction may take (assumed: no platform says). */
#define CORRECTION_TIME (30 * G_TIME_SPAN_DAY)

/**
 * signet_practice_record_make:
 * @row: stands on a row that begins with %SIGNET_PRACTICE_RECORD_COLUMNS
 *
 * Returns: (transfer full): the resource as the wire has it, but for what its kind adds
 */
JsonObject *
signet_practice_record_make (SignetStatement *row)
{
  JsonObject *object =
      signet_practice_json_read_object (signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_CONTENT));

  json_object_set_string_member (object, "id", signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_ID));
  json_object_set_string_member (object, "status",
                                 signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_STATUS));
  signet_practice_json_set_array_text (object, "findings",
                                       signet_statement_get_text (row, SIGNET_PRACTICE_RECORD_FINDINGS));
  if (!signet_statement_is_null (row, SIGNET_PRACTICE_RECORD_DUE_AT))
    {
      signet_practice_json_set_time (object, "due_at",
                                     signet_statement_get_int64 (row, SIGNET_PRACTICE_RECORD_DUE_AT));
      json_object_set_string_member (object, "due_rule", "correction");
    }
  signet_practice_json_set_time (object, "created_at",
                                 signet_statement_get_int64 (row, SIGNET_PRACTICE_RECORD_CREATED_AT));
  signet_practice_json_set_time (object, "updated_at",
                                 signet_statement_get_int64 (row, SIGNET_PRACTICE_RECORD_UPDATED_AT));
  return object;
}

/**
 * signet_practice_record_make_tag:
 * @row: stands on a row that begins with %SIGNET_PRACTICE_RECORD_COLUMNS
 *
 * Returns: (transfer full): its entity tag (RFC 9110, 8.8.3)
 */
char *
signet_practice_record_make_tag (SignetStatement *row)
{
  return g_strdup_printf ("\"%" G_GINT64_FORMAT "\"",
                          signet_statement_get_int64 (row, SIGNET_PRACTICE_RECORD_VERSION));
}

/**
 * signet_practice_record_answer:
 * @exchange: GET of one resource
 * @resource: as the wire has it
 * @tag: its entity tag
 *
 * Answers with it.
 */
void
signet_practice_record_answer (SignetPracticeExchange *exchange, JsonObject *resource, const char *tag)
{
  signet_practice_exchange_add_header (exchange, "ETag", "%s", tag);
  signet_practice_exchange_answer_object (exchange, 200, resource);
}

/**
 * signet_practice_record_answer_accepted:
 * @context: the platform, with a transaction open
 * @exchange: the submission
 * @status: 201 if it is new, 200 if it was corrected
 * @accepted: what was stored
 * @error: return location
 *
 * Gives the receipt, and answers with it and the resource.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_record_answer_accepted (SignetPracticeContext *context,
                                        SignetPracticeExchange *exchange,
                                        guint status,
                                        const SignetPracticeAcceptance *accepted,
                                        GError **error)
{
  const char *key = signet_practice_exchange_get_key (exchange);
  const SignetPracticeSubmission submission = {
    .account = signet_practice_exchange_get_account (exchange),
    .key = key != NULL ? key : "",
    .kind = accepted->kind,
    .resource = signet_practice_json_get_string (accepted->resource, "id"),
    .received_at = accepted->received_at,
    .body = signet_practice_exchange_get_body (exchange),
    .files = accepted->files,
    .items = accepted->items,
  };
  g_autofree char *receipt = signet_practice_receipts_issue (
      signet_practice_platform_get_receipts (context->platform), &submission, error);
  g_autoptr (JsonObject) answer = NULL;

  if (receipt == NULL)
    return FALSE;
  answer = json_object_new ();
  json_object_set_object_member (answer, "resource", json_object_ref (accepted->resource));
  json_object_set_string_member (answer, "receipt", receipt);
  signet_practice_exchange_add_header (exchange, "ETag", "%s", accepted->tag);
  if (status == 201)
    signet_practice_exchange_add_header (exchange, "Location", "%s/%s", accepted->collection,
                                         submission.resource);
  signet_practice_exchange_answer_object (exchange, status, answer);
  return TRUE;
}

/**
 * signet_practice_record_get_due:
 * @status: what became of a resource
 * @now: when
 *
 * Returns: until when the person must act, 0 if nothing waits for them
 */
gint64
signet_practice_record_get_due (const char *status, gint64 now)
{
  return g_str_equal (status, SIGNET_STATUS_NEEDS_CORRECTION) ? now + CORRECTION_TIME : 0;
}
