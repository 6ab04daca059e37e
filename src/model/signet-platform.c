/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-platform.h"

/**
 * SignetPlatform:
 *
 * A platform and its rules, as GET /v1/platform and the rule-set files say them: what it certifies, what a
 * complaint may be about, how much it takes. Nothing in the program depends on a platform's name.
 * Immutable; may be read from any thread.
 */

struct _SignetPlatform
{
  SignetRecord parent_instance;

  char *id;
  SignetLabel *name;
  char *rules;
  gboolean practice;
  char *issuer;
  int version;
  char *now;
  char **login_methods;
  GListModel *party_kinds;
  GListModel *right_kinds;
  GListModel *authorisation_scopes;
  gboolean authorisation_all_rights;
  GListModel *authorisation_papers;
  gboolean authorisation_assumed;
  GListModel *target_kinds;
  GListModel *reasons;
  GListModel *regimes;
  char **domains;
  char **mobile_hosts;
  char **tracking_parameters;
  char *passcode_pattern;
  char *passcode_kind;
  gboolean passcode_assumed;
  SignetLimits *limits;
  char *review_parties;
  char *review_rights;
  char *review_authorisations;
  SignetLabel *review_expected;
  gboolean review_assumed;
  char *guarantee_version;
  SignetLabel *guarantee_text;
  gboolean guarantee_assumed;
  char **calendar_years;
};

G_DEFINE_FINAL_TYPE (SignetPlatform, signet_platform, SIGNET_TYPE_RECORD)

#define OFFSET(field) G_STRUCT_OFFSET (SignetPlatform, field)

static const SignetField fields[] = {
  { "id", SIGNET_FIELD_TEXT, OFFSET (id), "Identity of the platform, whatever its address" },
  { "name", SIGNET_FIELD_OBJECT, OFFSET (name), "What it is called", signet_label_get_type },
  { "rules", SIGNET_FIELD_TEXT, OFFSET (rules), "Name of the rule set" },
  { "practice", SIGNET_FIELD_BOOLEAN, OFFSET (practice),
    "Whether nothing that is filed here reaches anyone" },
  { "issuer", SIGNET_FIELD_TEXT, OFFSET (issuer), "Issuer of its tokens, RFC 8414" },
  { "version", SIGNET_FIELD_INT, OFFSET (version), "Version of the rule set" },
  { "now", SIGNET_FIELD_TEXT, OFFSET (now), "Time of the answer by the platform, RFC 3339" },
  { "login-methods", SIGNET_FIELD_TEXTS, OFFSET (login_methods), "device, sms, password" },
  { "party-kinds", SIGNET_FIELD_OBJECT, OFFSET (party_kinds), "#SignetPartyKind entries",
    g_list_model_get_type },
  { "right-kinds", SIGNET_FIELD_OBJECT, OFFSET (right_kinds), "#SignetRightKind entries",
    g_list_model_get_type },
  { "authorisation-scopes", SIGNET_FIELD_OBJECT, OFFSET (authorisation_scopes),
    "#SignetScope entries that an authorisation may have", g_list_model_get_type },
  { "authorisation-all-rights", SIGNET_FIELD_BOOLEAN, OFFSET (authorisation_all_rights),
    "Whether an authorisation may be for all rights without naming them" },
  { "authorisation-papers", SIGNET_FIELD_OBJECT, OFFSET (authorisation_papers),
    "#SignetPaperSlot entries that an authorisation is certified with", g_list_model_get_type },
  { "authorisation-assumed", SIGNET_FIELD_BOOLEAN, OFFSET (authorisation_assumed),
    "What an authorisation must be is assumed" },
  { "target-kinds", SIGNET_FIELD_OBJECT, OFFSET (target_kinds), "#SignetTargetKind entries",
    g_list_model_get_type },
  { "reasons", SIGNET_FIELD_OBJECT, OFFSET (reasons), "#SignetReason entries", g_list_model_get_type },
  { "regimes", SIGNET_FIELD_OBJECT, OFFSET (regimes), "#SignetRegime entries", g_list_model_get_type },
  { "domains", SIGNET_FIELD_TEXTS, OFFSET (domains), "Domains whose hosts are all the platform's own" },
  { "mobile-hosts", SIGNET_FIELD_TEXTS, OFFSET (mobile_hosts), "Pairs: mobile host, host it stands for" },
  { "tracking-parameters", SIGNET_FIELD_TEXTS, OFFSET (tracking_parameters),
    "Query parameters to drop; a * at the end covers the rest" },
  { "passcode-pattern", SIGNET_FIELD_TEXT, OFFSET (passcode_pattern),
    "Regular expression of a share passcode; empty if the platform has none" },
  { "passcode-kind", SIGNET_FIELD_TEXT, OFFSET (passcode_kind), "Kind of target a share passcode leads to" },
  { "passcode-assumed", SIGNET_FIELD_BOOLEAN, OFFSET (passcode_assumed),
    "The shape of share passcodes is assumed" },
  { "limits", SIGNET_FIELD_OBJECT, OFFSET (limits), "How much a submission may hold",
    signet_limits_get_type },
  { "review-parties", SIGNET_FIELD_TEXT, OFFSET (review_parties),
    "When parties are reviewed: submission or first_complaint" },
  { "review-rights", SIGNET_FIELD_TEXT, OFFSET (review_rights),
    "When rights are reviewed: submission or first_complaint" },
  { "review-authorisations", SIGNET_FIELD_TEXT, OFFSET (review_authorisations),
    "When authorisations are reviewed: submission or first_complaint" },
  { "review-expected", SIGNET_FIELD_OBJECT, OFFSET (review_expected), "How long a review takes",
    signet_label_get_type },
  { "review-assumed", SIGNET_FIELD_BOOLEAN, OFFSET (review_assumed), "When reviews happen is assumed" },
  { "guarantee-version", SIGNET_FIELD_TEXT, OFFSET (guarantee_version), "Version of the guarantee of truth" },
  { "guarantee-text", SIGNET_FIELD_OBJECT, OFFSET (guarantee_text), "The guarantee of truth",
    signet_label_get_type },
  { "guarantee-assumed", SIGNET_FIELD_BOOLEAN, OFFSET (guarantee_assumed), "The guarantee is assumed" },
  { "calendar-years", SIGNET_FIELD_TEXTS, OFFSET (calendar_years),
    "Years whose rest days are known, as texts" },
};

/* The entry of @list whose text property @name is @value. The list keeps it alive. */
static gpointer
find_entry (GListModel *list, const char *name, const char *value)
{
  if (list == NULL || value == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) entry = g_list_model_get_item (list, i);
      g_autofree char *found = NULL;

      g_object_get (entry, name, &found, NULL);
      if (g_strcmp0 (found, value) == 0)
        return entry;
    }
  return NULL;
}

/* Whether a condition holds: none holds always. */
static gboolean
applies (const char *const *condition, const char *word)
{
  return condition[0] == NULL || (word != NULL && g_strv_contains (condition, word));
}

static GListModel *
choose_papers (GListModel *papers, const char *document_kind, const char *standing)
{
  GListStore *chosen = g_list_store_new (SIGNET_TYPE_PAPER_SLOT);

  for (guint i = 0; papers != NULL && i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetPaperSlot) paper = g_list_model_get_item (papers, i);

      if (applies (signet_paper_slot_get_when_documents (paper), document_kind) &&
          applies (signet_paper_slot_get_when_standings (paper), standing))
        g_list_store_append (chosen, paper);
    }
  return G_LIST_MODEL (chosen);
}

static void
signet_platform_class_init (SignetPlatformClass *klass)
{
  signet_record_class_install_immutable (SIGNET_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
signet_platform_init (SignetPlatform *self)
{
}

SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, id)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, SignetLabel, name)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, rules)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, practice)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, issuer)
SIGNET_RECORD_INT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, version)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, now)
SIGNET_RECORD_TEXTS_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, login_methods)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, GListModel, party_kinds)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, GListModel, right_kinds)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform,
                             signet_platform,
                             SIGNET_IS_PLATFORM,
                             GListModel,
                             authorisation_scopes)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, authorisation_all_rights)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform,
                             signet_platform,
                             SIGNET_IS_PLATFORM,
                             GListModel,
                             authorisation_papers)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, authorisation_assumed)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, GListModel, target_kinds)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, GListModel, reasons)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, GListModel, regimes)
SIGNET_RECORD_TEXTS_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, domains)
SIGNET_RECORD_TEXTS_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, mobile_hosts)
SIGNET_RECORD_TEXTS_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, tracking_parameters)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, passcode_pattern)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, passcode_kind)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, passcode_assumed)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, SignetLimits, limits)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, review_parties)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, review_rights)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, review_authorisations)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform,
                             signet_platform,
                             SIGNET_IS_PLATFORM,
                             SignetLabel,
                             review_expected)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, review_assumed)
SIGNET_RECORD_TEXT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, guarantee_version)
SIGNET_RECORD_OBJECT_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, SignetLabel, guarantee_text)
SIGNET_RECORD_BOOLEAN_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, guarantee_assumed)
SIGNET_RECORD_TEXTS_GETTER (SignetPlatform, signet_platform, SIGNET_IS_PLATFORM, calendar_years)

/**
 * signet_platform_find_party_kind:
 * @self: a platform
 * @kind: (nullable): a kind of party
 *
 * Returns: (transfer none) (nullable): what the platform says about it, NULL if it doesn't certify that kind
 */
SignetPartyKind *
signet_platform_find_party_kind (SignetPlatform *self, const char *kind)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);

  return find_entry (self->party_kinds, "kind", kind);
}

/**
 * signet_platform_find_right_kind:
 * @self: a platform
 * @kind: (nullable): a kind of right
 *
 * Returns: (transfer none) (nullable): what the platform says about it, NULL if it doesn't certify that kind
 */
SignetRightKind *
signet_platform_find_right_kind (SignetPlatform *self, const char *kind)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);

  return find_entry (self->right_kinds, "kind", kind);
}

/**
 * signet_platform_find_target_kind:
 * @self: a platform
 * @kind: (nullable): a kind of target
 *
 * Returns: (transfer none) (nullable): what the platform says about it, NULL if it has no such targets
 */
SignetTargetKind *
signet_platform_find_target_kind (SignetPlatform *self, const char *kind)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);

  return find_entry (self->target_kinds, "kind", kind);
}

/**
 * signet_platform_find_reason:
 * @self: a platform
 * @code: (nullable): code of a reason
 *
 * Returns: (transfer none) (nullable): the reason, NULL if the platform has none of that code
 */
SignetReason *
signet_platform_find_reason (SignetPlatform *self, const char *code)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);

  return find_entry (self->reasons, "code", code);
}

/**
 * signet_platform_find_regime:
 * @self: a platform
 * @right_kind: kind of the right
 * @target_kind: kind of the target
 *
 * The regime a counter-notice falls under unless the platform says otherwise: the first that names both.
 *
 * Returns: (transfer none) (nullable): the regime, NULL if none applies
 */
SignetRegime *
signet_platform_find_regime (SignetPlatform *self, const char *right_kind, const char *target_kind)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);

  for (guint i = 0; self->regimes != NULL && i < g_list_model_get_n_items (self->regimes); i++)
    {
      g_autoptr (SignetRegime) regime = g_list_model_get_item (self->regimes, i);

      if (g_strv_contains (signet_regime_get_right_kinds (regime), right_kind) &&
          g_strv_contains (signet_regime_get_target_kinds (regime), target_kind))
        return regime;
    }
  return NULL;
}

/**
 * signet_platform_list_reasons:
 * @self: a platform
 * @right_kind: kind of the right
 *
 * Returns: (transfer container) (element-type SignetReason): the reasons for such a right, in the order of
 *   the rule set
 */
GPtrArray *
signet_platform_list_reasons (SignetPlatform *self, const char *right_kind)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);

  return signet_platform_list_reasons_covering (self, right_kind, signet_record_no_texts ());
}

/**
 * signet_platform_list_reasons_covering:
 * @self: a platform
 * @right_kind: kind of the right
 * @target_kinds: (array zero-terminated=1): the kinds of target in a batch
 *
 * Returns: (transfer container) (element-type SignetReason): the reasons for such a right whose targets cover
 *   every one of these kinds, in the order of the rule set
 */
GPtrArray *
signet_platform_list_reasons_covering (SignetPlatform *self,
                                       const char *right_kind,
                                       const char *const *target_kinds)
{
  GPtrArray *found;

  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);
  g_return_val_if_fail (target_kinds != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; self->reasons != NULL && i < g_list_model_get_n_items (self->reasons); i++)
    {
      g_autoptr (SignetReason) reason = g_list_model_get_item (self->reasons, i);
      gboolean covers = signet_reason_is_for_right (reason, right_kind);

      for (guint k = 0; covers && target_kinds[k] != NULL; k++)
        covers = signet_reason_is_for_target (reason, target_kinds[k]);
      if (covers)
        g_ptr_array_add (found, g_steal_pointer (&reason));
    }
  return found;
}

/**
 * signet_platform_list_party_papers:
 * @self: a platform
 * @party: a party
 *
 * Which papers it is certified with follows from its kind and, for some, from its document.
 *
 * Returns: (transfer full) (nullable): list of #SignetPaperSlot in the order of the rule set, NULL if the
 * platform doesn't certify the kind
 */
GListModel *
signet_platform_list_party_papers (SignetPlatform *self, SignetParty *party)
{
  SignetPartyKind *kind;

  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);
  g_return_val_if_fail (SIGNET_IS_PARTY (party), NULL);

  kind = signet_platform_find_party_kind (self, signet_party_get_kind (party));
  return kind != NULL ? choose_papers (signet_party_kind_get_papers (kind),
                                       signet_party_get_document_kind (party), NULL)
                      : NULL;
}

/**
 * signet_platform_list_right_papers:
 * @self: a platform
 * @right: a right
 *
 * Which papers it is certified with follows from its kind and, for some, from the standing of the party in
 * it.
 *
 * Returns: (transfer full) (nullable): list of #SignetPaperSlot in the order of the rule set, NULL if the
 * platform doesn't certify the kind
 */
GListModel *
signet_platform_list_right_papers (SignetPlatform *self, SignetRight *right)
{
  SignetRightKind *kind;

  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), NULL);
  g_return_val_if_fail (SIGNET_IS_RIGHT (right), NULL);

  kind = signet_platform_find_right_kind (self, signet_right_get_kind (right));
  return kind != NULL
             ? choose_papers (signet_right_kind_get_papers (kind), NULL, signet_right_get_standing (right))
             : NULL;
}

/**
 * signet_platform_get_desktop_host:
 * @self: a platform
 * @host: a host in lower case
 *
 * Returns: (transfer none): the host a mobile host stands for, or @host itself
 */
const char *
signet_platform_get_desktop_host (SignetPlatform *self, const char *host)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), host);

  for (guint i = 0; self->mobile_hosts != NULL && self->mobile_hosts[i] != NULL; i += 2)
    if (g_strcmp0 (self->mobile_hosts[i], host) == 0)
      return self->mobile_hosts[i + 1];
  return host;
}

/**
 * signet_platform_is_tracking_parameter:
 * @self: a platform
 * @name: name of a query parameter
 *
 * Returns: whether the parameter says nothing about the target. A rule that ends in * covers every name that
 *   begins so.
 */
gboolean
signet_platform_is_tracking_parameter (SignetPlatform *self, const char *name)
{
  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; self->tracking_parameters != NULL && self->tracking_parameters[i] != NULL; i++)
    {
      const char *rule = self->tracking_parameters[i];
      gsize length = strlen (rule);

      if (length > 0 && rule[length - 1] == '*' ? strncmp (name, rule, length - 1) == 0
                                                : strcmp (name, rule) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * signet_platform_knows_calendar_year:
 * @self: a platform
 * @year: a year
 *
 * Returns: whether the platform knows the rest days of that year
 */
gboolean
signet_platform_knows_calendar_year (SignetPlatform *self, int year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  g_return_val_if_fail (SIGNET_IS_PLATFORM (self), FALSE);

  return g_strv_contains (signet_platform_get_calendar_years (self), text);
}
