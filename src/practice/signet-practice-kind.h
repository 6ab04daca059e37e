/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-reader.h"
#include "practice/signet-practice-route.h"

G_BEGIN_DECLS

/**
 * SignetPracticeStop:
 * @code: code of a finding
 * @param: (nullable): a parameter of the finding
 * @value: (nullable): what it must be
 * @subject: (nullable): only for resources of this `kind`
 * @opens: (nullable): pointer to what may be changed beside what the finding points to
 * @hint: (nullable): code of the hint that says so
 * @slot: (nullable): slot of the paper that would mend it
 *
 * A finding that the reviewer doesn't let pass though it may be a warning, and what it opens for correction.
 * Of several with the same code all count. Where it opens nothing else, the slot stands with the finding. A
 * slot that the rule set doesn't have for such a resource isn't opened.
 */
typedef struct
{
  const char *code;
  const char *param;
  const char *value;
  const char *subject;
  const char *opens;
  const char *hint;
  const char *slot;
} SignetPracticeStop;

/**
 * SignetPracticeClaim:
 * @document: (nullable): what it is known by, whoever has it
 * @own: whether it is who the account's holder is
 *
 * What a certification is compared with others by.
 */
typedef struct
{
  char *document;
  gboolean own;
} SignetPracticeClaim;

/**
 * SignetPracticeKind:
 * @name: `party`, `right` or `authorisation`
 * @prefix: of its ids
 * @collection: its path
 * @review: its member of the rule set's `review`
 * @members: (array zero-terminated=1): members a client may send
 * @stops: findings that the reviewer doesn't let pass, ended by one without a code
 * @decode: makes the model's object of a resource
 * @check: notes what is wrong with the form of a submission beside what @validate finds
 * @claim: (nullable): says what it is compared with others by, and refuses the exchange if another one has
 *   what only one may have
 * @validate: the model's findings; @review if the reviewer looks, who knows what else the account has
 * @find_end: the day after which it has expired, empty for never
 * @list_papers: (nullable): the slots that the rule set has for it, %NULL if any paper may be asked for
 *
 * What one kind of certification has that the others haven't. All are submitted and then locked, reviewed at
 * once or with the first complaint; a correction may change what the findings point to, parts of it and
 * wholes it is part of, and nothing else.
 */
typedef struct
{
  const char *name;
  const char *prefix;
  const char *collection;
  const char *review;
  const char *const *members;
  const SignetPracticeStop *stops;

  gpointer (*decode) (JsonNode *node, GError **error);
  gboolean (*check) (SignetPracticeContext *context,
                     SignetPracticeExchange *exchange,
                     SignetPracticeReader *reader,
                     gpointer model,
                     GError **error);
  gboolean (*claim) (SignetPracticeContext *context,
                     SignetPracticeExchange *exchange,
                     gpointer model,
                     SignetPracticeClaim *claim,
                     GError **error);
  gboolean (*validate) (SignetPracticePlatform *platform,
                        JsonObject *resource,
                        gpointer model,
                        gboolean review,
                        GPtrArray **found,
                        GError **error);
  gboolean (*find_end) (SignetPracticePlatform *platform,
                        JsonObject *resource,
                        gpointer model,
                        char **end,
                        GError **error);
  GListModel *(*list_papers) (SignetPlatform *rules, gpointer model);
} SignetPracticeKind;

extern const SignetPracticeKind signet_practice_kind_party;
extern const SignetPracticeKind signet_practice_kind_right;
extern const SignetPracticeKind signet_practice_kind_authorisation;

/* All of them, ended by %NULL. */
extern const SignetPracticeKind *const signet_practice_kinds[];

const SignetPracticeKind *signet_practice_kind_find (const char *name);

G_END_DECLS
