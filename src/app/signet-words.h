/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-label.h"

G_BEGIN_DECLS

/**
 * SignetMeaning:
 * @SIGNET_MEANING_NEUTRAL: ordinary, no colour
 * @SIGNET_MEANING_ACCENT: the platform is working
 * @SIGNET_MEANING_SUCCESS: a good end
 * @SIGNET_MEANING_WARNING: waits for the person
 * @SIGNET_MEANING_ERROR: refused
 *
 * What a colour stands for. The application has no other colours but the purple of practice.
 */
typedef enum
{
  SIGNET_MEANING_NEUTRAL,
  SIGNET_MEANING_ACCENT,
  SIGNET_MEANING_SUCCESS,
  SIGNET_MEANING_WARNING,
  SIGNET_MEANING_ERROR,
} SignetMeaning;

const char *signet_words_status (const char *status);
const char *signet_words_status_icon (const char *status);
SignetMeaning signet_words_status_meaning (const char *status);
const char *signet_words_measure (const char *measure);
const char *signet_words_target_kind (const char *kind);
const char *signet_words_target_kind_icon (const char *kind);
const char *signet_words_check (const char *check);
const char *signet_words_right_kind (const char *kind);
const char *signet_words_right_kind_icon (const char *kind);
const char *signet_words_party_kind (const char *kind);
const char *signet_words_role (const char *role);
const char *signet_words_document_kind (const char *kind);
const char *signet_words_standing (const char *standing);
char *signet_words_number (const char *number, const char *rest);
const char *signet_words_work_kind (const char *kind);
const char *signet_words_author_kind (const char *kind);
const char *signet_words_scope (const char *scope);
const char *signet_words_slot (const char *slot);
const char *signet_words_reason (const char *code);
const char *signet_words_step (const char *page);
const char *signet_words_language (void);
const char *signet_words_label (SignetLabel *label);
const char *signet_words_meaning_class (SignetMeaning meaning);

G_END_DECLS
