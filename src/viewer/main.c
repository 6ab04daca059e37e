/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "viewer/signet-viewer-memory.h"
#include "viewer/signet-viewer-paper.h"
#include "viewer/signet-viewer-seal.h"

/* signet-viewer: draws one document for the program that started it and holds the other end of descriptor 3.
 * It seals itself, says which layers hold, and only then waits for the document. It ends when the other side
 * does. */

#if defined(__SANITIZE_ADDRESS__)
/* Looking for leaks needs ptrace and writing symbols another process, both refused by the seal; running out
 * of memory is ordinary here. */
const char *__asan_default_options (void);

const char *
__asan_default_options (void)
{
  return "detect_leaks=0:symbolize=0:allocator_may_return_null=1:max_allocation_size_mb=400:hard_rss_limit_mb=0";
}
#endif

/* Poppler tells stderr about a document's insides, which belong into no journal. */
static void
silence (void)
{
  int null = open ("/dev/null", O_RDWR | O_CLOEXEC);

  if (null < 0)
    return;
  dup2 (null, STDIN_FILENO);
  dup2 (null, STDOUT_FILENO);
#ifndef __SANITIZE_ADDRESS__
  dup2 (null, STDERR_FILENO);
#endif
  if (null > STDERR_FILENO)
    close (null);
}

static gboolean
reply (guint serial, const SignetViewerAnswer *answer)
{
  g_autofree char *message = g_utf8_make_valid (answer->message != NULL ? answer->message : "", -1);
  gboolean sent;

  if (strlen (message) > SIGNET_RENDER_PROTOCOL_MAX_STRING)
    message[0] = '\0';
  sent = signet_render_protocol_send (
      SIGNET_RENDER_PROTOCOL_FD,
      g_variant_new (SIGNET_RENDER_PROTOCOL_ANSWER, serial, (guint) answer->status, message, answer->flags,
                     answer->width, answer->height, answer->stride, answer->bytes),
      answer->body, NULL);
  if (answer->body >= 0)
    close (answer->body);
  return sent;
}

static void
perform (SignetViewerPaper **paper, GVariant *request, int document, SignetViewerAnswer *answer)
{
  guint kind, page;
  double scale;
  const char *text;

  g_variant_get (request, "(uuud&s)", NULL, &kind, &page, &scale, &text);
  if ((kind == SIGNET_RENDER_PROTOCOL_OPEN) != (document >= 0) ||
      (kind == SIGNET_RENDER_PROTOCOL_OPEN) != (*paper == NULL))
    {
      answer->status = SIGNET_RENDER_PROTOCOL_UNSUPPORTED;
      answer->message = g_strdup ("One document, once, and first");
      if (document >= 0)
        close (document);
      return;
    }
  switch (kind)
    {
    case SIGNET_RENDER_PROTOCOL_OPEN:
      *paper = signet_viewer_paper_open (document, text, answer);
      break;
    case SIGNET_RENDER_PROTOCOL_PAGE:
      signet_viewer_paper_draw (*paper, page, scale, answer);
      break;
    case SIGNET_RENDER_PROTOCOL_TEXT:
      signet_viewer_paper_read (*paper, page, answer);
      break;
    case SIGNET_RENDER_PROTOCOL_SEARCH:
      signet_viewer_paper_search (*paper, page, text, answer);
      break;
    default:
      answer->status = SIGNET_RENDER_PROTOCOL_UNSUPPORTED;
      answer->message = g_strdup ("No such request");
    }
}

static gboolean
serve (SignetViewerPaper **paper)
{
  g_autoptr (GVariant) request = NULL;
  SignetViewerAnswer answer = { .body = -1 };
  guint refused = signet_viewer_memory_get_refused ();
  guint serial;
  int document;
  gboolean sent;

  request = signet_render_protocol_receive (SIGNET_RENDER_PROTOCOL_FD, SIGNET_RENDER_PROTOCOL_REQUEST,
                                            &document, NULL);
  if (request == NULL)
    return FALSE;
  g_variant_get_child (request, 0, "u", &serial);
  perform (paper, request, document, &answer);
  if (signet_viewer_memory_get_refused () != refused)
    answer.flags |= SIGNET_RENDER_PROTOCOL_INCOMPLETE;
  sent = reply (serial, &answer);
  g_free (answer.message);
  signet_viewer_paper_get_ready (*paper);
  return sent;
}

int
main (int argc, char **argv)
{
  SignetViewerAnswer greeting = { .body = -1 };
  SignetViewerPaper *paper = NULL;
  int type = 0;
  socklen_t length = sizeof type;

  if (getsockopt (SIGNET_RENDER_PROTOCOL_FD, SOL_SOCKET, SO_TYPE, &type, &length) != 0 ||
      type != SOCK_SEQPACKET)
    {
      g_printerr ("signet-viewer is started by Signet; it does nothing by itself.\n");
      return 2;
    }
  silence ();
  signet_viewer_paper_preload ();
  greeting.message = signet_viewer_seal ();
  if (!reply (0, &greeting))
    return 1;
  /* Without its most important layer it reads no document, whoever asks. */
  if (strstr (greeting.message, "seccomp") == NULL)
    return 1;
  g_free (greeting.message);

  while (serve (&paper))
    ;
  signet_viewer_paper_free (paper);
  return 0;
}
