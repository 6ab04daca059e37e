/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizard-launcher.h"

#include "app/signet-wizards.h"
#include "model/signet-today-row.h"
#include "model/signet-words.h"

/*
 * Opens a draft, new or left, in its wizard over the main window: one at a time. Only signing in again opens
 * over another wizard, which stays as it is and is gone on with afterwards. Belongs to the window.
 *
 * Signals: "finished" (SignetDraft *draft, const char *outcome): the person came to the end; "kept": the
 * wizard was closed before; "failed" (GError *error): the draft couldn't be opened.
 */

struct _SignetWizardLauncher
{
  GObject parent_instance;

  GtkWindow *window; /* weak */
  SignetDesk *desk;
  GCancellable *cancellable;
  SignetWizard *wizard; /* weak; the one that is open */
  SignetWizard *door;   /* weak; over it, where the person signs in again */
  gboolean opening;     /* a draft is on its way */
  const char *role;     /* of the party whose draft is on its way; static */
};

G_DEFINE_FINAL_TYPE (SignetWizardLauncher, signet_wizard_launcher, G_TYPE_OBJECT)

enum
{
  FINISHED,
  KEPT,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
finished_cb (SignetWizardLauncher *self, const char *outcome, SignetWizard *wizard)
{
  SignetDraft *draft = signet_wizard_get_draft (wizard);

  g_signal_emit (self, signals[FINISHED], 0, draft, outcome);
  if (outcome == NULL || !signet_wizard_wants_another (wizard))
    return;
  g_clear_weak_pointer (&self->wizard); /* it is closing */
  signet_wizard_launcher_copy (self, signet_draft_get_kind (draft), outcome);
}

static void
kept_cb (SignetWizardLauncher *self)
{
  g_signal_emit (self, signals[KEPT], 0);
}

static void
sign_in_cb (SignetWizardLauncher *self)
{
  signet_wizard_launcher_resume (self, SIGNET_DRAFT_REGISTRATION);
}

static void
present (SignetWizardLauncher *self, SignetDraft *draft)
{
  SignetWizard *wizard = signet_wizards_new (self->desk, draft);
  GtkWindow *below = self->wizard != NULL ? GTK_WINDOW (self->wizard) : self->window;
  int width, height;

  g_return_if_fail (wizard != NULL);

  if (self->wizard != NULL)
    g_set_weak_pointer (&self->door, wizard);
  else
    {
      g_set_weak_pointer (&self->wizard, wizard);
      g_signal_connect_object (wizard, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (wizard, "kept", G_CALLBACK (kept_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (wizard, "sign-in", G_CALLBACK (sign_in_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_get_default_size (self->window, &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (wizard), width, height); /* over the window, as large as it is */
  gtk_window_set_transient_for (GTK_WINDOW (wizard), below);
  /* so that quitting asks it to close as well, and its draft is written */
  gtk_window_set_application (GTK_WINDOW (wizard), gtk_window_get_application (self->window));
  gtk_window_present (GTK_WINDOW (wizard));
}

static void
arrive (SignetWizardLauncher *self, SignetDraft *draft, const GError *error)
{
  self->opening = FALSE;
  if (self->window == NULL) /* it was closed meanwhile */
    return;

  if (draft != NULL)
    present (self, draft);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWizardLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDraft) draft = signet_desk_begin_draft_finish (SIGNET_DESK (source), result, &error);

  arrive (self, draft, error);
}

/* Somebody who isn't the account's holder: as what, the caller knew. */
static void
begun_other_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWizardLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDraft) draft = signet_desk_begin_draft_finish (SIGNET_DESK (source), result, &error);

  if (draft != NULL)
    {
      signet_party_set_own (signet_draft_get_party (draft), FALSE);
      signet_party_set_role (signet_draft_get_party (draft), self->role);
    }
  arrive (self, draft, error);
}

static void
revision_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWizardLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDraft) draft = signet_desk_begin_revision_finish (SIGNET_DESK (source), result, &error);

  arrive (self, draft, error);
}

static void
copy_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWizardLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDraft) draft = signet_desk_begin_copy_finish (SIGNET_DESK (source), result, &error);

  arrive (self, draft, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetWizardLauncher) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDraft) draft = signet_desk_open_draft_finish (SIGNET_DESK (source), result, &error);

  arrive (self, draft, error);
}

/* A second click while the first is on its way does nothing. */
static gboolean
may_open (SignetWizardLauncher *self, gboolean signing_in)
{
  if (self->opening || self->door != NULL || (self->wizard != NULL && !signing_in))
    return FALSE;
  self->opening = TRUE;

  return TRUE;
}

static void
open (SignetWizardLauncher *self, const char *id, gboolean signing_in)
{
  if (may_open (self, signing_in))
    signet_desk_open_draft_async (self->desk, id, self->cancellable, opened_cb, g_object_ref (self));
}

/* It belongs to no account yet. */
static char *
find_registration (SignetWizardLauncher *self)
{
  GListModel *today = signet_desk_get_today (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (SignetTodayRow) row = g_list_model_get_item (today, i);

      if (g_str_equal (signet_today_row_get_kind (row), SIGNET_TODAY_DRAFT) &&
          g_str_equal (signet_today_row_get_subject_kind (row), "registration"))
        return g_strdup (signet_today_row_get_subject_id (row));
    }

  return NULL;
}

static gboolean
is_of (SignetWizard *wizard, SignetAccount *account)
{
  return wizard != NULL && signet_draft_get_account (signet_wizard_get_draft (wizard)) == account;
}

static void
signet_wizard_launcher_dispose (GObject *object)
{
  SignetWizardLauncher *self = SIGNET_WIZARD_LAUNCHER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->wizard);
  g_clear_weak_pointer (&self->door);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_wizard_launcher_parent_class)->dispose (object);
}

static void
signet_wizard_launcher_class_init (SignetWizardLauncherClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_wizard_launcher_dispose;

  signals[FINISHED] = g_signal_new ("finished", SIGNET_TYPE_WIZARD_LAUNCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 2, SIGNET_TYPE_DRAFT, G_TYPE_STRING);
  signals[KEPT] = g_signal_new ("kept", SIGNET_TYPE_WIZARD_LAUNCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", SIGNET_TYPE_WIZARD_LAUNCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
signet_wizard_launcher_init (SignetWizardLauncher *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * signet_wizard_launcher_new:
 * @window: the window whose wizards these are
 * @desk: the desk, open
 *
 * Returns: (transfer full): a launcher
 */
SignetWizardLauncher *
signet_wizard_launcher_new (GtkWindow *window, SignetDesk *desk)
{
  SignetWizardLauncher *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self = g_object_new (SIGNET_TYPE_WIZARD_LAUNCHER, NULL);
  g_set_weak_pointer (&self->window, window);
  self->desk = g_object_ref (desk);

  return self;
}

/** signet_wizard_launcher_get_desk: Returns: (transfer none): whose drafts it opens */
SignetDesk *
signet_wizard_launcher_get_desk (SignetWizardLauncher *self)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self), NULL);

  return self->desk;
}

/**
 * signet_wizard_launcher_begin:
 * @self: a launcher
 * @kind: what the person wants to make
 * @subject: (nullable): local id of what it is about: the right of a complaint
 *
 * Opens a new draft. Nothing happens while a wizard is open.
 */
void
signet_wizard_launcher_begin (SignetWizardLauncher *self, SignetDraftKind kind, const char *subject)
{
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));

  if (may_open (self, kind == SIGNET_DRAFT_REGISTRATION))
    signet_desk_begin_draft_async (self->desk, kind, subject, self->cancellable, begun_cb,
                                   g_object_ref (self));
}

/**
 * signet_wizard_launcher_begin_other:
 * @self: a launcher
 * @role: %SIGNET_ROLE_PRINCIPAL or %SIGNET_ROLE_AGENT; static
 *
 * Opens the draft of a new party that isn't the account's own: one acts for it, or it came before in a chain.
 */
void
signet_wizard_launcher_begin_other (SignetWizardLauncher *self, const char *role)
{
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));

  if (!may_open (self, FALSE))
    return;
  self->role = role;
  signet_desk_begin_draft_async (self->desk, SIGNET_DRAFT_PARTY, NULL, self->cancellable, begun_other_cb,
                                 g_object_ref (self));
}

/**
 * signet_wizard_launcher_revise:
 * @self: a launcher
 * @account: (nullable): where it is certified or to be; %NULL: the one that is worked with
 * @kind: what kind of record it is
 * @subject: local id of the record
 * @purpose: what is to become of it
 *
 * Opens the revision of a record, new or begun before. Nothing happens while a wizard is open.
 */
void
signet_wizard_launcher_revise (SignetWizardLauncher *self,
                               SignetAccount *account,
                               SignetDraftKind kind,
                               const char *subject,
                               SignetDraftPurpose purpose)
{
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));

  if (may_open (self, FALSE))
    signet_desk_begin_revision_async (self->desk, account, kind, subject, purpose, self->cancellable,
                                      revision_begun_cb, g_object_ref (self));
}

/**
 * signet_wizard_launcher_copy:
 * @self: a launcher
 * @kind: what kind of record it is
 * @subject: local id of the record
 *
 * Opens a new draft that is like a record. Nothing happens while a wizard is open.
 */
void
signet_wizard_launcher_copy (SignetWizardLauncher *self, SignetDraftKind kind, const char *subject)
{
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));

  if (may_open (self, FALSE))
    signet_desk_begin_copy_async (self->desk, kind, subject, self->cancellable, copy_begun_cb,
                                  g_object_ref (self));
}

/**
 * signet_wizard_launcher_open:
 * @self: a launcher
 * @id: of a draft that was left
 *
 * Opens it where it was left. Nothing happens while a wizard is open.
 */
void
signet_wizard_launcher_open (SignetWizardLauncher *self, const char *id)
{
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));

  open (self, id, FALSE);
}

/**
 * signet_wizard_launcher_resume:
 * @self: a launcher
 * @kind: %SIGNET_DRAFT_REGISTRATION, or %SIGNET_DRAFT_PARTY for the account's own identity
 *
 * One signs in and says who one is only once: an unfinished draft of that is gone on with, and only without
 * one a new draft is begun.
 */
void
signet_wizard_launcher_resume (SignetWizardLauncher *self, SignetDraftKind kind)
{
  g_autofree char *left = NULL;

  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));

  left = kind == SIGNET_DRAFT_PARTY ? signet_desk_find_own_draft (self->desk) : find_registration (self);
  if (left != NULL)
    open (self, left, kind == SIGNET_DRAFT_REGISTRATION);
  else
    signet_wizard_launcher_begin (self, kind, NULL);
}

/**
 * signet_wizard_launcher_drop:
 * @self: a launcher
 * @account: an account that is about to be removed
 *
 * Closes the wizards of this account, and opens none that is on its way: their drafts go with it, so nothing
 * is said of keeping them.
 */
void
signet_wizard_launcher_drop (SignetWizardLauncher *self, SignetAccount *account)
{
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (self));
  g_return_if_fail (SIGNET_IS_ACCOUNT (account));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (is_of (self->door, account))
    gtk_window_destroy (GTK_WINDOW (self->door));
  if (is_of (self->wizard, account))
    gtk_window_destroy (GTK_WINDOW (self->wizard));
}
