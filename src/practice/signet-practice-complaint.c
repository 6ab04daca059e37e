/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-complaint.h"

#include "model/signet-words.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-record.h"

#include <string.h>

/* Complaints and their items as they are stored and as the wire has them. */

#define COLUMNS SIGNET_PRACTICE_RECORD_COLUMNS ", year, number, history, item_count, decided_at"

enum
{
  YEAR = SIGNET_PRACTICE_RECORD_N_COLUMNS,
  NUMBER,
  HISTORY,
  ITEM_COUNT,
  DECIDED_AT,
};

enum
{
  ITEM_ID,
  ITEM_COMPLAINT,
  ITEM_POSITION,
  ITEM_CONTENT,
  ITEM_TARGET_ID,
  ITEM_STATUS,
  ITEM_FINDINGS,
  ITEM_MEASURES,
  ITEM_DECIDED_AT,
};

G_STATIC_ASSERT (ITEM_DECIDED_AT + 1 == SIGNET_PRACTICE_N_ITEM_COLUMNS);

static gboolean
find_complaint (SignetPracticePlatform *platform, gint64 row, SignetStatement **statement, GError **error)
{
  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), statement, error,
                                   "SELECT " COLUMNS " FROM complaints WHERE n = ?", "i", row))
    return FALSE;
  g_return_val_if_fail (*statement != NULL, FALSE);
  return TRUE;
}

static gboolean
count_items (SignetPracticePlatform *platform, gint64 row, JsonObject *counts, GError **error)
{
  g_autoptr (SignetStatement) statement = signet_practice_store_query (
      signet_practice_platform_get_store (platform), error,
      "SELECT status, COUNT (*) FROM items WHERE complaint = ? GROUP BY status", "i", row);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  while (signet_practice_store_next (statement, &found, error))
    {
      if (!found)
        return TRUE;
      json_object_set_int_member (counts, signet_statement_get_text (statement, 0),
                                  signet_statement_get_int64 (statement, 1));
    }
  return FALSE;
}

static char *
add_to_history (const char *history, const char *status, gint64 at)
{
  g_autoptr (JsonArray) array = signet_practice_json_read_array (history);
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "status", status);
  signet_practice_json_set_time (entry, "at", at);
  json_array_add_object_element (array, entry);
  return signet_practice_json_print_array (array);
}

static gboolean
insert_item (SignetPracticePlatform *platform,
             const SignetPracticeComplaintDraft *draft,
             gint64 complaint,
             guint position,
             GError **error)
{
  JsonObject *item = json_array_get_object_element (draft->items, position);
  SignetLinkParser *parser = signet_practice_rules_get_parser (signet_practice_platform_get_rules (platform));
  const char *link = signet_practice_json_get_string (item, "link");
  const char *passcode = signet_practice_json_get_string (item, "passcode");
  g_autoptr (SignetTarget) target = link != NULL ? signet_link_parser_parse_link (parser, link)
                                                 : signet_link_parser_parse_passcode (parser, passcode);
  const char *target_id = signet_target_get_id (target);
  g_autofree char *id = signet_practice_store_make_id ("itm", error);
  g_autofree char *content = signet_practice_json_print (item);

  return id != NULL &&
         signet_practice_store_run (
             signet_practice_platform_get_store (platform), error,
             "INSERT INTO items (id, complaint, right_n, position, content, kind, target, target_id, status)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, NULLIF (?, ''), 'pending')",
             "siiissss", id, complaint, draft->basis.right, (gint64) position, content,
             signet_practice_json_get_string (item, "kind"), signet_target_get_key (target), target_id);
}

/**
 * signet_practice_complaint_insert:
 * @platform: the platform, with a transaction open
 * @draft: the complaint, checked
 * @row: (out): its row
 * @error: return location
 *
 * Stores a complaint with its items and gives it the account's next number of the year.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_complaint_insert (SignetPracticePlatform *platform,
                                  const SignetPracticeComplaintDraft *draft,
                                  gint64 *row,
                                  GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *id = signet_practice_store_make_id ("cmp", error);
  g_autofree char *content = signet_practice_json_print (draft->content);
  g_autofree char *history = add_to_history ("[]", SIGNET_STATUS_SUBMITTED, now);
  g_autoptr (SignetStatement) numbers = NULL;
  GDate today;
  gint64 year, number;

  signet_clock_date_at (now, &today);
  year = g_date_get_year (&today);
  if (id == NULL || !signet_practice_store_find (
                        store, &numbers, error,
                        "SELECT IFNULL (MAX (number), 0) + 1 FROM complaints WHERE account = ? AND year = ?",
                        "ii", draft->basis.account, year))
    return FALSE;
  number = signet_statement_get_int64 (numbers, 0);
  if (!signet_practice_store_run (
          store, error,
          "INSERT INTO complaints (id, account, year, number, right_n, principal_n, authorisation_n,"
          " content, status, history, item_count, created_at, updated_at)"
          " VALUES (?, ?, ?, ?, ?, ?, NULLIF (?, 0), ?, 'submitted', ?, ?, ?, ?)",
          "siiiiiissiii", id, draft->basis.account, year, number, draft->basis.right, draft->basis.principal,
          draft->basis.authorisation, content, history, (gint64) json_array_get_length (draft->items), now,
          now))
    return FALSE;
  *row = signet_db_get_last_insert_id (signet_practice_store_get_db (store));
  for (guint i = 0; i < json_array_get_length (draft->items); i++)
    if (!insert_item (platform, draft, *row, i, error))
      return FALSE;
  return signet_practice_store_add_change (store, draft->basis.account, now, SIGNET_KIND_COMPLAINT, *row,
                                           error);
}

/**
 * signet_practice_complaint_load:
 * @platform: the platform
 * @row: its row
 * @object: (out) (transfer full): the complaint as the wire has it
 * @tag: (out) (optional) (transfer full): its entity tag
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_complaint_load (SignetPracticePlatform *platform,
                                gint64 row,
                                JsonObject **object,
                                char **tag,
                                GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (JsonObject) result = NULL;
  g_autofree char *number = NULL;
  JsonObject *counts = json_object_new ();

  if (!find_complaint (platform, row, &statement, error) || !count_items (platform, row, counts, error))
    {
      json_object_unref (counts);
      return FALSE;
    }
  result = signet_practice_record_make (statement);
  number = g_strdup_printf ("%" G_GINT64_FORMAT "-%04" G_GINT64_FORMAT,
                            signet_statement_get_int64 (statement, YEAR),
                            signet_statement_get_int64 (statement, NUMBER));
  json_object_set_string_member (result, "number", number);
  json_object_set_int_member (result, "item_count", signet_statement_get_int64 (statement, ITEM_COUNT));
  json_object_set_object_member (result, "counts", counts);
  signet_practice_json_set_array_text (result, "history", signet_statement_get_text (statement, HISTORY));
  if (!signet_statement_is_null (statement, DECIDED_AT))
    signet_practice_json_set_time (result, "decided_at", signet_statement_get_int64 (statement, DECIDED_AT));
  if (tag != NULL)
    *tag = signet_practice_record_make_tag (statement);
  *object = g_steal_pointer (&result);
  return TRUE;
}

/**
 * signet_practice_complaint_make_item:
 * @row: stands on a row of %SIGNET_PRACTICE_ITEM_COLUMNS
 *
 * Returns: (transfer full): the item as the wire has it
 */
JsonObject *
signet_practice_complaint_make_item (SignetStatement *row)
{
  JsonObject *object = signet_practice_json_read_object (signet_statement_get_text (row, ITEM_CONTENT));

  json_object_set_string_member (object, "id", signet_statement_get_text (row, ITEM_ID));
  json_object_set_string_member (object, "complaint", signet_statement_get_text (row, ITEM_COMPLAINT));
  json_object_set_int_member (object, "position", signet_statement_get_int64 (row, ITEM_POSITION));
  if (!signet_statement_is_null (row, ITEM_TARGET_ID))
    json_object_set_string_member (object, "target_id", signet_statement_get_text (row, ITEM_TARGET_ID));
  json_object_set_string_member (object, "status", signet_statement_get_text (row, ITEM_STATUS));
  signet_practice_json_set_array_text (object, "findings", signet_statement_get_text (row, ITEM_FINDINGS));
  signet_practice_json_set_array_text (object, "measures", signet_statement_get_text (row, ITEM_MEASURES));
  if (!signet_statement_is_null (row, ITEM_DECIDED_AT))
    signet_practice_json_set_time (object, "decided_at", signet_statement_get_int64 (row, ITEM_DECIDED_AT));
  return object;
}

/**
 * signet_practice_complaint_load_item:
 * @platform: the platform
 * @row: its row
 * @object: (out) (transfer full): the item as the wire has it
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_complaint_load_item (SignetPracticePlatform *platform,
                                     gint64 row,
                                     JsonObject **object,
                                     GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT " SIGNET_PRACTICE_ITEM_COLUMNS
                                   " FROM items i JOIN complaints c ON c.n = i.complaint WHERE i.n = ?",
                                   "i", row))
    return FALSE;
  g_return_val_if_fail (statement != NULL, FALSE);
  *object = signet_practice_complaint_make_item (statement);
  return TRUE;
}

/**
 * signet_practice_complaint_set_status:
 * @platform: the platform, with a transaction open
 * @row: its row
 * @status: what became of it
 * @findings: (nullable) (element-type SignetFinding): why
 * @error: return location
 *
 * Writes down a step of its life.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_complaint_set_status (SignetPracticePlatform *platform,
                                      gint64 row,
                                      const char *status,
                                      GPtrArray *findings,
                                      GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  gint64 due = signet_practice_record_get_due (status, now);
  gboolean open = due > 0 || g_str_equal (status, SIGNET_STATUS_IN_REVIEW);
  g_autofree char *text = findings != NULL ? signet_practice_json_print_findings (findings) : g_strdup ("[]");
  g_autofree char *history = NULL;
  g_autoptr (SignetStatement) statement = NULL;

  if (!find_complaint (platform, row, &statement, error))
    return FALSE;
  history = add_to_history (signet_statement_get_text (statement, HISTORY), status, now);
  return signet_practice_store_run (
             store, error,
             "UPDATE complaints SET status = ?, findings = ?, history = ?, due_at = NULLIF (?, 0),"
             " decided_at = NULLIF (?, 0), version = version + 1, updated_at = ? WHERE n = ?",
             "sssiiii", status, text, history, due, open ? (gint64) 0 : now, now, row) &&
         signet_practice_store_add_change (
             store, signet_statement_get_int64 (statement, SIGNET_PRACTICE_RECORD_ACCOUNT), now,
             SIGNET_KIND_COMPLAINT, row, error);
}

/**
 * signet_practice_complaint_decide_item:
 * @platform: the platform, with a transaction open
 * @account: row of the account
 * @item: row of the item
 * @status: what became of it
 * @findings: why
 * @measures: (array zero-terminated=1): what was done
 * @error: return location
 *
 * Decides one item.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_complaint_decide_item (SignetPracticePlatform *platform,
                                       gint64 account,
                                       gint64 item,
                                       const char *status,
                                       JsonArray *findings,
                                       const char *const *measures,
                                       GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autofree char *findings_text = signet_practice_json_print_array (findings);
  g_autoptr (JsonArray) array = json_array_new ();
  g_autofree char *measures_text = NULL;

  for (; *measures != NULL; measures++)
    {
      JsonObject *measure = json_object_new ();

      json_object_set_string_member (measure, "measure", *measures);
      signet_practice_json_set_time (measure, "at", now);
      json_array_add_object_element (array, measure);
    }
  measures_text = signet_practice_json_print_array (array);
  return signet_practice_store_run (
             store, error,
             "UPDATE items SET status = ?, findings = ?, measures = ?, decided_at = ? WHERE n = ?", "sssii",
             status, findings_text, measures_text, now, item) &&
         signet_practice_store_add_change (store, account, now, SIGNET_KIND_ITEM, item, error);
}

/**
 * signet_practice_complaint_conclude:
 * @platform: the platform, with a transaction open
 * @row: row of a complaint
 * @error: return location
 *
 * Derives a complaint's status from its items, once none is pending.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_complaint_conclude (SignetPracticePlatform *platform, gint64 row, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  gint64 all, pending, removed;

  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT COUNT (*), TOTAL (status = 'pending'), TOTAL (status = 'removed')"
                                   " FROM items WHERE complaint = ?",
                                   "i", row))
    return FALSE;
  all = signet_statement_get_int64 (statement, 0);
  pending = signet_statement_get_int64 (statement, 1);
  removed = signet_statement_get_int64 (statement, 2);
  if (pending > 0)
    return TRUE;
  return signet_practice_complaint_set_status (platform, row,
                                               removed == all ? SIGNET_STATUS_UPHELD
                                               : removed > 0  ? SIGNET_STATUS_PARTLY_UPHELD
                                                              : SIGNET_STATUS_REJECTED,
                                               NULL, error);
}
