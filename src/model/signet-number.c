/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-number.h"
#include "model/signet-number-private.h"

#include <string.h>

/**
 * SignetNumberCheck:
 * @normalised: the number as it is stored: no spaces, half-width, upper case
 * @errors: what makes the number impossible
 * @warnings: what makes it doubtful; never a reason to refuse it
 *
 * What can be said about a number without asking anyone. A plain value without a thread of its own.
 *
 * A failed check digit is a warning only: numbers that are valid in law fail it (credit codes of the Fujian
 * pilot, patents before 1989), and a program that refuses them locks honest people out.
 */

G_DEFINE_BOXED_TYPE (SignetNumberCheck,
                     signet_number_check,
                     signet_number_check_copy,
                     signet_number_check_free)

static const struct
{
  SignetNumberCode code;
  const char *name;
} codes_by_name[] = {
  { SIGNET_NUMBER_LENGTH, "length" },
  { SIGNET_NUMBER_ALPHABET, "alphabet" },
  { SIGNET_NUMBER_CHECK_DIGIT, "check-digit" },
  { SIGNET_NUMBER_ORG_CHECK_DIGIT, "org-check-digit" },
  { SIGNET_NUMBER_REGION, "region" },
  { SIGNET_NUMBER_DATE, "date" },
  { SIGNET_NUMBER_DATE_FUTURE, "date-future" },
  { SIGNET_NUMBER_UNDER_16, "under-16" },
  { SIGNET_NUMBER_OLD_15, "old-15" },
  { SIGNET_NUMBER_DEPARTMENT, "department" },
  { SIGNET_NUMBER_KIND, "kind" },
  { SIGNET_NUMBER_NO_CHECK_DIGIT, "no-check-digit" },
  { SIGNET_NUMBER_PUBLICATION_NUMBER, "publication-number" },
  { SIGNET_NUMBER_CLASS_RANGE, "class-range" },
  { SIGNET_NUMBER_SERIES, "series" },
};

static const struct
{
  SignetNumberKind kind;
  const char *name;
} kinds_by_name[] = {
  { SIGNET_NUMBER_RESIDENT_ID, "resident-id" },
  { SIGNET_NUMBER_CREDIT_CODE, "credit-code" },
  { SIGNET_NUMBER_PATENT, "patent-number" },
  { SIGNET_NUMBER_TRADEMARK, "trademark-number" },
  { SIGNET_NUMBER_NICE_CLASS, "nice-class" },
  { SIGNET_NUMBER_PHONE, "phone" },
  { SIGNET_NUMBER_CONTACT_PHONE, "contact-phone" },
  { SIGNET_NUMBER_HONG_KONG_MACAU_PERMIT, "hong-kong-macau-permit" },
  { SIGNET_NUMBER_TAIWAN_PERMIT, "taiwan-permit" },
  { SIGNET_NUMBER_PASSPORT, "passport" },
  { SIGNET_NUMBER_WORK, "work-number" },
  { SIGNET_NUMBER_SOFTWARE, "software-number" },
  { SIGNET_NUMBER_RESIDENCE_PERMIT, "residence-permit" },
  { SIGNET_NUMBER_PERMANENT_RESIDENT, "permanent-resident-card" },
  { SIGNET_NUMBER_BUSINESS_REGISTRATION, "business-registration" },
  { SIGNET_NUMBER_PERSON, "person" },
};

/* Characters that come along with pasted text and that nobody sees: spaces, zero-width and bidi marks. */
static gboolean
is_invisible (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x00ad || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff;
}

static gunichar
to_half_width (gunichar c)
{
  if (c >= 0xff01 && c <= 0xff5e)
    return c - 0xff01 + '!';
  if (c == 0x3002) /* an input method's full stop in a patent number */
    return '.';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
    return '-';
  return c;
}

static char *
normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (32);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      c = to_half_width (c);
      g_string_append_unichar (clean, c < 0x80 ? (gunichar) g_ascii_toupper ((char) c) : c);
    }

  return g_string_free (clean, FALSE);
}

/* How many ASCII digits stand at the start of @text. */
gsize
signet_number_span_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* The weighted sum over digits and letters (A is 10, Z is 35), as GB 11714 counts; the caller knows the
 * alphabet and that @text is long enough. */
int
signet_number_weighted_sum (const char *text, const int *weights, gsize n_weights)
{
  int sum = 0;

  for (gsize i = 0; i < n_weights; i++)
    sum += weights[i] * (g_ascii_isdigit (text[i]) ? text[i] - '0' : text[i] - 'A' + 10);

  return sum;
}

/**
 * signet_number_check_new:
 * @kind: what the number is said to be
 * @text: what was typed or pasted; any bytes
 * @today: (nullable): the day in Asia/Shanghai, or %NULL to leave out what depends on it
 *
 * Normalises a number and checks what can be checked offline. The rules stand at the function of each kind.
 *
 * Returns: (transfer full): the check, with no code set if there is nothing to say
 */
SignetNumberCheck *
signet_number_check_new (SignetNumberKind kind, const char *text, const GDate *today)
{
  SignetNumberCheck *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (today == NULL || g_date_valid (today), NULL);

  self = g_new0 (SignetNumberCheck, 1);
  self->normalised = normalise (text);

  switch (kind)
    {
    case SIGNET_NUMBER_RESIDENT_ID:
      signet_number_check_resident_id (self, today);
      break;
    case SIGNET_NUMBER_CREDIT_CODE:
      signet_number_check_credit_code (self);
      break;
    case SIGNET_NUMBER_PATENT:
      signet_number_check_patent (self, today);
      break;
    case SIGNET_NUMBER_TRADEMARK:
      signet_number_check_trademark (self);
      break;
    case SIGNET_NUMBER_NICE_CLASS:
      signet_number_check_nice_class (self);
      break;
    case SIGNET_NUMBER_PHONE:
      signet_number_check_phone (self);
      break;
    case SIGNET_NUMBER_CONTACT_PHONE:
      signet_number_check_contact_phone (self);
      break;
    case SIGNET_NUMBER_HONG_KONG_MACAU_PERMIT:
      signet_number_check_hong_kong_macau_permit (self);
      break;
    case SIGNET_NUMBER_TAIWAN_PERMIT:
      signet_number_check_taiwan_permit (self);
      break;
    case SIGNET_NUMBER_PASSPORT:
      signet_number_check_passport (self);
      break;
    case SIGNET_NUMBER_WORK:
      signet_number_check_work (self, today);
      break;
    case SIGNET_NUMBER_SOFTWARE:
      signet_number_check_software (self, today);
      break;
    case SIGNET_NUMBER_RESIDENCE_PERMIT:
      signet_number_check_residence_permit (self, today);
      break;
    case SIGNET_NUMBER_PERMANENT_RESIDENT:
      signet_number_check_permanent_resident (self, today);
      break;
    case SIGNET_NUMBER_BUSINESS_REGISTRATION:
      signet_number_check_business_registration (self);
      break;
    case SIGNET_NUMBER_PERSON:
      signet_number_check_person (self, today);
      break;
    default:
      g_return_val_if_reached (self);
    }

  return self;
}

/**
 * signet_number_get_patent_kind:
 * @text: what was typed as the number of a patent
 *
 * Returns: (nullable): what its kind digit says it is, a SIGNET_RIGHT_KIND_ word; %NULL if it is no such
 * number or the digit says nothing
 */
const char *
signet_number_get_patent_kind (const char *text)
{
  g_autoptr (SignetNumberCheck) check = signet_number_check_new (SIGNET_NUMBER_PATENT, text, NULL);

  return check != NULL && check->errors == 0 ? signet_number_read_patent_kind (check->normalised) : NULL;
}

/**
 * signet_number_check_copy:
 * @self: a check
 *
 * Returns: (transfer full): a copy
 */
SignetNumberCheck *
signet_number_check_copy (const SignetNumberCheck *self)
{
  SignetNumberCheck *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (SignetNumberCheck, 1);
  *copy = *self;
  copy->normalised = g_strdup (self->normalised);

  return copy;
}

/**
 * signet_number_check_free:
 * @self: (nullable) (transfer full): a check
 *
 * Frees @self.
 */
void
signet_number_check_free (SignetNumberCheck *self)
{
  if (self == NULL)
    return;
  g_free (self->normalised);
  g_free (self);
}

/**
 * signet_number_codes_to_string:
 * @codes: one or more codes
 *
 * Returns: (transfer full): the codes' stable names, comma-separated, the most telling first
 */
char *
signet_number_codes_to_string (SignetNumberCode codes)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (codes_by_name); i++)
    if ((codes & codes_by_name[i].code) != 0)
      {
        if (names->len > 0)
          g_string_append_c (names, ',');
        g_string_append (names, codes_by_name[i].name);
      }

  return g_string_free (names, FALSE);
}

/**
 * signet_number_kind_from_string:
 * @name: a stable name such as `credit-code`
 * @kind: (out): the kind
 *
 * Returns: whether @name is known
 */
gboolean
signet_number_kind_from_string (const char *name, SignetNumberKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds_by_name); i++)
    if (strcmp (kinds_by_name[i].name, name) == 0)
      {
        *kind = kinds_by_name[i].kind;
        return TRUE;
      }

  return FALSE;
}
