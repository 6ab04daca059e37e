/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/signet-outbox.h"

#include "store/signet-table-map.h"
#include "model/signet-words.h"
#include "proof/signet-digest.h"
#include "store/signet-outbox-files.h"
#include "store/signet-outbox-private.h"
#include "store/signet-receipts-private.h"
#include "store/signet-subjects.h"

#include <string.h>

/* The table `outbox`: what was submitted and not yet received for certain. A row is made in the transaction
 * that makes its local record and ends its draft, and keeps its bytes and key through all attempts and
 * restarts, so that however often it is sent the platform takes it once. It counts as sent only together with
 * its receipt. On the connection's thread.
 */

static const SignetColumn columns[] = {
  { "id", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, id) },
  { "account", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, account) },
  { "kind", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, kind) },
  { "subject", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, subject) },
  { "title", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, title) },
  { "method", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, method) },
  { "path", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, path) },
  { "content_type", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, content_type) },
  { "if_match", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, if_match) },
  { "base", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetOutboxRecord, base) },
  { "wanted", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetOutboxRecord, wanted) },
  { "body", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetOutboxRecord, body) },
  { "request_digest", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, request_digest) },
  { "idempotency_key", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, idempotency_key) },
  { "state", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, state) },
  { "attempts", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetOutboxRecord, attempts) },
  { "next_try_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetOutboxRecord, next_try_at) },
  { "error_code", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, error_code) },
  { "problem", SIGNET_COLUMN_BYTES, G_STRUCT_OFFSET (SignetOutboxRecord, problem) },
  { "depends", SIGNET_COLUMN_TEXT, G_STRUCT_OFFSET (SignetOutboxRecord, depends) },
  { "created_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetOutboxRecord, created_at) },
  { "sent_at", SIGNET_COLUMN_INT64, G_STRUCT_OFFSET (SignetOutboxRecord, sent_at) },
};

SIGNET_DEFINE_RECORD (SignetOutboxRecord, signet_outbox_record, "outbox", "id")

static gboolean
conflict (GError **error, const char *message)
{
  g_set_error_literal (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT, message);
  return FALSE;
}

/* Tells the record it stands for, too. */
static gboolean
tell (SignetTables *tables,
      const SignetOutboxRecord *record,
      const char *state,
      const char *error_code,
      GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, record->id);
  return signet_subjects_set_state (tables, record->account, record->kind, record->subject, state, error_code,
                                    error);
}

/* Whose it is, out of the record it stands for, which is saved in the same transaction. */
static gboolean
set_principal (SignetTables *tables, const SignetOutboxRecord *record, GError **error)
{
  return signet_tables_run (
      tables,
      "UPDATE outbox SET principal = coalesce (CASE kind"
      " WHEN 'party' THEN subject"
      " WHEN 'right' THEN (SELECT party FROM rights WHERE id = subject)"
      " WHEN 'authorisation' THEN (SELECT principal FROM authorisations WHERE id = subject)"
      " WHEN 'complaint' THEN (SELECT party_id FROM complaints WHERE id = subject)"
      " END, '') WHERE id = ?",
      "t", error, record->id);
}

/* The one place where a state changes: only out of the states in @from. */
static gboolean
move (SignetTables *tables,
      const char *id,
      const char *from,
      const char *to,
      gint64 next_try_at,
      const char *error_code,
      GBytes *problem,
      GError **error)
{
  g_autoptr (SignetOutboxRecord) record = signet_outbox_find (tables, id, error);

  if (record == NULL)
    return FALSE;
  if (strstr (from, record->state) == NULL)
    {
      g_set_error (error, SIGNET_STORE_ERROR, SIGNET_STORE_ERROR_CONFLICT, "A %s submission can't become %s",
                   record->state, to);
      return FALSE;
    }
  return signet_tables_run (tables,
                            "UPDATE outbox SET state = ?, next_try_at = ?, error_code = ?, problem = ?,"
                            " attempts = attempts + ? WHERE id = ?",
                            "titbit", error, to, next_try_at, error_code, problem,
                            (gint64) (strcmp (to, SIGNET_STATUS_SENDING) == 0), id) &&
         tell (tables, record, to, error_code, error);
}

/* Two unsent submissions of one record would be the same thing filed twice. One the platform refused gives
 * way to the corrected one, and what waited for it waits for that. */
static gboolean
replace_failed (SignetTables *tables, const SignetOutboxRecord *record, GError **error)
{
  g_autoptr (GPtrArray)
      unsent = signet_table_map_list (&map, tables, (GDestroyNotify) signet_outbox_record_free,
                                      "WHERE subject = ? AND account = ? AND kind = ? AND state <> 'sent'",
                                      "ttt", error, record->subject, record->account, record->kind);

  if (unsent == NULL)
    return FALSE;
  for (guint i = 0; i < unsent->len; i++)
    {
      const SignetOutboxRecord *old = g_ptr_array_index (unsent, i);

      if (strcmp (old->state, SIGNET_STATUS_FAILED) != 0)
        return conflict (error, "There is an unsent submission of this record already");
      signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, old->id);
      if (!signet_tables_run (tables, "UPDATE outbox SET depends = ? WHERE depends = ? AND state <> 'sent'",
                              "tt", error, record->id, old->id) ||
          !signet_tables_run (tables, "DELETE FROM outbox WHERE id = ?", "t", error, old->id))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_digest (const SignetOutboxRecord *record, char **digest, GError **error)
{
  if (record->body == NULL)
    {
      *digest = g_strdup ("");
      return (record->depends != NULL && record->depends[0] != '\0') ||
             conflict (error, "Without a body it must depend on another submission");
    }
  *digest = signet_digest_of_bytes (record->body, error);
  return *digest != NULL;
}

/**
 * signet_outbox_add:
 * @tables: writable tables
 * @record: the submission; its state, attempts and digest are set here
 * @files: (nullable) (element-type SignetOutboxFile): the files it rests on, in order; their `outbox` and
 * `position` are set here
 * @error: return location
 *
 * Freezes a submission. It takes the place of a failed one of the same record (with a new key, since the
 * bytes are others); while one is queued or on its way a second one is refused with
 * %SIGNET_STORE_ERROR_CONFLICT.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_add (SignetTables *tables, const SignetOutboxRecord *record, GPtrArray *files, GError **error)
{
  g_autofree char *digest = NULL;
  SignetOutboxRecord row = *record;

  g_return_val_if_fail (record->id != NULL && record->idempotency_key != NULL, FALSE);

  if (!check_digest (record, &digest, error) || !replace_failed (tables, record, error))
    return FALSE;

  row.state = (char *) SIGNET_STATUS_QUEUED;
  row.request_digest = digest;
  row.attempts = 0;
  row.sent_at = 0;
  if (!signet_table_map_save (&map, tables, &row, error) || !set_principal (tables, record, error))
    return FALSE;
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      SignetOutboxFile file = *(const SignetOutboxFile *) g_ptr_array_index (files, i);

      file.outbox = record->id;
      file.position = i;
      if (!signet_outbox_files_save (tables, &file, error))
        return FALSE;
    }
  return tell (tables, record, SIGNET_STATUS_QUEUED, "", error);
}

/**
 * signet_outbox_fill:
 * @tables: writable tables
 * @id: a submission that was added without a body
 * @path: where it goes
 * @body: the exact bytes
 * @error: return location
 *
 * Freezes the bytes of a submission that had to wait for the platform's id of another record. Once only:
 * afterwards path and bytes never change.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_fill (SignetTables *tables, const char *id, const char *path, GBytes *body, GError **error)
{
  g_autofree char *digest = signet_digest_of_bytes (body, error);

  if (digest == NULL)
    return FALSE;
  signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, id);
  return signet_tables_run (tables,
                            "UPDATE outbox SET path = ?, body = ?, request_digest = ?, wanted = NULL"
                            " WHERE id = ? AND body IS NULL AND state <> 'sent'",
                            "tbtt", error, path, body, digest, id) &&
         signet_tables_changed_one (tables, "freezing its bytes", error);
}

/**
 * signet_outbox_set_if_match:
 * @tables: writable tables
 * @id: a PATCH that isn't sent
 * @etag: entity tag of the resource, after looking that it is what the PATCH was made for
 * @error: return location
 *
 * Says what a PATCH rests on. The tag is no part of the bytes, so it may be learnt late and anew.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_set_if_match (SignetTables *tables, const char *id, const char *etag, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, id);
  return signet_tables_run (
             tables, "UPDATE outbox SET if_match = ? WHERE id = ? AND method = 'PATCH' AND state <> 'sent'",
             "tt", error, etag, id) &&
         signet_tables_changed_one (tables, "saying what it rests on", error);
}

/**
 * signet_outbox_set_depends:
 * @tables: writable tables
 * @id: a submission without a body
 * @depends: the submission it has to wait for now
 * @error: return location
 *
 * What it waited for is sent; it names more than that.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_set_depends (SignetTables *tables, const char *id, const char *depends, GError **error)
{
  signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, id);
  return signet_tables_run (tables,
                            "UPDATE outbox SET depends = ? WHERE id = ? AND body IS NULL AND state <> 'sent'",
                            "tt", error, depends, id) &&
         signet_tables_changed_one (tables, "waiting for another", error);
}

/**
 * signet_outbox_find:
 * @tables: tables
 * @id: a submission
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the submission
 */
SignetOutboxRecord *
signet_outbox_find (SignetTables *tables, const char *id, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE id = ?", "t", error, id);
}

/**
 * signet_outbox_find_last:
 * @tables: tables
 * @account: the account it goes to
 * @subject: local id of a party, right, authorisation or complaint
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its last submission there, sent or not
 */
SignetOutboxRecord *
signet_outbox_find_last (SignetTables *tables, const char *account, const char *subject, GError **error)
{
  return signet_table_map_find (&map, tables, "WHERE subject = ? AND account = ? ORDER BY row DESC LIMIT 1",
                                "tt", error, subject, account);
}

/**
 * signet_outbox_next_due:
 * @tables: tables
 * @account: an account
 * @now: µs UTC
 * @next_try_at: (out) (optional): µs UTC when the next one is due if none is now; 0 if none is queued
 * @error: return location
 *
 * Finds the oldest queued submission that may go out now: its time has come and what it depends on is sent.
 *
 * Returns: (transfer full) (nullable): the submission; %NULL without @error if none is due
 */
SignetOutboxRecord *
signet_outbox_next_due (SignetTables *tables,
                        const char *account,
                        gint64 now,
                        gint64 *next_try_at,
                        GError **error)
{
#define READY                                                 \
  "account = ?1 AND state = 'queued' AND state <> 'sent' AND" \
  " (depends = '' OR EXISTS (SELECT 1 FROM outbox AS d WHERE d.id = outbox.depends AND d.state = 'sent'))"
  g_autoptr (GError) missing = NULL;
  SignetOutboxRecord *record;
  gint64 next;

  if (next_try_at != NULL)
    *next_try_at = 0;
  record = signet_table_map_find (&map, tables, "WHERE " READY " AND next_try_at <= ?2 ORDER BY row LIMIT 1",
                                  "ti", &missing, account, now);
  if (record != NULL || !signet_store_error_forgive_missing (g_steal_pointer (&missing), error))
    return record;

  next = signet_tables_get_number (tables, "SELECT min(next_try_at) FROM outbox WHERE " READY, "t", error,
                                   account);
  if (next > 0 && next_try_at != NULL)
    *next_try_at = next;
  return NULL;
#undef READY
}

/** signet_outbox_count_waiting: Returns: how many submissions will be sent: neither those that were refused,
 * nor what waits for one; -1 on failure */
gint64
signet_outbox_count_waiting (SignetTables *tables, GError **error)
{
  return signet_tables_get_number (tables,
                                   SIGNET_OUTBOX_WITH_HELD
                                   "SELECT count(*) FROM outbox WHERE " SIGNET_OUTBOX_UNSENT
                                   " AND row NOT IN (SELECT row FROM held)",
                                   "", error);
}

/**
 * signet_outbox_count_unanswered:
 * @tables: tables
 * @account: an account
 * @kind: %SIGNET_KIND_PARTY …
 * @error: return location
 *
 * Returns: how many new things of that kind the platform may have, without having said yet what it calls
 * them; -1 on failure
 */
gint64
signet_outbox_count_unanswered (SignetTables *tables, const char *account, const char *kind, GError **error)
{
  return signet_tables_get_number (
      tables,
      "SELECT count(*) FROM outbox WHERE account = ?1 AND kind = ?2 AND method = 'POST' AND state <> 'sent'"
      " AND state IN ('queued', 'sending') AND attempts > 0",
      "tt", error, account, kind);
}

/**
 * signet_outbox_mark_sending:
 * @tables: writable tables
 * @id: a queued submission
 * @error: return location
 *
 * Says that the next thing to happen is its request, before it goes out.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_mark_sending (SignetTables *tables, const char *id, GError **error)
{
  return move (tables, id, SIGNET_STATUS_QUEUED, SIGNET_STATUS_SENDING, 0, "", NULL, error);
}

/**
 * signet_outbox_mark_sent:
 * @tables: writable tables
 * @id: a submission that was being sent
 * @sent_at: µs UTC
 * @receipt: the platform's receipt; its account, kind, subject and outbox are taken from the submission
 * @error: return location
 *
 * Ends a submission together with keeping its receipt: there is never one without the other. A receipt whose
 * check failed is kept as well; its verdict says so.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_mark_sent (SignetTables *tables,
                         const char *id,
                         gint64 sent_at,
                         const SignetReceiptRecord *receipt,
                         GError **error)
{
  g_autoptr (SignetOutboxRecord) record = signet_outbox_find (tables, id, error);
  SignetReceiptRecord row = *receipt;

  if (record == NULL)
    return FALSE;
  if (strcmp (record->state, SIGNET_OUTBOX_SENT) == 0)
    return conflict (error, "It has its receipt already");

  row.account = record->account;
  row.kind = record->kind;
  row.subject = record->subject;
  row.outbox = record->id;
  return signet_receipts_add (tables, &row, error) &&
         signet_tables_run (tables,
                            "UPDATE outbox SET state = 'sent', sent_at = ?, error_code = '', problem = NULL"
                            " WHERE id = ?",
                            "it", error, sent_at, id) &&
         tell (tables, record, SIGNET_STATUS_SUBMITTED, "", error);
}

/**
 * signet_outbox_retry_later:
 * @tables: writable tables
 * @id: a submission that was being sent
 * @error_code: why it didn't go through
 * @next_try_at: µs UTC; not before
 * @error: return location
 *
 * Puts a submission back in the queue, with the same bytes and key.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_retry_later (SignetTables *tables,
                           const char *id,
                           const char *error_code,
                           gint64 next_try_at,
                           GError **error)
{
  return move (tables, id, SIGNET_STATUS_SENDING " " SIGNET_STATUS_QUEUED, SIGNET_STATUS_QUEUED, next_try_at,
               error_code, NULL, error);
}

/**
 * signet_outbox_fail:
 * @tables: writable tables
 * @id: a submission that isn't sent
 * @error_code: why it can't be sent
 * @problem: (nullable): what the platform said, encoded
 * @error: return location
 *
 * Stops a submission that the platform has refused for certain: it waits for the person, and a corrected one
 * under another key may take its place. Where nobody knows whether it was taken, signet_outbox_retry_later()
 * is right.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_fail (SignetTables *tables,
                    const char *id,
                    const char *error_code,
                    GBytes *problem,
                    GError **error)
{
  return move (tables, id, SIGNET_STATUS_SENDING " " SIGNET_STATUS_QUEUED, SIGNET_STATUS_FAILED, 0,
               error_code, problem, error);
}

/**
 * signet_outbox_hold:
 * @tables: writable tables
 * @account: an account
 * @signed_out: whether nobody is signed in to it
 * @error: return location
 *
 * Says of all that is queued for @account that it waits for the person to sign in; or, after that, lets it go
 * out at once.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_hold (SignetTables *tables, const char *account, gboolean signed_out, GError **error)
{
  const char *code = signed_out ? SIGNET_OUTBOX_SIGNED_OUT : "";
  g_autoptr (GPtrArray) queued = signet_table_map_list (
      &map, tables, (GDestroyNotify) signet_outbox_record_free,
      signed_out ? "WHERE account = ? AND state = 'queued' AND state <> 'sent' AND error_code <> ?"
                 : "WHERE account = ? AND state = 'queued' AND state <> 'sent' AND error_code = ?",
      "tt", error, account, SIGNET_OUTBOX_SIGNED_OUT);

  for (guint i = 0; queued != NULL && i < queued->len; i++)
    {
      const SignetOutboxRecord *record = g_ptr_array_index (queued, i);

      if (!move (tables, record->id, SIGNET_STATUS_QUEUED, SIGNET_STATUS_QUEUED,
                 signed_out ? record->next_try_at : 0, code, NULL, error))
        return FALSE;
    }
  return queued != NULL;
}

/**
 * signet_outbox_pause:
 * @tables: writable tables
 * @id: a queued submission
 * @error: return location
 *
 * Holds a submission back until signet_outbox_requeue().
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_pause (SignetTables *tables, const char *id, GError **error)
{
  return move (tables, id, SIGNET_STATUS_QUEUED, SIGNET_STATUS_PAUSED, 0, "", NULL, error);
}

/**
 * signet_outbox_requeue:
 * @tables: writable tables
 * @id: a failed or paused submission
 * @error: return location
 *
 * Lets a submission go out again as it is, at once and with the same key.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_requeue (SignetTables *tables, const char *id, GError **error)
{
  return move (tables, id, SIGNET_STATUS_FAILED " " SIGNET_STATUS_PAUSED, SIGNET_STATUS_QUEUED, 0, "", NULL,
               error);
}

/**
 * signet_outbox_discard:
 * @tables: writable tables
 * @id: a failed submission, or one that was never begun to be sent
 * @error: return location
 *
 * Removes a submission that the platform refused or never saw, because the person takes it back or submits a
 * corrected one in its place (with a new key, in the same transaction). One whose request may have arrived
 * can't be removed.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_discard (SignetTables *tables, const char *id, GError **error)
{
  g_autoptr (SignetOutboxRecord) record = signet_outbox_find (tables, id, error);

  if (record == NULL)
    return FALSE;
  signet_tables_mark (tables, SIGNET_SUBJECT_OUTBOX, id);
  signet_subjects_mark (tables, record->kind, record->subject);
  return signet_tables_run (
             tables,
             "DELETE FROM outbox WHERE id = ?1 AND"
             " (state = 'failed' OR (attempts = 0 AND state IN ('queued', 'paused'))) AND"
             " NOT EXISTS (SELECT 1 FROM outbox AS d WHERE d.depends = ?1 AND d.state <> 'sent')",
             "t", error, id) &&
         signet_tables_changed_one (tables, "taking it back", error);
}

/**
 * signet_outbox_recover:
 * @tables: writable tables
 * @error: return location
 *
 * Puts what was being sent when the last run was killed back in the queue. Whether its request arrived nobody
 * here knows; the same bytes under the same key give the first answer again.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_outbox_recover (SignetTables *tables, GError **error)
{
  g_autoptr (GPtrArray)
      records = signet_table_map_list (&map, tables, (GDestroyNotify) signet_outbox_record_free,
                                       "WHERE state = 'sending' AND state <> 'sent'", "", error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const SignetOutboxRecord *record = g_ptr_array_index (records, i);

      if (!signet_outbox_retry_later (tables, record->id, record->error_code, 0, error))
        return FALSE;
    }
  return TRUE;
}
