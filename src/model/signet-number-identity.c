/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-number-private.h"

#include <string.h>

/*
 * Numbers that say who someone is: resident ID, credit code, travel permits, passport, phone.
 *
 * Pure functions over clean text (half-width, upper case, no spaces); any thread.
 */

/* GB 32100-2015: digits and capitals without I, O, S, V, Z. */
static const char credit_alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/* GB/T 2260: provinces, with Taiwan, Hong Kong and Macau as residence permits write them. */
static gboolean
is_province (int two_digits)
{
  static const struct
  {
    int first, last;
  } ranges[] = { { 11, 15 }, { 21, 23 }, { 31, 37 }, { 41, 46 },
                 { 50, 54 }, { 61, 65 }, { 71, 71 }, { 81, 83 } };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (two_digits >= ranges[i].first && two_digits <= ranges[i].last)
      return TRUE;

  return FALSE;
}

static int
parse_digits (const char *text, gsize n)
{
  int value = 0;

  for (gsize i = 0; i < n; i++)
    value = value * 10 + (text[i] - '0');

  return value;
}

/* GB 11643-1999: sum mod 11 of the first seventeen digits. */
static char
compute_resident_check (const char *text)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

  return "10X98765432"[signet_number_weighted_sum (text, weights, G_N_ELEMENTS (weights)) % 11];
}

static void
check_birth (SignetNumberCheck *self, const GDate *today)
{
  int year = parse_digits (self->normalised + 6, 4);
  int month = parse_digits (self->normalised + 10, 2);
  int day = parse_digits (self->normalised + 12, 2);
  GDate birth;

  if (year < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      self->errors |= SIGNET_NUMBER_DATE;
      return;
    }
  if (today == NULL)
    return;

  g_date_clear (&birth, 1);
  g_date_set_dmy (&birth, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (g_date_compare (&birth, today) > 0)
    {
      self->warnings |= SIGNET_NUMBER_DATE_FUTURE;
      return;
    }
  g_date_add_years (&birth, 16);
  if (g_date_compare (&birth, today) > 0)
    self->warnings |= SIGNET_NUMBER_UNDER_16;
}

/* Resident ID, GB 11643-1999: region 6, birth date 8, order 3, check 1. Residence permits of Hong Kong
 * (810000), Macau (820000) and Taiwan (830000) people follow it, and so does the permanent resident card for
 * foreigners, which starts with 9. The fifteen digits of the first generation (withdrawn 2013) become
 * eighteen by putting 19 before the year and counting the check digit. */
void
signet_number_check_resident_id (SignetNumberCheck *self, const GDate *today)
{
  gsize length = (gsize) g_utf8_strlen (self->normalised, -1);
  gsize digits = signet_number_span_digits (self->normalised);

  if (length != 18 && length != 15)
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }
  if (digits != length && !(length == 18 && digits == 17 && self->normalised[17] == 'X'))
    {
      self->errors |= SIGNET_NUMBER_ALPHABET;
      return;
    }

  if (length == 15)
    {
      char *longer = g_strdup_printf ("%.6s19%s0", self->normalised, self->normalised + 6);

      longer[17] = compute_resident_check (longer);
      g_free (self->normalised);
      self->normalised = longer;
      self->warnings |= SIGNET_NUMBER_OLD_15;
    }
  else if (self->normalised[17] != compute_resident_check (self->normalised))
    self->warnings |= SIGNET_NUMBER_CHECK_DIGIT;

  if (self->normalised[0] != '9' && !is_province (parse_digits (self->normalised, 2)))
    self->warnings |= SIGNET_NUMBER_REGION;
  check_birth (self, today);
}

/* GB 11714-1997, the organisation code inside: eight characters and a check character. */
static char
compute_organisation_check (const char *text)
{
  static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
  int check = 11 - signet_number_weighted_sum (text, weights, G_N_ELEMENTS (weights)) % 11;

  return check == 10 ? 'X' : (char) ('0' + check % 11);
}

/* GB 32100-2015: weights are the powers of 3 modulo 31. */
static char
compute_credit_check (const char *text)
{
  int sum = 0;
  int weight = 1;

  for (gsize i = 0; i < 17; i++)
    {
      sum += weight * (int) (strchr (credit_alphabet, text[i]) - credit_alphabet);
      weight = weight * 3 % 31;
    }

  return credit_alphabet[(31 - sum % 31) % 31];
}

/* Unified social credit code, GB 32100-2015: department 1, kind 1, region 6, organisation code 9, check 1. */
void
signet_number_check_credit_code (SignetNumberCheck *self)
{
  const char *code = self->normalised;

  if (g_utf8_strlen (code, -1) != 18)
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }
  if (strspn (code, credit_alphabet) != 18)
    {
      self->errors |= SIGNET_NUMBER_ALPHABET;
      return;
    }

  if (strchr ("123456789ANY", code[0]) == NULL)
    self->warnings |= SIGNET_NUMBER_DEPARTMENT;
  /* 10 is the national registry, which GB/T 2260 doesn't know. */
  if (signet_number_span_digits (code + 2) < 2 ||
      (parse_digits (code + 2, 2) != 10 && !is_province (parse_digits (code + 2, 2))))
    self->warnings |= SIGNET_NUMBER_REGION;
  if (code[16] != compute_organisation_check (code + 8))
    self->warnings |= SIGNET_NUMBER_ORG_CHECK_DIGIT;
  if (code[17] != compute_credit_check (code))
    self->warnings |= SIGNET_NUMBER_CHECK_DIGIT;
}

/* A mainland mobile number: 1, then 3 to 9, then nine digits (the numbering plan of the ministry). The
 * country code and hyphens are dropped. A series not yet in use is a warning: new ones are opened. */
void
signet_number_check_phone (SignetNumberCheck *self)
{
  GString *digits = g_string_new (self->normalised);

  g_string_replace (digits, "-", "", 0);
  if (g_str_has_prefix (digits->str, "+86"))
    g_string_erase (digits, 0, 3);
  else if (g_str_has_prefix (digits->str, "0086"))
    g_string_erase (digits, 0, 4);
  else if (g_str_has_prefix (digits->str, "86") && digits->len == 13)
    g_string_erase (digits, 0, 2);
  g_free (self->normalised);
  self->normalised = g_string_free (digits, FALSE);

  if (g_utf8_strlen (self->normalised, -1) != 11)
    self->errors |= SIGNET_NUMBER_LENGTH;
  else if (signet_number_span_digits (self->normalised) != 11)
    self->errors |= SIGNET_NUMBER_ALPHABET;
  else if (self->normalised[0] != '1' || self->normalised[1] < '3')
    self->warnings |= SIGNET_NUMBER_SERIES;
}

/* A number that isn't a mobile one of the mainland, perhaps with an extension. */
static gboolean
is_other_phone (const char *text)
{
#define EXTENSION "((-|#|X|EXT\\.?|转|轉)\\d{1,6})?$"
  static const char *const shapes[] = {
    /* a landline: 0 and the area code, then seven or eight digits */
    "^\\(?0[1-9]\\d{1,2}\\)?(-?\\d){7,8}" EXTENSION,
    "^(\\+|00)86-?\\(?0?[1-9]\\d{1,2}\\)?(-?\\d){7,8}" EXTENSION,
    /* 400, where both pay, or 800, where who is called pays, then seven digits */
    "^[48]00(-?\\d){7}" EXTENSION,
    /* another country, or Hong Kong, Macau or Taiwan: + or 00, then seven to fifteen digits (ITU-T E.164) */
    "^(\\+|00)(?!86)[1-9]([()-]*\\d){6,14}" EXTENSION,
  };
#undef EXTENSION

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_regex_match_simple (shapes[i], text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
      return TRUE;

  return FALSE;
}

/* The phone of a contact. Nobody knows all shapes there are, so the wrong number of digits is a warning, as
 * long as there are as many as in the shortest numbers that are called. */
void
signet_number_check_contact_phone (SignetNumberCheck *self)
{
  if (is_other_phone (self->normalised))
    return;

  signet_number_check_phone (self);
  if (self->errors == SIGNET_NUMBER_LENGTH &&
      signet_number_span_digits (self->normalised) == strlen (self->normalised) &&
      strlen (self->normalised) >= 5)
    {
      self->errors = 0;
      self->warnings = SIGNET_NUMBER_LENGTH;
    }
}

static void
drop_separators (SignetNumberCheck *self)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = self->normalised; *p != '\0'; p++)
    if (strchr ("-./()", *p) == NULL)
      g_string_append_c (clean, *p);
  g_free (self->normalised);
  self->normalised = g_string_free (clean, FALSE);
}

/* The papers people travel with: five to seventeen letters and digits, whatever they are grouped by. */
static void
check_travel_document (SignetNumberCheck *self)
{
  drop_separators (self);
  if (strspn (self->normalised, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen (self->normalised))
    self->errors |= SIGNET_NUMBER_ALPHABET;
  else if (strlen (self->normalised) < 5 || strlen (self->normalised) > 17)
    self->errors |= SIGNET_NUMBER_LENGTH;
}

/* Of all papers to travel with only some have a shape that is known for certain, so others are doubtful. */
static void
check_travel_shape (SignetNumberCheck *self, const char *shape)
{
  check_travel_document (self);
  if (self->errors == 0 &&
      !g_regex_match_simple (shape, self->normalised, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    self->warnings |= SIGNET_NUMBER_SERIES;
}

/* Mainland travel permit for Hong Kong and Macau residents: H or M, eight digits, and on older cards two
 * more for how often it was renewed. */
void
signet_number_check_hong_kong_macau_permit (SignetNumberCheck *self)
{
  check_travel_shape (self, "^[HM]\\d{8}(\\d{2})?$");
}

/* Mainland travel permit for Taiwan residents: eight digits. The booklets from before the cards had two more,
 * or a letter in brackets for how often it was renewed. */
void
signet_number_check_taiwan_permit (SignetNumberCheck *self)
{
  check_travel_shape (self, "^\\d{8}$");
}

/* Any passport; each country has shapes of its own. */
void
signet_number_check_passport (SignetNumberCheck *self)
{
  check_travel_document (self);
}

/* Residence permit of Hong Kong (81), Macau (82) and Taiwan (83) people: a resident ID of these regions. */
void
signet_number_check_residence_permit (SignetNumberCheck *self, const GDate *today)
{
  signet_number_check_resident_id (self, today);
  if (self->errors == 0 && (self->normalised[0] != '8' || strchr ("123", self->normalised[1]) == NULL))
    self->warnings |= SIGNET_NUMBER_REGION;
}

/* Permanent resident card of foreigners: a resident ID that starts with 9; cards from before 2023 have three
 * letters for the country and twelve digits. */
void
signet_number_check_permanent_resident (SignetNumberCheck *self, const GDate *today)
{
  if (g_ascii_isalpha (self->normalised[0]))
    {
      gsize length = (gsize) g_utf8_strlen (self->normalised, -1);

      if (length != 15)
        self->errors |= SIGNET_NUMBER_LENGTH;
      else if (!g_ascii_isalpha (self->normalised[1]) || !g_ascii_isalpha (self->normalised[2]) ||
               signet_number_span_digits (self->normalised + 3) != 12)
        self->errors |= SIGNET_NUMBER_ALPHABET;
      return;
    }

  /* fifteen digits are the first generation of resident IDs, which foreigners never had */
  if (g_utf8_strlen (self->normalised, -1) != 18)
    {
      self->errors |= SIGNET_NUMBER_LENGTH;
      return;
    }
  signet_number_check_resident_id (self, today);
  if (self->errors == 0 && self->normalised[0] != '9')
    self->warnings |= SIGNET_NUMBER_REGION;
}

/* The paper of a person of whom it isn't known which one it is. An ID card's number is told from others by
 * its length: no passport has as many digits. */
void
signet_number_check_person (SignetNumberCheck *self, const GDate *today)
{
  gsize length;

  drop_separators (self);
  length = strlen (self->normalised);
  if (length == 18 || (length >= 15 && signet_number_span_digits (self->normalised) >= length - 1))
    signet_number_check_resident_id (self, today);
  else
    check_travel_document (self);
}

/* Business registration of Hong Kong: eight digits; on the certificate the branch, the period and a check
 * character follow (12345678-000-11-25-A). Other shapes are only doubtful. */
void
signet_number_check_business_registration (SignetNumberCheck *self)
{
  gsize digits = signet_number_span_digits (self->normalised);
  const char *rest = self->normalised + digits;

  if (self->normalised[0] == '\0')
    self->errors |= SIGNET_NUMBER_LENGTH;
  else if (digits != 8)
    self->warnings |= digits == strlen (self->normalised) ? SIGNET_NUMBER_LENGTH : SIGNET_NUMBER_ALPHABET;
  else if (*rest != '\0' && !g_regex_match_simple ("^-\\d{3}(-\\d{2}-\\d{2}(-[A-Z0-9])?)?$", rest, 0, 0))
    self->warnings |= SIGNET_NUMBER_ALPHABET;
}
