/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/*
 * A desk with the practice platform it starts itself and a real keyring, and what a person does at it.
 */

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "desk/signet-desk-error.h"
#include "desk/signet-desk.h"
#include "model/signet-complaint-row.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-list-state.h"
#include "model/signet-nice-class.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"
#include "remote/signet-credentials.h"

#include "remove-folder.h"

#define PHONE "13800138000"
/* Far longer than anything here should take: a test that waits for it fails. */
#define PATIENCE_SECONDS 40

static const char *practice_program;
static char *home;
static GSubprocess *keyring;
static SignetClock *(*make_clock) (void) = signet_clock_new_system;

typedef struct
{
  char *folder;
  SignetDesk *desk;
  SignetAccount *account;
  const char *rules; /* of the practice platform that is called */
  int next_link;
} Fixture;

G_GNUC_UNUSED static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

G_GNUC_UNUSED static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until @condition, or the test fails. */
#define WAIT_UNTIL(condition)                                               \
  G_STMT_START                                                              \
  {                                                                         \
    gboolean over = FALSE;                                                  \
    guint timer = g_timeout_add_seconds (PATIENCE_SECONDS, stop_cb, &over); \
    while (!(condition) && !over)                                           \
      g_main_context_iteration (NULL, TRUE);                                \
    if (!over)                                                              \
      g_source_remove (timer);                                              \
    g_assert_true (condition);                                              \
  }                                                                         \
  G_STMT_END

#define CALL(finish, start, ...)                  \
  G_STMT_START                                    \
  {                                               \
    GAsyncResult *called = NULL;                  \
    start (__VA_ARGS__, NULL, ready_cb, &called); \
    WAIT_UNTIL (called != NULL);                  \
    finish;                                       \
    g_object_unref (called);                      \
  }                                               \
  G_STMT_END

G_GNUC_UNUSED static void
live_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* The practice platform, seen from outside */

G_GNUC_UNUSED static JsonNode *
call_platform (Fixture *fixture, const char *method, const char *path, const char *type, const char *body)
{
  g_autofree char *file = g_build_filename (fixture->folder, "practice", fixture->rules, "practice.json",
                                            NULL);
  g_autoptr (JsonParser) ready = json_parser_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GBytes) request = body != NULL ? g_bytes_new_static (body, strlen (body)) : NULL;
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  g_autofree char *authorization = NULL;
  JsonObject *line;
  gsize size;
  const char *text;

  json_parser_load_from_file (ready, file, &error);
  g_assert_no_error (error);
  line = json_node_get_object (json_parser_get_root (ready));
  address = g_strconcat (json_object_get_string_member (line, "address"), path, NULL);
  authorization = g_strconcat ("Practice ", json_object_get_string_member (line, "control_key"), NULL);
  message = soup_message_new (method, address);
  if (g_str_has_prefix (path, "/practice/"))
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", authorization);
  if (request != NULL)
    soup_message_set_request_body_from_bytes (message, type, request);
  answer = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)));
  text = g_bytes_get_data (answer, &size);
  if (size == 0)
    return NULL;
  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

G_GNUC_UNUSED static void
control (Fixture *fixture, const char *method, const char *path, const char *body)
{
  g_autoptr (JsonNode) answer = call_platform (fixture, method, path, "application/json", body);
}

/* What the reviewer makes of a party, right or authorisation. */
G_GNUC_UNUSED static void
decide (Fixture *fixture, const char *remote_id, const char *status)
{
  g_autofree char *path = g_strdup_printf ("/practice/v1/certifications/%s/decisions", remote_id);
  g_autofree char *body = g_strdup_printf ("{\"status\":\"%s\",\"findings\":[]}", status);

  control (fixture, "POST", path, body);
}

G_GNUC_UNUSED static char *
read_code (Fixture *fixture, const char *channel)
{
  g_autoptr (JsonNode) root = call_platform (fixture, "GET", "/practice/v1/messages", NULL, NULL);
  JsonArray *messages = json_object_get_array_member (json_node_get_object (root), "messages");
  const char *code = NULL;

  for (guint i = 0; i < json_array_get_length (messages); i++)
    {
      JsonObject *message = json_array_get_object_element (messages, i);

      if (g_str_equal (json_object_get_string_member (message, "channel"), channel))
        code = json_object_get_string_member (message, "code");
    }
  g_assert_nonnull (code);
  return g_strdup (code);
}

G_GNUC_UNUSED static guint
count_filed (Fixture *fixture)
{
  g_autoptr (JsonNode) root = call_platform (fixture, "GET", "/practice/v1/ledger", NULL, NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "entries");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (entries, i), "kind"),
                      SIGNET_KIND_COMPLAINT);
  return n;
}

/* The process this program's desk has started, 0 if there is none. Whatever it is doing: one that waits for
 * the disk hasn't ended. */
G_GNUC_UNUSED static GPid
find_practice (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc", name, "stat", NULL);
      g_autofree char *stat = NULL;
      const char *end;
      char state;
      int parent;

      if (g_ascii_isdigit (*name) && g_file_get_contents (path, &stat, NULL, NULL) &&
          strstr (stat, "(signet-practice") != NULL && (end = strrchr (stat, ')')) != NULL &&
          sscanf (end, ") %c %d", &state, &parent) == 2 && parent == getpid () && state != 'Z')
        return (GPid) g_ascii_strtoll (name, NULL, 10);
    }
  return 0;
}

/* What a person does */

G_GNUC_UNUSED static void
open_desk (Fixture *fixture)
{
  g_autoptr (SignetClock) clock = make_clock ();
  g_autoptr (GError) error = NULL;
  SignetDeskPaths paths = { fixture->folder, "/nonexistent", practice_program };

  fixture->desk = signet_desk_new (&paths, clock);
  CALL (signet_desk_open_finish (fixture->desk, called, &error), signet_desk_open_async, fixture->desk);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
close_desk (Fixture *fixture)
{
  g_autoptr (GAsyncResult) closed = NULL;

  g_clear_object (&fixture->account);
  signet_desk_close_async (fixture->desk, ready_cb, &closed);
  WAIT_UNTIL (closed != NULL);
  g_clear_object (&closed);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->desk);
}

G_GNUC_UNUSED static void
sign_in (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  CALL (signet_one_time_code_send_finish (signet_account_get_sign_in_code (fixture->account), called, &error),
        signet_one_time_code_send_async, signet_account_get_sign_in_code (fixture->account), PHONE);
  g_assert_no_error (error);
  code = read_code (fixture, "sms");
  CALL (
      signet_one_time_code_enter_finish (signet_account_get_sign_in_code (fixture->account), called, &error),
      signet_one_time_code_enter_async, signet_account_get_sign_in_code (fixture->account), code);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
bind_email (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  CALL (signet_one_time_code_send_finish (signet_account_get_email_code (fixture->account), called, &error),
        signet_one_time_code_send_async, signet_account_get_email_code (fixture->account),
        "desk@example.com");
  g_assert_no_error (error);
  code = read_code (fixture, "email");
  CALL (signet_one_time_code_enter_finish (signet_account_get_email_code (fixture->account), called, &error),
        signet_one_time_code_enter_async, signet_account_get_email_code (fixture->account), code);
  g_assert_no_error (error);
  g_assert_cmpint (signet_account_get_state (fixture->account), ==, SIGNET_ACCOUNT_READY);
}

G_GNUC_UNUSED static SignetDraft *
begin (Fixture *fixture, SignetDraftKind kind, const char *subject)
{
  g_autoptr (GError) error = NULL;
  SignetDraft *draft = NULL;

  CALL (draft = signet_desk_begin_draft_finish (fixture->desk, called, &error), signet_desk_begin_draft_async,
        fixture->desk, kind, subject);
  g_assert_no_error (error);
  return draft;
}

G_GNUC_UNUSED static void
attach (Fixture *fixture, SignetDraft *draft, const char *slot)
{
  static const char paper[] = "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                              "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                              "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                              "trailer<</Root 1 0 R>>\n%%%%EOF %s %d\n";
  g_autofree char *name = g_strdup_printf ("%s.pdf", slot);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strdup_printf (paper, slot, fixture->next_link);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (SignetEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  CALL (evidence = signet_draft_attach_finish (draft, called, &error), signet_draft_attach_async, draft, file,
        slot, NULL, NULL);
  g_assert_no_error (error);
}

G_GNUC_UNUSED static char *
submit (SignetDraft *draft)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  CALL (id = signet_draft_submit_finish (draft, called, &error), signet_draft_submit_async, draft);
  g_assert_no_error (error);
  return id;
}

G_GNUC_UNUSED static SignetDraft *
revise (Fixture *fixture, SignetDraftKind kind, const char *subject, SignetDraftPurpose purpose)
{
  g_autoptr (GError) error = NULL;
  SignetDraft *draft = NULL;

  CALL (draft = signet_desk_begin_revision_finish (fixture->desk, called, &error),
        signet_desk_begin_revision_async, fixture->desk, fixture->account, kind, subject, purpose);
  g_assert_no_error (error);
  return draft;
}

G_GNUC_UNUSED static void
refuse_to_revise (Fixture *fixture, const char *right, SignetDraftPurpose purpose, SignetDeskError code)
{
  g_autoptr (GError) error = NULL;
  SignetDraft *draft = NULL;

  CALL (draft = signet_desk_begin_revision_finish (fixture->desk, called, &error),
        signet_desk_begin_revision_async, fixture->desk, fixture->account, SIGNET_DRAFT_RIGHT, right,
        purpose);
  g_assert_error (error, SIGNET_DESK_ERROR, (int) code);
  g_assert_null (draft);
}

G_GNUC_UNUSED static gboolean
has_finding (SignetDraft *draft, const char *pointer, const char *code)
{
  GListModel *findings = signet_draft_get_findings (draft);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (g_str_equal (signet_finding_get_pointer (finding), pointer) &&
          g_str_equal (signet_finding_get_code (finding), code))
        return TRUE;
    }
  return FALSE;
}

G_GNUC_UNUSED static void
describe_organisation (SignetParty *party, const char *name, const char *number)
{
  signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
  signet_party_set_name (party, name);
  signet_party_set_document_number (party, number);
  signet_party_set_legal_representative (party, "林试");
  signet_party_set_contact_name (party, "林试");
  signet_party_set_contact_email (party, "desk@example.com");
  signet_party_set_contact_phone (party, PHONE);
  signet_party_set_contact_address (party, "杭州市样本路 1 号");
}

G_GNUC_UNUSED static void
describe_trademark (SignetRight *right, const char *number, const char *owner)
{
  g_autoptr (SignetNiceClass) nice_class = signet_nice_class_new ();

  signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
  signet_right_set_number (right, number);
  signet_right_set_name (right, "试台 DESK");
  signet_right_set_owner (right, owner);
  signet_nice_class_set_class_number (nice_class, 30);
  signet_nice_class_set_goods (nice_class, "茶；茶饮料");
  g_list_store_append (signet_right_get_classes (right), nice_class);
  signet_right_set_registered_on (right, "2023-03-28");
  signet_right_set_valid_until (right, "2033-03-27");
}

/* A party, and a right whose certificate names @owner. */
G_GNUC_UNUSED static void
certify_owner (Fixture *fixture, const char *owner)
{
  g_autoptr (SignetDraft) party_draft = begin (fixture, SIGNET_DRAFT_PARTY, NULL);
  SignetParty *party = signet_draft_get_party (party_draft);
  g_autoptr (SignetDraft) right_draft = NULL;
  g_autofree char *party_id = NULL;
  g_autofree char *right_id = NULL;
  SignetRight *right;

  describe_organisation (party, "杭州试台茶业有限公司", "91110000600037341L");
  attach (fixture, party_draft, SIGNET_SLOT_LICENCE);
  party_id = submit (party_draft);

  right_draft = begin (fixture, SIGNET_DRAFT_RIGHT, NULL);
  right = signet_draft_get_right (right_draft);
  describe_trademark (right, "68123457", owner);
  attach (fixture, right_draft, SIGNET_SLOT_CERTIFICATE);
  right_id = submit (right_draft);
  WAIT_UNTIL (signet_desk_get_n_waiting (fixture->desk) == 0 &&
              g_list_model_get_n_items (signet_desk_get_rights (fixture->desk)) == 1);
}

G_GNUC_UNUSED static void
certify (Fixture *fixture)
{
  certify_owner (fixture, "杭州试台茶业有限公司");
}

G_GNUC_UNUSED static SignetDraft *
write_complaint (Fixture *fixture)
{
  g_autoptr (SignetRightRow) right = g_list_model_get_item (signet_desk_get_rights (fixture->desk), 0);
  SignetDraft *draft = begin (fixture, SIGNET_DRAFT_COMPLAINT, signet_right_row_get_id (right));
  SignetComplaint *complaint = signet_draft_get_complaint (draft);
  g_autofree char *link = g_strdup_printf (
      "https://app.kwaixiaodian.com/web/kwaishop-goods-detail-page-app?id=90%05d", fixture->next_link++);

  g_assert_cmpuint (signet_draft_add_targets (draft, link), ==, 1);
  signet_complaint_set_reason (complaint, "same_mark");
  signet_complaint_set_goods_class (complaint, 30);
  signet_complaint_set_language (complaint, SIGNET_LANGUAGE_ZH_CN);
  signet_complaint_set_statement (complaint, "所列商品未经许可使用了与注册商标相同的标识。");
  attach (fixture, draft, SIGNET_SLOT_EVIDENCE);
  signet_complaint_set_guarantee_given (complaint, TRUE);
  return draft;
}

G_GNUC_UNUSED static char *
file_complaint (Fixture *fixture)
{
  g_autoptr (SignetDraft) draft = write_complaint (fixture);

  return submit (draft);
}

G_GNUC_UNUSED static SignetReceiptState
get_receipt_state (Fixture *fixture, const char *complaint)
{
  g_autoptr (SignetMatter) matter = signet_desk_open_matter (fixture->desk, complaint);

  return signet_matter_get_receipt_state (matter);
}

G_GNUC_UNUSED static char *
get_status (Fixture *fixture, const char *complaint)
{
  g_autoptr (SignetMatter) matter = signet_desk_open_matter (fixture->desk, complaint);

  return g_strdup (signet_complaint_get_status (signet_matter_get_complaint (matter)));
}

/* What the desk has on disk, seen from outside */

G_GNUC_UNUSED static char *
ask (Fixture *fixture, const char *sql, const char *parameter)
{
  g_autofree char *path = g_build_filename (fixture->folder, "desk.sqlite", NULL);
  sqlite3 *db;
  sqlite3_stmt *statement;
  char *answer;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC);
  answer = sqlite3_step (statement) == SQLITE_ROW
               ? g_strdup ((const char *) sqlite3_column_text (statement, 0))
               : NULL;
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return answer;
}

/* Behind the desk's back. */
G_GNUC_UNUSED static void
meddle (Fixture *fixture, const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->folder, "desk.sqlite", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What could not be stored. */
G_GNUC_UNUSED static void
not_kept_cb (SignetDesk *desk, const GError *error, gpointer user_data)
{
  GError **told = user_data;

  g_clear_error (told);
  *told = g_error_copy (error);
}

G_GNUC_UNUSED static void
expect_verified (Fixture *fixture, const char *subject)
{
  g_autofree char *verdict =
      ask (fixture, "SELECT verdict FROM receipts WHERE subject = ? ORDER BY row DESC LIMIT 1", subject);

  g_assert_cmpstr (verdict, ==, "verified");
}

/* Nobody has signed in yet. */
G_GNUC_UNUSED static void
set_up_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("signet-test-desk-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->rules = "kuaishou";
  open_desk (fixture);
  CALL (fixture->account = signet_desk_start_practice_finish (fixture->desk, called, &error),
        signet_desk_start_practice_async, fixture->desk, "kuaishou");
  g_assert_no_error (error);
}

G_GNUC_UNUSED static void
set_up (Fixture *fixture, gconstpointer data)
{
  set_up_new (fixture, data);
  sign_in (fixture);
  bind_email (fixture);
  certify (fixture);
}

G_GNUC_UNUSED static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->desk != NULL)
    close_desk (fixture);
  WAIT_UNTIL ((live_for (20), find_practice () == 0)); /* what the desk started ends with it */
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

/* A keyring that is there and open, as after logging in. */
G_GNUC_UNUSED static gboolean
owns_keyring (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", "org.freedesktop.secrets"), G_VARIANT_TYPE ("(b)"), 0, -1, NULL, NULL);
  gboolean owned;

  g_variant_get (answer, "(b)", &owned);
  return owned;
}

G_GNUC_UNUSED static void
start_keyring (void)
{
  static const char password[] = "correct horse";
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GError) error = NULL;
  GOutputStream *input;

  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_RUNTIME_DIR", home, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  keyring = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                         "--components=secrets", "--unlock", NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (keyring);
  g_output_stream_write_all (input, password, strlen (password), NULL, NULL, NULL);
  g_output_stream_close (input, NULL, NULL);
  while (!owns_keyring ())
    g_usleep (5000);
}

/* Runs the tests that @add adds; @program is signet-practice. */
G_GNUC_UNUSED static int
run_tests (int argc, char *argv[], void (*add) (void))
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("usage: %s SIGNET-PRACTICE", argv[0]);
  practice_program = argv[1];
  /* A warning is what the desk says when something went wrong: here much does, on purpose. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  /* The platform's own end isn't looked at here: under LeakSanitizer it can take longer than the test waits.
   */
  g_setenv ("LSAN_OPTIONS", "detect_leaks=0", TRUE);
  home = g_dir_make_tmp ("signet-test-home-XXXXXX", &error);
  g_assert_no_error (error);
  start_keyring ();

  add ();
  result = g_test_run ();

  g_subprocess_force_exit (keyring);
  g_subprocess_wait (keyring, NULL, NULL);
  g_object_unref (keyring);
  remove_folder (home);
  g_free (home);
  return result;
}
