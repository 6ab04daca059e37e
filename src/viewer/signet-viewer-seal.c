/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "viewer/signet-viewer-seal.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The seal: what the process gives up before it reads a byte of a document, for good and all of it at once.
 * One thread, called once. A layer the system doesn't have is left out and not reported; the program that
 * started the viewer decides what that means (without seccomp no document is handed over). */

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#define MEBIBYTE (1024UL * 1024UL)
/* All addresses, and of these what may be written: so what is really used stays under 512 MB, with room for
 * the mapped fonts and the picture that is handed back. */
#define MAX_ADDRESS_SPACE (768 * MEBIBYTE)
#define MAX_DATA (416 * MEBIBYTE)

/* Landlock's numbers that came after the headers of the oldest supported system (kernel 6.2 to 6.12). */
#define FS_TRUNCATE (1ULL << 14)
#define FS_IOCTL_DEV (1ULL << 15)
#define NET_ALL ((1ULL << 0) | (1ULL << 1))
#define SCOPE_ALL ((1ULL << 0) | (1ULL << 1))

typedef struct
{
  guint64 handled_fs;
  guint64 handled_net;
  guint64 scoped;
} RulesetAttr;

/* Fonts, how fontconfig is set up and what it remembers, and the encodings for fonts that aren't embedded. Of
 * the system, never of the person: $HOME stays refused. The last three are where a Flatpak runtime has them.
 */
static const char *const FOLDERS[] = {
  "/usr/share/fonts",      "/usr/local/share/fonts", "/etc/fonts",
  "/usr/share/fontconfig", "/var/cache/fontconfig",  "/usr/share/poppler",
  "/run/host/fonts",       "/run/host/fonts-cache",  "/usr/cache/fontconfig",
};

/* What reading a file that is open, arithmetic and drawing into memory need. */
static const int ALLOWED[] = {
  SCMP_SYS (brk),
  SCMP_SYS (clock_getres),
  SCMP_SYS (clock_gettime),
  SCMP_SYS (close),
  SCMP_SYS (exit),
  SCMP_SYS (exit_group),
  SCMP_SYS (fadvise64),
  SCMP_SYS (fstat),
  SCMP_SYS (fstatfs),
  SCMP_SYS (ftruncate),
  SCMP_SYS (futex),
  SCMP_SYS (getcwd),
  SCMP_SYS (getdents64),
  SCMP_SYS (getegid),
  SCMP_SYS (geteuid),
  SCMP_SYS (getgid),
  SCMP_SYS (getpid),
  SCMP_SYS (getrandom),
  SCMP_SYS (getrusage),
  SCMP_SYS (gettid),
  SCMP_SYS (gettimeofday),
  SCMP_SYS (getuid),
  SCMP_SYS (lseek),
  SCMP_SYS (madvise),
  SCMP_SYS (memfd_create),
  SCMP_SYS (mremap),
  SCMP_SYS (munmap),
  SCMP_SYS (newfstatat),
  SCMP_SYS (pread64),
  SCMP_SYS (read),
  SCMP_SYS (readlink),
  SCMP_SYS (readlinkat),
  SCMP_SYS (readv),
  SCMP_SYS (recvmsg),
  SCMP_SYS (restart_syscall),
  SCMP_SYS (rt_sigaction),
  SCMP_SYS (rt_sigprocmask),
  SCMP_SYS (rt_sigreturn),
  SCMP_SYS (sched_getaffinity),
  SCMP_SYS (sched_yield),
  SCMP_SYS (sendmsg),
  SCMP_SYS (sigaltstack),
  SCMP_SYS (stat),
  SCMP_SYS (statfs),
  SCMP_SYS (statx),
  SCMP_SYS (sysinfo),
  SCMP_SYS (time),
  SCMP_SYS (uname),
  SCMP_SYS (write),
  SCMP_SYS (writev),
};

/* access() is answered like stat() and by the same folders. */
static const int ALLOWED_WITH_FOLDERS[] = { SCMP_SYS (access), SCMP_SYS (faccessat), SCMP_SYS (faccessat2) };

static gboolean
limit (int resource, rlim_t most)
{
  struct rlimit both = { most, most };

  return setrlimit (resource, &both) == 0;
}

static gboolean
allow_folder (int ruleset, const char *folder)
{
  struct landlock_path_beneath_attr rule = { 0 };
  gboolean done;

  rule.parent_fd = open (folder, O_PATH | O_CLOEXEC | O_DIRECTORY);
  if (rule.parent_fd < 0)
    return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  done = syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  close (rule.parent_fd);
  return done;
}

static gboolean
restrict_folders (void)
{
  RulesetAttr attr = { 0 };
  long abi = syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  int ruleset;
  gboolean done = TRUE;

  if (abi < 1)
    return FALSE;
  attr.handled_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  if (abi >= 2)
    attr.handled_fs |= LANDLOCK_ACCESS_FS_REFER;
  if (abi >= 3)
    attr.handled_fs |= FS_TRUNCATE;
  if (abi >= 4)
    attr.handled_net = NET_ALL;
  if (abi >= 5)
    attr.handled_fs |= FS_IOCTL_DEV;
  if (abi >= 6)
    attr.scoped = SCOPE_ALL;

  /* An older kernel takes the longer structure as long as what it doesn't know is zero. */
  ruleset = syscall (SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
  if (ruleset < 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (FOLDERS) && done; i++)
    done = allow_folder (ruleset, FOLDERS[i]);
  done = done && syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return done;
}

static gboolean
allow_calls (scmp_filter_ctx filter, const int *calls, gsize n_calls)
{
  for (gsize i = 0; i < n_calls; i++)
    {
      /* Some calls don't exist on every architecture: libseccomp numbers those below zero. */
      if (calls[i] >= 0 && seccomp_rule_add (filter, SCMP_ACT_ALLOW, calls[i], 0) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
allow_fcntl (scmp_filter_ctx filter)
{
  static const int commands[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (fcntl), 1,
                          SCMP_A1 (SCMP_CMP_EQ, (scmp_datum_t) commands[i])) != 0)
      return FALSE;
  return TRUE;
}

/* Reading only: every flag that writes, makes or truncates must be off. */
static gboolean
allow_open (scmp_filter_ctx filter)
{
  const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);

  if (SCMP_SYS (open) >= 0 && seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (open), 1,
                                                SCMP_A1 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY)) != 0)
    return FALSE;
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (openat), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, writing, O_RDONLY)) == 0 &&
         allow_calls (filter, ALLOWED_WITH_FOLDERS, G_N_ELEMENTS (ALLOWED_WITH_FOLDERS));
}

/* No page becomes code: nothing more is loaded after the seal. */
static gboolean
allow_memory (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mmap), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0 &&
         seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (mprotect), 1,
                           SCMP_A2 (SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
}

/* abort() signals its own process; that no other can be is what counts. */
static gboolean
allow_own_signal (scmp_filter_ctx filter)
{
  return seccomp_rule_add (filter, SCMP_ACT_ALLOW, SCMP_SYS (tgkill), 1,
                           SCMP_A0 (SCMP_CMP_EQ, (scmp_datum_t) getpid ())) == 0;
}

static gboolean
restrict_calls (gboolean folders)
{
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ERRNO (EPERM));
  gboolean done;

  if (filter == NULL)
    return FALSE;
  /* For every thread, should a library have started one. */
  done = seccomp_attr_set (filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
         allow_calls (filter, ALLOWED, G_N_ELEMENTS (ALLOWED)) && allow_fcntl (filter) &&
         allow_memory (filter) && allow_own_signal (filter) && (!folders || allow_open (filter)) &&
         seccomp_load (filter) == 0;
  seccomp_release (filter);
  return done;
}

/**
 * signet_viewer_seal:
 *
 * Gives up, for the rest of the process's life: address space beyond 768 MB, core files, new privileges,
 * being looked into, every file but fonts and encodings (read-only), and every system call that isn't needed
 * to read open files and draw. Descriptors from 4 upward are closed. Where the kernel has no Landlock,
 * opening files is refused altogether; papers without embedded fonts then come out with characters missing.
 *
 * landlock(7), seccomp(2), prctl(2), setrlimit(2).
 *
 * Returns: (transfer full): the layers that hold, comma-separated, of `as`, `data`, `core`, `privileges`,
 * `dump`, `landlock`, `seccomp`
 */
char *
signet_viewer_seal (void)
{
  g_autoptr (GString) layers = g_string_new (NULL);
  gboolean folders, privileges;

  if (close_range (4, G_MAXUINT, 0) != 0)
    for (int fd = 4; fd < 1024; fd++)
      close (fd);

#ifndef SANITIZED
  /* The sanitizer reserves terabytes of addresses for itself. */
  if (limit (RLIMIT_AS, MAX_ADDRESS_SPACE))
    g_string_append (layers, "as,");
  if (limit (RLIMIT_DATA, MAX_DATA))
    g_string_append (layers, "data,");
#endif
  if (limit (RLIMIT_CORE, 0))
    g_string_append (layers, "core,");
  privileges = prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (privileges)
    g_string_append (layers, "privileges,");
  if (prctl (PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
    g_string_append (layers, "dump,");
  folders = privileges && restrict_folders ();
  if (folders)
    g_string_append (layers, "landlock,");
  if (restrict_calls (folders))
    g_string_append (layers, "seccomp,");

  if (layers->len > 0)
    g_string_truncate (layers, layers->len - 1);
  return g_string_free (g_steal_pointer (&layers), FALSE);
}
