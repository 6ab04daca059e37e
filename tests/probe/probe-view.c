/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "render/signet-renderer.h"

/* probe-view FILE PAGE DPI OUT.png [--password P] [--text]: one page (from 1) of a file through the sealed
 * viewer.
 *
 * Prints `open_ms render_ms peak_kb layers`, then `incomplete` if part of the page was left out, then with
 * --text the page's text below; exit 0. Or says why not on stderr; exit 3. Nothing else ever, whatever the
 * file. */

#define REFUSED 3

typedef struct
{
  GAsyncResult *result;
} Wait;

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  wait->result = g_object_ref (result);
}

static GAsyncResult *
wait_for (Wait *wait)
{
  while (wait->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&wait->result);
}

static const char *
name_of (const GError *error)
{
  static const char *const names[] = {
    [SIGNET_RENDER_ERROR_DAMAGED] = "damaged",
    [SIGNET_RENDER_ERROR_ENCRYPTED] = "encrypted",
    [SIGNET_RENDER_ERROR_WRONG_PASSWORD] = "wrong-password",
    [SIGNET_RENDER_ERROR_TOO_SLOW] = "too-slow",
    [SIGNET_RENDER_ERROR_TOO_BIG] = "too-big",
    [SIGNET_RENDER_ERROR_CRASHED] = "crashed",
    [SIGNET_RENDER_ERROR_UNSUPPORTED] = "unsupported",
    [SIGNET_RENDER_ERROR_SEAL] = "seal",
  };

  return error->domain == SIGNET_RENDER_ERROR ? names[error->code] : "failed";
}

static int
refused (const GError *error)
{
  g_printerr ("%s: %s\n", name_of (error), error->message);
  return REFUSED;
}

static gboolean
save (const SignetRenderPage *page, const char *path, GError **error)
{
  cairo_surface_t *surface =
      cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (page->pixels, NULL),
                                           CAIRO_FORMAT_ARGB32, page->width, page->height, page->stride);
  cairo_status_t status = cairo_surface_write_to_png (surface, path);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s: %s", path, cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

static int
view (char **arguments, const char *password, gboolean with_text)
{
  g_autoptr (SignetRenderer) renderer = signet_renderer_new (SIGNET_VIEWER);
  g_autoptr (SignetRenderDocument) document = NULL;
  g_autoptr (SignetRenderPage) page = NULL;
  g_autoptr (GAsyncResult) opened = NULL, drawn = NULL, read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint64 number = g_ascii_strtoull (arguments[1], NULL, 10);
  double scale = g_ascii_strtod (arguments[2], NULL) / 72;
  gint64 start, middle, end;
  Wait wait = { 0 };
  int fd = g_open (arguments[0], O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      g_printerr ("failed: %s: %s\n", arguments[0], g_strerror (errno));
      return REFUSED;
    }
  start = g_get_monotonic_time ();
  signet_renderer_open_async (renderer, fd, NULL, password, NULL, ready_cb, &wait);
  close (fd);
  opened = wait_for (&wait);
  document = signet_renderer_open_finish (renderer, opened, &error);
  if (document == NULL)
    return refused (error);

  middle = g_get_monotonic_time ();
  signet_render_document_draw_async (document,
                                     number < 1 || number > G_MAXINT ? G_MAXUINT : (guint) number - 1, scale,
                                     NULL, ready_cb, &wait);
  drawn = wait_for (&wait);
  page = signet_render_document_draw_finish (document, drawn, &error);
  end = g_get_monotonic_time ();
  if (page == NULL || !save (page, arguments[3], &error))
    return refused (error);

  if (with_text)
    {
      signet_render_document_read_text_async (document, (guint) number - 1, NULL, ready_cb, &wait);
      read = wait_for (&wait);
      text = signet_render_document_read_text_finish (document, read, &error);
      if (text == NULL)
        return refused (error);
    }
  g_print ("%.1f %.1f %" G_GUINT64_FORMAT " %s%s\n", (middle - start) / 1000.0, (end - middle) / 1000.0,
           signet_render_document_get_peak (document), signet_render_document_get_layers (document),
           page->incomplete ? " incomplete" : "");
  if (text != NULL)
    puts (text); /* as it is: g_print() would turn it into the locale's characters */
  return 0;
}

int
main (int argc, char **argv)
{
  g_autofree char *password = NULL;
  gboolean text = FALSE;
  const GOptionEntry entries[] = {
    { "password", 0, 0, G_OPTION_ARG_FILENAME, &password, "The document's password", "P" },
    { "text", 0, 0, G_OPTION_ARG_NONE, &text, "Print the page's text too", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("FILE PAGE DPI OUT.png");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return refused (error);
  if (argc != 5)
    {
      g_printerr ("usage: probe-view FILE PAGE DPI OUT.png [--password P] [--text]\n");
      return REFUSED;
    }
  return view (argv + 1, password, text);
}
