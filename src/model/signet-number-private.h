/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-number.h"

G_BEGIN_DECLS

/* Each takes a check whose `normalised` is clean upper-case text, adds codes and may rewrite the text. */

void signet_number_check_resident_id (SignetNumberCheck *self, const GDate *today);
void signet_number_check_credit_code (SignetNumberCheck *self);
void signet_number_check_phone (SignetNumberCheck *self);
void signet_number_check_contact_phone (SignetNumberCheck *self);
void signet_number_check_hong_kong_macau_permit (SignetNumberCheck *self);
void signet_number_check_taiwan_permit (SignetNumberCheck *self);
void signet_number_check_passport (SignetNumberCheck *self);
void signet_number_check_residence_permit (SignetNumberCheck *self, const GDate *today);
void signet_number_check_permanent_resident (SignetNumberCheck *self, const GDate *today);
void signet_number_check_business_registration (SignetNumberCheck *self);
void signet_number_check_person (SignetNumberCheck *self, const GDate *today);

void signet_number_check_patent (SignetNumberCheck *self, const GDate *today);
void signet_number_check_trademark (SignetNumberCheck *self);
void signet_number_check_nice_class (SignetNumberCheck *self);
void signet_number_check_work (SignetNumberCheck *self, const GDate *today);
void signet_number_check_software (SignetNumberCheck *self, const GDate *today);

const char *signet_number_read_patent_kind (const char *normalised);

gsize signet_number_span_digits (const char *text);
int signet_number_weighted_sum (const char *text, const int *weights, gsize n_weights);

G_END_DECLS
