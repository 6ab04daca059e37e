/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-self-check.h"

#include <string.h>

#include "desk/signet-draft-subject.h"
#include "desk/signet-filed-before.h"
#include "desk/signet-local-check.h"
#include "desk/signet-paper-look.h"
#include "desk/signet-records.h"
#include "model/signet-authorisation-validate.h"
#include "model/signet-complaint-validate.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-party-validate.h"
#include "model/signet-registration-validate.h"
#include "model/signet-right-validate.h"

#define FILES "/files/"

/*
 * The self-check of a draft: after each change of its subject, of the platform's rules and of what is filed.
 * The trade's rules are model's; what only the desk knows, how records stand with the platform, what has been
 * filed before and what else is on this desk, is looked up here and in signet-local-check.c, by key only. The
 * draft owns it. Main thread.
 */
struct _SignetSelfCheck
{
  GObject parent_instance;

  SignetDraftKind kind;
  SignetDraftPurpose purpose;
  SignetRecord *subject;
  SignetAccount *account; /* or NULL */
  SignetStore *store;
  SignetClock *clock;
  SignetRenderer *renderer; /* or NULL */
  SignetPaperLook *look;    /* or NULL */
  SignetRevision *revision; /* of a correction, or NULL */

  SignetParty *holder;
  SignetRight *right;
  SignetLinkParser *parser;
  SignetFiledBefore *filed; /* NULL without an account */
  GListStore *findings;
  guint idle;
  gboolean inactive;
};

G_DEFINE_FINAL_TYPE (SignetSelfCheck, signet_self_check, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HOLDER,
  PROP_CHOSEN_RIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
follow_right (SignetSelfCheck *self, SignetComplaint *complaint)
{
  const char *id = signet_complaint_get_right_id (complaint);
  const char *followed = self->right != NULL ? signet_right_get_id (self->right) : "";

  if (!g_str_equal (id, followed))
    {
      g_clear_object (&self->right);
      if (*id != '\0')
        {
          self->right = signet_records_find_right (signet_store_get_tables (self->store), id, NULL);
        }
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN_RIGHT]);
    }
  /* A right's first holder is the principal of a complaint about it, unless another of them was chosen. */
  if (self->right != NULL && !g_strv_contains (signet_right_get_co_holder_ids (self->right),
                                               signet_complaint_get_party_id (complaint)))
    signet_complaint_set_party_id (complaint, signet_right_get_party_id (self->right));
}

/* Whose own a complaint's principal is, its account says. */
static SignetParty *
find_holder (SignetSelfCheck *self, const char *id)
{
  SignetTables *tables = signet_store_get_tables (self->store);

  if (self->kind == SIGNET_DRAFT_COMPLAINT && self->account != NULL)
    return signet_records_find_party_on (tables, signet_account_get_id (self->account), id, NULL);
  return signet_records_find_party (tables, id, NULL);
}

static void
follow_holder (SignetSelfCheck *self, const char *id)
{
  const char *followed = self->holder != NULL ? signet_party_get_id (self->holder) : "";

  if (g_str_equal (id, followed))
    return;
  g_clear_object (&self->holder);
  if (*id != '\0')
    self->holder = find_holder (self, id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOLDER]);
}

static SignetCertification *
find_certification (SignetSelfCheck *self, const char *subject)
{
  return signet_records_find_certification (signet_store_get_tables (self->store),
                                            signet_account_get_id (self->account), subject, NULL);
}

/* Its items are marked with what is seen in them. */
static GPtrArray *
check_complaint (SignetSelfCheck *self, SignetPlatform *platform, const GDate *today)
{
  SignetComplaint *complaint = SIGNET_COMPLAINT (self->subject);
  const char *authorisation_id = signet_complaint_get_authorisation_id (complaint);
  SignetTables *tables = signet_store_get_tables (self->store);
  g_autofree char *own = NULL;
  g_autoptr (GPtrArray) authorisations = NULL;
  g_autoptr (SignetCertification) right = NULL;
  g_autoptr (SignetCertification) party = NULL;
  SignetComplaintContext context = { 0 };

  if (self->right != NULL)
    right = find_certification (self, signet_right_get_id (self->right));
  if (self->holder != NULL)
    party = find_certification (self, signet_party_get_id (self->holder));
  if (*authorisation_id != '\0')
    {
      own = signet_local_check_find_own (tables, signet_account_get_id (self->account));
      authorisations = signet_local_check_collect_chain (tables, authorisation_id);
    }
  context.platform = platform;
  context.authorisations = authorisations;
  context.agent_id = own;
  context.parser = self->parser;
  context.right = self->right;
  context.party = self->holder;
  context.right_certification = right;
  context.party_certification = party;
  context.today = today;
  if (self->right != NULL)
    {
      signet_filed_before_set_right (self->filed, signet_right_get_id (self->right));
      context.find_filed = signet_filed_before_find;
      context.find_filed_data = self->filed;
    }
  context.mark_items = TRUE;
  return signet_complaint_validate (complaint, &context);
}

/* The parties of an authorisation, and the one it follows, as this desk has them. */
static GPtrArray *
check_authorisation (SignetSelfCheck *self, SignetPlatform *platform, const GDate *today)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  SignetAuthorisation *authorisation = SIGNET_AUTHORISATION (self->subject);
  const char *follows_id = signet_authorisation_get_follows_id (authorisation);
  const char *agent_id = signet_authorisation_get_agent_id (authorisation);
  g_autoptr (SignetParty) agent = *agent_id != '\0' ? signet_records_find_party (tables, agent_id, NULL)
                                                    : NULL;
  g_autoptr (SignetAuthorisation)
      follows = *follows_id != '\0' ? signet_records_find_authorisation (tables, follows_id, NULL) : NULL;
  const char *giver_id = signet_authorisation_get_giver_id (authorisation, follows);
  g_autoptr (SignetParty) giver = *giver_id != '\0' ? signet_records_find_party (tables, giver_id, NULL)
                                                    : NULL;

  follow_holder (self, signet_authorisation_get_principal_id (authorisation));
  return signet_authorisation_validate (authorisation, giver, agent, follows, platform, today);
}

static GPtrArray *
check (SignetSelfCheck *self, SignetPlatform *platform, const GDate *today)
{
  SignetTables *tables = signet_store_get_tables (self->store);

  switch (self->kind)
    {
    case SIGNET_DRAFT_PARTY:
      return signet_party_validate (SIGNET_PARTY (self->subject), platform, today);
    case SIGNET_DRAFT_RIGHT:
      follow_holder (self, signet_right_get_party_id (SIGNET_RIGHT (self->subject)));
      return signet_right_validate (SIGNET_RIGHT (self->subject), self->holder, platform, today);
    case SIGNET_DRAFT_AUTHORISATION:
      return check_authorisation (self, platform, today);
    case SIGNET_DRAFT_COMPLAINT:
      follow_right (self, SIGNET_COMPLAINT (self->subject));
      follow_holder (self, signet_complaint_get_party_id (SIGNET_COMPLAINT (self->subject)));
      signet_local_check_choose_authorisation (tables, signet_account_get_id (self->account),
                                               SIGNET_COMPLAINT (self->subject), self->holder, platform,
                                               today);
      return check_complaint (self, platform, today);
    case SIGNET_DRAFT_REGISTRATION:
    default:
      return signet_registration_validate (SIGNET_REGISTRATION (self->subject));
    }
}

/* What only this desk knows matters where something is sent. */
static void
check_locally (SignetSelfCheck *self, GPtrArray *findings)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  const char *account = signet_account_get_id (self->account);

  if (self->purpose == SIGNET_DRAFT_PURPOSE_EDIT)
    return;
  switch (self->kind)
    {
    case SIGNET_DRAFT_PARTY:
      signet_local_check_party (tables, account, SIGNET_PARTY (self->subject), findings);
      break;
    case SIGNET_DRAFT_RIGHT:
      signet_local_check_right (tables, account, SIGNET_RIGHT (self->subject), findings);
      break;
    case SIGNET_DRAFT_AUTHORISATION:
      signet_local_check_authorisation (tables, account, SIGNET_AUTHORISATION (self->subject), findings);
      break;
    case SIGNET_DRAFT_COMPLAINT:
      signet_local_check_complaint (tables, account, SIGNET_COMPLAINT (self->subject), findings);
      break;
    case SIGNET_DRAFT_REGISTRATION:
    default:
      break;
    }
}

/* Where a finding is, papers by their slots. */
static char *
get_place (SignetSelfCheck *self, SignetFinding *finding)
{
  const char *pointer = signet_finding_get_pointer (finding);
  const char *slot = signet_finding_get_param (finding, "slot");
  GListModel *files = G_LIST_MODEL (signet_draft_subject_get_evidence (self->kind, self->subject));
  g_autoptr (SignetEvidence) file = NULL;

  if (*slot == '\0' && g_str_has_prefix (pointer, FILES))
    file = g_list_model_get_item (files, (guint) g_ascii_strtoull (pointer + strlen (FILES), NULL, 10));
  if (file != NULL)
    slot = signet_evidence_get_slot (file);
  return *slot != '\0' ? g_strconcat (FILES, slot, NULL) : g_strdup (pointer);
}

/* What isn't open the platform has taken as it is. */
static void
drop_locked (SignetSelfCheck *self, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len;)
    {
      g_autofree char *place = get_place (self, g_ptr_array_index (findings, i));

      if (signet_revision_is_open (self->revision, place))
        i++;
      else
        g_ptr_array_remove_index (findings, i);
    }
}

static gboolean
idle_cb (gpointer user_data)
{
  SignetSelfCheck *self = user_data;

  self->idle = 0;
  signet_self_check_run (self);
  return G_SOURCE_REMOVE;
}

/* Before the next frame is drawn: what animates would starve a plain idle. */
static void
check_soon (SignetSelfCheck *self)
{
  if (self->idle == 0 && !self->inactive)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static SignetPlatform *
get_platform (SignetSelfCheck *self)
{
  return self->account != NULL ? signet_account_get_platform (self->account) : NULL;
}

static void
read_rules (SignetSelfCheck *self)
{
  SignetPlatform *platform = get_platform (self);

  g_clear_object (&self->parser);
  if (platform != NULL)
    self->parser = signet_link_parser_new (platform);
}

static void
subject_changed_cb (SignetSelfCheck *self)
{
  check_soon (self);
}

/* The platform has told its rules for the first time, or new ones. */
static void
platform_changed_cb (SignetSelfCheck *self)
{
  read_rules (self);
  check_soon (self);
}

/* What is followed may have been edited. */
static void
follow_again (SignetSelfCheck *self, SignetChanges *changes)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  g_autoptr (SignetRight) right = NULL;
  g_autoptr (SignetParty) holder = NULL;

  if (tables == NULL)
    return;
  if (self->right != NULL &&
      signet_changes_has (changes, SIGNET_SUBJECT_RIGHT, signet_right_get_id (self->right)))
    right = signet_records_find_right (tables, signet_right_get_id (self->right), NULL);
  if (self->holder != NULL &&
      signet_changes_has (changes, SIGNET_SUBJECT_PARTY, signet_party_get_id (self->holder)))
    holder = find_holder (self, signet_party_get_id (self->holder));
  if (right != NULL && g_set_object (&self->right, right))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN_RIGHT]);
  if (holder != NULL && g_set_object (&self->holder, holder))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOLDER]);
}

/* What was filed meanwhile, and how right and party stand, is part of the check. */
static void
store_changed_cb (SignetSelfCheck *self, SignetChanges *changes)
{
  gboolean filed = signet_changes_has (changes, SIGNET_SUBJECT_COMPLAINT, NULL);

  if (filed && self->filed != NULL)
    signet_filed_before_forget (self->filed);
  if (!self->inactive)
    follow_again (self, changes);
  if ((self->kind == SIGNET_DRAFT_COMPLAINT && filed) ||
      signet_changes_has (changes, SIGNET_SUBJECT_RIGHT, NULL) ||
      signet_changes_has (changes, SIGNET_SUBJECT_PARTY, NULL) ||
      signet_changes_has (changes, SIGNET_SUBJECT_AUTHORISATION, NULL))
    check_soon (self);
}

static void
signet_self_check_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetSelfCheck *self = SIGNET_SELF_CHECK (object);

  switch (id)
    {
    case PROP_HOLDER:
      g_value_set_object (value, self->holder);
      break;
    case PROP_CHOSEN_RIGHT:
      g_value_set_object (value, self->right);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_self_check_finalize (GObject *object)
{
  SignetSelfCheck *self = SIGNET_SELF_CHECK (object);

  if (self->look != NULL)
    signet_paper_look_stop (self->look);
  g_clear_object (&self->look);
  g_clear_object (&self->renderer);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->revision);
  g_clear_object (&self->subject);
  g_clear_object (&self->holder);
  g_clear_object (&self->right);
  g_clear_object (&self->parser);
  g_clear_object (&self->account);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_object_unref (self->findings);
  g_clear_pointer (&self->filed, signet_filed_before_free);
  G_OBJECT_CLASS (signet_self_check_parent_class)->finalize (object);
}

static void
signet_self_check_class_init (SignetSelfCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_self_check_get_property;
  object_class->finalize = signet_self_check_finalize;

  properties[PROP_HOLDER] = g_param_spec_object ("holder", NULL, NULL, SIGNET_TYPE_PARTY, flags);
  properties[PROP_CHOSEN_RIGHT] = g_param_spec_object ("chosen-right", NULL, NULL, SIGNET_TYPE_RIGHT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_self_check_init (SignetSelfCheck *self)
{
  self->findings = g_list_store_new (SIGNET_TYPE_FINDING);
}

/**
 * signet_self_check_new:
 * @kind: what is being written
 * @purpose: what becomes of it
 * @subject: the model object that is checked
 * @account: (nullable): whose platform's rules count
 * @store: what this desk knows
 * @clock: the time
 *
 * Returns: (transfer full): a check that follows @subject, and has not run yet
 */
SignetSelfCheck *
signet_self_check_new (SignetDraftKind kind,
                       SignetDraftPurpose purpose,
                       SignetRecord *subject,
                       SignetAccount *account,
                       SignetStore *store,
                       SignetClock *clock)
{
  SignetSelfCheck *self = g_object_new (SIGNET_TYPE_SELF_CHECK, NULL);

  self->kind = kind;
  self->purpose = purpose;
  self->subject = g_object_ref (subject);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_set_object (&self->account, account);
  if (account != NULL)
    self->filed = signet_filed_before_new (store, signet_account_get_id (account));
  read_rules (self);
  g_signal_connect_object (subject, "changed", G_CALLBACK (subject_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  if (account != NULL)
    g_signal_connect_object (account, "notify::platform", G_CALLBACK (platform_changed_cb), self,
                             G_CONNECT_SWAPPED);
  return self;
}

/**
 * signet_self_check_set_renderer:
 * @self: a check
 * @renderer: what opens documents
 *
 * From now on the check looks into the subject's files, too, in the background: findings about them come when
 * they come. A registration has none.
 */
void
signet_self_check_set_renderer (SignetSelfCheck *self, SignetRenderer *renderer)
{
  g_return_if_fail (SIGNET_IS_SELF_CHECK (self));
  g_return_if_fail (self->look == NULL);

  if (signet_draft_subject_get_evidence (self->kind, self->subject) == NULL)
    return;
  self->renderer = g_object_ref (renderer);
  self->look = signet_paper_look_new (renderer, signet_store_get_vault (self->store));
  g_signal_connect_object (self->look, "looked", G_CALLBACK (check_soon), self, G_CONNECT_SWAPPED);
  check_soon (self);
}

/** signet_self_check_get_renderer: Returns: (transfer none) (nullable): what opens documents */
SignetRenderer *
signet_self_check_get_renderer (SignetSelfCheck *self)
{
  g_return_val_if_fail (SIGNET_IS_SELF_CHECK (self), NULL);
  return self->renderer;
}

/** signet_self_check_set_revision: @revision: how what is revised stands with the platform: what isn't open
 * in a correction isn't checked, since nobody could mend it */
void
signet_self_check_set_revision (SignetSelfCheck *self, SignetRevision *revision)
{
  g_return_if_fail (SIGNET_IS_SELF_CHECK (self));
  g_set_object (&self->revision, revision);
}

/**
 * signet_self_check_run:
 * @self: a check
 *
 * Checks now. Without the platform's rules there is nothing to check against, and the findings stay as they
 * are.
 */
void
signet_self_check_run (SignetSelfCheck *self)
{
  SignetPlatform *platform;
  g_autoptr (GPtrArray) findings = NULL;
  GDate today;

  g_return_if_fail (SIGNET_IS_SELF_CHECK (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  platform = get_platform (self);
  if (platform == NULL || signet_store_get_tables (self->store) == NULL)
    return;
  signet_clock_today (self->clock, &today);
  findings = check (self, platform, &today);
  check_locally (self, findings);
  if (self->look != NULL)
    signet_paper_look_judge (
        self->look, G_LIST_MODEL (signet_draft_subject_get_evidence (self->kind, self->subject)), findings);
  if (self->revision != NULL)
    {
      signet_revision_check_papers (self->revision, findings);
      drop_locked (self, findings);
    }
  g_list_store_splice (self->findings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->findings)),
                       findings->pdata, findings->len);
}

/** signet_self_check_set_active: @active: FALSE once the draft is ending, TRUE should it stay after all */
void
signet_self_check_set_active (SignetSelfCheck *self, gboolean active)
{
  g_return_if_fail (SIGNET_IS_SELF_CHECK (self));

  self->inactive = !active;
  if (!active)
    g_clear_handle_id (&self->idle, g_source_remove);
}

/** signet_self_check_get_findings: Returns: (transfer none): a list of #SignetFinding, new after each check
 */
GListModel *
signet_self_check_get_findings (SignetSelfCheck *self)
{
  g_return_val_if_fail (SIGNET_IS_SELF_CHECK (self), NULL);
  return G_LIST_MODEL (self->findings);
}

/** signet_self_check_has_errors: Returns: whether something must be mended before it can be submitted */
gboolean
signet_self_check_has_errors (SignetSelfCheck *self)
{
  guint n;

  g_return_val_if_fail (SIGNET_IS_SELF_CHECK (self), TRUE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (G_LIST_MODEL (self->findings), i);

      if (signet_finding_get_severity (finding) == SIGNET_SEVERITY_ERROR)
        return TRUE;
    }
  return FALSE;
}

/** signet_self_check_get_holder: Returns: (transfer none) (nullable): the party the subject names */
SignetParty *
signet_self_check_get_holder (SignetSelfCheck *self)
{
  g_return_val_if_fail (SIGNET_IS_SELF_CHECK (self), NULL);
  return self->holder;
}

/** signet_self_check_get_chosen_right: Returns: (transfer none) (nullable): the right a complaint names */
SignetRight *
signet_self_check_get_chosen_right (SignetSelfCheck *self)
{
  g_return_val_if_fail (SIGNET_IS_SELF_CHECK (self), NULL);
  return self->right;
}

/** signet_self_check_get_parser: Returns: (transfer none) (nullable): what reads targets by the platform's
 * rules, %NULL before those are known */
SignetLinkParser *
signet_self_check_get_parser (SignetSelfCheck *self)
{
  g_return_val_if_fail (SIGNET_IS_SELF_CHECK (self), NULL);
  return self->parser;
}
