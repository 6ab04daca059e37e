/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-right-validate.h"

#include "model/signet-date.h"
#include "model/signet-finding-codes.h"
#include "model/signet-identity.h"
#include "model/signet-right-kind.h"
#include "model/signet-right-term.h"
#include "model/signet-right-validate-private.h"
#include "model/signet-validate-private.h"
#include "model/signet-words.h"

#include <string.h>

/* What is checked in every right, and what the families of rights have in common. Pure; any thread, as long
 * as nobody changes the records meanwhile. */

/* An optional or required day that can't be in the future. Returns whether @date is one, future or not. */
gboolean
signet_right_validate_past_date (GPtrArray *findings,
                                 const char *pointer,
                                 const char *text,
                                 gboolean required,
                                 const GDate *today,
                                 GDate *date)
{
  if (signet_validate_is_empty (text))
    {
      if (required)
        signet_validate_required (findings, pointer, text);
      return FALSE;
    }
  if (!signet_validate_date (findings, pointer, text, date))
    return FALSE;
  if (today != NULL && g_date_compare (date, today) > 0)
    g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_DATE_FUTURE,
                                                   "date", text, NULL));
  return TRUE;
}

/* Of two days that can be read, the second doesn't come before the first. */
void
signet_right_validate_order (GPtrArray *findings,
                             const char *first_name,
                             const char *first,
                             const char *second_name,
                             const char *second)
{
  g_autofree char *pointer = g_strconcat ("/", second_name, NULL);
  GDate first_date, second_date;

  if (signet_validate_read_date (first, &first_date) && signet_validate_read_date (second, &second_date) &&
      g_date_compare (&second_date, &first_date) < 0)
    g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_ERROR, SIGNET_FINDING_DATE_ORDER,
                                                   first_name, first, second_name, second, NULL));
}

/* The end of a term that isn't renewed: what was typed, compared with what follows from the dates (or NULL),
 * and whether it is past. A later end than the law's is possible (compensation of Patent Law 42), so nothing
 * of this is an error. */
void
signet_right_validate_end (GPtrArray *findings, SignetRight *self, const GDate *computed, const GDate *today)
{
  const char *text = signet_right_get_valid_until (self);
  GDate typed;
  const GDate *end = computed;

  if (!signet_validate_is_empty (text))
    {
      if (!signet_validate_date (findings, "/valid_until", text, &typed))
        return;
      end = &typed;
      if (computed != NULL && g_date_compare (&typed, computed) != 0)
        {
          g_autofree char *expected = signet_date_to_text (computed);

          g_ptr_array_add (findings,
                           signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING,
                                               SIGNET_FINDING_TERM_LENGTH, "expected", expected, NULL));
        }
    }
  if (end != NULL && today != NULL && g_date_compare (end, today) < 0)
    {
      g_autofree char *date = signet_date_to_text (end);

      g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_WARNING,
                                                     SIGNET_FINDING_EXPIRED, "date", date, NULL));
    }
}

/* What is granted by registration holds only where it is registered. */
void
signet_right_validate_territory (GPtrArray *findings, SignetRight *self)
{
  const char *territory = signet_right_get_territory (self);

  if (*territory != '\0' && strcmp (territory, SIGNET_TERRITORY_CN) != 0)
    g_ptr_array_add (findings, signet_finding_new ("/territory", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_TERRITORY, "territory", territory, NULL));
}

/* Whether @owner is @name, or names several of whom one is. */
static gboolean
names (const char *owner, const char *name)
{
  g_autofree char *wide = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *folded_name = signet_validate_fold_name (name);

  if (*name == '\0')
    return FALSE;
  if (strcmp (owner, name) == 0)
    return TRUE;
  /* folding makes full-width semicolons ASCII; a comma may be part of a company's name */
  wide = signet_validate_fold_name (owner);
  for (char *p = wide; (p = strstr (p, "、")) != NULL;)
    memset (p, ';', strlen ("、"));
  parts = g_strsplit (wide, ";", -1);
  for (guint i = 0; parts[1] != NULL && i < g_strv_length (parts); i++)
    if (strcmp (parts[i], folded_name) == 0)
      return TRUE;
  return FALSE;
}

/* The owner as on the certificate and the certified name, in either script, should be one. If they differ
 * only by the keyboard's width the papers are right and the typing is doubtful; if the names differ, a proof
 * of the change helps. A licensee isn't the owner, and a portrait's owner is the person it shows. */
static void
validate_owner (GPtrArray *findings, SignetRight *self, SignetParty *party)
{
  gboolean portrait = strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_PORTRAIT) == 0;
  const char *pointer = portrait ? "/name" : "/owner";
  g_autofree char *owner =
      g_strstrip (g_strdup (portrait ? signet_right_get_name (self) : signet_right_get_owner (self)));
  const char *standing = signet_right_get_standing (self);
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *folded_owner = NULL;
  g_autofree char *folded_name = NULL;
  g_autofree char *folded_other = NULL;
  gboolean proven;
  gboolean same;

  if ((!portrait && !signet_validate_required (findings, pointer, owner)) || party == NULL ||
      *owner == '\0' || (*standing != '\0' && strcmp (standing, SIGNET_STANDING_OWNER) != 0))
    return;
  name = g_strstrip (g_strdup (signet_party_get_name (party)));
  other_name = g_strstrip (g_strdup (signet_party_get_other_name (party)));
  if (*name == '\0' || names (owner, name) || names (owner, other_name))
    return;

  folded_owner = signet_validate_fold_name (owner);
  folded_name = signet_validate_fold_name (name);
  folded_other = signet_validate_fold_name (other_name);
  same = strcmp (folded_owner, folded_name) == 0 || strcmp (folded_owner, folded_other) == 0;
  proven = signet_validate_has_file (G_LIST_MODEL (signet_right_get_evidence (self)), SIGNET_SLOT_NAME_PROOF);
  g_ptr_array_add (findings,
                   signet_finding_new (pointer, proven ? SIGNET_SEVERITY_HINT : SIGNET_SEVERITY_WARNING,
                                       SIGNET_FINDING_OWNER_DIFFERS, "owner", owner, "party", name,
                                       "difference", same ? "width" : "name", portrait ? "kind" : NULL,
                                       SIGNET_RIGHT_KIND_PORTRAIT, NULL));
}

/* Civil Code 1018: a portrait is a natural person's. An organisation may be licensed to use it. */
static void
validate_portrait (GPtrArray *findings, SignetRight *self, SignetParty *party)
{
  if (strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_PORTRAIT) == 0 && party != NULL &&
      signet_identity_is_organisation (signet_party_get_kind (party)) &&
      strcmp (signet_right_get_standing (self), SIGNET_STANDING_OWNER) == 0)
    g_ptr_array_add (findings, signet_finding_new ("/holders", SIGNET_SEVERITY_WARNING,
                                                   SIGNET_FINDING_PORTRAIT_HOLDER, NULL));
}

/* The papers of a standing are the rule set's; the day of the licence isn't. */
static void
validate_standing (GPtrArray *findings, SignetRight *self, const GDate *today)
{
  const char *standing = signet_right_get_standing (self);
  const char *until = signet_right_get_licence_until (self);
  GDate date;

  if (!signet_validate_required (findings, "/standing", standing) ||
      strcmp (standing, SIGNET_STANDING_OWNER) == 0 || signet_validate_is_empty (until))
    return;
  if (signet_validate_date (findings, "/licence_until", until, &date) && today != NULL &&
      g_date_compare (&date, today) < 0)
    g_ptr_array_add (findings, signet_finding_new ("/licence_until", SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_LICENCE_EXPIRED, "date", until, NULL));
}

static void
validate_family (GPtrArray *findings, SignetRight *self, SignetParty *party, const GDate *today)
{
  gboolean person = party != NULL && !signet_identity_is_organisation (signet_party_get_kind (party));

  if (strcmp (signet_right_get_kind (self), SIGNET_RIGHT_KIND_TRADEMARK) == 0)
    signet_right_validate_trademark (findings, self, today);
  else if (signet_right_is_patent (self))
    signet_right_validate_patent (findings, self, today);
  else if (signet_right_is_copyright (self))
    signet_right_validate_work (findings, self, party != NULL || *signet_right_get_author_kind (self) != '\0',
                                person, today);
}

/**
 * signet_right_validate:
 * @self: a right
 * @party: (nullable): the party that holds it, if one is chosen
 * @platform: (nullable): the platform that will certify it, for its kinds, papers and limits
 * @today: (nullable): the day in Asia/Shanghai, or %NULL to leave out what depends on it
 *
 * Checks a right as a reviewer would. The rules of each family stand at its function; without @party nothing
 * is said about the owner's name, nor about the term of a work whose author's kind isn't given.
 *
 * Returns: (transfer full) (element-type SignetFinding): what was found, with pointers into the right as it
 * goes over the wire
 */
GPtrArray *
signet_right_validate (SignetRight *self, SignetParty *party, SignetPlatform *platform, const GDate *today)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) papers = NULL;
  const char *kind;

  g_return_val_if_fail (SIGNET_IS_RIGHT (self), findings);
  g_return_val_if_fail (party == NULL || SIGNET_IS_PARTY (party), findings);
  g_return_val_if_fail (platform == NULL || SIGNET_IS_PLATFORM (platform), findings);

  kind = signet_right_get_kind (self);
  if (signet_validate_required (findings, "/kind", kind) && platform != NULL &&
      signet_platform_find_right_kind (platform, kind) == NULL)
    g_ptr_array_add (findings, signet_finding_new ("/kind", SIGNET_SEVERITY_ERROR,
                                                   SIGNET_FINDING_UNKNOWN_KIND, "kind", kind, NULL));

  signet_validate_required (findings, "/name", signet_right_get_name (self));
  validate_portrait (findings, self, party);
  validate_owner (findings, self, party);
  validate_standing (findings, self, today);
  validate_family (findings, self, party, today);
  if (platform != NULL)
    papers = signet_platform_list_right_papers (platform, self);
  signet_validate_files (findings, G_LIST_MODEL (signet_right_get_evidence (self)), papers,
                         platform != NULL ? signet_platform_get_limits (platform) : NULL);

  return findings;
}
