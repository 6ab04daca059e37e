/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SIGNET_NUMBER_RESIDENT_ID,
  SIGNET_NUMBER_CREDIT_CODE,
  SIGNET_NUMBER_PATENT,
  SIGNET_NUMBER_TRADEMARK,
  SIGNET_NUMBER_NICE_CLASS,
  SIGNET_NUMBER_PHONE, /* a mobile one, which signs in */
  SIGNET_NUMBER_CONTACT_PHONE,
  SIGNET_NUMBER_HONG_KONG_MACAU_PERMIT,
  SIGNET_NUMBER_TAIWAN_PERMIT,
  SIGNET_NUMBER_PASSPORT,
  SIGNET_NUMBER_WORK,
  SIGNET_NUMBER_SOFTWARE,
  SIGNET_NUMBER_RESIDENCE_PERMIT,
  SIGNET_NUMBER_PERMANENT_RESIDENT,
  SIGNET_NUMBER_BUSINESS_REGISTRATION,
  SIGNET_NUMBER_PERSON, /* of whatever paper says who a person is */
} SignetNumberKind;

/* In the order in which they are told: the first one says most about what went wrong. */
typedef enum /*< flags >*/
{
  SIGNET_NUMBER_LENGTH = 1 << 0,
  SIGNET_NUMBER_ALPHABET = 1 << 1,
  SIGNET_NUMBER_CHECK_DIGIT = 1 << 2,
  SIGNET_NUMBER_ORG_CHECK_DIGIT = 1 << 3,
  SIGNET_NUMBER_REGION = 1 << 4,
  SIGNET_NUMBER_DATE = 1 << 5,
  SIGNET_NUMBER_DATE_FUTURE = 1 << 6,
  SIGNET_NUMBER_UNDER_16 = 1 << 7,
  SIGNET_NUMBER_OLD_15 = 1 << 8,
  SIGNET_NUMBER_DEPARTMENT = 1 << 9,
  SIGNET_NUMBER_KIND = 1 << 10,
  SIGNET_NUMBER_NO_CHECK_DIGIT = 1 << 11,
  SIGNET_NUMBER_PUBLICATION_NUMBER = 1 << 12,
  SIGNET_NUMBER_CLASS_RANGE = 1 << 13,
  SIGNET_NUMBER_SERIES = 1 << 14,
} SignetNumberCode;

typedef struct
{
  char *normalised;
  SignetNumberCode errors;
  SignetNumberCode warnings;
} SignetNumberCheck;

#define SIGNET_TYPE_NUMBER_CHECK (signet_number_check_get_type ())

GType signet_number_check_get_type (void);
SignetNumberCheck *signet_number_check_new (SignetNumberKind kind, const char *text, const GDate *today);
SignetNumberCheck *signet_number_check_copy (const SignetNumberCheck *self);
void signet_number_check_free (SignetNumberCheck *self);
char *signet_number_codes_to_string (SignetNumberCode codes);

const char *signet_number_get_patent_kind (const char *text);

gboolean signet_number_kind_from_string (const char *name, SignetNumberKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetNumberCheck, signet_number_check_free)

G_END_DECLS
