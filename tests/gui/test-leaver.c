/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Leaving an account, on a real desk whose platform is out of reach: what is said before, that a submission
 * which was never sent takes a typed word, and that what is asked about one account is answered for it. */

#include "complaint-fixture.h"
#include "find-widget.h"

#include "app/signet-account-leaver.h"
#include "app/signet-wizard-launcher.h"
#include "app/signet-wizard.h"
#include "store/signet-outbox.h"

typedef struct
{
  ComplaintFixture desk;
  GtkWidget *window;
  SignetAccountLeaver *leaver;
  char *removing; /* local id of the account that goes */
  char *told;
} Fixture;

static gboolean
save_other_account (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) platform = read_platform ();
  SignetAccountRecord account = {
    .id = (char *) "other",
    .platform_id = (char *) "plt_other",
    .address = (char *) "http://127.0.0.1:2",
    .rules = (char *) "kuaishou",
    .practice = TRUE,
    .platform = platform,
    .created_at = 2,
  };

  return signet_accounts_save (tables, &account, error);
}

static gboolean
save_unsent (SignetTables *tables, gpointer data, GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  SignetOutboxRecord record = {
    .id = (char *) "unsent",
    .account = (char *) "account",
    .kind = (char *) SIGNET_KIND_RIGHT,
    .subject = (char *) "right",
    .title = (char *) "青云 QINGYUN",
    .method = (char *) "POST",
    .path = (char *) "/v1/rights",
    .content_type = (char *) "application/json",
    .body = body,
    .idempotency_key = (char *) "unsent",
    .state = (char *) SIGNET_STATUS_QUEUED,
    .created_at = 1,
  };

  return save_other_account (tables, data, error) && signet_outbox_add (tables, &record, NULL, error);
}

static void
removing_cb (Fixture *self, SignetAccount *account)
{
  g_assert_null (self->removing);
  self->removing = g_strdup (signet_account_get_id (account));
}

static void
told_cb (Fixture *self, const char *text)
{
  g_free (self->told);
  self->told = g_strdup (text);
}

/* @unsent: whether something waits to be sent */
static void
set_up (Fixture *self, gconstpointer unsent)
{
  complaint_fixture_open_desk (&self->desk, GPOINTER_TO_INT (unsent) ? save_unsent : save_other_account);
  self->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (self->window));
  self->leaver = signet_account_leaver_new (GTK_WINDOW (self->window), self->desk.desk);
  g_signal_connect_swapped (self->leaver, "removing", G_CALLBACK (removing_cb), self);
  g_signal_connect_swapped (self->leaver, "told", G_CALLBACK (told_cb), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  settle ();
  g_assert_finalize_object (self->leaver);
  g_free (self->removing);
  g_free (self->told);
  complaint_fixture_tear_down (&self->desk, NULL);
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

static gboolean
dialog_is_open (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

static AdwMessageDialog *
ask_to_remove (Fixture *self)
{
  signet_account_leaver_remove (self->leaver);
  wait_until (dialog_is_open, NULL);
  settle ();

  return ADW_MESSAGE_DIALOG (find_window (ADW_TYPE_MESSAGE_DIALOG));
}

static void
answer (AdwMessageDialog *dialog, const char *response)
{
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
}

static guint
count_accounts (Fixture *self)
{
  return g_list_model_get_n_items (signet_desk_get_accounts (self->desk.desk));
}

static SignetAccount *
get_account (Fixture *self, guint position)
{
  g_autoptr (SignetAccount)
      account = g_list_model_get_item (signet_desk_get_accounts (self->desk.desk), position);

  return account;
}

static gboolean
one_is_left (gpointer fixture)
{
  return count_accounts (fixture) == 1 && ((Fixture *) fixture)->told != NULL;
}

/* What goes; what the platform never got comes first. */
static const char *
get_list (AdwMessageDialog *dialog)
{
  GtkWidget *list = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (dialog));

  return gtk_label_get_label (GTK_LABEL (list));
}

/* What the platform never got comes first, and takes more than a click. */
static void
test_unsent (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog = ask_to_remove (self);
  GtkEditable *entry =
      GTK_EDITABLE (find_type (adw_message_dialog_get_extra_child (dialog), ADW_TYPE_ENTRY_ROW));

  g_assert_cmpstr (get_list (dialog), ==,
                   "• 1 submission the platform has never got\n• 2 rights\n• 1 identity");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (entry)), ==, "Type “remove” to go on");
  g_assert_cmpstr (adw_message_dialog_get_default_response (dialog), ==, "cancel");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "leave"));
  gtk_editable_set_text (entry, "remov");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "leave"));
  gtk_editable_set_text (entry, " Remove ");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "leave"));
  gtk_editable_set_text (entry, "remove it");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "leave"));
  answer (dialog, "cancel");
  g_assert_cmpuint (count_accounts (self), ==, 2);
  g_assert_null (self->removing);
  g_assert_null (self->told);

  dialog = ask_to_remove (self);
  entry = GTK_EDITABLE (find_type (adw_message_dialog_get_extra_child (dialog), ADW_TYPE_ENTRY_ROW));
  gtk_editable_set_text (entry, "remove");
  answer (dialog, "leave");
  wait_until (one_is_left, self);
  g_assert_cmpstr (self->removing, ==, "account");
  g_assert_cmpstr (signet_account_get_id (get_account (self, 0)), ==, "other");
  g_assert_cmpuint (signet_desk_get_n_waiting (self->desk.desk), ==, 0);
}

/* Another account has come to the front meanwhile: it isn't the one that goes. */
static void
test_switched (Fixture *self, gconstpointer data)
{
  AdwMessageDialog *dialog;

  signet_desk_choose_account (self->desk.desk, get_account (self, 0));
  dialog = ask_to_remove (self);
  g_assert_null (GTK_EDITABLE (find_type (adw_message_dialog_get_extra_child (dialog), ADW_TYPE_ENTRY_ROW)));
  g_assert_null (strstr (get_list (dialog), "never got"));
  signet_desk_choose_account (self->desk.desk, get_account (self, 1));
  answer (dialog, "leave");
  wait_until (one_is_left, self);
  g_assert_cmpstr (self->removing, ==, "account");
  g_assert_cmpstr (signet_account_get_id (get_account (self, 0)), ==, "other");
}

static gboolean
wizard_is_open (gpointer data)
{
  return find_window (SIGNET_TYPE_WIZARD) != NULL;
}

static void
kept_cb (guint *n_kept)
{
  (*n_kept)++;
}

/* The wizards of the account go with it, and nobody is told that a draft is kept. */
static void
test_wizard (Fixture *self, gconstpointer data)
{
  g_autoptr (SignetWizardLauncher) launcher = NULL;
  SignetDraft *draft;
  guint n_kept = 0;

  signet_desk_choose_account (self->desk.desk, get_account (self, 0));
  launcher = signet_wizard_launcher_new (GTK_WINDOW (self->window), self->desk.desk);
  g_signal_connect_swapped (launcher, "kept", G_CALLBACK (kept_cb), &n_kept);
  g_signal_connect_swapped (self->leaver, "removing", G_CALLBACK (signet_wizard_launcher_drop), launcher);
  signet_wizard_launcher_begin (launcher, SIGNET_DRAFT_PARTY, NULL);
  wait_until (wizard_is_open, NULL);
  settle ();
  draft = signet_wizard_get_draft (SIGNET_WIZARD (find_window (SIGNET_TYPE_WIZARD)));
  signet_party_set_name (signet_draft_get_party (draft), "成都蜀香");
  answer (ask_to_remove (self), "leave");
  wait_until (one_is_left, self);
  g_assert_null (find_window (SIGNET_TYPE_WIZARD));
  g_assert_cmpuint (n_kept, ==, 0);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (signet_desk_get_today (self->desk.desk)), ==, 0);
  g_signal_handlers_disconnect_by_data (self->leaver, launcher);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  /* no keyring and no platform are part of the scene */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/gui/leaver/unsent", Fixture, GINT_TO_POINTER (TRUE), set_up, test_unsent, tear_down);
  g_test_add ("/gui/leaver/switched", Fixture, GINT_TO_POINTER (FALSE), set_up, test_switched, tear_down);
  g_test_add ("/gui/leaver/wizard", Fixture, GINT_TO_POINTER (FALSE), set_up, test_wizard, tear_down);

  return g_test_run ();
}
