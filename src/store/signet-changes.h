/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SignetSubject:
 * @SIGNET_SUBJECT_ACCOUNT: an account; id: its local id
 * @SIGNET_SUBJECT_PARTY: a party or its certification; id: the party's local id
 * @SIGNET_SUBJECT_RIGHT: a right or its certification; id: the right's local id
 * @SIGNET_SUBJECT_COMPLAINT: a complaint, its items, events or receipt; id: the complaint's local id
 * @SIGNET_SUBJECT_DRAFT: a draft; id: its id
 * @SIGNET_SUBJECT_OUTBOX: a submission; id: its id
 * @SIGNET_SUBJECT_SETTING: a setting; id: its key
 * @SIGNET_SUBJECT_AUTHORISATION: an authorisation or its certification; id: its local id
 * @SIGNET_SUBJECT_DEADLINE: when something runs out; id: local id of what it is about
 *
 * What a change in the store is about.
 */
typedef enum
{
  SIGNET_SUBJECT_ACCOUNT,
  SIGNET_SUBJECT_PARTY,
  SIGNET_SUBJECT_RIGHT,
  SIGNET_SUBJECT_COMPLAINT,
  SIGNET_SUBJECT_DRAFT,
  SIGNET_SUBJECT_OUTBOX,
  SIGNET_SUBJECT_SETTING,
  SIGNET_SUBJECT_AUTHORISATION,
  SIGNET_SUBJECT_DEADLINE,
} SignetSubject;

#define SIGNET_N_SUBJECTS (SIGNET_SUBJECT_DEADLINE + 1)

#define SIGNET_TYPE_CHANGES (signet_changes_get_type ())
typedef struct _SignetChanges SignetChanges;

GType signet_changes_get_type (void);
SignetChanges *signet_changes_new (void);
SignetChanges *signet_changes_ref (SignetChanges *self);
void signet_changes_unref (SignetChanges *self);

void signet_changes_add (SignetChanges *self, SignetSubject subject, const char *id);
void signet_changes_add_all (SignetChanges *self, SignetChanges *other);
gboolean signet_changes_is_empty (SignetChanges *self);
gboolean signet_changes_has (SignetChanges *self, SignetSubject subject, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetChanges, signet_changes_unref)

G_END_DECLS
