/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-server.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/* signet-practice: the practice platform as a program of its own. It says on one line where it is and what
 * the control key is, serves until it is told to stop, and ends when the process that started it does.
 */

#define DEFAULT_REQUESTS 30000

typedef struct
{
  char *rules;
  int port;
  int front;
  char *folder;
  gboolean memory;
  int requests;
} Options;

typedef struct
{
  GMainLoop *loop;
  pid_t parent;
} Life;

static gboolean
read_options (int argc, char **argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_STRING, &options->rules, "Rule set: kuaishou or ippro", "NAME" },
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, "Port on 127.0.0.1; 0 for the one before, or any",
      "N" },
    { "front", 0, 0, G_OPTION_ARG_INT, &options->front,
      "Port on 127.0.0.1 of what stands in front and passes everything on", "N" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &options->folder, "Remember everything in this folder", "DIR" },
    { "memory", 0, 0, G_OPTION_ARG_NONE, &options->memory, "Remember everything until the end only", NULL },
    { "requests", 0, 0, G_OPTION_ARG_INT, &options->requests, "Requests answered in 30 seconds", "N" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, "The practice platform that Signet's users rehearse with.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;
  if (argc > 1 || options->rules == NULL || options->port < 0 || options->port > G_MAXUINT16 ||
      options->front < 0 || options->front > G_MAXUINT16 || options->requests < 1 ||
      (options->folder != NULL) == options->memory)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           "usage: signet-practice --rules kuaishou|ippro [--port N] --data DIR|--memory");
      return FALSE;
    }
  return TRUE;
}

static gboolean
stop_cb (gpointer user_data)
{
  Life *life = user_data;

  g_main_loop_quit (life->loop);
  return G_SOURCE_REMOVE;
}

/* The signal comes when the thread that started this program ends; what counts is whether its process did. */
static gboolean
parent_cb (gpointer user_data)
{
  Life *life = user_data;

  if (getppid () != life->parent)
    g_main_loop_quit (life->loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
announce (SignetPracticePlatform *platform, const char *folder, GError **error)
{
  SignetPracticeRules *rules = signet_practice_platform_get_rules (platform);
  g_autofree char *line = g_strdup_printf ("{\"address\":\"%s\",\"control_key\":\"%s\",\"rules\":\"%s\"}\n",
                                           signet_practice_platform_get_issuer (platform),
                                           signet_practice_platform_get_control_key (platform),
                                           signet_practice_rules_get_name (rules));

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, "practice.json", NULL);

      if (!g_file_set_contents_full (path, line, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
        return FALSE;
    }
  fputs (line, stdout);
  fflush (stdout);
  return TRUE;
}

static gboolean
serve (const Options *options, Life *life, GError **error)
{
  g_autoptr (SignetPracticeRules) rules = signet_practice_rules_load (options->rules, error);
  g_autoptr (SignetPracticePlatform) platform = NULL;
  g_autoptr (SignetPracticeReviewer) reviewer = NULL;
  g_autoptr (SignetPracticeDispatcher) dispatcher = NULL;
  g_autoptr (SignetPracticeServer) server = NULL;

  if (rules == NULL)
    return FALSE;
  platform = signet_practice_platform_open (options->folder, rules, error);
  if (platform == NULL)
    return FALSE;
  reviewer = signet_practice_reviewer_new (platform, error);
  if (reviewer == NULL)
    return FALSE;
  dispatcher = signet_practice_dispatcher_new (platform, reviewer, (guint) options->requests);
  server = signet_practice_server_new (platform, dispatcher);
  if (!signet_practice_server_listen (server, (guint16) options->port, error))
    return FALSE;
  if (options->front != 0)
    signet_practice_platform_set_front (platform, (guint16) options->front);
  if (!announce (platform, options->folder, error))
    return FALSE;
  g_main_loop_run (life->loop);
  return TRUE;
}

int
main (int argc, char **argv)
{
  Options options = { .requests = DEFAULT_REQUESTS };
  Life life = { .parent = getppid () };
  struct rlimit none = { 0, 0 };
  g_autoptr (GError) error = NULL;
  gboolean good;

  /* Tokens and keys must not end up in a core file. */
  setrlimit (RLIMIT_CORE, &none);
  signal (SIGPIPE, SIG_IGN);
  g_set_prgname ("signet-practice");

  life.loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGUSR1, parent_cb, &life);
  g_unix_signal_add (SIGTERM, stop_cb, &life);
  g_unix_signal_add (SIGINT, stop_cb, &life);
  g_unix_signal_add (SIGHUP, stop_cb, &life);
  if (prctl (PR_SET_PDEATHSIG, SIGUSR1) != 0 || getppid () != life.parent)
    return EXIT_FAILURE;

  good = read_options (argc, argv, &options, &error) && serve (&options, &life, &error);
  if (!good)
    g_printerr ("signet-practice: %s\n", error->message);

  g_main_loop_unref (life.loop);
  g_free (options.rules);
  g_free (options.folder);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
