/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-draft-private.h"

#include "desk/signet-account-private.h"
#include "desk/signet-autosave.h"
#include "desk/signet-draft-subject.h"
#include "desk/signet-explain.h"
#include "desk/signet-revision.h"
#include "model/signet-aside.h"

/*
 * One wizard's work: its subject and the page where the person is. What is wrong with it so far is
 * SignetSelfCheck's to say, how a record that is revised stands with the platform SignetRevision's, bringing
 * it to disk SignetAutosave's. The wizard owns it. Main thread.
 */
struct _SignetDraft
{
  GObject parent_instance;

  SignetStore *store;
  SignetClock *clock;
  SignetAccount *account;

  SignetDraftRecord *record;
  SignetDraftKind kind;
  SignetDraftPurpose purpose;
  SignetRecord *subject;
  SignetAside *aside;       /* NULL where nothing is put aside */
  SignetRevision *revision; /* NULL for something new */
  SignetSelfCheck *check;
  SignetAutosave *autosave;
  gboolean ended; /* submitted or thrown away, or about to be */
};

G_DEFINE_FINAL_TYPE (SignetDraft, signet_draft, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SignetDraftPurpose,
                    signet_draft_purpose,
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_PURPOSE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_PURPOSE_CERTIFY, "certify"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_PURPOSE_CORRECT, "correct"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_PURPOSE_RENEW, "renew"),
                    G_DEFINE_ENUM_VALUE (SIGNET_DRAFT_PURPOSE_EDIT, "edit"))

enum
{
  PROP_0,
  PROP_ID,
  PROP_SUBJECT,
  PROP_ACCOUNT,
  PROP_PAGE,
  PROP_SAVING,
  PROP_FINDINGS,
  PROP_HOLDER,
  PROP_CHOSEN_RIGHT,
  PROP_PURPOSE,
  PROP_CERTIFICATION,
  PROP_REFUSAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The draft as it should be on disk now. */
static SignetDraftRecord *
make_record (gpointer data)
{
  SignetDraft *self = data;
  SignetDraftRecord *copy = signet_draft_record_new ();

  copy->id = g_strdup (self->record->id);
  copy->kind = g_strdup (self->record->kind);
  copy->account = g_strdup (self->record->account);
  copy->subject = g_strdup (self->record->subject);
  copy->principal = g_strdup (signet_draft_subject_get_principal (self->kind, self->subject));
  copy->purpose = g_strdup (self->record->purpose);
  copy->base = self->record->base != NULL ? g_bytes_ref (self->record->base) : NULL;
  copy->title = g_strdup (signet_draft_subject_get_title (
      self->kind, self->subject, signet_draft_get_holder (self), signet_draft_get_chosen_right (self)));
  copy->page = g_strdup (self->record->page);
  copy->body = signet_draft_subject_encode_with_aside (
      self->kind, self->subject, self->aside != NULL ? signet_aside_get_kept (self->aside) : NULL);
  copy->created_at = self->record->created_at;
  copy->updated_at = signet_clock_now (self->clock);
  if (self->kind == SIGNET_DRAFT_COMPLAINT)
    copy->n_items = g_list_model_get_n_items (
        G_LIST_MODEL (signet_complaint_get_items (SIGNET_COMPLAINT (self->subject))));
  return copy;
}

static void
saving_cb (SignetDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVING]);
}

static void
holder_cb (SignetDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOLDER]);
}

static void
chosen_right_cb (SignetDraft *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN_RIGHT]);
}

static void
revision_cb (SignetDraft *self)
{
  signet_self_check_run (self->check);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CERTIFICATION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSAL]);
}

static void
subject_changed_cb (SignetDraft *self)
{
  signet_autosave_touch (self->autosave);
}

/* What was typed last is among the store's last writes, whoever still holds the draft. */
static void
store_closing_cb (SignetDraft *self)
{
  signet_autosave_close (self->autosave);
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  signet_autosave_flush_finish (SIGNET_AUTOSAVE (source), result, &error);
  signet_explain_task (user_data, error);
}

static void
account_closed_cb (SignetDraft *self)
{
  signet_draft_set_ended (self, TRUE);
}

static void
signet_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetDraft *self = SIGNET_DRAFT (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, self->record->id);
      break;
    case PROP_SUBJECT:
      g_value_set_object (value, self->subject);
      break;
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->record->page);
      break;
    case PROP_SAVING:
      g_value_set_enum (value, signet_autosave_get_saving (self->autosave));
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, signet_draft_get_findings (self));
      break;
    case PROP_HOLDER:
      g_value_set_object (value, signet_draft_get_holder (self));
      break;
    case PROP_CHOSEN_RIGHT:
      g_value_set_object (value, signet_draft_get_chosen_right (self));
      break;
    case PROP_PURPOSE:
      g_value_set_enum (value, self->purpose);
      break;
    case PROP_CERTIFICATION:
      g_value_set_object (value, signet_draft_get_certification (self));
      break;
    case PROP_REFUSAL:
      g_value_set_string (value, signet_draft_get_refusal (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SignetDraft *self = SIGNET_DRAFT (object);

  switch (id)
    {
    case PROP_PAGE:
      signet_draft_set_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* What was typed last goes out even if nobody waits for it. */
static void
signet_draft_dispose (GObject *object)
{
  SignetDraft *self = SIGNET_DRAFT (object);

  if (self->autosave != NULL)
    signet_autosave_close (self->autosave);
  G_OBJECT_CLASS (signet_draft_parent_class)->dispose (object);
}

static void
signet_draft_finalize (GObject *object)
{
  SignetDraft *self = SIGNET_DRAFT (object);

  g_clear_object (&self->aside);
  g_clear_object (&self->subject);
  g_clear_object (&self->revision);
  g_clear_object (&self->check);
  g_clear_object (&self->account);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);
  g_clear_object (&self->autosave);
  signet_draft_record_free (self->record);
  G_OBJECT_CLASS (signet_draft_parent_class)->finalize (object);
}

static void
signet_draft_class_init (SignetDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = signet_draft_get_property;
  object_class->set_property = signet_draft_set_property;
  object_class->dispose = signet_draft_dispose;
  object_class->finalize = signet_draft_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECT] = g_param_spec_object ("subject", NULL, NULL, G_TYPE_OBJECT, flags);
  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, SIGNET_TYPE_ACCOUNT, flags);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL,
                                               flags | G_PARAM_WRITABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SAVING] = g_param_spec_enum ("saving", NULL, NULL, SIGNET_TYPE_DRAFT_SAVING,
                                               SIGNET_DRAFT_SAVED, flags);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_HOLDER] = g_param_spec_object ("holder", NULL, NULL, SIGNET_TYPE_PARTY, flags);
  properties[PROP_CHOSEN_RIGHT] = g_param_spec_object ("chosen-right", NULL, NULL, SIGNET_TYPE_RIGHT, flags);
  properties[PROP_PURPOSE] = g_param_spec_enum ("purpose", NULL, NULL, SIGNET_TYPE_DRAFT_PURPOSE,
                                                SIGNET_DRAFT_PURPOSE_NEW, flags);
  properties[PROP_CERTIFICATION] = g_param_spec_object ("certification", NULL, NULL,
                                                        SIGNET_TYPE_CERTIFICATION, flags);
  properties[PROP_REFUSAL] = g_param_spec_string ("refusal", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_draft_init (SignetDraft *self)
{
}

/* What was put aside when a kind was chosen, as it was left. */
static gboolean
open_aside (SignetDraft *self, GBytes *body, GError **error)
{
  g_autoptr (SignetRecord) kept = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!signet_draft_subject_has_aside (self->kind))
    return TRUE;
  kept = signet_draft_subject_decode_aside (self->kind, body, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->aside = signet_aside_new (self->subject, kept);
  if (self->account != NULL)
    g_object_bind_property (self->account, "platform", self->aside, "platform", G_BINDING_SYNC_CREATE);
  return TRUE;
}

/**
 * signet_draft_new:
 * @record: (transfer full): the draft as it is stored; one without a body starts a new subject
 * @account: whose platform it is for
 * @store: where it is kept
 * @clock: the time
 * @error: %SIGNET_API_ERROR if the body can't be read
 *
 * Returns: (transfer full) (nullable): the draft
 */
SignetDraft *
signet_draft_new (SignetDraftRecord *record,
                  SignetAccount *account,
                  SignetStore *store,
                  SignetClock *clock,
                  GError **error)
{
  g_autoptr (SignetDraft) self = g_object_new (SIGNET_TYPE_DRAFT, NULL);

  self->record = record;
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  g_set_object (&self->account, account);
  self->kind = signet_draft_kind_from_word (record->kind);
  self->subject = signet_draft_subject_decode (self->kind, record->body, error);
  if (self->subject == NULL || !open_aside (self, record->body, error))
    return NULL;
  self->purpose = signet_draft_purpose_from_word (record->purpose);
  if (self->purpose != SIGNET_DRAFT_PURPOSE_NEW)
    {
      self->revision = signet_revision_new (self->purpose, record->kind, record->account, self->subject,
                                            record->subject, record->base, store);
      g_signal_connect_object (self->revision, "changed", G_CALLBACK (revision_cb), self, G_CONNECT_SWAPPED);
    }
  self->check = signet_self_check_new (self->kind, self->purpose, self->subject, account, store, clock);
  g_signal_connect_object (self->check, "notify::holder", G_CALLBACK (holder_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->check, "notify::chosen-right", G_CALLBACK (chosen_right_cb), self,
                           G_CONNECT_SWAPPED);
  self->autosave = signet_autosave_new (store, make_record, self);
  g_signal_connect_object (self->autosave, "notify::saving", G_CALLBACK (saving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->subject, "changed", G_CALLBACK (subject_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "closing", G_CALLBACK (store_closing_cb), self, G_CONNECT_SWAPPED);
  if (self->kind == SIGNET_DRAFT_COMPLAINT)
    g_signal_connect_object (self->subject, "notify::guarantee-given",
                             G_CALLBACK (signet_draft_write_guarantee), self, G_CONNECT_SWAPPED);
  if (self->revision != NULL)
    signet_self_check_set_revision (self->check, self->revision);
  if (account != NULL)
    g_signal_connect_object (account, "notify::closed", G_CALLBACK (account_closed_cb), self,
                             G_CONNECT_SWAPPED);
  if (account != NULL && signet_account_get_closed (account))
    signet_draft_set_ended (self, TRUE);
  signet_self_check_run (self->check);
  return g_steal_pointer (&self);
}

/** signet_draft_get_id: Returns: (transfer none): its id */
const char *
signet_draft_get_id (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->record->id;
}

/** signet_draft_get_kind: Returns: what is being written */
SignetDraftKind
signet_draft_get_kind (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), SIGNET_DRAFT_REGISTRATION);
  return self->kind;
}

/** signet_draft_get_purpose: Returns: what becomes of it in the end */
SignetDraftPurpose
signet_draft_get_purpose (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), SIGNET_DRAFT_PURPOSE_NEW);
  return self->purpose;
}

/** signet_draft_get_account: Returns: (transfer none) (nullable): whose platform it is for */
SignetAccount *
signet_draft_get_account (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->account;
}

/** signet_draft_get_store: Returns: (transfer none): where it is kept */
SignetStore *
signet_draft_get_store (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->store;
}

/** signet_draft_get_check: Returns: (transfer none): what says what is wrong with it */
SignetSelfCheck *
signet_draft_get_check (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->check;
}

/** signet_draft_get_record: Returns: (transfer none): how it is stored */
const SignetDraftRecord *
signet_draft_get_record (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->record;
}

/** signet_draft_get_clock: Returns: (transfer none): the time */
SignetClock *
signet_draft_get_clock (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->clock;
}

/**
 * signet_draft_set_ended:
 * @self: a draft
 * @ended: whether it is submitted or thrown away, or about to be
 *
 * From here on nothing of the draft is written any more: its row goes away in the transaction that follows,
 * alone or with everything of its account. Should that fail, the draft is as it was.
 */
void
signet_draft_set_ended (SignetDraft *self, gboolean ended)
{
  g_return_if_fail (SIGNET_IS_DRAFT (self));

  self->ended = ended;
  if (ended)
    signet_autosave_end (self->autosave);
  else
    signet_autosave_resume (self->autosave);
  signet_self_check_set_active (self->check, !ended);
}

/** signet_draft_get_ended: Returns: whether it is submitted or thrown away, or about to be */
gboolean
signet_draft_get_ended (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), TRUE);
  return self->ended;
}

/** signet_draft_get_subject: Returns: (transfer none): the model object the pages edit */
GObject *
signet_draft_get_subject (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return G_OBJECT (self->subject);
}

/** signet_draft_get_registration: Returns: (transfer none): the subject of an account wizard */
SignetRegistration *
signet_draft_get_registration (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return SIGNET_REGISTRATION (self->subject);
}

/** signet_draft_get_party: Returns: (transfer none): the subject of an identity wizard */
SignetParty *
signet_draft_get_party (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return SIGNET_PARTY (self->subject);
}

/** signet_draft_get_right: Returns: (transfer none): the subject of a right wizard */
SignetRight *
signet_draft_get_right (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return SIGNET_RIGHT (self->subject);
}

/** signet_draft_get_authorisation: Returns: (transfer none): the subject of an authorisation wizard */
SignetAuthorisation *
signet_draft_get_authorisation (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return SIGNET_AUTHORISATION (self->subject);
}

/** signet_draft_get_complaint: Returns: (transfer none): the subject of a complaint wizard */
SignetComplaint *
signet_draft_get_complaint (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return SIGNET_COMPLAINT (self->subject);
}

/** signet_draft_get_page: Returns: (transfer none): the name of the wizard's page, "" at the start */
const char *
signet_draft_get_page (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->record->page;
}

/**
 * signet_draft_set_page:
 * @self: a draft
 * @page: name of the page the person is on
 *
 * Remembers the page, so that *Continue* opens the wizard there.
 */
void
signet_draft_set_page (SignetDraft *self, const char *page)
{
  g_return_if_fail (SIGNET_IS_DRAFT (self));

  if (g_strcmp0 (self->record->page, page) == 0)
    return;
  g_free (self->record->page);
  self->record->page = g_strdup (page);
  signet_autosave_touch (self->autosave);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

/** signet_draft_get_saving: Returns: whether everything typed is on disk */
SignetDraftSaving
signet_draft_get_saving (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), SIGNET_DRAFT_UNSAVED);
  return signet_autosave_get_saving (self->autosave);
}

/** signet_draft_get_error: Returns: (transfer none) (nullable): why the last write failed */
const GError *
signet_draft_get_error (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return signet_autosave_get_error (self->autosave);
}

/** signet_draft_get_findings: Returns: (transfer none): a list of #SignetFinding, new after each change */
GListModel *
signet_draft_get_findings (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return signet_self_check_get_findings (self->check);
}

/** signet_draft_get_revision: Returns: (transfer none) (nullable): how the record it revises stands; %NULL
 * for something new */
SignetRevision *
signet_draft_get_revision (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return self->revision;
}

/** signet_draft_get_holder: Returns: (transfer none) (nullable): the party it names */
SignetParty *
signet_draft_get_holder (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return signet_self_check_get_holder (self->check);
}

/** signet_draft_get_chosen_right: Returns: (transfer none) (nullable): the right a complaint names */
SignetRight *
signet_draft_get_chosen_right (SignetDraft *self)
{
  g_return_val_if_fail (SIGNET_IS_DRAFT (self), NULL);
  return signet_self_check_get_chosen_right (self->check);
}

/**
 * signet_draft_flush_async:
 * @self: a draft
 * @cancellable: (nullable): stops waiting, not writing
 * @callback: called on the main thread
 * @user_data: for @callback
 *
 * Writes now what is not on disk yet.
 */
void
signet_draft_flush_async (SignetDraft *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (SIGNET_IS_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_draft_flush_async);
  signet_autosave_flush_async (self->autosave, cancellable, flushed_cb, task);
}

/** signet_draft_flush_finish: Returns: whether everything is on disk */
gboolean
signet_draft_flush_finish (SignetDraft *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
