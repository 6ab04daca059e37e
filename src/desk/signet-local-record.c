/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-local-record.h"

#include "api/signet-api-authorisation.h"
#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "model/signet-authorisation.h"
#include "model/signet-date.h"
#include "model/signet-identity.h"
#include "model/signet-normalise.h"
#include "model/signet-party.h"
#include "model/signet-right.h"
#include "model/signet-right-term.h"
#include "model/signet-words.h"
#include "proof/signet-random.h"
#include "store/signet-authorisations.h"
#include "store/signet-parties.h"
#include "store/signet-rights.h"

/*
 * A party, right or authorisation as this desk keeps it, whatever platforms think of it: the columns that
 * lists filter and show, and the whole, encoded. Made on the main thread, saved and freed on the store's
 * worker.
 */
struct _SignetLocalRecord
{
  SignetPartyRecord *party;
  SignetRightRecord *right;
  SignetAuthorisationRecord *authorisation;
  char *principal_name; /* of an authorisation */
};

static gboolean
take_party (SignetLocalRecord *self, SignetParty *party, SignetTables *tables, gint64 now, GError **error)
{
  g_autofree char *id = signet_random_uuid (error);
  g_autoptr (SignetPartyRecord) known = NULL;

  if (id == NULL)
    return FALSE;
  if (*signet_party_get_id (party) == '\0')
    signet_party_set_id (party, id);
  signet_party_normalise (party);
  known = signet_parties_find (tables, signet_party_get_id (party), NULL);
  self->party = signet_party_record_new ();
  self->party->id = g_strdup (signet_party_get_id (party));
  self->party->role = g_strdup (signet_party_get_role (party));
  self->party->kind = g_strdup (signet_party_get_kind (party));
  self->party->name = g_strdup (signet_party_get_name (party));
  self->party->document_number = g_strdup (signet_party_get_document_number (party));
  self->party->document_key = signet_party_make_document_key (party);
  self->party->document_valid_until = g_strdup (signet_party_get_document_valid_until (party));
  self->party->country = g_strdup (signet_party_get_country (party));
  self->party->own = signet_party_get_own (party);
  self->party->body = signet_api_party_to_draft (party);
  self->party->created_at = known != NULL ? known->created_at : now;
  self->party->updated_at = now;
  return TRUE;
}

/* When it ends: as typed, or as it follows from its other dates. A trademark may have been renewed, which
 * nobody can compute; nor is the author guessed at while nobody is named. */
static char *
find_end (SignetRight *right, SignetTables *tables)
{
  const char *typed = signet_right_get_valid_until (right);
  g_autoptr (SignetPartyRecord) holder = NULL;
  gboolean trademark = g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_TRADEMARK);
  GDate end;

  if (*typed != '\0' || trademark)
    return g_strdup (typed);
  holder = signet_parties_find (tables, signet_right_get_party_id (right), NULL);
  if ((!signet_right_is_patent (right) && holder == NULL && *signet_right_get_author_kind (right) == '\0') ||
      !signet_right_compute_term (right, holder != NULL && !signet_identity_is_organisation (holder->kind),
                                  &end))
    return g_strdup ("");
  return signet_date_to_text (&end);
}

static gboolean
take_right (SignetLocalRecord *self, SignetRight *right, SignetTables *tables, gint64 now, GError **error)
{
  g_autofree char *id = signet_random_uuid (error);
  g_autoptr (SignetRightRecord) known = NULL;

  if (id == NULL)
    return FALSE;
  if (*signet_right_get_id (right) == '\0')
    signet_right_set_id (right, id);
  signet_right_normalise (right);
  known = signet_rights_find (tables, signet_right_get_id (right), NULL);
  self->right = signet_right_record_new ();
  self->right->id = g_strdup (signet_right_get_id (right));
  self->right->kind = g_strdup (signet_right_get_kind (right));
  self->right->number = g_strdup (signet_right_get_number (right));
  self->right->name = g_strdup (signet_right_get_name (right));
  self->right->owner = g_strdup (signet_right_get_owner (right));
  self->right->valid_until = find_end (right, tables);
  self->right->party = g_strdup (signet_right_get_party_id (right));
  self->right->co_holders = g_strjoinv (" ", (char **) signet_right_get_co_holder_ids (right));
  self->right->licence_until = g_strdup (signet_right_get_licence_until (right));
  self->right->annuity_paid_until = g_strdup (signet_right_get_annuity_paid_until (right));
  self->right->body = signet_api_right_to_draft (right);
  self->right->created_at = known != NULL ? known->created_at : now;
  self->right->updated_at = now;
  return TRUE;
}

static gboolean
take_authorisation (SignetLocalRecord *self,
                    SignetAuthorisation *authorisation,
                    SignetTables *tables,
                    gint64 now,
                    GError **error)
{
  g_autofree char *id = signet_random_uuid (error);
  g_autoptr (SignetAuthorisationRecord) known = NULL;
  g_autoptr (SignetPartyRecord) principal = NULL;
  const char *const *rights;
  SignetAuthorisationRecord *record;

  if (id == NULL)
    return FALSE;
  if (*signet_authorisation_get_id (authorisation) == '\0')
    signet_authorisation_set_id (authorisation, id);
  signet_authorisation_normalise (authorisation);
  known = signet_authorisations_find (tables, signet_authorisation_get_id (authorisation), NULL);
  rights = signet_authorisation_get_right_ids (authorisation);
  record = self->authorisation = signet_authorisation_record_new ();
  record->id = g_strdup (signet_authorisation_get_id (authorisation));
  record->principal = g_strdup (signet_authorisation_get_principal_id (authorisation));
  record->agent = g_strdup (signet_authorisation_get_agent_id (authorisation));
  principal = signet_parties_find (tables, record->principal, NULL);
  self->principal_name = g_strdup (principal != NULL ? principal->name : "");
  record->follows = g_strdup (signet_authorisation_get_follows_id (authorisation));
  record->handler = g_strdup (signet_authorisation_get_handler_name (authorisation));
  record->valid_from = g_strdup (signet_authorisation_get_valid_from (authorisation));
  record->valid_until = g_strdup (signet_authorisation_get_valid_until (authorisation));
  record->all_rights = signet_authorisation_get_all_rights (authorisation);
  record->rights = g_strjoinv (" ", (char **) rights);
  record->n_rights = g_strv_length ((char **) rights);
  record->sub_delegation = signet_authorisation_get_sub_delegation (authorisation);
  record->body = signet_api_authorisation_to_draft (authorisation);
  record->created_at = known != NULL ? known->created_at : now;
  record->updated_at = now;
  return TRUE;
}

/**
 * signet_local_record_new:
 * @kind: %SIGNET_KIND_PARTY, %SIGNET_KIND_RIGHT or %SIGNET_KIND_AUTHORISATION
 * @record: what is to be kept; gets a local id if it has none, and is normalised
 * @tables: for reading
 * @now: µs UTC
 * @error: no randomness
 *
 * Returns: (transfer full) (nullable): what is written
 */
SignetLocalRecord *
signet_local_record_new (const char *kind,
                         SignetRecord *record,
                         SignetTables *tables,
                         gint64 now,
                         GError **error)
{
  g_autoptr (SignetLocalRecord) self = g_new0 (SignetLocalRecord, 1);
  gboolean taken;

  if (g_str_equal (kind, SIGNET_KIND_PARTY))
    taken = take_party (self, SIGNET_PARTY (record), tables, now, error);
  else if (g_str_equal (kind, SIGNET_KIND_RIGHT))
    taken = take_right (self, SIGNET_RIGHT (record), tables, now, error);
  else
    taken = take_authorisation (self, SIGNET_AUTHORISATION (record), tables, now, error);
  return taken ? g_steal_pointer (&self) : NULL;
}

/** signet_local_record_free: @self: (transfer full): what was to be kept; any thread */
void
signet_local_record_free (SignetLocalRecord *self)
{
  g_clear_pointer (&self->party, signet_party_record_free);
  g_clear_pointer (&self->right, signet_right_record_free);
  g_clear_pointer (&self->authorisation, signet_authorisation_record_free);
  g_free (self->principal_name);
  g_free (self);
}

/** signet_local_record_get_id: Returns: (transfer none): its local id */
const char *
signet_local_record_get_id (SignetLocalRecord *self)
{
  if (self->authorisation != NULL)
    return self->authorisation->id;
  return self->party != NULL ? self->party->id : self->right->id;
}

/** signet_local_record_get_title: Returns: (transfer none): what lists call it: an authorisation by who gives
 * it */
const char *
signet_local_record_get_title (SignetLocalRecord *self)
{
  if (self->authorisation != NULL)
    return self->principal_name;
  return self->party != NULL ? self->party->name : self->right->name;
}

/** signet_local_record_get_body: Returns: (transfer none): the whole of it, encoded as a draft */
GBytes *
signet_local_record_get_body (SignetLocalRecord *self)
{
  if (self->authorisation != NULL)
    return self->authorisation->body;
  return self->party != NULL ? self->party->body : self->right->body;
}

/** signet_local_record_save: Returns: %TRUE if it is written. Worker. */
gboolean
signet_local_record_save (SignetTables *tables, SignetLocalRecord *self, GError **error)
{
  if (self->authorisation != NULL)
    return signet_authorisations_save (tables, self->authorisation, error);
  return self->party != NULL ? signet_parties_save (tables, self->party, error)
                             : signet_rights_save (tables, self->right, error);
}
