/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-right.h"

G_BEGIN_DECLS

void signet_right_validate_trademark (GPtrArray *findings, SignetRight *self, const GDate *today);
void signet_right_validate_patent (GPtrArray *findings, SignetRight *self, const GDate *today);
void signet_right_validate_work (GPtrArray *findings,
                                 SignetRight *self,
                                 gboolean author_known,
                                 gboolean holder_is_person,
                                 const GDate *today);

gboolean signet_right_validate_past_date (GPtrArray *findings,
                                          const char *pointer,
                                          const char *text,
                                          gboolean required,
                                          const GDate *today,
                                          GDate *date);
void signet_right_validate_order (GPtrArray *findings,
                                  const char *first_name,
                                  const char *first,
                                  const char *second_name,
                                  const char *second);
void
signet_right_validate_end (GPtrArray *findings, SignetRight *self, const GDate *computed, const GDate *today);
void signet_right_validate_territory (GPtrArray *findings, SignetRight *self);

G_END_DECLS
