/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-number-private.h"

#include "model/signet-words.h"

#include <string.h>

/*
 * Numbers that say what someone owns: patents, trademarks and their Nice classes, registered works, software.
 *
 * Pure functions over clean text (half-width, upper case, no spaces); any thread. Only what can't be any
 * number of the kind is an error; an unusual shape is a warning.
 */

#define OLD_PATENT_DIGITS 8  /* until September 2003 */
#define NEW_PATENT_DIGITS 12 /* since */

static void
replace (SignetNumberCheck *self, char *text)
{
  g_free (self->normalised);
  self->normalised = text;
}

/* People copy the words around a number with it: 第12345678号, 第30类. */
static void
strip_around (SignetNumberCheck *self, const char *before, const char *after)
{
  const char *text = self->normalised;
  gsize length = strlen (text);

  if (g_str_has_prefix (text, before))
    {
      text += strlen (before);
      length -= strlen (before);
    }
  if (length >= strlen (after) && g_str_has_suffix (text, after))
    length -= strlen (after);
  replace (self, g_strndup (text, length));
}

static void
check_year (SignetNumberCheck *self, const char *four_digits, const GDate *today)
{
  int year = 0;

  for (gsize i = 0; i < 4; i++)
    year = year * 10 + (four_digits[i] - '0');

  if (today != NULL && year > g_date_get_year (today))
    self->warnings |= SIGNET_NUMBER_DATE_FUTURE;
}

/* The standard of CNIPA for application numbers (ZC 0006-2003): weights 2 to 9, again from 2; sum mod 11. */
static char
compute_patent_check (const char *digits, gsize n)
{
  static const int weights[] = { 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5 };

  return "0123456789X"[signet_number_weighted_sum (digits, weights, n) % 11];
}

static gboolean
is_publication_letter (char c)
{
  return c != '\0' && strchr ("ABCSUY", c) != NULL;
}

/* A publication number has seven to nine digits and a letter for the stage (ZC 0007); people copy it from
 * search sites where the application number is meant. */
static gboolean
is_publication_number (const char *text, gsize digits)
{
  const char *rest = text + digits;

  if (digits < 7 || digits > 9)
    return FALSE;
  if (*rest == '\0')
    return digits == 9 && text[8] != compute_patent_check (text, OLD_PATENT_DIGITS);
  return is_publication_letter (rest[0]) &&
         (rest[1] == '\0' || (g_ascii_isdigit (rest[1]) && rest[2] == '\0'));
}

/* Splits off the check digit, with or without its dot. Returns its character or 0. */
static char
take_patent_check (const char *text, gsize *digits)
{
  const char *rest = text + *digits;

  if (*rest == '\0' && (*digits == OLD_PATENT_DIGITS + 1 || *digits == NEW_PATENT_DIGITS + 1))
    {
      *digits -= 1;
      return text[*digits];
    }
  if (*rest == '.')
    rest++;
  if ((g_ascii_isdigit (*rest) || *rest == 'X') && rest[1] == '\0')
    return *rest;
  return '\0';
}

/* What the kind digit of a clean number says: the third digit of eight, the fifth of twelve; 8 and 9 are
 * applications that came over the PCT. NULL for a digit that says nothing. */
const char *
signet_number_read_patent_kind (const char *normalised)
{
  gsize digits = signet_number_span_digits (normalised);

  switch (normalised[digits == OLD_PATENT_DIGITS ? 2 : 4])
    {
    case '1':
    case '8':
      return SIGNET_RIGHT_KIND_INVENTION;
    case '2':
    case '9':
      return SIGNET_RIGHT_KIND_UTILITY_MODEL;
    case '3':
      return SIGNET_RIGHT_KIND_DESIGN;
    default:
      return NULL;
    }
}

/* Chinese patent or application number: ZL or CN, year (2 or 4 digits), kind digit, order, dot, check digit.
 * Before 1989 there was no check digit. */
void
signet_number_check_patent (SignetNumberCheck *self, const GDate *today)
{
  gsize digits;
  char check;

  if (g_str_has_prefix (self->normalised, "ZL") || g_str_has_prefix (self->normalised, "CN"))
    replace (self, g_strdup (self->normalised + 2));

  digits = signet_number_span_digits (self->normalised);
  if (is_publication_number (self->normalised, digits))
    {
      self->errors |= SIGNET_NUMBER_PUBLICATION_NUMBER;
      return;
    }

  check = take_patent_check (self->normalised, &digits);
  if (check == '\0' && self->normalised[digits] != '\0')
    {
      self->errors |= SIGNET_NUMBER_ALPHABET;
      return;
    }
  if (digits != OLD_PATENT_DIGITS && digits != NEW_PATENT_DIGITS)
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }

  if (check == '\0')
    self->warnings |= SIGNET_NUMBER_NO_CHECK_DIGIT;
  else
    {
      replace (self, g_strdup_printf ("%.*s.%c", (int) digits, self->normalised, check));
      if (check != compute_patent_check (self->normalised, digits))
        self->warnings |= SIGNET_NUMBER_CHECK_DIGIT;
    }

  if (signet_number_read_patent_kind (self->normalised) == NULL)
    self->warnings |= SIGNET_NUMBER_KIND;
  if (digits == NEW_PATENT_DIGITS)
    check_year (self, self->normalised, today);
}

/* Trademark registration: one to nine digits and a letter if the registration was divided; or G, digits and
 * a letter for an international registration (Madrid). Other shapes are only doubtful. */
void
signet_number_check_trademark (SignetNumberCheck *self)
{
  const char *text;
  gsize digits;

  strip_around (self, "第", "号");
  text = self->normalised;
  if (*text == '\0')
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }

  if (*text == 'G')
    text++;
  digits = signet_number_span_digits (text);
  if (digits == 0 || (text[digits] != '\0' && !(g_ascii_isalpha (text[digits]) && text[digits + 1] == '\0')))
    self->warnings |= SIGNET_NUMBER_ALPHABET;
  else if (digits > 9)
    self->warnings |= SIGNET_NUMBER_LENGTH;
}

/* Nice Agreement: classes 1 to 45. */
void
signet_number_check_nice_class (SignetNumberCheck *self)
{
  const char *text;
  gsize digits;

  strip_around (self, "第", "类");
  digits = signet_number_span_digits (self->normalised);
  if (self->normalised[0] == '\0')
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }
  if (self->normalised[digits] != '\0')
    {
      self->errors |= SIGNET_NUMBER_ALPHABET;
      return;
    }

  text = self->normalised + strspn (self->normalised, "0");
  if (strlen (text) < 1 || strlen (text) > 2 || g_ascii_strtoll (text, NULL, 10) > 45)
    self->errors |= SIGNET_NUMBER_CLASS_RANGE;
  else
    replace (self, g_strdup (text));
}

/* Registration of a work: 国作登字-YYYY-L-NNNNNNNN, where provinces write their own first character. */
void
signet_number_check_work (SignetNumberCheck *self, const GDate *today)
{
  const char *series = strstr (self->normalised, "作登字");
  const char *text;

  if (self->normalised[0] == '\0')
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }
  if (series == NULL || g_utf8_strlen (self->normalised, series - self->normalised) != 1)
    {
      self->warnings |= SIGNET_NUMBER_SERIES;
      return;
    }

  text = series + strlen ("作登字");
  text += *text == '-';
  if (signet_number_span_digits (text) != 4 || text[4] != '-' || !g_ascii_isalpha (text[5]) || text[6] != '-')
    {
      self->warnings |= SIGNET_NUMBER_ALPHABET;
      return;
    }
  if (signet_number_span_digits (text + 7) != 8 || text[15] != '\0')
    self->warnings |= SIGNET_NUMBER_LENGTH;
  check_year (self, text, today);
}

/* Registration of software: the certificate's 软著登字第…号, or the registration YYYYSR and six or seven
 * digits. Both are called 登记号. */
void
signet_number_check_software (SignetNumberCheck *self, const GDate *today)
{
  const char *text = self->normalised;
  gsize digits;

  if (*text == '\0')
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }
  if (g_str_has_prefix (text, "软著登字第"))
    {
      text += strlen ("软著登字第");
      digits = signet_number_span_digits (text);
      if (digits == 0)
        self->warnings |= SIGNET_NUMBER_LENGTH;
      else if (text[digits] != '\0' && strcmp (text + digits, "号") != 0)
        self->warnings |= SIGNET_NUMBER_ALPHABET;
      return;
    }

  if (signet_number_span_digits (text) != 4 || !g_str_has_prefix (text + 4, "SR"))
    {
      self->warnings |= SIGNET_NUMBER_SERIES;
      return;
    }
  digits = signet_number_span_digits (text + 6);
  if (text[6 + digits] != '\0')
    self->warnings |= SIGNET_NUMBER_ALPHABET;
  else if (digits < 6 || digits > 7)
    self->warnings |= SIGNET_NUMBER_LENGTH;
  check_year (self, text, today);
}
