/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-locks.h"

/* Five wrong codes or passwords lock that way in for a quarter of an hour, for the phone they were tried at;
 * an account's e-mail address counts as its phone. Wrong tries add up over codes and sessions; they are
 * forgotten by a right one, or once a quarter of an hour has passed since the last. What is tried at needn't
 * exist: somebody's phone or login and nobody's are locked alike.
 */

#define MOST_TRIES 5
#define LOCK_TIME (15 * G_TIME_SPAN_MINUTE)

/**
 * signet_practice_locks_check:
 * @platform: the platform
 * @method: way in, `sms` or `password`
 * @subject: what it is tried at
 * @left: (out): microseconds it is still locked, 0 if it isn't
 * @error: return location
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_locks_check (SignetPracticePlatform *platform,
                             const char *method,
                             const char *subject,
                             gint64 *left,
                             GError **error)
{
  g_autoptr (SignetStatement) statement = NULL;

  *left = 0;
  if (!signet_practice_store_find (signet_practice_platform_get_store (platform), &statement, error,
                                   "SELECT locked_until FROM locks WHERE method = ? AND subject = ?", "ss",
                                   method, subject))
    return FALSE;
  if (statement != NULL)
    *left = MAX (0, signet_statement_get_int64 (statement, 0) - signet_practice_platform_now (platform));
  return TRUE;
}

/**
 * signet_practice_locks_count:
 * @platform: the platform, with a transaction open
 * @method: way in, `sms` or `password`
 * @subject: what it was tried at, not locked
 * @tries_left: (out): how often it can still be tried
 * @left: (out): microseconds it is locked now, 0 if it isn't
 * @error: return location
 *
 * Counts a wrong try.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_locks_count (SignetPracticePlatform *platform,
                             const char *method,
                             const char *subject,
                             gint64 *tries_left,
                             gint64 *left,
                             GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (platform);
  gint64 now = signet_practice_platform_now (platform);
  g_autoptr (SignetStatement) statement = NULL;
  gint64 tries = 1;

  if (!signet_practice_store_run (store, error, "DELETE FROM locks WHERE tried_at <= ? AND locked_until <= ?",
                                  "ii", now - LOCK_TIME, now) ||
      !signet_practice_store_find (store, &statement, error,
                                   "SELECT tries FROM locks WHERE method = ? AND subject = ?", "ss", method,
                                   subject))
    return FALSE;
  if (statement != NULL)
    tries = signet_statement_get_int64 (statement, 0) + 1;

  *tries_left = MOST_TRIES - tries;
  *left = tries >= MOST_TRIES ? LOCK_TIME : 0;
  return signet_practice_store_run (
      store, error,
      "INSERT OR REPLACE INTO locks (method, subject, tries, tried_at, locked_until) VALUES (?, ?, ?, ?, ?)",
      "ssiii", method, subject, tries % MOST_TRIES, now, *left > 0 ? now + *left : (gint64) 0);
}

/**
 * signet_practice_locks_clear:
 * @platform: the platform, with a transaction open
 * @method: way in, `sms` or `password`
 * @subject: what it was tried at, rightly
 * @error: return location
 *
 * Forgets wrong tries.
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_locks_clear (SignetPracticePlatform *platform,
                             const char *method,
                             const char *subject,
                             GError **error)
{
  return signet_practice_store_run (signet_practice_platform_get_store (platform), error,
                                    "DELETE FROM locks WHERE method = ? AND subject = ?", "ss", method,
                                    subject);
}
