/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-reviewer.h"

#include "model/signet-date.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "practice/signet-practice-basis.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-complaint.h"
#include "practice/signet-practice-json.h"
#include "practice/signet-practice-judge.h"

/* The automatic reviewer: takes up what is submitted, a stage at a time and each stage a moment later, so
 * that whoever follows the changes sees every stage, and decides within two seconds. What waits for it stands
 * in the database; the queues are only its desk. Owned by main; the handlers hand it work.
 */

#define STAGE_TIME (400 * G_TIME_SPAN_MILLISECOND)
#define AFTER_FAILURE G_TIME_SPAN_SECOND
/* Longer than this it doesn't keep requests waiting. */
#define BUDGET (20 * G_TIME_SPAN_MILLISECOND)
/* What the clock brings is looked at this often. */
#define CLOCK_SECONDS 60

typedef struct
{
  gboolean complaint;
  gboolean decide; /* else begin */
  gint64 row;
  gint64 due; /* monotonic */
} Work;

struct _SignetPracticeReviewer
{
  GObject parent_instance;

  SignetPracticePlatform *platform;
  gboolean automatic;
  GQueue queue; /* Work, in the order it falls due: every stage takes the same time */
  guint source;
  guint clock_source;
};

G_DEFINE_FINAL_TYPE (SignetPracticeReviewer, signet_practice_reviewer, G_TYPE_OBJECT)

static gboolean work_cb (gpointer user_data);

static void
schedule (SignetPracticeReviewer *self)
{
  Work *next = g_queue_peek_head (&self->queue);
  gint64 left;

  if (self->source != 0 || next == NULL)
    return;
  left = MAX (0, next->due - g_get_monotonic_time ());
  self->source = g_timeout_add ((guint) ((left + 999) / 1000), work_cb, self);
}

static void
push (SignetPracticeReviewer *self, gboolean complaint, gboolean decide, gint64 row)
{
  Work *work = g_new0 (Work, 1);

  work->complaint = complaint;
  work->decide = decide;
  work->row = row;
  work->due = g_get_monotonic_time () + STAGE_TIME;
  g_queue_push_tail (&self->queue, work);
  schedule (self);
}

static gboolean
begin_certification (SignetPracticeReviewer *self, gint64 row, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  if (!signet_practice_store_find (signet_practice_platform_get_store (self->platform), &statement, error,
                                   "SELECT 1 FROM certifications WHERE n = ? AND status = 'submitted'", "i",
                                   row))
    return FALSE;
  return statement == NULL ||
         signet_practice_certification_set_status (self->platform, row, SIGNET_STATUS_IN_REVIEW, NULL, error);
}

static gboolean
begin_complaint (SignetPracticeReviewer *self, gint64 row, GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;
  g_autoptr (GArray) foundations = NULL;
  SignetPracticeBasis basis;

  if (!signet_practice_store_find (signet_practice_platform_get_store (self->platform), &statement, error,
                                   "SELECT 1 FROM complaints WHERE n = ? AND status = 'submitted'", "i", row))
    return FALSE;
  if (statement == NULL)
    return TRUE;
  if (!signet_practice_basis_load (self->platform, row, &basis, error))
    return FALSE;
  foundations = signet_practice_basis_list (self->platform, &basis, error);
  for (guint i = 0; foundations != NULL && i < foundations->len; i++)
    if (!begin_certification (self, g_array_index (foundations, SignetPracticeFoundation, i).row, error))
      return FALSE;
  return foundations != NULL &&
         signet_practice_complaint_set_status (self->platform, row, SIGNET_STATUS_IN_REVIEW, NULL, error);
}

/* The complaints that wait for a certification, or for one that it renews. What they wait for, their findings
 * name. */
static GArray *
list_waiting (SignetPracticeReviewer *self, gint64 certification, GError **error)
{
  return signet_practice_store_collect (
      signet_practice_platform_get_store (self->platform), error,
      SIGNET_PRACTICE_CERTIFICATION_LINE
      "SELECT c.n FROM complaints c WHERE c.account = (SELECT account FROM certifications WHERE n = ?1)"
      " AND c.status = 'needs_correction' AND EXISTS (SELECT 1 FROM json_each (c.findings) f"
      " JOIN certifications t ON t.id = json_extract (f.value, '$.params.id') JOIN line ON line.n = t.n)",
      "i", certification);
}

static gboolean
do_work (SignetPracticeReviewer *self, const Work *work, GError **error)
{
  if (!work->decide)
    return work->complaint ? begin_complaint (self, work->row, error)
                           : begin_certification (self, work->row, error);
  if (work->complaint)
    return signet_practice_judge_complaint (self->platform, work->row, error);
  return signet_practice_judge_certification (self->platform, work->row, error) &&
         signet_practice_reviewer_resume (self, work->row, error);
}

static gboolean
work_in_transaction (SignetPracticeReviewer *self, const Work *work, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (self->platform);
  SignetTransaction *transaction = signet_db_begin (signet_practice_store_get_db (store), error);

  if (transaction == NULL)
    return FALSE;
  if (!do_work (self, work, error))
    {
      signet_practice_store_roll_back (store, transaction);
      return FALSE;
    }
  return signet_practice_store_commit (store, transaction, error);
}

static gboolean
work_cb (gpointer user_data)
{
  SignetPracticeReviewer *self = user_data;
  gint64 start = g_get_monotonic_time ();
  gint64 now = start;
  Work *work;

  self->source = 0;
  while ((work = g_queue_peek_head (&self->queue)) != NULL && work->due <= now && now - start < BUDGET)
    {
      g_autoptr (GError) error = NULL;

      g_queue_pop_head (&self->queue);
      if (!work_in_transaction (self, work, &error))
        {
          g_warning ("Review failed and is tried again: %s", error->message);
          work->due = now + AFTER_FAILURE;
          g_queue_push_head (&self->queue, work);
          break;
        }
      if (!work->decide)
        push (self, work->complaint, TRUE, work->row);
      g_free (work);
      now = g_get_monotonic_time ();
    }
  schedule (self);
  return G_SOURCE_REMOVE;
}

static gboolean
take_up (SignetPracticeReviewer *self, GArray *rows, gboolean complaint, gboolean decide)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    push (self, complaint, decide, g_array_index (rows, gint64, i));
  return rows != NULL;
}

static gboolean
load_submitted (SignetPracticeReviewer *self, const SignetPracticeKind *kind, GError **error)
{
  g_autoptr (GArray) rows = NULL;

  if (!signet_practice_rules_reviews_at_once (signet_practice_platform_get_rules (self->platform),
                                              kind->review))
    return TRUE;
  rows = signet_practice_store_collect (
      signet_practice_platform_get_store (self->platform), error,
      "SELECT n FROM certifications WHERE kind = ? AND status = 'submitted' ORDER BY n", "s", kind->name);
  return take_up (self, rows, FALSE, FALSE);
}

static gboolean
load_open (SignetPracticeReviewer *self, const char *sql, gboolean complaint, gboolean decide, GError **error)
{
  g_autoptr (GArray) rows =
      signet_practice_store_collect (signet_practice_platform_get_store (self->platform), error, sql, "");

  return take_up (self, rows, complaint, decide);
}

/* Those a complaint has waited for since before they were filed. */
static gboolean
load_renewals (SignetPracticeReviewer *self, GError **error)
{
  g_autoptr (GArray) rows = signet_practice_store_collect (
      signet_practice_platform_get_store (self->platform), error,
      "SELECT n FROM certifications WHERE status = 'submitted'"
      " AND n IN (SELECT renewed_by FROM certifications WHERE renewed_by IS NOT NULL) ORDER BY n",
      "");

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!signet_practice_reviewer_add_renewal (self, g_array_index (rows, gint64, i), error))
      return FALSE;
  return rows != NULL;
}

/* What was on the desk when the platform stopped. */
static gboolean
load_desk (SignetPracticeReviewer *self, GError **error)
{
  for (guint i = 0; signet_practice_kinds[i] != NULL; i++)
    if (!load_submitted (self, signet_practice_kinds[i], error))
      return FALSE;
  return load_renewals (self, error) &&
         load_open (self, "SELECT n FROM certifications WHERE status = 'in_review' ORDER BY n", FALSE, TRUE,
                    error) &&
         load_open (self, "SELECT n FROM complaints WHERE status = 'submitted' ORDER BY n", TRUE, FALSE,
                    error) &&
         load_open (self, "SELECT n FROM complaints WHERE status = 'in_review' ORDER BY n", TRUE, TRUE,
                    error);
}

static gboolean
expire_certifications (SignetPracticeReviewer *self, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autofree char *today = NULL;
  GDate date;

  signet_clock_date_at (signet_practice_platform_now (self->platform), &date);
  today = signet_date_to_text (&date);
  rows = signet_practice_store_collect (
      signet_practice_platform_get_store (self->platform), error,
      "SELECT n FROM certifications WHERE status = 'approved' AND valid_until < ?", "s", today);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!signet_practice_certification_set_status (self->platform, g_array_index (rows, gint64, i),
                                                   SIGNET_STATUS_EXPIRED, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
reject_overdue (SignetPracticeReviewer *self, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) rows = signet_practice_store_collect (
      signet_practice_platform_get_store (self->platform), error,
      "SELECT n FROM complaints WHERE status = 'needs_correction' AND due_at <= ?", "i",
      signet_practice_platform_now (self->platform));

  if (rows == NULL)
    return FALSE;
  g_ptr_array_add (findings, signet_finding_new ("", SIGNET_SEVERITY_ERROR, "correction-overdue", NULL));
  for (guint i = 0; i < rows->len; i++)
    if (!signet_practice_complaint_set_status (self->platform, g_array_index (rows, gint64, i),
                                               SIGNET_STATUS_REJECTED, findings, error))
      return FALSE;
  return TRUE;
}

static gboolean
clock_cb (gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!signet_practice_reviewer_follow_clock (user_data, &error))
    g_warning ("What the clock brings can't be written: %s", error->message);
  return G_SOURCE_CONTINUE;
}

static void
signet_practice_reviewer_finalize (GObject *object)
{
  SignetPracticeReviewer *self = SIGNET_PRACTICE_REVIEWER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->clock_source, g_source_remove);
  g_queue_clear_full (&self->queue, g_free);
  g_clear_object (&self->platform);

  G_OBJECT_CLASS (signet_practice_reviewer_parent_class)->finalize (object);
}

static void
signet_practice_reviewer_class_init (SignetPracticeReviewerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_practice_reviewer_finalize;
}

static void
signet_practice_reviewer_init (SignetPracticeReviewer *self)
{
  self->automatic = TRUE;
}

/**
 * signet_practice_reviewer_new:
 * @platform: the platform
 * @error: return location
 *
 * Takes up what was left open when the platform stopped.
 *
 * Returns: (transfer full) (nullable): the reviewer
 */
SignetPracticeReviewer *
signet_practice_reviewer_new (SignetPracticePlatform *platform, GError **error)
{
  g_autoptr (SignetPracticeReviewer) self = g_object_new (SIGNET_TYPE_PRACTICE_REVIEWER, NULL);
  g_autofree char *automatic = NULL;

  self->platform = g_object_ref (platform);
  if (!signet_practice_store_load_setting (signet_practice_platform_get_store (platform), "automatic",
                                           &automatic, error))
    return NULL;
  self->automatic = g_strcmp0 (automatic, "no") != 0;
  if (!signet_practice_reviewer_follow_clock (self, error) || (self->automatic && !load_desk (self, error)))
    return NULL;
  self->clock_source = g_timeout_add_seconds (CLOCK_SECONDS, clock_cb, self);
  return g_steal_pointer (&self);
}

/**
 * signet_practice_reviewer_add_certification:
 * @self: the reviewer
 * @certification: its row
 *
 * Hands over a certification that is to be reviewed.
 */
void
signet_practice_reviewer_add_certification (SignetPracticeReviewer *self, gint64 certification)
{
  if (self->automatic)
    push (self, FALSE, FALSE, certification);
}

/**
 * signet_practice_reviewer_add_complaint:
 * @self: the reviewer
 * @complaint: row of a complaint
 *
 * Hands over a complaint.
 */
void
signet_practice_reviewer_add_complaint (SignetPracticeReviewer *self, gint64 complaint)
{
  if (self->automatic)
    push (self, TRUE, FALSE, complaint);
}

/**
 * signet_practice_reviewer_add_renewal:
 * @self: the reviewer
 * @certification: row of one that was filed to renew another
 * @error: return location
 *
 * Hands it over if a complaint waits for it: the first complaint that begins its review has been filed.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_reviewer_add_renewal (SignetPracticeReviewer *self, gint64 certification, GError **error)
{
  g_autoptr (GArray) waiting = list_waiting (self, certification, error);

  if (waiting == NULL)
    return FALSE;
  if (waiting->len > 0)
    signet_practice_reviewer_add_certification (self, certification);
  return TRUE;
}

/**
 * signet_practice_reviewer_resume:
 * @self: the reviewer
 * @certification: its row, with a transaction open
 * @error: return location
 *
 * Takes up again the complaints that waited for this certification, or one that it renews, if it is approved
 * now.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_reviewer_resume (SignetPracticeReviewer *self, gint64 certification, GError **error)
{
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (GArray) rows = NULL;

  if (!signet_practice_certification_load (self->platform, certification, NULL, &resource, NULL, error))
    return FALSE;
  if (g_strcmp0 (signet_practice_json_get_string (resource, "status"), SIGNET_STATUS_APPROVED) != 0)
    return TRUE;
  rows = list_waiting (self, certification, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      gint64 complaint = g_array_index (rows, gint64, i);

      if (!signet_practice_complaint_set_status (self->platform, complaint, SIGNET_STATUS_IN_REVIEW, NULL,
                                                 error))
        return FALSE;
      if (self->automatic)
        push (self, TRUE, TRUE, complaint);
    }
  return TRUE;
}

/**
 * signet_practice_reviewer_set_automatic:
 * @self: the reviewer
 * @automatic: %FALSE to play the reviewer oneself
 * @error: return location
 *
 * Sends the reviewer away, or calls it back to all that was left open.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_reviewer_set_automatic (SignetPracticeReviewer *self, gboolean automatic, GError **error)
{
  self->automatic = automatic;
  g_queue_clear_full (&self->queue, g_free);
  return signet_practice_store_save_setting (signet_practice_platform_get_store (self->platform), "automatic",
                                             automatic ? "yes" : "no", error) &&
         (!automatic || load_desk (self, error));
}

/**
 * signet_practice_reviewer_follow_clock:
 * @self: the reviewer
 * @error: return location
 *
 * Does what the clock brings: what is past its validity expires, corrections not made in time end a
 * complaint, uploads nobody finished are given up.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_practice_reviewer_follow_clock (SignetPracticeReviewer *self, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (self->platform);
  SignetTransaction *transaction = signet_db_begin (signet_practice_store_get_db (store), error);

  if (transaction == NULL)
    return FALSE;
  if (!expire_certifications (self, error) || !reject_overdue (self, error) ||
      !signet_practice_store_run (store, error, "DELETE FROM files WHERE NOT stored AND expires_at <= ?", "i",
                                  signet_practice_platform_now (self->platform)))
    {
      signet_practice_store_roll_back (store, transaction);
      return FALSE;
    }
  return signet_practice_store_commit (store, transaction, error);
}
