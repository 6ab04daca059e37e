/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

/*
 * Starts a program that opens the render suite's good.pdf and prints, in milliseconds since its exec, when
 * the blue bar on the first page was on the screen. Looks from outside, at the display's own pixels.
 */

#define PATIENCE_MS 30000
#define ENOUGH_PIXELS 1000

static gboolean
near (gulong value, int shift, int wanted)
{
  return abs ((int) (value >> shift & 255) - wanted) <= 3;
}

static gboolean
see_bar (Display *display)
{
  XWindowAttributes root;
  XImage *image;
  guint found = 0;

  XGetWindowAttributes (display, DefaultRootWindow (display), &root);
  image = XGetImage (display, DefaultRootWindow (display), 0, 0, (guint) root.width, (guint) root.height,
                     AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  for (int y = 0; y < image->height; y += 2)
    for (int x = 0; x < image->width; x += 2)
      {
        gulong pixel = XGetPixel (image, x, y);

        found += near (pixel, 16, 51) && near (pixel, 8, 102) && near (pixel, 0, 179);
      }
  XDestroyImage (image);
  return found >= ENOUGH_PIXELS / 4;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  Display *display = XOpenDisplay (NULL);
  gint64 start, seen = 0;
  GPid pid;

  if (argc < 2 || display == NULL)
    {
      g_printerr ("usage: bench-see-page PROGRAM [ARGUMENT...], on a display\n");
      return 2;
    }
  if (see_bar (display))
    {
      g_printerr ("it is there already\n");
      return 1;
    }
  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 1, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                      &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  while (seen == 0 && g_get_monotonic_time () - start < PATIENCE_MS * G_TIME_SPAN_MILLISECOND)
    {
      if (see_bar (display))
        seen = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  XCloseDisplay (display);
  if (seen == 0)
    return 1;
  g_print ("%.1f\n", (seen - start) / 1000.0);
  return 0;
}
