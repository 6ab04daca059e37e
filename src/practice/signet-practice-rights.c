/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "model/signet-date.h"
#include "model/signet-evidence.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-identity.h"
#include "model/signet-number.h"
#include "model/signet-right-term.h"
#include "model/signet-right-validate.h"
#include "model/signet-words.h"
#include "practice/signet-practice-certification.h"
#include "practice/signet-practice-json.h"

/* Rights of every kind: what the account's parties own or may enforce. */

static const char *const members[] = {
  "kind",
  "number",
  "second_number",
  "name",
  "version",
  "owner",
  "classes",
  "registered_on",
  "filed_on",
  "granted_on",
  "annuity_paid_until",
  "valid_until",
  "work_kind",
  "author",
  "author_kind",
  "author_died_on",
  "completed_on",
  "published_on",
  "shot_on",
  "accounts",
  "territory",
  "holders",
  "standing",
  "licence_until",
  "renews",
  "files",
  NULL,
};

static const char *const standings[] = {
  SIGNET_STANDING_OWNER,
  SIGNET_STANDING_EXCLUSIVE_LICENSEE,
  SIGNET_STANDING_SOLE_LICENSEE,
  SIGNET_STANDING_LICENSEE,
  NULL,
};

static gpointer
decode (JsonNode *node, GError **error)
{
  return signet_api_right_from_request (node, error);
}

static gboolean
check_holders (SignetPracticeContext *context,
               SignetPracticeExchange *exchange,
               SignetPracticeReader *reader,
               GError **error)
{
  JsonArray *holders = signet_practice_reader_need_array (reader, "holders");
  guint length = holders != NULL ? json_array_get_length (holders) : 0;

  if (holders != NULL && length == 0)
    signet_practice_reader_add (reader, "holders", "required", NULL);
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *step = g_strdup_printf ("holders/%u", i);
      gint64 row;

      if (!signet_practice_certification_refer (context, exchange, reader, step, SIGNET_KIND_PARTY,
                                                json_array_get_string_element (holders, i), &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       SignetPracticeReader *reader,
       gpointer model,
       GError **error)
{
  const char *standing;

  if (!check_holders (context, exchange, reader, error))
    return FALSE;
  standing = signet_practice_reader_need_text (reader, "standing");
  if (standing != NULL && !g_strv_contains (standings, standing))
    signet_practice_reader_add (reader, "standing", "unsupported", NULL);
  return TRUE;
}

static SignetNumberKind
get_number_kind (SignetRight *right)
{
  if (signet_right_is_patent (right))
    return SIGNET_NUMBER_PATENT;
  if (g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_TRADEMARK))
    return SIGNET_NUMBER_TRADEMARK;
  if (g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_SOFTWARE))
    return SIGNET_NUMBER_SOFTWARE;
  return SIGNET_NUMBER_WORK;
}

/* Known by its number, however that was typed. Nothing is refused for it: whether two are the same, the
 * reviewer says. */
static gboolean
claim (SignetPracticeContext *context,
       SignetPracticeExchange *exchange,
       gpointer model,
       SignetPracticeClaim *claim,
       GError **error)
{
  g_autoptr (SignetNumberCheck)
      number = signet_number_check_new (get_number_kind (model), signet_right_get_number (model), NULL);

  if (*number->normalised != '\0')
    claim->document = g_strdup_printf ("%s:%s", signet_right_get_kind (model), number->normalised);
  return TRUE;
}

static gboolean
load_holder (SignetPracticePlatform *platform, const char *id, SignetParty **holder, GError **error)
{
  g_autoptr (JsonObject) resource = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (!signet_practice_certification_load_id (platform, id, NULL, &resource, error))
    return FALSE;
  g_return_val_if_fail (resource != NULL, FALSE);
  node = json_node_init_object (json_node_alloc (), resource);
  *holder = signet_api_party_from_request (node, error);
  return *holder != NULL;
}

static gboolean
has_finding (GPtrArray *found, const char *code)
{
  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (signet_finding_get_code (g_ptr_array_index (found, i)), code))
      return TRUE;
  return FALSE;
}

/* The certificate's owner must be one of the holders; if none is, the first is who differs. */
static gboolean
validate_for_holders (SignetPracticePlatform *platform,
                      JsonObject *resource,
                      SignetRight *right,
                      const GDate *today,
                      GPtrArray **found,
                      GError **error)
{
  SignetPlatform *rules = signet_practice_rules_get_platform (signet_practice_platform_get_rules (platform));
  JsonArray *holders = signet_practice_json_get_array (resource, "holders");
  g_autoptr (GPtrArray) findings = NULL;

  for (guint i = 0; i < json_array_get_length (holders); i++)
    {
      g_autoptr (SignetParty) holder = NULL;
      g_autoptr (GPtrArray) with_holder = NULL;

      if (!load_holder (platform, json_array_get_string_element (holders, i), &holder, error))
        return FALSE;
      with_holder = signet_right_validate (right, holder, rules, today);
      if (findings == NULL || !has_finding (with_holder, SIGNET_FINDING_OWNER_DIFFERS))
        {
          g_clear_pointer (&findings, g_ptr_array_unref);
          findings = g_steal_pointer (&with_holder);
        }
      if (!has_finding (findings, SIGNET_FINDING_OWNER_DIFFERS))
        break;
    }
  *found = g_steal_pointer (&findings);
  return TRUE;
}

/* A trademark is its number and its classes together. */
static gboolean
overlaps (JsonObject *right, JsonObject *other)
{
  JsonArray *classes = signet_practice_json_get_array (right, "classes");
  JsonArray *others = signet_practice_json_get_array (other, "classes");

  if (g_strcmp0 (signet_practice_json_get_string (right, "kind"), SIGNET_RIGHT_KIND_TRADEMARK) != 0)
    return TRUE;
  for (guint i = 0; classes != NULL && i < json_array_get_length (classes); i++)
    for (guint j = 0; others != NULL && j < json_array_get_length (others); j++)
      if (json_object_get_int_member_with_default (json_array_get_object_element (classes, i), "class", 0) ==
          json_object_get_int_member_with_default (json_array_get_object_element (others, j), "class", 0))
        return TRUE;
  return FALSE;
}

static gboolean
compare_with_others (SignetPracticePlatform *platform, JsonObject *resource, GPtrArray *found, GError **error)
{
  const char *id = signet_practice_json_get_string (resource, "id");
  g_autoptr (GPtrArray) others = signet_practice_certification_list_others (platform, id, TRUE, error);
  JsonObject *twin = NULL;

  if (others == NULL)
    return FALSE;
  for (guint i = 0; i < others->len && twin == NULL; i++)
    if (overlaps (resource, g_ptr_array_index (others, i)))
      twin = g_ptr_array_index (others, i);
  if (twin != NULL)
    g_ptr_array_add (found,
                     signet_finding_new ("/number", SIGNET_SEVERITY_ERROR, SIGNET_FINDING_RIGHT_TWICE,
                                         "right", signet_practice_json_get_string (twin, "name"), NULL));
  return TRUE;
}

/* The last day a right can have: of a trademark the end of the last term it can have been renewed for by
 * @today.
 */
static gboolean
find_latest (SignetRight *right, SignetParty *holder, const GDate *today, GDate *end)
{
  GDate last = *today, next;

  if (!g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_TRADEMARK))
    return signet_right_compute_term (right,
                                      !signet_identity_is_organisation (signet_party_get_kind (holder)), end);
  if (!signet_right_compute_trademark_term (right, 1, end))
    return FALSE;
  /* Trademark Law 40: renewed for ten years, from twelve months before the end */
  g_date_add_years (&last, 11);
  for (guint n = 2;
       signet_right_compute_trademark_term (right, n, &next) && g_date_compare (&next, &last) <= 0; n++)
    *end = next;
  return TRUE;
}

static gboolean
has_renewal (SignetRight *right)
{
  GListModel *files = G_LIST_MODEL (signet_right_get_evidence (right));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (SignetEvidence) file = g_list_model_get_item (files, i);

      if (g_str_equal (signet_evidence_get_slot (file), SIGNET_SLOT_RENEWAL))
        return TRUE;
    }
  return FALSE;
}

/* The desk only warns of an end that the dates don't give, since the papers may know better. A reviewer asks:
 * no renewal gives a mark an end in between, an early one wants its paper, and of other rights there is no
 * paper that could show more than the law has. */
static gboolean
check_term (SignetPracticePlatform *platform,
            JsonObject *resource,
            SignetRight *right,
            const GDate *today,
            GPtrArray *findings,
            GError **error)
{
  JsonArray *holders = signet_practice_json_get_array (resource, "holders");
  gboolean trademark = g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_TRADEMARK);
  g_autoptr (SignetParty) holder = NULL;
  g_autofree char *expected = NULL;
  GDate typed, latest;
  gboolean wrong;

  if (!signet_date_read (signet_right_get_valid_until (right), &typed))
    return TRUE;
  if (!load_holder (platform, json_array_get_string_element (holders, 0), &holder, error))
    return FALSE;
  if (!find_latest (right, holder, today, &latest))
    return TRUE;
  wrong = g_date_compare (&typed, &latest) > 0;
  if (trademark)
    wrong = has_finding (findings, SIGNET_FINDING_TERM_LENGTH) || (wrong && !has_renewal (right));
  if (!wrong)
    return TRUE;
  expected = signet_date_to_text (&latest);
  g_ptr_array_add (findings, signet_finding_new ("/valid_until", SIGNET_SEVERITY_ERROR, "term-unproven",
                                                 "expected", expected, NULL));
  return TRUE;
}

/* Whether the names agree, and whether the right is certified already, is the reviewer's business, not the
 * form's. */
static gboolean
validate (SignetPracticePlatform *platform,
          JsonObject *resource,
          gpointer model,
          gboolean review,
          GPtrArray **found,
          GError **error)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (platform);
  g_autoptr (GPtrArray) findings = NULL;
  GDate today;

  signet_clock_today (SIGNET_CLOCK (signet_practice_platform_get_clock (platform)), &today);
  if (!review)
    findings = signet_right_validate (model, NULL, signet_practice_rules_get_platform (rules), &today);
  else if (!validate_for_holders (platform, resource, model, &today, &findings, error) ||
           !check_term (platform, resource, model, &today, findings, error) ||
           !compare_with_others (platform, resource, findings, error))
    return FALSE;
  *found = g_steal_pointer (&findings);
  return TRUE;
}

/* The term: what was sent, but no longer than the law says; a trademark's with its grace, as often as it was
 * renewed. */
static gboolean
find_term (SignetPracticePlatform *platform,
           JsonObject *resource,
           SignetRight *right,
           GDate *end,
           gboolean *known,
           GError **error)
{
  JsonArray *holders = signet_practice_json_get_array (resource, "holders");
  g_autoptr (SignetParty) holder = NULL;
  gboolean typed = signet_date_read (signet_right_get_valid_until (right), end);
  GDate computed;

  *known = typed;
  if (typed && g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_TRADEMARK))
    {
      g_date_add_months (end, SIGNET_RIGHT_GRACE_MONTHS);
      return TRUE;
    }
  if (!load_holder (platform, json_array_get_string_element (holders, 0), &holder, error))
    return FALSE;
  if (signet_right_compute_term (right, !signet_identity_is_organisation (signet_party_get_kind (holder)),
                                 &computed))
    {
      if (!typed || g_date_compare (&computed, end) < 0)
        *end = computed;
      *known = TRUE;
    }
  return TRUE;
}

/* A licensee's right ends with the licence. */
static gboolean
find_end (SignetPracticePlatform *platform, JsonObject *resource, gpointer model, char **end, GError **error)
{
  gboolean licensed = !g_str_equal (signet_right_get_standing (model), SIGNET_STANDING_OWNER);
  GDate term, licence;
  gboolean known;

  if (!find_term (platform, resource, model, &term, &known, error))
    return FALSE;
  if (licensed && signet_date_read (signet_right_get_licence_until (model), &licence) &&
      (!known || g_date_compare (&licence, &term) < 0))
    {
      term = licence;
      known = TRUE;
    }
  if (known)
    *end = signet_date_to_text (&term);
  return TRUE;
}

static GListModel *
list_papers (SignetPlatform *rules, gpointer model)
{
  return signet_platform_list_right_papers (rules, model);
}

/* A proof of the change of name mends a name as well, so the papers may be changed too; and who chose the
 * wrong kind of patent may choose another. */
static const SignetPracticeStop stops[] = {
  { .code = SIGNET_FINDING_OWNER_DIFFERS,
    .param = "difference",
    .value = "name",
    .opens = "/files",
    .hint = "name-proof",
    .slot = SIGNET_SLOT_NAME_PROOF },
  { .code = SIGNET_FINDING_EXPIRED,
    .subject = SIGNET_RIGHT_KIND_TRADEMARK,
    .opens = "/files",
    .hint = SIGNET_FINDING_RENEWAL_PAPER,
    .slot = SIGNET_SLOT_RENEWAL },
  { .code = SIGNET_FINDING_EXPIRED },
  { .code = SIGNET_FINDING_PORTRAIT_HOLDER, .opens = "/standing", .hint = SIGNET_FINDING_PORTRAIT_HOLDER },
  { .code = SIGNET_FINDING_PORTRAIT_HOLDER, .opens = "/name", .hint = SIGNET_FINDING_PORTRAIT_HOLDER },
  { .code = SIGNET_FINDING_LICENCE_EXPIRED,
    .opens = "/files",
    .hint = "paper-stale",
    .slot = SIGNET_SLOT_LICENCE_CONTRACT },
  { .code = SIGNET_FINDING_ANNUITY_DUE,
    .opens = "/files",
    .hint = "paper-stale",
    .slot = SIGNET_SLOT_ANNUITY_RECEIPT },
  { .code = SIGNET_FINDING_EVALUATION_REPORT, .slot = SIGNET_SLOT_EVALUATION_REPORT },
  { .code = SIGNET_FINDING_NUMBER_KIND, .opens = "/kind", .hint = SIGNET_FINDING_NUMBER_KIND },
  { .code = SIGNET_FINDING_RIGHT_TWICE,
    .subject = SIGNET_RIGHT_KIND_TRADEMARK,
    .opens = "/classes",
    .hint = SIGNET_FINDING_RIGHT_TWICE },
  { NULL },
};

const SignetPracticeKind signet_practice_kind_right = {
  .name = SIGNET_KIND_RIGHT,
  .prefix = "rgt",
  .collection = "/v1/rights",
  .review = "rights",
  .members = members,
  .stops = stops,
  .decode = decode,
  .check = check,
  .claim = claim,
  .validate = validate,
  .find_end = find_end,
  .list_papers = list_papers,
};
