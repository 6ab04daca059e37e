/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * probe-outbox: freezes and pumps complaints through the very desk the application uses, against any practice
 * platform, until all have their receipts. It may be killed at any moment and started again with the same
 * folder. What it files is written to DIR/input.tsv before the first complaint, so that another program can
 * compare the platform's ledger with it.
 *
 *   probe-outbox --url U --control K --data DIR --complaints N --items M [--seed S]
 */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <stdlib.h>

#include "desk/signet-desk.h"
#include "model/signet-complaint-row.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"
#include "model/signet-list-state.h"
#include "model/signet-nice-class.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

static char *url;
static char *control;
static char *data;
static int n_complaints;
static int n_items;
static int seed = 1;

static const GOptionEntry entries[] = {
  { "url", 0, 0, G_OPTION_ARG_STRING, &url, "Address of the practice platform", "U" },
  { "control", 0, 0, G_OPTION_ARG_STRING, &control, "Its control key", "K" },
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &data, "Folder of the desk", "DIR" },
  { "complaints", 0, 0, G_OPTION_ARG_INT, &n_complaints, "How many complaints", "N" },
  { "items", 0, 0, G_OPTION_ARG_INT, &n_items, "How many items each", "M" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "For other links", "S" },
  { NULL },
};

/* One-page PDF: what is in it doesn't matter, that it is a real one does. */
static const char paper[] = "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                            "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                            "trailer<</Root 1 0 R>>\n%%%%EOF %s\n";

static void G_GNUC_NORETURN
die (const char *what, GError *error)
{
  g_printerr ("probe-outbox: %s: %s\n", what, error != NULL ? error->message : "failed");
  exit (2);
}

/* Waiting for asynchronous calls: the probe does one thing after the other. */

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

#define CALL(finish, start, ...)                  \
  G_STMT_START                                    \
  {                                               \
    GAsyncResult *called = NULL;                  \
    start (__VA_ARGS__, NULL, ready_cb, &called); \
    wait_for (&called);                           \
    finish;                                       \
    g_object_unref (called);                      \
  }                                               \
  G_STMT_END

/* The practice platform's control calls. */

static JsonNode *
call_control (const char *method, const char *path, const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (url, path, NULL);
  g_autofree char *authorization = g_strconcat ("Practice ", control, NULL);
  g_autoptr (GError) error = NULL;

  for (int attempt = 0; attempt < 100; attempt++)
    {
      g_autoptr (SoupMessage) message = soup_message_new (method, address);
      g_autoptr (GBytes) answer = NULL;
      g_autoptr (GBytes) request = body != NULL ? g_bytes_new_static (body, strlen (body)) : NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      gsize length;
      const char *text;

      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                    authorization);
      if (request != NULL)
        soup_message_set_request_body_from_bytes (message, "application/json", request);
      g_clear_error (&error);
      answer = soup_session_send_and_read (session, message, NULL, &error);
      if (answer != NULL && SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message)))
        {
          text = g_bytes_get_data (answer, &length);
          if (length == 0)
            return NULL;
          if (json_parser_load_from_data (parser, text, (gssize) length, &error))
            return json_parser_steal_root (parser);
        }
      g_usleep (100 * 1000);
    }
  die (path, error);
}

static char *
read_code (const char *channel)
{
  for (int attempt = 0; attempt < 200; attempt++)
    {
      g_autoptr (JsonNode) root = call_control ("GET", "/practice/v1/messages", NULL);
      JsonArray *messages = json_object_get_array_member (json_node_get_object (root), "messages");

      for (guint i = json_array_get_length (messages); i > 0; i--)
        {
          JsonObject *message = json_array_get_object_element (messages, i - 1);

          if (g_str_equal (json_object_get_string_member (message, "channel"), channel))
            return g_strdup (json_object_get_string_member (message, "code"));
        }
      g_usleep (50 * 1000);
    }
  die ("no code came", NULL);
}

static void
advance_clock (int seconds)
{
  g_autofree char *body = g_strdup_printf ("{\"advance\":%d}", seconds);
  g_autoptr (JsonNode) root = call_control ("POST", "/practice/v1/clock", body);
}

/* Signing in. Faults may be at work: everything is tried again. */

static gboolean
is_in (SignetAccount *account)
{
  SignetAccountState state = signet_account_get_state (account);

  return state == SIGNET_ACCOUNT_READY || state == SIGNET_ACCOUNT_UNBOUND;
}

static void
sign_in (SignetAccount *account)
{
  for (int attempt = 0; attempt < 50 && !is_in (account); attempt++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      gboolean done = FALSE;

      advance_clock (61); /* a code may be asked for once a minute */
      CALL (
          done = signet_one_time_code_send_finish (signet_account_get_sign_in_code (account), called, &error),
          signet_one_time_code_send_async, signet_account_get_sign_in_code (account), "13800138000");
      if (!done)
        continue;
      code = read_code ("sms");
      CALL (done = signet_one_time_code_enter_finish (signet_account_get_sign_in_code (account), called,
                                                      &error),
            signet_one_time_code_enter_async, signet_account_get_sign_in_code (account), code);
      if (!done)
        g_printerr ("probe-outbox: signing in: %s\n", error->message);
    }
  if (!is_in (account))
    die ("cannot sign in", NULL);
}

static void
bind_email (SignetAccount *account)
{
  for (int attempt = 0; attempt < 50 && signet_account_get_state (account) == SIGNET_ACCOUNT_UNBOUND;
       attempt++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      gboolean done = FALSE;

      advance_clock (61);
      CALL (done = signet_one_time_code_send_finish (signet_account_get_email_code (account), called, &error),
            signet_one_time_code_send_async, signet_account_get_email_code (account), "probe@example.com");
      if (!done)
        continue;
      code = read_code ("email");
      CALL (
          done = signet_one_time_code_enter_finish (signet_account_get_email_code (account), called, &error),
          signet_one_time_code_enter_async, signet_account_get_email_code (account), code);
    }
  if (signet_account_get_state (account) != SIGNET_ACCOUNT_READY)
    die ("cannot bind the e-mail", NULL);
}

/* Drafts. */

static SignetDraft *
begin (SignetDesk *desk, SignetDraftKind kind, const char *subject)
{
  g_autoptr (GError) error = NULL;
  SignetDraft *draft = NULL;

  CALL (draft = signet_desk_begin_draft_finish (desk, called, &error), signet_desk_begin_draft_async, desk,
        kind, subject);
  if (draft == NULL)
    die ("no draft", error);
  return draft;
}

static void
attach (SignetDraft *draft, const char *slot)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", slot);
  g_autofree char *path = g_build_filename (data, "papers", name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf (paper, slot);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetEvidence) evidence = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_set_contents (path, text, -1, &error))
    die (path, error);
  CALL (evidence = signet_draft_attach_finish (draft, called, &error), signet_draft_attach_async, draft, file,
        slot, NULL, NULL);
  if (evidence == NULL)
    die ("a paper cannot be attached", error);
}

static void
submit (SignetDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  CALL (id = signet_draft_submit_finish (draft, called, &error), signet_draft_submit_async, draft);
  if (id == NULL)
    {
      GListModel *findings = signet_draft_get_findings (draft);

      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

          g_printerr ("probe-outbox: %s %s\n", signet_finding_get_pointer (finding),
                      signet_finding_get_code (finding));
        }
      die ("cannot be submitted", error);
    }
}

static void
wait_for_list (GListModel *list)
{
  SignetListState state = SIGNET_LIST_LOADING;

  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (list, "state", &state, NULL);
      g_usleep (1000);
    }
  while (state == SIGNET_LIST_LOADING);
}

static void
certify (SignetDesk *desk)
{
  wait_for_list (signet_desk_get_parties (desk));
  wait_for_list (signet_desk_get_rights (desk));
  if (g_list_model_get_n_items (signet_desk_get_parties (desk)) == 0)
    {
      g_autoptr (SignetDraft) draft = begin (desk, SIGNET_DRAFT_PARTY, NULL);
      SignetParty *party = signet_draft_get_party (draft);

      signet_party_set_kind (party, SIGNET_PARTY_KIND_MAINLAND_ORGANISATION);
      signet_party_set_name (party, "杭州探针茶业有限公司");
      signet_party_set_document_number (party, "91110000600037341L");
      signet_party_set_legal_representative (party, "林探");
      signet_party_set_contact_name (party, "林探");
      signet_party_set_contact_email (party, "probe@example.com");
      signet_party_set_contact_phone (party, "13800138000");
      signet_party_set_contact_address (party, "杭州市样本路 1 号");
      attach (draft, SIGNET_SLOT_LICENCE);
      submit (draft);
      wait_for_list (signet_desk_get_parties (desk));
      while (g_list_model_get_n_items (signet_desk_get_parties (desk)) == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  if (g_list_model_get_n_items (signet_desk_get_rights (desk)) == 0)
    {
      g_autoptr (SignetDraft) draft = begin (desk, SIGNET_DRAFT_RIGHT, NULL);
      SignetRight *right = signet_draft_get_right (draft);
      g_autoptr (SignetNiceClass) nice_class = signet_nice_class_new ();

      signet_right_set_kind (right, SIGNET_RIGHT_KIND_TRADEMARK);
      signet_right_set_number (right, "68123457");
      signet_right_set_name (right, "探针 PROBE");
      signet_right_set_owner (right, "杭州探针茶业有限公司");
      signet_nice_class_set_class_number (nice_class, 30);
      signet_nice_class_set_goods (nice_class, "茶；茶饮料");
      g_list_store_append (signet_right_get_classes (right), nice_class);
      signet_right_set_registered_on (right, "2023-03-28");
      signet_right_set_valid_until (right, "2033-03-27");
      attach (draft, SIGNET_SLOT_CERTIFICATE);
      submit (draft);
      while (g_list_model_get_n_items (signet_desk_get_rights (desk)) == 0)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* The input, the same for the same arguments. */

static char *
link_of (int complaint, int item)
{
  return g_strdup_printf ("https://app.kwaixiaodian.com/web/kwaishop-goods-detail-page-app?id=%d%05d%03d",
                          seed, complaint, item);
}

static void
write_input (void)
{
  g_autofree char *path = g_build_filename (data, "input.tsv", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (int c = 0; c < n_complaints; c++)
    for (int i = 0; i < n_items; i++)
      {
        g_autofree char *link = link_of (c, i);

        g_string_append_printf (text, "%d\t%d\t%s\n", c, i, link);
      }
  if (!g_file_set_contents (path, text->str, -1, &error))
    die (path, error);
}

static void
file_complaint (SignetDesk *desk, const char *right, int number)
{
  g_autoptr (SignetDraft) draft = begin (desk, SIGNET_DRAFT_COMPLAINT, right);
  SignetComplaint *complaint = signet_draft_get_complaint (draft);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *statement =
      g_strdup_printf ("探针投诉第 %d 号：所列商品未经许可使用了与注册商标相同的标识。", number);

  for (int i = 0; i < n_items; i++)
    {
      g_autofree char *link = link_of (number, i);

      g_string_append_printf (text, "%s\n", link);
    }
  signet_draft_add_targets (draft, text->str);
  signet_complaint_set_reason (complaint, "same_mark");
  signet_complaint_set_goods_class (complaint, 30);
  signet_complaint_set_language (complaint, SIGNET_LANGUAGE_ZH_CN);
  signet_complaint_set_statement (complaint, statement);
  attach (draft, SIGNET_SLOT_EVIDENCE);
  signet_complaint_set_guarantee_given (complaint, TRUE);
  submit (draft);
}

static int
count_verified (SignetDesk *desk, int *receipts)
{
  GListModel *complaints = signet_desk_get_complaints (desk);
  int verified = 0;

  *receipts = 0;
  for (guint i = 0; i < g_list_model_get_n_items (complaints); i++)
    {
      g_autoptr (SignetComplaintRow) row = g_list_model_get_item (complaints, i);
      g_autoptr (SignetMatter) matter = signet_desk_open_matter (desk, signet_complaint_row_get_id (row));

      *receipts += signet_matter_get_receipt_state (matter) != SIGNET_RECEIPT_NONE;
      verified += signet_matter_get_receipt_state (matter) == SIGNET_RECEIPT_VERIFIED;
    }
  return verified;
}

static SignetAccount *
connect_to_platform (SignetDesk *desk)
{
  SignetAccount *account = NULL;

  for (int attempt = 0; attempt < 50 && account == NULL; attempt++)
    {
      g_autoptr (GError) error = NULL;

      CALL (account = signet_desk_connect_finish (desk, called, &error), signet_desk_connect_async, desk,
            url);
      if (account == NULL)
        {
          g_printerr ("probe-outbox: connecting: %s\n", error->message);
          g_usleep (200 * 1000);
        }
    }
  if (account == NULL)
    die ("the platform cannot be reached", NULL);
  return account;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  g_autoptr (SignetDesk) desk = NULL;
  g_autoptr (SignetAccount) account = NULL;
  g_autoptr (SignetRightRow) right = NULL;
  SignetDeskPaths paths = { 0 };
  gboolean opened = FALSE;
  int frozen, receipts, verified;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    die ("arguments", error);
  if (url == NULL || control == NULL || data == NULL || n_complaints <= 0 || n_items <= 0)
    die ("--url, --control, --data, --complaints and --items must be given", NULL);
  g_mkdir_with_parents (data, 0700);
  write_input ();

  paths.data_dir = data;
  paths.viewer_program = "/nonexistent";
  paths.practice_program = "/nonexistent";
  desk = signet_desk_new (&paths, clock);
  CALL (opened = signet_desk_open_finish (desk, called, &error), signet_desk_open_async, desk);
  if (!opened)
    die ("the desk cannot be opened", error);

  account = connect_to_platform (desk);
  signet_account_use_session_only (account);
  sign_in (account);
  bind_email (account);
  certify (desk);

  right = g_list_model_get_item (signet_desk_get_rights (desk), 0);
  wait_for_list (signet_desk_get_complaints (desk));
  for (int i = (int) g_list_model_get_n_items (signet_desk_get_complaints (desk)); i < n_complaints; i++)
    file_complaint (desk, signet_right_row_get_id (right), i);

  while (signet_desk_get_n_waiting (desk) > 0 ||
         g_list_model_get_n_items (signet_desk_get_complaints (desk)) < (guint) n_complaints)
    {
      if (signet_account_get_state (account) == SIGNET_ACCOUNT_SIGNED_OUT)
        sign_in (account);
      g_main_context_iteration (NULL, TRUE);
    }
  frozen = (int) g_list_model_get_n_items (signet_desk_get_complaints (desk));
  verified = count_verified (desk, &receipts);
  g_print ("frozen %d sent %d receipts %d verified %d\n", frozen,
           frozen - (int) signet_desk_get_n_waiting (desk), receipts, verified);

  {
    GAsyncResult *closed = NULL;

    signet_desk_close_async (desk, ready_cb, &closed);
    wait_for (&closed);
    g_object_unref (closed);
  }
  return verified == n_complaints && frozen == n_complaints ? 0 : 1;
}
