/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-password.h"

#include "model/signet-finding.h"
#include "practice/signet-practice-locks.h"
#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-refusal.h"
#include "practice/signet-practice-route.h"
#include "practice/signet-practice-sessions.h"
#include "proof/signet-password-hash.h"

#include <string.h>

/* An account's password: set by whoever is signed in, kept as a salted scrypt hash and nothing else.
 *
 * What a good password is follows NIST SP 800-63B: its length counts, no kinds of characters are asked for,
 * and what everybody tries first isn't taken.
 */

#define LEAST 8
#define MOST 128

/* Who signed in with phone or device this recently has shown just now whose account it is, and may set a new
 * password for one that was forgotten. */
#define FRESH (10 * G_TIME_SPAN_MINUTE)

/* What lists of stolen passwords begin with, beside runs and repetitions. */
static const char *const known[] = { "password",   "password1", "qwertyuiop", "1qaz2wsx",   "qwer1234",
                                     "asdfghjkl",  "a12345678", "a123456789", "woaini1314", "iloveyou",
                                     "5201314520", "qq123456",  "aa123456",   "admin123",   "abc12345" };

/* The same password typed on another keyboard may come as other code points (NIST SP 800-63B, 5.1.1.2). */
static char *
normalize (const char *password)
{
  return g_utf8_normalize (password, -1, G_NORMALIZE_NFKC);
}

/* 11111111, 12345678, hgfedcba */
static gboolean
is_run (const char *text)
{
  for (int step = -1; step <= 1; step++)
    {
      const char *p = text;

      while (p[0] != '\0' && p[1] != '\0' && p[1] - p[0] == step)
        p++;
      if (p[0] == '\0' || p[1] == '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_guessable (const char *password, const char *phone, const char *email)
{
  g_autofree char *small = g_utf8_strdown (password, -1);
  g_autofree char *mailbox = g_ascii_strdown (email, (gssize) strcspn (email, "@"));
  gboolean found = is_run (small) || strstr (small, phone) != NULL ||
                   (strlen (mailbox) >= 4 && strstr (small, mailbox) != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    found = found || g_str_equal (small, known[i]);
  return found;
}

static void
check_rules (SignetPracticeReader *reader, const char *password, const char *phone, const char *email)
{
  glong length = g_utf8_strlen (password, -1);

  if (length < LEAST)
    signet_practice_reader_add (reader, "password", "password-short", "least", G_STRINGIFY (LEAST), NULL);
  else if (length > MOST)
    signet_practice_reader_add (reader, "password", "too-long", "most", G_STRINGIFY (MOST), NULL);
  else if (is_guessable (password, phone, email))
    signet_practice_reader_add (reader, "password", "password-guessable", NULL);
}

/**
 * signet_practice_password_find:
 * @platform: the platform
 * @login: phone, or e-mail address in small letters
 * @phone: (out) (transfer full) (nullable): phone of the account whose login it is, %NULL if there is none
 * @hash: (out) (transfer full) (nullable): what its password is checked against, %NULL if there is none
 * @error: return location
 *
 * Finds who a login belongs to, if there is a password. An address that several accounts have bound is the
 * login of the one that bound it first and has a password (assumed).
 *
 * Returns: %TRUE unless the platform failed
 */
gboolean
signet_practice_password_find (SignetPracticePlatform *platform,
                               const char *login,
                               char **phone,
                               char **hash,
                               GError **error)
{
  g_autoptr (SignetStatement) row = NULL;

  *phone = NULL;
  *hash = NULL;
  if (!signet_practice_store_find (
          signet_practice_platform_get_store (platform), &row, error,
          "SELECT a.phone, a.password FROM accounts a JOIN bindings b ON b.account = a.n"
          " WHERE b.status = 'confirmed' AND lower (b.value) = ? AND a.password IS NOT NULL"
          " ORDER BY b.n LIMIT 1",
          "s", login))
    return FALSE;
  if (row != NULL)
    {
      *phone = signet_statement_dup_text (row, 0);
      *hash = signet_statement_dup_text (row, 1);
    }
  return TRUE;
}

/**
 * signet_practice_password_check:
 * @hash: (nullable): what signet_practice_password_find() found
 * @password: what was typed
 * @matches: (out): whether it is the password
 * @error: return location
 *
 * Takes as long when there is nothing to check against.
 *
 * Returns: %TRUE unless it can't be computed
 */
gboolean
signet_practice_password_check (const char *hash, const char *password, gboolean *matches, GError **error)
{
  g_autofree char *normal = normalize (password);
  g_autofree char *nothing = NULL;

  if (hash != NULL)
    return signet_password_hash_check (hash, normal, matches, error);
  *matches = FALSE;
  nothing = signet_password_hash_make (normal, error);
  return nothing != NULL;
}

/* Answers with 422, or 429 once there were too many. */
static gboolean
count_wrong_password (SignetPracticeContext *context,
                      SignetPracticeExchange *exchange,
                      const char *phone,
                      GError **error)
{
  gint64 tries_left, locked;
  g_autofree char *left = NULL;

  if (!signet_practice_locks_count (context->platform, SIGNET_PRACTICE_METHOD_PASSWORD, phone, &tries_left,
                                    &locked, error))
    return FALSE;
  signet_practice_exchange_set_keep (exchange);
  left = g_strdup_printf ("%" G_GINT64_FORMAT, tries_left);
  if (locked > 0)
    signet_practice_refuse_for (exchange, "password-locked", locked);
  else
    signet_practice_refuse_with_params (exchange, "wrong-password", "tries_left", left, NULL);
  return TRUE;
}

/* The password there was is asked for, so that an unlocked screen isn't enough to take an account over. */
static gboolean
check_current (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               SignetPracticeReader *reader,
               SignetStatement *account,
               GError **error)
{
  const char *current = signet_practice_reader_get_text (reader, "current_password");
  const char *phone = signet_statement_get_text (account, 0);
  gint64 locked;
  gboolean matches;

  if (current == NULL)
    {
      signet_practice_reader_add (reader, "current_password", "required", NULL);
      return TRUE;
    }
  if (!signet_practice_locks_check (context->platform, SIGNET_PRACTICE_METHOD_PASSWORD, phone, &locked,
                                    error))
    return FALSE;
  if (locked > 0)
    {
      signet_practice_refuse_for (exchange, "password-locked", locked);
      return TRUE;
    }
  if (!signet_practice_password_check (signet_statement_get_text (account, 1), current, &matches, error))
    return FALSE;
  return matches || count_wrong_password (context, exchange, phone, error);
}

static gboolean
put_password (SignetPracticeContext *context, SignetPracticeExchange *exchange, GError **error)
{
  SignetPracticeStore *store = signet_practice_platform_get_store (context->platform);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SignetPracticeReader)
      reader = signet_practice_reader_new (signet_practice_exchange_get_json (exchange), "", findings);
  const char *password = signet_practice_reader_need_text (reader, "password");
  gint64 account = signet_practice_exchange_get_account (exchange);
  g_autoptr (SignetStatement) row = NULL;
  g_autofree char *normal = password != NULL ? normalize (password) : NULL;
  g_autofree char *phone = NULL;
  g_autofree char *hash = NULL;
  gboolean replaces;

  if (!signet_practice_store_find (
          store, &row, error,
          "SELECT a.phone, a.password, b.value, s.created_at > ?1 AND s.method <> 'password'"
          " FROM accounts a JOIN bindings b ON b.account = a.n AND b.kind = 'email' AND b.status = 'confirmed'"
          " JOIN sessions s ON s.n = ?2 WHERE a.n = ?3",
          "iii", signet_practice_platform_now (context->platform) - FRESH,
          signet_practice_exchange_get_session (exchange), account))
    return FALSE;
  g_return_val_if_fail (row != NULL, FALSE);
  phone = signet_statement_dup_text (row, 0);

  if (normal != NULL)
    check_rules (reader, normal, phone, signet_statement_get_text (row, 2));
  if (findings->len == 0 && !signet_statement_is_null (row, 1) && signet_statement_get_int64 (row, 3) == 0 &&
      !check_current (context, exchange, reader, row, error))
    return FALSE;
  if (signet_practice_exchange_is_answered (exchange))
    return TRUE;
  if (findings->len > 0)
    {
      signet_practice_refuse_findings (exchange, "invalid", 0, findings);
      return TRUE;
    }

  /* Who had the one before may be in one of the other sessions (OWASP ASVS 3.3.3). */
  replaces = !signet_statement_is_null (row, 1);
  hash = signet_password_hash_make (normal, error);
  if (hash == NULL ||
      !signet_practice_store_run (store, error, "UPDATE accounts SET password = ? WHERE n = ?", "si", hash,
                                  account) ||
      !signet_practice_locks_clear (context->platform, SIGNET_PRACTICE_METHOD_PASSWORD, phone, error) ||
      (replaces && !signet_practice_sessions_end_others (
                       context->platform, account, signet_practice_exchange_get_session (exchange), error)))
    return FALSE;
  signet_practice_exchange_answer (exchange, 204, NULL, NULL);
  return TRUE;
}

const SignetPracticeRoute signet_practice_password_routes[] = {
  { "PUT", "/v1/account/password", SIGNET_PRACTICE_ROUTE_JSON | SIGNET_PRACTICE_ROUTE_WRITES, put_password },
  { NULL, NULL, 0, NULL },
};
