/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/signet-tables.h"

G_BEGIN_DECLS

/**
 * SignetAuthorisationRecord:
 * @id: local id
 * @principal: local id of the party that gives it
 * @agent: local id of the party it is given to
 * @follows: local id of the authorisation under which it is passed on, "" if none
 * @handler: who acts for the agent
 * @valid_from: date
 * @valid_until: date, "" if none
 * @all_rights: whether it covers every right of the principal
 * @rights: local ids of the rights it names, a space between
 * @n_rights: how many those are
 * @sub_delegation: whether the agent may pass it on
 * @body: the authorisation, encoded
 * @created_at: µs UTC
 * @updated_at: µs UTC
 *
 * An authorisation as this desk knows it, whatever platforms think of it.
 */
typedef struct
{
  char *id;
  char *principal;
  char *agent;
  char *follows;
  char *handler;
  char *valid_from;
  char *valid_until;
  gboolean all_rights;
  char *rights;
  gint64 n_rights;
  gboolean sub_delegation;
  GBytes *body;
  gint64 created_at;
  gint64 updated_at;
} SignetAuthorisationRecord;

SignetAuthorisationRecord *signet_authorisation_record_new (void);
void signet_authorisation_record_free (SignetAuthorisationRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetAuthorisationRecord, signet_authorisation_record_free)

gboolean
signet_authorisations_save (SignetTables *tables, const SignetAuthorisationRecord *record, GError **error);
SignetAuthorisationRecord *signet_authorisations_find (SignetTables *tables, const char *id, GError **error);
GPtrArray *signet_authorisations_list (SignetTables *tables, const char *principal, GError **error);
GPtrArray *signet_authorisations_list_chain (SignetTables *tables, const char *id, GError **error);

G_END_DECLS
