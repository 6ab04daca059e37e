/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-leaver.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-format.h"

/*
 * Signing out of the desk's account and removing it from this computer, each after the person has been told
 * what that means. The account is the one that was asked about, whichever the desk works with by the time of
 * the answer. Belongs to the window.
 *
 * Signals: "removing" (SignetAccount *account): the person has agreed, and whatever is open of the account is
 * to be closed; "told" (const char *text): what came of it, in a sentence.
 */

struct _SignetAccountLeaver
{
  GObject parent_instance;

  GtkWindow *window; /* weak */
  SignetDesk *desk;
};

G_DEFINE_FINAL_TYPE (SignetAccountLeaver, signet_account_leaver, G_TYPE_OBJECT)

/* What a dialog is about. */
typedef struct
{
  SignetAccountLeaver *leaver;
  SignetAccount *account;
} Question;

enum
{
  REMOVING,
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static Question *
question_new (SignetAccountLeaver *self, SignetAccount *account)
{
  Question *question = g_new (Question, 1);

  question->leaver = g_object_ref (self);
  question->account = g_object_ref (account);

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->leaver);
  g_object_unref (question->account);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
tell (SignetAccountLeaver *self, const char *text)
{
  if (self->window != NULL)
    g_signal_emit (self, signals[TOLD], 0, text);
}

static void
tell_error (SignetAccountLeaver *self, const GError *error)
{
  g_autofree char *sentence = signet_error_text_sentence (error);

  g_warning ("%s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
  tell (self, sentence);
}

static void
signed_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetAccountLeaver) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean revoked = FALSE;

  if (!signet_account_sign_out_finish (SIGNET_ACCOUNT (source), result, &revoked, &error))
    tell_error (self, error);
  else if (revoked)
    tell (self, _ ("You are signed out"));
  else
    tell (self, _ ("Signed out here; the platform couldn’t be told. End this session from another device"));
}

static void
sign_out_answered_cb (Question *question, const char *response)
{
  if (g_str_equal (response, "leave"))
    signet_account_sign_out_async (question->account, NULL, signed_out_cb, g_object_ref (question->leaver));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetAccountLeaver) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean revoked = FALSE;

  if (!signet_desk_remove_account_finish (SIGNET_DESK (source), result, &revoked, &error))
    tell_error (self, error);
  else if (revoked)
    tell (self, _ ("The account is removed from this computer"));
  else
    tell (self, _ ("Removed here; the platform couldn’t be told. End the session from another device"));
}

static void
remove_answered_cb (Question *question, const char *response)
{
  SignetAccountLeaver *self = question->leaver;

  if (!g_str_equal (response, "leave"))
    return;

  g_signal_emit (self, signals[REMOVING], 0, question->account);
  signet_desk_remove_account_async (self->desk, question->account, NULL, removed_cb, g_object_ref (self));
}

static void
forget_question (gpointer question, GClosure *closure)
{
  question_free (question);
}

/* Takes @question, which @answered_cb gets. */
static void
ask (AdwMessageDialog *dialog, void (*answered_cb) (Question *, const char *), Question *question)
{
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, forget_question,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static AdwMessageDialog *
make_dialog (SignetAccountLeaver *self, const char *heading, const char *body, const char *verb)
{
  GtkWidget *widget = adw_message_dialog_new (self->window, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("Cancel"), "leave", verb, NULL);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");

  return dialog;
}

/* Translators: the word that is typed to confirm that what was never sent goes as well. */
#define CONFIRMING_WORD C_ ("typed to confirm", "remove")

static void
word_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (entry), -1);
  g_autofree char *wanted = g_utf8_casefold (CONFIRMING_WORD, -1);

  adw_message_dialog_set_response_enabled (dialog, "leave", g_strcmp0 (g_strstrip (typed), wanted) == 0);
}

static GtkWidget *
make_word_entry (AdwMessageDialog *dialog)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: %s is the word that is to be typed to confirm */
  g_autofree char *title = g_strdup_printf (_ ("Type “%s” to go on"), CONFIRMING_WORD);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (word_changed_cb), dialog, 0);

  return list;
}

/* What goes, as a list: the dialog's own text would have each line in the middle. */
static GtkWidget *
make_contents (const char *lines)
{
  GtkWidget *label = gtk_label_new (lines);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

/* A line of the list; what there is none of has none. @words: with the number in it. */
static void
add_line (GString *text, guint n, char *words)
{
  if (n > 0)
    g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", words);
  g_free (words);
}

/* What goes, line by line; what never reached the platform comes first. */
static char *
describe_weight (const SignetAccountWeight *weight)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *size = signet_format_size (weight->file_bytes);

  add_line (text, weight->unsent,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u submission the platform has never got",
                                          "%u submissions the platform has never got", weight->unsent),
                             weight->unsent));
  add_line (text, weight->drafts,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u draft", "%u drafts", weight->drafts),
                             weight->drafts));
  add_line (
      text, weight->complaints,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u complaint", "%u complaints", weight->complaints),
                       weight->complaints));
  add_line (text, weight->rights,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u right", "%u rights", weight->rights),
                             weight->rights));
  add_line (text, weight->parties,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u identity", "%u identities", weight->parties),
                             weight->parties));
  add_line (text, weight->receipts,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u receipt, of which there is no other copy",
                                          "%u receipts, of which there is no other copy", weight->receipts),
                             weight->receipts));
  add_line (text, weight->files,
            g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file no other account uses (%s)",
                                          "%u files no other account uses (%s)", weight->files),
                             weight->files, size));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
weighed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  SignetAccountLeaver *self = question->leaver;
  SignetAccountWeight weight = { 0 };
  AdwMessageDialog *dialog;
  g_autoptr (GError) error = NULL;
  GtkWidget *box;
  g_autofree char *lines = NULL;
  g_autofree char *heading = NULL;

  if (!signet_desk_weigh_account_finish (SIGNET_DESK (source), result, &weight, &error))
    {
      tell_error (self, error);
      return;
    }
  if (self->window == NULL)
    return;

  lines = describe_weight (&weight);
  /* Translators: %s is the account's name: a phone number or an e-mail address */
  heading = g_strdup_printf (_ ("Remove %s?"), signet_account_get_name (question->account));
  dialog = make_dialog (self, heading,
                        *lines != '\0' ? _ ("This goes for good from this computer:")
                                       : _ ("There is nothing of it on this computer but the sign-in."),
                        _ ("Remove"));
  adw_message_dialog_set_response_appearance (dialog, "leave", ADW_RESPONSE_DESTRUCTIVE);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  if (*lines != '\0')
    gtk_box_append (GTK_BOX (box), make_contents (lines));
  gtk_box_append (GTK_BOX (box), make_contents (_ ("What the platform has stays there.")));
  if (weight.unsent > 0)
    {
      gtk_box_append (GTK_BOX (box), make_word_entry (dialog));
      adw_message_dialog_set_response_enabled (dialog, "leave", FALSE);
    }
  adw_message_dialog_set_extra_child (dialog, box);
  ask (dialog, remove_answered_cb, g_steal_pointer (&question));
}

static void
signet_account_leaver_dispose (GObject *object)
{
  SignetAccountLeaver *self = SIGNET_ACCOUNT_LEAVER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_account_leaver_parent_class)->dispose (object);
}

static void
signet_account_leaver_class_init (SignetAccountLeaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_account_leaver_dispose;

  signals[REMOVING] = g_signal_new ("removing", SIGNET_TYPE_ACCOUNT_LEAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, SIGNET_TYPE_ACCOUNT);
  signals[TOLD] = g_signal_new ("told", SIGNET_TYPE_ACCOUNT_LEAVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
signet_account_leaver_init (SignetAccountLeaver *self)
{
}

/**
 * signet_account_leaver_new:
 * @window: over which is asked
 * @desk: the desk
 *
 * Returns: (transfer full): a leaver
 */
SignetAccountLeaver *
signet_account_leaver_new (GtkWindow *window, SignetDesk *desk)
{
  SignetAccountLeaver *self;

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);
  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);

  self = g_object_new (SIGNET_TYPE_ACCOUNT_LEAVER, NULL);
  g_set_weak_pointer (&self->window, window);
  self->desk = g_object_ref (desk);

  return self;
}

/**
 * signet_account_leaver_sign_out:
 * @self: a leaver
 *
 * Asks whether to sign out of the desk's account, and does.
 */
void
signet_account_leaver_sign_out (SignetAccountLeaver *self)
{
  AdwMessageDialog *dialog;
  guint n_waiting;
  g_autoptr (GString) body = NULL;

  g_return_if_fail (SIGNET_IS_ACCOUNT_LEAVER (self));

  body = g_string_new (_ ("Your drafts, papers and receipts stay on this computer."));
  n_waiting = signet_desk_get_n_waiting (self->desk);
  if (n_waiting > 0)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (
          body,
          g_dngettext (GETTEXT_PACKAGE, "%u submission waits and is sent when you have signed in again.",
                       "%u submissions wait and are sent when you have signed in again.", n_waiting),
          n_waiting);
    }
  dialog = make_dialog (self, _ ("Sign Out?"), body->str, _ ("Sign Out"));
  ask (dialog, sign_out_answered_cb, question_new (self, signet_desk_get_account (self->desk)));
}

/**
 * signet_account_leaver_remove:
 * @self: a leaver
 *
 * Says what goes with the desk's account, asks, and removes it; where something was never sent, after a word
 * was typed.
 */
void
signet_account_leaver_remove (SignetAccountLeaver *self)
{
  SignetAccount *account;

  g_return_if_fail (SIGNET_IS_ACCOUNT_LEAVER (self));

  account = signet_desk_get_account (self->desk);
  signet_desk_weigh_account_async (self->desk, account, NULL, weighed_cb, question_new (self, account));
}
