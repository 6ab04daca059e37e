/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-draft-actions.h"

#include "model/signet-words.h"

/*
 * The window's actions "draft.revise" and "draft.copy": what one can begin with a record that is there. Words
 * stand for the kind (%SIGNET_KIND_PARTY and so on) and the purpose ("certify", "correct" or "edit").
 */

typedef struct
{
  SignetWizardLauncher *launcher;
  SignetDesk *desk;
} Context;

static void
context_free (gpointer data, GClosure *closure)
{
  Context *context = data;

  g_object_unref (context->launcher);
  g_object_unref (context->desk);
  g_free (context);
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

  return SIGNET_DRAFT_PURPOSE_EDIT;
}

static SignetAccount *
find_account (SignetDesk *desk, const char *id)
{
  GListModel *accounts = signet_desk_get_accounts (desk);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (SignetAccount) account = g_list_model_get_item (accounts, i);

      if (g_str_equal (signet_account_get_id (account), id))
        return g_steal_pointer (&account);
    }

  return NULL;
}

static void
revise_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;
  const char *account_id, *kind_word, *subject, *purpose;
  g_autoptr (SignetAccount) account = NULL;
  SignetDraftKind kind;

  g_variant_get (parameter, "(&s&s&s&s)", &account_id, &kind_word, &subject, &purpose);
  account = find_account (context->desk, account_id);
  if (find_kind (kind_word, &kind))
    signet_wizard_launcher_revise (context->launcher, account, kind, subject, find_purpose (purpose));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Context *context = user_data;
  const char *kind_word, *subject;
  SignetDraftKind kind;

  g_variant_get (parameter, "(&s&s)", &kind_word, &subject);
  if (find_kind (kind_word, &kind))
    signet_wizard_launcher_copy (context->launcher, kind, subject);
}

static void
add (GSimpleActionGroup *group,
     const char *name,
     const char *type,
     GCallback callback,
     SignetWizardLauncher *launcher,
     SignetDesk *desk)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));
  Context *context = g_new (Context, 1);

  context->launcher = g_object_ref (launcher);
  context->desk = g_object_ref (desk);
  g_signal_connect_data (action, "activate", callback, context, context_free, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

/**
 * signet_draft_actions_new:
 * @launcher: opens the drafts
 * @desk: the desk
 *
 * Returns: (transfer full): "revise" (account or "", kind, subject, purpose) and "copy" (kind, subject), to
 * be inserted into the window as "draft"
 */
GActionGroup *
signet_draft_actions_new (SignetWizardLauncher *launcher, SignetDesk *desk)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  add (group, "revise", "(ssss)", G_CALLBACK (revise_cb), launcher, desk);
  add (group, "copy", "(ss)", G_CALLBACK (copy_cb), launcher, desk);

  return G_ACTION_GROUP (group);
}
