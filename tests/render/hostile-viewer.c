/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "render/signet-render-protocol.h"

/* A viewer that a document has taken over, as far as its parent can tell: it speaks the protocol, has three
 * pages of 72 by 72 points, and misbehaves in the way its file's name says. */

static const char *vice;

static gboolean
is (const char *name)
{
  return strcmp (vice, name) == 0;
}

static int
make_body (const void *data, gsize bytes, int seals)
{
  int fd = memfd_create ("page", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (ftruncate (fd, bytes) != 0 || (data != NULL && write (fd, data, bytes) != (ssize_t) bytes))
    exit (1);
  fcntl (fd, F_ADD_SEALS, seals);
  return fd;
}

static void
answer (guint serial, guint status, guint width, guint height, guint stride, guint64 bytes, int body)
{
  signet_render_protocol_send (SIGNET_RENDER_PROTOCOL_FD,
                               g_variant_new (SIGNET_RENDER_PROTOCOL_ANSWER, serial, status,
                                              "\033[31mas,seccomp\n", 0u, width, height, stride, bytes),
                               body, NULL);
  if (body >= 0)
    close (body);
}

static void
greet (void)
{
  const char *layers = is ("no-filter") ? "as,core,seccompish" : "as,seccomp";

  if (is ("mute"))
    pause ();
  if (is ("rude"))
    send (SIGNET_RENDER_PROTOCOL_FD, "hello", 5, 0);
  signet_render_protocol_send (
      SIGNET_RENDER_PROTOCOL_FD,
      g_variant_new (SIGNET_RENDER_PROTOCOL_ANSWER, 0u, 0u, layers, 0u, 0u, 0u, 0u, G_GUINT64_CONSTANT (0)),
      -1, NULL);
}

static void
answer_open (guint serial)
{
  const int sealed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  double sizes[] = { 72, 72, 72, 72, 72, 72 };

  if (is ("crash-open"))
    raise (SIGSEGV);
  if (is ("endless-sizes"))
    sizes[3] = INFINITY;
  if (is ("many-pages"))
    {
      answer (serial, 0, 0, 0, 0, 16 * 30000, make_body (NULL, 16 * 30000, sealed));
      return;
    }
  if (is ("half-a-size"))
    answer (serial, 0, 0, 0, 0, 25, make_body (sizes, 25, sealed));
  else if (is ("no-sizes"))
    answer (serial, 0, 0, 0, 0, 0, -1);
  else if (is ("file-as-body"))
    answer (serial, 0, 0, 0, 0, 48, open ("/proc/self/exe", O_RDONLY));
  else
    answer (serial, 0, 0, 0, 0, sizeof sizes, make_body (sizes, sizeof sizes, sealed));
}

static void
answer_text (guint serial)
{
  const int sealed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  const gsize flood = SIGNET_RENDER_PROTOCOL_MAX_TEXT + 4096;

  if (is ("flood"))
    answer (serial, 0, 0, 0, 0, flood, make_body (NULL, flood, sealed));
  else
    answer (serial, 0, 0, 0, 0, 4, make_body ("\xff\xfe\0a", 4, sealed));
}

static void
answer_hits (guint serial)
{
  const int sealed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
  const double nowhere[] = { NAN, 0, 1, 1 };
  const gsize flood = (SIGNET_RENDER_PROTOCOL_MAX_HITS + 1) * sizeof nowhere;

  if (is ("flood"))
    answer (serial, 0, 0, 0, 0, flood, make_body (NULL, flood, sealed));
  else
    answer (serial, 0, 0, 0, 0, sizeof nowhere, make_body (nowhere, sizeof nowhere, sealed));
}

static void
answer_page (guint serial, guint page)
{
  const int sealed = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  const gsize bytes = 72 * 72 * 4;

  if (is ("crash-second") && page == 1)
    abort ();
  if (is ("crash-later") && page > 0)
    abort ();
  if (is ("hang-second") && page == 1)
    pause ();
  if (is ("quits"))
    exit (3);
  if (is ("unsealed"))
    answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes, 0));
  else if (is ("can-shrink"))
    answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes, F_SEAL_WRITE | F_SEAL_GROW));
  else if (is ("can-write"))
    answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes, F_SEAL_SHRINK | F_SEAL_GROW));
  else if (is ("short"))
    answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes - 4096, sealed));
  else if (is ("long"))
    answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes + 4096, sealed));
  else if (is ("other-size"))
    answer (serial, 0, 144, 36, 576, bytes, make_body (NULL, bytes, sealed));
  else if (is ("wrong-stride"))
    answer (serial, 0, 72, 72, 72, bytes, make_body (NULL, bytes, sealed));
  else if (is ("overflow"))
    answer (serial, 0, 0x40000000, 4, 0, 16, make_body (NULL, 16, sealed));
  else if (is ("no-body"))
    answer (serial, 0, 72, 72, 288, bytes, -1);
  else if (is ("wrong-serial"))
    answer (serial + 1, 0, 72, 72, 288, bytes, make_body (NULL, bytes, sealed));
  else if (is ("twice"))
    for (int i = 0; i < 2; i++)
      answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes, sealed));
  else if (is ("unknown-status"))
    answer (serial, 77, 0, 0, 0, 0, -1);
  else if (is ("garbage"))
    send (SIGNET_RENDER_PROTOCOL_FD, "\xff\xff\xff\xff\xff\xff\xff\xff\xff", 9, 0);
  else if (is ("damaged"))
    answer (serial, SIGNET_RENDER_PROTOCOL_DAMAGED, 0, 0, 0, 0, -1);
  else
    answer (serial, 0, 72, 72, 288, bytes, make_body (NULL, bytes, sealed));
}

int
main (int argc, char **argv)
{
  vice = strrchr (argv[0], '/') + 1;
  greet ();
  for (;;)
    {
      g_autoptr (GVariant) request = NULL;
      guint serial, kind, page;
      int document;

      request = signet_render_protocol_receive (SIGNET_RENDER_PROTOCOL_FD, SIGNET_RENDER_PROTOCOL_REQUEST,
                                                &document, NULL);
      if (request == NULL)
        return 0;
      if (document >= 0)
        close (document);
      g_variant_get (request, "(uuuds)", &serial, &kind, &page, NULL, NULL);
      if (kind == SIGNET_RENDER_PROTOCOL_OPEN)
        answer_open (serial);
      else if (kind == SIGNET_RENDER_PROTOCOL_TEXT)
        answer_text (serial);
      else if (kind == SIGNET_RENDER_PROTOCOL_SEARCH)
        answer_hits (serial);
      else
        answer_page (serial, page);
    }
}
