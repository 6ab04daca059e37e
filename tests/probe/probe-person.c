/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "probe-person.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <stdlib.h>

#include "model/signet-finding.h"
#include "model/signet-list-state.h"

/* A person at a desk does one thing after the other, on the main thread. */

#define PHONE "13800138000"
#define EMAIL "probe@example.com"
/* Ten codes a day may be asked for, which is seldom for somebody who is killed all the time. */
#define CODE_EVERY (24 * 60 * 60 / 10 + 1)

void
probe_die (const char *what, GError *error)
{
  g_printerr ("%s: %s: %s\n", g_get_prgname (), what, error != NULL ? error->message : "failed");
  exit (2);
}

void
probe_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
probe_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

SignetDesk *
probe_open_desk (const char *data)
{
  SignetDeskPaths paths = { data, "/nonexistent", "/nonexistent" };
  g_autoptr (SignetClock) clock = signet_clock_new_system ();
  g_autoptr (GError) error = NULL;
  SignetDesk *desk = signet_desk_new (&paths, clock);
  gboolean opened = FALSE;

  CALL (opened = signet_desk_open_finish (desk, called, &error), signet_desk_open_async, desk);
  if (!opened)
    probe_die ("the desk cannot be opened", error);
  return desk;
}

void
probe_close_desk (SignetDesk *desk)
{
  GAsyncResult *closed = NULL;

  signet_desk_close_async (desk, probe_ready_cb, &closed);
  probe_wait_for (&closed);
  g_object_unref (closed);
}

void
probe_wait_for_list (GListModel *list)
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

/* The practice platform's control calls. */

static JsonNode *
call_control (const ProbePractice *practice, const char *method, const char *path, const char *body)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *address = g_strconcat (practice->url, path, NULL);
  g_autofree char *authorization = g_strconcat ("Practice ", practice->control, NULL);
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
  probe_die (path, error);
}

static char *
read_code (const ProbePractice *practice, const char *channel)
{
  for (int attempt = 0; attempt < 200; attempt++)
    {
      g_autoptr (JsonNode) root = call_control (practice, "GET", "/practice/v1/messages", NULL);
      JsonArray *messages = json_object_get_array_member (json_node_get_object (root), "messages");

      for (guint i = json_array_get_length (messages); i > 0; i--)
        {
          JsonObject *message = json_array_get_object_element (messages, i - 1);

          if (g_str_equal (json_object_get_string_member (message, "channel"), channel))
            return g_strdup (json_object_get_string_member (message, "code"));
        }
      g_usleep (50 * 1000);
    }
  probe_die ("no code came", NULL);
}

static void
advance_clock (const ProbePractice *practice, int seconds)
{
  g_autofree char *body = g_strdup_printf ("{\"advance\":%d}", seconds);
  g_autoptr (JsonNode) root = call_control (practice, "POST", "/practice/v1/clock", body);
}

static gboolean
is_in (SignetAccount *account)
{
  SignetAccountState state = signet_account_get_state (account);

  return state == SIGNET_ACCOUNT_READY || state == SIGNET_ACCOUNT_UNBOUND;
}

void
probe_sign_in (const ProbePractice *practice, SignetAccount *account)
{
  for (int attempt = 0; attempt < 50 && !is_in (account); attempt++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      gboolean done = FALSE;

      advance_clock (practice, CODE_EVERY);
      CALL (
          done = signet_one_time_code_send_finish (signet_account_get_sign_in_code (account), called, &error),
          signet_one_time_code_send_async, signet_account_get_sign_in_code (account), PHONE);
      if (!done)
        {
          g_printerr ("%s: asking for a code: %s\n", g_get_prgname (), error->message);
          continue;
        }
      code = read_code (practice, "sms");
      CALL (done = signet_one_time_code_enter_finish (signet_account_get_sign_in_code (account), called,
                                                      &error),
            signet_one_time_code_enter_async, signet_account_get_sign_in_code (account), code);
      if (!done)
        g_printerr ("%s: signing in: %s\n", g_get_prgname (), error->message);
    }
  if (!is_in (account))
    probe_die ("cannot sign in", NULL);
}

void
probe_bind_email (const ProbePractice *practice, SignetAccount *account)
{
  for (int attempt = 0; attempt < 50 && signet_account_get_state (account) == SIGNET_ACCOUNT_UNBOUND;
       attempt++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;
      gboolean done = FALSE;

      advance_clock (practice, CODE_EVERY);
      CALL (done = signet_one_time_code_send_finish (signet_account_get_email_code (account), called, &error),
            signet_one_time_code_send_async, signet_account_get_email_code (account), EMAIL);
      if (!done)
        continue;
      code = read_code (practice, "email");
      CALL (
          done = signet_one_time_code_enter_finish (signet_account_get_email_code (account), called, &error),
          signet_one_time_code_enter_async, signet_account_get_email_code (account), code);
    }
  if (signet_account_get_state (account) != SIGNET_ACCOUNT_READY)
    probe_die ("cannot bind the e-mail", NULL);
}

SignetAccount *
probe_connect (const ProbePractice *practice, SignetDesk *desk)
{
  SignetAccount *account = NULL;

  for (int attempt = 0; attempt < 50 && account == NULL; attempt++)
    {
      g_autoptr (GError) error = NULL;

      CALL (account = signet_desk_connect_finish (desk, called, &error), signet_desk_connect_async, desk,
            practice->url);
      if (account == NULL)
        {
          g_printerr ("%s: connecting: %s\n", g_get_prgname (), error->message);
          g_usleep (200 * 1000);
        }
    }
  if (account == NULL)
    probe_die ("the platform cannot be reached", NULL);
  return account;
}

SignetDraft *
probe_begin (SignetDesk *desk, SignetDraftKind kind, const char *subject)
{
  g_autoptr (GError) error = NULL;
  SignetDraft *draft = NULL;

  CALL (draft = signet_desk_begin_draft_finish (desk, called, &error), signet_desk_begin_draft_async, desk,
        kind, subject);
  if (draft == NULL)
    probe_die ("no draft", error);
  return draft;
}

SignetEvidence *
probe_attach (SignetDraft *draft, const char *path, const char *slot)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  SignetEvidence *evidence = NULL;

  CALL (evidence = signet_draft_attach_finish (draft, called, &error), signet_draft_attach_async, draft, file,
        slot, NULL, NULL);
  if (evidence == NULL)
    probe_die ("a paper cannot be attached", error);
  return evidence;
}

char *
probe_submit (SignetDraft *draft)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  CALL (id = signet_draft_submit_finish (draft, called, &error), signet_draft_submit_async, draft);
  if (id == NULL)
    {
      GListModel *findings = signet_draft_get_findings (draft);

      for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
        {
          g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

          g_printerr ("%s: %s %s\n", g_get_prgname (), signet_finding_get_pointer (finding),
                      signet_finding_get_code (finding));
        }
      probe_die ("cannot be submitted", error);
    }
  return id;
}
