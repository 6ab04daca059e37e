/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <glib.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

/*
 * Starts a program and prints, in milliseconds since its exec, when its first window stood on the screen with
 * something drawn in it; then, after a while of quiet, how many kilobytes of memory it has (PSS, its children
 * too). Looks from outside: the display says when a window is mapped and when its pixels change.
 */

#define SMALLEST_WINDOW 100
#define PATIENCE_MS 30000

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0; /* a window may be gone before it is asked about */
}

static gint64
pss_of (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);
  g_autofree char *children_path = g_strdup_printf ("/proc/%d/task/%d/children", (int) pid, (int) pid);
  g_autofree char *text = NULL;
  g_autofree char *children = NULL;
  const char *line;
  gint64 total = 0;

  if (g_file_get_contents (path, &text, NULL, NULL) && (line = strstr (text, "\nPss:")) != NULL)
    total = g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10);
  if (g_file_get_contents (children_path, &children, NULL, NULL))
    {
      g_auto (GStrv) pids = g_strsplit (g_strstrip (children), " ", -1);

      for (guint i = 0; pids[i] != NULL; i++)
        if (*pids[i] != '\0')
          total += pss_of ((pid_t) g_ascii_strtoll (pids[i], NULL, 10));
    }
  return total;
}

/* TRUE once a window of some size was mapped and, after that, drawn into. */
static gboolean
wait_for_frame (Display *display, int damage_event)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_MS * G_TIME_SPAN_MILLISECOND;
  gboolean watching = FALSE;

  while (g_get_monotonic_time () < deadline)
    {
      struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

      while (XPending (display) > 0)
        {
          XEvent event;
          XWindowAttributes attributes;

          XNextEvent (display, &event);
          if (event.type == MapNotify && !watching &&
              XGetWindowAttributes (display, event.xmap.window, &attributes) &&
              attributes.width >= SMALLEST_WINDOW && attributes.height >= SMALLEST_WINDOW)
            {
              XDamageCreate (display, event.xmap.window, XDamageReportRawRectangles);
              watching = TRUE;
            }
          else if (watching && event.type == damage_event)
            return TRUE;
        }
      poll (&fd, 1, 100);
    }
  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  Display *display = XOpenDisplay (NULL);
  GPid pid;
  gint64 start;
  int damage_event;
  int damage_error;
  double frame_ms;

  if (argc < 3 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      g_printerr ("usage: bench-first-frame QUIET_MS PROGRAM [ARGUMENT...], on a display with DAMAGE\n");
      return 2;
    }
  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, argv + 2, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                      &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (!wait_for_frame (display, damage_event))
    {
      g_printerr ("no window came\n");
      kill (pid, SIGKILL);
      return 1;
    }
  frame_ms = (g_get_monotonic_time () - start) / 1000.0;
  g_usleep (g_ascii_strtoull (argv[1], NULL, 10) * 1000);
  g_print ("%.1f %" G_GINT64_FORMAT "\n", frame_ms, pss_of (pid));

  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  XCloseDisplay (display);
  return 0;
}
