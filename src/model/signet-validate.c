/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-validate-private.h"

#include "model/signet-country.h"
#include "model/signet-date.h"
#include "model/signet-evidence.h"
#include "model/signet-finding-codes.h"
#include "model/signet-paper-slot.h"
#include "model/signet-words.h"

#include <string.h>

/*
 * What the validators of parties, rights and complaints have in common. Pure functions that add findings to
 * an array; any thread, as long as nobody changes the records meanwhile.
 */

/* RFC 5321, 4.5.3.1. */
#define LONGEST_LOCAL_PART 64
#define LONGEST_ADDRESS 254

/* Whether @text says nothing. */
gboolean
signet_validate_is_empty (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* Returns whether @text says something. */
gboolean
signet_validate_required (GPtrArray *findings, const char *pointer, const char *text)
{
  if (!signet_validate_is_empty (text))
    return TRUE;

  g_ptr_array_add (findings,
                   signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_REQUIRED, NULL));
  return FALSE;
}

/* As signet_date_read(); spaces around it don't count. */
gboolean
signet_validate_read_date (const char *typed, GDate *date)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));

  return signet_date_read (text, date);
}

/* As signet_validate_read_date(), and says so if it isn't one. */
gboolean
signet_validate_date (GPtrArray *findings, const char *pointer, const char *typed, GDate *date)
{
  if (signet_validate_read_date (typed, date))
    return TRUE;

  g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_DATE, NULL));
  return FALSE;
}

static void
add_number_codes (GPtrArray *findings, const char *pointer, SignetSeverity severity, SignetNumberCode codes)
{
  g_autofree char *names = signet_number_codes_to_string (codes);
  g_auto (GStrv) list = g_strsplit (names, ",", -1);

  for (char **name = list; *name != NULL && **name != '\0'; name++)
    g_ptr_array_add (findings, signet_finding_new (pointer, severity, *name, NULL));
}

/* A number that can be checked offline; one finding for each of its codes, errors alone if there are any. */
void
signet_validate_number (GPtrArray *findings,
                        const char *pointer,
                        SignetNumberKind kind,
                        const char *text,
                        const GDate *today)
{
  g_autoptr (SignetNumberCheck) check = NULL;

  if (!signet_validate_required (findings, pointer, text))
    return;

  check = signet_number_check_new (kind, text, today);
  if (check->errors != 0)
    add_number_codes (findings, pointer, SIGNET_SEVERITY_ERROR, check->errors);
  else
    add_number_codes (findings, pointer, SIGNET_SEVERITY_WARNING, check->warnings);
}

/* An e-mail address, as far as that can be told without writing to it. Spaces around it don't count. */
void
signet_validate_email (GPtrArray *findings, const char *pointer, const char *typed)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  const char *at;
  const char *dot;
  gboolean good;

  if (!signet_validate_required (findings, pointer, text))
    return;

  at = strrchr (text, '@');
  dot = at != NULL ? strrchr (at, '.') : NULL;
  good = at != NULL && strchr (text, '@') == at && at > text && at - text <= LONGEST_LOCAL_PART &&
         dot != NULL && dot > at + 1 && dot[1] != '\0' && at[1] != '.' && strstr (text, "..") == NULL &&
         strlen (text) <= LONGEST_ADDRESS;
  for (const char *p = text; good && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      good = !g_unichar_isspace (c) && !g_unichar_iscntrl (c) &&
             (c >= 0x80 || strchr ("<>()[],;:\\\"", (int) c) == NULL);
    }
  if (!good)
    g_ptr_array_add (findings,
                     signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_EMAIL, NULL));
}

/* Whether a paper lies in @slot. */
gboolean
signet_validate_has_file (GListModel *files, const char *slot)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SignetEvidence) file = g_list_model_get_item (files, i);

      if (strcmp (signet_evidence_get_slot (file), slot) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
validate_file (GPtrArray *findings, guint position, SignetEvidence *file, SignetLimits *limits)
{
  g_autofree char *pointer = g_strdup_printf ("/files/%u", position);
  const char *const *types = signet_limits_get_media_types (limits);
  guint64 bytes = signet_evidence_get_bytes (file);
  guint64 limit = signet_limits_get_bytes_per_file (limits);

  if (bytes == 0)
    g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_ZERO_BYTES,
                                                   "name", signet_evidence_get_name (file), NULL));
  else if (limit > 0 && bytes > limit)
    {
      g_autofree char *bytes_text = g_strdup_printf ("%" G_GUINT64_FORMAT, bytes);
      g_autofree char *limit_text = g_strdup_printf ("%" G_GUINT64_FORMAT, limit);

      g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_TOO_LARGE,
                                                     "name", signet_evidence_get_name (file), "bytes",
                                                     bytes_text, "limit", limit_text, NULL));
    }
  if (*types != NULL && !g_strv_contains (types, signet_evidence_get_media_type (file)))
    g_ptr_array_add (findings,
                     signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_TYPE_NOT_ACCEPTED,
                                         "name", signet_evidence_get_name (file), "media_type",
                                         signet_evidence_get_media_type (file), NULL));
}

/* Whether the paper is there, or one that stands in for it. */
static gboolean
has_paper (GListModel *files, SignetPaperSlot *paper)
{
  const char *const *alternatives = signet_paper_slot_get_alternatives (paper);

  if (signet_validate_has_file (files, signet_paper_slot_get_slot (paper)))
    return TRUE;
  for (guint i = 0; alternatives[i] != NULL; i++)
    if (signet_validate_has_file (files, alternatives[i]))
      return TRUE;

  return FALSE;
}

/* The papers of a submission: what must be there, and what the platform takes. Either of @papers and @limits
 * may be NULL. */
void
signet_validate_files (GPtrArray *findings, GListModel *files, GListModel *papers, SignetLimits *limits)
{
  guint n_files = g_list_model_get_n_items (files);

  for (guint i = 0; papers != NULL && i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, i);

      if (signet_paper_slot_get_required (paper) && !has_paper (files, paper))
        g_ptr_array_add (findings,
                         signet_finding_new ("/files", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_PAPER_MISSING,
                                             "slot", signet_paper_slot_get_slot (paper), NULL));
    }
  if (limits == NULL)
    return;

  if (signet_limits_get_files_per_submission (limits) > 0 &&
      n_files > (guint) signet_limits_get_files_per_submission (limits))
    {
      g_autofree char *count = g_strdup_printf ("%u", n_files);
      g_autofree char *limit = g_strdup_printf ("%d", signet_limits_get_files_per_submission (limits));

      g_ptr_array_add (findings,
                       signet_finding_new ("/files", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_TOO_MANY_FILES,
                                           "count", count, "limit", limit, NULL));
    }
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (SignetEvidence) file = g_list_model_get_item (files, i);

      validate_file (findings, i, file, limits);
    }
}

/* Public documents of another country, and private ones that were notarised there, are good in mainland China
 * with an apostille or consular legalisation, and with a translation (Civil Procedure Law 275; SPC provisions
 * on evidence in civil procedure [2019] 19, articles 16 and 17). Whether a platform insists is the platform's
 * business. */
void
signet_validate_legalisation (GPtrArray *findings, GListModel *files, const char *country)
{
  if (!signet_validate_has_file (files, SIGNET_SLOT_LEGALISATION))
    g_ptr_array_add (findings, signet_finding_new ("/files", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_LEGALISATION_MISSING, "country", country,
                                                   "form", signet_country_get_legalisation (country), "slot",
                                                   SIGNET_SLOT_LEGALISATION, NULL));
  if (!signet_validate_has_file (files, SIGNET_SLOT_TRANSLATION))
    g_ptr_array_add (findings, signet_finding_new ("/files", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_TRANSLATION_MISSING, "slot",
                                                   SIGNET_SLOT_TRANSLATION, NULL));
}

/* A name without what a keyboard decides: width, case, spaces. Brackets of both widths come out the same. */
char *
signet_validate_fold_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *compatible = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (compatible, -1);
  GString *tight = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (tight, g_utf8_get_char (p));

  return g_string_free (tight, FALSE);
}
