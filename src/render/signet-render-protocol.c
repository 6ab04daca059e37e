/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "render/signet-render-protocol.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Messages between render and the sealed viewer, in the same few lines on both sides so that neither can
 * drift from the other. No state, any thread. Each side takes the other for hostile: sizes are bounded, a
 * message of the wrong type or not in normal form is an error, and descriptors nobody asked for are closed.
 */

static void
drop (int *descriptor)
{
  if (*descriptor >= 0)
    close (*descriptor);
  *descriptor = -1;
}

/**
 * signet_render_protocol_pixels:
 * @points: a length on the page, in points of 1/72 inch
 * @scale: pixels per point
 *
 * Both sides compute the size of a page's picture with this, so that the program knows what to expect.
 *
 * Returns: the length in whole pixels, rounded up as poppler's tools do; 0 where it is no sensible length
 */
guint
signet_render_protocol_pixels (double points, double scale)
{
  double pixels = ceil (points * scale);

  if (!isfinite (pixels) || pixels < 1 || pixels > SIGNET_RENDER_PROTOCOL_MAX_EDGE)
    return 0;
  return (guint) pixels;
}

/**
 * signet_render_protocol_send:
 * @socket: one end of the pair
 * @message: (transfer floating): what to say
 * @descriptor: a descriptor to hand over with it (the caller keeps its own), or -1
 * @error: #GIOErrorEnum
 *
 * Returns: whether the whole message went out
 */
gboolean
signet_render_protocol_send (int socket, GVariant *message, int descriptor, GError **error)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (message);
  struct iovec part = { (gpointer) g_variant_get_data (owned), g_variant_get_size (owned) };
  union
  {
    struct cmsghdr align;
    char bytes[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct msghdr header = { .msg_iov = &part, .msg_iovlen = 1 };
  ssize_t sent;

  if (part.iov_len > SIGNET_RENDER_PROTOCOL_MAX_MESSAGE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "Message too large");
      return FALSE;
    }
  if (descriptor >= 0)
    {
      struct cmsghdr *rights;

      header.msg_control = control.bytes;
      header.msg_controllen = sizeof control.bytes;
      rights = CMSG_FIRSTHDR (&header);
      rights->cmsg_level = SOL_SOCKET;
      rights->cmsg_type = SCM_RIGHTS;
      rights->cmsg_len = CMSG_LEN (sizeof (int));
      memcpy (CMSG_DATA (rights), &descriptor, sizeof (int));
    }

  do
    sent = sendmsg (socket, &header, MSG_NOSIGNAL);
  while (sent < 0 && errno == EINTR);
  if (sent < 0)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "sendmsg: %s", g_strerror (saved));
      return FALSE;
    }
  return TRUE;
}

/**
 * signet_render_protocol_receive:
 * @socket: one end of the pair
 * @type: the GVariant type to expect
 * @descriptor: (out): the descriptor that came with it, the caller's to close, or -1
 * @error: %G_IO_ERROR_CLOSED when the other side is gone, %G_IO_ERROR_WOULD_BLOCK on a non-blocking @socket
 * with nothing to read, %G_IO_ERROR_INVALID_DATA when it isn't what was agreed
 *
 * Returns: (transfer full) (nullable): the message
 */
GVariant *
signet_render_protocol_receive (int socket, const char *type, int *descriptor, GError **error)
{
  g_autofree char *buffer = g_malloc (SIGNET_RENDER_PROTOCOL_MAX_MESSAGE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) message = NULL;
  struct iovec part = { buffer, SIGNET_RENDER_PROTOCOL_MAX_MESSAGE };
  union
  {
    struct cmsghdr align;
    char bytes[CMSG_SPACE (sizeof (int))];
  } control = { 0 };
  struct msghdr header = { .msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = control.bytes,
                           .msg_controllen = sizeof control.bytes };
  ssize_t received;

  *descriptor = -1;
  do
    received = recvmsg (socket, &header, MSG_CMSG_CLOEXEC);
  while (received < 0 && errno == EINTR);
  if (received < 0)
    {
      int saved = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "recvmsg: %s", g_strerror (saved));
      return NULL;
    }
  for (struct cmsghdr *rights = CMSG_FIRSTHDR (&header); rights != NULL;
       rights = CMSG_NXTHDR (&header, rights))
    if (rights->cmsg_level == SOL_SOCKET && rights->cmsg_type == SCM_RIGHTS &&
        rights->cmsg_len == CMSG_LEN (sizeof (int)))
      memcpy (descriptor, CMSG_DATA (rights), sizeof (int));

  if (received == 0)
    {
      drop (descriptor);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CLOSED, "The other side has gone");
      return NULL;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&buffer), received);
  message = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));
  if ((header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0 || !g_variant_is_normal_form (message))
    {
      drop (descriptor);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A message that is none of ours");
      return NULL;
    }
  return g_steal_pointer (&message);
}
