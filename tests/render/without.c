/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <seccomp.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Starts a program (its arguments', or else the viewer) as on a system that lacks Landlock or seccomp: the
 * kernel's calls for it answer as such a kernel's do. Built once for each. */

int
main (int argc, char **argv)
{
  char *viewer[] = { (char *) SIGNET_VIEWER, NULL };
  char **command = argc > 1 ? argv + 1 : viewer;
  scmp_filter_ctx filter = seccomp_init (SCMP_ACT_ALLOW);

  if (filter == NULL)
    return 1;
#ifdef WITHOUT_SECCOMP
  /* libseccomp loads its filter by either. */
  if (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (seccomp), 0) != 0 ||
      seccomp_rule_add (filter, SCMP_ACT_ERRNO (EINVAL), SCMP_SYS (prctl), 1,
                        SCMP_A0 (SCMP_CMP_EQ, PR_SET_SECCOMP)) != 0)
    return 1;
#else
  if (seccomp_rule_add (filter, SCMP_ACT_ERRNO (ENOSYS), SCMP_SYS (landlock_create_ruleset), 0) != 0)
    return 1;
#endif
  if (seccomp_load (filter) != 0)
    return 1;
  seccomp_release (filter);
  execv (command[0], command);
  return 1;
}
