/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-platform.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PRACTICE_REVIEWER (signet_practice_reviewer_get_type ())
G_DECLARE_FINAL_TYPE (SignetPracticeReviewer, signet_practice_reviewer, SIGNET, PRACTICE_REVIEWER, GObject)

SignetPracticeReviewer *signet_practice_reviewer_new (SignetPracticePlatform *platform, GError **error);

void signet_practice_reviewer_add_certification (SignetPracticeReviewer *self, gint64 certification);
void signet_practice_reviewer_add_complaint (SignetPracticeReviewer *self, gint64 complaint);
gboolean
signet_practice_reviewer_add_renewal (SignetPracticeReviewer *self, gint64 certification, GError **error);
gboolean signet_practice_reviewer_resume (SignetPracticeReviewer *self, gint64 certification, GError **error);
gboolean
signet_practice_reviewer_set_automatic (SignetPracticeReviewer *self, gboolean automatic, GError **error);
gboolean signet_practice_reviewer_follow_clock (SignetPracticeReviewer *self, GError **error);

G_END_DECLS
