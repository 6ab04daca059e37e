/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-revision.h"

#include <string.h>

#include "api/signet-json.h"
#include "desk/signet-opening.h"
#include "desk/signet-records.h"
#include "desk/signet-members.h"
#include "desk/signet-resource.h"
#include "model/signet-difference.h"
#include "model/signet-evidence.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"
#include "model/signet-words.h"
#include "store/signet-certifications.h"
#include "store/signet-outbox.h"

/*
 * What a draft that revises a record must know of the platform: what it finds, what it lets be changed, what
 * it holds now and held when the draft was begun. Follows the store, so that what a sync tells while the
 * draft is open is seen at once. The draft owns it. Main thread.
 */
struct _SignetRevision
{
  GObject parent_instance;

  SignetDraftPurpose purpose;
  char *kind;
  char *account;
  char *subject;
  SignetRecord *record;
  SignetStore *store;

  JsonNode *base; /* what was held when the draft was begun, or NULL */
  JsonNode *held; /* what is held now, or NULL */
  SignetCertification *certification;
  SignetOpening *opening;
  char *refusal;
  GListStore *asked;
  GListStore *conflicts;
};

G_DEFINE_FINAL_TYPE (SignetRevision, signet_revision, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_conflict (SignetRevision *self, JsonNode *mine, const char *pointer)
{
  return !signet_members_equal_at (self->base, self->held, pointer) &&
         !signet_members_equal_at (mine, self->held, pointer);
}

/* What the platform has changed since the draft was begun, where the draft says otherwise. */
static void
find_conflicts (SignetRevision *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (JsonNode) mine = NULL;

  if (self->purpose != SIGNET_DRAFT_PURPOSE_CORRECT || self->base == NULL || self->held == NULL ||
      tables == NULL)
    return;
  changed = signet_members_compare (self->base, self->held);
  if (changed->len > 0)
    mine = signet_resource_encode_known (tables, self->account, self->record);
  for (guint i = 0; i < changed->len; i++)
    {
      const char *pointer = g_ptr_array_index (changed, i);
      g_autofree char *my_text = NULL;
      g_autofree char *their_text = NULL;

      if (!is_conflict (self, mine, pointer))
        continue;
      my_text = signet_resource_describe (tables, self->account, mine, pointer);
      their_text = signet_resource_describe (tables, self->account, self->held, pointer);
      g_ptr_array_add (found, signet_difference_new (pointer, my_text, their_text));
    }
  if (found->len > 0 || g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)) > 0)
    g_list_store_splice (self->conflicts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)),
                         found->pdata, found->len);
}

static gboolean
has_changed (SignetRevision *self, JsonNode *mine, const char *pointer)
{
  g_autoptr (GPtrArray) changed = NULL;

  if (!g_str_equal (pointer, "/files"))
    return !signet_members_equal_at (mine, self->held, pointer);
  changed = signet_members_compare (mine, self->held);
  for (guint i = 0; i < changed->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (changed, i), "/files/"))
      return TRUE;
  return FALSE;
}

static void
add_param (GVariantBuilder *params, const char *name, const char *value)
{
  g_variant_builder_add (params, "{ss}", name, value);
}

/* As the platform said it, until what it refused was changed. A paper's always names its slot: its place in
 * the platform's list says nothing about the draft's. */
static SignetFinding *
retell (SignetRevision *self, SignetFinding *finding, JsonNode *mine)
{
  g_autofree char *member = signet_opening_name (finding, self->held);
  const char *slot = g_str_has_prefix (member, "/files/") ? member + strlen ("/files/") : NULL;
  gboolean changed = mine != NULL && *member == '/' && has_changed (self, mine, member);
  GVariantBuilder params = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GVariantIter iter;
  const char *name, *value;

  g_variant_iter_init (&iter, signet_finding_get_params (finding));
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (slot == NULL || !g_str_equal (name, "slot"))
      add_param (&params, name, value);
  if (slot != NULL)
    add_param (&params, "slot", slot);
  if (changed)
    add_param (&params, "asked", signet_finding_get_code (finding));
  return signet_finding_new_with_params (
      signet_finding_get_pointer (finding),
      changed ? SIGNET_SEVERITY_HINT : signet_finding_get_severity (finding),
      changed ? SIGNET_FINDING_CHANGED : signet_finding_get_code (finding), g_variant_builder_end (&params));
}

static gboolean
same_codes (GListModel *told, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      g_autoptr (SignetFinding) one = g_list_model_get_item (told, i);

      if (one == NULL || !g_str_equal (signet_finding_get_code (one),
                                       signet_finding_get_code (g_ptr_array_index (findings, i))))
        return FALSE;
    }
  return findings->len == g_list_model_get_n_items (told);
}

/* What the platform's findings have become by what was typed. */
static void
follow_findings (SignetRevision *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  GListModel *findings = self->certification != NULL
                             ? G_LIST_MODEL (signet_certification_get_findings (self->certification))
                             : NULL;
  guint n_findings = findings != NULL ? g_list_model_get_n_items (findings) : 0;
  g_autoptr (GPtrArray) retold = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (JsonNode) mine = NULL;

  if (self->purpose != SIGNET_DRAFT_PURPOSE_CORRECT || tables == NULL)
    return;
  if (n_findings > 0 && self->held != NULL)
    mine = signet_resource_encode_known (tables, self->account, self->record);
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      g_ptr_array_add (retold, retell (self, finding, mine));
    }
  if (!same_codes (G_LIST_MODEL (self->asked), retold))
    g_list_store_splice (self->asked, 0, g_list_model_get_n_items (G_LIST_MODEL (self->asked)), retold->pdata,
                         retold->len);
}

/* The refusal counts while the refused submission waits for a better one. */
static char *
find_refusal (SignetRevision *self, SignetTables *tables)
{
  g_autoptr (SignetOutboxRecord)
      outbox = signet_outbox_find_last (tables, self->account, self->subject, NULL);

  if (outbox == NULL || !g_str_equal (outbox->state, SIGNET_STATUS_FAILED))
    return g_strdup ("");
  return g_strdup (outbox->error_code);
}

static void
load (SignetRevision *self)
{
  SignetTables *tables = signet_store_get_tables (self->store);
  g_autoptr (SignetCertificationRecord) record = NULL;
  g_autoptr (JsonNode) answer = NULL;

  if (tables == NULL)
    return;
  g_clear_pointer (&self->held, json_node_unref);
  g_clear_pointer (&self->opening, signet_opening_free);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_object (&self->certification);
  record = signet_certifications_find (tables, self->account, self->subject, NULL);
  if (record != NULL && record->body != NULL)
    {
      answer = signet_json_parse (record->body, NULL);
      self->held = signet_resource_read_held (tables, self->account, self->kind, record->body, NULL);
    }
  if (record != NULL)
    self->certification = signet_records_find_certification (tables, self->account, self->subject, NULL);
  if (self->certification != NULL &&
      g_str_equal (signet_certification_get_status (self->certification), SIGNET_STATUS_NEEDS_CORRECTION))
    self->opening =
        signet_opening_new (G_LIST_MODEL (signet_certification_get_findings (self->certification)), answer);
  else
    {
      g_autoptr (GListStore) nothing = g_list_store_new (G_TYPE_OBJECT);

      self->opening = signet_opening_new (G_LIST_MODEL (nothing), NULL);
    }
  self->refusal = find_refusal (self, tables);
  g_list_store_remove_all (self->asked);
  follow_findings (self);
  find_conflicts (self);
}

static void
store_changed_cb (SignetRevision *self, SignetChanges *changes)
{
  if (!signet_records_have_changed (changes, self->subject) &&
      !signet_changes_has (changes, SIGNET_SUBJECT_OUTBOX, NULL))
    return;
  load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
record_changed_cb (SignetRevision *self)
{
  follow_findings (self);
  find_conflicts (self);
}

/* Whether a paper in that slot ran out together with what it belongs to: a party's document, the renewal or
 * the licence of a right, what the principal signed. */
static gboolean
runs_out (const char *kind, const char *slot)
{
  static const char *const of_rights[] = { SIGNET_SLOT_RENEWAL, SIGNET_SLOT_LICENCE_CONTRACT,
                                           SIGNET_SLOT_OWNER_CONSENT, SIGNET_SLOT_OWNER_MANDATE, NULL };

  if (g_str_equal (kind, SIGNET_KIND_RIGHT))
    return g_strv_contains (of_rights, slot);
  return g_str_equal (kind, SIGNET_KIND_PARTY) || !g_str_equal (slot, SIGNET_SLOT_HANDLER_ID);
}

static gboolean
has_paper (GListStore *files, SignetEvidence *paper)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (files)); i++)
    {
      g_autoptr (SignetEvidence) one = g_list_model_get_item (G_LIST_MODEL (files), i);

      if (g_str_equal (signet_evidence_get_slot (one), signet_evidence_get_slot (paper)) &&
          g_str_equal (signet_evidence_get_sha256 (one), signet_evidence_get_sha256 (paper)))
        return TRUE;
    }
  return FALSE;
}

static void
signet_revision_finalize (GObject *object)
{
  SignetRevision *self = SIGNET_REVISION (object);

  g_clear_pointer (&self->base, json_node_unref);
  g_clear_pointer (&self->held, json_node_unref);
  g_clear_pointer (&self->opening, signet_opening_free);
  g_clear_object (&self->certification);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_object_unref (self->asked);
  g_object_unref (self->conflicts);
  g_free (self->kind);
  g_free (self->account);
  g_free (self->subject);
  g_free (self->refusal);
  G_OBJECT_CLASS (signet_revision_parent_class)->finalize (object);
}

static void
signet_revision_class_init (SignetRevisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_revision_finalize;

  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_REVISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
signet_revision_init (SignetRevision *self)
{
  self->asked = g_list_store_new (SIGNET_TYPE_FINDING);
  self->conflicts = g_list_store_new (SIGNET_TYPE_DIFFERENCE);
}

/**
 * signet_revision_new:
 * @purpose: what the draft is for
 * @kind: a SIGNET_KIND_ word
 * @account: local id of the account, "" for none
 * @record: what is revised, as the person has it
 * @subject: its local id
 * @base: (nullable): what the platform held when the draft was begun
 * @store: where everything is
 *
 * Returns: (transfer full): how it stands
 */
SignetRevision *
signet_revision_new (SignetDraftPurpose purpose,
                     const char *kind,
                     const char *account,
                     SignetRecord *record,
                     const char *subject,
                     GBytes *base,
                     SignetStore *store)
{
  SignetRevision *self = g_object_new (SIGNET_TYPE_REVISION, NULL);
  SignetTables *tables = signet_store_get_tables (store);

  self->purpose = purpose;
  self->kind = g_strdup (kind);
  self->account = g_strdup (account);
  self->subject = g_strdup (subject);
  self->record = g_object_ref (record);
  self->store = g_object_ref (store);
  if (base != NULL && tables != NULL)
    self->base = signet_resource_read_held (tables, account, kind, base, NULL);
  load (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  if (purpose == SIGNET_DRAFT_PURPOSE_CORRECT)
    g_signal_connect_object (record, "changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** signet_revision_get_certification: Returns: (transfer none) (nullable): what the platform says, new after
 * each change */
SignetCertification *
signet_revision_get_certification (SignetRevision *self)
{
  g_return_val_if_fail (SIGNET_IS_REVISION (self), NULL);
  return self->certification;
}

/** signet_revision_get_asked: Returns: (transfer none): a live list of #SignetFinding: what a correction is
 * about, each %SIGNET_FINDING_CHANGED once the draft has something else there; empty if it is none */
GListModel *
signet_revision_get_asked (SignetRevision *self)
{
  g_return_val_if_fail (SIGNET_IS_REVISION (self), NULL);
  return G_LIST_MODEL (self->asked);
}

/** signet_revision_is_open: Returns: whether the member at @pointer may be changed */
gboolean
signet_revision_is_open (SignetRevision *self, const char *pointer)
{
  g_return_val_if_fail (SIGNET_IS_REVISION (self), FALSE);
  return self->purpose != SIGNET_DRAFT_PURPOSE_CORRECT || signet_opening_has (self->opening, pointer);
}

/** signet_revision_get_refusal: Returns: (transfer none): why the platform refused it the last time, or "" */
const char *
signet_revision_get_refusal (SignetRevision *self)
{
  g_return_val_if_fail (SIGNET_IS_REVISION (self), "");
  return self->refusal;
}

/** signet_revision_get_conflicts: Returns: (transfer none): a live list of #SignetDifference */
GListModel *
signet_revision_get_conflicts (SignetRevision *self)
{
  g_return_val_if_fail (SIGNET_IS_REVISION (self), NULL);
  return G_LIST_MODEL (self->conflicts);
}

/** signet_revision_take_theirs: @pointer: a member that becomes what the platform holds */
void
signet_revision_take_theirs (SignetRevision *self, const char *pointer)
{
  SignetTables *tables;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SIGNET_IS_REVISION (self));

  tables = signet_store_get_tables (self->store);
  if (self->held == NULL || tables == NULL)
    return;
  if (!signet_resource_take (tables, self->account, self->kind, self->held, pointer, self->record, &error))
    g_warning ("what the platform holds cannot be taken: %s", error->message);
}

/**
 * signet_revision_check_papers:
 * @self: a revision
 * @findings: (element-type SignetFinding): gets what is found
 *
 * Of what is renewed: papers that are still those of the certification that has expired. The platform's
 * reviewer decides, since nobody here can read until when a paper is valid.
 */
void
signet_revision_check_papers (SignetRevision *self, GPtrArray *findings)
{
  GListModel *papers;
  g_autoptr (GListStore) held = NULL;

  g_return_if_fail (SIGNET_IS_REVISION (self));

  if (self->purpose != SIGNET_DRAFT_PURPOSE_RENEW || self->held == NULL)
    return;
  held = signet_members_list_files (self->held);
  papers = G_LIST_MODEL (signet_records_get_evidence (self->record));
  for (guint i = 0; i < g_list_model_get_n_items (papers); i++)
    {
      g_autoptr (SignetEvidence) paper = g_list_model_get_item (papers, i);
      g_autofree char *pointer = g_strdup_printf ("/files/%u", i);

      if (runs_out (self->kind, signet_evidence_get_slot (paper)) && has_paper (held, paper))
        g_ptr_array_add (findings, signet_finding_new (pointer, SIGNET_SEVERITY_WARNING,
                                                       SIGNET_FINDING_PAPER_STALE, NULL));
    }
}
