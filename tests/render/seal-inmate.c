/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "viewer/signet-viewer-seal.h"

/* seal-inmate sealed|open HOME DATABASE: an executable of the tests that goes through the very seal of the
 * viewer, or doesn't, and then tries what a hostile document would. One line a try: its name and the error's
 * name, or "done". */

static const char *home;
static const char *database;

static int
try_open (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC, 0600);
  char byte;

  if (fd < 0)
    return -1;
  /* A descriptor alone would be enough, reading is what hurts. */
  if ((flags & (O_ACCMODE | O_DIRECTORY)) == O_RDONLY && read (fd, &byte, 1) < 0 && errno != EIO)
    return -1;
  close (fd);
  return 0;
}

static int
try_passwd (void)
{
  return try_open ("/etc/passwd", O_RDONLY);
}

static int
try_home (void)
{
  return try_open (home, O_RDONLY | O_DIRECTORY);
}

static int
try_tmp (void)
{
  return try_open ("/tmp", O_RDONLY | O_DIRECTORY);
}

static int
try_tmp_make (void)
{
  return try_open ("/tmp", O_RDWR | O_TMPFILE);
}

static int
try_root (void)
{
  return try_open ("/", O_RDONLY | O_DIRECTORY);
}

static int
try_own_memory (void)
{
  return try_open ("/proc/self/mem", O_RDONLY);
}

static int
try_own_memory_write (void)
{
  return try_open ("/proc/self/mem", O_RDWR);
}

static int
try_database (void)
{
  return try_open (database, O_RDONLY);
}

static int
try_database_write (void)
{
  return try_open (database, O_WRONLY);
}

static int
try_database_remove (void)
{
  return unlink (database);
}

static int
try_make_folder (void)
{
  g_autofree char *path = g_strconcat (database, ".folder", NULL);

  return mkdir (path, 0700) == 0 ? rmdir (path) : -1;
}

static int
try_unix_socket (void)
{
  return socket (AF_UNIX, SOCK_STREAM, 0) < 0 ? -1 : 0;
}

static int
try_internet_socket (void)
{
  return socket (AF_INET, SOCK_STREAM, 0) < 0 ? -1 : 0;
}

static int
try_socket_pair (void)
{
  int pair[2];

  return socketpair (AF_UNIX, SOCK_STREAM, 0, pair);
}

static int
try_exec (void)
{
  char *const argv[] = { (char *) "/", NULL };

  return execv ("/", argv);
}

static int
try_fork (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  return child < 0 ? -1 : (waitpid (child, NULL, 0) == child ? 0 : -1);
}

static int
try_ptrace (void)
{
  return (int) ptrace (PTRACE_TRACEME, 0, NULL, NULL);
}

static int
try_parent_memory (void)
{
  char byte;
  struct iovec here = { &byte, 1 }, there = { &byte, 1 };

  return process_vm_readv (getppid (), &here, 1, &there, 1, 0) < 0 ? -1 : 0;
}

static int
try_kill_parent (void)
{
  return kill (getppid (), SIGCONT);
}

static int
try_kill_parent_thread (void)
{
  return (int) syscall (SYS_tgkill, getppid (), getppid (), SIGCONT);
}

static int
try_limits (void)
{
  struct rlimit limit = { RLIM_INFINITY, RLIM_INFINITY };

  return setrlimit (RLIMIT_AS, &limit);
}

static int
try_parent_limits (void)
{
  struct rlimit limit;

  return prlimit (getppid (), RLIMIT_NOFILE, NULL, &limit);
}

static int
try_dumpable (void)
{
  return prctl (PR_SET_DUMPABLE, 1, 0, 0, 0);
}

static int
try_code (void)
{
  return mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static int
try_make_code (void)
{
  void *page = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return page == MAP_FAILED ? -1 : mprotect (page, 4096, PROT_READ | PROT_EXEC);
}

static int
try_ring (void)
{
  struct io_uring_params parameters = { 0 };

  return (int) syscall (SYS_io_uring_setup, 1, &parameters) < 0 ? -1 : 0;
}

static int
try_font_write (void)
{
  return try_open ("/usr/share/fonts", O_RDWR | O_TMPFILE);
}

static int
try_fonts (void)
{
  return try_open ("/usr/share/fonts", O_RDONLY | O_DIRECTORY);
}

static int
try_memory_file (void)
{
  return memfd_create ("page", MFD_CLOEXEC | MFD_ALLOW_SEALING) < 0 ? -1 : 0;
}

static const struct
{
  const char *name;
  int (*attempt) (void);
} ATTEMPTS[] = {
  { "passwd", try_passwd },
  { "home", try_home },
  { "tmp", try_tmp },
  { "tmp-make", try_tmp_make },
  { "root", try_root },
  { "own-memory", try_own_memory },
  { "own-memory-write", try_own_memory_write },
  { "database", try_database },
  { "database-write", try_database_write },
  { "make-folder", try_make_folder },
  { "unix-socket", try_unix_socket },
  { "internet-socket", try_internet_socket },
  { "socket-pair", try_socket_pair },
  { "exec", try_exec },
  { "fork", try_fork },
  { "parent-memory", try_parent_memory },
  { "kill-parent", try_kill_parent },
  { "kill-parent-thread", try_kill_parent_thread },
  { "limits", try_limits },
  { "parent-limits", try_parent_limits },
  { "dumpable", try_dumpable },
  { "code", try_code },
  { "make-code", try_make_code },
  { "ring", try_ring },
  { "font-write", try_font_write },
  { "fonts", try_fonts },
  { "memory-file", try_memory_file },
  { "database-remove", try_database_remove },
  { "ptrace", try_ptrace },
};

int
main (int argc, char **argv)
{
  if (argc != 4)
    return 2;
  home = argv[2];
  database = argv[3];
  if (strcmp (argv[1], "sealed") == 0)
    {
      g_autofree char *layers = signet_viewer_seal ();

      printf ("layers %s\n", layers);
    }
  for (size_t i = 0; i < G_N_ELEMENTS (ATTEMPTS); i++)
    {
      errno = 0;
      printf ("%s %s\n", ATTEMPTS[i].name, ATTEMPTS[i].attempt () == 0 ? "done" : strerrorname_np (errno));
    }
  fflush (stdout);
  /* No exit handlers: the sanitizer's look for leaks wants what the seal refuses. */
  _exit (0);
}
