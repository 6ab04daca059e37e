/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-draft-actions.h"

#include "model/signet-words.h"

/*
 * The window's actions that begin a draft or go on with one, in its groups "win" and "draft". They do what
 * the wizard launcher does, and end with it.
 */

static void
new_complaint_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_begin (launcher, SIGNET_DRAFT_COMPLAINT, NULL);
}

static void
complain_about_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_begin (launcher, SIGNET_DRAFT_COMPLAINT, g_variant_get_string (parameter, NULL));
}

static void
new_right_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_begin (launcher, SIGNET_DRAFT_RIGHT, NULL);
}

static void
new_identity_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_resume (launcher, SIGNET_DRAFT_PARTY);
}

static void
new_principal_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_begin_other (launcher, SIGNET_ROLE_PRINCIPAL);
}

static void
new_first_agent_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_begin_other (launcher, SIGNET_ROLE_AGENT);
}

/* With the local id of the principal, or "" where it is to be chosen. */
static void
new_authorisation_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  const char *principal = g_variant_get_string (parameter, NULL);

  signet_wizard_launcher_begin (launcher, SIGNET_DRAFT_AUTHORISATION, *principal != '\0' ? principal : NULL);
}

static void
sign_in_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_resume (launcher, SIGNET_DRAFT_REGISTRATION);
}

static void
open_draft_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  signet_wizard_launcher_open (launcher, g_variant_get_string (parameter, NULL));
}

/* What the account's platform wants changed. */
static void
correct (SignetWizardLauncher *launcher, SignetDraftKind kind, GVariant *subject)
{
  signet_wizard_launcher_revise (launcher, NULL, kind, g_variant_get_string (subject, NULL),
                                 SIGNET_DRAFT_PURPOSE_CORRECT);
}

static void
correct_party_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  correct (launcher, SIGNET_DRAFT_PARTY, parameter);
}

static void
correct_right_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  correct (launcher, SIGNET_DRAFT_RIGHT, parameter);
}

static void
correct_authorisation_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  correct (launcher, SIGNET_DRAFT_AUTHORISATION, parameter);
}

static gboolean
find_kind (const char *word, SignetDraftKind *kind)
{
  if (g_str_equal (word, SIGNET_KIND_PARTY))
    *kind = SIGNET_DRAFT_PARTY;
  else if (g_str_equal (word, SIGNET_KIND_RIGHT))
    *kind = SIGNET_DRAFT_RIGHT;
  else if (g_str_equal (word, SIGNET_KIND_AUTHORISATION))
    *kind = SIGNET_DRAFT_AUTHORISATION;
  else
    return FALSE;

  return TRUE;
}

static SignetDraftPurpose
find_purpose (const char *word)
{
  if (g_str_equal (word, "certify"))
    return SIGNET_DRAFT_PURPOSE_CERTIFY;
  if (g_str_equal (word, "correct"))
    return SIGNET_DRAFT_PURPOSE_CORRECT;
  if (g_str_equal (word, "renew"))
    return SIGNET_DRAFT_PURPOSE_RENEW;

  return SIGNET_DRAFT_PURPOSE_EDIT;
}

static void
revise_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  const char *account_id, *kind_word, *subject, *purpose;
  SignetDesk *desk = signet_wizard_launcher_get_desk (launcher);
  SignetDraftKind kind;

  g_variant_get (parameter, "(&s&s&s&s)", &account_id, &kind_word, &subject, &purpose);
  if (find_kind (kind_word, &kind))
    signet_wizard_launcher_revise (launcher, signet_desk_find_account (desk, account_id), kind, subject,
                                   find_purpose (purpose));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher)
{
  const char *kind_word, *subject;
  SignetDraftKind kind;

  g_variant_get (parameter, "(&s&s)", &kind_word, &subject);
  if (find_kind (kind_word, &kind))
    signet_wizard_launcher_copy (launcher, kind, subject);
}

typedef struct
{
  const char *name;
  const char *type; /* of the parameter, or NULL */
  void (*activate) (GSimpleAction *action, GVariant *parameter, SignetWizardLauncher *launcher);
} Entry;

static void
add (GActionMap *map, const Entry entries[], gsize n_entries, SignetWizardLauncher *launcher)
{
  for (gsize i = 0; i < n_entries; i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (
          entries[i].name, entries[i].type != NULL ? G_VARIANT_TYPE (entries[i].type) : NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (entries[i].activate), launcher, 0);
      g_action_map_add_action (map, G_ACTION (action));
    }
}

/**
 * signet_draft_actions_add:
 * @window: gets the actions
 * @launcher: opens the drafts
 *
 * "draft.revise" takes an account's id or "", a kind (%SIGNET_KIND_PARTY and so on), a record's id and a
 * purpose ("certify", "correct", "renew" or "edit"); "draft.copy" a kind and a record's id.
 */
void
signet_draft_actions_add (GtkApplicationWindow *window, SignetWizardLauncher *launcher)
{
  static const Entry in_window[] = {
    { "new-complaint", NULL, new_complaint_cb },
    { "complain-about", "s", complain_about_cb },
    { "new-right", NULL, new_right_cb },
    { "new-identity", NULL, new_identity_cb },
    { "new-principal", NULL, new_principal_cb },
    { "new-first-agent", NULL, new_first_agent_cb },
    { "new-authorisation", "s", new_authorisation_cb },
    { "sign-in", NULL, sign_in_cb },
    { "open-draft", "s", open_draft_cb },
    { "correct-party", "s", correct_party_cb },
    { "correct-right", "s", correct_right_cb },
    { "correct-authorisation", "s", correct_authorisation_cb },
  };
  static const Entry of_records[] = {
    { "revise", "(ssss)", revise_cb },
    { "copy", "(ss)", copy_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (SIGNET_IS_WIZARD_LAUNCHER (launcher));

  add (G_ACTION_MAP (window), in_window, G_N_ELEMENTS (in_window), launcher);
  add (G_ACTION_MAP (group), of_records, G_N_ELEMENTS (of_records), launcher);
  gtk_widget_insert_action_group (GTK_WIDGET (window), "draft", G_ACTION_GROUP (group));
}
